using AiAwareAnalyzers.Testing.Mutants;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Tests.Testing.Mutants;

public sealed class MutationReportTests
{
    private const string Code = "class Sums\n{\n    static int Of(int a, int b) => a + b; // ä \"quoted\" \\ \t\n}\n";

    private static readonly string Whole = new ReportText
    {
        Files = [("src/Sums.cs", Code, [new("a + b", "a - b", "Arithmetic mutation") { CoveredBy = ["1"] }])],
        Tests = [("tests/SumsTests.cs", [("1", "Adds")])],
    }.ToString();

    [Test]
    public void What_the_tool_wrote_is_read()
    {
        var report = MutationReport.Read(Whole);
        var mutant = report.Of("/code/src/Sums.cs", SourceText.From(Code))!.Mutants.Single();
        Assert.That(report.Complaint, Is.Null);
        Assert.That(
            (mutant.Kind, mutant.Replacement, mutant.Verdict, mutant.Place.ToString()),
            Is.EqualTo(("Arithmetic mutation", "a - b", Verdict.Survived, "(2,35)-(2,40)")));
        Assert.That(report.Tests.NearestTo(mutant.CoveredBy), Is.EqualTo("SumsTests"));
        Assert.That(report.Tests.NearestTo(["2", ""]), Is.Null);
    }

    [Test]
    public void Wherever_a_report_breaks_off_it_is_told() =>
        Prop.ForAll(Gen.Choose(0, Whole.Length - 1).ToArbitrary(), end => ComplaintAbout(Whole[..end]) is not null)
            .QuickCheckThrowOnFailure();

    [Test]
    public void Any_character_may_be_another_one() =>
        Prop.ForAll(
            Gen.Zip(Gen.Choose(0, Whole.Length - 1), Gen.Elements('"', '\\', '{', '}', '[', ']', ':', ',', '\0', 'x'))
                .ToArbitrary(),
            change =>
            {
                var (at, letter) = change;
                ComplaintAbout(Whole[..at] + letter + Whole[(at + 1)..]);
            }).QuickCheckThrowOnFailure();

    [Test]
    public void A_text_is_the_same_however_its_lines_end() =>
        Prop.ForAll(
            Gen.ListOf(Gen.Elements("class A { }", "", "// ä", "\t", "\"\"")).ToArbitrary(),
            lines =>
            {
                bool IsStill(string mutated, string now) => MutationReport
                    .Read(new ReportText { Files = [("A.cs", mutated, [])] }.ToString())
                    .Of("A.cs", SourceText.From(now)) is not null;
                var unix = string.Join('\n', lines.Append("class Last { }"));
                var windows = unix.Replace("\n", "\r\n", StringComparison.Ordinal);
                return IsStill(unix, windows) && IsStill(windows, unix) && !IsStill(unix, windows + "\n");
            }).QuickCheckThrowOnFailure();

    [Test]
    public void Of_a_large_report_only_what_is_asked_for_is_read()
    {
        var other = new string('x', 20_000);
        var files = Enumerable.Range(0, 500).Select(number => ($"src/File{number}.cs", other, Array.Empty<Change>()));
        var text = new ReportText { Files = [.. files, ("src/Sums.cs", Code, [new("a + b", "a - b")])] }.ToString();
        var code = SourceText.From(Code);
        ComplaintAbout(Whole);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var mutants = MutationReport.Read(text).Of("src/Sums.cs", code)!.Mutants.Length;
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.That(mutants, Is.EqualTo(1));
        Assert.That(text, Has.Length.GreaterThan(10_000_000));
        Assert.That(allocated, Is.LessThan(1_000_000));
    }

    /// <summary>Asks for all that a report may be asked for.</summary>
    private static string? ComplaintAbout(string text)
    {
        var report = MutationReport.Read(text);
        var mutants = report.Of("Sums.cs", SourceText.From(Code))?.Mutants ?? [];
        report.Tests.NearestTo(mutants.SelectMany(mutant => mutant.CoveredBy));
        return report.Complaint;
    }
}
