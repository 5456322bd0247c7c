using AiAwareAnalyzers.Concurrency;

namespace AiAwareAnalyzers.Tests.Concurrency;

public sealed class NoTimeoutTests : RuleTests<NoTimeout>
{
    private protected override ReferenceSet Framework => References.Sqlite.And("Dapper");

    [TestCase(
        """var client = new HttpClient { [|Timeout = Timeout.InfiniteTimeSpan|] }; await client.GetStringAsync("http://a");""",
        TestName = "A client of its own")]
    [TestCase(
        """using var client = new HttpClient(); [|client.Timeout = Timeout.InfiniteTimeSpan|]; await client.PostAsync("http://a", null);""",
        TestName = "A client that is set up afterwards")]
    [TestCase(
        """var client = factory.CreateClient(); [|client.Timeout = TimeSpan.FromMilliseconds(-1)|]; await client.GetAsync("http://a", HttpCompletionOption.ResponseHeadersRead);""",
        TestName = "A client of the factory")]
    [TestCase(
        """var client = new HttpClient { [|Timeout = Timeout.InfiniteTimeSpan|] }; await client.GetFromJsonAsync<int>("http://a");""",
        TestName = "A call of an extension")]
    [TestCase(
        """var client = new HttpClient { [|Timeout = Timeout.InfiniteTimeSpan|] }; await client.GetStringAsync("http://a", token); await client.DeleteAsync("http://a");""",
        TestName = "One call of several")]
    [TestCase(
        """var client = new HttpClient { [|Timeout = Timeout.InfiniteTimeSpan|] }; await client.GetStringAsync("http://a", CancellationToken.None);""",
        TestName = "A token that nobody cancels")]
    [TestCase("var request = WebRequest.CreateHttp(\"http://a\"); [|request.Timeout = -1|];", TestName = "A request")]
    [TestCase(
        "var request = WebRequest.Create(\"http://a\"); [|request.Timeout = Timeout.Infinite|];",
        TestName = "A request, by the name of endless")]
    [TestCase(
        "using var command = link.CreateCommand(); [|command.CommandTimeout = 0|]; await command.ExecuteScalarAsync();",
        TestName = "A command")]
    [TestCase(
        """using var command = new SqliteCommand("select 1", link) { [|CommandTimeout = 0|] }; command.ExecuteScalar();""",
        TestName = "A command as it is made")]
    [TestCase("db.Database.[|SetCommandTimeout|](0);", TestName = "All commands of a context")]
    [TestCase(
        """new DbContextOptionsBuilder().UseSqlite("a", sqlite => sqlite.[|CommandTimeout|](0));""",
        TestName = "All commands of all contexts")]
    [TestCase(
        """link.[|Execute|]("delete from Orders", commandTimeout: 0);""",
        TestName = "A command among other values")]
    [TestCase(
        """link.[|Query|]<int>("select 1", null, null, true, 0);""",
        TestName = "A command that is not named")]
    [TestCase(
        """using var p = Process.Start(new ProcessStartInfo("git") { CreateNoWindow = true })!; p.[|WaitForExit|]();""",
        TestName = "A program without a window")]
    [TestCase(
        """using var p = Process.Start(new ProcessStartInfo("git") { RedirectStandardOutput = true })!; var text = await p.StandardOutput.[|ReadToEndAsync|](); await p.WaitForExitAsync();""",
        TestName = "A program whose output is read")]
    [TestCase(
        """using var p = Process.Start(new ProcessStartInfo("git") { RedirectStandardOutput = true })!; var text = await p.StandardOutput.[|ReadToEndAsync|](); var more = await p.StandardError.ReadToEndAsync(); await p.WaitForExitAsync();""",
        TestName = "A program whose outputs are read one after the other")]
    [TestCase(
        """using var p = Process.Start(new ProcessStartInfo("git") { RedirectStandardOutput = true })!; var text = p.StandardOutput.ReadToEndAsync(); await p.[|WaitForExitAsync|](); await text;""",
        TestName = "A program whose output is read meanwhile")]
    [TestCase(
        """using var p = Process.Start(new ProcessStartInfo("git") { RedirectStandardOutput = true })!; var text = p.StandardOutput.[|ReadToEnd|](); p.WaitForExit();""",
        TestName = "Whoever has blocked until the end of the output")]
    [TestCase(
        """using var p = Process.Start(new ProcessStartInfo("git") { RedirectStandardOutput = true })!; var reader = p.StandardOutput; var text = reader.[|ReadToEnd|](); p.WaitForExit();""",
        TestName = "By a reader in a local")]
    [TestCase("await remote.[|BuyAsync|](new Message());", TestName = "A remote call")]
    [TestCase("var answer = await remote.[|BuyAsync|](new Message(), headers: null);", TestName = "With headers")]
    [TestCase("var answer = remote.[|Buy|](new Message());", TestName = "A remote call that blocks")]
    public Task What_waits_without_end(string body) => Flags(Class(body));

