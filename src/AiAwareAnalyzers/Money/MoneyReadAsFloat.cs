using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Money.Amounts;
using AiAwareAnalyzers.Money.Arithmetic;

namespace AiAwareAnalyzers.Money;

/// <summary>Money read from a text, a document or a row as <c>double</c>, although it is decimal in the end.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MoneyReadAsFloat() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0203",
        title: "Money is read as a floating-point number",
        messageFormat: "'{0}' reads money as '{1}', which rounds it before it becomes 'decimal'; read it with '{2}'",
        category: Family.Money,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "An amount that is read as a floating-point number is rounded to binary before it becomes "
            + "decimal, and the digits that were written are gone.",
        alsoKnownAs: "precision loss, rounding error",
        cwe: [1339]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (Numbers.HaveDecimal(start.Compilation))
            LookInBodies(start, Look, DecimalConversions.Kinds);
    }

    private static Diagnostic? Look(OperationAnalysisContext context)
    {
        if (DecimalConversions.TurnedToDecimal(context.Operation) is not { } operand) return null;
        if (NumberReading.In(operand) is not { } reading
            || NumberReading.DecimalCounterpart(reading.TargetMethod) is not { } counterpart)
            return null;

        var money = MoneyFacts.In(context.Operation.Syntax.SyntaxTree, context.Options, context.Compilation);
        return FeedsMoney(context.Operation, reading, money) && !IsReportedItself(operand, money)
            ? Diagnostic.Create(
                Descriptor,
                reading.Syntax.GetLocation(),
                Quote.Of(reading.Syntax),
                Numbers.AsWritten(operand.Type!),
                Suggested(reading, counterpart))
            : null;
    }

    /// <summary>Money is known by what takes the value, or by the name under which it is read.</summary>
    private static bool FeedsMoney(IOperation conversion, IInvocationOperation reading, MoneyFacts money)
    {
        var keys = NumberReading.KeysOf(reading).ToList();
        if (keys.Exists(money.Excludes)) return false;
        return keys.Concat(NumberReading.SourcesOf(reading)).Any(money.Is)
            || (money.TakerOf(conversion) is { } taker && money.Is(taker));
    }

    /// <summary>A local that keeps what was read in floating point is AIA0201's.</summary>
    private static bool IsReportedItself(IOperation operand, MoneyFacts money) =>
        operand.AsWritten() is ILocalReferenceOperation reference && money.IsKeptInFloat(reference.Local);

    private static string Suggested(IInvocationOperation reading, string counterpart) =>
        reading.TargetMethod.IsGenericMethod ? $"{counterpart}<decimal>"
        : Numbers.IsFloating(reading.TargetMethod.ContainingType) ? $"decimal.{counterpart}"
        : counterpart;
}
