using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

[CSharp(12)]
public sealed class DeserializedNullTests : RuleTests<DeserializedNull>
{
    private const string Get = "var page = await client.GetFromJsonAsync<Page>(\"items\");";

    [TestCase(
        Get + """ return page?[|.Items|].FirstOrDefault();""",
        TestName = """A question mark that shields one step only""")]
    [TestCase(Get + " return [|page!.Items|].First();", TestName = "A word of honour for the object")]
    [TestCase(
        Get + """ if (page is null) return null; return [|page.Items|].First();""",
        TestName = "A look at the object only")]
    [TestCase(
        Get + """ if (page == null) throw new Exception(); foreach (var item in [|page.Items|]) return item; return null;""",
        TestName = "A loop")]
    [TestCase(Get + " return [|page!.Title|].Trim();", TestName = "A text")]
    [TestCase(Get + " return [|page!.Title|][0].ToString();", TestName = "A character of a text")]
    [TestCase(Get + " return [|page!.Owner|].Name;", TestName = "An object inside")]
    [TestCase(
        Get + """ return [|page!.Items|].Where(item => item.Length > 3).FirstOrDefault();""",
        TestName = "A query over a member")]
    [TestCase(Get + " return [|page!.Items|].Count.ToString();", TestName = "The size of a list")]
    [TestCase(
        """var page = await client.GetFromJsonAsync<Page>("items") ?? throw new Exception(); return [|page.Items|].First();""",
        TestName = "A throw for the object only")]
    [TestCase(
        """var page = await client.GetFromJsonAsync<Page>("items") ?? new Page(); return [|page.Items|].First();""",
        TestName = "An empty object instead")]
    [TestCase("return [|(await client.GetFromJsonAsync<Page>(\"items\"))!.Items|].First();", TestName = "At once")]
    [TestCase(
        """return (await client.GetFromJsonAsync<Page>("items"))?[|.Items|].First();""",
        TestName = "At once behind a question mark")]
    [TestCase(
        """var response = await client.GetAsync("items"); var page = await response.Content.ReadFromJsonAsync<Page>(); return [|page!.Items|].First();""",
        TestName = "The content of a response")]
    [TestCase(
        """var json = await client.GetStringAsync("items"); var page = JsonSerializer.Deserialize<Page>(json); return page?[|.Items|].First();""",
        TestName = "Text of a client")]
    [TestCase(
        """var response = await client.GetAsync("items"); var text = await response.Content.ReadAsStringAsync(); var page = JsonSerializer.Deserialize<Page>(text)!; return [|page.Items|].First();""",
        TestName = "Text of a response")]
    [TestCase(
        """await using var stream = await client.GetStreamAsync("items"); var page = await JsonSerializer.DeserializeAsync<Page>(stream); return [|page!.Items|].First();""",
        TestName = "A stream")]
    [TestCase(
        """var page = JsonSerializer.Deserialize<Page>(File.ReadAllText("items.json")); return [|page!.Items|].First();""",
        TestName = "A file")]
    [TestCase(
        """var page = await client.GetFromJsonAsync<Card>("items"); return [|page!.Holder|].Trim();""",
        TestName = "A record's member")]
    [TestCase(
        """var page = await client.GetFromJsonAsync<Envelope<Page>>("items"); return [|page!.Payload|].Title;""",
        TestName = "An envelope")]
    [TestCase(
        """Page? page; page = await client.GetFromJsonAsync<Page>("items"); return [|page!.Items|].First();""",
        TestName = "A local of its own")]
    [TestCase(
        Get + """ try { return [|page!.Items|].First(); } catch (TimeoutException) { return null; }""",
        TestName = "A catch of something else")]
    public Task Members_that_the_text_may_lack(string body) => Flags(Code(body));

    [Test]
    public Task A_member_is_named_once() =>
        Flags(Code(Get + " Console.WriteLine([|page!.Items|].Count); return page.Items.First();"));

    [Test]
    public Task Two_members_are_two_findings() =>
        Flags(Code(Get + " Console.WriteLine([|page!.Items|].Count); return [|page.Title|].Trim();"));

    [Test]
    public Task The_message_names_the_member_and_the_way() => Says(
        Code(Get + " return page?[|.Items|].FirstOrDefault();"),
        "'page.Items' is null when the response does not contain it, whatever its type says, and 'FirstOrDefault' "
        + "throws a NullReferenceException; "
        + "ask for null first, or make 'Items' required so that reading fails with its name");

    [Test]
    public Task The_message_names_the_request() => Given.WithReferences(References.AspNetCore).Says(
        """
        using Microsoft.AspNetCore.Http;
        public class Page { public List<string> Items { get; set; } = null!; }
        public static class Reader
        {
            public static async Task<string> ReadAsync(HttpRequest request)
            {
                var page = await request.ReadFromJsonAsync<Page>();
                return [|page!.Items|].First();
            }
        }
        """,
        "'page.Items' is null when the request does not contain it, whatever its type says, and 'First' throws a "
        + "NullReferenceException; ask for null first, or make 'Items' required so that reading fails with its name");

