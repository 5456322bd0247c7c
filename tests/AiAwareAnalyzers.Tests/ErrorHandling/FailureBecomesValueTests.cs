using AiAwareAnalyzers.ErrorHandling;

namespace AiAwareAnalyzers.Tests.ErrorHandling;

public sealed partial class FailureBecomesValueTests : RuleTests<FailureBecomesValue, FailureBecomesValueFix>
{
    [TestCase("[|catch (IOException)|] { // Log the error and return nothing\n return new string[0]; }",
        TestName = "What is named")]
    [TestCase("[|catch (Exception ex)|] when (ex is IOException or UnauthorizedAccessException) { "
        + "// Log and go on\n return new string[0]; }", TestName = "What a filter names")]
    [TestCase("[|catch (FileNotFoundException)|] { // Logged as missing\n return new string[0]; }",
        TestName = "What is expected")]
    public Task A_log_that_only_a_comment_writes(string clause) => Flags(Files(clause));

    [TestCase("catch (IOException) { return new string[0]; }", TestName = "Nothing is claimed")]
    [TestCase("catch (IOException ex) { // Log the error and return nothing\n Console.Error.WriteLine(ex); "
        + "return new string[0]; }",
        TestName = "It is logged")]
    [TestCase("catch (IOException) { // Log if this happens often\n return new string[0]; }",
        TestName = "A log on a condition")]
    [TestCase("catch (IOException) { // log.Error(ex);\n return new string[0]; }",
        TestName = "Code that is commented out")]
    [TestCase("catch (IOException) { // Log the error\n throw; }", TestName = "The failure goes on")]
    public Task A_comment_that_is_true_or_claims_no_log(string clause) => Allows(Files(clause));

    private static string Files(string clause) => $$"""
        class Shelf
        {
            public string[] Books(string folder)
            {
                try { return Directory.GetFiles(folder); }
                {{clause}}
            }
        }
        """;

    [TestCase("HealthCheckAsync")]
    [TestCase("IsHealthyAsync")]
    [TestCase("PingAsync")]
    [TestCase("StoreAvailableAsync")]
    public Task No_is_the_answer_for_an_outage(string name) => Allows(Looking(name, "catch"));

    [TestCase("FreeShippingAsync")]
    [TestCase("DeliveredAsync")]
    public Task No_is_an_answer_like_another(string name) => Flags(Looking(name, "[|catch|]"));

    private static string Looking(string name, string clause) => $$"""
        class Client
        {
            private readonly HttpClient _client = new();
            public async Task<bool> {{name}}()
            {
                try { return (await _client.GetStringAsync("/_health")).Length > 0; }
                {{clause}} { return false; }
            }
        }
        """;

    [Test]
    public Task A_failure_of_Redis_is_named_as_Redis_does() => Says(
        """
        using StackExchange.Redis;
        namespace StackExchange.Redis
        {
            public class RedisException : Exception { }
            public class RedisTimeoutException : TimeoutException { }
            public interface IDatabase { Task<string> StringGetAsync(string key); }
        }
        class Usage
        {
            private readonly IDatabase _db;
            public Usage(IDatabase db) { _db = db; }
            public async Task<int> LoadTodayAsync()
            {
                try { return (await _db.StringGetAsync("today")).Length; }
                [|catch (Exception)|] { return 0; }
            }
        }
        """,
        "When 'StringGetAsync' fails, 'LoadTodayAsync' returns '0', so callers cannot tell an outage from an answer; "
        + "rethrow, or catch only 'RedisException' or 'RedisTimeoutException' and return a result that says it failed");

    [TestCase("new Wind(station, 0, 0, DateTimeOffset.UtcNow)", TestName = "A record of zeros and now")]
    [TestCase("new(station, 0, 0, _clock.GetUtcNow())", TestName = "Without its type, and the time of a clock")]
    [TestCase("new Wind(station, 12.5, 20, default)", TestName = "Plausible numbers")]
    [TestCase("new Wind(\"\", 0, 0, DateTimeOffset.MinValue)", TestName = "Nothing in it")]
    [TestCase("new Wind(station, mean: 0, gust: 0, seen: DateTimeOffset.Now)", TestName = "Names of parameters")]
    [TestCase("Wind.Default", TestName = "A default of zeros")]
    [TestCase("Calm(station)", TestName = "A method that makes it")]
    public Task An_answer_that_was_made_up_is_flagged(string answer) => Flags(Weather($$"""
        try { return await _client.ReadAsync(station); }
        [|catch (Exception ex)|] { _log.LogWarning(ex, "no wind"); return {{answer}}; }
        """));

    [Test]
    public Task An_answer_that_was_made_up_behind_the_try_is_flagged() => Flags(Weather("""
        try { return await _client.ReadAsync(station); }
        [|catch (Exception ex)|] { _log.LogWarning(ex, "no wind"); }
        return new Wind(station, 0, 0, DateTimeOffset.UtcNow);
        """));

    [Test]
    public Task A_measure_that_was_made_up_after_a_certain_failure_is_flagged() => Flags(Weather("""
        try { return await _client.ReadAsync(station); }
        [|catch (HttpRequestException ex)|] { _log.LogWarning(ex, "no wind"); return new Wind(station, 0, 0, DateTimeOffset.UtcNow); }
        """));

