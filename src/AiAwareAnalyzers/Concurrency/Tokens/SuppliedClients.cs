using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Concurrency.Tokens;

/// <summary>
/// Clients that are set up in one place and used in another: by the factory for a class or for a name, by whoever makes
/// the class, by the class itself from what it is given.
/// </summary>
internal sealed class SuppliedClients
{
    /// <summary>How many steps of a chain, locals and helpers stand between a setting and the client's class.</summary>
    private const int Patience = 8;

    /// <summary>What may end all requests of a client, or of the whole application.</summary>
    private static readonly ImmutableArray<string> LimitsOfAll = ImmutableArray.Create(
        "ConfigureHttpClientDefaults", "AddRequestTimeouts");

    /// <summary>What may end the requests of the clients beside which it is called.</summary>
    private static readonly ImmutableArray<string> LimitsOfChain = ImmutableArray.Create(
        "Resilience", "Hedging", "PolicyHandler", "AddHttpMessageHandler", "AddTransientHttpErrorPolicy",
        "ConfigureAdditionalHttpMessageHandlers");

    /// <summary>What ends a wait after a time, or says that it shall last: an answer that comes in pieces.</summary>
    private static readonly ImmutableArray<string> Limits = ImmutableArray.Create(
        "CancelAfter", "CancellationTokenSource", "WaitAsync", "WhenAny", "TimeoutPolicy", "ResiliencePipeline",
        "IAsyncPolicy", "ResponseHeadersRead", "GetStreamAsync", "IAsyncEnumerable", "event-stream", "SseParser");

    /// <summary>What whoever calls such a class may give it.</summary>
    private static readonly ImmutableArray<string> LimitsOfCallers = ImmutableArray.Create(
        "CancelAfter", "new CancellationTokenSource(");

    /// <summary>Requests that are expected to take as long as they take.</summary>
    private static readonly ImmutableHashSet<string> Lasting = WordSet.Of(
        "backup bulk chat completion download export generate import listen long poll proxy stream subscribe tail",
        "transfer upload wait watch");

    private readonly Compilation _compilation;
    private readonly bool _areAllLimited;

    private SuppliedClients(Compilation compilation)
    {
        _compilation = compilation;
        _areAllLimited = compilation.SyntaxTrees.Any(static tree => Calls.AreMentioned(tree, LimitsOfAll));
    }

