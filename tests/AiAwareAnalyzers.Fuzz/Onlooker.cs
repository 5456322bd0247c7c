using System.Collections.Immutable;

namespace AiAwareAnalyzers.Fuzz;

/// <summary>Has every operation built and looks at none: what dies of that, no rule has killed.</summary>
internal sealed class Onlooker : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new("AIA9998", "Nothing", "Nothing", "Nowhere", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(static _ => { }, Enum.GetValues<OperationKind>().Distinct().ToImmutableArray());
    }
}
