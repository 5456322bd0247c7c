using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers;

/// <summary>
/// How a file is written: its line ends and its indentation. What a fix inserts is written likewise, and nothing else
/// is touched.
/// </summary>
internal sealed class DocumentStyle
{
    private const int DefaultTab = 4;
    private const string Windows = "\r\n";
    private const string Unix = "\n";

    private readonly string? _newLine;
    private readonly bool? _usesTabs;
    private readonly int? _indentation;

    private DocumentStyle(SourceText text)
    {
        _newLine = NewLineOf(text);
        var margins = text.Lines.Select(MarginOf)
            .Where(margin => margin is not null)
            .Select(margin => margin!)
            .ToList();
        var indented = margins.Where(margin => margin.Length > 0).ToList();
        if (indented.Count == 0) return;
        _usesTabs = indented.Count(margin => margin[0] == '\t') * 2 > indented.Count;
        _indentation = _usesTabs == true ? null : StepOf(margins);
    }

    /// <summary>The solution in which every changed document is formatted as it was written before.</summary>
    public static async Task<Solution> KeptAsync(Solution original, Solution changed, CancellationToken cancellation)
    {
        foreach (var id in changed.GetChanges(original)
            .GetProjectChanges()
            .SelectMany(project => project.GetChangedDocuments())
            .ToList())
            if (original.GetDocument(id) is { } before && changed.GetDocument(id) is { } after)
                changed = (await KeptAsync(before, after, cancellation).ConfigureAwait(false)).Project.Solution;
        return changed;
    }

    public static async Task<Document> KeptAsync(Document original, Document changed, CancellationToken cancellation)
    {
        var style = new DocumentStyle(await original.GetTextAsync(cancellation).ConfigureAwait(false));
        var formatted = await style.FormatAsync(changed, cancellation).ConfigureAwait(false);
        return await style.RespellAsync(original, formatted, cancellation).ConfigureAwait(false);
    }

    /// <summary>What the editor does with the work of a fix, told how this file is written.</summary>
    private async Task<Document> FormatAsync(Document document, CancellationToken cancellation)
    {
        document = await Simplifier.ReduceAsync(
            document, Simplifier.Annotation, cancellationToken: cancellation).ConfigureAwait(false);
        var options = OptionsFrom(await document.GetOptionsAsync(cancellation).ConfigureAwait(false));
        document =
            await Formatter.FormatAsync(document, Formatter.Annotation, options, cancellation).ConfigureAwait(false);
        return await Formatter.FormatAsync(
            document, SyntaxAnnotation.ElasticAnnotation, options, cancellation).ConfigureAwait(false);
    }

    private OptionSet OptionsFrom(OptionSet options)
    {
        if (_newLine is not null)
            options = options.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, _newLine);
        if (_usesTabs is { } usesTabs)
            options = options.WithChangedOption(FormattingOptions.UseTabs, LanguageNames.CSharp, usesTabs);
        if (_indentation is { } size)
            options = options.WithChangedOption(FormattingOptions.IndentationSize, LanguageNames.CSharp, size);
        return options;
    }

    /// <summary>
    /// What fixes wrote by hand, in the spelling of the file; it has been formatted, and is not again.
    /// </summary>
    private async Task<Document> RespellAsync(Document original, Document formatted, CancellationToken cancellation)
    {
        if (await formatted.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root) return formatted;
        var inserted = await InsertedAsync(original, formatted, cancellation).ConfigureAwait(false);
        var formattedParts = root.GetAnnotatedNodes(Formatter.Annotation).ToList();
        root = root.ReplaceSyntax(
            formattedParts,
            (_, part) => part.WithoutAnnotations(Formatter.Annotation),
            root.GetAnnotatedTokens(Formatter.Annotation),
            (_, token) => token.WithoutAnnotations(Formatter.Annotation),
            root.DescendantTrivia(descendIntoTrivia: true).Where(trivia =>
                IsSpace(trivia)
                && (trivia.HasAnnotation(SyntaxAnnotation.ElasticAnnotation)
                    || inserted.Any(span => span.IntersectsWith(trivia.Span)))),
            (trivia, _) => Respelled(trivia));
        return formatted.WithSyntaxRoot(root);
    }

    private static async Task<List<TextSpan>> InsertedAsync(
        Document original, Document changed, CancellationToken cancellation)
    {
        var moved = 0;
        var inserted = new List<TextSpan>();
        foreach (var change in await changed.GetTextChangesAsync(original, cancellation).ConfigureAwait(false))
        {
            var length = change.NewText?.Length ?? 0;
            inserted.Add(new TextSpan(change.Span.Start + moved, length));
            moved += length - change.Span.Length;
        }

        return inserted;
    }

    private static bool IsSpace(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.EndOfLineTrivia) || trivia.IsKind(SyntaxKind.WhitespaceTrivia);

    private SyntaxTrivia Respelled(SyntaxTrivia trivia)
    {
        var text = trivia.ToString();
        if (trivia.IsKind(SyntaxKind.EndOfLineTrivia) && _newLine is not null && text != _newLine)
            return SyntaxFactory.EndOfLine(_newLine);
        if (trivia.IsKind(SyntaxKind.WhitespaceTrivia) && _usesTabs == true && BeginsLine(trivia))
            return SyntaxFactory.Whitespace(text.Replace(new string(' ', DefaultTab), "\t"));
        return trivia.WithoutAnnotations(SyntaxAnnotation.ElasticAnnotation);
    }

    private static bool BeginsLine(SyntaxTrivia trivia)
    {
        var text = trivia.SyntaxTree!.GetText();
        return text.Lines.GetLineFromPosition(trivia.SpanStart).Start == trivia.SpanStart;
    }

    /// <summary>How most lines end; null where there is one line only.</summary>
    private static string? NewLineOf(SourceText text)
    {
        var ended = text.Lines.Where(line => line.EndIncludingLineBreak > line.End).ToList();
        if (ended.Count == 0) return null;
        return ended.Count(line => line.EndIncludingLineBreak - line.End == Windows.Length) * 2 > ended.Count
            ? Windows
            : Unix;
    }

    /// <summary>The white space before the first word of a line; null where there is none.</summary>
    private static string? MarginOf(TextLine line)
    {
        var text = line.ToString();
        var length = text.TakeWhile(letter => letter is ' ' or '\t').Count();
        return length == text.Length ? null : text[..length];
    }

    /// <summary>By how much a line is most often further in than the one above it.</summary>
    private static int? StepOf(List<string> margins) => margins
        .Zip(margins.Skip(1), (above, line) => line.Length - above.Length)
        .Where(step => step is > 1 and <= 8)
        .GroupBy(step => step)
        .OrderByDescending(same => same.Count())
        .ThenBy(same => same.Key)
        .FirstOrDefault()?.Key;
}
