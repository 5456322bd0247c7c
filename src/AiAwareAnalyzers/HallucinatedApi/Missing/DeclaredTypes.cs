using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Missing;

/// <summary>Which of the types that declarations write cannot be bound.</summary>
/// <remarks>
/// Binding every signature once more would cost what compiling it costs. So a name is first looked for in this project
/// and in the imported namespaces, which takes a glance at a table; only what is not there is asked of the compiler.
/// </remarks>
internal sealed class DeclaredTypes
{
    private readonly Compilation _compilation;
    private readonly HashSet<string> _own;
    private readonly ImmutableArray<string> _globalImports;
    private readonly ConcurrentDictionary<string, INamespaceSymbol?> _spaces = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SyntaxTree, ImmutableArray<UnboundType>> _unbound = new();

    private DeclaredTypes(Compilation compilation)
    {
        _compilation = compilation;
        _own = new(compilation.Assembly.TypeNames, StringComparer.Ordinal);
        _globalImports = compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot() is CompilationUnitSyntax root ? root.Usings : default)
            .Where(directive => !directive.GlobalKeyword.IsKind(SyntaxKind.None))
            .Select(MissingImports.NameOf)
            .OfType<NameSyntax>()
            .Select(name => name.ToString())
            .Distinct()
            .ToImmutableArray();
        HasUnknownGlobalImport = _globalImports.Any(import => SpaceOf(import) is null);
    }

    /// <summary>Some import of the whole project cannot be bound: any name may lie there.</summary>
    public bool HasUnknownGlobalImport { get; }

    public static DeclaredTypes Of(Compilation compilation) => Facts.Of(compilation, static c => new DeclaredTypes(c));

    /// <summary>The names in a file's declarations that cannot be bound.</summary>
    public static ImmutableArray<UnboundType> UnboundIn(SemanticModel model, CancellationToken cancellation) =>
        Of(model.Compilation)._unbound.GetOrAdd(model.SyntaxTree, tree =>
            Of(model.Compilation).UnboundOf(DeclarationNames.Of(tree, cancellation), () => model, cancellation));

    /// <summary>As above, where nobody has a model yet.</summary>
    public ImmutableArray<UnboundType> UnboundOf(
        DeclarationNames file, Func<SemanticModel> modelOf, CancellationToken cancellation)
    {
        var imports = ImportsOf(file).Select(SpaceOf).OfType<INamespaceSymbol>().ToList();
        var known = new Dictionary<(string, int), bool>();
        var unknown = file.Names.Where(name => !Knows(name, imports, known)).ToList();
        if (unknown.Count == 0) return ImmutableArray<UnboundType>.Empty;

        var model = modelOf();
        return unknown.Select(name => UnboundType.At(name, model, cancellation))
            .OfType<UnboundType>()
            .ToImmutableArray();
    }

    /// <summary>The namespaces whose types a file needs not qualify.</summary>
    public IEnumerable<string> ImportsOf(DeclarationNames file) => _globalImports.Concat(file.Imports).Distinct();

    /// <summary>Whether this project declares a type of the name, wherever.</summary>
    public bool IsOwn(string name) => _own.Contains(name) || _own.Contains(name + nameof(Attribute));

    private bool Knows(
        SimpleNameSyntax name, IReadOnlyList<INamespaceSymbol> imports, Dictionary<(string, int), bool> known)
    {
        if (name.Parent is AliasQualifiedNameSyntax) return true;
        if (DeclarationNames.IsQualified(name)) return KnowsQualified(name);
        if (name.Parent is QualifiedNameSyntax && SpaceOf(name.Identifier.ValueText) is not null) return true;
        var key = (name.Identifier.ValueText + (name.Parent is AttributeSyntax ? "[]" : ""), ArityOf(name));
        if (!known.TryGetValue(key, out var isKnown))
            known[key] = isKnown = IsOwn(name.Identifier.ValueText) || imports.Any(space => Holds(space, name));
        return isKnown;
    }

    private bool KnowsQualified(SimpleNameSyntax name)
    {
        if (name.Parent is not QualifiedNameSyntax { Left: { } left }
            || left.DescendantNodesAndSelf().Any(part => part is GenericNameSyntax))
            return false;
        if (SpaceOf(left.ToString().Replace("global::", "")) is not { } space) return false;
        return Holds(space, name) || space.GetMembers(name.Identifier.ValueText).OfType<INamespaceSymbol>().Any();
    }

    private static bool Holds(INamespaceSymbol space, SimpleNameSyntax name) =>
        !space.GetTypeMembers(name.Identifier.ValueText, ArityOf(name)).IsEmpty
        || (name.Parent is AttributeSyntax or QualifiedNameSyntax { Parent: AttributeSyntax }
            && !space.GetTypeMembers(name.Identifier.ValueText + nameof(Attribute)).IsEmpty);

    private static int ArityOf(SimpleNameSyntax name) =>
        name is GenericNameSyntax generic ? generic.TypeArgumentList.Arguments.Count : 0;

    /// <summary>The namespace of a full name; null where there is none.</summary>
    private INamespaceSymbol? SpaceOf(string name) => _spaces.GetOrAdd(name, text =>
    {
        var space = _compilation.GlobalNamespace;
        foreach (var part in text.Split('.'))
        {
            if (space.GetMembers(part).OfType<INamespaceSymbol>().FirstOrDefault() is not { } inner) return null;
            space = inner;
        }

        return space;
    });
}
