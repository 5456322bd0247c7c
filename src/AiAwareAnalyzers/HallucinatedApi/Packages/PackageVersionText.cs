namespace AiAwareAnalyzers.HallucinatedApi.Packages;

/// <summary>The version of a package as a project file writes it.</summary>
internal static class PackageVersionText
{
    /// <summary>
    /// Whether the next restore takes another version as soon as one is published: <c>1.*</c>, <c>*-*</c>. An open
    /// range does not float: of
    /// <c>[1.0,)</c> the lowest is taken, just as of <c>1.0</c>.
    /// </summary>
    public static bool Floats(string version) => version.IndexOf('*') >= 0;

    /// <summary>
    /// Whether only patches are taken, of a line that follows the framework and promises to change nothing in one:
    /// <c>10.0.*</c> of the platform's own packages.
    /// </summary>
    public static bool FollowsPlatform(string id, string version) =>
        version.EndsWith(".*", StringComparison.Ordinal)
        && version.Count(character => character == '.') == 2
        && (id.StartsWith("Microsoft.", StringComparison.OrdinalIgnoreCase)
            || id.StartsWith("System.", StringComparison.OrdinalIgnoreCase));

    /// <summary>The first number; null where the text is none that can be read.</summary>
    public static int? MajorOf(string version)
    {
        var digits = new string(version.Trim().TrimStart('[', '(').TakeWhile(char.IsDigit).ToArray());
        return digits.Length is > 0 and < 6
            ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture)
            : null;
    }
}
