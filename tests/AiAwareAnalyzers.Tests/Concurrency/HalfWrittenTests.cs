using AiAwareAnalyzers.Concurrency;

namespace AiAwareAnalyzers.Tests.Concurrency;

[CSharp(12)]
public sealed class HalfWrittenTests : RuleTests<HalfWritten>
{
    private const string Second = "await db.Lines.Where(line => line.OrderId == id).ExecuteDeleteAsync();";

    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase("await [|db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync()|]; " + Second, TestName = "Two deletions")]
    [TestCase("""await [|db.Orders.Where(o => o.Id == id).ExecuteUpdateAsync(s => s.SetProperty(o => o.State, 1))|]; """ + Second,
        TestName = "A change and a deletion")]
    [TestCase("""[|db.Orders.Where(o => o.Id == id).ExecuteDelete()|]; db.Lines.Where(l => l.OrderId == id).ExecuteDelete();""",
        TestName = "At once")]
    [TestCase("""await [|db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync()|]; await Task.Delay(1); if (hard) { """ + Second + " }",
        TestName = "The second one under a condition")]
    [TestCase("foreach (var one in ids) { await [|db.Orders.Where(o => o.Id == one).ExecuteDeleteAsync()|]; "
        + "await db.Lines.Where(l => l.OrderId == one).ExecuteDeleteAsync(); }", TestName = "In a loop")]
    [TestCase("await [|db.Set<Line>().Where(l => l.OrderId == id).ExecuteDeleteAsync()|]; "
        + "await db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync();", TestName = "A set by its type")]
    [TestCase("var old = db.Orders.Where(o => o.Id == id); await [|old.ExecuteDeleteAsync()|]; "
        + """await db.Lines.Where(l => l.OrderId == id && old != null).ExecuteDeleteAsync();""", TestName = "A query in a local")]
    [TestCase("""await [|db.Lines.Where(l => l.OrderId == id).ExecuteDeleteAsync()|]; db.Orders.Add(new Order { Id = id }); """
        + "await db.SaveChangesAsync();", TestName = "A deletion and an insert")]
    [TestCase("""var loaded = await db.Orders.FindAsync(id); await [|db.Lines.Where(l => l.OrderId == id).ExecuteDeleteAsync()|]; """
        + "db.Orders.Remove(loaded!); db.SaveChanges();", TestName = "What was loaded by the same id")]
    [TestCase("var now = DateTime.UtcNow; await [|db.Orders.Where(o => o.Id == id)"
        + ".ExecuteUpdateAsync(s => s.SetProperty(o => o.At, now))|]; " + Second, TestName = "With a time besides")]
    [TestCase("using var own = new Db(); await [|own.Orders.Where(o => o.Id == id).ExecuteDeleteAsync()|]; "
        + "await own.Lines.Where(l => l.OrderId == id).ExecuteDeleteAsync();", TestName = "A context of its own")]
    [TestCase("await [|db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync()|].ConfigureAwait(false); " + Second,
        TestName = "Configured")]
    [TestCase("""try { await [|db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync()|]; """ + Second + """ } catch (Exception) { throw; }""",
        TestName = "Both in one try")]
    [TestCase("await [|db.Orders.Where(o => o.Id == order.Id).ExecuteDeleteAsync()|]; "
        + """await db.Lines.Where(l => l.OrderId == order.Id).ExecuteDeleteAsync();""", TestName = """A member of what both name""")]
    [TestCase("await [|db.Orders.Where(o => ids.Contains(o.Id)).ExecuteDeleteAsync()|]; "
        + "await db.Lines.Where(l => ids.Contains(l.OrderId)).ExecuteDeleteAsync();", TestName = "A list of ids")]
    public Task What_a_failure_leaves_half(string body) => Flags(Code(body));

    [TestCase("await db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync();", TestName = "Only one")]
    [TestCase("await using var t = await db.Database.BeginTransactionAsync(); "
        + "await db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync(); " + Second + " await t.CommitAsync();",
        TestName = "A transaction")]
    [TestCase("using var t = new System.Transactions.TransactionScope(); "
        + """await db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync(); """ + Second + " t.Complete();", TestName = "A scope")]
    [TestCase("await db.Database.CreateExecutionStrategy().ExecuteAsync(async () => { "
        + "await db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync(); " + Second + " });", TestName = "A strategy")]
    [TestCase("if (hard) await db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync(); else " + Second,
        TestName = "Either of them")]
    [TestCase("if (hard) { await db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync(); return; } " + Second,
        TestName = "The first one only")]
    [TestCase("var limit = DateTime.UtcNow; await db.Orders.Where(o => o.At < limit).ExecuteDeleteAsync(); "
        + "await db.Logs.Where(l => l.At < limit).ExecuteDeleteAsync();", TestName = "Two things that have grown old")]
    [TestCase("""await db.Orders.ExecuteDeleteAsync(); await db.Logs.ExecuteDeleteAsync();""", TestName = "All of two tables")]
    [TestCase("await db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync(token); "
        + "await db.Logs.Where(l => l.Id == other).ExecuteDeleteAsync(token);", TestName = "Different ids")]
    [TestCase("using var own = new Db(); await db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync(); "
        + "await own.Lines.Where(l => l.OrderId == id).ExecuteDeleteAsync();", TestName = "Two contexts")]
    [TestCase("""await db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync(); try { """ + Second + " } catch (Exception) { }",
        TestName = "The second one may fail")]
    [TestCase("""await db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync(); await db.Lines.Where(l => l.OrderId == id).ToListAsync();""",
        TestName = "A query behind it")]
    [TestCase("await db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync(); await db.SaveChangesAsync();",
        TestName = "Nothing to save is known")]
    [TestCase("db.Orders.Add(new Order { Id = id }); await db.SaveChangesAsync();", TestName = "Only saved")]
    [TestCase("""Func<Task> first = () => db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync(); await first(); """ + Second,
        TestName = "In a function of its own")]
    [TestCase("await db.Orders.Where(o => o.Id == id).ExecuteUpdateAsync(s => s.SetProperty(o => o.State, 1)); "
        + "await db.Orders.Where(o => o.Id == id).ExecuteUpdateAsync(s => s.SetProperty(o => o.State, 2));",
        TestName = "Two steps of one row")]
    [TestCase("""var met = await db.Orders.Where(o => o.Id == id).ExecuteUpdateAsync(s => s.SetProperty(o => o.State, 1)); """
        + """if (met == 0) { db.Orders.Add(new Order { Id = id }); await db.SaveChangesAsync(); }""", TestName = "Changed or added")]
    [TestCase("""switch (id) { case 1: await db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync(); break; default: """ + Second + " break; }",
        TestName = "Cases of a switch")]
    public Task What_stands_for_itself(string body) => Allows(Code(body));

    [Test]
    public Task The_caller_has_a_transaction() => Allows(
        Code("await db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync(); " + Second)
        + """
        public class Outer(Shop shop, Db db)
        {
            public async Task Run()
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                await shop.Act(1, 2, [], null!, false, default);
                await transaction.CommitAsync();
            }
        }
        """);

    [Test]
    public Task Each_request_has_a_transaction() => Allows(
        Code("await db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync(); " + Second)
        + """
        public class Wrapped(RequestDelegate next)
        {
            public async Task Invoke(HttpContext context, Db db)
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                await next(context);
                await transaction.CommitAsync();
            }
        }
        """);

    [Test]
    public Task What_runs_at_the_start_runs_again() => Allows(
        Code("await db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync(); " + Second)
            .Replace("class Shop", "class OrderSeeder", StringComparison.Ordinal));

    [Test]
    public Task The_message_names_both() => Says(
        Code("await [|db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync()|]; " + Second),
        """'ExecuteDeleteAsync' is sent at once and 'ExecuteDeleteAsync' of line 12 for itself, both about 'id': a failure in """
        + "between leaves one without the other; put both into 'Database.BeginTransactionAsync'");

    private static string Code(string body) => $$"""
        using Microsoft.AspNetCore.Http;
        using Microsoft.EntityFrameworkCore;
        public class Order { public int Id { get; set; } public int State { get; set; } public DateTime At { get; set; } }
        public class Line { public int Id { get; set; } public int OrderId { get; set; } }
        public class Log { public int Id { get; set; } public DateTime At { get; set; } }
        public class Db : DbContext { public DbSet<Order> Orders => Set<Order>(); public DbSet<Line> Lines => Set<Line>(); public DbSet<Log> Logs => Set<Log>(); }
        public class Shop(Db db)
        {
            public async Task Act(int id, int other, List<int> ids, Order order, bool hard, CancellationToken token)
            {
                await Task.Yield();
                {{body}}
            }
        }
        """;
}
