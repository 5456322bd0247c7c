using AiAwareAnalyzers.HallucinatedApi;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

public sealed class NewerApiTests : RuleTests<NewerApi>
{
    private static string In(string statement) =>
        $"class C {{ void M(string text, byte[] bytes, List<string> list) {{ {statement} }} }}";

    private Task Flags(string target, string statement) =>
        Given.WithReferences(References.Of(target)).ThatNeedNotCompile().Flags(In(statement));

    [TestCase("net8.0", "Convert.[|ToHexStringLower|](bytes);")]
    [TestCase("net8.0", "list.[|CountBy|](w => w);")]
    [TestCase("net6.0", "list.[|Order|]();")]
    [TestCase("netcoreapp3.1", "var n = Environment.[|ProcessPath|];")]
    [TestCase("netcoreapp3.1", "[|DateOnly|] day = default;")]
    [TestCase("netstandard2.0", "File.[|ReadAllTextAsync|](text);")]
    [TestCase("netstandard2.0", "text.[|Contains|]('a', StringComparison.Ordinal);")]
    public Task What_only_a_later_framework_has_is_flagged(string target, string statement) => Flags(target, statement);

    [TestCase("net8.0", "Convert.ToHexString(bytes);")]
    [TestCase("net8.0", "text.charAt(0);")]
    [TestCase("net6.0", "text.Substring(\"a\");")]
    public Task What_the_target_has_and_what_never_was_is_allowed(string target, string statement) =>
        Given.WithReferences(References.Of(target)).ThatNeedNotCompile().Allows(In(statement));

    [Test]
    public Task The_newest_framework_has_everything() =>
        Given.ThatNeedNotCompile().Allows(In("Convert.ToHexStringLower(bytes); list.CountBy(w => w); list.Nothing();"));

    [Test]
    public Task The_message_names_both_frameworks_and_what_to_use_until_then() =>
        Given.WithReferences(References.Of("net8.0")).ThatNeedNotCompile().Says(
            In("Convert.[|ToHexStringLower|](bytes);"),
            "'Convert.ToHexStringLower' exists from net9.0; this project targets net8.0; until then use 'ToHexString'");

    [Test]
    public Task A_type_with_nearly_the_same_name_does_not_stand_in_for_a_newer_one() =>
        Given.WithReferences(References.Of("net8.0")).ThatNeedNotCompile().Says(
            "class C { private readonly [|Lock|] _gate = new(); }",
            "'Lock' exists from net9.0; this project targets net8.0; write it without it until then");

    [Test]
    public Task The_message_says_no_more_than_is_recorded() =>
        Given.WithReferences(References.Of("net6.0")).ThatNeedNotCompile().Says(
            "class C { void M(Random random, int[] numbers) => random.[|Shuffle|](numbers); }",
            "'Random.Shuffle' exists from net8.0 at the latest, and not in net6.0; this project targets net6.0; write "
            + "it without it until then");
}
