using System.Reflection;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Assembly files, one per simple name: the newest, and of equally new ones the first.</summary>
internal sealed class AssemblySet
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _names = [];

    internal IEnumerable<string> Paths => _names.Select(name => _paths[name]);

    internal bool Contains(string name) => _paths.ContainsKey(name);

    internal void AddRange(IEnumerable<string> paths)
    {
        foreach (var path in paths)
            Add(path);
    }

    internal void Add(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (_paths.TryAdd(name, path))
            _names.Add(name);
        else if (VersionOf(path) > VersionOf(_paths[name]))
            _paths[name] = path;
    }

    private static Version? VersionOf(string path) => AssemblyName.GetAssemblyName(path).Version;
}
