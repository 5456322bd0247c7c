namespace AiAwareAnalyzers.Tests.ErrorHandling;

/// <summary>Answers after a failure that those who get them understand, and messages about the others.</summary>
public sealed partial class FailureBecomesValueTests
{
    [TestCase("MustAsync(NameIsFreeAsync);", "NameIsFreeAsync", TestName = "A validator is given the condition")]
    [TestCase("_ = BeFreeAsync(\"\");", "BeFreeAsync", TestName = "A condition whose name says what a value must be")]
    public Task A_condition_that_lets_pass_and_says_why(string use, string name) => Allows(Validator(
        use, name, "private", "// The handler asks again before it saves\n return true;"));

    [TestCase("MustAsync(NameIsFreeAsync);", "NameIsFreeAsync", "private", "return true;", TestName = "No reason")]
    [TestCase("MustAsync(NameIsFreeAsync);", "NameIsFreeAsync", "public",
        "// The handler asks again before it saves\n return true;", TestName = "A condition that anybody may ask")]
    [TestCase("_ = NameIsFreeAsync(\"\");", "NameIsFreeAsync", "private",
        "// The handler asks again before it saves\n return true;", TestName = "A function that is only called")]
    [TestCase("MustAsync(NameIsFreeAsync); _ = NameIsFreeAsync(\"\");", "NameIsFreeAsync", "private",
        "// The handler asks again before it saves\n return true;", TestName = "A condition that is called besides")]
    [TestCase("_ = BestNameAsync(\"\");", "BestNameAsync", "private",
        "// The handler asks again before it saves\n return true;", TestName = "A word that begins with be")]
    public Task Other_conditions(string use, string name, string access, string handler) =>
        Flags(Validator(use, name, access, handler).Replace("catch (Exception)", "[|catch (Exception)|]"));

    private static string Validator(string use, string name, string access, string handler) => Shop.With($$"""
        private void MustAsync(Func<string, Task<bool>> condition) { }
        public void Configure() { {{use}} }
        {{access}} async Task<bool> {{name}}(string value)
        {
            try { return await _store.CountAsync() == value.Length; }
            catch (Exception) { {{handler}} }
        }
        """);

    [TestCase("var page = await pages.LoadAsync(url); if (page is null) return -1; return page.Length;",
        TestName = "A pattern")]
    [TestCase("var page = await pages.LoadAsync(url); return page?.Length ?? -1;", TestName = "A question mark")]
    [TestCase("if (await pages.LoadAsync(url) == null) return -1; return 1;", TestName = "A comparison")]
    public Task Null_that_stands_for_failures_only_is_understood_by_those_who_ask(string use) =>
        Allows(Loading(use, "return null;", "return await answer.Content.ReadAsStringAsync();", "catch (Exception)"));

    [TestCase("return (await pages.LoadAsync(url))!.Length;", TestName = "Nobody asks")]
    [TestCase("await Task.Yield(); return 0;", TestName = "Nobody calls")]
    [TestCase("var page = await pages.LoadAsync(url); return page is null ? NotFound() : page.Length;",
        TestName = "Taken for what is not there")]
    public Task Those_who_do_not_ask_do_not(string use) => Flags(Loading(
        use, "return null;", "return await answer.Content.ReadAsStringAsync();", "[|catch (Exception)|]"));

    [TestCase("throw new InvalidOperationException();", "return await answer.Content.ReadAsStringAsync();",
        TestName = "No other way ends in it")]
    [TestCase("return null;", "return url.Length == 0 ? null : await answer.Content.ReadAsStringAsync();",
        TestName = "It may mean that there was nothing")]
    [TestCase("return null;", "if (url.Length == 0) return null; return await answer.Content.ReadAsStringAsync();",
        TestName = "Another way that has not failed ends in it")]
    public Task Null_that_may_mean_something_else(string failed, string answer) => Flags(Loading(
        "return (await pages.LoadAsync(url))?.Length ?? 0;", failed, answer, "[|catch (Exception)|]"));

