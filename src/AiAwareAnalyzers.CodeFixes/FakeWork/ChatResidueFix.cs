namespace AiAwareAnalyzers.FakeWork;

/// <summary>Removes a line of a chat; a text in the code needs an author.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChatResidueFix))]
public sealed class ChatResidueFix() : Fix(ChatResidue.Descriptor.Id)
{
    private protected override Task OfferAsync(Finding finding)
    {
        var comment = finding.Root.FindTrivia(finding.Diagnostic.Location.SourceSpan.Start);
        if (comment.IsKind(SyntaxKind.SingleLineCommentTrivia) || comment.IsKind(SyntaxKind.MultiLineCommentTrivia))
            CommentCut.Offer(finding, "Remove the words of the chat", nameof(ChatResidueFix));
        return Task.CompletedTask;
    }
}
