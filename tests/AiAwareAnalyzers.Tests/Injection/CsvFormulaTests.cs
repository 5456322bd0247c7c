using AiAwareAnalyzers.Injection;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.Injection;

[CSharp(12)]
public sealed class CsvFormulaTests : RuleTests<CsvFormula>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    /// <summary>The library is known by its names.</summary>
    private const string Library = """

        namespace CsvHelper
        {
            public class CsvWriter : IDisposable
            {
                public CsvWriter(TextWriter writer, CultureInfo culture, bool leaveOpen = false) { }
                public CsvWriter(TextWriter writer, Configuration.CsvConfiguration configuration) { }
                public void WriteField(string? field) { }
                public void WriteField<T>(T field) { }
                public void WriteRecord<T>(T record) { }
                public void WriteRecords<T>(IEnumerable<T> records) { }
                public Task WriteRecordsAsync<T>(IEnumerable<T> records) => Task.CompletedTask;
                public void NextRecord() { }
                public void Dispose() { }
            }
            public class CsvReader(TextReader reader, CultureInfo culture) { public IEnumerable<T> GetRecords<T>() => []; }
        }
        namespace CsvHelper.Configuration
        {
            public enum InjectionOptions { None, Escape, Strip, Exception }
            public class CsvConfiguration(CultureInfo culture)
            {
                public string Delimiter { get; set; } = culture.Name;
                public InjectionOptions InjectionOptions { get; set; }
                public bool SanitizeForInjection { get; set; }
            }
        }
        """;

    private const string Answer =
        """public static class Api { public static IResult Get(byte[] rows) => Results.File(rows, "text/csv", "r.csv"); }""";

    private static string Code(string members, string answer = Answer, string more = "") => $$"""
        using System.Globalization;
        using System.Text;
        using CsvHelper;
        using CsvHelper.Configuration;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;

        {{answer}}
        {{more}}
        public sealed record Row(int Id, string Name);
        public sealed record Total(int Id, decimal Sum, DateTime At);
        public class Export
        {
            private static readonly CsvConfiguration Plain = new(CultureInfo.InvariantCulture);
            {{members}}
        }
        {{Library}}
        """;

    private static string Writing(string body, string answer = Answer, string more = "") => Code(
        $$"""
        public async Task<string> Write(List<Row> rows, List<Total> totals, Stream stream, CsvConfiguration given)
        {
            var text = new StringWriter();
            {{body}}
            await Task.Yield();
            return text.ToString();
        }
        """,
        answer,
        more);

    [TestCase("using var csv = new CsvWriter(text, CultureInfo.InvariantCulture); csv.WriteRecords(rows);",
        TestName = "A culture")]
    [TestCase(
        "using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture)) { await csv.WriteRecordsAsync(rows); }",
        TestName = "A block, and later")]
    [TestCase(
        "using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) "
        + "{ Delimiter = \";\" }); csv.WriteRecords(rows);",
        TestName = "Another configuration")]
    [TestCase(
        "var settings = new CsvConfiguration(CultureInfo.InvariantCulture); settings.Delimiter = \";\"; "
        + "using var csv = new CsvWriter(text, settings); csv.WriteRecords(rows);",
        TestName = "A configuration in a local")]
    [TestCase("using var csv = new CsvWriter(text, Plain); csv.WriteRecords(rows);",
        TestName = "A configuration in a field")]
    [TestCase(
        "using var writer = new StreamWriter(stream, leaveOpen: true); "
        + "using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture, leaveOpen: true); "
        + "csv.WriteRecords(rows);",
        TestName = "A stream")]
    [TestCase(
        "using var csv = new CsvWriter(text, CultureInfo.InvariantCulture); "
        + "foreach (var row in rows) { csv.WriteRecord(row); csv.NextRecord(); }",
        TestName = "Row by row")]
    [TestCase(
        "using var csv = new CsvWriter(text, CultureInfo.InvariantCulture); csv.WriteField(\"Name\"); "
        + "csv.NextRecord(); foreach (var row in rows) csv.WriteField(row.Name);",
        TestName = "Field by field")]
    [TestCase(
        "using var csv = new CsvWriter(text, CultureInfo.InvariantCulture); "
        + "csv.WriteRecords(rows.Select(row => new { row.Id, Customer = row.Name }));",
        TestName = "Objects without a name")]
    [TestCase(
        "using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = "
        + "InjectionOptions.None }); csv.WriteRecords(rows);",
        TestName = "Told to do nothing")]
    public Task A_writer_that_escapes_no_formulas_is_flagged(string body) =>
        Flags(Writing(Marked(body)));

    private static string Marked(string body)
    {
        var start = body.IndexOf("new CsvWriter(", StringComparison.Ordinal);
        var depth = 0;
        for (var end = start; ; end++)
            if (body[end] == '(') depth++;
            else if (body[end] == ')' && --depth == 0)
                return $"{body[..start]}[|{body[start..(end + 1)]}|]{body[(end + 1)..]}";
    }

    [Test]
    public Task A_writer_of_any_rows_is_flagged() => Flags(Code("""
        public byte[] Write<T>(IEnumerable<T> rows)
        {
            using var memory = new MemoryStream();
            using var writer = new StreamWriter(memory, Encoding.UTF8);
            using (var csv = [|new CsvWriter(writer, CultureInfo.InvariantCulture)|]) csv.WriteRecords(rows);
            return memory.ToArray();
        }
        """));

    [TestCase("""private static string Escape(string value) => value.Contains(',') || value.Contains('"') ? $"\"{value.[|Replace("\"", "\"\"")|]}\"" : value;""",
        TestName = "A helper that looks for commas")]
    [TestCase("""private static string Csv(string? value) => "\"" + (value ?? "").[|Replace("\"", "\"\"")|] + "\"";""",
        TestName = "A helper that says what it makes")]
    [TestCase("""private static string Quote(string value) => value.IndexOfAny(new[] { ';', '"', '\n' }) < 0 ? value : '"' + value.[|Replace("\"", "\"\"")|] + '"';""",
        TestName = "A helper that looks for semicolons")]
    [TestCase("""public string ToCsv(List<Row> rows) { var text = new StringBuilder(); foreach (var row in rows) text.AppendLine($"{row.Id},\"{row.Name.[|Replace("\"", "\"\"")|]}\""); return text.ToString(); }""",
        TestName = "In the loop")]
    [TestCase("""public string ToCsv(Row a, Row b) => $"\"{a.Name.[|Replace("\"", "\"\"")|]}\",\"{b.Name.Replace("\"", "\"\"")}\"";""",
        TestName = "Once for a function")]
    public Task A_cell_that_is_only_quoted_is_flagged(string member) => Flags(Code(member));

    [TestCase("""public static class Api { public static void Get(HttpResponse response) => response.ContentType = "text/csv; charset=utf-8"; }""",
        TestName = "A type of the answer")]
    [TestCase("""public static class Api { public const string Csv = "text/csv"; }""", TestName = "A constant")]
    [TestCase("""public class Api : ControllerBase { public IActionResult Get(byte[] rows) => File(rows, "application/csv"); }""",
        TestName = "A file of a controller")]
    [TestCase("""public class Api { public IActionResult Get(byte[] rows) => new FileContentResult(rows, "text/csv"); }""",
        TestName = "A result")]
    public Task Any_answer_of_the_kind_counts(string answer) => Flags(Writing(
        "using var csv = [|new CsvWriter(text, CultureInfo.InvariantCulture)|]; csv.WriteRecords(rows);", answer));

    [Test]
    public Task The_messages_say_what_to_do() => Says(
        Code("""
            public void Write(List<Row> rows, TextWriter text)
            {
                using var csv = [|new CsvWriter(text, CultureInfo.InvariantCulture)|];
                csv.WriteRecords(rows);
            }

            private static string Csv(string value) => value.[|Replace("\"", "\"\"")|];
            """),
        "'CsvWriter' writes every text as it comes, so a text that begins with '=', '+', '-' or '@' runs as a formula "
        + "in the spreadsheet of the person who opens the file; set 'InjectionOptions = InjectionOptions.Escape' in "
        + "its configuration",
        "'value.Replace(\"\\\"\", \"\\\"\\\"\")' only doubles quotes, so a text that begins with '=', '+', '-' or '@' "
        + "runs as a formula in the spreadsheet of the person who opens the file; put an apostrophe before such a "
        + "text");

    [TestCase(
        "using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = "
        + "InjectionOptions.Escape }); csv.WriteRecords(rows);",
        TestName = "It escapes")]
    [TestCase(
        "using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) "
        + "{ SanitizeForInjection = true }); csv.WriteRecords(rows);",
        TestName = "It sanitizes")]
    [TestCase(
        "var settings = new CsvConfiguration(CultureInfo.InvariantCulture); settings.InjectionOptions = "
        + "InjectionOptions.Strip; using var csv = new CsvWriter(text, settings); csv.WriteRecords(rows);",
        TestName = "It strips, as it is told later")]
    [TestCase("using var csv = new CsvWriter(text, given); csv.WriteRecords(rows);",
        TestName = "A configuration of the caller")]
    [TestCase("using var csv = new CsvWriter(text, CultureInfo.InvariantCulture); csv.WriteRecords(totals);",
        TestName = "Numbers and dates")]
    [TestCase(
        "using var csv = new CsvWriter(text, CultureInfo.InvariantCulture); "
        + "csv.WriteRecords(rows.Select(row => new { row.Id, row.Name.Length }));",
        TestName = "Numbers of objects without a name")]
    [TestCase("using var csv = new CsvWriter(text, CultureInfo.InvariantCulture); csv.WriteField(\"Name\");",
        TestName = "Only words of its own")]
    [TestCase("using var csv = new CsvWriter(text, CultureInfo.InvariantCulture); csv.WriteField(rows.Count);",
        TestName = "Only a number")]
    [TestCase("using var csv = new CsvWriter(text, CultureInfo.InvariantCulture); csv.NextRecord();",
        TestName = "Nothing is written")]
    [TestCase(
        "using var csv = new CsvWriter(new StreamWriter(\"rows.csv\"), CultureInfo.InvariantCulture); "
        + "csv.WriteRecords(rows);",
        TestName = "A file of this machine")]
    [TestCase(
        "using var writer = File.CreateText(\"rows.csv\"); "
        + "using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture); csv.WriteRecords(rows);",
        TestName = "A new file of this machine")]
    [TestCase(
        "using var file = new FileStream(\"rows.csv\", FileMode.Create); using var writer = new StreamWriter(file); "
        + "using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture); csv.WriteRecords(rows);",
        TestName = "A stream of this machine")]
    [TestCase(
        "using var csv = new CsvWriter(Console.Out, CultureInfo.InvariantCulture); csv.WriteRecords(rows);",
        TestName = "The console")]
    [TestCase(
        "var csv = new CsvReader(new StreamReader(stream), CultureInfo.InvariantCulture); "
        + "foreach (var row in csv.GetRecords<Row>()) rows.Add(row);",
        TestName = "An import")]
    public Task A_writer_that_does_no_harm_is_allowed(string body) => Allows(Writing(body));

    [TestCase("", TestName = "No answer at all")]
    [TestCase("""public static class Api { public static bool Is(IFormFile file) => file.ContentType == "text/csv"; }""",
        TestName = "An upload of CSV")]
    [TestCase("""public static class Api { public static readonly string[] Allowed = ["text/csv", "text/plain"]; }""",
        TestName = "A list of uploads")]
    [TestCase("""public static class Api { public static object Ask() => new System.Net.Http.Headers.MediaTypeWithQualityHeaderValue("text/csv"); }""",
        TestName = "A question to another service")]
    [TestCase("""public static class Api { public static HttpContent Send(string rows) => new StringContent(rows, null, "text/csv"); }""",
        TestName = "A request to another service")]
    public Task Where_no_answer_is_csv_all_is_allowed(string answer) => Allows(Writing(
        "using var csv = new CsvWriter(text, CultureInfo.InvariantCulture); csv.WriteRecords(rows);", answer));

    [TestCase("""public static class Cells { public static string Safe(string text) => text is ['=' or '+' or '-' or '@', ..] ? "'" + text : text; }""",
        TestName = "Character by character")]
    [TestCase("""public static class Cells { public static string Safe(string text) => text.Length > 0 && "=+-@\t\r".Contains(text[0]) ? "'" + text : text; }""",
        TestName = "In a row")]
    [TestCase("""public static class Cells { public static string Safe(string text) => text.StartsWith("=") || text.StartsWith("@") ? "'" + text : text; }""",
        TestName = "Text by text")]
    public Task Where_somebody_knows_formulas_all_is_allowed(string more) => Allows(Writing(
        "using var csv = new CsvWriter(text, CultureInfo.InvariantCulture); csv.WriteRecords(rows);", more: more));

    [TestCase("""private static string Name(string table) => "\"" + table.Replace("\"", "\"\"") + "\"";""",
        TestName = "A name of a table")]
    [TestCase("""private static string Csv(string value) => value.Replace("'", "''");""", TestName = "Other quotes")]
    [TestCase("""private static string Csv(string value) => value.Replace("\"", "");""", TestName = "Quotes that go")]
    [TestCase("""private static string Csv() => "a\"b".Replace("\"", "\"\"");""", TestName = "A text of its own")]
    public Task Other_replacements_are_allowed(string member) => Allows(Code(member));

    [Test]
    public Task A_program_without_web_is_allowed() => new RuleCase<CsvFormula>(new Setting(References.Net10)).Allows("""
        public static class Cells
        {
            public const string Type = "text/csv";
            public static string Csv(string value) => value.Replace("\"", "\"\"");
        }
        """);
}