    [TestCase(Get + " return page?.Items?.FirstOrDefault();", TestName = "Question marks at both")]
    [TestCase(
        Get + """ if (page?.Items is null) return null; return page.Items.First();""",
        TestName = "A pattern through both")]
    [TestCase(
        Get + """ if (page is { Items: not null }) return page.Items.First(); return null;""",
        TestName = "A pattern inside")]
    [TestCase(
        Get + """ if (page is not { Items.Count: > 0 }) return null; return page.Items.First();""",
        TestName = "A pattern of a pattern")]
    [TestCase(Get + " if (page!.Items == null) return null; return page.Items.First();", TestName = "A comparison")]
    [TestCase(Get + " return (page!.Items ?? new List<string>()).First();", TestName = "A value instead")]
    [TestCase(Get + " page!.Items ??= new List<string>(); return page.Items.First();", TestName = "A value given")]
    [TestCase(Get + " page!.Items = new List<string>(); return page.Items.First();", TestName = "A value set")]
    [TestCase(
        Get + """ ArgumentNullException.ThrowIfNull(page!.Items); return page.Items.First();""",
        TestName = "A guard of the framework")]
    [TestCase(
        Get + """ if (string.IsNullOrEmpty(page!.Title)) return null; return page.Title.Trim();""",
        TestName = "A question about a text")]
    [TestCase(Get + " Check(page!); return page!.Items.First();", TestName = "A check of its own")]
    [TestCase(
        Get + """ if (!IsComplete(page!)) return null; return page!.Items.First();""",
        TestName = "A question of its own")]
    [TestCase(
        Get + """ try { return page!.Items.First(); } catch (Exception) { return null; }""",
        TestName = "A catch of everything")]
    [TestCase(Get + " return page!.Tags.First();", TestName = "A member that begins with a list")]
    [TestCase(Get + " return page!.Must.First();", TestName = "A member that is required")]
    [TestCase(Get + " return page!.Demanded.First();", TestName = "A member that JSON must have")]
    [TestCase(Get + " return page!.Maybe?.First();", TestName = "A member whose type says so")]
    [TestCase(Get + " return page!.Count.ToString();", TestName = "A number is never null")]
    [TestCase(Get + " return page!.Computed.First();", TestName = "A member that is computed")]
    [TestCase(Get + " return page!.Title;", TestName = "A member that is passed on")]
    [TestCase(Get + " return $\"{page!.Title}\";", TestName = "A member that is shown")]
    [TestCase(
        """var page = JsonSerializer.Deserialize<Page>(JsonSerializer.Serialize(new Page())); return page!.Items.First();""",
        TestName = "What was written here")]
    [TestCase("var page = new Page(); return page.Items.First();", TestName = "What was made here")]
    [TestCase(
        """var page = await client.GetFromJsonAsync<Built>("items"); return page!.Items.First();""",
        TestName = "A member that a constructor gives")]
    [TestCase(
        """var pages = await client.GetFromJsonAsync<List<string>>("items"); return pages!.First();""",
        TestName = "A list itself")]
    public Task Members_that_are_there(string body) => Allows(Code(body));

    [TestCase("try { return await ReadAsync(); } catch (Exception) { return null; }", TestName = "Everything")]
    [TestCase(
        "try { return await ReadAsync(); } catch (NullReferenceException) { return \"none\"; }",
        TestName = "This exception")]
    public Task What_every_caller_catches(string caller) => Allows(Called(caller, "page!.Items"));

    [TestCase("return await ReadAsync();", TestName = "Nothing")]
    [TestCase("try { return await ReadAsync(); } catch (IOException) { return null; }", TestName = "Something else")]
    [TestCase(
        "try { return await ReadAsync(); } catch (Exception) { return await ReadAsync(); }",
        TestName = "Not each time")]
    public Task What_some_caller_does_not_catch(string caller) => Flags(Called(caller, "[|page!.Items|]"));

    private static string Called(string caller, string use) => Code(Get + $" return {use}.First();").Replace(
        "static void Check", $"public async Task<string?> RunAsync() {{ {caller} }} static void Check",
        StringComparison.Ordinal);

    private static string Code(string body) => $$"""
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        #nullable enable
        public class Page
        {
            public List<string> Items { get; set; } = null!;
            public string Title { get; set; } = default!;
            public Person Owner { get; set; } = null!;
            public List<string> Tags { get; set; } = new();
            public required List<string> Must { get; set; }
            [JsonRequired] public List<string> Demanded { get; set; } = null!;
            public List<string>? Maybe { get; set; }
            public int Count { get; set; }
            public List<string> Computed => new();
            [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Page() { }
        }
        public class Person { public string Name { get; set; } = ""; }
        public class Envelope<T> where T : class { public T Payload { get; set; } = null!; }
        public record Card(string Holder);
        public class Built { public Built() { Items = new(); } public List<string> Items { get; set; } }
        public class Reader(HttpClient client)
        {
            public async Task<string?> ReadAsync() { {{body}} }
            static void Check(Page page) { }
            static bool IsComplete(Page page) => page.Items is not null;
            async Task Wait() { await Task.Yield(); client.CancelPendingRequests(); }
        }
        """;
}
