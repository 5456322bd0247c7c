using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

[CSharp(12)]
public sealed class ElementAsValueTests : RuleTests<ElementAsValue>
{
    private const string Map = "var map = JsonSerializer.Deserialize<Dictionary<string, object>>(json)!; ";

    private const string List = "var list = JsonSerializer.Deserialize<List<object>>(json)!; ";

    private const string Node = "var node = JsonSerializer.Deserialize<Node>(json)!; ";

    private protected override ReferenceSet Framework => References.AspNetCore.And("Newtonsoft.Json");

    private static string Code(string body, string members = "", string options = "new()") =>
        $$"""
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        public class Node
        {
            public object? Value { get; set; }
            public object[] Widgets { get; set; } = null!;
            public Dictionary<string, object> Extra { get; set; } = new();
            public List<Node> Children { get; set; } = [];
            public object Default { get; set; } = "text";
            [JsonConverter(typeof(Guess))] public object? Guessed { get; set; }
            public object? Computed { get => _computed; set => _computed = value?.ToString(); }
            private object? _computed;
        }
        public record Row(string Name, object Value);
        public abstract class Guess : JsonConverter<object>;
        public class Order { public int Id { get; set; } }
        public class Reader(HttpClient client, JsonSerializerOptions given)
        {
            private static readonly JsonSerializerOptions Plain = new() { PropertyNameCaseInsensitive = true };
            private static readonly JsonSerializerOptions Kept = {{options}};
            public async Task<object?> ReadAsync(string json, string own)
            {
                await Task.Yield();
                {{body}}
                return null;
            }
            {{members}}
        }
        """;