    [Test]
    public Task An_empty_text_is_data_whoever_asks()
    {
        var code = Loading(
            "return (await pages.LoadAsync(url))?.Length ?? 0;",
            "return null;",
            "return await answer.Content.ReadAsStringAsync();",
            "[|catch (Exception)|]");
        return Flags(code.Replace("return null;", "return \"\";", StringComparison.Ordinal));
    }

    [TestCase("""var folder = folders.GetFolder(); if (string.IsNullOrEmpty(folder)) { _log.LogError("none"); return 0; } return 1;""",
        TestName = "And says so in the log")]
    [TestCase("var folder = folders.GetFolder(); if (folder is null) throw new InvalidOperationException(); return 1;",
        TestName = "And throws")]
    [TestCase("_log.LogInformation($\"{folders.GetFolder()}\"); return 1;", TestName = "Only to log it")]
    [TestCase("""var folder = folders.GetFolder(); _log.LogInformation("at " + folder); return 1;""", TestName = "Logged as a local")]
    public Task Null_that_every_caller_takes_for_a_failure(string use) =>
        Allows(Folders(use, "_log.LogError(ex, \"no\");"));

    [TestCase("var folder = folders.GetFolder(); if (folder is null) return 0; return 1;", "_log.LogError(ex, \"no\");",
        TestName = "For nothing there")]
    [TestCase("return folders.GetFolder()!.Length;", "_log.LogError(ex, \"no\");", TestName = "For a text")]
    [TestCase("""_log.LogInformation($"{folders.GetFolder()}"); return folders.GetFolder()?.Length ?? 0;""", "_log.LogError(ex, \"no\");",
        TestName = "Not only to log it")]
    public Task Null_that_some_caller_takes_for_an_answer(string use, string handler) =>
        Flags(Folders(use, handler)
            .Replace("catch (Exception ex)", "[|catch (Exception ex)|]", StringComparison.Ordinal));

    private static string Folders(string use, string handler) => Shop.With($$"""
        public class Folders
        {
            private readonly ILogger _log;
            public string? GetFolder()
            {
                try
                {
                    if (Directory.Exists("a")) return Path.GetFullPath("a");
                    return Directory.CreateDirectory("b").FullName;
                }
                catch (Exception ex) { {{handler}} return null; }
            }
        }
        public int Look(Folders folders) { {{use}} }
        """);

    [TestCase("client.SendAsync(\"Error\", \"no\")", "", "", TestName = "Sent to the client")]
    [TestCase("client.JoinAsync(\"room\")", "[|", "|]", TestName = "Something else is done")]
    public Task A_client_that_is_told(string call, string open, string close)
    {
        var code = Shop.With($$"""
            public async Task<object?> FetchAsync(Microsoft.AspNetCore.SignalR.IClientProxy client)
            {
                try { return await _store.CountAsync(); }
                {{open}}catch (Exception ex){{close}} { _log.LogError(ex, "no"); await {{call}}; return null; }
            }
            """) + """

            namespace Microsoft.AspNetCore.SignalR
            {
                public interface IClientProxy { Task SendAsync(string method, object what); Task JoinAsync(string room); }
            }
            """;
        return open.Length == 0 ? Allows(code) : Flags(code);
    }

    [TestCase("MemoryStream", "", "", TestName = "Read from memory")]
    [TestCase("FileStream", "[|", "|]", TestName = "Read from a file")]
    public Task A_stream_in_memory_is_no_way_out(string stream, string open, string close)
    {
        var code = Shop.With($$"""
            public class Record { public static Task<Record> DeserializeAsync(Stream stream) => Task.FromResult(new Record()); }
            public async Task<Record?> ReadAsync({{stream}} stream)
            {
                try { return await Record.DeserializeAsync(stream); }
                {{open}}catch (Exception ex){{close}} { _log.LogError(ex, "no"); return null; }
            }
            """);
        return stream == "MemoryStream" ? Allows(code) : Flags(code);
    }

