using AiAwareAnalyzers.Testing;
using AiAwareAnalyzers.Tests.Cases;
using AiAwareAnalyzers.Tests.Testing.Mutants;

namespace AiAwareAnalyzers.Tests.Testing;

public sealed class SurvivingMutantTests : RuleTests<SurvivingMutant>
{
    private const string Report = "/0/mutation-report.json";

    private const string Score = "ai_aware.testing.minimum_score";

    private const string Shop =
        """
        namespace Shop;

        public class Orders
        {
            private static readonly int[] Steps = { 1, 2 };
            private int _open = 1 + 1;
            private bool _isClosed;

            public Orders()
            {
                _isClosed = true;
            }

            public bool IsFull => _open >= 9;

            public int this[int index] => Steps[index] * 2;

            public static Orders operator +(Orders orders, int more)
            {
                orders._open += more;
                return orders;
            }

            public decimal Discount(decimal total, bool isMember)
            {
                if (total > 100 && isMember)
                {
                    Audit();
                    return total / 10;
                }

                return total > 500 ? 25 : 0;
            }

            public void Finish()
            {
                if (!_isClosed) _open--;
                bool IsEmpty() => _open == 0;
                _isClosed = IsEmpty();
            }

            public string Label(string? name) => (name ?? "none").Trim();

            public int Largest() => Steps.Where(step => step < 9).Max();

            public async Task SaveAsync(Task saving)
            {
                await saving.ConfigureAwait(false);
                Console.WriteLine("saved " + _open);
                if (_open < 0) throw new InvalidOperationException("Nothing is open");
            }

            private void Audit() => _open = Math.Abs(_open);
        }
        """;

    private static readonly Change Boundary = new("total > 100", "total >= 100");

    /// <summary>What is printed: it counts, and has no finding of its own.</summary>
    private static readonly Change Unasked = new("\"small\"", "\"\"", "String mutation");

    private static RuleCase<SurvivingMutant> With(RuleCase<SurvivingMutant> given, ReportText report) =>
        given.WithHandedFile(Report, report.ToString());

    private RuleCase<SurvivingMutant> Reported(string code, params Change[] changes) =>
        With(Given, new ReportText { Files = [("Test0.cs", Markup.Strip(code), changes)] });

    /// <summary>The shop with a mark at the first place of a text.</summary>
    private static string Marked(string text)
    {
        var at = Shop.IndexOf(text, StringComparison.Ordinal);
        return Shop.Insert(at + text.Length, "|]").Insert(at, "[|");
    }

    [TestCase("total > 100", "total >= 100", "Equality mutation")]
    [TestCase("total > 100 && isMember", "total > 100 || isMember", "Logical mutation")]
    [TestCase("total > 100 && isMember", "!(total > 100 && isMember)", "Negate expression")]
    [TestCase("total > 500 ? 25 : 0", "(true ?25 : 0)", "Conditional (true) mutation")]
    [TestCase("total / 10", "total * 10", "Arithmetic mutation")]
    [TestCase("Audit();", ";", "Statement mutation")]
    [TestCase("_isClosed = true;", ";", "Statement mutation", Description = "in a constructor")]
    [TestCase("_open >= 9", "_open > 9", "Equality mutation", Description = "in a property")]
    [TestCase("Steps[index] * 2", "Steps[index] / 2", "Arithmetic mutation", Description = "in an indexer")]
    [TestCase("orders._open += more", "orders._open -= more", "Assignment mutation", Description = "in an operator")]
    [TestCase("1 + 1", "1 - 1", "Arithmetic mutation", Description = "in a field")]
    [TestCase("{ 1, 2 }", "{}", "Array initializer mutation", Description = "in a static field")]
    [TestCase("_open--", "_open++", "PostDecrementExpression to PostIncrementExpression mutation")]
    [TestCase("_open == 0", "_open != 0", "Equality mutation", Description = "in a local function")]
    [TestCase("step < 9", "step <= 9", "Equality mutation", Description = "in a lambda")]
    [TestCase("Steps.Where(step => step < 9).Max()", "Steps.Where(step => step < 9).Min()",
        "Linq method mutation (Max() to Min())")]
    [TestCase("name ?? \"none\"", "name", "Null coalescing mutation (remove right)")]
    [TestCase("(name ?? \"none\").Trim()", "\"\"", "String Method Mutation (Replace Trim() with Empty String)")]
    [TestCase("Math.Abs(_open)", "_open", "Math method mutation", Description = "in a private method")]
    [TestCase("_open < 0", "_open > 0", "Equality mutation", Description = "the condition of a throw")]
    [TestCase("await saving.ConfigureAwait(false);", ";", "Statement mutation", Description = "what is awaited")]
    [TestCase("total > 100", "total <= 100", "A kind that a later version knows")]
    [TestCase("total > 100", null, "Equality mutation", Description = "the report does not say what it became")]
    public Task A_change_that_tests_ran_and_did_not_notice(string original, string? replacement, string kind) =>
        Reported(Marked(original), new Change(original, replacement, kind)).Flags(Marked(original));

