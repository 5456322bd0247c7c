using AiAwareAnalyzers.Knowledge.Language;
using FsCheck;
using FsCheck.Fluent;

namespace AiAwareAnalyzers.Tests.Knowledge.Language;

[TestFixture]
public sealed class MoneyTermsTests
{
    private static readonly string[] Strong =
        ["price", "salary", "invoice", "subtotal", "refund", "tax", "fee", "payment", "revenue"];

    private static readonly string[] Weak = ["amount", "total", "cost", "balance", "charge", "credit"];

    private static readonly string[] Excluding =
        ["rate", "ratio", "percent", "factor", "score", "index", "count", "id", "gradient", "volatility", "npv"];

    private static readonly string[] Neutral = ["unit", "product", "base", "my", "customer", "open", "blue", "second"];

    [TestCase("Price", "Strong")]
    [TestCase("unitPrices", "Strong", TestName = "A plural is its singular")]
    [TestCase("secondPayment", "Strong", TestName = "A measure before the noun only tells which")]
    [TestCase("TotalBeforeTax", "Strong", TestName = "A strong word counts anywhere")]
    [TestCase("PaymentDays", "Excluded", TestName = "A measure as the noun wins over a strong word")]
    [TestCase("PricePerSecond", "Strong", TestName = "What follows per does not count")]
    [TestCase("PricesById", "Strong", TestName = "What follows by does not count")]
    [TestCase("Total", "Weak")]
    [TestCase("TotalPaid", "Weak", TestName = "A trailing description is no noun")]
    [TestCase("amount2", "Weak", TestName = "A trailing digit is no noun")]
    [TestCase("TotalWeight", "Excluded", TestName = "A measure wins over a weak word")]
    [TestCase("WeightTotal", "Excluded", TestName = "A measure wins over a weak noun")]
    [TestCase("TotalPeople", "None", TestName = "A weak word must be the noun")]
    [TestCase("Discount", "Faint")]
    [TestCase("DiscountAmount", "Weak", TestName = "A faint word with a weak noun is weak")]
    [TestCase("HourlyRate", "Weak", TestName = "Pay by the hour is no plain rate")]
    [TestCase("TotalCents", "Strong", TestName = "An amount counted in coins is money")]
    [TestCase("cents", "Weak", TestName = "Coins alone may be a pitch")]
    [TestCase("TaxRate", "Excluded")]
    [TestCase("Name", "None")]
    [TestCase("", "None")]
    public void A_name_has_a_meaning(string name, string meaning) =>
        Assert.That(MoneyTerms.Default.Of(name).ToString(), Is.EqualTo(meaning));

    [TestCase("Tax", true)]
    [TestCase("ServiceFee", true)]
    [TestCase("TaxAmount", false, TestName = "An amount of tax is no share")]
    [TestCase("Price", false)]
    public void Some_words_may_be_shares(string name, bool share) =>
        Assert.That(MoneyTerms.Default.MayBeShare(Words.StemsOf(name)), Is.EqualTo(share));

    [TestCase("+tip", "Tip", "Strong")]
    [TestCase("+rate", "Rate", "Strong", TestName = "An added word no longer excludes")]
    [TestCase("-cost", "ShippingCost", "None", TestName = "A removed weak word means nothing")]
    [TestCase("- price", "Prices", "None", TestName = "A removed strong word means nothing, in the plural too")]
    [TestCase(" +Tips ,, -cost ", "tip", "Strong", TestName = "Case, plurals, blanks and empty items do not matter")]
    public void Terms_can_be_changed(string option, string name, string meaning)
    {
        Assert.That(MoneyTerms.TryRead(option, out var terms), Is.True);
        Assert.That(terms.Of(name).ToString(), Is.EqualTo(meaning));
    }

    [TestCase("tip", TestName = "A word without a sign says nothing")]
    [TestCase("+", TestName = "A sign without a word says nothing")]
    [TestCase("+unit price", TestName = "A word is one word")]
    [TestCase("+tip, -tips", TestName = "A word cannot come and go")]
    public void Other_terms_cannot_be_read(string option) => Assert.That(MoneyTerms.TryRead(option, out _), Is.False);

    [Test]
    public void Reading_never_throws_and_always_leaves_a_vocabulary() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>>(),
            raw =>
            {
                MoneyTerms.TryRead(raw.Get, out var terms);
                return terms is not null && Enum.IsDefined(terms.Of(raw.Get));
            }).QuickCheckThrowOnFailure();

    [Test]
    public void A_strong_word_is_strong_among_any_neutral_words() =>
        Prop.ForAll(Names(Strong), words => MoneyTerms.Default.Of(Pascal([.. words, "Price"])) == MoneyMeaning.Strong)
            .QuickCheckThrowOnFailure();

    [Test]
    public void An_excluding_word_wins_wherever_it_stands() =>
        Prop.ForAll(
            Names(Strong.Concat(Weak).ToArray()),
            Gen.Elements(Excluding).ToArbitrary(),
            (words, excluding) => Enumerable.Range(0, words.Length + 1)
                .All(at =>
                    MoneyTerms.Default.Of(Pascal([.. words.Take(at), excluding, .. words.Skip(at)]))
                    == MoneyMeaning.Excluded))
                    .QuickCheckThrowOnFailure();

    [Test]
    public void The_spelling_of_a_name_does_not_matter() =>
        Prop.ForAll(
            Names([.. Strong, .. Weak, .. Excluding]),
            words =>
            {
                var meaning = MoneyTerms.Default.Of(Pascal(words));
                return MoneyTerms.Default.Of("_" + string.Join("_", words)) == meaning
                    && MoneyTerms.Default.Of(string.Join("_", words).ToUpperInvariant()) == meaning;
            }).QuickCheckThrowOnFailure();

    [Test]
    public void An_added_word_is_strong_and_a_removed_word_alone_is_not() =>
        Prop.ForAll(
            Gen.Elements(Strong.Concat(Weak).Concat(Neutral.Where(word => word != "base" && word != "open")).ToArray())
                .ToArbitrary(),
            word => MoneyTerms.TryRead("+" + word, out var with) && with.Of(word) == MoneyMeaning.Strong
                && MoneyTerms.TryRead("-" + word, out var without)
                && without.Of(word) is MoneyMeaning.None or MoneyMeaning.Excluded).QuickCheckThrowOnFailure();

    private static Arbitrary<string[]> Names(string[] money) =>
        Gen.Choose(0, 3).SelectMany(count => Gen.Elements(Neutral).ArrayOf(count))
            .SelectMany(neutral => Gen.Elements(money).Select(word => (string[])[.. neutral, word]))
            .ToArbitrary();

    private static string Pascal(IEnumerable<string> words) =>
        string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
