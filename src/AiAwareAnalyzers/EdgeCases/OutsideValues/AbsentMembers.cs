using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Members that are null when the text that an object was made of does not speak of them.</summary>
internal static class AbsentMembers
{
    /// <summary>
    /// Whether a property of this program, whose type says that it is never null, is null after reading text without
    /// it: nothing gives it a value, and nothing demands that the text does.
    /// </summary>
    public static bool Contain(IPropertySymbol property) =>
        property.Type is { IsReferenceType: true, NullableAnnotation: not NullableAnnotation.Annotated }
        && !property.IsRequired
        && property.SetMethod is not null
        && !property.GetAttributes().Any(attribute =>
            attribute.AttributeClass?.Name is "JsonRequiredAttribute" or "JsonPropertyAttribute"
                or "JsonConverterAttribute" or "DataMemberAttribute")
        && property.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declaration
        && StartsAsNull(declaration, property);

    private static bool StartsAsNull(SyntaxNode declaration, IPropertySymbol property) => declaration switch
    {
        PropertyDeclarationSyntax { AccessorList: { } accessors } written => accessors.Accessors.All(IsAutomatic)
            && (written.Initializer is null || IsNull(written.Initializer.Value))
            && !ConstructorsSet(property),
        ParameterSyntax parameter => parameter.Default is null,
        _ => false,
    };

    private static bool IsAutomatic(AccessorDeclarationSyntax accessor) =>
        accessor is { Body: null, ExpressionBody: null };

    /// <summary><c>= null!</c> and <c>= default!</c> only silence the compiler.</summary>
    private static bool IsNull(ExpressionSyntax value)
    {
        while (value is PostfixUnaryExpressionSyntax { Operand: var operand }) value = operand;
        return value.RawKind is (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression
            or (int)SyntaxKind.DefaultExpression;
    }

    /// <summary>Whether a constructor of the type speaks of the property: what it does is not looked at.</summary>
    private static bool ConstructorsSet(IPropertySymbol property) =>
        property.ContainingType.OriginalDefinition.InstanceConstructors
            .SelectMany(constructor => constructor.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax())
            .OfType<ConstructorDeclarationSyntax>()
            .Any(constructor => constructor.DescendantTokens().Any(token => token.ValueText == property.Name));
}
