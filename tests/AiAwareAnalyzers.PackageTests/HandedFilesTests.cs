using System.Text.Json;

namespace AiAwareAnalyzers.PackageTests;

/// <summary>
/// What the package's targets hand to the compiler in real builds, and what the rules about settings and packages say
/// then.
/// </summary>
public sealed class HandedFilesTests
{
    private const string Web = """<FrameworkReference Include="Microsoft.AspNetCore.App" />""";

    private const string TestSdk = """<PackageReference Include="Microsoft.NET.Test.Sdk" Version="17.14.1" />""";

    private const string Misspelled =
        """
        using Microsoft.Extensions.Configuration;
        public sealed class Mailer(IConfiguration configuration)
        {
            public string? Host => configuration["Smpt:Host"];
        }
        """;

    private const string UsingJson = "using Newtonsoft.Json;\npublic static class Archive { public static string "
        + "Write(object order) => JsonConvert.SerializeObject(order); }\n";

    private const string UsingDapper = "using Dapper;\npublic static class Orders { public static object "
        + "All(System.Data.IDbConnection connection) => connection.Query(\"select 1\"); }\n";

    private const string Floating = """<PackageReference Include="Dapper" Version="2.1.*" />""";

    private const string Library = "public sealed class Nothing;\n";

    private const string Shows = "dotnet_diagnostic.AIA0108.severity = warning";

    private const string Mutated =
        "public static class Discounts\n{\n    public static bool IsLarge(int total) => total > 100;\n}\n";

    private static readonly (string, string) Settings = ("appsettings.json", """{ "Smtp": { "Host": "mail" } }""");

