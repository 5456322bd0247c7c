using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Takes the markup out of the files of a state and turns it into expected diagnostics and numbered locations.</summary>
internal sealed class MarkupReader(
    MarkupMode mode,
    MarkupOptions options,
    DiagnosticDescriptor? defaultDiagnostic,
    ImmutableArray<DiagnosticDescriptor> supportedDiagnostics,
    ImmutableArray<string> fixableDiagnostics)
{
    internal Dictionary<string, FileLinePositionSpan> Locations { get; } = [];

    internal List<DiagnosticResult> Diagnostics { get; } = [];

    internal void Process(ProjectState project)
    {
        if (mode == MarkupMode.None)
            return;

        Process(project.Sources);
        Process(project.AdditionalFiles);
    }

    private void Process(SourceFileCollection files)
    {
        for (var i = 0; i < files.Count; i++)
        {
            var (path, content) = files[i];
            var marked = MarkupParser.Parse(
                content.ToString(),
                options.HasFlag(MarkupOptions.TreatPositionIndicatorsAsCode));
            var text = SourceText.From(marked.Text, content.Encoding, content.ChecksumAlgorithm);
            files[i] = (path, text);
            Read(marked, path, text.Lines);
        }
    }

    private void Read(MarkedText marked, string path, TextLineCollection lines)
    {
        foreach (var span in marked.Spans)
        {
            var location = new FileLinePositionSpan(path, lines.GetLinePositionSpan(span.Span));
            if (!span.IsLocationKey)
                Expect(span.Name, expected => expected.WithSpan(location));
            else if (!Locations.TryAdd(span.Name!, location))
                throw new InvalidOperationException($"The markup has '{{|{span.Name}:...|}}' more than once.");
        }

        foreach (var position in marked.Positions)
            Expect(id: null, expected => expected.WithLocation(path, lines.GetLinePosition(position)));
    }

    private void Expect(string? id, Func<DiagnosticResult, DiagnosticResult> locate)
    {
        if (mode == MarkupMode.Ignore)
            return;

        var expected = id is null ? CreateDefault() : Create(id);
        if (mode == MarkupMode.IgnoreFixable && fixableDiagnostics.Contains(expected.Id))
            return;

        Diagnostics.Add(locate(expected));
    }

    private DiagnosticResult CreateDefault() => defaultDiagnostic is null
        ? throw new InvalidOperationException(
            "Markup can leave out the id only if there is exactly one analyzer with exactly one descriptor; "
            + "write '{|ID:...|}', or set MarkupOptions.UseFirstDescriptor.")
        : Create(defaultDiagnostic);

    private DiagnosticResult Create(string id) =>
        supportedDiagnostics.FirstOrDefault(descriptor => descriptor.Id == id) is { } descriptor
            ? Create(descriptor)
            : DiagnosticResult.CompilerError(id)
                .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations | DiagnosticOptions.IgnoreSeverity);

    private static DiagnosticResult Create(DiagnosticDescriptor descriptor) =>
        new DiagnosticResult(descriptor).WithMessage(null).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);
}
