using AiAwareAnalyzers.Materialization;

namespace AiAwareAnalyzers.Tests.Materialization;

public sealed class WholeResponseReadTests : RuleTests<WholeResponseRead, WholeResponseReadFix>
{
    private protected override ReferenceSet Framework => References.Net10.And("Newtonsoft.Json");

    [Test]
    public Task Content_is_read_as_text_and_parsed() =>
        Flags(In("Use(JsonSerializer.Deserialize<Item>(await response.Content.[|ReadAsStringAsync(token)|]));"));

    [Test]
    public Task A_local_holds_the_text() =>
        Flags(In("var json = await response.Content.[|ReadAsStringAsync()|];\n"
            + "Use(JsonSerializer.Deserialize<Item[]>(json));"));

    [Test]
    public Task The_client_gets_text_that_is_parsed() =>
        Flags(In("Use(JsonSerializer.Deserialize<Item>(await client.[|GetStringAsync(\"items\", token)|])!.Name);"));

    [Test]
    public Task Bytes_are_parsed() =>
        Flags(In("Use(JsonSerializer.Deserialize<Item>(await response.Content.[|ReadAsByteArrayAsync()|]));"));

    [Test]
    public Task Newtonsoft_parses_the_text() =>
        Flags(In(
            "Use(Newtonsoft.Json.JsonConvert.DeserializeObject<Item>(await client.[|GetStringAsync(\"items\")|]));"));

    [Test]
    public Task A_document_is_parsed_from_text() =>
        Flags(In("using var document = JsonDocument.Parse(await response.Content.[|ReadAsStringAsync()|]);"));

    [Test]
    public Task Bytes_are_written_to_a_file() =>
        Flags(In("await File.WriteAllBytesAsync(path, await client.[|GetByteArrayAsync(\"export\")|]);"));

    [Test]
    public Task Bytes_in_a_local_are_written_to_a_file() =>
        Flags(In("var bytes = await client.[|GetByteArrayAsync(\"export\")|];\nFile.WriteAllBytes(path, bytes);"));

    [Test]
    public Task Bytes_are_written_to_a_stream() =>
        Flags(In("await output.WriteAsync(await response.Content.[|ReadAsByteArrayAsync(token)|], token);"));

    [Test]
    public Task Bytes_are_wrapped_in_a_stream() =>
        Flags(In("using var stream = new MemoryStream(await client.[|GetByteArrayAsync(\"export\")|]);"));

    [Test]
    public Task Text_is_read_line_by_line() =>
        Flags(In("using var reader = new StringReader(await client.[|GetStringAsync(\"export.csv\")|]);"));

    [Test]
    public Task A_document_of_XML_is_parsed_from_text() => Says(
        In("Use(System.Xml.Linq.XDocument.Parse(await client.[|GetStringAsync(\"feed\")|]));"),
        "'GetStringAsync' holds the whole response in memory before 'Parse' parses it; load it from its stream");

    [Test]
    public Task The_branch_of_success_is_where_bodies_are_large() =>
        Flags(In("if (response.IsSuccessStatusCode) Use(JsonSerializer.Deserialize<Item>(await "
            + "response.Content.[|ReadAsStringAsync()|]));"));

    [Test]
    public Task ConfigureAwait_hides_nothing() =>
        Flags(In("Use(JsonSerializer.Deserialize<Item>(await "
            + "response.Content.[|ReadAsStringAsync(token)|].ConfigureAwait(false)));"));

    [Test]
    public Task It_says_what_is_held_and_what_reads_it_instead() => Says(
        In("Use(JsonSerializer.Deserialize<Item>(await client.[|GetStringAsync(\"items\")|]));"),
        "'GetStringAsync' holds the whole response in memory before 'Deserialize' parses it; read it with "
        + "'ReadFromJsonAsync' or 'GetFromJsonAsync'");

    [Test]
    public Task Text_that_is_logged_too_is_needed() =>
        Allows(In(
            "var json = await response.Content.ReadAsStringAsync();\nUse(json);\n"
            + "Use(JsonSerializer.Deserialize<Item>(json));"));

    [TestCase("One", TestName = "A thing of fields")]
    [TestCase("Pair", TestName = "A thing of such things")]
    [TestCase("int", TestName = "A number")]
    [TestCase("Kind", TestName = "One of a few names")]
    public Task One_thing_is_small(string type) =>
        Allows(In($"Use(JsonSerializer.Deserialize<{type}>(await response.Content.ReadAsStringAsync()));"));

