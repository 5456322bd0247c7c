using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>An expected diagnostic. What is not stated is not checked, except the id, the severity and the location.</summary>
public readonly record struct DiagnosticResult
{
    public static readonly DiagnosticResult[] EmptyDiagnosticResults = [];

    private readonly ImmutableArray<DiagnosticLocation> _spans;
    private readonly string? _message;
    private readonly bool _anyMessage;

    public DiagnosticResult(string id, DiagnosticSeverity severity)
        : this()
    {
        Id = id;
        Severity = severity;
    }

    public DiagnosticResult(DiagnosticDescriptor descriptor)
        : this(descriptor.Id, descriptor.DefaultSeverity)
    {
        MessageFormat = descriptor.MessageFormat;
    }

    public string Id { get; }

    public DiagnosticSeverity Severity { get; private init; }

    public DiagnosticOptions Options { get; private init; }

    public LocalizableString? MessageFormat { get; private init; }

    public object[]? MessageArguments { get; private init; }

    /// <summary>Whether the diagnostic must be suppressed or must not be; null accepts only what is not suppressed.</summary>
    public bool? IsSuppressed { get; private init; }

    /// <summary>The location, followed by the additional locations.</summary>
    public ImmutableArray<DiagnosticLocation> Spans
    {
        get => _spans.IsDefault ? [] : _spans;
        private init => _spans = value;
    }

    public bool HasLocation => !Spans.IsEmpty;

    /// <summary>The whole message, or null if any will do.</summary>
    public string? Message => _anyMessage ? null : _message ?? FormatMessage(MessageFormat, MessageArguments);

    public static DiagnosticResult CompilerError(string identifier) => new(identifier, DiagnosticSeverity.Error);

    public static DiagnosticResult CompilerWarning(string identifier) => new(identifier, DiagnosticSeverity.Warning);

    public DiagnosticResult WithSeverity(DiagnosticSeverity severity) => this with { Severity = severity };

    public DiagnosticResult WithOptions(DiagnosticOptions options) => this with { Options = options };

    public DiagnosticResult WithIsSuppressed(bool? isSuppressed) => this with { IsSuppressed = isSuppressed };

    public DiagnosticResult WithArguments(params object[] arguments) => this with { MessageArguments = arguments };

    public DiagnosticResult WithMessageFormat(LocalizableString messageFormat) => this with { MessageFormat = messageFormat };

    public DiagnosticResult WithMessage(string? message) => new(this, message);

    public DiagnosticResult WithNoLocation() => this with { Spans = [] };

    public DiagnosticResult WithLocation(int line, int column) => WithLocation(path: "", line, column);

    public DiagnosticResult WithLocation(LinePosition location) => WithLocation(path: "", location);

    public DiagnosticResult WithLocation(string path, int line, int column) =>
        WithLocation(path, new LinePosition(line - 1, column - 1));

    public DiagnosticResult WithLocation(string path, LinePosition location) =>
        WithLocation(path, location, DiagnosticLocationOptions.None);

    public DiagnosticResult WithLocation(string path, LinePosition location, DiagnosticLocationOptions options) =>
        WithSpan(
            new FileLinePositionSpan(path, location, location),
            options | DiagnosticLocationOptions.IgnoreLength);

    /// <summary>Expects the diagnostic at the span that the markup calls <c>{|#key:...|}</c>.</summary>
    public DiagnosticResult WithLocation(int markupKey) => WithLocation(markupKey, DiagnosticLocationOptions.None);

    public DiagnosticResult WithLocation(int markupKey, DiagnosticLocationOptions options) =>
        WithSpan(
            new FileLinePositionSpan("", new LinePosition(markupKey, 0), new LinePosition(markupKey, 0)),
            options | DiagnosticLocationOptions.InterpretAsMarkupKey);

    public DiagnosticResult WithSpan(int startLine, int startColumn, int endLine, int endColumn) =>
        WithSpan(path: "", startLine, startColumn, endLine, endColumn);

    public DiagnosticResult WithSpan(string path, int startLine, int startColumn, int endLine, int endColumn) =>
        WithSpan(new FileLinePositionSpan(
            path,
            new LinePosition(startLine - 1, startColumn - 1),
            new LinePosition(endLine - 1, endColumn - 1)));

    public DiagnosticResult WithSpan(FileLinePositionSpan span) => WithSpan(span, DiagnosticLocationOptions.None);

    public DiagnosticResult WithSpan(FileLinePositionSpan span, DiagnosticLocationOptions options) =>
        this with { Spans = Spans.Add(new DiagnosticLocation(span, options)) };

    public DiagnosticResult WithDefaultPath(string path) =>
        MapSpans(location => location.Span.Path.Length > 0 || location.IsMarkupKey
            ? location
            : new DiagnosticLocation(
                new FileLinePositionSpan(path, location.Span.StartLinePosition, location.Span.EndLinePosition),
                location.Options));

    public DiagnosticResult WithLineOffset(int offset) =>
        MapSpans(location => new DiagnosticLocation(
            new FileLinePositionSpan(
                location.Span.Path,
                MoveLines(location.Span.StartLinePosition, offset),
                MoveLines(location.Span.EndLinePosition, offset)),
            location.Options));

    public override string ToString() => DiagnosticPrinter.Print(this);

    internal DiagnosticResult WithMarkupLocations(IReadOnlyDictionary<string, FileLinePositionSpan> markupLocations) =>
        MapSpans(location =>
        {
            if (!location.IsMarkupKey)
                return location;

            if (!markupLocations.TryGetValue(location.MarkupKey, out var span))
                throw new InvalidOperationException($"The markup has no span '{{|{location.MarkupKey}:...|}}'.");

            return new DiagnosticLocation(span, location.Options & ~DiagnosticLocationOptions.InterpretAsMarkupKey);
        });

    private DiagnosticResult(DiagnosticResult other, string? message)
    {
        this = other;
        _message = message;
        _anyMessage = message is null;
        if (message is null)
            MessageArguments = null;
    }

    private DiagnosticResult MapSpans(Func<DiagnosticLocation, DiagnosticLocation> map) =>
        this with { Spans = [.. Spans.Select(map)] };

    private static LinePosition MoveLines(LinePosition position, int offset) =>
        new(position.Line + offset, position.Character);

    private static string? FormatMessage(LocalizableString? format, object[]? arguments)
    {
        if (format is null)
            return null;

        var text = format.ToString(CultureInfo.InvariantCulture);
        try
        {
            return string.Format(CultureInfo.InvariantCulture, text, arguments ?? []);
        }
        catch (FormatException)
        {
            // Arguments that the format needs were not stated: then the mismatch that is shown is the bare format.
            return text;
        }
    }
}
