using AiAwareAnalyzers.Governance;

namespace AiAwareAnalyzers.Tests.Governance;

public sealed class WeakenedGateTests : RuleTests<WeakenedGate>
{
    private const string Strict =
        "<Project><PropertyGroup><TreatWarningsAsErrors>true</TreatWarningsAsErrors><AiAwareGate>true</AiAwareGate>"
        + "</PropertyGroup></Project>";

    [TestCase("[|<TreatWarningsAsErrors>false</TreatWarningsAsErrors>|]")]
    [TestCase("[|<TreatWarningsAsErrors> False </TreatWarningsAsErrors>|]", Description = "another spelling")]
    [TestCase("[|<AiAwareGate>false</AiAwareGate>|]")]
    [TestCase("[|<AiAwareMode>None</AiAwareMode>|]")]
    [TestCase(
        "[|<AiAwareMode Condition=\"'$(Configuration)' == 'Release'\">None</AiAwareMode>|]",
        Description = "where it counts")]
    [TestCase("[|<RunAnalyzers>false</RunAnalyzers>|]")]
    [TestCase("[|<RunAnalyzersDuringBuild>false</RunAnalyzersDuringBuild>|]")]
    [TestCase("[|<EnableNETAnalyzers>false</EnableNETAnalyzers>|]")]
    [TestCase("[|<WarningsNotAsErrors>$(WarningsNotAsErrors);AIA0201;CS0618</WarningsNotAsErrors>|]")]
    [TestCase("[|<WarningsNotAsErrors>NU1903</WarningsNotAsErrors>|]", Description = "a package with a known weakness")]
    [TestCase("<!-- TODO -->\n    [|<RunAnalyzers>false</RunAnalyzers>|]", Description = "a plan is no reason")]
    public Task One_project_is_held_to_less(string property) =>
        Given.WithHandedFile("/0/Directory.Build.props", Strict).FlagsFile("/0/src/Shop.csproj", Project(property));

    [Test]
    public Task All_projects_lose_their_analyzers() =>
        Given.FlagsFile("/0/Directory.Build.props", Project("[|<RunAnalyzers>false</RunAnalyzers>|]"));

    [TestCase("[*.cs]\n[|dotnet_analyzer_diagnostic.category-Money.severity = none|]")]
    [TestCase("[*.cs]\n[|dotnet_analyzer_diagnostic.category-Security.severity = silent|]")]
    [TestCase(
        "[*]\n[|dotnet_analyzer_diagnostic.category-authscope.severity = none|]",
        Description = "another spelling")]
    [TestCase("[*.cs]\n[|dotnet_analyzer_diagnostic.severity = none|]", Description = "all at once")]
    [TestCase("[*.{cs,vb}]\n[|dotnet_analyzer_diagnostic.severity = none|]", Description = "two languages")]
    [TestCase("root = true\n[**/*.cs]\n[|dotnet_analyzer_diagnostic.severity : none|]", Description = "a colon")]
    [TestCase(
        "is_global = true\n[|dotnet_analyzer_diagnostic.category-Injection.severity = none|]",
        Description = "no section")]
    public Task A_family_is_silenced_everywhere(string text) =>
        Given.FlagsFile("/0/.editorconfig", text);

    [Test]
    public Task The_message_says_what_is_let_through() =>
        Given.WithHandedFile("/0/Directory.Build.props", Strict).SaysOfFile(
            "/0/src/Shop.csproj",
            Project("[|<TreatWarningsAsErrors>false</TreatWarningsAsErrors>|]"),
            "'<TreatWarningsAsErrors>false</TreatWarningsAsErrors>' takes this project out of what the shared settings "
            + "demand, and does not say why; delete it, or write the reason above it, in '<!-- -->'");

    [TestCase("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>")]
    [TestCase("<!-- generated from the old schema -->\n    <TreatWarningsAsErrors>false</TreatWarningsAsErrors>")]
    [TestCase("<RunAnalyzers>false</RunAnalyzers> <!-- generated code only -->")]
    [TestCase(
        "<RunAnalyzers Condition=\"'$(Configuration)' == 'Debug'\">false</RunAnalyzers>",
        Description = "for speed")]
    [TestCase(
        "<RunAnalyzersDuringLiveAnalysis>false</RunAnalyzersDuringLiveAnalysis>",
        Description = "the editor alone")]
    [TestCase("<RunAnalyzers>$(Analyze)</RunAnalyzers>", Description = "decided elsewhere")]
    [TestCase("<AiAwareMode>Advisory</AiAwareMode>", Description = "printed, if not an error")]
    [TestCase("<AiAwareMode>Strict</AiAwareMode>")]
    [TestCase("<WarningsNotAsErrors>CS0618;NU1603</WarningsNotAsErrors>", Description = "others")]
    [TestCase("<!-- <RunAnalyzers>false</RunAnalyzers> -->", Description = "a comment")]
    [TestCase("<EnableNETAnalyzers>true</EnableNETAnalyzers>")]
    [TestCase(
        "<CodeAnalysisTreatWarningsAsErrors>false</CodeAnalysisTreatWarningsAsErrors>",
        Description = "not ours to judge")]
    public Task What_holds_as_much(string property) =>
        Given.WithHandedFile("/0/Directory.Build.props", Strict).AllowsFile("/0/src/Shop.csproj", Project(property));

    [TestCase("<TreatWarningsAsErrors>false</TreatWarningsAsErrors>")]
    [TestCase("<AiAwareGate>false</AiAwareGate>")]
    public Task What_the_others_do_not_demand_either(string property) =>
        Given.AllowsFile("/0/src/Shop.csproj", Project(property));

    [Test]
    public Task What_is_said_for_all_is_not_compared_with_itself() =>
        Given.AllowsFile(
            "/0/Directory.Build.props",
            Project(
                "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><TreatWarningsAsErrors "
                + "Condition=\"'$(A)' == ''\">false</TreatWarningsAsErrors>"));

    [TestCase(
        ".editorconfig",
        "[legacy/**.cs]\ndotnet_analyzer_diagnostic.category-Money.severity = none",
        Description = "a folder")]
    [TestCase(
        ".editorconfig",
        "[*.cs]\n# we do not handle money\ndotnet_analyzer_diagnostic.category-Money.severity = none")]
    [TestCase(
        ".editorconfig",
        "[*.cs]\ndotnet_analyzer_diagnostic.category-Style.severity = none",
        Description = "style")]
    [TestCase(
        ".editorconfig",
        "[*.cs]\ndotnet_analyzer_diagnostic.category-Money.severity = warning",
        Description = "raised")]
    [TestCase(
        ".editorconfig",
        "[*.cs]\ndotnet_analyzer_diagnostic.category-.severity = none",
        Description = "no family")]
    [TestCase(
        ".editorconfig",
        "[*.cs]\ndotnet_diagnostic.AIA0201.severity = none",
        Description = "one id is another rule's")]
    [TestCase("Other.globalconfig", "dotnet_analyzer_diagnostic.severity = none", Description = "of the SDK")]
    [TestCase("appsettings.json", "{ \"RunAnalyzers\": false }", Description = "another file")]
    public Task What_silences_less(string name, string text) => Given.AllowsFile("/0/" + name, text);

    private static string Project(string property) =>
        $"<Project Sdk=\"Microsoft.NET.Sdk\">\n  <PropertyGroup>\n    {property}\n  </PropertyGroup>\n</Project>";
}
