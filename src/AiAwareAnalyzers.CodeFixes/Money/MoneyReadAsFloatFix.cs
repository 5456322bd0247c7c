using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Money.Amounts;
using AiAwareAnalyzers.Money.Arithmetic;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money;

/// <summary>Reads money as decimal and drops the conversion that followed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoneyReadAsFloatFix))]
public sealed class MoneyReadAsFloatFix() : Fix(MoneyReadAsFloat.Descriptor.Id)
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model) return;
        if (model.GetOperation(finding.Node, finding.Cancellation) is not { } reading) return;

        var whole = FloatComputation.Around(reading).Whole;
        var user = Values.UserOf(whole);
        var conversion = user is IArgumentOperation { Parent: { } call } ? call : user;
        if (conversion is null || DecimalConversions.TurnedToDecimal(conversion) is null) return;

        var place = conversion.Syntax;
        var form = new DecimalForm(model).Instead(place, (ExpressionSyntax)whole.Syntax);
        finding.Offer("Read as decimal", "Decimal", editor => editor.ReplaceNode(place, form.WithTriviaFrom(place)));
    }
}
