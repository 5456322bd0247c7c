using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The difference of two texts: <c>-</c> stands before lines that are expected, <c>+</c> before those that are there.</summary>
internal sealed class LineDiff
{
    private readonly string[] _expected;
    private readonly string[] _actual;
    private readonly int[,] _common;

    private LineDiff(string[] expected, string[] actual)
    {
        _expected = expected;
        _actual = actual;
        _common = CountCommonLines(expected, actual);
    }

    internal static string Of(string expected, string actual)
    {
        var (some, others) = (Split(expected), Split(actual));
        return some.SequenceEqual(others)
            ? "Only the line ends or the last line are different."
            : new LineDiff(some, others).Print();
    }

    private static string[] Split(string text) => text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>For each pair of positions, the length of the longest common subsequence of what follows.</summary>
    private static int[,] CountCommonLines(string[] expected, string[] actual)
    {
        var common = new int[expected.Length + 1, actual.Length + 1];
        for (var i = expected.Length - 1; i >= 0; i--)
        {
            for (var j = actual.Length - 1; j >= 0; j--)
                common[i, j] = expected[i] == actual[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        return common;
    }

    private string Print()
    {
        var text = new StringBuilder();
        var (i, j) = (0, 0);
        while (i < _expected.Length || j < _actual.Length)
        {
            if (i < _expected.Length && j < _actual.Length && _expected[i] == _actual[j])
            {
                text.Append(' ').AppendLine(_expected[i++]);
                j++;
            }
            else if (j == _actual.Length || (i < _expected.Length && _common[i + 1, j] >= _common[i, j + 1]))
            {
                text.Append('-').AppendLine(_expected[i++]);
            }
            else
            {
                text.Append('+').AppendLine(_actual[j++]);
            }
        }

        return text.ToString();
    }
}