    [Test]
    public Task A_client_that_is_kept() => Flags("""
        public class Shop
        {
            private readonly HttpClient _client = new() { [|Timeout = Timeout.InfiniteTimeSpan|] };

            public Task<string> Load() => _client.GetStringAsync("http://a");
        }
        """);

    [TestCase(
        """var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan }; await client.GetStringAsync("http://a", token);""",
        TestName = "Each call has a token")]
    [TestCase(
        "var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan }; Use(client);",
        TestName = "Handed on")]
    [TestCase(
        """var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) }; await client.GetStringAsync("http://a");""",
        TestName = "A limit")]
    [TestCase(
        """var client = new HttpClient(); await client.GetStringAsync("http://a");""",
        TestName = "The limit that comes with it")]
    [TestCase(
        """var handler = new SocketsHttpHandler { PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan };""",
        TestName = "Connections that are kept")]
    [TestCase("await Task.Delay(Timeout.Infinite, token);", TestName = "A wait for the token")]
    [TestCase(
        "using var timer = new Timer(_ => { }, null, 1000, Timeout.Infinite);",
        TestName = "A timer that rings once")]
    [TestCase(
        "using var command = link.CreateCommand(); command.CommandTimeout = 30; command.ExecuteNonQuery();",
        TestName = "A command with a limit")]
    [TestCase(
        "using var command = link.CreateCommand(); command.CommandTimeout = seconds; command.ExecuteNonQuery();",
        TestName = "A limit that is configured")]
    [TestCase("db.Database.SetCommandTimeout(120);", TestName = "A context with a limit")]
    [TestCase("""link.Execute("delete from Orders", commandTimeout: 30);""", TestName = "A limit among other values")]
    [TestCase("""link.Execute("delete from Orders");""", TestName = "The limit that the connection has")]
    [TestCase(
        """using var p = Process.Start(new ProcessStartInfo("git") { CreateNoWindow = true })!; if (!p.WaitForExit(5000)) p.Kill();""",
        TestName = "A program that gets its time")]
    [TestCase(
        """using var p = Process.Start(new ProcessStartInfo("/bin/chmod", "600 key") { CreateNoWindow = true })!; p.WaitForExit();""",
        TestName = "A tool of the system that ends at once")]
    [TestCase(
        """using var p = Process.Start(new ProcessStartInfo { FileName = "lsblk", RedirectStandardOutput = true })!; await p.WaitForExitAsync();""",
        TestName = "A tool of the system, by its property")]
    [TestCase(
        """using var p = Process.Start(new ProcessStartInfo("git") { CreateNoWindow = true })!; if (!p.WaitForExit(5000)) { p.Kill(); p.WaitForExit(); }""",
        TestName = "A program that was killed")]
    [TestCase(
        """using var p = Process.Start(new ProcessStartInfo("git") { CreateNoWindow = true })!; if (p.WaitForExit(5000)) p.WaitForExit();""",
        TestName = "A program that is over, and its events")]
    [TestCase(
        """using var p = Process.Start(new ProcessStartInfo("git") { CreateNoWindow = true })!; await p.WaitForExitAsync(token);""",
        TestName = "A wait with a token")]
    [TestCase(
        """using var p = Process.Start(new ProcessStartInfo("git") { CreateNoWindow = true })!; await p.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(9));""",
        TestName = "A wait that something else limits")]
    [TestCase("""using var p = Process.Start("gitk")!; p.WaitForExit();""", TestName = "A program with a window")]
    [TestCase(
        "await remote.BuyAsync(new Message(), deadline: DateTime.UtcNow.AddSeconds(3));",
        TestName = "A deadline")]
    [TestCase("await remote.BuyAsync(new Message(), cancellationToken: token);", TestName = "A token of the caller")]
    [TestCase("var stream = remote.Listen(new Message());", TestName = "A stream goes on")]
    [TestCase("new Plain().Buy(new Message());", TestName = "What only looks like it")]
    [TestCase("""var pause = new Rest { Timeout = Timeout.InfiniteTimeSpan };""", TestName = "Another thing's limit")]
    [TestCase(
        """using var p = Process.Start(new ProcessStartInfo("git") { RedirectStandardOutput = true })!; var text = await p.StandardOutput.ReadToEndAsync(token); await p.WaitForExitAsync();""",
        TestName = "A read that a token ends")]
    [TestCase(
        """using var p = Process.Start(new ProcessStartInfo("git") { RedirectStandardOutput = true })!; var text = await p.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(5)); await p.WaitForExitAsync();""",
        TestName = "A read with a limit")]
    public Task What_ends_or_waits_for_nothing_else(string body) => Allows(Class(body));

