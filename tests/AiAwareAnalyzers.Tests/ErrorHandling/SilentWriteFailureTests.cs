using AiAwareAnalyzers.ErrorHandling;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.ErrorHandling;

public sealed class SilentWriteFailureTests : RuleTests<SilentWriteFailure, SilentWriteFailureFix>
{
    [TestCase("SaveAsync", TestName = "Saving")]
    [TestCase("CreateOrderAsync", TestName = "Creating")]
    [TestCase("UpdateOrderAsync", TestName = "Updating")]
    [TestCase("DeleteOrderAsync", TestName = "Deleting")]
    [TestCase("SendConfirmationAsync", TestName = "Sending, where the answer is false")]
    [TestCase("ImportAsync", TestName = "Importing")]
    [TestCase("MarkAsPaidAsync", TestName = "Marking")]
    [TestCase("SetAvailableAsync", TestName = "Setting what a health check would ask")]
    [TestCase("ChargeAsync", TestName = "Charging")]
    [TestCase("PayInvoiceAsync", TestName = "Paying")]
    [TestCase("RefundAsync", TestName = "Refunding")]
    [TestCase("PlaceOrder", TestName = "Placing, without the word async")]
    [TestCase("upload_receipt", TestName = "Uploading, in another style")]
    public Task A_change_that_answers_false_hides_its_failure(string name) => Flags(Shop.With($$"""
        public async Task<bool> {{name}}(Order order)
        {
            if (order is null) return false;
            try { await _store.SaveAsync(order); return true; }
            [|catch (Exception)|] { return false; }
        }
        """));

    [TestCase("if (!await UpdateOrderAsync(order)) throw new IOException();", TestName = "A throw")]
    [TestCase("var done = await UpdateOrderAsync(order); if (!done) return 1;", TestName = "By way of a local")]
    [TestCase("if (order.Id > 0 && !await UpdateOrderAsync(order)) return 1;", TestName = "A part of a condition")]
    [TestCase("return await UpdateOrderAsync(order) ? 0 : 1;", TestName = "A choice")]
    public Task A_false_that_all_callers_ask_for_is_told(string caller) => Allows(Shop.With(Updating(caller, "catch")));

    [TestCase("await UpdateOrderAsync(order);", TestName = "Dropped")]
    [TestCase(
        "if (!await UpdateOrderAsync(order)) return 1; await UpdateOrderAsync(order);", TestName = "Dropped once")]
    [TestCase("var done = await UpdateOrderAsync(order);", TestName = "Kept and forgotten")]
    public Task A_false_that_a_caller_does_not_ask_for_is_not(string caller) =>
        Flags(Shop.With(Updating(caller, "[|catch|]")));

    private static string Updating(string caller, string clause) => $$"""
        public async Task<bool> UpdateOrderAsync(Order order)
        {
            if (order is null) return false;
            try { await _store.SaveAsync(order); return true; }
            {{clause}} { return false; }
        }
        public async Task<int> RunAsync(Order order) { {{caller}} return 0; }
        """;

    [Test]
    public Task A_change_that_answers_false_whenever_it_is_not_made_tells_its_callers() => Allows(Shop.With(Adding(
        "bool", "if (order.Id == 0) return false;", "return true;", "catch (Exception ex)", "false")));

    [TestCase("bool", "return true;", "false", TestName = "False after a failure only")]
    [TestCase("Order?", "return order;", "null", TestName = "Null after a failure only")]
    [TestCase("int", "return order.Id;", "-1", TestName = "No identifier after a failure only")]
    public Task Callers_of_what_answers_so_for_failures_only_are_told(string type, string done, string failed) =>
        Allows(Shop.With(Adding(type, "", done, "catch (Exception ex)", failed)));

