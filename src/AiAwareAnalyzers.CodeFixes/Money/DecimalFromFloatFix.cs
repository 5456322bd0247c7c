using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Money.Arithmetic;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money;

/// <summary>Computes in decimal from the start, where that changes more than the place of a cast.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DecimalFromFloatFix))]
public sealed class DecimalFromFloatFix() : Fix(DecimalFromFloat.Descriptor.Id)
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model) return;

        var place = finding.Node;
        if (model.GetOperation(place, finding.Cancellation) is not { } conversion) return;
        if (DecimalConversions.TurnedToDecimal(conversion) is not { } operand
            || operand.AsWritten().Syntax is not ExpressionSyntax value)
            return;

        var form = new DecimalForm(model).Instead(place, value);
        if (form is not CastExpressionSyntax)
            finding.Offer(
                "Compute in decimal", "Decimal", editor => editor.ReplaceNode(place, form.WithTriviaFrom(place)));
    }
}
