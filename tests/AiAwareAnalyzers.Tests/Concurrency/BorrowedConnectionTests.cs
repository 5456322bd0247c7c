using AiAwareAnalyzers.Concurrency;

namespace AiAwareAnalyzers.Tests.Concurrency;

[CSharp(12)]
public sealed class BorrowedConnectionTests : RuleTests<BorrowedConnection>
{
    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase("{ using var [|connection = db.Database.GetDbConnection()|]; connection.Open(); } db.SaveChanges();",
        TestName = "A declaration")]
    [TestCase("using (var [|connection = db.Database.GetDbConnection()|]) connection.Open(); db.SaveChanges();",
        TestName = "A statement")]
    [TestCase("""using (DbConnection [|connection = db.Database.GetDbConnection()|]) { connection.Open(); } db.SaveChanges();""",
        TestName = "A statement with its type")]
    [TestCase("var own = new Db(); using (var [|connection = own.Database.GetDbConnection()|]) { } own.SaveChanges();",
        TestName = "A context of the method")]
    [TestCase("""if (db.Books.Any()) { using var [|connection = db.Database.GetDbConnection()|]; connection.Open(); } db.SaveChanges();""",
        TestName = "In a branch")]
    [TestCase("try { using var [|connection = db.Database.GetDbConnection()|]; } finally { db.SaveChanges(); }",
        TestName = "In a try")]
    [TestCase("using (var [|connection = _db.Database.GetDbConnection()|]) connection.Open(); _db.SaveChanges();",
        TestName = "A field that is used again")]
    [TestCase("using (var [|connection = Context.Database.GetDbConnection()|]) { } Context.SaveChanges();",
        TestName = "A property that is used again")]
    public Task What_the_context_still_needs(string body) => Flags(Code(body));

    [TestCase("using var [|connection = db.Database.GetDbConnection()|]; connection.Open();",
        TestName = "A context of the caller")]
    [TestCase("using var [|connection = _db.Database.GetDbConnection()|]; connection.Open();", TestName = "A field")]
    [TestCase("using var [|connection = given.Database.GetDbConnection()|]; connection.Open();",
        TestName = "A primary constructor")]
    [TestCase("await using var [|connection = _db.Database.GetDbConnection()|]; await connection.OpenAsync();",
        TestName = "Awaited")]
    [TestCase("using var [|connection = (DbConnection)db.Database.GetDbConnection()|]; connection.Open();",
        TestName = "Converted")]
    [TestCase("foreach (var n in new[] { 1 }) { using var [|connection = _db.Database.GetDbConnection()|]; }",
        TestName = "In a loop")]
    [TestCase("var facade = db; using var [|connection = this.Context.Database.GetDbConnection()|]; connection.Open();",
        TestName = "A property")]
    [TestCase("using var command = Make(); using var [|connection = _db.Database.GetDbConnection()|];",
        TestName = "One of two")]
    [TestCase("Action later = () => { using var [|connection = _db.Database.GetDbConnection()|]; }; later();",
        TestName = "In a lambda")]
    public Task What_others_may_need(string body) => Suggests(Code(body));

    [TestCase("var connection = db.Database.GetDbConnection(); connection.Open(); db.SaveChanges();",
        TestName = "Borrowed")]
    [TestCase("""await using var own = new Db(); await using var connection = own.Database.GetDbConnection(); connection.Open();""",
        TestName = "Both end together")]
    [TestCase("using var own = new Db(); using (var connection = own.Database.GetDbConnection()) connection.Open();",
        TestName = "The context is not used again")]
    [TestCase("""using var connection = Connect(); connection.Open(); db.SaveChanges();""", TestName = "A connection of its own")]
    [TestCase("""var connection = db.Database.GetDbConnection(); using var command = connection.CreateCommand(); db.SaveChanges();""",
        TestName = "A command of it")]
    [TestCase("db.Database.OpenConnection(); try { db.SaveChanges(); } finally { db.Database.CloseConnection(); }",
        TestName = "Opened and closed")]
    [TestCase("using var transaction = db.Database.BeginTransaction(); db.SaveChanges(); transaction.Commit();",
        TestName = "A transaction")]
    [TestCase("using var own = new Db(); var connection = own.Database.GetDbConnection(); own.SaveChanges();",
        TestName = "A context that is disposed of")]
    [TestCase(
        "var connection = db.Database.GetDbConnection(); try { connection.Open(); } finally { connection.Close(); }",
        TestName = "Closed by hand")]
    [TestCase("using var reader = db.Database.GetDbConnection().CreateCommand().ExecuteReader(); db.SaveChanges();",
        TestName = "A reader of it")]
    [TestCase("using (new MemoryStream()) { db.Database.GetDbConnection().Open(); } db.SaveChanges();",
        TestName = "Something else is disposed of")]
    [TestCase("await using var transaction = await db.Database.BeginTransactionAsync(); await db.SaveChangesAsync();",
        TestName = "A transaction that is awaited")]
    [TestCase("var text = db.Database.GetDbConnection().ConnectionString; db.SaveChanges();", TestName = "Only asked")]
    [TestCase("using var own = new Db(); using var connection = own.Database.GetDbConnection(); connection.Open();",
        TestName = "All end together")]
    [TestCase(
        "Action later = () => { using var own = new Db(); using var c = own.Database.GetDbConnection(); }; later();",
        TestName = "A context of a lambda")]
    [TestCase("DbConnection Lend() => db.Database.GetDbConnection(); Lend().Open(); db.SaveChanges();",
        TestName = "Lent on")]
    [TestCase("using var connection = Connect() ?? db.Database.GetDbConnection(); connection.Open(); db.SaveChanges();",
        TestName = "Perhaps a connection of its own")]
    [TestCase("using var own = new Db(); { using var c = own.Database.GetDbConnection(); c.Open(); } Make();",
        TestName = "Other work follows")]
    [TestCase(
        "DbConnection connection; connection = db.Database.GetDbConnection(); connection.Open(); db.SaveChanges();",
        TestName = "Assigned")]
    [TestCase("using var connection = new Lender().GetDbConnection(); connection.Open(); db.SaveChanges();",
        TestName = "A method of that name")]
    public Task What_nobody_misses(string body) => Allows(Code(body));

    [Test]
    public Task The_message_says_who_misses_it() => Says(
        Code("{ using var [|connection = db.Database.GetDbConnection()|]; connection.Open(); } db.SaveChanges();"),
        "'connection' belongs to 'db', which is used afterwards and finds it disposed of; leave out 'using', and close "
        + "what was opened here");

    private static string Code(string body) => $$"""
        using System.Data.Common;
        using Microsoft.EntityFrameworkCore;
        public class Book { public int Id { get; set; } }
        public class Db : DbContext { public DbSet<Book> Books => Set<Book>(); }
        public class Lender { public DbConnection GetDbConnection() => null!; }
        public class Books(Db given)
        {
            private readonly Db _db = new();
            private Db Context => _db;
            public async Task Act(Db db)
            {
                await Task.Yield();
                {{body}}
            }
            private static DbConnection Connect() => null!;
            private static DbCommand Make() => null!;
        }
        """;

    private const string Used =
        "{ using var [|connection = db.Database.GetDbConnection()|]; connection.Open(); } db.SaveChanges();";

    private const string Provider =
        " public static class Providers { public static bool IsSqlite(this object it) => true; CALLS }";

    [TestCase("if (db.Database.IsSqlite()) " + Used, "", TestName = "Behind a question for the provider")]
    [TestCase(Used, "static void UseSqlite(object it) { } static void Up() => UseSqlite(1);",
        TestName = "The only provider")]
    public Task SQLite_opens_it_again(string body, string calls) =>
        Suggests(Code(body) + Provider.Replace("CALLS", calls));

    [TestCase("if (!db.Database.IsSqlite()) " + Used, "", TestName = "Behind the opposite question")]
    [TestCase(Used, "static void UseSqlite(object it) { } static void UseNpgsql(object it) => UseSqlite(it);",
        TestName = "One of two providers")]
    public Task Others_do_not(string body, string calls) => Flags(Code(body) + Provider.Replace("CALLS", calls));
}