    [TestCase("bool", "", "return await _store.CountAsync() > 0;", "false", TestName = "False for what was counted")]
    [TestCase("Order?", "if (order.Id == 0) return null;", "return order;", "null",
        TestName = "Null for another reason")]
    [TestCase("Order?", "", "return new List<Order>().FirstOrDefault();", "null",
        TestName = "Null for what is not there")]
    [TestCase("int", "if (order.Id == 3) return -1;", "return order.Id;", "-1", TestName = "-1 for another reason")]
    [TestCase("int", "", "return order.Id;", "0", TestName = "Zero may be a count")]
    public Task Callers_of_what_answers_so_for_other_reasons_are_not(
        string type, string before, string done, string failed) =>
        Flags(Shop.With(Adding(type, before, done, "[|catch (Exception ex)|]", failed)));

    [Test]
    public Task Null_of_an_update_may_mean_that_there_was_nothing() => Flags(Shop.With(
        Adding("Order?", "", "return order;", "[|catch (Exception ex)|]", "null").Replace("AddAsync", "UpdateAsync")));

    private static string Adding(string type, string before, string done, string clause, string failed) => $$"""
        public async Task<{{type}}> AddAsync(Order order)
        {
            {{before}}
            try { await _store.SaveAsync(order); {{done}} }
            {{clause}} { _log.LogError(ex, "not added"); return {{failed}}; }
        }
        """;

    [TestCase("IsKnown = false;", "catch (Exception)", TestName = "The handler sets what the try was to set")]
    public Task What_the_handler_settles(string reaction, string clause) => Allows(Settling(reaction, clause));

    [TestCase("", "[|catch (Exception)|]", TestName = "The handler sets nothing")]
    public Task What_the_handler_does_not_settle(string reaction, string clause) => Flags(Settling(reaction, clause));

    private static string Settling(string reaction, string clause) => Shop.With($$"""
        public bool IsKnown { get; private set; }
        private async Task SetKnownAsync()
        {
            try { IsKnown = (await _client.GetStringAsync("http://keys")).Length > 0; }
            {{clause}} { {{reaction}} }
        }
        """);

    [TestCase(
        "for (var attempt = 0; attempt < 3; attempt++) { try { await _store.SaveAsync(order); return; } [|catch "
        + "(Exception ex)|] { _log.LogWarning(ex, \"again\"); } }",
        TestName = "Attempts that run out at the end of the method")]
    [TestCase(
        "for (var attempt = 0; attempt < 3; attempt++) { try { await _store.SaveAsync(order); break; } [|catch "
        + "(Exception ex)|] { _log.LogWarning(ex, \"again\"); await Task.Delay(100); } }",
        TestName = "Attempts that a break ends")]
    [TestCase(
        "try { await _store.SaveAsync(order); } [|catch (Exception ex)|] { LogFailure(ex); }",
        TestName = "A private function logs a lost change")]
    public Task A_change_that_is_lost_on_a_detour(string body) => Flags(Changing(body));

    [TestCase(
        "for (var attempt = 0; attempt < 3; attempt++) { try { await _store.SaveAsync(order); return; } catch "
        + "(Exception ex) { _log.LogWarning(ex, \"again\"); } } throw new TimeoutException();",
        TestName = "Attempts that end with an exception")]
    [TestCase(
        "try { await _store.SaveAsync(order); } catch (Exception ex) { Queue(order, ex); }",
        TestName = "A private function queues a lost change")]
    public Task A_change_that_is_not_lost(string body) => Allows(Changing(body));

    private static string Changing(string body) => Shop.With($$"""
        private readonly Queue<Order> _later = new();
        private void LogFailure(Exception ex) => _log.LogError(ex, "not saved");
        private void Queue(Order order, Exception ex) { _log.LogWarning(ex, "later"); _later.Enqueue(order); }
        public async Task SaveAsync(Order order)
        {
            {{body}}
        }
        """);

    [Test]
    public Task A_log_is_a_trace_of_the_lost_change() => Flags(Shop.With("""
        public async Task SaveAsync(Order order)
        {
            try { await _store.SaveAsync(order); }
            [|catch (Exception ex)|] { _log.LogError(ex, "not saved"); }
        }
        """));

