namespace AiAwareAnalyzers.HallucinatedApi.Sources;

/// <summary>
/// The framework that a compilation targets, as its core library tells it, and its place among the frameworks of the
/// API's history.
/// </summary>
internal sealed class TargetFramework
{
    private const int OldestModernMajor = 5;

    /// <summary>Those whose API is recorded, each holding what the one before it held.</summary>
    private static readonly ImmutableArray<string> Recorded =
        ImmutableArray.Create(
            "netstandard2.0", "netstandard2.1", "netcoreapp3.1", "net5.0", "net6.0", "net8.0", "net9.0", "net10.0");

    private TargetFramework(Compilation compilation)
    {
        var core = compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly?.Identity;
        Name = NameOf(core);
        Age = core?.Name switch
        {
            "netstandard" => Recorded.IndexOf(Name),
            "System.Runtime" or "System.Private.CoreLib" => ModernAge(core.Version),
            _ => 0,
        };
    }

    /// <summary>As in a project file: <c>net8.0</c>.</summary>
    public string Name { get; }

    /// <summary>How many recorded frameworks are older.</summary>
    private int Age { get; }

    public static TargetFramework Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new TargetFramework(c));

    /// <summary>Whether a recorded framework is newer than the target.</summary>
    public bool IsOlderThan(string framework) => Age >= 0 && Recorded.IndexOf(framework) > Age;

    /// <summary>The recorded framework before this one, where a framework between them has left no record.</summary>
    public static string? RecordedBefore(string framework) => framework == "net8.0" ? "net6.0" : null;

    private static string NameOf(AssemblyIdentity? core) => core?.Name switch
    {
        "netstandard" => $"netstandard{core.Version.Major}.{core.Version.Minor}",
        "System.Runtime" or "System.Private.CoreLib" when core.Version.Major >= OldestModernMajor =>
            $"net{core.Version.Major}.0",
        "System.Runtime" => "netcoreapp3.1",
        _ => ".NET Framework",
    };

    /// <summary>
    /// A framework without a record (net7.0) is as old as the one before it; the newest is younger than all.
    /// </summary>
    private static int ModernAge(Version version)
    {
        if (version.Major < OldestModernMajor) return Recorded.IndexOf("netcoreapp3.1");
        for (var major = version.Major; major >= OldestModernMajor; major--)
            if (Recorded.IndexOf($"net{major}.0") is var age and >= 0) return age;
        return Recorded.Length;
    }
}
