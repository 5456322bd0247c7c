using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Money.Amounts;

/// <summary>What a team may tell the whole family: its own words and its own types of money.</summary>
internal static class MoneyOptions
{
    public static readonly Option<MoneyTerms> Terms = new(
        key: "ai_aware.money.terms",
        accepts: "words with a sign, as in '+tip, -cost'",
        fallback: "",
        purpose: "Adds words that make a name money, and removes words that do not.",
        read: MoneyTerms.TryRead);

    public static readonly Option<MoneyTypes> Types = new(
        key: "ai_aware.money.types",
        accepts: "names of types, as in 'Money, Shop.Price'",
        fallback: "Money",
        purpose: "Names the types whose values are money whatever they are called.",
        read: MoneyTypes.TryRead);
}
