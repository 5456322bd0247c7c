using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>An endpoint that changes data and that nothing authorizes, in an application that knows who is asking.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnprotectedWrite() : Rule(Descriptor)
{
    /// <summary>What the other endpoints demand, in the properties of a finding; the fix repeats it.</summary>
    internal const string Demand = nameof(Demand);

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0306",
        title: "An endpoint that changes data is open to everybody",
        messageFormat: "Nothing authorizes '{0}'{1}, which changes data, in an application that authenticates its callers; {2}",
        category: Family.AuthScope,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "An endpoint that changes data and that nothing authorizes lets everybody change it, in an application that could know who is asking.");

    private protected override void Start(CompilationStartAnalysisContext start) => EndpointVisit.Register(start, Judge);

    private static void Judge(EndpointVisit visit)
    {
        var holes = Facts.Of(visit.Compilation, static c => new Holes(WebApplication.Of(c)));
        if (holes.At(visit.Endpoint) is not { } hole) return;

        var first = visit.Endpoint;
        visit.Report(Diagnostic.Create(
            Descriptor,
            first.Place,
            hole.IsEverywhere ? null : hole.Others.Select(other => other.Place).ToList(),
            ImmutableDictionary<string, string?>.Empty.Add(Demand, hole.IsEverywhere ? null : hole.Demand ?? ""),
            first.Name, Others(hole), WayOut(first, hole)));
    }

    private static string Others(Hole hole) => hole.Others.Count switch
    {
        0 => "",
        1 => $" and '{hole.Others[0].Name}'",
        var count => $" and {count} others, such as '{hole.Others[0].Name}'",
    };

    private static string WayOut(Endpoint endpoint, Hole hole) =>
        hole.IsEverywhere ? "set a fallback policy, and mark with AllowAnonymous what is meant for everybody"
        : endpoint.Handler == endpoint.Syntax ? "demand a policy with [Authorize], or say [AllowAnonymous]"
        : "demand a policy with RequireAuthorization, or say AllowAnonymous";

    /// <summary>What is open for one reason: a group that lost its guard, or an application that never had one.</summary>
    private sealed class Hole(List<Endpoint> others, bool isEverywhere, string? demand)
    {
        public List<Endpoint> Others { get; } = others;

        public bool IsEverywhere { get; } = isEverywhere;

        public string? Demand { get; } = demand;
    }

    private sealed class Holes
    {
        private readonly Dictionary<Endpoint, Hole> _holes = new();

        public Holes(WebApplication application)
        {
            if (!application.Authenticates) return;

            var writes = application.Endpoints.Where(endpoint => endpoint is { IsWrite: true, IsForEverybody: false }).ToList();
            var open = writes.Where(endpoint => endpoint.Protection == Protection.None).ToList();
            var groups = open.GroupBy(endpoint => endpoint.Container).ToList();
            if (groups.Count > 1 && groups.Count * 3 >= writes.Select(endpoint => endpoint.Container).Distinct().Count()) _holes.Add(open[0], new Hole(open.Skip(1).ToList(), true, null));
            else foreach (var group in groups) _holes.Add(group.First(), new Hole(group.Skip(1).ToList(), false, DemandOf(application.WritesBeside(group.First()))));
        }

        public Hole? At(Endpoint endpoint) => _holes.TryGetValue(endpoint, out var hole) ? hole : null;

        /// <summary>The one demand of the other writes beside it.</summary>
        private static string? DemandOf(IEnumerable<Endpoint> beside)
        {
            var demands = beside.Select(endpoint => endpoint.Demand).Where(demand => demand is not null).Distinct().ToList();
            return demands.Count == 1 ? demands[0] : null;
        }
    }
}
