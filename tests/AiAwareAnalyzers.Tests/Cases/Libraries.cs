using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace AiAwareAnalyzers.Tests.Cases;

/// <summary>
/// The packages that test code is compiled against, loaded for code that runs; what the tests stand on themselves is
/// shared with it.
/// </summary>
internal sealed class Libraries : AssemblyLoadContext
{
    private static readonly ConcurrentDictionary<string, Lazy<Libraries>> Known = new();

    private readonly Dictionary<string, string> _paths;

    private Libraries(IEnumerable<MetadataReference> references) =>
        _paths = references.OfType<PortableExecutableReference>().Select(reference => reference.FilePath!)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Contains("ref"))
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path));

    public static Libraries Of(ReferenceSet references) =>
        Known.GetOrAdd(references.Key, _ => new Lazy<Libraries>(() => new Libraries(references.Metadata))).Value;

    /// <summary>A place for one piece of code, which goes when nobody needs it any more.</summary>
    public AssemblyLoadContext NewRoom(string name) => new Room(name, this);

    /// <summary>
    /// The feed that the tests are restored from has the native half of SQLite in a version that is older than its
    /// callers ask for, and new enough for them.
    /// </summary>
    protected override Assembly? Load(AssemblyName assembly)
    {
        var own = OwnOf(assembly.Name!);
        if (own is not null && (own.GetName().Version >= assembly.Version || !_paths.ContainsKey(assembly.Name!)))
            return own;
        return _paths.TryGetValue(assembly.Name!, out var path) ? LoadFromAssemblyPath(path) : null;
    }

    private static Assembly? OwnOf(string name)
    {
        try
        {
            return Default.LoadFromAssemblyName(new AssemblyName(name));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private sealed class Room(string name, Libraries libraries) : AssemblyLoadContext(name, isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assembly) => libraries.Load(assembly);
    }
}
