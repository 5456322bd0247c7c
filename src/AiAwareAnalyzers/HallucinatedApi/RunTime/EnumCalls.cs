using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>Calls that ask an enum for a member by its name, or for the name of a value.</summary>
internal static class EnumCalls
{
    public static readonly ImmutableArray<string> Names = ImmutableArray.Create(
        "Parse", "TryParse", "IsDefined", "GetName");

    /// <summary>
    /// Null where the enum has what is asked for, where that is not certain, or where the call is none of these.
    /// </summary>
    public static RunTimeLookup? Of(IInvocationOperation call, Compilation compilation)
    {
        var method = call.TargetMethod;
        if (method.ContainingType.SpecialType != SpecialType.System_Enum || EnumOf(call, compilation) is not { } type)
            return null;
        var value = RunTimeLookup.ArgumentOf(call, "value");
        if (value is null || KnownValues.ConstantOf(value, compilation) is not { } constant) return null;

        var isOwn = RunTimeLookup.IsOwnType(type, compilation);
        if (method.Name == "GetName")
            return constant is string || HasValue(type, constant)
                ? null
                : new RunTimeLookup(call, value, LookupResult.Null, NoName(type, constant), isOwn);
        if (constant is not string text) return null;

        var miss = method.Name == "IsDefined"
            ? ForPart(type, text, StringComparison.Ordinal, text, compilation)
            : ForText(type, text, ComparisonOf(call, compilation), compilation);
        if (miss is null) return null;
        var question = new RunTimeLookup(
            call, value, method.Name == "Parse" ? LookupResult.Throws : LookupResult.False, miss, isOwn);

        // A later version of a library may know the name: that is what asking first is for.
        return isOwn || method.Name == "Parse" || DeadQuestions.IsOne(question, compilation) ? question : null;
    }

    private static INamedTypeSymbol? EnumOf(IInvocationOperation call, Compilation compilation)
    {
        var type = call.TargetMethod.TypeArguments.Length == 1
            ? call.TargetMethod.TypeArguments[0]
            : RunTimeLookup.ArgumentOf(call, "enumType") is { } operand
                ? KnownValues.TypeOf(operand, compilation)
                : null;
        return type is INamedTypeSymbol { TypeKind: TypeKind.Enum } known ? known : null;
    }

    private static StringComparison ComparisonOf(IInvocationOperation call, Compilation compilation) =>
        RunTimeLookup.ArgumentOf(call, "ignoreCase") is { } ignored
        && KnownValues.ConstantOf(ignored, compilation) is not false
            ? StringComparison.OrdinalIgnoreCase
            : StringComparison.Ordinal;

    /// <summary>Names in a list, with blanks around them; numbers are taken as they are.</summary>
    private static LookupFailure? ForText(
        INamedTypeSymbol type, string text, StringComparison comparison, Compilation compilation)
    {
        if (text.Trim() is not { Length: > 0 } trimmed || char.IsDigit(trimmed[0]) || trimmed[0] is '-' or '+')
            return null;
        return text.Split(',')
            .Select(part => ForPart(type, part.Trim(), comparison, text, compilation))
            .FirstOrDefault(miss => miss is not null);
    }

    private static LookupFailure? ForPart(
        INamedTypeSymbol type, string name, StringComparison comparison, string whole, Compilation compilation)
    {
        var members = type.GetMembers().OfType<IFieldSymbol>().ToList();
        if (name.Length == 0 || members.Any(member => string.Equals(member.Name, name, comparison))) return null;
        var suggestions = NameSuggestions.For(
            name, members.Select(member => (member.Name, (ISymbol?)member)), compilation);
        var miss = LookupFailure.Named($"'{TypeNames.Written(type)}' has no member '{name}'", suggestions);
        return name == whole
            ? miss
            : miss with { Suggestions = suggestions.Select(suggestion =>
                suggestion with { Text = whole.Replace(name, suggestion.Text), Symbol = null }).ToImmutableArray() };
    }

    private static bool HasValue(INamedTypeSymbol type, object constant) =>
        type.GetMembers()
            .OfType<IFieldSymbol>()
            .Any(member => member.ConstantValue is { } value && Same(value, constant));

    private static bool Same(object one, object other) =>
        one is ulong || other is ulong || other is char or bool or float or double or decimal
            ? Equals(one, other)
            : Number(one) == Number(other);

    private static long Number(object value) =>
        Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture);

    private static LookupFailure NoName(INamedTypeSymbol type, object constant) =>
        new(
            $"'{TypeNames.Written(type)}' has no member of the "
            + $"value {Convert.ToString(constant, System.Globalization.CultureInfo.InvariantCulture)}",
            "name a value that it has");
}
