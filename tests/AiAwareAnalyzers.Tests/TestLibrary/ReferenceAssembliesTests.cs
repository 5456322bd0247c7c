namespace AiAwareAnalyzers.Tests.TestLibrary;

/// <summary>Reference assemblies come from packages on disk, and never from anywhere else.</summary>
public sealed class ReferenceAssembliesTests
{
    [Test]
    public async Task FindsTheFramework() => Assert.That(await NamesOf(References.Net10), Does.Contain("System.Runtime"));

    [Test]
    public async Task OpensEveryFileOnce()
    {
        var first = await References.Net10.ResolveAsync(LanguageNames.CSharp, CancellationToken.None);
        var again = await References.Net10.AddPackages([]).ResolveAsync(LanguageNames.CSharp, CancellationToken.None);
        Assert.That(again, Is.EqualTo(first).Using<MetadataReference>(ReferenceEquals));
    }

    [Test]
    public void SaysWhichPackageIsMissing()
    {
        var references = References.Net10.AddPackages([new PackageIdentity("No.Such.Package", "1.2.3")]);
        var failure = Assert.ThrowsAsync<InvalidOperationException>(() => references.ResolveAsync(LanguageNames.CSharp, CancellationToken.None));
        Assert.That(failure!.Message, Does.Contain("""<PackageDownload Include="No.Such.Package" Version="[1.2.3]" />"""));
    }

    [Test]
    public async Task AddsAFile()
    {
        var path = typeof(TestAttribute).Assembly.Location;
        Assert.That(await NamesOf(References.Net10.AddAssemblies([path])), Does.Contain("nunit.framework"));
    }

    [Test]
    public async Task HasEveryAssemblyOnce() => Assert.That(await NamesOf(References.All), Is.Unique);

    private static async Task<string[]> NamesOf(ReferenceAssemblies references)
    {
        var resolved = await references.ResolveAsync(LanguageNames.CSharp, CancellationToken.None);
        return [.. resolved.Select(reference => Path.GetFileNameWithoutExtension(reference.Display!))];
    }
}
