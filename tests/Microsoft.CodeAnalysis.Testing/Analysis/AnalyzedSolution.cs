using System.Collections.Immutable;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A solution, everything that was reported for it, in the order of the code, and what generators added.</summary>
internal sealed record AnalyzedSolution(
    Solution Solution,
    ImmutableArray<ReportedDiagnostic> Diagnostics,
    ImmutableArray<SyntaxTree> GeneratedTrees);
