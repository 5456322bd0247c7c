using System.Text;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>What the package's build files must say, given the findings that the rules can report.</summary>
internal sealed class Presets(IEnumerable<DiagnosticDescriptor> findings)
{
    private const string Origin = $"Written by the tests from the rules: {Blessing.Switch}=1 dotnet test";

    private readonly ILookup<string, DiagnosticDescriptor> _findings = findings
        .OrderBy(finding => finding.Id, StringComparer.Ordinal)
        .ToLookup(finding => finding.Id);

    /// <summary>Each file of the package that speaks of ids, and its text.</summary>
    public IEnumerable<(string Path, string Text)> Files =>
    [
        ("build/AiAwareAnalyzers.Ids.props", Ids),
        ("config/Recommended.globalconfig", Config("Every rule as its page says: nothing is listed.", [])),
        ("config/Advisory.globalconfig", Config(
            "Every rule as its page says: nothing is listed, and the build files keep our warnings from being errors.",
            [])),
        ("config/Strict.globalconfig", Config(
            "Every rule on, every finding a warning. Families are listed, so that a line of an .editorconfig about a "
            + "family wins; ids only where a rule is off by default, which a family does not switch on.",
            Families.Concat(Severities("warning", OffByDefault)))),
        ("config/None.globalconfig", Config("Every rule off.", Severities("none", _ => true))),
    ];

    private string Ids =>
        $"""
        <Project>

          <!-- {Origin} -->
          <PropertyGroup>
            <AiAwareIds>{string.Join(';', _findings.Select(id => id.Key))}</AiAwareIds>
          </PropertyGroup>

        </Project>

        """;

    private static string Config(string purpose, IEnumerable<string> lines)
    {
        var text = new StringBuilder($"# {purpose}\n# {Origin}\nis_global = true\nglobal_level = -100\n");
        foreach (var line in lines) text.Append(line).Append('\n');
        return text.ToString();
    }

    private IEnumerable<string> Severities(string severity, Func<string, bool> isListed) =>
        _findings.Select(id => id.Key).Where(isListed).Select(id => $"dotnet_diagnostic.{id}.severity = {severity}");

    private IEnumerable<string> Families =>
        _findings.Select(id => id.First().Category)
            .Distinct()
            .Select(category => $"dotnet_analyzer_diagnostic.category-{category}.severity = warning");

    private bool OffByDefault(string id) => _findings[id].All(finding => !finding.IsEnabledByDefault);
}
