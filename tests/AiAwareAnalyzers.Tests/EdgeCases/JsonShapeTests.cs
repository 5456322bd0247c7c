using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

[CSharp(12)]
public sealed class JsonShapeTests : RuleTests<JsonShape>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private const string Get =
        "using var document = JsonDocument.Parse(await client.GetStringAsync(\"prices\")); "
        + "var root = document.RootElement; ";

    private const string Ask = "var answer = await llm.AskAsync(\"prices\"); ";

    private const string Parse = "var root = JsonDocument.Parse(answer.Content).RootElement; ";

    private const string Node = "var root = JsonNode.Parse(await client.GetStringAsync(\"prices\"))!; ";

    private protected override ReferenceSet Framework => References.AspNetCore.And("Newtonsoft.Json");

    [TestCase(Get + "return root.[|GetProperty(\"price\")|].GetDecimal();", TestName = "A number")]
    [TestCase(Get + "return root.[|GetProperty(\"choices\")|][0].GetProperty(\"message\").GetProperty(\"content\");",
        TestName = "A chain with an index")]
    [TestCase(Get + "return root.[|GetProperty(\"id\")|].GetString() ?? \"\";", TestName = "A fallback for null only")]
    [TestCase(Get + "foreach (var row in root.[|GetProperty(\"rows\")|].EnumerateArray()) own += row; return own;",
        TestName = "A loop")]
    [TestCase(Get + "return root.EnumerateArray().Select(row => row.[|GetProperty(\"id\")|].GetInt32()).ToList();",
        TestName = "A query over the elements")]
    [TestCase(
        "var json = await client.GetFromJsonAsync<JsonElement>(\"prices\"); "
        + "return json.[|GetProperty(\"id\")|].GetGuid();",
        TestName = "Read at once")]
    [TestCase(
        "var response = await client.GetAsync(\"prices\"); response.EnsureSuccessStatusCode(); "
        + "var json = await response.Content.ReadFromJsonAsync<JsonElement>(); "
        + "return json.[|GetProperty(\"id\")|].GetGuid();",
        TestName = "A good status says nothing of the body")]
    [TestCase(
        "await using var stream = await client.GetStreamAsync(\"prices\"); "
        + "using var document = await JsonDocument.ParseAsync(stream); "
        + "return document.RootElement.[|GetProperty(\"id\")|].GetGuid();",
        TestName = "A stream")]
    [TestCase(
        "var json = JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync(\"prices\")); "
        + "return json.[|GetProperty(\"id\")|].GetGuid();",
        TestName = "Deserialized")]
    [TestCase(
        "JsonDocument document; try { document = JsonDocument.Parse(await client.GetStringAsync(\"prices\")); } "
        + "catch (JsonException) { return null; } return document.RootElement.[|GetProperty(\"id\")|].GetGuid();",
        TestName = "Only parsing is caught")]
    [TestCase(
        "try { " + Get + "return root.[|GetProperty(\"id\")|].GetGuid(); } catch (JsonException) { return null; }",
        TestName = "The catch of what parsing throws")]
    [TestCase(
        "try { " + Get + "return root.TryGetProperty(\"id\", out var id) ? id.[|GetInt32()|] : 0; } "
        + "catch (JsonException) { return null; }",
        TestName = "The kind of a value beside that catch")]
    [TestCase(
        "try { " + Get + "return root.[|GetProperty(\"id\")|].GetGuid(); } catch (HttpRequestException) { return 0; }",
        TestName = "Something else is caught")]
    [TestCase(
        "try { " + Get + "return root.[|GetProperty(\"id\")|].GetGuid(); } "
        + "catch (InvalidOperationException) { return 0; }",
        TestName = "The catch of what another kind throws")]
    [TestCase(
        Ask + "try { " + Parse + "return root.TryGetProperty(\"price\", out var price) ? price.[|GetDecimal()|] : 0; } "
        + "catch (KeyNotFoundException) { return 0; }",
        TestName = "The catch of what a missing property throws")]
    [TestCase(
        Get + "if (root.TryGetProperty(\"error\", out var error)) return error; "
        + "return root.[|GetProperty(\"id\")|].GetGuid();",
        TestName = "Another property was asked for")]
    [TestCase(
        Get + "if (root.TryGetProperty(\"data\", out var data)) return data.[|GetProperty(\"id\")|].GetGuid(); "
        + "return null;",
        TestName = "What is inside was not asked for")]
    [TestCase("var root = await LoadAsync(); return root.[|GetProperty(\"id\")|].GetGuid();",
        TestName = "A method of this class has read it")]
    [TestCase("var root = await feed.LoadAsync(); return root.[|GetProperty(\"id\")|].GetGuid();",
        TestName = "A service behind a contract has read it")]
    [TestCase(
        "using var document = JsonDocument.Parse(File.ReadAllText(\"package.json\")); "
        + "return document.RootElement.[|GetProperty(\"version\")|].GetString();",
        TestName = "A file of others")]
    [TestCase(
        "var process = System.Diagnostics.Process.Start(\"docker\"); "
        + "using var document = JsonDocument.Parse(await process.StandardOutput.ReadToEndAsync()); "
        + "return document.RootElement.[|GetProperty(\"Names\")|].GetString();",
        TestName = "The output of a program")]
    [TestCase(Ask + Parse + "return root.[|GetProperty(\"price\")|].GetDecimal();", TestName = "A model's answer")]
    [TestCase(
        Ask + "var text = Unfenced(answer.Content); using var document = JsonDocument.Parse(text); "
        + "return document.RootElement.[|GetProperty(\"price\")|].GetDecimal();",
        TestName = "A model's answer without its fences")]
    [TestCase(
        Ask + Parse + "return root.TryGetProperty(\"price\", out var price) ? price.[|GetDecimal()|] : 0;",
        TestName = "The kind of a model's value")]
    [TestCase(
        Ask + Parse + "if (root.TryGetProperty(\"rows\", out var rows)) foreach (var row in rows.[|EnumerateArray()|]) "
        + "own += row; return own;",
        TestName = "A model's list")]
    [TestCase(
        Ask + "var root = JsonNode.Parse(answer.Content); return root?[\"price\"]?.[|GetValue<int>()|] ?? 0;",
        TestName = "A question mark does not ask for the kind")]
    [TestCase(Node + "return root[|[\"price\"]|]!.GetValue<int>();", TestName = "A node that is sworn to be there")]
    [TestCase(Node + "return root[|[\"data\"]|]![\"price\"];", TestName = "A node inside a node")]
    [TestCase(Node + "return root[|[\"rows\"]|]!.AsArray().Count;", TestName = "A list of nodes")]
    [TestCase(Node + "foreach (var row in root[|[\"rows\"]|]!.AsArray()) own += row; return own;",
        TestName = "A loop over nodes")]
    [TestCase(
        "var root = JObject.Parse(await client.GetStringAsync(\"prices\")); "
        + "return root[|[\"choices\"]|]![0]![\"text\"]!.ToString();",
        TestName = "The older library")]
    public Task Steps_that_throw(string body) => Flags(Code(body));

    [Test]
    public Task A_document_is_named_once() =>
        Flags(Code(Get + "own += root.[|GetProperty(\"a\")|]; own += root.GetProperty(\"b\"); return own;"));

    [Test]
    public Task Two_documents_are_two_findings() => Flags(Code(
        Get + "own += root.[|GetProperty(\"a\")|]; var other = await LoadAsync(); "
        + "own += other.[|GetProperty(\"b\")|]; return own;"));

    [Test]
    public Task A_caller_that_does_not_catch() => Flags(Code(
        "return PriceOf(await client.GetStringAsync(\"prices\"));",
        """
        private static decimal PriceOf(string json)
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.[|GetProperty("price")|].GetDecimal();
        }
        """));

    [Test]
    public Task A_function_that_is_given_an_element() => Flags(Code(
        Get + "return PriceOf(root);",
        "private static decimal PriceOf(JsonElement row) => row.[|GetProperty(\"price\")|].GetDecimal();"));

    [Test]
    public Task One_of_two_callers_catches() => Flags(Code(
        "return PriceOf(await client.GetStringAsync(\"prices\"));",
        """
        private static decimal PriceOf(string json) =>
            JsonDocument.Parse(json).RootElement.[|GetProperty("price")|].GetDecimal();
        public async Task<decimal> Safely()
        {
            try { return PriceOf(await client.GetStringAsync("prices")); }
            catch (KeyNotFoundException) { return 0; }
        }
        """));

    [Test]
    public Task A_message_of_a_queue() => Flags(Code(
        "return null;",
        """
        public sealed class QueueTriggerAttribute(string queue) : Attribute { public string Queue => queue; }
        public string Run([QueueTrigger("orders")] string message) =>
            JsonDocument.Parse(message).RootElement.[|GetProperty("id")|].ToString();
        """));

    [TestCase("app.MapPost(\"/\", (JsonElement body) => body.[|GetProperty(\"id\")|].GetInt32());",
        TestName = "The body of a route")]
    [TestCase(
        "app.MapPost(\"/\", (JsonElement body) => body.TryGetProperty(\"id\", out var id) ? id.[|GetInt32()|] : 0);",
        TestName = "The kind of a value in a body")]
    [TestCase("app.MapPost(\"/\", (Hook hook) => hook.Payload.[|GetProperty(\"id\")|].ToString());",
        TestName = "A part of a body")]
    [TestCase(
        """
        app.MapPost("/", async (HttpRequest request) =>
        {
            using var document = await JsonDocument.ParseAsync(request.Body);
            return document.RootElement.[|GetProperty("id")|].GetInt32();
        });
        """,
        TestName = "A body that is parsed by hand")]
    [TestCase(
        """
        app.MapPost("/", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            var root = JsonNode.Parse(await reader.ReadToEndAsync());
            return root![|["id"]|]!.GetValue<int>();
        });
        """,
        TestName = "A body that is read by hand")]
    public Task Bodies_of_requests(string code) => Flags(Code("return null;", Mapped(code)));

    [Test]
    public Task The_message_names_the_property_and_the_way() => Says(
        Code(Get + "return root.[|GetProperty(\"price\")|].GetDecimal();"),
        "'GetProperty' throws a KeyNotFoundException where the response does not contain 'price'; use 'TryGetProperty' "
        + "and fail with the name of what is missing, or deserialize into a type that demands it");

    [Test]
    public Task The_message_names_the_catch_that_does_not_help() => Says(
        Code("try { " + Get + "return root.[|GetProperty(\"id\")|]; } catch (JsonException) { return null; }"),
        "'GetProperty' throws a KeyNotFoundException where the response does not contain 'id', and the 'catch' of "
        + "'JsonException' lets it pass; use 'TryGetProperty' and fail with the name of what is missing, or "
        + "deserialize into a type that demands it");

    [Test]
    public Task The_message_names_the_kind() => Says(
        Code(Ask + Parse + "return root.TryGetProperty(\"price\", out var price) ? price.[|GetDecimal()|] : 0;"),
        "'GetDecimal' throws an InvalidOperationException where the answer of the model holds 'price' as null or as "
        + "text; ask which kind it is first, or deserialize into a type that demands it");

    [Test]
    public Task The_message_names_the_node() => Says(
        Code(Node + "return root[|[\"price\"]|]!.GetValue<int>();"),
        "'GetValue' throws a NullReferenceException where the response does not contain 'price'; ask for null and fail "
        + "with the name of what is missing, or deserialize into a type that demands it");

    [TestCase(Get + "return root.TryGetProperty(\"price\", out var price) ? price.GetDecimal() : 0;",
        TestName = "Asked for")]
    [TestCase(
        Get + "if (!root.TryGetProperty(\"price\", out _)) throw new FormatException(\"price\"); "
        + "return root.GetProperty(\"price\").GetDecimal();",
        TestName = "Asked for before")]
    [TestCase(
        Get + "if (root.ValueKind != JsonValueKind.Object) return null; "
        + "return root.GetProperty(\"price\").GetDecimal();",
        TestName = "Its kind was asked for")]
    [TestCase(
        Get + "return root is { ValueKind: JsonValueKind.Object } ? root.GetProperty(\"price\").GetDecimal() : 0;",
        TestName = "Its kind was asked for by a pattern")]
    [TestCase(Get + "Check(root); return root.GetProperty(\"price\").GetDecimal();", TestName = "Checked as a whole")]
    [TestCase(Get + "if (!IsComplete(root)) return null; return root.GetProperty(\"price\").GetDecimal();",
        TestName = "A question about the whole")]
    [TestCase("try { " + Get + "return root.GetProperty(\"id\"); } catch (KeyNotFoundException) { return null; }",
        TestName = "Caught")]
    [TestCase("try { " + Get + "return root.GetProperty(\"id\"); } catch (Exception) { return null; }",
        TestName = "All is caught")]
    [TestCase(
        "try { " + Get + "return root.GetProperty(\"id\"); } "
        + "catch (Exception e) when (e is JsonException or KeyNotFoundException) { return null; }",
        TestName = "Caught with a condition")]
    [TestCase(
        "try { try { " + Get + "return root.GetProperty(\"id\"); } catch (JsonException) { return null; } } "
        + "catch (KeyNotFoundException) { return null; }",
        TestName = "Caught further out")]
    [TestCase(Get + "return root.GetProperty(own).GetDecimal();", TestName = "A name that the caller knows")]
    [TestCase(Get + "return root.GetRawText();", TestName = "All of it")]
    [TestCase(Get + "return root.TryGetProperty(\"price\", out var price) ? price.GetInt32() : 0;",
        TestName = "The kind of a value of a service")]
    [TestCase(
        "using var document = JsonDocument.Parse(own); return document.RootElement.GetProperty(\"id\").GetInt32();",
        TestName = "Text that is handed in")]
    [TestCase(
        "var root = JsonSerializer.SerializeToElement(new { id = 1 }); return root.GetProperty(\"id\").GetInt32();",
        TestName = "What was made here")]
    [TestCase(
        "using var document = JsonDocument.Parse(\"{}\"); return document.RootElement.GetProperty(\"id\").GetInt32();",
        TestName = "A text that is written here")]
    [TestCase(
        "using var document = JsonDocument.Parse(JsonSerializer.Serialize(new { id = 1 })); "
        + "return document.RootElement.GetProperty(\"id\").GetInt32();",
        TestName = "What was written here")]
    [TestCase("return typeof(Reader).GetProperty(\"Name\")!.Name;", TestName = "A property of a type")]
    [TestCase(
        Ask + Parse + "return root.TryGetProperty(\"price\", out var price) && price.ValueKind == JsonValueKind.Number "
        + "? price.GetDecimal() : 0;",
        TestName = "The kind of a model's value was asked for")]
    [TestCase(
        Ask + Parse + "return root.TryGetProperty(\"name\", out var name) ? name.ToString() : null;",
        TestName = "Any kind is good")]
    [TestCase(
        Ask + "try { " + Parse + "return root.GetProperty(\"price\").GetDecimal(); } "
        + "catch (Exception) { return null; }",
        TestName = "A model's answer, caught")]
    [TestCase(
        Ask + "var found = JsonSerializer.Deserialize<Found>(answer.Content); return found;",
        TestName = "A type that says what it is")]
    [TestCase(Node + "return root[\"price\"]?.GetValue<int>();", TestName = "A node behind a question mark")]
    [TestCase(
        Node + "if (root[\"price\"] is null) return null; return root[\"price\"]!.GetValue<int>();",
        TestName = "A node that was asked for")]
    [TestCase(
        Node + "var price = root[\"price\"] ?? throw new FormatException(\"price\"); return price.GetValue<int>();",
        TestName = "A node or a failure")]
    [TestCase(
        Node + "return root.AsObject().ContainsKey(\"price\") ? root[\"price\"]!.GetValue<int>() : 0;",
        TestName = "A node that is contained")]
    [TestCase("var root = new JsonObject { [\"id\"] = 1 }; return root[\"id\"]!.GetValue<int>();",
        TestName = "A node that was made here")]
    [TestCase(Node + "root[\"price\"] = 1; return root.ToJsonString();", TestName = "A node that is set")]
    public Task Steps_that_are_sure(string body) => Allows(Code(body));

    [Test]
    public Task Every_caller_catches() => Allows(Code(
        "try { return PriceOf(await client.GetStringAsync(\"prices\")); } "
        + "catch (KeyNotFoundException) { return null; }",
        """
        private static decimal PriceOf(string json) =>
            JsonDocument.Parse(json).RootElement.GetProperty("price").GetDecimal();
        """));

    [Test]
    public Task The_caller_of_the_caller_catches() => Allows(Code(
        "try { return await PriceAsync(); } catch (Exception) { return null; }",
        """
        private async Task<decimal> PriceAsync() => PriceOf(await client.GetStringAsync("prices"));
        private static decimal PriceOf(string json) =>
            JsonDocument.Parse(json).RootElement.GetProperty("price").GetDecimal();
        """));

    [Test]
    public Task A_caller_catches_around_a_lambda_that_is_waited_for() => Allows(Code(
        "try { return await PriceAsync(); } catch (Exception) { return null; }",
        """
        private async Task<decimal> PriceAsync() => await Task.Run(async () =>
            JsonDocument.Parse(await client.GetStringAsync("prices")).RootElement.GetProperty("price").GetDecimal());
        """));

    [Test]
    public Task A_caller_catches_around_a_function_that_calls_itself() => Allows(Code(
        "try { return SumOf(await LoadAsync()); } catch (Exception) { return null; }",
        """
        private static int SumOf(JsonElement node) =>
            node.GetProperty("value").GetInt32() + SumOf(node.GetProperty("next"));
        """));

    [Test]
    public Task A_caller_catches_around_functions_that_call_each_other() => Allows(Code(
        "try { return SumOf(await LoadAsync()); } catch (Exception) { return null; }",
        """
        private static int SumOf(JsonElement node) => node.GetProperty("value").GetInt32() + NextOf(node);
        private static int NextOf(JsonElement node) => SumOf(node.GetProperty("next"));
        """));

    [Test]
    public Task The_older_library_alone() =>
        Given.WithReferences(References.NetStandard20.And("Newtonsoft.Json")).Flags("""
            using Newtonsoft.Json.Linq;
            public sealed class Reader
            {
                public async Task<JToken> ReadAsync(HttpClient client)
                {
                    var root = JObject.Parse(await client.GetStringAsync("prices"));
                    return root[|["choices"]|]![0]!;
                }
            }
            """);

    [Test]
    public Task A_file_that_the_type_writes_itself() => Allows(Code(
        "return JsonDocument.Parse(File.ReadAllText(\"state.json\")).RootElement.GetProperty(\"last\").GetInt32();",
        "public void Save(string state) => File.WriteAllText(\"state.json\", state);"));

    [Test]
    public Task An_element_of_unknown_origin() => Allows(Code(
        "return null;", "public int IdOf(JsonElement row) => row.GetProperty(\"id\").GetInt32();"));

    [Test]
    public Task Own_elements_that_are_handed_on() => Allows(Code(
        "return IdOf(JsonSerializer.SerializeToElement(new { id = 1 }));",
        "private static int IdOf(JsonElement row) => row.GetProperty(\"id\").GetInt32();"));

    [TestCase(
        "app.MapPost(\"/\", (JsonElement body) => body.TryGetProperty(\"id\", out var id) ? id.ToString() : \"\");",
        TestName = "Asked for in a route")]
    [TestCase("app.MapPost(\"/\", (Hook hook) => hook.Name);", TestName = "A typed member")]
    public Task Bodies_that_are_asked(string code) => Allows(Code("return null;", Mapped(code)));

    [Test]
    public Task A_value_that_starts_as_itself() => Allows(Code(
        "JsonElement root = {|CS0165:root|}.GetProperty(\"id\"); return root;"));

    /// <summary>Thirty functions that call the next one twice have 2^30 ways from the first to the last.</summary>
    [TestCase("JsonElement", "part", "await LoadAsync()", TestName = "Elements that many ways lead to")]
    [TestCase(
        "string", "JsonDocument.Parse(part).RootElement", "await client.GetStringAsync(\"prices\")",
        TestName = "Texts that many ways lead to")]
    public async Task A_function_is_asked_once(string type, string read, string given)
    {
        var found = Flags(Code(
            $"return Step0({given});",
            Chain(
                30,
                step => $"private static int Step{step}({type} part) => Step{step + 1}(part) + Step{step + 1}(part);",
                $"private static int Step30({type} part) => {read}.[|GetProperty(\"id\")|].GetInt32();")));
        await found.WaitAsync(Patience);
    }

    [Test]
    public async Task An_answer_is_asked_for_once()
    {
        var found = Flags(Code(
            "var root = await Step0(); return root.[|GetProperty(\"id\")|].GetInt32();",
            Chain(
                30,
                step => $"private Task<JsonElement> Step{step}() {{ "
                    + $"if (DateTime.UtcNow.Year > {step}) return Step{step + 1}(); return Step{step + 1}(); }}",
                "private Task<JsonElement> Step30() => LoadAsync();")));
        await found.WaitAsync(Patience);
    }

    [Test]
    public Task A_function_that_calls_itself() => Flags(Code(
        "return SumOf(await LoadAsync());",
        """
        private static int SumOf(JsonElement node)
        {
            var sum = node.[|GetProperty("value")|].GetInt32();
            var next = node.GetProperty("next");
            return sum + SumOf(next);
        }
        """));

    private static string Chain(int length, Func<int, string> step, string last) =>
        string.Join("\n", Enumerable.Range(0, length).Select(step).Append(last));

    private static string Mapped(string code) =>
        $$"""
        public static void Map(Microsoft.AspNetCore.Builder.WebApplication app)
        {
            {{code}}
        }
        """;

    private static string Code(string body, string rest = "") => $$"""
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Newtonsoft.Json.Linq;
        public interface ILlmClient { Task<LlmResponse> AskAsync(string prompt); }
        public sealed record LlmResponse(string Content);
        public interface IFeed { Task<JsonElement> LoadAsync(); }
        public sealed class Feed(HttpClient client) : IFeed
        {
            public async Task<JsonElement> LoadAsync() => await client.GetFromJsonAsync<JsonElement>("items");
        }
        public sealed record Found(decimal Price);
        public sealed record Hook(string Name, JsonElement Payload);
        public sealed class Reader(HttpClient client, ILlmClient llm, IFeed feed)
        {
            public async Task<object?> ReadAsync(string own, CancellationToken token)
            {
                await Task.Yield();
                {{body}}
            }

            private async Task<JsonElement> LoadAsync()
            {
                using var response = await client.GetAsync("items");
                using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
                return document.RootElement.Clone();
            }

            private static string Unfenced(string text) => text.Trim('`');
            private static void Check(JsonElement element) { }
            private static bool IsComplete(JsonElement element) => element.EnumerateObject().Any();
            public async Task Use() { await llm.AskAsync(""); await feed.LoadAsync(); await LoadAsync(); Unfenced(""); }
            {{rest}}
        }
        """;
}
