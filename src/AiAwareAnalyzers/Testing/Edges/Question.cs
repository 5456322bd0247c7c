namespace AiAwareAnalyzers.Testing.Edges;

/// <summary>A condition about one parameter.</summary>
/// <param name="About">The parameter.</param>
/// <param name="Answer">What a value makes of it; null where that is not known.</param>
/// <param name="IfTrue">The edge where it holds; null where most values are there.</param>
/// <param name="IfFalse">The edge where it does not.</param>
internal sealed record Question(IParameterSymbol About, Func<Fed, bool?> Answer, Edge? IfTrue, Edge? IfFalse)
{
    public Question Denied => new(About, fed => !Answer(fed), IfFalse, IfTrue);

    /// <summary>Whether one of several holds, all about one parameter.</summary>
    public static Question Any(IReadOnlyList<Question> questions) => new(
        questions[0].About,
        fed => HoldsAny(questions, fed),
        questions.Select(static question => question.IfTrue).Aggregate(Edge.Either),
        questions.Select(static question => question.IfFalse).Aggregate(Edge.Both));

    /// <summary>Whether all of several hold.</summary>
    public static Question All(IReadOnlyList<Question> questions) =>
        Any(questions.Select(static question => question.Denied).ToList()).Denied;

    private static bool? HoldsAny(IReadOnlyList<Question> questions, Fed fed)
    {
        bool? holds = false;
        foreach (var question in questions) holds |= question.Answer(fed);
        return holds;
    }
}
