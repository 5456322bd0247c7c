using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Governance.Ledgers;

/// <summary>The findings that were there before the rules came: how many of each rule in each member.</summary>
internal sealed class Baseline
{
    /// <summary>The name of the file, at the root of a solution.</summary>
    public const string FileName = "AiAware.baseline";

    private Baseline(ImmutableArray<BaselineEntry> entries, ImmutableArray<MalformedLine> malformed)
    {
        Entries = entries;
        Malformed = malformed;
    }

    public ImmutableArray<BaselineEntry> Entries { get; }

    public ImmutableArray<MalformedLine> Malformed { get; }

    public static Baseline Parse(SourceText text)
    {
        var entries = ImmutableArray.CreateBuilder<BaselineEntry>();
        var malformed = ImmutableArray.CreateBuilder<MalformedLine>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in LedgerLine.In(text))
            if (Complaint(line.Words) is { } complaint)
                malformed.Add(new(line.Span, complaint));
            else if (Read(line) is var entry && known.Add(entry.Key))
                entries.Add(entry);
            else
                malformed.Add(new(line.Span, "its rule, file and member stand in an earlier line"));
        return new Baseline(entries.ToImmutable(), malformed.ToImmutable());
    }

    /// <summary>The lines of the file, sorted, so that two branches seldom change the same place.</summary>
    public static string Print(IEnumerable<BaselineEntry> entries) =>
        string.Concat(entries.Select(static entry => entry.ToString())
            .OrderBy(static line => line, StringComparer.Ordinal)
            .Select(static line => line + "\n"));

    private static string? Complaint(ImmutableArray<LedgerLine.Word> words) =>
        words.Length != 4 ? "it is not 'RULE FILE MEMBER COUNT'"
        : !IsRule(words[0].Text) ? $"'{words[0].Text}' is not the id of a rule"
        : !TryCount(words[3].Text, out _) ? $"'{words[3].Text}' is not a count of findings"
        : null;

    private static BaselineEntry Read(LedgerLine line)
    {
        TryCount(line.Words[3].Text, out var count);
        return new(line.Words[0].Text, LedgerLine.Unescape(line.Words[1].Text), line.Words[2].Text, count)
        {
            Place = line.Span,
        };
    }

    private static bool TryCount(string word, out int count) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0;

    private static bool IsRule(string word) =>
        word.Length == 7
        && word.StartsWith("AIA", StringComparison.Ordinal)
        && word.Skip(3).All(static letter => letter is >= '0' and <= '9');
}

/// <summary>So many findings of a rule in a member of a file.</summary>
/// <param name="Rule">The id.</param>
/// <param name="File">Relative to the folder of the baseline, with <c>/</c> between folders.</param>
/// <param name="Member">As <see cref="MemberAddress"/> writes it.</param>
/// <param name="Count">At least one.</param>
internal sealed record BaselineEntry(string Rule, string File, string Member, int Count)
{
    /// <summary>Where the entry stands, if it was read.</summary>
    public TextSpan Place { get; init; }

    /// <summary>What no two entries share.</summary>
    public string Key => KeyOf(Rule, File, Member);

    public static string KeyOf(string rule, string file, string member) =>
        $"{rule} {LedgerLine.Escape(file)} {member}";

    public override string ToString() => $"{Key} {Count.ToString(CultureInfo.InvariantCulture)}";
}
