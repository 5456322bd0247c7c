using AiAwareAnalyzers.Concurrency;

namespace AiAwareAnalyzers.Tests.Concurrency;

[CSharp(12)]
public sealed class UntakenTokenTests : RuleTests<UntakenToken>
{
    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase("[HttpGet] public async Task<object> [|List|]() => await db.Orders.ToListAsync();", TestName = "A query")]
    [TestCase("[HttpGet] public Task<string> [|List|]() => client.GetStringAsync(\"a\");",
        TestName = "A task handed on")]
    [TestCase("[HttpGet] public async Task<object> [|List|]() { var a = await db.Orders.CountAsync(); return a; }",
        TestName = "A local")]
    [TestCase("[HttpGet] public async Task<object> [|List|]() => await orders.CountAsync();", TestName = "A service")]
    [TestCase("[HttpGet] public async Task<object> [|List|]() => await HelpAsync();", TestName = "A method of its own")]
    [TestCase("[HttpGet, ResponseCache] public async Task<object> [|List|](int id) => await db.Orders.CountAsync();",
        TestName = "Beside other parameters")]
    [TestCase("[HttpGet] public async Task<object> [|List|]() { while (true) await Task.Delay(1); }",
        TestName = "In a loop")]
    [TestCase("[HttpGet] public async Task<object> [|A|]() => await orders.CountAsync(); "
        + "[HttpGet(\"b\")] public async Task<object> B() => await orders.CountAsync();",
        TestName = "The first of two")]
    [TestCase("[HttpGet] public async Task<object> A(CancellationToken t) => await orders.CountAsync(t); "
        + "[HttpGet(\"b\")] public async Task<object> [|B|]() => await orders.CountAsync();",
        TestName = "The second alone")]
    [TestCase("[HttpGet] public async Task<object> [|Read|]() => await Cache.AskAsync(() => db.Orders.CountAsync());",
        TestName = "What a cache only answers")]
    [TestCase("[HttpGet] public async Task<object> [|Read|]() => await orders.SendAsync(new SeenQuery());",
        TestName = "A question")]
    public Task An_action_that_goes_on_for_nobody(string action) => Flags(Controller(action));

    [TestCase("[|app.MapGet(\"a\", async (Db db) => await db.Orders.ToListAsync())|];", TestName = "A query")]
    [TestCase("[|app.MapGet(\"a\", (Orders orders) => orders.CountAsync())|];", TestName = "A task handed on")]
    [TestCase("[|app.MapGet(\"a\", async (Db db) => { var all = await db.Orders.ToListAsync(); return all; })|];",
        TestName = "Statements")]
    [TestCase("var a = app.MapGroup(\"a\"); [|a.MapGet(\"b\", async (Db db) => await db.Orders.ToListAsync())|];",
        TestName = "A group")]
    [TestCase("[|app.MapGet(\"a\", async (Db db) => await db.Orders.ToListAsync())|].RequireAuthorization(); "
        + "app.MapGet(\"b\", async (Db db) => await db.Orders.ToListAsync());", TestName = "The first of two")]
    public Task A_handler_that_goes_on_for_nobody(string mapping) => Flags(Mapped(mapping));

    [TestCase("[HttpGet] public async Task<object> List(CancellationToken t) => await db.Orders.ToListAsync(t);",
        TestName = "A token")]
    [TestCase("[HttpGet] public async Task<object> List() => await db.Orders.ToListAsync(HttpContext.RequestAborted);",
        TestName = "The request's own")]
    [TestCase("[HttpPost] public async Task<object> Save() => await db.SaveChangesAsync();", TestName = "A write")]
    [TestCase("[HttpDelete] public async Task<object> Drop() => await db.Orders.ExecuteDeleteAsync();",
        TestName = "A deletion")]
    [TestCase("[HttpGet] public object List() => db.Orders.ToList();", TestName = "Nothing is waited for")]
    [TestCase("[HttpGet] public async Task<object> List() => await EndlessAsync();", TestName = "What nothing can end")]
    [TestCase("[HttpGet] public async Task<object> List() { await Task.Yield(); return 1; }", TestName = "A yield")]
    [TestCase("[HttpGet] public async Task<object?> Find(int id) => await db.Orders.FindAsync(id);",
        TestName = "One row")]
    [TestCase("[HttpGet] private async Task<object> List() => await db.Orders.ToListAsync();", TestName = "No action")]
    [TestCase("public async Task<object> List() => await db.Orders.ToListAsync();", TestName = "No verb")]
    [TestCase("[HttpGet] public Task<int> Count() => Task.FromResult(3);", TestName = "Done already")]
    [TestCase(
        "[HttpGet] public async Task<object> Read() => await Cache.GetOrCreateAsync(() => db.Orders.CountAsync());",
        TestName = "What a cache keeps for others")]
    [TestCase("[HttpGet] public async Task<object> Read() => await orders.SendAsync(new SeenCommand());",
        TestName = "A command")]
    [TestCase("""[HttpGet] public async Task<object> Read() { var a = await db.Orders.ToListAsync(); await db.SaveChangesAsync(); return a; }""",
        TestName = "A save")]
    public Task What_ends_or_cannot(string action) => Allows(Controller(action));

    [TestCase("app.MapGet(\"a\", async (Db db, CancellationToken t) => await db.Orders.ToListAsync(t));",
        TestName = "A token")]
    [TestCase("app.MapGet(\"a\", async (HttpContext c, Db db) => await db.Orders.ToListAsync(c.RequestAborted));",
        TestName = "The request's own")]
    [TestCase("app.MapPost(\"a\", async (Db db) => await db.SaveChangesAsync());", TestName = "A write")]
    [TestCase("app.MapGet(\"a\", (Db db) => db.Orders.Count());", TestName = "Nothing is waited for")]
    [TestCase("app.MapGet(\"a\", Named);", TestName = "A method")]
    public Task A_handler_that_ends_or_cannot(string mapping) => Allows(Mapped(mapping));

    [Test]
    public Task Silent_in_a_service() => Allows(
        """
        using Microsoft.EntityFrameworkCore;
        public class Db : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        public class Order { public int Id { get; set; } }
        public class Orders(Db db) { public async Task<object> List() => await db.Orders.ToListAsync(); }
        """);

    [TestCase(1, "'A' takes", TestName = "One")]
    [TestCase(2, "'A' and 'B' take", TestName = "Two")]
    [TestCase(3, "'A', 'B' and 'C' take", TestName = "Three")]
    [TestCase(4, "'A', 'B' and 2 more take", TestName = "Four")]
    public Task The_message_counts(int actions, string subject) => Says(
        Controller(string.Concat("ABCD".Take(actions).Select(static name =>
            $"[HttpGet(\"{name}\")] public async Task<object> {(name == 'A' ? "[|A|]" : name.ToString())}() "
            + "=> await db.Orders.ToListAsync(); "))),
        $"{subject} no CancellationToken, though 'ToListAsync' would stop at one: when a caller leaves or times "
        + "out, its work goes on unused; take the token and pass it on");

    [Test]
    public Task The_message_names_the_mapping() => Says(
        Mapped("[|app.MapGet(\"a\", async (Db db) => await db.Orders.ToListAsync())|];"),
        "This handler of 'MapGet' takes no CancellationToken, though 'ToListAsync' would stop at one: when a "
        + "caller leaves or times out, its work goes on unused; take the token and pass it on");

    private static string Controller(string action) => $$"""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        public class OrdersController(Db db, Orders orders, HttpClient client) : ControllerBase
        {
            private static readonly Shared.Caching.Cache Cache = new();
            {{action}}
            private async Task<int> HelpAsync() => await db.Orders.CountAsync();
            private static async Task<int> EndlessAsync() { await Task.Yield(); return 1; }
        }
        {{Shop}}
        """;

    private static string Mapped(string mapping) => $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.EntityFrameworkCore;
        public static class Endpoints
        {
            public static void Map(WebApplication app) { {{mapping}} }
            private static int Named(Db db) => db.Orders.Count();
        }
        {{Shop}}
        """;

    private const string Shop = """
        public class Order { public int Id { get; set; } }
        public class SeenCommand { }
        namespace Shared.Caching
        {
            public class Cache
            {
                public Task<T> GetOrCreateAsync<T>(Func<Task<T>> make, CancellationToken token = default) => make();
                public Task<T> AskAsync<T>(Func<Task<T>> make, CancellationToken token = default) => make();
            }
        }
        public class SeenQuery { }
        public class Db : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        public class Orders(Db db)
        {
            public Task<int> CountAsync(CancellationToken token = default) => db.Orders.CountAsync(token);
            public Task<int> SendAsync(object what, CancellationToken token = default) => db.Orders.CountAsync(token);
        }
        """;
}
