using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.HallucinatedApi.Sources;

/// <summary>
/// Where a symbol comes from, as a reader of the build log wants to know it: the assembly, its version, and the package
/// that brought it.
/// </summary>
internal static class AssemblySource
{
    private static readonly ImmutableHashSet<string> PackageParts = WordSet.IgnoringCase(
        "ref lib build runtimes analyzers");

    /// <summary><c>System.Net.Http 10.0.0.0 (Microsoft.NETCore.App.Ref 10.0.12)</c>, or <c>this project</c>.</summary>
    public static string Of(ISymbol symbol, Compilation compilation)
    {
        var assembly = (symbol as IArrayTypeSymbol)?.BaseType?.ContainingAssembly ?? symbol.ContainingAssembly;
        if (assembly is null || SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly))
            return "this project";

        var name = $"{assembly.Identity.Name} {assembly.Identity.Version}";
        return PackageOf(assembly, compilation) is { } package ? $"{name} ({package})" : name;
    }

    /// <summary>
    /// Whether an assembly comes out of a package or a framework's pack, and not out of a project beside this one.
    /// </summary>
    public static bool IsPackaged(IAssemblySymbol assembly, Compilation compilation) =>
        PackageOf(assembly, compilation) is not null;

    private static string? PackageOf(IAssemblySymbol assembly, Compilation compilation) =>
        compilation.GetMetadataReference(assembly) is PortableExecutableReference { FilePath: { } path }
            ? PackageAt(path, assembly.Identity.Name)
            : null;

    /// <summary>
    /// The package and its version, from a path as packages and packs are laid out: <c>…/name/version/lib/…</c>.
    /// </summary>
    internal static string? PackageAt(string path, string assemblyName)
    {
        var folders = path.Split('/', '\\');
        for (var i = 2; i < folders.Length; i++)
        {
            if (!PackageParts.Contains(folders[i]) || !IsVersion(folders[i - 1])) continue;
            return $"{Cased(folders[i - 2], assemblyName)} {folders[i - 1]}";
        }

        return null;
    }

    private static bool IsVersion(string folder) =>
        folder.Length > 2 && char.IsDigit(folder[0]) && folder.IndexOf('.') > 0;

    /// <summary>
    /// A package's folder is in lower case; its name is known where the assembly has it, or where it is a framework's
    /// pack.
    /// </summary>
    private static string Cased(string package, string assemblyName) =>
        new[]
        { assemblyName, "Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref",
            "Microsoft.WindowsDesktop.App.Ref", "NETStandard.Library", "NETStandard.Library.Ref"
        }
            .FirstOrDefault(known => string.Equals(known, package, StringComparison.OrdinalIgnoreCase)) ?? package;
}
