using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.Symbols;

/// <summary>Properties that the compiler has written.</summary>
internal static class AutomaticProperties
{
    /// <summary>Whether a property has a field of its own.</summary>
    /// <remarks>In another project of the solution only the mark of the compiler is left of that.</remarks>
    public static bool IsAutomatic(this IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.IsEmpty ? IsMarked(property.GetMethod) : HasField(property);

    /// <summary>Whether a property gives back what was put in, and no code of anybody stands in between.</summary>
    public static bool OnlyKeeps(this IPropertySymbol property) =>
        property.IsAutomatic()
        && property is { IsStatic: false, IsVirtual: false, IsAbstract: false, IsOverride: false }
        && (property.DeclaringSyntaxReferences.IsEmpty
            ? property.SetMethod is not { } setter || IsMarked(setter)
            : property.DeclaringSyntaxReferences.All(static part => HasNoCode(part.GetSyntax())));

    private static bool IsMarked(IMethodSymbol? accessor) =>
        accessor?.GetAttributes().Any(static attribute =>
            attribute.AttributeClass?.Name == "CompilerGeneratedAttribute") == true;

    private static bool HasField(IPropertySymbol property) =>
        property.ContainingType.GetMembers().Any(member =>
            member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static bool HasNoCode(SyntaxNode declaration) => declaration switch
    {
        ParameterSyntax => true,
        PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: var accessors } =>
            accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null }),
        _ => false,
    };
}
