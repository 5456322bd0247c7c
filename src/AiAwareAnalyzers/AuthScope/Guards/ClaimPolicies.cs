using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope.Guards;

/// <summary>Policies that ask whether a caller has a scope, role or permission, and not which one.</summary>
internal sealed class ClaimPolicies
{
    /// <summary>Claims whose value says what somebody may do.</summary>
    private static readonly ImmutableHashSet<string> Entitling = WordSet.Of("permission role scope scp");

    /// <summary>Whose they are; any other word makes the claim's type say what somebody may do.</summary>
    private static readonly ImmutableHashSet<string> Bearers = WordSet.Of(
        "account api app application client extension realm token user");

    /// <summary>Calls that demand no more of a caller than to be somebody.</summary>
    private static readonly ImmutableHashSet<string> Undemanding = WordSet.Of(
        "AddAuthenticationSchemes Build RequireAuthenticatedUser");

    /// <summary>Words of policies for whoever holds something at all.</summary>
    private static readonly ImmutableHashSet<string> Whichever = WordSet.Of("any delegated interactive some");

    private static readonly ImmutableHashSet<string> Harmless = WordSet.Of(
        "ConfigureAwait Fail FromResult GetAwaiter Succeed");

    /// <summary>What stands before the last part of a claim's address.</summary>
    private static readonly char[] Separators = ['/', ':'];

    private readonly INamedTypeSymbol? _builder;

    private ClaimPolicies(Compilation compilation) => _builder =
        compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder");

