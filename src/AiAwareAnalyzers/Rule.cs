using System.Reflection;

namespace AiAwareAnalyzers;

/// <summary>What every rule is: a few findings it can report, and one question it asks of a compilation.</summary>
/// <remarks>
/// A rule derives directly from this class. The three rituals of an analyzer stand here once, and <see cref="Start"/>
/// is the only door, so that symbols are resolved once per compilation by structure and not by advice.
/// </remarks>
public abstract class Rule : DiagnosticAnalyzer
{
    /// <summary>
    /// Marks a rule some of whose findings are warnings and some suggestions, as its page says.
    /// </summary>
    internal const string LowersOwnFindings = "AiAware.LowersOwnFindings";

    private static readonly string Pages = PagesOf(typeof(Rule).Assembly);

    private protected Rule(params DiagnosticDescriptor[] descriptors) =>
        SupportedDiagnostics = ImmutableArray.Create(descriptors);

    /// <inheritdoc />
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc />
    /// <remarks>
    /// Razor pages and components exist only as generated code: <see cref="Reports"/> lets through what is found at
    /// places of theirs that somebody wrote.
    /// </remarks>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(Family.ConcernsRazor(SupportedDiagnostics[0].Category)
            ? GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics
            : GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    /// <summary>
    /// Asks Knowledge what this compilation refers to; registers nothing where the rule has no business.
    /// </summary>
    private protected abstract void Start(CompilationStartAnalysisContext start);

    /// <summary>
    /// Asks about operations of these kinds, and reports from the body around them: what is found may stand where a
    /// value comes from.
    /// </summary>
    private protected static void LookInBodies(
        CompilationStartAnalysisContext start,
        Func<OperationAnalysisContext, Diagnostic?> look,
        params OperationKind[] kinds) =>
        LookInBodies(start, (context, findings) => findings.Add(look(context)), kinds);

    /// <summary>As the other, where one operation may be the cause of several findings.</summary>
    private protected static void LookInBodies(
        CompilationStartAnalysisContext start,
        Func<OperationAnalysisContext, IEnumerable<Diagnostic>> look,
        params OperationKind[] kinds) =>
        LookInBodies(
            start,
            (context, findings) =>
            {
                foreach (var finding in look(context)) findings.Add(finding);
            },
            kinds);

    /// <summary>As the first, where what has one cause is reported once, at its first place.</summary>
    private protected static void LookInBodies(
        CompilationStartAnalysisContext start,
        Func<OperationAnalysisContext, (string Cause, Diagnostic Finding)?> look,
        params OperationKind[] kinds) =>
        LookInBodies(
            start,
            (context, findings) =>
            {
                if (look(context) is var (cause, finding)) findings.AddOnce(cause, finding);
            },
            kinds);

    private static void LookInBodies(
        CompilationStartAnalysisContext start,
        Action<OperationAnalysisContext, BodyFindings> look,
        OperationKind[] kinds) =>
        start.RegisterOperationBlockStartAction(body =>
        {
            var findings = new BodyFindings();
            body.RegisterOperationAction(context => look(context, findings), kinds);
            body.RegisterOperationBlockEndAction(findings.Report);
        });

    /// <summary>Defines a finding. The id comes first because release tracking looks for it there.</summary>
    /// <remarks>
    /// <c>alsoKnownAs</c> is what else the trade calls the defect, separated by commas, because people search for it;
    /// <c>cwe</c> the entries of the CWE list that it is, where one is clearly right.
    /// </remarks>
    private protected static DiagnosticDescriptor Define(
        string id,
        string title,
        string messageFormat,
        string category,
        DiagnosticSeverity defaultSeverity,
        string description,
        string alsoKnownAs = "",
        int[]? cwe = null,
        bool isEnabledByDefault = true,
        params string[] customTags) =>
        new(
            id, title, messageFormat, category, defaultSeverity, isEnabledByDefault, description, LinkTo(id),
            [.. customTags, .. Tags(category, alsoKnownAs, cwe ?? [])]);

    /// <summary>
    /// What a SARIF log carries besides: other names, and weaknesses once as people write them and once as code
    /// scanning reads them.
    /// </summary>
    private static IEnumerable<string> Tags(string category, string alsoKnownAs, int[] cwe) =>
    [
        .. alsoKnownAs.Split(new[] { ", " }, StringSplitOptions.RemoveEmptyEntries),
        .. Family.IsSecurity(category) ? new[] { "security" } : [],
        .. cwe.Select(static number => $"CWE-{number}"),
        .. cwe.Select(static number => $"external/cwe/cwe-{number:000}"),
    ];

    private static string LinkTo(string id) => Pages.Length == 0 ? "" : $"{Pages}/{id}.md";

    /// <summary>
    /// The folder of the rules' pages in the repository that this assembly was built from; empty where it came from
    /// none.
    /// </summary>
    private static string PagesOf(Assembly assembly)
    {
        var repository = assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => metadata.Key == "RepositoryUrl")?.Value ?? "";
        if (!repository.StartsWith("https://", StringComparison.Ordinal)) return "";
        if (repository.EndsWith(".git", StringComparison.Ordinal))
            repository = repository[..^4];
        return repository + "/blob/HEAD/docs/rules";
    }

    /// <summary>What is found in one body, to be reported when all of it has been seen.</summary>
    /// <remarks>
    /// A finding is local, and so shown while the document is edited, where its place lies within what reports it. The
    /// place of a value is often not within the operation that uses it, and always within the body around both.
    /// </remarks>
    private sealed class BodyFindings
    {
        private List<Diagnostic>? _findings;
        private Dictionary<string, Diagnostic>? _first;

        public void Add(Diagnostic? finding)
        {
            if (finding is null) return;
            lock (this) (_findings ??= new()).Add(finding);
        }

        public void AddOnce(string cause, Diagnostic finding)
        {
            lock (this)
                if ((_first ??= new()).TryGetValue(cause, out var other) is false || StartOf(finding) < StartOf(other))
                    _first[cause] = finding;
        }

        public void Report(OperationBlockAnalysisContext context)
        {
            foreach (var finding in _findings ?? Enumerable.Empty<Diagnostic>()) context.Report(finding);
            foreach (var finding in _first?.Values ?? Enumerable.Empty<Diagnostic>()) context.Report(finding);
        }

        private static int StartOf(Diagnostic finding) => finding.Location.SourceSpan.Start;
    }
}
