namespace AiAwareAnalyzers.Knowledge.Language;

/// <summary>
/// The words that an identifier is made of: <c>UnitPrices</c>, <c>unit_prices</c> and <c>UNIT_PRICES</c> all say "unit
/// price".
/// </summary>
internal static class Words
{
    /// <summary>Plurals that no ending explains.</summary>
    private static readonly ImmutableDictionary<string, string> Irregular = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        new Dictionary<string, string>
        {
            ["aliases"] = "alias",
            ["bonuses"] = "bonus",
            ["buses"] = "bus",
            ["caches"] = "cache",
            ["children"] = "child",
            ["cookies"] = "cookie",
            ["indices"] = "index",
            ["lenses"] = "lens",
            ["matrices"] = "matrix",
            ["menus"] = "menu",
            ["movies"] = "movie",
            ["people"] = "person",
            ["skus"] = "sku",
            ["statuses"] = "status",
            ["vertices"] = "vertex",
        });

    /// <summary>Words that end like a plural and are none.</summary>
    private static readonly ImmutableHashSet<string> Singular = WordSet.Of(
        "alias always as aws bias canvas does dns gas gps has https its lens ms news os series sms species tls was",
        "yes");

    /// <summary>
    /// The words in order, in lower case, plurals as written. Runs of digits are words; everything else separates.
    /// </summary>
    public static ImmutableArray<string> Of(string identifier)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        for (var position = 1; position <= identifier.Length; position++)
        {
            if (position < identifier.Length && !IsBoundary(identifier, position)) continue;
            if (char.IsLetterOrDigit(identifier[start]))
                words.Add(identifier.Substring(start, position - start).ToLowerInvariant());
            start = position;
        }

        return words.ToImmutable();
    }

    /// <summary>
    /// Whether an identifier holds one of some words, plurals as written: the text is asked first, because this is
    /// asked of every call, and most hold none.
    /// </summary>
    public static bool AreIn(string identifier, ImmutableArray<string> words)
    {
        foreach (var word in words)
            if (identifier.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0 && Of(identifier).Contains(word))
                return true;
        return false;
    }

    /// <summary>As <see cref="Of"/>, every plural brought back to its singular.</summary>
    public static ImmutableArray<string> StemsOf(string identifier)
    {
        var words = Of(identifier);
        var stems = ImmutableArray.CreateBuilder<string>(words.Length);
        foreach (var word in words) stems.Add(Stem(word));
        return stems.MoveToImmutable();
    }

    /// <summary>
    /// The singular of a word in lower case: prices → price, salaries → salary, taxes → tax; a singular stays as it is.
    /// </summary>
    public static string Stem(string word)
    {
        if (Irregular.TryGetValue(word, out var stem)) return stem;
        if (!EndsIn(word, "s") || word.Length < 3 || Singular.Contains(word)) return word;
        if (EndsIn(word, "ss") || EndsIn(word, "us") || EndsIn(word, "is")) return word;
        if (EndsIn(word, "ies") && word.Length > 4) return Without(word, 3) + "y";
        return TakesEs(word) ? Without(word, 2) : Without(word, 1);
    }

    private static bool TakesEs(string word) =>
        EndsIn(word, "sses")
        || EndsIn(word, "xes")
        || EndsIn(word, "ches")
        || EndsIn(word, "shes")
        || EndsIn(word, "zzes");

    private static bool EndsIn(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);

    private static string Without(string word, int letters) => word[..^letters];

    /// <summary>Whether a new word, or a separator, starts at a position after the first.</summary>
    private static bool IsBoundary(string identifier, int position)
    {
        var before = KindOf(identifier[position - 1]);
        var here = KindOf(identifier[position]);
        if (here != before) return before != Kind.Upper || here != Kind.Lower;
        return here == Kind.Other || (here == Kind.Upper && StartsWordAfterAcronym(identifier, position));
    }

    /// <summary>
    /// The last capital of a run belongs to the word it starts (<c>VATRate</c>), unless that is only a plural's s
    /// (<c>SKUs</c>).
    /// </summary>
    private static bool StartsWordAfterAcronym(string identifier, int position)
    {
        if (position + 1 >= identifier.Length || KindOf(identifier[position + 1]) != Kind.Lower) return false;
        var endsThere = position + 2 >= identifier.Length || KindOf(identifier[position + 2]) != Kind.Lower;
        return identifier[position + 1] != 's' || !endsThere;
    }

    private static Kind KindOf(char character) =>
        char.IsUpper(character) ? Kind.Upper
        : char.IsLetter(character) ? Kind.Lower
        : char.IsDigit(character) ? Kind.Digit
        : Kind.Other;

    private enum Kind
    {
        Upper,
        Lower,
        Digit,
        Other,
    }
}
