using AiAwareAnalyzers.Materialization;

namespace AiAwareAnalyzers.Tests.Materialization;

[CSharp(12)]
public sealed class QueryPerRowTests : RuleTests<QueryPerRow>
{
    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase(
        """var all = await db.Bills.Where(b => !b.Paid).ToListAsync(); foreach (var bill in all) names.Add((await db.Owners.[|SingleAsync(o => o.Id == bill.OwnerId)|]).Name); return names;""",
        TestName = "One row for each")]
    [TestCase(
        """foreach (var bill in await db.Bills.ToListAsync()) names.Add((await db.Owners.[|FindAsync(bill.OwnerId)|])!.Name); return names;""",
        TestName = "By its key")]
    [TestCase(
        """foreach (var bill in db.Bills.OrderBy(b => b.Id).ToList()) { var owner = db.Owners.[|FirstOrDefault(o => o.Id == bill.OwnerId)|]; names.Add(owner?.Name ?? ""); } return names;""",
        TestName = "Without awaiting")]
    [TestCase(
        """var all = await db.Bills.OrderBy(b => b.Id).Take(200).ToListAsync(); foreach (var bill in all) names.Add((await db.Owners.[|SingleAsync(o => o.Id == bill.OwnerId)|]).Name); return names;""",
        TestName = "As many as two hundred")]
    [TestCase(
        """var all = await db.Bills.ToListAsync(); for (var i = 0; i < all.Count; i++) names.Add((await db.Owners.[|SingleAsync(o => o.Id == all[i].OwnerId)|]).Name); return names;""",
        TestName = "By position")]
    [TestCase(
        """var all = await db.Bills.ToListAsync(); return all.Select(bill => db.Owners.[|First(o => o.Id == bill.OwnerId)|].Name).ToList();""",
        TestName = "In a projection")]
    [TestCase(
        """var all = await db.Bills.ToListAsync(); foreach (var bill in all) names.Add((await owners.[|GetAsync(bill.OwnerId)|]).Name); return names;""",
        TestName = "A repository asks")]
    [TestCase(
        """var all = await db.Bills.Select(b => new Row { OwnerId = b.OwnerId }).ToListAsync(); foreach (var row in all) row.Name = (await db.Owners.[|SingleAsync(o => o.Id == row.OwnerId)|]).Name; return all;""",
        TestName = "What was projected is completed")]
    public async Task A_lookup_for_each_row_of_a_table(string body)
    {
        await Flags(Mapped(body));
        await Flags(Controller(body));
        await Flags(Service(body));
    }

    [TestCase(
        """var ids = await db.Bills.Select(b => b.OwnerId).Distinct().ToListAsync(); var all = await db.Owners.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id); foreach (var bill in await db.Bills.ToListAsync()) names.Add(all[bill.OwnerId].Name); return names;""",
        TestName = "Once for all keys")]
    [TestCase(
        """var all = await db.Bills.Take(20).ToListAsync(); foreach (var bill in all) names.Add((await db.Owners.SingleAsync(o => o.Id == bill.OwnerId)).Name); return names;""",
        TestName = "A page")]
    [TestCase(
        """var all = await db.Bills.Take(size).ToListAsync(); foreach (var bill in all) names.Add((await db.Owners.SingleAsync(o => o.Id == bill.OwnerId)).Name); return names;""",
        TestName = "A page of whatever size")]
    [TestCase(
        """var all = await db.Bills.Where(b => b.ShopId == size).ToListAsync(); foreach (var bill in all) names.Add((await db.Owners.SingleAsync(o => o.Id == bill.OwnerId)).Name); return names;""",
        TestName = "What belongs to one thing")]
    [TestCase(
        """var seen = new Dictionary<int, Owner>(); foreach (var bill in await db.Bills.ToListAsync()) { if (!seen.TryGetValue(bill.OwnerId, out var owner)) seen[bill.OwnerId] = owner = await db.Owners.SingleAsync(o => o.Id == bill.OwnerId); names.Add(owner.Name); } return names;""",
        TestName = "What was asked is remembered")]
    [TestCase(
        """foreach (var bill in await db.Bills.ToListAsync()) { (await db.Owners.SingleAsync(o => o.Id == bill.OwnerId)).Name = "x"; } await db.SaveChangesAsync(); return names;""",
        TestName = "A change of each")]
    [TestCase(
        """foreach (var id in new[] { 1, 2 }) names.Add((await db.Owners.SingleAsync(o => o.Id == id)).Name); return names;""",
        TestName = "A few that the code names")]
    [TestCase(
        """foreach (var bill in await db.Bills.ToListAsync()) names.Add((await db.Owners.FirstAsync(o => o.Name == bill.Text)).Name); return names;""",
        TestName = "By no reference")]
    [TestCase(
        """foreach (var bill in await db.Bills.ToListAsync()) { var owner = await db.Owners.SingleAsync(o => o.Id == bill.OwnerId); return owner.Name; } return names;""",
        TestName = "Only for the first")]
    public Task What_asks_once_or_for_few(string body) => Allows(Mapped(body));

    private const string PerRow =
        "foreach (var bill in await db.Bills.ToListAsync()) names.Add((await db.Owners.SingleAsync(o => o.Id == "
        + "bill.OwnerId)).Name); return names;";

    [Test]
    public Task A_method_that_is_mapped_is_flagged() => Flags(Program(
        """app.MapGet("/bills", ListAsync);""",
        mapped: PerRow.Replace("SingleAsync(o", "[|SingleAsync(o").Replace("bill.OwnerId)", "bill.OwnerId)|]")));

    [Test]
    public Task A_write_may_take_its_time() => Allows(Mapped(PerRow, "MapPost"));

    [Test]
    public Task What_no_request_waits_for_is_allowed() => Allows(Program("", $$"""
        public class Report(Shop db, IOwners owners)
        {
            public async Task<object> Run(int size) { var names = new List<string>(); {{PerRow}} }
        }
        """));

    [Test]
    public Task The_message_names_the_rows_and_the_way_out() => Says(
        Mapped("""var all = await db.Bills.ToListAsync(); foreach (var bill in all) names.Add((await db.Owners.[|SingleAsync(o => o.Id == bill.OwnerId)|]).Name); return names;"""),
        "'SingleAsync' asks the database once for each row of 'all' while a request waits (N+1); join in the query, or "
        + "collect the keys and query once with 'Contains' before the loop");

    private static string Mapped(string body, string map = "MapGet") => Program(
        $$"""app.{{map}}("/bills", async Task<object> (Shop db, IOwners owners, int size) => { var names = new List<string>(); {{body}} });""");

    private static string Controller(string body) => Program("", $$"""
        [ApiController, Route("bills")]
        public class BillsController(Shop db, IOwners owners) : ControllerBase
        {
            [HttpGet]
            public async Task<object> List(int size) { await Task.Yield(); var names = new List<string>(); {{body}} }
        }
        """);

    private static string Service(string body) => Program(
        """app.MapGet("/bills", (IReport report) => report.ListAsync(3));""",
        $$"""
        public interface IReport { Task<object> ListAsync(int size); }

        public class Report(Shop db, IOwners owners) : IReport
        {
            public async Task<object> ListAsync(int size) { await Task.Yield(); var names = new List<string>(); {{body}} }
        }
        """);

    private static string Program(string mapping, string more = "", string mapped = "return 1;") => $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.EntityFrameworkCore;

        public class Bill
        {
            public int Id { get; set; }
            public int OwnerId { get; set; }
            public int ShopId { get; set; }
            public bool Paid { get; set; }
            public string Text { get; set; } = "";
        }

        public class Row { public int OwnerId { get; set; } public string Name { get; set; } = ""; }

        public class Owner { public int Id { get; set; } public string Name { get; set; } = ""; }

        public class Shop : DbContext
        {
            public DbSet<Bill> Bills => Set<Bill>();
            public DbSet<Owner> Owners => Set<Owner>();
        }

        public interface IOwners { Task<Owner> GetAsync(int id); }

        public class Owners(Shop db) : IOwners
        {
            public Task<Owner> GetAsync(int id) => db.Owners.SingleAsync(o => o.Id == id);
        }

        public static class Endpoints
        {
            public static void Map(IEndpointRouteBuilder app)
            {
                {{mapping}}
            }

            private static async Task<object> ListAsync(Shop db)
            {
                await Task.Yield();
                var names = new List<string>();
                {{mapped}}
            }
        }

        {{more}}
        """;
}