    [Test]
    public Task Where_a_whole_body_was_left_out_its_member_is_shown()
    {
        var code = Marked("Finish");
        var body = Shop[Shop.IndexOf("{\n        if (!_isClosed)", StringComparison.Ordinal)..
            Shop.IndexOf("\n\n    public string Label", StringComparison.Ordinal)];
        return Reported(code, new Change(body, "{}", "Block removal mutation")).Flags(code);
    }

    [Test]
    public Task Of_many_lines_the_first_is_shown()
    {
        const string shown = "{";
        var code = Shop.Replace("isMember)\n        {", $"isMember)\n        [|{shown}|]", StringComparison.Ordinal);
        const string block = "{\n            Audit();\n            return total / 10;\n        }";
        return Reported(code, new Change(block, "{}", "Block removal mutation")).Flags(code);
    }

    [TestCase("/0/Test0.cs", Description = "the same path")]
    [TestCase(@"C:\work\Shop\Test0.cs", Description = "a path of another system")]
    [TestCase("../Shop/Test0.cs", Description = "a path from another folder on")]
    [TestCase("shop/test0.cs", Description = "letters of another size")]
    public Task A_file_is_known_by_its_name_and_its_text(string path) =>
        With(Given, new ReportText { Files = [(path, Shop, [Boundary])] }).Flags(Marked("total > 100"));

    [Test]
    public Task A_file_is_known_however_its_lines_end() =>
        With(Given, new ReportText { Files = [("Test0.cs", "\uFEFF" + Windows(Shop), [Boundary])] })
            .Flags(Marked("total > 100"));

    [Test]
    public Task Code_is_known_however_its_lines_end() =>
        With(Given, new ReportText { Files = [("Test0.cs", Shop, [Boundary])] }).Flags(Windows(Marked("total > 100")));

    [Test]
    public Task Of_two_files_of_one_name_the_nearer_one_counts() =>
        With(
            Given.At("/0/Shop/Orders/Test0.cs"),
            new ReportText
            {
                Files =
                [
                    ("Web/Orders/Test0.cs", Shop, [Boundary.That("Killed")]),
                    ("Shop/Orders/Test0.cs", Shop, [Boundary]),
                ],
            })
            .Flags(Marked("total > 100"));

    [TestCase("2026-01-31.12-00-00", "2025-12-31.23-59-59")]
    [TestCase("2026-01-31.12-00-01", "2026-01-31.12-00-00")]
    public async Task Of_two_reports_the_newer_one_counts(string newer, string older)
    {
        static string At(string run) => $"/0/StrykerOutput/{run}/reports/mutation-report.json";
        var survived = new ReportText { Files = [("Test0.cs", Shop, [Boundary])] }.ToString();
        var killed = new ReportText { Files = [("Test0.cs", Shop, [Boundary.That("Killed")])] }.ToString();
        await Given.WithHandedFile(At(newer), survived).WithHandedFile(At(older), killed).Flags(Marked("total > 100"));
        await Given.WithHandedFile(At(newer), killed).WithHandedFile(At(older), survived).Allows(Shop);
    }

    [Test]
    public Task A_program_of_statements() => Reported(
        """if ([|args.Length > 1|]) Environment.ExitCode = 2;""",
        new Change("args.Length > 1", "args.Length >= 1")).Flags(
        """if ([|args.Length > 1|]) Environment.ExitCode = 2;""");

    [TestCase(1)]
    [TestCase("2.0.1")]
    [TestCase("1")]
    [TestCase(null)]
    public Task A_known_version_of_the_schema(object? version) =>
        With(Given, new ReportText { Version = version!, Files = [("Test0.cs", Shop, [Boundary])] })
            .Flags(Marked("total > 100"));

    [Test]
    public Task What_no_test_runs_is_a_suggestion() =>
        Reported(Shop, Boundary.That("NoCoverage")).Suggests(Marked("total > 100"));

    [Test]
    public Task A_text_is_a_suggestion() =>
        Reported(Shop, new Change("\"none\"", "\"\"", "String mutation")).Suggests(Marked("\"none\""));

