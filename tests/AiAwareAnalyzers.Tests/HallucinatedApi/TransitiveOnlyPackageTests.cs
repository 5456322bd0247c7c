using AiAwareAnalyzers.HallucinatedApi;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

public sealed class TransitiveOnlyPackageTests : RuleTests<TransitiveOnlyPackage>
{
    private const string Json = "Newtonsoft.Json/13.0.3 lib/net6.0/Newtonsoft.Json.dll";

    private const string Dapper = "Dapper/2.1.66 lib/net8.0/Dapper.dll";

    private const string Reader =
        """class Reader { object? Read(string text) => [|JsonConvert|].DeserializeObject(text); }""";

    private const string SilentReader =
        """class Reader { object? Read(string text) => JsonConvert.DeserializeObject(text); }""";

    private protected override ReferenceSet Framework => References.Net10.And(
        "Newtonsoft.Json", "Dapper", "Npgsql", "Microsoft.EntityFrameworkCore",
        "Microsoft.EntityFrameworkCore.Abstractions", "Microsoft.EntityFrameworkCore.Relational");

    /// <summary>
    /// A restore: each package as <c>Id/Version asset -> dependencies</c>, those that the project file asks for, and
    /// those that have a central version.
    /// </summary>
    private static string Restored(
        string direct, string packages, string? central = null, string project = "net10.0") =>
        $$"""
        {
          "version": 3,
          "targets": { "{{project}}": { {{string.Join(", ", packages.Split('\n').Select(Package))}} } },
          "project": {
            "restore": { {{(central is null ? "" : "\"centralPackageVersionsManagementEnabled\": true")}} },
            "frameworks": {
              "{{project}}": {
                "dependencies": { {{string.Join(", ", direct.Split(' ').Select(id => $"\"{id}\": {{ \"target\": \"Package\", \"version\": \"[1.0.0, )\" }}"))}} },
                "centralPackageVersions": { {{string.Join(", ", (central ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => $"\"{id}\": \"1.0.0\""))}} },
              }
            }
          }
        }
        """;

    private static string Package(string line)
    {
        var sides = line.Trim().Split(" -> ");
        var package = sides[0].Split(' ');
        var dependencies = sides.Length < 2
            ? ""
            : string.Join(", ", sides[1].Split(' ').Select(id => $"\"{id}\": \"1.0.0\""));
        var kind = package.Contains("project") ? "project" : "package";
        var compile = package.Length < 2 || kind == "project" ? "" : $"\"{package[1]}\": {{}}";
        return $"\"{package[0]}\": {{ "
            + $"\"type\": \"{kind}\", \"dependencies\": {{ {dependencies} }}, \"compile\": {{ {compile} }} }}";
    }

    private RuleCase<TransitiveOnlyPackage> In(string restored) =>
        Given.WithHandedFile("/0/obj/AiAware.packages.json", restored).WithProperty("TargetFramework", "net10.0");

    private RuleCase<TransitiveOnlyPackage> BesideDapper =>
        In(Restored("Dapper", $"{Dapper} -> Newtonsoft.Json\n{Json}"));

    [TestCase("using Newtonsoft.Json;\n" + Reader, Description = "a type whose member is called")]
    [TestCase(
        "using Newtonsoft.Json.Linq;\nclass Reader { [|JObject|]? Last { get; set; } JObject? First { get; set; } }",
        Description = "a type in a signature, and once only")]
    [TestCase(
        "using Newtonsoft.Json;\nclass Reader { [[|JsonProperty|](\"name\")] public string Name { get; set; } = "
        + "\"\"; }",
        Description = "an attribute")]
    [TestCase(
        "using Newtonsoft.Json;\nclass Reader : [|JsonTextReader|] { public Reader(TextReader reader) : "
        + "base(reader) { } }",
        Description = "a base type")]
    [TestCase(
        "using Newtonsoft.Json.Linq;\nclass Reader { object Read(IEnumerable<object> all) => all.Cast<[|JToken|]>(); }",
        Description = "an argument of a type")]
    [TestCase(
        "namespace Shop\n{\n    using Newtonsoft.Json;\n    " + Reader + "\n}",
        Description = "an import within a namespace")]
    [TestCase(
        "class Reader { object? Read(string text) => Newtonsoft.Json.[|JsonConvert|].DeserializeObject(text); }\n"
        + "namespace Shop { using Newtonsoft.Json; }",
        Description = "a qualified name beside an import")]
    public Task A_package_that_only_comes_along(string code) => BesideDapper.Flags(code);

