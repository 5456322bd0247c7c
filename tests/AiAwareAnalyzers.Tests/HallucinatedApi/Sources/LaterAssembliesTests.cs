using AiAwareAnalyzers.HallucinatedApi.Sources;

namespace AiAwareAnalyzers.Tests.HallucinatedApi.Sources;

public sealed class LaterAssembliesTests
{
    [TestCase("1.0.0.0", "2.0.0.0", true)]
    [TestCase("2.0.0.0", "2.0.0.0", false)]
    [TestCase("3.0.0.0", "2.0.0.0", false)]
    public void A_library_that_wants_a_later_version_is_known(string here, string wanted, bool expected)
    {
        var library = Library("Middle", "1.0.0.0", "public class Middle : Inner { }", Inner(wanted));
        using var image = new MemoryStream();
        library.Emit(image);
        image.Position = 0;
        var program = CSharpCompilation.Create(
            "Program",
            [],
            [
                .. References.Net10.Metadata, Inner(here).ToMetadataReference(),
                MetadataReference.CreateFromStream(image)
            ]);

        var type = program.GetTypeByMetadataName("Middle")!;

        Assert.That(LaterAssemblies.Of(program).AreWantedBy(type), Is.EqualTo(expected));
    }

    private static CSharpCompilation Inner(string version) => Library("Inner", version, "public class Inner { }");

    private static CSharpCompilation Library(
        string name, string version, string code, params CSharpCompilation[] others) =>
        CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyVersion(\"{version}\")] {code}")],
            [.. References.Net10.Metadata, .. others.Select(other => other.ToMetadataReference())],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
