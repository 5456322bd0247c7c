using AiAwareAnalyzers.ErrorHandling;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.ErrorHandling;

public sealed partial class FailureBecomesValueTests
{
    [Test]
    public Task The_failure_goes_on_after_the_log() => Fixes(
        Shop.With("""
            public async Task<List<Order>> GetAllAsync()
            {
                try
                {
                    return await _store.AllAsync();
                }
                [|catch (Exception ex)|]
                {
                    _log.LogError(ex, "no orders"); // for the night shift
                    return new List<Order>();
                }
            }
            """),
        Shop.With("""
            public async Task<List<Order>> GetAllAsync()
            {
                try
                {
                    return await _store.AllAsync();
                }
                catch (Exception ex)
                {
                    _log.LogError(ex, "no orders"); // for the night shift
                    throw;
                }
            }
            """));

    [Test]
    public Task A_catch_with_nothing_left_to_do_goes_away() => Fixes(
        Shop.With("""
            public async Task<Order> GetAsync(int id)
            {
                // by its number
                try
                {
                    var order = await _store.FindAsync(id);
                    return order;
                }
                [|catch|]
                {
                    return null;
                }
            }
            """),
        Shop.With("""
            public async Task<Order> GetAsync(int id)
            {
                // by its number
                var order = await _store.FindAsync(id);
                return order;
            }
            """));

    [Test]
    public Task A_finally_keeps_its_try() => Fixes(
        Shop.With("""
            public async Task<int> CountAsync()
            {
                try
                {
                    return await _store.CountAsync();
                }
                [|catch (Exception)|]
                {
                    return 0;
                }
                finally
                {
                    _log.LogInformation("counted");
                }
            }
            """),
        Shop.With("""
            public async Task<int> CountAsync()
            {
                try
                {
                    return await _store.CountAsync();
                }
                finally
                {
                    _log.LogInformation("counted");
                }
            }
            """));

    [Test]
    public Task The_return_that_nobody_reaches_any_more_goes_too() => Fixes(
        Shop.With("""
            public async Task<Order> GetAsync(int id)
            {
                try
                {
                    return await _store.FindAsync(id);
                }
                [|catch (Exception ex)|]
                {
                    _log.LogError(ex, "none");
                }

                return null;
            }
            """),
        Shop.With("""
            public async Task<Order> GetAsync(int id)
            {
                try
                {
                    return await _store.FindAsync(id);
                }
                catch (Exception ex)
                {
                    _log.LogError(ex, "none");
                    throw;
                }
            }
            """));

    [Test]
    public Task An_empty_value_in_a_local_goes_with_its_purpose() => Fixes(
        Shop.With("""
            public async Task<int> CountAsync()
            {
                int count;
                try
                {
                    count = await _store.CountAsync();
                }
                [|catch (Exception ex)|]
                {
                    _log.LogError(ex, "not counted");
                    count = 0;
                }
                return count;
            }
            """),
        Shop.With("""
            public async Task<int> CountAsync()
            {
                int count;
                try
                {
                    count = await _store.CountAsync();
                }
                catch (Exception ex)
                {
                    _log.LogError(ex, "not counted");
                    throw;
                }
                return count;
            }
            """));

    [Test]
    public Task A_comment_in_the_handler_is_kept() => Fixes(
        Shop.With("""
            public async Task<int> CountAsync()
            {
                try { return await _store.CountAsync(); }
                [|catch (Exception)|]
                {
                    // the store sleeps at night
                    return 0;
                }
            }
            """),
        Shop.With("""
            public async Task<int> CountAsync()
            {
                try { return await _store.CountAsync(); }
                catch (Exception)
                {
                    // the store sleeps at night
                    throw;
                }
            }
            """));

    [Test]
    public Task Names_that_would_meet_stay_in_braces() => Fixes(
        Shop.With("""
            public async Task<int> CountAsync()
            {
                if (DateTime.Today.Day == 1) { var count = 1; return count; }
                try
                {
                    var count = await _store.CountAsync();
                    return count;
                }
                [|catch (Exception)|]
                {
                    return 0;
                }
            }
            """),
        Shop.With("""
            public async Task<int> CountAsync()
            {
                if (DateTime.Today.Day == 1) { var count = 1; return count; }
                {
                    var count = await _store.CountAsync();
                    return count;
                }
            }
            """));

    [Test]
    public Task Every_way_out_of_the_handler_is_closed() => Fixes(
        Shop.With("""
            public async Task<Order> GetAsync(int id, bool strict)
            {
                try
                {
                    return await _store.FindAsync(id);
                }
                [|catch (Exception ex)|]
                {
                    if (strict)
                    {
                        _log.LogError(ex, "none");
                        return null;
                    }

                    return new Order();
                }
            }
            """),
        Shop.With("""
            public async Task<Order> GetAsync(int id, bool strict)
            {
                try
                {
                    return await _store.FindAsync(id);
                }
                catch (Exception ex)
                {
                    if (strict)
                    {
                        _log.LogError(ex, "none");
                        throw;
                    }

                    throw;
                }
            }
            """));

