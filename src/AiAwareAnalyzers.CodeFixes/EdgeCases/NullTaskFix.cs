using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>Returns a task that has ended, with null in it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NullTaskFix))]
public sealed class NullTaskFix() : Fix("AIA0922")
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (finding.Node is not ExpressionSyntax nothing
            || await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model
            || model.GetTypeInfo(nothing, finding.Cancellation).ConvertedType is not INamedTypeSymbol task
            || FinishedOf(task, nothing, model) is not { } finished)
            return;
        var whole = nothing.Parent is PostfixUnaryExpressionSyntax forgiven ? forgiven : nothing;
        finding.Offer("Return a task that has ended", "Finished", editor =>
            editor.ReplaceNode(whole, finished.WithTriviaFrom(whole)));
    }

    /// <summary>Null where the result has no null to be.</summary>
    private static ExpressionSyntax? FinishedOf(INamedTypeSymbol task, ExpressionSyntax nothing, SemanticModel model)
    {
        if (task.TypeArguments.Length == 0) return OfTask("CompletedTask");
        var result = task.TypeArguments[0];
        if (result is { IsReferenceType: false, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T })
            return null;
        var name = result.ToMinimalDisplayString(model, nothing.SpanStart);
        var empty = nothing.Parent is PostfixUnaryExpressionSyntax ? "(null!)" : "(null)";
        return SyntaxFactory.InvocationExpression(
            OfTask($"FromResult<{name}>"), SyntaxFactory.ParseArgumentList(empty));
    }

    private static MemberAccessExpressionSyntax OfTask(string member) => SyntaxFactory.MemberAccessExpression(
        SyntaxKind.SimpleMemberAccessExpression,
        FullName.Of("System.Threading.Tasks.Task"),
        (SimpleNameSyntax)SyntaxFactory.ParseName(member));
}