    [TestCase("if (!await pages.WarmAsync(url)) return 0; return 1;", TestName = "A negation")]
    [TestCase("return await pages.WarmAsync(url) ? 1 : 0;", TestName = "A choice")]
    public Task False_that_stands_for_failures_only_is_understood_by_those_who_ask(string use) =>
        Allows(Warming(use, "return true;", "catch (Exception)"));

    [TestCase("await pages.WarmAsync(url); return 1;", "return true;", TestName = "Nobody looks")]
    [TestCase("return await pages.WarmAsync(url) ? 1 : 0;", "return url.Length > 3;", TestName = "It is an answer too")]
    public Task False_that_is_not_understood(string use, string answer) =>
        Flags(Warming(use, answer, "[|catch (Exception)|]"));

    private static string Warming(string use, string answer, string clause) => Shop.With($$"""
        public class Pages
        {
            private readonly HttpClient _client = new HttpClient();
            public async Task<bool> WarmAsync(string url)
            {
                try
                {
                    var page = await _client.GetAsync(url);
                    if (!page.IsSuccessStatusCode) return false;
                    {{answer}}
                }
                {{clause}} { return false; }
            }
        }
        public async Task<int> RunAsync(Pages pages, string url) { {{use}} }
        """);

    private static string Loading(string use, string failed, string answer, string clause) => Shop.With($$"""
        public class Pages
        {
            private readonly HttpClient _client = new HttpClient();
            public async Task<string?> LoadAsync(string url)
            {
                try
                {
                    var answer = await _client.GetAsync(url);
                    if (!answer.IsSuccessStatusCode) {{failed}}
                    {{answer}}
                }
                {{clause}} { return null; }
            }
        }
        private static int NotFound() => 404;
        public async Task<int> SizeAsync(Pages pages, string url) { {{use}} }
        """);

    [TestCase("Answer", "new Answer { Data = null, Kind = Kind.Error }",
        TestName = "The kind of an answer is an error")]
    [TestCase("Reply", "new Reply { Success = false }", TestName = "A flag without a reason beside it")]
    public Task An_answer_that_says_that_it_failed(string type, string answer) =>
        Allows(Answering(type, answer, "catch (Exception)"));

    [TestCase("Answer", "new Answer { Data = null, Kind = Kind.Fine }", TestName = "The kind of an answer is none")]
    [TestCase("Reply", "new Reply { Id = 0 }", TestName = "A flag that is not set")]
    public Task An_answer_that_does_not(string type, string answer) =>
        Flags(Answering(type, answer, "[|catch (Exception)|]"));

    private static string Answering(string type, string answer, string clause) => Shop.With($$"""
        public enum Kind { Fine, Error }
        public class Answer
        {
            public Order? Data { get; set; }
            public Kind Kind { get; set; }
            public bool IsSuccess => Kind == Kind.Fine;
        }
        public class Reply { public bool Success { get; set; } public int Id { get; set; } }
        public async Task<{{type}}> OneAsync()
        {
            try { return await ReadAsync(await _store.FindAsync(1)); }
            {{clause}} { return {{answer}}; }
        }
        private static Task<{{type}}> ReadAsync(Order order) => Task.FromResult(new {{type}}());
        """);

    [TestCase("await Task.WhenAny(_runner, Task.Delay(100));", TestName = "A wait with a limit")]
    [TestCase("await Task.WhenAll(_runners.Where(each => !each.IsCompleted));", TestName = "A wait for all that run")]
    [TestCase("await Task.WhenAll(_runner, _runners[0]);", TestName = "A wait for some that run")]
    [TestCase("await _runner.WaitAsync(TimeSpan.FromSeconds(1));", TestName = "A wait that ends by itself")]
    [TestCase("await _runner.ConfigureAwait(false);", TestName = "A kept task")]
    [TestCase("var runner = _runner; await runner;", TestName = "A kept task by another name")]
    [TestCase("await _gate.WaitAsync();", TestName = "A wait for one's turn")]
    public Task A_wait_reaches_for_nothing(string wait) => Allows(Waiting(wait, "catch (Exception ex)"));

