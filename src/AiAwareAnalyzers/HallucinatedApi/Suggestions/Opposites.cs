using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>Names that do the contrary of each other, however alike they are.</summary>
internal static class Opposites
{
    private static readonly ImmutableHashSet<(string, string)> Pairs = new[]
    {
        "add remove", "after before", "append prepend", "ascending descending", "attach detach", "begin end",
        "close open", "compress decompress", "create delete", "decode encode", "decrement increment",
        "decrypt encrypt", "dequeue enqueue", "deserialize serialize", "disable enable", "end start", "escape unescape",
        "exclude include", "first last", "from to", "get save", "get set", "hide show", "left right", "load save",
        "lock unlock", "lower upper", "max min", "pop push", "read write", "start stop",
    }.Select(static pair => pair.Split(' '))
        .SelectMany(static pair => new[] { (pair[0], pair[1]), (pair[1], pair[0]) })
        .ToImmutableHashSet();

    /// <summary>Whether one name says a word in the place of which the other says its contrary.</summary>
    public static bool Are(string name, string other)
    {
        var (words, others) = (Words.Of(name), Words.Of(other));
        return words.Any(word => !others.Contains(word)
            && others.Any(contrary => !words.Contains(contrary) && Pairs.Contains((word, contrary))));
    }
}
