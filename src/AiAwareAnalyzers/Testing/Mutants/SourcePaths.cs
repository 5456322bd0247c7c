namespace AiAwareAnalyzers.Testing.Mutants;

/// <summary>
/// Paths of the same file, written on different systems, or from different folders on.
/// </summary>
internal static class SourcePaths
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>The name of a file, without its folders.</summary>
    public static string NameOf(string path) => path.Substring(path.LastIndexOfAny(Separators) + 1);

    /// <summary>How many parts two paths have in common, counted from the file up.</summary>
    public static int SharedEnd(string one, string other)
    {
        var (ours, theirs) = (PartsOf(one), PartsOf(other));
        var shared = 0;
        while (shared < Math.Min(ours.Length, theirs.Length)
            && string.Equals(ours[^(shared + 1)], theirs[^(shared + 1)], StringComparison.OrdinalIgnoreCase))
            shared++;
        return shared;
    }

    private static string[] PartsOf(string path) => path.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
}