    private static readonly Consumer[] Consumers =
    [
        new("Settings are handed over")
        {
            Items = Ours(Web),
            Code = Misspelled,
            Files = [Settings],
            Properties = "Nullable=enable",
            Prints = "warning AIA0109"
        },
        new("Settings of a web project are handed over once")
        {
            Items = Ours(Web, """<AdditionalFiles Include="appsettings.json" />"""),
            Code = Misspelled,
            Files = [Settings],
            Properties = "Nullable=enable",
            Prints = "warning AIA0109"
        },
        new("Settings of another folder are not")
            { Items = Ours(Web), Code = Misspelled, Properties = "Nullable=enable", Prints = "" },
        new("Nothing is handed over where that is switched off")
        {
            Items = Ours(Web, Floating),
            Code = Misspelled,
            Files = [Settings],
            Properties = "Nullable=enable AiAwareReadProjectFiles=false",
            Prints = ""
        },
        new("Nothing is handed over without rules")
        {
            Items = Ours(Web, Floating),
            Code = Misspelled,
            Files = [Settings],
            Properties = "Nullable=enable AiAwareMode=None",
            Prints = ""
        },
        new("Nothing is handed over without analyzers")
        {
            Items = Ours(Web, Floating),
            Code = Misspelled,
            Files = [Settings],
            Properties = "Nullable=enable RunAnalyzers=false",
            Prints = ""
        },

        new("A floating version is told on its line")
        {
            Items = Ours(Floating),
            Code = Library,
            Prints = "warning AIA0111"
        },
        new("A floating version under a lock file is held")
            { Items = Ours(Floating), Code = Library, Properties = "RestorePackagesWithLockFile=true", Prints = "" },
        new("A floating version that the options trust")
        {
            Items = Ours(Floating),
            Code = Library,
            EditorConfig = "[*.csproj]\nai_aware.hallucinated_api.trusted_packages = Dapper",
            Prints = ""
        },
        new("A project file that the project hands over itself is told once")
        {
            Items = Ours(Floating, """<AdditionalFiles Include="$(MSBuildProjectFile)" />"""),
            Code = Library,
            Prints = "warning AIA0111"
        },
        new("A project file speaks in each of its builds")
        {
            Target = "<TargetFrameworks>net10.0;net8.0</TargetFrameworks>",
            Items = Ours(Floating),
            Code = Library,
            Prints = "warning AIA0111, warning AIA0111"
        },
        new("A central version is told where it is used")
        {
            Items = """<PackageReference Include="AiAwareAnalyzers" PrivateAssets="all" /><PackageReference Include="Microsoft.AspNetCore.JsonPatch" />""",
            Code = Library,
            Files = [Central("""<PackageVersion Include="Microsoft.AspNetCore.JsonPatch" Version="2.2.0" />""")],
            Properties = "NuGetAudit=false NoWarn=NU1603",
            Prints = "warning AIA0111",
        },
        new("Central versions may float where the project allows it")
        {
            Items = """<PackageReference Include="AiAwareAnalyzers" PrivateAssets="all" /><PackageReference Include="Dapper" />""",
            Code = Library,
            Files = [Central(
                """<PackageVersion Include="Dapper" Version="2.1.*" />""",
                "<CentralPackageFloatingVersionsEnabled>true</CentralPackageFloatingVersionsEnabled>")],
            Prints = "",
        },

        new("A package that only comes along")
            { Items = Ours(TestSdk), Code = UsingJson, EditorConfig = Shows, Prints = "warning AIA0108" },
        new("A package that only comes along is a suggestion") { Items = Ours(TestSdk), Code = UsingJson, Prints = "" },
        new("A package that only comes along in each build")
        {
            Target = "<TargetFrameworks>net10.0;net8.0</TargetFrameworks>",
            Items = Ours(TestSdk),
            Code = UsingJson,
            EditorConfig = Shows,
            Prints = "warning AIA0108, warning AIA0108"
        },
        new("A package that comes along in one build and is asked for in the other")
        {
            Target = "<TargetFrameworks>net10.0;net8.0</TargetFrameworks>",
            Items = Ours(
                TestSdk,
                """<PackageReference Include="Newtonsoft.Json" Version="13.0.3" Condition="'$(TargetFramework)' == 'net8.0'" />"""),
            Code = UsingJson,
            EditorConfig = Shows,
            Prints = "warning AIA0108",
        },
        new("A package that only comes along under central versions")
        {
            Items = """<PackageReference Include="AiAwareAnalyzers" PrivateAssets="all" /><PackageReference Include="Microsoft.NET.Test.Sdk" />""",
            Code = UsingJson,
            EditorConfig = Shows,
            Files = [Central("""<PackageVersion Include="Microsoft.NET.Test.Sdk" Version="17.14.1" />""")],
            Prints = "warning AIA0108",
        },
        new("A package that is asked for")
        {
            Items = Ours(TestSdk, """<PackageReference Include="Newtonsoft.Json" Version="13.0.3" />"""),
            Code = UsingJson,
            EditorConfig = Shows,
            Prints = ""
        },
        new("Library that asks for Dapper")
        {
            Items = Ours("""<PackageReference Include="Dapper" Version="2.1.66" />"""),
            Code = Library,
            EditorConfig = Shows,
            Prints = ""
        },
        new("A mutation report below StrykerOutput")
        {
            Items = Ours(),
            Code = Mutated,
            Files = [Ignored, (ReportOf("2026-01-31.12-00-00"), Reported("Survived"))],
            Prints = "warning AIA1115",
        },
        new("The newer one of two mutation reports")
        {
            Items = Ours(),
            Code = Mutated,
            Files =
            [
                Ignored,
                (ReportOf("2026-01-31.12-00-00"), Reported("Survived")),
                (ReportOf("2026-02-28.12-00-00"), Reported("Killed")),
            ],
            Prints = "",
        },
        new("A mutation report where the property says")
        {
            Items = Ours(),
            Code = Mutated,
            Files = [("mutants/report.json", Reported("Survived"))],
            Properties = "AiAwareMutationReport=mutants/report.json",
            Prints = "warning AIA1115",
        },
        new("A mutation report that is not there")
            { Items = Ours(), Code = Mutated, Properties = "AiAwareMutationReport=mutants/report.json", Prints = "" },
        new("No mutation report is handed over where that is switched off")
        {
            Items = Ours(),
            Code = Mutated,
            Files = [Ignored, (ReportOf("2026-01-31.12-00-00"), Reported("Survived"))],
            Properties = "AiAwareReadProjectFiles=false",
            Prints = "",
        },
        new("A package that another project asks for")
        {
            Items = Ours(
                """<ProjectReference Include="../Library_that_asks_for_Dapper/Library_that_asks_for_Dapper.csproj" />"""),
            Code = UsingDapper,
            EditorConfig = Shows,
            Prints = "",
        },
    ];

