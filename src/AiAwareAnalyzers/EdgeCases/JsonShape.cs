using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>A step into JSON from outside that throws where the JSON is of another shape.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class JsonShape() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0923",
        title: "JSON from outside is taken to have a certain shape",
        messageFormat: "'{0}' throws {1} where {2} {3}{4}; {5}, or deserialize into a type that demands it",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "What another program, a caller or a language model writes may lack a property, or hold it as "
            + "something else: the exception that follows does not say which one.",
        alsoKnownAs: "KeyNotFoundException, GetProperty instead of TryGetProperty, unvalidated JSON, tolerant reader",
        cwe: [20, 248]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject || !JsonTypes.ArePossible(start.Compilation)) return;

        var documents = JsonDocuments.Of(start.Compilation);
        LookInBodies(
            start, context => FindingOf(context, documents), OperationKind.Invocation, OperationKind.PropertyReference);
    }

    /// <summary>One for each document of a body: whoever mends the first step mends the others.</summary>
    private static (string Document, Diagnostic Finding)? FindingOf(
        OperationAnalysisContext context, JsonDocuments documents)
    {
        var step = context.Operation;
        if (JsonDemands.Read(step) is not { } demand || documents.OriginOf(demand.Part) is not { } origin) return null;
        var gap = GapOf(step);
        if (demand.IsOfKind && !origin.IsLoose && gap.Length == 0) return null;
        if (JsonLooks.Exist(demand, step) || Rescue.IsOnEveryWay(step, context.Compilation, demand.Exception))
            return null;

        return (origin.Document, Diagnostic.Create(
            Descriptor,
            CallPlaces.OfStep(step),
            demand.Step,
            demand.Thrown,
            origin.Source,
            demand.Cause,
            gap,
            demand.WayOut));
    }

    /// <summary>A catch of what parsing throws, and no step does.</summary>
    private static string GapOf(IOperation step) =>
        Rescue.Surrounds(step, "JsonException", "JsonReaderException")
            ? ", and the 'catch' of 'JsonException' lets it pass"
            : "";
}
