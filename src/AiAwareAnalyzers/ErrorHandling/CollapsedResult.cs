using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>A failed response or Result that becomes an empty value.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CollapsedResult() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0508",
        title: "A failed result becomes an empty value",
        messageFormat: "When '{0}' says that it failed, {1} returns '{2}', so callers cannot tell an outage from an answer; {3}",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A failed HTTP response or Result whose reason is dropped for null, an empty collection or zero makes an outage look like an answer.");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var flags = FailureFlags.Of(start.Compilation);
        var endings = Endings.Of(start.Compilation);
        var catches = Catches.Of(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                var choice = (IConditionalOperation)context.Operation;
                if (flags.TestedBy(choice.Condition) is not { } test
                    || ValueOfFailure(choice, test.SaysFailed) is not { } value
                    || endings.OfValue(value).Outcome is not (Outcome.EmptyValue or Outcome.NotFound)
                    || catches.FunctionOf(choice, context.ContainingSymbol) is not { } place
                    || IsPromised(place.Promise, place.Function)
                    || flags.IsReasonUsed(test, place.Body)
                    || IsToldAndExpected(choice, test.SaysFailed, place.Function)
                    || IsPartOfGraver(choice, catches, context.ContainingSymbol))
                    return;

                var function = place.Function.MethodKind == MethodKind.LambdaMethod ? "the lambda" : $"'{place.Function.AssociatedSymbol?.Name ?? place.Function.Name}'";
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, choice.Condition.Syntax.GetLocation(), Quote.Of(test.Subject.Syntax), function, Quote.Of(value.Syntax), test.WayOut));
            },
            OperationKind.Conditional);
    }

    /// <summary>What is returned on the side of the failure, if that is all it does besides logging.</summary>
    private static IOperation? ValueOfFailure(IConditionalOperation choice, bool whenTrue)
    {
        var side = whenTrue ? choice.WhenTrue : choice.WhenFalse;
        if (choice.Type is not null) return side is not null && IsReturned(choice) ? side : null;
        if (side is not null) return ReturnedBy(side);
        return Operations.CanComplete(choice.WhenTrue) ? null : ReturnedBy(Following(choice));
    }

    /// <summary>The value of a return, alone or behind log calls.</summary>
    private static IOperation? ReturnedBy(IOperation? side) => side switch
    {
        IReturnOperation { IsImplicit: false, ReturnedValue: var value } => value,
        IBlockOperation { Operations: { Length: > 0 } statements } when statements.Take(statements.Length - 1).All(IsLog) => ReturnedBy(statements[statements.Length - 1]),
        _ => null,
    };

    private static bool IsLog(IOperation statement) => statement is IExpressionStatementOperation { Operation: IInvocationOperation call } && LogCalls.LoudnessOf(call) is not null;

    private static IOperation? Following(IOperation statement) =>
        statement.Parent is IBlockOperation block ? block.Operations.Skip(block.Operations.IndexOf(statement) + 1).FirstOrDefault(static next => !IsLog(next)) : null;

    private static bool IsReturned(IOperation value)
    {
        var parent = value.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation) parent = parent.Parent;
        return parent is IReturnOperation;
    }

    /// <summary>A function that asks, falls back or decides; one that returns a bool says it failed by that.</summary>
    private static bool IsPromised(Promise promise, IMethodSymbol function) =>
        (promise & (Promise.Probe | Promise.Fallback | Promise.Gate | Promise.Cleanup | Promise.Main | Promise.Command | Promise.Test)) != 0
        || Promises.Returned(function).SpecialType == SpecialType.System_Boolean;

    /// <summary>Null from a function that announces null, after the log was told: known to all.</summary>
    private static bool IsToldAndExpected(IConditionalOperation choice, bool whenTrue, IMethodSymbol function) =>
        Promises.Returned(function).NullableAnnotation == NullableAnnotation.Annotated
        && (whenTrue ? choice.WhenTrue : choice.WhenFalse) is { } side
        && Operations.Own(side).OfType<IInvocationOperation>().Any(static call => LogCalls.LoudnessOf(call) is not null && !LogCalls.IsConsole(call));

    /// <summary>Inside a try whose catch hides failures anyway, that catch is reported.</summary>
    private static bool IsPartOfGraver(IOperation choice, Catches catches, ISymbol member)
    {
        for (var child = choice; child.Parent is { } parent and not (IAnonymousFunctionOperation or ILocalFunctionOperation); child = parent)
            if (parent is ITryOperation around && child == around.Body && around.Catches.Any(clause => catches.Of(clause, member) is { } caught && Ladder.Hides(caught)))
                return true;
        return false;
    }
}