    [Test]
    public Task A_change_that_claims_success_is_lost_for_good() => Flags(Shop.With("""
        public async Task<bool> SaveAsync(Order order)
        {
            try { await _store.SaveAsync(order); return true; }
            [|catch (Exception ex)|] { _log.LogError(ex, "not saved"); return true; }
        }
        """));

    [Test]
    public Task A_change_that_reports_its_own_failure_is_lost_there() => Allows(Archive(
        "await Task.Yield();",
        "try { await File.WriteAllTextAsync(\"orders\", \"\"); } catch (Exception ex) { Failed = ex; }",
        "catch"));

    [Test]
    public Task A_change_that_throws_is_lost_where_it_is_caught() => Flags(Archive(
        "await Task.Yield();", "await File.WriteAllTextAsync(\"orders\", \"\");", "[|catch|]"));

    private static string Archive(string other, string body, string clause) => Shop.With($$"""
        public interface IArchive { Task KeepAsync(Order order); Task OtherAsync(); }
        public sealed class Archive : IArchive
        {
            private readonly ILogger _log;
            public Exception? Failed { get; private set; }
            public async Task KeepAsync(Order order) { {{body}} }
            public async Task OtherAsync() { {{other}} }
        }
        public async Task SaveAsync(IArchive archive, Order order)
        {
            try { await archive.KeepAsync(order); }
            {{clause}} { return; }
        }
        """);

    [Test]
    public Task A_change_that_just_ends_hides_its_failure() => Flags(Shop.With("""
        public async Task SaveAsync(Order order)
        {
            try { await _store.SaveAsync(order); }
            [|catch (Exception ex)|] { _log.LogError(ex, "not saved"); }
        }
        """));

    [Test]
    public Task Null_for_what_was_not_created_is_flagged() => Flags(Shop.With("""
        public async Task<Order?> CreateAsync(Order order)
        {
            try { await _store.SaveAsync(order); return order; }
            [|catch|] { return null; }
        }
        """));

    [Test]
    public Task True_for_what_was_not_done_is_flagged() => Flags(Shop.With("""
        public async Task<bool> DeleteAsync(Order order)
        {
            try { await _store.SaveAsync(order); }
            [|catch (Exception)|] { }
            return true;
        }
        """));

    [Test]
    public Task Rolling_back_is_right_and_tells_nobody() => Flags(Shop.With("""
        private Task RollbackAsync() => Task.CompletedTask;
        public async Task<bool> TransferAsync(Order order)
        {
            try { await _store.SaveAsync(order); return true; }
            [|catch (Exception)|] { await RollbackAsync(); return false; }
        }
        """));

    [Test]
    public Task A_file_that_could_not_be_written_is_a_lost_change() => Flags(Shop.With("""
        public void SaveSettings(string path, string text)
        {
            try { File.WriteAllText(path, text); }
            [|catch (Exception ex)|] { Console.WriteLine(ex.Message); }
        }
        """));

    [Test]
    public Task An_early_return_is_an_end_too() => Flags(Shop.With("""
        public async Task UpdateAsync(Order order)
        {
            try { await _store.SaveAsync(order); }
            [|catch (Exception ex)|] { _log.LogError(ex, "not saved"); return; }
            _log.LogInformation("saved");
        }
        """));

    [Test]
    public Task Not_even_a_best_effort_says_nothing_at_all() => Flags(Shop.With("""
        public async Task SendReceiptAsync(Order order)
        {
            try { await _client.PostAsync("http://mail", null); }
            [|catch (Exception)|] { }
        }
        """));

