using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Injection.Sinks;

/// <summary>Where text becomes the value of a header.</summary>
internal sealed class HeaderSinks
{
    internal static readonly ImmutableArray<Sink> Table = ImmutableArray.Create<Sink>(
        new Sink("Microsoft.AspNetCore.Http.HeaderDictionaryExtensions", "Append", "value"),
        new("System.Net.Http.Headers.HttpHeaders", "Add", "value"),
        new("System.Net.Http.Headers.HttpHeaders", "TryAddWithoutValidation", "value"));

    private readonly SinkTable _table;
    private readonly INamedTypeSymbol? _headers;
    private readonly SinkReader _reader;

    private HeaderSinks(Compilation compilation)
    {
        _table = new(compilation, Table);
        _headers = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.IHeaderDictionary");
        _reader = new(TextTemplates.Of(compilation), TextsOf);
    }

    public bool AreReferenced => !_table.IsEmpty;

    public static HeaderSinks Of(Compilation compilation) =>
        Facts.Of(compilation, static known => new HeaderSinks(known));

    public SinkUse? At(IOperation operation) => _reader.At(operation);

    private ImmutableArray<IOperation> TextsOf(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance.Type: { } owner },
            Value: { ConstantValue.HasValue: false } value }
            when IsHeaders(owner) =>
            ImmutableArray.Create(value),
        IInvocationOperation
            { TargetMethod.Name: "Add" or "TryAdd", Instance.Type: { } owner, Arguments: { Length: 2 } arguments }
            when IsHeaders(owner) =>
            ImmutableArray.Create(arguments[1].Value),
        _ => _table.TextsOf(operation),
    };

    private bool IsHeaders(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(type, _headers);
}
