namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>
/// Every type that a compilation can name, and every extension method: read once, and only when a lookup has failed.
/// </summary>
internal sealed class ReferencedTypes
{
    private readonly Dictionary<string, List<INamedTypeSymbol>> _types = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<IMethodSymbol>> _extensions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<IMethodSymbol>> _ofStaticClasses = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<INamespaceSymbol> _namespaces = [];
    private readonly Compilation _compilation;

    private ReferencedTypes(Compilation compilation)
    {
        _compilation = compilation;
        Read(compilation.GlobalNamespace);
    }

    /// <summary>Every namespace that holds a type or another namespace.</summary>
    public IReadOnlyList<INamespaceSymbol> Namespaces => _namespaces;

    public IEnumerable<string> Names => _types.Keys;

    public static ReferencedTypes Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new ReferencedTypes(c));

    /// <summary>The types of a name, however its letters are cased.</summary>
    public IReadOnlyList<INamedTypeSymbol> Named(string name) => _types.TryGetValue(name, out var types) ? types : [];

    /// <summary>The extension methods of a name, however its letters are cased.</summary>
    public IReadOnlyList<IMethodSymbol> Extensions(string name) =>
        _extensions.TryGetValue(name, out var methods) ? methods : [];

    /// <summary>The public methods of static classes that are no extensions, however the letters are cased.</summary>
    public IReadOnlyList<IMethodSymbol> OfStaticClasses(string name) =>
        _ofStaticClasses.TryGetValue(name, out var methods) ? methods : [];

    private void Read(INamespaceSymbol space)
    {
        if (!space.IsGlobalNamespace) _namespaces.Add(space);
        foreach (var member in space.GetMembers())
        {
            if (member is INamespaceSymbol inner) Read(inner);
            else if (member is INamedTypeSymbol type
                && _compilation.IsSymbolAccessibleWithin(type, _compilation.Assembly))
                Read(type);
        }
    }

    private void Read(INamedTypeSymbol type)
    {
        Add(_types, type.Name, type);
        if (!type.IsStatic && !type.MightContainExtensionMethods) return;
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            if (method is { IsStatic: true, MethodKind: MethodKind.Ordinary,
                DeclaredAccessibility: Accessibility.Public })
                Add(method.IsExtensionMethod ? _extensions : _ofStaticClasses, method.Name, method);
    }

    private static void Add<T>(Dictionary<string, List<T>> table, string name, T symbol)
    {
        if (!table.TryGetValue(name, out var symbols)) table[name] = symbols = [];
        symbols.Add(symbol);
    }
}
