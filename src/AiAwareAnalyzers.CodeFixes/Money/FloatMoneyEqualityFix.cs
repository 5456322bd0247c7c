using AiAwareAnalyzers.Money.Arithmetic;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money;

/// <summary>Compares both sides as decimals, which hold what both sides say.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FloatMoneyEqualityFix))]
public sealed class FloatMoneyEqualityFix() : Fix(FloatMoneyEquality.Descriptor.Id)
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (finding.Node is not BinaryExpressionSyntax comparison) return;
        if (await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model) return;
        if (IsNullable(comparison.Left, model) || IsNullable(comparison.Right, model)) return;

        var form = new DecimalForm(model);
        var inDecimal = comparison.WithLeft(form.Of(comparison.Left)).WithRight(form.Of(comparison.Right));
        finding.Offer("Compare in decimal", "Decimal", editor => editor.ReplaceNode(comparison, inDecimal));
    }

    private static bool IsNullable(ExpressionSyntax side, SemanticModel model) =>
        Numbers.IsNullable(model.GetTypeInfo(side).Type);
}