    private static readonly Lazy<(string Root, ILookup<string, Printed> Printed)> Built = new(() =>
    {
        var root = Scratch.Folder("handed");
        NuGet.Configure(root);
        Solution.Write(root, "all", Consumers.Select(consumer => consumer.WriteTo(root)));
        var output = DotNet.Run(root, "build", "all.slnx", "--nologo", "-v:q", "-tl:off", "-clp:NoSummary");
        return (root, output.Diagnostics.ToLookup(printed => printed.Project));
    });

    [TestCaseSource(nameof(Consumers))]
    public void A_build_prints(Consumer consumer) =>
        Assert.That(
            string.Join(", ", Of(consumer).Select(printed => printed.ToString()).Order(StringComparer.Ordinal)),
            Is.EqualTo(consumer.Prints),
            string.Join("\n", Of(consumer)));

    [Test]
    public void A_finding_in_a_project_file_stands_on_its_line()
    {
        var consumer = Consumers.Single(each => each.Sentence == "A floating version is told on its line");
        var lines = File.ReadAllLines(Path.Combine(FolderOf(consumer), consumer.Name + ".csproj"));
        var finding = Of(consumer).Single();
        Assert.That(
            (finding.File, lines[finding.Line - 1]),
            Is.EqualTo(
                (consumer.Name + ".csproj", lines.Single(line => line.Contains("Dapper", StringComparison.Ordinal)))));
    }

    [TestCase(
        "A package that only comes along", """add <PackageReference Include="Newtonsoft.Json" Version="13.0.3" />""")]
    [TestCase(
        "A package that only comes along under central versions",
        """add <PackageReference Include="Newtonsoft.Json" />, and <PackageVersion Include="Newtonsoft.Json" Version="13.0.3" /> to Directory.Packages.props""")]
    public void The_message_has_the_line_to_add(string sentence, string line) =>
        Assert.That(Of(Consumers.Single(each => each.Sentence == sentence)).Single().Message, Does.EndWith(line));

    [Test]
    public void What_is_to_be_added_ends_the_finding()
    {
        var consumer = Consumers.Single(each => each.Sentence == "A package that only comes along");
        var asked = Consumers.Single(each => each.Sentence == "A package that is asked for");
        Assert.That((Of(consumer).Count(), Of(asked).Count()), Is.EqualTo((1, 0)));
        Assert.That(
            File.ReadAllText(Path.Combine(FolderOf(asked), asked.Name + ".csproj")),
            Does.Contain(Of(consumer).Single().Message.Split("add ")[1]));
    }

    [TestCase("Settings are handed over")]
    [TestCase("A package that only comes along under central versions")]
    [TestCase("A package that only comes along in each build")]
    public void A_second_build_compiles_nothing_even_after_a_restore_that_changed_nothing(string sentence)
    {
        var folder = FolderOf(Consumers.Single(each => each.Sentence == sentence));
        var before = Times(folder);
        File.SetLastWriteTimeUtc(Path.Combine(folder, "obj", "project.assets.json"), DateTime.UtcNow);
        DotNet.Run(folder, "build", "--no-restore", "--nologo", "-v:q", "-tl:off");
        Assert.That(before, Is.Not.Empty);
        Assert.That(Times(folder), Is.EqualTo(before));
    }

    [Test]
    public void A_change_of_the_settings_is_seen_by_the_next_build()
    {
        var folder = FolderOf(
            Consumers.Single(each => each.Sentence == "Settings of a web project are handed over once"));
        File.WriteAllText(Path.Combine(folder, "appsettings.json"), """{ "Smpt": { "Host": "mail" } }""");
        Assert.That(DotNet.Run(folder, "build", "--no-restore", "--nologo", "-v:q", "-tl:off").Diagnostics, Is.Empty);
    }

    [Test]
    public void A_clean_takes_the_file_of_packages_away()
    {
        var folder = FolderOf(Consumers.Single(each => each.Sentence == "A package that is asked for"));
        Assert.That(Kept(folder), Is.Not.Empty);
        DotNet.Succeed(folder, "clean", "--nologo", "-v:q", "-tl:off");
        Assert.That(Kept(folder), Is.Empty);
    }