    [TestCase("RebuildIndex", TestName = "Work that takes long")]
    [TestCase("ImportAsync", TestName = "An import")]
    [TestCase("MigrateAsync", TestName = "A migration")]
    public Task Work_that_takes_its_time(string name) =>
        Allows(Class("using var command = link.CreateCommand(); command.CommandTimeout = 0;", name));

    [Test]
    public Task A_worker_has_time() => Allows("""
        using Microsoft.Data.Sqlite;

        public class Sweep : Microsoft.Extensions.Hosting.BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stopping)
            {
                await using var command = new SqliteCommand { CommandTimeout = 0 };
                await command.ExecuteNonQueryAsync(stopping);
            }
        }
        """);

    [TestCase("""using var p = Process.Start("git")!; p.[|WaitForExit|]();""",
        TestName = "A program that is waited for")]
    [TestCase("""using var p = Process.Start("git")!; await p.[|WaitForExitAsync|]();""",
        TestName = "A program that is awaited")]
    [TestCase("""Process.Start("git")!.[|WaitForExit|]();""", TestName = "A program without a name")]
    [TestCase("""Process.Start(new ProcessStartInfo("git"))?.[|WaitForExit|]();""",
        TestName = "A program that may not be there")]
    [TestCase("""await Process.Start("git")!.[|WaitForExitAsync|]();""",
        TestName = "An awaited program without a name")]
    public async Task A_service_of_the_host_hangs_with_its_program(string body)
    {
        await Flags(Worker(body));
        await Given.WithReferences(References.Net10).Flags(Worker(body) + """

            namespace Microsoft.Extensions.Hosting
            {
                public interface IHostedService { }
                public abstract class BackgroundService : IHostedService
                {
                    protected abstract Task ExecuteAsync(CancellationToken stopping);
                }
            }
            """);
    }

    [TestCase("""using var p = Process.Start("git")!; await p.WaitForExitAsync(stopping);""",
        TestName = "The token of the host ends the wait")]
    [TestCase("""using var p = Process.Start("git")!; if (!p.WaitForExit(5000)) p.Kill();""",
        TestName = "A service that has little patience")]
    [TestCase("""using var p = Process.Start("git")!; p.Kill(); p.WaitForExit();""",
        TestName = "A program that was ended")]
    [TestCase("""using var p = Process.Start("git")!; await Task.WhenAny(p.WaitForExitAsync(), Task.Delay(9));""",
        TestName = "The first of two")]
    [TestCase("""_ = Process.Start("git");""", TestName = "A program that is left alone")]
    public Task A_service_of_the_host_with_an_end(string body) => Allows(Worker(body));

    [Test]
    public Task A_service_that_migrates_at_the_start_waits() =>
        Allows(Worker("""Process.Start("git")!.WaitForExit();""", "MigrationService"));

    [Test]
    public Task The_message_tells_what_a_service_does_not_do() => Says(
        Worker("""Process.Start("git")!.[|WaitForExit|]();"""),
        "'WaitForExit' waits for a program without a limit, so this service does nothing more when the other side "
        + "hangs, and the host waits for it to stop; give it the time that the program may take, and kill the program "
        + "after that");

    [Test]
    public Task An_endpoint_waits_for_a_program() => Flags("""
        using System.Diagnostics;
        using Microsoft.AspNetCore.Builder;
        var app = WebApplication.Create();
        app.MapPost("/pull", () => { Process.Start("git", "pull").[|WaitForExit|](); return "done"; });
        app.Run();
        """);

    [Test]
    public Task An_action_waits_for_a_program() => Flags("""
        using System.Diagnostics;
        using Microsoft.AspNetCore.Mvc;
        public class GitController : ControllerBase
        {
            public IActionResult Pull()
            {
                using var pull = Process.Start("git", "pull");
                pull.[|WaitForExit|]();
                return Ok();
            }
        }
        """);

