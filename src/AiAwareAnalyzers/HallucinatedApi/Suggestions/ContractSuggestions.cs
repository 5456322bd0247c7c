using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>
/// What may have been meant by an override or an implementation of a member that the base type or the interface does
/// not have.
/// </summary>
internal static class ContractSuggestions
{
    private const double SameKind = 0.05;

    /// <param name="Contract">The type that was to have the member.</param>
    /// <param name="IsNamed">It has one of the name, with other parameters.</param>
    internal sealed record Broken(INamedTypeSymbol Contract, bool IsNamed);

    /// <summary>
    /// What a member breaks; null where it is as it should be, or where the type is not known in full.
    /// </summary>
    public static Broken? ContractOf(ISymbol member) => member switch
    {
        IMethodSymbol { IsOverride: true, OverriddenMethod: null, MethodKind: MethodKind.Ordinary }
        or IPropertySymbol { IsOverride: true, OverriddenProperty: null }
        or IEventSymbol { IsOverride: true, OverriddenEvent: null }
            => BrokenBy(member, member.ContainingType.BaseType),
        IMethodSymbol
            { MethodKind: MethodKind.ExplicitInterfaceImplementation, ExplicitInterfaceImplementations.IsEmpty: true }
        or IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: true }
        or IEventSymbol { ExplicitInterfaceImplementations.IsEmpty: true }
            when InterfaceNamedBy(member) is { } contract => BrokenBy(member, contract),
        _ => null,
    };

    /// <summary>Without the interface that stands before it.</summary>
    public static string NameOf(ISymbol member) => member.Name.Substring(member.Name.LastIndexOf('.') + 1);

    /// <summary>At most three, best first.</summary>
    public static ImmutableArray<Suggestion> For(ISymbol member, INamedTypeSymbol contract, Compilation compilation)
    {
        var likeness = new Likeness(NameOf(member), Vocabulary.Of(compilation));
        return Suggestion.Best(MembersOf(contract)
            .Where(other => contract.TypeKind == TypeKind.Interface || IsOverridable(other))
            .Select(other =>
                new Suggestion(
                    other.Name, likeness.To(other.Name) + (other.Kind == member.Kind ? SameKind : 0), other)));
    }

    /// <summary>The overloads of a name that a member could have been.</summary>
    public static IEnumerable<IMethodSymbol> OverloadsOf(ISymbol member, INamedTypeSymbol contract) =>
        MembersOf(contract).OfType<IMethodSymbol>().Where(other =>
            other.Name == NameOf(member) && (contract.TypeKind == TypeKind.Interface || IsOverridable(other)));

    private static Broken? BrokenBy(ISymbol member, INamedTypeSymbol? contract) =>
        contract is null || Receiver.HasMissingAncestor(contract)
            ? null
            : new Broken(contract, MembersOf(contract).Any(other => other.Name == NameOf(member)));

    private static bool IsOverridable(ISymbol member) =>
        member is { IsVirtual: true } or { IsAbstract: true } or { IsOverride: true, IsSealed: false };

    /// <summary>The interface before an explicit member; null where it is not among those of the type.</summary>
    private static INamedTypeSymbol? InterfaceNamedBy(ISymbol member)
    {
        var specifier = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            MethodDeclarationSyntax method => method.ExplicitInterfaceSpecifier,
            BasePropertyDeclarationSyntax property => property.ExplicitInterfaceSpecifier,
            _ => null,
        };
        var name = specifier?.Name.DescendantNodesAndSelf()
            .OfType<SimpleNameSyntax>()
            .LastOrDefault(part => part.Parent is not TypeArgumentListSyntax);
        return name is null
            ? null
            : member.ContainingType.AllInterfaces.FirstOrDefault(contract =>
                contract.Name == name.Identifier.ValueText);
    }

    private static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type) =>
        TypeNames.SelfAndAncestors(type)
            .SelectMany(each => each.GetMembers())
            .Where(member => member.CanBeReferencedByName);
}
