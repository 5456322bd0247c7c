namespace AiAwareAnalyzers.FakeWork.Wording;

/// <summary>What assistants say to their users, and the marks that they write in place of code.</summary>
internal static class ChatPhrases
{
    /// <summary>Pieces of code that can be left out.</summary>
    private static readonly ImmutableArray<string> Pieces = ImmutableArray.Create(
        "code", "method", "methods", "class", "file", "function", "functions", "implementation", "component", "logic",
        "properties");

    /// <summary>Words for code that is not shown; they count beside an ellipsis.</summary>
    private static readonly Phrases Unshown = Phrases.Read(
        Pieces.SelectMany(static piece =>
            new[] { "existing " + piece, "previous " + piece, "remaining "
                + piece, "other " + piece, "rest of the " + piece, "rest of your " + piece, "rest of " + piece })
            .Concat(new[]
            { "existing fields", "existing imports", "existing usings", "other existing", "^unchanged",
                "same as before", "same as above", "keep existing"
            }));

    /// <summary>The same, plain enough without one.</summary>
    private static readonly Phrases LeftOut = Phrases.Read(
        Pieces.SelectMany(static piece =>
            new[] { "rest of the " + piece + " * unchanged", "rest of the " + piece + " * the same", "rest of your "
                + piece
                + " * the same", "^rest of the " + piece + " here", "^rest of your " + piece })
            .Concat(new[]
            {
                "^keep existing code", "^existing code here", "^existing code remains", "existing code unchanged",
                "^your existing code", "^previous code here", "omitted for brevity",
                "remaining code unchanged",
            }));

    /// <summary>An assistant speaks to its user.</summary>
    private static readonly Phrases Spoken = Phrases.Read(new[]
    {
        "as an ai", "as an ai language model", "as a large language model", "^certainly heres", "^certainly here",
        "^sure heres", "^sure here", "^of course heres", "^heres the updated", "^here is the updated",
        "^heres the corrected", "^here is the corrected", "^heres the fixed", "^here is the fixed",
        "^heres the complete", "^here is the complete", "^heres the full", "^here is the full",
        "^heres the modified", "^here is the modified", "^heres the refactored", "^here is the refactored",
        "^heres an updated", "^here is an updated", "^heres an improved", "^here is an improved",
        "^ive updated the", "^i have updated the", "^ive added the", "^i have added the", "^ive refactored the",
        "^i have refactored the", "^ive implemented the", "^i have implemented the",
        "hope this helps", "let me know if you need", "let me know if you have any", "let me know if youd like",
        "let me know if you would like", "feel free to ask", "feel free to adjust", "feel free to modify",
        "as per your request", "as you requested", "per your request", "^you asked me", "^the user asked",
        "^the user wants",
    });

    /// <summary>What is wrong with a comment; null where it is about the code.</summary>
    public static string? Complaint(string comment)
    {
        var words = Prose.WordsOf(comment);
        if (words.Length is 0 or > 60) return null;
        if (MarksLostCode(comment))
            return "marks code that an assistant left out; check the history, restore what was lost, then remove "
                + "the line";
        return Spoken.AreIn(words)
            ? "is an assistant addressing its user, not a comment on the code; remove the line"
            : null;
    }

    /// <summary>Whether code may have been lost where the comment is: its removal would hide that.</summary>
    public static bool MarksLostCode(string comment)
    {
        var words = Prose.WordsOf(comment);
        return LeftOut.AreIn(words) || (HasEllipsis(comment) && words.Length <= 8 && Unshown.AreIn(words));
    }

    /// <summary>Dots at the beginning or the end, also in brackets.</summary>
    private static bool HasEllipsis(string comment)
    {
        var text = comment.Trim('/', '*', ' ', '\t', '(', ')', '[', ']', '<', '>');
        return text.StartsWith("...", StringComparison.Ordinal) || text.StartsWith("…", StringComparison.Ordinal)
            || text.EndsWith("...", StringComparison.Ordinal) || text.EndsWith("…", StringComparison.Ordinal);
    }
}
