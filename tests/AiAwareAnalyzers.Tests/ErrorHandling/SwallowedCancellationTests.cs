using AiAwareAnalyzers.ErrorHandling;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.ErrorHandling;

public sealed class SwallowedCancellationTests : RuleTests<SwallowedCancellation, SwallowedCancellationFix>
{
    [Test]
    public Task A_parameter_that_the_awaited_call_receives() => Flags(Shop.With("""
        public async Task RefreshAsync(CancellationToken token)
        {
            try { await _store.LoadAsync(token); }
            [|catch (Exception ex)|] { throw new InvalidOperationException("not refreshed", ex); }
        }
        """));

    [Test]
    public Task What_follows_is_never_reached_from_the_handler() => Flags(Shop.With("""
        public async Task<(bool Success, string Error)> RefreshAsync(Order order, CancellationToken token)
        {
            try { await _store.LoadAsync(token); }
            [|catch (Exception ex)|] { _log.LogError(ex, "not loaded"); throw new InvalidOperationException("not loaded", ex); }
            await _store.SaveAsync(order, token);
            return (true, "");
        }
        """));

    [Test]
    public Task The_message_shows_the_clause_to_write() => Says(
        Shop.With("""
            public async Task RefreshAsync(CancellationToken stop)
            {
                try { await _store.LoadAsync(stop); }
                [|catch (Exception ex)|] { throw new InvalidOperationException("not refreshed", ex); }
            }
            """),
        "'LoadAsync' is given 'stop', and this catch treats its cancellation as an error; rethrow it first: catch "
        + "(OperationCanceledException) when (stop.IsCancellationRequested) { throw; }");

    [Test]
    public Task What_only_tracks_waits_for_nothing() => Given.WithReferences(References.Sqlite).Allows("""
        using Microsoft.EntityFrameworkCore;
        public class Import
        {
            public async Task RunAsync(DbContext context, string[] rows, CancellationToken token)
            {
                foreach (var row in rows)
                    try { await context.Set<string>().AddAsync(row, token); }
                    catch (Exception failure) { Console.WriteLine(failure); }
            }
        }
        """);

    [Test]
    public Task A_bare_catch() => Flags(Shop.With("""
        public async Task RefreshAsync(CancellationToken token)
        {
            while (true)
                try { await _store.LoadAsync(token); }
                [|catch|] { _log.LogWarning("not refreshed"); }
        }
        """));

    [Test]
    public Task A_field() => Flags(Shop.With("""
        private readonly CancellationToken _stopping;
        public async Task RefreshAsync()
        {
            try { await _store.LoadAsync(_stopping); }
            [|catch (Exception ex)|] { throw new InvalidOperationException("not refreshed", ex); }
        }
        """));

    [Test]
    public Task A_property_of_a_parameter() => Given.WithReferences(References.AspNetCore).Flags(Shop.Beside("""
        using Microsoft.AspNetCore.Http;

        public class Reports
        {
            private readonly IStore _store = null!;
            private readonly ILogger _log = null!;
            public async Task WriteAsync(HttpContext context)
            {
                try { await _store.LoadAsync(context.RequestAborted); }
                [|catch (Exception ex)|] { throw new InvalidOperationException("no report", ex); }
            }
        }
        """));

    [Test]
    public Task A_wrapping_exception_makes_an_error_of_a_cancellation() => Flags(Shop.With("""
        public async Task RefreshAsync(CancellationToken token)
        {
            try { await _store.LoadAsync(token); }
            [|catch (Exception ex)|] { throw new InvalidOperationException("not refreshed", ex); }
        }
        """));

    [Test]
    public Task A_failed_result_is_told_to_nobody() => Allows(Shop.Beside("""
        public class Result { public bool IsSuccess { get; set; } public string? Error { get; set; } public static Result Fail(string error) => new() { Error = error }; }
        public class Orders
        {
            private readonly IStore _store = null!;
            public async Task<Result> RefreshAsync(CancellationToken token)
            {
                try { await _store.LoadAsync(token); return new Result { IsSuccess = true }; }
                catch (Exception ex) { return Result.Fail(ex.Message); }
            }
        }
        """));

    [Test]
    public Task Nobody_hears_the_server_error_for_a_client_that_left() =>
        Given.WithReferences(References.AspNetCore).Allows(Shop.Beside("""
            using Microsoft.AspNetCore.Mvc;

            public class OrdersController : ControllerBase
            {
                private readonly IStore _store = null!;
                public async Task<IActionResult> Get(CancellationToken token)
                {
                    try { return Ok(await _store.LoadAsync(token)); }
                    catch (Exception) { return StatusCode(500); }
                }
            }
            """));

