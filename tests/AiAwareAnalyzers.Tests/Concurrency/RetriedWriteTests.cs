using AiAwareAnalyzers.Concurrency;

namespace AiAwareAnalyzers.Tests.Concurrency;

[CSharp(12)]
public sealed class RetriedWriteTests : RuleTests<RetriedWrite>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    private const string Post = """await [|client.PostAsJsonAsync("/orders", order)|]""";

    private const string Unmarked = """await client.PostAsJsonAsync("/orders", order)""";

    [TestCase(
        $$"""for (var i = 0; i < 3; i++) { try { {{Post}}; return; } catch (HttpRequestException) { await Task.Delay(1000); } }""",
        TestName = "Three attempts")]
    [TestCase(
        $$"""var attempt = 0; while (true) { try { {{Post}}; return; } catch (HttpRequestException) when (++attempt < 3) { await Task.Delay(1000); } }""",
        TestName = "A filter that counts")]
    [TestCase(
        $$"""for (var i = 0; ; i++) { try { {{Post}}; break; } catch (Exception) { if (i == 3) throw; } }""",
        TestName = "Thrown in the end")]
    [TestCase(
        $$"""var done = false; var left = 3; while (!done && left-- > 0) { try { {{Post}}; done = true; } catch (TaskCanceledException) { } }""",
        TestName = "Until a flag is set")]
    [TestCase(
        $$"""for (var i = 0; i < 3; i++) { HttpResponseMessage answer; try { answer = {{Post}}; } catch (HttpRequestException) { continue; } if (answer.IsSuccessStatusCode) return; }""",
        TestName = "A round that goes on by itself")]
    [TestCase(
        $$"""var i = 0; do { try { {{Post}}; break; } catch { i++; } } while (i < 3);""",
        TestName = "A loop that asks at its end")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { using var request = new HttpRequestMessage(HttpMethod.Post, "/payments"); await [|client.SendAsync(request)|]; return; } catch (HttpRequestException) { } }""",
        TestName = "A request that is made first")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await [|client.PostAsync($"/users/{order}/invoices", null)|]; return; } catch (HttpRequestException) { } }""",
        TestName = "An address with holes")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await [|client.PatchAsync("/stock/reservations", null)|]; return; } catch (IOException) { } }""",
        TestName = "A patch")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await [|mail.SendMailAsync("a@b", "c@d", "e", "f")|]; return; } catch (SmtpException) { } }""",
        TestName = "A mail")]
    [TestCase(
        $$"""for (var i = 0; i < 3; i++) { try { {{Post}}; return; } catch (OperationCanceledException) { throw; } catch (Exception failure) { Console.WriteLine(failure); } }""",
        TestName = "The second handler")]
    [TestCase(
        $$"""for (var i = 0; i < 3; i++) { try { if (order != "") { {{Post}}; } return; } catch (TimeoutException) { } }""",
        TestName = "Inside a condition")]
    [TestCase(
        $$"""var policy = Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)); await policy.ExecuteAsync(async () => {{Post}});""",
        TestName = "A policy")]
    [TestCase(
        """await _policy.ExecuteAsync(() => [|client.PostAsJsonAsync("/orders", order)|]);""",
        TestName = "A policy of the class")]
    [TestCase(
        """await Building().ExecuteAsync(() => [|client.PostAsJsonAsync("/orders", order)|]);""",
        TestName = "A policy that a method builds")]
    [TestCase(
        """services.AddHttpClient<Orders>().[|AddStandardResilienceHandler|]();""",
        TestName = "A handler of a client that posts")]
    [TestCase(
        """services.AddHttpClient<IOrders, Orders>(c => c.BaseAddress = new Uri("http://a")).SetHandlerLifetime(TimeSpan.FromHours(1)).[|AddStandardResilienceHandler|](o => o.Seconds = 3);""",
        TestName = "A handler with other options")]
    [TestCase(
        """services.AddHttpClient<Orders>().[|AddTransientHttpErrorPolicy|](p => p.WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)));""",
        TestName = "A policy for what passes")]
    [TestCase(
        """services.AddHttpClient<Orders>().[|AddPolicyHandler|](Policy.Handle<HttpRequestException>().RetryAsync(3));""",
        TestName = "A policy as a handler")]
    [TestCase(
        """for (var i = 1; i <= 3; i++) { try { using var answer = await [|client.PostAsJsonAsync("declarations", order)|]; answer.EnsureSuccessStatusCode(); return; } catch (Exception e) when (i < 3 && IsTransient(e)) { await Task.Delay(1000); } }""",
        TestName = "A filter in a method that takes what nobody has answered")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await [|client.PostAsJsonAsync("declarations", order)|]; return; } catch (HttpRequestException e) when ((int?)e.StatusCode >= 500) { } }""",
        TestName = "A filter that takes every failure of the server")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await [|client.PostAsJsonAsync("declarations", order)|]; return; } catch (HttpRequestException e) when (e.StatusCode == null) { } }""",
        TestName = "A filter that takes no answer")]
    [TestCase(
        """if (!await Try(async () => { for (var i = 0; i < 3; i++) { try { await [|client.PostAsJsonAsync("declarations", order)|]; return true; } catch (HttpRequestException e) when (e.StatusCode == null) { } } return false; })) return;""",
        TestName = "A filter in a lambda of which the answer is denied")]
    [TestCase(
        """foreach (var pause in new[] { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5) }) { try { await [|client.PostAsJsonAsync("declarations", order)|]; return; } catch (HttpRequestException) { await Task.Delay(pause); } }""",
        TestName = "A pause for each attempt")]
    [TestCase(
        """foreach (var i in Enumerable.Range(0, 3)) { try { await [|client.PostAsJsonAsync("declarations", order)|]; return; } catch (HttpRequestException) { } }""",
        TestName = "Attempts that are counted by a range")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await client.[|DeclareAsync|](order); return; } catch (HttpRequestException) { } }""",
        TestName = "A method that posts")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await harbour.[|ArriveAsync|](order); return; } catch (HttpRequestException) { } }""",
        TestName = "A contract behind which is a method that posts")]
    [TestCase(
        """await RepeatAsync(async () => await [|client.PostAsJsonAsync("declarations", order)|]);""",
        TestName = "A helper that repeats")]
    [TestCase(
        """await RepeatAsync(() => client.[|DeclareAsync|](order));""",
        TestName = "A helper that repeats a method that posts")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await [|client.SendAsync(Declaration(order))|]; return; } catch (HttpRequestException) { } }""",
        TestName = "A request that a method makes")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { using var request = new HttpRequestMessage { Method = HttpMethod.Post, RequestUri = new Uri("https://port/declarations") }; await [|client.SendAsync(request)|]; return; } catch (HttpRequestException) { } }""",
        TestName = "A request with braces")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { using var request = new HttpRequestMessage(new HttpMethod("PATCH"), "/stays"); await [|client.SendAsync(request)|]; return; } catch (HttpRequestException) { } }""",
        TestName = "A method of its own")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await [|terminal.ChargeAsync(5)|]; return; } catch (TimeoutException) { } }""",
        TestName = "A charge")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await [|terminal.ExecuteAsync("INSERT INTO Stays (Id) VALUES (1)")|]; return; } catch (TimeoutException) { } }""",
        TestName = "An insertion")]
    public Task What_may_be_done_twice(string body) => Flags(Class(body));

    [Test]
    public Task A_method_that_calls_itself_once_more() => Flags(
        """
        public class Port(HttpClient client)
        {
            public async Task DeclareAsync(string vessel, int attempt = 1)
            {
                try { await [|client.PostAsync("declarations", new StringContent(vessel))|]; }
                catch (HttpRequestException) when (attempt < 3) { await DeclareAsync(vessel, attempt + 1); }
            }
        }
        """);

    [Test]
    public Task A_key_for_each_attempt_is_none() => Flags(
        """
        public class Port(HttpClient client)
        {
            public async Task DeclareAsync()
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        using var request = new HttpRequestMessage(HttpMethod.Post, "declarations");
                        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
                        await [|client.SendAsync(request)|];
                        return;
                    }
                    catch (HttpRequestException) when (attempt < 3) { }
                }
            }
        }
        """);

    [Test]
    public Task A_key_for_all_attempts_is_allowed() => Allows(
        """
        public class Port(HttpClient client)
        {
            public async Task DeclareAsync()
            {
                var key = Guid.NewGuid().ToString();
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        using var request = new HttpRequestMessage(HttpMethod.Post, "declarations");
                        request.Headers.Add("Idempotency-Key", key);
                        await client.SendAsync(request);
                        return;
                    }
                    catch (HttpRequestException) when (attempt < 3) { }
                }
            }
        }
        """);

    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await client.GetAsync("/orders"); return; } catch (HttpRequestException) { } }""",
        TestName = "A question")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await client.PutAsync("/orders/1", null); return; } catch (HttpRequestException) { } }""",
        TestName = "A put is the same twice")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await client.PostAsync("/orders/search", null); return; } catch (HttpRequestException) { } }""",
        TestName = "A search that is posted")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await client.PostAsync("/oauth/token", null); return; } catch (HttpRequestException) { } }""",
        TestName = "A token")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await client.PostAsync("/v1/chat/completions", null); return; } catch (HttpRequestException) { } }""",
        TestName = "A model is asked")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await client.PostAsync(order, null); return; } catch (HttpRequestException) { } }""",
        TestName = "It is not known what is posted")]
    [TestCase(
        $$"""for (var i = 0; i < 3; i++) { try { {{Unmarked}}; return; } catch (HttpRequestException e) when (e.StatusCode == System.Net.HttpStatusCode.TooManyRequests) { } }""",
        TestName = "The server has said that it did nothing")]
    [TestCase(
        $$"""for (var i = 0; i < 3; i++) { try { {{Unmarked}}; return; } catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError) { } }""",
        TestName = "Nothing has arrived")]
    [TestCase(
        $$"""for (var i = 0; i < 3; i++) { try { {{Unmarked}}; return; } catch (HttpRequestException e) { throw new IOException("a", e); } }""",
        TestName = "A failure is the end")]
    [TestCase(
        $$"""for (var i = 0; i < 3; i++) { try { {{Unmarked}}; return; } catch (HttpRequestException) { break; } }""",
        TestName = "A failure leaves the loop")]
    [TestCase(
        $$"""for (var i = 0; i < 3; i++) { try { {{Unmarked}}; } catch (HttpRequestException e) { Console.WriteLine(e); } }""",
        TestName = "Three orders")]
    [TestCase(
        """foreach (var each in new[] { "a", "b" }) { try { await client.PostAsJsonAsync("/orders", each); if (each == "a") break; } catch (HttpRequestException) { } }""",
        TestName = "Each order once")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await client.PostAsJsonAsync("/orders", i); if (i == 2) return; } catch (HttpRequestException) { } }""",
        TestName = "Another order in each round")]
    [TestCase(
        $$"""while (order != "") { try { {{Unmarked}}; } catch (HttpRequestException) { } await Task.Delay(1000); }""",
        TestName = "Work that comes again and again")]
    [TestCase(
        $$"""for (var i = 0; i < 3; i++) { var answer = {{Unmarked}}; if (answer.IsSuccessStatusCode) return; }""",
        TestName = "What the server has answered is known")]
    [TestCase(
        $$"""try { {{Unmarked}}; } catch (HttpRequestException) { Console.WriteLine("later"); }""",
        TestName = "Once")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { Console.WriteLine(i); return; } catch (HttpRequestException) { } } """ + Unmarked + ";",
        TestName = "Behind the loop")]
    [TestCase(
        """var policy = Policy.HandleResult(r => r.StatusCode == System.Net.HttpStatusCode.TooManyRequests).RetryAsync(3); await policy.ExecuteAsync(() => client.PostAsJsonAsync("/orders", order));""",
        TestName = "A policy that looks at the answer")]
    [TestCase(
        """var policy = Policy.Handle<HttpRequestException>(e => e.StatusCode != null).RetryAsync(3); await policy.ExecuteAsync(() => client.PostAsJsonAsync("/orders", order));""",
        TestName = "A policy that looks at the failure")]
    [TestCase(
        """var policy = Policy.Handle<HttpRequestException>().CircuitBreaker(3); await policy.ExecuteAsync(() => client.PostAsJsonAsync("/orders", order));""",
        TestName = "A policy that repeats nothing")]
    [TestCase(
        """await given.ExecuteAsync(() => client.PostAsJsonAsync("/orders", order));""",
        TestName = "A policy from elsewhere")]
    [TestCase("services.AddHttpClient<Prices>().AddStandardResilienceHandler();", TestName = "A client that only asks")]
    [TestCase(
        "services.AddHttpClient<Orders>().AddStandardResilienceHandler(o => o.DisableForUnsafeHttpMethods());",
        TestName = "A handler that leaves writes alone")]
    [TestCase(
        """services.AddHttpClient("orders").AddStandardResilienceHandler();""",
        TestName = "A client by name")]
    [TestCase(
        """services.AddHttpClient<Orders>().AddPolicyHandler(r => r.Method == HttpMethod.Get ? Policy.Handle<Exception>().RetryAsync(3) : Policy.None());""",
        TestName = "A handler that asks what it is")]
    [TestCase(
        "services.AddHttpClient<Keyed>().AddStandardResilienceHandler();",
        TestName = "A client that sends a key")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await client.PostAsJsonAsync("declarations", order); return; } catch (HttpRequestException e) when (IsBusy(e)) { } }""",
        TestName = "A method knows that the server did nothing")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await client.PostAsJsonAsync("declarations", order); return; } catch (HttpRequestException e) when (e.StatusCode is not System.Net.HttpStatusCode.InternalServerError and not null) { } }""",
        TestName = "Denied what is not certain")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await client.PostAsJsonAsync("declarations/cancel", order); return; } catch (HttpRequestException) { } }""",
        TestName = "What is cancelled twice is cancelled")]
    [TestCase(
        """foreach (var name in new[] { "a", "b" }) { try { await client.PostAsJsonAsync("declarations", order); return; } catch (HttpRequestException) { } }""",
        TestName = "A round for each name")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await client.SearchAsync(order); return; } catch (HttpRequestException) { } }""",
        TestName = "A method that searches")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await client.TryDeclareAsync(order); return; } catch (HttpRequestException) { } }""",
        TestName = "A method that lets no failure out")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await client.RemoveAsync(order); return; } catch (HttpRequestException) { } }""",
        TestName = "A method that deletes")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await client.PostAsync("mcp", null); return; } catch (HttpRequestException) { } }""",
        TestName = "A question in a language of its own")]
    [TestCase("""await OnceAsync(() => client.DeclareAsync(order));""", TestName = "A helper that repeats nothing")]
    [TestCase("""await client.DeclareAsync(order);""", TestName = "A method that posts once")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await client.SendAsync(new HttpRequestMessage { Method = HttpMethod.Put, RequestUri = new Uri("https://port/declarations") }); return; } catch (HttpRequestException) { } }""",
        TestName = "A put with braces")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await terminal.ExecuteAsync("INSERT INTO Stays (Id) VALUES (1) ON CONFLICT DO NOTHING"); return; } catch (TimeoutException) { } }""",
        TestName = "An insertion that finds itself")]
    [TestCase(
        """for (var i = 0; i < 3; i++) { try { await terminal.ExecuteAsync("UPDATE Stays SET Days = 1"); return; } catch (TimeoutException) { } }""",
        TestName = "A statement that sets")]
    [TestCase("await terminal.ChargeAsync(5);", TestName = "A charge once")]
    public Task What_is_done_once_or_is_the_same_twice(string body) => Allows(Class(body));

    [Test]
    public Task The_message_tells_after_what() => Says(
        Class(
            $$"""for (var i = 0; i < 3; i++) { try { {{Post}}; return; } catch (HttpRequestException) { await Task.Delay(1000); } }"""),
        "'client.PostAsJsonAsync(\"/orders\", order)' is sent again after 'HttpRequestException', which leaves open "
        + "whether the server has done it already, so it may be done twice; send a key with it by which the server "
        + "knows it "
        + "again, or repeat it only where nothing can have arrived");

    [Test]
    public Task The_message_tells_of_the_method_and_the_helper() => Says(
        Class("await RepeatAsync(() => client.[|DeclareAsync|](order));"),
        "What 'DeclareAsync' posts is sent again by 'RepeatAsync' after a failure, which leaves open whether the "
        + "server has done it already, so it may be done twice; send a key with it by which the server knows it again, "
        + "or repeat it only where nothing can have arrived");

    [Test]
    public Task The_message_tells_of_the_client() => Says(
        Class("services.AddHttpClient<Orders>().[|AddStandardResilienceHandler|]();"),
        "What 'Orders.PlaceAsync' posts is sent again after a failure by the handler that is added here, which leaves "
        + "open whether the server has done it already, so it may be done twice; call 'DisableForUnsafeHttpMethods' on "
        + "its retry, or send a key by which the server knows a request again");

    private static string Class(string body) => $$"""
        using System.Net.Http.Json;
        using System.Net.Mail;
        using Microsoft.Extensions.DependencyInjection;
        using Polly;

        namespace Polly
        {
            public class Policy
            {
                public static Policy Handle<T>() => new();

                public static Policy Handle<T>(Func<T, bool> which) => new();

                public static Policy HandleResult(Func<HttpResponseMessage, bool> which) => new();

                public static Policy None() => new();

                public Policy WaitAndRetryAsync(int times, Func<int, TimeSpan> pause) => this;

                public Policy RetryAsync(int times) => this;

                public Policy CircuitBreaker(int times) => this;

                public Task<T> ExecuteAsync<T>(Func<Task<T>> work) => work();
            }

            public class Resilience
            {
                public int Seconds { get; set; }

                public void DisableForUnsafeHttpMethods() { }
            }

            public static class Handlers
            {
                public static IHttpClientBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder) => builder;

                public static IHttpClientBuilder AddStandardResilienceHandler(
                    this IHttpClientBuilder builder, Action<Resilience> configure) => builder;

                public static IHttpClientBuilder AddTransientHttpErrorPolicy(
                    this IHttpClientBuilder builder, Func<Policy, Policy> configure) => builder;

                public static IHttpClientBuilder AddPolicyHandler(this IHttpClientBuilder builder, Policy policy) =>
                    builder;

                public static IHttpClientBuilder AddPolicyHandler(
                    this IHttpClientBuilder builder, Func<HttpRequestMessage, Policy> choose) => builder;
            }
        }

        public interface IOrders { }

        public class Orders(HttpClient client) : IOrders
        {
            public Task PlaceAsync(string order) => client.PostAsJsonAsync("/orders", order);
        }

        public class Keyed(HttpClient client)
        {
            public async Task PlaceAsync(string order, Guid key)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/orders");
                request.Headers.Add("Idempotency-Key", key.ToString());
                await client.SendAsync(request);
            }
        }

        public class Prices(HttpClient client)
        {
            public Task<HttpResponseMessage> FindAsync(string text) => client.PostAsJsonAsync("/prices/query", text);
        }

        public class Caller
        {
            private readonly Policy _policy;

            public Caller() => _policy = Policy.Handle<Exception>().RetryAsync(3);

            private static Policy Building() => Policy.Handle<TimeoutException>().RetryAsync(2);

            public async Task Run(
                HttpClient client,
                SmtpClient mail,
                IServiceCollection services,
                Policy given,
                IHarbour harbour,
                Terminal terminal,
                string order)
            {
                await Task.Yield();
                {{body}}
            }

            private static Task<bool> Try(Func<Task<bool>> work) => work();

            private static bool IsTransient(Exception failure) => failure switch
            {
                HttpRequestException { StatusCode: null } => true,
                HttpRequestException answer => answer.StatusCode >= System.Net.HttpStatusCode.InternalServerError,
                _ => false,
            };

            private static bool IsBusy(HttpRequestException failure) =>
                failure.StatusCode is System.Net.HttpStatusCode.TooManyRequests
                    or System.Net.HttpStatusCode.ServiceUnavailable;

            private static HttpRequestMessage Declaration(string vessel) =>
                new(HttpMethod.Post, "declarations") { Content = new StringContent(vessel) };

            private static async Task RepeatAsync(Func<Task> work)
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        await work();
                        return;
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000);
                    }
                }
            }

            private static async Task OnceAsync(Func<Task> work)
            {
                try
                {
                    await work();
                }
                catch (HttpRequestException failure)
                {
                    throw new IOException("It did not work", failure);
                }
            }
        }

        public interface IHarbour { Task ArriveAsync(string vessel); }

        public class Harbour(HttpClient client) : IHarbour
        {
            public async Task ArriveAsync(string vessel)
            {
                using var answer = await client.PostAsJsonAsync("arrivals", vessel);
                answer.EnsureSuccessStatusCode();
            }
        }

        public class Terminal
        {
            public Task ChargeAsync(int amount) => Task.CompletedTask;

            public Task ExecuteAsync(string statement) => Task.CompletedTask;
        }

        public static class PortCalls
        {
            public static async Task DeclareAsync(this HttpClient client, string vessel) =>
                await client.PostAsJsonAsync("declarations", vessel);

            public static async Task SearchAsync(this HttpClient client, string vessel) =>
                await client.PostAsJsonAsync("declarations/search", vessel);

            public static async Task RemoveAsync(this HttpClient client, string vessel) =>
                await client.DeleteAsync($"declarations/{vessel}");

            public static async Task TryDeclareAsync(this HttpClient client, string vessel)
            {
                try
                {
                    await client.PostAsJsonAsync("declarations", vessel);
                }
                catch (HttpRequestException)
                {
                    Console.WriteLine("later");
                }
            }
        }
        """;
}
