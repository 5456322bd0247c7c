namespace AiAwareAnalyzers.Testing.Edges;

/// <summary>Values that are easily left out: none, few, many, nothing.</summary>
/// <param name="Of">What is looked at, as a message quotes it.</param>
/// <param name="Is">What it is there.</param>
/// <param name="Passed">What a test hands over to get there.</param>
internal sealed record Edge(string Of, string Is, string Passed)
{
    /// <summary>Whether it is null and nothing else.</summary>
    public bool IsNull => Is == "null";

    public override string ToString() => $"{Of} is {Is}";

    /// <summary>Where a method gets by either of two ways; what is no edge is left out.</summary>
    public static Edge? Either(Edge? one, Edge? other) =>
        one is null || other is null ? one ?? other : Joined(one, "or", other);

    /// <summary>Where it gets by both; what is no edge in part is none.</summary>
    public static Edge? Both(Edge? one, Edge? other) =>
        one is null || other is null ? null : Joined(one, "and", other);

    private static Edge Joined(Edge one, string word, Edge other) => new(
        one.Of,
        $"{one.Is} {word} {(one.Of == other.Of ? other.Is : other)}",
        PassedFor(one.Passed, other.Passed));

    private static string PassedFor(string one, string other)
    {
        if (one == other || IsSuch(one)) return one;
        return IsSuch(other) ? other : $"{one} or {other}";
    }

    private static bool IsSuch(string passed) => passed.StartsWith("such ", StringComparison.Ordinal);
}
