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
    [TestCase("using var [|connection = db.Database.GetDbConnection()|]; connection.Open();",
        TestName = "A context of the caller")]
    [TestCase("using var [|connection = _db.Database.GetDbConnection()|]; connection.Open();", TestName = "A field")]
    [TestCase("using var [|connection = given.Database.GetDbConnection()|]; connection.Open();",
        TestName = "A primary constructor")]
    [TestCase("await using var [|connection = _db.Database.GetDbConnection()|]; await connection.OpenAsync();",
        TestName = "Awaited")]
    [TestCase("var own = new Db(); using (var [|connection = own.Database.GetDbConnection()|]) { } own.SaveChanges();",
        TestName = "A context of the method")]
    [TestCase("using var [|connection = (DbConnection)db.Database.GetDbConnection()|]; connection.Open();",
        TestName = "Converted")]
    [TestCase("foreach (var n in new[] { 1 }) { using var [|connection = _db.Database.GetDbConnection()|]; }",
        TestName = "In a loop")]
    [TestCase("""if (db.Books.Any()) { using var [|connection = db.Database.GetDbConnection()|]; connection.Open(); } db.SaveChanges();""",
        TestName = "In a branch")]
    [TestCase("var facade = db; using var [|connection = this.Context.Database.GetDbConnection()|]; connection.Open();",
        TestName = "A property")]
    [TestCase("using var command = Make(); using var [|connection = _db.Database.GetDbConnection()|];",
        TestName = "One of two")]
    [TestCase("Action later = () => { using var [|connection = _db.Database.GetDbConnection()|]; }; later();",
        TestName = "In a lambda")]
    [TestCase("try { using var [|connection = db.Database.GetDbConnection()|]; } finally { db.SaveChanges(); }",
        TestName = "In a try")]
    public Task What_the_context_still_needs(string body) => Flags(Code(body));

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
}
