using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Governance.Constraints;

/// <summary>Where code changes what all its callers share.</summary>
internal static class StaticWrites
{
    /// <summary>Whether a name is that of a static field or property which is written here.</summary>
    public static bool IsOne(SimpleNameSyntax name, ISymbol symbol) =>
        symbol is IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true }
        && IsWritten(name)
        && !IsMadeHere(name);

    private static bool IsWritten(SimpleNameSyntax name)
    {
        ExpressionSyntax target = name;
        while (Wider(target) is { } wider) target = wider;
        return target.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == target,
            PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax =>
                target.Parent.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression
                    or SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
            ArgumentSyntax argument => argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword,
            _ => false,
        };
    }

    /// <summary>The whole name, an element of what it names, the tuple around it; null at the end.</summary>
    private static ExpressionSyntax? Wider(ExpressionSyntax target) =>
        target.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == target => access,
            ElementAccessExpressionSyntax access when access.Expression == target => access,
            ParenthesizedExpressionSyntax brackets => brackets,
            ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => tuple,
            _ => null,
        };

    /// <summary>What a type prepares before anyone asks it is no change.</summary>
    private static bool IsMadeHere(SyntaxNode name) =>
        name.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is { } constructor
        && constructor.Modifiers.Any(SyntaxKind.StaticKeyword);
}
