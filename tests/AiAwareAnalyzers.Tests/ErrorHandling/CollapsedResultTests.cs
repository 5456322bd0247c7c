using AiAwareAnalyzers.ErrorHandling;

namespace AiAwareAnalyzers.Tests.ErrorHandling;

public sealed class CollapsedResultTests : RuleTests<CollapsedResult>
{
    [TestCase(
        "Task<string?>",
        "if ([|!response.IsSuccessStatusCode|]) return null;",
        TestName = "Null for a failed response")]
    [TestCase(
        "Task<string>",
        "if ([|!response.IsSuccessStatusCode|]) return \"\";",
        TestName = "Empty text for a failed response")]
    [TestCase(
        "Task<string>",
        "if ([|!response.IsSuccessStatusCode|]) { return string.Empty; }",
        TestName = "A block around the return")]
    [TestCase(
        "Task<string>",
        "if ([|response.IsSuccessStatusCode == false|]) return \"\";",
        TestName = "A comparison with false")]
    [TestCase(
        "Task<string>", "if ([|response.IsSuccessStatusCode is false|]) return \"\";", TestName = "A pattern of false")]
    [TestCase(
        "Task<string>",
        "if ([|!(response.IsSuccessStatusCode)|]) return \"\";",
        TestName = "Parentheses in the condition")]
    [TestCase(
        "Task<string>",
        "if ([|!response.IsSuccessStatusCode|]) { _log.LogWarning(\"no page\"); return \"\"; }",
        TestName = "A log before an emptiness that nobody announced")]
    [TestCase(
        "Task<string>",
        "if ([|!response.IsSuccessStatusCode|]) { Console.WriteLine(response.StatusCode); return \"\"; }",
        TestName = "A console that sees the status")]
    [TestCase(
        "Task<string>",
        "if ([|response.IsSuccessStatusCode|]) { return await response.Content.ReadAsStringAsync(); } else { return "
        + "\"\"; }",
        TestName = "The failure in the else")]
    [TestCase(
        "Task<string>",
        "if ([|response.IsSuccessStatusCode|]) { return await response.Content.ReadAsStringAsync(); } return \"\";",
        TestName = "The failure behind the success")]
    [TestCase(
        "Task<string?>",
        "return [|response.IsSuccessStatusCode|] ? await response.Content.ReadAsStringAsync() : null;",
        TestName = "A conditional expression")]
    [TestCase(
        "Task<string?>",
        "return [|!response.IsSuccessStatusCode|] ? null : await response.Content.ReadAsStringAsync();",
        TestName = "A conditional expression the other way round")]
    [TestCase(
        "Task<int>", "if ([|!response.IsSuccessStatusCode|]) return -1;", TestName = "Minus one for a failed response")]
    [TestCase(
        "Task<List<Order>>",
        "if ([|!response.IsSuccessStatusCode|]) return new List<Order>();",
        TestName = "No orders for a failed response")]
    [TestCase(
        "Task<string>",
        "if ([|response.StatusCode == System.Net.HttpStatusCode.OK|]) return await "
        + "response.Content.ReadAsStringAsync(); "
        + "return \"\";",
        TestName = "A status that is compared with OK")]
    [TestCase(
        "Task<string?>",
        "if ([|response.StatusCode != System.Net.HttpStatusCode.Created|]) return null;",
        TestName = "A status that is not the one for success")]
    [TestCase(
        "Task<string?>",
        "var status = response.StatusCode; if ([|status != System.Net.HttpStatusCode.OK|]) return null;",
        TestName = "A status in a local")]
    public Task A_failed_response(string type, string code) => Flags(Getting(type, code));

    [TestCase(
        "Task<string?>",
        "if (response.StatusCode == System.Net.HttpStatusCode.NotFound) return null;",
        TestName = "A status for what is not there")]
    [TestCase(
        "Task<string?>",
        "if (response.StatusCode == System.Net.HttpStatusCode.NoContent) return null;",
        TestName = "A status for an empty answer")]
    [TestCase(
        "Task<string?>",
        "var status = response.StatusCode; if (status == System.Net.HttpStatusCode.Gone) throw new Exception(); "
        + "if (status != System.Net.HttpStatusCode.OK) return null;",
        TestName = "A status that is looked at twice")]
    public Task A_status_that_is_understood(string type, string code) => Allows(Getting(type, code));

