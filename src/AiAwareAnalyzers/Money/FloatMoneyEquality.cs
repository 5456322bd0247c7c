using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Money.Amounts;
using AiAwareAnalyzers.Money.Arithmetic;

namespace AiAwareAnalyzers.Money;

/// <summary>Money compared for equality in a floating-point type.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FloatMoneyEquality() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0207",
        title: "Money is compared for equality in floating point",
        messageFormat: "'{0}' compares money bit by bit in '{1}', where equal amounts often differ in the last digit; "
            + "compare in 'decimal'",
        category: Family.Money,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Two amounts that are equal on paper seldom have the same bits in floating point, so a comparison "
            + "for equality is right only by luck.",
        alsoKnownAs: "floating-point comparison",
        cwe: [1077]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!Numbers.HaveDecimal(start.Compilation)) return;

        start.RegisterOperationAction(AskOperator, OperationKind.Binary);
        start.RegisterOperationAction(AskCall, OperationKind.Invocation);
    }

    private static void AskOperator(OperationAnalysisContext context)
    {
        var comparison = (IBinaryOperation)context.Operation;
        if (comparison.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
            Analyze(context, comparison.LeftOperand, comparison.RightOperand);
    }

    /// <summary><c>price.Equals(other)</c> of a floating-point type.</summary>
    private static void AskCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name == nameof(Equals)
            && call.Instance is { } instance
            && call.Arguments.Length == 1
            && Numbers.IsFloating(call.TargetMethod.ContainingType))
            Analyze(context, instance, call.Arguments[0].Value);
    }

    private static void Analyze(OperationAnalysisContext context, IOperation left, IOperation right)
    {
        if (!Numbers.IsFloating(Numbers.Underlying(left.Type)) || IsZero(left) || IsZero(right)) return;

        var money = MoneyFacts.In(left.Syntax.SyntaxTree, context.Options, context.Compilation);
        if (!money.Is(left) && !money.Is(right)) return;
        if (money.ComesFromFloatMoney(left) || money.ComesFromFloatMoney(right)) return;
        if (!MoneySurroundings.AreElsewhere(context.ContainingSymbol, withSelf: true))
            context.Report(
                Diagnostic.Create(
                    Descriptor,
                    context.Operation.Syntax.GetLocation(),
                    Quote.Of(context.Operation.Syntax),
                    Numbers.AsWritten(left.Type!)));
    }

    /// <summary>Nothing is exactly nothing, in any type; what is not a number is equal to nothing.</summary>
    private static bool IsZero(IOperation value) =>
        value.ConstantValue is { HasValue: true, Value: 0.0 or 0f or 0 or null };
}
