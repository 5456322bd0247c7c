using AiAwareAnalyzers.HallucinatedApi.Files;
using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.HallucinatedApi.Sources;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.HallucinatedApi.Names;

public sealed class IdiomsTests
{
    /// <summary>Names of .NET stand in the data as text: each must be a type that the real references have.</summary>
    [Test]
    public async Task Every_owner_that_an_idiom_names_exists()
    {
        var workshop = new Workshop(new Setting(References.EntityFrameworkCore));
        var compilation =
            (await (await workshop.DocumentOf(("/0/C.cs", "class C { }"))).Project.GetCompilationAsync())!;
        var owners = KnownText.Lines("WellKnownOwners");
        Assert.That(owners.Where(owner => compilation.GetTypeByMetadataName(owner) is null), Is.Empty);
    }

    [Test]
    public void A_nearer_type_comes_first() =>
        Assert.That(
            Idioms.Of(CSharpCompilation.Create("Any")).ForMember("getSize", ["List", "IEnumerable"]).First(),
            Is.EqualTo("Count"));

    [TestCase(
        "/x/microsoft.netcore.app.ref/10.0.12/ref/net10.0/System.Runtime.dll",
        "System.Runtime",
        "Microsoft.NETCore.App.Ref 10.0.12")]
    [TestCase("C:\\packs\\Dapper\\2.1.66\\lib\\net8.0\\Dapper.dll", "Dapper", "Dapper 2.1.66")]
    [TestCase("/home/me/project/bin/Debug/net10.0/Mine.dll", "Mine", null)]
    public void A_package_is_read_from_a_path(string path, string assembly, string? package) =>
        Assert.That(AssemblySource.PackageAt(path, assembly), Is.EqualTo(package));
}