    [TestCase("new Page { Number = number, Total = 0 }", TestName = "A count of zero")]
    [TestCase("new Page { Number = number, Names = new List<string>() }", TestName = "An empty list")]
    [TestCase("new Page { Number = number, Names = new List<string>(), Total = 0 }", TestName = "Both")]
    public Task A_page_that_was_made_up_is_flagged(string answer) => Flags(Weather("return null;", $$"""
        public async Task<Page> ListAsync(int number)
        {
            try { return await _client.ListAsync(number); }
            [|catch (Exception ex)|] { _log.LogError(ex, "no page"); return {{answer}}; }
        }
        """));

    [TestCase("new Wind(station, double.NaN, double.NaN, DateTimeOffset.UtcNow)", TestName = "No number")]
    [TestCase("new Wind(station, -1, -1, DateTimeOffset.UtcNow)", TestName = "A number that none can be")]
    [TestCase("new Wind(\"unknown\", 0, 0, DateTimeOffset.UtcNow)", TestName = "A word that says so")]
    [TestCase("new Wind(ex.Message, 0, 0, DateTimeOffset.UtcNow)", TestName = "What has failed")]
    [TestCase("new Wind(station, _last, _last, DateTimeOffset.UtcNow)", TestName = "What was known before")]
    [TestCase("new StaleWind(station, 0, 0, DateTimeOffset.UtcNow)", TestName = "A type that says so")]
    [TestCase("new FlaggedWind(station, 0, isAvailable: false)", TestName = "A flag that says so")]
    [TestCase("new SourcedWind(station, 0, Source.Guess)", TestName = "A source that says so")]
    [TestCase("new Wind(station, 0, 0, DateTimeOffset.UtcNow) { Error = ex.Message }", TestName = "An error beside")]
    public Task An_answer_that_says_that_it_is_none_is_allowed(string answer) => Allows(Weather($$"""
        try { return await _client.ReadAsync(station); }
        catch (Exception ex) { _log.LogWarning(ex, "no wind"); return {{answer}}; }
        """));

    [Test]
    public Task A_count_after_a_certain_failure_is_allowed() => Allows(Weather("return null;", """
        public async Task<Page> ListAsync(int number)
        {
            try { return await _client.ListAsync(number); }
            catch (HttpRequestException ex) { _log.LogError(ex, "no page"); return new Page { Number = number, Total = 0 }; }
        }
        """));

    [Test]
    public Task An_order_that_holds_only_what_was_asked_for_is_allowed() => Allows(Weather("""
        try { return await _client.ReadAsync(station); }
        catch (Exception ex) { _log.LogWarning(ex, "no wind"); return new Station(station); }
        """));

    private static string Weather(string body, string beside = "") => $$"""
        public interface ILogger
        {
            void LogWarning(Exception exception, string message);
            void LogError(Exception exception, string message);
        }

        public class Wind
        {
            public Wind(string station, double mean, double gust, DateTimeOffset seen) => (Station, Mean) = (station, mean + gust);

            public static Wind Default { get; } = new("", 0, 0, default);

            public string Station { get; }
            public double Mean { get; }
            public string? Error { get; set; }
        }

        public sealed class StaleWind : Wind { public StaleWind(string s, double m, double g, DateTimeOffset t) : base(s, m, g, t) { } }
        public sealed class FlaggedWind : Wind { public FlaggedWind(string s, double m, bool isAvailable) : base(s, m, m, default) { } }
        public enum Source { Station, Guess }
        public sealed class SourcedWind : Wind { public SourcedWind(string s, double m, Source source) : base(s, m, m, default) { } }
        public sealed class Station : Wind { public Station(string s) : base(s, 0, 0, default) { } }

        public sealed class Page
        {
            public int Number { get; set; }
            public int Total { get; set; }
            public List<string> Names { get; set; } = new();
        }

        public interface IWeather
        {
            Task<Wind> ReadAsync(string station);
            Task<Page> ListAsync(int number);
        }

        public class WeatherClient
        {
            private readonly IWeather _client;
            private readonly ILogger _log;
            private readonly TimeProvider _clock;
            private double _last;

            public WeatherClient(IWeather client, ILogger log, TimeProvider clock) => (_client, _log, _clock) = (client, log, clock);

            public async Task<Wind?> WindAsync(string station)
            {
                _last += await Task.FromResult(1);
                {{body}}
            }

            {{beside}}

            private static Wind Calm(string station) => new Wind(station, 0, 0, DateTimeOffset.UtcNow);
        }
        """;

    [Test]
    public Task Null_for_a_failed_query_is_flagged() => Flags(Shop.With("""
        public async Task<Order?> GetAsync(int id)
        {
            try { return await _store.FindAsync(id); }
            [|catch|] { return null; }
        }
        """));

    [Test]
    public Task A_log_tells_no_caller() => Flags(Shop.With("""
        public async Task<List<Order>> GetAllAsync()
        {
            try { return await _store.AllAsync(); }
            [|catch (Exception ex)|] { _log.LogError(ex, "no orders"); return new List<Order>(); }
        }
        """));

