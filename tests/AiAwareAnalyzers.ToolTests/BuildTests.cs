namespace AiAwareAnalyzers.ToolTests;

/// <summary>The real compiler with the real rules, started by the tool.</summary>
public sealed class BuildTests
{
    private const string Order = "public sealed class Order\n{\n    public double Price { get; set; }\n}\n";

    /// <summary>The package's own files, and the rules as a build leaves them.</summary>
    private static string Imports(string kind, string items = "") =>
        $"""<Project><Import Project="{Repository.PathOf("build", "Package", "build", $"AiAwareAnalyzers.{kind}")}" />{items}</Project>""";

    /// <summary>Three hundred findings are baselined, one is added, and one is repaired.</summary>
    [Test]
    public void An_old_code_base_is_baselined_and_guarded()
    {
        var folder = Solution();
        Assert.That(
            Command.Expect(1, folder, "check", "Shop.slnx").Lines,
            Has.Some.StartsWith("301 new findings"),
            "findings are no errors here, and a project is built although another on which it stands holds findings");

        Command.Expect(0, folder, "baseline", "Shop.slnx");
        Command.Succeed(folder, "dotnet", "build", "Shop.slnx", "--nologo", "-v:q", "-p:AiAwareGate=true");

        const string flaw = "    public double Total { get; set; }\n";
        Scratch.Write(
            folder,
            ("src/Orders/Order.cs", "// Moved.\n" + Order.Replace("{\n", "{\n" + flaw, StringComparison.Ordinal)),
            ("src/Catalog/Legacy0.cs", "public sealed class Legacy0;\n"));
        var again = Command.Expect(1, folder, "check", "Shop.slnx", "--format", "agent");
        Assert.That(again.Lines[0], Is.EqualTo("1. src/Orders/Order.cs(4,19) AIA0201 warning"));
        Assert.That(again.Text, Does.Contain("1 to repair."));
        Assert.That(
            Command.Expect(0, folder, "baseline", "Shop.slnx", "--prune").Text,
            Does.StartWith("100 repaired findings were taken out, 201 remain"));
    }

    /// <summary>What the tool writes, the compiler reads; what the compiler finds, the tool counts.</summary>
    [Test]
    public void Sign_offs_and_sentences_are_held_against_the_code()
    {
        const string till = "namespace Shop;\n\npublic sealed class Till\n{\n    private static int s_last;\n\n"
            + "    public int Pay(int amount) => amount;\n\n    public int Last() => s_last;\n}\n";
        var folder = Solution();
        Scratch.Write(
            folder, ("src/Orders/Till.cs", till),
            ("AiAware.invariants", "Shop.* may not write static state\nShop.* may not use System.Net.Http\n"));
        Command.Expect(0, folder, "sign-off", "src/Orders/Till.cs", "--by", "reviewer");
        Command.Expect(1, folder, "check", "src/Orders/Orders.csproj");
        Command.Expect(0, folder, "baseline", "src/Orders/Orders.csproj");
        Command.Expect(0, folder, "check", "src/Orders/Orders.csproj");

        var changed = till.Replace("=> amount;", "=> s_last = amount;", StringComparison.Ordinal);
        Scratch.Write(folder, ("src/Orders/Till.cs", "// Read.\n" + changed));
        var text = Command.Expect(1, folder, "check", "src/Orders/Orders.csproj").Text;
        Assert.That(
            text,
            Does.Contain("src/Orders/Till.cs(8,16): warning AIA1207: 'Pay' has changed since reviewer signed it off")
                .And.Contain("line 1 of AiAware.invariants says 'Shop.* may not write static state'")
                .And.Contain("2 new findings in 2 groups"));

        Command.Expect(0, folder, "report", "src/Orders/Orders.csproj", "--out", "evidence");
        Assert.That(
            File.ReadAllText(Path.Combine(folder, "evidence", "report.html")),
            Does.Contain("Violation rate: 50.0&#160;%").And.Contain("stale: it has changed since"));
    }

    [Test]
    public void Tests_that_a_solution_leaves_out_are_told_once()
    {
        var folder = Solution();
        Scratch.Write(
            folder, ("tests/Shop.Tests.csproj", Project("")),
            ("Shop.slnx",
                """
                <Solution>
                  <Project Path="src/Catalog/Catalog.csproj" />
                  <Project Path="src/Orders/Orders.csproj" />
                  <Project Path="tests/Shop.Tests.csproj">
                    <Build Project="false" />
                  </Project>
                </Solution>
                """));
        var lines = Command.Expect(1, folder, "check", "--format", "agent").Lines;
        Assert.That(
            lines.Where(line => line.Contains("AIA1205", StringComparison.Ordinal)),
            Has.Exactly(1).Contains("Shop.slnx(5,5) AIA1205 note"));
    }

    [Test]
    public void Code_that_does_not_compile_ends_with_three_and_says_why()
    {
        var folder = Solution();
        Scratch.Write(folder, ("src/Catalog/Broken.cs", "class Broken { Nothing Field; }\n"));
        var output = Command.Expect(3, folder, "check");
        Assert.That(
            output.Errors, Does.Contain("The build failed, so findings may be missing").And.Contain("error CS0246"));
        Assert.That(Command.Expect(3, folder, "baseline").Errors, Does.Contain("The baseline is left as it is"));
    }

    private static string Solution()
    {
        var folder = Scratch.Folder(
            ("Shop.slnx",
                """<Solution><Project Path="src/Catalog/Catalog.csproj" /><Project Path="src/Orders/Orders.csproj" /></Solution>"""),
            ("Directory.Build.props", Imports("props")),
            ("Directory.Build.targets",
                Imports("targets", $"""<ItemGroup><Analyzer Include="{Repository.Rules}" /></ItemGroup>""")),
            ("src/Catalog/Catalog.csproj", Project("")),
            ("src/Orders/Orders.csproj", Project("""<ProjectReference Include="../Catalog/Catalog.csproj" />""")),
            ("src/Orders/Order.cs", Order));
        for (var number = 0; number < 3; number++)
            Scratch.Write(folder, ($"src/Catalog/Legacy{number}.cs", Legacy(number)));
        return folder;
    }

    private static string Project(string items) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>{items}</ItemGroup>
        </Project>
        """;

    /// <summary>A hundred findings.</summary>
    private static string Legacy(int number)
    {
        var prices = Enumerable.Range(0, 100).Select(price => $"    public double Price{price} {{ get; set; }}\n");
        return $"public sealed class Legacy{number}\n{{\n{string.Concat(prices)}}}\n";
    }
}
