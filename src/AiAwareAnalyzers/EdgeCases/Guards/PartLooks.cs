using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.Guards;

/// <summary>Whether a body asks if a text has the parts that it is split into.</summary>
internal static class PartLooks
{
    public static bool Exist(Place text, IOperation use) => OperationTree.Around(use).Any(operation => operation switch
    {
        IInvocationOperation { TargetMethod.Name: "Contains" or "IndexOf" or "StartsWith" or "EndsWith" or "Count"
            or "LastIndexOf" or "IsMatch" or "Match" or "Equals" } question =>
            question.Instance is { } asked && text.IsReadBy(asked)
            || question.Arguments.Any(argument => text.IsReadBy(argument.Value)),
        IPropertyReferenceOperation { Property.Name: "Length", Instance: { } measured } =>
            text.IsReadBy(measured) || IsSplit(measured, text),
        _ => false,
    });

    /// <summary>
    /// Whether a condition around a use, or one before it, asks a property or function of this project whose body looks
    /// for the very separator.
    /// </summary>
    public static bool AreBehindQuestions(IInvocationOperation split, IOperation use, Compilation compilation) =>
        split.Arguments.FirstOrDefault()?.Value is { } separator
        && OperationTree.Around(use).OfType<IConditionalOperation>()
            .Where(choice => choice.Syntax.SpanStart <= use.Syntax.SpanStart)
            .SelectMany(static choice => choice.Condition.DescendantsAndSelf())
            .Select(AskedBy)
            .OfType<IMethodSymbol>()
            .Any(asked => ReturnValues.BodyOf(asked, compilation) is { } body
                && OperationTree.Of(body).Any(operation => LooksFor(operation, separator)));

    private static IMethodSymbol? AskedBy(IOperation question) => question switch
    {
        IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean, TargetMethod: var method } => method,
        IPropertyReferenceOperation { Type.SpecialType: SpecialType.System_Boolean, Property.GetMethod: var getter } =>
            getter,
        _ => null,
    };

    private static bool LooksFor(IOperation operation, IOperation separator) =>
        operation is IInvocationOperation
            { TargetMethod.Name: "Contains" or "IndexOf", Arguments: { Length: > 0 } asked }
        && IsSame(asked[0].Value, separator);

    private static bool IsSame(IOperation one, IOperation other) =>
        one.ConstantValue is { HasValue: true, Value: var text }
            ? other.ConstantValue.HasValue && $"{text}" == $"{other.ConstantValue.Value}"
            : Values.SymbolOf(one) is { } symbol
                && SymbolEqualityComparer.Default.Equals(symbol, Values.SymbolOf(other));

    private static bool IsSplit(IOperation parts, Place text) =>
        Place.Inside(parts) is IInvocationOperation { Instance: { } split } && text.IsReadBy(split);
}
