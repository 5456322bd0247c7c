using System.Globalization;

namespace AiAwareAnalyzers.Fuzz;

/// <summary>What a worker can say about a batch or an input.</summary>
internal enum Word
{
    Begins,
    Compiled,
    Fails,
    Ends,
}

/// <summary>One line from a worker to its supervisor.</summary>
internal sealed record Line(Word Word, int Number, string More)
{
    public static Line? Read(string text) =>
        text.Split('\t') is [var word, var number, var more] && Enum.TryParse<Word>(word, out var said)
            ? new Line(said, int.Parse(number, CultureInfo.InvariantCulture), more.Replace('\v', '\n'))
            : null;

    public override string ToString() => $"{Word}\t{Number}\t{More.ReplaceLineEndings("\v").Replace('\t', ' ')}";
}
