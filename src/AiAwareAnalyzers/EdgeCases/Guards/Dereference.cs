using AiAwareAnalyzers.Knowledge.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.Guards;

/// <summary>Uses of a value that throw where it is null, and whether the compiler says so.</summary>
internal static class Dereference
{
    /// <summary>
    /// Whether the use of a value needs an object: a member of it, a loop over it, an operator of LINQ.
    /// </summary>
    public static bool Needs(IOperation value) => value.Outermost() is var outer && outer.Parent switch
    {
        IMemberReferenceOperation member => member.Instance == outer,
        IInvocationOperation call => call.Instance == outer,
        IForEachLoopOperation loop => loop.Collection == outer || loop.Collection.Bare() == value,
        IArgumentOperation argument => IsSourceOfQuery(argument),
        _ => false,
    };

    /// <summary>
    /// Whether the compiler keeps still about a null here: it was not asked to speak, or told to be silent by a
    /// <c>!</c>.
    /// </summary>
    public static bool IsUnwarned(IOperation value) =>
        IsForgiven(value)
        || !(value.SemanticModel is { } model && model.GetNullableContext(value.Syntax.SpanStart).WarningsEnabled());

    /// <summary>Whether a <c>!</c> stands behind the value, past parentheses and awaits.</summary>
    public static bool IsForgiven(IOperation value)
    {
        var syntax = value.Syntax.Parent;
        while (syntax is ParenthesizedExpressionSyntax
            or AwaitExpressionSyntax
            or ArgumentSyntax { Parent.Parent: not InvocationExpressionSyntax })
            syntax = syntax.Parent;
        return syntax.IsKind(SyntaxKind.SuppressNullableWarningExpression);
    }

    private static bool IsSourceOfQuery(IArgumentOperation argument) =>
        argument is { Parameter.Ordinal: 0,
            Parent: IInvocationOperation { TargetMethod: { IsExtensionMethod: true, ContainingType: var owner } } }
        && owner is { Name: "Enumerable" or "Queryable",
            ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } };
}