    [Test]
    public Task A_change_through_a_database_is_named_in_the_way_out() =>
        Given.WithReferences(References.EntityFrameworkCore).Says(
            """
            using Microsoft.EntityFrameworkCore;

            public class Orders
            {
                private readonly DbContext _db = null!;
                public async Task<bool> SaveAsync(CancellationToken token)
                {
                    try { await _db.SaveChangesAsync(token); return true; }
                    [|catch (Exception)|] { return true; }
                }
            }
            """,
            "When 'SaveChangesAsync' fails, 'SaveAsync' returns 'true', so the change is lost and its caller is not "
            + "told (cancellation is swallowed too); rethrow, or catch only 'DbException' or "
            + "'DbUpdateException' and return a result that says it failed");

    [Test]
    public Task A_success_result_for_what_was_not_saved_is_flagged() => Flags(Shop.Beside("""
        public class Result { public bool Success { get; init; } public string? Message { get; init; } }
        public class Orders
        {
            private readonly IStore _store = null!;
            public async Task<Result> SaveAsync(Order order)
            {
                try { await _store.SaveAsync(order); return new Result { Success = true }; }
                [|catch (Exception)|] { return new Result { Success = true, Message = "saved" }; }
            }
        }
        """));

    [Test]
    public Task A_local_function_that_saves_is_flagged() => Flags(Shop.With("""
        public Task<bool> Run(Order order)
        {
            return SaveAsync();

            async Task<bool> SaveAsync()
            {
                try { await _store.SaveAsync(order); return true; }
                [|catch (Exception)|] { return false; }
            }
        }
        """));

    [Test]
    public Task An_extension_method_is_a_method() => Flags(Shop.Beside("""
        public static class Stores
        {
            public static async Task<int> InsertAsync(this IStore store, Order order)
            {
                try { await store.SaveAsync(order); return 1; }
                [|catch (Exception)|] { return 0; }
            }
        }
        """));

    [CSharp(12)]
    public Task A_primary_constructor_hides_no_catch() => Flags(Shop.Beside("""
        public sealed class Orders(IStore store)
        {
            public async Task<bool> SubmitAsync(Order order)
            {
                try { await store.SaveAsync(order); return true; }
                [|catch (Exception)|] { return false; }
            }
        }
        """));

    [Test]
    public Task A_record_may_change_things_too() => Flags(Shop.Beside("""
        public record Basket(IStore Store)
        {
            public async ValueTask<bool> CheckoutAsync(Order order)
            {
                try { await Store.SaveAsync(order); return true; }
                [|catch (Exception)|] { return false; }
            }
        }
        """));

    [TestCase("GetAsync", TestName = "A method that reads is reported as one")]
    [TestCase("TrySaveAsync", TestName = "A method that only tries to save may say no")]
    [TestCase("CanSaveAsync", TestName = "A question for the ability to save may be answered with no")]
    public Task Names_that_promise_no_change(string name) => Allows(Shop.With($$"""
        public async Task<bool> {{name}}(Order order)
        {
            try { await _store.SaveAsync(order); return true; }
            catch (Exception) { return false; }
        }
        """));

    [Test]
    public Task A_change_that_fails_loudly_is_fine() => Allows(Shop.With("""
        public async Task SaveAsync(Order order)
        {
            try { await _store.SaveAsync(order); }
            catch (Exception ex) { _log.LogError(ex, "not saved"); throw; }
        }
        """));

    [Test]
    public Task A_wrapped_exception_is_loud() => Allows(Shop.With("""
        public async Task SaveAsync(Order order)
        {
            try { await _store.SaveAsync(order); }
            catch (Exception ex) { throw new InvalidOperationException("not saved", ex); }
        }
        """));

    [Test]
    public Task An_exception_thrown_through_its_dispatch_is_loud() => Allows(Shop.With("""
        public async Task SaveAsync(Order order)
        {
            try { await _store.SaveAsync(order); }
            catch (Exception ex) { System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(ex).Throw(); }
        }
        """));

    [Test]
    public Task A_method_that_never_returns_is_loud() => Allows(Shop.With("""
        [System.Diagnostics.CodeAnalysis.DoesNotReturn]
        private void Fatal() => throw new InvalidOperationException();
        public async Task<bool> SaveAsync(Order order)
        {
            try { await _store.SaveAsync(order); return true; }
            catch (Exception) { Fatal(); return false; }
        }
        """));

