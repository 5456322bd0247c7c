using AiAwareAnalyzers.Concurrency;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.Concurrency;

/// <summary>
/// What is flagged about rows goes wrong in a database, and what the messages tell to write goes well: two callers meet
/// when both have read, each with a context of its own.
/// </summary>
[CSharp(12)]
public sealed class RowRacesTests
{
    private const string Unguarded = """
        public static async Task<bool> Call(Shop shop, string email)
        {
            if (await [|shop.Users.AnyAsync(user => user.Email == email)|]) return false;
            Meeting.Meet();
            shop.Users.Add(new User { Email = email });
            await shop.SaveChangesAsync();
            return true;
        }
        """;

    private const string Answered = """
        public static async Task<bool> Call(Shop shop, string email)
        {
            if (await shop.Users.AnyAsync(user => user.Email == email)) return false;
            Meeting.Meet();
            shop.Users.Add(new User { Email = email });
            try
            {
                await shop.SaveChangesAsync();
                return true;
            }
            catch (DbUpdateException)
            {
                return false;
            }
        }
        """;

    private const string Recomputed = """
        public static async Task<bool> Call(Shop shop, string email)
        {
            var book = await shop.Books.SingleAsync();
            Meeting.Meet();
            [|book.Stock -= 1|];
            await shop.SaveChangesAsync();
            return true;
        }
        """;

    private const string InDatabase = """
        public static async Task<bool> Call(Shop shop, string email)
        {
            Meeting.Meet();
            return await shop.Books.ExecuteUpdateAsync(
                row => row.SetProperty(book => book.Stock, book => book.Stock - 1)) == 1;
        }
        """;

    private static readonly Setting Setting = new(References.Sqlite);

    [Test]
    public async Task Two_callers_add_one_row_each()
    {
        await new RuleCase<CheckThenInsert>(Setting).Flags(Program(Unguarded));
        Assert.That(await Told(Unguarded), Is.EqualTo("2 of 2 succeeded, 2 users, 10 books"));
    }

    [Test]
    public async Task An_index_and_an_answer_leave_one_row()
    {
        await new RuleCase<CheckThenInsert>(Setting).Allows(Program(Answered, Index));
        Assert.That(await Told(Answered, Index), Is.EqualTo("1 of 2 succeeded, 1 users, 10 books"));
    }

    [Test]
    public async Task Two_callers_take_one_book_together()
    {
        await new RuleCase<LostUpdate>(Setting).Flags(Program(Recomputed));
        Assert.That(await Told(Recomputed), Is.EqualTo("2 of 2 succeeded, 0 users, 9 books"));
    }

    [Test]
    public async Task The_database_counts_both()
    {
        await new RuleCase<LostUpdate>(Setting).Allows(Program(InDatabase));
        Assert.That(await Told(InDatabase), Is.EqualTo("2 of 2 succeeded, 0 users, 8 books"));
    }

    private const string Index = "model.Entity<User>().HasIndex(user => user.Email).IsUnique();";

    private static Task<string> Told(string call, string model = "") =>
        Running.RunWithPackages(Markup.Strip(Program(call, model)), Setting);

    private static string Program(string call, string model = "") => $$"""
        using System;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;

        public class User { public int Id { get; set; } public string Email { get; set; } = ""; }

        public class Book { public int Id { get; set; } public int Stock { get; set; } }

        public class Shop : DbContext
        {
            public const string Place = "Data Source=rows-{{Guid.NewGuid():N}};Mode=Memory;Cache=Shared";

            public DbSet<User> Users { get; set; } = null!;

            public DbSet<Book> Books { get; set; } = null!;

            private readonly SqliteConnection _connection = new(Place);

            protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite(_connection);

            protected override void OnModelCreating(ModelBuilder model) { {{model}} }

            public override void Dispose()
            {
                base.Dispose();
                _connection.Dispose();
            }
        }

        public static class Meeting
        {
            private static readonly Barrier Both = new(2);

            public static void Meet() => Both.SignalAndWait();
        }

        public static class Service
        {
            {{call}}
        }

        public static class Proof
        {
            public static async Task<string> Run()
            {
                using var keeper = new SqliteConnection(Shop.Place);
                keeper.Open();
                using var shop = new Shop();
                shop.Database.EnsureCreated();
                shop.Books.Add(new Book { Stock = 10 });
                shop.SaveChanges();
                shop.ChangeTracker.Clear();
                var calls = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(
                    Once, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
                return $"{calls.Count(static succeeded => succeeded)} of 2 succeeded, {shop.Users.Count()} users, "
                    + $"{shop.Books.Single().Stock} books";
            }

            private static bool Once()
            {
                using var shop = new Shop();
                return Service.Call(shop, "a@b").GetAwaiter().GetResult();
            }
        }
        """;
}
