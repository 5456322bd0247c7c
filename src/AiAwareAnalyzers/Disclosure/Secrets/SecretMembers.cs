using System.Collections.Concurrent;

namespace AiAwareAnalyzers.Disclosure.Secrets;

/// <summary>The secrets that an object takes along when all of it is written down.</summary>
internal sealed class SecretMembers
{
    private const int Depth = 2;

    /// <summary>Pieces of the names of attributes that keep a member out of logs.</summary>
    private static readonly ImmutableArray<string> Hiding = ImmutableArray.Create(
        "Ignore", "Mask", "NotLogged", "Redact", "Sensitive", "Classification", "Secret", "Private");

    private readonly ConcurrentDictionary<ITypeSymbol, ImmutableArray<string>> _members = new(
        SymbolEqualityComparer.Default);
    private readonly SecretValues _values;

    private SecretMembers(Compilation compilation) => _values = SecretValues.Of(compilation);

    public static SecretMembers Of(Compilation compilation) => Facts.Of(compilation, static c => new SecretMembers(c));

    /// <summary>
    /// The properties of a type, or of the elements of a collection, that hold secrets and are not kept out of logs.
    /// </summary>
    public ImmutableArray<string> Of(ITypeSymbol? type) =>
        type is null
            ? ImmutableArray<string>.Empty
            : _members.GetOrAdd(ElementOf(type), element => Read(element, Depth).Distinct().ToImmutableArray());

    /// <summary>A row's public id, whatever it is called: who keeps secrets keeps text.</summary>
    public static bool IsId(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { Name: "Nullable", TypeArguments: [{ Name: "Guid" }] } => true,
        { Name: "Guid", ContainingNamespace.Name: "System" } => true,
        _ => false,
    };

    /// <summary>A record whose text is all of its members: nobody wrote another one.</summary>
    public static bool WritesItself(ITypeSymbol? type) =>
        type is INamedTypeSymbol { IsRecord: true } record
        && !record.GetMembers("ToString")
            .Concat(record.GetMembers("PrintMembers"))
            .Any(static member => !member.IsImplicitlyDeclared);

    private IEnumerable<string> Read(ITypeSymbol type, int depth)
    {
        if (depth == 0 || !type.Locations.Any(location => location.IsInSource)) return [];
        return PropertiesOf(type).Where(property => !IsHidden(property) && !IsId(property.Type)).SelectMany(property =>
            _values.IsHeldBy(property) ? [property.Name] : Read(ElementOf(property.Type), depth - 1));
    }

    private static IEnumerable<IPropertySymbol> PropertiesOf(ITypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>())
                if (property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public,
                    GetMethod: not null })
                    yield return property;
    }

    private static bool IsHidden(IPropertySymbol property) =>
        property.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: var name }
            && Hiding.Any(piece => name.IndexOf(piece, StringComparison.Ordinal) >= 0));

    private static ITypeSymbol ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments.Length: 1 } list when list.AllInterfaces.Any(contract =>
            contract.SpecialType == SpecialType.System_Collections_IEnumerable) =>
            list.TypeArguments[0],
        _ => type,
    };
}
