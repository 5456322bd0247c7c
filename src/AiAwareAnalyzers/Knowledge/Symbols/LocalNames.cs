using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.Symbols;

/// <summary>What a name in a body stands for, found by looking outwards from it.</summary>
/// <remarks>
/// The compiler knows the same, but only after it has bound the body around the name with all its lambdas, twice where
/// nullable types are on.
/// </remarks>
internal static class LocalNames
{
    /// <summary>The local, the parameter or the local function; null where the name is none of them.</summary>
    public static SyntaxNode? DeclarationOf(SimpleNameSyntax name) =>
        DeclarationOf(name, DeclaredBy) ?? DeclarationOf(name, DesignatedBy);

    /// <summary>
    /// What a look at single statements finds, or at what surrounds them. A name has one meaning in a function, so the
    /// cheap look comes first.
    /// </summary>
    private static SyntaxNode? DeclarationOf(
        SimpleNameSyntax name, Func<StatementSyntax, string, SyntaxNode?> look)
    {
        var text = name.Identifier.ValueText;
        for (var scope = name.Parent;
            scope is not null and not (BaseNamespaceDeclarationSyntax or CompilationUnitSyntax);
            scope = scope.Parent)
        {
            if (DeclaredIn(scope, text, look) is { } declaration) return declaration;
            if (scope is TypeDeclarationSyntax) return null;
            if (scope is GlobalStatementSyntax { Parent: CompilationUnitSyntax program })
                return program.Members.OfType<GlobalStatementSyntax>()
                    .Select(statement => look(statement.Statement, text))
                    .FirstOrDefault(found => found is not null);
        }

        return null;
    }

    /// <summary>A parameter of the type that a name stands in.</summary>
    public static SyntaxNode? PrimaryParameterOf(SimpleNameSyntax name) =>
        name.FirstAncestorOrSelf<TypeDeclarationSyntax>()
            ?.ChildNodes()
            .OfType<ParameterListSyntax>()
            .FirstOrDefault() is { } parameters
            ? Parameter(parameters, name.Identifier.ValueText)
            : null;

    private static SyntaxNode? DeclaredIn(
        SyntaxNode scope, string name, Func<StatementSyntax, string, SyntaxNode?> look) => scope switch
    {
        BlockSyntax block => FirstIn(block.Statements, name, look),
        SwitchSectionSyntax section => FirstIn(section.Statements, name, look),
        ForStatementSyntax { Declaration: { } declaration } => Variable(declaration, name),
        UsingStatementSyntax { Declaration: { } declaration } => Variable(declaration, name),
        ForEachStatementSyntax loop when loop.Identifier.ValueText == name => loop,
        SimpleLambdaExpressionSyntax lambda when lambda.Parameter.Identifier.ValueText == name => lambda.Parameter,
        ParenthesizedLambdaExpressionSyntax lambda => Parameter(lambda.ParameterList, name),
        AnonymousMethodExpressionSyntax { ParameterList: { } parameters } => Parameter(parameters, name),
        LocalFunctionStatementSyntax function => Parameter(function.ParameterList, name),
        BaseMethodDeclarationSyntax method => Parameter(method.ParameterList, name),
        _ => null,
    };

    private static SyntaxNode? FirstIn(
        SyntaxList<StatementSyntax> statements, string name, Func<StatementSyntax, string, SyntaxNode?> look)
    {
        foreach (var statement in statements)
            if (look(statement, name) is { } declaration) return declaration;
        return null;
    }

    private static SyntaxNode? DeclaredBy(StatementSyntax statement, string name) => statement switch
    {
        LocalDeclarationStatementSyntax local => Variable(local.Declaration, name),
        LocalFunctionStatementSyntax function when function.Identifier.ValueText == name => function,
        _ => null,
    };

    private static SyntaxNode? Variable(VariableDeclarationSyntax declaration, string name)
    {
        foreach (var variable in declaration.Variables)
            if (variable.Identifier.ValueText == name) return variable;
        return null;
    }

    private static SyntaxNode? Parameter(BaseParameterListSyntax parameters, string name)
    {
        foreach (var parameter in parameters.Parameters)
            if (parameter.Identifier.ValueText == name) return parameter;
        return null;
    }

    /// <summary><c>out var</c> and patterns, where a name is not one of a handler's own.</summary>
    private static SyntaxNode? DesignatedBy(StatementSyntax statement, string name) =>
        statement is not (IfStatementSyntax or ExpressionStatementSyntax)
            ? null
            : statement
                .DescendantNodes(node =>
                    node == statement || node is not (StatementSyntax or AnonymousFunctionExpressionSyntax))
                .OfType<SingleVariableDesignationSyntax>()
                .FirstOrDefault(designation => designation.Identifier.ValueText == name);
}
