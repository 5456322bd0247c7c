using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.ErrorHandling.Outcomes;

/// <summary>Knows the calls that tell by what they return, and by nothing else, whether they worked.</summary>
internal sealed class ToldOutcomes
{
    /// <summary>Deeds that a caller relies on; taking away what is gone already is none of them.</summary>
    private static readonly ImmutableHashSet<string> Deeds = WordSet.Of(
        "create insert update upsert save store write send import upload charge pay refund transfer withdraw deposit",
        "submit place approve register commit persist migrate copy move export publish assign reset change restore");

    /// <summary>Deeds that may be refused although nothing fails: not enough is there.</summary>
    private static readonly ImmutableHashSet<string> Takings = WordSet.Of(
        "acquire allocate apply book claim consume debit decrease decrement deduct lock redeem reserve spend take use");

    /// <summary>First words of what only answers a question: nobody calls it for anything else.</summary>
    private static readonly ImmutableHashSet<string> Questions = WordSet.Of("can has is validate");

    /// <summary>
    /// Calls of ASP.NET Identity that only count, or whose failure comes out of the call that follows: a password is
    /// only added where there is none. Switching a second factor off or anew is shown by the page that follows, as in
    /// the account pages that the SDK writes.
    /// </summary>
    private static readonly ImmutableHashSet<string> Spared = WordSet.Of(
        "AccessFailedAsync ResetAccessFailedCountAsync UpdateSecurityStampAsync RemovePasswordAsync",
        "SetTwoFactorEnabledAsync ResetAuthenticatorKeyAsync");

    /// <summary>Last words of an enum that tells how something went.</summary>
    private static readonly ImmutableHashSet<string> Tellers = WordSet.Of("result outcome");

    private static readonly ImmutableHashSet<string> Worked = WordSet.Of(
        "completed done ok succeeded success successful");

    /// <summary>First or last words of a member that says why something was not done.</summary>
    private static readonly ImmutableHashSet<string> Refused = WordSet.Of(
        "already conflict denied error expired failed failure forbidden insufficient invalid missing not rejected",
        "unauthorized unknown");

    /// <summary>How a response tells it.</summary>
    public static readonly Outcome OfResponse = new(
        "the status of its response", "'IsSuccessStatusCode', or call EnsureSuccessStatusCode");

    private readonly ResultTypes _results;
    private readonly Promises _promises;
    private readonly MethodSummaries _summaries;
    private readonly Implementations _implementations;
    private readonly NullAnswers _nulls;
    private readonly SentRequests _requests;
    private readonly string _solution;
    private readonly bool _hasPipeline;

    private ToldOutcomes(Compilation compilation)
    {
        _results = ResultTypes.Of(compilation);
        _promises = Promises.Of(compilation);
        _summaries = MethodSummaries.Of(compilation);
        _implementations = Implementations.Of(compilation);
        _nulls = new(compilation);
        _requests = SentRequests.Of(compilation);
        _solution = SolutionOf(compilation.Assembly);
        _hasPipeline = compilation.GetTypeByMetadataName("MediatR.IPipelineBehavior`2") is not null;
    }

    public static ToldOutcomes Of(Compilation compilation) => Facts.Of(compilation, static c => new ToldOutcomes(c));

    /// <summary>How a call tells whether it worked; null where it does not, or one cannot say.</summary>
    public Outcome? Of(IInvocationOperation call)
    {
        if (call.Type is not { SpecialType: not SpecialType.System_Void } type) return null;
        var told = Tasks.Unwrap(type);
        return told.SpecialType == SpecialType.System_Boolean
            ? OfBool(call)
            : OfResult(call, told) ?? OfNull(call.TargetMethod, told);
    }

    /// <summary>
    /// A value of a write that is null only where the write has failed; a text may be the failure itself.
    /// </summary>
    private Outcome? OfNull(IMethodSymbol method, ITypeSymbol told) =>
        Tasks.IsTask(method.ReturnType)
        && told is { SpecialType: SpecialType.None, IsReferenceType: true }
        && IsOurs(method)
        && !TakesAway(method)
        && !IsHelp(method)
        && _nulls.TellFailure(method)
        && (IsDeed(method.Name) || _nulls.Make(method, static call => SentRequests.IsWrite(call.TargetMethod)))
            ? new("the null it returns", "it")
            : null;

