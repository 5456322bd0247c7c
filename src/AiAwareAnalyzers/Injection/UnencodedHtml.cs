using AiAwareAnalyzers.Injection.Sinks;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Injection;

/// <summary>Text that becomes markup without having been encoded.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnencodedHtml() : Rule(Descriptor)
{
    /// <summary>The property of a finding whose text a fix may encode.</summary>
    internal const string Encodable = "Encodable";

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0703",
        title: "Text is rendered as HTML without encoding",
        messageFormat: "{0} markup as written{1}, so a '<' in it becomes part of the page (XSS); encode it, or let "
            + "the page render it as text",
        category: Family.Injection,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Text that is put into markup without being encoded can bring its own tags and scripts along.",
        alsoKnownAs: "XSS, cross-site scripting, HTML injection",
        cwe: [79],
        customTags: LowersOwnFindings);

    /// <summary>What the names of texts say that are markup already, or that the server made.</summary>
    private static readonly ImmutableArray<string> MarkupWords = ImmutableArray.Create(
        "html", "markup", "svg", "css", "style", "script", "content", "body", "inner", "template", "layout", "rows",
        "table", "section", "fragment", "encoded", "sanitized", "rendered", "markdown", "url", "link", "uri", "href",
        "json", "icon");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var sinks = MarkupSinks.Of(start.Compilation);
        if (!sinks.AreReferenced) return;

        LookInBodies(
            start,
            context => Look(context, sinks),
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.SimpleAssignment);
        if (sinks.HasMarkupString)
            LookInBodies(start, context => Look(context, sinks), OperationKind.Conversion);
    }

    private static Diagnostic? Look(OperationAnalysisContext context, MarkupSinks sinks)
    {
        if (sinks.At(context.Operation) is not { } use) return null;
        var isCareful = use.Template.Holes.Any(hole => hole.Kind == HoleKind.Encoded);
        var open = use.Free.Where(hole => IsOpen(hole, isCareful)).ToImmutableArray();
        var care = isCareful ? " although the text beside it is encoded" : "";
        if (open.IsEmpty && ForgottenIn(use, context.Compilation) is var (forgotten, encoder))
        {
            open = ImmutableArray.Create(forgotten);
            care = $" although '{encoder}' encodes it";
        }

        if (open.IsEmpty) return null;

        var severity = IsRichText(use) ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
        return Finding(use.LocationOf(open[0]), severity, open, care, context.IsGeneratedCode);
    }

    /// <summary>
    /// One stored text and nothing around it, <c>Html.Raw(product.Description)</c>: it may be kept as markup, and made
    /// safe where it is stored.
    /// </summary>
    private static bool IsRichText(SinkUse use) =>
        use.Template.Parts is [Hole { Origin: not TextOrigin.Input } text]
        && TextOperations.WithoutForm(text.Value) is IPropertyReferenceOperation { Property.IsIndexer: false };

    /// <summary>
    /// Input always; the type's own settings and what calls return only beside text that somebody thought of encoding.
    /// </summary>
    private static bool IsOpen(Hole hole, bool isCareful)
    {
        if (hole.Origin == TextOrigin.Input) return true;
        if (IsMarkupByName(hole.Value) || IsPlain(hole.Value)) return false;
        return hole.Origin switch
        {
            TextOrigin.Parameter => !EncodedElsewhere.IsEncodedByCaller(hole.Value),
            TextOrigin.Unknown => isCareful || TextOperations.WithoutForm(hole.Value) is not IInvocationOperation,
            _ => isCareful && TextOperations.IsText(hole.Value.Type),
        };
    }

    /// <summary>Made of numbers and of the program's own words.</summary>
    private static bool IsPlain(IOperation value) =>
        value.SemanticModel is { Compilation: var compilation } && PlainTexts.Of(compilation).Are(value);

    /// <summary>What would pass for the program's own text, if other code did not encode the very same.</summary>
    private static (Hole Hole, string Encoder)? ForgottenIn(SinkUse use, Compilation compilation)
    {
        foreach (var hole in use.Free)
            if (!IsMarkupByName(hole.Value)
                && TextOperations.IsText(hole.Value.Type)
                && EncodedElsewhere.Of(compilation)
                    .EncoderOf(Values.SymbolOf(TextOperations.WithoutForm(hole.Value))) is { } encoder)
                return (hole, encoder);
        return null;
    }

    private static bool IsMarkupByName(IOperation value)
    {
        var key = TextOperations.Key(value);
        var name = key.Substring(key.LastIndexOf('.') + 1);
        return MarkupWords.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    private static Diagnostic Finding(
        Location place, DiagnosticSeverity severity, ImmutableArray<Hole> open, string care, bool isGenerated) =>
        Diagnostic.Create(
            Descriptor,
            place,
            severity,
            additionalLocations: null,
            ImmutableDictionary<string, string?>.Empty.Add(
                Encodable, isGenerated ? "" : string.Join(";", open.Select(SpanOf))),
            string.Join(" and ", open.Select(hole => $"'{Quote.Of(hole.Value.Syntax)}'"))
            + (open.Length == 1 ? " becomes" : " become"),
            care);

    private static string SpanOf(Hole hole) => $"{hole.Value.Syntax.SpanStart}:{hole.Value.Syntax.Span.Length}";
}
