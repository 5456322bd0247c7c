namespace AiAwareAnalyzers.Tests.ErrorHandling;

/// <summary>What stands behind a private function of the same type, and after the last of several attempts.</summary>
public sealed partial class FailureBecomesValueTests
{
    [TestCase(
        "return Nothing(ex);",
        "private Order? Nothing(Exception ex) { _log.LogError(ex, \"no order\"); return null; }",
        TestName = "A private function logs and returns null")]
    [TestCase(
        "return Nothing();", "private static Order? Nothing() => null;", TestName = "A private arrow returns null")]
    [TestCase(
        "return Logged<Order?>(ex, null);",
        "private T Logged<T>(Exception ex, T value) { _log.LogError(ex, \"no order\"); return value; }",
        TestName = "A private function returns what it was given")]
    [TestCase(
        "return await NothingAsync(ex);",
        "private async Task<Order?> NothingAsync(Exception ex) { _log.LogError(ex, \"no order\"); await Task.Yield(); "
        + "return default; }",
        TestName = "A private function is awaited")]
    [TestCase(
        "return Nothing(); Order? Nothing() { _log.LogError(ex, \"no order\"); return null; }",
        "",
        TestName = "A local function returns null")]
    [TestCase(
        "LogFailure(ex); return null;",
        "private void LogFailure(Exception ex) => _log.LogError(ex, \"no order\");",
        TestName = "A private function logs")]
    [TestCase(
        "ReportError(ex.Message); return null;",
        "private void ReportError(string message) { _log.LogError(message); }",
        TestName = "A private function logs a message, whatever its name says")]
    public Task A_value_behind_a_private_function(string handler, string function) => Flags(Failing(handler, function));

    [TestCase(
        "return Failed(ex);",
        "private Order? Failed(Exception ex) { _error = ex.Message; return null; }",
        TestName = "A private function stores the failure")]
    [TestCase(
        "return Failed(ex);",
        "private Order? Failed(Exception ex) => throw new InvalidOperationException(\"no order\", ex);",
        TestName = "A private function throws")]
    [TestCase(
        "Fail(); return null;",
        "private void Fail() { throw new InvalidOperationException(\"no order\"); }",
        TestName = "A private function throws before the return")]
    [TestCase(
        "Show(ex.Message); return null;",
        "private readonly Action<string> _show = null!; private void Show(string text) { _show(text); }",
        TestName = "A private function calls somebody")]
    [TestCase(
        "ShowError(ex); return null;",
        "private readonly List<string> _toasts = new(); private void ShowError(Exception ex) { "
        + "_toasts.Add(ex.Message); }",
        TestName = "A private function that is named so hands the message on")]
    [TestCase(
        "return Last();",
        "private Order? _last; private Order? Last() { _log.LogError(\"no order\"); return _last; }",
        TestName = "A private function returns the last good value")]
    [TestCase(
        "return Either(ex);",
        "private readonly Order _old = new(); private Order? Either(Exception ex) { if (ex is TimeoutException) return "
        + "null; return _old; }",
        TestName = "A private function returns one thing or another")]
    [TestCase(
        "return Nothing(ex);",
        "protected virtual Order? Nothing(Exception ex) { _log.LogError(ex, \"no order\"); return null; }",
        TestName = "A function that others may override")]
    [TestCase(
        "return Outer();",
        "private Order? Outer() => Inner(); private Order? Inner() => null;",
        TestName = "Two functions deep nobody looks")]
    public Task A_failure_that_a_private_function_minds(string handler, string function) =>
        Allows(Failing(handler, function + " private string? _error; public string? Error => _error;")
            .Replace("[|catch (Exception ex)|]", "catch (Exception ex)", StringComparison.Ordinal));

    [Test]
    public Task A_result_of_a_private_function_carries_the_failure() => Allows(Shop.Beside("""
        public class Result { public bool IsSuccess { get; set; } public string? Error { get; set; } }
        public class Orders
        {
            private readonly IStore _store = null!;
            public async Task<Result> ReloadAsync()
            {
                try { await _store.AllAsync(); return new Result { IsSuccess = true }; }
                catch (Exception) { return Failure("no orders"); }
            }
            private Result Failure(string error) => new() { Error = error };
        }
        """));

    [TestCase(
        "private static string Load(string path) => File.ReadAllText(path);",
        TestName = "A private function reads a file")]
    [TestCase(
        "private static string Load(string path) { using var reader = new StreamReader(path); return "
        + "reader.ToString()!; }",
        TestName = "A private function opens a file")]
    public Task Input_behind_a_private_function(string function) => Flags(Shop.With($$"""
        public string Text(string path)
        {
            try { return Load(path); }
            [|catch (Exception)|] { return ""; }
        }
        {{function}}
        """));