    [Test]
    public Task A_server_error_in_the_log_for_a_client_that_left() =>
        Given.WithReferences(References.AspNetCore).Allows(Shop.Beside("""
            using Microsoft.AspNetCore.Http;

            public class Orders
            {
                private readonly IStore _store = null!;
                private readonly ILogger _log = null!;
                public async Task<IResult> Get(CancellationToken token)
                {
                    try { return Results.Ok(await _store.LoadAsync(token)); }
                    catch (Exception ex) { _log.LogError(ex, "no orders"); return Results.Problem(); }
                }
            }
            """));

    [TestCase("token.ThrowIfCancellationRequested();", TestName = "A round that throws first")]
    [TestCase("if (token.IsCancellationRequested) break;", TestName = "A round that looks first")]
    [TestCase("await _store.LoadAsync(token);", TestName = "A round that first awaits with the token")]
    public Task A_loop_that_begins_with_a_look_at_the_token(string look) => Allows(Shop.With($$"""
        public async Task LoadAllAsync(int[] ids, CancellationToken token)
        {
            foreach (var id in ids)
            {
                {{look}}
                try { await _store.LoadAsync(token); }
                catch (Exception ex) { _log.LogError(ex, "not loaded"); }
            }
        }
        """));

    [Test]
    public Task A_loop_that_begins_with_something_else() => Flags(Shop.With("""
        public async Task LoadAllAsync(int[] ids, CancellationToken token)
        {
            foreach (var id in ids)
            {
                _log.LogInformation("next");
                try { await _store.LoadAsync(token); }
                [|catch (Exception ex)|] { _log.LogError(ex, "not loaded"); }
            }
        }
        """));

    [Test]
    public Task A_loop_that_never_ends() => Flags(Shop.With("""
        public async Task PollAsync(CancellationToken token)
        {
            while (true)
            {
                try { await _store.LoadAsync(token); }
                [|catch (Exception ex)|] { _log.LogError(ex, "not loaded"); }
            }
        }
        """));

    [Test]
    public Task A_loop_over_items_goes_on_with_a_cancelled_token() => Flags(Shop.With("""
        public async Task LoadAllAsync(int[] ids, CancellationToken token)
        {
            foreach (var id in ids)
            {
                try { await _store.LoadAsync(token); }
                [|catch (Exception ex)|] { _log.LogError(ex, "not loaded"); }
            }
        }
        """));

    [Test]
    public Task A_pause_that_somebody_cuts_short() => Allows(Shop.With("""
        public async Task PauseAsync(CancellationToken token)
        {
            try { await Task.Delay(1000, token); }
            catch (Exception) { return; }
        }
        """));

    [Test]
    public Task A_pause_between_two_attempts() => Flags(Shop.With("""
        public async Task PollAsync(CancellationToken token)
        {
            while (true)
            {
                try { await _store.AllAsync(); await Task.Delay(1000, token); }
                [|catch (Exception ex)|] { _log.LogError(ex, "not loaded"); }
            }
        }
        """));

    [Test]
    public Task ConfigureAwait_hides_no_call() => Flags(Shop.With("""
        public async Task RefreshAsync(CancellationToken token)
        {
            try { await _store.LoadAsync(token).ConfigureAwait(false); }
            [|catch (Exception ex)|] { throw new InvalidOperationException("not refreshed", ex); }
        }
        """));

    [Test]
    public Task A_later_await_of_several() => Flags(Shop.With("""
        public async Task RefreshAsync(CancellationToken token)
        {
            try { await _store.CountAsync(); await _store.LoadAsync(token); }
            [|catch (Exception ex)|] { throw new InvalidOperationException("not refreshed", ex); }
        }
        """));

    [Test]
    public Task An_inner_try_belongs_to_the_outer_one_too() => Flags(Shop.With("""
        public async Task RefreshAsync(CancellationToken token)
        {
            try
            {
                try { await _store.LoadAsync(token); }
                finally { _log.LogInformation("done"); }
            }
            [|catch (Exception ex)|] { throw new InvalidOperationException("not refreshed", ex); }
        }
        """));

    [Test]
    public Task An_earlier_clause_for_something_else_does_not_help() => Flags(Shop.With("""
        public async Task RefreshAsync(CancellationToken token)
        {
            try { await _store.LoadAsync(token); }
            catch (HttpRequestException) { throw; }
            [|catch (Exception ex)|] { throw new InvalidOperationException("not refreshed", ex); }
        }
        """));

