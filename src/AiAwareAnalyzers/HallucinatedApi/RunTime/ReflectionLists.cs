using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>
/// Calls that list members and take the first of a name: <c>typeof(T).GetMethods().First(m => m.Name == "X")</c>.
/// </summary>
internal static class ReflectionLists
{
    public static readonly ImmutableArray<string> Names = ImmutableArray.Create("First", "Single", "Last");

    /// <summary>Null where there is one, where that is not certain, or where the call is none of these.</summary>
    public static RunTimeLookup? Of(IInvocationOperation call, Compilation compilation)
    {
        if (call is not { TargetMethod.ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" },
            Arguments: { Length: 2 } arguments }
            || !Names.Contains(call.TargetMethod.Name))
            return null;
        if (arguments[0].Value
            .Bare() is not IInvocationOperation
                { TargetMethod: { ContainingType.Name: "Type" or "RuntimeReflectionExtensions" } list } members
            || SortOf(list.Name) is not { } sort)
            return null;
        if (RangeOf(members, compilation) is not { } range
            || NameIn(arguments[1].Value) is not { } place
            || KnownValues.TextOf(place, compilation) is not { Length: > 0 } name)
            return null;
        if (KnownValues.TypeOf(members.Instance ?? members.Arguments[0].Value, compilation) is not { } type)
            return null;
        return MemberSearch.For(new MemberQuery(sort, name, range), type, compilation) is { } miss
            ? new RunTimeLookup(
                call,
                place,
                LookupResult.Throws,
                miss with { MissingFlags = null, AllFlags = null },
                RunTimeLookup.IsOwnType(type, compilation))
            : null;
    }

    private static MemberSort? SortOf(string list) => list switch
    {
        "GetMethods" or "GetRuntimeMethods" => MemberSort.Method,
        "GetProperties" or "GetRuntimeProperties" => MemberSort.Property,
        "GetFields" or "GetRuntimeFields" => MemberSort.Field,
        "GetEvents" or "GetRuntimeEvents" => MemberSort.Event,
        _ => null,
    };

    /// <summary>The runtime's own lists hold everything but what base types keep to themselves.</summary>
    private static BindingRange? RangeOf(IInvocationOperation list, Compilation compilation)
    {
        if (list.TargetMethod.ContainingType.Name != "Type")
            return new BindingRange(BindingRange.AnyInstance.Flags | BindingRange.AnyStatic.Flags);
        return RunTimeLookup.ArgumentOf(list, "bindingAttr") is not { } flags
            ? BindingRange.Default
            : KnownValues.ConstantOf(flags, compilation) is int known ? new BindingRange(known) : null;
    }

    /// <summary>What the name is compared with, where nothing is taken that has another.</summary>
    private static IOperation? NameIn(IOperation predicate)
    {
        if (predicate.Lambda() is not { Symbol.Parameters: { Length: 1 } parameters } lambda
            || lambda.Result() is not { } condition)
            return null;
        return Values.Conjuncts(condition)
            .OfType<IBinaryOperation>()
            .Where(comparison => comparison.OperatorKind == BinaryOperatorKind.Equals)
            .Select(comparison =>
                IsNameOf(comparison.LeftOperand, parameters[0])
                    ? comparison.RightOperand
                    : IsNameOf(comparison.RightOperand, parameters[0]) ? comparison.LeftOperand : null)
            .FirstOrDefault(text => text is not null);
    }

    private static bool IsNameOf(IOperation value, IParameterSymbol parameter) =>
        value.Bare() is IPropertyReferenceOperation { Property.Name: "Name", Instance: { } owner }
        && owner.Bare() is IParameterReferenceOperation reference
        && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter);
}