    [TestCase("private static string Load(string path) => path.Trim();", TestName = "A private function only computes")]
    [TestCase(
        "private static string Load(string path) { try { return File.ReadAllText(path); } catch (Exception ex) { "
        + "Console.Error.Write(ex.Message); throw new IOException(path, ex); } }",
        TestName = "A private function catches by itself")]
    public Task No_input_behind_a_private_function(string function) => Allows(Shop.With($$"""
        public string Text(string path)
        {
            try { return Load(path); }
            catch (Exception) { return ""; }
        }
        {{function}}
        """));

    [TestCase("for (var attempt = 0; attempt < 3; attempt++) {0} return null;", TestName = "Null after three attempts")]
    [TestCase(
        "var attempt = 0; while (attempt < 3) { attempt++; {0} } return null;",
        TestName = "Null after a counting while")]
    [TestCase("var attempt = 0; do {0} while (++attempt < 3); return null;", TestName = "Null after a counting do")]
    [TestCase(
        "for (var attempt = 0; attempt < 3; attempt++) { {0} await Task.Delay(100); } return null;",
        TestName = "A pause between the attempts")]
    [TestCase(
        "for (var attempt = 0; attempt < 3 && _client is not null; attempt++) {0} _log.LogError(\"given up\"); "
        + "return null;",
        TestName = "A log after the last attempt")]
    public Task Attempts_that_run_out_silently(string body) =>
        Flags(Retrying(
            body.Replace(
                "{0}",
                "{ try { return await _store.FindAsync(id); } [|catch (Exception ex)|] { _log.LogWarning(ex, "
                + "\"again\"); } }",
                StringComparison.Ordinal)));

    [TestCase(
        "Order? order = null; for (var attempt = 0; attempt < 3; attempt++) { try { order = await "
        + "_store.FindAsync(id); break; } [|catch (Exception ex)|] { _log.LogWarning(ex, \"again\"); } } return order;",
        TestName = "A local that no attempt fills")]
    [TestCase(
        "for (var attempt = 0; attempt < 3; attempt++) { try { return await _store.FindAsync(id); } [|catch "
        + "(Exception)|] { continue; } } return null;",
        TestName = "A continue to the next attempt")]
    [TestCase(
        "for (var attempt = 0; ; attempt++) { try { return await _store.FindAsync(id); } [|catch (Exception ex)|] { "
        + "_log.LogWarning(ex, \"again\"); if (attempt == 2) return null; } }",
        TestName = "The last attempt returns null itself")]
    [TestCase(
        "var attempts = 0; while (true) { try { return await _store.FindAsync(id); } [|catch (Exception)|] { "
        + "attempts++; if (attempts > 2) return null; } }",
        TestName = "The number of the attempt tells nobody")]
    public Task Other_attempts_that_run_out_silently(string body) => Flags(Retrying(body));

    [TestCase(
        "for (var attempt = 0; attempt < 3; attempt++) { try { return await _store.FindAsync(id); } catch (Exception "
        + "ex) { _log.LogWarning(ex, \"again\"); } } throw new TimeoutException();",
        TestName = "An exception after the last attempt")]
    [TestCase(
        "Exception? last = null; for (var attempt = 0; attempt < 3; attempt++) { try { return await "
        + "_store.FindAsync(id); } catch (Exception ex) { last = ex; } } throw new TimeoutException(\"no\", last);",
        TestName = "The last failure is thrown")]
    [TestCase(
        "for (var attempt = 0; attempt < 3; attempt++) { try { return await _store.FindAsync(id); } catch (Exception "
        + "ex) { if (attempt == 2) throw; _log.LogWarning(ex, \"again\"); } } return null;",
        TestName = "The last attempt rethrows")]
    [TestCase(
        "while (true) { try { return await _store.FindAsync(id); } catch (Exception ex) { _log.LogWarning(ex, "
        + "\"again\"); await Task.Delay(100); } }",
        TestName = "Attempts without end")]
    [TestCase("while (!_stop.IsCancellationRequested) { try { return await _store.FindAsync(id); } catch (Exception "
        + "ex) { _log.LogWarning(ex, \"again\"); } } return null;", TestName = "Attempts until somebody stops them")]
    public Task Attempts_that_end_with_a_failure(string body) => Allows(Retrying(body));

