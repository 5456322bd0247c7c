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
    public Task A_timeout_that_looks_like_a_wish(string call, string clause) => Flags(Getting(call, clause));

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

    [Test]
    public Task The_message_names_the_call_and_the_token() => Says(
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
