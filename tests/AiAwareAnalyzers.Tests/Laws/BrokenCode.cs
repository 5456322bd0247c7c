using System.Text;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>
/// Breaks code the way an editor, a merge or a half-written file does; the same seed breaks it the same way.
/// </summary>
internal static class BrokenCode
{
    public static int SeedOf(string text) => text.Aggregate(17, (seed, character) => unchecked(seed * 31 + character));

    /// <summary>The text up to some place in it.</summary>
    public static IEnumerable<string> Truncated(string text, int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++) yield return text[..random.Next(text.Length)];
    }

    /// <summary>The text with some of its tokens dropped, doubled or exchanged with a neighbour.</summary>
    public static IEnumerable<string> Shuffled(string text, int seed, int count)
    {
        var random = new Random(seed);
        var tokens = SyntaxFactory.ParseTokens(text).Select(token => token.ToFullString()).ToArray();
        for (var i = 0; i < count; i++) yield return Shuffle(tokens, random);
    }

    private static string Shuffle(string[] tokens, Random random)
    {
        const int OneIn = 25;
        var broken = new StringBuilder();
        for (var i = 0; i < tokens.Length; i++)
        {
            switch (random.Next(OneIn * 3))
            {
                case 0: break;
                case 1: broken.Append(tokens[i]).Append(tokens[i]); break;
                case 2: broken.Append(tokens[random.Next(tokens.Length)]); break;
                default: broken.Append(tokens[i]); break;
            }
        }

        return broken.ToString();
    }
}