    [Test]
    public Task The_message_names_call_value_and_way_out() => Says(
        Shop.With("""
            public async Task<string> DownloadAsync(string url)
            {
                try { return await _client.GetStringAsync(url); }
                [|catch (Exception ex)|] { _log.LogError(ex, "no page"); return ""; }
            }
            """),
        "When 'GetStringAsync' fails, 'DownloadAsync' returns '\"\"', so callers cannot tell an outage from an answer; "
        + "rethrow, or catch only 'HttpRequestException' and return a result that says it failed");

    [Test]
    public Task The_message_names_no_failure_of_a_network_that_throws_its_own() => Says(
        Shop.With("""
            public long DelayTo(string host)
            {
                try { return new System.Net.NetworkInformation.Ping().Send(host).RoundtripTime; }
                [|catch (Exception)|] { return 0; }
            }
            """),
        "When 'Send' fails, 'DelayTo' returns '0', so callers cannot tell an outage from an answer; rethrow, or "
        + "catch only what is expected and return a result that says it failed");

    [Test]
    public Task The_message_lists_what_else_is_wrong() => Says(
        Shop.With("""
            public async Task<List<Order>> ListAsync(CancellationToken token)
            {
                try { return await _store.LoadAsync(token); }
                [|catch (Exception ex)|] { _log.LogError(ex.Message); return new(); }
            }
            """),
        "When 'LoadAsync' fails, 'ListAsync' returns 'new()', so callers cannot tell an outage from an answer "
        + "(cancellation is swallowed too, the log gets no stack trace); rethrow, or catch only what is expected and "
        + "return a result that says it failed");

    [TestCase("Task<int>", "0", TestName = "Zero is flagged")]
    [TestCase("Task<int>", "-1", TestName = "Minus one is flagged")]
    [TestCase("Task<decimal>", "0m", TestName = "A decimal zero is flagged")]
    [TestCase("Task<decimal>", "1.08m", TestName = "A made-up rate is flagged")]
    [TestCase("Task<string>", "string.Empty", TestName = "string.Empty is flagged")]
    [TestCase("Task<bool>", "false", TestName = "False is flagged")]
    [TestCase("Task<bool>", "true", TestName = "True is flagged")]
    [TestCase("Task<Order?>", "default", TestName = "A default literal is flagged")]
    [TestCase("Task<Order?>", "default(Order)", TestName = "A default of a type is flagged")]
    [TestCase("Task<Order[]>", "Array.Empty<Order>()", TestName = "Array.Empty is flagged")]
    [TestCase("Task<Order[]>", "new Order[0]", TestName = "A new array of length zero is flagged")]
    [TestCase("Task<Order[]>", "new Order[] { }", TestName = "A new array of no elements is flagged")]
    [TestCase("Task<IEnumerable<Order>>", "Enumerable.Empty<Order>()", TestName = "Enumerable.Empty is flagged")]
    [TestCase(
        "Task<List<Order>>", "Enumerable.Empty<Order>().ToList()", TestName = "An empty sequence as a list is flagged")]
    [TestCase("Task<Dictionary<int, Order>>", "new Dictionary<int, Order>()", TestName = "A new dictionary is flagged")]
    [TestCase(
        "Task<Dictionary<string, Order>>",
        "new Dictionary<string, Order>(StringComparer.Ordinal)",
        TestName = "A comparer does not fill a dictionary")]
    [TestCase("Task<Order>", "new Order()", TestName = "A new object of nothing is flagged")]
    [TestCase("Task<Order>", "new Order { Id = 0, Total = 0 }", TestName = "A new object of zeros is flagged")]
    [TestCase("Task<(int, decimal)>", "(0, 0m)", TestName = "A tuple of zeros is flagged")]
    [TestCase("Task<Guid>", "Guid.Empty", TestName = "Guid.Empty is flagged")]
    [TestCase("Task<TimeSpan>", "TimeSpan.Zero", TestName = "TimeSpan.Zero is flagged")]
    [TestCase("Task<Func<Order, bool>>", "_ => false", TestName = "A predicate that always says no is flagged")]
    public Task Every_empty_value(string type, string value) => Flags(Shop.With($$"""
        public async {{type}} GetAsync()
        {
            try { await _store.AllAsync(); throw new InvalidOperationException(); }
            [|catch (Exception)|] { return {{value}}; }
        }
        """));

    [CSharp(12)]
    public Task An_empty_collection_expression_is_flagged() => Flags(Shop.With("""
        public async Task<List<Order>> GetAllAsync()
        {
            try { return await _store.AllAsync(); }
            [|catch (Exception)|] { return []; }
        }
        """));

    [Test]
    public Task A_finished_task_is_what_is_in_it() => Flags(Shop.With("""
        public Task<string?> ReadAsync(string path)
        {
            try { return Task.FromResult<string?>(File.ReadAllText(path)); }
            [|catch (Exception)|] { return Task.FromResult<string?>(null); }
        }
        """));

