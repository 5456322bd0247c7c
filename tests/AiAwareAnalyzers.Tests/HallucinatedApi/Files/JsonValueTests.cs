using System.Text.Json;
using AiAwareAnalyzers.HallucinatedApi.Files;
using FsCheck;
using FsCheck.Fluent;

namespace AiAwareAnalyzers.Tests.HallucinatedApi.Files;

public sealed class JsonValueTests
{
    private static readonly Gen<string> Pieces =
        Gen.ListOf(Gen.Elements(
            "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u00e9", "a", "1", "true", " ", "\n", "//", "/*", "*/",
            "\"Key\":", "é", "\0", "\uFEFF"))
            .Select(string.Concat);

    [TestCase("{ \"A\": { \"B\": \"x\" } }", "A:B=x")]
    [TestCase("{ // said\n \"A\": 1, /* and\n said */ \"B\": true, }", "A=1 B=true")]
    [TestCase("{ \"A\": [ \"x\", { \"B\": null }, ] }", "A:0=x A:1:B=null")]
    [TestCase("{ \"A\\\"B\\u0041\\n\": \"\\\\\" }", "A\"BA\n=\\")]
    [TestCase("\uFEFF{ \"A\": \"x\" }", "A=x")]
    [TestCase("{ \"A\": {}, \"B\": [] }", "A= B=")]
    [TestCase("{ \"A\": \"x\", \"B\": { \"C\": 1", "A=x B:C=1")]
    [TestCase("{ \"A\" \"B\": 1 }", "B=1")]
    [TestCase("", "=")]
    [TestCase("nonsense", "=nonsense")]
    public void A_text_is_read_as_configuration_reads_it(string text, string leaves) =>
        Assert.That(string.Join(" ", Leaves("", JsonValue.Read(text))), Is.EqualTo(leaves));

    [Test]
    public void Any_text_is_survived() =>
        Prop.ForAll(Pieces.ToArbitrary(), text => JsonValue.Read(text) is not null).QuickCheckThrowOnFailure();

    [TestCase("[")]
    [TestCase("{\"A\":")]
    public void Deep_nesting_is_survived(string opening) =>
        Assert.That(() => JsonValue.Read(string.Concat(Enumerable.Repeat(opening, 100_000))), Throws.Nothing);

    [Test]
    public void What_a_serializer_has_written_is_read_back()
    {
        var tables = Gen.ListOf(
            Gen.Zip(ArbMap.Default.GeneratorFor<NonNull<string>>(), ArbMap.Default.GeneratorFor<NonNull<string>>()));
        Prop.ForAll(tables.ToArbitrary(), pairs =>
        {
            var table = pairs.GroupBy(pair => Whole(pair.Item1.Get))
                .ToDictionary(group => group.Key, group => Whole(group.First().Item2.Get));
            var read = JsonValue.Read(JsonSerializer.Serialize(new { Inner = table })).Members[0].Value.Members;
            return read.Select(member => (member.Name, member.Value.Text))
                .SequenceEqual(table.Select(pair => (pair.Key, pair.Value)));
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Half a pair of surrogates cannot be written.</summary>
    private static string Whole(string text) => new([.. text.Where(letter => !char.IsSurrogate(letter))]);

    private static IEnumerable<string> Leaves(string path, JsonValue value) => value.Members.Count == 0
        ? [$"{path}={value.Text}"]
        : value.Members.SelectMany(member =>
            Leaves(path.Length == 0 ? member.Name : $"{path}:{member.Name}", member.Value));
}
