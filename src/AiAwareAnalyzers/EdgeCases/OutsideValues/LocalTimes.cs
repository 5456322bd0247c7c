using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.Knowledge.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>A reading of a time in the zone of the host.</summary>
/// <param name="Reading">The member or the call that tells it.</param>
/// <param name="Sibling">The member or the method that tells the same in UTC, if there is one.</param>
/// <param name="WayOut">What to write instead.</param>
/// <param name="Origin">How it became local: it "is" so, or "was parsed as" such.</param>
internal sealed record LocalTime(IOperation Reading, string? Sibling, string WayOut, string Origin = "is")
{
    /// <summary>A text that names no zone is taken as it is written, and only one that does becomes local.</summary>
    public bool DependsOnText => Origin != "is";
}

/// <summary>Members of the framework that tell a time in the zone of the host, and parsers that make one.</summary>
internal static class LocalTimes
{
    private const string ParsedWayOut =
        "parse it with 'DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal'";

    public static LocalTime? Of(IOperation time) => Of(time, Trail.Start);

    private static LocalTime? Of(IOperation time, Trail trail)
    {
        if (trail.IsOver) return null;
        var value = time.Bare();
        return value switch
        {
            IPropertyReferenceOperation { Property.Name: "Value" or "Date", Instance: { } start }
                when Moments.AreTimes(start.Type) => Of(start, trail.Deeper()),
            IPropertyReferenceOperation { Property.Name: "DateTime" or "Date", Instance: { } moment }
                when Moments.Are(moment.Type) => OfMoment(moment, value),
            IPropertyReferenceOperation { Property: var member } =>
                OfMember(member, value) ?? OfAnswer(value, trail),
            IInvocationOperation { Instance: { } start, TargetMethod: { ContainingType.SpecialType:
                SpecialType.System_DateTime, Name: var name } } when name.StartsWith("Add", StringComparison.Ordinal) =>
                Of(start, trail.Deeper()),
            IInvocationOperation call => OfCall(call) ?? OfAnswer(call, trail),
            ILocalReferenceOperation local when !IsRewritten(local) => OfLocal(local, trail),
            _ => null,
        };
    }

    /// <summary><c>clock.GetLocalNow().DateTime</c>.</summary>
    private static LocalTime? OfMoment(IOperation moment, IOperation reading) =>
        Moments.ZoneOf(moment) != Zone.Local ? null
        : reading is IPropertyReferenceOperation { Property.Name: "DateTime" }
            ? new(reading, "UtcDateTime", "use 'UtcDateTime'")
            : new(reading, null, "use 'UtcDateTime.Date'");

    private static LocalTime? OfAnswer(IOperation read, Trail trail) =>
        Answers.Of(read, trail, out var further) is { } answer ? Of(answer, further) : null;

    private static LocalTime? OfMember(IPropertySymbol member, IOperation reading) => member switch
    {
        { Name: "LastWriteTime" or "CreationTime" or "LastAccessTime",
            ContainingType: { Name: "FileSystemInfo", ContainingNamespace.Name: "IO" } } =>
            new(reading, member.Name + "Utc", $"use '{member.Name}Utc'"),
        { Name: "NotAfter" or "NotBefore", ContainingType.Name: "X509Certificate2" } =>
            new(reading, null, $"use '{member.Name}.ToUniversalTime()'"),
        { Name: "StartTime" or "ExitTime",
            ContainingType: { Name: "Process", ContainingNamespace.Name: "Diagnostics" } } =>
            new(reading, null, $"use '{member.Name}.ToUniversalTime()'"),
        { Name: "Now", ContainingType.SpecialType: SpecialType.System_DateTime } =>
            new(reading, "UtcNow", "use 'UtcNow'"),
        { Name: "Today", ContainingType.SpecialType: SpecialType.System_DateTime } =>
            new(reading, null, "use 'UtcNow.Date'"),
        { Name: "LocalDateTime", ContainingType.Name: "DateTimeOffset" } =>
            new(reading, "UtcDateTime", "use 'UtcDateTime'"),
        _ => null,
    };

    private static LocalTime? OfCall(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "GetLastWriteTime" or "GetCreationTime" or "GetLastAccessTime",
            ContainingType: { Name: "File" or "Directory", ContainingNamespace.Name: "IO" } } method =>
            new(call, null, $"use '{method.Name}Utc'"),
        { ContainingType.SpecialType: SpecialType.System_DateTime, Name: "ToLocalTime" } =>
            new(call, null, "use 'ToUniversalTime()'"),
        { ContainingType.SpecialType: SpecialType.System_DateTime, Name: "Parse" or "ParseExact" or "TryParse"
            or "TryParseExact" } when !IsTold(call) => new(call, null, ParsedWayOut, "was parsed as"),
        _ => null,
    };

    /// <summary>Whether a parser is told what to do about zones.</summary>
    private static bool IsTold(IInvocationOperation call) => call.Arguments.Any(argument =>
        argument.Parameter?.Type.Name == "DateTimeStyles"
        && argument.Value.ConstantValue is not { HasValue: true, Value: 0 });

    /// <summary>What a local was declared with, or filled by.</summary>
    private static LocalTime? OfLocal(ILocalReferenceOperation local, Trail trail)
    {
        if (!trail.TryPass(local.Local, out var further)) return null;
        return local.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } value } when local.SemanticModel is { } model =>
                model.GetOperation(value) is { } initial ? Of(initial, further) : null,
            SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent: ArgumentSyntax
                { Parent.Parent: InvocationExpressionSyntax call } } } =>
                local.SemanticModel?.GetOperation(call) is IInvocationOperation parse ? OfCall(parse) : null,
            _ => null,
        };
    }

    private static bool IsRewritten(ILocalReferenceOperation local) => OperationTree.Around(local).Any(operation =>
        operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var target } }
        && SymbolEqualityComparer.Default.Equals(target, local.Local));
}