    [Test]
    public Task What_is_asked_of_a_text_is_no_text() => Reported(
        "class C { bool IsNamed(string name) => [|string.IsNullOrEmpty(name)|]; }",
        new Change("string.IsNullOrEmpty(name)", "(name!=null)", "String mutation")).Flags(
        "class C { bool IsNamed(string name) => [|string.IsNullOrEmpty(name)|]; }");

    [TestCase("true")]
    [TestCase("false")]
    public Task A_condition_that_was_not_asked_is_told(string value) =>
        Reported(
            Shop,
            new Change("total > 500 ? 25 : 0", $"({value}?25 :0)", $"Conditional ({value}) mutation"))
            .Says(
                Marked("total > 500 ? 25 : 0"),
                $"'total > 500' was taken for {value}, and all tests still passed; assert what tells the two apart");

    [Test]
    public Task In_a_zone_of_high_risk_it_is_a_warning() =>
        Reported(Shop, Boundary.That("NoCoverage"))
            .WithOption("ai_aware.high_risk", "Shop").Flags(Marked("total > 100"));

    [Test]
    public Task The_message_says_what_was_changed_and_which_tests_are_near() =>
        With(
            Given,
            new ReportText
            {
                Files =
                [
                    ("Test0.cs", Shop,
                    [
                        Boundary with { CoveredBy = ["1", "2", "3"] },
                        new Change("total / 10", "total * 10", "Arithmetic mutation") { CoveredBy = ["3"] },
                        new Change("total > 500", "total < 500")
                            { Status = "Killed", CoveredBy = ["1", "2", "3"], KilledBy = ["2"] },
                        new Change("_open == 0", "_open != 0") { Status = "Killed", KilledBy = ["4"] },
                    ]),
                ],
                Tests =
                [
                    ("/0/Tests/All.cs",
                    [
                        ("1", "Shop.Tests.LabelTests.Trims"), ("2", "Shop.Tests.DiscountTests.Members_save(101, 5)"),
                        ("3", "Shop.Tests.LabelTests.Names"), ("4", "Shop.Tests.CloseTests.Closes"),
                    ]),
                ],
            })
            .Says(
                Marked("total > 100"),
                "'total > 100' became 'total >= 100', and all 3 tests that run it still passed (one more change in "
                + "'Discount' is not noticed); assert in 'DiscountTests' what tells the two apart");

    [TestCase("Orders take 1.5 of 2", "/0/Tests/OrdersTests.cs", Description = "a name in words")]
    [TestCase("Takes(2.5)", @"C:\Tests\OrdersTests.Taking.cs", Description = "a name without a class")]
    [TestCase("Shop.Tests.OrdersTests(5).Takes", "/0/Tests/OrdersTests.cs", Description = "a class with arguments")]
    [TestCase("Shop.Tests.OrdersTests.Takes(\"a.b\")", "/0/Tests/More.cs", Description = "a class and arguments")]
    public Task The_nearest_tests_have_a_name(string test, string file) =>
        With(
            Given,
            new ReportText
            {
                Files = [("Test0.cs", Shop, [new Change("Audit();", ";", "Statement mutation") { CoveredBy = ["1"] }])],
                Tests = [(file, [("1", test)])],
            })
            .Says(
                Marked("Audit();"),
                "'Audit()' was left out, and the one test that runs it still passed; assert in 'OrdersTests' what is "
                + "missing without it");

    [Test]
    public Task The_gravest_change_of_a_member_is_told() =>
        Reported(
            Shop,
            new Change("total / 10", "total * 10", "Arithmetic mutation"),
            new Change("Audit();", ";", "Statement mutation"),
            Boundary,
            new Change("total > 500 ? 25 : 0", "(true ?25 : 0)", "Conditional (true) mutation").That("NoCoverage"))
            .Says(
                Marked("Audit();"),
                "'Audit()' was left out, and all tests still passed (3 more changes in 'Discount' are not noticed); "
                + "assert what is missing without it");

    [Test]
    public async Task The_other_changes_are_listed()
    {
        var report = new ReportText
        {
            Files = [("Page.cs", Shop, [Boundary, new Change("Audit();", ";", "Statement mutation")])],
        };
        var workshop = new Workshop(
            new Setting(References.Net10) { Handed = new() { Files = [(Report, report.ToString())] } });
        var document = await workshop.DocumentOf(("/0/Page.cs", Shop));
        var finding = (await Workshop.Findings(document.Project, new SurvivingMutant())).Single();
        Assert.That(finding.Properties["others"], Is.EqualTo("26: 'total > 100' became 'total >= 100'"));
        Assert.That(finding.AdditionalLocations.Select(place => place.GetLineSpan().StartLinePosition.Line + 1),
            Is.EqualTo(new[] { 26 }));
    }

