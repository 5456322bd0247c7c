using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>Members that attributes of validation and of component models name.</summary>
internal static class AnnotationStrings
{
    public static IEnumerable<MissingName> InCompare(AttributeSite site) =>
        Own(
            site,
            site.Positional.FirstOrDefault(),
            IsPublicProperty,
            "public property",
            "so the comparison always fails");

    public static IEnumerable<MissingName> InDisplayColumn(AttributeSite site) =>
        site.Positional.SelectMany(column =>
            Own(site, column, IsPublicProperty, "public property", "so the column to show or sort by is not found"));

    public static IEnumerable<MissingName> InDefaultProperty(AttributeSite site) =>
        Own(
            site,
            site.Positional.FirstOrDefault(),
            IsPublicProperty,
            "public property",
            "so the type has no default property");

    public static IEnumerable<MissingName> InDefaultEvent(AttributeSite site) =>
        Own(site, site.Positional.FirstOrDefault(), IsPublicEvent, "public event", "so the type has no default event");

    /// <summary>The method must stand in the type itself: what is static is not inherited there.</summary>
    public static IEnumerable<MissingName> InCustomValidation(AttributeSite site)
    {
        var arguments = site.Positional.ToList();
        if (arguments.Count < 2
            || site.TypeIn(arguments[0]) is not INamedTypeSymbol validator
            || !Nameable.IsKnown(validator))
            yield break;
        if (site.TextOf(arguments[1]) is not { } name || validator.GetMembers(name).Any(IsPublicStaticMethod))
            yield break;

        yield return new MissingName(arguments[1], name, validator.Name, "public static method", "so validation throws")
        {
            Choices = validator.GetMembers()
                .Where(IsPublicStaticMethod)
                .Select(method => new Choice(method.Name, method)),
            IsOwn = SymbolEqualityComparer.Default.Equals(validator, site.Home) && site.Target is not INamedTypeSymbol,
        };
    }

    /// <summary>
    /// A member of the type that carries the attribute. An heir may bring it, and an abstract type is never used
    /// without one.
    /// </summary>
    private static IEnumerable<MissingName> Own(
        AttributeSite site, ExpressionSyntax? text, Func<ISymbol, bool> accepts, string kind, string harm)
    {
        if (text is null || site.TextOf(text) is not { } name || !SyntaxFacts.IsValidIdentifier(name)) yield break;
        if (site.Home is not { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } home
            || !Nameable.IsKnown(home))
            yield break;
        if (Nameable.Has(home, name, accepts)
            || StandsForAnother(home)
            || OwnTypes.Of(site.Compilation).HeirsHave(home, name, accepts))
            yield break;

        yield return new MissingName(
            text, name, home.Name, kind,
            harm)
            {
                Choices = Nameable.Choices(
                    home, member => accepts(member) && !SymbolEqualityComparer.Default.Equals(member, site.Target)),
                IsOwn = site.Target is not INamedTypeSymbol
            };
    }

    /// <summary>The attributes of a metadata class speak of the class that refers to it.</summary>
    private static bool StandsForAnother(INamedTypeSymbol type) =>
        type.Name.IndexOf("Meta", StringComparison.OrdinalIgnoreCase) >= 0
        || type.Name.EndsWith("Buddy", StringComparison.Ordinal);

    private static bool IsPublicProperty(ISymbol member) =>
        Nameable.IsProperty(member) && member.DeclaredAccessibility == Accessibility.Public;

    private static bool IsPublicEvent(ISymbol member) =>
        member is IEventSymbol { DeclaredAccessibility: Accessibility.Public };

    private static bool IsPublicStaticMethod(ISymbol member) =>
        member is IMethodSymbol
            { MethodKind: MethodKind.Ordinary, IsStatic: true, DeclaredAccessibility: Accessibility.Public };
}
