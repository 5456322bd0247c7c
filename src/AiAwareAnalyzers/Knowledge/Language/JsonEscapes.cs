using System.Globalization;

namespace AiAwareAnalyzers.Knowledge.Language;

/// <summary>What stands behind a backslash in a JSON text.</summary>
internal static class JsonEscapes
{
    /// <summary>The letter that is meant; the place moves behind it. Never throws.</summary>
    public static char Read(string text, ref int at)
    {
        const int Digits = 4;
        var letter = at < text.Length ? text[at] : '\0';
        at++;
        if (letter != 'u')
            return letter switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', _ => letter };
        if (at + Digits > text.Length
            || !ushort.TryParse(
                text.Substring(at, Digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            return letter;
        at += Digits;
        return (char)code;
    }
}
