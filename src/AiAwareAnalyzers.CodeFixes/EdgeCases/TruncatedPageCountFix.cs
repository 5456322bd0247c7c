using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>Casts before the division where somebody rounds up, and rounds up where nobody does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TruncatedPageCountFix))]
public sealed class TruncatedPageCountFix() : Fix("AIA0925")
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Node is not BinaryExpressionSyntax division) return Task.CompletedTask;

        var place = PlaceOf(division);
        if (CommentTrivia.In(place)) return Task.CompletedTask;
        if (place is CastExpressionSyntax cast)
            finding.Offer(
                "Divide after the cast", "Cast",
                editor => editor.ReplaceNode(place, CastFirst(cast, division).WithTriviaFrom(place)));
        else if (MayBeRepeated(division.Right) && !IsRounded(division))
            finding.Offer(
                "Round up", "RoundUp",
                editor => editor.ReplaceNode(
                    place,
                    TruncatedPageCount.RoundedUp(division)
                        .WithTriviaFrom(place)
                        .WithAdditionalAnnotations(Formatter.Annotation)));
        return Task.CompletedTask;
    }

    /// <summary>The division, or the cast that comes too late.</summary>
    private static ExpressionSyntax PlaceOf(BinaryExpressionSyntax division) =>
        IsRounded(division)
        && division.Parent
            is ParenthesizedExpressionSyntax { Parent: CastExpressionSyntax { Parent: ArgumentSyntax } cast }
            ? cast
            : division;

    private static ExpressionSyntax CastFirst(CastExpressionSyntax cast, BinaryExpressionSyntax division) =>
        division.WithLeft(cast.WithExpression(division.Left.WithoutTrivia()).WithTriviaFrom(division.Left));

    private static bool IsRounded(BinaryExpressionSyntax division) =>
        division.FirstAncestorOrSelf<ArgumentSyntax>()
            is { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } }
        && access.Name.Identifier.ValueText == "Ceiling";

    private static bool MayBeRepeated(ExpressionSyntax divisor) => divisor switch
    {
        IdentifierNameSyntax or LiteralExpressionSyntax => true,
        MemberAccessExpressionSyntax { Expression: var owner } => owner is ThisExpressionSyntax || MayBeRepeated(owner),
        _ => false,
    };
}
