using AiAwareAnalyzers.ErrorHandling.Catches;
using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>A failed response or Result that becomes an empty value.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CollapsedResult() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0508",
        title: "A failed result becomes an empty value",
        messageFormat: "When '{0}' reports a failure, {1} returns '{2}', so callers cannot tell an outage from an "
            + "answer; {3}",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A failed HTTP response or Result whose reason is dropped for null, an empty collection or zero "
            + "makes an outage look like an answer.",
        alsoKnownAs: "swallowed error, ignored status code");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var flags = FailureFlags.Of(start.Compilation);
        var sides = new FailedSides(flags);
        var values = FailureValues.Of(start.Compilation);
        var catches = CatchClauses.Of(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                foreach (var side in sides.Of(context.Operation))
                    if (IsDropped(side, values.Judge(side.Value).Outcome)
                        && catches.FunctionOf(context.Operation, context.ContainingSymbol) is { } place
                        && !IsPromised(place.Promise, place.Function)
                        && !flags.IsReasonUsed(side.Test, place.Body)
                        && !IsToldAndExpected(side, place.Function)
                        && CatchesAround(context.Operation, catches, context.ContainingSymbol).ToList() is var around
                        && !around.Exists(static caught => caught.HidesFailure())
                        && !AskingCallers.AreAllOf(place.Function, side.Value, context.Compilation))
                        Report(context, side, place.Function, around);
            },
            OperationKind.Conditional, OperationKind.SwitchExpression, OperationKind.Switch);
    }

    private static void Report(
        OperationAnalysisContext context, FailedSide side, IMethodSymbol function, List<CatchClause> around)
    {
        var named = function.MethodKind == MethodKind.LambdaMethod
            ? "the lambda"
            : $"'{function.AssociatedSymbol?.Name ?? function.Name}'";
        context.Report(
            Diagnostic.Create(
                Descriptor,
                side.Question.Syntax.GetLocation(),
                Quote.Of(side.Test.Subject.Syntax),
                named,
                Quote.Of(side.Value.Syntax),
                WayOut(side.Test, Promises.Returned(function), around, ResultTypes.Of(context.Compilation))));
    }

    /// <summary>Nothing is thrown where the result can tell, or where a catch of everything would take it.</summary>
    private static string WayOut(
        FailureTest test, ITypeSymbol returned, List<CatchClause> around, ResultTypes results) =>
        !test.IsOfHttp ? test.WayOut
        : results.IsResult(returned) ? $"let the '{returned.Name}' that is returned say that it failed"
        : around.Exists(static caught => caught is { IsCatchAll: true, Reaction.Throws: false })
            ? "return a result that says it failed, for the catch around takes what is thrown here"
        : test.WayOut;

    /// <summary>An empty value, or a "not found" without what was asked or a part of it.</summary>
    private static bool IsDropped(FailedSide side, OutcomeKind outcome) =>
        outcome == OutcomeKind.EmptyValue || (outcome == OutcomeKind.NotFound && !IsMentioned(side));

    private static bool IsMentioned(FailedSide side) =>
        Values.VariableOrPropertyOf(side.Test.Subject) is { } subject
        && side.Value.Descendants().Any(part =>
            SymbolEqualityComparer.Default.Equals(Values.VariableOrPropertyOf(part), subject));

    /// <summary>A function that asks, falls back or decides; one that returns a bool says it failed by that.</summary>
    private static bool IsPromised(Promise promise, IMethodSymbol function) =>
        (promise & (Promise.Probe
            | Promise.Fallback
            | Promise.Gate
            | Promise.Cleanup
            | Promise.Main
            | Promise.Command
            | Promise.Test)) != 0
        || Promises.Returned(function).SpecialType == SpecialType.System_Boolean;

    /// <summary>Null from a function that announces null, after the log was told: known to all.</summary>
    private static bool IsToldAndExpected(FailedSide side, IMethodSymbol function) =>
        Promises.Returned(function).NullableAnnotation == NullableAnnotation.Annotated
        && Bodies.Own(side.Branch)
            .OfType<IInvocationOperation>()
            .Any(static call => LogCalls.LoudnessOf(call) is not null && !LogCalls.IsConsole(call));

    /// <summary>
    /// The catches of the tries around, in the same function. Where one hides failures anyway, that one is reported.
    /// </summary>
    private static IEnumerable<CatchClause> CatchesAround(IOperation choice, CatchClauses catches, ISymbol member)
    {
        for (var child = choice;
            child.Parent is { } parent and not (IAnonymousFunctionOperation or ILocalFunctionOperation);
            child = parent)
            if (parent is ITryOperation around && child == around.Body)
                foreach (var clause in around.Catches)
                    if (catches.Of(clause, member) is { } caught)
                        yield return caught;
    }
}
