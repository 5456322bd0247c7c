using System.Collections.Immutable;
using System.Text;

namespace AiAwareAnalyzers.Fuzz;

/// <summary>A seed with a few places of its text replaced; the text is made when it is asked for.</summary>
internal sealed record Mutant(Seed Seed, string Kind, params ImmutableArray<TextChange> Changes)
{
    /// <summary>
    /// The text, with its types in a namespace of their own where it shares a compilation with others.
    /// </summary>
    public string TextOf(int number)
    {
        var text = new StringBuilder(Seed.Text);
        foreach (var change in Changes.Concat(Seed.Apart(number)).OrderByDescending(LastFirst))
            text.Remove(change.Span.Start, change.Span.Length).Insert(change.Span.Start, change.NewText);
        return text.ToString();
    }

    /// <summary>
    /// What is inserted before a place that is replaced comes after it, or it would be replaced with it.
    /// </summary>
    private static (int Start, int Length) LastFirst(TextChange change) => (change.Span.Start, change.Span.Length);
}
