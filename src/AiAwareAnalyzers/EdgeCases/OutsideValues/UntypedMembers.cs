using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Members that give what the text of JSON has put there, and nothing else.</summary>
internal static class UntypedMembers
{
    private static readonly ImmutableHashSet<string> Operators = WordSet.Of(
        "First FirstOrDefault Single SingleOrDefault Last LastOrDefault ElementAt ElementAtOrDefault Where OrderBy",
        "OrderByDescending ThenBy ThenByDescending Skip Take SkipWhile TakeWhile Distinct Reverse ToList ToArray",
        "AsEnumerable Find FindAll FindLast");

    /// <summary>A part of a collection, or an automatic property that deserializing alone fills.</summary>
    public static bool Keep(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declaration
            ? property.OnlyKeeps()
                && (property.SetMethod is not null || declaration is ParameterSyntax)
                && StartsEmpty(declaration)
                && !IsOfOwnMaking(property)
            : IsOfCollection(property.ContainingType)
                && (property.IsIndexer || property.Name is "Value" or "Values");

    /// <summary>
    /// A call that gives one or some of the elements of a collection; one that is given another value to fall back on
    /// does not.
    /// </summary>
    public static bool Keep(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "TryGetValue", ContainingType: var owner } => IsOfCollection(owner),
        { Name: "GetValueOrDefault", ContainingType: var owner } =>
            IsOfCollection(owner) && call.Arguments.Length == (call.Instance is null ? 2 : 1),
        { ContainingType.Name: "Enumerable" or "List" } method =>
            Operators.Contains(method.Name) && !HasFallback(method),
        _ => false,
    };

    private static bool HasFallback(IMethodSymbol method) =>
        method.Parameters.Any(static parameter => parameter.Name == "defaultValue");

    private static bool IsOfCollection(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "Generic" or "ObjectModel" or "Concurrent" or "Immutable" }
        && type.DeclaringSyntaxReferences.IsEmpty;

    /// <summary>What a text does not mention keeps the value that its type begins with.</summary>
    private static bool StartsEmpty(SyntaxNode declaration) => declaration switch
    {
        ParameterSyntax => true,
        PropertyDeclarationSyntax { Initializer: var initializer } property =>
            (initializer is null || IsEmpty(initializer.Value)) && !ConstructorsMention(property),
        _ => false,
    };

    private static bool IsEmpty(ExpressionSyntax value) => value switch
    {
        PostfixUnaryExpressionSyntax { Operand: var sure } => IsNull(sure),
        BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList: null or { Arguments.Count: 0 } } => true,
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } call => Calls.NameOf(call) == "Empty",
        _ => IsNull(value) || value.ToString() == "[]",
    };

    private static bool IsNull(ExpressionSyntax value) =>
        (SyntaxKind)value.RawKind is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression
            or SyntaxKind.DefaultExpression;

    private static bool ConstructorsMention(PropertyDeclarationSyntax property) =>
        property.Parent is TypeDeclarationSyntax type
        && type.Members.OfType<ConstructorDeclarationSyntax>().SelectMany(static each => each.DescendantTokens())
            .Any(token => token.ValueText == property.Identifier.ValueText);

    /// <summary>A converter, or a type that is called when it has been read.</summary>
    private static bool IsOfOwnMaking(IPropertySymbol property) =>
        HasConverter(property)
        || HasConverter(property.ContainingType)
        || property.ContainingType.AllInterfaces.Any(static face => face.Name == "IJsonOnDeserialized");

    private static bool HasConverter(ISymbol symbol) => symbol.GetAttributes().Any(static attribute =>
        attribute.AttributeClass.SelfAndBases().Any(static type => type.Name == "JsonConverterAttribute"));
}
