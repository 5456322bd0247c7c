using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Money.Amounts;
using AiAwareAnalyzers.Money.Arithmetic;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money;

/// <summary>Whole numbers divided on the way to an amount of money, as in <c>cents / 100</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TruncatedDivision() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0206",
        title: "Integer division truncates an amount of money",
        messageFormat: "'{0}' is an integer division, so the cents are cut off before '{1}' receives them; divide by "
            + "a decimal, or cast one side first",
        category: Family.Money,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A division of two whole numbers drops everything after the decimal point, and converting the "
            + "result to decimal afterwards does not bring it back.",
        alsoKnownAs: "integer division, truncation",
        cwe: [682]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (Numbers.HaveDecimal(start.Compilation)) start.RegisterOperationAction(Analyze, OperationKind.Binary);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var division = (IBinaryOperation)context.Operation;
        if (division.OperatorKind != BinaryOperatorKind.Divide || !Numbers.IsInteger(Numbers.Underlying(division.Type)))
            return;
        if (ConversionOf(division) is not { Type: { } type } conversion) return;

        var money = MoneyFacts.In(division.Syntax.SyntaxTree, context.Options, context.Compilation);
        if (IsMoney(division, conversion, money) && !IsBesideRemainder(division))
            context.Report(Diagnostic.Create(
                Descriptor, division.Syntax.GetLocation(), Quote.Of(division.Syntax), Numbers.AsWritten(type)));
    }

    /// <summary>The conversion to a type with fractions that comes too late, past whole-number arithmetic.</summary>
    private static IConversionOperation? ConversionOf(IBinaryOperation division)
    {
        var value = division.Parent;
        while (value is IParenthesizedOperation
            or IUnaryOperation
            or IBinaryOperation
                { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply }
            && Numbers.IsInteger(value.Type))
            value = value.Parent;
        return value is IConversionOperation conversion && HasFractions(Numbers.Underlying(conversion.Type))
            ? conversion
            : null;
    }

    private static bool HasFractions(ITypeSymbol? type) => Numbers.IsDecimal(type) || Numbers.IsFloating(type);

    /// <summary>
    /// Money is divided, money takes the result, or the result multiplies money, as in <c>price * (1 / 2)</c>.
    /// </summary>
    private static bool IsMoney(IBinaryOperation division, IConversionOperation conversion, MoneyFacts money)
    {
        var taker = money.TakerOf(conversion);
        if (money.Is(division.RightOperand) || (taker is not null && money.Excludes(taker.Name))) return false;
        return money.Is(division.LeftOperand)
            || (taker is not null && money.Is(taker))
            || (Values.UserOf(conversion) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product
                && money.Is(product));
    }

    /// <summary>Who also takes the remainder knows what is cut off.</summary>
    private static bool IsBesideRemainder(IBinaryOperation division)
    {
        var divided = division.LeftOperand.Syntax;
        var member = divided.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return member is not null && member.DescendantNodes().OfType<BinaryExpressionSyntax>()
            .Any(other =>
                other.IsKind(SyntaxKind.ModuloExpression) && other.Left.IsEquivalentTo(divided, topLevel: false));
    }
}
