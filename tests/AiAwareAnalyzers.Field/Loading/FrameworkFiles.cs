using System.Runtime.InteropServices;

namespace AiAwareAnalyzers.Field.Loading;

/// <summary>What the SDK of this machine brings: reference assemblies, their generators, and Razor's.</summary>
internal static class FrameworkFiles
{
    public const string AspNetCore = "Microsoft.AspNetCore.App";

    private const string Plain = "Microsoft.NETCore.App";

    /// <summary>Generators that the SDK hands to the compiler only where a project asks for them.</summary>
    private static readonly string[] OnDemand =
        ["RequestDelegateGenerator", "ValidationsGenerator", "Binder.SourceGeneration", "OpenApi.SourceGenerators"];

    /// <summary>…/dotnet, seen from …/dotnet/shared/Microsoft.NETCore.App/10.0.0/.</summary>
    private static readonly string Root =
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    public static string RazorGenerator { get; } = Path.Combine(
        Newest(Path.Combine(Root, "sdk")),
        "Sdks", "Microsoft.NET.Sdk.Razor", "source-generators", "Microsoft.CodeAnalysis.Razor.Compiler.dll");

    /// <summary>Reference assemblies of the plain framework and, if it is asked for, of ASP.NET Core.</summary>
    public static IEnumerable<string> Assemblies(bool withAspNetCore) =>
        Packs(withAspNetCore).SelectMany(pack => FilesOf(pack, "ref", $"net{Environment.Version.Major}.0"));

    public static IEnumerable<string> Generators(bool withAspNetCore) =>
        Packs(withAspNetCore).SelectMany(pack => FilesOf(pack, "analyzers", "dotnet", "cs")).Where(RunsUnasked);

    public static bool RunsUnasked(string generator) =>
        !OnDemand.Any(name => generator.Contains(name, StringComparison.Ordinal));

    private static IEnumerable<string> Packs(bool withAspNetCore) =>
        (withAspNetCore ? [Plain, AspNetCore] : new[] { Plain })
        .Select(name => Newest(Path.Combine(Root, "packs", name + ".Ref")));

    private static string Newest(string folder) =>
        PackageVersion.NewestIn(folder) ?? throw new BadRequestException($"The SDK has nothing in '{folder}'");

    private static IEnumerable<string> FilesOf(params string[] folders)
    {
        var folder = Path.Combine(folders);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.dll") : [];
    }
}
