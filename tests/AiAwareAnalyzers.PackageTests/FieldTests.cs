namespace AiAwareAnalyzers.PackageTests;

/// <summary>The program that runs the rules over foreign code, on code that stands here.</summary>
public sealed class FieldTests
{
    /// <summary>A warning (AIA0201) and a suggestion (AIA0205).</summary>
    private const string Product =
        """
        namespace Shop;

        public sealed class Product
        {
            public double Price { get; set; }

            public static decimal Rounded(decimal price) => Math.Round(price, 2);
        }

        """;

    /// <summary>A finding that is off by default (AIA0402).</summary>
    private const string Customers =
        """
        using Microsoft.EntityFrameworkCore;

        namespace Shop
        {
            public sealed class Customer;

            public sealed class Customers : DbContext
            {
                public IQueryable<Customer> All => Enumerable.Empty<Customer>().AsQueryable();

                public static IEnumerable<Customer> Of(Customers customers) => customers.All;
            }
        }

        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext;
        }

        """;

    private const string Prices =
        """
        public sealed class Prices
        {
            public double TotalPrice { get; set; }
        }

        """;

    private const string Broken =
        """
        namespace Shop;

        public sealed class Broken
        {
            public double Price { get; set; }

            public string Name => "";

            private Unknown? Nowhere { get; }
        }

        """;

    private const string Page =
        """
        @page
        @model Site.IndexModel
        <h1>Hello</h1>
        @Html.Raw(Model.Name)

        """;

    private const string PageModel =
        """
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;

        namespace Site;

        public sealed class IndexModel : PageModel
        {
            [BindProperty(SupportsGet = true)]
            public string Name { get; set; } = new Shop.Broken().Name;
        }

        """;

    private static readonly (string Name, string Text)[] Shop =
    [
        ("src/Shop/Shop.csproj", Field.Project()),
        ("src/Shop/Product.cs", Product),
        ("src/Shop/Broken.cs", Broken),
        ("src/Site/Site.csproj", Field.Project(Reference("../Shop/Shop.csproj"), "Microsoft.NET.Sdk.Web")),
        ("src/Site/Program.cs", "WebApplication.CreateBuilder(args).Build().Run();\n"),
        ("src/Site/Pages/Index.cshtml", Page),
        ("src/Site/Pages/Index.cshtml.cs", PageModel),
        ("tests/Shop.Tests/Shop.Tests.csproj", Field.Project(Reference("../../src/Shop/Shop.csproj"))),
        ("tests/Shop.Tests/Prices.cs", Prices),
    ];

    private static readonly Lazy<IReadOnlyList<string>> Printed = new(() => Field.Lines(Written("shop", Shop), "."));

    [TestCase("AIA0201 warning 1 1", TestName = "A warning in production and one in tests")]
    [TestCase("AIA0205 suggestion 1 0", TestName = "A suggestion")]
    [TestCase("AIA0703 warning 1 0", TestName = "A warning in a Razor page")]
    [TestCase("Crashes: 0", TestName = "No crash")]
    [TestCase("Shop loose 1 1 CS0246:1", TestName = "A file that does not bind is left out")]
    [TestCase("Site loose 3 0", TestName = "What it declares is there for the others")]
    [TestCase("Shop.Tests loose 1 0", TestName = "Each project")]
    public void What_is_found_is_counted(string line) => Assert.That(Printed.Value, Has.Some.EqualTo(line));

    [Test]
    public void Findings_are_set_against_lines() =>
        Assert.That(Printed.Value, Has.Some.Match(@"^0\.0 KLOC of tests: 1 warnings, \d+\.\d\d per KLOC$"));

    [Test]
    public void What_is_off_is_silent_until_it_is_named()
    {
        (string, string)[] files = [("Customers.cs", Customers), ("Product.cs", Product)];
        var folder = Written("named", [("Shop.csproj", Field.Project()), .. files]);
        var unnamed = Field.Lines(folder, ".", "--rules", "AIA04");
        var named = Field.Lines(folder, ".", "--rules", "AIA0402");
        Assert.That(unnamed, Has.None.StartsWith("AIA0402 warning "));
        Assert.That(named, Has.Some.EqualTo("AIA0402 warning 1 0").And.None.StartsWith("AIA0201 warning "));
    }

