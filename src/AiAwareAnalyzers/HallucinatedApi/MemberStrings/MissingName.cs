using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>What could have been named: a name, and what it stands for.</summary>
internal readonly record struct Choice(string Name, ISymbol? Symbol = null);

/// <summary>A string that names what is not there.</summary>
/// <param name="Text">The string, or the <c>nameof</c> that makes it.</param>
/// <param name="Name">The wrong name, which is all of the string or a part of it.</param>
/// <param name="Owner">Whose member it would be.</param>
/// <param name="Kind">What is not there: a property, a navigation, a parameter.</param>
/// <param name="Harm">What comes of it, to be read behind a comma.</param>
internal sealed record MissingName(ExpressionSyntax Text, string Name, string Owner, string Kind, string Harm)
{
    private const double LikeEnough = 0.85;
    private const double Certain = 2;
    private const double SaysMore = 0.15;

    /// <summary>Where the name begins in the value of the string; null where it is all of it.</summary>
    public int? Start { get; init; }

    public IEnumerable<Choice> Choices { get; init; } = [];

    /// <summary>What is meant for certain, whatever it is called.</summary>
    public Choice? Meant { get; init; }

    /// <summary>A name that nothing resembles may be right: it only counts as a slip of a name that is there.</summary>
    public bool OnlyAsSlip { get; init; }

    /// <summary>How like the name a choice must be where only a slip counts.</summary>
    public double LikeASlip { get; init; } = LikeEnough;

    /// <summary>The members are those of the type that the string stands in: <c>nameof</c> needs no owner.</summary>
    public bool IsOwn { get; init; }

    /// <summary>What is written is no member's own name: <c>nameof</c> would not say it.</summary>
    public bool IsText { get; init; }

    public Location Place => Start is { } start && StringParts.Locate(Text, start, Name.Length) is { } part
        ? Location.Create(Text.SyntaxTree, part)
        : Text.GetLocation();

    /// <summary>Best first; null where a name that nothing resembles may well be right.</summary>
    public ImmutableArray<Suggestion>? Suggestions(Compilation compilation)
    {
        var choices = Choices.GroupBy(choice => choice.Name, StringComparer.Ordinal)
            .Select(same => same.First())
            .ToList();
        if (Meant is { } meant)
            return Ranked(choices.Where(choice => choice.Name != meant.Name), compilation)
                .Insert(0, new Suggestion(meant.Name, Certain, meant.Symbol));
        var ranked = Ranked(choices, compilation);
        if (OnlyAsSlip)
            return ranked.Length > 0 && (ranked[0].Score >= LikeASlip || Typos.IsSlip(Name, ranked[0].Text))
                ? ranked
                : null;
        return ranked.IsEmpty && choices.Count == 1
            ? ImmutableArray.Create(new Suggestion(choices[0].Name, Suggestion.Enough, choices[0].Symbol))
            : ranked;
    }

    private ImmutableArray<Suggestion> Ranked(IEnumerable<Choice> choices, Compilation compilation)
    {
        var likeness = new Likeness(Name, Vocabulary.Of(compilation));
        return Suggestion.Best(
            choices.Select(choice =>
                new Suggestion(
                    choice.Name, likeness.To(choice.Name) + (Holds(choice.Name) ? SaysMore : 0), choice.Symbol)));
    }

    /// <summary>One name says all of the other, and more: <c>Name</c> and <c>FullName</c>.</summary>
    private bool Holds(string name)
    {
        var (wanted, there) = (Spelling.Squash(Name), Spelling.Squash(name));
        return wanted != there
            && wanted.Length > 1
            && there.Length > 1
            && (there.EndsWith(wanted, StringComparison.Ordinal)
                || wanted.EndsWith(there, StringComparison.Ordinal)
                || there.StartsWith(wanted, StringComparison.Ordinal));
    }
}
