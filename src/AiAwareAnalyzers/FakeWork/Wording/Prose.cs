using System.Text;

namespace AiAwareAnalyzers.FakeWork.Wording;

/// <summary>Text that people write for people.</summary>
internal static class Prose
{
    /// <summary>
    /// The words of a prose text in lower case; an apostrophe belongs to its word, everything else separates.
    /// </summary>
    public static ImmutableArray<string> WordsOf(string text)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var word = new StringBuilder();
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character)) word.Append(char.ToLowerInvariant(character));
            else if (character is not ('\'' or '’')) Finish();
        }

        Finish();
        return words.ToImmutable();

        void Finish()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>A comment without the signs that make it one, and without the full stop.</summary>
    public static string Bare(string text)
    {
        var bare = text.Trim().TrimStart('/', '*', ' ', '\t').TrimEnd('/', '*', ' ', '\t');
        return bare.EndsWith(".", StringComparison.Ordinal) && !bare.EndsWith("..", StringComparison.Ordinal)
            ? bare[..^1]
            : bare;
    }
}
