using AiAwareAnalyzers.Governance.Ledgers;
using AiAwareAnalyzers.Tool.Findings;
using AiAwareAnalyzers.Tool.Git;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Tool.Ledgers;

/// <summary>
/// What a baseline takes in now and did not at a commit. A member, or a file, that only moved is no growth.
/// </summary>
/// <param name="Rule">The id.</param>
/// <param name="Place">The member; where it stands in none that is the only one of its name, the file too.</param>
internal sealed record BaselineGrowth(string Rule, string Place, int Before, int Now)
{
    public static IReadOnlyList<BaselineGrowth> Since(string reference, Workplace workplace)
    {
        var repository = GitRepository.Holding(workplace.Root);
        var text = SourceText.From(repository.TextAt(reference, workplace.Baseline));
        var moved = repository.RenamesSince(reference);
        var before = Totals(Baseline.Parse(text).Entries.Select(entry => entry with { File = NowOf(entry.File) }));
        return
        [
            .. Totals(BaselineFile.Read(workplace.Baseline).Entries)
                .Select(entry => new BaselineGrowth(
                    entry.Key.Rule, entry.Key.Place, before.GetValueOrDefault(entry.Key), entry.Value))
                .Where(entry => entry.Now > entry.Before)
                .OrderBy(entry => (entry.Rule, entry.Place)),
        ];

        string NowOf(string file) =>
            moved.TryGetValue(Path.GetFullPath(file, workplace.Root), out var now)
                ? SourceFile.Relative(workplace.Root, now)
                : file;
    }

    private static Dictionary<(string Rule, string Place), int> Totals(IEnumerable<BaselineEntry> entries) =>
        entries.GroupBy(entry => (entry.Rule, PlaceOf(entry)))
            .ToDictionary(group => group.Key, group => group.Sum(entry => entry.Count));

    private static string PlaceOf(BaselineEntry entry) =>
        entry.Member is MemberAddress.None or MemberAddress.TopLevel ? $"{entry.File} {entry.Member}" : entry.Member;
}
