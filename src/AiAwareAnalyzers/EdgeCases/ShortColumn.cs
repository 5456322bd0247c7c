using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>Text of a request stored in a column that is shorter than what the request may say.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShortColumn() : Rule(Descriptor)
{
    /// <summary>What is wider, only somebody who tries will fill.</summary>
    private const int WidestShort = 256;

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0911",
        title: "A request may say more than its column takes",
        messageFormat: "'{0}' may have any length, but the column of '{1}' takes {2} characters{3}: the database "
            + "refuses more, and the caller's mistake becomes a failure of the server; "
            + "refuse what is longer where it comes in",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "The length of a column is a rule of the application too: without it where the text comes in, "
            + "saving throws.",
        alsoKnownAs: "string truncation error, DbUpdateException, missing length validation",
        cwe: [20],
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var compilation = start.Compilation;
        if (!EntityFramework.Of(compilation).Exists
            || !Endpoints.ArePossible(compilation)
            || !Columns.AreEnforced(compilation))
            return;

        var columns = Columns.Of(compilation);
        var texts = new RequestTexts(compilation);
        start.RegisterOperationBlockStartAction(body =>
        {
            var models = new ModelFindings();
            body.RegisterOperationAction(
                context => models.Add(Read(context.Operation, columns, texts)), OperationKind.SimpleAssignment);
            body.RegisterOperationBlockEndAction(models.Report);
        });
    }

    private static ShortText? Read(IOperation operation, Columns columns, RequestTexts texts)
    {
        var assignment = (ISimpleAssignmentOperation)operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: var column }
            || !columns.MayHold(column)
            || columns.WidthOf(column) is not { } width)
            return null;
        return texts.Behind(assignment.Value) is { } text ? new(assignment, text, column, width) : null;
    }

    /// <summary>A text, where it is stored, and how much room there is.</summary>
    private sealed record ShortText(IOperation Assignment, IOperation Text, IPropertySymbol Column, int Width);

    /// <summary>What one body stores: a model is written by one hand, and is one finding.</summary>
    private sealed class ModelFindings
    {
        private readonly List<ShortText> _texts = new();

        public void Add(ShortText? text)
        {
            if (text is null) return;
            lock (_texts) _texts.Add(text);
        }

        public void Report(OperationBlockAnalysisContext context)
        {
            foreach (var model in _texts.GroupBy(
                text => Place.Of(text.Text)?.Root, SymbolEqualityComparer.Default))
                context.Report(Finding(NarrowestOf(model), model.Count() - 1));
        }

        private static ShortText NarrowestOf(IEnumerable<ShortText> model) =>
            model.OrderBy(text => text.Width).ThenBy(text => text.Assignment.Syntax.SpanStart).First();

        private static Diagnostic Finding(ShortText text, int others) => Diagnostic.Create(
            Descriptor,
            text.Assignment.Syntax.GetLocation(),
            text.Width > WidestShort ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
            null,
            null,
            Quote.Of(text.Text.Syntax),
            $"{text.Column.ContainingType.Name}.{text.Column.Name}",
            text.Width,
            others switch
            {
                0 => "",
                1 => " (and another member fares alike)",
                _ => $" (and {others} other members fare alike)",
            });
    }
}