    [Test]
    public Task A_lambda_with_a_token_of_its_own() => Flags(Shop.With("""
        public Func<CancellationToken, Task> Refresher() => async token =>
        {
            try { await _store.LoadAsync(token); }
            [|catch (Exception ex)|] { throw new InvalidOperationException("not refreshed", ex); }
        };
        """));

    [Test]
    public Task A_local_function_with_the_token_of_its_method() => Flags(Shop.With("""
        public Task RefreshAsync(CancellationToken token)
        {
            return Refresh();
            async Task Refresh()
            {
                try { await _store.LoadAsync(token); }
                [|catch (Exception ex)|] { throw new InvalidOperationException("not refreshed", ex); }
            }
        }
        """));

    [Test]
    public Task A_question_is_only_answered_as_if_it_had_failed() => Allows(Shop.With("""
        public async Task<bool> HasOrdersAsync(CancellationToken token)
        {
            try { return (await _store.LoadAsync(token)).Count > 0; }
            catch (Exception) { return false; }
        }
        """));

    [Test]
    public Task The_token_of_a_request_in_a_lambda_inside_counts() => Flags(Shop.With("""
        public async Task RefreshAsync(int[] ids, CancellationToken token)
        {
            try { await Task.WhenAll(ids.Select(async id => await _store.LoadAsync(token))); }
            [|catch (Exception ex)|] { throw new InvalidOperationException("not refreshed", ex); }
        }
        """));

    [TestCase(
        "using var limit = CancellationTokenSource.CreateLinkedTokenSource(token); limit.CancelAfter(500);",
        "limit.Token",
        TestName = "A source that is linked to the caller's token")]
    [TestCase(
        "using var limit = CancellationTokenSource.CreateLinkedTokenSource(_lifetime.Token, token);",
        "limit.Token",
        TestName = "A source that is linked to two tokens")]
    [TestCase(
        "using var limit = CancellationTokenSource.CreateLinkedTokenSource(new[] { _lifetime.Token, token });",
        "limit.Token",
        TestName = "A source that is linked to an array of tokens")]
    [TestCase(
        "using var limit = CancellationTokenSource.CreateLinkedTokenSource(token); var both = limit.Token;",
        "both",
        TestName = "A linked token in a local")]
    [TestCase("var copy = token;", "copy", TestName = "A copy of the caller's token")]
    public Task A_token_that_comes_from_the_caller_on_a_detour(string setUp, string passed) =>
        Flags(Linking(setUp, passed));

    [TestCase(
        "using var limit = new CancellationTokenSource(500);",
        "limit.Token",
        TestName = "A time limit that knows no caller")]
    [TestCase(
        "using var limit = CancellationTokenSource.CreateLinkedTokenSource(_lifetime.Token);",
        "limit.Token",
        TestName = "A source that is linked to our own")]
    [TestCase(
        "using var limit = new CancellationTokenSource(); limit.CancelAfter(500); var both = limit.Token;",
        "both",
        TestName = "A time limit in a local")]
    public Task A_token_that_is_our_own(string setUp, string passed) =>
        Allows(Linking(setUp, passed).Replace(
            "[|catch (Exception ex)|]", "catch (Exception ex)", StringComparison.Ordinal));

    [TestCase("await Task.Delay(100, token);", TestName = "A pause that ends with the token")]
    [TestCase("await _store.LoadAsync(token).ConfigureAwait(false);", TestName = "A call that ends with the token")]
    public Task A_handler_that_ends_with_the_token(string handler) => Allows(Shop.With($$"""
        public async Task RefreshAsync(CancellationToken token)
        {
            try { await _store.LoadAsync(token); }
            catch (Exception ex) { {{handler}} throw new InvalidOperationException("not refreshed", ex); }
        }
        """));

    [TestCase("await Task.Delay(100, token);", TestName = "A pause behind the try")]
    [TestCase(
        "_log.LogWarning(\"once more\"); await _store.LoadAsync(token);", TestName = "Another call behind the try")]
    public Task What_follows_ends_with_the_token(string next) => Allows(Shop.With($$"""
        public async Task PollAsync(CancellationToken token)
        {
            while (true)
            {
                try { await _store.LoadAsync(token); }
                catch (Exception ex) { _log.LogWarning(ex, "not refreshed"); }
                {{next}}
            }
        }
        """));

    [TestCase("await Task.Delay(100);", TestName = "A pause without the token behind the try")]
    [TestCase("await _store.AllAsync(); await _store.LoadAsync(token);", TestName = "Something else comes first")]
    public Task What_follows_knows_no_token(string next) => Flags(Shop.With($$"""
        public async Task PollAsync(CancellationToken token)
        {
            while (true)
            {
                try { await _store.LoadAsync(token); }
                [|catch (Exception ex)|] { _log.LogWarning(ex, "not refreshed"); }
                {{next}}
            }
        }
        """));

