using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization.Enumeration;

/// <summary>
/// What a method, property or field of the same object gives, where that is one expression. One level is looked into,
/// not more.
/// </summary>
internal static class HelperResults
{
    public static IOperation? Of(IOperation use)
    {
        ISymbol? helper = use switch
        {
            IInvocationOperation { Instance: null or IInstanceReferenceOperation,
                TargetMethod: { IsVirtual: false, IsOverride: false, IsAbstract: false } method } =>
                method,
            IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation,
                Property: { IsVirtual: false, IsOverride: false, IsAbstract: false } property,
                Arguments.IsEmpty: true } =>
                property,
            IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation,
                Field: { IsReadOnly: true, DeclaredAccessibility: Accessibility.Private } field } =>
                field,
            _ => null,
        };
        return helper?.DeclaringSyntaxReferences is { Length: 1 } declarations
            && declarations[0].SyntaxTree == use.Syntax.SyntaxTree
            && GivenBy(declarations[0].GetSyntax()) is { } value
                ? use.SemanticModel?.GetOperation(value)
                : null;
    }

    private static ExpressionSyntax? GivenBy(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax method => Returned(method.ExpressionBody, method.Body),
        LocalFunctionStatementSyntax function => Returned(function.ExpressionBody, function.Body),
        PropertyDeclarationSyntax { AccessorList: { Accessors: { Count: 1 } accessors } } =>
            Returned(accessors[0].ExpressionBody, accessors[0].Body),
        PropertyDeclarationSyntax property => property.ExpressionBody?.Expression,
        VariableDeclaratorSyntax { Initializer: { } initializer } => initializer.Value,
        VariableDeclaratorSyntax field => AssignedTo(field),
        _ => null,
    };

    private static ExpressionSyntax? Returned(ArrowExpressionClauseSyntax? expression, BlockSyntax? body) =>
        expression?.Expression
        ?? (body is { Statements: { Count: 1 } statements } && statements[0] is ReturnStatementSyntax only
            ? only.Expression
            : null);

    /// <summary>What the only constructor gives a field.</summary>
    private static ExpressionSyntax? AssignedTo(VariableDeclaratorSyntax field)
    {
        if (field.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type) return null;
        var constructors = type.Members.OfType<ConstructorDeclarationSyntax>().ToList();
        var values = constructors.SelectMany(constructor => constructor.DescendantNodes())
            .OfType<AssignmentExpressionSyntax>()
            .Where(assignment => Calls.NameOf(assignment.Left) == field.Identifier.ValueText)
            .ToList();
        return constructors.Count == 1 && values.Count == 1 ? values[0].Right : null;
    }
}
