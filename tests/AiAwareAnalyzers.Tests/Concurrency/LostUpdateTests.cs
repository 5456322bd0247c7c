using AiAwareAnalyzers.Concurrency;

namespace AiAwareAnalyzers.Tests.Concurrency;

[CSharp(12)]
public sealed class LostUpdateTests : RuleTests<LostUpdate>
{
    private protected override ReferenceSet Framework => References.Sqlite;

    [TestCase(
        "var book = await db.Books.FindAsync(id); [|book!.Views++|]; await db.SaveChangesAsync();",
        TestName = "A step")]
    [TestCase(
        "var book = await db.Books.FirstAsync(b => b.Id == id); [|book.Stock -= count|]; await db.SaveChangesAsync();",
        TestName = "A number that falls")]
    [TestCase(
        """var book = await db.Books.FirstOrDefaultAsync(b => b.Id == id); if (book is null) return; [|book.Stock -= count|]; await db.SaveChangesAsync();""",
        TestName = "Behind a look at null")]
    [TestCase(
        """var book = await db.Books.SingleAsync(b => b.Id == id); if (book.Stock < count) throw new InvalidOperationException(); [|book.Stock = book.Stock - count|]; await db.SaveChangesAsync();""",
        TestName = "Behind a look at the number")]
    [TestCase(
        "var book = db.Books.Single(b => b.Id == id); [|book.Price *= 1.1m|]; db.SaveChanges();",
        TestName = "Without await")]
    [TestCase(
        """var book = await db.Books.Where(b => b.Id == id).Include(b => b.Pages).FirstAsync(); [|book.Sold = (book.Sold ?? 0) + count|]; await db.SaveChangesAsync();""",
        TestName = "A number that may be missing")]
    [TestCase(
        """var book = await db.Books.AsNoTracking().FirstAsync(b => b.Id == id); [|book.Views += 1|]; db.Books.Update(book); await db.SaveChangesAsync();""",
        TestName = "A row that is handed back")]
    [TestCase(
        """var book = await db.Books.FindAsync(id) ?? throw new KeyNotFoundException(); [|--book.Stock|]; await db.SaveChangesAsync();""",
        TestName = "Or a failure")]
    [TestCase(
        "var book = await books.GetAsync(id); [|book!.Stock -= count|]; await books.SaveAsync();",
        TestName = "Through a repository")]
    [TestCase(
        "var book = await LoadAsync(id); [|book.Views++|]; await _db.SaveChangesAsync();",
        TestName = "Through a helper")]
    [TestCase(
        "var book = await db.Set<Book>().FirstAsync(b => b.Id == id); [|book.Views++|]; await db.SaveChangesAsync();",
        TestName = "Of a set by its type")]
    [TestCase(
        "var book = await _db.Books.FindAsync(id); if (count > 3) { [|book!.Views++|]; } await _db.SaveChangesAsync();",
        TestName = "In a branch")]
    [TestCase(
        """var book = await db.Books.FindAsync(id); switch (count) { case 1: [|book!.Views++|]; break; case 2: [|book!.Sold++|]; break; } await db.SaveChangesAsync();""",
        TestName = "One of several")]
    [TestCase(
        """var book = await db.Books.FindAsync(id); [|book!.Stock = Math.Max(0, book.Stock - count)|]; await db.SaveChangesAsync();""",
        TestName = "A number with a limit")]
    [TestCase(
        """using var change = await db.Database.BeginTransactionAsync(); var book = await db.Books.FindAsync(id); [|book!.Stock -= count|]; await db.SaveChangesAsync(); await change.CommitAsync();""",
        TestName = "In a transaction that reads what others have committed")]
    public Task What_is_computed_from_what_was_read(string body) => Flags(Class(body));

