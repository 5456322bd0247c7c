using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money.Arithmetic;

/// <summary>Whether a declaration is free to choose its type.</summary>
internal static class Declarations
{
    /// <summary>
    /// Whether a base type or an interface dictates the declaration: its root speaks for it, here or outside the
    /// source.
    /// </summary>
    public static bool IsDictated(ISymbol symbol) => symbol switch
    {
        IParameterSymbol
            { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter =>
            PropertyOf(parameter, constructor.ContainingType) is { } property && IsDictated(property),
        IParameterSymbol parameter => IsDictated(parameter.ContainingSymbol),
        IMethodSymbol { PartialDefinitionPart: not null } => true,
        IMethodSymbol or IPropertySymbol => symbol.IsOverride || ContractsOf(symbol).Any(),
        _ => false,
    };

    /// <summary>
    /// Whether what dictates the declaration lies outside the source, so that nobody here can change it.
    /// </summary>
    public static bool IsForced(ISymbol symbol) => symbol switch
    {
        IParameterSymbol {
            ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } or IPropertySymbol } parameter =>
            IsForced(parameter.ContainingSymbol),
        IMethodSymbol or IPropertySymbol => RootsOf(symbol).Any(root => root.DeclaringSyntaxReferences.IsEmpty),
        _ => false,
    };

    /// <summary>The members that a member overrides or implements.</summary>
    public static IEnumerable<ISymbol> RootsOf(ISymbol symbol)
    {
        ISymbol? overridden = symbol switch
        {
            IMethodSymbol method => method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            _ => null
        };
        if (overridden is not null) yield return overridden;
        foreach (var contract in ContractsOf(symbol)) yield return contract;
        if (overridden is null) yield break;
        foreach (var root in RootsOf(overridden)) yield return root;
    }

    /// <summary>
    /// Whether the compiler wrote it, or wrote it a second time: the property of a positional parameter, the field of a
    /// property.
    /// </summary>
    public static bool IsWritten(ISymbol symbol) =>
        (!symbol.IsImplicitlyDeclared || symbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke })
        && symbol.Locations.Length > 0 && symbol.Locations[0].IsInSource
        && !(symbol is IPropertySymbol
            && symbol.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is ParameterSyntax));

    /// <summary>Whether a parameter says its type itself, as all do but those of short lambdas.</summary>
    public static bool StatesItsType(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax() is ParameterSyntax { Type: not null });

    /// <summary>
    /// Whether a tuple's element is written in the declaration that has the tuple's type, and not only comes from
    /// elsewhere.
    /// </summary>
    public static bool AreTogether(IFieldSymbol element, ISymbol symbol) =>
        element.Locations.FirstOrDefault() is { IsInSource: true } place
        && symbol.DeclaringSyntaxReferences.Any(reference =>
            reference.SyntaxTree == place.SourceTree && WholeOf(reference.GetSyntax()).Span.Contains(place.SourceSpan));

    /// <summary>A variable's declaration begins with its type.</summary>
    private static SyntaxNode WholeOf(SyntaxNode declaration) =>
        declaration is VariableDeclaratorSyntax or SingleVariableDesignationSyntax ? declaration.Parent! : declaration;

    /// <summary>The property that a positional record makes of a parameter.</summary>
    private static IPropertySymbol? PropertyOf(IParameterSymbol parameter, INamedTypeSymbol type) =>
        type.GetMembers(parameter.Name)
            .OfType<IPropertySymbol>()
            .FirstOrDefault(property => property.Locations.SequenceEqual(parameter.Locations));

    /// <summary>The members of interfaces that a member implements, by name or explicitly.</summary>
    private static IEnumerable<ISymbol> ContractsOf(ISymbol symbol)
    {
        if (symbol is IMethodSymbol { ExplicitInterfaceImplementations: { IsEmpty: false } methods }) return methods;
        if (symbol is IPropertySymbol { ExplicitInterfaceImplementations: { IsEmpty: false } properties })
            return properties;
        return symbol.ContainingType is { TypeKind: not TypeKind.Interface } type
            ? type.AllInterfaces.SelectMany(contract => contract.GetMembers(symbol.Name))
                .Where(member =>
                    SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol))
            : [];
    }
}
