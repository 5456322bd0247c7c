using AiAwareAnalyzers.FakeWork;

namespace AiAwareAnalyzers.Tests.FakeWork;

[CSharp(12)]
public sealed class SavesNothingTests : RuleTests<SavesNothing>
{
    private const string Make = "await using var db = await factory.CreateDbContextAsync();";

    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase(Make + "await db.[|SaveChangesAsync()|];", TestName = "Made and saved")]
    [TestCase("using var db = factory.CreateDbContext(); db.[|SaveChanges()|];", TestName = "Not awaited")]
    [TestCase("using (var db = new Library()) { book.Title = \"\"; db.[|SaveChanges()|]; }", TestName = "By new")]
    [TestCase("var db = new Library(); await db.[|SaveChangesAsync()|].ConfigureAwait(false); db.Dispose();",
        TestName = "Put away by hand")]
    [TestCase(Make + "if (await db.Books.AnyAsync(b => b.Id == book.Id)) await db.[|SaveChangesAsync()|];",
        TestName = "Only asked whether it is there")]
    [TestCase(Make + "var read = await db.Books.AsNoTracking().FirstAsync(); book.Title = read.Title; "
        + "await db.[|SaveChangesAsync()|];", TestName = "Read without tracking")]
    [TestCase(Make + "var read = await db.Set<Book>().AsNoTracking().Where(b => b.Id > 1).ToListAsync(); "
        + "await db.[|SaveChangesAsync()|];", TestName = "A set by its type")]
    [TestCase(Make + "await db.[|SaveChangesAsync()|]; await db.SaveChangesAsync();", TestName = "Twice, one finding")]
    public Task Nothing_was_put_in(string body) => Flags(Code(body));

    [TestCase(Make + "db.Books.Update(book); await db.SaveChangesAsync();", TestName = "Updated")]
    [TestCase(Make + "db.Update(book); await db.SaveChangesAsync();", TestName = "Updated by the context")]
    [TestCase(Make + "db.Add(book); await db.SaveChangesAsync();", TestName = "Added")]
    [TestCase(Make + "db.Books.Remove(book); await db.SaveChangesAsync();", TestName = "Removed")]
    [TestCase(Make + "db.Entry(book).State = EntityState.Modified; await db.SaveChangesAsync();",
        TestName = "An entry")]
    [TestCase(Make + "var read = await db.Books.FindAsync(book.Id); read!.Title = \"\"; await db.SaveChangesAsync();",
        TestName = "Found")]
    [TestCase(Make + "var read = await db.Books.FirstAsync(b => b.Id == 1); await db.SaveChangesAsync();",
        TestName = "Read and tracked")]
    [TestCase(Make + "Fill(db); await db.SaveChangesAsync();", TestName = "Passed on")]
    [TestCase(Make + "_kept = db; await db.SaveChangesAsync();", TestName = "Kept")]
    [TestCase(Make + "var books = db.Books; books.Add(book); await db.SaveChangesAsync();", TestName = "By its set")]
    [TestCase(Make + "await db.SaveChangesAsync(); db.Add(book); await db.SaveChangesAsync();",
        TestName = "Filled between two saves")]
    [TestCase(Make + "await db.Books.AsNoTracking().ExecuteDeleteAsync(); await db.SaveChangesAsync();",
        TestName = "Deleted in the database")]
    [TestCase(Make + "await Task.Run(() => db.Add(book)); await db.SaveChangesAsync();", TestName = "In a lambda")]
    [TestCase("await given.SaveChangesAsync();", TestName = "A context of the caller")]
    [TestCase("var db = _kept; await db.SaveChangesAsync();", TestName = "A context of a field")]
    [TestCase("var db = Current(); await db.SaveChangesAsync();", TestName = "A context of somebody else")]
    [TestCase(Make + "var count = await db.Books.CountAsync();", TestName = "Nothing is saved")]
    [TestCase(Make + "var read = await db.Books.AsNoTracking().FirstAsync(); read.Title = \"\"; "
        + "await db.SaveChangesAsync();", TestName = "Read without tracking, and changed: another rule says so")]
    public Task What_is_put_in_or_may_be_there(string body) => Allows(Code(body));

    [TestCase("using var lease = Lend(); var db = lease.Context; await db.[|SaveChangesAsync()|];",
        TestName = "A lease may be one that others have")]
    [TestCase("using var db = new Audited(); await db.[|SaveChangesAsync()|];",
        TestName = "A context that saves in its own way")]
    public Task What_may_have_been_filled(string body) => Flags(Code(body));

    [TestCase("using var lease = Lend(); lease.Context.Add(book); var db = lease.Context; await db.SaveChangesAsync();",
        TestName = "Filled by way of the lease")]
    [TestCase("using var lease = _lease; var db = lease.Context; await db.SaveChangesAsync();",
        TestName = "A lease of a field")]
    public Task A_lease_that_others_use(string body) => Allows(Code(body));

    [Test]
    public Task The_message_names_the_context() => Says(
        Code(Make + "await db.[|SaveChangesAsync()|];"),
        "'SaveChangesAsync' writes nothing: 'db' was made in this method, and no row was added to it, attached or read "
        + "for a change, so any change is lost and passes for saved; hand it to 'Update' or 'Attach' before, or read "
        + "it with 'db'");

    private static string Code(string body) => $$"""
        using Microsoft.EntityFrameworkCore;

        public class Book { public int Id { get; set; } public string Title { get; set; } = ""; }

        public class Library : DbContext { public DbSet<Book> Books => Set<Book>(); }

        public class Audited : DbContext
        {
            public override Task<int> SaveChangesAsync(CancellationToken token = default)
            {
                Add(new Book());
                return base.SaveChangesAsync(token);
            }
        }

        public sealed class Lease : IDisposable
        {
            public Library Context { get; } = new();
            public void Dispose() { }
        }

        public class Shelf(IDbContextFactory<Library> factory)
        {
            private Library _kept = new();
            private readonly Lease _lease = new();

            public async Task UpdateAsync(Book book, Library given)
            {
                await Task.Yield();
                {{body}}
            }

            private static Lease Lend() => new();
            private Library Current() => _kept;
            private void Fill(Library library) => library.Add(new Book());
        }
        """;
}
