using AiAwareAnalyzers.ErrorHandling.Catches;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>
/// Lets the failure of a change out of the catch, or lets the catch take only what its calls document.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SilentWriteFailureFix))]
public sealed class SilentWriteFailureFix() : Fix("AIA0503")
{
    private protected override Task OfferAsync(Finding finding) => HiddenFailureFixes.OfferAsync(finding);
}
