using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>What a date is put together from, where its day is that of another date.</summary>
/// <param name="Year">The year, from wherever.</param>
/// <param name="Month">The month, from wherever.</param>
/// <param name="Date">The date that the day is read from.</param>
/// <param name="Known">The locals around.</param>
internal sealed record DateParts(IOperation Year, IOperation Month, IOperation Date, Locals Known)
{
    /// <summary>How many days the shortest month has: a look at these is one at what may be missing.</summary>
    private const int ShortestMonth = 28;

    private const int LongestMonth = 31;

    private static readonly ImmutableHashSet<string> Dates = WordSet.Of("DateTime DateTimeOffset DateOnly");

    /// <summary>Null where nothing is made of a year, a month and the day of a date.</summary>
    public static DateParts? Of(IObjectCreationOperation creation, Compilation compilation) =>
        IsDate(creation.Type)
        && ArgumentOf(creation, "year") is { } year
        && ArgumentOf(creation, "month") is { } month
        && ArgumentOf(creation, "day") is { ConstantValue.HasValue: false } day
        && Locals.Around(creation, compilation) is var locals
        && DateBehind(locals.Follow(day), "Day") is { } date
            ? new(locals.Follow(year), locals.Follow(month), date, locals)
            : null;

    /// <summary>Whether the month belongs to the day, so that only the year is another one.</summary>
    public bool IsMonthOfTheDay => IsOfDate(DateBehind(Month, "Month"));

    /// <summary>
    /// Whether the date exists for certain: all parts are of one date or one clock, the day is written out somewhere,
    /// or the year or the month has all days that there are.
    /// </summary>
    public bool Exists =>
        Known.Follow(Date) is IObjectCreationOperation
        || (IsMonthOfTheDay ? IsOfDate(DateBehind(Year, "Year")) || IsLeapYear(Year) : IsLongMonth(Month));

    /// <summary>Whether somebody has thought of days that are missing, in whatever way.</summary>
    public static bool AreLookedAt(IOperation creation) =>
        OperationTree.Around(creation).Any(static operation => operation switch
        {
            IInvocationOperation { TargetMethod.Name: "IsLeapYear" or "DaysInMonth" or "GetDaysInMonth" } => true,
            { ConstantValue: { HasValue: true, Value: int and >= ShortestMonth and <= LongestMonth } } =>
                operation.Parent is IBinaryOperation or IPatternOperation,
            _ => false,
        });

    private static bool IsLeapYear(IOperation year) =>
        year.ConstantValue is { HasValue: true, Value: int and >= 1 and <= 9999 and var number }
        && DateTime.IsLeapYear(number);

    private static bool IsLongMonth(IOperation month) =>
        month.ConstantValue is { HasValue: true, Value: 1 or 3 or 5 or 7 or 8 or 10 or 12 };

    private bool IsOfDate(IOperation? other) =>
        other is not null
        && (SyntaxFactory.AreEquivalent(other.Syntax, Date.Syntax)
            || (IsClock(Known.Follow(other)) && IsClock(Known.Follow(Date))));

    private static bool IsClock(IOperation date) =>
        date is IPropertyReferenceOperation { Property: { Name: "Now" or "UtcNow" or "Today", IsStatic: true } }
        || date is IInvocationOperation { TargetMethod.Name: "GetUtcNow" or "GetLocalNow" };

    /// <summary><c>birth</c> in <c>birth.Month</c>; null where something else is read, or reckoned.</summary>
    private static IOperation? DateBehind(IOperation? part, string property) =>
        part?.AsWritten() is IPropertyReferenceOperation { Instance: { } date } read
        && read.Property.Name == property
        && IsDate(date.Type)
            ? date
            : null;

    private static IOperation? ArgumentOf(IObjectCreationOperation creation, string parameter) =>
        creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;

    private static bool IsDate(ITypeSymbol? type) =>
        type is { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        && Dates.Contains(type.Name);
}
