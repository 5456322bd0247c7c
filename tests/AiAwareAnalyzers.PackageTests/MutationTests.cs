namespace AiAwareAnalyzers.PackageTests;

/// <summary>
/// From the real tool to the finding: Stryker.NET changes a small solution, and the next build shows what its tests did
/// not notice.
/// </summary>
public sealed class MutationTests
{
    private const string Stryker = "5.1.0";

    private const string Discounts =
        """
        namespace Shop;

        public static class Discounts
        {
            public static decimal Of(decimal total) => total > 100 ? total / 10 : 0;
        }

        """;

    private const string DiscountsTests =
        """
        using NUnit.Framework;

        namespace Shop.Tests;

        public sealed class DiscountsTests
        {
            [TestCase(50, 0)]
            [TestCase(200, 20)]
            public void Saves(int total, int discount) => Assert.That(Discounts.Of(total), Is.EqualTo(discount));
        }

        """;

    private static readonly (string Name, string Text)[] Solution =
    [
        ("Shop.slnx",
            """
            <Solution>
              <Project Path="src/Shop/Shop.csproj" />
              <Project Path="tests/Shop.Tests/Shop.Tests.csproj" />
            </Solution>
            """),
        ("src/Shop/Shop.csproj", Project(Consumer.Reference("""PrivateAssets="all" """))),
        ("src/Shop/Discounts.cs", Discounts),
        ("tests/Shop.Tests/Shop.Tests.csproj", Project(
            """
            <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.10.1" />
            <PackageReference Include="NUnit" Version="4.6.1" />
            <PackageReference Include="NUnit3TestAdapter" Version="6.3.0" />
            <ProjectReference Include="../../src/Shop/Shop.csproj" />
            """)),
        ("tests/Shop.Tests/DiscountsTests.cs", DiscountsTests),
    ];

    [Test]
    public void The_next_build_shows_what_survived()
    {
        var folder = Scratch.Folder("mutants");
        NuGet.Configure(folder);
        Field.Write(folder, Solution);
        DotNet.Succeed(folder, "new", "tool-manifest");
        DotNet.Succeed(folder, "tool", "install", "dotnet-stryker", "--version", Stryker);
        DotNet.Succeed(folder, "restore", "Shop.slnx", "-v:q");
        DotNet.Succeed(
            folder, "stryker", "--solution", "Shop.slnx", "--reporter", "json", "--skip-version-check");

        var finding = Build(folder).Single();
        Assert.That(
            (finding.ToString(), finding.File, finding.Line, finding.Message),
            Is.EqualTo((
                "warning AIA1115",
                "Discounts.cs",
                5,
                "'total > 100' became 'total >= 100', and all 2 tests that run it still passed; assert in "
                + "'DiscountsTests' what tells the two apart")));

        File.AppendAllText(Path.Combine(folder, "src/Shop/Discounts.cs"), "// Changed since.\n");
        Assert.That(Build(folder), Is.Empty);
    }

    private static IEnumerable<Printed> Build(string folder) =>
        DotNet.Succeed(folder, "build", "src/Shop", "--no-restore", "--nologo", "-v:q", "-tl:off").Diagnostics;

    private static string Project(string items) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
          </PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
        </Project>
        """;
}
