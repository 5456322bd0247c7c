using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money.Arithmetic;

/// <summary>Writes the type of a declaration so that it carries decimals.</summary>
internal static class DecimalTypes
{
    /// <summary>
    /// The type with the number that it carries in decimal: <c>List&lt;decimal&gt;</c> for <c>List&lt;double&gt;</c>;
    /// null where it carries none.
    /// </summary>
    public static TypeSyntax? Of(TypeSyntax type, SemanticModel model) => type switch
    {
        NullableTypeSyntax nullable =>
            Of(nullable.ElementType, model) is { } number ? nullable.WithElementType(number) : null,
        ArrayTypeSyntax array => Of(array.ElementType, model) is { } number ? array.WithElementType(number) : null,
        RefTypeSyntax reference => Of(reference.Type, model) is { } number ? reference.WithType(number) : null,
        GenericNameSyntax generic => Of(generic, model),
        QualifiedNameSyntax { Right: GenericNameSyntax generic } qualified =>
            Of(generic, model) is { } number ? qualified.WithRight(number) : null,
        _ => Numbers.IsFloating(model.GetTypeInfo(type).Type) ? Decimal.WithTriviaFrom(type) : null,
    };

    private static PredefinedTypeSyntax Decimal =>
        SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.DecimalKeyword));

    /// <summary>A generic type or method carries the number in its last argument.</summary>
    public static GenericNameSyntax? Of(GenericNameSyntax generic, SemanticModel model)
    {
        var last = generic.TypeArgumentList.Arguments.Last();
        return Of(last, model) is { } number ? generic.ReplaceNode(last, number) : null;
    }
}
