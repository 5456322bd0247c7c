using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Decisions by the hour or the day that the wall clock of the host shows, such as opening hours.</summary>
internal static class ClockDecisions
{
    /// <summary>The part of the time that decides, at once or by way of a local; null where none does.</summary>
    public static string? PartIn(IOperation reading)
    {
        var value = reading.Outermost();
        if (value.Parent is not IVariableInitializerOperation || Holder.Of(value) is not { } local)
            return DecidingPartOf(value);
        return OperationTree.Around(reading)
            .OfType<ILocalReferenceOperation>()
            .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local))
            .Select(DecidingPartOf)
            .FirstOrDefault(static part => part is not null);
    }

    /// <summary>Work that the host does at night goes by the host's clock.</summary>
    public static bool AreOfHost(ISymbol member) =>
        member.ContainingType is { } type
        && (HostedServices.Contain(type) || type.AllInterfaces.Any(static face => face.Name == "IJob"));

    private static string? DecidingPartOf(IOperation time) =>
        time.Outermost().Parent is IPropertyReferenceOperation
            { Property.Name: "Hour" or "DayOfWeek" or "TimeOfDay", Instance: not null } part
        && Decides(part)
            ? part.Property.Name
            : null;

    /// <summary>A greeting is no decision: of two texts one is shown.</summary>
    private static bool Decides(IPropertyReferenceOperation part) => Values.UserOf(part) switch
    {
        IBinaryOperation { OperatorKind: >= BinaryOperatorKind.Equals and <= BinaryOperatorKind.GreaterThan } comparison
            => IsSet(comparison.LeftOperand.Bare() == part ? comparison.RightOperand : comparison.LeftOperand)
                && !ChoosesText(comparison),
        IIsPatternOperation { Pattern: not (IDeclarationPatternOperation or IDiscardPatternOperation) } match =>
            !ChoosesText(match),
        ISwitchExpressionOperation choice => choice.Type?.SpecialType != SpecialType.System_String,
        ISwitchOperation => true,
        _ => false,
    };

    private static bool ChoosesText(IOperation condition) =>
        condition.Ancestors().TakeWhile(static around => around is IBinaryOperation or IConditionalOperation
                or IParenthesizedOperation or IUnaryOperation)
            .Any(static around => around is IConditionalOperation { Type.SpecialType: SpecialType.System_String });

    /// <summary>An hour that was written down or set up, and not that of another time.</summary>
    private static bool IsSet(IOperation limit) => limit.Bare() switch
    {
        { ConstantValue.HasValue: true } => true,
        IObjectCreationOperation { Type.Name: "TimeSpan" } => true,
        IInvocationOperation { TargetMethod: { ContainingType.Name: "TimeSpan", Name: "FromHours" or "FromMinutes" } }
            => true,
        IMemberReferenceOperation { Member.ContainingType.Name: var owner } =>
            owner is not ("DateTime" or "DateTimeOffset" or "DateOnly" or "TimeOnly"),
        _ => false,
    };
}