    private static string Worker(string body, string name = "Puller") => $$"""
        using System.Diagnostics;
        using Microsoft.Extensions.Hosting;

        public class {{name}} : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stopping)
            {
                await Task.Yield();
                {{body}}
            }
        }

        """;

    [TestCase(
        "services.AddHttpClient<Prices>(client => [|client.Timeout = Timeout.InfiniteTimeSpan|]);",
        TestName = "A client of a class")]
    [TestCase(
        """services.AddHttpClient<IPrices, Prices>("a", (provider, client) => { client.BaseAddress = new("http://a"); [|client.Timeout = TimeSpan.FromMilliseconds(-1)|]; });""",
        TestName = "A client of a contract")]
    [TestCase(
        """services.AddHttpClient<Prices>().ConfigureHttpClient(client => [|client.Timeout = Timeout.InfiniteTimeSpan|]);""",
        TestName = "A client that is set up later in the chain")]
    [TestCase(
        """var builder = services.AddHttpClient<Prices>(); builder.ConfigureHttpClient(client => [|client.Timeout = Timeout.InfiniteTimeSpan|]);""",
        TestName = "A chain in a local")]
    [TestCase(
        """services.AddHttpClient("rates", client => [|client.Timeout = Timeout.InfiniteTimeSpan|]);""",
        TestName = "A client of a name")]
    [TestCase(
        """services.AddHttpClient<Prices>(SetUp); static void SetUp(HttpClient client) => [|client.Timeout = Timeout.InfiniteTimeSpan|];""",
        TestName = "A method sets it up")]
    [TestCase(
        "services.AddSingleton(_ => new Prices(new HttpClient { [|Timeout = Timeout.InfiniteTimeSpan|] }));",
        TestName = "A factory makes it")]
    [TestCase(
        """services.AddSingleton(_ => { var client = new HttpClient(); [|client.Timeout = Timeout.InfiniteTimeSpan|]; return new Prices(client); });""",
        TestName = "A factory makes it in steps")]
    public Task A_client_that_others_use(string set) => Flags(Supplied(set));

    [TestCase(
        """services.AddHttpClient<Prices>(client => client.Timeout = TimeSpan.FromSeconds(9));""", "", TestName = "A limit")]
    [TestCase(
        """services.AddHttpClient<Prices>(client => client.Timeout = Timeout.InfiniteTimeSpan).AddStandardResilienceHandler();""",
        "", TestName = "The handlers behind it have limits")]
    [TestCase(
        """services.AddHttpClient<Prices>(client => client.Timeout = Timeout.InfiniteTimeSpan); services.AddRequestTimeouts();""",
        "", TestName = "Requests have limits")]
    [TestCase(
        "services.AddHttpClient<Prices>(client => client.Timeout = Timeout.InfiniteTimeSpan);",
        "private static void Limit(CancellationTokenSource source) => source.CancelAfter(9);",
        TestName = "A token ends after a time")]
    [TestCase(
        "services.AddHttpClient<Prices>(client => client.Timeout = Timeout.InfiniteTimeSpan);",
        "public Task<System.IO.Stream> Open() => http.GetStreamAsync(\"a\");",
        TestName = "An answer that comes in pieces")]
    [TestCase(
        "services.AddHttpClient<Prices>(client => client.Timeout = Timeout.InfiniteTimeSpan);",
        "public Task<byte[]> DownloadAsync(CancellationToken token) => http.GetByteArrayAsync(\"a\", token);",
        TestName = "A download takes as long as it takes")]
    [TestCase(
        "services.AddHttpClient<Idle>(client => client.Timeout = Timeout.InfiniteTimeSpan);", "",
        TestName = "A class that sends nothing in sight")]
    [TestCase(
        """services.AddHttpClient("others", client => client.Timeout = Timeout.InfiniteTimeSpan);""", "",
        TestName = "A name that nobody asks for")]
    public Task A_client_that_others_use_and_end(string set, string member) => Allows(Supplied(set, member));

    [Test]
    public Task A_class_takes_the_limit_of_its_client_away() => Flags("""
        public class Rates
        {
            private readonly HttpClient _http;

            public Rates(HttpClient http)
            {
                [|http.Timeout = Timeout.InfiniteTimeSpan|];
                _http = http;
            }

            public Task<string> LoadAsync(CancellationToken token) => _http.GetStringAsync("a", token);
        }
        """);

