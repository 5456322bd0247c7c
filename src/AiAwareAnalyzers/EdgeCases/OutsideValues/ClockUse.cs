namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>What a reading of the clock does where it ends up.</summary>
/// <param name="Deed">In words: "is compared with 'Start'", "is stored in 'CreatedAt'".</param>
/// <param name="IsNamedUniversal">Whether the member that takes it is named after UTC.</param>
internal sealed record ClockUse(string Deed, bool IsNamedUniversal);
