using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>Whether a declaration is free to choose its type.</summary>
internal static class Declarations
{
    /// <summary>Whether a base type or an interface dictates the declaration: its root speaks for it, here or outside the source.</summary>
    public static bool IsDictated(ISymbol symbol) => symbol switch
    {
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter =>
            PropertyOf(parameter, constructor.ContainingType) is { } property && IsDictated(property),
        IParameterSymbol parameter => IsDictated(parameter.ContainingSymbol),
        IMethodSymbol { PartialDefinitionPart: not null } => true,
        IMethodSymbol or IPropertySymbol => symbol.IsOverride || IsExplicit(symbol) || ImplementsInterface(symbol),
        _ => false,
    };

    /// <summary>Whether the compiler wrote it, or wrote it a second time: the property of a positional parameter, the field of a property.</summary>
    public static bool IsWritten(ISymbol symbol) =>
        (!symbol.IsImplicitlyDeclared || symbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke })
        && symbol.Locations.Length > 0 && symbol.Locations[0].IsInSource
        && !(symbol is IPropertySymbol && symbol.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is ParameterSyntax));

    /// <summary>Whether a parameter says its type itself, as all do but those of short lambdas.</summary>
    public static bool StatesItsType(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is ParameterSyntax { Type: not null });

    /// <summary>Whether a tuple's element is written in the declaration that has the tuple's type, and not only comes from elsewhere.</summary>
    public static bool AreTogether(IFieldSymbol element, ISymbol symbol) =>
        element.Locations.FirstOrDefault() is { IsInSource: true } place
        && symbol.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == place.SourceTree && WholeOf(reference.GetSyntax()).Span.Contains(place.SourceSpan));

    /// <summary>A variable's declaration begins with its type.</summary>
    private static SyntaxNode WholeOf(SyntaxNode declaration) =>
        declaration is VariableDeclaratorSyntax or SingleVariableDesignationSyntax ? declaration.Parent! : declaration;

    /// <summary>The property that a positional record makes of a parameter.</summary>
    private static IPropertySymbol? PropertyOf(IParameterSymbol parameter, INamedTypeSymbol type) =>
        type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault(property => property.Locations.SequenceEqual(parameter.Locations));

    private static bool IsExplicit(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => !method.ExplicitInterfaceImplementations.IsEmpty,
        IPropertySymbol property => !property.ExplicitInterfaceImplementations.IsEmpty,
        _ => false,
    };

    private static bool ImplementsInterface(ISymbol symbol) =>
        symbol.ContainingType is { TypeKind: not TypeKind.Interface } type
        && type.AllInterfaces.SelectMany(contract => contract.GetMembers(symbol.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol));
}
