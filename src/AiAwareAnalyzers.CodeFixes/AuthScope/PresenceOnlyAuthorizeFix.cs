using AiAwareAnalyzers.AuthScope.Guards;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>Demands what the endpoints beside it demand, where they all demand the same.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PresenceOnlyAuthorizeFix))]
public sealed class PresenceOnlyAuthorizeFix() : Fix(PresenceOnlyAuthorize.Descriptor.Id)
{
    /// <summary>Every signed-in user may be meant: who reads it decides, endpoint by endpoint.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Diagnostic.Properties[PresenceOnlyAuthorize.Demand] is { } demand && Guard.CanStandAt(finding.Node))
            finding.Offer(
                "Demand what the endpoints beside it demand",
                nameof(PresenceOnlyAuthorizeFix),
                editor => Guard.Raise(editor, finding.Node, demand));
        return Task.CompletedTask;
    }
}
