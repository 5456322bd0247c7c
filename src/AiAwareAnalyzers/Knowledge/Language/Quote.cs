using System.Text;

namespace AiAwareAnalyzers.Knowledge.Language;

/// <summary>Code inside a message: one line, of a length that a build log can bear.</summary>
internal static class Quote
{
    private const int Longest = 60;

    /// <summary>The text of a node without its comments, on one line, capped.</summary>
    public static string Of(SyntaxNode node) => Of(node.ToString());

    /// <summary>
    /// A text on one line, capped. Runs of white space become one blank; other control characters are escaped.
    /// </summary>
    public static string Of(string text)
    {
        var line = new StringBuilder();
        foreach (var character in text)
        {
            if (line.Length > Longest) break;
            Append(line, character);
        }

        while (line.Length > 0 && line[^1] == ' ') line.Length--;
        return line.Length <= Longest ? line.ToString() : CutTo(line, Longest - 1) + "…";
    }

    private static void Append(StringBuilder line, char character)
    {
        if (char.IsWhiteSpace(character))
        {
            if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }
        else if (char.IsControl(character))
        {
            line.Append("\\u").Append(((int)character).ToString("x4"));
        }
        else
        {
            line.Append(character);
        }
    }

    /// <summary>Never cuts a surrogate pair in two.</summary>
    private static string CutTo(StringBuilder line, int length) =>
        line.ToString(0, char.IsHighSurrogate(line[length - 1]) ? length - 1 : length);
}
