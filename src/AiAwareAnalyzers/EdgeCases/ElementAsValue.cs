using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>A value that was deserialized as <c>object</c>, taken for the text or number that its JSON shows.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ElementAsValue() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0928",
        title: "A deserialized object is taken for a text or a number",
        messageFormat: "'{0}' {1}, because '{2}' makes a 'JsonElement' of what is declared as 'object'; declare the "
            + "type that is meant, or ask the element for its 'ValueKind' and its value",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "System.Text.Json does not guess: a text, a number or a list that is read as object is a "
            + "JsonElement, and no question about another type is ever answered with yes.",
        alsoKnownAs: "JsonElement, InvalidCastException, Dictionary<string, object>, IConvertible",
        cwe: [704]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject
            || UntypedJson.Of(start.Compilation) is not { ArePossible: true } values)
            return;

        LookInBodies(
            start,
            context => FindingOf(context.Operation, values),
            OperationKind.IsType,
            OperationKind.IsPattern,
            OperationKind.Conversion,
            OperationKind.Switch,
            OperationKind.SwitchExpression,
            OperationKind.Loop,
            OperationKind.Invocation);
    }

    /// <summary>One for each reading in a body: whoever mends the declaration mends all.</summary>
    private static (string Reading, Diagnostic Finding)? FindingOf(IOperation operation, UntypedJson values)
    {
        if (UntypedQuestions.Read(operation, values) is not { } question
            || values.ReadingOf(question.Value) is not { } reading
            || UntypedQuestions.AskForElements(operation))
            return null;

        return ($"{reading.Syntax.SyntaxTree.FilePath}{reading.Syntax.SpanStart}", Diagnostic.Create(
            Descriptor,
            question.Place.GetLocation(),
            question.Quoted,
            question.Outcome,
            reading.TargetMethod.Name));
    }
}
