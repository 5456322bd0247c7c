namespace AiAwareAnalyzers.Field.Loading;

/// <summary>A version as packages and SDKs have them; a preview comes before what it previews.</summary>
internal sealed record PackageVersion(Version Number, string Preview) : IComparable<PackageVersion>
{
    private bool IsFinal => Preview.Length == 0;

    public static PackageVersion Parse(string text)
    {
        var parts = text.Split('+')[0].Split('-', 2);
        var number = Version.TryParse(parts[0], out var version) ? version : new Version(0, 0);
        return new PackageVersion(number, parts.ElementAtOrDefault(1) ?? "");
    }

    /// <summary>Of the folders that are named by versions, the newest; null where there is none.</summary>
    public static string? NewestIn(string folder, string prefix = "") =>
        Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder, prefix + "*").MaxBy(name => Parse(VersionIn(name, prefix)))
            : null;

    private static string VersionIn(string folder, string prefix) => Path.GetFileName(folder)[prefix.Length..];

    public int CompareTo(PackageVersion? other) => other is null
        ? 1
        : (Number, IsFinal, Preview).CompareTo((other.Number, other.IsFinal, other.Preview));
}
