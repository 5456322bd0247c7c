using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Testing.Mutants;

/// <summary>What a change was, what became of it, and what would notice it, in words.</summary>
internal static class ChangeInWords
{
    private const string AlwaysTrue = "Conditional (true) mutation";
    private const string AlwaysFalse = "Conditional (false) mutation";

    private static readonly char[] Blanks = [' ', '\t', '\r', '\n'];

    /// <summary><c>'a > b' became 'a >= b'</c></summary>
    public static string Of(Survivor survivor)
    {
        if (Decided(survivor) is { } condition)
            return $"'{Quote.Of(condition)}' was taken for {(survivor.Mutant.Kind == AlwaysTrue ? "true" : "false")}";
        var original = survivor.Node.SyntaxTree.GetText().ToString(survivor.Place).TrimEnd(';');
        if (survivor.Mutant.Replacement is not { } replacement)
            return $"'{Quote.Of(original)}' was changed ({survivor.Mutant.Kind})";
        if (IsNothing(survivor.Mutant)) return $"'{Quote.Of(original)}' was left out";
        return Quote.Of(original) == Quote.Of(replacement)
            ? Difference(original, replacement)
            : $"'{Quote.Of(original)}' became '{Quote.Of(replacement)}'";
    }

    public static string Outcome(Mutant mutant) =>
        mutant switch
        {
            { Verdict: Verdict.NotCovered } => "and no test runs it",
            { CoveredBy.Length: 0 } => "and all tests still passed",
            { CoveredBy.Length: 1 } => "and the one test that runs it still passed",
            { CoveredBy.Length: var tests } => $"and all {tests} tests that run it still passed",
        };

    public static string WayOut(Mutant mutant, string? tests) =>
        mutant.Verdict == Verdict.NotCovered
            ? (tests is null ? "run it in a test" : $"run it in '{tests}'") + " and assert what it does"
            : "assert " + (tests is null ? "" : $"in '{tests}' ")
                + (IsNothing(mutant) ? "what is missing without it" : "what tells the two apart");

    private static bool IsNothing(Mutant mutant) =>
        mutant.Replacement is { } replacement
        && string.Concat(replacement.Where(static letter => !char.IsWhiteSpace(letter))) is "" or ";" or "{}";

    /// <summary>The condition that was no longer asked, because one of its two values was given instead.</summary>
    private static SyntaxNode? Decided(Survivor survivor) =>
        survivor.Node is ConditionalExpressionSyntax choice
        && survivor.Mutant.Kind is AlwaysTrue or AlwaysFalse
            ? choice.Condition
            : null;

    /// <summary>Of two long texts that begin alike, what is not alike.</summary>
    private static string Difference(string original, string replacement)
    {
        var (before, after) = (WordsOf(original), WordsOf(replacement));
        var least = Math.Min(before.Length, after.Length);
        var first = 0;
        while (first < least - 1 && before[first] == after[first]) first++;
        var last = 0;
        while (last < least - 1 - first && before[^(last + 1)] == after[^(last + 1)]) last++;
        return $"'{Rest(before, first, last)}' became '{Rest(after, first, last)}'";
    }

    private static string[] WordsOf(string text) => text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);

    private static string Rest(string[] words, int first, int last) =>
        Quote.Of(string.Join(" ", words.Skip(first).Take(words.Length - first - last)));
}
