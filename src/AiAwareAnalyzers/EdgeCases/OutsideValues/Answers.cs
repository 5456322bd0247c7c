using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>
/// What a property or a method of this project always answers: the one expression that it consists of.
/// </summary>
internal static class Answers
{
    /// <summary>Null where it is computed in several steps, may be overridden, or stands in another project.</summary>
    public static IOperation? Of(IOperation read, Trail trail, out Trail further)
    {
        further = trail;
        return MemberOf(read) is { IsVirtual: false, IsOverride: false, IsAbstract: false } member
            && read.SemanticModel is { Compilation: var compilation }
            && ExpressionOf(member) is { } expression
            && trail.TryPass(member, out further)
                ? Semantics.Of(compilation).ModelOf(expression.SyntaxTree)?.GetOperation(expression)
                : null;
    }

    private static ISymbol? MemberOf(IOperation read) => read switch
    {
        IPropertyReferenceOperation { Arguments.IsEmpty: true, Property: var property } => property,
        IInvocationOperation { Arguments.IsEmpty: true, TargetMethod: var method } => method,
        _ => null,
    };

    private static ExpressionSyntax? ExpressionOf(ISymbol member) =>
        member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            PropertyDeclarationSyntax { ExpressionBody.Expression: var answer } => answer,
            PropertyDeclarationSyntax { AccessorList.Accessors: { Count: 1 } getter } => AnswerOf(getter[0]),
            MethodDeclarationSyntax { ExpressionBody.Expression: var answer } => answer,
            MethodDeclarationSyntax { Body: { } body } => AnswerOf(body),
            LocalFunctionStatementSyntax { ExpressionBody.Expression: var answer } => answer,
            _ => null,
        };

    private static ExpressionSyntax? AnswerOf(AccessorDeclarationSyntax getter) =>
        getter.ExpressionBody?.Expression ?? (getter.Body is { } body ? AnswerOf(body) : null);

    private static ExpressionSyntax? AnswerOf(BlockSyntax body) =>
        body.Statements is [ReturnStatementSyntax { Expression: { } answer }] ? answer : null;
}
