using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>
/// <c>a ?? 0 + b</c>: the fallback is <c>0 + b</c>, and <c>b</c> is left out where <c>a</c> is there.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LooseFallback() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0916",
        title: "'??' takes the rest of the expression for its fallback",
        messageFormat: "'??' binds more loosely than '{0}': the fallback is '{1}', and '{2}' is left out where '{3}' "
            + "is there; write '({3} ?? {4}) {0} …'",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "The operator ?? is weaker than arithmetic, comparison and logic: a fallback in the middle of an "
            + "expression needs parentheses.",
        alsoKnownAs: "operator precedence, null-coalescing precedence",
        cwe: [783]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!TypeNames.LacksCore(start.Compilation) && !TestCode.Of(start.Compilation).IsTestProject)
            start.RegisterSyntaxNodeAction(Analyze, SyntaxKind.CoalesceExpression);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var choice = (BinaryExpressionSyntax)context.Node;
        if (FallbackOf(choice) is not { } fallback || NeutralOf(fallback) is not { } neutral) return;

        context.Report(Diagnostic.Create(
            Descriptor, choice.GetLocation(),
            fallback.OperatorToken.Text, Quote.Of(fallback), Quote.Of(fallback.Right), Quote.Of(choice.Left),
            Quote.Of(neutral)));
    }

    /// <summary>The expression that is taken for the fallback: with another <c>??</c> behind it perhaps.</summary>
    internal static BinaryExpressionSyntax? FallbackOf(BinaryExpressionSyntax choice) => choice.Right switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Left: BinaryExpressionSyntax first } =>
            first,
        BinaryExpressionSyntax fallback => fallback,
        _ => null,
    };

    /// <summary>
    /// The value at the beginning of a fallback that would change nothing there, and so was meant to be all of it.
    /// </summary>
    internal static LiteralExpressionSyntax? NeutralOf(BinaryExpressionSyntax fallback)
    {
        var first = fallback;
        while (first.Left is BinaryExpressionSyntax left) first = left;
        return first.Left is LiteralExpressionSyntax literal && IsNeutral(literal, first.Kind()) ? literal : null;
    }

    private static bool IsNeutral(LiteralExpressionSyntax literal, SyntaxKind operation) => operation switch
    {
        SyntaxKind.AddExpression => IsZero(literal) || literal.Token.Value is "",
        SyntaxKind.SubtractExpression => IsZero(literal),
        SyntaxKind.MultiplyExpression => IsZero(literal) || literal.Token.Value is 1,
        SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.EqualsExpression
            or SyntaxKind.NotEqualsExpression => literal.Token.Value is bool,
        _ => false,
    };

    private static bool IsZero(LiteralExpressionSyntax literal) =>
        literal.Token.Value is 0 or 0L or 0d or 0f or 0m or 0u or 0ul;
}