    [Test]
    public Task An_extension_method_is_a_use() =>
        In(Restored("Npgsql", $"Npgsql/10.0.0 lib/net10.0/Npgsql.dll -> Dapper\n{Dapper}"))
            .Flags("using Dapper;\nclass Orders { object All(System.Data.IDbConnection connection) => "
                + "connection.[|Query|](\"select 1\"); }");

    [Test]
    public Task The_message_says_the_line_to_add() => BesideDapper.Says(
        "using Newtonsoft.Json;\n" + Reader,
        "'JsonConvert' is in package Newtonsoft.Json 13.0.3, which no project file references: it comes with Dapper "
        + "2.1.66, and may change or disappear with it; add <PackageReference Include=\"Newtonsoft.Json\" "
        + "Version=\"13.0.3\" />");

    [Test]
    public Task Under_central_versions_the_message_says_both_lines() =>
        In(Restored("Dapper", $"{Dapper} -> Newtonsoft.Json\n{Json}", central: "Dapper")).Says(
            "using Newtonsoft.Json;\n" + Reader,
            "'JsonConvert' is in package Newtonsoft.Json 13.0.3, which no project file references: it comes with "
            + "Dapper 2.1.66, and may change or disappear with it; add <PackageReference "
            + "Include=\"Newtonsoft.Json\" />, "
            + "and <PackageVersion Include=\"Newtonsoft.Json\" Version=\"13.0.3\" /> to Directory.Packages.props");

    [Test]
    public Task A_central_version_that_is_there_is_not_asked_for() =>
        In(Restored("Dapper", $"{Dapper} -> Newtonsoft.Json\n{Json}", central: "Dapper Newtonsoft.Json")).Says(
            "using Newtonsoft.Json;\n" + Reader,
            "'JsonConvert' is in package Newtonsoft.Json 13.0.3, which no project file references: it comes with "
            + "Dapper 2.1.66, and may change or disappear with it; add <PackageReference "
            + "Include=\"Newtonsoft.Json\" />");

    [Test]
    public Task The_first_file_speaks_for_all() =>
        BesideDapper.At("/0/A.cs").WithFile(
            "/0/B.cs",
            "using Newtonsoft.Json;\nclass Other { object? Read(string text) => JsonConvert.DeserializeObject(text); }")
            .Flags("using Newtonsoft.Json;\n" + Reader);

    [Test]
    public Task A_later_file_is_silent() =>
        BesideDapper.At("/0/C.cs")
            .WithFile(
                "/0/B.cs",
                "using Newtonsoft.Json;\nclass Other { object? Read(string text) => "
                + "{|AIA0108:JsonConvert|}.DeserializeObject(text); }")
            .Allows("using Newtonsoft.Json;\n" + SilentReader);

    [Test]
    public Task An_earlier_file_that_only_imports_does_not_speak() =>
        BesideDapper.At("/0/C.cs").WithFile("/0/B.cs", "using Newtonsoft.Json;\nclass Other { }")
            .Flags("using Newtonsoft.Json;\n" + Reader);

    [Test]
    public Task An_import_for_all_files_counts_for_each() =>
        BesideDapper.WithFile("/0/Usings.cs", "global using Newtonsoft.Json;\n").Flags(Reader);

    [Test]
    public Task Each_package_speaks_for_itself() =>
        In(Restored("Npgsql", $"Npgsql/10.0.0 lib/net10.0/Npgsql.dll -> Dapper Newtonsoft.Json\n{Dapper}\n{Json}"))
            .Flags(
                "using Dapper;\nusing Newtonsoft.Json;\nclass Orders { object All(System.Data.IDbConnection "
                + "connection) => [|JsonConvert|].SerializeObject(connection.[|Query|](\"select 1\")); }");

