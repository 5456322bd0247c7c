namespace AiAwareAnalyzers.PackageTests;

/// <summary><c>dotnet format</c> applies the fixes of the packed package to the sample.</summary>
public sealed class FormatTests
{
    private static readonly Lazy<string> Shop = new(Copy);

    [Test]
    public void Money_moves_to_decimal_and_the_shop_still_builds()
    {
        string[] money = [.. Package.Ids.Where(id => id.StartsWith("AIA02", StringComparison.Ordinal))];
        var before = Findings();
        Assert.That(before, Does.Contain("AIA0201"));

        DotNet.Succeed(Shop.Value, ["format", "analyzers", "Shop.csproj", "--no-restore", "--severity", "info", "--diagnostics", .. money]);

        Assert.That(File.ReadAllText(Path.Combine(Shop.Value, "Models", "Product.cs")), Does.Contain("decimal Price"));
        Assert.That(Findings(), Does.Not.Contain("AIA0201"));
    }

    private static IEnumerable<string> Findings() =>
        DotNet.Succeed(Shop.Value, "build", "Shop.csproj", "--no-restore", "--nologo", "-v:q", "-tl:off").Diagnostics.Select(printed => printed.Id).ToList();

    /// <summary>The sample as a user would have it: with the package instead of the projects of this repository.</summary>
    private static string Copy()
    {
        var folder = Path.Combine(Scratch.Folder("shop"), "copy");
        Repository.CopyTree(Path.Combine(Repository.Root, "docs", "sample"), folder);
        NuGet.Configure(folder);
        File.Delete(Path.Combine(folder, "packages.lock.json"));
        File.WriteAllText(
            Path.Combine(folder, "Directory.Build.props"),
            "<Project><PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>");
        File.WriteAllText(
            Path.Combine(folder, "Directory.Build.targets"),
            $"""<Project><ItemGroup><PackageReference Include="AiAwareAnalyzers" VersionOverride="{Package.Version}" PrivateAssets="all" /></ItemGroup></Project>""");
        DotNet.Succeed(folder, "restore", "Shop.csproj", "-v:q");
        return folder;
    }
}
