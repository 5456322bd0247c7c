using AiAwareAnalyzers.Editing;
using AiAwareAnalyzers.HallucinatedApi.MemberStrings;
using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>Says a member that exists, by <c>nameof</c> where it can be said so and as text where it cannot.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingNamedMemberFix))]
public sealed class MissingNamedMemberFix() : Fix("AIA0107")
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Node is not ExpressionSyntax text || !IsWrittenHere(text)) return Task.CompletedTask;
        var place = finding.Diagnostic.Location.SourceSpan;
        var forms = NameofForms.FormsIn(finding.Diagnostic);
        return Suggested.OfferAsync(finding, (suggestion, _) =>
            forms[suggestion].Select(form => (Old: (SyntaxNode)text, New: (SyntaxNode)Rewritten(text, place, form))));
    }

    /// <summary>A constant from elsewhere has other readers.</summary>
    private static bool IsWrittenHere(ExpressionSyntax text) =>
        text is LiteralExpressionSyntax
            or InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } };

    private static ExpressionSyntax Rewritten(ExpressionSyntax text, TextSpan place, string form)
    {
        if (form.StartsWith("nameof(", StringComparison.Ordinal))
            return FullName.Simplified(SyntaxFactory.ParseExpression(form));
        if (place == text.Span)
            return SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(form));
        var written = text.ToString();
        var at = place.Start - text.SpanStart;
        return SyntaxFactory.ParseExpression(written[..at] + form + written[(at + place.Length)..]);
    }
}
