using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>What stands around and inside of an await.</summary>
internal static class AwaitSyntax
{
    /// <summary>What is awaited, without <c>ConfigureAwait</c>.</summary>
    public static ExpressionSyntax TaskOf(AwaitExpressionSyntax awaited) =>
        awaited.Expression
            is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax
                { Name.Identifier.ValueText: "ConfigureAwait", Expression: var inner } }
            ? inner
            : awaited.Expression;

    /// <summary>The <c>x</c> of <c>await Task.FromResult(x)</c>.</summary>
    public static ExpressionSyntax? ValueOf(AwaitExpressionSyntax awaited) =>
        TaskOf(awaited) is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments,
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromResult" } }
            ? arguments[0].Expression
            : null;

    /// <summary>The await of a call, from the name that is called; null where the task goes anywhere else.</summary>
    public static AwaitExpressionSyntax? AroundCallOf(SimpleNameSyntax name)
    {
        ExpressionSyntax called = name.Parent is MemberAccessExpressionSyntax access && access.Name == name
            ? access
            : name;
        if (called.Parent is not InvocationExpressionSyntax invocation || invocation.Expression != called) return null;

        ExpressionSyntax task =
            invocation.Parent
                is MemberAccessExpressionSyntax
                    { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured }
                ? configured
                : invocation;
        return task.Parent as AwaitExpressionSyntax;
    }

    /// <summary>In brackets, unless it binds as tightly as an await does.</summary>
    public static ExpressionSyntax Parenthesized(ExpressionSyntax value) =>
        value is LiteralExpressionSyntax or IdentifierNameSyntax or InvocationExpressionSyntax
            or MemberAccessExpressionSyntax or ObjectCreationExpressionSyntax
            ? value
            : SyntaxFactory.ParenthesizedExpression(value);

    /// <summary><c>await foreach</c> and <c>await using</c>.</summary>
    public static bool IsOther(SyntaxNode node) => node switch
    {
        CommonForEachStatementSyntax loop => !loop.AwaitKeyword.IsKind(SyntaxKind.None),
        UsingStatementSyntax block => !block.AwaitKeyword.IsKind(SyntaxKind.None),
        LocalDeclarationStatementSyntax declaration => !declaration.AwaitKeyword.IsKind(SyntaxKind.None),
        _ => false,
    };
}
