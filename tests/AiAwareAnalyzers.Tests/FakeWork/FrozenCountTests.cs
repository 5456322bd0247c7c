using AiAwareAnalyzers.FakeWork;

namespace AiAwareAnalyzers.Tests.FakeWork;

[CSharp(12)]
public sealed class FrozenCountTests : RuleTests<FrozenCount>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    private static string Code(string body) =>
        $$"""
        using Microsoft.Extensions.Logging;
        public class Report { public int Skipped { get; set; } public long Total { get; set; } }
        public class Import(ILogger<Import> log)
        {
            public object? Run(List<string> rows)
            {
                {{body}}
                return null;
            }
            private static void Count(ref int number) => number++;
            private static bool Take(int number) => number > 0;
        }
        """;

    [TestCase("var [|skipped|] = 0; return $\"Skipped: {skipped}\";", TestName = "In a text")]
    [TestCase("int [|failedRows|] = 0; foreach (var row in rows) Console.WriteLine(row); "
        + "log.LogInformation(\"Failed: {Failed}\", failedRows);", TestName = "In a log")]
    [TestCase("var [|errorCount|] = 0; Console.WriteLine(\"Errors: {0}\", errorCount);", TestName = "On the console")]
    [TestCase("var [|errors|] = 0; return string.Format(\"{0} errors\", errors);", TestName = "In a format")]
    [TestCase("var [|skipped|] = 0; return new Report { Skipped = skipped };", TestName = "In a member")]
    [TestCase("long [|total|] = 0; return new Report { Total = total };", TestName = "A long one")]
    [TestCase("var [|skipped|] = 0; return new { skipped, rows.Count };", TestName = "In what has no name")]
    [TestCase("var [|skipped|] = 0; Action say = () => Console.WriteLine($\"{skipped}\"); return say;",
        TestName = "In a lambda")]
    public Task What_nobody_counts(string body) => Flags(Code(body));

    [Test]
    public Task The_message_names_it() => Says(
        Code("var [|skipped|] = 0; return $\"Skipped: {skipped}\";"),
        "'skipped' is 0 wherever it is reported, because nothing ever counts; count, or take it out of the report");

    [TestCase("var skipped = 0; skipped++; return $\"{skipped}\";", TestName = "Counted")]
    [TestCase("var skipped = 0; skipped += rows.Count; return $\"{skipped}\";", TestName = "Added up")]
    [TestCase("var skipped = 0; skipped = rows.Count; return $\"{skipped}\";", TestName = "Assigned")]
    [TestCase("var skipped = 0; (skipped, _) = (1, 2); return $\"{skipped}\";", TestName = "Taken apart")]
    [TestCase("var skipped = 0; Count(ref skipped); return $\"{skipped}\";", TestName = "By reference")]
    [TestCase("var skipped = 0; Interlocked.Increment(ref skipped); return $\"{skipped}\";",
        TestName = "By all at once")]
    [TestCase("var skipped = 0; rows.ForEach(_ => { skipped++; }); return $\"{skipped}\";",
        TestName = "In a lambda, counted")]
    [TestCase("var skipped = 0; void Skip() => skipped++; Skip(); return $\"{skipped}\";", TestName = "In a function")]
    [TestCase("var skipped = rows.Count; return $\"{skipped}\";", TestName = "Something to begin with")]
    [TestCase("var skipped = 3; return $\"{skipped}\";", TestName = "A number that is meant")]
    [TestCase("const int skipped = 0; return $\"{skipped}\";", TestName = "A constant")]
    [TestCase("var offset = 0; return $\"Offset: {offset}\";", TestName = "No count")]
    [TestCase("var speed = 0; return $\"Speed: {speed}\";", TestName = "No participle")]
    [TestCase("var skipped = 0; Take(skipped); return $\"{skipped}\";", TestName = "Passed on")]
    [TestCase("var total = 0; return rows.Count > total;", TestName = "Compared")]
    [TestCase("var skipped = 0;\n#if SLOW\nskipped++;\n#endif\nreturn $\"{skipped}\";", TestName = "In another build")]
    public Task What_is_counted_or_no_count(string body) => Allows(Code(body));

    [Test]
    public Task A_project_of_tests() => Given.WithReferences(References.Testing)
        .Allows(Code("var skipped = 0; return $\"Skipped: {skipped}\";"));
}
