using System.IO.Compression;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace AiAwareAnalyzers.PackageTests;

/// <summary>
/// The package, packed once for all tests from a copy of this repository that is a repository of its own.
/// </summary>
internal sealed class Package
{
    /// <summary>Where the copy claims to come from: the help links are derived from it.</summary>
    public const string RepositoryUrl = "https://example.com/somebody/ai-aware";

    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private const string Id = "AiAwareAnalyzers";

    private static readonly Lazy<Package> Shared = new(() => Pack("here"));

    private Package(string file) => File = file;

    public static Package Instance => Shared.Value;

    /// <summary>A version that no cache has seen.</summary>
    public static string Version { get; } = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}.{Environment.ProcessId}";

    /// <summary>Every id that the package can report.</summary>
    public static IEnumerable<string> Ids =>
        XDocument.Load(new MemoryStream(Instance.Read("build/AiAwareAnalyzers.Ids.props")))
            .Descendants("AiAwareIds")
            .Single().Value
            .Split(';');

    public string File { get; }

    public string Feed => Path.GetDirectoryName(File)!;

    /// <summary>Packs what the repository holds now, from another folder.</summary>
    public static Package Pack(string place)
    {
        var folder = Path.Combine(Scratch.Folder(place), "copy");
        Repository.CopyTo(folder);
        MakeRepository(folder);
        var feed = Path.Combine(folder, "..", "feed");
        DotNet.Succeed(
            folder, "pack", "build/Package", "--nologo", "-v:q", "-o", feed,
            $"-p:PackageVersion={Version}",
            "-p:ContinuousIntegrationBuild=true",
            "-p:RunAnalyzers=false");
        return new Package(Directory.GetFiles(feed, "*.nupkg").Single());
    }

    /// <summary>The entries, and the hash of each one's bytes.</summary>
    public IReadOnlyDictionary<string, string> Entries()
    {
        using var archive = ZipFile.OpenRead(File);
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = entry.Open();
            return Convert.ToHexString(SHA256.HashData(content));
        });
    }

    public byte[] Read(string entry)
    {
        using var archive = ZipFile.OpenRead(File);
        using var content = archive.GetEntry(entry)!.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Takes the version of this run out of the machine's folder of packages again.</summary>
    public static void Forget()
    {
        var cached = Path.Combine(Repository.PackageRoot, Id.ToLowerInvariant(), Version);
        if (Directory.Exists(cached)) Directory.Delete(cached, recursive: true);
    }

    /// <summary>As much of a repository as the SDK reads: a commit and where it comes from.</summary>
    private static void MakeRepository(string folder)
    {
        var git = Directory.CreateDirectory(Path.Combine(folder, ".git")).FullName;
        Directory.CreateDirectory(Path.Combine(git, "objects"));
        Directory.CreateDirectory(Path.Combine(git, "refs"));
        System.IO.File.WriteAllText(Path.Combine(git, "HEAD"), Commit + "\n");
        System.IO.File.WriteAllText(
            Path.Combine(git, "config"),
            $"[core]\n\trepositoryformatversion = 0\n[remote \"origin\"]\n\turl = {RepositoryUrl}.git\n");
    }
}