    [Test]
    public Task A_value_task_is_what_is_in_it() => Flags(Shop.With("""
        public ValueTask<int> LengthAsync(string path)
        {
            try { return new ValueTask<int>((int)new FileInfo(path).Length + File.ReadAllBytes(path).Length); }
            [|catch (Exception)|] { return new ValueTask<int>(0); }
        }
        """));

    [Test]
    public Task Falling_through_to_an_empty_return_is_the_same() => Flags(Shop.With("""
        public async Task<Order?> GetAsync(int id)
        {
            try { return await _store.FindAsync(id); }
            [|catch (Exception ex)|] { _log.LogError(ex, "none"); }
            return null;
        }
        """));

    [Test]
    public Task Falling_through_to_a_local_that_was_empty_before_is_the_same() => Flags(Shop.With("""
        public async Task<List<Order>> GetAsync()
        {
            var orders = new List<Order>();
            try { orders = await _store.AllAsync(); }
            [|catch (Exception ex)|] { _log.LogError(ex, "none"); }
            return orders;
        }
        """));

    [Test]
    public Task A_local_set_in_the_handler_and_returned_behind_it_is_the_same() => Flags(Shop.With("""
        public async Task<int> CountAsync()
        {
            int count;
            try { count = await _store.CountAsync(); }
            [|catch (Exception)|] { count = 0; }
            _log.LogInformation("counted");
            return count;
        }
        """));

    [Test]
    public Task A_half_filled_list_is_no_answer_either() => Flags(Shop.With("""
        public async Task<List<Order>> GetAsync()
        {
            var orders = new List<Order>();
            try { orders.AddRange(await _store.AllAsync()); }
            [|catch (Exception ex)|] { _log.LogError(ex, "some"); return orders; }
            return orders;
        }
        """));

    [Test]
    public Task Pages_that_stop_at_the_first_failure_are_half_a_list() => Flags(Shop.With("""
        public async Task<List<Order>> GetPagesAsync()
        {
            var orders = new List<Order>();
            while (true)
            {
                try { orders.AddRange(await _store.AllAsync()); }
                [|catch (Exception ex)|] { _log.LogError(ex, "stopped"); break; }
            }
            return orders;
        }
        """));

    [Test]
    public Task A_member_that_the_handler_empties_is_flagged() => Flags(Shop.With("""
        private List<Order> _orders = new();
        public async Task LoadAsync()
        {
            try { _orders = await _store.AllAsync(); }
            [|catch (Exception)|] { _orders = new List<Order>(); }
        }
        """));

    [Test]
    public Task A_member_that_a_private_function_empties_is_no_answer_to_its_callers() => Flags(Shop.With("""
        private List<Order> _orders = new();
        private async Task LoadAsync()
        {
            try { _orders = await _store.AllAsync(); }
            [|catch|] { _orders = new List<Order>(); }
        }
        """));

    [Test]
    public Task A_log_tells_of_a_member_that_a_private_function_empties() => Allows(Shop.With("""
        private List<Order> _orders = new();
        private async Task LoadAsync()
        {
            try { _orders = await _store.AllAsync(); }
            catch (Exception failure) { _log.LogError(failure, "no orders"); _orders = new List<Order>(); }
        }
        """));

    [TestCase("Flags", "[|catch (Exception)|]", "return await table.AnyAsync();",
        TestName = "Whether a table has rows")]
    [TestCase("Flags", "[|catch (Exception)|]", "return await table.CountAsync() > 0;",
        TestName = "How many there are")]
    [TestCase("Allows", "catch (Exception)", "await table.AnyAsync(); return true;",
        TestName = "Whether the table can be reached")]
    public Task A_question_that_a_table_answers_has_no_answer_where_it_fails(
        string verdict, string clause, string tried)
    {
        var given = Given.WithReferences(References.Sqlite);
        var code = $$"""
            using Microsoft.EntityFrameworkCore;
            public class Users
            {
                public async Task<bool> HasUsersAsync(IQueryable<string> table)
                {
                    try { {{tried}} }
                    {{clause}} { return false; }
                }
            }
            """;
        return verdict == "Flags" ? given.Flags(code) : given.Allows(code);
    }

    [TestCase("IsReachable", "Allows", "catch", TestName = "A flag that says whether it works")]
    [TestCase("IsLarge", "Flags", "[|catch|]", TestName = "A flag that says something else")]
    public Task An_object_with_a_flag(string flag, string verdict, string clause)
    {
        var code = $$"""
            public class Health { public bool {{flag}} { get; set; } public int Waiting { get; set; } }
            public class Monitor
            {
                private readonly HttpClient _client = new();
                public async Task<Health> LookAsync()
                {
                    try { return new Health { {{flag}} = true, Waiting = (await _client.GetStringAsync("x")).Length }; }
                    {{clause}} { return new Health { {{flag}} = false }; }
                }
            }
            """;
        return verdict == "Flags" ? Flags(code) : Allows(code);
    }

    [Test]
    public Task A_call_of_gRPC_leaves_the_process() => Says(
        """
        namespace Grpc.Core { public abstract class ClientBase<T> { } public class RpcException : Exception { } }
        public class QueueClient : Grpc.Core.ClientBase<QueueClient> { public string[] ListFiles(string folder) => new[] { folder }; }
        public class Files
        {
            public string[] In(QueueClient client, string folder)
            {
                try { return client.ListFiles(folder); }
                [|catch|] { return new string[0]; }
            }
        }
        """,
        "When 'ListFiles' fails, 'In' returns 'new string[0]', so callers cannot tell an outage from an answer; "
        + "rethrow, or catch only 'RpcException' and return a result that says it failed");