    [Test]
    public Task A_pause_that_no_token_ends() => Flags(Shop.With("""
        public async Task RefreshAsync(CancellationToken token)
        {
            try { await _store.LoadAsync(token); }
            [|catch (Exception ex)|] { await Task.Delay(100, CancellationToken.None); throw new InvalidOperationException("not refreshed", ex); }
        }
        """));

    [Test]
    public Task The_cancellation_of_the_caller_passes_and_the_time_limit_does_not() => Fixes(
        Shop.With("""
            public async Task RefreshAsync(CancellationToken token)
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
                limit.CancelAfter(500);
                try
                {
                    await _store.LoadAsync(limit.Token);
                }
                [|catch (Exception ex)|]
                {
                    throw new InvalidOperationException("too slow", ex); // or broken
                }
            }
            """),
        Shop.With("""
            public async Task RefreshAsync(CancellationToken token)
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
                limit.CancelAfter(500);
                try
                {
                    await _store.LoadAsync(limit.Token);
                }
                catch (OperationCanceledException) when (token.IsCancellationRequested)
                {
                    throw;
                }
                catch (Exception ex)
                {
                    throw new InvalidOperationException("too slow", ex); // or broken
                }
            }
            """));

    [TestCase("_log.LogError(ex, \"not refreshed\");", TestName = "A line in the log is all that is wrong")]
    [TestCase("_failed = ex;", TestName = "The record of a run is all that is wrong")]
    public Task Nobody_takes_the_cancellation_for_something_else(string handler) => Allows(Shop.With($$"""
        private Exception? _failed;
        public async Task RefreshAsync(CancellationToken token)
        {
            try { await _store.LoadAsync(token); }
            catch (Exception ex) { {{handler}} }
        }
        """));

    [Test]
    public Task An_earlier_clause_for_the_cancellation() => Allows(Shop.With("""
        public async Task RefreshAsync(CancellationToken token)
        {
            try { await _store.LoadAsync(token); }
            catch (OperationCanceledException) { throw; }
            catch (Exception ex) { throw new InvalidOperationException("not refreshed", ex); }
        }
        """));

    [Test]
    public Task An_earlier_clause_with_a_filter() => Allows(Shop.With("""
        public async Task RefreshAsync(CancellationToken token)
        {
            try { await _store.LoadAsync(token); }
            catch (OperationCanceledException) when (token.IsCancellationRequested) { throw; }
            catch (Exception ex) { throw new InvalidOperationException("not refreshed", ex); }
        }
        """));

    [Test]
    public Task An_earlier_clause_that_ends_quietly() => Allows(Shop.With("""
        public async Task RefreshAsync(CancellationToken token)
        {
            try { await _store.LoadAsync(token); }
            catch (TaskCanceledException) { }
            catch (Exception ex) { throw new InvalidOperationException("not refreshed", ex); }
        }
        """));

    [Test]
    public Task A_filter_with_a_pattern() => Allows(Shop.With("""
        public async Task RefreshAsync(CancellationToken token)
        {
            try { await _store.LoadAsync(token); }
            catch (Exception ex) when (ex is not OperationCanceledException) { throw new InvalidOperationException("not refreshed", ex); }
        }
        """));

    [Test]
    public Task A_filter_in_old_words() => Allows(Shop.With("""
        public async Task RefreshAsync(CancellationToken token)
        {
            try { await _store.LoadAsync(token); }
            catch (Exception ex) when (!(ex is OperationCanceledException)) { throw new InvalidOperationException("not refreshed", ex); }
        }
        """));

    [Test]
    public Task A_filter_that_asks_the_token() => Allows(Shop.With("""
        public async Task RefreshAsync(CancellationToken token)
        {
            try { await _store.LoadAsync(token); }
            catch (Exception ex) when (!token.IsCancellationRequested) { throw new InvalidOperationException("not refreshed", ex); }
        }
        """));

    [Test]
    public Task A_handler_that_asks_for_the_kind() => Allows(Shop.With("""
        public async Task RefreshAsync(CancellationToken token)
        {
            try { await _store.LoadAsync(token); }
            catch (Exception ex)
            {
                if (ex is OperationCanceledException) return;
                _log.LogError(ex, "not refreshed");
                throw new InvalidOperationException("not refreshed", ex);
            }
        }
        """));

