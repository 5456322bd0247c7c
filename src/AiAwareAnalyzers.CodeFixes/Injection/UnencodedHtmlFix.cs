using System.Globalization;
using AiAwareAnalyzers.Knowledge.Templates;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Injection;

/// <summary>Encodes text where it is put into markup, with the encoder that is at hand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnencodedHtmlFix))]
public sealed class UnencodedHtmlFix() : Fix("AIA0703")
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (!finding.Diagnostic.Properties.TryGetValue(UnencodedHtml.Encodable, out var spans)
            || spans is not { Length: > 0 })
            return;
        if (await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model) return;

        var source = await finding.Document.GetTextAsync(finding.Cancellation).ConfigureAwait(false);
        var texts = spans.Split(';')
            .Select(span => finding.Root.FindNode(Read(span), getInnermostNodeForTie: true) as ExpressionSyntax)
            .ToList();
        if (texts.Any(text => text is null || !CanBeEncoded(text, model))) return;

        var changes = texts.Select(text => Encode(text!, model)).ToList();
        finding.Offer(
            texts.Count == 1 ? $"Encode '{texts[0]}'" : "Encode the texts",
            nameof(UnencodedHtmlFix),
            _ => Task.FromResult(finding.Document.WithText(source.WithChanges(changes))));
    }

    /// <summary>A text that stands between tags. In a script or a style another encoder is needed.</summary>
    private static bool CanBeEncoded(ExpressionSyntax text, SemanticModel model) =>
        TextOperations.IsText(model.GetTypeInfo(text).Type)
        && text.Parent is not InterpolationSyntax { AlignmentClause: not null }
        && !IsInScript(text);

    private static bool IsInScript(ExpressionSyntax text)
    {
        SyntaxNode whole = text.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member ? member : text;
        var before = whole.ToString()[..(text.SpanStart - whole.SpanStart)];
        return new[] { "script", "style" }.Any(element =>
            before.LastIndexOf("<" + element, StringComparison.OrdinalIgnoreCase) > before.LastIndexOf(
                "</" + element, StringComparison.OrdinalIgnoreCase));
    }

    private static TextChange Encode(ExpressionSyntax text, SemanticModel model)
    {
        var value = text.WithoutTrivia().ToString();
        return new(text.Span, model.GetTypeInfo(text).Nullability.FlowState == NullableFlowState.NotNull
            && EncoderAt(text.SpanStart, model) is { } encoder
            ? $"{encoder}.Encode({value})"
            : $"{NameOfUtility(text.SpanStart, model)}.HtmlEncode({value})");
    }

    /// <summary>An encoder that the type was given. It does not take null.</summary>
    private static string? EncoderAt(int position, SemanticModel model) => model.LookupSymbols(position)
        .FirstOrDefault(symbol =>
            symbol is IFieldSymbol { Type.Name: "HtmlEncoder" }
                or IParameterSymbol { Type.Name: "HtmlEncoder" }
                or IPropertySymbol { Type.Name: "HtmlEncoder" })?.Name;

    private static string NameOfUtility(int position, SemanticModel model) =>
        model.LookupNamespacesAndTypes(position, name: "WebUtility").IsEmpty ? "System.Net.WebUtility" : "WebUtility";

    private static TextSpan Read(string span)
    {
        var parts = span.Split(':');
        return new(
            int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
