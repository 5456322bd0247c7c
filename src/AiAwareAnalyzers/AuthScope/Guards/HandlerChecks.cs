using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope.Guards;

/// <summary>What the code of a handler demands of its caller by itself.</summary>
/// <remarks>
/// A refusal (401, 403, an exception that means it) makes the condition above it a gate. A gate that only looks whether
/// something is there asks for presence; any other asks for more, also where nobody can see what it asks.
/// </remarks>
internal static class HandlerChecks
{
    /// <summary>Words of calls that decide who may, and throw or answer.</summary>
    private static readonly ImmutableHashSet<string> Deciding = WordSet.Of(
        "access allowed authorize authorized hmac owner ownership permission permitted role scope signature signed");

    /// <summary>What is uploaded: it has a signature in its first bytes, and may be allowed or not.</summary>
    private static readonly ImmutableHashSet<string> Files = WordSet.Of(
        "attachment extension file format image media mime photo picture video");

    /// <summary>What else is allowed or not, whoever sends it.</summary>
    private static readonly ImmutableHashSet<string> Things = WordSet.Of(
        "content document host length origin size state status transition type uri url value").Union(Files);

    private static readonly ImmutableHashSet<string> Demanding = WordSet.Of("assert demand ensure guard require");

    /// <summary>
    /// Verbs that make a call something else than a decision: <c>AddToRole</c>, <c>GetAccessToken</c>.
    /// </summary>
    private static readonly ImmutableHashSet<string> Doing = WordSet.Of(
        "add assign configure create delete find generate get grant issue list load log map remove revoke set update",
        "use");

    private static readonly ImmutableHashSet<string> Proofs = WordSet.Of(
        "CheckPasswordAsync CheckPasswordSignInAsync ConstructEvent FixedTimeEquals IsInRole PasswordSignInAsync",
        "ValidateToken ValidateTokenAsync VerifyHashedPassword");

    public static Protection In(SyntaxNode handler)
    {
        var body = Bodies.BodyOf(handler);
        if (body is null) return Protection.None;

        var nodes = body.DescendantNodesAndSelf().ToList();
        if (nodes.Exists(IsDecision)) return Protection.Demand;

        return Refusals.In(body)
            .Select(refusal => OfGate(refusal, body))
            .Aggregate(Protection.None, Protections.Stronger);
    }

    /// <summary>
    /// Whether the demand of a handler's code comes from conditions of one kind alone.
    /// </summary>
    public static bool DemandOnly(SyntaxNode handler, Func<ExpressionSyntax, bool> kind) =>
        Bodies.BodyOf(handler) is { } body
        && In(handler) == Protection.Demand
        && body.DescendantNodesAndSelf()
            .Where(IsDecision)
            .All(decision => decision is BinaryExpressionSyntax comparison && kind(comparison))
        && Refusals.In(body)
            .Where(refusal => OfGate(refusal, body) == Protection.Demand)
            .All(refusal => kind(Refusals.ConditionOf(refusal, body)!));

    /// <summary>
    /// <c>result.Error == Errors.NotAuthorized</c>: what was decided elsewhere is only told, and nobody knows by whom.
    /// </summary>
    public static bool IsAboutError(ExpressionSyntax condition) =>
        condition.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().Any(static member =>
            member.Name.Identifier.ValueText is "Error" or "ErrorCode" or "ErrorType" or "Errors" or "FirstError");

