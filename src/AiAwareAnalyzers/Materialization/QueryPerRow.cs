using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Materialization.Looping;

namespace AiAwareAnalyzers.Materialization;

/// <summary>What each of many rows refers to is looked up on its own, while a request waits.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class QueryPerRow() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0414",
        title: "A request looks up what each row refers to on its own (N+1)",
        messageFormat: "'{0}' asks the database once for each row of '{1}' while a request waits (N+1); {2}",
        category: Family.Materialization,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A lookup for each row of a query costs a round trip each, and the answer takes longer with every "
            + "row that is added to the table.",
        alsoKnownAs: "N+1 query, SELECT N+1, chatty I/O");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!EntityFramework.Of(start.Compilation).Exists
            || !ReadingEndpoints.Of(start.Compilation).ArePossible
            || TestCode.Of(start.Compilation).IsTestProject)
            return;

        var trips = new RepeatedTrips(start.Compilation);
        var certain = new CertainTrips(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                var call = (IInvocationOperation)context.Operation;
                if (trips.Of(call) is { } repeated && certain.Contain(repeated, context.ContainingSymbol))
                    context.Report(Diagnostic.Create(
                        Descriptor,
                        call.Called(),
                        RepeatedTrips.NameOf(call),
                        Quote.Of(repeated.Repetition.Sequence.Syntax),
                        trips.RemedyOf(repeated)));
            },
            OperationKind.Invocation);
    }
}