    private Outcome? OfResult(IInvocationOperation call, ITypeSymbol told)
    {
        var method = call.TargetMethod;
        if (IsIdentity(told))
            return Spared.Contains(method.Name) ? null : new($"its {told.Name}", "'Succeeded'");
        if (told.Name == "HttpResponseMessage")
            return _requests.Change(call) ? OfResponse : null;
        if (told.TypeKind == TypeKind.Enum)
            return SaysHowItWent(told) && IsOurs(method) && !OnlyTells(method) && !TakesAway(method)
                ? new($"its {told.Name}", "it")
                : null;
        if (_results.ShapeOf(told) is not { Error: not null } shape
            || IsThrownInstead(told)
            || IsStepOf(call, told)
            || IsHelp(method)
            || IsEcho(method)
            || IsRead(method))
            return null;
        return shape.Flag.Name == "IsValid"
            && (_hasPipeline || !method.Name.StartsWith("Validate", StringComparison.Ordinal))
            ? null
            : new($"its {Named(told)}", $"'{shape.Flag.Name}'");
    }

    /// <summary>
    /// The responses of Azure and AWS: their clients throw where the service refuses, and hand out what is left. So do
    /// the pages of Playwright, whose answer is looked at on the page.
    /// </summary>
    private static bool IsThrownInstead(ITypeSymbol told) =>
        told.SelfAndBases().Any(static type =>
            type is { Name: "Response" or "NullableResponse",
                ContainingNamespace: { Name: "Azure", ContainingNamespace.IsGlobalNamespace: true } }
                or { Name: "AmazonWebServiceResponse" }
                or { Name: "IResponse" or "IAPIResponse",
                    ContainingNamespace: { Name: "Playwright", ContainingNamespace.Name: "Microsoft" } });

    /// <summary><c>T Set&lt;T&gt;(object key, T value)</c> gives back what it was given, whatever that says.</summary>
    private static bool IsEcho(IMethodSymbol method) =>
        Tasks.Unwrap(method.OriginalDefinition.ReturnType) is ITypeParameterSymbol { TypeParameterKind:
            TypeParameterKind.Method } given
        && method.OriginalDefinition.Parameters.Any(parameter =>
            SymbolEqualityComparer.Default.Equals(parameter.Type, given));

    /// <summary>What was read, and is dropped, only warms a cache.</summary>
    private static bool IsRead(IMethodSymbol method) =>
        Words.Of(method.Name).FirstOrDefault() is "find" or "get" or "list" or "load";

    /// <summary>An enum with a member for success, and others for what may keep it away.</summary>
    private static bool SaysHowItWent(ITypeSymbol type) =>
        Tellers.Contains(Words.Of(type.Name).LastOrDefault() ?? "")
        && type.GetMembers().OfType<IFieldSymbol>().Select(static member => Words.Of(member.Name)).ToList() is var names
        && names.Exists(static words => words.Length > 0 && Worked.Contains(words[^1]))
        && names.Exists(static words => words.Any(Refused.Contains));

    private bool OnlyTells(IMethodSymbol method) => (_promises.Of(method) & Promise.Diagnostic) != 0;

    private static bool TakesAway(IMethodSymbol method) =>
        Words.Of(method.Name).FirstOrDefault() is "clear" or "delete" or "remove";

    /// <summary>A bool that says that something failed, or that a deed of this solution was not done.</summary>
    private Outcome? OfBool(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (Request(call) is { } request) return OfRequest(request, method);
        if (!IsOurs(method) || IsHelp(method)) return null;

        var refusal = _summaries.RefusalOf(method);
        return refusal == Refusal.Failure
            || (refusal != Refusal.Never && (Tasks.IsTask(method.ReturnType) ? IsDeed(method.Name) : IsTried(method)))
            || (refusal == Refusal.Answer && IsOnlyAsked(method))
                ? new("the bool it returns", "it", refusal == Refusal.Unknown)
                : null;
    }