    [TestCase("Page", TestName = "A thing that holds many")]
    [TestCase("Ring", TestName = "A thing that holds things of its kind")]
    [TestCase("Dictionary<string, One>", TestName = "Many by name")]
    [TestCase("object", TestName = "Anything")]
    public Task What_holds_many_may_be_large(string type) =>
        Flags(In($"Use(JsonSerializer.Deserialize<{type}>(await response.Content.[|ReadAsStringAsync()|]));"));

    [Test]
    public Task Text_that_is_returned_is_the_callers() =>
        Allows("class C { async Task<string> M(HttpClient c) => await c.GetStringAsync(\"x\"); }");

    [Test]
    public Task The_body_of_an_error_is_small() =>
        Allows(In(
            "if (!response.IsSuccessStatusCode) Use(JsonSerializer.Deserialize<Item>(await "
            + "response.Content.ReadAsStringAsync()));"));

    [Test]
    public Task The_other_branch_of_success_is_an_error() =>
        Allows(In(
            "if (response.IsSuccessStatusCode) Use(1);\nelse Use(JsonSerializer.Deserialize<Item>(await "
            + "response.Content.ReadAsStringAsync()));"));

    [Test]
    public Task Behind_a_return_on_success_is_an_error() =>
        Allows(In(
            "if (response.IsSuccessStatusCode) return;\nUse(JsonSerializer.Deserialize<Item>(await "
            + "response.Content.ReadAsStringAsync()));"));

    [Test]
    public Task Behind_a_return_on_failure_is_a_body() =>
        Flags(In("if (!response.IsSuccessStatusCode) return;\nUse(JsonSerializer.Deserialize<Item>(await "
            + "response.Content.[|ReadAsStringAsync()|]));"));

    [Test]
    public Task A_look_at_the_status_code_is_about_errors() =>
        Allows(In("if (response.StatusCode == System.Net.HttpStatusCode.BadRequest)\n{\n    var json = await "
            + "response.Content.ReadAsStringAsync();\n    Use(JsonSerializer.Deserialize<Item>(json));\n}"));

    [Test]
    public Task A_problem_is_small() =>
        Allows(In("Use(JsonSerializer.Deserialize<ProblemDetails>(await response.Content.ReadAsStringAsync()));"));

    [Test]
    public Task A_service_of_the_program_may_name_its_methods_alike() =>
        Allows("class Settings { public Task<string> GetStringAsync(string key) => Task.FromResult(key); }\nclass C { "
            + "async Task<int> M(Settings s) => System.Text.Json.JsonSerializer.Deserialize<int>(await "
            + "s.GetStringAsync(\"x\")); }");

    [Test]
    public Task Text_that_is_searched_is_needed_as_text() =>
        Allows(In("Use((await response.Content.ReadAsStringAsync()).Contains(\"x\", StringComparison.Ordinal));"));

    [Test]
    public Task Bytes_that_are_counted_are_needed() =>
        Allows(In(
            "var bytes = await client.GetByteArrayAsync(\"x\");\nUse(bytes.Length);\nawait "
            + "File.WriteAllBytesAsync(path, bytes);"));

    [Test]
    public Task A_response_that_is_streamed() =>
        Allows(In(
            "await using var body = await response.Content.ReadAsStreamAsync(token);\nUse(await "
            + "JsonSerializer.DeserializeAsync<Item>(body));"));

    [Test]
    public Task Text_parsed_in_a_loop_is_read_once() =>
        Allows(In(
            "var json = await client.GetStringAsync(\"x\");\nfor (var i = 0; i < 2; i++) "
            + "Use(JsonSerializer.Deserialize<Item>(json));"));

    [Test]
    public Task Text_from_elsewhere_is_no_response() =>
        Allows(In("Use(JsonSerializer.Deserialize<Item>(await File.ReadAllTextAsync(path)));"));

    [Test]
    public Task A_response_in_a_catch_is_an_error() =>
        Allows(In(
            "try { Use(1); }\ncatch (HttpRequestException) { Use(JsonSerializer.Deserialize<Item>(await "
            + "response.Content.ReadAsStringAsync())); }"));

    [Test]
    public Task Text_passed_to_the_program_is_its_business() =>
        Allows(In("Use(await response.Content.ReadAsStringAsync());"));

