namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What a test has analyzed so far: the code after a fix, after Fix All and as expected is mostly the same.</summary>
internal sealed class AnalyzedSolutions
{
    private readonly List<AnalyzedSolution> _known = [];

    internal void Add(AnalyzedSolution analyzed) => _known.Add(analyzed);

    internal async Task<AnalyzedSolution?> FindAsync(Solution solution, CancellationToken cancellationToken)
    {
        foreach (var known in _known)
        {
            if (await HaveSameContentAsync(known.Solution, solution, cancellationToken).ConfigureAwait(false))
                return known;
        }

        return null;
    }

    private static async Task<bool> HaveSameContentAsync(Solution one, Solution other, CancellationToken cancellationToken)
    {
        if (one == other)
            return true;

        if (one.ProjectIds.Count != other.ProjectIds.Count)
            return false;

        foreach (var (project, counterpart) in one.Projects.Zip(other.Projects))
        {
            if (!HaveSameOptions(project, counterpart)
                || !await HaveSameFilesAsync(project.Documents, counterpart.Documents, cancellationToken).ConfigureAwait(false)
                || !await HaveSameFilesAsync(project.AdditionalDocuments, counterpart.AdditionalDocuments, cancellationToken).ConfigureAwait(false)
                || !await HaveSameFilesAsync(project.AnalyzerConfigDocuments, counterpart.AnalyzerConfigDocuments, cancellationToken).ConfigureAwait(false))
                return false;
        }

        return true;
    }

    private static bool HaveSameOptions(Project one, Project other) =>
        one.Name == other.Name
        && one.AssemblyName == other.AssemblyName
        && Equals(one.CompilationOptions, other.CompilationOptions)
        && Equals(one.ParseOptions, other.ParseOptions)
        && one.MetadataReferences.SequenceEqual(other.MetadataReferences)
        && one.ProjectReferences.Count() == other.ProjectReferences.Count();

    private static async Task<bool> HaveSameFilesAsync(
        IEnumerable<TextDocument> some,
        IEnumerable<TextDocument> others,
        CancellationToken cancellationToken)
    {
        using var counterparts = others.GetEnumerator();
        foreach (var file in some)
        {
            if (!counterparts.MoveNext() || file.FilePath != counterparts.Current.FilePath)
                return false;

            var text = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var counterpart = await counterparts.Current.GetTextAsync(cancellationToken).ConfigureAwait(false);
            if (!text.ContentEquals(counterpart))
                return false;
        }

        return !counterparts.MoveNext();
    }
}