    [Test]
    public Task A_handler_that_asks_the_token() => Allows(Shop.With("""
        public async Task RefreshAsync(CancellationToken token)
        {
            try { await _store.LoadAsync(token); }
            catch (Exception ex)
            {
                token.ThrowIfCancellationRequested();
                _log.LogError(ex, "not refreshed");
                throw new InvalidOperationException("not refreshed", ex);
            }
        }
        """));

    [Test]
    public Task A_rethrow_behind_the_log() => Allows(Shop.With("""
        public async Task RefreshAsync(CancellationToken token)
        {
            try { await _store.LoadAsync(token); }
            catch (Exception ex) { _log.LogError(ex, "not refreshed"); throw; }
        }
        """));

    [Test]
    public Task A_rethrow_through_the_dispatch() => Allows(Shop.With("""
        public async Task RefreshAsync(CancellationToken token)
        {
            try { await _store.LoadAsync(token); }
            catch (Exception ex) { System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(ex); }
        }
        """));

    [Test]
    public Task No_token_at_all() => Allows(Shop.With("""
        public async Task RefreshAsync()
        {
            try { await _store.AllAsync(); }
            catch (Exception ex) { throw new InvalidOperationException("not refreshed", ex); }
        }
        """));

    [Test]
    public Task A_token_that_no_awaited_call_receives() => Allows(Shop.With("""
        public async Task RefreshAsync(CancellationToken token)
        {
            try { await _store.AllAsync(); }
            catch (Exception ex) { throw new InvalidOperationException("not refreshed", ex); }
        }
        """));

    [Test]
    public Task A_token_that_nobody_can_cancel() => Allows(Shop.With("""
        public async Task RefreshAsync()
        {
            try { await _store.LoadAsync(CancellationToken.None); await _store.LoadAsync(default); }
            catch (Exception ex) { throw new InvalidOperationException("not refreshed", ex); }
        }
        """));

    [Test]
    public Task A_time_limit_of_our_own_is_an_error() => Allows(Shop.With("""
        public async Task RefreshAsync()
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            try { await _store.LoadAsync(limit.Token); }
            catch (Exception ex) { _log.LogError(ex, "too slow"); }
        }
        """));

    [Test]
    public Task A_loop_that_the_token_ends() => Allows(Shop.With("""
        public async Task PollAsync(CancellationToken token)
        {
            while (!token.IsCancellationRequested)
            {
                try { await _store.LoadAsync(token); }
                catch (Exception ex) { _log.LogError(ex, "not loaded"); }
            }
        }
        """));

    [Test]
    public Task A_loop_that_a_timer_ends() => Allows(Shop.With("""
        public async Task PollAsync(PeriodicTimer timer, CancellationToken token)
        {
            while (await timer.WaitForNextTickAsync(token))
            {
                try { await _store.LoadAsync(token); }
                catch (Exception ex) { _log.LogError(ex, "not loaded"); }
            }
        }
        """));

    [Test]
    public Task An_event_handler_has_nobody_to_pass_it_to() => Allows(Shop.With("""
        private readonly CancellationToken _closing;
        public async void Refresh(object sender, EventArgs e)
        {
            try { await _store.LoadAsync(_closing); }
            catch (Exception ex) { throw new InvalidOperationException("not refreshed", ex); }
        }
        """));

    [Test]
    public Task A_health_check_answers_unhealthy() => Given.WithReferences(References.AspNetCore).Allows(Shop.Beside("""
        using Microsoft.Extensions.Diagnostics.HealthChecks;

        public class StoreCheck : IHealthCheck
        {
            private readonly IStore _store = null!;
            public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken token = default)
            {
                try { await _store.LoadAsync(token); return HealthCheckResult.Healthy(); }
                catch (Exception ex) { return HealthCheckResult.Unhealthy("no store", ex); }
            }
        }
        """));

    [Test]
    public Task An_expected_exception_is_no_cancellation() => Allows(Shop.With("""
        public async Task RefreshAsync(CancellationToken token)
        {
            try { await _store.LoadAsync(token); }
            catch (HttpRequestException ex) { throw new InvalidOperationException("not refreshed", ex); }
        }
        """));

    [Test]
    public Task The_program_itself_ends_anyway() => Allows("""
        var token = new CancellationTokenSource().Token;
        return await Main(token);

        static async Task<int> Main(CancellationToken token)
        {
            try { await new HttpClient().GetStringAsync("http://shop", token); return 0; }
            catch (Exception ex) { Console.Error.WriteLine(ex); return 1; }
        }
        """);

    [Test]
    public Task Somebody_else_gets_the_exception_and_can_tell() => Allows(Shop.With("""
        private readonly TaskCompletionSource _done = new();
        public async Task RefreshAsync(CancellationToken token)
        {
            try { await _store.LoadAsync(token); }
            catch (Exception ex) { _done.TrySetException(ex); }
        }
        """));

