using AiAwareAnalyzers.FakeWork.Wording;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>Removes a comment that says the next line again.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NarratingCommentFix))]
public sealed class NarratingCommentFix() : Fix(NarratingComment.Descriptor.Id)
{
    private protected override Task OfferAsync(Finding finding)
    {
        CommentCut.Offer(finding, "Remove the comment", nameof(NarratingCommentFix));
        return Task.CompletedTask;
    }
}
