using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Materialization.Streaming;

/// <summary>Readers and streams of the framework.</summary>
internal sealed class Streams
{
    /// <summary>What is read on and on, and what is as long as a file.</summary>
    internal static readonly ImmutableArray<string> Readers = ImmutableArray.Create(
        "System.IO.TextReader", "System.Data.IDataReader", "System.Data.Common.DbDataReader");
    internal static readonly ImmutableArray<string> Files = ImmutableArray.Create(
        "System.IO.Stream", "System.IO.FileInfo");

    private readonly ImmutableArray<INamedTypeSymbol> _readers;
    private readonly ImmutableArray<INamedTypeSymbol> _files;
    private readonly INamedTypeSymbol? _memory;
    private readonly INamedTypeSymbol? _stream;

    private Streams(Compilation compilation)
    {
        _readers = Readers.SelectMany(name => compilation.GetTypesByMetadataName(name)).ToImmutableArray();
        _files = Files.SelectMany(name => compilation.GetTypesByMetadataName(name)).ToImmutableArray();
        _stream = compilation.GetTypeByMetadataName("System.IO.Stream");
        _memory = compilation.GetTypeByMetadataName("System.IO.MemoryStream");
    }

    public static Streams Of(Compilation compilation) => Facts.Of(compilation, static c => new Streams(c));

    /// <summary>Whether a call takes the next line or row of a reader.</summary>
    public bool ReadsOn(IInvocationOperation call) =>
        call is { TargetMethod.Name: "Read" or "ReadAsync" or "ReadLine" or "ReadLineAsync", Instance.Type: { } type }
        && type.InheritsAny(_readers)
        && type.Name != "StringReader";

    /// <summary>A stream or reader made over bytes or text that are in memory already.</summary>
    public bool WrapsBytes(IObjectCreationOperation creation) =>
        creation.Arguments.Length == 1 && SymbolEqualityComparer.Default.Equals(creation.Type, _memory);

    public static bool WrapsText(IObjectCreationOperation creation) =>
        creation.Type is { Name: "StringReader", ContainingNamespace.Name: "IO" };

    /// <summary>Whether a method hashes bytes and has a form that hashes a stream.</summary>
    public static bool Hashes(IMethodSymbol method) =>
        method.Name is "ComputeHash" or "HashData" or "ComputeHashAsync" or "HashDataAsync";

    /// <summary>Whether a call writes to a stream.</summary>
    public bool Writes(IInvocationOperation call) =>
        call is { TargetMethod.Name: "Write" or "WriteAsync", Instance: { } target } && IsStream(target.Type);

    public bool IsStream(ITypeSymbol? type) => type.Inherits(_stream);

    /// <summary>Whether something is as long as a file, which a stream in memory is not.</summary>
    public bool IsAsLongAsAFile(ITypeSymbol? type) => type.InheritsAny(_files) && !type.Inherits(_memory);
}
