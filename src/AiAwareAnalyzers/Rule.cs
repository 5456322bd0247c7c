using System.Reflection;

namespace AiAwareAnalyzers;

/// <summary>What every rule is: a few findings it can report, and one question it asks of a compilation.</summary>
/// <remarks>
/// A rule derives directly from this class. The three rituals of an analyzer stand here once, and <see cref="Start"/>
/// is the only door, so that symbols are resolved once per compilation by structure and not by advice.
/// </remarks>
public abstract class Rule : DiagnosticAnalyzer
{
    /// <summary>Marks a warning that lowers single findings to suggestions: a preset that listed it would lift them again.</summary>
    internal const string LowersOwnFindings = "AiAware.LowersOwnFindings";

    private static readonly string Pages = PagesOf(typeof(Rule).Assembly);

    private protected Rule(params DiagnosticDescriptor[] descriptors) =>
        SupportedDiagnostics = ImmutableArray.Create(descriptors);

    /// <inheritdoc />
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <summary>Razor pages exist only as generated code: a rule about them looks there, and reports at mapped positions only.</summary>
    private protected virtual bool SpeaksAboutRazor => false;

    /// <inheritdoc />
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(SpeaksAboutRazor
            ? GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics
            : GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    /// <summary>Asks Knowledge what this compilation refers to; registers nothing where the rule has no business.</summary>
    private protected abstract void Start(CompilationStartAnalysisContext start);

    /// <summary>Defines a finding. The id comes first because release tracking looks for it there.</summary>
    private protected static DiagnosticDescriptor Define(
        string id,
        string title,
        string messageFormat,
        string category,
        DiagnosticSeverity defaultSeverity,
        string description,
        bool isEnabledByDefault = true,
        params string[] customTags) =>
        new(id, title, messageFormat, category, defaultSeverity, isEnabledByDefault, description, LinkTo(id), customTags);

    private static string LinkTo(string id) => Pages.Length == 0 ? "" : $"{Pages}/{id}.md";

    /// <summary>The folder of the rules' pages in the repository that this assembly was built from; empty where it came from none.</summary>
    private static string PagesOf(Assembly assembly)
    {
        var repository = assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => metadata.Key == "RepositoryUrl")?.Value ?? "";
        if (!repository.StartsWith("https://", StringComparison.Ordinal)) return "";
        if (repository.EndsWith(".git", StringComparison.Ordinal)) repository = repository.Substring(0, repository.Length - 4);
        return repository + "/blob/HEAD/docs/rules";
    }
}
