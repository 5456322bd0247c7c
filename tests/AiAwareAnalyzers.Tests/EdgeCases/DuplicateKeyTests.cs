using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

[CSharp(12)]
public sealed class DuplicateKeyTests : RuleTests<DuplicateKey>
{
    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase("await db.Reviews.[|ToDictionaryAsync(r => r.WineId)|];", TestName = "A reference")]
    [TestCase("db.Reviews.[|ToDictionary(r => r.WineId, r => r.Text)|];", TestName = "A reference, with values")]
    [TestCase("await db.Set<Review>().AsNoTracking().OrderBy(r => r.Id).[|ToDictionaryAsync(r => r.WineId)|];",
        TestName = "A set of the context")]
    [TestCase("var all = await db.Reviews.Where(r => r.Stars > 3).ToListAsync(); all.[|ToDictionary(r => r.WineId)|];",
        TestName = "Rows that were read before")]
    [TestCase("(await db.Reviews.ToListAsync()).[|ToDictionary(r => r.Wine!.Id)|];", TestName = "The row referred to")]
    [TestCase("db.Reviews.[|ToDictionary(r => r.CriticId!.Value)|];", TestName = "A reference that may be missing")]
    [TestCase("db.Reviews.[|ToDictionary(r => r.CriticId ?? 0)|];", TestName = "A reference with a fallback")]
    [TestCase("db.Wines.[|ToDictionary(w => w.Name)|];", TestName = "A name")]
    [TestCase("db.Wines.[|ToDictionary(w => w.Name.Trim().ToLowerInvariant())|];", TestName = "A name that is trimmed")]
    [TestCase("db.Wines.[|ToDictionary(w => w.Name, StringComparer.OrdinalIgnoreCase)|];",
        TestName = "A name with a comparer")]
    [TestCase("db.Reviews.[|ToDictionary(r => r.At.Date)|];", TestName = "A day")]
    [TestCase("db.Reviews.[|ToDictionary(r => (r.WineId, r.CriticId))|];", TestName = "A pair")]
    [TestCase("db.Reviews.[|ToDictionary(r => new { r.WineId, r.Stars })|];", TestName = "An anonymous pair")]
    [TestCase("db.Reviews.[|ToDictionary(r => $\"{r.WineId}/{r.Stars}\")|];", TestName = "A pair in a text")]
    [TestCase("db.Reviews.Select(r => new { r.WineId, r.Text }).[|ToDictionary(x => x.WineId, x => x.Text)|];",
        TestName = "A projection")]
    [TestCase("db.Reviews.Select(r => new Line { Wine = r.WineId }).ToList().[|ToDictionary(x => x.Wine)|];",
        TestName = "A projection into a type")]
    [TestCase("db.Reviews.Select(r => new Short(r.WineId)).ToList().[|ToDictionary(x => x.Wine)|];",
        TestName = "A projection into a record")]
    [TestCase("db.Reviews.Select(r => r.WineId).[|ToDictionary(id => id)|];", TestName = "A column")]
    [TestCase("(from r in db.Reviews where r.Stars > 3 select r).[|ToDictionary(r => r.WineId)|];",
        TestName = "A query that is written as one")]
    [TestCase("db.Reviews.AsEnumerable().[|ToFrozenDictionary(r => r.WineId)|];", TestName = "A frozen dictionary")]
    [TestCase("db.Reviews.AsEnumerable().[|ToImmutableDictionary(r => r.WineId)|];",
        TestName = "An immutable dictionary")]
    [TestCase("(await store.GoodAsync(3)).[|ToDictionary(r => r.WineId)|];", TestName = "What a repository reads")]
    [TestCase("db.Reviews.Where(r => r.WineId == 3).[|ToDictionary(r => r.Stars)|];",
        TestName = "Rows of one other row")]
    public Task A_key_that_several_rows_may_have(string body) => Flags(Code(body));

    [TestCase("db.Wines.ToDictionary(w => w.Id);", TestName = "The primary key")]
    [TestCase("db.Wines.ToDictionary(w => w.Code);", TestName = "A unique index")]
    [TestCase("db.Growers.ToDictionary(g => g.Number);", TestName = "A key that is configured")]
    [TestCase("db.Growers.ToDictionary(g => g.Licence);", TestName = "A unique index by an attribute")]
    [TestCase("db.Cellars.ToDictionary(c => c.Plate);", TestName = "A key by an attribute")]
    [TestCase("db.Cellars.ToDictionary(c => c.CellarId);", TestName = "A key by its name")]
    [TestCase("db.Reviews.ToDictionary(r => (r.WineId, r.Id));", TestName = "A pair with the primary key")]
    [TestCase("db.Reviews.Select(r => new { r.WineId, r.Id }).ToDictionary(x => x.Id);",
        TestName = "The primary key in a projection")]
    [TestCase("db.Wines.ToDictionary(w => w.Colour);", TestName = "A value of an enumeration")]
    [TestCase("db.Details.ToDictionary(d => d.WineId);", TestName = "One row for one row")]
    [TestCase("db.Reviews.GroupBy(r => r.WineId).ToDictionary(g => g.Key);", TestName = "Groups")]
    [TestCase("db.Reviews.GroupBy(r => r.WineId).Select(g => g.First()).ToDictionary(r => r.WineId);",
        TestName = "The first of each group")]
    [TestCase("db.Reviews.AsEnumerable().DistinctBy(r => r.WineId).ToDictionary(r => r.WineId);",
        TestName = "One of each")]
    [TestCase("db.Reviews.Select(r => r.WineId).Distinct().ToDictionary(id => id);", TestName = "Distinct values")]
    [TestCase("db.Reviews.ToLookup(r => r.WineId);", TestName = "A lookup")]
    [TestCase("db.Reviews.Where(r => r.Id == 3).ToDictionary(r => r.WineId);", TestName = "One row")]
    [TestCase("db.Reviews.Where(r => r.IsCurrent).ToDictionary(r => r.WineId);", TestName = "The current ones")]
    [TestCase("db.Reviews.Where(r => r.At == db.Reviews.Where(o => o.WineId == r.WineId).Max(o => o.At))"
        + ".ToDictionary(r => r.WineId);", TestName = "The newest ones")]
    [TestCase("try { db.Reviews.ToDictionary(r => r.WineId); } catch (ArgumentException) { }",
        TestName = "Somebody answers it")]
    [TestCase("db.Reviews.ToDictionary(r => Key(r));", TestName = "A key that is computed")]
    [TestCase("given.ToDictionary(r => r.WineId);", TestName = "Rows that somebody hands over")]
    [TestCase("new[] { 1, 2 }.ToDictionary(n => n);", TestName = "A list that is written here")]
    [TestCase("Enum.GetValues<Colour>().ToDictionary(c => c.ToString());", TestName = "An enumeration")]
    [TestCase("new Dictionary<int, string>().ToDictionary(p => p.Key, p => p.Value);",
        TestName = "Another dictionary")]
    [TestCase("lines.ToDictionary(l => l.Wine);", TestName = "What is no row")]
    [TestCase("(await store.NewestAsync()).ToDictionary(r => r.WineId);", TestName = "What a repository groups")]
    [TestCase("db.Wines.ToDictionary(w => w.Label); _ = await db.Wines.AnyAsync(w => w.Label == \"a\");",
        TestName = "A text that is looked for before a row is added")]
    [TestCase("db.Wines.ToDictionary(w => w.Label); _ = db.Wines.SingleOrDefault(w => w.Label == \"a\");",
        TestName = "A text of which there is one")]
    public Task A_key_that_one_row_has(string body) => Allows(Code(body));

    [Test]
    public Task Rows_of_another_model_are_unknown() => Allows("""
        using Microsoft.EntityFrameworkCore;
        public class Review { public int Id { get; set; } public int WineId { get; set; } }
        public class Reports
        {
            public void Run(DbContext db) => db.Set<Review>().ToDictionary(r => r.WineId);
        }
        """);

    [Test]
    public async Task The_message_says_what_to_do()
    {
        await Says(
            Code("db.Reviews.[|ToDictionary(r => r.WineId)|];"),
            "'ToDictionary' throws at the second 'Review' with the same 'WineId', which nothing in the model keeps "
            + "unique; use 'ToLookup', or group the rows first");
        await Says(
            Code("db.Wines.[|ToDictionary(w => w.Name)|];"),
            "'ToDictionary' throws at the second 'Wine' with the same 'Name', which nothing in the model keeps "
            + "unique; use 'ToLookup', or give it a unique index");
    }

    private static string Code(string body) => $$"""
        using System.Collections.Frozen;
        using System.Collections.Immutable;
        using System.ComponentModel.DataAnnotations;
        using Microsoft.EntityFrameworkCore;

        public enum Colour { Red, White }
        public class Wine
        {
            public int Id { get; set; }
            public string Code { get; set; } = "";
            public string Name { get; set; } = "";
            public string Label { get; set; } = "";
            public Colour Colour { get; set; }
            public Detail? Detail { get; set; }
            public List<Review> Reviews { get; set; } = [];
        }
        public class Detail { public int Id { get; set; } public int WineId { get; set; } public Wine? Wine { get; set; } }
        public class Review
        {
            public int Id { get; set; }
            public int WineId { get; set; }
            public Wine? Wine { get; set; }
            public int? CriticId { get; set; }
            public int Stars { get; set; }
            public bool IsCurrent { get; set; }
            public string Text { get; set; } = "";
            public DateTime At { get; set; }
        }
        [Index(nameof(Licence), IsUnique = true)]
        public class Grower { public int Number { get; set; } public string Licence { get; set; } = ""; }
        public class Cellar { public int CellarId { get; set; } [Key] public string Plate { get; set; } = ""; }
        public class Line { public int Wine { get; set; } }
        public record Short(int Wine);
        public class Db : DbContext
        {
            public DbSet<Wine> Wines { get; set; } = null!;
            public DbSet<Detail> Details { get; set; } = null!;
            public DbSet<Review> Reviews { get; set; } = null!;
            public DbSet<Grower> Growers { get; set; } = null!;
            public DbSet<Cellar> Cellars { get; set; } = null!;
            protected override void OnModelCreating(ModelBuilder model)
            {
                model.Entity<Wine>().HasIndex(w => w.Code).IsUnique();
                model.Entity<Grower>().HasKey(g => g.Number);
            }
        }
        public class Store(Db db)
        {
            public async Task<List<Review>> GoodAsync(int stars) =>
                await db.Reviews.Where(r => r.Stars > stars).OrderBy(r => r.Id).ToListAsync();
            public async Task<List<Review>> NewestAsync() =>
                await db.Reviews.GroupBy(r => r.WineId).Select(g => g.First()).ToListAsync();
        }
        public class Reports(Db db, Store store)
        {
            public async Task Run(List<Review> given, List<Line> lines)
            {
                await Task.Yield();
                {{body}}
            }
            private static int Key(Review review) => review.WineId * 10 + review.Stars;
        }
        """;
}
