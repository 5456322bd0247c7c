using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.PackageTests;

/// <summary>Runs the program that runs the rules over foreign code.</summary>
internal static partial class Field
{
    public static Output Run(string folder, params string[] arguments) =>
        DotNet.Run(folder, [Repository.FieldProgram, .. arguments]);

    /// <summary>As <see cref="Run"/>, for code in which no rule crashes and no name is denied.</summary>
    public static IReadOnlyList<string> Lines(string folder, params string[] arguments) =>
        LinesOf(DotNet.Succeed(folder, [Repository.FieldProgram, .. arguments]));

    /// <summary>What was printed, with one blank where columns were aligned with many.</summary>
    public static IReadOnlyList<string> LinesOf(Output output) =>
        [.. output.Text.Split('\n').Select(line => Blanks().Replace(line, " ").Trim())];

    public static void Write(string folder, params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            var file = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    /// <summary>A project for the framework of these tests.</summary>
    public static string Project(string items = "", string sdk = "Microsoft.NET.Sdk") =>
        $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
          </PropertyGroup>
          {items}
        </Project>
        """;

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();
}