    [Test]
    public Task Json_that_is_an_option_of_a_parse_is_no_body() =>
        Allows(In("Use(string.IsNullOrEmpty(await response.Content.ReadAsStringAsync()));"));

    [Test]
    public Task Text_that_is_written_as_text_was_asked_for_as_text() =>
        Allows(In("await File.WriteAllTextAsync(path, await client.GetStringAsync(\"x\"));"));

    [Test]
    public Task Content_is_parsed_as_it_arrives() => Fixes(
        In(
            "Use(JsonSerializer.Deserialize<Item>(await response.Content.[|ReadAsStringAsync(token)|], Options));",
            "using System.Net.Http.Json;\n"),
        In("Use(await response.Content.ReadFromJsonAsync<Item>(Options, token));", "using System.Net.Http.Json;\n"));

    [Test]
    public Task The_options_of_the_parser_stay_and_the_import_comes() => Fixes(
        In("Use(JsonSerializer.Deserialize<Item>(await client.[|GetStringAsync(\"items\", "
            + "token)|].ConfigureAwait(false))!.Name);"),
        In(
            "Use((await client.GetFromJsonAsync<Item>(\"items\", JsonSerializerOptions.Default, "
            + "token).ConfigureAwait(false))!.Name);",
            "using System.Net.Http.Json;\n"));

    [Test]
    public Task A_local_goes_and_its_comment_stays() => Fixes(
        In("// The items.\nvar json = await response.Content.[|ReadAsStringAsync()|];\nvar items = "
            + "JsonSerializer.Deserialize<Item[]>(json);\nUse(items);", "using System.Net.Http.Json;\n"),
        In(
            "// The items.\nvar items = await "
            + "response.Content.ReadFromJsonAsync<Item[]>(JsonSerializerOptions.Default);\nUse(items);",
            "using System.Net.Http.Json;\n"));

    [Test]
    public Task Bytes_are_copied_as_they_arrive() => Fixes(
        In("await File.WriteAllBytesAsync(path, await client.[|GetByteArrayAsync(\"export\", token)|], token);"),
        In("using (var body = await client.GetStreamAsync(\"export\", token))\nusing (var file = File.Create(path))\n"
            + "    await body.CopyToAsync(file, token);"));

    [Test]
    public Task Bytes_in_a_local_are_copied_as_they_arrive() => Fixes(
        In("var bytes = await client.[|GetByteArrayAsync(\"export\")|].ConfigureAwait(false);\n"
            + "File.WriteAllBytes(path, bytes);"),
        In("using (var body = await client.GetStreamAsync(\"export\").ConfigureAwait(false))\nusing (var file = "
            + "File.Create(path))\n    await body.CopyToAsync(file).ConfigureAwait(false);"));

    [Test]
    public Task All_responses_are_parsed_at_once_and_the_import_comes_once() => Fixes(
        In("Use(JsonSerializer.Deserialize<Item>(await "
            + "response.Content.[|ReadAsStringAsync(token)|].ConfigureAwait(false), Options));\nvar json = await "
            + "client.[|GetStringAsync(\"items\", token)|];\nUse(JsonSerializer.Deserialize<Item[]>(json, Options));"),
        In("Use(await response.Content.ReadFromJsonAsync<Item>(Options, token).ConfigureAwait(false));\nUse(await "
            + "client.GetFromJsonAsync<Item[]>(\"items\", Options, token));", "using System.Net.Http.Json;\n"));

    [Test]
    public Task All_bytes_are_copied_at_once() => Fixes(
        In("if (path.Length > 3)\n{\n    await File.WriteAllBytesAsync(path, await client.[|GetByteArrayAsync(\"a\", "
            + "token)|], token);\n}\nelse\n{\n    await File.WriteAllBytesAsync(path, await "
            + "client.[|GetByteArrayAsync(\"b\")|]);\n}"),
        In("if (path.Length > 3)\n{\n    using (var body = await client.GetStreamAsync(\"a\", token))\n    using (var "
            + "file = File.Create(path))\n        await body.CopyToAsync(file, token);\n}\nelse\n{\n    using (var "
            + "body = await client.GetStreamAsync(\"b\"))\n    using (var file = File.Create(path))\n        await "
            + "body.CopyToAsync(file);\n}"));

