using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>Properties that attributes of entities name: keys, indexes, and the ends of relations.</summary>
internal static class RelationStrings
{
    private const string ModelThrows = "so building the model throws";

    /// <summary>Columns of the type itself or its bases; a shadow property is one too.</summary>
    public static IEnumerable<MissingName> InKey(AttributeSite site)
    {
        if (site.Home is not { } home || !Nameable.IsKnown(home)) yield break;
        foreach (var text in site.Positional)
        {
            if (site.TextOf(text) is not { } name
                || !SyntaxFacts.IsValidIdentifier(name)
                || Nameable.Has(home, name, Nameable.IsPropertyOrField))
                continue;
            var shadows = ShadowProperties.Of(site.Compilation);
            if (shadows.May(home, name)) continue;
            yield return new MissingName(text, name, home.Name, "property", ModelThrows)
            {
                Choices = Nameable.Choices(home, Nameable.IsScalarProperty),
                OnlyAsSlip = !shadows.AreSeen(home),
            };
        }
    }

    /// <summary>A navigation of the type at the other end, in any case.</summary>
    public static IEnumerable<MissingName> InInverseProperty(AttributeSite site)
    {
        var text = site.Positional.FirstOrDefault();
        if (site.TextOf(text) is not { } name || site.Target is not IPropertySymbol property) yield break;
        if (Nameable.ElementOf(property.Type) is not INamedTypeSymbol other
            || !Nameable.IsKnown(other)
            || Nameable.IsScalar(other))
            yield break;
        if (Nameable.All(other, Nameable.IsNavigation)
            .Any(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)))
            yield break;

        yield return new MissingName(text!, name, other.Name, "navigation", ModelThrows)
        {
            Choices = Nameable.Choices(
                other, member => Nameable.IsNavigation(member) && MayLeadTo(property.ContainingType, member)),
            IsOwn = SymbolEqualityComparer.Default.Equals(other, property.ContainingType),
        };
    }

    public static IEnumerable<MissingName> InForeignKey(AttributeSite site)
    {
        var text = site.Positional.FirstOrDefault();
        if (site.TextOf(text) is not { Length: > 0 } names
            || site.Target is not IPropertySymbol { ContainingType: { } home } property
            || !Nameable.IsKnown(home))
            return [];
        return Nameable.IsScalar(property.Type)
            ? OnKey(text!, names, property, site.Compilation)
            : OnNavigation(text!, names, property, site.Compilation);
    }

    /// <summary>On a key: the navigation beside it. Where no navigation is, none is missed.</summary>
    private static IEnumerable<MissingName> OnKey(
        ExpressionSyntax text, string name, IPropertySymbol key, Compilation compilation)
    {
        var home = key.ContainingType;
        if (!SyntaxFacts.IsValidIdentifier(name)
            || Nameable.Has(home, name, Nameable.IsNavigation)
            || OwnTypes.Of(compilation).HeirsHave(home, name, Nameable.IsNavigation))
            yield break;
        var references = Nameable.All(home, member => IsReference(member)).ToList();
        if (references.Count == 0) yield break;

        yield return new MissingName(text, name, home.Name, "navigation", "so nothing is made a foreign key")
        {
            Choices = references.Select(member => new Choice(member.Name, member)),
            Meant = references.Where(member => member.Name + "Id" == key.Name)
                .Select(member => (Choice?)new Choice(member.Name, member))
                .FirstOrDefault(),
            IsOwn = true,
        };
    }

    /// <summary>
    /// On a navigation: the keys, on its own side or on the other. What is not there becomes a column nobody reads:
    /// right only by intent.
    /// </summary>
    private static IEnumerable<MissingName> OnNavigation(
        ExpressionSyntax text, string names, IPropertySymbol navigation, Compilation compilation)
    {
        if (Nameable.ElementOf(navigation.Type) is not INamedTypeSymbol other || !Nameable.IsKnown(other)) yield break;
        var isCollection = !SymbolEqualityComparer.Default.Equals(other, navigation.Type);
        var dependent = isCollection ? other : navigation.ContainingType;
        var start = 0;
        foreach (var part in names.Split(','))
        {
            var name = part.Trim();
            var at = start + part.IndexOf(name, StringComparison.Ordinal);
            start += part.Length + 1;
            if (!SyntaxFacts.IsValidIdentifier(name) || Nameable.Has(dependent, name, Nameable.IsPropertyOrField))
                continue;
            if (!isCollection && Nameable.Has(other, name, Nameable.IsPropertyOrField)) continue;
            if (ShadowProperties.Of(compilation).IsDeclared(name)) continue;
            yield return MissingKey(text, name, navigation, dependent, compilation) with
            {
                Start = name.Length == names.Length ? null : at,
                IsText = name.Length != names.Length,
                IsOwn = !isCollection,
            };
        }
    }

    private static MissingName MissingKey(
        ExpressionSyntax text,
        string name,
        IPropertySymbol navigation,
        INamedTypeSymbol dependent,
        Compilation compilation)
    {
        var isStrict = compilation.GetTypeByMetadataName("System.Data.Entity.DbContext") is not null;
        var keys = Nameable.All(dependent, Nameable.IsScalarProperty)
            .Where(key => !BelongsToAnother(key, navigation, dependent))
            .ToList();
        var principal = Nameable.ElementOf(navigation.Type);
        var conventional = keys.FirstOrDefault(key => key.Name == navigation.Name + "Id")
            ?? keys.FirstOrDefault(key => key.Name == principal.Name + "Id");
        return new MissingName(text, name, dependent.Name, "property", isStrict
            ? ModelThrows
            : "so the relation gets a column of its own, which no property reads or writes")
        {
            Choices = keys.Select(key => new Choice(key.Name, key)),
            Meant = conventional is not null && name.EndsWith("Id", StringComparison.OrdinalIgnoreCase)
                ? new Choice(conventional.Name, conventional)
                : null,
            OnlyAsSlip = !isStrict,
        };
    }

    /// <summary>A key that another navigation is named after.</summary>
    private static bool BelongsToAnother(ISymbol key, IPropertySymbol navigation, INamedTypeSymbol dependent) =>
        key.Name.EndsWith("Id", StringComparison.Ordinal)
        && key.Name[..^2] is { Length: > 0 } prefix && prefix != navigation.Name
        && Nameable.Has(dependent, prefix, Nameable.IsNavigation);

    private static bool IsReference(ISymbol member) =>
        member is IPropertySymbol { IsIndexer: false, IsStatic: false } property
        && !Nameable.IsScalar(property.Type)
        && property.Type.TypeKind == TypeKind.Class
        && SymbolEqualityComparer.Default.Equals(Nameable.ElementOf(property.Type), property.Type);

    private static bool MayLeadTo(ITypeSymbol type, ISymbol member) =>
        TypeNames.TypeOf(member) is { } end && Nameable.ElementOf(end) is var element
        && (SymbolEqualityComparer.Default.Equals(element, type)
            || TypeNames.SelfAndAncestors(type).Contains(element, SymbolEqualityComparer.Default));
}
