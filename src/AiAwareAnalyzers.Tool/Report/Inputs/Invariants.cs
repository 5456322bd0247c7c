using AiAwareAnalyzers.Governance.Ledgers;
using AiAwareAnalyzers.Tool.Findings;
using AiAwareAnalyzers.Tool.Ledgers;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Tool.Report.Inputs;

/// <summary>What a team has written down about its modules, and how often the code says otherwise.</summary>
internal sealed record Invariants(IReadOnlyList<JudgedInvariant> Judged, IReadOnlyList<string> Gaps)
{
    /// <summary>The message of a finding names the line that it breaks.</summary>
    public static Invariants In(string path, IEnumerable<Finding> findings)
    {
        var text = SourceText.From(LedgerFile.Text(path));
        var sentences = InvariantSentences.Parse(text);
        var messages = findings.Select(finding => finding.Message)
            .Where(message => message.Contains(InvariantSentences.FileName, StringComparison.Ordinal))
            .ToList();
        return new Invariants(
            [.. sentences.Entries.Select(sentence => Judge(sentence, LineOf(sentence.Place, text), messages))],
            [.. sentences.Malformed.Select(line =>
                $"Line {LineOf(line.Place, text)} of {InvariantSentences.FileName} does not count: {line.Reason}")]);
    }

    private static JudgedInvariant Judge(Invariant sentence, int line, IEnumerable<string> messages) => new(
        sentence.ToString(),
        messages.Count(message =>
            message.Contains($" line {line} of {InvariantSentences.FileName} ", StringComparison.Ordinal)));

    private static int LineOf(TextSpan place, SourceText text) => text.Lines.GetLinePosition(place.Start).Line + 1;
}

/// <summary>A sentence, and how many findings say that it is broken.</summary>
internal sealed record JudgedInvariant(string Sentence, int Violations);
