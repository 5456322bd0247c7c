using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope.Credentials;

/// <summary>What a method does with a token that it has read.</summary>
internal static class TokenUse
{
    /// <summary>What a client may look at before it decides to ask for a new token, and what chooses the key.</summary>
    private static readonly ImmutableHashSet<string> Harmless = WordSet.Of(
        "Alg EncodedHeader EncodedToken Expiration Header IssuedAt Issuer Kid Length RawData RawHeader",
        "SignatureAlgorithm ValidFrom ValidTo X5t exp iat nbf");

    /// <summary>Calls that show something to people and decide nothing.</summary>
    private static readonly ImmutableHashSet<string> Showing = WordSet.Of("Write WriteLine Add AppendLine Append");

    /// <summary>The method, accessor or function that holds an operation, with its whole body.</summary>
    public static SyntaxNode? HomeOf(IOperation operation) => operation.Syntax.Ancestors().FirstOrDefault(node =>
        node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
            or PropertyDeclarationSyntax
        || (node is AnonymousFunctionExpressionSyntax
            && node.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is null));

    /// <summary>
    /// Whether a token is validated in the same method: by a handler, or by a method whose name says so.
    /// </summary>
    public static bool ValidatesIn(SyntaxNode home) =>
        home.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
            Calls.NameOf(call) is "ValidateToken" or "ValidateTokenAsync" or "ValidateSignature" or "VerifyData"
                or "VerifyHash" or "FixedTimeEquals"
            || (Words.StemsOf(Calls.NameOf(call)) is var words
                && words.Length > 1
                && words[0] is "validate" or "verify"
                && words.Any(word => word is "token" or "jwt" or "signature" or "credential")));

    /// <summary>Names that a token passes on its way to being read: <c>Headers</c>, <c>GetTokenAsync</c>, …</summary>
    public static IEnumerable<string> SourcesOf(IOperation read, SyntaxNode home)
    {
        var arguments = read.Syntax switch
        {
            InvocationExpressionSyntax call => call.ArgumentList.Arguments,
            BaseObjectCreationExpressionSyntax { ArgumentList: { } list } => list.Arguments,
            _ => default,
        };
        return arguments.SelectMany(argument => NamesBehind(argument.Expression, home));
    }

    /// <summary>Names that a value passes on its way.</summary>
    public static IEnumerable<string> NamesBehind(ExpressionSyntax value, SyntaxNode home) =>
        PresenceLooks.Evidence(value, home)
            .SelectMany(passed => passed.DescendantNodesAndSelf())
            .OfType<SimpleNameSyntax>()
            .Select(name => name.Identifier.ValueText);

    /// <summary>What the sender of the token gets to choose; null where nothing is made of its claims.</summary>
    public static string? Of(IOperation read, SyntaxNode home)
    {
        var tainted = new HashSet<string>(StringComparer.Ordinal);
        var claims = new List<SyntaxNode> { read.Syntax };
        Follow(home, tainted, claims);
        return claims.Where(claim => !IsHarmless(claim))
            .Select(claim => SinkOf(claim, home))
            .FirstOrDefault(sink => sink is not null);
    }

    /// <summary>
    /// Collects every place where something made from the token is mentioned, in the order of the text.
    /// </summary>
    private static void Follow(SyntaxNode home, HashSet<string> tainted, List<SyntaxNode> claims)
    {
        Taint(claims[0], tainted);
        foreach (var name in home.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name => IsOfLocal(name) && tainted.Contains(name.Identifier.ValueText)))
        {
            claims.Add(name);
            if (!IsHarmless(name)) Taint(name, tainted);
        }
    }

    /// <summary>A name by itself, or the beginning of a chain; not a member of something else.</summary>
    private static bool IsOfLocal(IdentifierNameSyntax name) =>
        name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name;

    /// <summary>The local that a value is put into, if only a part of it.</summary>
    private static void Taint(SyntaxNode value, HashSet<string> tainted)
    {
        foreach (var node in value.Ancestors().TakeWhile(node =>
            node is not StatementSyntax
            || node is LocalDeclarationStatementSyntax or ForEachStatementSyntax or IfStatementSyntax
                or ExpressionStatementSyntax))
            switch (node)
            {
                case VariableDeclaratorSyntax variable:
                    tainted.Add(variable.Identifier.ValueText);
                    return;
                case ForEachStatementSyntax loop when loop.Expression.Span.Contains(value.Span):
                    tainted.Add(loop.Identifier.ValueText);
                    return;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax local } assignment
                    when assignment.Right.Span.Contains(value.Span):
                    tainted.Add(local.Identifier.ValueText);
                    return;
                case IsPatternExpressionSyntax
                    { Pattern: DeclarationPatternSyntax { Designation: SingleVariableDesignationSyntax designation } }:
                    tainted.Add(designation.Identifier.ValueText);
                    return;
                case IsPatternExpressionSyntax
                    { Pattern: RecursivePatternSyntax { Designation: SingleVariableDesignationSyntax designation } }:
                    tainted.Add(designation.Identifier.ValueText);
                    return;
                case IfStatementSyntax or ExpressionStatementSyntax:
                    return;
            }
    }

    /// <summary>Only the end of the token's life is looked at, or its header; or whether it is there at all.</summary>
    private static bool IsHarmless(SyntaxNode claim)
    {
        var expression = claim;
        while (expression.Parent is CastExpressionSyntax
            or ParenthesizedExpressionSyntax
            or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression }
            or PostfixUnaryExpressionSyntax)
            expression = expression.Parent;
        return expression.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Expression == expression =>
                Harmless.Contains(access.Name.Identifier.ValueText)
                || IsHarmlessPart(access)
                || AsksForHarmless(access),
            ConditionalAccessExpressionSyntax access when access.Expression == expression =>
                access.WhenNotNull.DescendantNodesAndSelf()
                    .OfType<MemberBindingExpressionSyntax>()
                    .FirstOrDefault() is { } binding
                && Harmless.Contains(binding.Name.Identifier.ValueText),
            BinaryExpressionSyntax comparison
                when comparison.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression =>
                comparison.Left.IsKind(SyntaxKind.NullLiteralExpression)
                || comparison.Right.IsKind(SyntaxKind.NullLiteralExpression),
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax or UnaryPatternSyntax } => true,
            _ => false,
        };
    }

    /// <summary><c>token.Payload.IssuedAt</c>.</summary>
    private static bool IsHarmlessPart(MemberAccessExpressionSyntax access) =>
        access is { Name.Identifier.ValueText: "Payload", Parent: MemberAccessExpressionSyntax part }
        && part.Expression == access
        && Harmless.Contains(part.Name.Identifier.ValueText);

    /// <summary><c>Claims.First(c => c.Type == "exp")</c>.</summary>
    private static bool AsksForHarmless(MemberAccessExpressionSyntax access) =>
        access.FirstAncestorOrSelf<StatementSyntax>() is { } statement
        && statement.DescendantTokens()
            .Any(token => token.IsKind(SyntaxKind.StringLiteralToken) && Harmless.Contains(token.ValueText))
        && !statement.DescendantTokens().Any(token =>
            token.IsKind(SyntaxKind.StringLiteralToken)
            && !Harmless.Contains(token.ValueText)
            && token.ValueText.Length > 1);

    private static string? SinkOf(SyntaxNode claim, SyntaxNode home)
    {
        foreach (var node in claim.Ancestors().TakeWhile(node => node != home.Parent))
            switch (node)
            {
                case InvocationExpressionSyntax call when call.ArgumentList.Span.Contains(claim.Span)
                    && (Showing.Contains(Calls.NameOf(call))
                        || Calls.NameOf(call).StartsWith("Log", StringComparison.Ordinal)):
                case BinaryExpressionSyntax
                    { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison
                    when IsNullTest(comparison):
                    return null;
                case ObjectCreationExpressionSyntax { Type: var type }
                    when type.ToString().EndsWith("ClaimsIdentity", StringComparison.Ordinal)
                        || type.ToString().EndsWith("ClaimsPrincipal", StringComparison.Ordinal):
                    return "who the caller is";
                case IfStatementSyntax choice when choice.Condition.Span.Contains(claim.Span):
                case ConditionalExpressionSyntax decision when decision.Condition.Span.Contains(claim.Span):
                    return "how this is decided";
                case AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax
                    or IdentifierNameSyntax { Identifier.ValueText: { Length: > 0 } } } assignment
                    when IsIdentity(assignment.Left):
                    return $"'{Quote.Of(assignment.Left)}'";
                case ReturnStatementSyntax or ArrowExpressionClauseSyntax
                    when node.Parent == home || node is ReturnStatementSyntax:
                    return ReturnsIdentity(home) ? "what this returns" : null;
            }

        return null;
    }

    private static bool IsNullTest(BinaryExpressionSyntax comparison) =>
        comparison.Left.IsKind(SyntaxKind.NullLiteralExpression)
        || comparison.Right.IsKind(SyntaxKind.NullLiteralExpression);

    private static bool IsIdentity(ExpressionSyntax target) =>
        target is MemberAccessExpressionSyntax && Words.StemsOf(Calls.NameOf(target))
            .Any(word => word is "user" or "principal" or "role" or "tenant" or "subject" or "identity" or "scope");

    /// <summary>A token that is handed on is the business of whoever takes it, and so is a moment in time.</summary>
    private static bool ReturnsIdentity(SyntaxNode home)
    {
        var type = home switch
        {
            MethodDeclarationSyntax method => method.ReturnType.ToString(),
            LocalFunctionStatementSyntax function => function.ReturnType.ToString(),
            PropertyDeclarationSyntax property => property.Type.ToString(),
            _ => "",
        };
        return !Words.Of(type).Any(word => word is "token" or "jwt" or "date" or "offset" or "span" or "void");
    }
}