    /// <summary><c>order.OwnerId != userId</c>: whose a row is that is there already.</summary>
    public static bool IsAboutRow(ExpressionSyntax condition) =>
        condition.DescendantNodesAndSelf().OfType<BinaryExpressionSyntax>().Any(static comparison =>
            comparison.RawKind is (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression
            && (IsKeyOfRow(comparison.Left) || IsKeyOfRow(comparison.Right)));

    private static bool IsKeyOfRow(ExpressionSyntax side) =>
        side is MemberAccessExpressionSyntax
            { Expression: IdentifierNameSyntax row, Name.Identifier.ValueText: var key }
        && row.Identifier.ValueText is { Length: > 0 } name
        && char.IsLower(name[0])
        && (key.EndsWith("Id", StringComparison.Ordinal) && key.Length > 2
            || key.EndsWith("By", StringComparison.Ordinal)
            || key == "Owner");

    private static bool IsDecision(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => IsDecidingCall(call),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Succeeded" } => true,
        BinaryExpressionSyntax
            { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison =>
            ComparesCaller(comparison),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } text =>
            text.Token.ValueText.EndsWith("Signature", StringComparison.OrdinalIgnoreCase) && !IsOnlyLookedFor(text),
        _ => false,
    };

    /// <summary><c>Headers.ContainsKey("X-Signature")</c> compares nothing.</summary>
    private static bool IsOnlyLookedFor(SyntaxNode text) =>
        text.Parent?.Parent?.Parent is InvocationExpressionSyntax call && Calls.NameOf(call) == "ContainsKey";

    private static bool IsDecidingCall(InvocationExpressionSyntax call)
    {
        var name = Calls.NameOf(call);
        if (Proofs.Contains(name) || (name == "HasClaim" && call.ArgumentList.Arguments.Count == 2)) return true;
        if (name is "AuthorizeAsync" or "" || Refusals.IsNamed(name)) return false;

        var words = Words.StemsOf(name);
        return words.Length > 0
            && (Demanding.Contains(words[0])
                || (!Doing.Contains(words[0]) && words.Any(Deciding.Contains) && !SpeaksOfThings(words)));
    }

    /// <summary>It asks what is sent, and not who sends it.</summary>
    private static bool SpeaksOfThings(ImmutableArray<string> words) => words.Where(Deciding.Contains)
        .All(deciding => deciding switch
        {
            "allowed" or "permitted" => words.Any(Things.Contains),
            "signature" or "signed" => words.Any(Files.Contains),
            _ => false,
        });

    /// <summary>The owner of a thing compared with who is asking.</summary>
    private static bool ComparesCaller(BinaryExpressionSyntax comparison) =>
        !PresenceLooks.IsEmptiness(comparison.Left) && !PresenceLooks.IsEmptiness(comparison.Right)
        && comparison.FirstAncestorOrSelf<SyntaxNode>(IsHandler) is { } handler
        && comparison.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => CallerUse.IsCaller(name, handler));

    private static bool IsHandler(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax
        || (node is AnonymousFunctionExpressionSyntax
            && node.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is null
            && node is ParenthesizedLambdaExpressionSyntax);

    /// <summary>What the condition asks that leads to a refusal.</summary>
    private static Protection OfGate(SyntaxToken refusal, SyntaxNode body) => Refusals.ConditionOf(refusal, body) switch
    {
        null => Protection.None,
        var condition => PresenceLooks.Is(condition, body) ? Protection.Presence : Protection.Demand,
    };

    /// <summary>
    /// The condition that is all a handler asks of its caller, and that only looks whether something is there; null
    /// where the handler asks more, or goes on to use what it found.
    /// </summary>
    public static ExpressionSyntax? PresenceGate(SyntaxNode handler)
    {
        if (Bodies.BodyOf(handler) is not { } body || In(handler) != Protection.Presence) return null;

        var conditions = Refusals.In(body)
            .Select(refusal => Refusals.ConditionOf(refusal, body))
            .OfType<ExpressionSyntax>()
            .Distinct()
            .ToList();
        return conditions.TrueForAll(condition => !IsUsedBeyond(condition, body, handler)) ? conditions[0] : null;
    }

    /// <summary>
    /// An identity that the framework has found out may be asked for; a header is only what somebody sent.
    /// </summary>
    public static bool LookAtHeader(ExpressionSyntax gate, SyntaxNode handler) =>
        PresenceLooks.Evidence(gate, Bodies.BodyOf(handler)!).Exists(expression =>
            expression.DescendantNodesAndSelf()
                .OfType<IdentifierNameSyntax>()
                .Any(name => name.Identifier.ValueText == "Headers"));

    /// <summary>A user id that is looked for, and then used, says whose things are meant.</summary>
    private static bool IsUsedBeyond(ExpressionSyntax condition, SyntaxNode body, SyntaxNode handler)
    {
        var evidence = PresenceLooks.Evidence(condition, body);
        var found = new HashSet<string>(evidence.SelectMany(Names));
        return body.DescendantNodes(node => !CallerUse.IsLog(node)).OfType<IdentifierNameSyntax>()
            .Where(name => !evidence.Exists(expression => expression.Span.Contains(name.Span)))
            .Any(name => found.Contains(name.Identifier.ValueText) || CallerUse.IsCaller(name, handler));
    }

    /// <summary>Locals that a condition reads or declares.</summary>
    private static IEnumerable<string> Names(ExpressionSyntax expression) =>
        expression.DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name)
            .Select(name => name.Identifier.ValueText)
            .Where(name =>
                name.Length > 0
                && char.IsLower(name[0])
                && name is not ("context" or "request" or "httpContext" or "ctx" or "http"))
            .Concat(expression.DescendantNodes()
                .OfType<SingleVariableDesignationSyntax>()
                .Select(designation => designation.Identifier.ValueText));
}
