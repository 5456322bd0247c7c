using System.Globalization;

namespace AiAwareAnalyzers.Field.Loading;

/// <summary>How near a target framework comes to the newest one.</summary>
/// <remarks>Packages name them <c>net8.0</c>, <c>netstandard2.0</c>, <c>.NETStandard2.0</c>, <c>net462</c>.</remarks>
internal static class TargetFolder
{
    /// <summary>The nearest one; null where none fits at all.</summary>
    public static T? Nearest<T>(IEnumerable<T> choices, Func<T, string> name)
        where T : class =>
        choices.Where(choice => Nearness(name(choice)) >= 0).MaxBy(choice => Nearness(name(choice)));

    private static double Nearness(string name)
    {
        var plain = name.TrimStart('.').Split('-')[0].ToLowerInvariant();
        var family = plain.TrimEnd([.. "0123456789."]);
        _ = double.TryParse(plain[family.Length..], CultureInfo.InvariantCulture, out var version);
        return family switch
        {
            "" or "any" => 0,
            "net" or "netcoreapp" when version >= 1 && version <= Environment.Version.Major => 2000 + version,
            "netstandard" => 1000 + version,
            "net" or "netframework" => 100,
            _ => -1,
        };
    }
}
