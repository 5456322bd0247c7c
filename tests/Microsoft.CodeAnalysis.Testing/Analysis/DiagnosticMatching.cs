using System.Collections.Immutable;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Finds a counterpart among the reported diagnostics for as many of the expected ones as possible.</summary>
/// <remarks>
/// An expectation that leaves something open may fit several reports. So this is a maximum matching by augmenting
/// paths: who comes first gives way if it fits elsewhere.
/// </remarks>
internal sealed class DiagnosticMatching
{
    private readonly ImmutableArray<DiagnosticResult> _expected;
    private readonly ImmutableArray<Diagnostic> _actual;
    private readonly int?[] _expectedOfActual;

    private DiagnosticMatching(ImmutableArray<DiagnosticResult> expected, ImmutableArray<Diagnostic> actual)
    {
        _expected = expected;
        _actual = actual;
        _expectedOfActual = new int?[actual.Length];
    }

    internal ImmutableArray<(DiagnosticResult Expected, Diagnostic Actual)> Pairs =>
    [
        .. _actual.Select((actual, i) => (Expected: _expectedOfActual[i], Actual: actual))
            .Where(pair => pair.Expected is not null)
            .Select(pair => (_expected[pair.Expected!.Value], pair.Actual)),
    ];

    internal ImmutableArray<DiagnosticResult> Missing =>
        [.. _expected.Where((_, i) => !_expectedOfActual.Contains(i))];

    internal ImmutableArray<Diagnostic> Unexpected =>
        [.. _actual.Where((_, i) => _expectedOfActual[i] is null)];

    internal static DiagnosticMatching Of(ImmutableArray<DiagnosticResult> expected, ImmutableArray<Diagnostic> actual)
    {
        var matching = new DiagnosticMatching(expected, actual);
        for (var i = 0; i < expected.Length; i++)
            matching.TryPlace(i, tried: new bool[actual.Length]);

        return matching;
    }

    private bool TryPlace(int expected, bool[] tried)
    {
        for (var i = 0; i < _actual.Length; i++)
        {
            if (tried[i] || !DiagnosticComparison.Matches(_expected[expected], _actual[i]))
                continue;

            tried[i] = true;
            if (_expectedOfActual[i] is not { } holder || TryPlace(holder, tried))
            {
                _expectedOfActual[i] = expected;
                return true;
            }
        }

        return false;
    }
}