    [Test]
    public Task An_item_that_is_left_out_without_a_word_is_flagged() => Flags(Shop.With("""
        public async Task<List<Order>> GetAsync(int[] ids)
        {
            var orders = new List<Order>();
            foreach (var id in ids)
            {
                try { orders.Add(await _store.FindAsync(id)); }
                [|catch|] { continue; }
            }
            return orders;
        }
        """));

    [Test]
    public Task Every_branch_of_the_handler_may_return_its_own_emptiness() => Flags(Shop.With("""
        public async Task<Order?> GetAsync(int id, bool strict)
        {
            try { return await _store.FindAsync(id); }
            [|catch (Exception)|]
            {
                if (strict) return null;
                return new Order();
            }
        }
        """));

    [Test]
    public Task A_filter_that_only_spares_cancellation_still_catches_everything() => Flags(Shop.With("""
        public async Task<Order?> GetAsync(int id)
        {
            try { return await _store.FindAsync(id); }
            [|catch (Exception ex)|] when (ex is not OperationCanceledException) { return null; }
        }
        """));

    [Test]
    public Task A_file_read_without_await_is_io_too() => Flags(Shop.With("""
        public string[] Lines(string path)
        {
            try { return File.ReadAllLines(path); }
            [|catch (Exception)|] { return Array.Empty<string>(); }
        }
        """));

    [Test]
    public Task Those_around_a_local_function_know_what_it_gives() => Allows(Shop.With("""
        public async Task<int> TotalAsync()
        {
            return await Load() + 1;

            async Task<int> Load()
            {
                try { return await _store.CountAsync(); }
                catch (Exception) { return 0; }
            }
        }
        """));

    [Test]
    public Task A_property_has_callers() => Flags(Shop.With("""
        public string Text
        {
            get
            {
                try { return File.ReadAllText("text"); }
                [|catch (Exception)|] { return ""; }
            }
        }
        """));

    [Test]
    public Task A_program_knows_what_its_local_function_gives() => Allows("""
        Console.WriteLine(await Load());

        static async Task<string> Load()
        {
            try { return await new HttpClient().GetStringAsync("http://shop"); }
            catch (Exception) { return ""; }
        }
        """);

    [Test]
    public Task A_success_in_the_clothes_of_a_result_is_flagged() => Flags(Shop.Beside("""
        public class Result { public bool IsSuccess { get; set; } public string? Error { get; set; } public static Result Ok() => new() { IsSuccess = true }; }
        public class Orders
        {
            private readonly IStore _store = null!;
            public async Task<Result> ReloadAsync()
            {
                try { await _store.AllAsync(); return Result.Ok(); }
                [|catch (Exception)|] { return Result.Ok(); }
            }
            public async Task<Result> AgainAsync()
            {
                try { await _store.AllAsync(); return Result.Ok(); }
                [|catch (Exception)|] { return new Result { IsSuccess = true }; }
            }
        }
        """));

    [Test]
    public Task Null_where_a_result_could_say_it_is_flagged() => Flags(Shop.Beside("""
        public class Result<T> { public bool IsSuccess { get; set; } public T? Value { get; set; } public string? Error { get; set; } }
        public class Orders
        {
            private readonly IStore _store = null!;
            public async Task<Result<Order>?> GetAsync(int id)
            {
                try { return new Result<Order> { IsSuccess = true, Value = await _store.FindAsync(id) }; }
                [|catch (Exception)|] { return null; }
            }
        }
        """));

    [Test]
    public Task Not_found_for_what_is_broken_is_flagged() =>
        Given.WithReferences(References.AspNetCore).Flags(Shop.Beside("""
            using Microsoft.AspNetCore.Mvc;

            public class OrdersController : ControllerBase
            {
                private readonly IStore _store = null!;
                public async Task<IActionResult> Get(int id)
                {
                    try { return Ok(await _store.FindAsync(id)); }
                    [|catch (Exception)|] { return NotFound(); }
                }
                public async Task<IActionResult> All()
                {
                    try { return Ok(await _store.AllAsync()); }
                    [|catch (Exception)|] { return Ok(new List<Order>()); }
                }
            }
            """));

    [Test]
    public Task A_minimal_endpoint_is_flagged_too() => Given.WithReferences(References.AspNetCore).Flags(Shop.Beside("""
        using Microsoft.AspNetCore.Http;

        public static class Endpoints
        {
            public static async Task<IResult> Get(IStore store, int id)
            {
                try { return Results.Ok(await store.FindAsync(id)); }
                [|catch (Exception)|] { return Results.NotFound(); }
            }
        }
        """));