    [TestCase(
        """int? wanted = count; var book = await db.Books.FindAsync(id); [|book!.Views = wanted ?? book.Views + 1|]; await db.SaveChangesAsync();""",
        TestName = "A step where nothing is wanted")]
    [TestCase(
        """var book = await db.Books.FindAsync(id); [|book!.Stock = book.Stock > count ? count : 0|]; await db.SaveChangesAsync();""",
        TestName = "A choice by the number itself")]
    [TestCase(
        "var book = await db.Books.FindAsync(id); [|book!.Views++|]; book.Stock--; await db.SaveChangesAsync();",
        TestName = "Two numbers of one row")]
    [TestCase(
        """var book = await db.Books.FindAsync(id); [|book!.Views++|]; await db.SaveChangesAsync(); [|book.Stock--|]; await db.SaveChangesAsync();""",
        TestName = "Two numbers and two saves")]
    public Task What_is_chosen_or_changed_together(string body) => Flags(Class(body));

    [Test]
    public Task The_message_names_the_number_and_the_row() => Says(
        Class("var book = await db.Books.FindAsync(id); [|book!.Views++|]; await db.SaveChangesAsync();"),
        "Two callers can both read 'book!.Views', and the one that saves last overwrites what the other has changed; "
        + "change it in the database with 'ExecuteUpdate', and what must hold before it in the 'Where', or give 'Book' "
        + "a concurrency token");

    [TestCase(
        """await db.Books.Where(b => b.Id == id).ExecuteUpdateAsync(set => set.SetProperty(b => b.Views, b => b.Views + 1));""",
        TestName = "In the database")]
    [TestCase(
        "var order = await db.Orders.FindAsync(id); order!.Count += count; await db.SaveChangesAsync();",
        TestName = "A row with a version")]
    [TestCase(
        "var stock = await db.Stocks.FindAsync(id); stock!.Left -= count; await db.SaveChangesAsync();",
        TestName = "A row with a token by the model")]
    [TestCase(
        "var coin = await db.Coins.FindAsync(id); coin!.Value += count; await db.SaveChangesAsync();",
        TestName = "The number is the token")]
    [TestCase(
        "var book = await db.Books.FindAsync(id); book!.Views = count; await db.SaveChangesAsync();",
        TestName = "A number of the caller")]
    [TestCase(
        "var book = await db.Books.FindAsync(id); book!.Title += \"!\"; await db.SaveChangesAsync();",
        TestName = "A text")]
    [TestCase(
        "var book = await db.Books.FindAsync(id); book!.Views = book.Stock + 1; await db.SaveChangesAsync();",
        TestName = "Of another number")]
    [TestCase(
        "var book = new Book(); book.Views++; db.Books.Add(book); await db.SaveChangesAsync();",
        TestName = "A new row")]
    [TestCase("var book = await db.Books.FindAsync(id); book!.Views++;", TestName = "Never saved")]
    [TestCase(
        "await db.SaveChangesAsync(); var book = await db.Books.FindAsync(id); book!.Views++;",
        TestName = "Saved before")]
    [TestCase(
        """await Gate.WaitAsync(); var book = await db.Books.FindAsync(id); book!.Views++; await db.SaveChangesAsync(); Gate.Release();""",
        TestName = "One after the other")]
    [TestCase(
        """using var change = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable); var book = await db.Books.FindAsync(id); book!.Views++; await db.SaveChangesAsync(); await change.CommitAsync();""",
        TestName = "A serializable transaction")]
    [TestCase(
        """var book = await db.Books.FromSqlRaw("select * from Books for update").FirstAsync(); book.Views++; await db.SaveChangesAsync();""",
        TestName = "A row that is locked")]
    [TestCase(
        """var book = await db.Books.FindAsync(id); try { book!.Views++; await db.SaveChangesAsync(); } catch (DbUpdateConcurrencyException) { await Task.Yield(); }""",
        TestName = "The conflict is answered")]
    [TestCase(
        """var book = await db.Books.Select(b => new Row { Views = b.Views }).FirstAsync(); book.Views++; await db.SaveChangesAsync();""",
        TestName = "A projection")]
    [TestCase(
        "foreach (var book in await db.Books.ToListAsync()) book.Views++; await db.SaveChangesAsync();",
        TestName = "All rows")]
    [TestCase("given.Views++; await db.SaveChangesAsync();", TestName = "A row of the caller")]
    [TestCase(
        """var total = 0; total += count; var book = await db.Books.FindAsync(id); book!.Stock = total; await db.SaveChangesAsync();""",
        TestName = "A local")]
    [TestCase(
        "var row = new Row(); row.Views += count; await db.SaveChangesAsync();",
        TestName = "No row of the database")]
    [TestCase(
        """int? wanted = count; var book = await db.Books.FindAsync(id); book!.Views = wanted ?? book.Views; await db.SaveChangesAsync();""",
        TestName = "A number that is only kept")]
    [TestCase(
        """var book = await db.Books.FindAsync(id); book!.Views = count > 0 ? count : book.Views; await db.SaveChangesAsync();""",
        TestName = "A number that is only kept by a choice")]
    [TestCase("var book = cache[id]; book.Views++; await db.SaveChangesAsync();", TestName = "A row of a cache")]
    public Task What_is_noticed_or_not_shared(string body) => Allows(Class(body));

