using AiAwareAnalyzers.ErrorHandling;

namespace AiAwareAnalyzers.Tests.ErrorHandling;

public sealed class MistakenTimeoutTests : RuleTests<MistakenTimeout>
{
    private const string Get = "await _client.GetStringAsync(\"/\", token)";

    [TestCase(Get, "[|(OperationCanceledException)|] { return \"cancelled\"; }", TestName = "A text")]
    [TestCase(Get, "[|(TaskCanceledException)|] { return \"cancelled\"; }", TestName = "The derived exception")]
    [TestCase(Get, "[|(OperationCanceledException gone)|] { _log.LogWarning(gone, \"cancelled\"); return \"\"; }",
        TestName = "A log")]
    [TestCase(Get, "[|(OperationCanceledException)|] { return null; }", TestName = "Nothing")]
    [TestCase(Get, "[|(OperationCanceledException)|] { _log.LogInformation(\"stopped\"); } return \"\";",
        TestName = "Going on behind")]
    [TestCase("await (await _client.GetAsync(\"/\", token)).Content.ReadAsStringAsync()",
        "[|(OperationCanceledException)|] { return \"cancelled\"; }",
        TestName = "The second of two awaits has no token")]
    [TestCase("await _client.GetStringAsync(\"/\", token).ConfigureAwait(false)",
        "[|(OperationCanceledException)|] { return \"cancelled\"; }", TestName = "Behind ConfigureAwait")]
    [TestCase("await _client.GetStringAsync(\"/\", _token)",
        "[|(OperationCanceledException)|] { return \"cancelled\"; }", TestName = "A token in a field")]
    [TestCase("(await _client.PostAsJsonAsync(\"/\", 1, token)).ReasonPhrase",
        "[|(OperationCanceledException)|] { return \"cancelled\"; }", TestName = "A request with a body")]
    public Task A_timeout_that_looks_like_a_wish(string call, string clause) => Suggests(Getting(call, clause));

    [TestCase(Get, "(OperationCanceledException) when (token.IsCancellationRequested) { return \"\"; }",
        TestName = "A filter that asks the token")]
    [TestCase(Get, "(TaskCanceledException gone) when (gone.InnerException is TimeoutException) { return \"\"; }",
        TestName = "A filter that asks the cause")]
    [TestCase(Get, "(OperationCanceledException) { throw; }", TestName = "Thrown on")]
    [TestCase(Get, "(OperationCanceledException) { token.ThrowIfCancellationRequested(); return \"\"; }",
        TestName = "The token is asked to throw")]
    [TestCase(Get, "(OperationCanceledException) { return token.IsCancellationRequested ? \"\" : \"late\"; }",
        TestName = "The token is asked in the handler")]
    [TestCase(Get, "(TaskCanceledException gone) { return gone.InnerException is null ? \"\" : \"late\"; }",
        TestName = "The cause is asked in the handler")]
    [TestCase(
        Get, "(OperationCanceledException) { return \"request timed out\"; }", TestName = "It says that time is over")]
    [TestCase(Get, "(OperationCanceledException) { return Timeout(); }", TestName = "A method for a timeout")]
    [TestCase(Get, "(OperationCanceledException) { throw new TimeoutException(); }", TestName = "Another exception")]
    [TestCase(Get, "(HttpRequestException) { return \"\"; }", TestName = "Another failure")]
    [TestCase(Get, "(Exception) { return \"\"; }", TestName = "Everything, which is another defect")]
    [TestCase("await _client.GetStringAsync(\"/\")", "(OperationCanceledException) { return \"late\"; }",
        TestName = "No token: it can only be the time")]
    [TestCase("await _client.GetStringAsync(\"/\", CancellationToken.None)",
        "(OperationCanceledException) { return \"late\"; }", TestName = "A token that nobody cancels")]
    [TestCase("(await _store.LoadAsync(token)).Count.ToString()", "(OperationCanceledException) { return \"\"; }",
        TestName = "No request: it can only be the caller")]
    [TestCase("await Task.Run(() => \"\", token)", "(OperationCanceledException) { return \"\"; }",
        TestName = "Work in the process")]
    [TestCase("await File.ReadAllTextAsync(\"orders\", token)", "(OperationCanceledException) { return \"\"; }",
        TestName = "A file has no timeout")]
    public Task What_tells_them_apart_or_need_not(string call, string clause) => Allows(Getting(call, clause));

