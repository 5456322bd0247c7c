using AiAwareAnalyzers.Materialization;

namespace AiAwareAnalyzers.Tests.Materialization;

public sealed class FlattenedStreamTests : RuleTests<FlattenedStream, FlattenedStreamFix>
{
    private protected override ReferenceSet Framework => References.Sqlite;

    [Test]
    public Task Lines_are_collected_to_be_returned_as_a_sequence() =>
        Flags(In("public IEnumerable<int> M(string path) { var [|all = new List<int>()|]; foreach (var line in "
            + "File.ReadLines(path)) all.Add(line.Length); return all; }"));

    [Test]
    public Task A_filter_inside_the_loop_changes_nothing() =>
        Flags(In("public IEnumerable<int> M(string path) { var [|all = new List<int>()|]; foreach (var line in "
            + "File.ReadLines(path)) { if (line.Length > 3) all.Add(line.Length); } return all; }"));

    [Test]
    public Task Files_are_collected() =>
        Flags(In("public IEnumerable<string> M(string path) { List<string> [|all = new()|]; foreach (var file in "
            + "Directory.EnumerateFiles(path)) all.Add(file); return all; }"));

    [CSharp(12)]
    public Task A_list_that_begins_as_a_collection_expression() =>
        Flags(In("public IEnumerable<string> M(string path) { List<string> [|all = []|]; foreach (var line in "
            + "File.ReadLines(path)) all.Add(line); return all; }"));

    [Test]
    public Task A_stream_is_collected() =>
        Flags(In("public async Task<IEnumerable<int>> M(IAsyncEnumerable<int> source) { var [|all = new List<int>()|]; "
            + "await foreach (var n in source) all.Add(n); return all; }"));

    [Test]
    public Task A_reader_of_text_is_collected() =>
        Flags(In("public IEnumerable<string> M(StreamReader reader) { var [|all = new List<string>()|]; string? line; "
            + "while ((line = reader.ReadLine()) != null) all.Add(line); return all; }"));

    [Test]
    public Task A_reader_of_rows_is_collected() =>
        Flags(In("public IEnumerable<int> M(System.Data.IDataReader reader) { var [|all = new List<int>()|]; while "
            + "(reader.Read()) all.Add(reader.GetInt32(0)); return all; }"));

    [Test]
    public Task An_asynchronous_reader_of_rows_is_collected() =>
        Flags(In("public async Task<IEnumerable<int>> M(System.Data.Common.DbDataReader reader) { var [|all = new "
            + "List<int>()|]; while (await reader.ReadAsync()) all.Add(reader.GetInt32(0)); return all; }"));

    [Test]
    public Task Lines_are_listed_and_returned() =>
        Flags(In("public IEnumerable<string> M(string path) => File.ReadLines(path).[|ToList()|];"));

    [Test]
    public Task Lines_are_parsed_listed_and_returned() =>
        Flags(In("public IEnumerable<int> M(string path) { return File.ReadLines(path).Select(line => "
            + "line.Length).[|ToArray()|]; }"));

    [CSharp(14)]
    public Task A_stream_is_listed_and_returned() =>
        Flags(In(
            "public async Task<IEnumerable<int>> M(IAsyncEnumerable<int> source) => await source.[|ToListAsync()|];"));

    [Test]
    public Task A_local_function_collects() =>
        Flags(In("public int M(string path) { return Read().Count(); IEnumerable<string> Read() { var [|all = new "
            + "List<string>()|]; foreach (var line in File.ReadLines(path)) all.Add(line); return all; } }"));

    [Test]
    public Task A_buffer_is_as_long_as_a_stream() =>
        Flags(In("public byte[] M(FileStream file) => [|new byte[file.Length]|];"));

    [Test]
    public Task A_buffer_is_as_long_as_a_file() =>
        Flags(In("public byte[] M(string path) { var buffer = [|new byte[(int)new FileInfo(path).Length]|]; return "
            + "buffer; }"));

    [Test]
    public Task It_says_what_is_held_and_what_was_promised() => Says(
        In("public IEnumerable<int> M(string path) { var [|all = new List<int>()|]; foreach (var line in "
            + "File.ReadLines(path)) all.Add(line.Length); return all; }"),
        "'all' holds all of 'File.ReadLines(path)' in memory although 'M' promises only a sequence; yield each element "
        + "as it is read");

    [Test]
    public Task A_list_was_promised() =>
        Allows(In(
            "public List<int> M(string path) { var all = new List<int>(); foreach (var line in File.ReadLines(path)) "
            + "all.Add(line.Length); return all; }"));