    [Test]
    public Task A_failed_result_says_it() => Allows(Shop.Beside("""
        public class Result { public bool Success { get; init; } public string? Message { get; init; } }
        public class Orders
        {
            private readonly IStore _store = null!;
            public async Task<Result> SaveAsync(Order order)
            {
                try { await _store.SaveAsync(order); return new Result { Success = true }; }
                catch (Exception) { return new Result { Success = false, Message = "not saved" }; }
            }
        }
        """));

    [Test]
    public Task A_tuple_with_the_reason_says_it() => Allows(Shop.With("""
        public async Task<(bool Ok, string? Error)> SaveAsync(Order order)
        {
            try { await _store.SaveAsync(order); return (true, null); }
            catch (Exception ex) { return (false, ex.Message); }
        }
        """));

    [Test]
    public Task An_error_on_the_view_model_is_shown() => Allows(Shop.With("""
        public string Status { get; private set; } = "";
        public async Task SaveAsync(Order order)
        {
            try { await _store.SaveAsync(order); }
            catch (Exception) { Status = "Your order could not be saved."; }
        }
        """));

    [Test]
    public Task A_raised_event_is_a_word() => Allows(Shop.With("""
        public event Action<string>? Failed;
        public async Task SaveAsync(Order order)
        {
            try { await _store.SaveAsync(order); }
            catch (Exception) { Failed?.Invoke("not saved"); }
        }
        """));

    [Test]
    public Task A_counter_is_a_word() => Allows(Shop.With("""
        private int _failures;
        public async Task SaveAsync(Order order)
        {
            try { await _store.SaveAsync(order); }
            catch (Exception ex) { _log.LogError(ex, "not saved"); _failures++; }
        }
        """));

    [Test]
    public Task A_notification_that_is_logged_when_it_fails_is_best_effort() => Allows(Shop.With("""
        public async Task SendReceiptAsync(Order order)
        {
            try { await _client.PostAsync("http://mail", null); }
            catch (Exception ex) { _log.LogWarning(ex, "no receipt"); }
        }
        """));

    [Test]
    public Task A_reason_in_a_comment_makes_an_end_deliberate() => Allows(Shop.With("""
        public async Task SaveDraftAsync(Order order)
        {
            try { await _store.SaveAsync(order); }
            catch (Exception ex)
            {
                // Drafts are saved again with the next keystroke.
                _log.LogWarning(ex, "draft");
            }
        }
        """));

    [Test]
    public Task An_event_handler_has_no_caller_to_tell() => Allows(Shop.With("""
        public async void SaveClicked(object sender, EventArgs e)
        {
            try { await _store.SaveAsync(new Order()); }
            catch (Exception ex) { _log.LogError(ex, "not saved"); }
        }
        """));

    [Test]
    public Task An_async_void_method_must_not_throw() => Allows(Shop.With("""
        public async void SaveInBackground()
        {
            try { await _store.SaveAsync(new Order()); }
            catch (Exception ex) { _log.LogError(ex, "not saved"); }
        }
        """));

    [Test]
    public Task A_loop_over_many_goes_on() => Allows(Shop.With("""
        public async Task SaveAllAsync(List<Order> orders)
        {
            foreach (var order in orders)
            {
                try { await _store.SaveAsync(order); }
                catch (Exception ex) { _log.LogError(ex, "not saved"); }
            }
        }
        """));

    [Test]
    public Task A_hosted_service_is_the_end_of_the_road() =>
        Given.WithReferences(References.AspNetCore).Allows(Shop.Beside("""
            using Microsoft.Extensions.Hosting;

            public class Backup : BackgroundService
            {
                private readonly IStore _store = null!;
                private readonly ILogger _log = null!;
                protected override Task ExecuteAsync(CancellationToken token) => SaveAsync();
                private async Task SaveAsync()
                {
                    try { await _store.SaveAsync(new Order()); }
                    catch (Exception ex) { _log.LogError(ex, "no backup"); }
                }
            }
            """));