    [Test]
    public Task A_row_of_another_project_is_a_suggestion() => Suggests("""
        using Microsoft.EntityFrameworkCore;

        public class Row { public int Id { get; set; } public int Views { get; set; } }
        public class Service(DbContext db)
        {
            public async Task Run(int id)
            {
                var row = await db.Set<Row>().FirstAsync(r => r.Id == id);
                [|row.Views++|];
                await db.SaveChangesAsync();
            }
        }
        """);

    [TestCase(
        """var order = await dapr.GetStateAsync<Order>("orders", id); order.IsPaid = true; await [|dapr.SaveStateAsync("orders", id, order)|];""",
        TestName = "A state")]
    [TestCase(
        """var order = await dapr.GetStateAsync<Order>("orders", id); if (order is null) return; order.Lines.Add("a"); await [|dapr.SaveStateAsync("orders", id, order)|];""",
        TestName = "A list in a state")]
    [TestCase(
        """var order = await dapr.GetStateAsync<Order>("orders", id); order.Pay(); await [|dapr.SaveStateAsync("orders", id, order)|];""",
        TestName = "A method of a state")]
    [TestCase(
        """Order order = await table.GetEntityAsync<Order>("a", id); order.IsPaid = true; await [|table.UpdateEntityAsync(order, Azure.ETag.All)|];""",
        TestName = "A row of a table, whatever its tag")]
    [TestCase(
        """var order = (await table.GetEntityAsync<Order>("a", id)).Value; order.IsPaid = true; await [|table.UpsertEntityAsync(order)|];""",
        TestName = "A row of a table, there or not")]
    [TestCase(
        """var answer = await table.GetEntityAsync<Order>("a", id); var order = answer.Value; order.IsPaid = true; await [|table.UpsertEntityAsync(order)|];""",
        TestName = "A row of a table, from an answer in a local")]
    [TestCase(
        """Order order; try { order = await dapr.GetStateAsync<Order>("orders", id); } catch (Exception) { order = new Order(); } order.Lines.Add("a"); await [|dapr.SaveStateAsync("orders", id, order)|];""",
        TestName = "A state, or a new one where there is none")]
    [TestCase(
        """var order = (await items.ReadItemAsync<Order>(id)).Resource; order.IsPaid = true; await [|items.UpsertItemAsync(order, new Microsoft.Azure.Cosmos.ItemRequestOptions { EnableContentResponseOnWrite = false })|];""",
        TestName = "An item, with options that ask for nothing of the kind")]
    [TestCase(
        """var order = await orders.GetAsync(id); order.IsPaid = true; await [|orders.SaveAsync(order)|];""",
        TestName = "A record of a repository")]
    [TestCase(
        """var order = await orders.GetAsync(id); if (order is null) return; order.Lines.Add("a"); await [|orders.SaveAsync(order)|];""",
        TestName = "A list in a record of a repository")]
    public Task A_record_that_is_written_back(string body) => Flags(Stores(body));

