namespace AiAwareAnalyzers.Field.Loading;

/// <summary>The packages on this machine. Nothing is downloaded.</summary>
internal static class PackageCache
{
    private static readonly string Root =
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>The newest cached version of each package, and of all that they depend on.</summary>
    public static IReadOnlyCollection<Package> Closure(IEnumerable<string> names)
    {
        var found = new Dictionary<string, Package>(StringComparer.OrdinalIgnoreCase);
        var waiting = new Queue<string>(names);
        while (waiting.TryDequeue(out var name))
        {
            if (found.ContainsKey(name) || Newest(name) is not { } package) continue;
            found.Add(name, package);
            foreach (var dependency in package.Dependencies) waiting.Enqueue(dependency);
        }

        return found.Values;
    }

    private static Package? Newest(string name) =>
        PackageVersion.NewestIn(Path.Combine(Root, name.ToLowerInvariant())) is { } folder ? new Package(folder) : null;
}
