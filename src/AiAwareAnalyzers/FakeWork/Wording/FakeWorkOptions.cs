namespace AiAwareAnalyzers.FakeWork.Wording;

/// <summary>What a team may tell the whole family: its own ways to admit that something is not done.</summary>
internal static class FakeWorkOptions
{
    public static readonly Option<Admissions> Admitting = new(
        key: "ai_aware.fake_work.admissions",
        accepts: "phrases with a sign, as in '+not wired up, -for now'",
        fallback: "",
        purpose: "Adds phrases by which a text admits that the code beside it does not do its work, and removes "
            + "phrases that do not.",
        read: Admissions.TryRead);
}
