namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A NuGet package of a certain version.</summary>
public sealed record PackageIdentity
{
    public PackageIdentity(string id, string version)
    {
        Id = id;
        Version = version;
    }

    public string Id { get; }

    public string Version { get; }

    public override string ToString() => $"{Id} {Version}";
}