    [TestCase(
        "Task<string?>",
        "if ([|response is { IsSuccessStatusCode: false }|]) return null;",
        TestName = "A pattern of the response")]
    [TestCase(
        "Task<string?>",
        "if ([|response is not { IsSuccessStatusCode: true }|]) return null;",
        TestName = "A negated pattern of the response")]
    [TestCase(
        "Task<string?>",
        "if ([|response is { IsSuccessStatusCode: true, Content: var content }|]) return await "
        + "content.ReadAsStringAsync(); return null;",
        TestName = "A pattern that takes the content too")]
    [TestCase(
        "Task<string?>",
        "return [|response|] switch { { IsSuccessStatusCode: true } => \"x\", _ => null };",
        TestName = "A switch whose rest is the failure")]
    [TestCase(
        "Task<string?>",
        "return [|response|] switch { { IsSuccessStatusCode: false } => null, _ => \"x\" };",
        TestName = "A switch with an arm for the failure")]
    [TestCase(
        "Task<string?>",
        "return [|response.IsSuccessStatusCode|] switch { true => \"x\", false => null };",
        TestName = "A switch over the flag")]
    [TestCase(
        "Task<string?>",
        "switch ([|response|]) { case { IsSuccessStatusCode: false }: return null; default: return \"x\"; }",
        TestName = "A section for the failure")]
    [TestCase(
        "Task<string?>",
        "switch ([|response.IsSuccessStatusCode|]) { case true: return \"x\"; case false: return null; }",
        TestName = "A section for false")]
    public Task A_failed_response_in_a_pattern(string type, string code) => Flags(Getting(type, code));

    [TestCase(
        "List<Order>?",
        "if ([|result is { IsSuccess: false }|]) return null;",
        TestName = "A pattern of a failed result")]
    [TestCase(
        "List<Order>?",
        "return [|result|] switch { { IsSuccess: true, Value: { } value } => value, _ => null };",
        TestName = "A switch over a result")]
    [TestCase(
        "List<Order>",
        "return [|result|] switch { { IsSuccess: true } => result.Value, { IsSuccess: false } => new List<Order>() };",
        TestName = "A switch with both arms")]
    public Task A_failed_result_in_a_pattern(string type, string code) => Flags(Asking(type, code));

    [TestCase(
        "List<Order>?",
        "if (result is { IsSuccess: false, Error: var error }) { Console.WriteLine(error); return null; }",
        TestName = "A pattern that takes the error")]
    [TestCase(
        "List<Order>?",
        "return result switch { { IsSuccess: true } => result.Value, { Error: var error } => throw new "
        + "InvalidOperationException(error) };",
        TestName = "A switch that throws the error")]
    [TestCase(
        "List<Order>?",
        "return result switch { { IsSuccess: true } => null, _ => result.Value };",
        TestName = "A switch that has nothing for a success")]
    [TestCase(
        "List<Order>?",
        "if (result is { IsSuccess: false, Value.Count: > 3 }) return null;",
        TestName = "A pattern that asks more")]
    [TestCase(
        "List<Order>?",
        "return result switch { { IsSuccess: false } when _last is null => null, _ => result.Value };",
        TestName = "An arm with a condition")]
    public Task A_result_in_a_pattern_that_is_treated_well(string type, string code) => Allows(Asking(type, code));

    [Test]
    public Task The_message_names_response_function_and_value() => Says(
        Getting("Task<List<Order>>", "if ([|!response.IsSuccessStatusCode|]) return new List<Order>();"),
        "When 'response' reports a failure, 'GetAsync' returns 'new List<Order>()', so callers cannot tell an outage "
        + "from an answer; call EnsureSuccessStatusCode, or throw with the status");

    [Test]
    public Task The_message_names_what_a_result_could_tell() => Says(
        Asking("List<Order>", "if ([|!result.IsSuccess|]) return new List<Order>();"),
        "When 'result' reports a failure, 'GetAsync' returns 'new List<Order>()', so callers cannot tell an outage "
        + "from an answer; pass its 'Error' on");