    [Test]
    public Task The_message_says_what_the_token_is_for() => Says(
        Supplied("services.AddHttpClient<Prices>(client => [|client.Timeout = Timeout.InfiniteTimeSpan|]);"),
        "This client never times out, and the token of 'GetStringAsync' ends it only when a caller gives up, so a "
        + "caller waits as long as the other side hangs, and so does all that waits for this caller; set a 'Timeout', "
        + "or give each call a token that ends it");

    private static string Supplied(string set, string member = "") => $$"""
        using Microsoft.Extensions.DependencyInjection;

        public interface IPrices { }

        public class Prices : IPrices
        {
            private readonly HttpClient http;

            public Prices(HttpClient http) => this.http = http;

            public Task<string> LoadAsync(CancellationToken token) => http.GetStringAsync("a", token);

            {{member}}
        }

        public class Rates
        {
            private readonly IHttpClientFactory _factory;

            public Rates(IHttpClientFactory factory) => _factory = factory;

            public Task<string> LoadAsync(CancellationToken token) =>
                _factory.CreateClient("rates").GetStringAsync("a", token);
        }

        public class Idle { }

        public static class Start
        {
            public static void Set(IServiceCollection services)
            {
                {{set}}
            }

            private static void AddStandardResilienceHandler(this IHttpClientBuilder builder) => _ = builder;
        }
        """;

    [Test]
    public Task Deadlines_that_are_handed_on() => Allows(Class(
        "await remote.BuyAsync(new Message()); EnableCallContextPropagation();",
        more: "private static void EnableCallContextPropagation() { }"));

    [Test]
    public Task The_messages_tell_what_to_do() => Says(
        Class("""
            var client = new HttpClient { [|Timeout = Timeout.InfiniteTimeSpan|] };
            await client.GetStringAsync("http://a");
            db.Database.[|SetCommandTimeout|](0);
            using var p = Process.Start(new ProcessStartInfo("git") { CreateNoWindow = true })!;
            p.[|WaitForExit|]();
            await remote.[|BuyAsync|](new Message());
            """),
        "This client never times out, and 'GetStringAsync' is given no token, so a caller waits as long as the other "
        + "side hangs, and so does all that waits for this caller; set a 'Timeout', or give each call a token that "
        + "ends it",
        "'SetCommandTimeout' of 0 lets a command run without end, so a caller waits as long as the other side hangs, "
        + "and so does all that waits for this caller; leave the default, or set the seconds that it may take at most",
        "'WaitForExit' waits for a program without a limit, so a caller waits as long as the other side hangs, and so "
        + "does all that waits for this caller; give it the time that the program may take, and kill the program after "
        + "that",
        "'BuyAsync' is called without a deadline and without a token, so a caller waits as long as the other side "
        + "hangs, and so does all that waits for this caller; give it a 'deadline'");

    private static string Class(string body, string name = "Run", string more = "") => $$"""
        #pragma warning disable SYSLIB0014
        using System.Diagnostics;
        using System.Net;
        using System.Net.Http.Json;
        using Dapper;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;

        namespace Grpc.Core
        {
            public class ClientBase<T> { }

            public class Metadata { }

            public class AsyncUnaryCall<T>
            {
                public System.Runtime.CompilerServices.TaskAwaiter<T> GetAwaiter() => default;
            }

            public class AsyncServerStreamingCall<T> { }
        }

        public class Message { }

        public class Rest { public TimeSpan Timeout { get; set; } }

        public class Remote : Grpc.Core.ClientBase<Remote>
        {
            public virtual Message Buy(
                Message request, Grpc.Core.Metadata? headers = null, DateTime? deadline = null,
                CancellationToken cancellationToken = default) => request;

            public virtual Grpc.Core.AsyncUnaryCall<Message> BuyAsync(
                Message request, Grpc.Core.Metadata? headers = null, DateTime? deadline = null,
                CancellationToken cancellationToken = default) => new();

            public virtual Grpc.Core.AsyncServerStreamingCall<Message> Listen(
                Message request, Grpc.Core.Metadata? headers = null, DateTime? deadline = null,
                CancellationToken cancellationToken = default) => new();
        }

        public class Plain
        {
            public Message Buy(
                Message request, DateTime? deadline = null, CancellationToken cancellationToken = default) => request;
        }

        public class Shop
        {
            public async Task {{name}}(
                IHttpClientFactory factory, SqliteConnection link, DbContext db, Remote remote, int seconds,
                CancellationToken token)
            {
                await Task.Yield();
                {{body}}
            }

            private static void Use(HttpClient client) => Console.WriteLine(client);

            {{more}}
        }
        """;
}