    [Test]
    public void Dotnet_format_repairs_a_key()
    {
        var consumer = Consumers.Single(each => each.Sentence == "Settings are handed over");
        var folder = FolderOf(consumer);
        DotNet.Run(folder, "format", "analyzers", consumer.Name
            + ".csproj", "--diagnostics", "AIA0109", "--severity", "warn", "--no-restore");
        var code = File.ReadAllText(Path.Combine(folder, "Code.cs"));
        File.WriteAllText(Path.Combine(folder, "Code.cs"), Misspelled);
        Assert.That(code, Does.Contain("\"Smtp:Host\""));
    }

    /// <summary>
    /// A project of the older form: it has packages in packages.config, no targets of the SDK, and nothing but files to
    /// hand over.
    /// </summary>
    [Test]
    public void A_project_of_the_older_form_is_read_too()
    {
        var folder = Path.Combine(Scratch.Folder("older"), "Older");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "appsettings.json"), "{ }");
        File.WriteAllText(Path.Combine(folder, "packages.config"), "<packages />");
        var package = Path.Combine(Repository.Root, "build", "Package", "build");
        File.WriteAllText(
            Path.Combine(folder, "Older.csproj"),
            $"""
            <Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
              <Import Project="{package}/AiAwareAnalyzers.props" />
              <PropertyGroup>
                <OutputType>Library</OutputType>
                <TargetFrameworkVersion>v4.7.2</TargetFrameworkVersion>
                <IntermediateOutputPath>obj/</IntermediateOutputPath>
              </PropertyGroup>
              <Import Project="$(MSBuildToolsPath)/Microsoft.CSharp.targets" />
              <Import Project="{package}/AiAwareAnalyzers.targets" />
            </Project>
            """);
        var output = DotNet.Succeed(
            folder, "msbuild", "-t:GenerateMSBuildEditorConfigFileShouldRun", "-getItem:AdditionalFiles", "-v:q");
        Assert.That(output.Text, Does.Contain("\"AiAwareKind\": \"Settings\"").And
            .Contain("\"AiAwareKind\": \"Project\"").And.Not
            .Contain("\"AiAwareKind\": \"Packages\""));
    }

    /// <summary>What Stryker.NET writes beside its reports.</summary>
    private static (string, string) Ignored => ("StrykerOutput/.gitignore", "*\n");

    private static string ReportOf(string run) => $"StrykerOutput/{run}/reports/mutation-report.json";

    private static string Reported(string status) => JsonSerializer.Serialize(new
    {
        schemaVersion = "2",
        files = new Dictionary<string, object>
        {
            ["Code.cs"] = new
            {
                source = Mutated,
                mutants = new[]
                {
                    new
                    {
                        mutatorName = "Equality mutation",
                        replacement = "total >= 100",
                        status,
                        location = new { start = new { line = 3, column = 46 }, end = new { line = 3, column = 57 } },
                    },
                },
            },
        },
    });

    private static string Ours(params string[] items) =>
        Consumer.Reference("""PrivateAssets="all" """) + "\n    " + string.Join("\n    ", items);

    private static (string, string) Central(string items, string properties = "") =>
        ("Directory.Packages.props",
        $"""
        <Project>
          <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>{properties}</PropertyGroup>
          <ItemGroup>
            <PackageVersion Include="AiAwareAnalyzers" Version="{Package.Version}" />
            {items}
          </ItemGroup>
        </Project>
        """);

    private static IEnumerable<Printed> Of(Consumer consumer) => Built.Value.Printed[consumer.Name];

    private static string FolderOf(Consumer consumer) => Path.Combine(Built.Value.Root, consumer.Name);

    private static IEnumerable<string> Kept(string folder) =>
        Directory.EnumerateFiles(folder, "AiAware.packages.json", SearchOption.AllDirectories);

    /// <summary>When each assembly, and each file of ours, was written.</summary>
    private static List<(string, DateTime)> Times(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(folder, "obj"), "*", SearchOption.AllDirectories)
            .Where(file =>
                Path.GetExtension(file) == ".dll" || file.EndsWith("AiAware.packages.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => (file, File.GetLastWriteTimeUtc(file))),
    ];
}
