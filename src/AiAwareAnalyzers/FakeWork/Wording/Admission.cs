namespace AiAwareAnalyzers.FakeWork.Wording;

/// <summary>What a text admits about the code beside it.</summary>
[Flags]
internal enum Admission
{
    None = 0,

    /// <summary>Something is left for later: "TODO", "for now".</summary>
    Postponed = 1,

    /// <summary>The work itself is not there: "in a real implementation this would call the bank".</summary>
    Missing = 1 << 1,

    /// <summary>What is there is made up: "mock data", "hardcoded".</summary>
    Invented = 1 << 2,
}

/// <summary>A text that admits something.</summary>
/// <param name="Kind">What it admits, all of it.</param>
/// <param name="Text">The text, on one line and short enough for a message.</param>
internal sealed record Confession(Admission Kind, string Text)
{
    public bool Admits(Admission any) => (Kind & any) != 0;
}
