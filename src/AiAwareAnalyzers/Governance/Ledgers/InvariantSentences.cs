using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Governance.Ledgers;

/// <summary>What must hold for a code base, one sentence a line.</summary>
internal sealed class InvariantSentences
{
    /// <summary>The name of the file, at the root of a solution.</summary>
    public const string FileName = "AiAware.invariants";

    private InvariantSentences(ImmutableArray<Invariant> entries, ImmutableArray<MalformedLine> malformed)
    {
        Entries = entries;
        Malformed = malformed;
    }

    public ImmutableArray<Invariant> Entries { get; }

    public ImmutableArray<MalformedLine> Malformed { get; }

    public static InvariantSentences Parse(SourceText text)
    {
        var entries = ImmutableArray.CreateBuilder<Invariant>();
        var malformed = ImmutableArray.CreateBuilder<MalformedLine>();
        foreach (var line in LedgerLine.In(text))
        {
            var reader = new SentenceReader(line);
            if (reader.Read() is { } invariant) entries.Add(invariant);
            else malformed.Add(reader.Complaint!);
        }

        return new InvariantSentences(entries.ToImmutable(), malformed.ToImmutable());
    }

    public static string Print(IEnumerable<Invariant> entries) =>
        string.Concat(entries.Select(static entry => entry + "\n"));
}
