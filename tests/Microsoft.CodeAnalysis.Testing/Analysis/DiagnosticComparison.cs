using System.Collections.Immutable;
using System.Globalization;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Compares one expected diagnostic with one that was reported.</summary>
internal static class DiagnosticComparison
{
    internal static bool Matches(DiagnosticResult expected, Diagnostic actual) => FindDifference(expected, actual) is null;

    /// <summary>What is different, in words; null if nothing is.</summary>
    internal static string? FindDifference(DiagnosticResult expected, Diagnostic actual) =>
        Compare("id", expected.Id, actual.Id)
        ?? CompareLocation(expected, actual)
        ?? CompareSeverity(expected, actual)
        ?? CompareMessage(expected, actual)
        ?? CompareSuppression(expected, actual)
        ?? CompareAdditionalLocations(expected, actual);

    private static string? CompareLocation(DiagnosticResult expected, Diagnostic actual)
    {
        if (!expected.HasLocation)
            return actual.Location == Location.None ? null : "the location: expected none";

        return actual.Location != Location.None && expected.Spans[0].Covers(actual.Location.GetLineSpan())
            ? null
            : Compare("location", DiagnosticPrinter.Print(expected.Spans[0]), DiagnosticPrinter.Print(actual.Location));
    }

    private static string? CompareSeverity(DiagnosticResult expected, Diagnostic actual) =>
        expected.Options.HasFlag(DiagnosticOptions.IgnoreSeverity)
            ? null
            : Compare("severity", expected.Severity, actual.Severity);

    private static string? CompareMessage(DiagnosticResult expected, Diagnostic actual)
    {
        var message = actual.GetMessage(CultureInfo.InvariantCulture);
        if (expected.Message is not null)
            return Compare("message", expected.Message, message);

        // Only arguments are stated, as for an id without a descriptor: they must give the message that was reported.
        return expected.MessageArguments is { Length: > 0 } arguments
            ? Compare("message", Format(actual.Descriptor.MessageFormat, arguments), message)
            : null;
    }

    private static string Format(LocalizableString format, object[] arguments)
    {
        try
        {
            return string.Format(CultureInfo.InvariantCulture, format.ToString(CultureInfo.InvariantCulture), arguments);
        }
        catch (FormatException)
        {
            return $"one with the arguments ({string.Join(", ", arguments)})";
        }
    }

    private static string? CompareSuppression(DiagnosticResult expected, Diagnostic actual) =>
        Compare("suppression", expected.IsSuppressed ?? false, actual.IsSuppressed);

    private static string? CompareAdditionalLocations(DiagnosticResult expected, Diagnostic actual)
    {
        if (expected.Options.HasFlag(DiagnosticOptions.IgnoreAdditionalLocations))
            return null;

        ImmutableArray<DiagnosticLocation> additional = expected.HasLocation ? expected.Spans.RemoveAt(0) : [];
        if (additional.Length != actual.AdditionalLocations.Count)
            return Compare("number of additional locations", additional.Length, actual.AdditionalLocations.Count);

        return additional
            .Zip(actual.AdditionalLocations)
            .Where(pair => !pair.First.Covers(pair.Second.GetLineSpan()))
            .Select(pair => Compare(
                "additional location",
                DiagnosticPrinter.Print(pair.First),
                DiagnosticPrinter.Print(pair.Second)))
            .FirstOrDefault();
    }

    private static string? Compare<T>(string what, T expected, T actual) =>
        EqualityComparer<T>.Default.Equals(expected, actual) ? null : $"the {what}: expected '{expected}', actual '{actual}'";
}
