using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.Field.Judging;

/// <summary>Findings as a text that a reader judges, and that is read back.</summary>
internal static partial class Sheet
{
    private const string Head =
        """
        Write right, weak or wrong behind each 'verdict:', and why behind that if you like.
          right  a careful senior engineer agrees that the code should change
          weak   true by the letter, and most would suppress it
          wrong  not true


        """;

    private const string Mark = "--- ";

    private const string Verdict = "verdict:";

    private static readonly string[] Verdicts = ["right", "weak", "wrong"];

    /// <summary>In an order that only the seed decides, so that the first of them are a fair sample.</summary>
    public static string Write(IEnumerable<Finding> findings, int seed)
    {
        var shuffled = findings.OrderBy(finding => finding.ToString(), StringComparer.Ordinal).ToArray();
        new Random(seed).Shuffle(shuffled);
        var text = new StringBuilder(Head);
        for (var i = 0; i < shuffled.Length; i++) Append(text, shuffled[i], $"{i + 1} of {shuffled.Length}");
        return text.ToString();
    }

    public static ImmutableArray<Finding> Read(string text)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var lines = new Queue<string>(text.ReplaceLineEndings("\n").Split('\n'));
        while (lines.TryDequeue(out var line))
            if (line.StartsWith(Mark, StringComparison.Ordinal)) findings.Add(Read(line, lines));
        return findings.ToImmutable();
    }

    private static void Append(StringBuilder text, Finding finding, string number)
    {
        text.Append(Mark).Append(number).Append('\n');
        text.Append($"{finding.Rule} {finding.Level} in {(finding.InTests ? "tests" : "production")}\n");
        text.Append($"{finding.File}({finding.Line},{finding.Column}) {finding.Member}\n");
        text.Append(finding.Message).Append('\n');
        text.Append($"{Verdict} {finding.Verdict} {finding.Reason}".TrimEnd()).Append("\n\n");
        foreach (var code in finding.Code) text.Append("    ").Append(code).Append('\n');
        text.Append('\n');
    }

    private static Finding Read(string mark, Queue<string> lines)
    {
        var (title, place) = (Title().Match(Next(lines)), Place().Match(Next(lines)));
        var (message, verdict) = (Next(lines), Next(lines));
        if (!title.Success || !place.Success || !verdict.StartsWith(Verdict, StringComparison.Ordinal))
            throw new BadRequestException($"The finding '{mark}' cannot be read");
        var words = verdict[Verdict.Length..].Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        return new Finding(
            Text(title, 1), Text(title, 2), Text(title, 3) == "tests",
            Text(place, 1), Number(place, 2), Number(place, 3), Text(place, 4), message)
        {
            Code = [.. CodeIn(lines)],
            Verdict = words.Length > 0 ? Known(words[0], mark) : "",
            Reason = words.ElementAtOrDefault(1) ?? "",
        };
    }

    private static string Next(Queue<string> lines) => lines.TryDequeue(out var line) ? line : "";

    private static IEnumerable<string> CodeIn(Queue<string> lines)
    {
        while (lines.TryPeek(out var line) && !line.StartsWith(Mark, StringComparison.Ordinal))
            if (lines.Dequeue() is [' ', ' ', ' ', ' ', .. var code]) yield return code;
    }

    private static string Known(string word, string mark)
    {
        var verdict = word.TrimEnd(',', ':', ';', '.').ToLowerInvariant();
        return Verdicts.Contains(verdict)
            ? verdict
            : throw new BadRequestException($"'{word}' of '{mark}' is none of {string.Join(", ", Verdicts)}");
    }

    private static string Text(Match match, int group) => match.Groups[group].Value;

    private static int Number(Match match, int group) => int.Parse(Text(match, group), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\w+) (\w+) in (tests|production)$")]
    private static partial Regex Title();

    [GeneratedRegex(@"^(.*)\((\d+),(\d+)\) (.*)$")]
    private static partial Regex Place();
}
