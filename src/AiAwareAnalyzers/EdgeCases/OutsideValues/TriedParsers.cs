namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>An attempt to read a text.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Name">As one would write it: <c>int.TryParse</c>.</param>
/// <param name="Local">What takes the value.</param>
/// <param name="Default">What it takes where there is none.</param>
internal sealed record TriedText(IOperation Text, string Name, ILocalSymbol Local, string Default);

/// <summary>The parsers of the framework that say whether they could read.</summary>
internal static class TriedParsers
{
    /// <summary>
    /// Null for any other call, and for truths: who reads one from text means "no" where it does not say "yes".
    /// </summary>
    public static TriedText? Read(IInvocationOperation call) =>
        call.TargetMethod is { Name: "TryParse" or "TryParseExact", IsStatic: true, ContainingType: var type }
        && type is { IsValueType: true, SpecialType: not SpecialType.System_Boolean,
            ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        && call.Arguments is [{ Value: var text }, ..]
        && LocalOf(call.Arguments[^1]) is { } local
            ? new(text, $"{NameOf(type)}.{call.TargetMethod.Name}", local, DefaultOf(type))
            : null;

    private static ILocalSymbol? LocalOf(IArgumentOperation argument) => argument switch
    {
        { Parameter.RefKind: RefKind.Out, Value: ILocalReferenceOperation { Local: var local } } => local,
        { Parameter.RefKind: RefKind.Out, Value: IDeclarationExpressionOperation
            { Expression: ILocalReferenceOperation { Local: var local } } } => local,
        _ => null,
    };

    private static string DefaultOf(ITypeSymbol type) => type.Name switch
    {
        "DateTime" or "DateTimeOffset" or "DateOnly" => "the first day of the year 1",
        "Guid" => "an id of zeros",
        _ => "0",
    };

    private static string NameOf(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