    [Test]
    public Task A_read_only_list_was_promised() =>
        Allows(In("public IReadOnlyList<string> M(string path) => File.ReadLines(path).ToList();"));

    [Test]
    public Task A_list_in_a_task_was_promised() =>
        Allows(In("public async Task<List<int>> M(IAsyncEnumerable<int> source) { var all = new List<int>(); await "
            + "foreach (var n in source) all.Add(n); return all; }"));

    [Test]
    public Task The_list_is_sorted_first() =>
        Allows(In("public IEnumerable<int> M(string path) { var all = new List<int>(); foreach (var line in "
            + "File.ReadLines(path)) all.Add(line.Length); all.Sort(); return all; }"));

    [Test]
    public Task The_list_is_counted() =>
        Allows(In("public IEnumerable<int> M(string path) { var all = new List<int>(); foreach (var line in "
            + "File.ReadLines(path)) all.Add(line.Length); if (all.Count == 0) throw new Exception(); return all; }"));

    [Test]
    public Task A_sequence_in_memory_is_no_stream() =>
        Allows(In(
            "public IEnumerable<int> M(List<string> lines) { var all = new List<int>(); foreach (var line in lines) "
            + "all.Add(line.Length); return all; }"));

    [Test]
    public Task Rows_of_a_query_must_be_read_before_the_context_goes() =>
        Allows("using Microsoft.EntityFrameworkCore;\n"
            + In("public IEnumerable<int> M(IQueryable<int> rows) => rows.ToList();"));

    [Test]
    public Task Some_lines_are_bounded() =>
        Allows(In("public IEnumerable<string> M(string path) => File.ReadLines(path).Take(10).ToList();"));

    [Test]
    public Task Sorted_lines_need_them_all() =>
        Allows(In("public IEnumerable<string> M(string path) => File.ReadLines(path).OrderBy(line => line).ToList();"));

    [Test]
    public Task An_iterator_yields() =>
        Allows(In(
            "public IEnumerable<int> M(string path) { foreach (var line in File.ReadLines(path)) yield return "
            + "line.Length; }"));

    [Test]
    public Task A_field_is_filled() =>
        Allows(In("private readonly List<string> _all = new();\npublic IEnumerable<string> M(string path) { foreach "
            + "(var line in File.ReadLines(path)) _all.Add(line); return _all; }"));

    [Test]
    public Task A_list_that_was_given() =>
        Allows(In(
            "public IEnumerable<string> M(string path, List<string> all) { foreach (var line in File.ReadLines(path)) "
            + "all.Add(line); return all; }"));

    [Test]
    public Task A_list_that_is_passed_on() =>
        Allows(In("public IEnumerable<int> M(string path) { var all = new List<int>(); foreach (var line in "
            + "File.ReadLines(path)) all.Add(line.Length); Console.WriteLine(all); return all; }"));

    [Test]
    public Task A_buffer_of_one_block() => Allows(In("public byte[] M() => new byte[81920];"));

    [Test]
    public Task A_buffer_as_long_as_a_stream_in_memory() =>
        Allows(In("public byte[] M(MemoryStream memory) => new byte[memory.Length];"));

    [Test]
    public Task A_buffer_as_long_as_an_array() =>
        Allows(In("public byte[] M(byte[] other) => new byte[other.Length];"));

    [Test]
    public Task A_text_in_memory_is_no_stream() =>
        Allows(In("public IEnumerable<string> M(StringReader reader) { var all = new List<string>(); string? line; "
            + "while ((line = reader.ReadLine()) != null) all.Add(line); return all; }"));

    [Test]
    public Task A_private_method_yields() => Fixes(
        In("public int M(string path)\n{\n    var sum = 0;\n    foreach (var n in Read(path)) sum += n;\n    return "
            + "sum;\n}\n\nprivate static IEnumerable<int> Read(string path)\n{\n    // Lengths.\n    var [|all = new "
            + "List<int>()|];\n    foreach (var line in File.ReadLines(path))\n    {\n        all.Add(line.Length); // "
            + "each\n    }\n    return all;\n}"),
        In("public int M(string path)\n{\n    var sum = 0;\n    foreach (var n in Read(path)) sum += n;\n    return "
            + "sum;\n}\n\nprivate static IEnumerable<int> Read(string path)\n{\n    // Lengths.\n    foreach (var line "
            + "in File.ReadLines(path))\n    {\n        yield return line.Length; // each\n    }\n}"));