    [TestCase(Map + "return [|map[\"a\"] is string|];", TestName = "A test")]
    [TestCase(Map + "if ([|map[\"a\"] is string text|]) return text;", TestName = "A test with a name")]
    [TestCase(Map + "if ([|map[\"a\"] is not int|]) return 1;", TestName = "A denied test")]
    [TestCase(Map + "return [|map[\"a\"] is int or long|];", TestName = "One of two")]
    [TestCase(Map + "return [|map[\"a\"] is \"on\"|];", TestName = "A constant")]
    [TestCase(Map + "return [|map[\"a\"] is true|];", TestName = "A constant of two")]
    [TestCase(Map + "return [|map[\"a\"] is string { Length: > 0 }|];", TestName = "A test of a part")]
    [TestCase(Map + "return [|map[\"a\"] as string|];", TestName = "A try")]
    [TestCase(Map + "return [|map[\"a\"] as List<object>|];", TestName = "A try of a list")]
    [TestCase(Map + "return [|(int)map[\"a\"]|];", TestName = "A cast")]
    [TestCase(Map + "return [|(string)map[\"a\"]|];", TestName = "A cast to text")]
    [TestCase(Map + "return [|(DayOfWeek)map[\"a\"]|];", TestName = "A cast to an enum")]
    [TestCase(Map + "return [|Convert.ToInt32(map[\"a\"])|];", TestName = "A conversion")]
    [TestCase(Map + "return [|Convert.ToDecimal(map[\"a\"], null)|];", TestName = "A conversion with a culture")]
    [TestCase(Map + "return [|Convert.ChangeType(map[\"a\"], typeof(int))|];", TestName = "A conversion to a type")]
    [TestCase(Map + "switch ([|map[\"a\"]|]) { case string s: return s; case int: return 1; }", TestName = "A switch")]
    [TestCase(Map + "return [|map[\"a\"]|] switch { string s => s, null => null, var other => other };",
        TestName = "A switch expression")]
    [TestCase(Map + "if (map.TryGetValue(\"a\", out var a) && [|a is string|]) return a;", TestName = "Tried")]
    [TestCase(Map + "object? a; if (map.TryGetValue(\"a\", out a)) return [|a as string|];", TestName = "Tried before")]
    [TestCase(Map + "return [|map.GetValueOrDefault(\"a\") as string|];", TestName = "By default")]
    [TestCase(Map + "foreach (var pair in map) if ([|pair.Value is string|]) return 1;", TestName = "Pairs")]
    [TestCase(Map + "foreach (var (key, value) in map) if ([|value is bool|]) return key;", TestName = "Pairs, apart")]
    [TestCase(Map + "foreach (var value in map.Values) return [|value as string|];", TestName = "Values")]
    [TestCase(Map + "return map.Where(pair => [|pair.Value is string|]).ToList();", TestName = "In a lambda")]
    [TestCase(List + "return [|list[0] is string|];", TestName = "A list")]
    [TestCase(List + "return list.Select(one => [|(string)one|]).ToList();", TestName = "A lambda over a list")]
    [TestCase(List + "return [|list.OfType<string>()|].ToList();", TestName = "Those of a type")]
    [TestCase(List + "return [|list.Cast<string>()|].ToList();", TestName = "All as a type")]
    [TestCase(List + "foreach (string one in [|list|]) return one;", TestName = "A loop of another type")]
    [TestCase(List + "var first = list.FirstOrDefault(); return [|first as string|];", TestName = "The first")]
    [TestCase("var all = JsonSerializer.Deserialize<object[]>(json)!; return [|all[0] is string|];",
        TestName = "An array")]
    [TestCase("var one = JsonSerializer.Deserialize<object>(json); return [|one as string|];", TestName = "One")]
    [TestCase("return [|JsonSerializer.Deserialize<object>(json) is string|];", TestName = "At once")]
    [TestCase("object? one = null; one = JsonSerializer.Deserialize<object>(json); return [|one is int|];",
        TestName = "Assigned")]
    [TestCase(
        "IReadOnlyDictionary<string, object> map = JsonSerializer.Deserialize<Dictionary<string, object>>(json) "
        + "?? new(); return [|map[\"a\"] is string|];",
        TestName = "Under another name, or empty")]
    [TestCase(
        "var map = JsonSerializer.Deserialize<Dictionary<string, object>>(json, Plain)!; return [|map[\"a\"] is int|];",
        TestName = "Plain options that are kept")]
    [TestCase(
        "var map = JsonSerializer.Deserialize<Dictionary<string, object>>(json, new JsonSerializerOptions "
        + "{ Converters = { new JsonStringEnumConverter() } })!; return [|map[\"a\"] is int|];",
        TestName = "A converter for enums")]
    [TestCase(
        "var options = new JsonSerializerOptions(JsonSerializerDefaults.Web); "
        + "var map = JsonSerializer.Deserialize<Dictionary<string, object>>(json, options)!; "
        + "return [|map[\"a\"] is int|];",
        TestName = "Plain options")]
    [TestCase(
        "var map = await client.GetFromJsonAsync<Dictionary<string, object>>(\"a\"); return [|map![\"a\"] is int|];",
        TestName = "Of a response")]
    [TestCase(
        "var answer = await client.GetAsync(\"a\"); "
        + "var map = await answer.Content.ReadFromJsonAsync<Dictionary<string, object>>(); "
        + "return [|map?[\"a\"] is int|];",
        TestName = "Of a body, behind a question mark")]
    [TestCase(Node + "return [|node.Value is string|];", TestName = "A member")]
    [TestCase(Node + "return [|node.Widgets[4] is string|];", TestName = "An element of a member")]
    [TestCase(Node + "return [|node.Extra[\"a\"] as string|];", TestName = "A map in a member")]
    [TestCase(Node + "var child = node.Children.FirstOrDefault(c => c.Widgets.Length > 1); "
        + "if (child?.Widgets?.Length > 0) return [|child.Widgets[0] is string|];", TestName = "A member of a member")]
    [TestCase("var rows = JsonSerializer.Deserialize<Row[]>(json)!; return [|rows[0].Value is int|];",
        TestName = "A record")]
    [TestCase("var map = Load(json); return [|map[\"a\"] is int|];", TestName = "What a method answers")]
    [TestCase("var map = await LoadAsync(json); return [|map[\"a\"] is int|];", TestName = "What a method waits for")]
    public Task Questions_that_no_element_answers(string body) => Flags(Code(
        body,
        """
        private static Dictionary<string, object> Load(string json) =>
            JsonSerializer.Deserialize<Dictionary<string, object>>(json) ?? throw new FormatException();
        private async Task<Dictionary<string, object>> LoadAsync(string json)
        {
            await Task.Yield();
            if (json.Length == 0) return [];
            return JsonSerializer.Deserialize<Dictionary<string, object>>(json)!;
        }
        """));

