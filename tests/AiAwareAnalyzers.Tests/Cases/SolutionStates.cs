namespace AiAwareAnalyzers.Tests.Cases;

/// <summary>The code of the library's tests, with references that are found on disk.</summary>
internal static class SolutionStates
{
    /// <summary>No package is named to the library, so it downloads none.</summary>
    private static readonly ReferenceAssemblies NoPackage = new("net10.0");

    public static void ReferTo(this SolutionState state, ReferenceSet references)
    {
        state.ReferenceAssemblies = NoPackage;
        state.AdditionalReferences.AddRange(references.Metadata);
    }
}