    /// <summary>A deed that says in its name that it may be refused: <c>TryReserve</c>.</summary>
    private static bool IsTried(IMethodSymbol method) =>
        Words.Of(method.Name) is { Length: > 1 } words
        && words[0] == "try"
        && (Deeds.Contains(words[1]) || Takings.Contains(words[1]));

    /// <summary>A question whose bodies change nothing, keep no list of errors, and do not throw.</summary>
    private bool IsOnlyAsked(IMethodSymbol method) =>
        Words.Of(method.Name).FirstOrDefault() is { } first
        && Questions.Contains(first)
        && (_promises.Of(method) & Promise.Gate) == 0
        && method.Parameters.All(static parameter => parameter.RefKind == RefKind.None)
        && _summaries.Behind(method).All(static body => body.Body is { } inside && !inside.Descendants().Any(Acts));

    private static bool Acts(IOperation operation) => operation switch
    {
        IThrowOperation => true,
        IAssignmentOperation { Target: not ILocalReferenceOperation } => true,
        IInvocationOperation { TargetMethod.Name: var name } => Words.Of(name).FirstOrDefault() is { } first
            && (first is "add" or "append" or "set" or "throw" or "assert" or "ensure" || Deeds.Contains(first)),
        _ => false,
    };

    /// <summary>The command that a mediator is sent; null for any other call.</summary>
    private static INamedTypeSymbol? Request(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Send", ContainingNamespace.Name: "MediatR" }
        && call.Arguments.FirstOrDefault() is { Value: var sent }
            ? sent.Without(Wrappers.Conversions | Wrappers.Parentheses).Type as INamedTypeSymbol
            : null;

    private Outcome? OfRequest(INamedTypeSymbol request, IMethodSymbol send)
    {
        if (!IsDeed(request.Name)) return null;
        var handlers = HandlersOf(request, send).ToList();
        return handlers.Exists(handler => _summaries.RefusalOf(handler) == Refusal.Never)
            ? null
            : new($"the bool that answers '{request.Name}'", "it", handlers.Count == 0);
    }

    /// <summary>The methods of this compilation that handle a request.</summary>
    private IEnumerable<IMethodSymbol> HandlersOf(INamedTypeSymbol request, IMethodSymbol send) =>
        send.ContainingAssembly.GetTypeByMetadataName("MediatR.IRequestHandler`2") is { } contract
        && send.TypeArguments.Length == 1
            ? _implementations.TypesBehind(contract.Construct(request, send.TypeArguments[0]))
                .SelectMany(static handler => handler.GetMembers("Handle").OfType<IMethodSymbol>())
            : [];

    private static bool IsIdentity(ITypeSymbol type) =>
        type is { Name: "IdentityResult" or "SignInResult",
            ContainingNamespace: { Name: "Identity", ContainingNamespace.Name: "AspNetCore" } };

    /// <summary>One of a chain that the Result itself goes through: <c>result.OnFailure(…)</c>.</summary>
    private static bool IsStepOf(IInvocationOperation call, ITypeSymbol told) =>
        (call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null))
            ?.Type is { } receiver
        && Tasks.Unwrap(receiver).OriginalDefinition.Name == told.OriginalDefinition.Name;

    /// <summary>
    /// It helps if it works, and nobody relies on it; so does a note of the last time, <c>UpdateLastUsed</c>.
    /// </summary>
    private bool IsHelp(IMethodSymbol method)
    {
        var promise = _promises.Of(method);
        return Words.Of(method.Name) is [_, "last", ..]
            || (promise & (Promise.Cleanup | Promise.Diagnostic)) != 0
            || (promise & (Promise.BestEffort | Promise.Change)) == Promise.BestEffort;
    }

    private static bool IsDeed(string name) => Words.Of(name).FirstOrDefault() is { } first && Deeds.Contains(first);

    /// <summary>Of this project, or of one beside it.</summary>
    private bool IsOurs(IMethodSymbol method) =>
        method.ContainingAssembly is { } assembly && SolutionOf(assembly) == _solution;

    private static string SolutionOf(IAssemblySymbol assembly) => assembly.Name.Split('.')[0];

    private static string Named(ITypeSymbol told) => told.IsTupleType ? "tuple" : told.Name;
}
