using AiAwareAnalyzers.Concurrency;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.Concurrency;

[CSharp(12)]
public sealed class UnguardedSharedStateTests : RuleTests<UnguardedSharedState, UnguardedSharedStateFix>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    [TestCase(
        "readonly Dictionary<int, Order> _orders = new();",
        "[|_orders.Add(order.Id, order)|];",
        TestName = "A map")]
    [TestCase(
        "readonly Dictionary<int, Order> _orders = new();",
        "[|_orders[order.Id] = order|];",
        TestName = "A map by its indexer")]
    [TestCase(
        "readonly List<Order> _orders = new();",
        "[|_orders.Add(order)|]; _orders.Clear();",
        TestName = "A list, said once")]
    [TestCase(
        "readonly HashSet<int> _seen = [];",
        "if ([|_seen.Add(order.Id)|]) await Task.Yield();",
        TestName = "A set that is asked")]
    [TestCase("readonly Queue<Order> _waiting = new();", "[|_waiting.Enqueue(order)|];", TestName = "A queue")]
    [TestCase(
        "readonly IList<Order> _orders = new List<Order>(); List<Order> Kept { get; } = new();",
        "[|Kept.Add(order)|];",
        TestName = "A property")]
    [TestCase("int _count;", "[|_count++|];", TestName = "A count")]
    [TestCase("decimal _total;", "[|_total += order.Sum|];", TestName = "A sum")]
    [TestCase("decimal _top;", "[|_top = Math.Max(_top, order.Sum)|];", TestName = "A maximum")]
    [TestCase(
        "readonly System.Text.StringBuilder _log = new();",
        "[|_log.AppendLine(order.Name)|];",
        TestName = "A text that grows")]
    [TestCase("int Count { get; set; }", "[|Count += 1|];", TestName = "A count in a property")]
    [TestCase(
        "readonly ConcurrentDictionary<int, List<Order>> _lists = new();",
        "[|_lists.GetOrAdd(order.Id, _ => []).Add(order)|];",
        TestName = "A list that a safe map holds")]
    [TestCase(
        "readonly ConcurrentDictionary<int, List<Order>> _lists = new();",
        "if (_lists.TryGetValue(order.Id, out var list)) [|list.Add(order)|];",
        TestName = "A list that was found in a map")]
    [TestCase(
        "readonly ConcurrentDictionary<int, HashSet<string>> _names = new();",
        "_names.AddOrUpdate(order.Id, _ => [order.Name], (_, names) => { [|names.Add(order.Name)|]; return names; });",
        TestName = "A set that is changed while the map updates it")]
    [TestCase(
        "readonly ConcurrentDictionary<int, List<Order>> _lists = new();",
        "var list = _lists[order.Id]; [|list.Remove(order)|];",
        TestName = "A list that was taken from a map")]
    [TestCase(
        "readonly List<Order> _orders = new();",
        "Keep(order); void Other() { } Other();",
        "void Keep(Order order) => [|_orders.Add(order)|];",
        TestName = "In a method that nobody else calls")]
    [TestCase(
        "readonly List<Order> _orders = new();",
        "order.Lines.ForEach(line => [|_orders.Add(order)|]);",
        TestName = "For each line")]
    public Task What_a_singleton_keeps(string field, string body, string more = "") =>
        Flags(Singleton(field, body, more));

    [TestCase(
        "static readonly Dictionary<int, Order> Orders = new();",
        "[|Orders[order.Id] = order|];",
        TestName = "A static map")]
    [TestCase(
        "static readonly List<Order> Orders = new();",
        "lock (order) { } [|Orders.Add(order)|];",
        TestName = "A lock that is over")]
    [TestCase("static int _next;", "order.Id = [|++_next|];", TestName = "A static number")]
    [TestCase("static long _count;", "[|_count -= order.Id|];", TestName = "A static number that falls")]
    [TestCase(
        "static Dictionary<int, Order> Orders { get; } = new();",
        "[|Orders.Remove(order.Id)|];",
        TestName = "A static property")]
    public Task What_is_static_in_a_controller(string field, string body) => Flags(Controller(field, body));

    [Test]
    public Task A_hub_that_counts_its_connections() => Flags("""
        public class Room : Microsoft.AspNetCore.SignalR.Hub
        {
            static readonly Dictionary<string, string> Names = new();
            public override Task OnConnectedAsync() { [|Names[Context.ConnectionId] = "guest"|]; return Task.CompletedTask; }
            public override Task OnDisconnectedAsync(Exception? failure) { Names.Remove(Context.ConnectionId); return Task.CompletedTask; }
        }
        """);

    [TestCase(
        "if (cache.TryGetValue(\"orders\", out List<Order>? orders)) [|orders!.Add(order)|];",
        TestName = "A list that was found")]
    [TestCase(
        """var orders = cache.Get<List<Order>>("orders") ?? new List<Order>(); [|orders.Add(order)|]; cache.Set("orders", orders);""",
        TestName = "A list that is put back")]
    [TestCase(
        "var orders = cache.GetOrCreate(\"orders\", _ => new List<Order>()); [|orders!.Clear()|];",
        TestName = "A list that was made if need be")]
    [TestCase(
        "var first = await cache.GetOrCreateAsync(\"first\", _ => Load()); [|first!.Name = order.Name|];",
        TestName = "A property")]
    [TestCase("var first = cache.Get<Order>(\"first\"); [|first!.Lines.Add(\"more\")|];", TestName = "A list inside")]
    [TestCase(
        """if (!cache.TryGetValue("orders", out List<Order>? orders)) { orders = new(); cache.Set("orders", orders); } [|orders!.Add(order)|];""",
        TestName = "Whether it was there or is there now")]
    public Task What_a_cache_hands_out(string body) => Flags(Cached(body));

    [Test]
    public Task The_message_names_the_singleton_and_the_collection() => Says(
        Singleton("readonly Dictionary<int, Order> _orders = new();", "[|_orders.Add(order.Id, order)|];"),
        "'_orders.Add(order.Id, order)' may run in two requests at once, because 'Store' is registered as a singleton, "
        + "and a 'Dictionary' loses what is added then, or breaks; use a 'ConcurrentDictionary', or put a lock around "
        + "each use");

    [Test]
    public Task The_message_speaks_of_numbers() => Says(
        Controller("static int _next;", "[|_next++|];"),
        "'_next++' may run in two requests at once, because '_next' is static, and one of two changes to '_next' is "
        + "lost; use 'Interlocked', or put a lock around each use");

    [Test]
    public Task The_message_speaks_of_a_cache() => Says(
        Cached("var first = cache.Get<Order>(\"first\"); [|first!.Name = order.Name|];"),
        "'first!.Name = order.Name' may run in two requests at once, because the cache gives each of them the same "
        + "object, and the others read it meanwhile; change a copy, and put that into the cache");

    [TestCase(
        "readonly ConcurrentDictionary<int, Order> _orders = new();",
        "_orders[order.Id] = order;",
        TestName = "A concurrent map")]
    [TestCase(
        "readonly ConcurrentQueue<Order> _orders = new();",
        "_orders.Enqueue(order);",
        TestName = "A concurrent queue")]
    [TestCase(
        "readonly List<Order> _orders = new(); readonly object _turn = new();",
        "lock (_turn) _orders.Add(order);",
        TestName = "A lock")]
    [TestCase(
        "readonly List<Order> _orders = new(); readonly SemaphoreSlim _turn = new(1, 1);",
        "await _turn.WaitAsync(); _orders.Add(order); _turn.Release();",
        TestName = "A semaphore")]
    [TestCase(
        "readonly List<Order> _orders = new(); readonly object _turn = new();",
        "lock (_turn) Keep(order);",
        "void Keep(Order order) => _orders.Add(order);",
        TestName = "A lock around the call")]
    [TestCase("int _count;", "Interlocked.Increment(ref _count);", TestName = "Interlocked")]
    [TestCase(
        "int _busy; readonly List<Order> _orders = new();",
        "if (Interlocked.Exchange(ref _busy, 1) == 0) { _orders.Add(order); _busy = 0; }",
        TestName = "One at a time by a flag")]
    [TestCase("bool _dirty;", "_dirty |= order.Id > 3;", TestName = "A flag that stays set")]
    [TestCase("Order? _last;", "_last = order;", TestName = "The last one wins")]
    [TestCase("Order? _first;", "_first ??= order;", TestName = "The first one wins")]
    [TestCase(
        "readonly List<Order> _orders = new();",
        "await Task.Yield(); if (_orders.Contains(order)) return;",
        TestName = "Only read")]
    [TestCase(
        "readonly List<Order> _orders;",
        "await Task.Yield();",
        "public Store() { _orders = new(); _orders.Add(new Order()); }",
        TestName = "Filled in the constructor")]
    [TestCase(
        "",
        "var orders = new List<Order>(); orders.Add(order); var count = 0; count++; await Task.Yield();",
        TestName = "Locals")]
    [TestCase(
        "readonly ThreadLocal<List<Order>> _orders = new();",
        "_orders.Value!.Add(order);",
        TestName = "A list for each thread")]
    [TestCase("[ThreadStatic] static int _depth;", "_depth++;", TestName = "A number for each thread")]
    [TestCase("", "order.Lines.Add(order.Name); await Task.Yield();", TestName = "A list of the caller")]
    [TestCase(
        "readonly List<Order> _orders = new();",
        "await Task.Yield();",
        "public void Initialize(Order order) => _orders.Add(order);",
        TestName = "Filled at the start")]
    [TestCase(
        "readonly List<Order> _orders = new();",
        "await Task.Yield();",
        "void Keep(Order order) => _orders.Add(order);",
        TestName = "Called by nobody")]
    [TestCase(
        "readonly ConcurrentDictionary<int, int> _counts = new();",
        "var count = _counts.GetOrAdd(order.Id, _ => 0); count++; await Task.Delay(count);",
        TestName = "A number that was read from a map")]
    [TestCase(
        "readonly ConcurrentDictionary<int, List<Order>> _lists = new();",
        "var list = _lists.GetOrAdd(order.Id, _ => []); lock (list) list.Add(order);",
        TestName = "A lock on the list of a map")]
    [TestCase(
        "readonly ConcurrentDictionary<int, List<Order>> _lists = new();",
        "if (!_lists.TryGetValue(order.Id, out var list)) { list = new(); list.Add(order); _lists[order.Id] = list; }",
        TestName = "A new list before others have it")]
    [TestCase(
        "readonly ConcurrentDictionary<int, List<Order>> _lists = new();",
        "_lists.AddOrUpdate(order.Id, _ => [order], (_, old) => [.. old, order]);",
        TestName = "A new list for each update")]
    [TestCase(
        "readonly List<Order> _orders = new(); readonly Guard _guard = new();",
        "_guard.Run(() => _orders.Add(order));",
        TestName = "In a function that somebody runs")]
    public Task What_is_guarded_or_not_shared(string field, string body, string more = "") =>
        Allows(Singleton(field, body, more));

    [TestCase("builder.Services.AddScoped<Store>();", TestName = "Scoped")]
    [TestCase("builder.Services.AddTransient<Store>();", TestName = "Transient")]
    [TestCase("builder.Services.AddSingleton(new Store());", TestName = "Filled before anybody asks, perhaps")]
    [TestCase(
        "builder.Services.AddSingleton<Store>(); builder.Services.AddScoped<IStore, Store>();",
        TestName = "One of several tellings")]
    [TestCase("", TestName = "Never registered")]
    public Task A_type_with_several_objects(string registration) => Allows(
        Registered(registration, "readonly List<Order> _orders = new();", "_orders.Add(order);", ""));

    [TestCase("builder.Services.AddSingleton<IStore, Store>();", TestName = "By its contract")]
    [TestCase("builder.Services.AddSingleton(_ => new Store());", TestName = "By a factory")]
    [TestCase("builder.Services.AddSingleton<IStore>(_ => new Store());", TestName = "By a factory for a contract")]
    [TestCase("builder.Services.AddHostedService<Store>();", TestName = "As a hosted service")]
    public Task A_type_with_one_object(string registration) => Flags(
        Registered(registration, "readonly List<Order> _orders = new();", "[|_orders.Add(order)|];", ""));

    [Test]
    public Task A_loop_of_its_own_has_one_thread() => Allows(Registered(
        "builder.Services.AddHostedService<Store>();",
        "readonly List<Order> _orders = new();",
        "await Task.Yield();",
        """protected override async Task ExecuteAsync(CancellationToken stop) { while (!stop.IsCancellationRequested) { Keep(new Order()); await Task.Delay(5, stop); } } void Keep(Order order) => _orders.Add(order);""",
        fitsHost: true));

    [Test]
    public Task A_registry_that_the_program_fills_first() => Allows("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<Registry>();
        var app = builder.Build();
        app.Services.GetRequiredService<Registry>().Add("orders");
        app.Run();

        public class Registry
        {
            readonly List<string> _names = new();
            public void Add(string name) => _names.Add(name);
            public bool Knows(string name) => _names.Contains(name);
        }
        """);

    [Test]
    public Task A_registry_that_the_set_up_of_a_library_fills_by_another_overload() => Allows("""
        using Microsoft.Extensions.DependencyInjection;

        public static class Setup
        {
            public static void AddNames(this IServiceCollection services, IEnumerable<Type> types) =>
                services.AddSingleton(provider =>
                {
                    var registry = new Registry();
                    foreach (var type in types) registry.Add(type);
                    return registry;
                }).AddSingleton<Registry>();
        }
        public class Registry
        {
            readonly Dictionary<string, Type> _types = new();
            public void Add(Type type) => Add(type.Name, type);
            public void Add(string name, Type type) => _types[name] = type;
        }
        """);

    [Test]
    public Task A_registry_that_an_endpoint_fills() => Flags("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<Registry>();
        var app = builder.Build();
        app.MapPost("/names", (Registry registry, string name) => registry.Add(name));
        app.Run();

        public class Registry
        {
            readonly List<string> _names = new();
            public void Add(string name) => [|_names.Add(name)|];
            public bool Knows(string name) => _names.Contains(name);
        }
        """);

    [TestCase("var orders = cache.Get<List<Order>>(\"orders\")!.ToList(); orders.Add(order);", TestName = "A copy")]
    [TestCase(
        "var orders = new List<Order>(); orders.Add(order); cache.Set(\"orders\", orders);",
        TestName = "A new list")]
    [TestCase(
        """if (!cache.TryGetValue("orders", out List<Order>? orders)) { orders = new(); orders.Add(order); cache.Set("orders", orders); }""",
        TestName = "A new list where none was found")]
    [TestCase(
        "if (cache.TryGetValue(\"orders\", out List<Order>? orders)) return; orders = new(); orders.Add(order);",
        TestName = "A new list behind the look")]
    [TestCase(
        "var first = cache.Get<Order>(\"first\")! with { Name = order.Name };",
        "public record Order { public string Name { get; set; } = \"\"; }",
        TestName = "A changed copy")]
    [TestCase(
        "var first = cache.Get<Order>(\"first\"); lock (first!) first.Name = order.Name;",
        TestName = "A lock on the object")]
    [TestCase("var text = cache.Get<string>(\"first\"); order.Name = text ?? \"\";", TestName = "Another object")]
    public Task What_a_cache_keeps_for_itself(string body, string? type = null) => Allows(Cached(body, type));

    [TestCase("int _count;", "[|_count++|];", "Interlocked.Increment(ref _count);", TestName = "A step")]
    [TestCase("long _sum;", "[|_sum += order.Id|];", "Interlocked.Add(ref _sum, order.Id);", TestName = "A sum")]
    [TestCase(
        "int _next;",
        "order.Id = [|++_next|];",
        "order.Id = Interlocked.Increment(ref _next);",
        TestName = "A number that is read")]
    public Task A_number_is_counted_with_Interlocked(string field, string before, string after) =>
        Fixes(Singleton(field, before, ""), Singleton(field, after, ""));

    [TestCase("decimal _total;", "[|_total += order.Sum|];", TestName = "A type that it does not know")]
    [TestCase("int _next;", "order.Id = [|_next++|];", TestName = "The old value is read")]
    [TestCase("readonly List<Order> _orders = new();", "[|_orders.Add(order)|];", TestName = "A list")]
    public Task What_a_lock_has_to_guard_is_left_alone(string field, string body) =>
        OffersNoFix(Singleton(field, body, ""));

    /// <summary>Both requests have read the sum before either of them writes it.</summary>
    [Test]
    public async Task After_the_repair_no_request_is_lost() => Assert.That(
        await Running.Repairing<UnguardedSharedState, UnguardedSharedStateFix>(
            """
            using System.Linq;
            using System.Threading;
            using System.Threading.Tasks;
            using Microsoft.Extensions.DependencyInjection;

            public class Visits
            {
                static readonly Barrier Both = new(2);
                public int Sum;
                public void Visit() { Sum += Share(); }
                static int Share() { Both.SignalAndWait(); return 5; }
            }

            public static class Setup
            {
                public static void Add(IServiceCollection services) => services.AddSingleton<Visits>();
            }

            public static class Proof
            {
                public static async Task<string> Run()
                {
                    var visits = new Visits();
                    await Task.WhenAll(Enumerable.Range(1, 2).Select(_ => Task.Factory.StartNew(
                        visits.Visit, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
                    return visits.Sum.ToString();
                }
            }
            """,
            new Setting(Framework)),
        Is.EqualTo(("5", "10")));

    private static string Singleton(string field, string body, string more = "") =>
        Registered("builder.Services.AddSingleton<Store>();", field, body, more);

    private static string Registered(
        string registration, string field, string body, string more, bool fitsHost = false) => $$"""
        using System.Collections.Concurrent;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        var builder = WebApplication.CreateBuilder(args);
        {{registration}}
        var app = builder.Build();
        app.Run();

        public class OrderController(Store store) : ControllerBase
        {
            public Task Take(Order order) => store.TakeAsync(order);
        }
        public interface IStore { Task TakeAsync(Order order); }
        public class Store : BackgroundService, IStore
        {
            {{field}}
            public async Task TakeAsync(Order order) { {{body}} await Task.Yield(); }
            {{more}}
            {{(fitsHost ? "" : "protected override Task ExecuteAsync(CancellationToken stop) => Task.CompletedTask;")}}
        }
        public class Order { public int Id { get; set; } public string Name { get; set; } = ""; public decimal Sum { get; set; } public List<string> Lines { get; } = new(); }
        public class Guard { public void Run(Action action) { lock (this) action(); } }

        """;

    private static string Controller(string field, string body) => $$"""
        public class OrderController : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            {{field}}
            public void Take(Order order) { {{body}} }
        }
        public class Order { public int Id { get; set; } public string Name { get; set; } = ""; }

        """;

    private static string Cached(string body, string? order = null) => $$"""
        using Microsoft.Extensions.Caching.Memory;

        public class OrderController(IMemoryCache cache) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public async Task Take(Order order) { await Task.Yield(); {{body}} }
            static Task<Order> Load() => Task.FromResult(new Order());
        }
        {{order ?? "public class Order { public string Name { get; set; } = \"\"; public List<string> Lines { get; } = new(); }"}}

        """;

    [TestCase("public void Enable() { Read(); App.WebHost.ConfigureKestrel(o => { }); }",
        TestName = "By way of a private method")]
    [TestCase("public void Enable() { ReadAll(); App.WebHost.UseKestrel(); } private void ReadAll() => Read();",
        TestName = "By way of two")]
    public Task What_is_filled_before_the_server_listens(string enable) => Allows(Hosting(enable));

    [TestCase("public void Enable() { Read(); App.WebHost.ConfigureKestrel(o => { }); } public void Serve() => Read();",
        TestName = "Another method calls it too")]
    [TestCase("public void Serve() => Read();", TestName = "Another method alone calls it")]
    public Task What_may_be_filled_later(string enable) =>
        Flags(Hosting(enable).Replace("All.Add(name)", "[|All.Add(name)|]", StringComparison.Ordinal));

    private static string Hosting(string enable) => $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;

        public static class Names
        {
            private static readonly List<string> All = new();
            public static void Fill(string name) => All.Add(name);
        }
        public class Host
        {
            private WebApplicationBuilder App { get; } = WebApplication.CreateBuilder();
            private void Read() => Names.Fill("b");
            {{enable}}
        }

        """;
}
