using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Testing.Properties;

/// <summary>What a method is called on, in another member of its class.</summary>
internal static class Receivers
{
    /// <summary>The type, a field of the class, or a new object; null where none of them will do.</summary>
    public static string? Of(IInvocationOperation call, MethodDeclarationSyntax test, SemanticModel model)
    {
        var type = call.TargetMethod.ContainingType;
        if (call.TargetMethod.IsStatic) return NameOf(type);
        if (call.Instance is IFieldReferenceOperation { Field: var field }
            && model.GetDeclaredSymbol(test)?.ContainingType is { } tests
            && SymbolEqualityComparer.Default.Equals(field.ContainingType, tests))
            return field.Name;
        return IsMadeOfNothing(type) ? $"new {NameOf(type)}()" : null;
    }

    private static bool IsMadeOfNothing(INamedTypeSymbol type) =>
        !type.IsAbstract
        && type.InstanceConstructors.Any(static constructor =>
            constructor is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public });

    private static string NameOf(INamedTypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
}
