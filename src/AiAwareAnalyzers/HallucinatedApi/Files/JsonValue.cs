using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.HallucinatedApi.Files;

/// <summary>A value of a JSON text. The members of an array are called 0, 1, 2, as configuration calls them.</summary>
internal sealed class JsonValue
{
    public static readonly JsonValue Nothing = new();

    private readonly List<(string Name, JsonValue Value)> _members = [];

    /// <summary>In the order of the text; a name may come twice.</summary>
    public IReadOnlyList<(string Name, JsonValue Value)> Members => _members;

    /// <summary>What a text, a number or a word says; empty for objects and arrays.</summary>
    public string Text { get; private set; } = "";

    /// <summary>
    /// The member of a name, however its letters are cased; <see cref="Nothing"/> where there is none.
    /// </summary>
    public JsonValue this[string name] =>
        _members.FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)).Value
        ?? Nothing;

    /// <summary>
    /// Reads as the provider of configuration does, with comments and trailing commas. A broken text is read as far as
    /// it goes. Never throws.
    /// </summary>
    public static JsonValue Read(string text) => new Reader(text).Value(depth: 0);

    private sealed class Reader(string text)
    {
        /// <summary>Nobody nests settings so deep; what lies deeper is not read.</summary>
        private const int Deepest = 64;

        private int _at;

        private char Next => Rest ? text[_at] : '\0';

        private bool Rest => _at < text.Length;

        public JsonValue Value(int depth)
        {
            SkipBlanks();
            var value = new JsonValue();
            if (Next is '{' or '[') ReadMembers(value, Next == '{', depth);
            else if (Next == '"') value.Text = ReadText();
            else value.Text = ReadWord();
            return value;
        }

        private void ReadMembers(JsonValue value, bool isObject, int depth)
        {
            if (depth >= Deepest)
            {
                _at = text.Length;
                return;
            }

            _at++;
            for (SkipBlanks(); Rest && Next is not ('}' or ']'); SkipBlanks())
            {
                var before = _at;
                if (!isObject)
                    value._members.Add((
                        value._members.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
                        Value(depth + 1)));
                else if (Next == '"') ReadMember(value, depth);
                SkipBlanks();
                // A comma, or a character that has no business here.
                if (Next == ',' || _at == before) _at++;
            }

            _at++;
        }

        private void ReadMember(JsonValue value, int depth)
        {
            var name = ReadText();
            SkipBlanks();
            if (Next != ':') return;
            _at++;
            value._members.Add((name, Value(depth + 1)));
        }

        private string ReadText()
        {
            var start = ++_at;
            while (Rest && Next is not ('"' or '\\')) _at++;
            return Next == '\\' ? ReadEscaped(start) : text.Substring(start, _at++ - start);
        }

        private string ReadEscaped(int start)
        {
            var read = new System.Text.StringBuilder(text, start, _at - start, 64);
            while (Rest && Next != '"')
                if (text[_at++] is not '\\' and var letter) read.Append(letter);
                else read.Append(JsonEscapes.Read(text, ref _at));

            _at++;
            return read.ToString();
        }

        private string ReadWord()
        {
            var start = _at;
            while (Rest
                && !char.IsWhiteSpace(Next)
                && Next is not (',' or ':' or '{' or '}' or '[' or ']' or '"' or '/'))
                _at++;
            return text.Substring(start, _at - start);
        }

        private void SkipBlanks()
        {
            while (Rest)
            {
                if (char.IsWhiteSpace(Next) || Next == '\uFEFF') _at++;
                else if (Next == '/' && _at + 1 < text.Length && text[_at + 1] == '/') _at = Behind("\n");
                else if (Next == '/' && _at + 1 < text.Length && text[_at + 1] == '*') _at = Behind("*/");
                else return;
            }
        }

        private int Behind(string end) =>
            text.IndexOf(end, _at + 2, StringComparison.Ordinal) is var found and >= 0
                ? found + end.Length
                : text.Length;
    }
}