    [Test]
    public Task Another_parser_is_left_to_a_person() =>
        OffersNoFix(In(
            "Use(Newtonsoft.Json.JsonConvert.DeserializeObject<Item>(await client.[|GetStringAsync(\"items\")|]));"));

    [Test]
    public Task Bytes_whatever_their_encoding_are_left_to_a_person() =>
        OffersNoFix(
            In("Use(JsonSerializer.Deserialize<Item>(await response.Content.[|ReadAsByteArrayAsync()|], Options));"));

    [Test]
    public Task Something_between_is_left_to_a_person() =>
        OffersNoFix(
            In("var json = await client.[|GetStringAsync(\"items\")|];\nclient.Dispose();\n"
                + "Use(JsonSerializer.Deserialize<Item>(json));"));

    [Test]
    public Task Names_that_are_taken_are_left_alone() =>
        OffersNoFix(
            In("var body = 1;\nUse(body);\nawait File.WriteAllBytesAsync(path, await "
                + "client.[|GetByteArrayAsync(\"export\", token)|], token);"));

    [TestCase("return JsonSerializer.Deserialize<Item>(await response.Content.ReadAsStringAsync());")]
    [TestCase(
        "return JsonSerializer.Deserialize<Item>(await response.Content.ReadAsStringAsync(), new JsonSerializerOptions "
        + "{ PropertyNameCaseInsensitive = true })!.Name;")]
    [TestCase(
        "var json = await client.GetStringAsync(\"http://host/items\"); return "
        + "JsonSerializer.Deserialize<Item>(json);")]
    [TestCase(
        "await File.WriteAllBytesAsync(path, await client.GetByteArrayAsync(\"http://host/items\")); return "
        + "File.ReadAllText(path);")]
    [TestCase(
        "await File.WriteAllBytesAsync(path, await response.Content.ReadAsByteArrayAsync()); return "
        + "File.ReadAllText(path);")]
    [TestCase(
        "var bytes = await client.GetByteArrayAsync(\"http://host/items\"); File.WriteAllBytes(path, bytes); return "
        + "File.ReadAllText(path);")]
    public Task A_response_gives_the_same(string statements) => KeepsBehaviour($$"""
        using System.Text;
        using System.Text.Json;
        public class Item { public int Id { get; set; } public string? Name { get; set; } public int[]? Numbers { get; set; } }

        public static class Subject
        {
            public static async Task<object?> Run(int[] input)
            {
                var path = Path.GetTempFileName();
                using var client = new HttpClient(new Server(input));
                using var response = await client.GetAsync("http://host/items");
                try { return await Read(client, response, path); }
                finally { File.Delete(path); }
            }

            private static async Task<object?> Read(HttpClient client, HttpResponseMessage response, string path)
            {
                {{statements}}
            }
        }

        public class Server : HttpMessageHandler
        {
            private readonly int[] _input;
            public Server(int[] input) => _input = input;

            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
            {
                var id = _input.Length % 3 == 1 ? "id" : "Id";
                var json = _input.Length == 0 ? "" : "{\"" + id + "\":" + _input[0] + ",\"Name\":\"Käse\",\"Numbers\":[" + string.Join(",", _input) + "]}";
                var encoding = _input.Length % 2 == 0 ? Encoding.UTF8 : Encoding.Unicode;
                return Task.FromResult(new HttpResponseMessage { Content = new StringContent(json, encoding, _input.Length % 5 == 0 ? "text/plain" : "application/json") });
            }
        }
        """, inputs: 60);

    private static string In(string statements, string import = "") => $$"""
        using System.Text.Json;
        {{import}}
        class Item { public string Name { get; set; } = ""; public string[] Tags { get; set; } = { }; }
        enum Kind { Letter, Parcel }
        class One { public int Id { get; set; } public string? Name { get; set; } public DateTime? At { get; set; } public Guid Key { get; set; } public Kind Kind { get; set; } }
        class Pair { public One? Left { get; set; } public One? Right { get; set; } }
        class Page { public int Total { get; set; } public One[]? Rows { get; set; } }
        class Ring { public Ring? Next { get; set; } }
        class ProblemDetails { }

        class C
        {
            static readonly JsonSerializerOptions Options = new();

            async Task M(HttpClient client, HttpResponseMessage response, string path, Stream output, CancellationToken token)
            {
                {{statements.ReplaceLineEndings("\n        ")}}
            }

            static void Use(object? value) { }
        }
        """;
}
