using AiAwareAnalyzers.ErrorHandling.Catches;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>Lets the exceptions through, or catches only what the calls document.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EmptyCatchFix))]
public sealed class EmptyCatchFix() : Fix("AIA0505")
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (!HiddenFailureFixes.MayEnd(finding)
            || finding.Enclosing<CatchClauseSyntax>() is not { } clause
            || await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model)
            return;

        HiddenFailureFixes.OfferRethrow(finding, clause, model);
        HiddenFailureFixes.OfferNarrowing(finding, clause, model);
    }
}
