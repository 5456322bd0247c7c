using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>The types of the project itself: who derives from whom. Asked only when a name was not found.</summary>
internal sealed class OwnTypes
{
    private readonly Compilation _compilation;
    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _all;
    private readonly Lazy<ILookup<ISymbol?, INamedTypeSymbol>> _heirs;

    private OwnTypes(Compilation compilation)
    {
        _compilation = compilation;
        _all = new(() => compilation.Assembly.GlobalNamespace.AllTypes().ToImmutableArray());
        _heirs = new(() => _all.Value.SelectMany(type => Ancestors(type).Select(ancestor => (ancestor, type)))
            .ToLookup(
                pair => (ISymbol?)pair.ancestor.OriginalDefinition, pair => pair.type, SymbolEqualityComparer.Default));
    }

    public static OwnTypes Of(Compilation compilation) => Facts.Of(compilation, static c => new OwnTypes(c));

    public ImmutableArray<INamedTypeSymbol> All => _all.Value;

    /// <summary>The types of the project that inherit from a type or implement it.</summary>
    public IEnumerable<INamedTypeSymbol> HeirsOf(ITypeSymbol type) => _heirs.Value[type.OriginalDefinition];

    /// <summary>Whether some heir has such a member, where the type itself has none.</summary>
    public bool HeirsHave(ITypeSymbol type, string name, Func<ISymbol, bool> accepts) =>
        HeirsOf(type).Any(heir => Nameable.Has(heir, name, accepts));

    /// <summary>
    /// Whether the model of a database is put together here: only then are all its shadow properties seen.
    /// </summary>
    public bool HasContext =>
        EntityFramework.Of(_compilation).Context is { } context
        && HeirsOf(context).Any(heir => !heir.IsAbstract && IsSeen(heir));

    /// <summary>Whether a context of the project has a set of an entity, or a type of it configures one.</summary>
    public bool Model(ITypeSymbol entity) => All.Any(type =>
        type.GetMembers().OfType<IPropertySymbol>().Any(set => IsOf(set.Type, "DbSet", entity))
        || type.AllInterfaces.Any(contract => IsOf(contract, "IEntityTypeConfiguration", entity)));

    private static bool IsOf(ITypeSymbol type, string name, ITypeSymbol entity) =>
        type is INamedTypeSymbol { TypeArguments: [var argument] } generic
        && generic.Name == name
        && SymbolEqualityComparer.Default.Equals(argument, entity);

    /// <summary>
    /// Whether nothing but this project and the framework itself puts the model of a context together.
    /// </summary>
    private static bool IsSeen(INamedTypeSymbol context) => Ancestors(context).OfType<INamedTypeSymbol>()
        .Where(ancestor => ancestor.TypeKind == TypeKind.Class
            && ancestor.DeclaringSyntaxReferences.IsEmpty
            && ancestor.SpecialType != SpecialType.System_Object)
        .All(ancestor =>
            ancestor.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.", StringComparison.Ordinal));

    private static IEnumerable<ITypeSymbol> Ancestors(INamedTypeSymbol type) =>
        TypeNames.SelfAndAncestors(type).Skip(1);
}
