using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Host.Mef;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The one workspace of the process.</summary>
/// <remarks>
/// Its current solution stays empty. The solutions of tests are forks of it that are never applied, so that tests share
/// the composition of services, and nothing else.
/// </remarks>
internal static class TestHost
{
    [SuppressMessage("Reliability", "CA2000", Justification = "It lives as long as the process.")]
    private static readonly Lazy<AdhocWorkspace> Workspace =
        new(() => new AdhocWorkspace(MefHostServices.Create(MefHostServices.DefaultAssemblies)));

    internal static Solution EmptySolution => Workspace.Value.CurrentSolution;
}
