using System.Globalization;

namespace AiAwareAnalyzers.Tool;

/// <summary>What time it is; <c>SOURCE_DATE_EPOCH</c> makes what is written reproducible.</summary>
internal static class Clock
{
    public static DateTimeOffset Now =>
        long.TryParse(
            Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.UtcNow;
}
