using AiAwareAnalyzers.Materialization;

namespace AiAwareAnalyzers.Tests.Materialization;

[CSharp(12)]
public sealed class UntranslatableTextTests : RuleTests<UntranslatableText>
{
    private const string Equal = "Equals(name, StringComparison.OrdinalIgnoreCase)";

    private protected override ReferenceSet Framework => References.Sqlite;

    private static string Code(string body, string members = "") =>
        $$"""
        using Microsoft.EntityFrameworkCore;
        public class Page { public string Text { get; set; } = ""; }
        public class Book
        {
            public int Id { get; set; }
            public string Title { get; set; } = "";
            public int Price { get; set; }
            public List<Page> Pages { get; set; } = [];
        }
        public class Shop : DbContext { public DbSet<Book> Books => Set<Book>(); }
        public class Shelf(Shop db)
        {
            public async Task<object> FindAsync(string name, bool all, IQueryable<Book> others, List<Book> list)
            {
                await Task.Yield();
                {{body}}
            }
            {{members}}
        }
        """;

    [TestCase("return db.Books.Where(b => b.Title.[|" + Equal + "|]).ToList();", TestName = "Equals")]
    [TestCase("return db.Books.Any(b => string.[|Equals(b.Title, name, StringComparison.Ordinal)|]);",
        TestName = "The static one")]
    [TestCase("return db.Books.Any(b => string.[|Compare(b.Title, name, StringComparison.Ordinal)|] == 0);",
        TestName = "Compare")]
    [TestCase("return db.Books.Where(b => b.Title.[|Contains(name, StringComparison.OrdinalIgnoreCase)|]);",
        TestName = "Contains")]
    [TestCase("return db.Books.Where(b => b.Title.[|StartsWith(name, StringComparison.CurrentCulture)|]);",
        TestName = "StartsWith")]
    [TestCase("return db.Books.Where(b => b.Title.[|IndexOf(name, StringComparison.Ordinal)|] > 0);",
        TestName = "IndexOf")]
    [TestCase("return db.Books.Where(b => b.Title.[|ToLowerInvariant()|] == name);", TestName = "ToLowerInvariant")]
    [TestCase("return db.Books.OrderBy(b => b.Title.[|ToUpperInvariant()|]);", TestName = "An order")]
    [TestCase("return db.Books.Where(b => name.[|Equals(b.Title, StringComparison.Ordinal)|]);",
        TestName = "The column as the argument")]
    [TestCase("return await db.Books.FirstOrDefaultAsync(b => b.Title.[|" + Equal + "|]);", TestName = "The first")]
    [TestCase("return await db.Set<Book>().CountAsync(b => b.Title.[|" + Equal + "|]);", TestName = "A set")]
    [TestCase("return db.Books.AsNoTracking().Where(b => b.Price > 0 && (b.Title.[|" + Equal + "|] || all));",
        TestName = "Among others")]
    [TestCase("return db.Books.Where(b => b.Pages.Any(p => p.Text.[|" + Equal + "|]));", TestName = "Rows of a row")]
    [TestCase("return from b in db.Books where b.Title.[|" + Equal + "|] select b;", TestName = "Query syntax")]
    [TestCase("var query = db.Books.AsQueryable(); if (all) query = query.Where(b => b.Title.[|" + Equal + "|]); "
        + "return query.ToList();", TestName = "A query that grows")]
    [TestCase("IQueryable<Book> query = db.Books; query = query.OrderBy(b => b.Id); "
        + "return query.Where(b => b.Title.[|" + Equal + "|]);", TestName = "A query under another type")]
    public Task What_has_no_sql(string body) => Flags(Code(body));

    [Test]
    public Task One_operator_is_one_finding() => Flags(Code(
        "return db.Books.Where(b => b.Title.[|" + Equal + "|] || b.Title.Contains(name, StringComparison.Ordinal));"));

    [Test]
    public Task The_message_names_the_way_out() => Says(
        Code("return db.Books.Where(b => b.Title.[|" + Equal + "|]);"),
        "'Equals' with a 'StringComparison' of a column has no SQL, so the query throws an InvalidOperationException "
        + "whenever it runs; compare with '==' and leave the case to the collation, or compare 'ToLower()' of both");

    [Test]
    public Task The_message_names_the_other_method() => Says(
        Code("return db.Books.Where(b => b.Title.[|ToLowerInvariant()|] == name);"),
        "'ToLowerInvariant' of a column has no SQL, so the query throws an InvalidOperationException whenever it runs; "
        + "use 'ToLower'");

    [TestCase("return db.Books.Where(b => b.Title == name);", TestName = "An equality")]
    [TestCase("return db.Books.Where(b => b.Title.ToLower() == name.ToLowerInvariant());", TestName = "A value")]
    [TestCase("return db.Books.Where(b => all || name.Equals(\"a\", StringComparison.Ordinal));",
        TestName = "No column")]
    [TestCase("return db.Books.AsEnumerable().Where(b => b.Title." + Equal + ");", TestName = "In memory")]
    [TestCase("return (await db.Books.ToListAsync()).Where(b => b.Title." + Equal + ");", TestName = "A list")]
    [TestCase("return list.Where(b => b.Title." + Equal + ");", TestName = "A list that is given")]
    [TestCase("return list.AsQueryable().Where(b => b.Title." + Equal + ");", TestName = "A list as a query")]
    [TestCase("return others.Where(b => b.Title." + Equal + ");", TestName = "A query whose beginning is not in sight")]
    [TestCase("return db.Books.Select(b => new { b.Id, Same = b.Title." + Equal + " }).ToList();",
        TestName = "The last projection")]
    [TestCase("var query = db.Books.AsQueryable(); if (all) query = list.AsQueryable(); "
        + "return query.Where(b => b.Title." + Equal + ");", TestName = "A query that may be a list")]
    [TestCase("Func<Book, bool> same = b => b.Title." + Equal + "; return db.Books.AsEnumerable().Where(same);",
        TestName = "A function")]
    public Task What_is_compared_elsewhere(string body) => Allows(Code(body));

    [Test]
    public Task A_provider_that_keeps_objects() => Given.WithReferences(References.EntityFrameworkCore)
        .Allows(Code("return db.Books.Where(b => b.Title." + Equal + ").ToList();"));

    [Test]
    public Task A_project_of_tests() => Given.WithReferences(References.Sqlite.And("NUnit"))
        .Allows(Code("return db.Books.Where(b => b.Title." + Equal + ").ToList();"));

    [Test]
    public Task A_translator_of_its_own() => Allows(
        "// IMethodCallTranslator\n" + Code("return db.Books.Where(b => b.Title." + Equal + ").ToList();"));
}
