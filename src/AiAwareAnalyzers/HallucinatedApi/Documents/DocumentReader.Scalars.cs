using System.Globalization;
using System.Text;

namespace AiAwareAnalyzers.HallucinatedApi.Documents;

internal sealed partial class DocumentReader
{
    private const int LongestKey = 1024;

    /// <summary>A key with its colon; null, and nothing read, where none stands here.</summary>
    private string? ReadKey()
    {
        var start = _at;
        var key = Next is '"' or '\'' ? ReadQuoted() : ReadPlainKey();
        if (key is not null) SkipSpaces();
        if (key is not null && Next == ':' && IsBlank(_at + 1))
        {
            _at++;
            return key;
        }

        if (!_isBroken) _at = start;
        return null;
    }

    private bool IsKey()
    {
        var start = _at;
        var isKey = !_isBroken && ReadKey() is not null;
        if (!_isBroken) _at = start;
        return isKey;
    }

    private string? ReadPlainKey()
    {
        if (Next is '{' or '[' or '|' or '>' or '&' or '*' or '!' or '?' or '#' or '%' or '@' or '`') return null;
        var start = _at;
        for (; Rest && Next is not ('\n' or '\r') && _at - start < LongestKey; _at++)
            if (Next == ':' && IsBlank(_at + 1)) return _text.Substring(start, _at - start).TrimEnd();
            else if (IsComment) return null;
        return null;
    }

    /// <summary>A scalar without quotes; it goes on in lines that stand further right.</summary>
    private DocumentNode ReadPlain(int outer)
    {
        if (Next is '@' or '`' or '%' || (Next == '?' && IsBlank(_at + 1))) return Break();
        var scalar = new StringBuilder(ReadPlainLine());
        while (!_isBroken && Rest && !IsComment)
        {
            var end = _at;
            var column = NextColumn();
            if (column <= outer || _text.IndexOf('#', end, _at - end) >= 0)
            {
                _at = end;
                break;
            }

            scalar.Append(' ').Append(ReadPlainLine());
        }

        return DocumentNode.Scalar(scalar.ToString(), isQuoted: false);
    }

    private string ReadPlainLine()
    {
        var start = _at;
        for (; Rest && Next is not ('\n' or '\r') && !IsComment; _at++)
            if (Next == ':' && IsBlank(_at + 1)) Break();
        return _isBroken ? "" : _text.Substring(start, _at - start).TrimEnd();
    }

    private string ReadQuoted()
    {
        var quote = Next;
        var start = ++_at;
        while (Rest && Next != quote && Next is not ('\\' or '\n' or '\r')) _at++;
        if (Next == quote && (quote == '"' || Next2 != '\'')) return _text.Substring(start, _at++ - start);

        var read = new StringBuilder(_text, start, _at - start, 64);
        for (; Rest; _at++)
        {
            if (Next == quote && quote == '\'' && Next2 == quote) _at++;
            else if (Next == quote) break;
            else if (Next is '\n' or '\r')
            {
                Fold(read);
                continue;
            }
            else if (Next == '\\' && quote == '"')
            {
                ReadEscape(read);
                continue;
            }

            read.Append(Next);
        }

        if (Rest) _at++;
        else Break();
        return read.ToString();
    }

    private char Next2 => _at + 1 < _text.Length ? _text[_at + 1] : '\0';

    /// <summary>
    /// The end of a line is a blank, blank lines are line ends; the last character of the blanks is left.
    /// </summary>
    private void Fold(StringBuilder read)
    {
        while (read.Length > 0 && read[^1] is ' ' or '\t') read.Length--;
        var breaks = 0;
        for (; Rest && char.IsWhiteSpace(Next); _at++)
            if (Next == '\n') breaks++;
        if (breaks > 1) read.Append('\n', breaks - 1);
        else read.Append(' ');
        _at--;
    }

    private void ReadEscape(StringBuilder read)
    {
        _at++;
        switch (Next)
        {
            case 'u' or 'U' or 'x':
                ReadCode(read, Next switch { 'x' => 2, 'u' => 4, _ => 8 });
                break;
            case '\n' or '\r':
                while (Rest && char.IsWhiteSpace(Next)) _at++;
                _at--;
                break;
            default:
                read.Append(Next switch
                {
                    'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', '0' => '\0', 'a' => '\a',
                    'v' => '\v', 'e' => '\u001B', 'N' => '\u0085', '_' => '\u00A0', 'L' => '\u2028', 'P' => '\u2029',
                    var other => other,
                });
                break;
        }
    }

    private void ReadCode(StringBuilder read, int digits)
    {
        var code = _text.Substring(_at + 1, Math.Min(digits, _text.Length - _at - 1));
        if (!int.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var letter)
            || letter is < 0 or > 0x10FFFF)
        {
            Break();
            return;
        }

        _at += digits;
        if (letter < 0x10000) read.Append((char)letter);
        else read.Append(char.ConvertFromUtf32(letter));
    }

    /// <summary>Lines behind <c>|</c> or <c>&gt;</c>: prose, of which nobody asks for the exact blanks.</summary>
    private DocumentNode ReadLines(int outer)
    {
        SkipLine();
        var start = _at;
        while (Rest)
        {
            var line = _at;
            while (Next == ' ') _at++;
            if (Next is not ('\n' or '\r' or '\0') && _at - line <= outer)
            {
                _at = line;
                break;
            }

            SkipLine();
        }

        var lines = _text.Substring(start, _at - start).Trim();
        // The end of the last line belongs to what comes next, which asks for its column.
        return DocumentNode.Scalar(lines, isQuoted: true);
    }

    private string ReadWord()
    {
        var start = _at;
        while (Rest && !char.IsWhiteSpace(Next) && Next is not (',' or ']' or '}')) _at++;
        return _text.Substring(start, _at - start);
    }
}