    [TestCase("List<Order>?", "if ([|!result.IsSuccess|]) return null;", TestName = "Null for a failed result")]
    [TestCase(
        "List<Order>?",
        "return [|result.IsSuccess|] ? result.Value : null;",
        TestName = "A conditional expression over a result")]
    [TestCase("int", "if ([|!result.IsSuccess|]) { return 0; }", TestName = "Zero for a failed result")]
    public Task A_failed_result(string type, string code) => Flags(Asking(type, code));

    [Test]
    public Task A_flag_that_means_failure() => Flags("""
        public class Answer { public bool HasError { get; set; } public string? ErrorMessage { get; set; } public string? Data { get; set; } }
        public class Client
        {
            private Answer Ask() => new();
            public string Get()
            {
                var answer = Ask();
                if ([|answer.HasError|]) return "";
                return answer.Data!;
            }
        }
        """);

    [TestCase(
        "public class PaymentResult { public bool Success { get; set; } public string? Data { get; set; } }",
        "!answer.Success",
        TestName = "A result with a flag of success beside its value")]
    [TestCase(
        "public class Answer { public bool Failed { get; set; } public string? Data { get; set; } }",
        "answer.Failed",
        TestName = "A flag of failure beside a value")]
    [TestCase(
        "public class ShipmentResponse<T> { public bool IsSuccess { get; set; } public T? Data { get; set; } }",
        "answer is { IsSuccess: false }",
        TestName = "A generic response")]
    public Task A_type_without_an_error(string type, string question) => Flags(Answering(type, $"[|{question}|]"));

    [TestCase(
        "public class Lookup { public bool Success { get; set; } public string? Data { get; set; } }",
        "!answer.Success",
        TestName = "A type that may say whether something was found")]
    [TestCase(
        "public class PaymentResult { public bool IsSuccess { get; set; } }",
        "!answer.IsSuccess",
        TestName = "A flag with nothing beside it")]
    [TestCase(
        "public class PaymentResult { public bool IsOpen { get; set; } public string? Data { get; set; } }",
        "!answer.IsOpen",
        TestName = "A flag of something else")]
    public Task A_type_that_is_no_result(string type, string question) => Allows(Answering(type, question));

    private static string Answering(string type, string question)
    {
        var name = type.Split(' ')[2].Replace("<T>", "<string>", StringComparison.Ordinal);
        return $$"""
            {{type}}
            public class Client
            {
                private {{name}} Ask() => new();
                public string? Get()
                {
                    var answer = Ask();
                    if ({{question}}) return null;
                    return "x";
                }
            }
            """;
    }

    [Test]
    public Task A_tuple_is_a_result() => Flags("""
        public class Client
        {
            private (bool Success, string? Value, string? Error) Ask() => default;
            public string Get()
            {
                var answer = Ask();
                return answer.Success ? answer.Value! : "";
            }
        }
        """.Replace("answer.Success ?", "[|answer.Success|] ?", StringComparison.Ordinal));

    [Test]
    public Task Not_found_for_what_is_broken() => Given.WithReferences(References.AspNetCore).Flags("""
        using Microsoft.AspNetCore.Mvc;

        public class Pages : ControllerBase
        {
            private readonly HttpClient _client = new();
            public async Task<IActionResult> Get()
            {
                var response = await _client.GetAsync("http://shop");
                if ([|!response.IsSuccessStatusCode|]) return NotFound();
                return Ok(await response.Content.ReadAsStringAsync());
            }
        }
        """);

    [Test]
    public Task A_lambda() => Flags("""
        public class Client
        {
            private readonly HttpClient _client = new();
            public Func<Task<string>> Getter() => async () =>
            {
                var response = await _client.GetAsync("http://shop");
                if ([|!response.IsSuccessStatusCode|]) return "";
                return await response.Content.ReadAsStringAsync();
            };
        }
        """);

