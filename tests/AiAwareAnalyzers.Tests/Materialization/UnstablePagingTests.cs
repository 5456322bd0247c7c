using AiAwareAnalyzers.Materialization;

namespace AiAwareAnalyzers.Tests.Materialization;

[CSharp(12)]
public sealed class UnstablePagingTests : RuleTests<UnstablePaging>
{
    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    private static string Paging(string query, string more = "") =>
        $$"""
        using Microsoft.EntityFrameworkCore;
        public enum Genre { Novel, Poem }
        public class Author { public int Id { get; set; } public string Name { get; set; } = ""; }
        public class Book
        {
            public int Id { get; set; }
            public int AuthorId { get; set; }
            public Author Author { get; set; } = null!;
            public string Title { get; set; } = "";
            public string Isbn { get; set; } = "";
            public string Email { get; set; } = "";
            public bool IsSold { get; set; }
            public int Year { get; set; }
            public int? Copies { get; set; }
            public int SortOrder { get; set; }
            public decimal Price { get; set; }
            public Genre Genre { get; set; }
            public DateOnly Released { get; set; }
            public DateTime ReleaseDate { get; set; }
            public DateTime CreatedAt { get; set; }
            public DateTimeOffset? SoldOn { get; set; }
            public Guid Public { get; set; }
        }
        public class Shop : DbContext
        {
            public DbSet<Book> Books => Set<Book>();
            {{more}}
        }
        public class Pages(Shop db)
        {
            public object Get(int page, int size, string sort, IQueryable<Book> others)
            {
                {{query}}
            }
        }
        """;

    [TestCase("return db.Books.OrderBy(b => b.Title).[|Skip(page * size)|].Take(size).ToList();")]
    [TestCase("return db.Books.OrderByDescending(b => b.Year).[|Skip(page)|].Take(size);")]
    [TestCase("return db.Books.OrderBy(b => b.Copies).[|Skip(page)|].Take(size);")]
    [TestCase("return db.Books.OrderBy(b => b.Price).[|Skip(page)|].Take(size);")]
    [TestCase("return db.Books.OrderBy(b => b.IsSold).[|Skip(page)|].Take(size);")]
    [TestCase("return db.Books.OrderBy(b => b.Genre).[|Skip(page)|].Take(size);")]
    [TestCase("return db.Books.OrderBy(b => b.Released).[|Skip(page)|].Take(size);")]
    [TestCase("return db.Books.OrderBy(b => b.ReleaseDate).[|Skip(page)|].Take(size);")]
    [TestCase("return db.Books.OrderBy(b => b.Genre).ThenBy(b => b.Title).[|Skip(page)|].Take(size);")]
    [TestCase("return db.Books.Where(b => b.IsSold).Include(b => b.Author).OrderBy(b => b.Title).[|Skip(page)|];")]
    [TestCase("return db.Books.OrderBy(b => b.Title).Where(b => b.IsSold).[|Skip(page)|].Take(size);")]
    [TestCase("var sorted = db.Books.OrderBy(b => b.Title); return sorted.[|Skip(page)|].Take(size);")]
    [TestCase("return others.OrderBy(b => b.Title).[|Skip(page)|].Take(size);")]
    [TestCase("return (from b in db.Books orderby b.Title select b).[|Skip(page)|].Take(size);")]
    [TestCase("return db.Books.[|Skip(page)|].Take(size);")]
    [TestCase("return db.Books.AsNoTracking().Where(b => b.IsSold).[|Skip(page)|].Take(size);")]
    public Task An_order_that_leaves_rows_equal(string query) => Flags(Paging(query));

    [Test]
    public Task The_message_names_the_column() => Says(
        Paging("return db.Books.OrderBy(b => b.Genre).ThenBy(b => b.Title).[|Skip(page)|].Take(size);"),
        "'Skip' cuts a page from rows that are equal where 'Title' is, so a row can stand on two pages or on none; add "
        + "'ThenBy' with a key, such as the id");

    [Test]
    public Task The_message_says_that_nothing_is_sorted() => Says(
        Paging("return db.Books.[|Skip(page)|].Take(size);"),
        "'Skip' cuts a page from rows that are in no order, so a row can stand on two pages or on none; sort them by a "
        + "key with 'OrderBy' first");

