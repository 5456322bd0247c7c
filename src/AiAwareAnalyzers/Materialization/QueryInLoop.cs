using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Materialization.Looping;

namespace AiAwareAnalyzers.Materialization;

/// <summary>One query or request for each element of a sequence.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class QueryInLoop() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0407",
        title: "One query or request runs per element (N+1)",
        messageFormat: "'{0}' waits for {1} once for each element of '{2}' (N+1); {3}",
        category: Family.Materialization,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A query or request for each element of a sequence costs one round trip each, where a single "
            + "one would do.",
        alsoKnownAs: "N+1 query, SELECT N+1, chatty I/O",
        isEnabledByDefault: false);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var trips = new RepeatedTrips(start.Compilation);
        var certain = new CertainTrips(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                var call = (IInvocationOperation)context.Operation;
                Report(context, trips.Of(call), call.Called());
            },
            OperationKind.Invocation);
        start.RegisterOperationAction(
            context =>
            {
                if (context.Operation is IForEachLoopOperation loop)
                    Report(context, trips.OfInner(loop), loop.Collection.Syntax.GetLocation());
            },
            OperationKind.Loop);
        return;

        void Report(OperationAnalysisContext context, RepeatedTrip? repeated, Location place)
        {
            if (repeated is null || certain.Contain(repeated, context.ContainingSymbol)) return;

            context.Report(Diagnostic.Create(
                Descriptor,
                place,
                RepeatedTrips.NameOf(repeated.Asked),
                repeated.Trip == Trip.Request ? "another machine" : "the database",
                Quote.Of(repeated.Repetition.Sequence.Syntax),
                trips.RemedyOf(repeated)));
        }
    }
}