    [Test]
    public Task The_framework_that_is_built_decides() =>
        BesideOthers("net10.0", "netstandard2.0").Flags("using Newtonsoft.Json;\n" + Reader);

    [Test]
    public Task The_long_names_of_an_older_restore_are_understood() =>
        BesideOthers(".NETCoreApp,Version=v10.0", ".NETStandard,Version=v2.0")
            .Flags("using Newtonsoft.Json;\n" + Reader);

    /// <summary>A restore for two frameworks: only the one that is built lacks the reference.</summary>
    private RuleCase<TransitiveOnlyPackage> BesideOthers(string built, string other)
    {
        var packages = $$""""{{Package($"{Dapper} -> Newtonsoft.Json")}}, {{Package(Json)}}"""";
        return In(
            $$"""
            {
              "targets": { "{{other}}": { {{packages}} }, "{{built}}": { {{packages}} } },
              "project": { "frameworks": {
                "{{other}}": { "dependencies": { "Dapper": { "target": "Package" }, "Newtonsoft.Json": { "target": "Package" } } },
                "{{built}}": { "dependencies": { "Dapper": { "target": "Package" } } } } }
            }
            """);
    }

    private static readonly TestCaseData[] Invited =
    [
        new TestCaseData("Dapper Newtonsoft.Json", $"{Dapper} -> Newtonsoft.Json\n{Json}")
            .SetArgDisplayNames("asked for"),
        new TestCaseData("dapper newtonsoft.json", $"{Dapper} -> Newtonsoft.Json\n{Json}")
            .SetArgDisplayNames("asked for in other letters"),
        new TestCaseData("All.Of.Them", $"All.Of.Them/1.0.0 -> Newtonsoft.Json\n{Json}")
            .SetArgDisplayNames("part of a package that only brings others"),
        new TestCaseData(
            "All.Of.Them",
            $"All.Of.Them/1.0.0 -> Half.Of.Them\nHalf.Of.Them/1.0.0 lib/net6.0/_._ -> Newtonsoft.Json\n{Json}")
            .SetArgDisplayNames("part of a part"),
        new TestCaseData(
            "Newtonsoft.Json.Bson",
            $"Newtonsoft.Json.Bson/1.0.2 lib/net6.0/Newtonsoft.Json.Bson.dll -> Newtonsoft.Json\n{Json}")
            .SetArgDisplayNames("of the same family"),
        new TestCaseData(
            "Shop.Newtonsoft.Json",
            $"Shop.Newtonsoft.Json/1.0.2 lib/net6.0/Shop.Newtonsoft.Json.dll -> Newtonsoft.Json\n{Json}")
            .SetArgDisplayNames("brought by the integration that is named after it"),
        new TestCaseData("Dapper", $"{Dapper}\nShop.Core/1.0.0 project -> Newtonsoft.Json\n{Json}")
            .SetArgDisplayNames("asked for by another project"),
        new TestCaseData("Dapper", $"{Dapper} -> Newtonsoft.Json\nShop.Core/1.0.0 project -> Newtonsoft.Json\n{Json}")
            .SetArgDisplayNames("asked for by another project, and by a package"),
        new TestCaseData("Dapper", $"{Dapper} -> Newtonsoft.Json\nNewtonsoft.Json/13.0.3")
            .SetArgDisplayNames("nothing of it reaches the compiler"),
        new TestCaseData(
            "Dapper", $"{Dapper} -> Newtonsoft.Json\nNewtonsoft.Json/12.0.1 lib/net6.0/Newtonsoft.Json.dll")
            .SetArgDisplayNames("another version reaches the compiler"),
        new TestCaseData("Dapper", Dapper).SetArgDisplayNames("a reference that is no package of the restore"),
    ];

    [TestCaseSource(nameof(Invited))]
    public Task A_package_that_somebody_asks_for(string direct, string packages) =>
        In(Restored(direct, packages)).Allows("using Newtonsoft.Json;\n" + SilentReader);

