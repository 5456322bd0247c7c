using AiAwareAnalyzers.FakeWork.Wording;
using FsCheck;
using FsCheck.Fluent;

namespace AiAwareAnalyzers.Tests.FakeWork.Wording;

[TestFixture]
public sealed class AdmissionsTests
{
    [TestCase("// TODO: colours", ExpectedResult = "Postponed")]
    [TestCase("// TODO: implement this", ExpectedResult = "Postponed, Missing")]
    [TestCase("// In a real implementation, this would call the bank.", ExpectedResult = "Missing")]
    [TestCase("// In production you would use a queue", ExpectedResult = "Missing")]
    [TestCase("// Isn't implemented", ExpectedResult = "Missing")]
    [TestCase("// Hard-coded rate", ExpectedResult = "Invented")]
    [TestCase("/* Mock data */", ExpectedResult = "Invented")]
    [TestCase("/// <summary>Placeholder.</summary>", ExpectedResult = "Invented")]
    [TestCase("// Simulate the network for now", ExpectedResult = "Postponed, Invented")]
    [TestCase("// We'd call the provider here", ExpectedResult = "Missing")]
    [TestCase("// Here you'd charge the card.", ExpectedResult = "Missing")]
    [TestCase("// This is where the mail would go out", ExpectedResult = "Missing")]
    [TestCase("// Does nothing until the payment service is ready", ExpectedResult = "Missing")]
    [TestCase("// Will be implemented with the next release", ExpectedResult = "Missing")]
    [TestCase("// Left as an exercise", ExpectedResult = "Missing")]
    [TestCase("// Simplified version: no signature", ExpectedResult = "Missing")]
    [TestCase("// Should be replaced by a call", ExpectedResult = "Missing")]
    [TestCase("// Skip for now", ExpectedResult = "Postponed, Missing")]
    [TestCase("// Just return true", ExpectedResult = "Invented")]
    [TestCase("// Canned response", ExpectedResult = "Invented")]
    [TestCase("// Test data", ExpectedResult = "Invented")]
    public string An_admission_has_its_kind(string text) => Admissions.Default.In(text)!.Kind.ToString();

    [TestCase("// In production the flag is always set")]
    [TestCase("// The SQL placeholder of the name")]
    [TestCase("// The client stub of the service")]
    [TestCase("// No longer hardcoded")]
    [TestCase("// This is not a stub")]
    [TestCase("// Intentionally not implemented")]
    [TestCase("// Nothing to do for now")]
    [TestCase("// The real thing")]
    [TestCase("// Mocking is fun")]
    [TestCase("// Real orders only")]
    [TestCase("// Wed, 3 May")]
    [TestCase("// Once the lock is held nobody else writes")]
    [TestCase("// The demo of the shop")]
    [TestCase("// No test data here")]
    [TestCase("")]
    public void Other_words_admit_nothing(string text) => Assert.That(Admissions.Default.In(text), Is.Null);

    [Test]
    public void A_confession_is_quoted_without_its_signs() =>
        Assert.That(Admissions.Default.In("/* TODO: pay. */")!.Text, Is.EqualTo("TODO: pay"));

    [TestCase("+waits for ops", "// Waits for Ops!", true)]
    [TestCase("-todo", "// TODO", false)]
    [TestCase("-in a real, +later on", "// In a real one", false)]
    [TestCase(" + not wired up , ", "// not wired up", true)]
    public void Phrases_come_and_go(string raw, string comment, bool admits)
    {
        Assert.That(Admissions.TryRead(raw, out var admissions), Is.True);
        Assert.That(admissions.In(comment) is not null, Is.EqualTo(admits));
    }

    [TestCase("todo")]
    [TestCase("+")]
    [TestCase("+a*b")]
    [TestCase("+stub, -stub")]
    public void A_value_without_form_cannot_be_read(string raw) =>
        Assert.That(Admissions.TryRead(raw, out _), Is.False);

    [Test]
    public void Nothing_makes_it_throw() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>((raw, text) =>
        {
            Admissions.TryRead(raw.Get, out var admissions);
            _ = admissions.In(text.Get);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Case_and_signs_do_not_matter() =>
        Prop.ForAll(Gen.Elements("not implemented", "mock data", "would call", "hardcoded").ToArbitrary(), phrase =>
            Admissions.Default.In(phrase)!.Kind == Admissions.Default.In("// " + phrase.ToUpperInvariant() + "!")!.Kind)
                .QuickCheckThrowOnFailure();
}