    [TestCase("return db.Books.OrderBy(b => b.Id).Skip(page).Take(size);", TestName = "By the key")]
    [TestCase("return db.Books.OrderBy(b => b.Title).ThenBy(b => b.Id).Skip(page).Take(size);",
        TestName = "By the key at last")]
    [TestCase("return db.Books.OrderBy(b => b.Isbn).Skip(page).Take(size);", TestName = "By a number of its own")]
    [TestCase("return db.Books.OrderBy(b => b.Email).Skip(page).Take(size);", TestName = "By an address")]
    [TestCase("return db.Books.OrderBy(b => b.Public).Skip(page).Take(size);", TestName = "By a Guid")]
    [TestCase("return db.Books.OrderBy(b => b.AuthorId).Skip(page).Take(size);", TestName = "By the key of another")]
    [TestCase("return db.Books.OrderBy(b => b.SortOrder).Skip(page).Take(size);", TestName = "By a place")]
    [TestCase("return db.Books.OrderByDescending(b => b.CreatedAt).Skip(page).Take(size);", TestName = "By a moment")]
    [TestCase("return db.Books.OrderByDescending(b => b.SoldOn).Skip(page).Take(size);",
        TestName = "By a moment that may be missing")]
    [TestCase("return db.Books.OrderBy(b => b.Author.Name).Skip(page).Take(size);", TestName = "By another row")]
    [TestCase("return db.Books.OrderBy(b => b.Title.Length).Skip(page).Take(size);", TestName = "By what is computed")]
    [TestCase("return db.Books.OrderBy(b => EF.Property<object>(b, sort)).Skip(page).Take(size);",
        TestName = "By what the caller says")]
    [TestCase("return db.Books.GroupBy(b => b.Title).Select(g => new { Title = g.Key, Count = g.Count() })"
        + ".OrderBy(g => g.Title).Skip(page).Take(size);", TestName = "Groups by their key")]
    [TestCase("return db.Books.Select(b => b.Title).Distinct().OrderBy(t => t).Skip(page).Take(size);",
        TestName = "Values that differ")]
    [TestCase("return others.Skip(page).Take(size);", TestName = "A query that somebody else has sorted or not")]
    [TestCase("var q = db.Books.Where(b => b.IsSold); q = q.OrderBy(b => b.Title); return q.Skip(page).Take(size);",
        TestName = "A query that is put together")]
    [TestCase("return db.Books.OrderBy(b => b.Title).Take(size).ToList();", TestName = "The first alone")]
    [TestCase("return db.Books.OrderBy(b => b.Title).Skip(1).ToList();", TestName = "All but the first")]
    [TestCase("return db.Books.ToList().OrderBy(b => b.Title).Skip(page).Take(size);", TestName = "In memory")]
    public Task An_order_that_is_certain_or_unknown(string query) => Allows(Paging(query));

    [TestCase("protected override void OnModelCreating(ModelBuilder model) { model.Entity<Book>().HasIndex(b => "
        + "b.Title).IsUnique(); }", TestName = "Told to the model")]
    public Task A_unique_index(string more) =>
        Allows(Paging("return db.Books.OrderBy(b => b.Title).Skip(page).Take(size);", more));

    [Test]
    public Task A_unique_index_of_another_entity_tells_nothing() => Flags(Paging(
        "return db.Books.OrderBy(b => b.Title).[|Skip(page)|].Take(size);",
        "public DbSet<Series> All => Set<Series>(); public class Series { public int Id { get; set; } public string "
        + "Title { get; set; } = \"\"; } protected override void OnModelCreating(ModelBuilder model) { "
        + "model.Entity<Series>().HasIndex(s => s.Title).IsUnique(); }"));

    [Test]
    public Task A_unique_index_in_an_attribute() => Allows(
        Paging("return db.Books.OrderBy(b => b.Title).Skip(page).Take(size);")
            .Replace("public class Book\n", "[Index(nameof(Title), IsUnique = true)] public class Book\n"));
}
