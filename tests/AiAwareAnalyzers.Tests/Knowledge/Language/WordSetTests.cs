using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Tests.Knowledge.Language;

public sealed class WordSetTests
{
    [Test]
    public void Each_word_is_an_element() =>
        Assert.That(WordSet.Of("add admin audit"), Is.EquivalentTo(new[] { "add", "admin", "audit" }));

    [Test]
    public void Lines_are_put_together() =>
        Assert.That(WordSet.Of("add admin", "audit"), Is.EquivalentTo(new[] { "add", "admin", "audit" }));

    [Test]
    public void Blanks_make_no_word() =>
        Assert.That(WordSet.Of(" add  admin "), Is.EquivalentTo(new[] { "add", "admin" }));

    [Test]
    public void Capitals_count() => Assert.That(WordSet.Of("add").Contains("Add"), Is.False);

    [Test]
    public void Capitals_are_ignored_on_demand() =>
        Assert.That(WordSet.IgnoringCase("add Admin").IsSupersetOf(["ADD", "admin"]), Is.True);
}
