using AiAwareAnalyzers.HallucinatedApi.Suggestions;

namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>Why a name finds nothing at run time, and the way out.</summary>
/// <param name="Why">Half a sentence that names what is there and what is not.</param>
/// <param name="WayOut">What to do instead.</param>
internal sealed record LookupFailure(string Why, string WayOut)
{
    public ImmutableArray<Suggestion> Suggestions { get; init; } = ImmutableArray<Suggestion>.Empty;

    /// <summary>
    /// The flags that the search lacks, as <c>NonPublic|Instance</c>; the second form stands where no flags are given
    /// yet.
    /// </summary>
    public string? MissingFlags { get; init; }

    public string? AllFlags { get; init; }

    /// <summary>The search does not come back with nothing: two members answer to the name.</summary>
    public bool IsAmbiguous { get; init; }

    public static LookupFailure Named(string why, ImmutableArray<Suggestion> suggestions) =>
        new(why, SuggestionText.DidYouMean(suggestions)) { Suggestions = suggestions };
}