    [Test]
    public async Task Each_member_has_a_finding()
    {
        var code = Shop.Replace("total > 100", "[|total > 100|]", StringComparison.Ordinal)
            .Replace("_open == 0", "[|_open == 0|]", StringComparison.Ordinal);
        await Reported(code, Boundary, new Change("_open == 0", "_open != 0")).Says(
            code,
            "'total > 100' became 'total >= 100', and all tests still passed; assert what tells the two apart",
            "'_open == 0' became '_open != 0', and all tests still passed; assert what tells the two apart");
    }

    [Test]
    public Task Long_code_is_told_by_what_differs()
    {
        const string code =
            """
            class Sums
            {
                bool IsLarge(int aFirstNumber, int aSecondNumber, int aThirdNumber) =>
                    [|aFirstNumber + aSecondNumber + aThirdNumber > aFirstNumber * aSecondNumber && aThirdNumber > 1|];
            }
            """;
        const string original =
            "aFirstNumber + aSecondNumber + aThirdNumber > aFirstNumber * aSecondNumber && aThirdNumber > 1";
        return Reported(
            code,
            new Change(original, original.Replace("&&", "||", StringComparison.Ordinal), "Logical mutation"))
            .Says(code, "'&&' became '||', and all tests still passed; assert what tells the two apart");
    }

    [Test]
    public Task What_no_test_runs_is_told_so() => Says(
        Boundary.That("NoCoverage"),
        "'total > 100' became 'total >= 100', and no test runs it; run it in a test and assert what it does");

    private Task Says(Change change, string message) =>
        Reported(Shop, change).WithOption("ai_aware.high_risk", "Shop").Says(Marked(change.Original), message);

    [TestCase("Killed")]
    [TestCase("Timeout")]
    [TestCase("Ignored")]
    [TestCase("CompileError")]
    [TestCase("RuntimeError")]
    [TestCase("Pending")]
    [TestCase("survived", Description = "no status of the schema")]
    [TestCase("")]
    public Task A_change_that_was_noticed_or_not_tried(string status) =>
        Reported(Shop, Boundary.That(status)).Allows(Shop);

    [TestCase("saved ", "", "String mutation", Description = "what is printed")]
    [TestCase("Console.WriteLine(\"saved \" + _open);", ";", "Statement mutation", Description = "a log call")]
    [TestCase("\"saved \" + _open", "\"saved \" - _open", "Arithmetic mutation", Description = "within a log call")]
    [TestCase("\"Nothing is open\"", "\"\"", "String mutation", Description = "what an exception says")]
    [TestCase("(false)", "(true)", "Boolean mutation", Description = "the captured context")]
    public Task A_change_that_no_test_should_notice(string original, string replacement, string kind) =>
        Reported(Shop, new Change(original, replacement, kind)).Allows(Shop);

    [TestCase("namespace Shop;", "namespace Shop; ", Description = "a blank more")]
    [TestCase("total > 100", "total > 101", Description = "another number")]
    [TestCase("private void Audit() => _open = Math.Abs(_open);\n}", "private void Audit() { }\n}")]
    [TestCase("\n}", "\n}\n// more", Description = "more at the end")]
    public Task Code_that_has_changed_since(string before, string now) =>
        Reported(Shop, Boundary).Allows(Shop.Replace(before, now, StringComparison.Ordinal));

    [TestCase("Orders.cs", Description = "another file")]
    [TestCase("Test0.cs/Orders.cs", Description = "a folder of its name")]
    [TestCase("MyTest0.cs", Description = "a name that ends alike")]
    [TestCase("", Description = "no name")]
    public Task A_file_that_the_report_does_not_know(string path) =>
        With(Given, new ReportText { Files = [(path, Shop, [Boundary])] }).Allows(Shop);

    [Test]
    public Task A_report_that_is_not_handed_over_as_one() =>
        Given.WithAdditionalFile(Report, new ReportText { Files = [("Test0.cs", Shop, [Boundary])] }.ToString())
            .Allows(Shop);

    [Test]
    public Task Generated_code() =>
        With(Given.At("/0/Orders.g.cs"), new ReportText { Files = [("Orders.g.cs", Shop, [Boundary])] }).Allows(Shop);

    [Test]
    public Task Code_whose_lines_are_moved()
    {
        const string code = "class C\n{\n#line 40\n    bool IsLarge(int total) => total > 100;\n}\n";
        return Reported(code, Boundary).Allows(code);
    }

    [Test]
    public Task Code_that_is_not_compiled()
    {
        const string code = "class C\n{\n#if NEVER\n    bool IsLarge(int total) => total > 100;\n#endif\n}\n";
        return Reported(code, Boundary).Allows(code);
    }

