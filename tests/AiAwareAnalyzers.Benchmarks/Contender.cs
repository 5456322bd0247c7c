using System.Collections.Immutable;
using AiAwareAnalyzers.HallucinatedApi;

namespace AiAwareAnalyzers.Benchmarks;

/// <summary>A set of analyzers whose cost is measured.</summary>
internal sealed record Contender(
    string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers, ImmutableArray<IIncrementalGenerator> Generators)
{
    public const string NamesSwitch = "--names-only";

    private static readonly Type[] Shipped = typeof(Rule).Assembly.GetTypes();

    /// <summary>The price of having an analyzer at all.</summary>
    public static Contender Empty { get; } = new("an empty analyzer", [new EmptyAnalyzer()], []);

    /// <summary>What a build runs by default: the compiler leaves out what could only suggest.</summary>
    public static Contender Default { get; } = new(
        "the package, by default", [.. Rules.Where(RunsInBuilds)], Generated);

    public static Contender Whole { get; } = new("the package, every rule", [.. Rules], Generated);

    /// <summary>The rules about names that do not exist, on code in which all names do.</summary>
    public static Contender Names { get; } = new(
        "AIA0101-0104, generator",
        [new MissingMember(), new MissingOverload(), new MissingType(), new NewerApi()],
        Generated);

    public static IEnumerable<Contender> Families =>
        from rule in Rules
        group rule by rule.GetType().Namespace!.Split('.')[^1] into family
        orderby family.Key
        select new Contender(family.Key, [.. family], []);

    /// <summary>These, and others beside them.</summary>
    public Contender Beside(string name, IEnumerable<DiagnosticAnalyzer> others) =>
        this with { Name = name, Analyzers = Analyzers.AddRange(others) };

    public static bool RunsInBuilds(DiagnosticAnalyzer rule) =>
        rule.SupportedDiagnostics.Any(finding =>
            finding is { IsEnabledByDefault: true, DefaultSeverity: >= DiagnosticSeverity.Warning });

    public IEnumerable<string> Ids =>
        Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(finding => finding.Id);

    private static IEnumerable<DiagnosticAnalyzer> Rules => New<Rule>();

    private static ImmutableArray<IIncrementalGenerator> Generated => [.. New<IIncrementalGenerator>()];

    private static IEnumerable<T> New<T>() =>
        Shipped.Where(type => type.IsAssignableTo(typeof(T)) && !type.IsAbstract)
            .Select(type => (T)Activator.CreateInstance(type)!);

    /// <summary>Looks at every operation of one kind, and never speaks.</summary>
#pragma warning disable RS1001, RS1036, RS2008 // no analyzer that anybody loads
    private sealed class EmptyAnalyzer : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("AIA9999", "Nothing", "Nothing", "Nothing", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterOperationAction(static _ => { }, OperationKind.Invocation);
        }
    }
#pragma warning restore RS1001, RS1036, RS2008
}
