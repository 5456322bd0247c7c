using AiAwareAnalyzers.FakeWork.Wording;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>
/// Removes a line of a chat; a text in the code needs an author, and left-out code a look into the history.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChatResidueFix))]
public sealed class ChatResidueFix() : Fix(ChatResidue.Descriptor.Id)
{
    public override FixAllProvider GetFixAllProvider() => new CommentCuts(CanGo);

    private protected override Task OfferAsync(Finding finding)
    {
        if (CanGo(finding.Root, finding.Diagnostic))
            CommentCut.Offer(finding, "Remove the words of the chat", nameof(ChatResidueFix));
        return Task.CompletedTask;
    }

    private static bool CanGo(SyntaxNode root, Diagnostic finding) =>
        !IsText(root, finding.Location.SourceSpan.Start)
        && !ChatPhrases.MarksLostCode(root.GetText().ToString(finding.Location.SourceSpan));

    /// <summary>Neither a comment nor a line that the parser could not read.</summary>
    private static bool IsText(SyntaxNode root, int start) =>
        root.FindToken(start) is { RawKind: not 0 } token
        && token.Span.Contains(start)
        && token.Value is string
        && !token.IsKind(SyntaxKind.IdentifierToken);
}
