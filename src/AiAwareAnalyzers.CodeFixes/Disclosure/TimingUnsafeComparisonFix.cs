using AiAwareAnalyzers.Disclosure.Secrets;
using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>Compares in a time that depends on the length alone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TimingUnsafeComparisonFix))]
public sealed class TimingUnsafeComparisonFix() : Fix("AIA0807")
{
    private const string Title = "Compare with CryptographicOperations.FixedTimeEquals";
    private const string FixedTimeEquals = "System.Security.Cryptography.CryptographicOperations.FixedTimeEquals";

    private protected override async Task OfferAsync(Finding finding)
    {
        if (finding.Node is not ExpressionSyntax node
            || await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model)
            return;
        if (model.Compilation.GetTypeByMetadataName("System.Security.Cryptography.CryptographicOperations") is null)
            return;
        if (model.GetOperation(node, finding.Cancellation) is not { } operation
            || Comparison.In(operation) is not { } comparison)
            return;
        if (SideOf(comparison, comparison.Left, model) is not { } left
            || SideOf(comparison, comparison.Right, model) is not { } right)
            return;

        var negation = operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } ? "!" : "";
        finding.Offer(Title, nameof(TimingUnsafeComparisonFix), editor =>
        {
            var call = SyntaxFactory.ParseExpression($"{negation}{FixedTimeEquals}({left}, {right})");
            var names = call.DescendantNodesAndSelf()
                .OfType<MemberAccessExpressionSyntax>()
                .Where(name => name.ToString() is FixedTimeEquals or "System.Text.Encoding.UTF8");
            editor.ReplaceNode(
                node, call.ReplaceNodes(names, static (_, name) => FullName.Simplified(name)).WithTriviaFrom(node));
        });
    }

    /// <summary>
    /// Bytes as they are; text as bytes where it cannot be null, because <c>GetBytes</c> would throw then and <c>==</c>
    /// did not.
    /// </summary>
    private static string? SideOf(Comparison comparison, IOperation side, SemanticModel model) =>
        side.Syntax.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)) ? null
        : comparison.IsOfBytes ? IsSpan(side) ? side.Syntax.ToString() : null
        : model.GetTypeInfo(side.Syntax).Nullability.FlowState == NullableFlowState.NotNull
            ? $"System.Text.Encoding.UTF8.GetBytes({side.Syntax})"
        : null;

    /// <summary>What <c>FixedTimeEquals</c> takes without a conversion of ours.</summary>
    private static bool IsSpan(IOperation side) =>
        side.Type is IArrayTypeSymbol or INamedTypeSymbol { Name: "Span" or "ReadOnlySpan" };
}