    [TestCase("""{ "start": { "line": 999, "column": 1 }, "end": { "line": 999, "column": 5 } }""")]
    [TestCase("""{ "start": { "line": 1, "column": 900 }, "end": { "line": 2, "column": 1 } }""")]
    [TestCase("""{ "start": { "line": 3, "column": 5 }, "end": { "line": 3, "column": 2 } }""")]
    [TestCase("""{ "start": { "line": 0, "column": 0 }, "end": { "line": 3, "column": 2 } }""")]
    [TestCase("""{ "start": { "line": -1, "column": 1 }, "end": { "line": 3, "column": 2 } }""")]
    [TestCase("""{ "start": { "line": "1", "column": "1" }, "end": {} }""")]
    [TestCase("""{ "start": { "line": 99999999999, "column": 1 }, "end": { "line": 3, "column": 2 } }""")]
    [TestCase("""[]""")]
    [TestCase("""null""")]
    public Task A_place_that_cannot_be(string location) =>
        Given.WithHandedFile(
            Report,
            $$"""
            {
              "schemaVersion": "2",
              "files": { "Test0.cs": { "source": "class C { }", "mutants": [
                { "replacement": "x", "status": "Survived", "location": {{location}} }
              ] } }
            }
            """).Allows("class C { }");

    [TestCase("""{ "schemaVersion": "2", "files": {} }""", Description = "nothing was mutated")]
    [TestCase("""{ "files": { "Test0.cs": {} } }""", Description = "nothing is known of a file")]
    [TestCase("""{ "files": { "Test0.cs": 3 } }""", Description = "a file is a number")]
    [TestCase("""{ "files": { "Test0.cs": { "source": "class C { }", "mutants": {} } } }""")]
    [TestCase("""{ "files": { "Test0.cs": { "source": "class C { }", "mutants": [1, [], null, {}] } } }""")]
    public Task A_report_of_little(string report) => Given.WithHandedFile(Report, report).Allows("class C { }");

    [TestCase("", "it is no JSON object")]
    [TestCase("nonsense", "it is no JSON object")]
    [TestCase("[]", "it is no JSON object")]
    [TestCase("{ \"schemaVersion\": \"2\", \"files\": { \"Test0.cs\": {", "it breaks off in the middle")]
    [TestCase("{ \"schemaVersion\": \"3.1\", \"files\": {} }", "its schema has version 3.1, and 1 and 2 are known")]
    [TestCase("{ \"schemaVersion\": \"2\" }", "there are no 'files' in it")]
    public Task A_report_that_cannot_be_read_is_told_once(string report, string reason) =>
        Given.SaysOfFile(
            Report,
            "[||]" + report,
            $"'mutation-report.json' is no mutation report that can be read, because {reason}; let Stryker.NET write "
            + "it again, with '--reporter json'");

    [TestCase("100")]
    [TestCase("80")]
    [TestCase("51")]
    public Task A_score_below_what_is_asked_is_told_of_the_first_type(string least)
    {
        const string code = "namespace Shop;\n\npublic enum [|Size|] { Small }\n\n"
            + "public class Sizes\n{\n    public void Tell() => Console.WriteLine(\"small\");\n}\n";
        return Reported(code, Unasked.That("Timeout"), Unasked)
            .WithOption(Score, least)
            .Says(
                code,
                "The tests notice 1 of 2 changes in this file (50 %), and 'ai_aware.testing.minimum_score' asks for "
                + $"{least} %; assert what the others break");
    }

    private static string Windows(string code) => code.Replace("\n", "\r\n", StringComparison.Ordinal);

    [TestCase("50", Description = "it is met")]
    [TestCase("0", Description = "nothing is asked")]
    [TestCase("high", Description = "nothing that can be read is asked")]
    [TestCase("101", Description = "more than there is")]
    public Task A_score_that_is_high_enough(string least) =>
        Reported(Shop, Boundary.That("Killed"), Boundary.That("Ignored"), Unasked with { Original = "\"saved \"" })
            .WithOption(Score, least).Allows(Shop);

    [Test]
    public Task A_score_is_asked_of_the_files_of_a_zone_only() =>
        Reported(Shop, new Change("\"Nothing is open\"", "\"\"", "String mutation"))
            .ForFiles("Payments/**.cs").WithOption(Score, "100").Allows(Shop);

    [Test]
    public Task A_file_without_changes_has_no_score() =>
        Reported(Shop, Boundary.That("Ignored")).WithOption(Score, "100").Allows(Shop);
}