    [TestCase("Task<string>", "response.EnsureSuccessStatusCode(); return \"x\";", TestName = "The status is ensured")]
    [TestCase(
        "Task<string>",
        "if (!response.IsSuccessStatusCode) throw new HttpRequestException(\"no\"); return \"x\";",
        TestName = "A failed response throws")]
    [TestCase(
        "Task<string?>",
        "if (response.StatusCode == System.Net.HttpStatusCode.NotFound) return null; if "
        + "(!response.IsSuccessStatusCode) return null;",
        TestName = "The status is looked at")]
    [TestCase(
        "Task<string?>",
        "if (!response.IsSuccessStatusCode && response.StatusCode != System.Net.HttpStatusCode.NotFound) throw new "
        + "HttpRequestException(\"no\"); return null;",
        TestName = "The status is part of the condition")]
    [TestCase(
        "Task<string>",
        "if (!response.IsSuccessStatusCode) return \"error \" + response.StatusCode;",
        TestName = "The status is in the value")]
    [TestCase(
        "Task<bool>", "if (!response.IsSuccessStatusCode) return false; return true;", TestName = "A bool says it")]
    [TestCase("Task<bool>", "return response.IsSuccessStatusCode;", TestName = "The flag itself is the answer")]
    [TestCase(
        "Task<string>",
        "if (!response.IsSuccessStatusCode) return \"unavailable\";",
        TestName = "A value that says it")]
    [TestCase(
        "Task<string>",
        "if (!response.IsSuccessStatusCode) { _failed = true; return \"\"; }",
        TestName = "A flag is set")]
    [TestCase(
        "Task<string>",
        "if (!response.IsSuccessStatusCode) { await RetryAsync(); return \"\"; }",
        TestName = "Something is done about it")]
    [TestCase(
        "Task<string?>",
        "if (!response.IsSuccessStatusCode) { _log.LogWarning(\"no page\"); return null; }",
        TestName = "An announced null behind a log")]
    [TestCase(
        "Task<string>",
        "var text = response.IsSuccessStatusCode ? \"x\" : \"\"; return text + \"!\";",
        TestName = "A value that is no return value")]
    [TestCase(
        "Task<string>",
        "if (response.IsSuccessStatusCode) return \"\"; throw new HttpRequestException(\"no\");",
        TestName = "An empty value for a success")]
    [TestCase(
        "Task<string>",
        "if (response.Headers.ETag is null) return \"\";",
        TestName = "Another question about the response")]
    public Task A_response_that_is_treated_well(string type, string code) => Allows(Getting(type, code));

    [TestCase(
        "List<Order>",
        "if (!result.IsSuccess) throw new InvalidOperationException(result.Error); return result.Value;",
        TestName = "The error is thrown")]
    [TestCase(
        "List<Order>",
        "_last = result.Error; if (!result.IsSuccess) return new List<Order>();",
        TestName = "The error is kept")]
    [TestCase(
        "Result",
        "if (!result.IsSuccess) return new Result { Error = result.Error };",
        TestName = "The error is passed on")]
    [TestCase("Result", "if (!result.IsSuccess) return new Result();", TestName = "Another failed result")]
    public Task A_result_that_is_treated_well(string type, string code) => Allows(Asking(type, code));

    [TestCase("TryGetAsync", TestName = "A method that tries to get")]
    [TestCase("GetOrNullAsync", TestName = "A method that says null")]
    [TestCase("FindOrDefaultAsync", TestName = "A method that says default")]
    [TestCase("ParseAsync", TestName = "A method that parses")]
    public Task Names_that_promise_it(string name) =>
        Allows(Getting("Task<string?>", "if (!response.IsSuccessStatusCode) return null;", name));

    [Test]
    public Task A_match_that_fails_is_no_failure() => Allows("""
        using System.Text.RegularExpressions;

        public class Reader
        {
            public string? Number(string text)
            {
                var match = Regex.Match(text, "[0-9]+");
                if (!match.Success) return null;
                return match.Value;
            }
        }
        """);

    [Test]
    public Task An_invalid_input_is_no_outage() => Allows("""
        public class Check { public bool IsValid { get; set; } public List<string> Errors { get; set; } = new(); }
        public class Reader
        {
            private Check Look(string text) => new();
            public string? Number(string text)
            {
                var check = Look(text);
                if (!check.IsValid) return null;
                return text;
            }
        }
        """);