    [Test]
    public Task What_every_caller_hands_to_a_private_method() => Flags(Code(
        "Take(JsonSerializer.Deserialize<Node>(json)!); " + Node + "Take(node);",
        "private string? Take(Node node) => [|node.Widgets[0] is string|] ? \"\" : null;"));

    [Test]
    public Task One_reading_is_one_finding() =>
        Flags(Code(Map + "return [|map[\"a\"] is string|] ? map[\"b\"] as string : (int)map[\"c\"];"));

    [Test]
    public Task The_message_names_what_comes_of_it() => Says(
        Code(Map + "return [|Convert.ToInt32(map[\"a\"])|];"),
        "'Convert.ToInt32(map[\"a\"])' throws an InvalidCastException, because 'Deserialize' makes a 'JsonElement' of "
        + "what is declared as 'object'; declare the type that is meant, or ask the element for its 'ValueKind' and "
        + "its value");

    [TestCase(Map + "return map[\"a\"] is JsonElement { ValueKind: JsonValueKind.String };", TestName = "An element")]
    [TestCase(Map + "return map[\"a\"] is null;", TestName = "Nothing")]
    [TestCase(Map + "return map[\"a\"] is { } a ? a : null;", TestName = "Something")]
    [TestCase(Map + "return map[\"a\"] is not null and not DBNull;", TestName = "Neither of two")]
    [TestCase(Map + "var a = map[\"a\"]; return a is string ? a : a is JsonElement b ? b.GetString() : null;",
        TestName = "Both are expected")]
    [TestCase(Map + "return map[\"a\"] switch { JsonElement a => a.GetString(), string s => s, _ => null };",
        TestName = "A switch that knows")]
    [TestCase(Map + "return ((JsonElement)map[\"a\"]).GetString();", TestName = "A cast to an element")]
    [TestCase(Map + "return Convert.ToString(map[\"a\"]);", TestName = "Written out")]
    [TestCase(Map + "return map[\"a\"].ToString();", TestName = "As text")]
    [TestCase(Map + "return int.Parse(map[\"a\"].ToString()!);", TestName = "Parsed from its text")]
    [TestCase(Map + "return map[\"a\"] is JsonNode;", TestName = "A node, as options may have it")]
    [TestCase(Map + "map[\"a\"] = own; return map[\"a\"] is string;", TestName = "Something else was put in")]
    [TestCase(Map + "map.Add(\"a\", 1); return map[\"a\"] is int;", TestName = "Something else was added")]
    [TestCase(Map + "Open(map); return map[\"a\"] is string;", TestName = "Somebody has opened the elements")]
    [TestCase(Map + "var open = map.ToDictionary(p => p.Key, p => Opened(p.Value)); return open[\"a\"] is string;",
        TestName = "Copied with what the elements hold")]
    [TestCase(Map + "return map.GetValueOrDefault(\"a\", own) is string;", TestName = "Another value to fall back on")]
    [TestCase(Map + "var a = map[\"a\"]; a = own; return a is string;", TestName = "Assigned anew")]
    [TestCase("var map = new Dictionary<string, object> { [\"a\"] = 1 }; return map[\"a\"] is int;",
        TestName = "Its own")]
    [TestCase("var map = JsonSerializer.Deserialize<Dictionary<string, object>>(json) ?? Defaults(); "
        + "return map[\"a\"] is int;", TestName = "Values of its own to fall back on")]
    [TestCase("var map = JsonSerializer.Deserialize<Dictionary<string, object>>(json, given)!; "
        + "return map[\"a\"] is int;", TestName = "Options from elsewhere")]
    [TestCase("var map = JsonSerializer.Deserialize<Dictionary<string, object>>(json, Kept)!; "
        + "return map[\"a\"] is int;", TestName = "Options that get a converter")]
    [TestCase("var options = new JsonSerializerOptions(); options.Converters.Add(Own()); "
        + "var map = JsonSerializer.Deserialize<Dictionary<string, object>>(json, options)!; "
        + "return map[\"a\"] is int;", TestName = "A converter of its own")]
    [TestCase("var map = Newtonsoft.Json.JsonConvert.DeserializeObject<Dictionary<string, object>>(json)!; "
        + "return map[\"a\"] is string;", TestName = "The older library")]
    [TestCase("var map = JsonSerializer.Deserialize<Dictionary<string, string>>(json)!; object a = map[\"a\"]; "
        + "return a is string;", TestName = "A type that is known")]
    [TestCase("var list = JsonSerializer.Deserialize<List<Order>>(json)!; object a = list[0]; return a is Order;",
        TestName = "An object of this project")]
    [TestCase("var list = JsonSerializer.Deserialize<List<Order>>(json)!; "
        + "foreach (object a in list) return a is Order;",
        TestName = "A loop that forgets the type")]
    [TestCase("IEnumerable<object> list = JsonSerializer.Deserialize<List<Order>>(json)!; "
        + "return list.First() is Order;",
        TestName = "A sequence that forgets the type")]
    [TestCase("object all = JsonSerializer.Deserialize<List<object>>(json)!; return all is List<object>;",
        TestName = "The list itself")]
    [TestCase("return JsonSerializer.Deserialize(json, typeof(Order)) is Order;", TestName = "A type by value")]
    [TestCase(Node + "return node.Default is string;", TestName = "A member that begins with a value")]
    [TestCase(Node + "return node.Guessed is string;", TestName = "A member with a converter")]
    [TestCase(Node + "return node.Computed is string;", TestName = "A member that computes")]
    [TestCase(Node + "node.Value = own; return node.Value is string;", TestName = "A member that is set")]
    [TestCase("var node = new Node { Value = own }; return node.Value is string;", TestName = "A node of its own")]
    public Task Values_that_may_be_what_is_asked_for(string body) => Allows(Code(
        body,
        """
        private static void Open(Dictionary<string, object> map) => map["a"] = "";
        private static object Opened(object value) => value.ToString()!;
        private static Dictionary<string, object> Defaults() => new() { ["a"] = 1 };
        private static JsonConverter Own() => throw new NotSupportedException();
        """,
        "new() { Converters = { Own() } }"));

    [Test]
    public Task A_project_of_tests() => Given.WithReferences(References.Testing.And("Newtonsoft.Json"))
        .Allows(Code(Map + "return map[\"a\"] is string;"));

    [Test]
    public Task One_of_two_callers_hands_in_its_own() => Allows(Code(
        Node + "Take(node); Take(new Node { Widgets = [\"\"] });",
        "private string? Take(Node node) => node.Widgets[0] is string ? \"\" : null;"));

    [Test]
    public Task A_method_for_everybody() => Allows(Code(
        Node + "Take(node);",
        "public string? Take(Node node) => node.Widgets[0] is string ? \"\" : null;"));

    [Test]
    public Task A_method_that_is_handed_on() => Allows(Code(
        Node + "Take(node); return new[] { new Node() }.Select(Take).ToList();",
        "private string? Take(Node node) => node.Widgets[0] is string ? \"\" : null;"));
}
