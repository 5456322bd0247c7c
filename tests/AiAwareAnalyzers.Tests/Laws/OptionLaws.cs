using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>An option has a readable key and default, a test that uses it, and survives any value.</summary>
public sealed partial class OptionLaws
{
    private static readonly string[] Nonsense = ["", " ", ",", "+", "-,+", "\u0000", "++a", "nonsense nonsense", "%", "*", "[", "\\", "−1", "999999999999999999999", "🙂", new('x', 10_000)];

    private static IEnumerable<Option> Options => Heads.AllOptions().Select(pair => pair.Option);

    [Test]
    public void Every_key_has_its_form() => Assert.That(Options.Where(option => !KeyForm().IsMatch(option.Key)).Select(option => option.Key), Is.Empty);

    [Test]
    public void Every_default_can_be_read() => Assert.That(Options.Where(option => !option.CanRead(option.Fallback)).Select(option => option.Key), Is.Empty);

    [Test]
    public void Every_option_is_used_in_a_test()
    {
        var tests = string.Concat(Repository.SourcesIn("tests", "AiAwareAnalyzers.Tests").Select(File.ReadAllText));
        Assert.That(Options.Where(option => !tests.Contains($"\"{option.Key}\"", StringComparison.Ordinal)).Select(option => option.Key), Is.Empty);
    }

    [Test]
    public void No_value_makes_an_option_throw()
    {
        foreach (var option in Options)
            foreach (var value in Nonsense)
                Assert.That(() => option.CanRead(value), Throws.Nothing, $"{option.Key} = {value}");
    }

    [TestCase("ai_aware.Money.terms")]
    [TestCase("ai_aware.money.sub.terms")]
    [TestCase("dotnet.money.terms")]
    public void A_key_without_form_is_seen(string key) => Assert.That(KeyForm().IsMatch(key), Is.False);

    [GeneratedRegex(@"^ai_aware\.([a-z_]+\.[a-z_]+|high_risk)$")]
    private static partial Regex KeyForm();
}