    [Test]
    public Task A_package_whose_types_the_asked_one_shows_belongs_to_it() => In(Restored(
            "Microsoft.EntityFrameworkCore.Relational",
            "Microsoft.EntityFrameworkCore.Relational/10.0.14 lib/net10.0/Microsoft.EntityFrameworkCore.Relational.dll "
            + "-> Microsoft.EntityFrameworkCore\nMicrosoft.EntityFrameworkCore/10.0.14 "
            + "lib/net10.0/Microsoft.EntityFrameworkCore.dll"))
        .Allows("using Microsoft.EntityFrameworkCore;\nclass Shop : DbContext { }");

    [Test]
    public Task A_package_whose_types_a_part_of_the_asked_list_shows_belongs_to_it() => In(Restored(
            "All.Of.Them",
            "All.Of.Them/1.0.0 -> Microsoft.EntityFrameworkCore.Relational\n"
            + "Microsoft.EntityFrameworkCore.Relational/10.0.14 "
            + "lib/net10.0/Microsoft.EntityFrameworkCore.Relational.dll "
            + "-> Microsoft.EntityFrameworkCore\nMicrosoft.EntityFrameworkCore/10.0.14 "
            + "lib/net10.0/Microsoft.EntityFrameworkCore.dll"))
        .Allows("using Microsoft.EntityFrameworkCore;\nclass Shop : DbContext { }");

    [Test]
    public Task A_package_that_a_part_of_the_asked_list_hides_only_comes_along() => In(Restored(
            "All.Of.Them", $"All.Of.Them/1.0.0 -> Dapper\n{Dapper} -> Newtonsoft.Json\n{Json}"))
        .Flags("using Newtonsoft.Json;\n" + Reader);

    [TestCase("Some.EntityFrameworkCore.Provider", Description = "of a provider")]
    [TestCase("Whole.EntityFrameworkCore", Description = "of a provider that brings it through another")]
    public Task The_driver_of_a_provider_belongs_to_it(string direct) =>
        In(Restored(direct, Providers)).Allows("using Npgsql;\nclass Shop { NpgsqlConnection? Open() => null; }");

    [Test]
    public Task The_driver_of_another_library_only_comes_along() =>
        In(Restored("Some.Queue", Providers)).Flags(
            "using Npgsql;\nclass Shop { [|NpgsqlConnection|]? Open() => null; }");

    private const string Providers =
        "Some.EntityFrameworkCore.Provider/1.0.0 lib/net10.0/Provider.dll -> Npgsql\n"
        + "Whole.EntityFrameworkCore/1.0.0 lib/net10.0/Whole.dll -> Some.EntityFrameworkCore.Provider\n"
        + "Some.Queue/1.0.0 lib/net10.0/Queue.dll -> Npgsql\n"
        + "Npgsql/10.0.0 lib/net10.0/Npgsql.dll";

    [TestCase("using Newtonsoft.Json;\nclass Reader { }", Description = "an import alone")]
    [TestCase(
        "class Reader { object? Read(JsonConvert convert) => convert; }\nclass JsonConvert { }",
        Description = "a name of one's own")]
    [TestCase(
        "using Newtonsoft.Json;\nclass Reader { object? Read(Formatting formatting) => formatting; }\nenum Formatting "
        + "{ None }",
        Description = "a name of one's own beside an import")]
    [TestCase(
        "using Dapper;\nclass Orders { object All(System.Data.IDbConnection connection) => connection.Query(\"select "
        + "1\"); }",
        Description = "a package that was asked for")]
    [TestCase("class Reader { string Read(string text) => text.Trim(); }", Description = "the base library")]
    public Task Code_that_does_not_use_the_package(string code) => BesideDapper.Allows(code);

    [Test]
    public Task Without_a_restore_nothing_is_known() => Given.Allows("using Newtonsoft.Json;\n" + SilentReader);

    [TestCase("")]
    [TestCase("nonsense")]
    [TestCase("{ \"targets\": 1, \"project\": [] }")]
    public Task A_restore_that_cannot_be_read(string restored) =>
        In(restored).Allows("using Newtonsoft.Json;\n" + SilentReader);
}
