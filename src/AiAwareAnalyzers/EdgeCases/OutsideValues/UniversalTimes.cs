using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Times that are certainly in UTC.</summary>
internal static class UniversalTimes
{
    /// <summary>The clock in UTC, at once or by way of a local, some days earlier or later perhaps.</summary>
    public static bool Contain(IOperation time) => Contain(time, Trail.Start);

    private static bool Contain(IOperation time, Trail trail)
    {
        if (trail.IsOver || time.Type is not { SpecialType: SpecialType.System_DateTime }) return false;
        return time.Bare() switch
        {
            IPropertyReferenceOperation { Property: { Name: "UtcNow" or "UtcDateTime" } } => true,
            IInvocationOperation { Instance: { } start, TargetMethod: { ContainingType.SpecialType:
                SpecialType.System_DateTime, Name: var name } } when name.StartsWith("Add", StringComparison.Ordinal) =>
                Contain(start, trail.Deeper()),
            IBinaryOperation { LeftOperand: var start } => Contain(start, trail.Deeper()),
            ILocalReferenceOperation local =>
                trail.InitialValueOf(local, out var further) is { } initial && Contain(initial, further),
            _ => false,
        };
    }
}
