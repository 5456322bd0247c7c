using AiAwareAnalyzers.HallucinatedApi.Files;

namespace AiAwareAnalyzers.HallucinatedApi.Packages;

/// <summary>Packages of a line that ended before the framework that a project targets.</summary>
internal sealed class LegacyLine
{
    private const int LastLegacyMajor = 2;
    private const int FirstModernMajor = 5;

    private readonly HashSet<string> _moved = new(KnownText.Lines("MovedPackages"), StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _ofTheirOwn = new(
        KnownText.Lines("PackagesOfTheirOwn"), StringComparer.OrdinalIgnoreCase);

    public static LegacyLine Of(Compilation compilation) => Facts.Of(compilation, static _ => new LegacyLine());

    /// <summary>
    /// The framework alone, with its number: <c>net8.0-windows</c> is 8; null where it is older than the shared
    /// framework of today.
    /// </summary>
    public static int? ModernMajorOf(string framework) =>
        framework.StartsWith("net", StringComparison.OrdinalIgnoreCase) && framework.IndexOf('.') > 0
        && int.TryParse(framework.Substring(3, framework.IndexOf('.') - 3), out var major) && major >= FirstModernMajor
            ? major
            : null;

    /// <summary>
    /// Whether a package of this version is of a line that ended. Of Microsoft.AspNetCore.App and .All the SDK tells
    /// itself.
    /// </summary>
    public bool Holds(string id, string version) =>
        (_moved.Contains(id) || _ofTheirOwn.Contains(id))
        && PackageVersionText.MajorOf(version) is > 0 and <= LastLegacyMajor;

    /// <summary>What to write instead in a project that targets .NET of a number.</summary>
    public string WayOut(string id, int major) => _ofTheirOwn.Contains(id)
        ? $"write a version of that framework's line, {major}.0.0 or later"
        : "remove it: its types are in the shared framework, which Microsoft.NET.Sdk.Web or <FrameworkReference "
            + "Include=\"Microsoft.AspNetCore.App\" /> brings";
}
