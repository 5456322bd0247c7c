using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Templates;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Injection.Sinks;

/// <summary>Who calls a private method, and with what.</summary>
internal static class Callers
{
    /// <summary>
    /// Whether a value is a parameter that every caller in sight fills with text of its own: a constant, or one of
    /// several.
    /// </summary>
    public static bool PassOnlyConstants(IOperation value, TextTemplates templates)
    {
        if (value.BareText() is not IParameterReferenceOperation
                { Parameter: { ContainingSymbol: IMethodSymbol method } parameter } reference
            || reference.SemanticModel is not { } model
            || ScopeOf(method, model.SyntaxTree) is not { } scope)
            return false;

        var called = false;
        foreach (var call in scope.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (NameOf(call) != method.Name
                || model.GetOperation(call) is not IInvocationOperation invocation
                || !IsCallOf(invocation, method))
                continue;
            called = true;
            var argument = invocation.Arguments.FirstOrDefault(candidate =>
                candidate.Parameter?.Ordinal == parameter.Ordinal);
            if (argument is null || templates.Read(argument.Value).Holes.Any(hole => hole.IsFree)) return false;
        }

        return called;
    }

    /// <summary>All the code that could call a method, where that is one piece of one file.</summary>
    private static SyntaxNode? ScopeOf(IMethodSymbol method, SyntaxTree tree)
    {
        if (method.DeclaringSyntaxReferences.FirstOrDefault() is not { } declaration || declaration.SyntaxTree != tree)
            return null;
        if (method.MethodKind == MethodKind.LocalFunction) return declaration.GetSyntax().Parent;
        return method.DeclaredAccessibility == Accessibility.Private
            && method.ContainingType.DeclaringSyntaxReferences is { Length: 1 } types
            ? types[0].GetSyntax()
            : null;
    }

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => null,
    };

    private static bool IsCallOf(IInvocationOperation invocation, IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(invocation.TargetMethod.OriginalDefinition, method.OriginalDefinition);
}
