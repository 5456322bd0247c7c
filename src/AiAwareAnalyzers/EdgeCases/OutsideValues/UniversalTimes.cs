using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Times that are certainly in UTC.</summary>
internal static class UniversalTimes
{
    /// <summary>
    /// The clock in UTC, at once or by way of a local, some days earlier or later perhaps, and what is named after UTC.
    /// </summary>
    public static bool Contain(IOperation time) => Contain(time, Trail.Start);

    private static bool Contain(IOperation time, Trail trail)
    {
        if (trail.IsOver || !Moments.AreTimes(time.Type)) return false;
        return time.Bare() switch
        {
            IPropertyReferenceOperation { Property: { Name: "UtcNow" or "UtcDateTime" } } => true,
            IPropertyReferenceOperation { Property.Name: "Value" or "Date", Instance: { } start }
                when Moments.AreTimes(start.Type) => Contain(start, trail.Deeper()),
            IPropertyReferenceOperation { Property.Name: "DateTime" or "Date", Instance: { } moment }
                when Moments.Are(moment.Type) => Moments.ZoneOf(moment) == Zone.Universal,
            IInvocationOperation { Instance: { } start, TargetMethod: { ContainingType.SpecialType:
                SpecialType.System_DateTime, Name: var name } } when name.StartsWith("Add", StringComparison.Ordinal) =>
                Contain(start, trail.Deeper()),
            IInvocationOperation call when MakesUniversal(call) => true,
            IBinaryOperation { LeftOperand: var start } => Contain(start, trail.Deeper()),
            ILocalReferenceOperation local => OfLocal(local, trail),
            IParameterReferenceOperation { Parameter: var parameter } => IsNamedSo(parameter),
            IMemberReferenceOperation { Member: var member } when IsNamedSo(member) => true,
            var read => Answers.Of(read, trail, out var further) is { } answer && Contain(answer, further),
        };
    }

    /// <summary>A name says nothing where it is known to be wrong.</summary>
    private static bool OfLocal(ILocalReferenceOperation local, Trail trail) =>
        trail.InitialValueOf(local, out var further) is { } initial
            ? Contain(initial, further) || IsNamedSo(local.Local) && LocalTimes.Of(initial) is null
            : IsNamedSo(local.Local);

    private static bool MakesUniversal(IInvocationOperation call) => call.TargetMethod switch
    {
        { ContainingType.SpecialType: not SpecialType.System_DateTime } => false,
        { Name: "ToUniversalTime" } => true,
        { Name: "SpecifyKind" } => call.Arguments.Any(static argument =>
            argument.Value.ConstantValue is { HasValue: true, Value: (int)DateTimeKind.Utc }),
        _ => false,
    };

    private static bool IsNamedSo(ISymbol symbol) =>
        symbol.Name.EndsWith("Utc", StringComparison.Ordinal) || symbol.Name.EndsWith("UTC", StringComparison.Ordinal);
}
