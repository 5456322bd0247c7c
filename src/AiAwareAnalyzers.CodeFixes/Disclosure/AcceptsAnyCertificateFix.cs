using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>Removes the callback, and so lets the framework decide; the comment that excuses it goes with it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AcceptsAnyCertificateFix))]
public sealed class AcceptsAnyCertificateFix() : Fix("AIA0809")
{
    private const string Title = "Let the framework check the certificate";

    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Enclosing<AssignmentExpressionSyntax>() is { } assignment
            && assignment.Right.Span.Contains(finding.Node.Span))
            if (Removal.Of(assignment) is { } removal)
                finding.Offer(Title, nameof(AcceptsAnyCertificateFix), removal);
        return Task.CompletedTask;
    }

    /// <summary>Takes an assignment out of a block or an initializer, where nothing else hangs on it.</summary>
    private static class Removal
    {
        private const SyntaxRemoveOptions Cleanly = SyntaxRemoveOptions.KeepUnbalancedDirectives;

        /// <summary>
        /// Null where the assignment's value is used, or where it is all that a branch or a lambda does.
        /// </summary>
        public static Action<DocumentEditor>? Of(AssignmentExpressionSyntax assignment) => assignment.Parent switch
        {
            InitializerExpressionSyntax { Expressions.Count: 1, Parent: ObjectCreationExpressionSyntax creation } =>
                editor => editor.ReplaceNode(creation, WithoutInitializer(creation)),
            InitializerExpressionSyntax { Expressions.Count: > 1 } initializer =>
                editor => editor.ReplaceNode(initializer, Without(initializer, assignment)),
            ExpressionStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax } statement =>
                editor => editor.RemoveNode(statement, Cleanly),
            ExpressionStatementSyntax { Parent: GlobalStatementSyntax statement } =>
                editor => editor.RemoveNode(statement, Cleanly),
            _ => null,
        };

        private static ObjectCreationExpressionSyntax WithoutInitializer(ObjectCreationExpressionSyntax creation) =>
            creation.WithType(creation.ArgumentList is null ? creation.Type.WithoutTrailingTrivia() : creation.Type)
                .WithArgumentList((creation.ArgumentList ?? SyntaxFactory.ArgumentList()).WithoutTrailingTrivia())
                .WithInitializer(null)
                .WithTrailingTrivia(creation.GetTrailingTrivia());

        private static InitializerExpressionSyntax Without(
            InitializerExpressionSyntax initializer, ExpressionSyntax element)
        {
            var wasLast = initializer.Expressions.Last() == element;
            var rest = initializer.RemoveNode(element, Cleanly)!;
            var last = rest.Expressions.Last();
            return wasLast && rest.Expressions.SeparatorCount < rest.Expressions.Count
                ? rest.ReplaceNode(last, last.WithTrailingTrivia(element.GetTrailingTrivia()))
                : rest;
        }
    }
}
