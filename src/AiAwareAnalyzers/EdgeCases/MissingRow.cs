using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>A row that a request names, read by a query that throws where there is none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingRow() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0917",
        title: "A row that a request names is taken for granted",
        messageFormat: "'{0}' throws where no row has the '{1}' that the caller of {2} sends, and a mistake of the "
            + "caller becomes a failure of the server; use '{3}' and answer that it is missing",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "First and Single throw where a query finds nothing: what a caller names may have been deleted, "
            + "or never existed.",
        alsoKnownAs: "Sequence contains no elements, 500 instead of 404, unhandled InvalidOperationException",
        cwe: [248]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!EntityFramework.Of(start.Compilation).Exists || !Endpoints.ArePossible(start.Compilation)) return;

        var numbers = new RequestNumbers(start.Compilation, static (place, use) => place.IsHandedOver(use));
        start.RegisterOperationAction(context => Analyze(context, numbers), OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, RequestNumbers numbers)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!RowQueries.Demand(call) || Quoted.Holds(call)) return;
        var key = RowQueries.KeysOf(call).Select(numbers.Behind).FirstOrDefault(number => number is not null);
        if (key is null || Rescue.Surrounds(call, "InvalidOperationException")) return;

        var name = call.TargetMethod.Name;
        context.Report(Diagnostic.Create(
            Descriptor, CallPlaces.Of(call), name, key.Name, key.Handler, RowQueries.LenientOf(name)));
    }
}
