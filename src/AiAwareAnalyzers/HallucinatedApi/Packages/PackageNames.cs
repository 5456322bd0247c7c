namespace AiAwareAnalyzers.HallucinatedApi.Packages;

/// <summary>A list of package ids as an option says it: whole ones, and beginnings with a star.</summary>
internal sealed class PackageNames
{
    private readonly ImmutableArray<string> _patterns;

    private PackageNames(ImmutableArray<string> patterns) => _patterns = patterns;

    public bool Contain(string id) => _patterns.Any(pattern => IsMatch(pattern, id));

    public static bool TryRead(string raw, out PackageNames names)
    {
        var patterns = raw.Split(',').Select(entry => entry.Trim()).Where(entry => entry.Length > 0).ToImmutableArray();
        names = new PackageNames(patterns);
        return patterns.All(IsPattern);
    }

    private static bool IsMatch(string pattern, string id) => pattern[^1] == '*'
        ? id.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase)
        : string.Equals(pattern, id, StringComparison.OrdinalIgnoreCase);

    private static bool IsPattern(string entry) =>
        (entry.IndexOf('*') is var star && (star < 0 || star == entry.Length - 1))
        && entry.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '_' or '-' or '*');
}
