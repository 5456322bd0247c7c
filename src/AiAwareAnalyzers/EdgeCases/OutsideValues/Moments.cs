using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>The zone that the digits of a moment are in.</summary>
internal enum Zone
{
    Unknown,
    Universal,
    Local,
}

/// <summary>Moments that know their zone, and forget it where they become times.</summary>
internal static class Moments
{
    public static bool Are(ITypeSymbol? type) =>
        type is { Name: "DateTimeOffset", ContainingNamespace.Name: "System" };

    /// <summary>Times without a zone, which may be missing.</summary>
    public static bool AreTimes(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_DateTime } => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable =>
            nullable.TypeArguments[0].SpecialType == SpecialType.System_DateTime,
        _ => false,
    };

    /// <summary>The zone that a clock told a moment in.</summary>
    public static Zone ZoneOf(IOperation moment) => ZoneOf(moment, Trail.Start);

    private static Zone ZoneOf(IOperation moment, Trail trail) => trail.IsOver ? Zone.Unknown : moment.Bare() switch
    {
        IPropertyReferenceOperation { Property: { Name: "Now", ContainingType: var type } } when Are(type) =>
            Zone.Local,
        IPropertyReferenceOperation { Property: { Name: "UtcNow", ContainingType: var type } } when Are(type) =>
            Zone.Universal,
        IInvocationOperation { TargetMethod: { Name: "GetLocalNow", ContainingType.Name: "TimeProvider" } } =>
            Zone.Local,
        IInvocationOperation { TargetMethod: { Name: "GetUtcNow", ContainingType.Name: "TimeProvider" } } =>
            Zone.Universal,
        IInvocationOperation { Instance: { } start, TargetMethod: { ContainingType: var type, Name: var name } }
            when Are(type) => name switch
            {
                "ToLocalTime" => Zone.Local,
                "ToUniversalTime" => Zone.Universal,
                _ when name.StartsWith("Add", StringComparison.Ordinal) => ZoneOf(start, trail.Deeper()),
                _ => Zone.Unknown,
            },
        ILocalReferenceOperation local when trail.InitialValueOf(local, out var further) is { } initial =>
            ZoneOf(initial, further),
        var read => Answers.Of(read, trail, out var further) is { } answer ? ZoneOf(answer, further) : Zone.Unknown,
    };
}
