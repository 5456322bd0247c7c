using AiAwareAnalyzers.Concurrency;

namespace AiAwareAnalyzers.Tests.Concurrency;

[CSharp(12)]
public sealed class SharedContextTests : RuleTests<SharedContext>
{
    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase("await Task.WhenAll(db.Books.ToListAsync(), [|db.Users.ToListAsync()|]);", TestName = "Two queries")]
    [TestCase(
        "await Task.WhenAll(db.Books.CountAsync(), [|db.Books.FirstAsync()|]);",
        TestName = "Two queries of one set")]
    [TestCase(
        "var a = db.Books.ToListAsync(); var b = [|db.Users.ToListAsync()|]; await Task.WhenAll(a, b);",
        TestName = "Two queries in locals")]
    [TestCase(
        "var late = db.Books.Where(b => b.Id > 3); await Task.WhenAll(late.CountAsync(), [|late.ToListAsync()|]);",
        TestName = "A count and a page of one query")]
    [TestCase(
        "await Task.WhenAll(query.CountAsync(), [|query.Skip(1).Take(2).ToListAsync()|]);",
        TestName = "A query that was handed in")]
    [TestCase("await Task.WhenAll(db.SaveChangesAsync(), [|db.Users.CountAsync()|]);", TestName = "A save and a query")]
    [TestCase(
        "await Task.WhenAll(db.Books.FindAsync(1).AsTask(), [|db.Users.CountAsync()|]);",
        TestName = "A search by key")]
    [TestCase(
        "await Task.WhenAll(Load(1), db.Books.CountAsync(), _db.Users.CountAsync(), [|_db.Books.CountAsync()|]);",
        TestName = "Among others")]
    [TestCase(
        "await Task.WhenAll(new Task[] { db.Books.CountAsync(), [|db.Users.CountAsync()|] });",
        TestName = "In an array")]
    [TestCase("Task.WaitAll(db.Books.CountAsync(), [|db.Users.CountAsync()|]);", TestName = "Waited for without await")]
    [TestCase(
        "await Task.WhenAll(books.CountAsync(), [|users.CountAsync()|]);",
        TestName = "Two services with one context")]
    [TestCase("await Task.WhenAll(books.CountAsync(), [|books.AllAsync()|]);", TestName = "One service twice")]
    [TestCase(
        "await Task.WhenAll(_books.CountAsync(), [|_users.CountAsync()|]);",
        TestName = "Two services in fields, behind a contract")]
    [TestCase("await Task.WhenAll(OwnAsync(), [|OtherAsync()|]);", TestName = "Two methods of its own")]
    [TestCase(
        "await Task.WhenAll(ids.Select(async id => { var book = await [|db.Books.FindAsync(id)|]; return book; }));",
        TestName = "A query for each element")]
    [TestCase(
        """var tasks = ids.Select(async id => await [|_db.Books.FirstAsync(b => b.Id == id)|]); await Task.WhenAll(tasks);""",
        TestName = "A query for each element, kept in a local")]
    [TestCase(
        "await Parallel.ForEachAsync(ids, async (id, stop) => { await [|db.Books.FindAsync(id)|]; });",
        TestName = "A query in a parallel loop")]
    [TestCase(
        "await Parallel.ForEachAsync(ids, async (id, stop) => { await [|books.CountAsync()|]; });",
        TestName = "A service in a parallel loop")]
    [TestCase(
        "await Task.WhenAll(ids.Select(id => Task.Run(async () => await [|db.Books.FindAsync(id)|])));",
        TestName = "A task for each element")]
    [TestCase(
        """var gate = new SemaphoreSlim(4); await Task.WhenAll(ids.Select(async id => { await gate.WaitAsync(); await [|db.Books.FindAsync(id)|]; gate.Release(); }));""",
        TestName = "A semaphore that lets several pass")]
    [TestCase("await Task.WhenAll(ids.Select(id => [|books.CountAsync()|]));", TestName = "A service for each element")]
    [TestCase(
        "var tasks = ids.Select(id => [|db.Books.FirstAsync(b => b.Id == id)|]).ToList(); await Task.WhenAll(tasks);",
        TestName = "A query for each element, without await")]
    [TestCase(
        """await Task.WhenAll(ids.Select(async id => await [|_people.FindByIdAsync("a")|]));""",
        TestName = "A person for each element")]
    public Task What_needs_one_context_twice(string body) => Flags(Class(body));

    [Test]
    public Task The_message_names_both_and_the_context() => Says(
        Class("await Task.WhenAll(db.Books.ToListAsync(), [|db.Users.CountAsync()|]);"),
        "'db.Users.CountAsync()' starts while 'db.Books.ToListAsync()' still uses the same 'Shop', which then throws "
        + "that a second operation was started; await one after the other, or create a context for each with "
        + "'IDbContextFactory'");

    [TestCase(
        "var a = await db.Books.ToListAsync(); var b = await db.Users.ToListAsync();",
        TestName = "One after the other")]
    [TestCase("await Task.WhenAll(db.Books.ToListAsync(), other.Users.ToListAsync());", TestName = "Two contexts")]
    [TestCase("await Task.WhenAll(db.Books.ToListAsync(), Load(1));", TestName = "Only one of them asks")]
    [TestCase("await Task.WhenAll(db.Books.ToListAsync());", TestName = "Only one")]
    [TestCase("await Task.WhenAll(Load(1), Load(2));", TestName = "None of them asks")]
    [TestCase(
        "db.Books.Add(new Book()); await Task.WhenAll(db.Books.AddAsync(new Book()).AsTask(), Load(1));",
        TestName = "An addition goes nowhere yet")]
    [TestCase(
        """await Task.WhenAll(ids.Select(async id => { await using var own = new Shop(); return await own.Books.FindAsync(id); }));""",
        TestName = "A context for each element")]
    [TestCase(
        """await Task.WhenAll(ids.Select(async id => { await using var own = await factory.CreateDbContextAsync(); return await own.Books.FindAsync(id); }));""",
        TestName = "A context of a factory for each element")]
    [TestCase(
        """await Parallel.ForEachAsync(ids, async (id, stop) => { using var scope = provider.CreateScope(); var own = scope.ServiceProvider.GetRequiredService<Shop>(); await own.Books.FindAsync(id); });""",
        TestName = "A scope for each element")]
    [TestCase(
        """await Parallel.ForEachAsync(ids, async (id, stop) => { using var scope = provider.CreateScope(); var own = scope.ServiceProvider.GetRequiredService<BookService>(); await own.CountAsync(); });""",
        TestName = "A service of a scope for each element")]
    [TestCase("foreach (var id in ids) await db.Books.FindAsync(id);", TestName = "A plain loop")]
    [TestCase(
        "foreach (var task in ids.Select(async id => await db.Books.FindAsync(id))) await task;",
        TestName = "Awaited one after the other")]
    [TestCase(
        """var gate = new SemaphoreSlim(1); await Task.WhenAll(ids.Select(async id => { await gate.WaitAsync(); await db.Books.FindAsync(id); gate.Release(); }));""",
        TestName = "A semaphore for one")]
    [TestCase(
        "await Task.WhenAll(safe.CountAsync(), safe.AllAsync());",
        TestName = "A service that makes its contexts")]
    [TestCase(
        "await Task.WhenAll(fresh.CountAsync(), books.CountAsync());",
        TestName = "A service and one that makes its context")]
    [TestCase(
        "var a = scopes[0]; var b = scopes[1]; await Task.WhenAll(a.CountAsync(), b.CountAsync());",
        TestName = "Services from who knows where")]
    [TestCase(
        "var list = await db.Books.ToListAsync(); await Task.WhenAll(list.Select(async book => await Load(book.Id)));",
        TestName = "Loaded before")]
    [TestCase(
        "await Task.WhenAll(ids.Select(id => Load(id))); await db.SaveChangesAsync();",
        TestName = "Saved behind")]
    [TestCase("await Task.WhenAny(db.Books.CountAsync(), Task.Delay(5));", TestName = "A race with the clock")]
    [TestCase(
        "var a = db.Books.ToListAsync(); await a; var b = new Shop().Users.ToListAsync(); await Task.WhenAll(a, b);",
        TestName = "Another context")]
    public Task What_has_a_context_for_itself(string body) => Allows(Class(body));

    [Test]
    public Task A_component_has_one_thread_and_still_one_context() => Flags(
        """
        using Microsoft.EntityFrameworkCore;

        public class Page(Shop db) : Microsoft.AspNetCore.Components.ComponentBase
        {
            public Task Load(List<int> ids) =>
                Task.WhenAll(ids.Select(async id => { await [|db.Books.FindAsync(id)|]; }));
        }
        public class Shop : DbContext { public DbSet<Book> Books { get; set; } = null!; }
        public class Book { public int Id { get; set; } }
        """);

    [TestCase("async (SignInManager<IdentityUser> signIn) => await signIn.UserManager.FindByIdAsync(\"1\")",
        TestName = "A part of a service")]
    [TestCase("async (UserManager<IdentityUser> people) => await people.FindByIdAsync(\"1\")", TestName = "A service")]
    public Task What_each_request_is_given_is_its_own(string handler) => Allows(Mapped(handler));

    [TestCase("async () => await [|signIn.UserManager.FindByIdAsync(\"1\")|]", TestName = "A part of a service")]
    public Task What_all_requests_use_is_shared(string handler) => Flags(Mapped(handler));

    private static string Mapped(string handler) => $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Identity;
        using Microsoft.AspNetCore.Routing;
        public static class Routes
        {
            public static void Map(IEndpointRouteBuilder app, SignInManager<IdentityUser> signIn) =>
                app.MapPost("/in", {{handler}});
        }
        """;

    private static string Class(string body) => $$"""
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;

        public class Service(Shop shop, IBooks given, IUsers handed)
        {
            readonly Microsoft.AspNetCore.Identity.UserManager<Microsoft.AspNetCore.Identity.IdentityUser> _people = null!;
            readonly Shop _db = shop;
            readonly IBooks _books = given;
            readonly IUsers _users = handed;

            public async Task Run(
                Shop db, Shop other, IQueryable<Book> query, BookService books, UserService users, SafeService safe, FreshService fresh,
                IDbContextFactory<Shop> factory, IServiceProvider provider, List<BookService> scopes, List<int> ids)
            {
                await Task.Yield();
                {{body}}
            }

            async Task<int> OwnAsync() => await _db.Books.CountAsync();
            async Task<int> OtherAsync() { await Task.Yield(); return await _db.Users.CountAsync(); }
            static Task<int> Load(int id) => Task.FromResult(id);
        }

        public interface IBooks { Task<int> CountAsync(); }
        public interface IUsers { Task<int> CountAsync(); }
        public class BookService(Shop db) : IBooks
        {
            public Task<int> CountAsync() => db.Books.CountAsync();
            public async Task<List<Book>> AllAsync() => await db.Books.ToListAsync();
        }
        public class UserService : IUsers
        {
            private readonly Shop _db;
            public UserService(Shop db) => _db = db;
            public async Task<int> CountAsync() => await _db.Users.CountAsync();
        }
        public class SafeService(IDbContextFactory<Shop> factory)
        {
            public async Task<int> CountAsync() { await using var db = await factory.CreateDbContextAsync(); return await db.Books.CountAsync(); }
            public async Task<List<Book>> AllAsync() { await using var db = await factory.CreateDbContextAsync(); return await db.Books.ToListAsync(); }
        }
        public class FreshService
        {
            public async Task<int> CountAsync() { await using var db = new Shop(); return await db.Books.CountAsync(); }
        }
        public class Shop : DbContext { public DbSet<Book> Books { get; set; } = null!; public DbSet<User> Users { get; set; } = null!; }
        public class Book { public int Id { get; set; } }
        public class User { public int Id { get; set; } }

        """;
}
