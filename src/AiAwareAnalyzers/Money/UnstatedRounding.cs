using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Money.Amounts;
using AiAwareAnalyzers.Money.Arithmetic;

namespace AiAwareAnalyzers.Money;

/// <summary>Money rounded without a word on midpoints, or cut off by a cast.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnstatedRounding() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0205",
        title: "Money is rounded without a stated rounding mode",
        messageFormat: "'{0}' {1} without saying so; {2}",
        category: Family.Money,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "Rounding without a MidpointRounding goes to the even neighbour, and a cast cuts off, which is "
            + "seldom what an invoice promises.",
        alsoKnownAs: "banker's rounding, midpoint rounding");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!Numbers.HaveDecimal(start.Compilation)) return;

        start.RegisterOperationAction(AskCall, OperationKind.Invocation);
        start.RegisterOperationAction(AskCast, OperationKind.Conversion);
    }

    private static void AskCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.Arguments.Length == 0 || !Numbers.IsDecimal(call.Arguments[0].Parameter?.Type)) return;

        if (MathCalls.LeavesMidpointsOpen(call.TargetMethod))
            Report(
                context, call.Arguments[0].Value, "rounds money half to even",
                "state the 'MidpointRounding' that you promise");
        else if (MathCalls.TurnsToInteger(call.TargetMethod))
            Report(
                context,
                call.Arguments[0].Value,
                "rounds money half to even",
                "call 'Math.Round' with the 'MidpointRounding' that you promise");
    }

    private static void AskCast(OperationAnalysisContext context)
    {
        var cast = (IConversionOperation)context.Operation;
        if (!cast.IsImplicit
            && Numbers.IsInteger(cast.Type)
            && Numbers.IsDecimal(cast.Operand.Type)
            && !cast.ConstantValue.HasValue
            && !IsRounded(cast.Operand))
            Report(
                context,
                cast.Operand,
                "cuts money off",
                "call 'Math.Truncate' if you mean it, or 'Math.Round' if you do not");
    }

    private static void Report(OperationAnalysisContext context, IOperation amount, string what, string way)
    {
        var operation = context.Operation;
        var money = MoneyFacts.In(operation.Syntax.SyntaxTree, context.Options, context.Compilation);
        if (money.Is(amount) && !(money.TakerOf(operation) is { } taker && money.Excludes(taker.Name)))
            context.Report(
                Diagnostic.Create(Descriptor, operation.Syntax.GetLocation(), Quote.Of(operation.Syntax), what, way));
    }

    private static bool IsRounded(IOperation value) =>
        value.AsWritten() is IInvocationOperation call && MathCalls.IsRounding(call.TargetMethod);
}
