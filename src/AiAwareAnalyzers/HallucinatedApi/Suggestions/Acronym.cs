using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>Names that are made of the initials of another one.</summary>
internal static class Acronym
{
    private const int Shortest = 2;
    private const int ShortestAlone = 3;

    /// <summary>
    /// Whether a name is made of the initials of a value, alone or behind those of its type, a shared word counted
    /// once.
    /// </summary>
    public static bool IsOf(string name, string type, string value)
    {
        if (name.Length < Shortest || !name.All(letter => char.IsUpper(letter) || char.IsDigit(letter))) return false;
        var (before, own) = (Words.Of(type), Words.Of(value));
        var all = before.Take(before.Length - (before.Length > 0 && own.FirstOrDefault() == before[^1] ? 1 : 0))
            .Concat(own);
        return Initials(all) == name.ToLowerInvariant()
            || (name.Length >= ShortestAlone && Initials(own) == name.ToLowerInvariant());
    }

    /// <summary>Of a word of one or two letters, or of a number, all is said: <c>FormKC</c>.</summary>
    private static string Initials(IEnumerable<string> words) =>
        string.Concat(words.Select(word => word.Length <= Shortest || char.IsDigit(word[0]) ? word : word[..1]));
}
