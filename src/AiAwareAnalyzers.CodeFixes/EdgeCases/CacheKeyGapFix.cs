using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>Appends what is missing to a key that is an interpolated text.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CacheKeyGapFix))]
public sealed class CacheKeyGapFix() : Fix("AIA0926")
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Diagnostic.Properties.TryGetValue(CacheKeyGap.Appended, out var appended)
            && appended is not null
            && TextOf(finding.Node) is { } text)
            finding.Offer(
                "Put it into the key", "Append",
                editor => editor.ReplaceNode(text, Longer(text, appended.Split(' ')).WithTriviaFrom(text)));
        return Task.CompletedTask;
    }

    /// <summary>The text itself, or that of the one local of its name in the member.</summary>
    private static InterpolatedStringExpressionSyntax? TextOf(SyntaxNode key) => key switch
    {
        InterpolatedStringExpressionSyntax text when IsPlain(text) => text,
        IdentifierNameSyntax name when DeclarationsOf(name).ToList() is [{ Initializer.Value:
            InterpolatedStringExpressionSyntax text }] && IsPlain(text) => text,
        _ => null,
    };

    private static IEnumerable<VariableDeclaratorSyntax> DeclarationsOf(IdentifierNameSyntax name) =>
        name.FirstAncestorOrSelf<MemberDeclarationSyntax>()
            ?.DescendantNodes()
            .OfType<VariableDeclaratorSyntax>()
            .Where(declarator => declarator.Identifier.ValueText == name.Identifier.ValueText)
        ?? [];

    /// <summary>Quoted once, not as a raw text.</summary>
    private static bool IsPlain(InterpolatedStringExpressionSyntax text) => text.StringEndToken.Text == "\"";

    private static ExpressionSyntax Longer(InterpolatedStringExpressionSyntax text, IEnumerable<string> variables) =>
        SyntaxFactory.ParseExpression(
            text.WithoutTrivia().ToString().TrimEnd('"')
            + string.Concat(variables.Select(static variable => ":{" + variable + "}"))
            + "\"");
}
