using AiAwareAnalyzers.Concurrency;

namespace AiAwareAnalyzers.Tests.Concurrency;

[CSharp(12)]
public sealed class ClientPerCallTests : RuleTests<ClientPerCall>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    [TestCase(
        "using var client = [|new HttpClient()|]; return await client.GetStringAsync(address);",
        TestName = "Declared with using")]
    [TestCase(
        "using (var client = [|new HttpClient()|]) return await client.GetStringAsync(address);",
        TestName = "In a using statement")]
    [TestCase(
        "var client = [|new HttpClient()|]; return await client.GetStringAsync(address);",
        TestName = "In a local")]
    [TestCase(
        """var client = [|new HttpClient()|]; client.Timeout = TimeSpan.FromSeconds(3); var text = await client.GetStringAsync(address); client.Dispose(); return text;""",
        TestName = "In a local that is disposed of")]
    [TestCase(
        """var client = [|new HttpClient()|]; try { return await client.GetStringAsync(address); } finally { client.Dispose(); }""",
        TestName = "Disposed of in any case")]
    [TestCase("return await [|new HttpClient()|].GetStringAsync(address);", TestName = "Used where it is made")]
    [TestCase(
        """using var client = [|new HttpClient { BaseAddress = new Uri(Home) }|]; return await client.GetStringAsync("a");""",
        TestName = "With an address")]
    [TestCase(
        "using HttpClient client = [|new()|]; return await client.GetStringAsync(address);",
        TestName = "By its type alone")]
    [TestCase(
        "using var client = [|new HttpClient(new HttpClientHandler())|]; return await Fetch(client, address);",
        TestName = "With a handler of its own, handed on")]
    [TestCase(
        """var texts = new List<string>(); foreach (var part in address.Split(',')) { using var client = [|new HttpClient()|]; texts.Add(await client.GetStringAsync(part)); } return texts[0];""",
        TestName = "In a loop")]
    [TestCase(
        """var channel = [|Grpc.Net.Client.GrpcChannel.ForAddress(Home)|]; return new Greeter(address).Greet(channel.Target);""",
        TestName = "A channel")]
    [TestCase(
        "await using var bus = [|new Azure.Messaging.ServiceBus.ServiceBusClient(Home)|]; return bus.Send(address);",
        TestName = "A bus")]
    [TestCase(
        "using var cosmos = [|new Azure.Cosmos.CosmosClient(Home)|]; return cosmos.Read(address);",
        TestName = "A database")]
    [TestCase(
        """var redis = await [|StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(Home)|]; return redis.Get(address);""",
        TestName = "A store of keys")]
    [TestCase(
        "using var link = [|new RabbitMQ.Client.ConnectionFactory().CreateConnection()|]; return link.Name;",
        TestName = "A broker")]
    [TestCase(
        """var home = Home + "/a"; using var client = [|new HttpClient { BaseAddress = new Uri(home) }|]; return await client.GetStringAsync(address);""",
        TestName = "With an address from elsewhere in a local")]
    [TestCase(
        """static Uri Find(string name) => new(name); using var client = [|new HttpClient { BaseAddress = Find(Home) }|]; return await client.GetStringAsync(address);""",
        TestName = "With an address that is found for nothing of the call")]
    public Task What_is_made_for_each_call(string body) => Flags(Class(body));

    [TestCase(
        """using var client = new HttpClient { BaseAddress = new Uri(address) }; return await client.GetStringAsync("a");""",
        TestName = "With an address that is given")]
    [TestCase(
        """var uri = new Uri(address + "/a"); using var client = new HttpClient { BaseAddress = uri }; return await client.GetStringAsync("a");""",
        TestName = "By way of a local")]
    [TestCase(
        """if (!Uri.TryCreate(Home, UriKind.Absolute, out var uri)) return ""; using var client = new HttpClient { BaseAddress = uri }; return await client.GetStringAsync("a");""",
        TestName = "With an address that is found out")]
    [TestCase(
        """
        static Uri? Find(object host) => host as Uri;
        static async Task<string> Ask(object host)
        {
            var home = Find(host);
            using var client = new HttpClient { BaseAddress = home };
            return await client.GetStringAsync("a");
        }
        return await Ask(address);
        """,
        TestName = "With an address that is found for an argument")]
    [TestCase(
        """var redis = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(address); return redis.Get("a");""",
        TestName = "A store of keys whose address is given")]
    public Task What_nobody_can_make_beforehand(string body) => Allows(Class(body));

    [Test]
    public Task The_host_of_Aspire_runs_on_the_machine_of_a_developer() => Allows(
        Class("using var client = new HttpClient(); return await client.GetStringAsync(address);")
        + " namespace Aspire.Hosting { public interface IDistributedApplicationBuilder { } }");

    [TestCase(
        """public class Pages : Microsoft.AspNetCore.Mvc.ControllerBase { private readonly HttpClient _client = [|new HttpClient()|]; }""",
        TestName = "In a field of a controller")]
    [TestCase(
        """public class Pages : Microsoft.AspNetCore.Mvc.ControllerBase { private readonly HttpClient _client; public Pages() { _client = [|new HttpClient()|]; } }""",
        TestName = "In the constructor of a controller")]
    [TestCase(
        """public class Pages { private readonly HttpClient _client = [|new()|]; } public static class Setup { public static void Add(IServiceCollection services) => services.AddScoped<Pages>(); }""",
        TestName = "In a field of a scoped service")]
    [TestCase(
        """public class Pages { HttpClient Client { get; } = [|new()|]; } public static class Setup { public static void Add(IServiceCollection services) => services.AddTransient<Pages>(); }""",
        TestName = "In a property of a transient service")]
    public Task What_is_made_for_each_object_of_a_request(string code) =>
        Flags("using Microsoft.Extensions.DependencyInjection;\n" + code);

    [Test]
    public Task The_message_says_where_to_take_it_from() => Says(
        Class("using var client = [|new HttpClient()|]; return await client.GetStringAsync(address);"),
        "Each call makes a 'HttpClient' with connections of its own, which no other call uses, so that a busy server "
        + "runs out of them; take it from 'IHttpClientFactory'");

    [Test]
    public Task The_message_names_the_object_of_a_request() => Says(
        "public class Pages : Microsoft.AspNetCore.Mvc.ControllerBase { HttpClient _client = [|new()|]; }",
        """Each 'Pages' makes a 'HttpClient' with connections of its own, which no other call uses, so that a busy server """
        + "runs out of them; take it from 'IHttpClientFactory'");

    [TestCase("return await _client!.GetStringAsync(address);", TestName = "One for all")]
    [TestCase("return await Shared.GetStringAsync(address);", TestName = "A static one")]
    [TestCase(
        "using var client = factory.CreateClient(); return await client.GetStringAsync(address);",
        TestName = "Of a factory")]
    [TestCase(
        """using var client = new HttpClient(_handler, disposeHandler: false); return await client.GetStringAsync(address);""",
        TestName = "Over a handler that is kept")]
    [TestCase(
        "using var client = new HttpClient(_handler); return await client.GetStringAsync(address);",
        TestName = "Over a handler from elsewhere")]
    [TestCase(
        """using var client = new HttpClient(new HttpClientHandler { CookieContainer = new() }); return await client.GetStringAsync(address);""",
        TestName = "With cookies of its own")]
    [TestCase(
        "_client ??= new HttpClient(); return await _client.GetStringAsync(address);",
        TestName = "Made once and kept")]
    [TestCase(
        "var client = _client ?? new HttpClient(); return await client.GetStringAsync(address);",
        TestName = "For want of another")]
    [TestCase(
        "var client = new HttpClient(); Shared = client; return await client.GetStringAsync(address);",
        TestName = "Kept in a field")]
    [TestCase(
        "var client = new HttpClient(); Keep(client); return address;",
        TestName = "Handed to somebody who may keep it")]
    [TestCase(
        "var pages = new Pages(new HttpClient()); return await pages.ReadAsync(address);",
        TestName = "Given to another object")]
    [TestCase(
        "Lazy<HttpClient> later = new(() => new HttpClient()); return await later.Value.GetStringAsync(address);",
        TestName = "Made by a function")]
    [TestCase(
        """using var request = new HttpRequestMessage(HttpMethod.Get, address); using var answer = await _client!.SendAsync(request); return address;""",
        TestName = "A request")]
    [TestCase(
        """using var mail = new System.Net.Mail.SmtpClient(address); await mail.SendMailAsync("a@b", "c@d", "e", "f"); return address;""",
        TestName = "A client that is made for one mail")]
    [TestCase(
        "using var client = new Other.HttpClient(); return client.Read(address);",
        TestName = "Another type of the name")]
    public Task What_is_kept_or_cheap(string body) => Allows(Class(body));

    [TestCase(
        """public class Pages { private readonly HttpClient _client = new(); } public static class Setup { public static void Add(IServiceCollection services) => services.AddSingleton<Pages>(); }""",
        TestName = "In a singleton")]
    [TestCase(
        "public class Pages { private readonly HttpClient _client = new(); }",
        TestName = "In a type that nobody registers")]
    [TestCase(
        """public class Pages : Microsoft.AspNetCore.Mvc.ControllerBase { private static readonly HttpClient Client = new(); }""",
        TestName = "In a static field")]
    [TestCase(
        """public class Pages { private readonly HttpClient _client; public Pages(HttpClient? client = null) => _client = client ?? new HttpClient(); } public static class Setup { public static void Add(IServiceCollection services) => services.AddScoped<Pages>(); }""",
        TestName = "In a constructor for want of another")]
    [TestCase(
        """public static class Setup { public static void Add(IServiceCollection services) => services.AddSingleton(_ => new HttpClient()); }""",
        TestName = "For the container")]
    [TestCase(
        """public static class Setup { public static async Task Add(IServiceCollection services) { using var client = new HttpClient(); await client.GetStringAsync("a"); } }""",
        TestName = "While the program is set up")]
    [TestCase(
        """public class Nightly : Microsoft.Extensions.Hosting.BackgroundService { protected override async Task ExecuteAsync(CancellationToken stop) { using var client = new HttpClient(); await client.GetStringAsync("a", stop); } }""",
        TestName = "In a hosted service")]
    [TestCase(
        """public class Clients { public HttpClient Create() { var client = new HttpClient(); client.Timeout = TimeSpan.FromSeconds(3); return client; } }""",
        TestName = "In a factory")]
    public Task What_lives_on_or_runs_once(string code) =>
        Allows("using Microsoft.Extensions.DependencyInjection;\n" + code);

    private static string Class(string body) => $$"""
        public class Service(IHttpClientFactory factory)
        {
            static HttpClient Shared = new();
            readonly HttpMessageHandler _handler = new SocketsHttpHandler();
            HttpClient? _client;
            private static string Home { get; } = "https://rates.example";
            public async Task<string> Run(string address) { await Task.Yield(); {{body}} }
            static Task<string> Fetch(HttpClient client, string address) => client.GetStringAsync(address);
            void Keep(HttpClient client) => _client = client;
        }
        public class Pages(HttpClient client) { public Task<string> ReadAsync(string address) => client.GetStringAsync(address); }
        public class Greeter(string name) { public string Greet(string other) => name + other; }
        namespace Other { public class HttpClient : IDisposable { public string Read(string address) => address; public void Dispose() { } } }
        namespace Grpc.Net.Client { public class GrpcChannel { public string Target = ""; public static GrpcChannel ForAddress(string address) => new(); } }
        namespace Azure.Messaging.ServiceBus { public class ServiceBusClient(string address) : IAsyncDisposable { public string Send(string text) => address; public ValueTask DisposeAsync() => default; } }
        namespace Azure.Cosmos { public class CosmosClient(string address) : IDisposable { public string Read(string text) => address; public void Dispose() { } } }
        namespace StackExchange.Redis { public class ConnectionMultiplexer { public string Get(string key) => key; public static Task<ConnectionMultiplexer> ConnectAsync(string address) => Task.FromResult(new ConnectionMultiplexer()); } }
        namespace RabbitMQ.Client { public class ConnectionFactory { public Connection CreateConnection() => new(); } public class Connection : IDisposable { public string Name = ""; public void Dispose() { } } }

        """;
}
