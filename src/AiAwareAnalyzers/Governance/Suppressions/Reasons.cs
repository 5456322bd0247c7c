using System.Text.RegularExpressions;
using AiAwareAnalyzers.Governance.Files;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Governance.Suppressions;

/// <summary>Why something is silenced: what stands beside it in words.</summary>
internal static class Reasons
{
    private static readonly Regex CodeComment = new(
        @"//(?<text>.*)$|/\*(?<text>.*?)(\*/|$)", RegexOptions.CultureInvariant);

    private static readonly Regex ConfigComment = new(@"(^|\s)[#;](?<text>.*)$", RegexOptions.CultureInvariant);
    private static readonly Regex MarkupComment = new(
        @"<!--(?<text>.*?)(-->|$)|^(?<text>[^<]*)-->", RegexOptions.CultureInvariant);
    private static readonly Regex Word = new(@"\p{L}{2,}", RegexOptions.CultureInvariant);

    /// <summary>What a finding is called is what an editor writes there by itself, and no reason.</summary>
    private static readonly Regex NoReason = new(
        @"^\W*(todo|fixme|hack|pending|tbd|do not|review)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public static bool StandBesideCode(SourceText text, int position, IEnumerable<string> ids) =>
        StandBeside(text, position, CodeComment, ids);

    public static bool StandBesideSetting(SourceText text, int position, IEnumerable<string> ids) =>
        StandBeside(text, position, ConfigComment, ids);

    public static bool StandBesideProperty(SourceText text, int position, IEnumerable<string> ids) =>
        StandBeside(text, position, MarkupComment, ids);

    /// <summary>Whether words say why, and not only what is silenced.</summary>
    public static bool Tell(string words, IEnumerable<string> ids) =>
        Word.Matches(words).Count > 1
        && !NoReason.IsMatch(words)
        && !ids.Any(id => words.Trim().Equals(TitleOf(id), StringComparison.OrdinalIgnoreCase));

    private static bool StandBeside(SourceText text, int position, Regex comment, IEnumerable<string> ids)
    {
        var line = text.Lines.GetLineFromPosition(position).LineNumber;
        return Tells(line) || line > 0 && IsComment(line - 1) && Tells(line - 1);

        bool Tells(int number) =>
            comment.Match(text.Lines[number].ToString()) is { Success: true } found
            && Tell(found.Groups["text"].Value, ids);

        // The comment behind other code speaks of that code.
        bool IsComment(int number) =>
            comment.Match(text.Lines[number].ToString().TrimStart()) is { Success: true, Index: 0 };
    }

    private static string? TitleOf(string id) =>
        RuleBook.Findings().FirstOrDefault(finding => finding.Id == id)?.Title.ToString();
}