    [Test]
    public Task What_puts_things_away() => Allows(Shop.With("""
        public async Task CloseAsync(CancellationToken token)
        {
            try { await _client.DeleteAsync("/session", token); }
            catch (OperationCanceledException) { _log.LogInformation("cancelled"); }
        }
        """));

    [Test]
    public Task A_request_inside_a_lambda_ends_there() => Allows(Shop.With("""
        public Func<Task<string>> Getter(CancellationToken token)
        {
            try { return async () => await _client.GetStringAsync("/", token); }
            catch (OperationCanceledException) { return null; }
        }
        """));

    private const string Filter = "when (failed is not OperationCanceledException)";

    [TestCase("await _client.GetStringAsync(\"/\" + id, token);", Filter, TestName = "A request with a token")]
    [TestCase("await _client.GetStringAsync(\"/\" + id);", Filter, TestName = "A request without a token")]
    [TestCase("await _client.PostAsJsonAsync(\"/\", id, token).ConfigureAwait(false);", Filter,
        TestName = "A request with a body")]
    [TestCase("await FetchAsync(id);", Filter, TestName = "A method that makes the request")]
    [TestCase("await HandOnAsync(id);", Filter, TestName = "A method that hands the task on")]
    [TestCase("await _client.GetStringAsync(\"/\");", "when (failed is not TaskCanceledException)",
        TestName = "The derived exception")]
    [TestCase("await _client.GetStringAsync(\"/\");", "when (!(failed is OperationCanceledException))",
        TestName = "Denied by an operator")]
    [TestCase(
        "await _client.GetStringAsync(\"/\");", "when (failed is not (OperationCanceledException or IOException))",
        TestName = "One of two kinds")]
    [TestCase("await _client.GetStringAsync(\"/\");", "when (_on && failed is not OperationCanceledException)",
        TestName = "Beside another question")]
    public Task A_timeout_ends_the_whole_batch(string call, string filter) => Flags(
        Batch(call, $"catch [|(Exception failed)|] {filter} {{ _log.LogWarning(failed, \"skipped\"); }}"));

    [TestCase("await _client.GetStringAsync(\"/\", token);",
        "catch (Exception failed) when (failed is not OperationCanceledException || !token.IsCancellationRequested) "
        + "{ _log.LogWarning(failed, \"\"); }",
        TestName = "The filter asks the token")]
    [TestCase("await _client.GetStringAsync(\"/\", token);",
        "catch (OperationCanceledException) when (!token.IsCancellationRequested) { _log.LogWarning(\"late\"); } "
        + "catch (Exception failed) when (failed is not OperationCanceledException) { _log.LogWarning(failed, \"\"); }",
        TestName = "A clause in front takes the timeout")]
    [TestCase("await _store.SaveAsync(new Order(), token);",
        "catch (Exception failed) when (failed is not OperationCanceledException) { _log.LogWarning(failed, \"\"); }",
        TestName = "No request")]
    [TestCase("await QuietAsync();",
        "catch (Exception failed) when (failed is not OperationCanceledException) { _log.LogWarning(failed, \"\"); }",
        TestName = "A method that takes its timeout itself")]
    [TestCase("await _store.SaveAsync(new Order()); _client.CancelPendingRequests();",
        "catch (Exception failed) when (failed is not OperationCanceledException) { _log.LogWarning(failed, \"\"); }",
        TestName = "A call of a client that waits for nothing")]
    [TestCase("await _client.GetStringAsync(\"/\");",
        "catch (Exception failed) when (failed is not TimeoutException) { _log.LogWarning(failed, \"\"); }",
        TestName = "Another failure is kept away")]
    [TestCase("try { await _client.GetStringAsync(\"/\"); } catch (TaskCanceledException) { throw new IOException(); }",
        "catch (Exception failed) when (failed is not OperationCanceledException) { _log.LogWarning(failed, \"\"); }",
        TestName = "A try inside takes it")]
    public Task A_batch_that_goes_on(string call, string clauses) => Allows(Batch(call, clauses));

