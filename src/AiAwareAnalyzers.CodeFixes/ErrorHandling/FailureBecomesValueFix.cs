using AiAwareAnalyzers.ErrorHandling.Catches;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>Lets the failure out of the catch, or lets the catch take only what its calls document.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FailureBecomesValueFix))]
public sealed class FailureBecomesValueFix() : Fix("AIA0501")
{
    private protected override Task OfferAsync(Finding finding) => HiddenFailureFixes.OfferAsync(finding);
}
