using AiAwareAnalyzers.Concurrency;

namespace AiAwareAnalyzers.Tests.Concurrency;

[CSharp(12)]
public sealed class CheckThenInsertTests : RuleTests<CheckThenInsert>
{
    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase(
        """if (await [|db.Users.AnyAsync(u => u.Email == email)|]) return false; db.Users.Add(new User { Email = email }); await db.SaveChangesAsync(); return true;""",
        TestName = "An existing row ends it")]
    [TestCase(
        """if (await [|db.Users.AnyAsync(u => u.Email == email)|]) throw new InvalidOperationException(); db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "An existing row throws")]
    [TestCase(
        """var taken = await [|db.Users.AnyAsync(u => u.Email == email)|]; if (taken) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "The answer in a local")]
    [TestCase(
        """var user = await [|db.Users.FirstOrDefaultAsync(u => u.Email == email)|]; if (user != null) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "The row itself is looked for")]
    [TestCase(
        """var user = await [|db.Users.SingleOrDefaultAsync(u => u.Email == email)|]; if (user is not null) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "A pattern asks for the row")]
    [TestCase(
        """var user = await [|db.Users.FirstOrDefaultAsync(u => u.Email == email)|]; if (user is null) { user = new User(); db.Users.Add(user); } user.Name = "x"; await db.SaveChangesAsync(); return true;""",
        TestName = "Added where missing, changed else")]
    [TestCase(
        """var user = await [|db.Users.FirstOrDefaultAsync(u => u.Email == email)|]; if (user is { }) user.Name = "x"; else db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "Changed where there, added else")]
    [TestCase(
        """if (!await [|db.Users.AnyAsync(u => u.Email == email)|]) { db.Users.Add(new User()); await db.SaveChangesAsync(); } return true;""",
        TestName = "Added inside of the question")]
    [TestCase(
        """if (await [|db.Users.CountAsync(u => u.Email == email)|] > 0) return false; db.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "A count, and the context itself")]
    [TestCase(
        """if (await [|db.Users.Where(u => u.Email == email).AsNoTracking().AnyAsync()|] == true) return false; await db.Users.AddAsync(new User()); db.SaveChanges(); return true;""",
        TestName = "A condition before the question")]
    [TestCase(
        """if (await [|db.Users.AnyAsync(u => u.Email.ToLower() == email.ToLower())|]) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "Whatever its capitals")]
    [TestCase(
        """if (await [|db.Users.AnyAsync(u => EF.Functions.Like(u.Email, email))|]) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "As a pattern of the database")]
    [TestCase(
        """if (await [|db.Users.AnyAsync(u => u.Email == email && !u.IsDeleted)|]) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "Among those that are not deleted")]
    [TestCase(
        """if (await [|db.Users.AnyAsync(u => u.Email == email)|] || email.Length == 0) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "One of several reasons")]
    [TestCase(
        """if (email.Length > 0 && !await [|db.Users.AnyAsync(u => u.Email == email)|]) { db.Users.Add(new User()); } await db.SaveChangesAsync(); return true;""",
        TestName = "One of several conditions")]
    [TestCase(
        """if (await [|TakenAsync(db, email)|]) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "A helper asks")]
    [TestCase(
        """if (await [|users.ExistsAsync(email)|]) return false; await users.AddAsync(new User()); return true;""",
        TestName = "A repository asks, adds and saves")]
    [TestCase(
        """var user = await [|users.ByEmailAsync(email)|]; if (user != null) return false; users.Put(new User()); await users.SaveAsync(); return true;""",
        TestName = "A repository finds, adds, and saves later")]
    [TestCase(
        """if (await [|users.AnyAsync(u => u.Email == email)|]) return false; await users.AddAsync(new User()); return true;""",
        TestName = "A repository is given the question")]
    [TestCase(
        """if (await [|users.IsTakenAsync(email)|]) return false; await users.AddAsync(new User()); return true;""",
        TestName = "A repository makes a yes of what it has found")]
    public Task Where_a_second_caller_adds_one_too(string body) => Flags(Service(body));

    [Test]
    public Task An_endpoint_without_a_method_is_flagged() => Flags(
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.EntityFrameworkCore;
        using System.Linq.Expressions;

        public static class Endpoints
        {
            public static void Map(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app) =>
                app.MapPost("/users", async (Shop db, string email) =>
                {
                    if (await [|db.Users.AnyAsync(u => u.Email == email)|]) return "conflict";
                    db.Users.Add(new User { Email = email });
                    await db.SaveChangesAsync();
                    return "ok";
                });
        }

        """ + Model);

    [Test]
    public Task The_message_asks_a_store_without_indexes_for_a_key() => Says(
        Service(
            """if (await [|db.Users.AnyAsync(u => u.Email == email)|]) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""")
        + """
        public static class Start
        {
            public static void Set(DbContextOptionsBuilder options) => options.UseInMemoryDatabase("shop");
        }
        """,
        "Two callers can both find no 'User' with the same 'Email' and both add one, because this store keeps nothing "
        + "unique but keys; make the key of 'Email', and answer its violation as a conflict");

    [Test]
    public Task The_message_names_the_row_and_what_should_be_unique() => Says(
        Service(
            """if (await [|db.Users.AnyAsync(u => u.Email == email && u.Name == name)|]) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;"""),
        "Two callers can both find no 'User' with the same 'Email' and 'Name' and both add one, because nothing in the "
        + "model keeps 'Email' and 'Name' unique; declare a unique index, and answer its violation as a conflict");

    [TestCase(
        """if (!await db.Users.AnyAsync()) { db.Users.Add(new User()); await db.SaveChangesAsync(); } return true;""",
        TestName = "Whether there is any at all")]
    [TestCase(
        """if (!await db.Users.AnyAsync(u => u.Email == email)) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "Another row that must be there")]
    [TestCase(
        """if (!await db.Teams.AnyAsync(t => t.Name == name)) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "A row of another kind that must be there")]
    [TestCase(
        """if (await db.Teams.AnyAsync(t => t.Name == name)) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "A row of another kind that must not be there")]
    [TestCase(
        """if (await db.Users.AnyAsync(u => u.Id == id)) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "By the key")]
    [TestCase(
        """if (await db.Users.FindAsync(id) != null) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "Found by the key")]
    [TestCase(
        """if (await db.Users.AnyAsync(u => u.Email == email && u.Id != id)) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "Another row than this one")]
    [TestCase(
        """if (await db.Users.AnyAsync(u => u.Age < id)) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "A range")]
    [TestCase(
        """if (await db.Users.AnyAsync(u => u.IsDeleted)) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "A state")]
    [TestCase(
        """var last = await db.Users.Where(u => u.Email == email).OrderBy(u => u.Age).FirstOrDefaultAsync(); if (last == null) { db.Users.Add(new User()); await db.SaveChangesAsync(); } return true;""",
        TestName = "The last one of many")]
    [TestCase(
        """if (await db.Users.AnyAsync(u => u.Email == email)) return false; db.Users.Add(new User()); return true;""",
        TestName = "Nothing is saved here")]
    [TestCase(
        """if (await db.Users.AnyAsync(u => u.Email == email)) name = "again"; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "Added in any case")]
    [TestCase(
        """try { if (await db.Users.AnyAsync(u => u.Email == email)) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true; } catch (DbUpdateException) { return false; }""",
        TestName = "The violation is caught")]
    [TestCase(
        """try { if (await db.Users.AnyAsync(u => u.Email == email)) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true; } catch (Exception e) when (e is DbUpdateException) { return false; }""",
        TestName = "The violation is filtered")]
    [TestCase(
        """await Gate.WaitAsync(); if (await db.Users.AnyAsync(u => u.Email == email)) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "A semaphore")]
    [TestCase(
        """lock (Gate) { if (db.Users.Any(u => u.Email == email)) return false; db.Users.Add(new User()); db.SaveChanges(); return true; }""",
        TestName = "A lock")]
    [TestCase(
        """await using var held = await AcquireLockAsync(email); if (await db.Users.AnyAsync(u => u.Email == email)) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "A lock of its own making")]
    [TestCase(
        """await using var all = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable); if (await db.Users.AnyAsync(u => u.Email == email)) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "A serializable transaction")]
    [TestCase(
        """using var all = new System.Transactions.TransactionScope(); if (db.Users.Any(u => u.Email == email)) return false; db.Users.Add(new User()); db.SaveChanges(); return true;""",
        TestName = "A transaction scope, serializable by default")]
    [TestCase(
        """while (await db.Users.AnyAsync(u => u.Email == email)) email += "1"; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""",
        TestName = "A name that is free")]
    public Task Where_it_cannot_happen_or_nobody_can_say(string body) => Allows(Service(body));

    [TestCase("b.HasIndex(u => u.Email).IsUnique();", TestName = "A unique index")]
    [TestCase(
        "b.HasIndex(u => u.Email).HasDatabaseName(\"email\").IsUnique();",
        TestName = "A unique index with a name")]
    [TestCase("b.HasIndex(u => new { u.Email, u.Name }).IsUnique();", TestName = "A unique index of two columns")]
    [TestCase("b.HasIndex(\"Email\").IsUnique();", TestName = "A unique index by name")]
    [TestCase("b.HasIndex(nameof(User.Email)).IsUnique();", TestName = "A unique index by nameof")]
    [TestCase("b.HasAlternateKey(u => u.Email);", TestName = "Another key")]
    [TestCase("b.HasKey(u => u.Email);", TestName = "A key")]
    public Task What_the_model_keeps_unique_is_allowed(string rule) =>
        Allows(Service(Typical).Replace("/* model */", rule, StringComparison.Ordinal));

    [TestCase("b.HasIndex(u => u.Email);", TestName = "An index that is not unique")]
    [TestCase("b.HasIndex(u => u.Email).IsUnique(false);", TestName = "An index that says no")]
    [TestCase("b.HasIndex(u => u.Name).IsUnique();", TestName = "A unique index of something else")]
    public Task What_the_model_leaves_open_is_flagged(string rule) =>
        Flags(Service(Marked).Replace("/* model */", rule, StringComparison.Ordinal));

    [TestCase("[Index(nameof(Email), IsUnique = true)]", TestName = "An index as attribute")]
    [TestCase("[PrimaryKey(nameof(Email), nameof(Name))]", TestName = "A key as attribute")]
    public Task What_the_entity_says_is_heard(string attribute) =>
        Allows(Service(Typical).Replace(
            "public class User ", attribute + " public class User ", StringComparison.Ordinal));

    [Test]
    public Task What_a_migration_makes_unique_is_heard() => Allows(
        Service(Typical)
        + """
        public static class Migrations
        {
            public static void Up(dynamic migrationBuilder) =>
                migrationBuilder.CreateIndex(name: "IX", table: "Users", column: "Email", unique: true);
        }
        """);

    [Test]
    public Task What_a_script_makes_unique_is_heard() => Allows(
        Service(Typical) + """public static class Script { public const string Text = "CREATE UNIQUE INDEX ix ON users (email)"; }""");

    [Test]
    public Task One_of_a_pair_has_a_unique_index_by_convention() => Allows(Service(
        """if (await db.Profiles.AnyAsync(p => p.UserId == id)) return false; db.Profiles.Add(new Profile { UserId = id }); await db.SaveChangesAsync(); return true;"""));

    [Test]
    public Task A_model_that_nobody_sees_may_have_an_index_and_no_answer() => Flags(Unseen(Marked));

    [Test]
    public Task A_violation_that_is_answered_somewhere_is_enough_then() => Allows(
        Unseen(Typical)
        + """public static class Answers { public static bool IsConflict(Exception failure) => failure is DbUpdateException; }""");

    [Test]
    public Task A_seeder_runs_once() =>
        Allows(Service(Typical).Replace("class Service", "class UserSeeder", StringComparison.Ordinal));

    [Test]
    public Task A_hosted_service_runs_once() => Allows(
        Service(Typical).Replace(
            "class Service",
            "abstract class Service : Microsoft.Extensions.Hosting.BackgroundService",
            StringComparison.Ordinal));

    private const string Typical =
        """if (await db.Users.AnyAsync(u => u.Email == email)) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""";

    private const string Marked =
        """if (await [|db.Users.AnyAsync(u => u.Email == email)|]) return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;""";

    /// <summary>A context that does not say which sets it has, as if it stood in another project.</summary>
    private static string Unseen(string body) => Service(body)
        .Replace(
            "public DbSet<User> Users { get; set; } = null!;",
            "public DbSet<User> Users() => Set<User>();",
            StringComparison.Ordinal)
        .Replace("db.Users.", "db.Users().", StringComparison.Ordinal);

    private static string Service(string body) => $$"""
        using Microsoft.EntityFrameworkCore;
        using System.Linq.Expressions;

        public class Service
        {
            static readonly SemaphoreSlim Gate = new(1, 1);
            public async Task<bool> Run(Shop db, UserRepository users, string email, string name, int id) { await Task.Yield(); {{body}} }
            static Task<bool> TakenAsync(Shop db, string email) => db.Users.AnyAsync(u => u.Email == email);
            static async Task<IAsyncDisposable> AcquireLockAsync(string name) { await Task.Yield(); return null!; }
        }

        """ + Model;

    private const string Model = """
        public class UserRepository(Shop db)
        {
            public Task<bool> ExistsAsync(string email) => db.Users.AnyAsync(u => u.Email == email);
            public async Task<User?> ByEmailAsync(string email) => await db.Users.FirstOrDefaultAsync(u => u.Email == email);
            public async Task<bool> IsTakenAsync(string email) => await ByEmailAsync(email) != null;
            public Task<bool> AnyAsync(Expression<Func<User, bool>> condition) => db.Users.AnyAsync(condition);
            public async Task AddAsync(User user) { db.Users.Add(user); await db.SaveChangesAsync(); }
            public void Put(User user) => db.Users.Add(user);
            public Task SaveAsync() => db.SaveChangesAsync();
        }
        public class Shop : DbContext
        {
            public DbSet<User> Users { get; set; } = null!;
            public DbSet<Team> Teams { get; set; } = null!;
            public DbSet<Profile> Profiles { get; set; } = null!;
            protected override void OnModelCreating(ModelBuilder model) => model.Entity<User>(b => { /* model */ });
        }
        public class User { public int Id { get; set; } public string Email { get; set; } = ""; public string Name { get; set; } = ""; public int Age { get; set; } public bool IsDeleted { get; set; } public Profile? Profile { get; set; } }
        public class Team { public int Id { get; set; } public string Name { get; set; } = ""; }
        public class Profile { public int Id { get; set; } public int UserId { get; set; } public User? User { get; set; } }

        """;

    [TestCase("if (await [|db.Stays.AnyAsync(s => s.RoomId == id && s.From < to && s.To > from)|]) return false;",
        TestName = "Asked for at once")]
    [TestCase("if (await [|TakenAsync(db, id, from, to)|]) return false;", TestName = "A helper asks")]
    [TestCase(
        "if (await [|db.Stays.AnyAsync(s => s.RoomId == id && !s.IsOver && from <= s.To && to >= s.From)|]) return "
        + "false;",
        TestName = "The caller's values first")]
    public Task A_stay_that_overlaps(string question) => Flags(Stays(question + Stay));

    [TestCase("if (await db.Stays.AnyAsync(s => s.RoomId == id && s.From > from)) return false;",
        TestName = "One end only")]
    [TestCase("if (await db.Stays.AnyAsync(s => s.RoomId == id && s.From > from && s.From < to)) return false;",
        TestName = "Rows of a period")]
    [TestCase(
        "await using var t = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable); if "
        + "(await db.Stays.AnyAsync(s => s.RoomId == id && s.From < to && s.To > from)) return false;",
        TestName = "In a serializable transaction")]
    public Task A_stay_that_is_kept_apart_or_counted(string question) => Allows(Stays(question + Stay));

    [Test]
    public Task The_message_tells_how_to_keep_stays_apart() => Says(
        Stays(
            "if (await [|db.Stays.AnyAsync(s => s.RoomId == id && s.From < to && s.To > from)|]) return false;"
            + Stay),
        "Two callers can both find no 'Stay' with the same 'RoomId' and both add one, and the two overlap; look "
        + "and add "
        + "in one serializable transaction, and answer its failure as a conflict");

    [Test]
    public Task A_handler_is_not_excused_by_the_route_beside_it() =>
        Given.WithReferences(References.Authentication).Flags("""
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Routing;
            using Microsoft.EntityFrameworkCore;

            public static class Routes
            {
                public static void Map(IEndpointRouteBuilder app)
                {
                    app.MapPost("/users", async (string email, Shop db) =>
                    {
                        if (await [|db.Users.AnyAsync(u => u.Email == email)|]) return false;
                        db.Users.Add(new User { Email = email });
                        await db.SaveChangesAsync();
                        return true;
                    });
                    app.MapPost("/again", async (string email, Shop db) =>
                    {
                        if (await db.Users.AnyAsync(u => u.Email == email)) return false;
                        db.Users.Add(new User { Email = email });
                        try { await db.SaveChangesAsync(); return true; }
                        catch (DbUpdateException) { return false; }
                    });
                }
            }
            public class Shop : DbContext { public DbSet<User> Users { get; set; } = null!; }
            public class User { public int Id { get; set; } public string Email { get; set; } = ""; }
            """);

    private const string Stay =
        " db.Stays.Add(new Stay { RoomId = id, From = from, To = to }); await db.SaveChangesAsync(); return true;";

    private static string Stays(string body) => $$"""
        using Microsoft.EntityFrameworkCore;

        public class Service
        {
            public async Task<bool> Run(Hotel db, int id, DateTime from, DateTime to) { await Task.Yield(); {{body}} }
            static Task<bool> TakenAsync(Hotel db, int id, DateTime from, DateTime to) =>
                db.Stays.AnyAsync(s => s.RoomId == id && s.From < to && s.To > from);
        }
        public class Hotel : DbContext { public DbSet<Stay> Stays { get; set; } = null!; }
        public class Stay { public int Id { get; set; } public int RoomId { get; set; } public DateTime From { get; set; } public DateTime To { get; set; } public bool IsOver { get; set; } }

        """;

    private const string Adds = " return false; db.Users.Add(new User()); await db.SaveChangesAsync(); return true;";

    [Test]
    public Task The_message_filters_the_index_where_the_search_does() => Says(
        Service("if (await [|db.Users.AnyAsync(u => u.Email == email && !u.IsDeleted)|])" + Adds),
        "Two callers can both find no 'User' with the same 'Email' and both add one, because nothing in the model "
        + "keeps 'Email' unique; declare a unique index, filtered to the rows that are searched, and answer its "
        + "violation as a conflict");

    [Test]
    public Task The_message_asks_for_no_index_that_may_be_there() => Says(
        Unseen("if (await [|db.Users.AnyAsync(u => u.Email == email && u.Name == name)|])" + Adds),
        "Two callers can both find no 'User' with the same 'Email' and 'Name' and both add one: the second fails "
        + "without an answer, or there are two; answer the violation of the unique index that keeps them apart as a "
        + "conflict");

    [Test]
    public Task In_a_zone_of_high_risk_it_is_a_warning() =>
        WithOption("ai_aware.high_risk", "*.cs").Warns(Unseen(Marked));

    [Test]
    public Task The_message_makes_no_index_of_another_row() => Says(
        Service("if (await [|db.Users.AnyAsync(u => u.Email == email && u.Rank.Name == name)|])" + Adds)
            .Replace("public class User {", "public class User { public Rank Rank { get; set; } = null!;")
            + " public class Rank { public int Id { get; set; } public string Name { get; set; } = \"\"; }",
        "Two callers can both find no 'User' with the same 'Email' and both add one, because nothing in the model "
        + "keeps 'Email' unique; look and add in one serializable transaction, and answer its failure as a conflict");
}
