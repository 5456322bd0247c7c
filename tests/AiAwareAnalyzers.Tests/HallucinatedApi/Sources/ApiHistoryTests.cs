using AiAwareAnalyzers.HallucinatedApi.Files;
using AiAwareAnalyzers.HallucinatedApi.Sources;

namespace AiAwareAnalyzers.Tests.HallucinatedApi.Sources;

public sealed class ApiHistoryTests
{
    private static readonly ApiHistory History = ApiHistory.Of(CSharpCompilation.Create("Any"));

    [TestCase("System.Convert", "ToHexStringLower", "net9.0")]
    [TestCase("System.Convert", "ToHexString", "net5.0")]
    [TestCase("System.Math", "Clamp", "netstandard2.1")]
    [TestCase("System.Convert", "ToInt32", null)]
    [TestCase("System.Convert", "ToWhatever", null)]
    public void A_member_has_a_first_framework(string type, string member, string? since) =>
        Assert.That(History.SinceOfMember(type, member), Is.EqualTo(since));

    [TestCase("System.DateOnly", "net6.0")]
    [TestCase("System.Threading.Lock", "net9.0")]
    [TestCase("System.DateTime", null)]
    [TestCase("System.Convert", null)]
    public void A_type_has_a_first_framework(string type, string? since) =>
        Assert.That(History.SinceOfType(type), Is.EqualTo(since));

    [Test]
    public void An_extension_method_is_found_by_what_it_extends() =>
        Assert.That(
            History.SinceOfExtension("CountBy", new HashSet<string> { "List`1", "IEnumerable`1" })?.Since,
            Is.EqualTo("net9.0"));

    [Test]
    public void An_overload_is_found_by_its_parameters() =>
        Assert.That(
            History.SinceOfOverload(
                "System.String", "Contains", parameters => parameters is ["Char", "StringComparison"]),
            Is.EqualTo("netstandard2.1"));

    /// <summary>
    /// The packed text in the assembly is the committed one, so that what a reviewer reads is what the rule knows.
    /// </summary>
    [TestCase("ApiHistory")]
    [TestCase("RequiredReferences")]
    [TestCase("Idioms")]
    [TestCase("TypeIdioms")]
    [TestCase("Vocabulary")]
    [TestCase("WellKnownOwners")]
    [TestCase("TradeIdioms")]
    [TestCase("TradeTypes")]
    [TestCase("TradeWords")]
    [TestCase("CustomaryValues")]
    public void The_assembly_holds_the_committed_text(string name)
    {
        var text = Directory.EnumerateFiles(
            Repository.PathOf("src", "AiAwareAnalyzers"), name + ".txt", SearchOption.AllDirectories).Single();
        var committed = File.ReadAllLines(text).Where(line => line.Length > 0 && line[0] != '#');
        Assert.That(KnownText.Lines(name), Is.EqualTo(committed).And.Not.Empty);
    }
}
