using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>
/// <c>totalPages = total / size</c> and <c>Math.Ceiling((double)(total / size))</c>: the last page is cut off before
/// anybody rounds.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TruncatedPageCount() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0925",
        title: "A division that should round up cuts off the rest",
        messageFormat: "'{0}' is an integer division, so {1}; {2}",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A division of whole numbers drops the rest: 45 rows in pages of 20 are two pages then, and the "
            + "last five rows are never shown.",
        alsoKnownAs: "integer division, missing last page, off-by-one, premature truncation",
        cwe: [682]);

    private static readonly ImmutableHashSet<string> Many = WordSet.Of(
        "count counts total totals items rows records results entries hits matches found elements");

    private static readonly ImmutableHashSet<string> Volume = WordSet.Of(
        "byte bytes memory ram file length offset address width height");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!TypeNames.LacksCore(start.Compilation) && !TestCode.Of(start.Compilation).IsTestProject)
            start.RegisterOperationAction(Analyze, OperationKind.Binary);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var division = (IBinaryOperation)context.Operation;
        if (!IsOfWholeNumbers(division) || division.ConstantValue.HasValue) return;

        var value = OutermostNumber(division);
        if (RoundingOf(value) is { } rounding)
            context.Report(Diagnostic.Create(
                Descriptor,
                division.Syntax.GetLocation(),
                Quote.Of(division.Syntax),
                $"nothing is left for '{rounding.TargetMethod.ContainingType.Name}.{rounding.TargetMethod.Name}' to "
                    + "round up, and a rest is lost",
                "cast one side before the division, not its result"));
        else if (TakerOf(value) is { } taker
            && IsNumberOfPages(taker.Name)
            && IsNumberOfRows(division.LeftOperand)
            && !KnowsTheRest(division, taker))
            context.Report(Diagnostic.Create(
                Descriptor,
                division.Syntax.GetLocation(),
                Quote.Of(division.Syntax),
                $"'{taker.Name}' leaves out the last page unless it is full",
                $"round up: '{Quote.Of(RoundedUp((BinaryExpressionSyntax)division.Syntax))}'"));
    }

    /// <summary><c>(total + size - 1) / size</c>.</summary>
    internal static ExpressionSyntax RoundedUp(BinaryExpressionSyntax division) =>
        SyntaxFactory.ParseExpression(
            $"({division.Left.WithoutTrivia()} + {division.Right.WithoutTrivia()} - 1) / "
            + division.Right.WithoutTrivia());

    private static bool IsOfWholeNumbers(IBinaryOperation operation) =>
        operation is
        {
            OperatorKind: BinaryOperatorKind.Divide,
            OperatorMethod: null,
            Type.SpecialType: >= SpecialType.System_Int32 and <= SpecialType.System_UInt64,
            Syntax: BinaryExpressionSyntax,
        };

    /// <summary>The value behind parentheses and conversions, written or not.</summary>
    private static IOperation OutermostNumber(IOperation value)
    {
        while (Unwrapping.Is(value.Parent, Wrappers.Parentheses | Wrappers.Conversions)) value = value.Parent!;
        return value;
    }

    /// <summary>The call that rounds up what is whole already.</summary>
    private static IInvocationOperation? RoundingOf(IOperation value) =>
        value.Parent is IArgumentOperation
        {
            Parent: IInvocationOperation { TargetMethod: { Name: "Ceiling", IsStatic: true } method } call,
        }
        && method.ContainingType is { Name: "Math" or "MathF" or "Decimal", ContainingNamespace.Name: "System" }
            ? call
            : null;

    /// <summary>The declaration that takes the number; of a getter, its property.</summary>
    private static ISymbol? TakerOf(IOperation value) =>
        Values.TakerOf(value) is IMethodSymbol { AssociatedSymbol: { } property } ? property : Values.TakerOf(value);

    /// <summary><c>Pages</c>, <c>totalPages</c>, <c>PageCount</c>; not <c>pagesPerSheet</c>.</summary>
    private static bool IsNumberOfPages(string name)
    {
        if (name.IndexOf("page", StringComparison.OrdinalIgnoreCase) < 0) return false;
        var words = Words.Of(name);
        var isCount = words.Contains("pages") || words.Contains("count") || words.Contains("total");
        return isCount && words.Any(static word => word is "page" or "pages") && !words.Any(IsNoCount);
    }

    private static bool IsNoCount(string word) => word == "per" || Volume.Contains(word);

    /// <summary>What is counted, and not what was reckoned, as in <c>(total - 1) / size</c>.</summary>
    private static bool IsNumberOfRows(IOperation dividend) =>
        Values.SymbolOf(dividend.Bare()) is { Name: var name }
        && Words.Of(name) is var words
        && words.Any(Many.Contains)
        && !words.Any(Volume.Contains)
        && !(dividend.Bare() is ILocalReferenceOperation local
            && Values.InitialValueOf(local)?.Bare() is IBinaryOperation);

    /// <summary>Who asks for the rest, or counts on, knows what was cut off.</summary>
    private static bool KnowsTheRest(IBinaryOperation division, ISymbol taker) =>
        Bodies.Own(Bodies.Around(division)).Any(operation => operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Remainder } => true,
            IInvocationOperation { TargetMethod.Name: "DivRem" } => true,
            IIncrementOrDecrementOperation { Target: var target } => IsSame(target, taker),
            IAssignmentOperation { Target: var target } assignment =>
                IsSame(target, taker) && !division.IsInside(assignment),
            _ => false,
        });

    private static bool IsSame(IOperation target, ISymbol taker) =>
        SymbolEqualityComparer.Default.Equals(Values.SymbolOf(target), taker);
}
