using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Readings of the wall clock of the machine that the program happens to run on.</summary>
internal static class HostClock
{
    private const int MaxSteps = 12;

    private static readonly ImmutableHashSet<string> Ends = WordSet.Of("start end begin from to until");

    private static readonly ImmutableHashSet<string> Agreements = WordSet.Of(
        "appointment booking calendar lesson meeting reservation schedule shift slot visit");

    private static readonly ImmutableHashSet<string> Servers = ImmutableHashSet.Create(
        "Microsoft.AspNetCore", "Microsoft.AspNetCore.Http.Abstractions", "Microsoft.EntityFrameworkCore",
        "Microsoft.Extensions.Hosting.Abstractions");

    private static readonly ImmutableHashSet<string> Desks = ImmutableHashSet.Create(
        "Microsoft.AspNetCore.Components.WebAssembly", "PresentationFramework", "System.Windows.Forms",
        "Microsoft.Maui", "Microsoft.Maui.Controls", "Avalonia.Base", "Avalonia");

    /// <summary>
    /// Whether a project is made for servers: not for a browser or a desk, where local time is that of the user, and
    /// not for tests.
    /// </summary>
    public static bool IsServer(Compilation compilation)
    {
        var names = compilation.ReferencedAssemblyNames.Select(assembly => assembly.Name).ToList();
        return names.Exists(Servers.Contains)
            && !names.Exists(Desks.Contains)
            && !TestCode.Of(compilation).IsTestProject;
    }

    public static bool IsLocal(IPropertySymbol property) => property is
    {
        Name: "Now" or "Today",
        IsStatic: true,
        ContainingType: { Name: "DateTime",
            ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
    };

    /// <summary>
    /// What a reading is for, at once or by way of a local; null where it is shown, measured or unknown.
    /// </summary>
    public static ClockUse? UseOf(IOperation reading)
    {
        var value = Moved(reading);
        var isCoarse = IsCoarse(value);
        if (Holder.Of(value) is not { } local || value.Parent is not IVariableInitializerOperation)
            return DeedOf(value, isCoarse);
        return OperationTree.Around(reading)
            .OfType<ILocalReferenceOperation>()
            .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local))
            .Select(reference => DeedOf(Moved(reference), isCoarse))
            .FirstOrDefault(use => use is not null);
    }

    /// <summary>The time after <c>AddDays</c>, <c>Date</c> and the like.</summary>
    private static IOperation Moved(IOperation reading)
    {
        var value = reading.Outermost();
        for (var step = 0; step < MaxSteps; step++)
        {
            if (value.Parent is IInvocationOperation call
                && call.Instance == value
                && IsTime(call.Type)
                && call.TargetMethod.Name.StartsWith("Add", StringComparison.Ordinal))
                value = call.Outermost();
            else if (value.Parent is IPropertyReferenceOperation { Property.Name: "Date" } date
                && date.Instance == value)
                value = date.Outermost();
            else break;
        }

        return value;
    }

    /// <summary>Months or years from now: some hours are no matter.</summary>
    private static bool IsCoarse(IOperation value) =>
        value.DescendantsAndSelf().Any(static part =>
            part is IInvocationOperation { TargetMethod.Name: "AddMonths" or "AddYears" });

    private static ClockUse? DeedOf(IOperation value, bool isCoarse) => Values.UserOf(value) switch
    {
        IBinaryOperation comparison when IsComparison(comparison) => isCoarse ? null : Compared(comparison, value),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment
            when assignment.Target != value && IsRecord(property) => Stored(property),
        IPropertyInitializerOperation { InitializedProperties: { Length: 1 } properties }
            when IsRecord(properties[0]) => Stored(properties[0]),
        _ => null,
    };

    /// <summary>Compared with what was stored: with the member of some object, not with another reading.</summary>
    private static ClockUse? Compared(IBinaryOperation comparison, IOperation value)
    {
        var other = comparison.LeftOperand.Syntax.Span.Contains(value.Syntax.Span)
            ? comparison.RightOperand
            : comparison.LeftOperand;
        var member = Place.Inside(other);
        if (member is IPropertyReferenceOperation { Property.Name: "Value" or "Date", Instance: { } inner })
            member = Place.Inside(inner);
        return member is IPropertyReferenceOperation
            { Property: { IsStatic: false, ContainingType.TypeKind: TypeKind.Class or TypeKind.Interface } property }
            && IsRecord(property)
            ? new($"is compared with '{property.Name}'", false)
            : null;
    }

    private static ClockUse Stored(IPropertySymbol property) =>
        new($"is stored in '{property.Name}'", property.Name.EndsWith("Utc", StringComparison.Ordinal)
            || property.Name.StartsWith("Utc", StringComparison.Ordinal));

    /// <summary>A member of the program's own data, which outlives the moment.</summary>
    private static bool IsRecord(IPropertySymbol property) =>
        property is { IsStatic: false, SetMethod.DeclaredAccessibility: not Accessibility.Private }
        && IsTime(property.Type)
        && (property.ContainingType.Locations.Any(location => location.IsInSource)
            || !IsFramework(property.ContainingType))
        && !property.Name.Contains("Local")
        && !IsAgreed(property);

    /// <summary>When an appointment starts or ends: people agreed upon a time of the clock on their wall.</summary>
    private static bool IsAgreed(IPropertySymbol property) =>
        Words.StemsOf(property.Name).Any(Ends.Contains)
        && Words.StemsOf(property.ContainingType.Name).Any(Agreements.Contains);

    private static bool IsFramework(INamedTypeSymbol type) =>
        type.ContainingNamespace.ToDisplayString() is var space
        && (space.StartsWith("System", StringComparison.Ordinal)
            || space.StartsWith("Microsoft", StringComparison.Ordinal));

    private static bool IsTime(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_DateTime }
        || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            && nullable.TypeArguments[0].SpecialType == SpecialType.System_DateTime;

    private static bool IsComparison(IBinaryOperation operation) => operation.OperatorKind is
        BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan
        or BinaryOperatorKind.GreaterThanOrEqual
        or BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals;
}
