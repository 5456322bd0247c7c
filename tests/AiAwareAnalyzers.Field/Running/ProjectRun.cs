using AiAwareAnalyzers.Field.Loading;

namespace AiAwareAnalyzers.Field.Running;

/// <summary>Everything that one project had to say.</summary>
internal sealed record ProjectRun(LoadedProject Project)
{
    private static readonly string[] AboutNames = ["AIA0101", "AIA0102", "AIA0103", "AIA0104"];

    /// <summary>Findings in files that bind.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>
    /// Whether the compiler has an error that stands in no file, such as two versions of one assembly: it may be behind
    /// any name that does not bind.
    /// </summary>
    public bool HasErrorsInNoFile { get; init; }

    /// <summary>Findings about names that do not exist, in files that the compiler is content with.</summary>
    public IEnumerable<Finding> Denied =>
        HasErrorsInNoFile ? [] : Findings.Where(finding => AboutNames.Contains(finding.Rule));

    public ImmutableArray<string> Crashes { get; init; } = [];

    /// <summary>Files with errors: what is found in them says nothing.</summary>
    public ImmutableArray<string> LeftOut { get; init; } = [];

    /// <summary>How often the compiler gave each error, the most frequent first.</summary>
    public ImmutableArray<KeyValuePair<string, int>> Errors { get; init; } = [];

    /// <summary>The files that bind and are written by hand.</summary>
    public ImmutableArray<(string Name, int Lines, bool InTests)> Files { get; init; } = [];

    /// <summary>What each rule took.</summary>
    public ImmutableArray<(string Rule, double Milliseconds)> Times { get; init; } = [];
}