    [Test]
    public Task Only_what_the_calls_document_is_caught() =>
        Given.ByAction(1).Titled("Catch only 'HttpRequestException'").Fixes(
            Shop.With("""
                public async Task<string> GetAsync(string url)
                {
                    try { return await _client.GetStringAsync(url); }
                    [|catch (Exception ex)|]
                    {
                        _log.LogError(ex, "offline");
                        return "";
                    }
                }
                """),
            Shop.With("""
                public async Task<string> GetAsync(string url)
                {
                    try { return await _client.GetStringAsync(url); }
                    catch (HttpRequestException ex)
                    {
                        _log.LogError(ex, "offline");
                        return "";
                    }
                }
                """));

    [Test]
    public Task Several_documented_exceptions_stand_in_a_filter() => Given.ByAction(1).Fixes(
        Shop.With("""
            public string Read(string path)
            {
                try { return File.ReadAllText(path); }
                [|catch|]
                {
                    return "";
                }
            }
            """),
        Shop.With("""
            public string Read(string path)
            {
                try { return File.ReadAllText(path); }
                catch (Exception ex) when (ex is IOException || ex is UnauthorizedAccessException)
                {
                    return "";
                }
            }
            """));

    [Test]
    public Task The_methods_own_result_carries_the_failure() => Given.Titled("Return a failed result").Fixes(
        Results("""
            try
            {
                await _store.AllAsync();
                return Result.Ok();
            }
            [|catch (Exception)|]
            {
                return Result.Ok();
            }
            """),
        Results("""
            try
            {
                await _store.AllAsync();
                return Result.Ok();
            }
            catch (Exception ex)
            {
                return Result.Fail(ex.Message);
            }
            """));

    [Test]
    public async Task The_repaired_method_really_fails()
    {
        var (before, after) = await Running.Repairing<FailureBecomesValue, FailureBecomesValueFix>(
            """
            public static class Proof
            {
                private static async Task<int> LoadAsync() { await Task.Yield(); throw new TimeoutException("the store is away"); }

                public static async Task<int> CountAsync()
                {
                    try { return await LoadAsync(); }
                    catch (Exception ex) { Log.LogError(ex.ToString()); return 0; }
                }

                public static async Task<int> DirectAsync()
                {
                    try { return await LoadAsync(); }
                    catch { return 0; }
                }

                public static async Task<string> Run() => await Outcome(CountAsync) + ", " + await Outcome(DirectAsync) + ", " + Log.Lines;

                private static async Task<string> Outcome(Func<Task<int>> count)
                {
                    try { return (await count()).ToString(); }
                    catch (Exception ex) when (ex.StackTrace!.Contains("LoadAsync")) { throw new InvalidOperationException(ex.Message, ex); }
                    finally { }
                }
            }

            public static class Log
            {
                public static int Lines;
                public static void LogError(string message) => Lines++;
            }
            """.Replace(
                "throw new InvalidOperationException(ex.Message, ex);", "return ex.Message;", StringComparison.Ordinal),
            new Setting(References.Net10));
        Assert.That((before, after), Is.EqualTo(("0, 0, 1", "the store is away, the store is away, 1")));
    }

    private static string Results(string body) => Shop.Beside($$"""
        public class Result
        {
            public bool IsSuccess { get; set; }
            public string Error { get; set; } = "";
            public static Result Ok() => new Result { IsSuccess = true };
            public static Result Fail(string error) => new Result { Error = error };
        }

        public class Orders
        {
            private readonly IStore _store = null!;

            public async Task<Result> ReloadAsync()
            {
                {{body.Replace("\n", "\n        ", StringComparison.Ordinal)}}
            }
        }
        """);

    [Test]
    public Task Two_failures_come_out_at_once() => Fixes(
        Shop.With("""
            public async Task<Order?> FirstAsync(int id)
            {
                try { return await _store.FindAsync(id); }
                [|catch (Exception ex)|]
                {
                    _log.LogError(ex, "First"); // seen at night
                    return null;
                }
            }

            public async Task<Order?> LastAsync(int id)
            {
                try { return await _store.FindAsync(id); }
                [|catch (Exception ex)|]
                {
                    _log.LogError(ex, "Last"); // seen at night
                    return null;
                }
            }
            """),
        Shop.With("""
            public async Task<Order?> FirstAsync(int id)
            {
                try { return await _store.FindAsync(id); }
                catch (Exception ex)
                {
                    _log.LogError(ex, "First"); // seen at night
                    throw;
                }
            }

            public async Task<Order?> LastAsync(int id)
            {
                try { return await _store.FindAsync(id); }
                catch (Exception ex)
                {
                    _log.LogError(ex, "Last"); // seen at night
                    throw;
                }
            }
            """));
}