    [Test]
    public Task A_middleware_is_the_end_of_the_road() =>
        Given.WithReferences(References.AspNetCore).Allows(Shop.Beside("""
            using Microsoft.AspNetCore.Http;

            public class Audit
            {
                private readonly IStore _store = null!;
                private readonly ILogger _log = null!;
                public async Task AddEntryAsync(HttpContext context)
                {
                    try { await _store.SaveAsync(new Order()); }
                    catch (Exception ex) { _log.LogError(ex, "no entry"); }
                }
            }
            """));

    [Test]
    public Task A_log_that_cannot_be_written_has_nowhere_to_say_so() => Allows("""
        public class FileLogger
        {
            public void Write(string line)
            {
                try { File.AppendAllText("log.txt", line); }
                catch (Exception) { }
            }
        }
        """);

    [Test]
    public Task Cleanup_goes_on() => Allows(Shop.With("""
        public async Task CloseAsync()
        {
            try { await _store.SaveAsync(new Order()); }
            catch (Exception ex) { _log.LogWarning(ex, "not closed"); }
        }
        """));

    [Test]
    public Task A_handler_that_does_something_else_instead_may_have_a_plan() => Allows(Shop.With("""
        private void KeepForLater(Order order) { }
        public async Task SaveAsync(Order order)
        {
            try { await _store.SaveAsync(order); }
            catch (Exception ex) { _log.LogWarning(ex, "later"); KeepForLater(order); }
        }
        """));

    [Test]
    public Task An_expected_conflict_may_be_an_answer() => Allows(Shop.With("""
        public async Task<bool> SaveAsync(Order order)
        {
            try { await _store.SaveAsync(order); return true; }
            catch (InvalidOperationException) { return false; }
        }
        """));

    [Test]
    public Task Changing_memory_cannot_lose_much() => Allows(Shop.With("""
        private readonly List<Order> _orders = new();
        public bool Add(Order order)
        {
            try { _orders.Add(order); return true; }
            catch (Exception) { return false; }
        }
        """));

    [Test]
    public Task A_type_with_the_habit_is_reported_once() => Allows(Shop.With("""
        public async Task<bool> SaveAsync(Order order) { try { await _store.SaveAsync(order); return true; } catch (Exception) { return false; } }
        public async Task<bool> DeleteAsync(Order order) { try { await _store.SaveAsync(order); return true; } catch (Exception) { return false; } }
        public async Task<bool> UpdateAsync(Order order) { try { await _store.SaveAsync(order); return true; } catch (Exception) { return false; } }
        """));

    [Test]
    public Task The_failure_of_a_change_goes_on_after_the_log() => Fixes(
        Shop.With("""
            public async Task<Order?> SaveAsync(Order order)
            {
                if (order is null) return null;
                try
                {
                    await _store.SaveAsync(order);
                    return order;
                }
                [|catch (Exception ex)|]
                {
                    _log.LogError(ex, "not saved");
                    return null;
                }
            }
            """),
        Shop.With("""
            public async Task<Order?> SaveAsync(Order order)
            {
                if (order is null) return null;
                try
                {
                    await _store.SaveAsync(order);
                    return order;
                }
                catch (Exception ex)
                {
                    _log.LogError(ex, "not saved");
                    throw;
                }
            }
            """));

    [Test]
    public Task A_handler_that_only_logged_throws_behind_the_log() => Fixes(
        Shop.With("""
            public async Task SaveAsync(Order order)
            {
                try { await _store.SaveAsync(order); }
                [|catch (Exception ex)|] { _log.LogError(ex, "not saved"); }
            }
            """),
        Shop.With("""
            public async Task SaveAsync(Order order)
            {
                try { await _store.SaveAsync(order); }
                catch (Exception ex) { _log.LogError(ex, "not saved"); throw; }
            }
            """));

