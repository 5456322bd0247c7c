using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>Moves the date into the other year, where 29 February becomes the 28th.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StrayDayFix))]
public sealed class StrayDayFix() : Fix("AIA0920")
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (finding.Diagnostic.Properties.ContainsKey(StrayDay.OnlyTheYear)
            && finding.Node is BaseObjectCreationExpressionSyntax { Initializer: null } creation
            && creation.ArgumentList is { Arguments: { Count: 3 } parts }
            && parts.All(static part => part.NameColon is null)
            && parts[2].Expression is MemberAccessExpressionSyntax { Expression: var date }
            && IsPlain(date)
            && await IsOfSameTypeAsync(finding, creation, date).ConfigureAwait(false) is { } type)
            finding.Offer("Move the date into the year", "AddYears", editor =>
                editor.ReplaceNode(creation, Moved(date, parts[0].Expression, type).WithTriviaFrom(creation)));
    }

    /// <summary>Reading it again gives the same.</summary>
    private static bool IsPlain(ExpressionSyntax date) => date switch
    {
        IdentifierNameSyntax or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax { Expression: var owner, Name: IdentifierNameSyntax name } =>
            name.Identifier.ValueText is not ("Now" or "UtcNow" or "Today") && IsPlain(owner),
        _ => false,
    };

    /// <summary>A date or a time that is made of one of its own kind; a moment has an offset besides.</summary>
    private static async Task<ITypeSymbol?> IsOfSameTypeAsync(
        Finding finding, ExpressionSyntax creation, ExpressionSyntax date) =>
        await finding.SemanticModelAsync().ConfigureAwait(false) is { } model
        && model.GetTypeInfo(creation, finding.Cancellation).Type is { Name: "DateTime" or "DateOnly" } made
        && SymbolEqualityComparer.Default.Equals(made, model.GetTypeInfo(date, finding.Cancellation).Type)
            ? made
            : null;

    private static ExpressionSyntax Moved(ExpressionSyntax date, ExpressionSyntax year, ITypeSymbol type)
    {
        var start = date.WithoutTrivia();
        return SyntaxFactory.InvocationExpression(
            Member(type.Name == "DateTime" ? Member(start, "Date") : start, "AddYears"),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(
                SyntaxFactory.Argument(Distance(year.WithoutTrivia(), start)))));
    }

    /// <summary><c>n</c> for <c>date.Year + n</c>, and <c>year - date.Year</c> for another one.</summary>
    private static ExpressionSyntax Distance(ExpressionSyntax year, ExpressionSyntax date)
    {
        var own = Member(date, "Year");
        return year is BinaryExpressionSyntax sum
            && sum.IsKind(SyntaxKind.AddExpression)
            && SyntaxFactory.AreEquivalent(sum.Left, own)
                ? sum.Right
                : SyntaxFactory.BinaryExpression(
                    SyntaxKind.SubtractExpression,
                    year is BinaryExpressionSyntax or ConditionalExpressionSyntax
                        ? SyntaxFactory.ParenthesizedExpression(year)
                        : year,
                    own);
    }

    private static MemberAccessExpressionSyntax Member(ExpressionSyntax owner, string name) =>
        SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, owner, SyntaxFactory.IdentifierName(name));
}
