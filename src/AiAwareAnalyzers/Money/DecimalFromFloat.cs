using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Money.Amounts;
using AiAwareAnalyzers.Money.Arithmetic;

namespace AiAwareAnalyzers.Money;

/// <summary>Money that becomes decimal only after it was a <c>float</c>, or was computed in <c>double</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DecimalFromFloat() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0204",
        title: "Decimal money is made from a floating-point value",
        messageFormat: "'{0}' is already inexact when it becomes 'decimal', which keeps only {1} digits of it; {2}",
        category: Family.Money,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A conversion to decimal keeps 7 digits of a float and 15 of a double, and it keeps the error "
            + "that the floating-point computation has made.",
        alsoKnownAs: "precision loss, rounding error",
        cwe: [1339],
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (Numbers.HaveDecimal(start.Compilation))
            start.RegisterOperationAction(Analyze, DecimalConversions.Kinds);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        if (DecimalConversions.TurnedToDecimal(context.Operation) is not { } operand) return;

        var money = MoneyFacts.In(context.Operation.Syntax.SyntaxTree, context.Options, context.Compilation);
        var value = operand.AsWritten();
        if (AdviceFor(value) is not { } advice
            || !IsMoney(context.Operation, value, money)
            || IsOfAnotherRule(value, money)
            || IsDrawn(value, Trail.Start)
            || Seeders.Contain(context.Operation, context.ContainingSymbol))
            return;

        var severity = Zones.Raised(
            IsWritten(value) ? DiagnosticSeverity.Info : Descriptor.DefaultSeverity, context);
        var digits = Numbers.IsDouble(Numbers.Underlying(value.Type)) ? 15 : 7;
        context.Report(
            Diagnostic.Create(
                Descriptor,
                context.Operation.Syntax.GetLocation(),
                severity,
                null,
                null,
                Quote.Of(value.Syntax),
                digits,
                advice));
    }

    /// <summary>
    /// What to do about a value; null where a plain double is taken over, all of whose digits survive.
    /// </summary>
    private static string? AdviceFor(IOperation value) =>
        IsWritten(value) ? "write the literal with an m"
        : IsComputed(value, Trail.Start) ? "compute in 'decimal' from the start"
        : Numbers.IsDouble(Numbers.Underlying(value.Type)) ? null
        : "keep it in 'decimal' where it comes from";

    /// <summary>An amount that is thrown with dice has no right digits to lose.</summary>
    private static bool IsDrawn(IOperation value, Trail trail) => value.DescendantsAndSelf().Any(part => part switch
    {
        IInvocationOperation call => call.TargetMethod.ContainingType.Name is "Random",
        ILocalReferenceOperation local =>
            trail.InitialValueOf(local, out var further) is { } initial && IsDrawn(initial, further),
        _ => false,
    });

    private static bool IsWritten(IOperation value) =>
        value.ConstantValue.HasValue && value is ILiteralOperation or IUnaryOperation;

    private static bool IsComputed(IOperation value, Trail trail) => value switch
    {
        IBinaryOperation binary => !binary.ConstantValue.HasValue,
        IInvocationOperation call => MathCalls.KeepsUnit(call.TargetMethod),
        ILocalReferenceOperation local =>
            trail.InitialValueOf(local, out var further) is { } initial && IsComputed(initial.AsWritten(), further),
        _ => false,
    };

    /// <summary>
    /// Money is known by the value itself, by what takes the result, and for literals by what they are added to or
    /// multiplied with.
    /// </summary>
    private static bool IsMoney(IOperation conversion, IOperation value, MoneyFacts money)
    {
        var taker = money.TakerOf(conversion);
        if (taker is not null && money.Excludes(taker.Name)) return false;
        return (taker is not null && money.Is(taker))
            || money.Is(value)
            || (IsWritten(value) && Values.UserOf(conversion) is IBinaryOperation binary && money.Is(binary));
    }

    /// <summary>
    /// What was read is AIA0203's, what was decimal before is AIA0202's, what is declared as floating-point money is
    /// AIA0201's.
    /// </summary>
    private static bool IsOfAnotherRule(IOperation value, MoneyFacts money) =>
        NumberReading.In(value) is not null
        || money.ComesFromFloatMoney(value)
        || value.DescendantsAndSelf()
            .Any(part => DecimalConversions.TurnedToFloat(part) is { } amount && money.Is(amount));
}