    [TestCase(
        """var order = await dapr.GetStateAsync<Order>("orders", id); await dapr.SaveStateAsync("copies", id, order);""",
        TestName = "A copy that nobody has changed")]
    [TestCase(
        """var order = new Order(); order.IsPaid = true; await dapr.SaveStateAsync("orders", id, order);""",
        TestName = "A new state")]
    [TestCase(
        """given.IsPaid = true; await dapr.SaveStateAsync("orders", id, given);""",
        TestName = "A state of the caller")]
    [TestCase(
        """var order = await dapr.GetStateAsync<Order>("orders", id); order.IsPaid = true; await dapr.TrySaveStateAsync("orders", id, order, "tag");""",
        TestName = "A state with its tag")]
    [TestCase(
        """Order order = await table.GetEntityAsync<Order>("a", id); order.IsPaid = true; await table.UpdateEntityAsync(order, order.ETag);""",
        TestName = "A row of a table with its tag")]
    [TestCase(
        """await Gate.WaitAsync(); var order = await dapr.GetStateAsync<Order>("orders", id); order.IsPaid = true; await dapr.SaveStateAsync("orders", id, order); Gate.Release();""",
        TestName = "One state after the other")]
    [TestCase(
        """var order = await other.GetStateAsync<Order>("orders", id); order.IsPaid = true; await other.SaveStateAsync("orders", id, order);""",
        TestName = "Another client of the name")]
    [TestCase(
        """var order = (await items.ReadItemAsync<Order>(id)).Resource; order.IsPaid = true; await items.UpsertItemAsync(order, new Microsoft.Azure.Cosmos.ItemRequestOptions { IfMatchEtag = "tag" });""",
        TestName = "An item with its tag")]
    [TestCase(
        """Order order; try { order = await dapr.GetStateAsync<Order>("orders", id); } catch (Exception) { order = given; } order.IsPaid = true; await dapr.SaveStateAsync("orders", id, order);""",
        TestName = "A state, or one of the caller")]
    [TestCase(
        """var order = await orders.GetAsync(id); await orders.SaveAsync(order);""",
        TestName = "A record of a repository that stays as it is")]
    [TestCase(
        """var order = await orders.GetAsync(id); order.IsPaid = true; await orders.TrySaveAsync(order, "tag");""",
        TestName = "A record of a repository with its tag")]
    [TestCase(
        """given.IsPaid = true; await orders.SaveAsync(given);""", TestName = "A record of the caller in a repository")]
    public Task A_record_that_somebody_watches(string body) => Allows(Stores(body));

    [Test]
    public Task A_step_of_a_workflow_is_alone() => Allows(Stores(
        """var order = await orders.GetAsync(id); order.IsPaid = true; await orders.SaveAsync(order);""")
        .Replace(
            "public class Service",
            "public abstract class WorkflowActivity { }\npublic class Service : WorkflowActivity"));

    [Test]
    public Task The_message_says_how_the_store_notices() => Says(
        Stores("""var order = await dapr.GetStateAsync<Order>("orders", id); order.IsPaid = true; await [|dapr.SaveStateAsync("orders", id, order)|];"""),
        "Two callers can both read 'order', and the one that saves last overwrites what the other has changed; read it "
        + "with 'GetStateAndETagAsync', and save it with 'TrySaveStateAsync'");

