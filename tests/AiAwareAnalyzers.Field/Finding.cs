namespace AiAwareAnalyzers.Field;

/// <summary>What a rule said about a place, as it is printed, kept and judged.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Level"><c>error</c>, <c>warning</c> or <c>suggestion</c>.</param>
/// <param name="InTests">Whether the place is part of tests.</param>
/// <param name="File">The file as seen from above the folder that was named.</param>
/// <param name="Line">Counted from one.</param>
/// <param name="Column">Counted from one.</param>
/// <param name="Member">The member that holds the place; empty outside of every member.</param>
/// <param name="Message">In one line.</param>
internal sealed record Finding(
    string Rule, string Level, bool InTests, string File, int Line, int Column, string Member, string Message)
{
    /// <summary>The lines around it.</summary>
    public ImmutableArray<string> Code { get; init; } = [];

    /// <summary><c>right</c>, <c>weak</c> or <c>wrong</c>; empty as long as nobody has judged it.</summary>
    public string Verdict { get; init; } = "";

    /// <summary>What the judge wrote beside the verdict.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What stays the same when lines are added above the place.</summary>
    public FindingKey Key => new(Rule, File, Member, Message);

    public override string ToString() => $"{Rule} {File}({Line},{Column}): {Message}";
}

/// <summary>By what two runs know that they mean the same.</summary>
internal sealed record FindingKey(string Rule, string File, string Member, string Message);
