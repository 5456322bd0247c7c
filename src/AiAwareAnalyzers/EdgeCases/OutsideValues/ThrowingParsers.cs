namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>The parsers of the framework that throw.</summary>
internal static class ThrowingParsers
{
    public static ParseCall? Read(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { IsStatic: true, Name: "Parse" or "ParseExact" } method,
            Arguments: { Length: > 0 } arguments }
            when IsText(arguments)
                && IsValue(method.ContainingType) =>
            new(
                arguments[0].Value,
                $"{NameOf(method.ContainingType)}.{method.Name}",
                $"{NameOf(method.ContainingType)}.Try{method.Name}"),
        IInvocationOperation
            { TargetMethod: { Name: "Parse", ContainingType.SpecialType: SpecialType.System_Enum } } call
            when TextOf(call) is { } text =>
            new(text, "Enum.Parse", "Enum.TryParse"),
        IInvocationOperation { TargetMethod: { Name: var name, ContainingType: { Name: "Convert",
            ContainingNamespace.Name: "System" } } method, Arguments: { Length: > 0 } arguments }
            when IsText(arguments)
                && name is "ToInt32" or "ToInt64" or "ToDecimal" or "ToDouble" or "ToDateTime" or "ToBoolean" =>
            new(arguments[0].Value, $"Convert.{method.Name}", $"{NameOf(method.ReturnType)}.TryParse"),
        IObjectCreationOperation
            { Type: { Name: "Guid", ContainingNamespace.Name: "System" }, Arguments: { Length: 1 } arguments }
            when IsText(arguments) =>
            new(arguments[0].Value, "new Guid", "Guid.TryParse"),
        IObjectCreationOperation
            { Type: { Name: "Uri", ContainingNamespace.Name: "System" }, Arguments: { Length: 1 } arguments }
            when IsText(arguments) =>
            new(arguments[0].Value, "new Uri", "Uri.TryCreate"),
        _ => null,
    };

    private static IOperation? TextOf(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument =>
            argument.Parameter?.Type.SpecialType == SpecialType.System_String)?.Value;

    private static bool IsText(ImmutableArray<IArgumentOperation> arguments) =>
        arguments[0].Parameter?.Type is { SpecialType: SpecialType.System_String };

    private static bool IsValue(INamedTypeSymbol type) =>
        type is { IsValueType: true,
            ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static string NameOf(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
