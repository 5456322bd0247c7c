using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>Members that attributes name for the compiler's flow analysis and for the trimmer.</summary>
internal static class CompilerStrings
{
    /// <summary><c>[MemberNotNull]</c> and <c>[MemberNotNullWhen]</c> speak of fields and properties.</summary>
    public static IEnumerable<MissingName> InMemberNotNull(AttributeSite site) =>
        site.Home is { } home && Nameable.IsKnown(home)
            ? site.Positional.SelectMany(text => Missing(
                site,
                text,
                home,
                Nameable.IsPropertyOrField,
                "field or property",
                "so the compiler learns nothing from it"))
            : [];

    /// <summary><c>[DynamicDependency("Name", typeof(T))]</c>; a signature says more than a name.</summary>
    public static IEnumerable<MissingName> InDynamicDependency(AttributeSite site)
    {
        var arguments = site.Positional.ToList();
        var home = arguments.Count switch
        {
            1 => site.Home,
            2 => site.TypeIn(arguments[1]) as INamedTypeSymbol,
            _ => null,
        };
        return home is not null && !home.DeclaringSyntaxReferences.IsEmpty && Nameable.IsKnown(home)
            ? Missing(site, arguments[0], home, _ => true, "member", "so the trimmer takes away what is needed")
            : [];
    }

    private static IEnumerable<MissingName> Missing(
        AttributeSite site,
        ExpressionSyntax text,
        INamedTypeSymbol home,
        Func<ISymbol, bool> accepts,
        string kind,
        string harm)
    {
        if (site.TextOf(text) is not { } name
            || !SyntaxFacts.IsValidIdentifier(name)
            || Nameable.Has(home, name, accepts))
            yield break;
        yield return new MissingName(text, name, TypeNames.Written(home), kind, harm)
        {
            Choices = Nameable.Choices(home, accepts),
            IsOwn = SymbolEqualityComparer.Default.Equals(home, site.Home) && site.Target is not INamedTypeSymbol,
        };
    }
}