    [Test]
    public Task A_graver_defect_of_the_same_catch_is_reported_instead() => Allows(Shop.With("""
        public async Task<List<Order>> ListAsync(CancellationToken token)
        {
            try { return await _store.LoadAsync(token); }
            catch (Exception) { return new List<Order>(); }
        }
        """));

    [Test]
    public Task Cleanup_ends_in_any_case() => Allows(Shop.With("""
        public async Task StopAsync(CancellationToken token)
        {
            try { await _store.LoadAsync(token); }
            catch (Exception ex) { throw new InvalidOperationException("not stopped", ex); }
        }
        """));

    [Test]
    public Task The_cancellation_passes_in_front() => Fixes(
        Shop.With("""
            public async Task RefreshAsync(CancellationToken token)
            {
                try
                {
                    await _store.LoadAsync(token);
                }
                // whatever it is
                [|catch (Exception ex)|]
                {
                    throw new InvalidOperationException("not refreshed", ex);
                }
            }
            """),
        Shop.With("""
            public async Task RefreshAsync(CancellationToken token)
            {
                try
                {
                    await _store.LoadAsync(token);
                }
                catch (OperationCanceledException) when (token.IsCancellationRequested)
                {
                    throw;
                }
                // whatever it is
                catch (Exception ex)
                {
                    throw new InvalidOperationException("not refreshed", ex);
                }
            }
            """));

    [Test]
    public Task The_cancellation_passes_in_front_of_every_clause() => Fixes(
        Shop.With("""
            private readonly CancellationToken _stopping;
            public async Task RefreshAsync()
            {
                while (true)
                {
                    try { await _store.LoadAsync(_stopping); }
                    catch (HttpRequestException) { throw; }
                    [|catch|] { _log.LogWarning("not refreshed"); }
                }
            }
            """),
        Shop.With("""
            private readonly CancellationToken _stopping;
            public async Task RefreshAsync()
            {
                while (true)
                {
                    try { await _store.LoadAsync(_stopping); }
                    catch (OperationCanceledException) when (_stopping.IsCancellationRequested) { throw; }
                    catch (HttpRequestException) { throw; }
                    catch { _log.LogWarning("not refreshed"); }
                }
            }
            """));

    [Test]
    public async Task A_cancellation_comes_out_and_a_time_limit_does_not()
    {
        var outcome = await Running.Repairing<SwallowedCancellation, SwallowedCancellationFix>(
            """
            public static class Proof
            {
                private static async Task SlowAsync(CancellationToken token) => await Task.Delay(Timeout.Infinite, token);
                private static async Task LimitedAsync(CancellationToken token) { await Task.Yield(); throw new TaskCanceledException("too slow", new TimeoutException()); }

                private static async Task WorkAsync(Func<CancellationToken, Task> work, CancellationToken token)
                {
                    try { await work(token); }
                    catch (Exception ex) { throw new InvalidOperationException("broken", ex); }
                }

                public static async Task<string> Run() => await Outcome(SlowAsync, new CancellationToken(true)) + ", " + await Outcome(LimitedAsync, default);

                private static async Task<string> Outcome(Func<CancellationToken, Task> work, CancellationToken token)
                {
                    try { await WorkAsync(work, token); return "swallowed"; }
                    catch (OperationCanceledException) { return "cancelled"; }
                    catch (InvalidOperationException) { return "broken"; }
                }
            }
            """,
            new Setting(References.Net10));
        Assert.That(outcome, Is.EqualTo(("broken, broken", "cancelled, broken")));
    }

    private static string Linking(string setUp, string passed) => Shop.With($$"""
        private readonly CancellationTokenSource _lifetime = new();
        public async Task RefreshAsync(CancellationToken token)
        {
            {{setUp}}
            try { await _store.LoadAsync({{passed}}); }
            [|catch (Exception ex)|] { throw new InvalidOperationException("not refreshed", ex); }
        }
        """);

