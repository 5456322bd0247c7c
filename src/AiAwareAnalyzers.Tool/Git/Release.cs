using System.Globalization;
using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.Tool.Git;

/// <summary>A tag with a version in its name, and the fixes that followed it.</summary>
internal sealed partial record Release(string Tag, DateTimeOffset Time)
{
    public const int WatchedDays = 30;

    /// <summary>Commits that say they fix something, within thirty days after the tag and before the next.</summary>
    public int Fixes { get; set; }

    public static IReadOnlyList<Release> In(GitRepository repository) =>
    [
        .. repository.Pieces('\n', "for-each-ref", "refs/tags", "--sort=creatordate",
                "--format=%(creatordate:unix) %(refname:short)")
            .Select(line => line.Split(' ', 2))
            .Where(parts => parts.Length == 2 && Version().IsMatch(parts[1]) && parts[0].All(char.IsAsciiDigit))
            .Select(parts => new Release(
                parts[1], DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[0], CultureInfo.InvariantCulture)))),
    ];

    [GeneratedRegex(@"\d+\.\d+")]
    private static partial Regex Version();
}
