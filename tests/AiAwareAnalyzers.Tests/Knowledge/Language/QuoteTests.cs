using AiAwareAnalyzers.Knowledge.Language;
using FsCheck;
using FsCheck.Fluent;

namespace AiAwareAnalyzers.Tests.Knowledge.Language;

public sealed class QuoteTests
{
    [TestCase("a + b", "a + b")]
    [TestCase("  a\r\n   .B(  )\n", "a .B( )")]
    [TestCase("a\0b\u001b", "a\\u0000b\\u001b")]
    [TestCase("", "")]
    [TestCase(" \n ", "")]
    public void Code_becomes_one_line(string code, string quoted) => Assert.That(Quote.Of(code), Is.EqualTo(quoted));

    [Test]
    public void Long_code_is_cut() => Assert.That(Quote.Of(new string('x', 61)), Is.EqualTo(new string('x', 59) + "…"));

    [Test]
    public void Code_that_just_fits_is_whole() =>
        Assert.That(Quote.Of(new string('x', 60)), Is.EqualTo(new string('x', 60)));

    [Test]
    public void A_pair_of_surrogates_is_not_cut_in_two() =>
        Assert.That(Quote.Of(new string('x', 58) + "🙂" + new string('x', 9)), Is.EqualTo(new string('x', 58) + "…"));

    [Test]
    public void A_quote_is_one_short_line_without_control_characters() =>
        Prop.ForAll<string>(text =>
        {
            var quoted = Quote.Of(text ?? "");
            return quoted.Length <= 60 && !quoted.Any(char.IsControl) && quoted == quoted.Trim();
        }).QuickCheckThrowOnFailure();
}
