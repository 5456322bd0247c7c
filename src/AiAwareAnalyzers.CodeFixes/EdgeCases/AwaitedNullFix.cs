using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>Returns a finished task instead of null.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitedNullFix))]
public sealed class AwaitedNullFix() : Fix("AIA0904")
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (finding.Node is not ExpressionSyntax value || !IsNull(value)) return;
        if (await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model) return;
        if (model.GetTypeInfo(value).ConvertedType is not INamedTypeSymbol { Name: "Task" } task
            || !HasFinishedTasks(task))
            return;

        var place = Forgiven(value);
        var finished = Finished(
            task, model.GetNullableContext(value.SpanStart).AnnotationsEnabled(), model, value.SpanStart);
        finding.Offer(
            "Return a finished task",
            "FinishedTask",
            editor => editor.ReplaceNode(place, finished.WithTriviaFrom(place)));
    }

    private static bool IsNull(ExpressionSyntax value) =>
        value.RawKind is (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression
            or (int)SyntaxKind.DefaultExpression;

    /// <summary>The value with the <c>!</c> behind it.</summary>
    private static ExpressionSyntax Forgiven(ExpressionSyntax value) =>
        value.Parent
            is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } forgiven
            ? forgiven
            : value;

    private static bool HasFinishedTasks(INamedTypeSymbol task) =>
        !(task.Arity == 0 ? task : task.BaseType!).GetMembers(task.Arity == 0 ? "CompletedTask" : "FromResult").IsEmpty;

    private static ExpressionSyntax Finished(INamedTypeSymbol task, bool isAnnotated, SemanticModel model, int position)
    {
        const string Task = "System.Threading.Tasks.Task";
        if (task.Arity == 0) return FullName.Of(Task + ".CompletedTask");

        var result = task.TypeArguments[0];
        var name = result.ToMinimalDisplayString(model, position);
        return SyntaxFactory.InvocationExpression(
            FullName.Of($"{Task}.FromResult<{name}>"),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(
                SyntaxFactory.Argument(SyntaxFactory.ParseExpression(NothingOf(result, name, isAnnotated))))));
    }

    /// <summary>What the task gives: null, or the default of a value type.</summary>
    private static string NothingOf(ITypeSymbol result, string name, bool isAnnotated)
    {
        var nothing = result.IsReferenceType ? "null" : $"default({name})";
        return isAnnotated && !result.IsValueType && result.NullableAnnotation != NullableAnnotation.Annotated
            ? nothing + "!"
            : nothing;
    }
}