    [Test]
    public Task Two_cancellations_pass_at_once() => Fixes(
        Shop.With("""
            public async Task ReadAsync(CancellationToken token)
            {
                try { await _store.LoadAsync(token); }
                [|catch (Exception ex)|] { throw new InvalidOperationException("Read", ex); } // next time
            }

            public async Task LookAsync(CancellationToken token)
            {
                try { await _store.LoadAsync(token); }
                [|catch (Exception ex)|] { throw new InvalidOperationException("Look", ex); } // next time
            }
            """),
        Shop.With("""
            public async Task ReadAsync(CancellationToken token)
            {
                try { await _store.LoadAsync(token); }
                catch (OperationCanceledException) when (token.IsCancellationRequested) { throw; }
                catch (Exception ex) { throw new InvalidOperationException("Read", ex); } // next time
            }

            public async Task LookAsync(CancellationToken token)
            {
                try { await _store.LoadAsync(token); }
                catch (OperationCanceledException) when (token.IsCancellationRequested) { throw; }
                catch (Exception ex) { throw new InvalidOperationException("Look", ex); } // next time
            }
            """));

    [TestCase("catch (OperationCanceledException ex)", """throw new TimeoutException("The shop is slow.", ex);""",
        TestName = "Thrown as a timeout")]
    [TestCase("catch (TaskCanceledException)", """_log.LogWarning("The shop timed out"); return null;""",
        TestName = "Logged as a timeout")]
    [TestCase("catch (TaskCanceledException ex)", """throw new InvalidOperationException("No answer in time.", ex);""",
        TestName = "No answer in time")]
    public Task A_cancellation_that_is_taken_for_a_timeout(string clause, string handler) => Flags(Shop.With($$"""
        public async Task<Order?> RefreshAsync(CancellationToken token)
        {
            try { await _store.LoadAsync(token); return null; }
            [|{{clause}}|] { {{handler}} }
        }
        """));

    [TestCase("catch (OperationCanceledException) when (!token.IsCancellationRequested)",
        """throw new TimeoutException();""", TestName = "A filter asks the token")]
    [TestCase(
        "catch (OperationCanceledException) when (token.IsCancellationRequested) { throw; } catch "
        + "(OperationCanceledException)",
        """throw new TimeoutException();""", TestName = "A clause in front lets the caller's pass")]
    [TestCase("catch (OperationCanceledException)",
        """token.ThrowIfCancellationRequested(); throw new TimeoutException();""", TestName = "The handler asks the token")]
    [TestCase("catch (OperationCanceledException)", """_log.LogWarning("timed out"); throw;""",
        TestName = "It comes out all the same")]
    [TestCase("catch (OperationCanceledException)", """_log.LogInformation("stopped"); return null;""",
        TestName = "Nothing is said of a time")]
    public Task A_cancellation_that_is_told_from_a_timeout(string clause, string handler) => Allows(Shop.With($$"""
        public async Task<Order?> RefreshAsync(CancellationToken token)
        {
            try { await _store.LoadAsync(token); return null; }
            {{clause}} { {{handler}} }
        }
        """));

    [Test]
    public Task A_time_limit_without_a_token_of_the_caller_is_allowed() => Allows(Shop.With("""
        public async Task<Order?> RefreshAsync()
        {
            using var limit = new CancellationTokenSource(1000);
            try { await _store.LoadAsync(limit.Token); return null; }
            catch (OperationCanceledException) { throw new TimeoutException(); }
        }
        """));

    [Test]
    public Task The_cancellation_passes_in_front_of_the_timeout() => Fixes(
        Shop.With("""
            public async Task RefreshAsync(CancellationToken token)
            {
                try
                {
                    await _store.LoadAsync(token);
                }
                [|catch (TaskCanceledException ex)|]
                {
                    throw new TimeoutException("slow", ex);
                }
            }
            """),
        Shop.With("""
            public async Task RefreshAsync(CancellationToken token)
            {
                try
                {
                    await _store.LoadAsync(token);
                }
                catch (OperationCanceledException) when (token.IsCancellationRequested)
                {
                    throw;
                }
                catch (TaskCanceledException ex)
                {
                    throw new TimeoutException("slow", ex);
                }
            }
            """));

    [TestCase("_log.LogError(ex, \"no\"); break;", TestName = "The handler leaves the loop")]
    [TestCase("_log.LogError(ex, \"no\"); return;", TestName = "The handler leaves the function")]
    public Task A_loop_that_ends_is_no_misreading(string handler) => Allows(Rounds(handler, "catch (Exception ex)"));

    [TestCase("_log.LogError(ex, \"no\"); continue;", TestName = "The handler goes on with the next round")]
    [TestCase("if (ex is IOException) break; _log.LogError(ex, \"no\");", TestName = "The handler leaves sometimes")]
    public Task A_loop_that_may_go_on(string handler) => Flags(Rounds(handler, "[|catch (Exception ex)|]"));

    private static string Rounds(string handler, string clause) => Shop.With($$"""
        public async Task ImportAsync(IEnumerable<Order> orders, CancellationToken token)
        {
            foreach (var order in orders)
            {
                try { await _store.SaveAsync(order, token); }
                {{clause}} { {{handler}} }
            }
        }
        """);


