using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using static AiAwareAnalyzers.AuthScope.DisabledTokenValidation;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>
/// Turns the check on again, takes a validator away that accepts everything, or gives the clock its usual tolerance.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DisabledTokenValidationFix))]
public sealed class DisabledTokenValidationFix() : Fix(Descriptor.Id)
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Enclosing<AssignmentExpressionSyntax>() is not { } assignment) return Task.CompletedTask;

        switch (finding.Diagnostic.Properties[Repair])
        {
            case TurnOn:
                finding.Offer(
                    "Switch the check on",
                    TurnOn,
                    editor => Assign(editor, assignment, editor.Generator.TrueLiteralExpression()));
                break;
            case UsualSkew:
                finding.Offer(
                    "Allow clocks to differ by 5 minutes",
                    UsualSkew,
                    editor => Assign(editor, assignment, FiveMinutes(assignment.Right)));
                break;
            case TakeAway when CanGo(assignment):
                finding.Offer(
                    "Remove the validator that accepts everything", TakeAway, editor => Remove(editor, assignment));
                break;
        }

        return Task.CompletedTask;
    }

    private static void Assign(DocumentEditor editor, AssignmentExpressionSyntax assignment, SyntaxNode value) =>
        editor.ReplaceNode(assignment.Right, value.WithTriviaFrom(assignment.Right));

    /// <summary>Spelled with the type name that stands there already, which is certain to be in reach.</summary>
    private static ExpressionSyntax FiveMinutes(ExpressionSyntax skew)
    {
        var type = skew switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax factory } =>
                factory.Expression.ToString(),
            MemberAccessExpressionSyntax field => field.Expression.ToString(),
            ObjectCreationExpressionSyntax creation => creation.Type.ToString(),
            _ => "System.TimeSpan",
        };
        return SyntaxFactory.ParseExpression($"{type}.FromMinutes(5)");
    }

    /// <summary>An element of an initializer or a statement of its own; a lambda's whole body cannot go.</summary>
    private static bool CanGo(AssignmentExpressionSyntax assignment) =>
        assignment.Parent is InitializerExpressionSyntax
            or ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax };

    private static void Remove(DocumentEditor editor, AssignmentExpressionSyntax assignment)
    {
        SyntaxNode node = assignment.Parent switch
        {
            ExpressionStatementSyntax { Parent: GlobalStatementSyntax global } => global,
            ExpressionStatementSyntax statement => statement,
            _ => assignment,
        };
        editor.RemoveNode(node, SyntaxRemoveOptions.KeepUnbalancedDirectives);
    }
}
