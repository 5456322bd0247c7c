using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>A division by a number of elements, or by a number of a request, that may be zero.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ZeroDivisor() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0914",
        title: "What is divided by may be zero",
        messageFormat: "{0}, and the division then {1}; answer that case before it",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A list may be empty and a caller may send 0: integers and decimals then throw, and a double "
            + "becomes NaN or infinity, which no JSON can hold.",
        alsoKnownAs: "DivideByZeroException, division by zero, NaN",
        cwe: [369]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        var counts = new Counts(start.Compilation);
        var numbers = Endpoints.ArePossible(start.Compilation)
            ? new RequestNumbers(start.Compilation, NumberLooks.Exist, Sides.Below)
            : null;
        start.RegisterOperationAction(context => Analyze(context, counts, numbers), OperationKind.Binary);
    }

    private static void Analyze(OperationAnalysisContext context, Counts counts, RequestNumbers? numbers)
    {
        var division = (IBinaryOperation)context.Operation;
        if (division.OperatorKind is not (BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder)
            || division.OperatorMethod is { ContainingType.SpecialType: not SpecialType.System_Decimal })
            return;
        if (CauseOf(division, counts, numbers) is not { } cause
            || Quoted.Holds(division)
            || Rescue.Surrounds(division, "DivideByZeroException", "ArithmeticException"))
            return;

        context.Report(Diagnostic.Create(
            Descriptor, division.RightOperand.Syntax.GetLocation(), cause, OutcomeOf(division)));
    }

    private static string? CauseOf(IBinaryOperation division, Counts counts, RequestNumbers? numbers)
    {
        var divisor = division.RightOperand.Unconverted();
        if (divisor.ConstantValue.HasValue) return null;
        if (counts.SequenceBehind(divisor) is { } sequence)
            return $"'{Quote.Of(divisor.Syntax)}' is 0 where '{Quote.Of(sequence.Syntax)}' is empty";
        return Counts.IsPlain(divisor) && numbers?.Behind(divisor) is { } number
            ? $"'{number.Name}' of {number.Handler} may be 0"
            : null;
    }

    private static string OutcomeOf(IBinaryOperation division) =>
        division.Type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single
            ? "gives NaN or infinity"
            : "throws";
}
