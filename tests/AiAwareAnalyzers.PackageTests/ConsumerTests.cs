namespace AiAwareAnalyzers.PackageTests;

/// <summary>Real projects are restored and built with the real package; each is one sentence about what a build prints.</summary>
public sealed class ConsumerTests
{
    private const string Unknown = "ai_aware.unknown = 1";

    private static readonly Consumer[] Consumers =
    [
        new("Recommended is the default") { EditorConfig = Unknown, Prints = ["warning AIA0001"] },
        new("Warnings as errors break the build") { EditorConfig = Unknown, Properties = "TreatWarningsAsErrors=true", Prints = ["error AIA0001"] },
        new("Advisory breaks no build that treats warnings as errors") { EditorConfig = Unknown, Properties = "AiAwareMode=Advisory TreatWarningsAsErrors=true", Prints = ["warning AIA0001"] },
    ];

    private static readonly Lazy<(Output First, Output Second)> Builds = new(Build);

    [TestCaseSource(nameof(Consumers))]
    public void A_build_prints(Consumer consumer)
    {
        var printed = Builds.Value.First.Diagnostics.Where(printed => printed.Project == consumer.Name);
        Assert.That(printed.Where(diagnostic => diagnostic.IsOurs).Select(diagnostic => diagnostic.ToString()).Order(), Is.EqualTo(consumer.Prints));
    }

    private static (Output First, Output Second) Build()
    {
        var root = Scratch.Folder("consumers");
        NuGet.Configure(root);
        Solution.Write(root, "all", Consumers.Select(consumer => consumer.WriteTo(root)));
        var first = DotNet.Run(root, "build", "all.slnx", "--nologo", "-v:q", "-tl:off", "-clp:NoSummary");
        var second = DotNet.Run(root, "build", "all.slnx", "--nologo", "-v:q", "-tl:off", "-clp:NoSummary", "--no-restore");
        return (first, second);
    }
}
