using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Money.Amounts;

/// <summary>What the member, the type and the namespace around a declaration are about.</summary>
internal static class MoneySurroundings
{
    /// <summary>Where these are spoken of, an amount is an amount of money.</summary>
    private static readonly ImmutableHashSet<string> Business = WordSet.Of(
        "order cart basket checkout billing bill invoice account accounting ledger payment payroll pay price pricing",
        "sale purchase shop product wallet bank banking",
        "finance financial tax subscription refund quote budget expense receipt loan mortgage commerce ecommerce",
        "currency money salary donation booking reservation",
        "fare merchant paypal stripe revenue treasury transaction fee tariff wage payout");

    /// <summary>Words before "order" that make it a sequence.</summary>
    private static readonly ImmutableHashSet<string> Sequences = WordSet.Of(
        "sort sorting render draw tab byte first second higher partial z execution reading");

    /// <summary>Where these are spoken of, nobody pays: the numbers are drawn, learned or simulated.</summary>
    private static readonly ImmutableHashSet<string> Elsewhere = WordSet.Of(
        "physic graphic geometry geometric render renderer rendering shader sprite canvas chart plot layout",
        "simulation simulator regression regressor gradient neural",
        "npv irr xirr volatility elasticity indicator oscillator optimizer optimiser solver genetic pathfinder",
        "pathfinding heuristic predictor prediction forecaster",
        "forecast tensor vector matrix interpolation interpolate normalize normalise normalizer scholes monte greek",
        "learning dot trainer");

    /// <summary>Where these are spoken of, only a strong word is money.</summary>
    private static readonly ImmutableHashSet<string> Measured = WordSet.Of(
        "statistic stat metric sensor telemetry benchmark performance inventory warehouse game player");

    /// <summary>Where these are spoken of, a total is one of points, unless a strong word makes it money.</summary>
    private static readonly ImmutableHashSet<string> Judged = WordSet.Of(
        "rating scoring score scorecard judge judging contest tournament leaderboard quiz");

    /// <summary>Whether somebody is judged here, and nobody pays.</summary>
    public static bool AreJudged(ISymbol symbol) =>
        Names(symbol, withSelf: false).Any(name => Words.StemsOf(name).Any(Judged.Contains))
        && !SpeakOfBusiness(symbol);

    /// <summary>
    /// Whether orders, carts, billing, accounts or ledgers are spoken of, in the name itself or around it.
    /// </summary>
    public static bool SpeakOfBusiness(ISymbol symbol) =>
        Names(symbol, withSelf: true).Any(IsBusiness)
        && !Names(symbol, withSelf: false).Any(name => Words.StemsOf(name).Any(Measured.Contains));

    /// <summary>Whether the numbers here are drawn, learned, simulated, or shaped by foreign memory.</summary>
    public static bool AreElsewhere(ISymbol symbol, bool withSelf = false) =>
        IsForeign(symbol) || Names(symbol, withSelf).Any(name => Words.StemsOf(name).Any(Elsewhere.Contains));

    private static bool IsBusiness(string name)
    {
        var words = Words.StemsOf(name);
        return words.Where((word, at) => Business.Contains(word) && !(word == "order" && IsSequence(words, at))).Any();
    }

    private static bool IsSequence(ImmutableArray<string> words, int at) =>
        (at > 0 && Sequences.Contains(words[at - 1])) || (at + 1 < words.Length && words[at + 1] is "by");

    /// <summary>The names around a symbol, from the inside out.</summary>
    private static IEnumerable<string> Names(ISymbol symbol, bool withSelf)
    {
        for (var around = withSelf ? symbol : symbol.ContainingSymbol;
            around is not null;
            around = around.ContainingSymbol)
            if (around is not (IAssemblySymbol or IModuleSymbol))
                yield return around.Name;
    }

    /// <summary>Types laid out for native code or for ML.NET have no choice about their numbers.</summary>
    private static bool IsForeign(ISymbol symbol)
    {
        for (ISymbol? around = symbol; around is not null and not INamespaceSymbol; around = around.ContainingSymbol)
            if (around is IMethodSymbol { IsExtern: true } or INamedTypeSymbol { IsComImport: true }
                || HasForeignAttribute(around))
                return true;
        return symbol.ContainingType?.GetMembers().Any(HasLearningAttribute) ?? false;
    }

    private static bool HasForeignAttribute(ISymbol symbol) =>
        symbol.GetAttributes().Any(attribute =>
            attribute.AttributeClass?.Name is "StructLayoutAttribute" or "DllImportAttribute"
                or "LibraryImportAttribute" or "UnmanagedFunctionPointerAttribute")
        || HasLearningAttribute(symbol);

    private static bool HasLearningAttribute(ISymbol symbol) =>
        symbol.GetAttributes().Any(attribute =>
            attribute.AttributeClass?.ContainingNamespace.ToDisplayString()
                .StartsWith("Microsoft.ML", StringComparison.Ordinal)
            ?? false);
}
