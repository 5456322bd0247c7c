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

    private static bool IsSplit(IOperation parts, Place text) =>
        Place.Inside(parts) is IInvocationOperation { Instance: { } split } && text.IsReadBy(split);
}
