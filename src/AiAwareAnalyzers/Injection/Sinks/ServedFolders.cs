using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Injection.Sinks;

/// <summary>What is uploaded, which calls write a file, and whether a folder is sent to everybody who asks.</summary>
internal sealed class ServedFolders
{
    private static readonly ImmutableArray<Sink> Writes = ImmutableArray.Create<Sink>(
        new("System.IO.FileStream", SinkTable.Constructor, "path"),
        new("System.IO.File", "Create", "path"),
        new("System.IO.File", "Open", "path"),
        new("System.IO.File", "OpenWrite", "path"),
        new("System.IO.File", "WriteAllBytes", "path"),
        new("System.IO.File", "WriteAllBytesAsync", "path"));

    private static readonly ImmutableArray<string> Servers = ImmutableArray.Create(
        "UseStaticFiles", "MapStaticAssets", "UseFileServer");

    /// <summary>An attribute, a validator or a setting that says which endings are allowed.</summary>
    private static readonly ImmutableArray<string> Lists = ImmutableArray.Create(
        "AllowedExtensions", "allowedExtensions", "PermittedExtensions", "permittedExtensions", "FileExtensions",
        "AllowedContentTypes", "AllowedMimeTypes", "AllowedFileTypes");

    private readonly Compilation _compilation;
    private readonly SinkTable _writes;
    private readonly ImmutableArray<INamedTypeSymbol> _uploads;
    private readonly Lazy<bool> _areServed;

    private ServedFolders(Compilation compilation)
    {
        _compilation = compilation;
        _writes = new(compilation, Writes);
        _uploads = ImmutableArray
            .Create("Microsoft.AspNetCore.Http.IFormFile", "Microsoft.AspNetCore.Components.Forms.IBrowserFile")
            .SelectMany(name => compilation.GetTypesByMetadataName(name))
            .ToImmutableArray();
        _areServed = new(() =>
            compilation.SyntaxTrees.Any(static tree => Calls.AreMentioned(tree, Servers))
            && !compilation.SyntaxTrees.Any(static tree => Calls.AreMentioned(tree, Lists)));
    }

    public static ServedFolders Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new ServedFolders(c));

    public bool ArePossible => !_uploads.IsEmpty && !_writes.IsEmpty;

    /// <summary>Whether static files are sent at all, and no list of endings stands anywhere.</summary>
    public bool AreOpen => _areServed.Value;

    /// <summary>The paths that an operation writes a file to, constants left out.</summary>
    public ImmutableArray<IOperation> PathsOf(IOperation operation) => _writes.TextsOf(operation);

    public bool IsUpload(ITypeSymbol? type) => type.InheritsAny(_uploads);

    /// <summary>How the code calls the web root that a path lies below; null where it lies elsewhere.</summary>
    public string? RootOf(Template path) =>
        path.Holes.Select(hole => Locals.Around(hole.Value, _compilation).Follow(hole.Value))
            .FirstOrDefault(static value => value is IPropertyReferenceOperation { Property.Name: "WebRootPath" })
            ?.Syntax.ToString()
        ?? (path.Literals.Any(static text => text.Split('/', '\\').Contains("wwwroot")) ? "wwwroot" : null);
}