    [TestCase("await Task.WhenAny(_store.SaveAsync(new Order()), Task.Delay(100));", TestName = "Work with a limit")]
    [TestCase("await Task.WhenAll(_runners.Select(each => _store.SaveAsync(new Order())));",
        TestName = "Work that is begun for each")]
    [TestCase("await _store.SaveAsync(new Order()).WaitAsync(TimeSpan.FromSeconds(1));",
        TestName = "Work that is only waited for so long")]
    [TestCase("_runner = _store.SaveAsync(new Order()); await _runner;", TestName = "Work that is begun and kept")]
    [TestCase("var runner = _store.SaveAsync(new Order()); await runner;", TestName = "Work in a local")]
    [TestCase("var count = await _counting; if (count == 0) throw new InvalidOperationException();",
        TestName = "An answer out of a kept task")]
    [TestCase("await _connecting.Value;", TestName = "Work that the first who asks begins")]
    [TestCase("await _gate.WaitAsync(); await _store.AllAsync();", TestName = "Work after a wait")]
    public Task What_is_begun_in_the_try_reaches_out(string work) => Flags(Waiting(work, "[|catch (Exception ex)|]"));

    private static string Waiting(string wait, string clause) => Shop.With($$"""
        private readonly SemaphoreSlim _gate = new(1);
        private readonly List<Task> _runners = new();
        private readonly Lazy<Task> _connecting = new(() => Task.CompletedTask);
        private Task<int> _counting = Task.FromResult(1);
        private Task _runner = Task.CompletedTask;
        public async Task<bool> FinishAsync()
        {
            try { {{wait}} }
            {{clause}} { _log.LogError(ex, "not finished"); }
            return true;
        }
        """);

    [TestCase("Result.Ok()", "Result.Fail(\"not saved\")", TestName = "Factories")]
    [TestCase("new Result { IsSuccess = true }", "new Result { IsSuccess = false }", TestName = "Flags")]
    public Task A_last_step_beside_a_change_that_is_done(string success, string failure) => Allows(Steps($$"""
            var saved = await _store.SaveAsync();
            if (!saved.IsSuccess) return {{failure}};
            try { await _store.QueueAsync(); }
            catch (Exception ex) { _log.LogError(ex, "not queued"); }
            return {{success}};
        """));

    [TestCase("""
            try { await _store.QueueAsync(); }
            [|catch (Exception ex)|] { _log.LogError(ex, "not queued"); }
            return Result.Ok();
        """, TestName = "The step is all there is")]
    [TestCase("""
            await _store.SaveAsync();
            try { await _store.QueueAsync(); }
            [|catch (Exception ex)|] { _log.LogError(ex, "not queued"); }
            return Result.Ok();
        """, TestName = "Nobody looks at the change before it")]
    [TestCase("""
            var found = await _store.FindAsync();
            if (!found.IsSuccess) return Result.Fail("not found");
            try { await _store.QueueAsync(); }
            [|catch (Exception ex)|] { _log.LogError(ex, "not queued"); }
            return Result.Ok();
        """, TestName = "Nothing is changed before it")]
    [TestCase("""
            var saved = await _store.SaveAsync();
            if (!saved.IsSuccess) return Result.Fail("not saved");
            try { await _store.QueueAsync(); }
            [|catch (Exception)|] { }
            return Result.Ok();
        """, TestName = "No log is told")]
    [TestCase("""
            var saved = await _store.SaveAsync();
            if (!saved.IsSuccess) return Result.Fail("not saved");
            try { await _store.QueueAsync(); return Result.Ok(); }
            [|catch (Exception ex)|] { _log.LogError(ex, "not queued"); return Result.Ok(); }
        """, TestName = "The handler itself says that it worked")]
    public Task A_step_that_is_more(string body) => Flags(Steps(body));

