namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>Suggestions as a message says them and as a fix reads them.</summary>
internal static class SuggestionText
{
    public const string Suggestions = "suggestions";
    public const string Searched = "searched";
    public const string Since = "since";
    public const string Imports = "imports";

    /// <summary>
    /// What the message says, for fixes and for readers of the log file: one suggestion a line, best first.
    /// </summary>
    public static ImmutableDictionary<string, string?> Properties(
        ImmutableArray<Suggestion> suggestions, string searched) =>
        ImmutableDictionary<string, string?>.Empty
            .Add(Suggestions, string.Join("\n", suggestions.Select(suggestion => OnOneLine(suggestion.Text))))
            .Add(Imports, string.Join("\n", suggestions.Select(suggestion => suggestion.Import)))
            .Add(Searched, searched);

    public static string DidYouMean(ImmutableArray<Suggestion> suggestions) =>
        suggestions.IsEmpty ? "nothing there has a similar name" : $"did you mean {AnyOf(suggestions)}?";

    /// <summary>As <see cref="DidYouMean"/>, where a reference may be what is missing.</summary>
    public static string ComesWith(ImmutableArray<Suggestion> suggestions)
    {
        var bringer = suggestions.FirstOrDefault(suggestion => suggestion.Text.IndexOf(' ') >= 0);
        if (bringer is null) return DidYouMean(suggestions);
        var others = suggestions.Remove(bringer);
        return others.IsEmpty
            ? $"it comes with {bringer.Text}"
            : $"it comes with {bringer.Text}; or did you mean {AnyOf(others)}?";
    }

    /// <summary><c>'A', 'B' or 'C'</c>.</summary>
    public static string AnyOf(ImmutableArray<Suggestion> suggestions)
    {
        var named = suggestions.Select(Named).ToList();
        return named.Count == 1
            ? named[0]
            : string.Join(", ", named.Take(named.Count - 1)) + " or " + named[^1];
    }

    private static string Named(Suggestion suggestion) => OnOneLine(suggestion.Import switch
    {
        null when suggestion.Remark is { } remark => $"'{suggestion.Text}' {remark}",
        null => $"'{suggestion.Text}'",
        MemberSuggestions.Awaited => $"'{suggestion.Text}' of the awaited result",
        var import => $"'{suggestion.Text}' (add 'using {import};')",
    });

    /// <summary>What is passed may go over several lines: a message is one, and so is each suggestion.</summary>
    private static string OnOneLine(string text) =>
        text.IndexOf('\n') < 0 ? text : string.Join(" ", text.Split('\n').Select(static line => line.Trim()));
}
