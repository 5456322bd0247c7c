using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.HallucinatedApi.Names;

/// <summary>A slip of the keyboard, as opposed to another name that only looks similar.</summary>
internal static class Slip
{
    private const int Short = 5;
    private const int Long = 12;

    /// <summary>
    /// Whether a name is another one with a letter too many, too few or in the wrong place, which makes a word that is
    /// none.
    /// </summary>
    public static bool IsOf(string wrong, string right, Func<string, bool> isWord)
    {
        if (wrong == right) return false;
        if (string.Equals(wrong, right, StringComparison.OrdinalIgnoreCase)) return true;
        var (theirs, ours) = (Words.Of(wrong), Words.Of(right));
        if (wrong.Length < Short
            || theirs.Length != ours.Length
            || Letters.Distance(wrong, right) > (right.Length < Long ? 1 : 2))
            return false;
        return theirs.Zip(ours, (their, our) =>
            their == our || (Words.Stem(their) != Words.Stem(our) && !isWord(their) && !isWord(Words.Stem(their))))
            .All(isSlip => isSlip);
    }
}
