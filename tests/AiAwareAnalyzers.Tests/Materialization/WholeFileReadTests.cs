using AiAwareAnalyzers.Materialization;

namespace AiAwareAnalyzers.Tests.Materialization;

public sealed class WholeFileReadTests : RuleTests<WholeFileRead, WholeFileReadFix>
{
    [Test]
    public Task Lines_are_enumerated_once() =>
        Flags(In("foreach (var line in File.[|ReadAllLines(path)|]) Use(line);"));

    [Test]
    public Task Lines_are_held_in_a_local_and_enumerated_once() =>
        Flags(In("var lines = File.[|ReadAllLines(path)|];\nforeach (var line in lines) Use(line);"));

    [Test]
    public Task Awaited_lines_are_enumerated_once() =>
        Flags(In("foreach (var line in await File.[|ReadAllLinesAsync(path, token)|]) Use(line);"));

    [Test]
    public Task Lines_are_filtered() =>
        Flags(In("Use(File.[|ReadAllLines(path)|].Where(line => line.Length > 0).ToList());"));

    [Test]
    public Task Lines_are_counted_by_length() => Flags(In("Use(File.[|ReadAllLines(path)|].Length);"));

    [Test]
    public Task The_first_line_is_one_of_all() => Flags(In("Use(File.[|ReadAllLines(path)|].First());"));

    [Test]
    public Task A_header_is_skipped_and_the_rest_parsed() =>
        Flags(In("Use(File.[|ReadAllLines(path)|].Skip(1).Select(line => line.Split(';')).ToList());"));

    [Test]
    public Task Query_syntax_over_lines() =>
        Flags(In("Use(from line in File.[|ReadAllLines(path)|] where line != \"\" select line);"));

    [Test]
    public Task Files_of_a_folder_are_listed_before_the_first_is_used() =>
        Allows(In("foreach (var file in Directory.GetFiles(path)) Console.WriteLine(file);"));

    [Test]
    public Task Files_of_all_folders_below_may_be_many() => Flags(In(
        "foreach (var file in Directory.[|GetFiles(path, \"*\", SearchOption.AllDirectories)|]) "
        + "Console.WriteLine(file);"));

    [Test]
    public Task Files_are_counted() => Allows(In("Use(new DirectoryInfo(path).GetFiles().Length);"));

    [Test]
    public Task Folders_are_filtered() =>
        Allows(In("Use(Directory.GetDirectories(path).Any(folder => folder.EndsWith(\".git\", "
            + "StringComparison.Ordinal)));"));

    [Test]
    public Task Text_is_split_into_lines() =>
        Flags(In("foreach (var line in File.[|ReadAllText(path)|].Split('\\n')) Use(line);"));

    [Test]
    public Task Text_is_read_line_by_line() =>
        Flags(In("using var reader = new StringReader(File.[|ReadAllText(path)|]);\nUse(reader.ReadLine());"));

    [Test]
    public Task Bytes_become_a_stream() =>
        Flags(In("using var stream = new MemoryStream(File.[|ReadAllBytes(path)|]);\nstream.CopyTo(output);"));

    [Test]
    public Task Bytes_are_written_to_a_stream() =>
        Flags(In("await output.WriteAsync(await File.[|ReadAllBytesAsync(path, token)|], token);"));

    [Test]
    public Task Bytes_are_hashed() =>
        Flags(In("Use(System.Security.Cryptography.SHA256.HashData(File.[|ReadAllBytes(path)|]));"));

    [Test]
    public Task Text_that_is_parsed_as_json_is_rarely_large() =>
        Allows(In("Use(System.Text.Json.JsonSerializer.Deserialize<int[]>(File.ReadAllText(path)));"));

    [Test]
    public Task In_a_high_risk_zone_small_files_count() =>
        WithOption("ai_aware.high_risk", "*.cs")
            .Flags(In("Use(System.Xml.Linq.XDocument.Parse(File.[|ReadAllText(path)|]));"));

    [Test]
    public Task Text_that_is_parsed_as_XML_is_rarely_large() =>
        Allows(In("Use(System.Xml.Linq.XDocument.Parse(File.ReadAllText(path)));"));

    [Test]
    public Task The_rest_of_a_reader_is_split_into_lines() => Says(
        In("using var reader = new StreamReader(output);\nforeach (var line in (await "
            + "reader.[|ReadToEndAsync(token)|]).Split('\\n')) Use(line);"),
        "'ReadToEndAsync' holds all of the text and of its lines in memory, and it is used once and in order; read "
        + "'reader' line by line");

