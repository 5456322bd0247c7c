namespace AiAwareAnalyzers.Money.Arithmetic;

/// <summary>The calls of the base library that compute with numbers.</summary>
internal static class MathCalls
{
    /// <summary>
    /// Whether the result is of the same kind as the arguments, and <c>decimal</c> has the call too: round, limit, take
    /// the absolute value.
    /// </summary>
    public static bool KeepsUnit(IMethodSymbol method) =>
        IsNumeric(method.ContainingType)
        && method.Name is "Round" or "Floor" or "Ceiling" or "Truncate" or "Abs" or "Min" or "Max" or "Clamp";

    /// <summary>Whether the result has no digits beyond those that were asked for.</summary>
    public static bool IsRounding(IMethodSymbol method) =>
        IsNumeric(method.ContainingType) && method.Name is "Round" or "Floor" or "Ceiling" or "Truncate";

    /// <summary>Whether digits are cut to the nearest without a word on midpoints.</summary>
    public static bool LeavesMidpointsOpen(IMethodSymbol method) =>
        IsNumeric(method.ContainingType)
        && method.Name == "Round"
        && method.Parameters.All(parameter => parameter.Type.TypeKind != TypeKind.Enum);

    /// <summary>Whether a number becomes a whole one, rounded on the way.</summary>
    public static bool TurnsToInteger(IMethodSymbol method) =>
        method.IsStatic && IsSystem(method.ContainingType, "Convert") && Numbers.IsInteger(method.ReturnType);

    /// <summary>Whether a sequence is summed up into, or searched for, one of its values.</summary>
    public static bool PicksFromSequence(IMethodSymbol method) =>
        IsIn(method.ContainingType, "Linq", "Enumerable", "Queryable")
        && method.Name is "Sum" or "Min" or "Max" or "Average" or "First" or "FirstOrDefault" or "Last"
            or "LastOrDefault" or "Single" or "SingleOrDefault" or "ElementAt" or "Aggregate";

    /// <summary>
    /// Whether a call of <c>System.Convert</c> or of a number type turns its argument into a number of this type.
    /// </summary>
    public static bool Converts(IMethodSymbol method, string to) =>
        method.IsStatic
        && method.Name == to
        && (IsSystem(method.ContainingType, "Convert") || IsSystem(method.ContainingType, "Decimal"));

    /// <summary>Whether a value is only written out: into a text, or into the format of one.</summary>
    public static bool Displays(IMethodSymbol method) =>
        method.Name is "ToString" or "Format" or "Write" or "WriteLine" or "TryFormat" or "Append" or "AppendFormat";

    private static bool IsNumeric(INamedTypeSymbol? type) =>
        IsSystem(type, "Math") || IsSystem(type, "MathF") || Numbers.IsDecimal(type) || Numbers.IsFloating(type);

    private static bool IsSystem(INamedTypeSymbol? type, string name) =>
        type?.Name == name
        && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    private static bool IsIn(INamedTypeSymbol? type, string space, params string[] names) =>
        type is not null && names.Contains(type.Name) && type.ContainingNamespace?.Name == space;
}