    [TestCase("TryGetAsync", TestName = "A method that tries may fail")]
    [TestCase("IsKnownAsync", TestName = "A method that asks may say no")]
    [TestCase("HasOrdersAsync", TestName = "A method that asks for a possession may say no")]
    [TestCase("CanConnectAsync", TestName = "A method that asks for an ability may say no")]
    [TestCase("ParseAsync", TestName = "A parser answers for what it reads")]
    [TestCase("DetectAsync", TestName = "A detector detects nothing")]
    [TestCase("OrderExistsAsync", TestName = "A question for existence is a question wherever the word stands")]
    [TestCase("ValidateAsync", TestName = "A validation may fail")]
    [TestCase("DisposeAsync", TestName = "Disposal goes on")]
    [TestCase("AuthorizeAsync", TestName = "A gate that closes is closed")]
    [TestCase("VerifyTokenAsync", TestName = "A verification that fails says no")]
    [TestCase("ConnectAsync", TestName = "A connection that is not made is not there")]
    [TestCase("LogInAsync", TestName = "A log-in that fails lets nobody in")]
    public Task Names_that_promise_an_answer(string name) => Allows(Shop.With($$"""
        public async Task<bool> {{name}}()
        {
            try { await _store.AllAsync(); return true; }
            catch (Exception) { return false; }
        }
        """));

    [Test]
    public Task An_out_parameter_makes_a_probe() => Allows(Shop.With("""
        public bool Read(string path, out string text)
        {
            try { text = File.ReadAllText(path); return true; }
            catch (Exception) { text = ""; return false; }
        }
        """));

    [Test]
    public Task A_name_that_says_what_comes_instead_is_a_promise() => Allows(Shop.With("""
        public async Task<Order?> FindOrNullAsync(int id)
        {
            try { return await _store.FindAsync(id); }
            catch (Exception) { return null; }
        }
        """));

    [Test]
    public Task A_failed_result_carries_the_failure() => Allows(Shop.Beside("""
        public class Result { public bool IsSuccess { get; set; } public string? Error { get; set; } public static Result Fail(string error) => new() { Error = error }; }
        public class Orders
        {
            private readonly IStore _store = null!;
            public async Task<Result> ReloadAsync()
            {
                try { await _store.AllAsync(); return new Result { IsSuccess = true }; }
                catch (Exception) { return Result.Fail("no orders"); }
            }
            public async Task<Result> AgainAsync()
            {
                try { await _store.AllAsync(); return new Result { IsSuccess = true }; }
                catch (Exception) { return new Result(); }
            }
        }
        """));

    [Test]
    public Task A_result_whose_flag_means_failure_is_understood() => Allows(Shop.Beside("""
        public class Answer { public bool HasError { get; init; } public List<Order> Value { get; init; } = new(); }
        public class Orders
        {
            private readonly IStore _store = null!;
            public async Task<Answer> GetAsync()
            {
                try { return new Answer { Value = await _store.AllAsync() }; }
                catch (Exception) { return new Answer { HasError = true }; }
            }
        }
        """));

    [Test]
    public Task A_tuple_that_says_no_carries_the_failure() => Allows(Shop.With("""
        public async Task<(bool Success, Order? Order)> GetAsync(int id)
        {
            try { return (true, await _store.FindAsync(id)); }
            catch (Exception) { return (false, null); }
        }
        """));

    [Test]
    public Task An_expected_exception_may_become_an_answer() => Allows(Shop.With("""
        public string Read(string path)
        {
            try { return File.ReadAllText(path); }
            catch (FileNotFoundException) { return ""; }
        }
        """));

    [Test]
    public Task A_filter_that_looks_at_the_exception_names_what_is_expected() => Allows(Shop.With("""
        public async Task<string> GetAsync(string url)
        {
            try { return await _client.GetStringAsync(url); }
            catch (Exception ex) when (ex is HttpRequestException { StatusCode: System.Net.HttpStatusCode.NotFound }) { return ""; }
        }
        """));

    [Test]
    public Task A_handler_that_rethrows_on_some_path_is_left_alone() => Allows(Shop.With("""
        public async Task<Order?> GetAsync(int id)
        {
            try { return await _store.FindAsync(id); }
            catch (Exception ex)
            {
                if (ex is not KeyNotFoundException) throw;
                return null;
            }
        }
        """));

    [Test]
    public Task An_error_that_is_stored_for_the_view_is_not_hidden() => Allows(Shop.With("""
        public string? Error { get; private set; }
        public async Task<List<Order>> LoadAsync()
        {
            try { return await _store.AllAsync(); }
            catch (Exception ex) { Error = ex.Message; return new List<Order>(); }
        }
        """));

    [Test]
    public Task A_flag_that_says_it_failed_is_a_word() => Allows(Shop.With("""
        public bool Failed { get; private set; }
        public async Task<List<Order>> LoadAsync()
        {
            try { return await _store.AllAsync(); }
            catch (Exception) { Failed = true; return new List<Order>(); }
        }
        """));

    [Test]
    public Task A_dialog_tells_the_user() => Allows(Shop.With("""
        private void ShowError(string text) { }
        public async Task<Order?> GetAsync(int id)
        {
            try { return await _store.FindAsync(id); }
            catch (Exception) { ShowError("no order"); return null; }
        }
        """));

