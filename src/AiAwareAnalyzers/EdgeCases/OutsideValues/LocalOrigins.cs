using AiAwareAnalyzers.EdgeCases.Guards;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Where a local has its value from, in whatever way it was declared.</summary>
internal static class LocalOrigins
{
    /// <summary>
    /// What a local was declared with, filled by as an <c>out</c> argument, matched in, or taken from by a loop.
    /// </summary>
    public static IOperation? Of(ILocalReferenceOperation local) =>
        local.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            VariableDeclaratorSyntax { Initializer.Value: PostfixUnaryExpressionSyntax { Operand: var value } } =>
                local.SemanticModel?.GetOperation(value),
            VariableDeclaratorSyntax { Initializer.Value: { } value } => local.SemanticModel?.GetOperation(value),
            ForEachStatementSyntax { Expression: PostfixUnaryExpressionSyntax { Operand: var all } } =>
                local.SemanticModel?.GetOperation(all),
            ForEachStatementSyntax loop => local.SemanticModel?.GetOperation(loop.Expression),
            SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent: ArgumentSyntax
                { Parent.Parent: InvocationExpressionSyntax call } } } => local.SemanticModel?.GetOperation(call),
            SingleVariableDesignationSyntax name
                when name.FirstAncestorOrSelf<IsPatternExpressionSyntax>() is { } match =>
                local.SemanticModel?.GetOperation(match.Expression),
            _ => null,
        };

    /// <summary>As above, or what is assigned to a local that was declared with nothing.</summary>
    public static IOperation? OrAssigned(ILocalReferenceOperation local) =>
        Of(local) is { } origin && origin.ConstantValue is not { HasValue: true, Value: null }
            ? origin
            : OperationTree.Around(local)
                .OfType<ISimpleAssignmentOperation>()
                .FirstOrDefault(assignment => Place.At(local.Local).IsReadBy(assignment.Target))
                ?.Value;
}
