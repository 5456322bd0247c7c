using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>Throws where the secret is missing, and names the setting.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SecretFallbackFix))]
public sealed class SecretFallbackFix() : Fix(SecretFallback.Descriptor.Id)
{
    private const string Title = "Throw where the secret is missing";

    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Node.FirstAncestorOrSelf<ExpressionSyntax>() is { } fallback
            && finding.Diagnostic.Properties.TryGetValue(SecretFallback.Key, out var key))
            Offer(finding, OutsideParentheses(fallback), Refusal(key!));
        return Task.CompletedTask;
    }

    private static void Offer(Finding finding, ExpressionSyntax fallback, ExpressionSyntax refusal)
    {
        if (fallback.Parent is BinaryExpressionSyntax or ConditionalExpressionSyntax)
            finding.Offer(
                Title,
                nameof(SecretFallbackFix),
                editor => editor.ReplaceNode(fallback, refusal.WithTriviaFrom(fallback)));
        else if (ReplacementOf(fallback) is { } replacement)
            finding.Offer(
                Title,
                nameof(SecretFallbackFix),
                editor => editor.ReplaceNode(replacement, Thrown(refusal).WithTriviaFrom(replacement)));
        else if (fallback.Parent
            is ArgumentSyntax
                { Parent: ArgumentListSyntax { Arguments.Count: 2, Parent: InvocationExpressionSyntax call } } argument
            && Required(call, argument, refusal) is { } required)
            finding.Offer(
                Title, nameof(SecretFallbackFix), editor => editor.ReplaceNode(call, required.WithTriviaFrom(call)));
    }

    /// <summary>The statement that puts a literal in the place of what a condition found to be missing.</summary>
    private static StatementSyntax? ReplacementOf(ExpressionSyntax fallback) =>
        fallback.Parent is AssignmentExpressionSyntax
            { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax statement }
            && statement.Parent is IfStatementSyntax or BlockSyntax { Statements: [_], Parent: IfStatementSyntax }
            ? statement
            : null;

    private static StatementSyntax Thrown(ExpressionSyntax refusal) =>
        SyntaxFactory.ThrowStatement(((ThrowExpressionSyntax)refusal).Expression).NormalizeWhitespace();

    /// <summary><c>GetValue&lt;string&gt;("Jwt:Key") ?? throw …</c></summary>
    private static ExpressionSyntax? Required(
        InvocationExpressionSyntax call, ArgumentSyntax fallback, ExpressionSyntax refusal)
    {
        if (call.Expression is not MemberAccessExpressionSyntax access) return null;

        var text = SyntaxFactory.GenericName("GetValue")
            .WithTypeArgumentList(SyntaxFactory.TypeArgumentList(SyntaxFactory.SingletonSeparatedList<TypeSyntax>(
                SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.StringKeyword)))));
        var rest = call.ArgumentList.Arguments.Single(argument => argument != fallback);
        var read = call.WithExpression(access.WithName(text))
            .WithArgumentList(SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(rest))).WithoutTrivia();
        var choice = SyntaxFactory.ParseExpression($"{read} ?? {refusal}");
        var standsAlone = call.Parent is EqualsValueClauseSyntax or ArgumentSyntax or ReturnStatementSyntax
            or ArrowExpressionClauseSyntax or AssignmentExpressionSyntax;
        return Shortened(standsAlone ? choice : SyntaxFactory.ParenthesizedExpression(choice));
    }

    private static ExpressionSyntax OutsideParentheses(ExpressionSyntax expression) =>
        expression.Parent is ParenthesizedExpressionSyntax outer ? OutsideParentheses(outer) : expression;

    private static ExpressionSyntax Refusal(string key) =>
        Shortened(
            SyntaxFactory.ParseExpression(
                $"throw new System.InvalidOperationException("
                + $"{SymbolDisplay.FormatLiteral($"'{key}' is not configured.", quote: true)})"));

    private static ExpressionSyntax Shortened(ExpressionSyntax expression) =>
        expression.ReplaceNodes(
            expression.DescendantNodes().OfType<QualifiedNameSyntax>(), static (_, name) => FullName.Simplified(name));
}
