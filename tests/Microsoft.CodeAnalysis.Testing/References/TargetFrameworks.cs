using System.Collections.Immutable;
using System.Globalization;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Which frameworks' assemblies a project may use, nearest first.</summary>
internal static class TargetFrameworks
{
    private static readonly ImmutableArray<string> Net = ["net10.0", "net9.0", "net8.0", "net7.0", "net6.0", "net5.0"];

    private static readonly ImmutableArray<string> NetCore =
        ["netcoreapp3.1", "netcoreapp3.0", "netcoreapp2.2", "netcoreapp2.1", "netcoreapp2.0", "netcoreapp1.1", "netcoreapp1.0"];

    private static readonly ImmutableArray<string> NetStandard =
    [
        "netstandard2.1", "netstandard2.0", "netstandard1.6", "netstandard1.5", "netstandard1.4", "netstandard1.3",
        "netstandard1.2", "netstandard1.1", "netstandard1.0",
    ];

    private static readonly ImmutableArray<string> Modern = [.. Net, .. NetCore, .. NetStandard];

    internal static ImmutableArray<string> UsableFrom(string targetFramework)
    {
        var nearest = Modern.IndexOf(targetFramework);
        if (nearest >= 0)
            return WithoutTooNewStandard(targetFramework, Modern[nearest..]);

        return IsNewerNet(targetFramework)
            ? [targetFramework, .. Modern]
            : [targetFramework, .. NetStandard.Remove("netstandard2.1")];
    }

    /// <summary>.NET Core learned .NET Standard 2.1 with version 3.0.</summary>
    private static ImmutableArray<string> WithoutTooNewStandard(string targetFramework, ImmutableArray<string> usable) =>
        NetCore.IndexOf(targetFramework) > NetCore.IndexOf("netcoreapp3.0") ? usable.Remove("netstandard2.1") : usable;

    private static bool IsNewerNet(string targetFramework) =>
        targetFramework.StartsWith("net", StringComparison.Ordinal)
        && targetFramework.Contains('.')
        && decimal.TryParse(targetFramework.AsSpan(3), CultureInfo.InvariantCulture, out var version)
        && version > 10;
}
