using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Says what is wrong when the reported diagnostics are not the expected ones.</summary>
internal static class DiagnosticMismatch
{
    /// <summary>The failure of a test; null if the diagnostics match.</summary>
    internal static string? Describe(DiagnosticMatching matching, int expected, int actual)
    {
        var (missing, unexpected) = (matching.Missing, matching.Unexpected);
        if (missing.IsEmpty && unexpected.IsEmpty)
            return null;

        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"The reported diagnostics are not the expected ones: expected {expected}, actual {actual}.");
        if (!missing.IsEmpty)
            DescribeMissing(text, missing, unexpected);

        if (!unexpected.IsEmpty)
            DescribeUnexpected(text, unexpected);

        return text.ToString();
    }

    private static void DescribeMissing(
        StringBuilder text,
        ImmutableArray<DiagnosticResult> missing,
        ImmutableArray<Diagnostic> unexpected)
    {
        text.AppendLine().AppendLine("Expected, but not reported:");
        foreach (var expected in missing)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    {DiagnosticPrinter.Print(expected)}");
            if (FindNearest(expected, unexpected) is { } nearest)
                text.AppendLine(CultureInfo.InvariantCulture, $"        The nearest differs in {DiagnosticComparison.FindDifference(expected, nearest)}.");
        }
    }

    private static void DescribeUnexpected(StringBuilder text, ImmutableArray<Diagnostic> unexpected)
    {
        text.AppendLine().AppendLine("Reported, but not expected:");
        foreach (var actual in unexpected)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    // {DiagnosticPrinter.Print(actual)}");
            text.AppendLine(CultureInfo.InvariantCulture, $"    {DiagnosticPrinter.PrintExpectation(actual)},");
            if (actual.Id == DiagnosticFacts.AnalyzerException)
                text.AppendLine(actual.Descriptor.Description.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static Diagnostic? FindNearest(DiagnosticResult expected, ImmutableArray<Diagnostic> unexpected) =>
        unexpected.FirstOrDefault(actual => actual.Id == expected.Id && StartsAt(expected, actual))
        ?? unexpected.FirstOrDefault(actual => actual.Id == expected.Id)
        ?? unexpected.FirstOrDefault(actual => StartsAt(expected, actual));

    private static bool StartsAt(DiagnosticResult expected, Diagnostic actual) =>
        expected.HasLocation
        && actual.Location != Location.None
        && expected.Spans[0].Span.StartLinePosition == actual.Location.GetLineSpan().StartLinePosition;
}