    [TestCase("while (!token.IsCancellationRequested) foreach (var order in orders)",
        TestName = "Elements in a loop that the token ends")]
    [TestCase(
        "while (await timer.WaitForNextTickAsync(token)) { _log.LogInformation(\"tick\"); "
        + "foreach (var order in orders)",
        TestName = "Elements at each tick")]
    [TestCase(
        "while (!token.IsCancellationRequested) { var all = await _store.LoadAsync(token); "
        + "foreach (var order in orders)",
        TestName = "Elements that were read with the token")]
    [TestCase("while (!token.IsCancellationRequested) while (queue.TryDequeue(out var order))",
        TestName = "A queue that is emptied")]
    [TestCase("await foreach (var order in stream.WithCancellation(token))", TestName = "A stream")]
    public Task Elements_that_go_on_in_a_loop_that_would_end(string loop) =>
        Flags(Service(loop, "try { await _store.SaveAsync(order, token); } "
            + "[|catch (Exception ex)|] { _log.LogError(ex, \"not saved\"); }"));

    [TestCase("while (!token.IsCancellationRequested) foreach (var order in orders)",
        "token.ThrowIfCancellationRequested();", "", TestName = "Each element begins with a look")]
    [TestCase("while (!token.IsCancellationRequested) foreach (var order in orders)", "",
        "await Task.Delay(10, token);", TestName = "A pause with the token after each")]
    [TestCase("while (true) while (!token.IsCancellationRequested && queue.TryDequeue(out var order))", "", "",
        TestName = "The inner loop asks")]
    public Task Elements_that_end_with_the_token(string loop, string before, string behind) =>
        Allows(Service(loop, before + "try { await _store.SaveAsync(order, token); } "
            + "catch (Exception ex) { _log.LogError(ex, \"not saved\"); }" + behind));

    [TestCase("foreach (var order in orders) await WorkOnAsync(order, token);", TestName = "For each")]
    [TestCase(
        "while (!token.IsCancellationRequested) { foreach (var order in orders) { "
        + "await WorkOnAsync(order, token); } }",
        TestName = "For each in a loop that the token ends")]
    [TestCase("await foreach (var order in stream) await WorkOnAsync(order, token).ConfigureAwait(false);",
        TestName = "For each of a stream")]
    [TestCase("while (true) { if (orders.Length > 3) await WorkOnAsync(orders[0], token); }",
        TestName = "Under a condition")]
    public Task A_private_method_for_each_element(string caller) => Flags(Helper(caller, "[|catch (Exception ex)|]"));

    [TestCase("await WorkOnAsync(orders[0], token);", TestName = "Once")]
    [TestCase("while (!token.IsCancellationRequested) await WorkOnAsync(orders[0], token);",
        TestName = "In a loop that the token ends")]
    [TestCase(
        "foreach (var order in orders) { token.ThrowIfCancellationRequested(); "
        + "await WorkOnAsync(order, token); }",
        TestName = "Behind a look")]
    [TestCase("foreach (var order in orders) { await WorkOnAsync(order, token); await Task.Delay(10, token); }",
        TestName = "Before a pause with the token")]
    [TestCase("foreach (var order in orders) await WorkOnAsync(order, CancellationToken.None);",
        TestName = "Without a token")]
    [TestCase("foreach (var order in orders) await WorkOnAsync(order, token); await WorkOnAsync(orders[0], token);",
        TestName = "Once, besides")]
    [TestCase("await Task.WhenAll(orders.Select(order => WorkOnAsync(order, token)));", TestName = "All at once")]
    public Task A_private_method_whose_callers_end(string caller) => Allows(Helper(caller, "catch (Exception ex)"));

    private static string Service(string loop, string body) => Shop.With($$"""
        public async Task ExecuteAsync(
            Order[] orders, Queue<Order> queue, IAsyncEnumerable<Order> stream, PeriodicTimer timer,
            CancellationToken token)
        {
            {{loop}}
            {
                {{body}}
            }
            {{(loop.Contains('{') ? "}" : "")}}
        }
        """);

    private static string Helper(string caller, string clause) => Shop.With($$"""
        public async Task ExecuteAsync(Order[] orders, IAsyncEnumerable<Order> stream, CancellationToken token)
        {
            {{caller}}
        }
        private async Task WorkOnAsync(Order order, CancellationToken token)
        {
            try { await _store.LoadAsync(token); _log.LogInformation("done"); }
            {{clause}} { _log.LogError(ex, "not saved"); }
        }
        """);
}
