using AiAwareAnalyzers.Concurrency;

namespace AiAwareAnalyzers.Tests.Concurrency;

[CSharp(12)]
public sealed class NumberTakenTwiceTests : RuleTests<NumberTakenTwice>
{
    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase(
        """var last = await db.Bills.MaxAsync(b => (int?)b.Number) ?? 0; db.Bills.Add(new Bill { Number = [|last + 1|] });""",
        TestName = "The greatest, in a local")]
    [TestCase(
        """db.Bills.Add(new Bill { Number = [|(await db.Bills.MaxAsync(b => (int?)b.Number) ?? 0) + 1|] });""",
        TestName = "The greatest, in place")]
    [TestCase(
        """var last = db.Bills.Select(b => b.Number).DefaultIfEmpty().Max(); db.Bills.Add(new Bill { Number = [|last + 1|] });""",
        TestName = "The greatest of what is selected")]
    [TestCase(
        """var last = await db.Bills.OrderByDescending(b => b.Number).FirstOrDefaultAsync(); db.Bills.Add(new Bill { Number = [|last == null ? 1 : last.Number + 1|] });""",
        TestName = "The last row")]
    [TestCase(
        """var last = await db.Bills.OrderByDescending(b => b.Id).FirstOrDefaultAsync(); db.Bills.Add(new Bill { Number = [|(last?.Number ?? 0) + 1|] });""",
        TestName = "The last row, if there is one")]
    [TestCase(
        """var last = await db.Bills.OrderByDescending(b => b.Number).Select(b => b.Number).FirstOrDefaultAsync(); var bill = new Bill(); bill.Number = [|last + 1|]; db.Add(bill);""",
        TestName = "Set afterwards, added to the context")]
    [TestCase(
        """var count = await db.Bills.CountAsync(); await db.Bills.AddAsync(new Bill { Code = [|$"B-{count + 1:D5}"|] });""",
        TestName = "A count, in a text")]
    [TestCase(
        """var next = await db.Bills.MaxAsync(b => b.Number); next++; db.Bills.Add(new Bill { Number = [|next|] });""",
        TestName = "Raised in place")]
    [TestCase(
        """var next = 1; var last = await db.Bills.OrderBy(b => b.Id).LastOrDefaultAsync(); if (last != null) next = last.Number + 1; db.Bills.Add(new Bill { Number = [|next|] });""",
        TestName = "One unless there is a last")]
    [TestCase(
        """var last = await db.Bills.OrderByDescending(b => b.Id).FirstAsync(); db.Bills.Add(new Bill { Code = [|"B" + (int.Parse(last.Code.Substring(1)) + 1)|] });""",
        TestName = "A number inside of a code")]
    [TestCase(
        """var last = await db.Bills.OrderByDescending(b => b.Id).FirstAsync(); int.TryParse(last.Code.Substring(1), out var parsed); db.Bills.Add(new Bill { Code = [|$"B{parsed + 1}"|] });""",
        TestName = "A number that is tried")]
    [TestCase("""db.Bills.Add(new Bill { Number = [|await NextAsync()|] });""", TestName = "A helper answers")]
    [TestCase("""db.Bills.Add(new Bill { Number = [|await LastAsync() + 1|] });""", TestName = "A helper knows the last")]
    [TestCase("""db.Bills.Add(new Bill { Number = [|await bills.NextAsync()|] });""", TestName = "A repository answers")]
    [TestCase("""await bills.AddAsync(new Bill { Number = [|await bills.NextAsync()|] });""",
        TestName = "A repository answers and adds")]
    [TestCase("""db.Bills.Add(Bill.Of([|await bills.NextAsync()|]));""", TestName = "A factory makes the row")]
    [TestCase("""db.Bills.Add(new Bill { Number = [|bills.All().Max(b => b.Number) + 1|] });""",
        TestName = "A repository hands its rows out")]
    [TestCase(
        """await using var t = await db.Database.BeginTransactionAsync(); var last = await db.Bills.MaxAsync(b => b.Number); db.Bills.Add(new Bill { Number = [|last + 1|] });""",
        TestName = "A transaction that lets both read")]
    public Task Two_callers_take_the_same(string body) => Flags(Service(body));

    [TestCase(
        """var last = await db.Bills.MaxAsync(b => b.Number); db.Bills.Add(new Bill { Place = last + 1 });""",
        TestName = "Another member")]
    [TestCase(
        """var last = await db.Bills.MaxAsync(b => b.SortNumber); db.Bills.Add(new Bill { SortNumber = last + 1 });""",
        TestName = "The order in which rows are shown")]
    [TestCase(
        """var last = await db.Kept.MaxAsync(k => k.Number); db.Kept.Add(new Kept { Number = last + 1 });""",
        TestName = "An index keeps them apart")]
    [TestCase(
        """var last = await db.Bills.MaxAsync(b => b.Id); db.Bills.Add(new Bill { Id = last + 1 });""",
        TestName = "A key")]
    [TestCase(
        """await using var t = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable); var last = await db.Bills.MaxAsync(b => b.Number); db.Bills.Add(new Bill { Number = last + 1 });""",
        TestName = "A serializable transaction")]
    [TestCase(
        """await gate.WaitAsync(); var last = await db.Bills.MaxAsync(b => b.Number); db.Bills.Add(new Bill { Number = last + 1 });""",
        TestName = "One after the other")]
    [TestCase(
        """try { var last = await db.Bills.MaxAsync(b => b.Number); db.Bills.Add(new Bill { Number = last + 1 }); await db.SaveChangesAsync(); } catch (DbUpdateException) { return; }""",
        TestName = "The second is answered")]
    [TestCase(
        """await db.Database.ExecuteSqlRawAsync("select pg_advisory_xact_lock(7)"); var last = await db.Bills.MaxAsync(b => b.Number); db.Bills.Add(new Bill { Number = last + 1 });""",
        TestName = "A lock of the database")]
    [TestCase(
        """var last = await db.Kept.MaxAsync(b => b.Number); db.Bills.Add(new Bill { Number = last + 1 });""",
        TestName = "The numbers of other rows")]
    [TestCase(
        """var last = await db.Bills.MaxAsync(b => b.Number); db.Bills.Add(new Bill { Number = last });""",
        TestName = "The same number again")]
    [TestCase(
        """var first = await db.Bills.SingleAsync(b => b.Id == 3); db.Bills.Add(new Bill { Number = first.Number + 1 });""",
        TestName = "One more than a certain row")]
    [TestCase("""db.Bills.Add(new Bill { Number = await bills.LockedNextAsync() });""",
        TestName = "A helper lets one after the other")]
    [TestCase("""db.Bills.Add(new Bill { Number = number + 1 });""", TestName = "A number of the caller")]
    [TestCase("""Console.WriteLine(await db.Bills.MaxAsync(b => b.Number) + 1);""", TestName = "Nothing is added")]
    public Task What_is_kept_apart_or_no_number(string body) => Allows(Service(body));

    [TestCase("Seed")]
    [TestCase("MigrateAsync")]
    public Task A_start_has_one_caller(string name) => Allows(Service(
        """var last = await db.Bills.MaxAsync(b => b.Number); db.Bills.Add(new Bill { Number = last + 1 });""", name));

    [Test]
    public Task A_row_that_is_not_saved_is_none() => Allows(Service("", "Run", """
        public async Task Put()
        {
            var last = await db.Bills.MaxAsync(b => b.Number);
            db.Bills.Add(new Bill { Number = last + 1 });
        }
        """));

    [Test]
    public Task An_endpoint_without_a_method_is_flagged() => Flags("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.EntityFrameworkCore;

        public static class Endpoints
        {
            public static void Map(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app)
            {
                app.MapPost("/bills", async (Shop db) =>
                {
                    var last = await db.Bills.MaxAsync(b => b.Number);
                    db.Bills.Add(new Bill { Number = [|last + 1|] });
                    await db.SaveChangesAsync();
                });
                app.MapPost("/others", async (Shop db, SemaphoreSlim gate) => await gate.WaitAsync());
            }
        }

        """ + Model);

    [Test]
    public Task The_message_names_the_number_and_the_ways_out() => Says(
        Service("""var last = await db.Bills.MaxAsync(b => b.Number); db.Bills.Add(new Bill { Number = [|last + 1|] });"""),
        "Two callers can both read the same last 'Number' of 'Bill' and both add one with the next, because nothing in "
        + "the model keeps 'Number' unique; let the database count, with a sequence or a counter that is raised in one "
        + "statement, or declare a unique index and take the next number when it is violated");

    [Test]
    public Task A_model_out_of_sight_may_keep_them_apart() => Says(
        """
        using Microsoft.EntityFrameworkCore;

        public class Bill { public int Id { get; set; } public int Number { get; set; } }

        public class Bills(DbContext db)
        {
            public async Task Run()
            {
                var last = await db.Set<Bill>().MaxAsync(b => b.Number);
                db.Set<Bill>().Add(new Bill { Number = [|last + 1|] });
                await db.SaveChangesAsync();
            }
        }
        """,
        "Two callers can both read the same last 'Number' of 'Bill' and both add one with the next: the second fails "
        + "without an answer, or there are two; let the database count, with a sequence or a counter that is raised in "
        + "one statement, or declare a unique index and take the next number when it is violated");

    private static string Service(string body, string name = "Run", string more = "") => $$"""
        using Microsoft.EntityFrameworkCore;

        public class Till(Shop db, IBills bills, SemaphoreSlim gate)
        {
            public async Task {{name}}(int number)
            {
                {{body}}
                await db.SaveChangesAsync();
            }

            private async Task<int> NextAsync()
            {
                var last = await db.Bills.OrderByDescending(b => b.Number).FirstOrDefaultAsync();
                if (last is null) return 1;
                return last.Number + 1;
            }

            private Task<int> LastAsync() => db.Bills.MaxAsync(b => b.Number);

            {{more}}
        }

        public interface IBills
        {
            Task<int> NextAsync();
            Task<int> LockedNextAsync();
            Task AddAsync(Bill bill);
            IQueryable<Bill> All();
        }

        public class Bills(Shop db, SemaphoreSlim gate) : IBills
        {
            public async Task<int> NextAsync() => (await db.Bills.MaxAsync(b => (int?)b.Number) ?? 0) + 1;

            public async Task<int> LockedNextAsync()
            {
                await gate.WaitAsync();
                return await db.Bills.MaxAsync(b => b.Number) + 1;
            }

            public async Task AddAsync(Bill bill)
            {
                db.Bills.Add(bill);
                await db.SaveChangesAsync();
            }

            public IQueryable<Bill> All() => db.Bills;
        }

        """ + Model;

    private const string Model = """
        public class Bill
        {
            public int Id { get; set; }
            public int Number { get; set; }
            public int Place { get; set; }
            public int SortNumber { get; set; }
            public string Code { get; set; } = "";

            public static Bill Of(int number) => new() { Number = number };
        }

        public class Kept { public int Id { get; set; } public int Number { get; set; } }

        public class Shop : DbContext
        {
            public DbSet<Bill> Bills => Set<Bill>();
            public DbSet<Kept> Kept => Set<Kept>();

            protected override void OnModelCreating(ModelBuilder model) =>
                model.Entity<Kept>().HasIndex(k => k.Number).IsUnique();
        }
        """;
}
