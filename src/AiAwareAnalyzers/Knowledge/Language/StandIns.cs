namespace AiAwareAnalyzers.Knowledge.Language;

/// <summary>
/// Types that stand in for others on purpose and say so: null objects, test doubles, data of designers and samples.
/// </summary>
internal static class StandIns
{
    private static readonly ImmutableHashSet<string> Anywhere = WordSet.Of(
        "noop fake mock stub dummy spy double test sample demo example simulator simulation simulated simulating",
        "seeder seed fixture sandbox playground benchmark design placeholder inert passthrough skeleton template",
        "permissive unrestricted disabled anonymous");

    private static readonly ImmutableHashSet<string> Places = WordSet.Of(
        "test testing mock fake stub sample example demo seed seeding benchmark fixture playground simulator",
        "simulation");

    private static readonly ImmutableArray<(string First, string Second)> Pairs = ImmutableArray.Create(
        ("no", "op"), ("in", "memory"), ("allow", "all"), ("always", "true"), ("allow", "any"), (
            "accept", "all"), ("always", "allow"), ("always", "valid"), ("do", "nothing"), ("pass", "through"));

    /// <summary>Whether a type, one around it or its namespace says that it only stands in.</summary>
    public static bool Contain(INamedTypeSymbol? type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.ContainingType)
            if (IsNamedSo(candidate.Name)) return true;

        for (var space = type?.ContainingNamespace;
            space is { IsGlobalNamespace: false };
            space = space.ContainingNamespace)
            if (Words.StemsOf(space.Name) is { Length: 1 } only && Places.Contains(only[0])) return true;
        return false;
    }

    /// <summary>Whether a name says that what it names only stands in.</summary>
    public static bool IsNamedSo(string name)
    {
        var words = Words.StemsOf(name);
        if (words.Length == 0) return false;
        return words[0] is "null" or "empty"
            || words.Any(Anywhere.Contains)
            || Pairs.Any(pair => Contains(words, pair));
    }

    private static bool Contains(ImmutableArray<string> words, (string First, string Second) pair)
    {
        for (var place = 1; place < words.Length; place++)
            if (words[place - 1] == pair.First && words[place] == pair.Second) return true;
        return false;
    }
}
