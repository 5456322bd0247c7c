using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>What the code of a handler demands of its caller by itself.</summary>
/// <remarks>
/// A refusal (401, 403, an exception that means it) makes the condition above it a gate. A gate that only looks whether something is there asks for
/// presence; any other asks for more, also where nobody can see what it asks.
/// </remarks>
internal static class HandlerChecks
{
    private static readonly ImmutableHashSet<string> Refusals = Set(
        "Unauthorized", "UnauthorizedResult", "UnauthorizedObjectResult", "Forbid", "ForbidResult", "Forbidden", "Challenge", "ChallengeResult", "Status401Unauthorized",
        "Status403Forbidden", "PermissionDenied", "Unauthenticated", "UnauthorizedAccessException", "UnauthorizedException", "ForbiddenException", "ForbiddenAccessException",
        "AccessDeniedException", "SecurityException", "AuthenticationException", "AuthorizationException");

    /// <summary>Calls that find out whether something is there, and not what it is.</summary>
    private static readonly ImmutableHashSet<string> Looks = Set(
        "Any", "ContainsKey", "FindAll", "FindFirst", "FindFirstValue", "First", "FirstOrDefault", "HasClaim", "IsNullOrEmpty", "IsNullOrWhiteSpace", "SingleOrDefault",
        "StartsWith", "ToString", "Trim", "TryGetValue", "Unauthorized", "Forbid", "Count");

    /// <summary>Words of calls that decide who may, and throw or answer.</summary>
    private static readonly ImmutableHashSet<string> Deciding = Set(
        "access", "allowed", "authorize", "authorized", "hmac", "owner", "ownership", "permission", "permitted", "role", "scope", "signature", "signed");

    private static readonly ImmutableHashSet<string> Demanding = Set("assert", "demand", "ensure", "guard", "require");

    /// <summary>Verbs that make a call something else than a decision: <c>AddToRole</c>, <c>GetAccessToken</c>.</summary>
    private static readonly ImmutableHashSet<string> Doing = Set(
        "add", "assign", "configure", "create", "delete", "find", "generate", "get", "grant", "issue", "list", "load", "log", "map", "remove", "revoke", "set", "update", "use");

    private static readonly ImmutableHashSet<string> Proofs = Set(
        "CheckPasswordAsync", "CheckPasswordSignInAsync", "ConstructEvent", "FixedTimeEquals", "IsInRole", "PasswordSignInAsync", "ValidateToken", "ValidateTokenAsync", "VerifyHashedPassword");

    private static readonly ImmutableHashSet<string> Callers = Set(
        "CurrentUser", "CurrentUserId", "GetCurrentUser", "GetCurrentUserId", "GetUserId", "User", "UserId", "caller", "currentUser", "currentUserId", "principal", "user", "userContext", "userId");

    public static Protection In(SyntaxNode handler)
    {
        var body = BodyOf(handler);
        if (body is null) return Protection.None;

        var nodes = body.DescendantNodesAndSelf().ToList();
        if (nodes.Exists(IsDecision)) return Protection.Demand;

        return body.DescendantTokens().Where(IsRefusal).Select(refusal => OfGate(refusal, body)).Aggregate(Protection.None, Protections.And);
    }

    /// <summary>Whether a handler does something with the identity of its caller, other than to log it.</summary>
    public static bool UseCaller(SyntaxNode handler) =>
        BodyOf(handler) is { } body && body.DescendantNodesAndSelf(node => !IsLog(node)).OfType<IdentifierNameSyntax>().Any(name => IsCaller(name, handler));

    /// <summary>A name for who is asking; a member of something sent (<c>request.UserId</c>) and a parameter (<c>userId</c> of a route) are not.</summary>
    public static bool IsCaller(IdentifierNameSyntax name, SyntaxNode handler)
    {
        var text = name.Identifier.ValueText.TrimStart('_');
        if (!Callers.Contains(text)) return false;
        if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
            return text is "User" or "CurrentUser" or "GetUserId" && access.Expression is ThisExpressionSyntax or IdentifierNameSyntax { Identifier.ValueText: "HttpContext" or "context" or "Context" or "httpContext" or "ctx" or "User" or "user" };
        if (text == "User" || char.IsUpper(text[0])) return true;

        return ParametersOf(handler).FirstOrDefault(parameter => parameter.Identifier.ValueText == text) is { } parameter
            ? parameter.Type?.ToString().EndsWith("Principal", StringComparison.Ordinal) == true || Words.Of(parameter.Type?.ToString() ?? "").Contains("current")
            : !IsLocal(name.Identifier.ValueText, handler);
    }