    [Test]
    public Task An_exception_handed_to_somebody_is_in_good_hands() => Allows(Shop.With("""
        private void Note(Exception exception) { }
        public async Task<Order?> GetAsync(int id)
        {
            try { return await _store.FindAsync(id); }
            catch (Exception ex) { Note(ex); return null; }
        }
        """));

    [Test]
    public Task Another_source_in_the_handler_is_a_plan() => Allows(Shop.With("""
        private List<Order> _known = new();
        public async Task<List<Order>> GetAsync()
        {
            try { return await _store.AllAsync(); }
            catch (Exception ex) { _log.LogWarning(ex, "old orders"); return _known; }
        }
        """));

    [Test]
    public Task Callers_are_told_whether_it_worked() => Allows(Shop.With("""
        public async Task<bool> WarmUpAsync()
        {
            try { await _store.CountAsync(); return true; }
            catch (Exception ex) { _log.LogError(ex, "no"); return false; }
        }
        """));

    [Test]
    public Task An_answer_cannot_be_told_from_a_failure() => Flags(Shop.With("""
        public async Task<bool> AnyAsync()
        {
            try { return await _store.CountAsync() > 0; }
            [|catch (Exception ex)|] { _log.LogError(ex, "no"); return false; }
        }
        """));

    [Test]
    public Task A_failure_that_is_let_go_with_a_reason_is_known_to_some() => Allows(Shop.With("""
        public async Task<Order?> GetAsync(int id)
        {
            try { return await _store.FindAsync(id); }
            catch
            {
                // Whoever asks gets null, and asks the other store.
            }

            return null;
        }
        """));

    [Test]
    public Task Those_around_a_private_method_know_what_its_empty_answer_means() => Allows(Shop.With("""
        public async Task<int> LimitAsync() => await FindAsync() ?? 10;
        private async Task<int?> FindAsync()
        {
            try { return await _store.CountAsync(); }
            catch (Exception ex) { _log.LogError(ex, "no limit"); return null; }
        }
        """));

    [Test]
    public Task A_default_that_has_a_name_was_thought_of() => Allows(Shop.With("""
        private const int DefaultLimit = 0;
        public async Task<int> LimitAsync()
        {
            try { return await _store.CountAsync(); }
            catch (Exception ex) { _log.LogError(ex, "no limit"); return DefaultLimit; }
        }
        """));

    [Test]
    public Task A_constant_by_another_name_is_flagged() => Flags(Shop.With("""
        private const int Nothing = 0;
        public async Task<int> LimitAsync()
        {
            try { return await _store.CountAsync(); }
            [|catch (Exception ex)|] { _log.LogError(ex, "no limit"); return Nothing; }
        }
        """));

    [Test]
    public Task The_message_names_a_call_that_can_fail() => Says(
        Shop.With("""
            public string? Read(string path)
            {
                try { return File.Exists(path) ? File.ReadAllText(path) : null; }
                [|catch (Exception)|] { return null; }
            }
            """),
        "When 'ReadAllText' fails, 'Read' returns 'null', so callers cannot tell an outage from an answer; rethrow, or "
        + "catch only 'IOException' or 'UnauthorizedAccessException' and return a result that says it failed");

    [Test]
    public Task A_value_that_says_it_is_unknown_is_no_emptiness() => Allows(Shop.With("""
        public async Task<string> StateAsync()
        {
            try { return (await _store.CountAsync()).ToString(); }
            catch (Exception) { return "unavailable"; }
        }
        """));

    [Test]
    public Task Nothing_outside_the_process_was_tried() => Allows(Shop.With("""
        public int Average(int[] prices)
        {
            try { return prices.Sum() / prices.Length; }
            catch (Exception) { return 0; }
        }
        """));

    [Test]
    public Task Waiting_for_the_clock_is_no_io() => Allows(Shop.With("""
        public async Task<int> PauseAsync()
        {
            try { await Task.Delay(10); return 1; }
            catch (Exception) { return 0; }
        }
        """));

    [Test]
    public Task Parsing_text_is_no_io() => Allows(Shop.With("""
        public Order? FromText(string json)
        {
            try { return System.Text.Json.JsonSerializer.Deserialize<Order>(json); }
            catch (Exception) { return null; }
        }
        """));

    [Test]
    public Task An_exit_code_of_a_program_is_its_answer() => Allows("""
        try { Console.WriteLine(await new HttpClient().GetStringAsync("http://shop")); return 0; }
        catch (Exception ex) { Console.Error.WriteLine(ex); return 1; }
        """);

    [Test]
    public Task An_exit_code_of_a_command_is_its_answer() => Allows(Shop.With("""
        public async Task<int> ExecuteAsync()
        {
            try { await _store.AllAsync(); return 0; }
            catch (Exception ex) { _log.LogError(ex, "failed"); return 1; }
        }
        """));

    [Test]
    public Task A_loop_that_isolates_plugins_goes_on() => Allows(Shop.With("""
        public async Task<int> RefreshAllAsync(Func<Task>[] plugins)
        {
            var count = 0;
            foreach (var plugin in plugins)
            {
                try { await plugin(); }
                catch (Exception ex) { _log.LogError(ex, "a plugin failed"); }
            }
            return count;
        }
        """));

