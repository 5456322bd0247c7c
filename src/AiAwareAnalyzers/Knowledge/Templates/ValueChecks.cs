using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Knowledge.Templates;

/// <summary>
/// All that a body asks about one value, in a form in which a question costs the same however much was asked.
/// </summary>
internal sealed class ValueChecks
{
    private readonly Dictionary<CheckKind, int> _earliest = new();
    private readonly List<TextSpan> _guarded = [];

    /// <summary>Takes a check in; the spans stay sorted only after <see cref="Close"/>.</summary>
    public void Add(ContentCheck check)
    {
        var start = check.Operation.Syntax.SpanStart;
        if (!_earliest.TryGetValue(check.Kind, out var earliest) || start < earliest) _earliest[check.Kind] = start;
        if (check.Guarded is { } guarded) _guarded.Add(guarded);
    }

    /// <summary>Puts the guarded spans in order, and those together that touch each other.</summary>
    public void Close()
    {
        _guarded.Sort();
        var kept = 0;
        for (var next = 1; next < _guarded.Count; next++)
        {
            if (_guarded[next].Start <= _guarded[kept].End)
                _guarded[kept] = TextSpan.FromBounds(
                    _guarded[kept].Start, Math.Max(_guarded[kept].End, _guarded[next].End));
            else _guarded[++kept] = _guarded[next];
        }

        if (_guarded.Count > 0) _guarded.RemoveRange(kept + 1, _guarded.Count - kept - 1);
    }

    /// <summary>Whether a place is reached only with what some check let pass.</summary>
    public bool Guard(TextSpan place)
    {
        var (low, high) = (0, _guarded.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_guarded[middle].Start <= place.Start) low = middle + 1;
            else high = middle;
        }

        return low > 0 && _guarded[low - 1].Contains(place);
    }

    /// <summary>What is asked before a place.</summary>
    public IEnumerable<CheckKind> KindsBefore(SyntaxNode place) =>
        _earliest.Where(entry => entry.Value < place.SpanStart).Select(entry => entry.Key);
}