    [Test]
    public Task A_timeout_in_a_method_ends_that_method() => Allows(Shop.With($$"""
        public async Task GetAsync()
        {
            try { await _client.GetStringAsync("/"); }
            catch (Exception failed) {{Filter}} { _log.LogWarning(failed, "none"); }
        }
        """));

    [Test]
    public Task A_client_that_waits_for_ever() => Allows(
        Batch(
            "_client.Timeout = System.Threading.Timeout.InfiniteTimeSpan; await _client.GetStringAsync(\"/\");",
            $"catch (Exception failed) {Filter} {{ _log.LogWarning(failed, \"skipped\"); }}"));

    [Test]
    public Task A_loop_inside_the_try_is_meant_to_end() => Allows(Shop.With($$"""
        public async Task GetAllAsync(int[] ids)
        {
            try { foreach (var id in ids) await _client.GetStringAsync("/" + id); }
            catch (Exception failed) {{Filter}} { _log.LogWarning(failed, "none"); }
        }
        """));

    [Test]
    public Task A_try_around_takes_the_timeout_of_one_item() => Allows(
        Batch(
            $"try {{ await _client.GetStringAsync(\"/\"); }} catch (Exception failed) {Filter} {{ throw; }}",
            "catch (Exception) { }"));

    [Test]
    public Task A_background_service_ends_with_its_loop() => Flags(Types($$"""
        public class Poll : BackgroundService
        {
            private readonly HttpClient _client = new();
            protected override async Task ExecuteAsync(CancellationToken token)
            {
                while (!token.IsCancellationRequested)
                {
                    try { await _client.GetStringAsync("/", token); }
                    catch [|(Exception failed)|] {{Filter}} { Console.Write(failed); }
                }
            }
        }
        """));

    [Test]
    public Task A_loop_of_retries_gives_up_early_and_the_caller_is_told() => Allows(Types($$"""
        public class Poll
        {
            private readonly HttpClient _client = new();
            public async Task ExecuteAsync(CancellationToken token)
            {
                while (!token.IsCancellationRequested)
                {
                    try { await _client.GetStringAsync("/", token); }
                    catch (Exception failed) {{Filter}} { Console.Write(failed); }
                }
            }
        }
        """));

    [Test]
    public Task A_component_takes_a_timeout_for_a_wish_and_shows_nothing() => Suggests(Types($$"""
        public class Page : ComponentBase
        {
            private readonly HttpClient _client = new();
            private async Task LoadAsync()
            {
                try { await _client.GetStringAsync("/"); }
                catch [|(Exception failed)|] {{Filter}} { Console.Write(failed); }
            }
        }
        """));

    [Test]
    public Task A_component_that_takes_the_timeout_where_it_calls() => Allows(Types($$"""
        public class Page : ComponentBase
        {
            private readonly HttpClient _client = new();
            private async Task ClickAsync()
            {
                try { await LoadAsync(); }
                catch (OperationCanceledException) { Console.Write("late"); }
            }

            private async Task LoadAsync()
            {
                try { await _client.GetStringAsync("/"); }
                catch (Exception failed) {{Filter}} { Console.Write(failed); }
            }
        }
        """));

