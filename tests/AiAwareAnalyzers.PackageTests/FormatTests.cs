namespace AiAwareAnalyzers.PackageTests;

/// <summary><c>dotnet format</c> applies the fixes of the packed package to the sample.</summary>
public sealed class FormatTests
{
    private static readonly Lazy<string> Shop = new(Copy);

    /// <summary>What the fixes make of the shop's money, file by file.</summary>
    private static readonly (string File, string Holds)[] Repaired =
    [
        ("Models/Product.cs", "public decimal Price { get; set; }"),
        ("Models/Cart.cs", "decimal UnitPrice"),
        ("Data/ShopContext.cs", "HasColumnType(\"decimal(18, 2)\")"),
        ("Services/PricingService.cs", "decimal subtotal = 0;"),
        ("Services/PricingService.cs", "\"FRIENDS\" => total * 0.85m"),
        ("Services/PricingService.cs", "amountInCents / 100m"),
        ("Services/RefundService.cs", "decimal.Parse(amountText)"),
        ("Services/CheckoutService.cs", "IsPaid(decimal paidAmount, decimal invoiceTotal)"),
    ];

    [Test]
    public void Money_moves_to_decimal_and_the_shop_still_builds()
    {
        string[] money = [.. Package.Ids.Where(id => id.StartsWith("AIA02", StringComparison.Ordinal))];
        Assert.That(Findings(), Is.SupersetOf(new[] { "AIA0201", "AIA0202", "AIA0203", "AIA0206", "AIA0208" }));

        DotNet.Succeed(
            Shop.Value,
            ["format", "analyzers", "Shop.csproj", "--no-restore", "--severity", "info", "--diagnostics", .. money]);

        foreach (var (file, holds) in Repaired)
            Assert.That(File.ReadAllText(Path.Combine(Shop.Value, file)), Does.Contain(holds), file);
        Assert.That(Findings(), Has.None.EqualTo("AIA0201").And.None
            .EqualTo("AIA0202").And.None
            .EqualTo("AIA0203").And.None
            .EqualTo("AIA0206").And.None
            .EqualTo("AIA0208"));
    }

    private static IEnumerable<string> Findings() =>
        DotNet.Succeed(Shop.Value, "build", "Shop.csproj", "--no-restore", "--nologo", "-v:q", "-tl:off").Diagnostics
            .Select(printed => printed.Id)
            .ToList();

    /// <summary>
    /// The sample as a user would have it: with the package instead of the projects of this repository.
    /// </summary>
    private static string Copy()
    {
        var folder = Path.Combine(Scratch.Folder("shop"), "copy");
        Repository.CopyTree(Path.Combine(Repository.Root, "docs", "sample"), folder);
        NuGet.Configure(folder);
        File.Delete(Path.Combine(folder, "packages.lock.json"));
        File.WriteAllText(
            Path.Combine(folder, "Directory.Build.props"),
            "<Project><PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>"
            + "<ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>");
        File.WriteAllText(
            Path.Combine(folder, "Directory.Build.targets"),
            $"""<Project><ItemGroup><PackageReference Include="AiAwareAnalyzers" VersionOverride="{Package.Version}" PrivateAssets="all" /></ItemGroup></Project>""");
        DotNet.Succeed(folder, "restore", "Shop.csproj", "-v:q");
        return folder;
    }
}