    [Test]
    public Task An_empty_handler_goes_away_with_its_try() => Fixes(
        Shop.With("""
            public void SaveSettings(string path, string text)
            {
                _log.LogInformation("saving");
                try
                {
                    File.WriteAllText(path, text);
                }
                [|catch (Exception)|]
                {
                }
            }
            """),
        Shop.With("""
            public void SaveSettings(string path, string text)
            {
                _log.LogInformation("saving");
                File.WriteAllText(path, text);
            }
            """));

    [Test]
    public async Task The_repaired_change_really_fails()
    {
        var outcome = await Running.Repairing<SilentWriteFailure, SilentWriteFailureFix>(
            """
            public static class Proof
            {
                private static int s_logged;
                private static void LogError(Exception ex) => s_logged++;

                public static async Task<string?> SaveAsync(string folder)
                {
                    if (folder.Length == 0) return null;
                    try
                    {
                        await File.WriteAllTextAsync(Path.Combine(folder, "none", "at", "all"), "text");
                        return folder;
                    }
                    catch (Exception ex)
                    {
                        Logger.LogError(ex);
                        return null;
                    }
                }

                public static async Task<string> Run()
                {
                    try { return (await SaveAsync("/" + Guid.NewGuid()) ?? "nothing") + Logger.Lines; }
                    catch (DirectoryNotFoundException) { return "no folder" + Logger.Lines; }
                }
            }

            public static class Logger
            {
                public static int Lines;
                public static void LogError(Exception ex) => Lines++;
            }
            """,
            new Setting(References.Net10));
        Assert.That(outcome, Is.EqualTo(("nothing1", "no folder1")));
    }

    [Test]
    public Task Two_changes_fail_aloud_at_once() => Fixes(
        Shop.With("""
            public async Task<Order?> SaveAsync(Order order)
            {
                if (order is null) return null;
                try { await _store.SaveAsync(order); return order; }
                [|catch (Exception ex)|]
                {
                    // Save
                    _log.LogError(ex, "not saved");
                    return null;
                }
            }

            public async Task<Order?> UpdateAsync(Order order)
            {
                if (order is null) return null;
                try { await _store.SaveAsync(order); return order; }
                [|catch (Exception ex)|]
                {
                    // Update
                    _log.LogError(ex, "not saved");
                    return null;
                }
            }
            """),
        Shop.With("""
            public async Task<Order?> SaveAsync(Order order)
            {
                if (order is null) return null;
                try { await _store.SaveAsync(order); return order; }
                catch (Exception ex)
                {
                    // Save
                    _log.LogError(ex, "not saved");
                    throw;
                }
            }

            public async Task<Order?> UpdateAsync(Order order)
            {
                if (order is null) return null;
                try { await _store.SaveAsync(order); return order; }
                catch (Exception ex)
                {
                    // Update
                    _log.LogError(ex, "not saved");
                    throw;
                }
            }
            """));

    [TestCase("await Task.WhenAny(_runner, Task.Delay(100));", TestName = "The wait behind a change is no change")]
    [TestCase("await _runner;", TestName = "The end of what was stopped is no change")]
    public Task A_wait_after_the_change(string wait) => Allows(Cancelling(wait, "catch (Exception ex)"));

    [TestCase("await _store.SaveAsync(order); await _runner;", TestName = "A change before the wait")]
    [TestCase("await Task.WhenAll(_store.SaveAsync(order));", TestName = "A change that is waited for")]
    public Task A_change_that_is_waited_for(string work) => Flags(Cancelling(work, "[|catch (Exception ex)|]"));

    private static string Cancelling(string work, string clause) => Shop.With($$"""
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _runner = Task.CompletedTask;
        public async Task<bool> CancelOrderAsync(Order order)
        {
            _stop.Cancel();
            try { {{work}} }
            {{clause}} { _log.LogError(ex, "still running"); }
            return true;
        }
        """);
}
