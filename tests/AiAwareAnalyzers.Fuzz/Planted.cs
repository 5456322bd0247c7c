using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;

namespace AiAwareAnalyzers.Fuzz;

/// <summary>A rule with a fault, for the test that such a fault is found and its input named.</summary>
internal sealed class Planted(string fault) : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new("AIA9999", "Planted", "Planted", "Nowhere", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Meet, SymbolKind.NamedType);
        if (fault == "square") context.RegisterOperationAction(ReadAll, OperationKind.ExpressionStatement);
    }

    private void Meet(SymbolAnalysisContext context)
    {
        if (fault == "throw") throw new InvalidOperationException("planted");
        while (fault == "hang") Thread.SpinWait(1_000);
        if (fault == "overflow") _ = Depth(0);
    }

    /// <summary>At every statement, all the others.</summary>
    private static void ReadAll(OperationAnalysisContext context) =>
        _ = context.Operation.Parent!.Descendants().Count(operation => operation.Syntax.ToString().Length > 1);

    private static int Depth(int reached) => 1 + Depth(reached + 1) + reached;
}
