using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>The members of a type that a string can name.</summary>
internal static class Nameable
{
    /// <summary>
    /// Whether all of a type's members are known: not those of a type parameter, of what is dynamic, or of what
    /// inherits from nowhere.
    /// </summary>
    public static bool IsKnown(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface,
            SpecialType: not SpecialType.System_Object }
            or IArrayTypeSymbol
        && !Receiver.HasMissingAncestor(type)
        && !type.AllInterfaces.Any(contract =>
            contract.Name is "IDynamicMetaObjectProvider" or "ICustomTypeDescriptor");

    /// <summary>
    /// A member that is written so belongs to the inside of a type, and that of a referenced one cannot be seen.
    /// </summary>
    public static bool MayBeHidden(ITypeSymbol type, string name) =>
        name.Length > 0 && !char.IsUpper(name[0])
        && TypeNames.SelfAndAncestors(type).Any(each =>
            each is { TypeKind: TypeKind.Class or TypeKind.Struct,
                SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }
            && each.DeclaringSyntaxReferences.IsEmpty);

    public static bool Has(ITypeSymbol type, string name, Func<ISymbol, bool> accepts) =>
        Called(type, name).Any(accepts);

    /// <summary>The members of a name, those of interfaces that are implemented explicitly among them.</summary>
    public static IEnumerable<ISymbol> Called(ITypeSymbol type, string name) =>
        TypeNames.SelfAndAncestors(type).SelectMany(each => each.GetMembers(name));

    public static IEnumerable<ISymbol> All(ITypeSymbol type, Func<ISymbol, bool> accepts) =>
        TypeNames.SelfAndAncestors(type).SelectMany(each => each.GetMembers())
            .Where(member => !member.IsImplicitlyDeclared || member is IPropertySymbol)
            .Where(member =>
                member.ContainingType?.SpecialType != SpecialType.System_Object
                && member.CanBeReferencedByName
                && accepts(member));

    public static IEnumerable<Choice> Choices(ITypeSymbol type, Func<ISymbol, bool> accepts) =>
        All(type, accepts).Select(member => new Choice(member.Name, member));

    public static bool IsProperty(ISymbol member) => member is IPropertySymbol { IsIndexer: false };

    public static bool IsInstanceProperty(ISymbol member) =>
        member is IPropertySymbol { IsIndexer: false, IsStatic: false };

    public static bool IsPropertyOrField(ISymbol member) =>
        IsProperty(member) || member is IFieldSymbol { IsImplicitlyDeclared: false };

    /// <summary>A property or field that leads to another entity, or may.</summary>
    public static bool IsNavigation(ISymbol member) =>
        IsPropertyOrField(member) && !IsScalar(TypeNames.TypeOf(member)!);

    public static bool IsScalarProperty(ISymbol member) =>
        IsInstanceProperty(member) && IsScalar(((IPropertySymbol)member).Type);

    /// <summary>A value of one column: no entity, and no collection of entities.</summary>
    public static bool IsScalar(ITypeSymbol type)
    {
        var element = ElementOf(type);
        return element.IsValueType
            || element.TypeKind == TypeKind.Enum
            || element.SpecialType is SpecialType.System_String
            || element is { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
                SpecialType: SpecialType.None };
    }

    /// <summary>What a collection holds; the type itself where it is none.</summary>
    public static ITypeSymbol ElementOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => type,
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol
            { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } sequence =>
            sequence.TypeArguments[0],
        _ => type.AllInterfaces.FirstOrDefault(contract =>
            contract.OriginalDefinition.SpecialType
            == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0]
                ?? type,
    };
}
