using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.AuthScope.Credentials;

/// <summary>How long a <see cref="TimeSpan"/> written in code is.</summary>
internal static class Durations
{
    /// <summary>Null where the length is not written there.</summary>
    public static TimeSpan? Of(IOperation value) => value.Unconverted() switch
    {
        IFieldReferenceOperation { Field: { Name: "MaxValue", ContainingType.Name: nameof(TimeSpan) } } =>
            TimeSpan.MaxValue,
        IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: nameof(TimeSpan) } } => TimeSpan.Zero,
        IInvocationOperation { TargetMethod: { ContainingType.Name: nameof(TimeSpan), Name: var unit },
            Arguments: { Length: > 0 } amounts } =>
            Sized(unit, amounts[0]),
        IObjectCreationOperation { Type.Name: nameof(TimeSpan), Arguments: { Length: 3 or 4 } parts } => Sum(parts),
        _ => null,
    };

    private static TimeSpan? Sized(string factory, IArgumentOperation amount) =>
        Number(amount) is not { } number ? null : factory switch
        {
            nameof(TimeSpan.FromDays) => Ticks(number * TimeSpan.TicksPerDay),
            nameof(TimeSpan.FromHours) => Ticks(number * TimeSpan.TicksPerHour),
            nameof(TimeSpan.FromMinutes) => Ticks(number * TimeSpan.TicksPerMinute),
            nameof(TimeSpan.FromSeconds) => Ticks(number * TimeSpan.TicksPerSecond),
            nameof(TimeSpan.FromMilliseconds) => Ticks(number * TimeSpan.TicksPerMillisecond),
            _ => null,
        };

    /// <summary>Days may come before hours, minutes and seconds.</summary>
    private static TimeSpan? Sum(ImmutableArray<IArgumentOperation> parts)
    {
        var numbers = parts.Select(Number).ToList();
        if (numbers.Contains(null)) return null;
        var days = numbers.Count == 4 ? numbers[0]!.Value : 0;
        var rest = numbers.Skip(numbers.Count - 3).Select(number => number!.Value).ToList();
        return Ticks((((((days * 24) + rest[0]) * 60) + rest[1]) * 60 + rest[2]) * TimeSpan.TicksPerSecond);
    }

    private static double? Number(IArgumentOperation argument) =>
        argument.Value.Unconverted().ConstantValue is { HasValue: true, Value: { } value }
            ? value switch
            {
                int number => number,
                long number => number,
                double number => number,
                _ => null,
            }
            : null;

    private static TimeSpan Ticks(double ticks) =>
        ticks >= long.MaxValue
            ? TimeSpan.MaxValue
            : ticks <= long.MinValue ? TimeSpan.MinValue : new TimeSpan((long)ticks);
}