    public static SuppliedClients Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new SuppliedClients(c));

    /// <summary>
    /// A request of the class that gets the client whose limit is taken away, where nothing else ends what that class
    /// sends; null where there is none in sight.
    /// </summary>
    public IInvocationOperation? EndlessWith(ISimpleAssignmentOperation setting) =>
        setting.Target is IPropertyReferenceOperation { Instance: { } client } && !_areAllLimited
            ? UsersOf(client, setting).Select(EndlessIn).FirstOrDefault(static request => request is not null)
            : null;

    private IEnumerable<INamedTypeSymbol> UsersOf(IOperation client, ISimpleAssignmentOperation setting) =>
        client.AsWritten() switch
        {
            IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol function } } =>
                function is { MethodKind: MethodKind.Constructor, ContainingType: var user }
                    ? [user]
                    : UsersOf(function, setting),
            ILocalReferenceOperation { Local: var local } => MakersWith(local, setting),
            IInstanceReferenceOperation => setting.Ancestors().OfType<IObjectCreationOperation>().FirstOrDefault()
                is { } made
                    ? Values.TakerOf(made) is ILocalSymbol taker ? MakersWith(taker, setting) : UsersGiven(made)
                    : [],
            _ => [],
        };

    /// <summary>The classes that are made with a client: <c>new Prices(client)</c>.</summary>
    private IEnumerable<INamedTypeSymbol> MakersWith(ILocalSymbol client, IOperation setting) =>
        Locals.Around(setting, _compilation).MentionsOf(client).SelectMany(UsersGiven);

    private static IEnumerable<INamedTypeSymbol> UsersGiven(IOperation client) =>
        client.Outermost().Parent is IArgumentOperation { Parent: IObjectCreationOperation
            { Type: INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } user } }
            ? [user]
            : [];

    /// <summary>The classes whose clients a function sets up: a lambda, or a method that is handed on.</summary>
    private IEnumerable<INamedTypeSymbol> UsersOf(IMethodSymbol setUp, IOperation setting) =>
        FunctionsOf(setUp, setting.Syntax)
            .Select(function => function.FirstAncestorOrSelf<InvocationExpressionSyntax>())
            .OfType<InvocationExpressionSyntax>()
            .Select(OperationOf)
            .OfType<IInvocationOperation>()
            .Where(call => !IsLimited(call))
            .SelectMany(call => UsersBehind(call, Trail.OfSteps(Patience)));

    private static IEnumerable<SyntaxNode> FunctionsOf(IMethodSymbol setUp, SyntaxNode setting) =>
        setUp.MethodKind == MethodKind.LambdaMethod
            ? setting.Ancestors().OfType<AnonymousFunctionExpressionSyntax>().Take(1)
            : setting.SyntaxTree.GetRoot().DescendantNodes().OfType<ArgumentSyntax>()
                .Where(argument => Calls.NameOf(argument.Expression) == setUp.Name);

    private IOperation? OperationOf(SyntaxNode call) =>
        Semantics.Of(_compilation).ModelOf(call.SyntaxTree)?.GetOperation(call);

    /// <summary>
    /// Something in the same chain, beside the local that keeps it, or where it is handed to may end requests.
    /// </summary>
    private static bool IsLimited(IInvocationOperation call)
    {
        if (Bodies.MemberAround(call) is IMethodSymbol { ReturnType.Name: "IHttpClientBuilder" }) return true;

        var chain = call.Syntax.AncestorsAndSelf().TakeWhile(static node => node is ExpressionSyntax).Last();
        var isKept = chain.Parent is EqualsValueClauseSyntax
            || call.TargetMethod.Name == "ConfigureHttpClient"
            && (call.Instance ?? call.Arguments.FirstOrDefault()?.Value)?.Bare() is not IInvocationOperation;
        var seen = (isKept ? call.Root().Syntax : chain).ToString();
        return LimitsOfChain.Any(limit => seen.Contains(limit));
    }

    /// <summary>From the last call of a chain back to the one that names a class or a client.</summary>
    private IEnumerable<INamedTypeSymbol> UsersBehind(IOperation? builder, Trail trail) => builder?.Bare() switch
    {
        _ when trail.IsOver || CallStack.IsNearlyFull => [],
        IInvocationOperation { TargetMethod: { Name: "AddHttpClient", TypeArguments: { IsEmpty: false } types } } =>
            types[^1] is INamedTypeSymbol user ? [user] : [],
        IInvocationOperation { TargetMethod.Name: "AddHttpClient" } named => NameOf(named) is { } name
            ? UsersNaming(name)
            : [],
        IInvocationOperation { TargetMethod.Name: var step } call when step.Contains("Http") =>
            UsersBehind(call.Instance ?? call.Arguments.FirstOrDefault()?.Value, trail.Deeper()),
        ILocalReferenceOperation local when trail.InitialValueOf(local, out var further) is { } first =>
            UsersBehind(first, further),
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol helper } parameter }
            when trail.TryPass(parameter, out var further) =>
            Passed.To(parameter, helper, _compilation).SelectMany(given => UsersBehind(given, further)),
        _ => [],
    };

    private static string? NameOf(IInvocationOperation registration) =>
        registration.Arguments.Select(static argument => argument.Value.ConstantText())
            .FirstOrDefault(static text => text is not null);

    /// <summary>The classes that ask the factory for a client of this name.</summary>
    private IEnumerable<INamedTypeSymbol> UsersNaming(string client) =>
        _compilation.SyntaxTrees.Where(static tree => Calls.AreMentioned(tree, "CreateClient"))
            .SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Where(static call => Calls.NameOf(call) == "CreateClient")
            .Select(OperationOf)
            .OfType<IInvocationOperation>()
            .Where(call => call.Arguments.Any(argument => argument.Value.ConstantText() == client))
            .Select(call => Bodies.MemberAround(call)?.ContainingType)
            .OfType<INamedTypeSymbol>();

    /// <summary>The request of a class that nothing ends, one without a token before others.</summary>
    private IInvocationOperation? EndlessIn(INamedTypeSymbol user)
    {
        var parts = user.DeclaringSyntaxReferences.Select(static part => part.GetSyntax()).ToList();
        if (parts.Exists(static part => Limits.Any(limit => part.ToString().Contains(limit))) || IsLimitedOutside(user))
            return null;

        var requests = parts.SelectMany(static part => part.DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Select(OperationOf)
            .OfType<IInvocationOperation>()
            .Where(ClientRequests.Are)
            .ToList();
        return requests.Exists(Lasts)
            ? null
            : requests.Find(static request => !HasToken(request)) ?? requests.FirstOrDefault();
    }

    public static bool HasToken(IInvocationOperation request) =>
        TokenCalls.GivenTo(request) is { } token && !TokenCalls.IsNone(token);

    private static bool Lasts(IInvocationOperation request) =>
        Bodies.MemberAround(request) is { } member
        && Words.StemsOf(member.Name).Concat(Words.StemsOf(member.ContainingType?.Name ?? "")).Any(Lasting.Contains);

    /// <summary>Whoever works with the class may give it a token that ends after a time.</summary>
    private bool IsLimitedOutside(INamedTypeSymbol user) =>
        user.AllInterfaces.Select(static face => face.Name).Append(user.Name).Distinct().Any(name =>
            _compilation.SyntaxTrees.Any(tree =>
                Calls.AreMentioned(tree, name)
                && Calls.AreMentioned(tree, LimitsOfCallers)));
}
