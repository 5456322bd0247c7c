namespace AiAwareAnalyzers.PackageTests;

/// <summary>A project that uses the package, and what a build of it prints.</summary>
/// <param name="Sentence">What is proved; the project is named so.</param>
public sealed record Consumer(string Sentence)
{
    /// <summary>
    /// A warning (AIA0201), a suggestion (AIA0205), a warning that its rule lowers to a suggestion (AIA0401), a finding
    /// that is off by default (AIA0402), and a warning of the compiler (CS0169).
    /// </summary>
    private const string Planted =
        """
        using System.Collections.Generic;
        using System.Linq;

        public sealed class Product
        {
            private int _unused;

            public double Price { get; set; }

            public static decimal Rounded(decimal price) => System.Math.Round(price, 2);
        }

        public static class Numbers
        {
            public static int CountLarge(IEnumerable<int> numbers) => numbers.ToList().Where(number => number > 9).Count();
        }

        public sealed class Shop : Microsoft.EntityFrameworkCore.DbContext
        {
            public IQueryable<Product> Products => Enumerable.Empty<Product>().AsQueryable();

            public static IEnumerable<Product> All(Shop shop) => shop.Products;
        }

        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext
            {
            }
        }

        """;

    /// <summary>Its properties: <c>Name=value</c>, separated by blanks.</summary>
    public string Properties { get; init; } = "";

    /// <summary>What its .editorconfig says about C# files.</summary>
    public string EditorConfig { get; init; } = "";

    public string Target { get; init; } = "<TargetFramework>net10.0</TargetFramework>";

    /// <summary>How it comes to the package.</summary>
    public string Items { get; init; } = Reference("""PrivateAssets="all" """);

    public string Code { get; init; } = Planted;

    /// <summary>What else lies in its folder.</summary>
    public (string Name, string Text)[] Files { get; init; } = [];

    /// <summary>What the build prints, in order of the ids.</summary>
    public string Prints { get; init; } = "warning AIA0201, warning CS0169";

    public string Name => string.Concat(Sentence.Select(letter => char.IsLetterOrDigit(letter) ? letter : '_'));

    public bool IsGated => Properties.Contains("AiAwareGate=true", StringComparison.Ordinal);

    public override string ToString() => Sentence;

    public static string Reference(string assets) =>
        $"""<PackageReference Include="AiAwareAnalyzers" Version="{Package.Version}" {assets}/>""";

    internal string WriteTo(string root)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, Name)).FullName;
        File.WriteAllText(Path.Combine(folder, "Code.cs"), Code);
        File.WriteAllText(Path.Combine(folder, ".editorconfig"), $"[*.cs]\n{EditorConfig}\n");
        foreach (var (name, text) in Files)
        {
            var file = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        var project = Path.Combine(folder, Name + ".csproj");
        File.WriteAllText(project, Project);
        return project;
    }

    private string Project =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            {Target}
            {string.Concat(Properties.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Element))}
          </PropertyGroup>
          <ItemGroup>
            {Items}
          </ItemGroup>
        </Project>
        """;

    private static string Element(string property)
    {
        var parts = property.Split('=', 2);
        return $"<{parts[0]}>{parts[1]}</{parts[0]}>";
    }
}
