namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Compares the files of a solution with those that a state expects.</summary>
internal static class StateComparison
{
    internal static async Task VerifyAsync(
        Solution solution,
        SolutionState expected,
        IVerifier verifier,
        CancellationToken cancellationToken)
    {
        foreach (var state in expected.Projects)
        {
            var project = solution.Projects.Single(project => project.Name == state.Name);
            await VerifyAsync(project.Documents, state.Sources, verifier, cancellationToken).ConfigureAwait(false);
            await VerifyAsync(project.AdditionalDocuments, state.AdditionalFiles, verifier, cancellationToken).ConfigureAwait(false);
            await VerifyAsync(project.AnalyzerConfigDocuments, state.AnalyzerConfigFiles, verifier, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task VerifyAsync(
        IEnumerable<TextDocument> files,
        SourceFileCollection expected,
        IVerifier verifier,
        CancellationToken cancellationToken)
    {
        var actual = files.ToDictionary(file => file.FilePath ?? file.Name);
        foreach (var (path, content) in expected)
        {
            if (!actual.Remove(path, out var file))
                verifier.Fail($"The file '{path}' is expected, but it is not there.");

            var text = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
            verifier.EqualOrDiff(content.ToString(), text.ToString(), $"The content of '{path}' is not the expected one. Expected is '-', actual is '+':");
        }

        verifier.Empty("files that nobody expects", actual.Keys);
    }
}
