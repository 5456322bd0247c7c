using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Injection.Sinks;

/// <summary>Where text becomes a path that is opened, written, listed or deleted.</summary>
internal sealed class PathSinks
{
    private static readonly string[] FileMethods =
    [
        "AppendAllLines", "AppendAllLinesAsync", "AppendAllText", "AppendAllTextAsync", "AppendText", "Create",
        "CreateText", "Delete", "Exists", "Open", "OpenHandle", "OpenRead", "OpenText", "OpenWrite",
        "ReadAllBytes", "ReadAllBytesAsync", "ReadAllLines", "ReadAllLinesAsync", "ReadAllText", "ReadAllTextAsync",
        "ReadLines", "ReadLinesAsync",
        "WriteAllBytes", "WriteAllBytesAsync", "WriteAllLines", "WriteAllLinesAsync", "WriteAllText",
        "WriteAllTextAsync",
    ];

    private static readonly string[] DirectoryMethods =
    [
        "CreateDirectory", "Delete", "EnumerateDirectories", "EnumerateFiles", "EnumerateFileSystemEntries", "Exists",
        "GetDirectories", "GetFiles", "GetFileSystemEntries"
    ];

    internal static readonly ImmutableArray<Sink> Table =
        FileMethods.Select(method => new Sink("System.IO.File", method, "path"))
            .Concat(DirectoryMethods.Select(method => new Sink("System.IO.Directory", method, "path")))
            .Concat(
            [
                new("System.IO.File", "Copy", "sourceFileName"),
                new("System.IO.File", "Copy", "destFileName"),
                new("System.IO.File", "Move", "sourceFileName"),
                new("System.IO.File", "Move", "destFileName"),
                new("System.IO.File", "Replace", "destinationFileName"),
                new("System.IO.FileStream", SinkTable.Constructor, "path"),
                new("System.IO.StreamReader", SinkTable.Constructor, "path"),
                new("System.IO.StreamWriter", SinkTable.Constructor, "path"),
                new("System.IO.FileInfo", SinkTable.Constructor, "fileName"),
                new("System.IO.DirectoryInfo", SinkTable.Constructor, "path"),
                new("System.IO.Compression.ZipFileExtensions", "ExtractToFile", "destinationFileName"),
                new("System.IO.Compression.ZipFile", "ExtractToDirectory", "destinationDirectoryName"),
                new("System.IO.Compression.ZipFile", "OpenRead", "archiveFileName"),
                new("System.Formats.Tar.TarEntry", "ExtractToFile", "destinationFileName"),
                new("System.Formats.Tar.TarEntry", "ExtractToFileAsync", "destinationFileName"),
                new("Microsoft.AspNetCore.Mvc.ControllerBase", "PhysicalFile", "physicalPath"),
                new("Microsoft.AspNetCore.Mvc.PhysicalFileResult", SinkTable.Constructor, "fileName"),
                new("Microsoft.AspNetCore.Http.Results", "File", "path"),
                new("Microsoft.AspNetCore.Http.TypedResults", "PhysicalFile", "path"),
                new("Microsoft.AspNetCore.Http.SendFileResponseExtensions", "SendFileAsync", "fileName"),
            ])
            .ToImmutableArray();

    private readonly ConcurrentDictionary<SyntaxNode, Dictionary<string, int>> _led = new();
    private readonly SinkTable _table;
    private readonly TextTemplates _templates;
    private readonly SinkReader _reader;
    private readonly Inputs _inputs;

    private PathSinks(Compilation compilation)
    {
        _inputs = Inputs.Of(compilation);
        _table = new(compilation, Table);
        _templates = TextTemplates.Of(compilation);
        _reader = new(_templates, _table.TextsOf);
    }

    public bool AreReferenced => !_table.IsEmpty;

    public static PathSinks Of(Compilation compilation) => Facts.Of(compilation, static known => new PathSinks(known));

    public SinkUse? At(IOperation operation) => _reader.At(operation);

    /// <summary>What of a path someone outside decides: anything, or the name of a folder.</summary>
    public Hole? OpenIn(SinkUse use) =>
        use.Free.FirstOrDefault(hole => hole.Origin == TextOrigin.Input && !IsConfined(use, hole))
        ?? (NamedFolders.In(use, _inputs) is { } folder && !IsConfined(use, folder) ? folder : null);

    /// <summary>
    /// Whether the body, before it uses a path, asks where the path leads: <c>full.StartsWith(root)</c>,
    /// <c>name.Contains("..")</c>.
    /// </summary>
    public bool IsConfined(SinkUse use, Hole hole)
    {
        var key = TextOperations.Key(hole.Value);
        return use.Body.KindsBefore(key, use.Sink.Syntax).Any(kind => kind is CheckKind.Prefix or CheckKind.Search)
            || _led.GetOrAdd(use.Body.Root.Syntax, _ => Led(use.Body)).TryGetValue(key, out var place)
                && place < use.Sink.Syntax.SpanStart;
    }

    /// <summary>
    /// The values that become a part of a text which is asked about, each with the first place that asks.
    /// </summary>
    private Dictionary<string, int> Led(TextFlow body)
    {
        var led = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var search in body.Searches)
            if (search.Operation is IInvocationOperation call && TextOperations.Instance(call) is { } path)
                foreach (var hole in _templates.Read(path).Holes)
                    if (TextOperations.Key(hole.Value) is var key
                        && (!led.TryGetValue(key, out var first) || call.Syntax.SpanStart < first))
                        led[key] = call.Syntax.SpanStart;
        return led;
    }
}
