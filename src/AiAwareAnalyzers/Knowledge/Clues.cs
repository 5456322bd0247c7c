namespace AiAwareAnalyzers.Knowledge;

/// <summary>Words that a file must contain before anybody walks through it: looking at text makes no nodes.</summary>
internal static class Clues
{
    public static bool AreIn(SyntaxTree tree, ImmutableArray<string> words)
    {
        var text = tree.GetText().ToString();
        foreach (var word in words)
            if (text.IndexOf(word, StringComparison.Ordinal) >= 0) return true;
        return false;
    }
}
