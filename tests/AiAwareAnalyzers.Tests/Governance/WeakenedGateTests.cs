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
    [TestCase("[|<WarningsNotAsErrors>NU1903;CA2100</WarningsNotAsErrors>|]", Description = "not only an audit")]
    [TestCase("<!-- TODO -->\n    [|<RunAnalyzers>false</RunAnalyzers>|]", Description = "a plan is no reason")]
    public Task One_project_is_held_to_less(string property) =>
        Given.WithHandedFile("/0/Directory.Build.props", Strict).FlagsFile("/0/src/Shop.csproj", Project(property));

    [TestCase("[|<IsTestProject>false</IsTestProject>|]", Description = "tests that 'dotnet test' does not run")]
    [TestCase("<Mine>1</Mine>[|<IsTestProject>False</IsTestProject>|]", Description = "another spelling")]
    public Task Tests_are_not_run(string property) =>
        Given.WithReferences(References.Testing).WithFile("/0/OrderTests.cs", Tests)
            .FlagsFile("/0/Shop.Tests.csproj", Project(property));

    [TestCase("[|<Compile Remove=\"OrderTests.cs\" />|]")]
    [TestCase("[|<Compile Remove=\"**/*Tests.cs\" />|]", Description = "all of them")]
    [TestCase("[|<Compile Remove=\"Legacy/*.cs;Orders\\OrderSpec.cs\" />|]", Description = "one of a list")]
    [TestCase("<Compile Include=\"../Shared/Clock.cs\" />[|<Compile Remove=\"OrderTest.cs\">|]</Compile>")]
    public Task Tests_are_not_compiled(string item) =>
        Given.WithReferences(References.Testing).FlagsFile(
            "/0/Shop.Tests.csproj", $"<Project>\n  <ItemGroup>\n    {item}\n  </ItemGroup>\n</Project>");

    [TestCase("tests/Shop.Tests.csproj")]
    [TestCase("tests/Shop.UnitTests.csproj")]
    [TestCase("tests\\shop-tests.fsproj", Description = "another language, another spelling")]
    [TestCase("Shop.Specs.csproj")]
    public Task A_solution_does_not_build_its_tests(string path) => Given.FlagsFile(
        "/0/Shop.slnx",
        $"<Solution>\n  <Project Path=\"src/Shop.csproj\" />\n  <Project Path=\"{path}\">\n    "
        + "[|<Build Project=\"false\" />|]\n  </Project>\n</Solution>");

    [Test]
    public Task An_older_solution_does_not_build_its_tests() =>
        Given.SaysOfFile(
            "/0/Shop.sln",
            Solution("", "{B}.Debug|Any CPU.ActiveCfg = Debug|Any CPU"),
            "'tests\\Shop.Tests.csproj' is built by no configuration of the solution, so that its tests are left out, "
            + "and does not say why; add the lines with 'Build.0' for it, or write the reason above it, after '#'");

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

    [TestCase("<IsTestProject>true</IsTestProject>")]
    [TestCase("<IsTestProject>$(Runs)</IsTestProject>", Description = "decided elsewhere")]
    [TestCase("<!-- run by the device lab --><IsTestProject>false</IsTestProject>")]
    [TestCase(
        "<IsTestProject Condition=\"'$(CI)' != ''\">false</IsTestProject>",
        Description = "somewhere they are run")]
    [TestCase("<!-- <IsTestProject>false</IsTestProject> -->", Description = "a comment")]
    public Task Tests_that_are_run(string property) =>
        Given.WithReferences(References.Testing).WithFile("/0/OrderTests.cs", Tests)
            .AllowsFile("/0/Shop.Tests.csproj", Project(property));

    [Test]
    public Task A_library_for_tests_holds_none() =>
        Given.WithReferences(References.Testing).AllowsFile(
            "/0/Shop.Testing.csproj", Project("<IsTestProject>false</IsTestProject>"));

    [TestCase("<Compile Remove=\"Legacy/**\" />", Description = "a folder of anything")]
    [TestCase("<Compile Remove=\"Latest.cs\" />", Description = "a word that ends so")]
    [TestCase("<!-- need a device --><Compile Remove=\"CameraTests.cs\" />")]
    [TestCase("<Compile Remove=\"OrderTests.cs\" Condition=\"'$(OS)' != 'Unix'\" />", Description = "somewhere")]
    [TestCase("<None Remove=\"OrderTests.cs\" />", Description = "no code")]
    public Task Tests_that_are_compiled(string item) =>
        Given.WithReferences(References.Testing).AllowsFile(
            "/0/Shop.Tests.csproj", $"<Project>\n  <ItemGroup>\n    {item}\n  </ItemGroup>\n</Project>");

    [Test]
    public Task Tests_that_are_compiled_for_one_framework() =>
        Given.WithReferences(References.Testing).AllowsFile(
            "/0/Shop.Tests.csproj",
            "<Project>\n  <ItemGroup Condition=\"'$(TargetFramework)' == 'net8.0'\">\n    "
            + "<Compile Remove=\"OrderTests.cs\" />\n  </ItemGroup>\n</Project>");

    [Test]
    public Task Tests_that_lie_below_another_project() =>
        Given.AllowsFile(
            "/0/Shop.csproj",
            "<Project>\n  <ItemGroup>\n    <Compile Remove=\"tests/OrderTests.cs\" />\n  </ItemGroup>\n</Project>");

    [TestCase("<Project Path=\"tests/Shop.Tests.csproj\" />")]
    [TestCase("<Project Path=\"docs/Site.csproj\"><Build Project=\"false\" /></Project>", Description = "no tests")]
    [TestCase("<Project Path=\"Contest.csproj\"><Build Project=\"false\" /></Project>", Description = "a contest")]
    [TestCase(
        "<Project Path=\"tests/Shop.Tests.csproj\"><Build Solution=\"Release|*\" Project=\"false\" /></Project>",
        Description = "for a release")]
    [TestCase(
        "<!-- run on devices -->\n<Project Path=\"tests/Shop.Tests.csproj\"><Build Project=\"false\" /></Project>")]
    [TestCase(
        "<Project Path=\"tests/Shop.Tests.csproj\" /><Project Path=\"docs/Site.csproj\"><Build Project=\"false\" "
        + "/></Project>",
        Description = "the next one")]
    public Task A_solution_that_builds_its_tests(string projects) =>
        Given.AllowsFile("/0/Shop.slnx", $"<Solution>\n{projects}\n</Solution>");

    [TestCase("", "{B}.Debug|Any CPU.ActiveCfg = Debug|Any CPU\n\t\t{B}.Debug|Any CPU.Build.0 = Debug|Any CPU")]
    [TestCase("# run on devices only\n", "{B}.Debug|Any CPU.ActiveCfg = Debug|Any CPU")]
    [TestCase("", "{C}.Debug|Any CPU.ActiveCfg = Debug|Any CPU", Description = "a project without configurations")]
    public Task An_older_solution_that_builds_its_tests(string reason, string configurations) =>
        Given.AllowsFile("/0/Shop.sln", Solution(reason, configurations).Replace("[|", "").Replace("|]", ""));

    [TestCase("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>")]
    [TestCase("<!-- generated from the old schema -->\n    <TreatWarningsAsErrors>false</TreatWarningsAsErrors>")]
    [TestCase("<RunAnalyzers>false</RunAnalyzers> <!-- generated code only -->")]
    [TestCase(
        "<RunAnalyzers Condition=\"'$(Configuration)' == 'Debug'\">false</RunAnalyzers>",
        Description = "for speed")]
    [TestCase(
        "</PropertyGroup>\n<PropertyGroup Condition=\"'$(Configuration)' == 'Debug'\">\n"
        + "<RunAnalyzers>false</RunAnalyzers>",
        Description = "a group for speed")]
    [TestCase(
        "<RunAnalyzersDuringLiveAnalysis>false</RunAnalyzersDuringLiveAnalysis>",
        Description = "the editor alone")]
    [TestCase("<RunAnalyzers>$(Analyze)</RunAnalyzers>", Description = "decided elsewhere")]
    [TestCase("<AiAwareMode>Advisory</AiAwareMode>", Description = "printed, if not an error")]
    [TestCase("<AiAwareMode>Strict</AiAwareMode>")]
    [TestCase("<WarningsNotAsErrors>CS0618;NU1603</WarningsNotAsErrors>", Description = "others")]
    [TestCase("<WarningsNotAsErrors>NU1903</WarningsNotAsErrors>", Description = "a package with a known weakness")]
    [TestCase(
        "<WarningsNotAsErrors>$(WarningsNotAsErrors);NU1901;NU1902;NU1903;NU1904</WarningsNotAsErrors>",
        Description = "the audit of packages")]
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

    private const string Tests = "public class OrderTests { [NUnit.Framework.Test] public void Adds() { } }";

    private static string Solution(string reason, string configurations) =>
        "Microsoft Visual Studio Solution File, Format Version 12.00\n" + reason
        + "Project(\"{T}\") = \"Shop.Tests\", \"[|tests\\Shop.Tests.csproj|]\", \"{B}\"\nEndProject\nGlobal\n"
        + $"\tGlobalSection(ProjectConfigurationPlatforms) = postSolution\n\t\t{configurations}\n"
        + "\tEndGlobalSection\nEndGlobal\n";

    private static string Project(string property) =>
        $"<Project Sdk=\"Microsoft.NET.Sdk\">\n  <PropertyGroup>\n    {property}\n  </PropertyGroup>\n</Project>";
}
