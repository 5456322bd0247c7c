namespace AiAwareAnalyzers.ErrorHandling.Failures;

/// <summary>What callers get after a failure was caught.</summary>
internal enum OutcomeKind
{
    /// <summary>Something that one cannot judge, or that says what happened.</summary>
    Unclear,

    /// <summary>An empty value, as if there were nothing to find.</summary>
    EmptyValue,

    /// <summary>The word that it worked.</summary>
    Success,

    /// <summary>The word that it is not there.</summary>
    NotFound,

    /// <summary>An item less, and no word about it.</summary>
    DroppedItem,

    /// <summary>Nothing at all: the function just ends.</summary>
    Silence,
}

/// <summary>How a function goes on after a catch clause, as its callers see it.</summary>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Value">The value that stands for the failure.</param>
/// <param name="TriesAgain">Only after the last of several attempts.</param>
internal sealed record FailureOutcome(OutcomeKind Outcome, IOperation? Value = null, bool TriesAgain = false)
{
    public static readonly FailureOutcome Unclear = new(OutcomeKind.Unclear);
}