    public static ClaimPolicies Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new ClaimPolicies(c));

    public bool ArePossible => _builder is not null;

    /// <summary>Whether a call adds to a policy that demands nothing but that such a claim is there.</summary>
    public bool AsksOnlyForPresence(IInvocationOperation call) =>
        IsLook(call)
        && Asked(call).Any(IsEntitling)
        && !IsMeantFor(NameOf(call))
        && CallsOf(call) is { } others
        && others.All(other => Undemanding.Contains(other.TargetMethod.Name) || IsLook(other));

    /// <summary>
    /// The condition of an authorization handler that lets in whoever has such a claim; null where it decides by more.
    /// </summary>
    public static ExpressionSyntax? LookOf(IInvocationOperation success, IMethodSymbol handler)
    {
        if (success.Root().Syntax is not BaseMethodDeclarationSyntax method
            || Bodies.BodyOf(method) is not { } body
            || FirstSuccess(body) != success.Syntax
            || Gates.IsOpenByName(handler.ContainingType.Name)
            || IsMeantFor(handler.ContainingType.Name))
            return null;

        var conditions = new List<ExpressionSyntax>();
        foreach (var node in body.DescendantNodes())
            switch (node)
            {
                case IfStatementSyntax choice:
                    conditions.Add(choice.Condition);
                    break;
                case ConditionalExpressionSyntax or SwitchStatementSyntax or SwitchExpressionSyntax
                    or TryStatementSyntax or CommonForEachStatementSyntax or ForStatementSyntax
                    or WhileStatementSyntax:
                case InvocationExpressionSyntax call when !IsHarmless(Calls.NameOf(call)):
                    return null;
            }

        return conditions.TrueForAll(condition => PresenceLooks.Is(condition, body))
            ? conditions.Find(condition => Asks(condition, body, success.SemanticModel!))
            : null;
    }

    private static SyntaxNode? FirstSuccess(SyntaxNode body) =>
        body.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(static call =>
            Calls.NameOf(call) == "Succeed");

    /// <summary>The policy that a call belongs to, as a message speaks of it.</summary>
    public static string Named(IOperation call) =>
        NameOf(call) is { Length: > 0 } name ? $"policy '{name}'" : "a policy";

    private static bool IsHarmless(string call) =>
        Harmless.Contains(call)
        || PresenceLooks.MayCall(call)
        || call.StartsWith("Log", StringComparison.Ordinal);

    /// <summary><c>RequireClaim("scope")</c>, or an assertion that looks whether it is there.</summary>
    private bool IsLook(IInvocationOperation call) => IsOnBuilder(call) && call.TargetMethod.Name switch
    {
        "RequireClaim" => call.Arguments.Skip(1).All(static values => EmptyValues.IsEmpty(values.Value)),
        "RequireAssertion" => call.Arguments.Length == 1
            && ReturnValues.BodyOf(call.Arguments[0].Value, call.SemanticModel!.Compilation) is { } body
            && PresenceLooks.AnswerIn(body.Syntax) is { } answer
            && PresenceLooks.Is(answer, body.Syntax),
        _ => false,
    };

    /// <summary>
    /// Where a look names the claim: its arguments, and the body of a method that is named in its place.
    /// </summary>
    private static IEnumerable<IOperation> Asked(IInvocationOperation call) =>
        (call.TargetMethod.Name == "RequireAssertion"
            ? ReturnValues.BodyOf(call.Arguments[0].Value, call.SemanticModel!.Compilation) ?? call
            : call).Descendants();

    private bool IsOnBuilder(IInvocationOperation call) =>
        SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, _builder);

    /// <summary><c>"scope"</c>, <c>ClaimTypes.Role</c>, <c>"user_roles"</c>; not <c>"edit_permission"</c>.</summary>
    private static bool IsEntitling(IOperation operation) =>
        operation.ConstantText() is { } claim && IsEntitling(claim);

    private static bool IsEntitling(string claim) =>
        Words.StemsOf(claim[(claim.LastIndexOfAny(Separators) + 1)..]) is { Length: > 0 } words
        && Entitling.Contains(words[^1])
        && words.Take(words.Length - 1).All(Bearers.Contains);

    private static bool Asks(ExpressionSyntax condition, SyntaxNode body, SemanticModel model) =>
        PresenceLooks.Evidence(condition, body)
            .SelectMany(static expression => expression.DescendantNodesAndSelf().OfType<ExpressionSyntax>())
            .Any(expression => Values.TextOf(expression, model, default) is { } claim && IsEntitling(claim));

    private static bool IsMeantFor(string? name) =>
        name is not null && (Gates.IsOpenByName(name) || Words.Of(name).Any(Whichever.Contains));

    /// <summary>The name of the policy; null where it has none, or nobody can tell.</summary>
    private static string? NameOf(IOperation call) =>
        call.Ancestors().OfType<IInvocationOperation>()
            .FirstOrDefault(static outer => outer.TargetMethod.Name == "AddPolicy")?.Arguments
            .Select(static argument => argument.Value.ConstantText())
            .FirstOrDefault(static name => name is not null);

    /// <summary>All that is called on the builder of a policy; null where it is also used elsewhere.</summary>
    private List<IInvocationOperation>? CallsOf(IInvocationOperation call)
    {
        if (IsForAll(call)) return null;

        var calls = new List<IInvocationOperation>();
        var origin = OriginOf(call);
        if (origin is ILocalReferenceOperation local && Values.InitialValueOf(local) is { } made)
            origin = OriginOf(made.AsWritten());
        return origin switch
        {
            IObjectCreationOperation => Collect(origin, KeeperOf(origin), calls) ? calls : null,
            IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol
                { MethodKind: MethodKind.AnonymousFunction } } parameter } =>
                CollectAll(call.Root(), parameter, calls) ? calls : null,
            _ => null,
        };
    }

    /// <summary>What stands below every endpoint, also below those that demand more.</summary>
    private static bool IsForAll(IOperation call) => call.Ancestors().Any(static outer => outer
        is IInvocationOperation { TargetMethod.Name: "SetFallbackPolicy" or "SetDefaultPolicy" }
        or IAssignmentOperation { Target: IPropertyReferenceOperation
            { Property.Name: "FallbackPolicy" or "DefaultPolicy" } });

    /// <summary>What the first call of a chain is made on.</summary>
    private IOperation OriginOf(IOperation link)
    {
        while (link is IInvocationOperation { Instance: { } receiver } call && IsOnBuilder(call))
            link = receiver.AsWritten();
        return link;
    }

    /// <summary>The local that a new builder is kept in.</summary>
    private ISymbol? KeeperOf(IOperation creation)
    {
        var link = creation;
        while (link.Parent is IInvocationOperation call && IsOnBuilder(call)) link = call;
        return IsBuilder(link) ? DeclaredBy(link) : null;
    }

    private static ISymbol? DeclaredBy(IOperation value) =>
        (value.Parent?.Parent as IVariableDeclaratorOperation)?.Symbol;

    private bool IsBuilder(IOperation value) => SymbolEqualityComparer.Default.Equals(value.Type, _builder);

    private bool Collect(IOperation creation, ISymbol? keeper, List<IInvocationOperation> calls) =>
        Climb(creation, calls, keeper) && (keeper is null || CollectAll(creation.Root(), keeper, calls));

    private bool CollectAll(IOperation root, ISymbol variable, List<IInvocationOperation> calls) =>
        root.DescendantsAndSelf()
            .Where(reference => SymbolEqualityComparer.Default.Equals(Values.VariableOf(reference), variable))
            .All(reference => Climb(reference, calls, variable));

    /// <summary>Follows a chain upwards; false where the builder goes to somebody else.</summary>
    private bool Climb(IOperation link, List<IInvocationOperation> calls, ISymbol? keeper)
    {
        while (link.Parent is IInvocationOperation call && IsOnBuilder(call) && call.Instance == link)
        {
            calls.Add(call);
            link = call;
        }

        return !IsBuilder(link)
            || link.Parent is IExpressionStatementOperation or IReturnOperation
            || (DeclaredBy(link) is { } local && SymbolEqualityComparer.Default.Equals(local, keeper));
    }
}
