using AiAwareAnalyzers.ErrorHandling.Catches;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>The last catch of an application, which answers and leaves no trace of what failed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnloggedHandler() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0514",
        title: "Unexpected exceptions are answered and logged nowhere",
        messageFormat: "'{0}' answers every exception of the application and logs none{1}, so {2} leaves no "
            + "trace on the server; log '{3}' with its stack trace before the answer",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A handler or middleware that turns every exception of an application into an answer, and logs "
            + "none, is the last that could have told what failed.",
        alsoKnownAs: "insufficient logging, missing log, global exception handler",
        cwe: [778],
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var last = LastCatches.Of(start.Compilation);
        if (!last.ArePossible || TestCode.Of(start.Compilation).IsTestProject) return;

        var catches = CatchClauses.Of(start.Compilation);
        start.RegisterOperationBlockAction(context => LookAtHandler(context, last));
        start.RegisterOperationAction(
            context => LookAtMiddleware(context, last, catches), OperationKind.CatchClause);
    }

    private static void LookAtHandler(OperationBlockAnalysisContext context, LastCatches last)
    {
        if (context.OwningSymbol is not IMethodSymbol method) return;
        foreach (var body in context.OperationBlocks)
            if (last.HandledBy(method, body) is { } exception && !IsExcused(exception, body, method))
                context.Report(Finding(
                    method.Locations[0],
                    last,
                    method.ContainingType.Name,
                    ", and since .NET 10 the framework logs none that is handled, either",
                    exception.Name));
    }

    private static void LookAtMiddleware(
        OperationAnalysisContext context, LastCatches last, CatchClauses catches)
    {
        var clause = (ICatchClauseOperation)context.Operation;
        if (catches.Of(clause, context.ContainingSymbol)
                is { IsCatchAll: true, Reaction: { Throws: false, IsLogged: false } } caught
            && last.Surround(caught.Statement, caught.Function)
            && caught.Reaction.Exception is var exception
            && !IsExcused(exception ?? (ISymbol)caught.Function, clause.Handler, caught.Function))
            context.Report(
                Finding(caught.Place, last, caught.Function.ContainingType.Name, "", exception?.Name ?? "it"));
    }

    private static Diagnostic Finding(
        Location place, LastCatches last, string handler, string framework, string exception) => Diagnostic.Create(
        Descriptor,
        place,
        last.AreBehindBehaviours ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
        additionalLocations: null,
        properties: null,
        handler,
        framework,
        last.AreBehindBehaviours ? "what fails outside of the mediator's behaviours" : "an outage",
        exception);

    private static bool IsExcused(ISymbol exception, IOperation body, IMethodSymbol method) =>
        StandIns.Contain(method.ContainingType) || LastCatches.IsKept(exception, body, method.ContainingType);
}
