namespace AiAwareAnalyzers.PackageTests;

/// <summary>A project that uses the package, and what a build of it prints.</summary>
/// <param name="Sentence">What is proved, and the name of the project.</param>
public sealed record Consumer(string Sentence)
{
    /// <summary>Its properties: <c>Name=value</c>, separated by blanks.</summary>
    public string Properties { get; init; } = "";

    /// <summary>What its .editorconfig says about C# files, beyond what makes the planted findings.</summary>
    public string EditorConfig { get; init; } = "";

    public string Target { get; init; } = "<TargetFramework>net10.0</TargetFramework>";

    /// <summary>How it comes to the package.</summary>
    public string Items { get; init; } = $"""<PackageReference Include="AiAwareAnalyzers" Version="{Package.Version}" PrivateAssets="all" />""";

    public string Code { get; init; } = "public sealed class Empty;\n";

    /// <summary>Which of our warnings and errors the build prints, in order of their ids.</summary>
    public string[] Prints { get; init; } = [];

    public string Name => string.Concat(Sentence.Select(letter => char.IsLetterOrDigit(letter) ? letter : '_'));

    public override string ToString() => Sentence;

    internal string WriteTo(string root)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, Name)).FullName;
        File.WriteAllText(Path.Combine(folder, "Code.cs"), Code);
        File.WriteAllText(Path.Combine(folder, ".editorconfig"), $"[*.cs]\n{EditorConfig.Replace("; ", "\n", StringComparison.Ordinal)}\n");
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
