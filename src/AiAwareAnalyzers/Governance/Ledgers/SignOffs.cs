using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Governance.Ledgers;

/// <summary>Who has read which member, and what it was then.</summary>
internal sealed class SignOffs
{
    /// <summary>The name of the file, at the root of a solution.</summary>
    public const string FileName = "AiAware.reviews";

    private const string DateFormat = "yyyy-MM-dd";

    private SignOffs(ImmutableArray<SignOff> entries, ImmutableArray<MalformedLine> malformed)
    {
        Entries = entries;
        Malformed = malformed;
    }

    public ImmutableArray<SignOff> Entries { get; }

    public ImmutableArray<MalformedLine> Malformed { get; }

    public static SignOffs Parse(SourceText text)
    {
        var entries = ImmutableArray.CreateBuilder<SignOff>();
        var malformed = ImmutableArray.CreateBuilder<MalformedLine>();
        foreach (var line in LedgerLine.In(text))
            if (Complaint(line.Words) is { } complaint)
                malformed.Add(new(line.Span, complaint));
            else
                entries.Add(Read(line));
        return new SignOffs(entries.ToImmutable(), malformed.ToImmutable());
    }

    /// <summary>The lines of the file, sorted, so that two branches seldom change the same place.</summary>
    public static string Print(IEnumerable<SignOff> entries) =>
        string.Concat(entries.Select(static entry => entry.ToString())
            .OrderBy(static line => line, StringComparer.Ordinal)
            .Select(static line => line + "\n"));

    private static string? Complaint(ImmutableArray<LedgerLine.Word> words) =>
        words.Length < 4 ? "it is not 'MEMBER HASH DATE REVIEWER words'"
        : !MemberAddress.IsOne(words[0].Text) ? $"'{words[0].Text}' is not the address of a member"
        : !TokenHash.IsOne(words[1].Text) ? $"'{words[1].Text}' is not a hash of {TokenHash.Length} letters"
        : !IsDate(words[2].Text) ? $"'{words[2].Text}' is not a date such as 2026-01-31"
        : null;

    private static SignOff Read(LedgerLine line) =>
        new(
            line.Words[0].Text,
            line.Words[1].Text,
            line.Words[2].Text,
            LedgerLine.Unescape(line.Words[3].Text),
            string.Join(" ", line.Words.Skip(4).Select(static word => word.Text)))
        {
            Place = line.Span,
        };

    private static bool IsDate(string word) =>
        DateTime.TryParseExact(word, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}

/// <summary>A reviewer has read a member.</summary>
/// <param name="Member">As <see cref="MemberAddress"/> writes it.</param>
/// <param name="Hash">What <see cref="TokenHash"/> said of the member then.</param>
/// <param name="Date">Year, month and day with hyphens between.</param>
/// <param name="Reviewer">A name, which may hold spaces.</param>
/// <param name="Words">What there is to say; single spaces between the words.</param>
internal sealed record SignOff(string Member, string Hash, string Date, string Reviewer, string Words)
{
    /// <summary>Where the entry stands, if it was read.</summary>
    public TextSpan Place { get; init; }

    public override string ToString() =>
        $"{Member} {Hash} {Date} {LedgerLine.Escape(Reviewer)} {Words}".TrimEnd();
}
