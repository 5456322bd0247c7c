using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Materialization.Streaming;

/// <summary>What a call reads whole.</summary>
internal enum WholeRead
{
    None,
    Lines,
    Text,
    Bytes,
    Entries,
}

/// <summary>
/// The calls that read a file or a folder to its end before they return, and those that read it as it is used.
/// </summary>
internal sealed class FileReads
{
    private static readonly Dictionary<string, (WholeRead What, string Lazy)> Calls = new()
    {
        ["ReadAllLines"] = (WholeRead.Lines, "ReadLines"),
        ["ReadAllLinesAsync"] = (WholeRead.Lines, "ReadLinesAsync"),
        ["ReadAllText"] = (WholeRead.Text, "OpenText"),
        ["ReadAllTextAsync"] = (WholeRead.Text, "OpenText"),
        ["ReadToEnd"] = (WholeRead.Text, "ReadLine"),
        ["ReadToEndAsync"] = (WholeRead.Text, "ReadLineAsync"),
        ["ReadAllBytes"] = (WholeRead.Bytes, "OpenRead"),
        ["ReadAllBytesAsync"] = (WholeRead.Bytes, "OpenRead"),
        ["GetFiles"] = (WholeRead.Entries, "EnumerateFiles"),
        ["GetDirectories"] = (WholeRead.Entries, "EnumerateDirectories"),
        ["GetFileSystemEntries"] = (WholeRead.Entries, "EnumerateFileSystemEntries"),
        ["GetFileSystemInfos"] = (WholeRead.Entries, "EnumerateFileSystemInfos"),
    };

    private static readonly ImmutableHashSet<string> LazyCalls = WordSet.Of(
        "ReadLines ReadLinesAsync EnumerateFiles EnumerateDirectories EnumerateFileSystemEntries",
        "EnumerateFileSystemInfos");

    /// <summary>The types that have these methods.</summary>
    internal static readonly ImmutableArray<string> TypeNames = ImmutableArray.Create(
        "System.IO.File", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.StreamReader");

    private readonly ImmutableHashSet<INamedTypeSymbol> _types;

    private FileReads(Compilation compilation) =>
        _types = TypeNames.SelectMany(name => compilation.GetTypesByMetadataName(name))
            .ToImmutableHashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);

    public static FileReads Of(Compilation compilation) => Facts.Of(compilation, static c => new FileReads(c));

    /// <summary>What a method reads whole.</summary>
    public WholeRead WholeReadBy(IMethodSymbol method) =>
        Calls.TryGetValue(method.Name, out var call) && _types.Contains(method.ContainingType)
            ? call.What
            : WholeRead.None;

    /// <summary>Whether a method reads while its result is enumerated.</summary>
    public bool IsLazy(IMethodSymbol method) =>
        LazyCalls.Contains(method.Name) && _types.Contains(method.ContainingType);

    /// <summary>The method of the same type that reads as it goes; null where this target has none.</summary>
    public string? LazyFormOf(IMethodSymbol method) =>
        Calls.TryGetValue(method.Name, out var call) && !method.ContainingType.GetMembers(call.Lazy).IsEmpty
            ? call.Lazy
            : null;
}
