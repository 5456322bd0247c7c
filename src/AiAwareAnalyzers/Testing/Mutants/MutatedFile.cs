using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Testing.Mutants;

/// <summary>A file of the code as a report knows it: its path, its text, and what was changed there.</summary>
internal sealed class MutatedFile(string path, JsonView view)
{
    private readonly JsonView _view = view;

    private readonly Lazy<ImmutableArray<Mutant>> _mutants = new(() =>
        view["mutants"].Items.Select(Mutant.Read).Where(static mutant => mutant.Verdict != Verdict.None)
            .ToImmutableArray());

    public string Path { get; } = path;

    /// <summary>The changes that were tried.</summary>
    public ImmutableArray<Mutant> Mutants => _mutants.Value;

    /// <summary>
    /// Whether the code still is what was mutated, however its lines end. Where <c>#line</c> moves lines, the report's
    /// places are other ones than the code's.
    /// </summary>
    public bool IsStill(SourceText code)
    {
        var source = _view["source"].Text;
        return source.Length > 0
            && source.IndexOf("#line", StringComparison.Ordinal) < 0
            && IsSame(source, code.ToString());
    }

    private static bool IsSame(string one, string other)
    {
        var (here, there) = (Next(one, 0), Next(other, 0));
        while (here < one.Length && there < other.Length && one[here] == other[there])
            (here, there) = (Next(one, here + 1), Next(other, there + 1));
        return here == one.Length && there == other.Length;
    }

    /// <summary>
    /// The place of the next character that does not only say how a line ends, or how a file is encoded.
    /// </summary>
    private static int Next(string text, int at)
    {
        while (at < text.Length && text[at] is '\r' or '\uFEFF') at++;
        return at;
    }
}
