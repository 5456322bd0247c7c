using AiAwareAnalyzers.Knowledge.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Shims;

/// <summary>What a body does that does nothing.</summary>
internal enum Shim
{
    /// <summary>It does something, or nobody knows.</summary>
    None,

    /// <summary>It throws <c>NotImplementedException</c>.</summary>
    Throws,

    /// <summary>It returns what it was called on, or the first of its arguments.</summary>
    ReturnsArgument,

    /// <summary>It is empty, or returns a default.</summary>
    DoesNothing,
}

/// <summary>Reads the bodies of methods that may be nothing but a promise.</summary>
internal static class ShimBody
{
    /// <summary>What the method does, apart from checking its arguments.</summary>
    public static Shim Of(BaseMethodDeclarationSyntax method) => method switch
    {
        { ExpressionBody.Expression: var expression } => OfExpression(expression, method.ParameterList),
        { Body.Statements: var statements } =>
            OfStatements(statements.Where(statement => !IsCheck(statement)).ToList(), method.ParameterList),
        _ => Shim.None,
    };

    /// <summary>A constructor keeps what it is given, and does no more.</summary>
    public static bool OnlyKeeps(ConstructorDeclarationSyntax constructor) =>
        constructor.ExpressionBody?.Expression is AssignmentExpressionSyntax
        || constructor.Body?.Statements.All(statement =>
            IsCheck(statement)
            || statement is ExpressionStatementSyntax
                { Expression: AssignmentExpressionSyntax { Right: IdentifierNameSyntax or BinaryExpressionSyntax } })
                == true;

    private static Shim OfStatements(List<StatementSyntax> statements, ParameterListSyntax parameters)
    {
        if (statements.Count == 0) return Shim.DoesNothing;
        return statements.Count > 1 ? Shim.None : statements[0] switch
        {
            ThrowStatementSyntax { Expression: { } thrown } => OfThrown(thrown),
            ReturnStatementSyntax { Expression: { } value } => OfExpression(value, parameters),
            ReturnStatementSyntax => Shim.DoesNothing,
            _ => Shim.None,
        };
    }

    private static Shim OfExpression(ExpressionSyntax expression, ParameterListSyntax parameters) => expression switch
    {
        ThrowExpressionSyntax { Expression: var thrown } => OfThrown(thrown),
        ThisExpressionSyntax => Shim.ReturnsArgument,
        IdentifierNameSyntax name
            when parameters.Parameters.FirstOrDefault()?.Identifier.ValueText == name.Identifier.ValueText =>
            Shim.ReturnsArgument,
        _ => IsEmpty(expression) ? Shim.DoesNothing : Shim.None,
    };

    private static Shim OfThrown(ExpressionSyntax thrown) =>
        thrown is ObjectCreationExpressionSyntax { Type: var type }
        && type.ToString() is var name
        && name.EndsWith("NotImplementedException", StringComparison.Ordinal) ? Shim.Throws : Shim.None;

    private static bool IsEmpty(ExpressionSyntax expression) => expression switch
    {
        _ when CallStack.IsNearlyFull => false,
        LiteralExpressionSyntax literal =>
            literal.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression
                or SyntaxKind.FalseLiteralExpression
            || literal.Token.Value is 0 or "",
        DefaultExpressionSyntax => true,
        PostfixUnaryExpressionSyntax forgiven => IsEmpty(forgiven.Operand),
        MemberAccessExpressionSyntax access =>
            access.ToString() is "Task.CompletedTask" or "ValueTask.CompletedTask" or "string.Empty" or "String.Empty",
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax
            { Name.Identifier.ValueText: "FromResult" }, ArgumentList.Arguments: { Count: 1 } arguments } =>
            IsEmpty(arguments[0].Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax
            { Name.Identifier.ValueText: "Empty" } owner, ArgumentList.Arguments.Count: 0 } =>
            owner.Expression.ToString() is "Array" or "Enumerable",
        _ => false,
    };

    /// <summary>A check of an argument is no work.</summary>
    private static bool IsCheck(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax
            { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } } =>
            name.StartsWith("ThrowIf", StringComparison.Ordinal),
        IfStatementSyntax
            { Else: null, Statement: ThrowStatementSyntax or BlockSyntax { Statements: { Count: 1 } } } choice =>
            choice.Statement is ThrowStatementSyntax
            || ((BlockSyntax)choice.Statement).Statements[0] is ThrowStatementSyntax,
        _ => false,
    };
}
