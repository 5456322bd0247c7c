using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Objects that were made a moment ago from what someone else wrote: the body of a response, a file.</summary>
internal static class Deserialized
{
    /// <summary>
    /// What a call makes of foreign text, as one speaks of it; null where the text is not known to be foreign.
    /// </summary>
    public static string? SourceOf(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "Deserialize" or "DeserializeAsync", IsGenericMethod: true, ContainingType.Name: "JsonSerializer" } =>
            SourceOf(TextOf(call), Trail.Start),
        { Name: "DeserializeObject", IsGenericMethod: true, ContainingType.Name: "JsonConvert" } =>
            SourceOf(TextOf(call), Trail.Start),
        _ => ForeignTexts.ReadAsJsonBy(call),
    };

    private static IOperation? TextOf(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;

    private static string? SourceOf(IOperation? text, Trail trail) => text?.Bare() switch
    {
        _ when trail.IsOver => null,
        ILocalReferenceOperation local =>
            trail.InitialValueOf(local, out var further) is { } initial ? SourceOf(initial, further) : null,
        IInvocationOperation { TargetMethod: var method } => ForeignTexts.ReadBy(method),
        _ => null,
    };
}
