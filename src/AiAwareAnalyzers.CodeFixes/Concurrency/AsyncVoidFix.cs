using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>Returns a task to a framework that waits for one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AsyncVoidFix))]
public sealed class AsyncVoidFix() : Fix("AIA1011")
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Diagnostic.Properties.TryGetValue(AsyncVoid.Name, out var name)
            && finding.Enclosing<MethodDeclarationSyntax>() is { } method
            && !CallsBase(method))
            finding.Offer("Return 'Task'", "Task", editor => editor.ReplaceNode(
                method,
                method.WithReturnType(
                        FullName.Simplified(SyntaxFactory.ParseTypeName("System.Threading.Tasks.Task"))
                            .WithTriviaFrom(method.ReturnType))
                    .WithIdentifier(SyntaxFactory.Identifier(name!).WithTriviaFrom(method.Identifier))));
        return Task.CompletedTask;
    }

    /// <summary>What the base does in the method with the old name, it may do again in the other.</summary>
    private static bool CallsBase(MethodDeclarationSyntax method) =>
        method.DescendantNodes().Any(static node => node is BaseExpressionSyntax);
}
