
namespace AiAwareAnalyzers.HallucinatedApi.Agreement;

/// <summary>Where code and document differ, and the code that is to blame.</summary>
internal sealed record Flaw(SyntaxNode Place, ShapeFlaw Difference)
{
    public Flaw(SyntaxNode place, string what, string harm, string wayOut, bool isCertain = true)
        : this(place, new ShapeFlaw(what, harm, wayOut, isCertain)) { }

    public Flaw AsSuggestion() => this with { Difference = Difference with { IsCertain = false } };
}
