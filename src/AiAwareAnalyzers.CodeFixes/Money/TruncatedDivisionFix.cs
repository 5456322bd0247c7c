using AiAwareAnalyzers.Money.Arithmetic;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money;

/// <summary>Divides in the type that takes the result.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TruncatedDivisionFix))]
public sealed class TruncatedDivisionFix() : Fix(TruncatedDivision.Descriptor.Id)
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (finding.Enclosing<BinaryExpressionSyntax>() is not { } division) return;
        if (await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model) return;

        var isDecimal = IsTakenAsDecimal(division, model);
        var place = PlaceOf(division, model);
        var exact = Exact(division, isDecimal, place == division);
        finding.Offer(
            isDecimal ? "Divide in decimal" : "Divide with fractions",
            "Divide",
            editor => editor.ReplaceNode(place, exact.WithTriviaFrom(place)));
    }

    /// <summary>A literal gets its suffix; anything else is cast before it is divided.</summary>
    private static ExpressionSyntax Exact(BinaryExpressionSyntax division, bool isDecimal, bool staysInside)
    {
        if (division.Right is LiteralExpressionSyntax { Token: var token } && token.Text.All(char.IsDigit))
            return division.WithRight(
                SyntaxFactory.LiteralExpression(
                    SyntaxKind.NumericLiteralExpression,
                    SyntaxFactory.ParseToken(token.Text + (isDecimal ? "m" : ".0"))).WithTriviaFrom(division.Right));

        var type = SyntaxFactory.PredefinedType(
            SyntaxFactory.Token(isDecimal ? SyntaxKind.DecimalKeyword : SyntaxKind.DoubleKeyword));
        return division.WithLeft(DecimalForm.Cast(type, division.Left).WithTriviaFrom(division.Left));
    }

    /// <summary>
    /// The division, or the cast around its parentheses that came too late and is not needed any more.
    /// </summary>
    private static ExpressionSyntax PlaceOf(BinaryExpressionSyntax division, SemanticModel model) =>
        division.Parent
            is ParenthesizedExpressionSyntax
                { Parent: CastExpressionSyntax { Parent: EqualsValueClauseSyntax or ArrowExpressionClauseSyntax
                    or ReturnStatementSyntax or ArgumentSyntax or AssignmentExpressionSyntax } cast }
        && Numbers.IsDecimal(model.GetTypeInfo(cast).Type)
            ? cast
            : division;

    private static bool IsTakenAsDecimal(BinaryExpressionSyntax division, SemanticModel model)
    {
        for (SyntaxNode? around = division; around is ExpressionSyntax; around = around.Parent)
        {
            var info = model.GetTypeInfo(around);
            var type =
                Numbers.Underlying(Numbers.IsInteger(Numbers.Underlying(info.Type)) ? info.ConvertedType : info.Type);
            if (Numbers.IsFloating(type)) return false;
            if (Numbers.IsDecimal(type)) return true;
        }

        return true;
    }
}
