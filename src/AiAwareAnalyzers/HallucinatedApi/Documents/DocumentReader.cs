using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.HallucinatedApi.Documents;

/// <summary>
/// Reads YAML as descriptions of interfaces are written in it, and so JSON, which is a part of it. Whatever it does not
/// know makes the whole text unreadable: nothing is said of a document that was read by halves.
/// </summary>
internal sealed partial class DocumentReader
{
    private const int Deepest = 100;

    private readonly string _text;
    private readonly Dictionary<string, DocumentNode> _anchors = new(StringComparer.Ordinal);
    private int _at;
    private int _depth;
    private bool _isBroken;

    private DocumentReader(string text) => _text = text;

    private bool Rest => _at < _text.Length;

    private char Next => Rest ? _text[_at] : '\0';

    /// <summary>How far the next character stands from the beginning of its line.</summary>
    private int Column => _at == 0 ? 0 : _at - (_text.LastIndexOf('\n', _at - 1) + 1);

    /// <summary>Null where the text cannot be read. Never throws.</summary>
    public static DocumentNode? Read(string text)
    {
        var reader = new DocumentReader(text.TrimStart('\uFEFF'));
        reader.SkipPreamble();
        var document = reader.ReadBlock(outer: -1);
        return reader._isBroken || !reader.IsOver() ? null : document;
    }

    private void SkipPreamble()
    {
        SkipBlanks();
        while (Next == '%')
        {
            SkipLine();
            SkipBlanks();
        }

        if (IsMark("---")) _at += 3;
    }

    private bool IsOver()
    {
        SkipBlanks();
        if (IsMark("...")) _at += 3;
        SkipBlanks();
        return !Rest;
    }

    /// <summary>The node whose lines stand further to the right than those around it.</summary>
    private DocumentNode ReadBlock(int outer)
    {
        var column = NextColumn();
        return column > outer ? ReadBlockAt(column, outer) : DocumentNode.Nothing;
    }

    private DocumentNode ReadBlockAt(int column, int outer)
    {
        if (_depth >= Deepest || CallStack.IsNearlyFull) return Break();
        _depth++;
        var node = IsElement ? ReadSequence(column) : IsKey() ? ReadMapping(column) : ReadInline(outer);
        _depth--;
        return node;
    }

    private DocumentNode ReadMapping(int column)
    {
        var mapping = DocumentNode.Mapping();
        while (!_isBroken && ReadKey() is { } key)
        {
            mapping.Add(key, ReadValue(column));
            var next = NextColumn();
            if (next < column) return Merged(mapping);
            if (next > column || !IsKey()) return Break();
        }

        return mapping;
    }

    /// <summary><c>&lt;&lt;: *shared</c> takes over what it does not have itself.</summary>
    private static DocumentNode Merged(DocumentNode mapping)
    {
        var shared = mapping[DocumentNode.MergeKey];
        foreach (var source in shared.Kind == NodeKind.Sequence ? shared.Items : [shared])
            foreach (var (name, value) in source.Members)
                mapping.Add(name, value);
        return mapping;
    }

    private DocumentNode ReadSequence(int column)
    {
        var sequence = DocumentNode.Sequence();
        while (!_isBroken)
        {
            _at++;
            SkipSpaces();
            sequence.Add(IsLineEnd ? ReadBlock(column) : ReadBlockAt(Column, column));
            var next = NextColumn();
            if (next < column || (next == column && !IsElement)) return sequence;
            if (next > column) return Break();
        }

        return sequence;
    }

    /// <summary>What stands behind a colon or below; a sequence need not stand further right.</summary>
    private DocumentNode ReadValue(int column)
    {
        SkipSpaces();
        if (!IsLineEnd) return ReadInline(column);
        var next = NextColumn();
        if (next > column) return ReadBlockAt(next, column);
        return next == column && IsElement ? ReadSequence(column) : DocumentNode.Nothing;
    }

    private DocumentNode ReadInline(int outer)
    {
        switch (Next)
        {
            case '|' or '>':
                return ReadLines(outer);
            case '{' or '[':
                return AtLineEnd(ReadFlow());
            case '"' or '\'':
                return AtLineEnd(DocumentNode.Scalar(ReadQuoted(), isQuoted: true));
            case '*':
                return AtLineEnd(ReadAlias());
            case '&':
                var anchor = ReadWord();
                return _anchors[anchor] = ReadTagged(outer);
            case '!':
                ReadWord();
                return ReadTagged(outer);
            default:
                return ReadPlain(outer);
        }
    }

    /// <summary>What an anchor or a tag stands before: below it, or behind it on the same line.</summary>
    private DocumentNode ReadTagged(int outer)
    {
        SkipSpaces();
        return IsLineEnd ? ReadValue(Math.Max(outer, 0)) : ReadBlockAt(Column, outer);
    }

    private DocumentNode ReadAlias() => _anchors.TryGetValue("&" + ReadWord()[1..], out var known) ? known : Break();

    private DocumentNode AtLineEnd(DocumentNode node)
    {
        SkipSpaces();
        return IsLineEnd ? node : Break();
    }

    private DocumentNode Break()
    {
        _isBroken = true;
        _at = _text.Length;
        return DocumentNode.Nothing;
    }
}
