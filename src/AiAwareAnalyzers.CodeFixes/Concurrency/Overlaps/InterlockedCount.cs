using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Concurrency.Overlaps;

/// <summary>A number that is counted with <c>Interlocked</c>.</summary>
internal static class InterlockedCount
{
    /// <summary>
    /// Offers it for a change that nobody reads the value of, or that gives the new value as <c>Interlocked</c> does.
    /// </summary>
    public static async Task OfferAsync(Finding finding)
    {
        if (finding.Node is not ExpressionSyntax change) return;
        if (CountedBy(change) is not { Target: var target, Method: var method, Addend: var addend }) return;
        if (await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model) return;
        if (!IsStatement(change, model) && change is not PrefixUnaryExpressionSyntax) return;
        if (!CanBeCounted(target, model)) return;

        var arguments = new[] { ByReference(target) }.Concat(
            addend is null ? [] : new[] { SyntaxFactory.Argument(addend.WithoutTrivia()) });
        var call = SyntaxFactory.InvocationExpression(
            FullName.Of("System.Threading.Interlocked." + method),
            SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(arguments)).NormalizeWhitespace());
        finding.Offer("Count with 'Interlocked'", "Interlocked", editor =>
            editor.ReplaceNode(change, call.WithTriviaFrom(change)));
    }

    /// <summary>Nobody reads what the change gives.</summary>
    private static bool IsStatement(ExpressionSyntax change, SemanticModel model) =>
        change.Parent is ExpressionStatementSyntax
            or ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax
                { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } } }
        || (change.Parent is LambdaExpressionSyntax lambda
            && model.GetSymbolInfo(lambda).Symbol is IMethodSymbol { ReturnsVoid: true });

    private static (ExpressionSyntax Target, string Method, ExpressionSyntax? Addend)? CountedBy(
        ExpressionSyntax change) => change switch
    {
        PostfixUnaryExpressionSyntax { Operand: var target } step => (target, StepOf(step.OperatorToken), null),
        PrefixUnaryExpressionSyntax { Operand: var target } step => (target, StepOf(step.OperatorToken), null),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } sum
            when !sum.Right.DescendantNodesAndSelf().OfType<AwaitExpressionSyntax>().Any() =>
            (sum.Left, "Add", sum.Right),
        _ => null,
    };

    private static string StepOf(SyntaxToken operation) =>
        operation.IsKind(SyntaxKind.PlusPlusToken) ? "Increment" : "Decrement";

    /// <summary>A variable of a type that <c>Interlocked</c> knows; a property cannot be passed by reference.</summary>
    private static bool CanBeCounted(ExpressionSyntax target, SemanticModel model) =>
        model.GetSymbolInfo(target).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol
        && model.GetTypeInfo(target).Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    private static ArgumentSyntax ByReference(ExpressionSyntax target) =>
        SyntaxFactory.Argument(target.WithoutTrivia()).WithRefKindKeyword(SyntaxFactory.Token(SyntaxKind.RefKeyword));
}
