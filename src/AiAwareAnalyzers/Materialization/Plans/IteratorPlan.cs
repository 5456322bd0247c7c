using AiAwareAnalyzers.Knowledge.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization.Plans;

/// <summary>
/// Whether a method that fills a list can become an iterator: decided by the rule, carried out by the fix.
/// </summary>
internal static class IteratorPlan
{
    /// <summary>Present where the method can become an iterator.</summary>
    public const string Iterator = "Iterator";

    /// <summary>Whether nothing but the time of the work changes, and only callers of the same type see that.</summary>
    public static bool IsCertain(ILoopOperation loop, ILocalSymbol list, IMethodSymbol function, Locals locals)
    {
        if (function.IsAsync
            || loop is IForEachLoopOperation { IsAsynchronous: true }
            || function.Parameters.Any(parameter => parameter.RefKind != RefKind.None))
            return false;
        if (function is not ({ DeclaredAccessibility: Accessibility.Private }
            or { MethodKind: MethodKind.LocalFunction }))
            return false;
        var declaration = locals.DeclarationOf(list)!;
        if (declaration.Syntax.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()
            is not { Declaration.Variables.Count: 1,
                Parent: BlockSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } body })
            return false;
        return body.Statements.Last() is ReturnStatementSyntax
            && !body.DescendantNodes().Any(node =>
                node is TryStatementSyntax or LockStatementSyntax or UnsafeStatementSyntax
                    or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or ThrowStatementSyntax)
            && body.DescendantNodes().OfType<ReturnStatementSyntax>().Count() == 1
            && body.Statements.IndexOf(body.Statements.Last()) > 1;
    }
}
