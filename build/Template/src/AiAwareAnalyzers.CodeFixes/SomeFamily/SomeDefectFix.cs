using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.SomeFamily;

/// <summary>Leaves the string as it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SomeDefectFix))]
public sealed class SomeDefectFix() : Fix(SomeDefect.Descriptor.Id)
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Enclosing<InvocationExpressionSyntax>()
            is { Expression: MemberAccessExpressionSyntax access, Parent: not ExpressionStatementSyntax } call)
            finding.Offer(
                "Use the string itself",
                nameof(SomeDefectFix),
                editor => editor.ReplaceNode(call, access.Expression.WithTriviaFrom(call)));

        return Task.CompletedTask;
    }
}
