using AiAwareAnalyzers.HallucinatedApi.Missing;

namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>All that reflection can find on one type, as far as the compilation knows it.</summary>
internal sealed class TypeMembers
{
    private readonly INamedTypeSymbol _type;
    private readonly Compilation _compilation;

    private TypeMembers(INamedTypeSymbol type, Compilation compilation)
    {
        _type = type;
        _compilation = compilation;
        All = [.. Chain.SelectMany(RunTimeMember.DeclaredBy)];
    }

    /// <summary>
    /// What the type and its base types declare, inherited or not. An interface inherits nothing in reflection.
    /// </summary>
    public IReadOnlyList<RunTimeMember> All { get; }

    public INamedTypeSymbol Type => _type;

    /// <summary>Whether the type is written in this project.</summary>
    public bool IsOwn => SymbolEqualityComparer.Default.Equals(_type.ContainingAssembly, _compilation.Assembly);

    /// <summary>
    /// Null for what has no members that we know: type parameters, pointers, types with a missing ancestor, blocks of
    /// extensions.
    /// </summary>
    public static TypeMembers? Of(ITypeSymbol type, Compilation compilation)
    {
        if (type is IArrayTypeSymbol) type = compilation.GetSpecialType(SpecialType.System_Array);
        if (type is not INamedTypeSymbol { TypeKind: not (TypeKind.Error or TypeKind.Dynamic) } named
            || Receiver.HasMissingAncestor(type)
            || named.IsComImport)
            return null;
        if (named.IsUnboundGenericType) named = named.OriginalDefinition;
        if (named is { IsTupleType: true, TupleUnderlyingType: { } tuple }) named = tuple;
        return named.GetTypeMembers().Any(nested => nested.Name.Length == 0)
            ? null
            : new TypeMembers(named, compilation);
    }

    public bool IsInherited(RunTimeMember member) =>
        !SymbolEqualityComparer.Default.Equals(member.Owner, _type) && member.Name != RunTimeMember.EnumValue;

    /// <summary>Whether members may be there that references do not show: they leave out what is not public.</summary>
    public bool MayHideMembers(BindingRange range) =>
        range.IncludesNonPublic
        && (range.IsDeclaredOnly ? !IsInSource(_type) : Chain.Any(type => !IsInSource(type) && !IsRoot(type)));

    private IEnumerable<INamedTypeSymbol> Chain
    {
        get
        {
            for (INamedTypeSymbol? type = _type; type is not null; type = type.BaseType) yield return type;
        }
    }

    private static bool IsInSource(INamedTypeSymbol type) => !type.DeclaringSyntaxReferences.IsEmpty;

    /// <summary>What every type of its sort derives from has nothing hidden that a derived type inherits.</summary>
    private static bool IsRoot(INamedTypeSymbol type) =>
        type.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum
            or SpecialType.System_MulticastDelegate or SpecialType.System_Delegate;
}
