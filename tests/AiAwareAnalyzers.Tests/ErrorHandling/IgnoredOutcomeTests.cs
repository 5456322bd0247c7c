using AiAwareAnalyzers.ErrorHandling;

namespace AiAwareAnalyzers.Tests.ErrorHandling;

[CSharp(12)]
public sealed class IgnoredOutcomeTests : RuleTests<IgnoredOutcome>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    [TestCase("await [|_users.AddToRoleAsync(user, \"Guest\")|];", TestName = "A role that may not be given")]
    [TestCase(
        "await [|_users.CreateAsync(user, \"p\")|].ConfigureAwait(false);", TestName = "Behind ConfigureAwait")]
    [TestCase(
        "var created = await [|_users.CreateAsync(user, \"p\")|]; Go();", TestName = "In a local that nobody asks")]
    [TestCase(
        "var saved = await [|_users.UpdateAsync(user)|]; if (saved.Succeeded && _hot) Go(); Show(\"Saved "
        + "successfully\");",
        TestName = "Asked for a further step only")]
    [TestCase(
        "var saved = await [|_users.UpdateAsync(user)|]; if (saved.Succeeded) { Go(); } ShowSuccess();",
        TestName = "A success that is announced by a method")]
    [TestCase("await [|_client.PostAsync(\"/\", null)|];", TestName = "The response of a post")]
    [TestCase("using var response = await [|_client.DeleteAsync(\"/\")|]; Go();", TestName = "A response in a using")]
    [TestCase("[|Accept(user)|];", TestName = "A Result that is not awaited")]
    [TestCase("await [|AcceptAsync(user)|];", TestName = "A Result in a task")]
    [TestCase("[|Tell()|];", TestName = "A tuple with an error")]
    [TestCase("_this?[|.Accept(user)|];", TestName = "Behind a question mark")]
    public Task What_nobody_looks_at(string code) => Flags(Registering(code));

    [TestCase("[|stock.TryReserve(1)|]; Go();", TestName = "A reservation that may be refused")]
    [TestCase("[|stock.TryTransfer(1)|]; Go();", TestName = "A transfer that may be refused")]
    [TestCase("[|stock.CanShip(1)|]; Go();", TestName = "A question whose answer nobody hears")]
    [TestCase("[|stock.ValidateAmount(1)|]; Go();", TestName = "A validation whose answer nobody hears")]
    [TestCase("stock?[|.TryReserve(1)|]; Go();", TestName = "Refused behind a question mark")]
    public Task A_refusal_that_nobody_looks_at(string code) => Flags(Registering(code + Stock));

    [TestCase("if (!stock.TryReserve(1)) throw new Exception();", TestName = "A refusal that is heard")]
    [TestCase("stock.TryAdd(1);", TestName = "What may be there already")]
    [TestCase("stock.TryForget(1);", TestName = "What may be gone already")]
    [TestCase("stock.TryCommitAlways(1);", TestName = "What is never refused")]
    [TestCase("stock.ValidateInto(1);", TestName = "A validation that keeps its errors")]
    [TestCase("stock.ValidateOrThrow(1);", TestName = "A validation that throws")]
    [TestCase("_ = stock.TryReserve(1);", TestName = "A refusal that is discarded on purpose")]
    [TestCase("stock.Reserve(1);", TestName = "A bool that may say anything")]
    public Task A_refusal_that_matters_to_nobody_is_fine(string code) => Allows(Registering(code + Stock));

    private const string Stock = """

        }

        private readonly StockOfGoods stock = new();

        public class StockOfGoods
        {
            private int _left;
            private readonly List<string> _errors = new();
            public bool TryReserve(int count) { if (_left < count) return false; _left -= count; return true; }
            public bool TryTransfer(int count) => TryReserve(count);
            public bool TryAdd(int count) => TryReserve(count);
            public bool TryForget(int count) => TryReserve(count);
            public bool TryCommitAlways(int count) { _left = count; return true; }
            public bool Reserve(int count) => TryReserve(count);
            public bool CanShip(int count) { if (_left < count) return false; return true; }
            public bool ValidateAmount(int count) => count > 0 && count < _left;
            public bool ValidateInto(int count) { if (count < 1) { _errors.Add("few"); return false; } return true; }
            public bool ValidateOrThrow(int count) { if (count < 1) throw new ArgumentException("few"); return _left > 0; }
        """;

    [Test]
    public Task What_a_seeding_function_does_not_look_at_shows_at_the_first_start() => Suggests(Registering(
        "await SeedUserAsync(); async Task SeedUserAsync() { await [|_users.AddToRoleAsync(user, \"Guest\")|]; }"));

    [Test]
    public Task What_a_seeder_does_not_look_at_shows_at_the_first_start() => Suggests(
        Registering("await [|_users.AddToRoleAsync(user, \"Guest\")|];").Replace(
            "RegisterAsync", "SeedAsync", StringComparison.Ordinal));

    [TestCase("if (!env.IsDevelopment()) return; await SeedUserAsync();", TestName = "Behind an exit")]
    [TestCase("if (env.IsDevelopment()) { await SeedUserAsync(); }", TestName = "Inside a question")]
    [TestCase("if (env.IsDevelopment() && _hot) await SeedAllAsync();", TestName = "Through another function")]
    public Task What_is_seeded_in_development_only_harms_nobody(string code) =>
        Allows(Seeding(code).Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal));

    [TestCase("await SeedUserAsync();", TestName = "Without a question")]
    [TestCase("if (env.IsProduction()) await SeedUserAsync();", TestName = "In production")]
    [TestCase("if (env.IsDevelopment()) Go(); await SeedUserAsync();", TestName = "Behind a question")]
    [TestCase("if (env.IsDevelopment()) await SeedUserAsync(); else await SeedAllAsync();", TestName = "On both sides")]
    public Task What_is_seeded_everywhere_is_a_suggestion(string code) => Suggests(Seeding(code));

    private static string Seeding(string code) => Registering("")
        .Replace(
            "using Microsoft.AspNetCore.Identity;",
            "using Microsoft.AspNetCore.Identity;\nusing Microsoft.Extensions.Hosting;",
            StringComparison.Ordinal)
        .Replace(
            "private void Go()",
            $$"""
            public async Task RunAsync(IHostEnvironment env) { await Task.Yield(); {{code}} }
            {{(code.Contains("SeedAllAsync", StringComparison.Ordinal)
                ? "private async Task SeedAllAsync() => await SeedUserAsync();"
                : "")}}
            private async Task SeedUserAsync() { await [|_users.AddToRoleAsync(null!, "Guest")|]; }
            private void Go()
            """,
            StringComparison.Ordinal);

    [Test]
    public Task What_a_project_of_tests_arranges_shows_in_the_tests() =>
        Given.WithReferences(References.Testing).Allows(
            Registering("await _users.AddToRoleAsync(user, \"Guest\"); Accept(user);"));

    [TestCase(
        "var done = await _users.CreateAsync(user); if (!done.Succeeded) throw new Exception();", TestName = "Asked")]
    [TestCase("var done = await _users.CreateAsync(user); Keep(done);", TestName = "Passed on")]
    [TestCase("_last = await _users.CreateAsync(user);", TestName = "Stored")]
    [TestCase("Keep(await _users.CreateAsync(user));", TestName = "Passed at once")]
    [TestCase("_ = await _users.CreateAsync(user);", TestName = "Discarded on purpose")]
    [TestCase("await _users.AccessFailedAsync(user);", TestName = "Only counted")]
    [TestCase(
        "await _users.RemovePasswordAsync(user); Keep(await _users.AddPasswordAsync(user, \"p\"));",
        TestName = "What comes out of the call that follows")]
    [TestCase("await _client.GetAsync(\"/\");", TestName = "A request that changes nothing")]
    [TestCase(
        "// a missing role is ignored: the importer adds it\nawait _users.AddToRoleAsync(user, \"Guest\");",
        TestName = "A comment that says that it is left alone")]
    [TestCase(
        "try { Go(); } catch (Exception) { await _users.DeleteAsync(user); throw; }",
        TestName = "On the way out of another failure")]
    [TestCase(
        "// a stamp that may get lost, nobody looks at it\ntry { await _users.UpdateAsync(user); } "
        + "catch (IOException) { }",
        TestName = "Let go on purpose, as the comment above the try says")]
    [TestCase(
        "try { await _users.UpdateAsync(user); } catch (IOException) { /* noop */ }",
        TestName = "Let go on purpose, as the comment in the catch says")]
    [TestCase("try { Go(); } finally { await _users.UpdateAsync(user); }", TestName = "In a finally")]
    [TestCase(
        "var saved = await _users.UpdateAsync(user); if (saved.Succeeded) Go(); else Stop();",
        TestName = "Asked with an else")]
    [TestCase(
        "var saved = await _users.UpdateAsync(user); if (!saved.Succeeded) Stop(); Show(\"success\");",
        TestName = "The failure is dealt with")]
    [TestCase(
        "var saved = await _users.UpdateAsync(user); if (saved.Succeeded) { Show(\"success\"); return; } Stop();",
        TestName = "The success leaves")]
    [TestCase(
        "var saved = await _users.UpdateAsync(user); if (saved.Succeeded) Go(); Stop();",
        TestName = "No word of success behind")]
    [TestCase(
        "var saved = await _users.UpdateAsync(user); if (saved.Succeeded) Go(); Keep(saved); Show(\"success\");",
        TestName = "Passed on behind the step")]
    [TestCase("Accept(user).Then(Go);", TestName = "A chain of the Result itself")]
    [TestCase("TrackVisit();", TestName = "A Result of what only helps")]
    [TestCase("Task pending = _users.CreateAsync(user); await pending;", TestName = "A task without a result")]
    public Task What_somebody_looks_at_or_need_not(string code) => Allows(Registering(code));

    [TestCase(
        "using var response = await [|client.PostAsync(\"/\", null)|]; log.LogInformation(\"{Code}\", "
        + "response.StatusCode); "
        + "return true;",
        TestName = "A status that only a log gets")]
    [TestCase(
        "var response = await [|client.PutAsync(\"/\", null)|]; Console.WriteLine($\"sent: "
        + "{(int)response.StatusCode}\"); "
        + "return true;",
        TestName = "A status in a text on the console")]
    [TestCase(
        "var response = await [|client.DeleteAsync(\"/\")|]; var status = response.StatusCode; "
        + "log.LogInformation(\"{Code}\", status); return true;",
        TestName = "A status in a local that only a log gets")]
    [TestCase(
        "var response = await [|client.PostAsync(\"/\", null)|]; log.LogInformation(\"{Response}\", response); return "
        + "true;",
        TestName = "A whole response in a log")]
    [TestCase(
        "var response = await [|client.PostAsync(\"/\", null)|]; "
        + "log.LogInformation(\"{Body}\", await response.Content.ReadAsStringAsync()); return true;",
        TestName = "A content that only a log gets")]
    [TestCase("var response = await [|client.PatchAsync(\"/\", null)|]; response.Dispose(); return true;",
        TestName = "A response that is put away")]
    [TestCase(
        "using var response = await [|client.PostAsync(\"/\", null)|]; "
        + "var receipt = await response.Content.ReadFromJsonAsync<Receipt>(); return receipt!;",
        TestName = "A content that is taken for the answer")]
    [TestCase(
        "using var response = await [|client.PostAsJsonAsync(\"/\", 1)|]; var text = await "
        + "response.Content.ReadAsStringAsync(); return JsonSerializer.Deserialize<Receipt>(text)!;",
        TestName = "A text that is taken for the answer")]
    [TestCase(
        "using var response = await [|client.PostAsync(\"/\", null)|]; var receipt = await "
        + "response.Content.ReadFromJsonAsync<Receipt>(); if (receipt is null) return false; return receipt;",
        TestName = "That it is there at all says nothing")]
    [TestCase(
        "using var request = new HttpRequestMessage(HttpMethod.Post, \"/\"); await [|client.SendAsync(request)|]; "
        + "return true;",
        TestName = "A request that was put together")]
    [TestCase(
        "await [|client.SendAsync(new HttpRequestMessage { Method = new HttpMethod(\"PATCH\") })|]; return true;",
        TestName = "A verb that was spelled out")]
    [TestCase(
        "using var request = new HttpRequestMessage(HttpMethod.Put, \"/\"); using (var response = await "
        + "[|client.SendAsync(request)|]) { log.LogDebug(\"{Code}\", response.StatusCode); } return true;",
        TestName = "A using with a body")]
    [TestCase(
        "using var request = new HttpRequestMessage(); using var response = await [|client.SendAsync(request)|]; "
        + "return await response.Content.ReadAsStringAsync();",
        TestName = "A request of any kind that is read")]
    [TestCase(
        "HttpResponseMessage response; response = await [|client.PostAsync(\"/\", null)|]; "
        + "return await response.Content.ReadAsStringAsync();",
        TestName = "A local that gets its response later")]
    [TestCase("return await (await [|client.PostAsync(\"/\", null)|]).Content.ReadAsStringAsync();",
        TestName = "A content that is read where it arrives")]
    [TestCase("[|client.Send(new HttpRequestMessage(HttpMethod.Post, \"/\"))|]; await Task.Yield(); return true;",
        TestName = "A request that is not awaited")]
    public Task A_response_that_nobody_asks(string code) => Flags(Sending(code));

    [TestCase(
        "using var response = await client.PostAsync(\"/\", null); response.EnsureSuccessStatusCode(); "
        + "return await response.Content.ReadAsStringAsync();",
        TestName = "Ensured before it is read")]
    [TestCase(
        "using var response = await client.PostAsync(\"/\", null); var body = await "
        + "response.Content.ReadAsStringAsync(); "
        + "response.EnsureSuccessStatusCode(); return body;",
        TestName = "Ensured after it is read")]
    [TestCase(
        "using var response = await client.PostAsync(\"/\", null); log.LogInformation(\"{Code}\", "
        + "response.StatusCode); "
        + "return response.IsSuccessStatusCode;",
        TestName = "Logged, and handed on as well")]
    [TestCase(
        "using var response = await client.PostAsync(\"/\", null); if (response.StatusCode != HttpStatusCode.OK) "
        + "return false; "
        + "return await response.Content.ReadAsStringAsync();",
        TestName = "Its status is compared")]
    [TestCase(
        "using var response = await client.PostAsync(\"/\", null); var status = (int)response.StatusCode; "
        + "log.LogInformation(\"{Code}\", status); if (status >= 400) return false; return true;",
        TestName = "A status in a local that is asked")]
    [TestCase("var response = await client.PostAsync(\"/\", null); return await ReadAsync(response);",
        TestName = "Passed on to a helper")]
    [TestCase("var response = await client.PostAsync(\"/\", null); return response;", TestName = "Handed back")]
    [TestCase("_last = await client.PostAsync(\"/\", null); return true;", TestName = "Kept in a field")]
    [TestCase("return (await client.PostAsync(\"/\", null)).EnsureSuccessStatusCode();", TestName = "Ensured at once")]
    [TestCase(
        "using var response = await client.PostAsync(\"/\", null); var receipt = await "
        + "response.Content.ReadFromJsonAsync<Receipt>(); if (receipt?.Error != null) return false; return receipt!;",
        TestName = "The answer itself says whether it worked")]
    [TestCase(
        "using var response = await client.PostAsync(\"/\", null); var text = await "
        + "response.Content.ReadAsStringAsync(); "
        + "using var json = JsonDocument.Parse(text); if (json.RootElement.TryGetProperty(\"error\", out _)) return "
        + "false; "
        + "return text;",
        TestName = "A part of the answer is looked for")]
    [TestCase(
        "using var response = await client.PostAsync(\"/\", null); "
        + "throw new Exception(await response.Content.ReadAsStringAsync());",
        TestName = "What it says is thrown")]
    [TestCase(
        "using var response = await client.PostAsync(\"/\", null); return response switch "
        + "{ { IsSuccessStatusCode: true } => 1, _ => 2 };",
        TestName = "A pattern asks")]
    [TestCase("return await client.GetFromJsonAsync<Receipt>(\"/\");", TestName = "A call that throws by itself")]
    [TestCase("using var response = await client.GetAsync(\"/\"); return await response.Content.ReadAsStringAsync();",
        TestName = "A page that is fetched")]
    [TestCase(
        "await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, \"/\")); return true;",
        TestName = "A request that changes nothing and is dropped")]
    [TestCase("await client.SendAsync(_request); return true;", TestName = "A request from elsewhere")]
    [TestCase(
        "try { using var response = await client.PostAsync(\"/\", null); log.LogDebug(\"{Code}\", "
        + "response.StatusCode); } "
        + "catch { } return true;",
        TestName = "Whatever fails is let go")]
    [TestCase(
        "// best effort: the other side counts by itself\nusing var response = await client.PostAsync(\"/\", null); "
        + "log.LogDebug(\"{Code}\", response.StatusCode); return true;",
        TestName = "A comment says that it does not matter")]
    [TestCase(
        "try { return 1; } catch (Exception) { var response = await client.DeleteAsync(\"/\"); "
        + "log.LogError(\"{Code}\", response.StatusCode); throw; }",
        TestName = "Put away after another failure")]
    public Task A_response_that_somebody_asks_or_need_not(string code) => Allows(Sending(code));

    [TestCase("(await base.SendAsync(request, token)).EnsureSuccessStatusCode()", TestName = "A handler that ensures")]
    [TestCase(
        "await base.SendAsync(request, token) is { IsSuccessStatusCode: true } good ? good : throw new IOException()",
        TestName = "A handler that throws")]
    public Task A_handler_of_this_project_throws_before(string answer) => Allows(
        Sending("await client.PostAsync(\"/\", null); return true;") + $$"""

        public class Strict : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(
                HttpRequestMessage request, CancellationToken token) => {{answer}};
        }
        """);

    [Test]
    public Task A_handler_that_only_adds_a_header_lets_failures_through() => Flags(
        Sending("await [|client.PostAsync(\"/\", null)|]; return true;") + """

        public class Polite : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
            {
                request.Headers.Add("X-Please", "yes");
                return base.SendAsync(request, token);
            }
        }
        """);

    [Test]
    public Task Responses_in_tests_are_what_is_tested() => Given.WithReferences(References.Testing).Allows(Sending(
        "using var response = await client.PostAsync(\"/\", null); return await "
        + "response.Content.ReadAsStringAsync();"));

    [Test]
    public Task The_message_says_what_is_done_instead() => Says(
        Sending(
            "using var response = await [|client.PostAsync(\"/\", null)|]; log.LogInformation(\"{Code}\", "
            + "response.StatusCode); return await (await [|client.PutAsync(\"/\", "
            + "null)|]).Content.ReadAsStringAsync();"),
        "'PostAsync' tells by the status of its response whether it worked, and only the log gets to know what "
        + "'response' says, so a failure passes for success; check 'IsSuccessStatusCode', or call "
        + "EnsureSuccessStatusCode, and stop or pass the failure on",
        "'PutAsync' tells by the status of its response whether it worked, and its content is read as if it had, so a "
        + "failure passes for success; check 'IsSuccessStatusCode', or call EnsureSuccessStatusCode, and stop or pass "
        + "the failure on");

    private static string Sending(string code) => $$"""
        using System.Net;
        using System.Net.Http.Json;
        using System.Text.Json;
        using Microsoft.Extensions.Logging;

        public record Receipt(string Id, string? Error);

        public class Sender(HttpClient client, ILogger<Sender> log)
        {
            private HttpResponseMessage? _last;
            private HttpRequestMessage _request = new();

            public async Task<object> SendAsync()
            {
                log.LogDebug("{Last} {Request}", _last, _request);
                {{code}}
            }

            private static Task<string> ReadAsync(HttpResponseMessage response)
            {
                response.EnsureSuccessStatusCode();
                return response.Content.ReadAsStringAsync();
            }
        }
        """;

    [Test]
    public Task A_bool_that_swallows_its_failure_behind_an_interface() => Flags("""
        public interface IFiles { bool Copy(string from, string to); }

        public class Files : IFiles
        {
            public bool Copy(string from, string to)
            {
                try { File.Copy(from, to); return true; }
                catch (IOException) { return false; }
            }
        }

        public class Shelf(IFiles files)
        {
            public int Count { get; private set; }
            public void Fill(string from) { [|files.Copy(from, "shelf")|]; Count++; }
        }
        """);

    [Test]
    public Task A_bool_that_hands_a_swallowed_failure_on() => Flags("""
        public class Mirror(HttpClient client)
        {
            public async Task<bool> PingAsync(string text) => await PushAsync(text);

            private async Task<bool> PushAsync(string text)
            {
                var response = await client.PostAsync("/", new StringContent(text));
                return response.IsSuccessStatusCode;
            }

            public async Task MirrorAllAsync(string[] texts)
            {
                foreach (var text in texts) await [|PingAsync(text)|];
            }
        }
        """);

    [Test]
    public Task A_deed_that_answers_no() => Flags("""
        public class Publisher
        {
            public async Task<bool> PublishAsync(string text) { await Task.Yield(); return text.Length > 0; }

            public async Task RunAsync() { await [|PublishAsync("news")|]; }
        }
        """);

    [Test]
    public Task A_note_of_the_last_time_only_helps() => Allows("""
        public class Keys
        {
            public async Task<bool> UpdateLastUsedAsync(int id) { await Task.Yield(); return id > 0; }

            public async Task RunAsync() { await UpdateLastUsedAsync(1); }
        }
        """);

    [Test]
    public Task A_deed_that_another_project_does_and_may_always_do() => Suggests("""
        public abstract class Publisher
        {
            public abstract Task<bool> PublishAsync(string text);

            public async Task RunAsync() { await [|PublishAsync("news")|]; }
        }
        """);

    [Test]
    public Task A_deed_that_never_says_no() => Allows("""
        public class Publisher
        {
            public async Task<bool> PublishAsync(string text) { await Task.Yield(); Console.Write(text); return true; }

            public async Task RunAsync() { await PublishAsync("news"); }
        }
        """);

    [Test]
    public Task A_bool_that_says_that_there_was_nothing_to_do() => Allows("""
        public class Basket
        {
            private readonly HashSet<int> _ids = [];

            public bool Take(int id) => _ids.Remove(id);
            public bool Put(int id) { if (id < 0) return false; _ids.Add(id); return true; }
            public void Swap(int left, int right) { Take(left); Put(right); _ids.Add(left); }
        }
        """);

    [Test]
    public Task A_method_that_calls_itself_is_unknown() => Allows("""
        public class Loop
        {
            public bool Turn(int rest) => rest == 0 ? Turn(1) : Turn(rest - 1);
            public bool Spin(int rest) => Spun(rest);
            public bool Spun(int rest) => Spin(rest);
            public void Run() { Turn(3); Spin(3); }
        }
        """);

    [TestCase("await [|_desk.CreateAsync(order)|];", TestName = "Created, or null behind a status and in a catch")]
    [TestCase("await [|_desk.UpdateAsync(order)|];", TestName = "A choice by the status")]
    [TestCase("await [|_desk.ShipAsync(order)|];", TestName = "A request whose method has another name")]
    [TestCase("await [|_desk.SaveAsync(order)|].ConfigureAwait(false);", TestName = "Null behind the success")]
    [TestCase("await [|_desk.SubmitAsync(order)|];", TestName = "A method that hands the answer on")]
    [TestCase("var made = await [|_desk.CreateAsync(order)|]; Go();", TestName = "A null in a local that nobody asks")]
    public Task A_null_that_says_that_a_write_failed(string code) => Flags(Selling(code));

    [TestCase(
        "if (await _desk.CreateAsync(order) is null) throw new IOException();", TestName = "A null that is asked")]
    [TestCase("var made = await _desk.CreateAsync(order); Keep(made);", TestName = "A null that is passed on")]
    [TestCase("_ = await _desk.CreateAsync(order);", TestName = "A null that is discarded")]
    [TestCase("await _desk.ChangeAsync(order);", TestName = "A null that says that there was nothing to do")]
    [TestCase("await _desk.StoreAsync(order);", TestName = "A row that is not there, by a filter")]
    [TestCase("await _desk.PlaceAsync(order);", TestName = "The user is told in the handler")]
    [TestCase("await _desk.FindAsync(order);", TestName = "A search")]
    [TestCase("await _desk.DeleteAsync(order);", TestName = "Taken away")]
    [TestCase("await _desk.SendAsync(order);", TestName = "A text of the failure, and null for success")]
    [TestCase("await _desk.AssignAsync(order);", TestName = "Never null")]
    public Task A_null_that_is_looked_at_or_says_something_else(string code) => Allows(Selling(code));

    [Test]
    public Task The_message_speaks_of_the_null() => Says(
        Selling("await [|_desk.CreateAsync(order)|];"),
        "'CreateAsync' tells by the null it returns whether it worked, and nothing checks it, so a failure passes for "
        + "success; check it, and stop or pass the failure on");

    private static string Selling(string code) => $$"""
        using System.Net;
        using System.Net.Http.Json;

        public record Order(int Id);

        public class Page
        {
            private readonly Desk _desk = new();
            private Order? _last;

            public async Task Run(Order order)
            {
                {{code}}
            }

            private void Keep(Order? order) => _last = order;
            private void Go() { }
        }

        public class Desk
        {
            private readonly HttpClient _client = new();
            private readonly Dictionary<int, Order> _known = [];

            public async Task<Order?> CreateAsync(Order order)
            {
                try
                {
                    var response = await _client.PostAsJsonAsync("/", order);
                    if (!response.IsSuccessStatusCode) return null;
                    return await response.Content.ReadFromJsonAsync<Order>();
                }
                catch
                {
                    return null;
                }
            }

            public async Task<Order?> UpdateAsync(Order order)
            {
                var response = await _client.PutAsJsonAsync("/", order);
                return response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<Order>() : null;
            }

            public async Task<Order?> ShipAsync(Order order)
            {
                try { (await _client.PostAsJsonAsync("/", order)).EnsureSuccessStatusCode(); return order; }
                catch (HttpRequestException) { return null; }
            }

            public async Task<Order?> SaveAsync(Order order)
            {
                var response = await _client.PutAsJsonAsync("/", order);
                if (response.IsSuccessStatusCode) return await response.Content.ReadFromJsonAsync<Order>();
                return null;
            }

            public Task<Order?> SubmitAsync(Order order) => CreateAsync(order);

            public async Task<Order?> ChangeAsync(Order order)
            {
                if (!_known.ContainsKey(order.Id)) return null;
                return await CreateAsync(order);
            }

            public async Task<Order?> StoreAsync(Order order)
            {
                try { await _client.GetStringAsync("/"); return order; }
                catch (HttpRequestException failed) when (failed.StatusCode == HttpStatusCode.NotFound) { return null; }
            }

            public async Task<Order?> PlaceAsync(Order order)
            {
                try { (await _client.PostAsJsonAsync("/", order)).EnsureSuccessStatusCode(); return order; }
                catch (HttpRequestException) { ShowMessage(); return null; }
            }

            public async Task<Order?> FindAsync(Order order)
            {
                try { await _client.GetStringAsync("/"); return order; }
                catch (HttpRequestException) { return null; }
            }

            public async Task<Order?> DeleteAsync(Order order)
            {
                try { (await _client.DeleteAsync("/")).EnsureSuccessStatusCode(); return order; }
                catch (HttpRequestException) { return null; }
            }

            public async Task<string?> SendAsync(Order order)
            {
                try { (await _client.PostAsJsonAsync("/", order)).EnsureSuccessStatusCode(); return null; }
                catch (HttpRequestException failed) { return failed.Message; }
            }

            public async Task<Order> AssignAsync(Order order)
            {
                try { (await _client.PostAsJsonAsync("/", order)).EnsureSuccessStatusCode(); return order; }
                catch (HttpRequestException) { return new Order(0); }
            }

            private void ShowMessage() { }
        }
        """;

    [TestCase("await [|_orders.CancelAsync(id)|];", TestName = "An enum that tells what went wrong")]
    [TestCase("[|_orders.Ship(id)|];", TestName = "An enum without await")]
    [TestCase("var done = await [|_orders.CancelAsync(id)|]; Go();", TestName = "An enum that is kept and forgotten")]
    public Task An_enum_of_outcomes_is_an_outcome(string code) => Flags(Ordering(code));

    [TestCase("if (await _orders.CancelAsync(id) != OrderResult.Success) throw new InvalidOperationException();",
        TestName = "An enum that is asked")]
    [TestCase("await _orders.RemoveAsync(id);", TestName = "What was gone already")]
    [TestCase("_orders.Find(id);", TestName = "An enum of states")]
    [TestCase("_orders.Compare(id);", TestName = "An enum that knows no refusal")]
    [TestCase("_ = await _orders.CancelAsync(id);", TestName = "An enum that is discarded")]
    public Task An_enum_that_is_asked_or_tells_nothing_is_fine(string code) => Allows(Ordering(code));

    private static string Ordering(string code) => $$"""
        public enum OrderResult { Success, NotFound, AlreadyPaid }

        public enum OrderState { Done, Failed }

        public enum CompareResult { Less, Ok, More }

        public interface IOrders
        {
            Task<OrderResult> CancelAsync(int id);
            Task<OrderResult> RemoveAsync(int id);
            OrderResult Ship(int id);
            OrderState Find(int id);
            CompareResult Compare(int id);
        }

        public class Desk
        {
            private readonly IOrders _orders = null!;

            public async Task Run(int id)
            {
                await Task.Yield();
                {{code}}
            }

            private void Go() { }
        }
        """;

    [Test]
    public Task The_message_says_what_to_check() => Says(
        Registering("await [|_users.AddToRoleAsync(user, \"Guest\")|];"),
        "'AddToRoleAsync' tells by its IdentityResult whether it worked, and nothing checks it, so a failure passes "
        + "for success; check 'Succeeded', and stop or pass the failure on");

    [Test]
    public Task The_message_names_the_local() => Says(
        Registering("var created = await [|_users.CreateAsync(user)|]; Go();"),
        "'CreateAsync' tells by its IdentityResult whether it worked, and 'created' is not asked before all goes on, "
        + "so a failure passes for success; check 'Succeeded', and stop or pass the failure on");

    private static string Registering(string code) =>
        $$"""
        using Microsoft.AspNetCore.Identity;

        public record Result(bool IsSuccess, string? Error)
        {
            public Result Then(Action next) { if (IsSuccess) next(); return this; }
        }

        public class Registration
        {
            private readonly UserManager<IdentityUser> _users;
            private readonly HttpClient _client;
            private readonly Registration? _this;
            private IdentityResult? _last;
            private bool _hot;

            public async Task RegisterAsync(IdentityUser user)
            {
                {{code}}
            }

            private Result Accept(IdentityUser user) => new(user.Id != "", null);
            private async Task<Result> AcceptAsync(IdentityUser user) { await Task.Yield(); return Accept(user); }
            private (bool Success, string? Error) Tell() => (_hot, null);
            private Result TrackVisit() => new(_hot, null);
            private void Keep(IdentityResult result) => _last = result;
            private void Show(string text) => Console.Write(text);
            private void ShowSuccess() { }
            private void Go() { }
            private void Stop() { }
        }
        """;

    [TestCase("""var state = images.Check(name); if (!state.IsSuccess) { images.Repair(name); state = images.Check(name); Use(state.IsSuccess); }""",
        TestName = "The next statement checks anew")]
    [TestCase("images.SendIcon(name); if (images.SendText(name)) Use(true);",
        TestName = "The other half of a pair decides")]
    [TestCase("""var answer = images.Check(name); if (answer.IsSuccess) { notes.Post($"{name} is there"); return answer; }""",
        TestName = "A notice before an answer that was known")]
    [TestCase("""var answer = images.Check(name); if (answer.IsSuccess) { if (name != "") notes.Post("new"); return answer; }""",
        TestName = "A notice in a branch before the answer")]
    [TestCase("clouds.Upload(name);", TestName = "A client that throws by itself")]
    [TestCase("page.GotoAsync(name).Wait(); await page.GotoAsync(name);", TestName = "A page that is opened")]
    [TestCase("var shown = await page.GotoAsync(name);", TestName = "A page that is opened, and kept")]
    public Task What_the_next_statement_settles(string code) => Allows(Images(code));

    [TestCase("var state = images.Check(name); if (!state.IsSuccess) { [|images.Repair(name)|]; Use(false); }",
        TestName = "Nobody checks anew")]
    [TestCase("""var state = images.Check(name); if (!state.IsSuccess) { [|images.Repair(name)|]; var again = images.Check(name); Use(again.IsSuccess); }""",
        TestName = "What was asked is not what is made anew")]
    [TestCase("[|images.SendIcon(name)|]; if (images.SendText(\"other\")) Use(true);", TestName = "Another argument")]
    [TestCase("[|images.SendIcon(name)|]; Use(images.SendText(name));",
        TestName = "A second half that decides nothing")]
    [TestCase("[|notes.Post(\"new\")|]; Use(true);", TestName = "A notice before other work")]
    [TestCase("[|images.SendIcon(\"new\")|]; return images.Check(name);", TestName = "A text that nobody logs")]
    public Task What_it_does_not(string code) => Flags(Images(code));

    private static string Images(string code) => $$"""
        using Microsoft.Extensions.Logging;
        namespace Microsoft.Playwright
        {
            public interface IResponse { bool Ok { get; } int Status { get; } string StatusText { get; } string Error { get; } }
            public interface IPage { Task<IResponse?> GotoAsync(string address); }
        }
        namespace Azure { public class Response { public bool IsError { get; set; } public int Status { get; set; } } }
        public record State(bool IsSuccess, string? Error);
        public class Clouds { public Azure.Response Upload(string name) => new(); }
        public class Pictures
        {
            public State Check(string name) => new(name != "", null);
            public State Repair(string name) => new(name != "", null);
            public bool SendIcon(string name) { try { System.IO.File.Delete(name); return true; } catch { return false; } }
            public bool SendText(string name) { try { System.IO.File.Delete(name); return true; } catch { return false; } }
        }
        public class Notes(ILogger<Notes> logger)
        {
            public bool Post(string text) => Send(text);
            private bool Send(string text)
            {
                try { System.IO.File.Delete(text); return true; }
                catch (Exception e) { logger.LogError(e, "Not sent"); return false; }
            }
        }
        public class Desk(Pictures images, Notes notes, Clouds clouds, Microsoft.Playwright.IPage page)
        {
            public async Task<State?> Run(string name) { await Task.Yield(); {{code}} return null; }
            private static void Use(bool value) { }
        }
        """;

    [TestCase("""await [|db.Orders.Where(o => o.Id == id).ExecuteUpdateAsync(s => s.SetProperty(o => o.Paid, true))|]; return NoContent();""",
        TestName = "An update of one row")]
    [TestCase("""await [|db.Orders.Where(o => o.Id == id && !o.Paid).ExecuteUpdateAsync(s => s.SetProperty(o => o.Paid, true))|]; return Ok();""",
        TestName = "An update of one row on a condition")]
    [TestCase("""[|db.Orders.Where(o => o.Id == id).ExecuteUpdate(s => s.SetProperty(o => o.Paid, true))|]; return Ok(id);""",
        TestName = "An update that blocks")]
    [TestCase("await [|db.Orders.AsNoTracking().Where(o => o.Id == id).ExecuteDeleteAsync()|]; return Ok(\"deleted\");",
        TestName = "A row that is said to be deleted")]
    public async Task A_count_of_rows_that_nobody_looks_at(string code)
    {
        await Given.WithReferences(References.EntityFrameworkCore).Suggests(Orders(code));
        await Given.WithReferences(References.EntityFrameworkCore).Suggests(MappedOrders(code));
    }

    [TestCase("await db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync(); return NoContent();",
        TestName = "What is gone is gone")]
    [TestCase("""await db.Orders.Where(o => o.Paid).ExecuteUpdateAsync(s => s.SetProperty(o => o.Paid, true)); return Ok();""",
        TestName = "Any number of rows")]
    [TestCase("""if (!await db.Orders.AnyAsync(o => o.Id == id)) return NotFound(); await db.Orders.Where(o => o.Id == id).ExecuteUpdateAsync(s => s.SetProperty(o => o.Paid, true)); return Ok();""",
        TestName = "A row that was looked for")]
    [TestCase("""var rows = await db.Orders.Where(o => o.Id == id).ExecuteUpdateAsync(s => s.SetProperty(o => o.Paid, true)); return rows == 0 ? NotFound() : Ok();""",
        TestName = "A count that is looked at")]
    [TestCase("""_ = await db.Orders.Where(o => o.Id == id).ExecuteUpdateAsync(s => s.SetProperty(o => o.Paid, true)); return Ok();""",
        TestName = "A count that is discarded on purpose")]
    [TestCase("""var newest = 3; await db.Orders.Where(o => o.Id == newest).ExecuteUpdateAsync(s => s.SetProperty(o => o.Paid, true)); return Ok();""",
        TestName = "A row that no request names")]
    [TestCase("""await db.Orders.Where(o => o.Customer == id).ExecuteUpdateAsync(s => s.SetProperty(o => o.Paid, true)); return Ok();""",
        TestName = "All rows of a customer")]
    [TestCase("""/* best effort */ await db.Orders.Where(o => o.Id == id).ExecuteUpdateAsync(s => s.SetProperty(o => o.Paid, true)); return Ok();""",
        TestName = "A comment says that it does not matter")]
    public async Task A_count_of_rows_that_tells_nothing(string code)
    {
        await Given.WithReferences(References.EntityFrameworkCore).Allows(Orders(code));
        await Given.WithReferences(References.EntityFrameworkCore).Allows(MappedOrders(code));
    }

    [Test]
    public Task A_method_that_no_request_calls_is_asked_by_nobody() =>
        Given.WithReferences(References.EntityFrameworkCore).Allows(
            Orders("await db.Orders.Where(o => o.Id == id).ExecuteUpdateAsync(s => s.SetProperty(o => o.Paid, true)); "
                + "return Ok();", "[NonAction]"));

    private static string Orders(string code, string attribute = "[HttpPost]") => $$"""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        public class Order { public int Id { get; set; } public int Customer { get; set; } public bool Paid { get; set; } }
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        public class OrdersController(Shop db) : ControllerBase
        {
            {{attribute}}
            public async Task<IActionResult> Change(int id)
            {
                await Task.Yield();
                {{code}}
            }
        }
        """;

    private static string MappedOrders(string code) => $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.EntityFrameworkCore;
        using static Microsoft.AspNetCore.Http.Results;
        var app = WebApplication.Create();
        app.MapPost("/orders/{id}", async Task<IResult> (Shop db, int id) =>
        {
            await Task.Yield();
            {{code}}
        });
        app.Run();
        public class Order { public int Id { get; set; } public int Customer { get; set; } public bool Paid { get; set; } }
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        """;

    [TestCase(
        "var made = await _users.CreateAsync(user); if (!made.Succeeded) { await _users.DeleteAsync(user); return; }",
        TestName = "Behind a failed check")]
    [TestCase(
        "if (_hot) { await _users.UpdateAsync(user); throw new InvalidOperationException(\"hot\"); }",
        TestName = "Before an exception")]
    public Task What_is_put_away_where_something_failed(string code) => Allows(Registering(code));

    [TestCase(
        "var made = await _users.CreateAsync(user); if (!made.Succeeded) { await [|_users.DeleteAsync(user)|]; } Go();",
        TestName = "All goes on behind it")]
    [TestCase(
        "var made = await _users.CreateAsync(user); if (made.Succeeded) { await [|_users.UpdateAsync(user)|]; "
        + "return; }",
        TestName = "The side of the success")]
    [TestCase("if (_hot) { await [|_users.UpdateAsync(user)|]; return; }",
        TestName = "An early end that is no failure")]
    public Task What_is_done_where_nothing_failed(string code) => Flags(Registering(code));

    [TestCase("return BadRequest(\"expired\");", TestName = "A bad request")]
    [TestCase("return Unauthorized();", TestName = "A refusal")]
    public Task What_is_put_away_before_a_refusal(string answer) =>
        Allows(Confirming($"await _users.UpdateAsync(user); {answer}"));

    [TestCase("return Ok();", TestName = "A word of success")]
    public Task What_is_done_before_a_word_of_success(string answer) =>
        Flags(Confirming($"await [|_users.UpdateAsync(user)|]; {answer}"));

    private static string Confirming(string code) => $$"""
        using Microsoft.AspNetCore.Identity;
        using Microsoft.AspNetCore.Mvc;
        public class AccountController(UserManager<IdentityUser> _users) : ControllerBase
        {
            public async Task<IActionResult> Confirm(IdentityUser user, DateTime until)
            {
                if (until < DateTime.UtcNow) { {{code}} }
                return Ok();
            }
        }
        """;

    [TestCase("await RecountAsync(shelf.Id);", TestName = "Its false says that nothing had to change")]
    [TestCase("await SearchShelvesAsync(shelf.Id);", TestName = "It has no failing answer")]
    [TestCase("book.MarkRemoved();", TestName = "What is removed already stays removed")]
    [TestCase("await GetShelfAsync(shelf.Id);", TestName = "A read that warms a cache")]
    [TestCase("cache.Set(\"shelf\", new Answer<int> { Data = 1 });", TestName = "A call that gives back its argument")]
    public Task What_cannot_have_failed(string code) => Allows(Shelves(code));

    [TestCase("await [|CountAsync(shelf.Id)|];", TestName = "Of what was loaded here")]
    [TestCase("foreach (var one in ids.Distinct()) await [|CountAsync(one)|];",
        TestName = "Of a list that was made here")]
    [TestCase("made.Books.Add(book); await [|CountAsync(book.Shelf)|];", TestName = "Of what was added here")]
    [TestCase("shelf.LastChecked = DateTime.UtcNow; await [|StoreAsync(shelf)|];",
        TestName = "A time of the last look")]
    [TestCase("shelf.LastUsedAt = DateTime.UtcNow; await [|StoreAsync(shelf)|];",
        TestName = "A time that is null before the first visit")]
    public Task What_can_hardly_have_failed(string code) => Suggests(Shelves(code));

    [TestCase("await [|CountAsync(wanted)|];", TestName = "Of what a caller has asked for")]
    [TestCase("await [|CountAsync(book.Shelf)|];", TestName = "Of what a caller has handed over")]
    [TestCase("await [|FillAsync(shelf.Id)|];", TestName = "It may be locked")]
    [TestCase("[|book.Publish()|];", TestName = "What is published already is a conflict")]
    [TestCase("shelf.LastBook = 3; shelf.LastChecked = DateTime.UtcNow; await [|StoreAsync(shelf)|];",
        TestName = "A time and more")]
    [TestCase("var fresh = new Shelf(); fresh.LastChecked = DateTime.UtcNow; await [|StoreAsync(fresh)|];",
        TestName = "A new row")]
    public Task What_can_have_failed(string code) => Flags(Shelves(code));

    private static string Shelves(string code) => $$"""
        public class Answer<T>
        {
            public T? Data { get; set; }
            public IEnumerable<Exception>? Errors { get; set; }
            public bool IsSuccess => Errors is null && Data is not (null or false);
        }
        public class Cache { public T Set<T>(string key, T value) => value; }
        public class Shelf { public int Id; public bool Locked; public int LastBook { get; set; } public DateTime LastChecked { get; set; } public DateTime? LastUsedAt { get; set; } public List<Book> Books { get; } = []; }
        public class Book
        {
            private bool _removed;
            public int Shelf { get; set; }
            public Result MarkRemoved() { if (_removed) return Result.Failure(Faults.AlreadyRemoved); _removed = true; return Result.Success(); }
            public Result Publish() { if (_removed) return Result.Failure(Faults.AlreadyOut); _removed = true; return Result.Success(); }
        }
        public static class Faults { public const string AlreadyRemoved = "removed"; public const string AlreadyOut = "out"; }
        public record Result(bool IsSuccess, string? Error)
        {
            public static Result Success() => new(true, null);
            public static Result Failure(string error) => new(false, error);
        }
        public class Library(Cache cache)
        {
            private readonly Dictionary<int, Shelf> _shelves = [];
            public async Task RunAsync(int wanted, Book book)
            {
                var made = new Shelf();
                var shelf = await OneAsync();
                var ids = new List<int> { shelf.Id };
                {{code}}
            }
            private async Task<Shelf> OneAsync() { await Task.Yield(); return _shelves[1]; }
            private async Task<Answer<bool>> CountAsync(int id)
            {
                await Task.Yield();
                var shelf = _shelves.GetValueOrDefault(id);
                if (shelf is null) return new Answer<bool> { Data = false };
                shelf.LastBook++;
                return new Answer<bool> { Data = true };
            }
            private async Task<Answer<bool>> FillAsync(int id)
            {
                await Task.Yield();
                if (_shelves[id].Locked) return new Answer<bool> { Data = false };
                return new Answer<bool> { Data = true };
            }
            private async Task<Answer<bool>> RecountAsync(int id)
            {
                await Task.Yield();
                var shelf = _shelves.GetValueOrDefault(id);
                if (shelf == null) return new Answer<bool> { Data = false };
                var updated = false;
                if (shelf.LastBook < 3) { shelf.LastBook = 3; updated = true; }
                return new Answer<bool> { Data = updated };
            }
            private async Task<Answer<List<Shelf>>> SearchShelvesAsync(int id) { await Task.Yield(); return new Answer<List<Shelf>> { Data = new List<Shelf> { _shelves[id] } }; }
            private async Task<Answer<Shelf?>> GetShelfAsync(int id) { await Task.Yield(); return new Answer<Shelf?> { Data = _shelves.GetValueOrDefault(id) }; }
            private async Task<Result> StoreAsync(Shelf shelf)
            {
                try { await File.WriteAllTextAsync("shelf", shelf.Id.ToString()); return Result.Success(); }
                catch (IOException e) { return Result.Failure(e.Message); }
            }
        }
        """;
}