    [TestCase(
        "try { File.ReadAllText(path); return 0; } catch (Exception) { return 1; }",
        TestName = "One for a failure and zero for a success")]
    [TestCase(
        "try { File.ReadAllText(path); } catch (Exception) { return -1; } return 0;", TestName = "Zero behind the try")]
    [TestCase(
        "try { File.ReadAllText(path); return 0; } catch (Exception ex) { return Fail(ex); }",
        TestName = "A private function makes the exit code")]
    public Task An_exit_code_says_by_itself_that_something_failed(string body) => Allows(Shop.With($$"""
        public int Convert(string path)
        {
            {{body}}
        }
        private static int Fail(Exception ex) { Console.Error.WriteLine(ex.Message); return 1; }
        """));

    [TestCase(
        "try { File.ReadAllText(path); return 0; } [|catch (Exception)|] { return 0; }", TestName = "Zero for both")]
    [TestCase(
        "try { return File.ReadAllText(path).Length; } [|catch (Exception)|] { return -1; }",
        TestName = "A number that is counted")]
    public Task A_number_that_is_no_exit_code(string body) => Flags(Shop.With($$"""
        public int Convert(string path)
        {
            {{body}}
        }
        """));

    [Test]
    public Task To_wait_until_something_is_there_is_a_question() => Allows(Shop.With("""
        public async Task<bool> WaitForServerAsync()
        {
            for (var round = 0; round < 10; round++)
            {
                try { await _client.GetStringAsync("/alive"); return true; }
                catch (Exception) { await Task.Delay(100); }
            }

            return false;
        }
        """));

    [Test]
    public Task The_message_speaks_of_the_last_attempt() => Says(
        Retrying("for (var attempt = 0; attempt < 3; attempt++) { try { return await _store.FindAsync(id); } [|catch "
            + "(Exception ex)|] { _log.LogWarning(ex, \"again\"); } } return null;"),
        "When 'FindAsync' fails, 'GetAsync' returns 'null' after the last attempt, so callers cannot tell an outage "
        + "from an answer; throw when no attempt is left");

    [Test]
    public Task A_catch_that_makes_another_attempt_possible_is_left_alone() =>
        OffersNoFix(
            Retrying("for (var attempt = 0; attempt < 3; attempt++) { try { return await _store.FindAsync(id); } "
                + "[|catch (Exception ex)|] { _log.LogWarning(ex, \"again\"); } } return null;"));

    [Test]
    public Task An_item_is_dropped_by_a_loop_that_counts_too() => Flags(Shop.With("""
        public async Task<List<Order>> AllAsync(int[] ids)
        {
            var orders = new List<Order>();
            for (var i = 0; i < ids.Length; i++)
            {
                try { orders.Add(await _store.FindAsync(ids[i])); }
                [|catch (Exception)|] { }
            }

            return orders;
        }
        """));

    [Test]
    public Task A_loop_behind_the_try_is_not_its_next_round() => Allows(Shop.With("""
        public async Task<int> PrintAsync(List<Order> orders)
        {
            try { orders.Add(await _store.FindAsync(1)); }
            catch (HttpRequestException) { }
            foreach (var order in orders) Console.WriteLine(order.Id);
            return orders.Count;
        }
        """));

    [Test]
    public Task What_a_private_function_did_on_the_way_out_is_still_done() => Fixes(
        Shop.With("""
            public async Task<Order?> GetAsync(int id)
            {
                try
                {
                    return await _store.FindAsync(id);
                }
                [|catch (Exception ex)|]
                {
                    return Nothing(ex); // for the night shift
                }
            }

            private Order? Nothing(Exception ex)
            {
                _log.LogError(ex, "no order");
                return null;
            }
            """),
        Shop.With("""
            public async Task<Order?> GetAsync(int id)
            {
                try
                {
                    return await _store.FindAsync(id);
                }
                catch (Exception ex)
                {
                    Nothing(ex); // for the night shift
                    throw;
                }
            }

            private Order? Nothing(Exception ex)
            {
                _log.LogError(ex, "no order");
                return null;
            }
            """));

    private static string Failing(string handler, string function) => Shop.With($$"""
        public async Task<Order?> GetAsync(int id)
        {
            try { return await _store.FindAsync(id); }
            [|catch (Exception ex)|] { {{handler}} }
        }
        {{function}}
        """);

    private static string Retrying(string body) => Shop.With($$"""
        private readonly CancellationToken _stop;
        public async Task<Order?> GetAsync(int id)
        {
            {{body}}
        }
        """);
}
