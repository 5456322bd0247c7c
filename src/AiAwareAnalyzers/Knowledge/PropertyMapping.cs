namespace AiAwareAnalyzers.Knowledge;

/// <summary>Fluent mappings of properties: <c>builder.Property(order => order.Price).HasColumnType("real")</c>.</summary>
internal static class PropertyMapping
{
    /// <summary>The property whose mapping a call in the chain changes.</summary>
    public static IPropertySymbol? MappedBy(IInvocationOperation call)
    {
        for (IOperation? link = ReceiverOf(call); link is IInvocationOperation earlier; link = ReceiverOf(earlier))
            if (earlier.TargetMethod.Name == "Property")
                return SelectedBy(earlier);
        return null;
    }

    private static IOperation? ReceiverOf(IInvocationOperation call) =>
        (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } receiver ? Values.Bare(receiver) : null;

    private static IPropertySymbol? SelectedBy(IInvocationOperation call) =>
        call.Arguments.SelectMany(argument => argument.Value.DescendantsAndSelf()).OfType<IPropertyReferenceOperation>().FirstOrDefault()?.Property;
}
