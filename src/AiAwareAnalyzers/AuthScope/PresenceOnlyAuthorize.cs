using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>
/// An endpoint that changes data for whoever is signed in, beside others that demand a policy, a role or a scope.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PresenceOnlyAuthorize() : Rule(Descriptor)
{
    /// <summary>What the other endpoints demand, in the properties of a finding; the fix repeats it.</summary>
    internal const string Demand = nameof(Demand);

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0307",
        title: "An endpoint that changes data requires only a signed-in user",
        messageFormat: "'{0}' changes data for any signed-in user, while {1} more, as '{2}' does; require it here "
            + "as well",
        category: Family.AuthScope,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "An endpoint that changes data and requires only a signed-in user is the weak one among others "
            + "that require a policy, a role or a scope.",
        alsoKnownAs: "broken access control, BFLA, privilege escalation",
        cwe: [862],
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start) =>
        EndpointVisit.Register(start, Judge);

    private static void Judge(EndpointVisit visit)
    {
        var endpoint = visit.Endpoint;
        if (endpoint
            is not { IsWrite: true, IsForEverybody: false, UsesCaller: false, Protection: Protection.Presence })
            return;
        if (endpoint.Checked != Protection.None || endpoint.Handler?.DescendantNodes().Any(NamesCaller) == true) return;

        var siblings = WebApplication.Of(visit.Compilation).WritesBeside(endpoint).ToList();
        if (endpoint.IsGuardedByType && siblings.First(other => other.Container.Equals(endpoint.Container)) != endpoint)
            return;

        siblings.Remove(endpoint);
        var demanding = siblings.Where(other => other.Protection == Protection.Demand && IsStricter(other, endpoint))
            .ToList();
        if (demanding.Count == 0 || demanding.Count * 2 < siblings.Count) return;
        if (IsOnlyOneOf(demanding, siblings, endpoint)) return;

        Report(visit, siblings.Count, demanding);
    }

    /// <summary>
    /// Its code may only tell what was decided elsewhere; and whose a row is, nobody can ask who makes a new one.
    /// </summary>
    private static bool IsStricter(Endpoint other, Endpoint endpoint) =>
        other.Granted == Protection.Demand
        || other.Handler is not { } handler
        || !(HandlerChecks.DemandOnly(handler, HandlerChecks.IsAboutError)
            || endpoint.MakesNewRow && HandlerChecks.DemandOnly(handler, HandlerChecks.IsAboutRow));

    /// <summary>
    /// One that is guarded more closely among several says something of itself, and nothing of the others; what one
    /// type guards together is one.
    /// </summary>
    private static bool IsOnlyOneOf(List<Endpoint> demanding, List<Endpoint> siblings, Endpoint endpoint) =>
        demanding.Count == 1
        && siblings.Count(other => !endpoint.IsGuardedByType || !other.Container.Equals(endpoint.Container)) > 1;

    /// <summary>Whose things are meant is said by a header: that is the fault, and AIA0310 speaks of it.</summary>
    private static bool NamesCaller(SyntaxNode node) =>
        CallerNames.HeaderRead(node) is { } header && CallerNames.IsHeader(header);

    private static void Report(EndpointVisit visit, int siblings, List<Endpoint> demanding)
    {
        var demands = demanding.Select(other => other.Demand).Distinct().ToList();
        visit.Report(Diagnostic.Create(
            Descriptor,
            visit.Endpoint.Place,
            Zones.SeverityIn(visit.Endpoint.Place, visit.Endpoint.Namespace, visit.Options, visit.Compilation),
            additionalLocations: null,
            ImmutableDictionary<string, string?>.Empty.Add(Demand, demands.Count == 1 ? demands[0] : null),
            visit.Endpoint.Name, Beside(demanding.Count, siblings), demanding[0].Name));
    }

    private static string Beside(int demanding, int siblings) =>
        siblings == 1 ? "the other endpoint beside it requires"
        : demanding == 1 ? $"1 of {siblings} endpoints beside it requires"
        : $"{demanding} of {siblings} endpoints beside it require";
}
