using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace AiAwareAnalyzers.Tool.Printing;

/// <summary>
/// Markdown in which every value is only text: a name in the code cannot become a link, markup or a mention.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkdownText
{
    private const string Signs = "\\`*_{}[]()#!~:$";

    private readonly StringBuilder _text;

    public MarkdownText(int literalLength, int formattedCount) =>
        _text = new StringBuilder(literalLength + 16 * formattedCount);

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(string? value)
    {
        foreach (var letter in value ?? "")
            if (char.IsControl(letter)) _text.Append(' ');
            else if (letter is '<' or '>' or '&' or '|') _text.Append($"&#{(int)letter};");
            else if (letter == '@') _text.Append("@&#8203;");
            else if (Signs.Contains(letter)) _text.Append('\\').Append(letter);
            else _text.Append(letter);
    }

    public override string ToString() => _text.ToString();
}

/// <summary>Lines of Markdown.</summary>
internal static class MarkdownWriting
{
    public static void Line(this TextWriter output, MarkdownText text) => output.WriteLine(text.ToString());
}
