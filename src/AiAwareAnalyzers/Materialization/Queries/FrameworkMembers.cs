using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Materialization.Queries;

/// <summary>What databases know of the framework. Whatever is not here is evaluated in memory or not at all.</summary>
internal static class FrameworkMembers
{
    /// <summary>These read a text in memory only, and a database compares by its collation instead.</summary>
    private static readonly ImmutableHashSet<string> Invariant = WordSet.Of("ToLowerInvariant ToUpperInvariant");

    private static readonly ImmutableHashSet<string> OfText = WordSet.Of(
        "Compare CompareTo Concat Contains EndsWith Equals IndexOf IsNullOrEmpty IsNullOrWhiteSpace Replace",
        "StartsWith Substring ToLower ToString ToUpper Trim TrimEnd TrimStart");

    private static readonly ImmutableHashSet<string> OfSequences = WordSet.Of(
        "All Any Average Contains Count Distinct First FirstOrDefault LongCount Max Min OrderBy OrderByDescending",
        "Select Skip Sum Take ThenBy ThenByDescending Where");

    private static readonly ImmutableHashSet<string> OfNumbers = WordSet.Of(
        "Abs Ceiling Floor Max Min Pow Round Sign Sqrt Truncate");

    private static readonly ImmutableHashSet<string> OfMoments = WordSet.Of(
        "AddDays AddHours AddMinutes AddMonths AddSeconds AddYears CompareTo");

    private static readonly ImmutableHashSet<string> Parts = WordSet.Of(
        "Date Day DayOfYear Hour Minute Month Second TimeOfDay Year");

    private static readonly ImmutableHashSet<string> Options = WordSet.Of(
        "CompareOptions CultureInfo IComparer IEqualityComparer IFormatProvider MidpointRounding StringComparer");

    /// <summary>
    /// What a call says of text that a database leaves to its collation: <c>StringComparison</c>, or the name of a
    /// method that ignores cultures. Null for any other call.
    /// </summary>
    public static string? CollationIn(IInvocationOperation call) =>
        call.TargetMethod.ContainingType.SpecialType != SpecialType.System_String ? null
        : call.Arguments.Any(IsComparison) ? nameof(StringComparison)
        : Invariant.Contains(call.TargetMethod.Name) ? call.TargetMethod.Name
        : null;

    private static bool IsComparison(IArgumentOperation argument) =>
        argument.Parameter?.Type is { Name: nameof(StringComparison), ContainingNamespace.Name: "System" };

    public static bool AreKnown(IMethodSymbol method) => method switch
    {
        { Parameters: var parameters } when parameters.Any(IsOption) => false,
        { Name: "ToString" } => method.Parameters.IsEmpty,
        { Name: "Equals" or "HasFlag" or "GetValueOrDefault" } => true,
        { ContainingType.SpecialType: SpecialType.System_String } =>
            OfText.Contains(method.Name) || Invariant.Contains(method.Name),
        { ContainingNamespace.Name: "EntityFrameworkCore" } => true,
        { ContainingType.Name: "Enumerable" or "Queryable" } =>
            OfSequences.Contains(method.Name) && !IsText(method.Parameters.FirstOrDefault()?.Type),
        { ContainingType.Name: "Math" } => OfNumbers.Contains(method.Name),
        { ContainingType.Name: "DateTime" or "DateTimeOffset" or "DateOnly" or "TimeOnly" } =>
            OfMoments.Contains(method.Name),
        _ => method is { Name: "Contains", ContainingNamespace.Name: "Generic" },
    };

    public static bool AreKnown(IPropertySymbol property) => property switch
    {
        { Name: "Length", ContainingType.SpecialType: SpecialType.System_String or SpecialType.System_Array } => true,
        { Name: "Count", ContainingNamespace.Name: "Generic" } => true,
        { ContainingType.Name: "DateTime" or "DateTimeOffset" or "DateOnly" or "TimeOnly" } =>
            Parts.Contains(property.Name),
        _ => false,
    };

    /// <summary>Numbers and texts are computed; what lies between two moments is not known to every database.</summary>
    public static bool AreKnown(IBinaryOperation arithmetic) =>
        arithmetic.OperatorMethod is not { ContainingType.SpecialType: var type }
        || type is SpecialType.System_Decimal or SpecialType.System_String;

    private static bool IsOption(IParameterSymbol parameter) =>
        Options.Contains(parameter.Type.Name)
        || parameter is { Type.SpecialType: SpecialType.System_Boolean,
            ContainingType.SpecialType: SpecialType.System_String };

    private static bool IsText(ITypeSymbol? sequence) =>
        sequence is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Char }] };
}
