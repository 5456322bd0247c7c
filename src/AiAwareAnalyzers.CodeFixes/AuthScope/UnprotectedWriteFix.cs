using AiAwareAnalyzers.AuthScope.Guards;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>Demands an authorized caller, or what the endpoints beside it demand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnprotectedWriteFix))]
public sealed class UnprotectedWriteFix() : Fix(UnprotectedWrite.Descriptor.Id)
{
    /// <summary>What is open may be meant to be: who reads it decides, endpoint by endpoint.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Diagnostic.Properties[UnprotectedWrite.Demand] is not { } demand) return Task.CompletedTask;

        var places = finding.Diagnostic.AdditionalLocations.Prepend(finding.Diagnostic.Location)
            .Where(place => place.SourceTree == finding.Root.SyntaxTree)
            .Select(place => finding.Root.FindNode(place.SourceSpan, getInnermostNodeForTie: true))
            .GroupBy(Guard.TargetOf)
            .Select(target => target.First())
            .ToList();
        if (!places.TrueForAll(Guard.CanStandAt)) return Task.CompletedTask;

        finding.Offer(
            demand.Length == 0 ? "Demand an authorized caller" : "Demand what the endpoints beside it demand",
            nameof(UnprotectedWriteFix),
            editor =>
            {
                foreach (var place in places) Guard.Add(editor, place, demand);
            });
        return Task.CompletedTask;
    }
}
