using AiAwareAnalyzers.HallucinatedApi.Files;

namespace AiAwareAnalyzers.HallucinatedApi.Names;

/// <summary>What invented members plainly say, as expressions that do just that.</summary>
internal sealed class PlainMeanings
{
    private const string Static = "static";

    private readonly List<Topic> _topics = [];

    private PlainMeanings()
    {
        foreach (var line in KnownText.Lines(nameof(PlainMeanings)))
        {
            if (line[0] == '[') _topics.Add(TopicOf(line.Trim('[', ']').Split(' ')));
            else _topics[^1].Meanings.Add(PlainMeaning.Read(line));
        }
    }

    /// <summary>The types that some names are said of.</summary>
    private sealed record Topic(string[] Types, bool IsStatic, List<PlainMeaning> Meanings);

    public static PlainMeanings Of(Compilation compilation) => Facts.Of(compilation, static _ => new PlainMeanings());

    /// <summary>
    /// All that a name may say of a type with these names, the nearest first: the first that compiles counts.
    /// </summary>
    /// <param name="name">As it is written; <c>this</c> for an indexer.</param>
    /// <param name="arguments">How many it is called with; null where it is read.</param>
    /// <param name="typeNames">The type and its ancestors.</param>
    /// <param name="isStatic">Whether it is asked of the type itself.</param>
    public IEnumerable<PlainMeaning> For(string name, int? arguments, IReadOnlyList<string> typeNames, bool isStatic)
    {
        var squashed = Spelling.Squash(name);
        return typeNames.SelectMany(type =>
            _topics.Where(topic => topic.IsStatic == isStatic && topic.Types.Contains(type)))
            .SelectMany(topic => topic.Meanings)
            .Where(meaning => meaning.Names.Contains(squashed) && meaning.Parameters?.Length == arguments);
    }

    private static Topic TopicOf(string[] words) =>
        words[0] == Static ? new([.. words.Skip(1)], true, []) : new(words, false, []);
}

/// <summary>What one invented member plainly says.</summary>
/// <param name="Names">Without capitals and <c>_</c>.</param>
/// <param name="Parameters">What the expression calls the arguments; null where the member is read.</param>
/// <param name="Expression">In which <see cref="Receiver"/> is what the member was asked of.</param>
internal sealed record PlainMeaning(string[] Names, string[]? Parameters, string Expression)
{
    public const string Receiver = "it";

    private const string Equal = " = ";
    private const string AnotherThing = "?";

    /// <summary>Other languages mean something else by the name than the member that is spelled like it.</summary>
    public bool IsAmbiguous => Expression == AnotherThing;

    public static PlainMeaning Read(string line)
    {
        var equal = line.IndexOf(Equal, StringComparison.Ordinal);
        var left = line[..equal];
        var open = left.IndexOf('(');
        var names = open < 0 ? left : left[..open];
        return new(
            names.Split([' '], StringSplitOptions.RemoveEmptyEntries),
            open < 0
                ? null
                : left[open..].Trim('(', ')').Split([',', ' '], StringSplitOptions.RemoveEmptyEntries),
            line[(equal + Equal.Length)..]);
    }
}