    private static string Steps(string body) => Shop.Beside($$"""
        public class Result
        {
            public bool IsSuccess { get; set; }
            public string? Error { get; set; }
            public static Result Ok() => new Result { IsSuccess = true };
            public static Result Fail(string error) => new Result { Error = error };
        }
        public interface IDesk { Task<Result> SaveAsync(); Task<Result> FindAsync(); Task QueueAsync(); }
        public class Checkout
        {
            private readonly IDesk _store;
            private readonly ILogger _log;
            public Checkout(IDesk store, ILogger log) { _store = store; _log = log; }
            public async Task<Result> FinishOrderAsync()
            {
        {{body}}
            }
        }
        """);

    [TestCase("var reader = _readers.CreateReader(); return reader.Length + await _store.CountAsync();", "CountAsync",
        TestName = "What a factory makes is not what fails")]
    [TestCase("var client = await _contexts.CreateDbContextAsync(); return client + await _store.CountAsync();",
        "CountAsync", TestName = "Not even where it is awaited")]
    [TestCase(
        "var text = System.Text.Json.JsonSerializer.Serialize(1); return text.Length + await _store.CountAsync();",
        "CountAsync", TestName = "A text that is written is not what fails")]
    [TestCase("return await _contexts.CreateDbContextAsync();", "CreateDbContextAsync",
        TestName = "Where there is nothing else, the factory is")]
    public Task The_message_names_what_can_fail(string body, string call) => Says(
        Shop.Beside($$"""
            public interface IReaderFactory { string CreateReader(); Task<int> CreateDbContextAsync(); }
            public class Counts
            {
                private readonly IStore _store;
                private readonly IReaderFactory _readers;
                private readonly IReaderFactory _contexts;
                public Counts(IStore store, IReaderFactory readers) { _store = store; _readers = _contexts = readers; }
                public async Task<int> CountAsync()
                {
                    try { {{body}} }
                    [|catch (Exception)|] { return 0; }
                }
            }
            """),
        $"When '{call}' fails, 'CountAsync' returns '0', so callers cannot tell an outage from an answer; rethrow, or "
        + "catch only what is expected and return a result that says it failed");

    [TestCase("new[] { text }.Length", "'IOException' or 'UnauthorizedAccessException'", TestName = "No parser")]
    [TestCase("System.Text.Json.JsonSerializer.Deserialize<int>(text)",
        "'IOException' or 'UnauthorizedAccessException' or 'JsonException'", TestName = "JSON")]
    [TestCase("System.Xml.Linq.XDocument.Parse(text).Nodes().Count()",
        "'IOException' or 'UnauthorizedAccessException' or 'XmlException'", TestName = "XML")]
    [TestCase("new YamlDotNet.Serialization.Deserializer().Deserialize<int>(text)",
        "'IOException' or 'UnauthorizedAccessException' or 'YamlException'", TestName = "YAML")]
    [TestCase("DateTime.Parse(text).Day", "'IOException' or 'UnauthorizedAccessException' or 'FormatException'",
        TestName = "A date")]
    [TestCase("Convert.ToInt32(text)",
        "'IOException' or 'UnauthorizedAccessException' or 'FormatException' or 'OverflowException'",
        TestName = "A number")]
    [TestCase("Convert.ToInt32(text.Length > 2)", "'IOException' or 'UnauthorizedAccessException'",
        TestName = "A conversion that cannot fail")]
    public Task The_message_lists_what_the_parser_throws(string value, string failures) => Says(
        $$"""
        public class Sheet
        {
            public int Number(string path)
            {
                try { var text = System.IO.File.ReadAllText(path); return {{value}}; }
                [|catch (Exception)|] { return 0; }
            }
        }
        namespace YamlDotNet.Core { public class YamlException : Exception { } }
        namespace YamlDotNet.Serialization { public class Deserializer { public T Deserialize<T>(string text) => throw new YamlDotNet.Core.YamlException(); } }
        """,
        "When 'ReadAllText' fails, 'Number' returns '0', so callers cannot tell an outage from an answer; rethrow, or "
        + $"catch only {failures} and return a result that says it failed");
}
