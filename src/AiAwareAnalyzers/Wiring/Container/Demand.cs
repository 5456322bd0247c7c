using AiAwareAnalyzers.Knowledge.Container;

namespace AiAwareAnalyzers.Wiring.Container;

/// <summary>A service that somebody asks the container for.</summary>
/// <param name="Service">What is asked for.</param>
/// <param name="Key">The key that it is asked for with; null where there is none.</param>
/// <param name="Place">Where that is written.</param>
/// <param name="IsOptional">Whether there is a value to do without it.</param>
internal sealed record Demand(ITypeSymbol Service, string? Key, Location Place, bool IsOptional)
{
    /// <summary>What a parameter asks the container for; null where its value comes from elsewhere.</summary>
    public static Demand? Of(IParameterSymbol parameter)
    {
        string? key = null;
        foreach (var attribute in parameter.GetAttributes())
            switch (attribute.AttributeClass?.Name)
            {
                case "ServiceKeyAttribute": return null;
                case "FromKeyedServicesAttribute":
                    key = attribute.ConstructorArguments.IsEmpty
                        ? Registration.AnyKey
                        : KeyOf(attribute.ConstructorArguments[0]);
                    break;
            }

        return parameter.Locations.FirstOrDefault() is { } place
            ? new(Plain(parameter.Type), key, place, parameter.HasExplicitDefaultValue)
            : null;
    }

    /// <summary>
    /// What the constructor asks for that makes a type; none where there are several, or none that is public.
    /// </summary>
    public static IEnumerable<Demand> OfConstructor(INamedTypeSymbol type) =>
        ConstructorsOf(type) is { Length: 1 } only ? OfConstructor(only[0]) : [];

    public static IEnumerable<Demand> OfConstructor(IMethodSymbol constructor) =>
        constructor.Parameters.Select(Of).OfType<Demand>();

    public static ImmutableArray<IMethodSymbol> ConstructorsOf(INamedTypeSymbol type) =>
        type.InstanceConstructors
            .Where(static constructor => constructor.DeclaredAccessibility == Accessibility.Public)
            .ToImmutableArray();

    /// <summary>The properties of a component that are filled when it is made.</summary>
    public static IEnumerable<Demand> OfProperties(INamedTypeSymbol component)
    {
        foreach (var property in component.GetMembers().OfType<IPropertySymbol>())
            if (property.GetAttributes().FirstOrDefault(IsInject) is { } inject
                && property.Locations.FirstOrDefault() is { } place)
                yield return new(Plain(property.Type), KeyOf(inject), place, IsOptional: false);
    }

    /// <summary>The container knows of no question marks.</summary>
    private static ITypeSymbol Plain(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None);

    private static bool IsInject(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "InjectAttribute", ContainingNamespace.Name: "Components" };

    private static string? KeyOf(AttributeData inject) =>
        KeyOf(inject.NamedArguments.FirstOrDefault(static named => named.Key == "Key").Value);

    private static string? KeyOf(TypedConstant key) =>
        key.Kind == TypedConstantKind.Array ? Registration.AnyKey : Registration.KeyOf(key.Value);
}
