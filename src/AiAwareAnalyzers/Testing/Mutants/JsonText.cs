using System.Text;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Testing.Mutants;

/// <summary>Where the values of a JSON text end, and what its texts say.</summary>
/// <remarks>Brackets are counted, so that no depth is too deep. Nothing throws, whatever the text is.</remarks>
internal static class JsonText
{
    private static readonly char[] Brackets = ['"', '{', '}', '[', ']'];
    private static readonly char[] InText = ['"', '\\'];
    private static readonly char[] BehindWord = [',', ':', '{', '}', '[', ']', '"', ' ', '\t', '\r', '\n'];

    public static char CharAt(string? text, int at) => text is not null && at < text.Length ? text[at] : '\0';

    public static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '\uFEFF')) at++;
        return at;
    }

    /// <summary>The place behind the value at a place; null where it does not end.</summary>
    public static int? Behind(string? text, int start) =>
        text is null || start >= text.Length
            ? null
            : text[start] switch
            {
                '"' => BehindQuote(text, start),
                '{' or '[' => BehindBrackets(text, start),
                _ => BehindWordAt(text, start),
            };

    /// <summary>The place behind the text that begins with the quote at a place; null where it does not end.</summary>
    public static int? BehindQuote(string text, int start)
    {
        for (var at = start + 1; at <= text.Length && (at = text.IndexOfAny(InText, at)) >= 0; at += 2)
            if (text[at] == '"') return at + 1;
        return null;
    }

    /// <summary>What the text says that begins with the quote at a place; empty where it does not end.</summary>
    public static string Unquoted(string text, int start)
    {
        if (BehindQuote(text, start) is not { } behind) return "";
        if (text.IndexOf('\\', start, behind - start) < 0) return text.Substring(start + 1, behind - start - 2);

        var read = new StringBuilder(behind - start);
        for (var at = start + 1; at < behind - 1;)
        {
            var next = text.IndexOfAny(InText, at, behind - at);
            read.Append(text, at, next - at);
            at = next + 1;
            if (text[next] == '\\') read.Append(JsonEscapes.Read(text, ref at));
        }

        return read.ToString();
    }

    private static int? BehindBrackets(string text, int start)
    {
        var depth = 0;
        for (var at = start; (at = text.IndexOfAny(Brackets, at)) >= 0; at++)
            switch (text[at])
            {
                case '"':
                    if (BehindQuote(text, at) is not { } behind) return null;
                    at = behind - 1;
                    break;
                case '{' or '[':
                    depth++;
                    break;
                default:
                    if (--depth == 0) return at + 1;
                    break;
            }

        return null;
    }

    private static int? BehindWordAt(string text, int start) =>
        text.IndexOfAny(BehindWord, start) switch
        {
            < 0 => text.Length,
            var end when end == start => null,
            var end => end,
        };
}
