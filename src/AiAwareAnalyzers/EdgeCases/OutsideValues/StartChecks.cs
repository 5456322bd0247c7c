using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Calls that have options looked at when the program starts.</summary>
internal static class StartChecks
{
    /// <summary>
    /// The type of the options, of this project; null for any other call, and where a validator is named at once.
    /// </summary>
    public static INamedTypeSymbol? OptionsOf(IInvocationOperation call) =>
        call.TargetMethod is
            { Name: "ValidateOnStart" or "AddOptionsWithValidateOnStart", TypeArguments: [var options] }
        && IsOfFramework(call.TargetMethod)
        && options is INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } own
            ? own
            : null;

    /// <summary>
    /// Whether something else may refuse the options: the binder, a lambda that throws, an extension of a library that
    /// nobody knows.
    /// </summary>
    public static bool HaveOther(IInvocationOperation call, INamedTypeSymbol options) =>
        (call.Statement() ?? call).DescendantsAndSelf().Any(part => part switch
        {
            IThrowOperation => true,
            IPropertyReferenceOperation { Property.Name: "ErrorOnUnknownConfiguration" } => true,
            IInvocationOperation { TargetMethod: var method } =>
                !IsOfFramework(method) && IsBuilderOf(Sequences.SourceOf((IInvocationOperation)part)?.Type, options),
            _ => false,
        });

    private static bool IsBuilderOf(ITypeSymbol? type, ITypeSymbol options) =>
        type is INamedTypeSymbol { TypeArguments: [var own] }
        && type.Name == "OptionsBuilder"
        && SymbolEqualityComparer.Default.Equals(own, options);

    private static bool IsOfFramework(IMethodSymbol method) =>
        method.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);
}
