namespace AiAwareAnalyzers.FakeWork.Wording;

/// <summary>Phrases that mean the same, found by their first words.</summary>
internal sealed class Phrases
{
    private readonly ImmutableDictionary<string, ImmutableArray<Phrase>> _byFirstWord;

    private Phrases(IEnumerable<Phrase> phrases) =>
        _byFirstWord = phrases.GroupBy(static phrase => phrase.First).ToImmutableDictionary(
            static group => group.Key, static group => group.ToImmutableArray(), StringComparer.Ordinal);

    public static Phrases Read(IEnumerable<string> phrases) => new(phrases.Select(Phrase.Read));

    /// <summary>Whether one of them stands in a text.</summary>
    public bool AreIn(ImmutableArray<string> words)
    {
        for (var place = 0; place < words.Length; place++)
            if (_byFirstWord.TryGetValue(words[place], out var phrases))
                foreach (var phrase in phrases)
                    if ((place == 0 || !phrase.Opens) && phrase.IsAt(words, place)) return true;
        return false;
    }
}