    [Test]
    public Task The_rest_of_a_reader_is_parsed_and_rarely_large() =>
        Allows(In(
            "using var reader = new "
            + "StreamReader(output);\nUse(System.Text.Json.JsonSerializer.Deserialize<int[]>(await "
            + "reader.ReadToEndAsync()));"));

    [Test]
    public Task The_rest_of_a_reader_is_text() =>
        Allows(In("using var reader = new StreamReader(output);\nUse(await reader.ReadToEndAsync());"));

    [Test]
    public Task A_file_of_a_constant_name_is_known_to_its_author() =>
        Allows(In("foreach (var line in File.ReadAllLines(\"settings.txt\")) Use(line);"));

    [Test]
    public Task It_says_what_is_held_and_what_to_call() => Says(
        In("foreach (var line in File.[|ReadAllLines(path)|]) Use(line);"),
        "'ReadAllLines' holds all of the lines in memory, and it is used once and in order; call 'ReadLines'");

    [Test]
    public Task Lines_that_are_indexed_are_a_table() =>
        Allows(In("var lines = File.ReadAllLines(path);\nUse(lines[lines.Length - 1]);"));

    [Test]
    public Task Lines_that_are_enumerated_twice_are_kept() =>
        Allows(In("var lines = File.ReadAllLines(path);\nforeach (var line in lines) Use(line);\nUse(lines.Count());"));

    [Test]
    public Task Lines_that_are_counted_and_enumerated_are_kept() =>
        Allows(In("var lines = File.ReadAllLines(path);\nUse(lines.Length);\nforeach (var line in lines) Use(line);"));

    [Test]
    public Task Lines_that_are_returned_are_the_callers() =>
        Allows("class C { string[] M(string path) => File.ReadAllLines(path); }");

    [Test]
    public Task Lines_that_are_passed_on_are_somebody_elses() =>
        Allows(In("var lines = File.ReadAllLines(path);\nUse(lines);"));

    [Test]
    public Task A_loop_that_writes_a_file_may_write_this_one() =>
        Allows(In("foreach (var line in File.ReadAllLines(path)) File.AppendAllText(path, line);"));

    [Test]
    public Task A_loop_that_deletes_files_needs_the_names_first() =>
        Allows(In("foreach (var file in Directory.GetFiles(path)) File.Delete(file);"));

    [Test]
    public Task A_loop_that_moves_files_needs_the_names_first() =>
        Allows(In("foreach (var file in new DirectoryInfo(path).GetFiles()) file.MoveTo(path + file.Name);"));

    [Test]
    public Task A_loop_that_gives_files_to_the_program_may_change_the_folder() =>
        Allows("class C { void M(string path) { foreach (var file in Directory.GetFiles(path)) Archive(file); } static "
            + "void Archive(string file) { } }");

    [Test]
    public Task Sorted_names_need_them_all() =>
        Allows(In("foreach (var file in Directory.GetFiles(path).OrderBy(f => f)) Use(file);"));

    [Test]
    public Task Lines_that_are_changed_in_place() =>
        Allows(In("var lines = File.ReadAllLines(path);\nArray.Sort(lines);\nforeach (var line in lines) Use(line);"));

    [Test]
    public Task Lines_that_are_enumerated_in_an_outer_loop_are_read_once() =>
        Allows(In(
            "var lines = File.ReadAllLines(path);\nfor (var i = 0; i < 3; i++) foreach (var line in lines) "
            + "Use(line);"));

    [Test]
    public Task Text_that_is_searched_is_needed_as_text() =>
        Allows(In("Use(File.ReadAllText(path).Contains(\"x\", StringComparison.Ordinal));"));

    [Test]
    public Task Text_that_is_split_into_words_has_no_lines() =>
        Allows(In("foreach (var word in File.ReadAllText(path).Split(' ')) Use(word);"));

    [Test]
    public Task Bytes_that_are_indexed_are_needed() =>
        Allows(In("var bytes = File.ReadAllBytes(path);\nUse(bytes[0]);"));

    [Test]
    public Task A_memory_stream_that_gives_its_bytes_away_is_one() =>
        Allows(In("using var stream = new MemoryStream(File.ReadAllBytes(path));\nUse(stream.ToArray());"));

    [Test]
    public Task A_lambda_that_deletes_is_a_loop_that_deletes() =>
        Allows(In("Use(Directory.GetFiles(path).Select(file => { File.Delete(file); return file; }).Count());"));

    [Test]
    public Task Another_File_is_not_the_file_system() =>
        Allows("static class File { public static string[] ReadAllLines(string p) => new[] { p }; }\nclass C { void "
            + "M() { foreach (var line in File.ReadAllLines(\"\")) line.Trim(); } }");