    [Test]
    public Task One_of_many_requests_may_fail_with_a_word() => Allows(Shop.With("""
        public async Task<string?[]> GetAllPagesAsync(string[] urls) => await Task.WhenAll(urls.Select(async url =>
        {
            try { return await _client.GetStringAsync(url); }
            catch (Exception ex) { _log.LogWarning(ex, url); return null; }
        }));
        """));

    [Test]
    public Task A_test_may_do_what_it_likes() => Allows(Shop.With("""
        [NUnit.Framework.Test]
        public async Task<Order?> Loads()
        {
            try { return await _store.FindAsync(1); }
            catch (Exception) { return null; }
        }
        """) + "\nnamespace NUnit.Framework { public class TestAttribute : Attribute { } }");

    [Test]
    public Task A_guard_against_prerendering_expects_to_fail() => Given.WithReferences(References.AspNetCore).Allows("""
        using Microsoft.JSInterop;

        public class Theme
        {
            private readonly IJSRuntime _js = null!;
            public async Task<string> GetAsync()
            {
                try { return await _js.InvokeAsync<string>("theme"); }
                catch (Exception) { return ""; }
            }
        }
        """);

    [Test]
    public Task A_server_error_is_an_honest_answer() =>
        Given.WithReferences(References.AspNetCore).Allows(Shop.Beside("""
            using Microsoft.AspNetCore.Mvc;

            public class OrdersController : ControllerBase
            {
                private readonly IStore _store = null!;
                public async Task<IActionResult> Get(int id)
                {
                    try { return Ok(await _store.FindAsync(id)); }
                    catch (Exception) { return StatusCode(500); }
                }
            }
            """));

    [Test]
    public Task A_cache_that_is_down_has_nothing_cached() => Allows(Shop.Beside("""
        public class OrderCache
        {
            private readonly IStore _store = null!;
            private readonly ILogger _log = null!;
            public async Task<Order?> GetAsync(int id)
            {
                try { return await _store.FindAsync(id); }
                catch (Exception ex) { _log.LogWarning(ex, "no cache"); return null; }
            }
        }
        """));

    [Test]
    public Task A_task_of_a_build_says_by_its_answer_that_it_failed() => Allows("""
        using System;
        using System.IO;
        namespace Microsoft.Build.Framework { public interface ITask { bool Execute(); } }
        public class WriteVersion : Microsoft.Build.Framework.ITask
        {
            public bool Execute()
            {
                try { File.WriteAllText("version.txt", "1.0"); return true; }
                catch (Exception ex) { Console.Error.WriteLine(ex); return false; }
            }
        }
        """);

    [Test]
    public Task Three_methods_of_a_type_are_reported_once_at_the_type() => Allows(Shop.With("""
        public async Task<Order?> GetAsync(int id) { try { return await _store.FindAsync(id); } catch (Exception) { return null; } }
        public async Task<int> CountAsync() { try { return await _store.CountAsync(); } catch (Exception) { return 0; } }
        public async Task<List<Order>> ListAsync() { try { return await _store.AllAsync(); } catch (Exception) { return new(); } }
        """));

    [Test]
    public Task A_change_that_is_lost_is_reported_as_that() => Allows(Shop.With("""
        public async Task<bool> SaveAsync(Order order)
        {
            try { await _store.SaveAsync(order); return true; }
            catch (Exception) { return false; }
        }
        """));

    [TestCase("catch (HttpRequestException ex)", TestName = "One kind of failure")]
    [TestCase("catch (Exception ex) when (ex is HttpRequestException or JsonException)",
        TestName = "Two kinds in a filter")]
    public Task A_number_with_decimals_for_a_failure_of_a_certain_kind(string clause) => Flags(Rates(clause, "1m"));

    [TestCase("catch (FormatException ex)", "1m", TestName = "What the text said")]
    [TestCase("catch (HttpRequestException ex) when (ex.StatusCode == System.Net.HttpStatusCode.NotFound)", "1m",
        TestName = "A filter that asks for more")]
    [TestCase("catch (HttpRequestException ex)", "null", TestName = "Null may say that there is none")]
    public Task An_expected_failure_is_allowed(string clause, string value) =>
        Allows(Rates(clause, value, marked: false));

    [Test]
    public Task The_message_does_not_tell_to_catch_what_is_caught() => Says(
        Rates("catch (HttpRequestException ex)", "1m"),
        "When 'GetStringAsync' fails, 'RateAsync' returns '1m', so callers cannot tell an outage from an answer; "
        + "rethrow, or return a result that says it failed");

    private static string Rates(string clause, string value, bool marked = true)
    {
        var head = clause.IndexOf(" when", StringComparison.Ordinal) is > 0 and var end ? clause[..end] : clause;
        return Shop.With($$"""
            public async Task<decimal?> RateAsync(string url)
            {
                try { return decimal.Parse(await _client.GetStringAsync(url)); }
                {{(marked ? clause.Replace(head, $"[|{head}|]", StringComparison.Ordinal) : clause)}} { _log.LogWarning(ex, "no rate"); return {{value}}; }
            }
            """).Replace("JsonException", "System.Text.Json.JsonException", StringComparison.Ordinal);
    }
}