    [Test]
    public Task A_flag_without_a_reason_beside_it_loses_none() => Allows("""
        public class Entry { public bool Success { get; set; } public string? Value { get; set; } }
        public class Reader
        {
            private Entry Look(string text) => new();
            public string? Number(string text)
            {
                var entry = Look(text);
                if (!entry.Success) return null;
                return entry.Value;
            }
        }
        """);

    [Test]
    public Task A_catch_that_hides_failures_anyway_is_the_graver_defect() => Allows(Getting("Task<string>", """
        try
                {
                    if (!response.IsSuccessStatusCode) return "";
                    return await response.Content.ReadAsStringAsync();
                }
                catch (Exception) { return ""; }
        """));

    private static string Getting(string type, string code, string name = "GetAsync") => $$"""
        public class Order { }
        public interface ILogger { void LogWarning(string message); void LogWarning(Exception exception, string message); }
        public class Client
        {
            private readonly HttpClient _client = new();
            private readonly ILogger _log = null!;
            private bool _failed;
            private Task RetryAsync() => Task.CompletedTask;
            public async {{type}} {{name}}()
            {
                var response = await _client.GetAsync("http://shop");
                {{code}}
                throw new InvalidOperationException();
            }
        }
        """;

    private static string Asking(string type, string code) => $$"""
        public class Order { }
        public class Result { public bool IsSuccess { get; set; } public string? Error { get; set; } public List<Order> Value { get; set; } = new(); }
        public class Client
        {
            private string? _last;
            private Result Ask() => new();
            public {{type}} GetAsync()
            {
                var result = Ask();
                {{code}}
                throw new InvalidOperationException();
            }
        }
        """;

    [TestCase("public class StorageResult { public bool Success { get; set; } public string? Value { get; set; } }",
        TestName = "A store that has no value")]
    [TestCase("public class LookupResult { public bool Success { get; set; } public string? Data { get; set; } }",
        TestName = "A search that found nothing")]
    public Task No_value_is_no_failure(string type) => Allows(Answering(type, "!answer.Success"));

    [TestCase("NotFound(result)", TestName = "The whole result")]
    [TestCase("NotFound(result.Reason)", TestName = "A part of it")]
    [TestCase("NotFound(new { message = result.Error })", TestName = "Its error")]
    [TestCase("BadRequest(result)", TestName = "Another refusal")]
    public Task An_answer_that_holds_what_failed(string answer) => Given.WithReferences(References.AspNetCore).Allows(
        Answers(answer, "!result.IsSuccess"));

    [TestCase("NotFound()", TestName = "Nothing inside")]
    [TestCase("NotFound(\"no order\")", TestName = "A text of one's own")]
    public Task An_answer_without_what_failed(string answer) => Given.WithReferences(References.AspNetCore).Flags(
        Answers(answer, "[|!result.IsSuccess|]"));

    private static string Answers(string answer, string question) => $$"""
        using Microsoft.AspNetCore.Mvc;
        public class Result { public bool IsSuccess { get; set; } public string? Error { get; set; } public string? Reason { get; set; } }
        public interface IDesk { Task<Result> AskAsync(); }
        public class OrdersController : ControllerBase
        {
            private readonly IDesk _desk;
            public OrdersController(IDesk desk) => _desk = desk;
            public async Task<IActionResult> Get()
            {
                var result = await _desk.AskAsync();
                if ({{question}}) return {{answer}};
                return Ok(1);
            }
        }
        """;

    [TestCase("List<Order>", "new List<Order>()", "if ((await LoadAsync()).Count == 0) throw new TimeoutException();",
        TestName = "The number is asked")]
    [TestCase("List<Order>", "new List<Order>()", "var found = await LoadAsync(); if (!found.Any()) return;",
        TestName = "A local is asked")]
    [TestCase("List<Order>?", "new List<Order>()", "var found = await LoadAsync(); Show(found);",
        TestName = "Another private function asks")]
    [TestCase("List<Order>?", "null", "var found = await this.LoadAsync(); if (found is null) return;",
        TestName = "Null is asked for")]
    [TestCase("List<Order>?", "null", "var found = await LoadAsync() ?? throw new TimeoutException();",
        TestName = "Null has a substitute")]
    [TestCase("List<Order>?", "null",
        "async Task<List<Order>> Found() { var found = await LoadAsync(); if (found == null) throw new "
        + "TimeoutException(); return found; } await Found();",
        TestName = "Only what is there is returned")]
    [TestCase("string", "\"\"", "if (string.IsNullOrEmpty(await LoadAsync())) return;", TestName = "A text is asked")]
    public Task A_private_function_whose_callers_ask(string type, string empty, string use) =>
        Allows(Private("private", type, empty, use, "!response.IsSuccessStatusCode"));

