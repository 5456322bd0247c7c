using AiAwareAnalyzers.HallucinatedApi;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

public sealed class LookalikePackageTests : RuleTests<LookalikePackage>
{
    private const string Project = "/0/Shop/Shop.csproj";

    private const string Central = "/0/Directory.Packages.props";

    private static string With(string items, string properties = "") =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>{properties}</PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
        </Project>
        """;

    private static string Reference(string id, string version = "1.2.3") =>
        With($"""<PackageReference Include="{id}" Version="{version}" />""");

    [TestCase("Newtonsoft.Jsn", Description = "a letter is missing")]
    [TestCase("Newtonsoft.Jsonn", Description = "a letter too many")]
    [TestCase("Newtonsoft.Jsno", Description = "two letters are swapped")]
    [TestCase("Newtonsft.Json", Description = "the owner is misspelled")]
    [TestCase("NewtonsoftJson", Description = "a dot is missing")]
    [TestCase("Newtonsoft-Json", Description = "a hyphen for a dot")]
    [TestCase("Fluent.Validation", Description = "a dot too many")]
    [TestCase("Newtonsoft.Js0n", Description = "a digit that looks like the letter")]
    [TestCase("NewtonSoft.Json.Net", Description = "the official look")]
    [TestCase("Json.Newtonsoft", Description = "the other way round")]
    [TestCase("EntityFrameworkCore.SqlServer", Description = "without its owner")]
    [TestCase("Micosoft.Extensions.Hosting", Description = "a reserved prefix, misspelled")]
    [TestCase(
        "Micrsoft.Contoso.Anything", Description = "a reserved prefix misspelled, before a name that nobody knows")]
    [TestCase("FluentAssertion", Description = "a plural is missing")]
    [TestCase("AutoMaper", Description = "a single letter of a double one")]
    [TestCase("Serilog.Enrichers.Enviroment", Description = "a slip in a long name among many")]
    [TestCase("StackExchnage.Redis", Description = "swapped in the middle")]
    [TestCase("Swashbukle.AspNetCore", Description = "a letter missing in the first part")]
    public Task A_package_that_looks_like_a_well_known_one(string id) =>
        Given.FlagsFile(Project, Reference($"[|{id}|]"));

    [TestCase("1.*")]
    [TestCase("*")]
    [TestCase("13.0.*-*")]
    [TestCase("[2.*, 3.0)")]
    public Task A_version_that_floats(string version) => Given.FlagsFile(Project, Reference("[|Dapper|]", version));

    [TestCase("Microsoft.AspNetCore.Mvc", "2.2.0")]
    [TestCase("Microsoft.AspNetCore", "2.1.7")]
    [TestCase("Microsoft.AspNetCore.Http.Abstractions", "2.3.0")]
    [TestCase("Microsoft.AspNetCore.Authentication.JwtBearer", "2.2.0")]
    [TestCase("Microsoft.AspNetCore.SignalR", "1.1.0")]
    public Task A_line_that_ended_before_the_framework(string id, string version) =>
        Given.FlagsFile(Project, Reference($"[|{id}|]", version));

    [Test]
    public Task The_message_names_the_package_that_is_meant() => Given.SaysOfFile(
        Project,
        Reference("[|Newtonsoft.Jsn|]"),
        "Package 'Newtonsoft.Jsn' looks like the well-known 'Newtonsoft.Json' and is another one, which anybody may "
        + "have published; write 'Newtonsoft.Json', or list the id in 'ai_aware.hallucinated_api.trusted_packages' if "
        + "it is meant");

    [Test]
    public Task The_message_says_what_floats_and_how_to_hold_it() => Given.SaysOfFile(
        Project,
        Reference("[|Dapper|]", "2.*"),
        "Package 'Dapper' floats ('2.*'): the next restore can take a version that was never reviewed; write the "
        + "version that was tested, or lock it with 'RestorePackagesWithLockFile'");

    [Test]
    public Task The_message_names_the_shared_framework_for_what_moved_into_it() => Given.SaysOfFile(
        Project,
        Reference("[|Microsoft.AspNetCore.Mvc|]", "2.2.0"),
        "Package 'Microsoft.AspNetCore.Mvc' 2.2.0 is of a line that ended before net10.0; remove it: its types are in "
        + "the shared framework, which Microsoft.NET.Sdk.Web or <FrameworkReference "
        + "Include=\"Microsoft.AspNetCore.App\" /> brings");

    [Test]
    public Task The_message_names_the_line_of_what_is_still_a_package() => Given.SaysOfFile(
        Project,
        Reference("[|Microsoft.AspNetCore.Mvc.Testing|]", "2.2.0"),
        "Package 'Microsoft.AspNetCore.Mvc.Testing' 2.2.0 is of a line that ended before net10.0; write a version of "
        + "that framework's line, 10.0.0 or later");

    [Test]
    public Task One_line_has_one_finding() => Given.FlagsFile(Project, Reference("[|Newtonsoft.Jsn|]", "*"));

    [Test]
    public Task Every_line_speaks_for_itself() => Given.FlagsFile(Project, With(
        """
        <PackageReference Include="[|Daper|]" Version="2.1.0" />
            <PackageReference Include="Serilog"
                              Version="4.0.0" />
            <PackageReference
                Include='[|Polly|]'
                Version='*' />
        """));

    [Test]
    public Task A_version_in_an_element_of_its_own() =>
        Given.FlagsFile(
            Project,
            With("""<PackageReference Include="[|Dapper|]"><PrivateAssets>all</PrivateAssets><Version>2.*</Version></PackageReference>"""));

    [Test]
    public Task A_version_that_stands_in_the_central_file() => Given
        .WithHandedFile(Central, With("""<PackageVersion Include="Dapper" Version="2.*" />"""))
        .FlagsFile(Project, With("""<PackageReference Include="[|Dapper|]" />"""));

    [Test]
    public Task A_version_that_overrides_the_central_one() => Given
        .WithHandedFile(Central, With("""<PackageVersion Include="Dapper" Version="2.1.66" />"""))
        .FlagsFile(Project, With("""<PackageReference Include="[|Dapper|]" VersionOverride="2.*" />"""));

    [Test]
    public Task A_package_for_all_projects() =>
        Given.FlagsFile(
            Central, With("""<GlobalPackageReference Include="[|SonarAnalyzer.Csharpp|]" Version="10.0.0" />"""));

    [Test]
    public Task A_package_in_the_shared_properties() =>
        Given.FlagsFile(
            "/0/Directory.Build.props",
            With("""<PackageReference Include="[|StyleCop.Analyzer|]" Version="1.1.118" />"""));

    [TestCase("Newtonsoft.Json")]
    [TestCase("newtonsoft.json", Description = "ids have no case")]
    [TestCase("Newtonsoft.Json.Bson")]
    [TestCase("Mediator", Description = "a real package, one letter from MediatR")]
    [TestCase("NUnit", Description = "a real package, one letter from xunit")]
    [TestCase("MimeKit", Description = "a real package beside MailKit")]
    [TestCase("MySqlConnector", Description = "a real package beside MySql.Data")]
    [TestCase("Json.Net", Description = "a package of its own")]
    [TestCase("Serilog.Sinks.Files", Description = "a plural where many are called alike")]
    [TestCase("Serilog.Sinks.Sqs", Description = "a short name where many are called alike")]
    [TestCase("Serilog.Sinks.Pile", Description = "another first letter")]
    [TestCase("Serilog.Enrichers.Threads", Description = "a plural where many are called alike")]
    [TestCase("NUnit4TestAdapter", Description = "another number")]
    [TestCase("EPPlus7", Description = "a number more")]
    [TestCase("Microsoft.Extensions.Option", Description = "nobody else can publish under a reserved prefix")]
    [TestCase("System.Text.Jsn", Description = "nobody else can publish under a reserved prefix")]
    [TestCase("Contoso.Json", Description = "a package of one's own")]
    [TestCase("Contoso.Serilog.Sinks.File", Description = "a package of one's own, named after another")]
    [TestCase("Dapper.Contoso", Description = "a package that extends another")]
    [TestCase("Jason", Description = "a short name")]
    [TestCase("$(LoggingPackage)", Description = "a property")]
    [TestCase("Bogus;Moq", Description = "a list")]
    public Task A_package_of_its_own(string id) => Given.AllowsFile(Project, Reference(id));

    [TestCase("13.0.3")]
    [TestCase("[13.0.3]")]
    [TestCase("[13.0,14.0)", Description = "a range takes its lowest version")]
    [TestCase("[13.0,)", Description = "an open range takes its lowest version too")]
    [TestCase("$(DapperVersion)")]
    [TestCase("2.0.0-beta.1")]
    public Task A_version_that_stays(string version) => Given.AllowsFile(Project, Reference("Dapper", version));

    [Test]
    public Task A_floating_version_under_a_lock_file_is_held() =>
        Given.WithProperty("AiAwareVersionsAreLocked", "true").AllowsFile(Project, Reference("Dapper", "2.*"));

    [Test]
    public Task A_central_version_of_a_package_that_this_project_does_not_use() =>
        Given.AllowsFile(Central, With("""<PackageVersion Include="Dapper" Version="2.*" />"""));

    [TestCase("Microsoft.AspNetCore.Authentication.JwtBearer", "10.0.0")]
    [TestCase("Microsoft.AspNetCore.Mvc.Testing", "8.0.11")]
    [TestCase("Microsoft.AspNetCore.App", "2.2.0", Description = "the SDK warns itself")]
    [TestCase("Microsoft.AspNetCore.Mvc", "$(MvcVersion)")]
    [TestCase("Microsoft.AspNetCoreAddons", "2.0.0")]
    [TestCase("Microsoft.AspNetCore.SystemWebAdapters", "2.0.0", Description = "numbers of its own")]
    [TestCase("Microsoft.AspNetCore.Mvc.Versioning", "2.3.0", Description = "numbers of its own")]
    [TestCase("Microsoft.Extensions.Logging", "2.2.0", Description = "old, and works")]
    public Task A_line_that_lives(string id, string version) => Given.AllowsFile(Project, Reference(id, version));

    [Test]
    public Task An_old_framework_needs_the_old_line() =>
        Given.WithReferences(References.NetStandard20)
            .AllowsFile(Project, Reference("Microsoft.AspNetCore.Http.Abstractions", "2.2.0"));

    [Test]
    public Task A_project_that_targets_an_old_framework_too() =>
        Given.WithProperty("AiAwareTargetFrameworks", "net10.0|netstandard2.0")
            .AllowsFile(Project, Reference("Microsoft.AspNetCore.Http.Abstractions", "2.2.0"));

    [Test]
    public Task Only_modern_frameworks() => Given.WithProperty("AiAwareTargetFrameworks", "net8.0|net10.0")
        .FlagsFile(Project, Reference("[|Microsoft.AspNetCore.Http.Abstractions|]", "2.2.0"));

    [Test]
    public Task A_line_under_a_condition_may_be_for_another_framework() =>
        Given.AllowsFile(
            Project,
            With("""<PackageReference Include="Microsoft.AspNetCore.Http" Version="2.2.0" Condition="'$(TargetFramework)' == 'net472'" />"""));

    [TestCase("<!-- <PackageReference Include=\"Newtonsoft.Jsn\" Version=\"*\" /> -->", Description = "a comment")]
    [TestCase("<PackageDownload Include=\"Newtonsoft.Jsn\" Version=\"[1.0.0]\" />", Description = "no reference")]
    [TestCase("<ProjectReference Include=\"Newtonsoft.Jsn\" />", Description = "a project")]
    [TestCase("<PackageReference Remove=\"Newtonsoft.Jsn\" />", Description = "taken away")]
    public Task What_asks_for_no_package(string item) => Given.AllowsFile(Project, With(item));

    [TestCase("Newtonsoft.Jsn")]
    [TestCase("Contoso.*, Newtonsoft.*")]
    [TestCase("*")]
    public Task A_trusted_package_is_not_questioned(string trusted) =>
        WithOption("ai_aware.hallucinated_api.trusted_packages", trusted)
            .ForFiles("*.csproj")
            .AllowsFile(Project, Reference("Newtonsoft.Jsn", "*"));

    [Test]
    public Task Trust_in_others_is_no_trust_in_this_one() =>
        WithOption("ai_aware.hallucinated_api.trusted_packages", "Contoso.*")
            .FlagsFile(Project, Reference("[|Newtonsoft.Jsn|]"));

    [Test]
    public Task A_file_that_somebody_else_hands_over_is_none_of_our_business() =>
        Given.WithAdditionalFile(Project, Reference("Newtonsoft.Jsn", "*")).Allows("class Anything { }");

    [TestCase("Microsoft.Extensions.Hosting", "10.0.*", TestName = "Patches of the platform")]
    [TestCase("System.Text.Json", "9.0.*", TestName = "Patches of a part of the base library")]
    public Task A_line_of_the_platform(string id, string version) => Given.AllowsFile(Project, Reference(id, version));

    [TestCase("Microsoft.Extensions.Hosting", "10.*", TestName = "A minor version of the platform")]
    [TestCase("Dapper", "2.1.*", TestName = "Patches of somebody else")]
    public Task A_line_that_nobody_watches(string id, string version) =>
        Given.FlagsFile(Project, Reference($"[|{id}|]", version));
}
