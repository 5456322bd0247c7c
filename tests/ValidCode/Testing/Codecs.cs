using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace ValidCode.Testing;

/// <summary>Round trips that a property checks, a table of which is long, or that there are none of.</summary>
public static class Codecs
{
    public static string Escape(string text) => text.Replace("%", "%25").Replace(";", "%3B");

    public static string Unescape(string text) => text.Replace("%3B", ";").Replace("%25", "%");

    public static string ToRoman(int number) => number switch
    {
        1 => "I",
        2 => "II",
        3 => "III",
        4 => "IV",
        5 => "V",
        _ => throw new ArgumentOutOfRangeException(nameof(number)),
    };

    public static int FromRoman(string number) => number switch
    {
        "I" => 1,
        "II" => 2,
        "III" => 3,
        "IV" => 4,
        _ => 5,
    };

    public static string[] Split(string line, char separator) => line.Split(separator);

    public static string Format(decimal amount) => amount.ToString("0.00");
}

[TestFixture]
public sealed class CodecsTests
{
    [Test]
    public void A_separator_is_escaped() => Assert.That(Codecs.Escape("a;b"), Is.EqualTo("a%3Bb"));

    [Test]
    public void Each_text_comes_back() =>
        Prop.ForAll<NonNull<string>>(text => Codecs.Unescape(Codecs.Escape(text.Get)) == text.Get)
            .QuickCheckThrowOnFailure();

    [TestCase(1, "I")]
    [TestCase(2, "II")]
    [TestCase(3, "III")]
    [TestCase(4, "IV")]
    [TestCase(5, "V")]
    public void A_number_is_written_in_letters(int number, string letters)
    {
        Assert.That(Codecs.ToRoman(number), Is.EqualTo(letters));
        Assert.That(Codecs.FromRoman(letters), Is.EqualTo(number));
    }

    [Test]
    public void A_line_is_split() => Assert.That(Codecs.Split("a;b", ';'), Is.EqualTo(new[] { "a", "b" }));

    [Test]
    public void An_amount_has_two_places() => Assert.That(Codecs.Format(1.5m), Has.Length.EqualTo(4));
}
