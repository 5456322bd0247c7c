using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>Lets what has to be undone come to its end.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CancelledCleanupFix))]
public sealed class CancelledCleanupFix() : Fix(CancelledCleanup.Descriptor.Id)
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Enclosing<ArgumentSyntax>() is { Expression: var token })
            finding.Offer(
                "Pass CancellationToken.None",
                nameof(CancelledCleanupFix),
                editor => editor.ReplaceNode(
                    token, FullName.Of("System.Threading.CancellationToken.None").WithTriviaFrom(token)));
        return Task.CompletedTask;
    }
}
