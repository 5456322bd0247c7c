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
            "Every rule as its page says. The build files take our warnings out of what is treated as an error; for the compiler that would switch on a rule that is off.",
            Severities("none", OffByDefault))),
        ("config/Strict.globalconfig", Config(
            "Every rule on, as a warning. A rule that lowers single findings is on already, and listing it would lift them again.",
            Severities("warning", id => !LowersOwnFindings(id)))),
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

    private bool OffByDefault(string id) => _findings[id].All(finding => !finding.IsEnabledByDefault);

    private bool LowersOwnFindings(string id) =>
        _findings[id].Any(finding => finding.CustomTags.Contains(Rule.LowersOwnFindings));
}
