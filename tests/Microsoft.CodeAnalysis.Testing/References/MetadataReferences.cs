using System.Collections.Concurrent;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Every referenced file is opened once per process, so that the compiler shares its symbols among tests.</summary>
internal static class MetadataReferences
{
    private static readonly ConcurrentDictionary<string, Lazy<MetadataReference>> Opened = new(StringComparer.Ordinal);

    internal static MetadataReference FromFile(string path) =>
        Opened.GetOrAdd(path, static file => new Lazy<MetadataReference>(() => MetadataReference.CreateFromFile(file))).Value;
}