    [Test]
    public void Where_a_restore_has_run_the_build_is_asked()
    {
        const string never =
            """<PropertyGroup Condition="false"><DefineConstants>NEVER</DefineConstants></PropertyGroup>""";
        var folder = Written(
            "restored",
            [("Shop.csproj", Field.Project(never)), ("Product.cs", $"#if NEVER\n{Product}#endif\n")]);

        var loose = Field.Lines(folder, ".");
        DotNet.Succeed(folder, "restore", "-v:q");
        var built = Field.Lines(folder, ".");

        Assert.That(loose, Has.Some.EqualTo("Shop loose 1 0").And.Some.EqualTo("AIA0201 warning 1 0"));
        Assert.That(built, Has.Some.EqualTo("Shop as built 1 0").And.None.StartsWith("AIA0201 warning "));
    }

    [Test]
    public void The_seed_alone_decides_the_order()
    {
        var folder = Written("shuffled", Shop);
        string Sheet(string seed)
        {
            Field.Lines(folder, ".", "--out", "sheet.txt", "--seed", seed);
            return File.ReadAllText(Path.Combine(folder, "sheet.txt"));
        }

        var first = Sheet("1");
        Assert.That(Sheet("1"), Is.EqualTo(first));
        Assert.That(Enumerable.Range(2, 4).Select(seed => Sheet($"{seed}")), Has.Some.Not.EqualTo(first));
    }

    [Test]
    public void Verdicts_are_read_back()
    {
        var precision = Field.Lines(Judged("judged"), "--judgements", "sheet.txt");
        Assert.That(precision, Has.Some.EqualTo("AIA0201 warning 2 1 1 0 50%"));
        Assert.That(precision, Has.Some.EqualTo("AIA0205 suggestion 1 0 0 1 0%"));
        Assert.That(precision, Has.Some.EqualTo("every warning 2 1 1 0 50%"));
        Assert.That(precision, Has.None.StartsWith("AIA0703"), "nobody has judged it");
    }

    [Test]
    public void Verdicts_follow_findings_whose_lines_have_moved()
    {
        var folder = Judged("compared");
        var moved = "// One line more.\n" + Product.Replace("Math.Round(price, 2)", "price", StringComparison.Ordinal);
        var added = Prices.Replace("class Prices", "class Order", StringComparison.Ordinal);
        Field.Write(folder, ("src/Shop/Product.cs", moved), ("src/Shop/Order.cs", added));

        var compared = Field.Lines(folder, ".", "--before", "sheet.txt", "--out", "again.txt");
        var precision = Field.Lines(folder, "--judgements", "again.txt");

        var changes = compared.SkipWhile(line => !line.StartsWith("Compared", StringComparison.Ordinal)).ToList();
        Assert.That(changes[0], Is.EqualTo("Compared: 1 new, 1 gone, 3 same"), string.Join('\n', changes));
        Assert.That(changes, Has.Some.Match(@"^new AIA0201 compared/src/Shop/Order\.cs\(3,\d+\): "));
        Assert.That(changes, Has.Some.Match("^gone AIA0205 .* wrong$"));
        Assert.That(precision, Has.Some.EqualTo("AIA0201 warning 2 1 1 0 50%").And.None.StartsWith("AIA0205"));
    }

