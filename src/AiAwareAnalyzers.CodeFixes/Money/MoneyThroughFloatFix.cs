using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Money.Amounts;
using AiAwareAnalyzers.Money.Arithmetic;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money;

/// <summary>Lets decimal money stay decimal through a computation or comparison.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoneyThroughFloatFix))]
public sealed class MoneyThroughFloatFix() : Fix(MoneyThroughFloat.Descriptor.Id)
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model) return;
        if (model.GetOperation(finding.Node, finding.Cancellation) is not { } turned) return;

        var whole = FloatComputation.Around(turned).Whole;
        var (place, decimalForm) = Rewrite(whole, new DecimalForm(model));
        finding.Offer(
            "Compute in decimal", "Decimal", editor => editor.ReplaceNode(place, decimalForm.WithTriviaFrom(place)));
    }

    /// <summary>
    /// What to replace, and by what: both sides of a comparison, the way back to decimal, or the computation alone.
    /// </summary>
    private static (SyntaxNode Place, SyntaxNode Form) Rewrite(IOperation whole, DecimalForm form)
    {
        var expression = (ExpressionSyntax)whole.Syntax;
        var user = Values.UserOf(whole);
        if (user is IBinaryOperation { Syntax: BinaryExpressionSyntax comparison })
            return (comparison, comparison.WithLeft(form.Of(comparison.Left)).WithRight(form.Of(comparison.Right)));

        var conversion = user is IArgumentOperation { Parent: { } call } ? call : user;
        if (conversion is not null && DecimalConversions.TurnedToDecimal(conversion) is not null)
            return (conversion.Syntax, form.Instead(conversion.Syntax, expression));

        return (
            expression,
            DecimalForm.Cast(SyntaxFactory.ParseTypeName(Numbers.AsWritten(whole.Type!)), form.Alone(expression)));
    }
}
