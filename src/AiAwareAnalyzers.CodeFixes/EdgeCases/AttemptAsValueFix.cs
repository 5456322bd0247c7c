using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>Keeps what was read, and asks for it besides.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AttemptAsValueFix))]
public sealed class AttemptAsValueFix() : Fix("AIA0921")
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Node is InvocationExpressionSyntax { ArgumentList: { } arguments } call
            && arguments.Arguments.LastOrDefault() is { } last
            && NameIn(last, call) is { } name)
        {
            var attempt = call.ReplaceNode(last, last.WithExpression(Declared(name))).WithoutTrivia();
            finding.Offer("Ask what it says, too", "Value", editor =>
                editor.ReplaceNode(Asking(call), Asked(call, attempt, name).WithTriviaFrom(Asking(call))));
        }

        return Task.CompletedTask;
    }

    /// <summary>The name that is declared already, or a new one; null where the discard is of another kind.</summary>
    private static string? NameIn(ArgumentSyntax last, ExpressionSyntax call) => last.Expression switch
    {
        DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax named } =>
            named.Identifier.ValueText,
        DeclarationExpressionSyntax { Designation: DiscardDesignationSyntax } or IdentifierNameSyntax =>
            FreeNames.Around(call, "value", "value", "isTrue"),
        _ => null,
    };

    /// <summary>The call, with the conditions before it.</summary>
    private static ExpressionSyntax Asking(ExpressionSyntax call) =>
        call.Parent is BinaryExpressionSyntax both && both.IsKind(SyntaxKind.LogicalAndExpression) && both.Right == call
            ? both
            : call;

    private static ExpressionSyntax Asked(ExpressionSyntax call, ExpressionSyntax attempt, string name) =>
        SyntaxFactory.BinaryExpression(
            SyntaxKind.LogicalAndExpression,
            Asking(call) is BinaryExpressionSyntax both ? both.WithRight(attempt).WithoutTrivia() : attempt,
            SyntaxFactory.IdentifierName(name));

    private static DeclarationExpressionSyntax Declared(string name) => SyntaxFactory.DeclarationExpression(
        SyntaxFactory.IdentifierName(
            SyntaxFactory.Identifier("var").WithTrailingTrivia(SyntaxFactory.Space)),
        SyntaxFactory.SingleVariableDesignation(SyntaxFactory.Identifier(name)));
}
