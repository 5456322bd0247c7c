using System.Reflection;

namespace AiAwareAnalyzers.ToolTests;

/// <summary>Where this repository is, and the program that is tested.</summary>
internal static class Repository
{
    public static string Root { get; } = Fact("RepositoryRoot");

    /// <summary>The program, as a build leaves it.</summary>
    public static string Tool { get; } = Path.GetFullPath(Fact("Tool"));

    /// <summary>The rules, as a build leaves them.</summary>
    public static string Rules { get; } = Path.GetFullPath(Fact("Rules"));

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Fact(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(fact => fact.Key == key)
            .Value!;
}
