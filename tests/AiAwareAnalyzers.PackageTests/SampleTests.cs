using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.PackageTests;

/// <summary>The sample speaks whenever it is built, and the README quotes what it says.</summary>
public sealed partial class SampleTests
{
    private static readonly string Sample = Path.Combine(Repository.Root, "docs", "sample");

    private static readonly Lazy<Output> First = new(() =>
        DotNet.Run(Sample, "build", "--nologo", "-tl:off", "-clp:NoSummary"));

    [Test]
    public void The_sample_builds_and_prints_nothing_but_our_findings()
    {
        Assert.That(First.Value.ExitCode, Is.Zero, First.Value.Text);
        Assert.That(First.Value.Diagnostics.Select(printed => printed.Id), Is.Not.Empty.And.All.StartsWith("AIA"));
    }

    [Test]
    public void The_sample_says_the_same_when_it_is_built_again()
    {
        var first = First.Value.Diagnostics.Select(printed => (printed.File, printed.Line, printed.Id)).ToList();
        var second = DotNet.Run(Sample, "build", "--nologo", "-tl:off", "-clp:NoSummary", "--no-restore").Diagnostics;
        Assert.That(second.Select(printed => (printed.File, printed.Line, printed.Id)), Is.EquivalentTo(first));
    }

    [Test]
    public void What_is_invented_does_not_compile()
    {
        var output = DotNet.Run(Path.Combine(Sample, "invented"), "build", "--nologo", "-tl:off", "-clp:NoSummary");
        Assert.That(output.Diagnostics.Select(printed => printed.ToString()), Has.Some.StartsWith("error CS"));
        Assert.That(output.ExitCode, Is.Not.Zero);
    }

    [Test]
    public void The_README_quotes_the_sample()
    {
        var quoted = Quotes()
            .Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md")))
            .Select(match => match.Value.TrimEnd())
            .ToList();
        Assert.That(quoted, Has.Count.AtLeast(3));
        Assert.That(quoted, Is.All.Matches<string>(quote =>
            First.Value.Text.Replace('\\', '/').Contains(quote, StringComparison.Ordinal)));
    }

    /// <summary>Models/Product.cs(9,19): warning AIA0201: …</summary>
    [GeneratedRegex(@"^\w[\w/]*\.cs\(\d+,\d+\): warning AIA\d{4}: .*$", RegexOptions.Multiline)]
    private static partial Regex Quotes();
}
