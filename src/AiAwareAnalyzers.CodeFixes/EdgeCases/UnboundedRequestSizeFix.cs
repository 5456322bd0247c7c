using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>Makes of an upper limit, <c>Math.Min(size, 50)</c>, one that holds from below too.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnboundedRequestSizeFix))]
public sealed class UnboundedRequestSizeFix() : Fix("AIA0901")
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (finding.Diagnostic.Properties.ContainsKey(UnboundedRequestSize.FromBelow)
            && finding.Node is ExpressionSyntax size
            && await finding.SemanticModelAsync().ConfigureAwait(false) is { } model
            && LimitsOf(size).ToList() is [var limit]
            && !CommentTrivia.In(limit)
            && Clamped(limit, model) is { } clamped)
            finding.Offer("Limit it from below too", "Clamp", editor => editor.ReplaceNode(limit, clamped));
    }

    /// <summary>The calls of <c>Math.Min</c> that a size is, or that its variable is given.</summary>
    private static IEnumerable<InvocationExpressionSyntax> LimitsOf(ExpressionSyntax size) => size switch
    {
        InvocationExpressionSyntax call => IsMin(call) ? [call] : [],
        IdentifierNameSyntax { Identifier.ValueText: var name } =>
            (size.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantNodes() ?? [])
                .OfType<InvocationExpressionSyntax>()
                .Where(call => IsMin(call) && NameGiven(call) == name),
        _ => [],
    };

    private static bool IsMin(InvocationExpressionSyntax call) =>
        call is { ArgumentList.Arguments.Count: 2, Expression: MemberAccessExpressionSyntax
            { Name.Identifier.ValueText: "Min", Expression: var home } }
        && home.ToString() is "Math" or "System.Math";

    private static string? NameGiven(InvocationExpressionSyntax call) => call.Parent switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } assignment when assignment.Right == call =>
            left.Identifier.ValueText,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
        _ => null,
    };

    /// <summary><c>Math.Clamp(size, 1, 50)</c>; null where the limit is no constant that leaves room for it.</summary>
    private static InvocationExpressionSyntax? Clamped(InvocationExpressionSyntax call, SemanticModel model)
    {
        var arguments = call.ArgumentList.Arguments;
        var limits = arguments.Where(argument =>
            argument.NameColon is null
            && model.GetConstantValue(argument.Expression) is { HasValue: true, Value: int and >= 1 }).ToList();
        if (limits.Count != 1) return null;

        var number = arguments.First(argument => argument != limits[0]);
        var one = SyntaxFactory.Argument(
            SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(1)));
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        var home = (MemberAccessExpressionSyntax)call.Expression;
        return call.WithExpression(home.WithName(SyntaxFactory.IdentifierName("Clamp")))
            .WithArgumentList(call.ArgumentList.WithArguments(
                SyntaxFactory.SeparatedList<ArgumentSyntax>(
                    new SyntaxNodeOrToken[]
                    {
                        number.WithoutTrivia(), comma, one, comma, limits[0].WithoutTrivia(),
                    })));
    }
}