    [Test]
    public void Another_build_of_the_rules_is_run_and_a_crash_and_a_denied_name_are_loud()
    {
        (string, string)[] shop = [("shop/Shop.csproj", Field.Project()), ("shop/Product.cs", Product)];
        var folder = Written("planted", [.. shop, .. PlantedRules]);
        DotNet.Succeed(folder, "build", "rules/Rules.csproj", "-v:q", "-o", "built");
        var run = Field.Run(folder, "shop", "--analyzers", "built/Rules.dll");
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Text);
        Assert.That(Field.LinesOf(run), Has.Some.EqualTo("Crashes: 1").And.Some.Contains("InvalidOperationException")
            .And.Some.EqualTo("THE COMPILER IS CONTENT, AND 1 FINDINGS SAY THAT A NAME DOES NOT EXIST:"));
    }

    [TestCase("nowhere", "There is no folder 'nowhere'")]
    [TestCase("--fast", "'--fast' is not known")]
    [TestCase("--rules", "'--rules' needs a value")]
    [TestCase(".", "There is no C# project below the folders")]
    public void What_cannot_be_understood_is_said(string argument, string answer)
    {
        var run = Field.Run(Scratch.Folder("field/empty"), argument);
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Text, Does.Contain(answer));
    }

    [Test]
    public void A_verdict_that_does_not_exist_is_refused()
    {
        var folder = Written("misspelled", [("Shop.csproj", Field.Project()), ("Product.cs", Product)]);
        Field.Lines(folder, ".", "--out", "sheet.txt");
        Judge(folder, ("AIA0201", "rihgt"));
        Assert.That(Field.Run(folder, "--judgements", "sheet.txt").Text, Does.Contain("'rihgt'"));
    }

    /// <summary>One analyzer that throws, and one that denies every property.</summary>
    private static (string Name, string Text)[] PlantedRules =>
    [
        ("rules/Rules.csproj", Field.Project(RoslynReferences)),
        ("rules/Rules.cs",
            """
            using System.Collections.Immutable;
            using Microsoft.CodeAnalysis;
            using Microsoft.CodeAnalysis.Diagnostics;

            public abstract class Planted(string id) : DiagnosticAnalyzer
            {
                protected DiagnosticDescriptor Descriptor { get; } =
                    new(id, "T", "M", "C", DiagnosticSeverity.Warning, isEnabledByDefault: true);

                public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

                public override void Initialize(AnalysisContext context) =>
                    context.RegisterSymbolAction(Look, SymbolKind.Property);

                protected abstract void Look(SymbolAnalysisContext context);
            }

            [DiagnosticAnalyzer(LanguageNames.CSharp)]
            public sealed class Throwing() : Planted("AIA0201")
            {
                protected override void Look(SymbolAnalysisContext context) =>
                    throw new System.InvalidOperationException();
            }

            [DiagnosticAnalyzer(LanguageNames.CSharp)]
            public sealed class Denying() : Planted("AIA0101")
            {
                protected override void Look(SymbolAnalysisContext context) =>
                    context.ReportDiagnostic(Diagnostic.Create(Descriptor, context.Symbol.Locations[0]));
            }

            """),
    ];

    /// <summary>The Roslyn that the program runs on, which stands beside it.</summary>
    private static string RoslynReferences
    {
        get
        {
            var roslyn = Path.Combine(Path.GetDirectoryName(Repository.FieldProgram)!, "Microsoft.CodeAnalysis.dll");
            return $"""<ItemGroup><Reference Include="{roslyn}" Private="false" /></ItemGroup>""";
        }
    }

    private static string Reference(string project) =>
        $"""<ItemGroup><ProjectReference Include="{project}" /></ItemGroup>""";

    private static string Written(string name, (string Name, string Text)[] files)
    {
        var folder = Scratch.Folder(Path.Combine("field", name));
        Field.Write(folder, files);
        return folder;
    }

    /// <summary>The shop, and a sheet in which three of its four findings are judged.</summary>
    private static string Judged(string name)
    {
        var folder = Written(name, Shop);
        Field.Lines(folder, ".", "--out", "sheet.txt");
        Judge(
            folder,
            ("AIA0201 warning in production", "right"),
            ("AIA0201 warning in tests", "weak, a test"),
            ("AIA0205", "Wrong: on purpose"));
        return folder;
    }

    /// <summary>Writes verdicts behind the findings whose heads begin so.</summary>
    private static void Judge(string folder, params (string Head, string Verdict)[] verdicts)
    {
        var sheet = Path.Combine(folder, "sheet.txt");
        var lines = File.ReadAllLines(sheet);
        foreach (var (head, verdict) in verdicts)
        {
            var at = Array.FindIndex(lines, line => line.StartsWith(head, StringComparison.Ordinal));
            lines[Array.IndexOf(lines, "verdict:", at)] += " " + verdict;
        }

        File.WriteAllLines(sheet, lines);
    }
}
