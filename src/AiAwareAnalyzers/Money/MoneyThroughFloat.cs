using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Money.Amounts;
using AiAwareAnalyzers.Money.Arithmetic;

namespace AiAwareAnalyzers.Money;

/// <summary>Decimal money turned into <c>double</c> or <c>float</c> to compute or compare.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MoneyThroughFloat() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0202",
        title: "Decimal money takes a detour through floating point",
        messageFormat: "'{0}' is exact until it is converted to '{1}' here, which adds fractions of a cent; {2} in "
            + "'decimal'",
        category: Family.Money,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A decimal amount that is converted to a floating-point number to compute or to compare comes "
            + "back with fractions that it never had.",
        alsoKnownAs: "precision loss, rounding error",
        cwe: [1339]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (Numbers.HaveDecimal(start.Compilation))
            start.RegisterOperationAction(Analyze, OperationKind.Conversion, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        if (DecimalConversions.TurnedToFloat(context.Operation) is not { ConstantValue.HasValue: false } amount) return;

        var money = MoneyFacts.In(context.Operation.Syntax.SyntaxTree, context.Options, context.Compilation);
        if (!money.Is(amount) || MoneySurroundings.AreElsewhere(context.ContainingSymbol, withSelf: true)) return;

        var computation = FloatComputation.Around(context.Operation);
        if (computation.FirstTurned(money) == context.Operation
            && money.Is(computation.Whole)
            && UseOf(computation, money) is { } use)
            context.Report(
                Diagnostic.Create(
                    Descriptor,
                    context.Operation.Syntax.GetLocation(),
                    Quote.Of(amount.Syntax),
                    Numbers.AsWritten(context.Operation.Type!),
                    use));
    }

    /// <summary>What the floating-point value is wanted for, if that could be done in decimal just as well.</summary>
    private static string? UseOf(FloatComputation computation, MoneyFacts money)
    {
        var user = Values.UserOf(computation.Whole);
        if (user is IBinaryOperation comparison) return IsRelation(comparison) ? "compare" : null;
        if (DecimalConversions.TurnedToDecimal(Conversion(user) ?? computation.Whole) is not null) return "compute";
        if (!computation.Computes || !computation.IsSelfContained || IsDisplayed(user)) return null;

        // A declaration that keeps money in floating point is AIA0201's; one that says it is a rate or a score is
        // nobody's.
        var taker = Values.TakerOf(computation.Whole);
        return taker is null || money.IsKeptInFloat(taker) || money.Excludes(taker.Name) || user is IArgumentOperation
            ? null
            : "compute";
    }

    private static IOperation? Conversion(IOperation? user) =>
        user is IArgumentOperation { Parent: { } call } ? call : user;

    private static bool IsDisplayed(IOperation? user) =>
        user is null or IInterpolationOperation or IInvocationOperation;

    private static bool IsRelation(IBinaryOperation binary) => binary.OperatorKind
        is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan
            or BinaryOperatorKind.GreaterThanOrEqual;
}