    private static string Stores(string body) => $$"""
        public class Service
        {
            static readonly SemaphoreSlim Gate = new(1, 1);
            public async Task Run(
                Dapr.Client.DaprClient dapr, Other.DaprClient other, Azure.Data.Tables.TableClient table, Order given, string id,
                IOrders orders, Microsoft.Azure.Cosmos.Container items)
            {
                await Task.Yield();
                {{body}}
            }
        }
        public class Order
        {
            public bool IsPaid { get; set; } public List<string> Lines { get; } = new(); public Azure.ETag ETag { get; set; }
            public void Pay() => IsPaid = true;
        }
        public interface IOrders
        {
            Task<Order> GetAsync(string id); Task<Order> SaveAsync(Order order); Task TrySaveAsync(Order order, string tag);
        }
        public class Orders : IOrders
        {
            readonly Dapr.Client.DaprClient _dapr = null!;
            public async Task<Order> GetAsync(string id) => await _dapr.GetStateAsync<Order>("orders", id);
            public async Task<Order> SaveAsync(Order order) { await _dapr.SaveStateAsync("orders", "id", order); return order; }
            public async Task TrySaveAsync(Order order, string tag) => await _dapr.TrySaveStateAsync("orders", "id", order, tag);
        }
        namespace Microsoft.Azure.Cosmos
        {
            public class ItemRequestOptions { public string? IfMatchEtag { get; set; } public bool EnableContentResponseOnWrite { get; set; } }
            public class ItemResponse<T> { public T Resource { get; set; } = default!; }
            public class Container
            {
                public Task<ItemResponse<T>> ReadItemAsync<T>(string id) => Task.FromResult(new ItemResponse<T>());
                public Task<ItemResponse<T>> UpsertItemAsync<T>(T item, ItemRequestOptions? options = null) => Task.FromResult(new ItemResponse<T>());
            }
        }
        namespace Dapr.Client
        {
            public abstract class DaprClient
            {
                public abstract Task<T> GetStateAsync<T>(string store, string key);
                public abstract Task SaveStateAsync<T>(string store, string key, T value);
                public abstract Task<bool> TrySaveStateAsync<T>(string store, string key, T value, string tag);
            }
        }
        namespace Other
        {
            public abstract class DaprClient
            {
                public abstract Task<T> GetStateAsync<T>(string store, string key);
                public abstract Task SaveStateAsync<T>(string store, string key, T value);
            }
        }
        namespace Azure
        {
            public struct ETag { public static readonly ETag All = new(); }
            public class Response<T> { public T Value { get; set; } = default!; public static implicit operator T(Response<T> answer) => answer.Value; }
        }
        namespace Azure.Data.Tables
        {
            public class TableClient
            {
                public Task<Response<T>> GetEntityAsync<T>(string partition, string row) => Task.FromResult(new Response<T>());
                public Task UpdateEntityAsync<T>(T entity, ETag tag) => Task.CompletedTask;
                public Task UpsertEntityAsync<T>(T entity) => Task.CompletedTask;
            }
        }

        """;

    [TestCase("public class RowSeeder(Shop db)", "Run", TestName = "A seeder")]
    [TestCase("public class RowMigration(Shop db)", "Run", TestName = "A migration")]
    [TestCase("public class Rows(Shop db)", "InitializeAsync", TestName = "At the start")]
    public Task What_runs_once(string type, string method) => Allows($$"""
        using Microsoft.EntityFrameworkCore;

        public class Row { public int Id { get; set; } public int Views { get; set; } }
        public class Shop : DbContext { public DbSet<Row> Rows { get; set; } = null!; }
        {{type}}
        {
            public async Task {{method}}(int id) { var row = await db.Rows.FirstAsync(); row.Views++; await db.SaveChangesAsync(); }
        }
        """);

    private static string Class(string body) => $$"""
        using System.ComponentModel.DataAnnotations;
        using Microsoft.EntityFrameworkCore;

        public class Service(Shop _db)
        {
            static readonly SemaphoreSlim Gate = new(1, 1);
            public async Task Run(Shop db, Books books, Book given, Dictionary<int, Book> cache, int id, int count)
            {
                await Task.Yield();
                {{body}}
            }

            async Task<Book> LoadAsync(int id) => await _db.Books.FirstAsync(book => book.Id == id);
        }
        public class Books(Shop db)
        {
            public async Task<Book?> GetAsync(int id) => await db.Books.FirstOrDefaultAsync(book => book.Id == id);
            public Task SaveAsync() => db.SaveChangesAsync();
        }
        public class Shop : DbContext
        {
            public DbSet<Book> Books { get; set; } = null!;
            public DbSet<Order> Orders { get; set; } = null!;
            public DbSet<Stock> Stocks { get; set; } = null!;
            public DbSet<Coin> Coins { get; set; } = null!;
        }
        public class StockModel : IEntityTypeConfiguration<Stock>
        {
            public void Configure(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Stock> row) =>
                row.Property(stock => stock.Left).IsConcurrencyToken();
        }
        public class Book
        {
            public int Id { get; set; } public string Title { get; set; } = ""; public int Views { get; set; }
            public int Stock { get; set; } public int? Sold { get; set; } public decimal Price { get; set; }
            public List<Page> Pages { get; } = new();
        }
        public class Page { public int Id { get; set; } }
        public class Order { public int Id { get; set; } public int Count { get; set; } [Timestamp] public byte[] Version { get; set; } = []; }
        public class Stock { public int Id { get; set; } public int Left { get; set; } }
        public class Coin { public int Id { get; set; } [ConcurrencyCheck] public int Value { get; set; } }
        public class Row { public int Views { get; set; } }

        """;
}
