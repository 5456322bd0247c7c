using AiAwareAnalyzers.Knowledge.Language;
using FsCheck;
using FsCheck.Fluent;

namespace AiAwareAnalyzers.Tests.Knowledge.Language;

[TestFixture]
public sealed class WordsTests
{
    [TestCase("SaveChanges", true, TestName = "A word in a name")]
    [TestCase("_save", true, TestName = "A word behind an underscore")]
    [TestCase("SAVE_ALL", true, TestName = "A word in capitals")]
    [TestCase("Unsaved", false, TestName = "A part of a word")]
    [TestCase("Saves", false, TestName = "A plural")]
    [TestCase("", false, TestName = "No name at all")]
    public void Names_hold_words(string identifier, bool expected) =>
        Assert.That(Words.AreIn(identifier, ["commit", "save"]), Is.EqualTo(expected));

    [TestCase("UnitPrice", "unit price", TestName = "Capitals start words")]
    [TestCase("unitPrice", "unit price", TestName = "A small first letter starts one too")]
    [TestCase("_unitPrice", "unit price", TestName = "A leading underscore is no word")]
    [TestCase("unit_price", "unit price", TestName = "Underscores separate")]
    [TestCase("UNIT_PRICE", "unit price", TestName = "Constants shout the same words")]
    [TestCase("__unit__price__", "unit price", TestName = "Runs of underscores separate once")]
    [TestCase("VATRate", "vat rate", TestName = "An acronym ends where the next word starts")]
    [TestCase("totalVAT", "total vat", TestName = "An acronym may come last")]
    [TestCase("VAT", "vat", TestName = "An acronym may be all")]
    [TestCase("SKUs", "skus", TestName = "A plural s belongs to its acronym")]
    [TestCase("SKUsByID", "skus by id", TestName = "A plural acronym ends before the next capital")]
    [TestCase("USDollar", "us dollar", TestName = "Two capitals before a word are an acronym")]
    [TestCase("Price2", "price 2", TestName = "Digits are a word of their own")]
    [TestCase("total2024Net", "total 2024 net", TestName = "Digits in the middle separate")]
    [TestCase("X", "x", TestName = "One letter is a word")]
    [TestCase("ASum", "a sum", TestName = "One capital before a word is a word")]
    [TestCase("größe", "größe", TestName = "Letters of any alphabet are letters")]
    [TestCase("", "", TestName = "Nothing has no words")]
    [TestCase("_", "", TestName = "A discard has no words")]
    public void An_identifier_is_split(string identifier, string words) =>
        Assert.That(string.Join(" ", Words.Of(identifier)), Is.EqualTo(words));

    [TestCase("prices", "price")]
    [TestCase("fees", "fee")]
    [TestCase("taxes", "tax")]
    [TestCase("salaries", "salary")]
    [TestCase("losses", "loss")]
    [TestCase("batches", "batch")]
    [TestCase("dishes", "dish")]
    [TestCase("purchases", "purchase")]
    [TestCase("bonuses", "bonus")]
    [TestCase("indices", "index")]
    [TestCase("caches", "cache")]
    [TestCase("children", "child")]
    [TestCase("ids", "id")]
    [TestCase("skus", "sku")]
    [TestCase("gross", "gross")]
    [TestCase("status", "status")]
    [TestCase("basis", "basis")]
    [TestCase("series", "series")]
    [TestCase("gas", "gas")]
    [TestCase("ties", "tie")]
    [TestCase("s", "s")]
    [TestCase("price", "price")]
    public void A_plural_has_a_stem(string word, string stem) => Assert.That(Words.Stem(word), Is.EqualTo(stem));

    [Test]
    public void Every_spelling_of_a_name_has_the_same_words() =>
        Prop.ForAll(
            SeveralWords(),
            words =>
            {
                var expected = words.Select(word => word.ToLowerInvariant()).ToArray();
                return Words.Of(Pascal(words)).SequenceEqual(expected)
                    && Words.Of(Camel(words)).SequenceEqual(expected)
                    && Words.Of(string.Join("_", words)).SequenceEqual(expected)
                    && Words.Of(string.Join("_", words).ToUpperInvariant()).SequenceEqual(expected);
            }).QuickCheckThrowOnFailure();

    [Test]
    public void No_letter_or_digit_is_lost_and_none_is_invented() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>>(),
            identifier =>
            {
                var letters = string.Concat(identifier.Get.Where(char.IsLetterOrDigit)).ToLowerInvariant();
                return string.Concat(Words.Of(identifier.Get)) == letters;
            }).QuickCheckThrowOnFailure();

    [Test]
    public void A_word_is_never_empty_and_never_mixes_letters_with_digits() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>>(),
            identifier => Words.Of(identifier.Get).All(word =>
                word.Length > 0 && (word.All(char.IsDigit) || word.All(char.IsLetter)))).QuickCheckThrowOnFailure();

    [Test]
    public void Stems_keep_the_number_of_words() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>>(),
            identifier => Words.StemsOf(identifier.Get).Length == Words.Of(identifier.Get).Length)
                .QuickCheckThrowOnFailure();

    [Test]
    public void A_stem_is_its_own_stem_unless_it_ends_in_s_again() =>
        Prop.ForAll(
            SeveralWords(),
            words => words.Select(Words.Stem).All(stem => stem.EndsWith('s') || Words.Stem(stem) == stem))
                .QuickCheckThrowOnFailure();

    /// <summary>Words of at least two letters, so that capitals in a row never form an acronym by chance.</summary>
    private static Arbitrary<string[]> SeveralWords()
    {
        var word = Gen.Choose(2, 8)
            .SelectMany(length => Gen.Elements("abcdeilmnoprstu".ToCharArray()).ArrayOf(length))
            .Select(letters => new string(letters));
        return Gen.Choose(1, 5).SelectMany(count => word.ArrayOf(count)).ToArbitrary();
    }

    private static string Pascal(string[] words) =>
        string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Camel(string[] words) => words[0] + Pascal(words[1..]);
}
