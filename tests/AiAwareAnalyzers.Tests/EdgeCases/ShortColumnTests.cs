using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

[CSharp(12)]
public sealed class ShortColumnTests : RuleTests<ShortColumn>
{
    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase("db.Books.Add(new Book { [|Title = model.Title|] });", TestName = "An initializer")]
    [TestCase("[|book.Title = model.Title|];", TestName = "An assignment")]
    [TestCase("[|book.Title = model.Title.Trim()|];", TestName = "Trimmed")]
    [TestCase("[|book.Title = model.Title.ToUpperInvariant()|];", TestName = "In other letters")]
    [TestCase("[|book.Title = model.Title ?? book.Title|];", TestName = "Where it is there")]
    [TestCase("[|book.Title = model.Title ?? \"\"|];", TestName = "Or nothing")]
    [TestCase(
        "[|book.Note = string.IsNullOrWhiteSpace(model.Note) ? null : model.Note.Trim()|];",
        TestName = "Unless it is blank")]
    [TestCase("var title = model.Title.Trim(); [|book.Title = title|];", TestName = "By way of a local")]
    [TestCase("[|book.Title = text|];", TestName = "A parameter")]
    [TestCase("if (string.IsNullOrEmpty(text)) return BadRequest(); [|book.Title = text|];",
        TestName = "A parameter that must be there")]
    [TestCase("if (model.Title == null) return BadRequest(); [|book.Title = model.Title|];",
        TestName = "A member that must be there")]
    [TestCase("[|book.Isbn = model.Isbn|];", TestName = "The width stands in the configuration")]
    [TestCase("[|book.Shelf = model.Shelf|];", TestName = "The width stands in a configuration of its own")]
    [TestCase("book.Note = model.Note; [|book.Title = model.Title|];", TestName = "The narrower of two members")]
    [TestCase("if (db.Books.Any(row => row.Title == model.Title)) return Conflict(); [|book.Title = model.Title|];",
        TestName = "A look whether it is there already")]
    public Task Text_of_any_length(string body) => Flags(Code(body));

    [TestCase("if (model.Title.Length > 50) return BadRequest(); book.Title = model.Title;", TestName = "Measured")]
    [TestCase("if (model is { Title.Length: > 50 }) return BadRequest(); book.Title = model.Title;",
        TestName = "Measured in a pattern")]
    [TestCase("book.Title = model.Title[..Math.Min(50, model.Title.Length)];", TestName = "Cut")]
    [TestCase("book.Title = model.Title.Substring(0, 50);", TestName = "A part of it")]
    [TestCase("if (model.Title is not (\"a\" or \"b\")) return BadRequest(); book.Title = model.Title;",
        TestName = "One of two")]
    [TestCase("if (!Known.Contains(model.Title)) return BadRequest(); book.Title = model.Title;",
        TestName = "One of a list")]
    [TestCase("if (!IsTitle(model.Title)) return BadRequest(); book.Title = model.Title;", TestName = "Asked about")]
    [TestCase("Validate(model); book.Title = model.Title;", TestName = "Validated as a whole")]
    [TestCase("book.Title = model.Short;", TestName = "A limit at the member")]
    [TestCase("book.Title = model.Matched;", TestName = "A pattern at the member")]
    [TestCase("book.Title = model.Cut;", TestName = "A setter that corrects")]
    [TestCase("book.Title = limited;", TestName = "A limit at the parameter")]
    [TestCase("book.Story = model.Title;", TestName = "A column of any length")]
    [TestCase("book.Title = \"new\";", TestName = "A text of the program")]
    [TestCase("book.Title = Guid.NewGuid().ToString();", TestName = "An id")]
    [TestCase("book.Title = other.Title;", TestName = "Of another row")]
    [TestCase("var view = new BookView { Title = model.Title }; return Ok(view);", TestName = "What is no row")]
    [TestCase("book.Title = User.Identity!.Name!;", TestName = "The name of the user")]
    [TestCase("book.Pages = model.Pages;", TestName = "A number")]
    [TestCase("book.Title = model.Title + \"x\";", TestName = "Text that is put together")]
    [TestCase("text = text[..50]; book.Title = text;", TestName = "A parameter that was cut")]
    public Task Text_that_is_known(string body) => Allows(Code(body));

    [Test]
    public Task The_message_names_member_column_and_width() => Says(
        Code("[|book.Title = model.Title|];"),
        "'model.Title' may have any length, but the column of 'Book.Title' takes 50 characters: the database refuses "
        + "more, and the caller's mistake becomes a failure of the server; refuse what is longer where it comes in");

    [Test]
    public Task A_model_is_one_finding() => Says(
        Code("book.Title = model.Title; book.Note = model.Note; [|book.Isbn = model.Isbn|];"),
        "'model.Isbn' may have any length, but the column of 'Book.Isbn' takes 13 characters (and 2 other members "
        + "fare alike): the database refuses more, and the caller's mistake becomes a failure of the server; refuse "
        + "what is longer where it comes in");

    [TestCase("[|book.Plot = model.Title|];", TestName = "Alone")]
    [TestCase("book.Plot = model.Title; [|book.Blurb = model.Note|];", TestName = "The narrower of two")]
    public Task A_column_with_room_for_a_page_is_a_suggestion(string body) => Suggests(Code(body));

    [Test]
    public Task A_service_stores_what_a_handler_hands_on() => Flags(Code("store.Rename(book, model); ").Replace(
        "/* more */",
        "public interface IStore { void Rename(Book book, Model given); } "
        + "public class Store : IStore { public void Rename(Book book, Model given) => [|book.Title = given.Title|]; }",
        StringComparison.Ordinal));

    [Test]
    public Task A_handler_that_measures_before_it_hands_on() => Allows(Code(
        "if (model.Title.Length > 50) return BadRequest(); store.Rename(book, model);").Replace(
        "/* more */",
        "public interface IStore { void Rename(Book book, Model given); } "
        + "public class Store : IStore { public void Rename(Book book, Model given) => book.Title = given.Title; }",
        StringComparison.Ordinal));

    [Test]
    public Task A_database_that_takes_everything() =>
        Given.WithReferences(References.Sqlite).Allows(Code("book.Title = model.Title;"));

    private static string Code(string body) => $$"""
        using System.ComponentModel.DataAnnotations;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Metadata.Builders;
        public class Book
        {
            public int Id { get; set; }
            [MaxLength(50)] public string Title { get; set; } = "";
            [StringLength(200)] public string? Note { get; set; }
            public string Isbn { get; set; } = "";
            public string Shelf { get; set; } = "";
            public string Story { get; set; } = "";
            [MaxLength(4000)] public string Plot { get; set; } = "";
            [MaxLength(1000)] public string? Blurb { get; set; }
            public int Pages { get; set; }
        }
        public class BookView { [MaxLength(50)] public string Title { get; set; } = ""; }
        public class Model
        {
            public string Title { get; set; } = "";
            public string? Note { get; set; }
            public string Isbn { get; set; } = "";
            public string Shelf { get; set; } = "";
            [MaxLength(50)] public string Short { get; set; } = "";
            [RegularExpression("[a-z]{1,50}")] public string Matched { get; set; } = "";
            public string Cut { get => _cut; set => _cut = value[..50]; }
            private string _cut = "";
            public int Pages { get; set; }
        }
        public class Db : DbContext
        {
            public DbSet<Book> Books => Set<Book>();
            protected override void OnModelCreating(ModelBuilder builder) =>
                builder.Entity<Book>(entity => { entity.Property(book => book.Isbn).IsRequired().HasMaxLength(13); });
        }
        public class BookConfiguration : IEntityTypeConfiguration<Book>
        {
            private const int Width = 20;
            public void Configure(EntityTypeBuilder<Book> builder) => builder.Property(book => book.Shelf).HasMaxLength(Width);
        }
        public class BooksController(Db db, IStore store) : ControllerBase
        {
            private static readonly string[] Known = ["a"];
            [HttpPost]
            public IActionResult Act(string text, [MaxLength(50)] string limited, [FromBody] Model model)
            {
                var book = new Book();
                var other = db.Books.First();
                {{body}}
                db.SaveChanges();
                return Ok(store);
            }
            private static bool IsTitle(string title) => title.Length < 50;
            private static void Validate(Model model) { if (model.Title.Length > 50) throw new ArgumentException(nameof(model)); }
        }
        {{(body.Contains("Rename", StringComparison.Ordinal) ? "/* more */" : "public interface IStore { }")}}
        """;
}