    [Test]
    public Task Lines_are_read_as_they_come() => Fixes(
        In("foreach (var line in File.[|ReadAllLines(path, System.Text.Encoding.UTF8)|]) Use(line); // each"),
        In("foreach (var line in File.ReadLines(path, System.Text.Encoding.UTF8)) Use(line); // each"));

    [Test]
    public Task Lines_are_counted_as_they_come() =>
        Fixes(In("Use(File.[|ReadAllLines(path)|].Length);"), In("Use(File.ReadLines(path).Count());"));

    [Test]
    public Task Awaited_lines_keep_their_token_and_context() => Fixes(
        In("// Each line.\nforeach (var line in await File.[|ReadAllLinesAsync(path, token)|].ConfigureAwait(false)) "
            + "Use(line);"),
        In("// Each line.\nawait foreach (var line in File.ReadLinesAsync(path, token).ConfigureAwait(false)) "
            + "Use(line);"));

    [Test]
    public Task Names_are_listed_as_they_come() => Fixes(
        In("foreach (var file in Directory.[|GetFiles(path, \"*.csv\", SearchOption.AllDirectories)|]) "
            + "Console.WriteLine(file);"),
        In("foreach (var file in Directory.EnumerateFiles(path, \"*.csv\", SearchOption.AllDirectories)) "
            + "Console.WriteLine(file);"));

    [Test]
    public Task A_local_that_the_next_loop_enumerates_is_read_as_it_comes() => Fixes(
        In("var lines = File.[|ReadAllLines(path)|];\nforeach (var line in lines) Use(line);"),
        In("var lines = File.ReadLines(path);\nforeach (var line in lines) Use(line);"));

    [Test]
    public Task All_reads_go_at_once() => Fixes(
        In("foreach (var line in File.[|ReadAllLines(path)|]) Use(line);\nforeach (var file in "
            + "Directory.[|GetFiles(path, \"*\", SearchOption.AllDirectories)|]) Console.WriteLine(file);\n"
            + "Use(File.[|ReadAllLines(path)|].Any(line => line.Length > 3));"),
        In("foreach (var line in File.ReadLines(path)) Use(line);\nforeach (var file in "
            + "Directory.EnumerateFiles(path, \"*\", SearchOption.AllDirectories)) Console.WriteLine(file);\n"
            + "Use(File.ReadLines(path).Any(line => line.Length > 3));"));

    [Test]
    public Task All_awaited_reads_go_at_once() => Fixes(
        In("foreach (var line in await File.[|ReadAllLinesAsync(path, token)|]) Use(line);\nforeach (var line in await "
            + "File.[|ReadAllLinesAsync(path, token)|].ConfigureAwait(false)) Use(line);"),
        In("await foreach (var line in File.ReadLinesAsync(path, token)) Use(line);\nawait foreach (var line in "
            + "File.ReadLinesAsync(path, token).ConfigureAwait(false)) Use(line);"));

    [Test]
    public Task Lines_that_are_held_for_the_next_statement_are_read_as_they_come() => Fixes(
        In("var lines = File.[|ReadAllLines(path)|];\nUse(lines.Count(line => line.Length > 3));"),
        In("var lines = File.ReadLines(path);\nUse(lines.Count(line => line.Length > 3));"));

    [Test]
    public Task A_local_that_is_used_later_is_left_to_a_person() =>
        OffersNoFix(
            In("var lines = File.[|ReadAllLines(path)|];\nFile.Delete(path);\nforeach (var line in lines) Use(line);"));

    [Test]
    public Task Text_is_opened() => Fixes(
        In("using var reader = new StringReader(File.[|ReadAllText(path)|]);\nUse(reader.ReadLine());"),
        In("using var reader = File.OpenText(path);\nUse(reader.ReadLine());"));

    [Test]
    public Task Bytes_are_opened() => Fixes(
        In("using (var stream = new MemoryStream(await File.[|ReadAllBytesAsync(path, token)|])) await "
            + "stream.CopyToAsync(output, token);"),
        In("using (var stream = File.OpenRead(path)) await stream.CopyToAsync(output, token);"));

    [Test]
    public Task Bytes_are_copied() => Fixes(
        In("await output.WriteAsync(await File.[|ReadAllBytesAsync(path, token)|], token).ConfigureAwait(false);"),
        In("using (var file = File.OpenRead(path))\n    await file.CopyToAsync(output, token).ConfigureAwait(false);"));

    [Test]
    public Task Lines_that_leave_unevaluated_are_left_to_a_person() =>
        OffersNoFix(
            "class C { IEnumerable<string> M(string path) => File.[|ReadAllLines(path)|].Where(line => line.Length "
            + "> 0); }");

