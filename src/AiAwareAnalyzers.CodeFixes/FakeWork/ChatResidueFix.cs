namespace AiAwareAnalyzers.FakeWork;

/// <summary>Removes a line of a chat; a text in the code needs an author.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChatResidueFix))]
public sealed class ChatResidueFix() : Fix(ChatResidue.Descriptor.Id)
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (!IsText(finding)) CommentCut.Offer(finding, "Remove the words of the chat", nameof(ChatResidueFix));
        return Task.CompletedTask;
    }

    /// <summary>Neither a comment nor a line that the parser could not read.</summary>
    private static bool IsText(Finding finding) =>
        finding.Root.FindToken(finding.Diagnostic.Location.SourceSpan.Start) is { RawKind: not 0 } token
        && token.Span.Contains(finding.Diagnostic.Location.SourceSpan.Start) && token.Value is string && !token.IsKind(SyntaxKind.IdentifierToken);
}
