using System.Text.Json;
using AiAwareAnalyzers.Testing.Mutants;
using FsCheck;
using FsCheck.Fluent;

namespace AiAwareAnalyzers.Tests.Testing.Mutants;

public sealed class JsonViewTests
{
    private static readonly Gen<string> Pieces =
        Gen.ListOf(Gen.Elements(
            "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u00e9", "\\u0", "a", "1", "true", " ", "\n", "\"Key\":", "é",
            "\0", "\uFEFF"))
            .Select(string.Concat);

    [TestCase("""{ "A": { "B": "x" } }""", "A:B=x")]
    [TestCase("""{ "A": [ "x", { "B": 12 }, [] ], "C": null }""", "A:0=x A:1:B=12 A:2= C=")]
    [TestCase("""{ "A": "{ \"B\": [ } ]", "C": "x" }""", """A={ "B": [ } ] C=x""", Description = "brackets in a text")]
    [TestCase("""{ "A\"B\u0041\n": "\\", "C": "x" }""", "A\"BA\n=\\ C=x", Description = "what is escaped")]
    [TestCase("\uFEFF { \"A\" : \"x\" }", "A=x", Description = "blanks and a byte-order mark")]
    [TestCase("""{ "A": {}, "B": [], "C": "" }""", "A= B= C=")]
    [TestCase("""{ "A": "x", "B": "y""", "A=x B=", Description = "a text breaks off")]
    [TestCase("""{ "A": { "B": "x", "C": """, "A:B=x A:C=", Description = "an object breaks off")]
    [TestCase("""{ "A" "B": "x" }""", "=", Description = "no colon")]
    [TestCase("", "=")]
    [TestCase("nonsense", "=")]
    public void Values_are_read_where_they_stand(string text, string leaves) =>
        Assert.That(string.Join(" ", Leaves("", JsonView.Of(text))), Is.EqualTo(leaves));

    [TestCase("{}", true)]
    [TestCase("""{ "A": "}" }""", true)]
    [TestCase("""{ "A": [1, 2] """, false)]
    [TestCase("""{ "A": "}""", false)]
    [TestCase("", false)]
    public void What_breaks_off_is_not_whole(string text, bool isWhole) =>
        Assert.That(JsonView.Of(text).IsWhole, Is.EqualTo(isWhole));

    [TestCase("12", 12)]
    [TestCase("-1", null)]
    [TestCase("1.5", null)]
    [TestCase("99999999999", null)]
    [TestCase("\"12\"", null)]
    [TestCase("{}", null)]
    public void Places_are_whole_numbers(string text, int? number) =>
        Assert.That(JsonView.Of(text).Number, Is.EqualTo(number));

    [Test]
    public void Any_text_is_survived() =>
        Prop.ForAll(Pieces.ToArbitrary(), text => Leaves("", JsonView.Of(text)).Count() > 0)
            .QuickCheckThrowOnFailure();

    [TestCase("[")]
    [TestCase("{\"A\":")]
    public void Deep_nesting_is_survived(string opening)
    {
        var view = JsonView.Of(string.Concat(Enumerable.Repeat(opening, 100_000)));
        Assert.That((view.IsWhole, view.Items.Count() + view.Members.Count()), Is.EqualTo((false, 1)));
    }

    [Test]
    public void What_a_serializer_has_written_is_read_back()
    {
        var tables = Gen.ListOf(
            Gen.Zip(ArbMap.Default.GeneratorFor<NonNull<string>>(), ArbMap.Default.GeneratorFor<NonNull<string>>()));
        Prop.ForAll(tables.ToArbitrary(), pairs =>
        {
            var table = pairs.GroupBy(pair => Whole(pair.Item1.Get))
                .ToDictionary(group => group.Key, group => Whole(group.First().Item2.Get));
            var view = JsonView.Of(JsonSerializer.Serialize(new { Inner = table, Behind = new[] { 1, 2 } }));
            return view.IsWhole
                && view["Inner"].Members.Select(member => (member.Name, member.Value.Text))
                    .SequenceEqual(table.Select(pair => (pair.Key, pair.Value)))
                && view["Behind"].Items.Select(item => item.Number).SequenceEqual([1, 2]);
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Half a pair of surrogates cannot be written.</summary>
    private static string Whole(string text) => new([.. text.Where(letter => !char.IsSurrogate(letter))]);

    /// <summary>No deeper than anybody writes.</summary>
    private static IEnumerable<string> Leaves(string path, JsonView value, int depth = 0)
    {
        var inner = value.Members.Concat(value.Items.Select((item, index) => ($"{index}", item))).ToList();
        return inner.Count == 0 || depth > 20
            ? [$"{path}={value.Text}{value.Number}"]
            : inner.SelectMany(member =>
                Leaves(path.Length == 0 ? member.Item1 : $"{path}:{member.Item1}", member.Item2, depth + 1));
    }
}