    [Test]
    public Task A_name_that_is_taken_is_left_alone() =>
        OffersNoFix(In("var file = 1;\nif (path.Length > file)\n    output.Write(File.[|ReadAllBytes(path)|]);"));

    [Test]
    public Task Lines_of_a_text_are_left_to_a_person() =>
        OffersNoFix(In("foreach (var line in File.[|ReadAllText(path)|].Split('\\n')) Use(line);"));

    [Test]
    public Task A_stream_without_using_is_left_to_a_person() =>
        OffersNoFix(In("var stream = new MemoryStream(File.[|ReadAllBytes(path)|]);\nstream.CopyTo(output);"));

    [TestCase(
        "var text = new List<string>(); foreach (var line in File.ReadAllLines(path)) text.Add(line.Trim()); "
        + "return text;")]
    [TestCase("return File.ReadAllLines(path).Where(line => line.Length > 1).Select(line => line.Trim()).ToList();")]
    [TestCase("return File.ReadAllLines(path).Length;")]
    [TestCase("var sum = 0; foreach (var line in await File.ReadAllLinesAsync(path)) sum += line.Length; return sum;")]
    [TestCase("using var reader = new StringReader(File.ReadAllText(path)); return reader.ReadLine();")]
    [TestCase("using var to = new MemoryStream(); to.Write(File.ReadAllBytes(path)); return to.ToArray();")]
    [TestCase(
        "using var stream = new MemoryStream(File.ReadAllBytes(path)); using var reader = new StreamReader(stream); "
        + "return await reader.ReadToEndAsync();")]
    [TestCase(
        "using var to = new MemoryStream(); await to.WriteAsync(await File.ReadAllBytesAsync(path)); return "
        + "to.ToArray();")]
    [TestCase("var lines = File.ReadAllLines(path); return lines.Skip(1).Count(line => line.Length > 2);")]
    [TestCase(
        "return new DirectoryInfo(Path.GetDirectoryName(path)!).GetFiles(\"*\", SearchOption.AllDirectories)"
        + ".Select(file => file.Length).ToList();")]
    [TestCase(
        "return Directory.GetDirectories(Path.GetDirectoryName(path)!, \"*\", SearchOption.AllDirectories).Length;")]
    [TestCase(
        "return Directory.GetFileSystemEntries(Path.GetDirectoryName(path)!, \"*\", SearchOption.AllDirectories)"
        + ".Any(entry => entry.EndsWith(\"s\", StringComparison.Ordinal));")]
    [TestCase(
        "var names = new List<long>(); foreach (var name in Directory.GetFiles("
        + "Path.GetDirectoryName(path)!, \"*\", SearchOption.AllDirectories)) names.Add(name.Length); return names;")]
    public Task A_file_gives_the_same(string statements) => KeepsBehaviour($$"""
        public static class Subject
        {
            public static async Task<object?> Run(int[] input)
            {
                await Task.Yield();
                var folder = Directory.CreateTempSubdirectory().FullName;
                var path = Path.Combine(folder, "numbers");
                File.WriteAllLines(path, input.Select(number => " " + number));
                try { return await Read(path); }
                finally { Directory.Delete(folder, recursive: true); }
            }

            private static async Task<object?> Read(string path)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """, inputs: 30);

    private static string In(string statements) => $$"""
        class C
        {
            async Task M(string path, Stream output, CancellationToken token)
            {
                {{statements.ReplaceLineEndings("\n        ")}}
            }

            static void Use(object? value) { }
        }
        """;

    private const string Folder =
        "foreach (var file in Directory.GetFiles(path, \"*\", OPTION)) Console.WriteLine(file);";

    [TestCase("SearchOption.TopDirectoryOnly", TestName = "By name")]
    [TestCase("new EnumerationOptions { IgnoreInaccessible = true }", TestName = "Options that do not ask for more")]
    [TestCase("new EnumerationOptions { RecurseSubdirectories = false }", TestName = "Options that say no")]
    public Task A_folder_without_those_below_is_small(string option) => Allows(In(Folder.Replace("OPTION", option)));

    [Test]
    public Task Names_that_are_sorted_are_all_needed() => Allows(In(
        "foreach (var file in Directory.GetFiles(path, \"*\", SearchOption.AllDirectories).Where(f => f != \"\")"
        + ".OrderBy(f => f)) Console.WriteLine(file);"));

    [TestCase("SearchOption.AllDirectories", TestName = "By name")]
    [TestCase("new EnumerationOptions { RecurseSubdirectories = true }", TestName = "Options that ask for them")]
    public Task A_folder_with_all_below_is_not(string option) =>
        Flags(In(Folder.Replace("OPTION", option).Replace("GetFiles(", "[|GetFiles(").Replace(")) Co", ")|]) Co")));
}
