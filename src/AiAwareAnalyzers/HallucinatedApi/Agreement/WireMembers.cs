using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.HallucinatedApi.Agreement;

/// <summary>A property that goes over the wire.</summary>
/// <param name="Name">Its name in JSON, where an attribute says so; else that of the property.</param>
/// <param name="IsNamed">Whether an attribute says so.</param>
/// <param name="Symbol">The property itself.</param>
/// <param name="Type">What it holds.</param>
internal sealed record WireMember(string Name, bool IsNamed, ISymbol Symbol, ITypeSymbol Type);

/// <summary>Which properties of a type go over the wire.</summary>
internal static class WireMembers
{
    private static readonly string[] Elsewhere = ["JsonExtensionData", "JsonProperty", "DataMember"];

    /// <summary>Null where others may be there too, or the attributes are those of a library not known here.</summary>
    public static ImmutableArray<WireMember>? Of(ITypeSymbol type, bool isSent)
    {
        if (type is not INamedTypeSymbol named || !IsPlain(named)) return null;
        var members = ImmutableArray.CreateBuilder<WireMember>();
        foreach (var owner in named.SelfAndBases().TakeWhile(each => each.SpecialType == SpecialType.None))
        {
            if (WireTypes.IsOfSystem(owner)) return null;
            foreach (var member in owner.GetMembers())
            {
                if (Elsewhere.Any(attribute => WireTypes.Has(member, attribute))) return null;
                if (TypeOf(member) is { } held
                    && IsVisible(member)
                    && IsCarried(member, named, isSent)
                    && !members.Any(known => known.Symbol.Name == member.Name))
                    members.Add(Read(member, held));
            }
        }

        return members.ToImmutable();
    }

    /// <summary>Whether the property may be left out when the object is sent.</summary>
    public static bool IsSometimesIgnored(ISymbol member) => WireTypes.Has(member, "JsonIgnore");

    private static bool IsPlain(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct
        && !type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name
            is "JsonPolymorphicAttribute" or "JsonDerivedTypeAttribute" or "DataContractAttribute"
            or "JsonConverterAttribute" or "JsonObjectAttribute");

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol { IsStatic: false, IsIndexer: false, IsImplicitlyDeclared: false } property => property.Type,
        IPropertySymbol { IsStatic: false, IsIndexer: false, ContainingType.IsAnonymousType: true } property =>
            property.Type,
        IPropertySymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public, Name: not "EqualityContract" }
            property when property.ContainingType.IsRecord => property.Type,
        IFieldSymbol { IsStatic: false } field when WireTypes.Has(field, "JsonInclude") => field.Type,
        _ => null,
    };

    private static bool IsVisible(ISymbol member) =>
        (member.DeclaredAccessibility == Accessibility.Public || WireTypes.Has(member, "JsonInclude"))
        && !IsIgnored(member);

    private static bool IsIgnored(ISymbol member) => member.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "JsonIgnoreAttribute"
        && (attribute.NamedArguments.IsEmpty || attribute.NamedArguments.Any(argument =>
            argument is { Key: "Condition", Value.Value: 1 })));

    /// <summary>What is computed is sent and never read, but for what a constructor takes.</summary>
    private static bool IsCarried(ISymbol member, INamedTypeSymbol type, bool isSent) =>
        member is not IPropertySymbol property
        || (isSent
            ? property.GetMethod is not null
            : property.SetMethod is not null || type.InstanceConstructors.Any(constructor =>
                constructor.Parameters.Any(parameter => string.Equals(
                    parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase))));

    private static WireMember Read(ISymbol member, ITypeSymbol held)
    {
        var name = member.GetAttributes()
            .FirstOrDefault(attribute => attribute.AttributeClass?.Name == "JsonPropertyNameAttribute")
            ?.ConstructorArguments.FirstOrDefault().Value as string;
        return new(name ?? member.Name, name is not null, member, held);
    }
}
