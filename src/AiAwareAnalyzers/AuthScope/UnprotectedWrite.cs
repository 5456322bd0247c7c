using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.AuthScope.Reach;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>
/// An endpoint that changes data and that nothing authorizes, in an application that knows who is asking.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnprotectedWrite() : Rule(Descriptor)
{
    /// <summary>What the other endpoints demand, in the properties of a finding; the fix repeats it.</summary>
    internal const string Demand = nameof(Demand);

    private const string Callers = "its callers";

    private const string NoOne = "no one";

    /// <summary>Where the other endpoints are that are open for the same reason.</summary>
    internal const string Lines = nameof(Lines);

    /// <summary>How many of them the message names.</summary>
    private const int Named = 3;

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0306",
        title: "An endpoint that changes data requires no authorization",
        messageFormat: "Nothing authorizes '{0}'{1}, which {2} data, in an application that authenticates {3}; {4}",
        category: Family.AuthScope,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "An endpoint that changes data and requires no authorization can be called by anyone, in an "
            + "application that could know who is calling.",
        alsoKnownAs: "missing authorization, broken access control, BFLA",
        cwe: [862],
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start) =>
        EndpointVisit.Register(start, Judge);

    private static void Judge(EndpointVisit visit)
    {
        var holes = Facts.Of(visit.Compilation, static c => new Holes(WebApplication.Of(c), c));
        if (holes.At(visit.Endpoint) is not { } hole) return;

        var first = visit.Endpoint;
        visit.Report(Diagnostic.Create(
            Descriptor,
            first.Place,
            hole.Authenticated == NoOne ? DiagnosticSeverity.Info : Descriptor.DefaultSeverity,
            hole.IsEverywhere ? null : hole.Others.Select(other => other.Place).ToList(),
            ImmutableDictionary<string, string?>.Empty
                .Add(Demand, hole.IsEverywhere ? null : hole.Demand ?? "")
                .Add(Lines, LinesOf(hole)),
            first.Name, Others(hole), hole.Others.Count == 0 ? "changes" : "change", hole.Authenticated,
            WayOut(first, hole)));
    }

    /// <summary>The first few by name, and how many there are besides.</summary>
    private static string Others(Gap hole)
    {
        var names = hole.Others.Take(Named).Select(static other => $"'{other.Name}'").ToList();
        if (hole.Others.Count > Named) names.Add($"{hole.Others.Count - Named} more");
        return string.Concat(names.Select((name, index) => (index < names.Count - 1 ? ", " : " and ") + name));
    }

    /// <summary>
    /// File and line of each endpoint that is open for the same reason, for those who read only the log.
    /// </summary>
    private static string LinesOf(Gap hole) =>
        string.Join("|", hole.Others.Select(static other => other.Place.GetMappedLineSpan())
            .Select(static span => $"{span.Path}:{span.StartLinePosition.Line + 1}"));

    private static string WayOut(Endpoint endpoint, Gap hole) =>
        hole.Authenticated == NoOne
            ? "add authentication and a fallback policy, unless a gateway in front of it authenticates callers"
        : hole.IsEverywhere ? "set a fallback policy, and mark public endpoints with AllowAnonymous"
        : endpoint.Handler == endpoint.Syntax
            ? "require a policy with [Authorize], or allow everyone with [AllowAnonymous]"
        : "require a policy with RequireAuthorization, or allow everyone with AllowAnonymous";

    /// <summary>
    /// What is open for one reason: a group that lost its guard, or an application that never had one.
    /// </summary>
    private sealed class Gap(List<Endpoint> others, bool isEverywhere, string? demand, string callers = Callers)
    {
        /// <summary>Whom the application authenticates.</summary>
        public string Authenticated { get; } = callers;

        public List<Endpoint> Others { get; } = others;

        public bool IsEverywhere { get; } = isEverywhere;

        public string? Demand { get; } = demand;
    }

    private sealed class Holes
    {
        private static readonly ImmutableHashSet<string> Demonstrations = WordSet.Of(
            "benchmark demo example mock playground sample stub");

        /// <summary>How an action asks for the messages of a broker.</summary>
        private static readonly ImmutableArray<string> Subscriptions = ImmutableArray.Create("[Topic(", ".WithTopic(");

        private readonly Dictionary<Endpoint, Gap> _holes = new();

        public Holes(WebApplication application, Compilation compilation)
        {
            var writes = application.Endpoints.Where(endpoint => endpoint is { IsWrite: true, IsForEverybody: false })
                .ToList();
            var open = writes.Where(endpoint =>
                endpoint.Protection == Protection.None && !Looks.AreAllOf(endpoint, compilation))
                .ToList();
            if (application.Authenticates) AddBesideOthers(application, writes, open);
            else if (open.Count > 0 && IsForUse(compilation))
                _holes.Add(open[0], new Gap(open.Skip(1).ToList(), true, null, NoOne));
        }

        public Gap? At(Endpoint endpoint) => _holes.TryGetValue(endpoint, out var hole) ? hole : null;

        /// <summary>
        /// A program, which sets itself up, is no demonstration, and has no word about callers: also not one that a
        /// shared project understands.
        /// </summary>
        private static bool IsForUse(Compilation compilation) =>
            compilation.Options.OutputKind != OutputKind.DynamicallyLinkedLibrary
            && !Words.StemsOf(compilation.AssemblyName ?? "").Any(Demonstrations.Contains)
            && !IsBesideProxy(compilation)
            && !compilation.SyntaxTrees.Any(CallersInText.AreMentioned);

        /// <summary>
        /// A service of Dapr hears only the program beside it, and who may call that one is a matter of the platform.
        /// </summary>
        private static bool IsBesideProxy(Compilation compilation) =>
            compilation.GetTypeByMetadataName("Dapr.TopicAttribute") is not null
            || compilation.SyntaxTrees.Any(static file => Calls.AreMentioned(file, Subscriptions));

        private void AddBesideOthers(WebApplication application, List<Endpoint> writes, List<Endpoint> open)
        {
            var groups = open.GroupBy(endpoint => endpoint.Container).ToList();
            if (groups.Count > 1
                && groups.Count * 3 >= writes.Select(endpoint => endpoint.Container).Distinct().Count())
                _holes.Add(open[0], new Gap(open.Skip(1).ToList(), true, null));
            else
                foreach (var group in groups)
                    _holes.Add(
                        group.First(),
                        new Gap(group.Skip(1).ToList(), false, DemandOf(application.WritesBeside(group.First()))));
        }

        /// <summary>The one demand of the other writes beside it.</summary>
        private static string? DemandOf(IEnumerable<Endpoint> beside)
        {
            var demands = beside.Select(endpoint => endpoint.Demand)
                .Where(demand => demand is not null)
                .Distinct()
                .ToList();
            return demands.Count == 1 ? demands[0] : null;
        }
    }
}