    [Test]
    public Task What_is_tested_may_fail_as_it_likes() => Allows(Types($$"""
        namespace NUnit.Framework { public class TestAttribute : Attribute { } }

        public class Calls
        {
            private readonly HttpClient _client = new();
            [NUnit.Framework.Test] public async Task All()
            {
                foreach (var path in new[] { "/a", "/b" })
                {
                    try { await _client.GetStringAsync(path); }
                    catch (Exception failed) {{Filter}} { Console.Write(failed); }
                }
            }
        }
        """));

    private static string Types(string types) => types + """


        public abstract class BackgroundService { protected abstract Task ExecuteAsync(CancellationToken token); }
        public abstract class ComponentBase { }
        """;

    [Test]
    public Task The_message_says_what_ends_and_what_to_ask() => Says(
        Batch(
            "await _client.GetStringAsync(\"/\", token);",
            $"catch [|(Exception failed)|] {Filter} {{ _log.LogWarning(failed, \"skipped\"); }}"),
        "'GetStringAsync' passes by this catch also when its time is over and no one has cancelled, and the rest "
        + "of the loop is never reached; let the filter ask the token: add '|| !token.IsCancellationRequested'");

    [TestCase("await _store.SaveAsync(new Order(), _source.Token); await _client.GetStringAsync(\"/\");",
        "let the filter ask the token: add '|| !_source.Token.IsCancellationRequested'",
        TestName = "The token of another call in the try")]
    [TestCase("await _client.GetStringAsync(\"/\", CancellationToken.None);",
        "let the filter ask the token: add '|| !token.IsCancellationRequested'",
        TestName = "A token of the method that the call is not given")]
    public Task The_message_names_whatever_token_can_end_the_try(string calls, string advice) => Says(
        Batch(calls, $"catch [|(Exception failed)|] {Filter} {{ _log.LogWarning(failed, \"skipped\"); }}"),
        "'GetStringAsync' passes by this catch also when its time is over and no one has cancelled, and the rest "
        + "of the loop is never reached; " + advice);

    [Test]
    public Task The_message_advises_to_leave_out_a_filter_where_there_is_no_token() => Says(
        Shop.With($$"""
            public async Task GetAllAsync(int[] ids)
            {
                foreach (var id in ids)
                {
                    try { await _client.GetStringAsync("/" + id); }
                    catch [|(Exception failed)|] {{Filter}} { _log.LogWarning(failed, "skipped"); }
                }
            }
            """),
        "'GetStringAsync' passes by this catch also when its time is over and no one has cancelled, and the rest "
        + "of the loop is never reached; leave the filter out, because nothing here can be cancelled");

    private static string Batch(string call, string clauses) =>
        "using System.Net.Http.Json;\n" + Shop.With($$"""
        private bool _on;
        private readonly CancellationTokenSource _source = new CancellationTokenSource();

        public async Task SendAllAsync(List<int> ids, CancellationToken token)
        {
            foreach (var id in ids)
            {
                try { {{call}} }
                {{clauses}}
            }
        }

        private async Task<string> FetchAsync(int id) => await _client.GetStringAsync("/" + id);
        private Task<string> HandOnAsync(int id) => FetchAsync(id);
        private async Task QuietAsync()
        {
            try { await _client.GetStringAsync("/"); }
            catch (Exception) { _log.LogWarning("none"); }
        }
        """);

    [Test]
    public Task The_message_names_the_call_and_the_token() => WithOption("ai_aware.high_risk", "*.cs").Says(
        Getting(Get, "[|(OperationCanceledException)|] { return \"cancelled\"; }"),
        "'GetStringAsync' ends in this catch also when its time is over and no one has cancelled, and the outage "
        + "passes "
        + "for the caller's wish; add when (token.IsCancellationRequested), and treat the rest as a failure");

    private static string Getting(string call, string clause) =>
        "using System.Net.Http.Json;\n" + Shop.With($$"""
        private CancellationToken _token;

        public async Task<string> GetAsync(CancellationToken token)
        {
            try { return {{call}}; }
            catch {{clause}}
        }

        private string Timeout() => "late";
        """);
}