    [Test]
    public Task A_reader_yields() => Fixes(
        In("public int M(string path) => Read(path).Where(n => n > 3).Count();\n\nprivate IEnumerable<int> Read(string "
            + "path)\n{\n    var [|all = new List<int>()|];\n    using var reader = File.OpenText(path);\n    string? "
            + "line;\n    while ((line = reader.ReadLine()) != null) all.Add(line.Length);\n    return all;\n}"),
        In("public int M(string path) => Read(path).Where(n => n > 3).Count();\n\nprivate IEnumerable<int> Read(string "
            + "path)\n{\n    using var reader = File.OpenText(path);\n    string? line;\n    while ((line = "
            + "reader.ReadLine()) != null) yield return line.Length;\n}"));

    [Test]
    public Task All_methods_yield_at_once() => Fixes(
        In("public int M(string path) => Read(path).Count() + Words(path).Count();\n\nprivate IEnumerable<int> "
            + "Read(string path)\n{\n    var [|all = new List<int>()|];\n    foreach (var line in "
            + "File.ReadLines(path)) all.Add(line.Length);\n    return all;\n}\n\nprivate IEnumerable<string> "
            + "Words(string path)\n{\n    var [|words = new List<string>()|];\n    foreach (var line in "
            + "File.ReadLines(path)) words.Add(line.Trim());\n    return words;\n}"),
        In("public int M(string path) => Read(path).Count() + Words(path).Count();\n\nprivate IEnumerable<int> "
            + "Read(string path)\n{\n    foreach (var line in File.ReadLines(path)) yield return line.Length;\n}\n\n"
            + "private IEnumerable<string> Words(string path)\n{\n    foreach (var line in File.ReadLines(path)) yield "
            + "return line.Trim();\n}"));

    [Test]
    public Task A_public_method_is_left_to_a_person() =>
        OffersNoFix(
            In("public IEnumerable<int> M(string path) { var [|all = new List<int>()|]; foreach (var line in "
                + "File.ReadLines(path)) all.Add(line.Length); return all; }"));

    [Test]
    public Task A_caller_that_keeps_the_result_is_left_to_a_person() =>
        OffersNoFix(
            In("public IEnumerable<int> N(string path) => M(path);\nprivate IEnumerable<int> M(string path) { var "
                + "[|all = new List<int>()|]; foreach (var line in File.ReadLines(path)) all.Add(line.Length); return "
                + "all; }"));

    [Test]
    public Task An_argument_that_is_checked_is_left_to_a_person() =>
        OffersNoFix(
            In("public int N(string path) => M(path).Count();\nprivate IEnumerable<int> M(string path) { if (path == "
                + "null) throw new Exception(); var [|all = new List<int>()|]; foreach (var line in "
                + "File.ReadLines(path)) all.Add(line.Length); return all; }"));

    [Test]
    public Task A_failure_that_is_caught_is_left_to_a_person() =>
        OffersNoFix(
            In("public int N(string path) => M(path).Count();\nprivate IEnumerable<int> M(string path) { var [|all = "
                + "new List<int>()|]; try { foreach (var line in File.ReadLines(path)) all.Add(line.Length); } catch "
                + "(IOException) { } return all; }"));

    [TestCase("foreach (var line in File.ReadLines(path)) all.Add(line.Trim());", "return Read(path).ToList();")]
    [TestCase(
        "foreach (var line in File.ReadLines(path)) { if (line.Length > 2) all.Add(line); else all.Add(\"-\"); }",
        "var text = \"\"; foreach (var line in Read(path)) text += line; return text;")]
    [TestCase(
        "using var reader = File.OpenText(path); string? line; while ((line = reader.ReadLine()) != null) "
        + "all.Add(line);",
        "return Read(path).Where(line => line.Length > 2).Count();")]
    public Task A_file_gives_the_same(string filling, string reading) => KeepsBehaviour($$"""
        public static class Subject
        {
            public static object Run(int[] input)
            {
                var path = Path.GetTempFileName();
                System.IO.File.WriteAllLines(path, input.Select(number => " " + number));
                try { return Use(path); }
                finally { System.IO.File.Delete(path); }
            }

            private static object Use(string path)
            {
                {{reading}}
            }

            private static IEnumerable<string> Read(string path)
            {
                var all = new List<string>();
                {{filling}}
                return all;
            }
        }
        """, inputs: 30);

    private static string In(string members) => $$"""
        class C
        {
            {{members.ReplaceLineEndings("\n    ")}}
        }
        """;
}
