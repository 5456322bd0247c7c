using AiAwareAnalyzers.FakeWork.Wording;
using FsCheck;
using FsCheck.Fluent;

namespace AiAwareAnalyzers.Tests.FakeWork.Wording;

[TestFixture]
public sealed class PhrasesTests
{
    private static readonly Phrases Some = Phrases.Read(["rest of the code", "in production * would", "^stub"]);

    [TestCase("the rest of the code", true)]
    [TestCase("rest of code", false)]
    [TestCase("in production would", true)]
    [TestCase("in production you really then would", true)]
    [TestCase("in production one two three four would", false)]
    [TestCase("Stub for it", true)]
    [TestCase("a stub", false)]
    [TestCase("in production", false)]
    public void A_phrase_stands_in_a_text_or_not(string text, bool stands) =>
        Assert.That(Some.AreIn(Prose.WordsOf(text)), Is.EqualTo(stands));

    [TestCase("// Isn't it hard-coded?", ExpectedResult = "isnt it hard coded")]
    [TestCase("/* A 2nd */", ExpectedResult = "a 2nd")]
    public string Words_are_split_at_signs(string text) => string.Join(' ', Prose.WordsOf(text));

    [TestCase("// TODO: pay.", ExpectedResult = "TODO: pay")]
    [TestCase("/* ... more ... */", ExpectedResult = "... more ...")]
    [TestCase("///", ExpectedResult = "")]
    public string A_comment_is_quoted_without_its_signs(string text) => Prose.Bare(text);

    [Test]
    public void Words_hold_letters_and_digits_in_lower_case() =>
        Prop.ForAll<NonNull<string>>(text =>
            Prose.WordsOf(text.Get)
                .All(word => word.Length > 0 && word.All(char.IsLetterOrDigit) && word == word.ToLowerInvariant()))
            .QuickCheckThrowOnFailure();
}
