using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

[CSharp(12)]
public sealed class MissingRowTests : RuleTests<MissingRow>
{
    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase("return Ok(db.Orders.[|First(order => order.Id == id)|]);", TestName = "The first row")]
    [TestCase("return Ok(db.Orders.[|Single(order => order.Id == id)|]);", TestName = "The only row")]
    [TestCase("return Ok(await db.Orders.[|FirstAsync(order => order.Id == id)|]);",
        TestName = "The first row, awaited")]
    [TestCase("return Ok(await db.Orders.[|SingleAsync(order => order.Id == id, token)|]);", TestName = "With a token")]
    [TestCase("return Ok(db.Orders.[|First(order => id == order.Id)|]);", TestName = "The other way round")]
    [TestCase("return Ok(db.Orders.[|First(order => order.Open && order.Id == id)|]);",
        TestName = "And something else")]
    [TestCase("return Ok(db.Orders.Where(order => order.Id == id).[|First()|]);", TestName = "A filter before it")]
    [TestCase(
        "return Ok(await db.Orders.Where(order => order.Id == id).Select(order => order.Name).[|SingleAsync()|]);",
        TestName = "A filter and a choice before it")]
    [TestCase("return Ok(db.Orders.AsNoTracking().[|First(order => order.Id == id)|]);", TestName = "Untracked")]
    [TestCase("var key = id; return Ok(db.Orders.[|First(order => order.Id == key)|]);",
        TestName = "By way of a local")]
    [TestCase("return Ok(db.Orders.[|First(order => order.Id == model.Id)|]);", TestName = "A member of a model")]
    [TestCase("return Ok(db.Orders.[|First(order => order.Name == name)|]);", TestName = "A name")]
    [TestCase("var order = db.Orders.[|First(order => order.Id == id)|]; order.Open = false; return Ok(order);",
        TestName = "A row that is changed")]
    [TestCase("db.Remove(db.Orders.[|First(order => order.Id == id)|]); return Ok();",
        TestName = "A row that is removed")]
    [TestCase("log.LogInformation(\"{Id}\", id); return Ok(db.Orders.[|First(order => order.Id == id)|]);",
        TestName = "A log asks nobody")]
    [TestCase(
        "try { return Ok(db.Orders.[|First(order => order.Id == id)|]); } catch (TimeoutException) { return Ok(); }",
        TestName = "Something else is caught")]
    public Task Rows_that_a_caller_names(string body) => Flags(Code(body));

    [TestCase("return Ok(db.Orders.FirstOrDefault(order => order.Id == id));", TestName = "The row or none")]
    [TestCase("return Ok(await db.Orders.FindAsync(id));", TestName = "Found by its key")]
    [TestCase("return Ok(db.Orders.First());", TestName = "Any row")]
    [TestCase("return Ok(db.Orders.First(order => order.Open));", TestName = "A row in a state")]
    [TestCase("return Ok(db.Orders.First(order => order.Id == 1));", TestName = "A row that the program knows")]
    [TestCase("return Ok(db.Orders.First(order => order.Name == User.Identity!.Name));",
        TestName = "The row of the user")]
    [TestCase("return Ok(db.Orders.First(order => order.Id > id));", TestName = "The next row")]
    [TestCase("return Ok(list.First(order => order.Id == id));", TestName = "A list in memory")]
    [TestCase(
        "try { return Ok(db.Orders.First(order => order.Id == id)); } "
        + "catch (InvalidOperationException) { return NotFound(); }",
        TestName = "Caught")]
    [TestCase("try { return Ok(db.Orders.First(order => order.Id == id)); } catch (Exception) { return NotFound(); }",
        TestName = "All is caught")]
    [TestCase(
        "if (!db.Orders.Any(order => order.Id == id)) return NotFound(); "
        + "return Ok(db.Orders.First(order => order.Id == id));",
        TestName = "Asked before")]
    [TestCase("if (await Exists(id)) return Ok(db.Orders.First(order => order.Id == id)); return NotFound();",
        TestName = "Somebody asks before")]
    [TestCase("await Ensure(id); return Ok(db.Orders.First(order => order.Id == id));",
        TestName = "Somebody makes sure")]
    [TestCase("return Ok(db.Orders.Where(order => order.Id == id).ToList());", TestName = "Rows")]
    [TestCase("return Ok(db.Orders.Count(order => order.Id == id));", TestName = "How many there are")]
    [TestCase("return Ok(db.Orders.Single(order => order.Key == Key));", TestName = "A key of the program")]
    [TestCase("var order = new Order(); return Ok(db.Orders.First(other => other.Id == order.Id));",
        TestName = "A row of the program")]
    [TestCase("return Ok(db.Orders.Select(order => db.Lines.First(line => line.Order == order.Id)).ToList());",
        TestName = "Inside of a query")]
    [TestCase("return Ok(db.Orders.Last());", TestName = "The last row")]
    [TestCase("return Ok(list.Where(order => order.Id == id).First());", TestName = "A filter of a list")]
    public Task Rows_that_are_there_or_looked_for(string body) => Allows(Code(body));

    [Test]
    public Task A_service_reads_what_a_handler_names() => Flags("""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        public class Order { public int Id { get; set; } }
        public class Db : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        public interface IOrders { Task<Order> Of(int number); }
        public class Orders(Db db) : IOrders { public Task<Order> Of(int number) => db.Orders.[|SingleAsync(order => order.Id == number)|]; }
        public class OrdersController(IOrders orders) : ControllerBase
        {
            [HttpGet] public async Task<IActionResult> Get(int id) => Ok(await orders.Of(id));
        }
        """);

    [Test]
    public Task The_message_names_the_sibling() => Says(
        Code("return Ok(await db.Orders.[|FirstAsync(order => order.Id == id)|]);"),
        "'FirstAsync' throws where no row has the 'id' that the caller of 'OrdersController.Get' sends, and a mistake "
        + "of the caller becomes a failure of the server; use 'FirstOrDefaultAsync' and answer that it is missing");

    private static string Code(string body) => $$"""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Logging;
        public class Order { public int Id { get; set; } public bool Open { get; set; } public string Name { get; set; } = ""; public Guid Key { get; set; } }
        public class Line { public int Id { get; set; } public int Order { get; set; } }
        public class Db : DbContext { public DbSet<Order> Orders => Set<Order>(); public DbSet<Line> Lines => Set<Line>(); }
        public class Model { public int Id { get; set; } }
        public class OrdersController(Db db, ILogger<OrdersController> log) : ControllerBase
        {
            private static readonly Guid Key = Guid.NewGuid();
            [HttpPost]
            public async Task<IActionResult> Get(int id, string name, [FromBody] Model model, CancellationToken token)
            {
                var list = db.Orders.ToList();
                await Task.Yield();
                {{body}}
            }
            private Task<bool> Exists(int id) => db.Orders.AnyAsync(order => order.Id == id);
            private Task Ensure(int id) => Task.FromResult(id);
            private ILogger Kept => log;
        }
        """;
}