    [TestCase("private", "List<Order>", "new List<Order>()", "Console.WriteLine(string.Join(',', await LoadAsync()));",
        TestName = "Nobody asks")]
    [TestCase("private", "List<Order>", "new List<Order>()",
        "async Task<List<Order>> Found() { var found = await LoadAsync(); if (found.Count > 0) Show(found); "
        + "return found; } await Found();",
        TestName = "What was asked is returned all the same")]
    [TestCase("private", "List<Order>", "new List<Order>()",
        "if ((await LoadAsync()).Count == 0) return; Console.WriteLine(await LoadAsync());", TestName = "Not all ask")]
    [TestCase("private", "List<Order>?", "new List<Order>()",
        "var found = await LoadAsync(); if (found is null) return;",
        TestName = "Something else is asked for")]
    [TestCase("private", "List<Order>", "new List<Order>()", "Func<Task<List<Order>>> load = LoadAsync; await load();",
        TestName = "Somebody else may call it")]
    [TestCase("private", "List<Order>?", "null", "Console.WriteLine(nameof(LoadAsync));", TestName = "Nobody calls it")]
    [TestCase("internal", "List<Order>", "new List<Order>()", "if ((await LoadAsync()).Count == 0) return;",
        TestName = "Others may call it")]
    public Task A_function_whose_callers_may_not_ask(string access, string type, string empty, string use) =>
        Flags(Private(access, type, empty, use, "[|!response.IsSuccessStatusCode|]"));

    private static string Private(string access, string type, string empty, string use, string question) => $$"""
        public class Order { }
        public class Desk
        {
            private readonly HttpClient _client = new();
            public async Task RunAsync()
            {
                await Task.Yield();
                {{use}}
            }
            private void Show(List<Order>? found) { if (found is not null && found.Count != 0) Console.WriteLine(found[0]); }
            {{access}} async Task<{{type}}> LoadAsync()
            {
                var response = await _client.GetAsync("http://shop");
                if ({{question}}) return {{empty}};
                throw new InvalidOperationException();
            }
        }
        """;

    [TestCase("Outcome", "new Outcome { Data = null }", "", "", "let the 'Outcome' that is returned say that it failed",
        TestName = "The type can tell")]
    [TestCase("Outcome", "new Outcome { Data = null }", "try {", "} catch (Exception ex) { Console.WriteLine(ex); }",
        "let the 'Outcome' that is returned say that it failed",
        TestName = "The type can tell, and a catch stands around")]
    [TestCase("string", "\"\"", "try {", "} catch (Exception ex) { Console.WriteLine(ex); }",
        "return a result that says it failed, for the catch around takes what is thrown here",
        TestName = "A catch takes what is thrown")]
    [TestCase("string", "\"\"", "try {", "} catch (Exception ex) { Console.WriteLine(ex); throw; }",
        "call EnsureSuccessStatusCode, or throw with the status", TestName = "A catch lets through what is thrown")]
    [TestCase("string", "\"\"", "", "", "call EnsureSuccessStatusCode, or throw with the status",
        TestName = "Nothing stands in the way")]
    public Task The_way_out_is_open(string type, string empty, string before, string behind, string wayOut) => Says(
        $$"""
        public class Outcome { public bool Success => Data is not null; public string? Data { get; set; } public string? Message { get; set; } }
        public class Desk
        {
            private readonly HttpClient _client = new();
            public async Task<{{type}}> LoadAsync()
            {
                {{before}}
                var response = await _client.GetAsync("http://shop");
                if ([|!response.IsSuccessStatusCode|]) return {{empty}};
                {{behind}}
                throw new InvalidOperationException();
            }
        }
        """,
        $"When 'response' reports a failure, 'LoadAsync' returns '{empty}', so callers cannot tell an outage from an "
        + $"answer; {wayOut}");
}