    /// <summary>A local is what it was made of, and that is looked at as well.</summary>
    private static bool IsLocal(string name, SyntaxNode handler) => handler.DescendantNodes().Any(node => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText == name,
        SingleVariableDesignationSyntax designation => designation.Identifier.ValueText == name,
        ForEachStatementSyntax loop => loop.Identifier.ValueText == name,
        ParameterSyntax parameter => parameter.Identifier.ValueText == name,
        _ => false,
    });

    public static IEnumerable<ParameterSyntax> ParametersOf(SyntaxNode handler) => handler switch
    {
        BaseMethodDeclarationSyntax method => method.ParameterList.Parameters,
        LocalFunctionStatementSyntax function => function.ParameterList.Parameters,
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters,
        _ => Enumerable.Empty<ParameterSyntax>(),
    };

    public static SyntaxNode? BodyOf(SyntaxNode handler) => handler switch
    {
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
        LocalFunctionStatementSyntax function => (SyntaxNode?)function.Body ?? function.ExpressionBody,
        AnonymousFunctionExpressionSyntax lambda => lambda.Body,
        _ => null,
    };

    private static bool IsLog(SyntaxNode node) =>
        node is InvocationExpressionSyntax call && Calls.NameOf(call) is var name && (name.StartsWith("Log", StringComparison.Ordinal) || name is "WriteLine");

    private static bool IsDecision(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => IsDecidingCall(call),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Succeeded" } => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison => ComparesCaller(comparison),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } text => text.Token.ValueText.EndsWith("Signature", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static bool IsDecidingCall(InvocationExpressionSyntax call)
    {
        var name = Calls.NameOf(call);
        if (Proofs.Contains(name) || (name == "HasClaim" && call.ArgumentList.Arguments.Count == 2)) return true;
        if (name is "AuthorizeAsync" or "" || Refusals.Contains(name)) return false;

        var words = Words.StemsOf(name);
        return Demanding.Contains(words[0]) || (!Doing.Contains(words[0]) && words.Any(Deciding.Contains));
    }

    /// <summary>The owner of a thing compared with who is asking.</summary>
    private static bool ComparesCaller(BinaryExpressionSyntax comparison) =>
        !IsEmptiness(comparison.Left) && !IsEmptiness(comparison.Right)
        && comparison.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            Callers.Contains(name.Identifier.ValueText.TrimStart('_')) && comparison.FirstAncestorOrSelf<SyntaxNode>(IsHandler) is { } handler && IsCaller(name, handler));

    private static bool IsHandler(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax || (node is AnonymousFunctionExpressionSyntax && node.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is null && node is ParenthesizedLambdaExpressionSyntax);

    private static bool IsRefusal(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.IdentifierToken => Refusals.Contains(token.ValueText) && !token.Parent.IsKind(SyntaxKind.CatchDeclaration),
        SyntaxKind.NumericLiteralToken => token.Value is 401 or 403,
        _ => false,
    };

    /// <summary>What the condition asks that leads to a refusal.</summary>
    private static Protection OfGate(SyntaxToken refusal, SyntaxNode body) => ConditionOf(refusal, body) switch
    {
        null => Protection.None,
        var condition => IsPresence(condition, body) ? Protection.Presence : Protection.Demand,
    };

    private static ExpressionSyntax? ConditionOf(SyntaxToken refusal, SyntaxNode body)
    {
        if (refusal.Parent!.FirstAncestorOrSelf<CatchClauseSyntax>() is not null) return null;

        foreach (var node in refusal.Parent!.Ancestors().TakeWhile(node => node != body.Parent))
        {
            var condition = node switch
            {
                IfStatementSyntax choice when !choice.Condition.Span.Contains(refusal.Span) => choice.Condition,
                ConditionalExpressionSyntax choice when !choice.Condition.Span.Contains(refusal.Span) => choice.Condition,
                SwitchExpressionSyntax choice => choice.GoverningExpression,
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice when choice.Right.Span.Contains(refusal.Span) => choice.Left,
                StatementSyntax { Parent: BlockSyntax block } statement when block == body => ConditionBefore(statement, block),
                _ => null,
            };
            if (condition is not null) return condition;
        }

        return null;
    }

    /// <summary><c>if (may) { …; return Ok(); } return Unauthorized();</c>.</summary>
    private static ExpressionSyntax? ConditionBefore(StatementSyntax refusal, BlockSyntax block) =>
        block.Statements.TakeWhile(statement => statement != refusal).OfType<IfStatementSyntax>().LastOrDefault()?.Condition;

    /// <summary>
    /// The condition that is all a handler asks of its caller, and that only looks whether something is there; null where the handler asks more, or goes on to use what it found.
    /// </summary>
    public static ExpressionSyntax? PresenceGate(SyntaxNode handler)
    {
        if (BodyOf(handler) is not { } body || In(handler) != Protection.Presence) return null;

        var conditions = body.DescendantTokens().Where(IsRefusal).Select(refusal => ConditionOf(refusal, body)).OfType<ExpressionSyntax>().Distinct().ToList();
        return conditions.TrueForAll(condition => !IsUsedBeyond(condition, body, handler)) ? conditions[0] : null;
    }

    /// <summary>An identity that the framework has found out may be asked for; a header is only what somebody sent.</summary>
    public static bool LookAtHeader(ExpressionSyntax gate, SyntaxNode handler) => Evidence(gate, BodyOf(handler)!).Exists(expression =>
        expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == "Headers"));

    /// <summary>A user id that is looked for, and then used, says whose things are meant.</summary>
    private static bool IsUsedBeyond(ExpressionSyntax condition, SyntaxNode body, SyntaxNode handler)
    {
        var evidence = Evidence(condition, body);
        var found = new HashSet<string>(evidence.SelectMany(Names));
        return body.DescendantNodes(node => !IsLog(node)).OfType<IdentifierNameSyntax>()
            .Where(name => !evidence.Exists(expression => expression.Span.Contains(name.Span)))
            .Any(name => found.Contains(name.Identifier.ValueText) || IsCaller(name, handler));
    }

    /// <summary>Locals that a condition reads or declares.</summary>
    private static IEnumerable<string> Names(ExpressionSyntax expression) =>
        expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name)
            .Select(name => name.Identifier.ValueText).Where(name => name.Length > 0 && char.IsLower(name[0]) && name is not ("context" or "request" or "httpContext" or "ctx" or "http"))
            .Concat(expression.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Select(designation => designation.Identifier.ValueText));

    /// <summary>A condition, and what its locals were made of, that only looks whether something is there.</summary>
    public static bool IsPresence(ExpressionSyntax condition, SyntaxNode body)
    {
        var evidence = Evidence(condition, body);
        return evidence.TrueForAll(OnlyLooks) && evidence.Exists(SpeaksOfCaller);
    }

    /// <summary>A condition, and what the locals in it were made of.</summary>
    public static List<ExpressionSyntax> Evidence(ExpressionSyntax condition, SyntaxNode body)
    {
        var evidence = new List<ExpressionSyntax> { condition };
        for (var index = 0; index < evidence.Count && evidence.Count < 8; index++)
            foreach (var name in evidence[index].DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText).Distinct())
                if (InitializerOf(name, body) is { } initializer && !evidence.Contains(initializer)) evidence.Add(initializer);
        return evidence;
    }

    private static ExpressionSyntax? InitializerOf(string local, SyntaxNode body) =>
        body.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(variable => variable.Identifier.ValueText == local)?.Initializer?.Value;

    private static bool OnlyLooks(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().All(node => node switch
    {
        InvocationExpressionSyntax call => Looks.Contains(Calls.NameOf(call)) && !LooksAtValue(call),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison =>
            IsEmptiness(comparison.Left) || IsEmptiness(comparison.Right) || ComparesType(comparison),
        _ => true,
    });

    /// <summary><c>HasClaim("scope", "write")</c>, or a predicate that looks at more than the type.</summary>
    private static bool LooksAtValue(InvocationExpressionSyntax call) =>
        Calls.NameOf(call) is "HasClaim" or "Any" && (call.ArgumentList.Arguments.Count > 1 || call.ArgumentList.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == "Value"));

    private static bool ComparesType(BinaryExpressionSyntax comparison) =>
        Calls.NameOf(comparison.Left) == "Type" || Calls.NameOf(comparison.Right) == "Type";

    private static bool IsEmptiness(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => !literal.IsKind(SyntaxKind.StringLiteralExpression) || literal.Token.ValueText.Length == 0,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } => true,
        _ => false,
    };

    private static bool SpeaksOfCaller(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().Any(node => node switch
    {
        IdentifierNameSyntax { Identifier.ValueText: "IsAuthenticated" or "Headers" or "User" or "Claims" or "FindFirst" or "FindFirstValue" or "HasClaim" or "Authorization" or "principal" } => true,
        _ => false,
    });

    private static ImmutableHashSet<string> Set(params string[] words) => ImmutableHashSet.Create(StringComparer.Ordinal, words);
}
