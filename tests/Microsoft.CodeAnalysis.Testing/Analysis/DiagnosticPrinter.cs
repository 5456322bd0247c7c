using System.Globalization;
using System.Text;
using CSharpDisplay = Microsoft.CodeAnalysis.CSharp.SymbolDisplay;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Shows diagnostics as the compiler does, with the code that expects them.</summary>
internal static class DiagnosticPrinter
{
    internal static string Print(DiagnosticResult expected)
    {
        var locations = expected.HasLocation ? string.Join(", ", expected.Spans.Select(Print)) + ": " : "";
        var text = $"{locations}{Print(expected.Severity)} {expected.Id}";
        if (expected.Message is { } message)
            return $"{text}: {message}";

        return expected.MessageArguments is { Length: > 0 } arguments ? $"{text} ({string.Join(", ", arguments)})" : text;
    }

    internal static string Print(Diagnostic actual)
    {
        var location = actual.Location == Location.None ? "" : Print(actual.Location) + ": ";
        var suppressed = actual.IsSuppressed ? " (suppressed)" : "";
        return $"{location}{Print(actual.Severity)} {actual.Id}: {actual.GetMessage(CultureInfo.InvariantCulture)}{suppressed}";
    }

    internal static string Print(Location location) => Print(location.GetLineSpan());

    internal static string Print(DiagnosticLocation location)
    {
        var (path, start) = (location.Span.Path, location.Span.StartLinePosition);
        if (location.IsMarkupKey)
            return location.MarkupKey;

        return location.Options.HasFlag(DiagnosticLocationOptions.IgnoreLength)
            ? $"{path}({start.Line + 1},{start.Character + 1})"
            : Print(location.Span);
    }

    /// <summary>The code to copy into a test that should expect this diagnostic.</summary>
    internal static string PrintExpectation(Diagnostic actual)
    {
        var code = new StringBuilder(PrintConstruction(actual));
        foreach (var location in actual.AdditionalLocations.Prepend(actual.Location).Where(location => location != Location.None))
            code.Append(CultureInfo.InvariantCulture, $".WithSpan({PrintArguments(location.GetLineSpan())})");

        var message = CSharpDisplay.FormatLiteral(actual.GetMessage(CultureInfo.InvariantCulture), quote: true);
        return code.Append(CultureInfo.InvariantCulture, $".WithMessage({message})").ToString();
    }

    private static string PrintConstruction(Diagnostic actual) => (actual.IsFromCompiler(), actual.Severity) switch
    {
        (true, DiagnosticSeverity.Error) => $"DiagnosticResult.CompilerError(\"{actual.Id}\")",
        (true, DiagnosticSeverity.Warning) => $"DiagnosticResult.CompilerWarning(\"{actual.Id}\")",
        _ => $"new DiagnosticResult(\"{actual.Id}\", DiagnosticSeverity.{actual.Severity})",
    };

    private static string PrintArguments(FileLinePositionSpan span) =>
        $"{CSharpDisplay.FormatLiteral(span.Path, quote: true)}, {PrintPositions(span)}";

    private static string Print(FileLinePositionSpan span) => $"{span.Path}({PrintPositions(span).Replace(" ", "")})";

    private static string PrintPositions(FileLinePositionSpan span)
    {
        var (start, end) = (span.StartLinePosition, span.EndLinePosition);
        return $"{start.Line + 1}, {start.Character + 1}, {end.Line + 1}, {end.Character + 1}";
    }

    private static string Print(DiagnosticSeverity severity) => severity.ToString().ToLowerInvariant();
}
