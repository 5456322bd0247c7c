namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>The package's presets and id lists say what the rules say.</summary>
[SourceOnly]
public sealed class PresetLaws
{
    private static readonly Presets Real = new(House.Real.NewRules().SelectMany(rule => rule.SupportedDiagnostics));

    [Test]
    public void The_packed_id_lists_equal_the_rules()
    {
        foreach (var (path, text) in Real.Files) Blessing.Holds(Repository.PathOf("build", "Package", path), text);
    }

    [Test]
    public void A_preset_that_nobody_writes_is_not_packed()
    {
        var written = Real.Files.Select(file => Repository.PathOf("build", "Package", file.Path));
        Assert.That(Directory.GetFiles(Repository.PathOf("build", "Package", "config")), Is.SubsetOf(written));
    }

    [Test]
    public void Recommended_lists_nothing() =>
        Assert.That(Planted("Recommended"), Does.Not.Contain("dotnet_"));

    [Test]
    public void Strict_lists_families_and_the_ids_that_are_off() =>
        Assert.That(Planted("Strict"), Does.Contain("category-Configuration.severity = warning").And
            .Contain("AIA0003.severity = warning").And.Not
            .Contain("AIA0001").And.Not
            .Contain("AIA0002").And.Not
            .Contain("AIA0004"));

    [Test]
    public void Advisory_lists_nothing() =>
        Assert.That(Planted("Advisory"), Does.Not.Contain("dotnet_"));

    [Test]
    public void None_lists_every_rule_as_none() =>
        Assert.That(
            Enumerable.Range(1, 4).Select(number => $"dotnet_diagnostic.AIA000{number}.severity = none"),
            Is.All.Matches<string>(line => Planted("None").Contains(line, StringComparison.Ordinal)));

    [Test]
    public void An_id_of_two_findings_is_listed_once() =>
        Assert.That(Planted("Ids"), Does.Contain("<AiAwareIds>AIA0001;AIA0002;AIA0003;AIA0004</AiAwareIds>"));

    /// <summary>The text of a file, for four planted rules, one of each kind.</summary>
    private static string Planted(string name)
    {
        DiagnosticDescriptor[] planted =
        [
            Finding("AIA0004", DiagnosticSeverity.Warning, isOn: true, Rule.LowersOwnFindings),
            Finding("AIA0001", DiagnosticSeverity.Warning, isOn: true),
            Finding("AIA0001", DiagnosticSeverity.Warning, isOn: true),
            Finding("AIA0002", DiagnosticSeverity.Info, isOn: true),
            Finding("AIA0003", DiagnosticSeverity.Warning, isOn: false),
        ];
        return new Presets(planted).Files.Single(file => file.Path.Contains(name, StringComparison.Ordinal)).Text;
    }

    private static DiagnosticDescriptor Finding(
        string id, DiagnosticSeverity severity, bool isOn, params string[] tags) =>
        new(id, "title", "message", Family.Configuration, severity, isOn, customTags: tags);
}
