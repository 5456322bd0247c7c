using AiAwareAnalyzers.FakeWork;

namespace AiAwareAnalyzers.Tests.FakeWork;

[CSharp(12)]
public sealed class ChangeNotTrackedTests : RuleTests<ChangeNotTracked>
{
    private const string Read = "var book = await db.Books.AsNoTracking().FirstAsync(b => b.Id == id); ";

    private const string Save = " await db.SaveChangesAsync();";

    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase(Read + "[|book.Title|] = \"a\";" + Save, TestName = "Read, changed and saved")]
    [TestCase(Read + "[|book.Title|] = \"a\"; db.SaveChanges();", TestName = "Saved without waiting")]
    [TestCase(Read + "[|book.Pages|]++;" + Save, TestName = "Counted up")]
    [TestCase(Read + "[|book.Pages|] += 2;" + Save, TestName = "Added to")]
    [TestCase(Read + "[|book.Author.Name|] = \"a\";" + Save, TestName = "A part of it")]
    [TestCase(Read + "[|book.Rename(\"a\")|];" + Save, TestName = "By a method of its own")]
    [TestCase(Read + "[|book.Title|] = \"a\"; book.Pages = 2;" + Save, TestName = "Changed twice, one finding")]
    [TestCase(Read + "[|book.Title|] = \"a\";" + Save + Save, TestName = "Saved twice, one finding")]
    [TestCase(
        $$"""var book = await db.Books.AsNoTracking().FirstOrDefaultAsync(b => b.Id == id); if (book is null) return; [|book.Title|] = "a";{{Save}}""",
        TestName = "Asked whether it is there")]
    [TestCase(
        $$"""var book = await db.Books.AsNoTracking().FirstOrDefaultAsync(b => b.Id == id) ?? throw new InvalidOperationException(); [|book.Title|] = "a";{{Save}}""",
        TestName = "Thrown where it is not there")]
    [TestCase(
        $$"""if (await db.Books.AsNoTracking().FirstOrDefaultAsync(b => b.Id == id) is { } book) { [|book.Title|] = "a";{{Save}} }""",
        TestName = "Named by a pattern")]
    [TestCase(
        $$"""var books = db.Books.AsNoTracking().Where(b => b.Id > id); var book = await books.FirstAsync(); [|book.Title|] = "a";{{Save}}""",
        TestName = "A query with a name")]
    [TestCase(
        $$"""var books = await db.Books.Where(b => b.Id > id).AsNoTracking().ToListAsync(); foreach (var book in books) [|book.Title|] = "a";{{Save}}""",
        TestName = "All rows of a list")]
    [TestCase(
        $$"""var books = await db.Books.AsNoTracking().ToListAsync(); var book = books.First(b => b.Id == id); [|book.Title|] = "a";{{Save}}""",
        TestName = "One row of a list")]
    [TestCase(
        $$"""var book = await db.Set<Book>().AsNoTrackingWithIdentityResolution().SingleAsync(b => b.Id == id); [|book.Title|] = "a";{{Save}}""",
        TestName = "With identities")]
    [TestCase(
        $$"""var book = await db.Books.Include(b => b.Author).AsNoTracking().OrderBy(b => b.Id).LastAsync(); [|book.Title|] = "a";{{Save}}""",
        TestName = "Among other steps")]
    [TestCase(
        "var book = await books.FindByIdAsync(id); [|book!.Title|] = \"a\"; await books.SaveAsync();",
        TestName = "A repository that reads and saves")]
    [TestCase(
        "var book = await books.FindByIdAsync(id); if (book is null) return; [|book.Title|] = \"a\";" + Save,
        TestName = "A repository that reads")]
    [TestCase(
        "var book = await books.FindByIdAsync(id); [|book!.Title|] = \"a\"; await work.CommitAsync();",
        TestName = "A unit of work that saves")]
    [TestCase(
        "var book = await books.All().FirstAsync(b => b.Id == id); [|book.Title|] = \"a\"; await books.SaveAsync();",
        TestName = "A repository that hands out a query")]
    [TestCase(
        "var book = await generic.FirstAsync(b => b.Id == id); [|book!.Title|] = \"a\"; await generic.SaveAsync();",
        TestName = "A repository of any rows")]
    [TestCase(
        """var book = await contract.Books.AsNoTracking().FirstAsync(b => b.Id == id); [|book.Title|] = "a"; await contract.SaveChangesAsync(default);""",
        TestName = "A context behind a contract")]
    [TestCase(
        """var book = await quiet.Books.FirstAsync(b => b.Id == id); [|book.Title|] = "a"; await quiet.SaveChangesAsync();""",
        TestName = "A context that tracks nothing")]
    [TestCase(
        Read + "[|book.Title|] = \"a\"; db.Add(new Note());" + Save + " Console.Write(book.Title);",
        TestName = "Something else is saved too")]
    [TestCase(
        Read + "if (id > 5) { [|book.Title|] = \"a\"; }" + Save,
        TestName = "Changed on a condition")]
    public Task What_is_not_stored(string body) => Flags(Code(body));

    [TestCase(
        "var book = await db.Books.FirstAsync(b => b.Id == id); book.Title = \"a\";" + Save, TestName = "Tracked")]
    [TestCase(
        "var book = await db.Books.AsNoTracking().AsTracking().FirstAsync(b => b.Id == id); book.Title = \"a\";" + Save,
        TestName = "Tracked in the end")]
    [TestCase(Read + "book.Title = \"a\"; db.Update(book);" + Save, TestName = "Updated")]
    [TestCase(Read + "db.Attach(book); book.Title = \"a\";" + Save, TestName = "Attached before")]
    [TestCase(
        Read + "book.Title = \"a\"; db.Entry(book).State = EntityState.Modified;" + Save, TestName = "An entry")]
    [TestCase(Read + "book.Title = \"a\"; books.Change(book);" + Save, TestName = "Given to a repository")]
    [TestCase(Read + "book.Title = \"a\"; await books.StoreAsync(book);", TestName = "Given to the save")]
    [TestCase(
        $$"""var all = await db.Books.AsNoTracking().ToListAsync(); foreach (var book in all) book.Title = "a"; db.UpdateRange(all);{{Save}}""",
        TestName = "All updated")]
    [TestCase(Read + "var other = book; other.Title = \"a\"; db.Update(other);" + Save, TestName = "By another name")]
    [TestCase(Read + "book.Title = \"a\"; Keep(() => db.Update(book));" + Save, TestName = "In a lambda")]
    [TestCase(
        Read + "book.Title = \"a\"; db.Add(new Note { Book = book });" + Save, TestName = "A part of a new row")]
    [TestCase(
        Read + "var note = await db.Notes.FirstAsync(); book.Title = \"a\"; note.Book = book;" + Save,
        TestName = "A part of a tracked row")]
    [TestCase(
        $$"""var book = await db.Books.AsNoTracking().Select(b => new Line { Title = b.Title }).FirstAsync(); book.Title = "a";{{Save}}""",
        TestName = "A projection")]
    [TestCase(
        $$"""{{Read}}await db.Books.Where(b => b.Id == id).ExecuteUpdateAsync(s => s.SetProperty(b => b.Title, "a")); book.Title = "a";{{Save}}""",
        TestName = "Written at once")]
    [TestCase(Read + "book.Title = \"a\";", TestName = "Nothing is saved")]
    [TestCase(Read + "Console.Write(book.Title);" + Save, TestName = "Nothing is changed")]
    [TestCase(Read + "await db.SaveChangesAsync(); book.Title = \"a\";", TestName = "Changed after the save")]
    [TestCase(
        Read + "if (id > 5) { book.Title = \"a\"; return; }" + Save, TestName = "A way that does not lead to the save")]
    [TestCase(
        Read + "if (id > 5) { book.Title = \"a\"; } else { await db.SaveChangesAsync(); }", TestName = "Either or")]
    [TestCase(Read + "book.Shown = true;" + Save, TestName = "What has no column")]
    [TestCase(
        Read + "book.Title = \"***\"; db.Add(new Note());" + Save + " Show(book);",
        TestName = "Changed for who reads it, and something else is saved")]
    [TestCase(
        Read + "var copy = new Book { Title = book.Title }; copy.Title = \"a\"; db.Add(copy);" + Save,
        TestName = "A copy is added")]
    [TestCase(
        "var book = await (id > 5 ? db.Books : db.Books.AsNoTracking()).FirstAsync(); book.Title = \"a\";" + Save,
        TestName = "Tracked or not")]
    [TestCase(
        "var book = await books.FindTrackedAsync(id); book!.Title = \"a\"; await books.SaveAsync();",
        TestName = "A repository that tracks")]
    [TestCase(
        "var book = await books.ChooseAsync(id, true); book!.Title = \"a\"; await books.SaveAsync();",
        TestName = "A repository that may track")]
    [TestCase(
        "var book = await books.FindByIdAsync(id); book!.Title = \"a\"; await books.SaveAllAsync();",
        TestName = "A save that attaches")]
    [TestCase(
        "var book = await books.KeptAsync(id); book.Title = \"a\"; await books.SaveAsync();",
        TestName = "A repository that knows the row")]
    [TestCase(
        $$"""var book = await db.Books.AsNoTracking().FirstAsync(); book = await db.Books.FirstAsync(); book.Title = "a";{{Save}}""",
        TestName = "Read again")]
    [TestCase(
        "var book = await foreign.FindByIdAsync(id); book!.Title = \"a\";" + Save, TestName = "Read by somebody else")]
    [TestCase(
        """var book = await quiet.Books.AsTracking().FirstAsync(b => b.Id == id); book.Title = "a"; await quiet.SaveChangesAsync();""",
        TestName = "Tracked though its context does not")]
    [TestCase(
        "var book = await quiet.Books.FindAsync(id); book!.Title = \"a\"; await quiet.SaveChangesAsync();",
        TestName = "Found, which tracks")]
    public Task What_is_stored_or_may_be(string body) => Allows(Code(body));

    [Test]
    public Task The_message_names_who_reads_and_who_saves() => Says(
        Code("var book = await books.FindByIdAsync(id); [|book!.Title|] = \"a\"; await books.SaveAsync();"),
        "This change of 'book' is never stored: 'FindByIdAsync' reads it without tracking, and 'SaveAsync' saves only "
        + "what is tracked, so the row stays as it was and passes for saved; read it with tracking, or hand it to "
        + "'Update' before");

    [TestCase("services.AddDbContext<Library>(Quiet);", true, TestName = "Registered without tracking")]
    [TestCase("services.AddDbContext<Library>(Loud);", false, TestName = "Registered as usual")]
    [TestCase(
        "services.AddDbContext<Library>(Quiet); services.AddDbContextFactory<Library>(Loud);", true,
        TestName = "Registered without tracking at first")]
    [TestCase(
        "services.AddDbContextFactory<Library>(Loud); services.AddDbContext<Library>(Quiet);", false,
        TestName = "Registered as usual at first")]
    public Task A_context_may_be_registered_without_tracking(string registrations, bool isFlagged)
    {
        const string Loud = "options => options.UseInMemoryDatabase(\"a\")";
        const string Quiet = Loud + ".UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)";
        var body = registrations
            .Replace("Quiet", Quiet, StringComparison.Ordinal)
            .Replace("Loud", Loud, StringComparison.Ordinal);
        var code = $$"""
            using Microsoft.EntityFrameworkCore;
            using Microsoft.Extensions.DependencyInjection;

            public class Book { public int Id { get; set; } public string Title { get; set; } = ""; }

            public class Library(DbContextOptions<Library> options) : DbContext(options)
            {
                public DbSet<Book> Books => Set<Book>();
            }

            public class Shelf(Library library)
            {
                public static void Register(IServiceCollection services)
                {
                    {{body}}
                }

                public async Task RenameAsync(int id)
                {
                    var book = await library.Books.SingleAsync(b => b.Id == id);
                    {{(isFlagged ? "[|book.Title|] = \"a\"" : "book.Title = \"a\"")}};
                    await library.SaveChangesAsync();
                }
            }
            """;
        return isFlagged ? Flags(code) : Allows(code);
    }

    [TestCase(
        "protected override void OnConfiguring(DbContextOptionsBuilder options) => Quiet;", true,
        TestName = "Configured without tracking")]
    [TestCase(
        "protected override void OnConfiguring(DbContextOptionsBuilder options) { if (Ids.Count > 0) Quiet; }", false,
        TestName = "Configured without tracking on a condition")]
    [TestCase(
        "public Library(bool reads) { if (reads) "
        + "ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking; }", false,
        TestName = "Made without tracking on a condition")]
    [TestCase(
        "protected override void OnConfiguring(DbContextOptionsBuilder options) => Quiet; "
        + "public void Watch() => ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;", false,
        TestName = "Tracking again somewhere")]
    public Task A_context_may_configure_itself_without_tracking(string member, bool isFlagged)
    {
        const string Quiet = "options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)";
        var code = $$"""
            using Microsoft.EntityFrameworkCore;

            public class Book { public int Id { get; set; } public string Title { get; set; } = ""; }

            public class Library : DbContext
            {
                public DbSet<Book> Books => Set<Book>();
                public List<int> Ids { get; } = new();
                {{member.Replace("Quiet", Quiet, StringComparison.Ordinal)}}
            }

            public class Shelf(Library library)
            {
                public async Task RenameAsync(int id)
                {
                    var book = await library.Books.SingleAsync(b => b.Id == id);
                    {{(isFlagged ? "[|book.Title|] = \"a\"" : "book.Title = \"a\"")}};
                    await library.SaveChangesAsync();
                }
            }
            """;
        return isFlagged ? Flags(code) : Allows(code);
    }

    private static string Code(string body) => $$"""
        using System.ComponentModel.DataAnnotations.Schema;
        using System.Linq.Expressions;
        using Microsoft.EntityFrameworkCore;

        public class Author { public int Id { get; set; } public string Name { get; set; } = ""; }

        public class Book
        {
            public int Id { get; set; }
            public int Pages { get; set; }
            public string Title { get; set; } = "";
            public Author Author { get; set; } = new();
            [NotMapped] public bool Shown { get; set; }
            public void Rename(string title) => Title = title;
        }

        public class Note { public int Id { get; set; } public Book? Book { get; set; } }

        public class Line { public string Title { get; set; } = ""; }

        public interface ILibrary { DbSet<Book> Books { get; } Task<int> SaveChangesAsync(CancellationToken stop); }

        public class Library : DbContext, ILibrary
        {
            public DbSet<Book> Books => Set<Book>();
            public DbSet<Note> Notes => Set<Note>();
        }

        public class Quiet : DbContext
        {
            public Quiet() => ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            public DbSet<Book> Books => Set<Book>();
        }

        public interface IForeignBooks { Task<Book?> FindByIdAsync(int id); }

        public interface IBooks
        {
            Task<Book?> FindByIdAsync(int id);
            Task<Book?> FindTrackedAsync(int id);
            Task<Book?> ChooseAsync(int id, bool track);
            Task<Book> KeptAsync(int id);
            IQueryable<Book> All();
            void Change(Book book);
            Task StoreAsync(Book book);
            Task SaveAsync();
            Task SaveAllAsync();
        }

        public class BookStore(Library library) : IBooks
        {
            private readonly List<Book> _known = new();

            public async Task<Book?> FindByIdAsync(int id) =>
                await library.Books.AsNoTracking().FirstOrDefaultAsync(b => b.Id == id);

            public async Task<Book?> FindTrackedAsync(int id) =>
                await library.Books.FirstOrDefaultAsync(b => b.Id == id);

            public async Task<Book?> ChooseAsync(int id, bool track)
            {
                var books = track ? library.Books : library.Books.AsNoTracking();
                return await books.FirstOrDefaultAsync(b => b.Id == id);
            }

            public async Task<Book> KeptAsync(int id)
            {
                var book = await library.Books.AsNoTracking().FirstAsync(b => b.Id == id);
                _known.Add(book);
                return book;
            }

            public IQueryable<Book> All() => library.Books.AsNoTracking();

            public void Change(Book book) => library.Update(book);

            public async Task StoreAsync(Book book)
            {
                library.Update(book);
                await library.SaveChangesAsync();
            }

            public Task SaveAsync() => library.SaveChangesAsync();

            public async Task SaveAllAsync()
            {
                library.UpdateRange(_known);
                await library.SaveChangesAsync();
            }
        }

        public interface IWork { Task CommitAsync(); }

        public class Work(Library library) : IWork
        {
            public async Task CommitAsync() => await library.SaveChangesAsync();
        }

        public interface IRows<T> where T : class
        {
            Task<T?> FirstAsync(Expression<Func<T, bool>> which);
            Task<int> SaveAsync();
        }

        public class Rows<T>(Library library) : IRows<T> where T : class
        {
            private readonly DbSet<T> _set = library.Set<T>();
            public Task<T?> FirstAsync(Expression<Func<T, bool>> which) =>
                _set.AsNoTracking().FirstOrDefaultAsync(which);
            public Task<int> SaveAsync() => library.SaveChangesAsync();
        }

        public class Shelf(
            Library db,
            Quiet quiet,
            ILibrary contract,
            IBooks books,
            IForeignBooks foreign,
            IWork work,
            IRows<Book> generic)
        {
            public async Task Run(int id)
            {
                await Task.Yield();
                {{body}}
            }

            private static void Keep(Action later) { }
            private static void Show(Book book) { }
        }
        """;
}
