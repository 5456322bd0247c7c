using System.Reflection;
using System.Runtime.Loader;

namespace AiAwareAnalyzers.Tests.Cases;

/// <summary>The web framework of the installed SDK, for code that runs: the tests themselves do without it.</summary>
internal sealed class WebFramework(string name) : AssemblyLoadContext(name, isCollectible: true)
{
    private static readonly Lazy<string> Folder = new(() =>
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return Path.Combine(runtime, "..", "..", "Microsoft.AspNetCore.App", Path.GetFileName(runtime));
    });

    protected override Assembly? Load(AssemblyName assembly)
    {
        var path = Path.GetFullPath(Path.Combine(Folder.Value, assembly.Name + ".dll"));
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
