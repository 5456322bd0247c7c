using System.Globalization;

namespace AiAwareAnalyzers.Testing.Mutants;

/// <summary>
/// A value of a JSON text, read where it stands: of a large report only what is asked for is made into anything.
/// </summary>
/// <remarks>Behind what is broken there is nothing more.</remarks>
internal readonly struct JsonView
{
    private readonly string? _text;
    private readonly int _start;

    private JsonView(string text, int start)
    {
        _text = text;
        _start = start;
    }

    /// <summary>The value that a text begins with.</summary>
    public static JsonView Of(string text) => new(text, JsonText.SkipBlanks(text, 0));

    public bool IsObject => CharAt(_start) == '{';

    public bool IsText => CharAt(_start) == '"';

    /// <summary>Whether its end is in the text.</summary>
    public bool IsWhole => JsonText.Behind(_text, _start) is not null;

    /// <summary>What a text says; empty for whatever is none.</summary>
    public string Text => IsText ? JsonText.Unquoted(_text!, _start) : "";

    /// <summary>A whole number; null for whatever is none.</summary>
    public int? Number =>
        JsonText.Behind(_text, _start) is { } behind
        && int.TryParse(
            _text!.Substring(_start, behind - _start), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>In the order of the text; none where this is no object.</summary>
    public IEnumerable<(string Name, JsonView Value)> Members
    {
        get
        {
            if (_text is null || !IsObject) yield break;
            for (int? at = JsonText.SkipBlanks(_text, _start + 1); at is { } name && CharAt(name) == '"'; at = Next(at))
            {
                if (ColonBehind(name) is not { } colon) yield break;
                at = JsonText.SkipBlanks(_text, colon + 1);
                yield return (JsonText.Unquoted(_text, name), new JsonView(_text, at.Value));
            }
        }
    }

    /// <summary>None where this is no array.</summary>
    public IEnumerable<JsonView> Items
    {
        get
        {
            if (_text is null || CharAt(_start) != '[') yield break;
            for (int? at = JsonText.SkipBlanks(_text, _start + 1);
                at is { } item && CharAt(item) is not (']' or '\0');
                at = Next(item))
                yield return new JsonView(_text, item);
        }
    }

    /// <summary>The first member of a name; where there is none, a value that is nothing.</summary>
    public JsonView this[string name]
    {
        get
        {
            foreach (var member in Members)
                if (member.Name == name) return member.Value;
            return default;
        }
    }

    private char CharAt(int at) => JsonText.CharAt(_text, at);

    /// <summary>What stands behind a value and its comma; null where no comma follows.</summary>
    private int? Next(int? value) =>
        value is { } at
        && JsonText.Behind(_text, at) is { } behind
        && JsonText.SkipBlanks(_text!, behind) is var comma
        && CharAt(comma) == ','
            ? JsonText.SkipBlanks(_text!, comma + 1)
            : null;

    private int? ColonBehind(int name) =>
        JsonText.BehindQuote(_text!, name) is { } behind
        && JsonText.SkipBlanks(_text!, behind) is var colon
        && CharAt(colon) == ':'
            ? colon
            : null;
}
