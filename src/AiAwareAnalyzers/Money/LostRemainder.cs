using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Money.Amounts;
using AiAwareAnalyzers.Money.Arithmetic;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money;

/// <summary>A total divided into equal rounded shares, with nobody given what the rounding leaves over.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LostRemainder() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0209",
        title: "The remainder of a split amount is lost",
        messageFormat: "{1} times '{0}' may not add up to the amount that is split; add the remainder to one of the "
            + "shares",
        category: Family.Money,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "Equal shares of an amount are rounded, and their sum is then a few cents more or less than the "
            + "amount that was split.",
        alsoKnownAs: "lost cents, allocation problem",
        cwe: [682]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (Numbers.HaveDecimal(start.Compilation))
            start.RegisterOperationAction(Analyze, OperationKind.VariableDeclarator);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var declarator = (IVariableDeclaratorOperation)context.Operation;
        if (declarator.GetVariableInitializer()?.Value is not { } value
            || DivisionIn(value.AsWritten()) is not { } division)
            return;
        if (CountOf(division.RightOperand) is not { } count) return;

        var money = MoneyFacts.In(declarator.Syntax.SyntaxTree, context.Options, context.Compilation);
        if (!money.Is(division.LeftOperand) || money.Is(division.RightOperand)) return;

        var member = declarator.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (member is not null
            && IsGivenToAll(declarator.Symbol.Name, count, member)
            && !HasRemainder(declarator.Symbol.Name, division, member))
            context.Report(
                Diagnostic.Create(Descriptor, division.Syntax.GetLocation(), declarator.Symbol.Name, Quote.Of(count)));
    }

    /// <summary>
    /// The division whose result is rounded to whole cents: by a call on decimals, or by itself on whole numbers.
    /// </summary>
    private static IBinaryOperation? DivisionIn(IOperation value) => value switch
    {
        IInvocationOperation call when MathCalls.IsRounding(call.TargetMethod)
            && call.Arguments[0].Value
                .AsWritten() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } division =>
                division,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } division when Numbers.IsInteger(division.Type) =>
            division,
        _ => null,
    };

    /// <summary>How many shares there are: a whole number that is not written down.</summary>
    private static string? CountOf(IOperation divisor)
    {
        var count = divisor.AsWritten();
        return Numbers.IsInteger(count.Type) && !count.ConstantValue.HasValue ? count.Syntax.ToString() : null;
    }

    /// <summary>
    /// Whether the share is repeated as often as was divided: in a loop with that bound, or by
    /// <c>Enumerable.Repeat(share, count)</c>.
    /// </summary>
    private static bool IsGivenToAll(string share, string count, SyntaxNode member) =>
        member.DescendantNodes().Any(node => node switch
        {
            ForStatementSyntax { Condition: BinaryExpressionSyntax condition } loop =>
                condition.Right.ToString() == count && Mentions(loop.Statement, share),
            ForEachStatementSyntax loop =>
                count.StartsWith(loop.Expression + ".", StringComparison.Ordinal) && Mentions(loop.Statement, share),
            InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } arguments } call
                when call.Expression.ToString().EndsWith(nameof(Enumerable.Repeat), StringComparison.Ordinal) =>
                arguments[0].ToString() == share && arguments[1].ToString() == count,
            _ => false,
        });

    /// <summary>
    /// Whether anything is subtracted from or by the share or the amount, or a remainder is taken: somebody thought of
    /// it.
    /// </summary>
    private static bool HasRemainder(string share, IBinaryOperation division, SyntaxNode member)
    {
        var amount = division.LeftOperand.Syntax.ToString();
        return member.DescendantNodes().Any(node => node switch
        {
            BinaryExpressionSyntax binary
                when binary.Kind() is SyntaxKind.SubtractExpression or SyntaxKind.ModuloExpression =>
                binary.Left.ToString() == amount || Mentions(binary, share),
            AssignmentExpressionSyntax assignment when assignment.IsKind(SyntaxKind.SubtractAssignmentExpression) =>
                true,
            _ => false,
        });
    }

    private static bool Mentions(SyntaxNode node, string name) =>
        node.DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Any(identifier => identifier.Identifier.ValueText == name);
}
