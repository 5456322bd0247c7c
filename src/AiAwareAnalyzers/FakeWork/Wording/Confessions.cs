using AiAwareAnalyzers.FakeWork.Work;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.FakeWork.Wording;

/// <summary>Where code can admit something: in the comments around and inside it, in its texts, in its name.</summary>
internal static class Confessions
{
    private static readonly ImmutableHashSet<string> Before = WordSet.Of(
        "simulate simulated mock fake dummy stub stubbed pretend placeholder");

    private static readonly ImmutableHashSet<string> Behind = WordSet.Of("stub placeholder mock dummy simulated");

    private static readonly ImmutableHashSet<string> Inventing = WordSet.Of(
        "mock mocked fake dummy simulated hardcoded bogus");

    /// <summary>These say why there is nothing to be had, now and later.</summary>
    private static readonly Phrases Reasons = Phrases.Read(new[]
    {
        "dont support", "do not support", "doesnt support", "does not support", "not supported by", "cannot hold",
        "cannot contain", "has no concept", "have no concept",
    });

    /// <summary>What a function that does nothing says about itself; the plainest word of all comes first.</summary>
    public static Confession? OfFunction(SyntaxNode syntax, string name, Effort effort, Admissions admissions)
    {
        Confession? first = null;
        foreach (var text in CommentsOf(syntax).Select(static comment => comment.ToString()).Concat(effort.Texts))
        {
            if (admissions.In(text) is not { } confession) continue;
            if (confession.Admits(Admission.Missing | Admission.Invented)) return confession;
            first ??= confession;
        }

        return OfName(name) ?? first;
    }

    /// <summary>A wait of a fixed time, and nothing besides, shows how long the work would take.</summary>
    public static Confession? OfPause(Effort effort) =>
        effort.Pause is { } pause ? new Confession(Admission.Postponed, Quote.Of(pause.Syntax)) : null;

    /// <summary>
    /// What the comments beside a piece of code say: directly above it, or behind it on the same line.
    /// </summary>
    public static Confession? Beside(SyntaxNode element, Admissions admissions)
    {
        foreach (var text in TextsBeside(element))
            if (admissions.In(text) is { } confession) return confession;
        return null;
    }

    /// <summary>The comments directly above a piece of code, or behind it on the same line.</summary>
    public static IEnumerable<string> TextsBeside(SyntaxNode element) =>
        OnLastLine(element).Concat(Above(element)).Select(static comment => comment.ToString());

    /// <summary><c>SimulateCharge</c>, <c>ChargeStub</c>; a <c>DummyNoOp</c> is meant to do nothing.</summary>
    public static Confession? OfName(string name)
    {
        var words = Words.Of(name);
        if (words.Length < 2
            || words[^1] is "noop"
            || words[words.Length - 2] is "no" && words[^1] is "op")
            return null;
        return Before.Contains(words[0])
            || Behind.Contains(words[^1])
            || (words[^1] == "async" && words.Length > 2 && Behind.Contains(words[words.Length - 2]))
            ? new Confession(Admission.Invented, name)
            : null;
    }

    /// <summary><c>mockOrders</c>, <c>hardcodedRate</c>: a name of a value.</summary>
    public static Confession? OfValueName(string name) =>
        Words.Of(name).Any(Inventing.Contains) ? new Confession(Admission.Invented, name) : null;

    /// <summary>Whether a comment in a function tells why it has nothing to give.</summary>
    public static bool GiveReason(SyntaxNode syntax) =>
        CommentsOf(syntax).Any(static comment => Reasons.AreIn(Prose.WordsOf(comment.ToString())));

    public static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;

    private static IEnumerable<SyntaxTrivia> CommentsOf(SyntaxNode syntax) =>
        syntax.DescendantTrivia(descendIntoTrivia: false).Where(IsComment);

    /// <summary>Comments between the last blank line and the code.</summary>
    private static IEnumerable<SyntaxTrivia> Above(SyntaxNode element)
    {
        var breaks = 0;
        foreach (var trivia in element.GetLeadingTrivia().Reverse())
        {
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia)) breaks++;
            else if (IsComment(trivia))
            {
                breaks = 0;
                yield return trivia;
            }

            if (breaks > 1) yield break;
        }
    }

    /// <summary>Comments on the last line of the code, also behind the comma or semicolon.</summary>
    private static IEnumerable<SyntaxTrivia> OnLastLine(SyntaxNode element)
    {
        var last = element.GetLastToken();
        foreach (var trivia in last.TrailingTrivia)
            if (IsComment(trivia)) yield return trivia;

        var next = last.GetNextToken();
        if (!next.IsKind(SyntaxKind.CommaToken) && !next.IsKind(SyntaxKind.SemicolonToken)) yield break;
        foreach (var trivia in next.TrailingTrivia)
            if (IsComment(trivia)) yield return trivia;
    }
}
