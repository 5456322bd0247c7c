using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Takes <c>[|span|]</c>, <c>{|name:span|}</c> and <c>$$</c> out of code.</summary>
internal sealed partial class MarkupParser
{
    private readonly string _markup;
    private readonly bool _positionsAreCode;
    private readonly StringBuilder _text = new();
    private readonly List<(string? Name, int Start)> _open = [];
    private readonly ImmutableArray<MarkedSpan>.Builder _spans = ImmutableArray.CreateBuilder<MarkedSpan>();
    private readonly ImmutableArray<int>.Builder _positions = ImmutableArray.CreateBuilder<int>();

    private MarkupParser(string markup, bool positionsAreCode)
    {
        _markup = markup;
        _positionsAreCode = positionsAreCode;
    }

    internal static MarkedText Parse(string markup, bool positionsAreCode) =>
        new MarkupParser(markup, positionsAreCode).Parse();

    private MarkedText Parse()
    {
        for (var at = 0; at < _markup.Length;)
        {
            var length = ReadMark(at);
            if (length == 0)
            {
                _text.Append(_markup[at]);
                length = 1;
            }

            at += length;
        }

        if (_open.Count > 0)
            throw new InvalidOperationException($"A marked span is never closed in:{Environment.NewLine}{_markup}");

        var inOrder = _spans.OrderBy(span => span.Span.Start).ThenBy(span => span.Span.End);
        return new MarkedText(_text.ToString(), [.. inOrder], _positions.ToImmutable());
    }

    /// <summary>The length of the mark at <paramref name="at"/>; 0 if there is code.</summary>
    private int ReadMark(int at) => _markup.AsSpan(at) switch
    {
        ['[', '|', ..] => Open(name: null, length: 2),
        ['{', '|', ..] when NamedStart().Match(_markup, at) is { Success: true } start =>
            Open(start.Groups[1].Value, start.Length),
        ['|', ']', ..] when Close(named: false) => 2,
        ['|', '}', ..] when Close(named: true) => 2,
        ['$', '$', ..] when !_positionsAreCode => Position(),
        _ => 0,
    };

    private int Open(string? name, int length)
    {
        _open.Add((name, _text.Length));
        return length;
    }

    /// <summary>Closes the innermost span of that kind; without one, the characters are code.</summary>
    private bool Close(bool named)
    {
        var innermost = _open.FindLastIndex(span => span.Name is not null == named);
        if (innermost < 0)
            return false;

        var (name, start) = _open[innermost];
        _open.RemoveAt(innermost);
        _spans.Add(new MarkedSpan(name, TextSpan.FromBounds(start, _text.Length)));
        return true;
    }

    private int Position()
    {
        _positions.Add(_text.Length);
        return 2;
    }

    [GeneratedRegex(@"\G\{\|([-_.A-Za-z0-9+#*]+):")]
    private static partial Regex NamedStart();
}
