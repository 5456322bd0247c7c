namespace AiAwareAnalyzers.Testing.Edges;

/// <summary>A condition about one parameter.</summary>
/// <param name="About">The parameter.</param>
/// <param name="Answer">What a value makes of it; null where that is not known.</param>
/// <param name="IfTrue">The edge where it holds; null where most values are there.</param>
/// <param name="IfFalse">The edge where it does not.</param>
internal sealed record Question(IParameterSymbol About, Func<Fed, bool?> Answer, Edge? IfTrue, Edge? IfFalse)
{
    public Question Denied => new(About, fed => !Answer(fed), IfFalse, IfTrue);

    public Question Or(Question other) => new(
        About,
        fed => Answer(fed) | other.Answer(fed),
        Edge.Either(IfTrue, other.IfTrue),
        Edge.Both(IfFalse, other.IfFalse));

    public Question And(Question other) => Denied.Or(other.Denied).Denied;
}
