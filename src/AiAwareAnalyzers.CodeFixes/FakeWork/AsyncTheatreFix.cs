using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>Drops the awaits that wait for nothing, and <c>async</c> where no other is left.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AsyncTheatreFix))]
public sealed class AsyncTheatreFix() : Fix(AsyncTheatre.Descriptor.Id)
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model) return;
        if (finding.Node.FirstAncestorOrSelf<SyntaxNode>(Unmasking.IsFunction) is not { } function) return;

        var delays = finding.Diagnostic.Properties.ContainsKey(AsyncTheatre.DelaysArePlayed);
        if (Unmasking.Of(function, model, awaited => model.GetOperation(awaited) is IAwaitOperation operation && PlayedAwaits.IsPlayed(operation, delays)) is not { } unmasked) return;

        finding.Offer("Drop the await that waits for nothing", nameof(AsyncTheatreFix), editor => editor.ReplaceNode(function, unmasked));
    }
}
