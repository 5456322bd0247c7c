using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Money.Amounts;
using AiAwareAnalyzers.Money.Arithmetic;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
        if (call.Arguments.Length == 0
            || !Numbers.IsDecimal(call.Arguments[0].Parameter?.Type)
            || IsComparedWithItself(call))
            return;

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
            && !IsRounded(cast.Operand)
            && !IsKeptRounded(cast.Operand))
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

    /// <summary><c>decimal.Round(price, 2) != price</c> asks for decimals, and drops what it rounds.</summary>
    private static bool IsComparedWithItself(IInvocationOperation call) =>
        call.Outermost() is { Parent: IBinaryOperation
            { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison } rounded
        && (comparison.LeftOperand == rounded ? comparison.RightOperand : comparison.LeftOperand)
            .Syntax.IsEquivalentTo(call.Arguments[0].Value.Syntax, topLevel: false);

    /// <summary>
    /// <c>Amount * 100</c> of a value object whose only constructor rounds its amount to two digits is whole.
    /// </summary>
    private static bool IsKeptRounded(IOperation value) =>
        value.AsWritten() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } scaled
        && (PropertyOf(scaled.LeftOperand) ?? PropertyOf(scaled.RightOperand)) is { ContainingType: { } type } property
        && (PowerOf(scaled.RightOperand) ?? PowerOf(scaled.LeftOperand)) is { } digits
        && type.InstanceConstructors.Where(static made => !made.IsImplicitlyDeclared).ToList() is [var only]
        && only.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ConstructorDeclarationSyntax constructor
        && constructor.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(assigned => assigned.Left.GetLastToken().ValueText == property.Name)
            .ToList() is { Count: > 0 } values
        && values.TrueForAll(assigned => RoundsTo(assigned.Right, digits));

    private static IPropertySymbol? PropertyOf(IOperation side) =>
        side.AsWritten() is IPropertyReferenceOperation { Property: var property } ? property : null;

    /// <summary>How many digits a factor of ten, a hundred or more moves before the point.</summary>
    private static int? PowerOf(IOperation side)
    {
        if (side.ConstantValue is not { HasValue: true, Value: decimal factor } || factor < 1) return null;
        var digits = 0;
        for (; factor >= 10; factor /= 10) digits++;
        return factor == 1 ? digits : null;
    }

    private static bool RoundsTo(ExpressionSyntax value, int digits) =>
        value is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 1 } given } call
        && Calls.NameOf(call) == "Round"
        && given[1].Expression is LiteralExpressionSyntax { Token.Value: int kept }
        && kept <= digits;

    private static bool IsRounded(IOperation value) =>
        value.AsWritten() is IInvocationOperation call && MathCalls.IsRounding(call.TargetMethod);
}
