using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope.Guards;

/// <summary>Conditions that only look whether something is there, and not what it is.</summary>
internal static class PresenceLooks
{
    private static readonly ImmutableHashSet<string> Calling = WordSet.Of(
        "Any ContainsKey FindAll FindFirst FindFirstValue First FirstOrDefault HasClaim IsNullOrEmpty",
        "IsNullOrWhiteSpace SingleOrDefault StartsWith ToString Trim TryGetValue Unauthorized Forbid Count");

    /// <summary>Whether a call of this name may be a part of such a look.</summary>
    public static bool MayCall(string name) => Calling.Contains(name);

    /// <summary>What a body answers that does nothing before but to name values; null for any other.</summary>
    public static ExpressionSyntax? AnswerIn(SyntaxNode body) => body switch
    {
        ExpressionSyntax expression => expression,
        ArrowExpressionClauseSyntax arrow => arrow.Expression,
        BlockSyntax { Statements: { Count: > 0 } statements }
            when statements.Take(statements.Count - 1).All(static one => one is LocalDeclarationStatementSyntax) =>
            (statements[^1] as ReturnStatementSyntax)?.Expression,
        _ => null,
    };

    /// <summary>A condition, and what its locals were made of, that only looks whether something is there.</summary>
    public static bool Is(ExpressionSyntax condition, SyntaxNode body)
    {
        var evidence = Evidence(condition, body);
        return evidence.TrueForAll(OnlyLooks) && evidence.Exists(SpeaksOfCaller);
    }

    /// <summary>A condition, and what the locals in it were made of.</summary>
    public static List<ExpressionSyntax> Evidence(ExpressionSyntax condition, SyntaxNode body)
    {
        var evidence = new List<ExpressionSyntax> { condition };
        for (var index = 0; index < evidence.Count && evidence.Count < 8; index++)
            foreach (var name in evidence[index]
                .DescendantNodesAndSelf()
                .OfType<IdentifierNameSyntax>()
                .Select(name => name.Identifier.ValueText)
                .Distinct())
                if (InitializerOf(name, body) is { } initializer && !evidence.Contains(initializer))
                    evidence.Add(initializer);
        return evidence;
    }

    private static ExpressionSyntax? InitializerOf(string local, SyntaxNode body) =>
        body.DescendantNodes()
            .OfType<VariableDeclaratorSyntax>()
            .FirstOrDefault(variable => variable.Identifier.ValueText == local)?.Initializer?.Value;

    private static bool OnlyLooks(ExpressionSyntax expression) =>
        expression.DescendantNodesAndSelf().All(node => node switch
        {
            InvocationExpressionSyntax call => Calling.Contains(Calls.NameOf(call)) && !LooksAtValue(call),
            BinaryExpressionSyntax
                { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison =>
                IsEmptiness(comparison.Left) || IsEmptiness(comparison.Right) || ComparesType(comparison),
            _ => true,
        });

    /// <summary><c>HasClaim("scope", "write")</c>, or a predicate that looks at more than the type.</summary>
    private static bool LooksAtValue(InvocationExpressionSyntax call) =>
        Calls.NameOf(call) is "HasClaim" or "Any"
        && (call.ArgumentList.Arguments.Count > 1 || call.ArgumentList.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText == "Value"));

    private static bool ComparesType(BinaryExpressionSyntax comparison) =>
        Calls.NameOf(comparison.Left) == "Type" || Calls.NameOf(comparison.Right) == "Type";

    public static bool IsEmptiness(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal =>
            !literal.IsKind(SyntaxKind.StringLiteralExpression) || literal.Token.ValueText.Length == 0,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } => true,
        _ => false,
    };

    private static bool SpeaksOfCaller(ExpressionSyntax expression) =>
        expression.DescendantNodesAndSelf().Any(node => node switch
        {
            IdentifierNameSyntax { Identifier.ValueText: "IsAuthenticated" or "Headers" or "User" or "Claims"
                or "FindFirst" or "FindFirstValue" or "HasClaim" or "Authorization" or "principal" } =>
                true,
            _ => false,
        });
}
