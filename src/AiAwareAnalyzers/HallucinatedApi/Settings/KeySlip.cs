using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.HallucinatedApi.Settings;

/// <summary>
/// Whether one part of a key is another one with a slip, rather than a neighbour with a meaning of its own.
/// </summary>
internal static class KeySlip
{
    private const int LeastLetters = 5;
    private const int LeastTurnedLetters = 4;
    private const int LeastLettersAround = 3;
    private const int LettersForTwoSlips = 9;

    /// <summary>
    /// What a section may be called with or without: <c>Jwt</c>, <c>JwtSettings</c>, <c>JwtOptions</c>.
    /// </summary>
    private static readonly ImmutableHashSet<string> Fillers = WordSet.Of(
        "setting option config configuration section");

    public static bool IsOf(string read, string there)
    {
        if (Digits(read) != Digits(there)) return false;
        if (Spelling.Squash(read) == Spelling.Squash(there)) return true;

        var (words, others) = (Words.StemsOf(read), Words.StemsOf(there));
        return words.OrderBy(word => word, StringComparer.Ordinal)
            .SequenceEqual(others.OrderBy(word => word, StringComparer.Ordinal))
            || (words.Length == others.Length
                ? DifferByOneSlip(Words.Of(read), Words.Of(there))
                : IsSlip(Spelling.Squash(read), Spelling.Squash(there)));
    }

    /// <summary>Whether two names of sections say the same but for a word that says nothing.</summary>
    public static bool IsSectionOf(string read, string there)
    {
        var (words, others) = (Telling(read), Telling(there));
        return words.Length > 0 && words.SequenceEqual(others) && Digits(read) == Digits(there);
    }

    private static string[] Telling(string section) =>
        [.. Words.StemsOf(section).Where(word => !Fillers.Contains(word))];

    private static bool DifferByOneSlip(ImmutableArray<string> words, ImmutableArray<string> others)
    {
        var different = Enumerable.Range(0, words.Length).Where(at => words[at] != others[at]).ToList();
        return different.Count == 1 && IsSlip(words[different[0]], others[different[0]]);
    }

    /// <summary>The first letter is rarely mistaken: <c>Gmail</c> is not meant to be <c>Email</c>.</summary>
    private static bool IsSlip(string word, string other)
    {
        if (word.Length == 0 || other.Length == 0 || word[0] != other[0]) return false;
        var (least, slips) = (Math.Min(word.Length, other.Length), Letters.Distance(word, other));
        return slips switch
        {
            1 => least >= LeastLetters || (word.Length == other.Length
                ? least >= LeastTurnedLetters && IsTurned(word, other)
                : least >= LeastLettersAround && EndAlike(word, other)),
            2 => least >= LettersForTwoSlips,
            _ => false,
        };
    }

    /// <summary>
    /// A letter that is missing inside a word is a slip (<c>usr</c>); one at its end may make another word
    /// (<c>https</c>).
    /// </summary>
    private static bool EndAlike(string word, string other) => word[^1] == other[^1];

    private static bool IsTurned(string word, string other) =>
        word.OrderBy(letter => letter).SequenceEqual(other.OrderBy(letter => letter));

    private static string Digits(string text) => new(text.Where(char.IsDigit).ToArray());
}
