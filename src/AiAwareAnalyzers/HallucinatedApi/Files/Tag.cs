using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.HallucinatedApi.Files;

/// <summary>
/// A tag of an XML text, with the places of what it says: read by hand, because the compiler has no other use for an
/// XML reader.
/// </summary>
internal sealed class Tag
{
    private readonly List<(string Name, string Value, TextSpan Place)> _attributes = [];
    private int _end;

    private Tag(string name, bool isEnd)
    {
        Name = name;
        IsEnd = isEnd;
    }

    public string Name { get; }

    /// <summary><c>&lt;/Name&gt;</c></summary>
    public bool IsEnd { get; }

    /// <summary><c>&lt;Name /&gt;</c></summary>
    public bool IsEmpty { get; private set; }

    /// <summary>The attribute of a name.</summary>
    public (string Value, TextSpan Place)? this[string name]
    {
        get
        {
            foreach (var attribute in _attributes)
                if (attribute.Name == name) return (attribute.Value, attribute.Place);
            return null;
        }
    }

    /// <summary>The text behind the tag, up to the next one.</summary>
    public string Content(string text)
    {
        var next = text.IndexOf('<', _end);
        return next < 0 ? "" : text.Substring(_end, next - _end).Trim();
    }

    /// <summary>
    /// Every tag, in order; comments and what is quoted are left out. Whatever the text is, it never throws.
    /// </summary>
    public static IEnumerable<Tag> In(string text)
    {
        for (var at = text.IndexOf('<'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at))
        {
            if (Skipped(text, at) is { } behind)
            {
                at = behind;
                continue;
            }

            var tag = Read(text, at);
            at = Math.Max(tag._end, at + 1);
            yield return tag;
        }
    }

    /// <summary>The place behind a comment, a quotation or an instruction; null where none begins.</summary>
    private static int? Skipped(string text, int at) =>
        StartsWith(text, at, "<!--") ? Behind(text, at, "-->")
        : StartsWith(text, at, "<![CDATA[") ? Behind(text, at, "]]>")
        : text[at + 1] is '?' or '!' ? Behind(text, at, ">")
        : null;

    private static Tag Read(string text, int at)
    {
        var isEnd = text[at + 1] == '/';
        var position = at + (isEnd ? 2 : 1);
        var tag = new Tag(NameAt(text, ref position), isEnd);
        while (position < text.Length && text[position] is not ('>' or '<'))
        {
            tag.IsEmpty = text[position] == '/';
            if (IsNameLetter(text[position])) tag.ReadAttribute(text, ref position);
            else position++;
        }

        tag._end = position < text.Length && text[position] == '>' ? position + 1 : position;
        return tag;
    }

    private void ReadAttribute(string text, ref int position)
    {
        var name = NameAt(text, ref position);
        while (position < text.Length && char.IsWhiteSpace(text[position])) position++;
        if (position >= text.Length || text[position] != '=') return;

        position++;
        while (position < text.Length && char.IsWhiteSpace(text[position])) position++;
        if (position >= text.Length || text[position] is not ('"' or '\'')) return;

        var start = position + 1;
        var end = text.IndexOf(text[position], start);
        position = end < 0 ? text.Length : end + 1;
        if (end >= 0) _attributes.Add((name, text.Substring(start, end - start), TextSpan.FromBounds(start, end)));
    }

    private static string NameAt(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && IsNameLetter(text[position])) position++;
        return text.Substring(start, position - start);
    }

    private static bool IsNameLetter(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.' or ':';

    private static bool StartsWith(string text, int at, string start) =>
        string.CompareOrdinal(text, at, start, 0, start.Length) == 0;

    private static int Behind(string text, int at, string end) =>
        text.IndexOf(end, at, StringComparison.Ordinal) is var found and >= 0 ? found + end.Length : text.Length;
}
