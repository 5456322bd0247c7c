using AiAwareAnalyzers.EdgeCases;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

public sealed class HalfOverriddenSaveTests : RuleTests<HalfOverriddenSave, HalfOverriddenSaveFix>
{
    private const string ShortSync = "public override int SaveChanges() { Stamp(); return base.SaveChanges(); }";
    private const string ShortAsync = "public override Task<int> SaveChangesAsync(CancellationToken token = default) { "
        + "Stamp(); return base.SaveChangesAsync(token); }";
    private const string LongSync = "public override int SaveChanges(bool acceptAllChangesOnSuccess) { Stamp(); return "
        + "base.SaveChanges(acceptAllChangesOnSuccess); }";
    private const string LongAsync = "public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, "
        + "CancellationToken token = default) { Stamp(); return base.SaveChangesAsync(acceptAllChangesOnSuccess, "
        + "token); }";

    private protected override ReferenceSet Framework => References.Sqlite;

    [TestCase(ShortAsync, TestName = "Only the short asynchronous one")]
    [TestCase(ShortSync, TestName = "Only the short synchronous one")]
    [TestCase(LongAsync, TestName = "Only the long asynchronous one")]
    [TestCase(LongSync, TestName = "Only the long synchronous one")]
    [TestCase(ShortSync + ShortAsync, TestName = "Both short ones")]
    [TestCase(ShortSync + LongAsync, TestName = "One short and one long")]
    [TestCase(LongSync + ShortAsync, TestName = "One long and one short")]
    [TestCase(
        """public override async Task<int> SaveChangesAsync(CancellationToken token = default) { var saved = await base.SaveChangesAsync(token); Publish(); return saved; }""",
        TestName = "Work after it")]
    [TestCase(
        """public override int SaveChanges() { foreach (var entry in ChangeTracker.Entries()) entry.DetectChanges(); return base.SaveChanges(); }""",
        TestName = "Work in place")]
    [TestCase(
        """public override int SaveChanges() => SaveWithStamp();  int SaveWithStamp() { Stamp(); return base.SaveChanges(); }""",
        TestName = "Work elsewhere")]
    public Task Contexts_with_a_way_around_that_is_taken(string members) => Flags(Code(Marked(members)) + Everyway);

    [TestCase(ShortAsync, "SaveChangesAsync()", TestName = "The synchronous one is taken nowhere here")]
    [TestCase(ShortSync, "SaveChanges()", TestName = "The asynchronous one is taken nowhere here")]
    [TestCase(LongAsync, "SaveChangesAsync(true)", TestName = "The synchronous one beside a long one")]
    public Task Contexts_with_a_way_around_that_somebody_may_take(string members, string call) =>
        Suggests(Code(Marked(members)) + Clerk(call));

    [TestCase("SaveChanges()", TestName = "Only the short synchronous one is taken")]
    [TestCase("SaveChangesAsync()", TestName = "Only the short asynchronous one is taken")]
    [TestCase("SaveChangesAsync(token)", TestName = "With a token")]
    public Task Nobody_takes_the_long_ones(string call) =>
        Allows(Code(ShortSync + ShortAsync) + Clerk(call));

    [Test]
    public Task A_context_of_the_program_that_others_derive_from() => Flags($$"""
        {{Usings}}
        public abstract class StampingContext : DbContext { void Stamp() { } {{Marked(ShortAsync)}} }
        public class Shop : StampingContext { }
        {{Everyway}}
        """);

    [Test]
    public Task A_context_that_derives_from_one_of_the_program() => Flags($$"""
        {{Usings}}
        public abstract class PlainContext : DbContext { }
        public class Shop : PlainContext { void Stamp() { } {{Marked(ShortAsync)}} }
        {{Everyway}}
        """);

    [Test]
    public Task The_message_names_the_ways_around() => Says(
        Code(Marked(ShortSync + ShortAsync)) + Everyway,
        "'Shop' does its work in 'SaveChanges' and 'SaveChangesAsync' only: callers of 'SaveChanges(bool)' or "
        + "'SaveChangesAsync(bool, CancellationToken)' skip it, and rows are "
        + "stored without it; override the overloads with 'acceptAllChangesOnSuccess', synchronous and asynchronous, "
        + "to which the others forward");

    [TestCase(LongSync + LongAsync, TestName = "Both long ones")]
    [TestCase(LongSync + LongAsync + ShortSync, TestName = "Both long ones and a short one")]
    [TestCase("", TestName = "None")]
    [TestCase("public override int SaveChanges() => base.SaveChanges();", TestName = "One that only passes on")]
    [TestCase(
        """public override int SaveChanges() { return base.SaveChanges(); }""",
        TestName = "One that only passes on in a block")]
    [TestCase(
        """public override Task<int> SaveChangesAsync(CancellationToken token = default) => base.SaveChangesAsync(token);""",
        TestName = "An asynchronous one that only passes on")]
    [TestCase(
        """public override int SaveChanges() => throw new NotSupportedException();""",
        TestName = "One that is forbidden")]
    [TestCase("public new int SaveChanges() { Stamp(); return base.SaveChanges(); }", TestName = "One that hides")]
    [TestCase(
        """public int SaveChanges(string who) { Stamp(); return base.SaveChanges(); }""", TestName = "One of its own")]
    [TestCase("public override void Dispose() { Stamp(); base.Dispose(); }", TestName = "Another override")]
    [TestCase("public Task<int> CommitAsync() { Stamp(); return SaveChangesAsync(); }", TestName = "A way of its own")]
    public Task Contexts_without_a_way_around(string members) => Allows(Code(members) + Everyway);

    [Test]
    public Task A_context_whose_base_does_the_rest() => Allows($$"""
        {{Usings}}
        public abstract class StampingContext : DbContext { void Stamp() { } {{LongSync}} {{LongAsync}} }
        public class Shop : StampingContext { public override int SaveChanges() { Console.WriteLine(); return base.SaveChanges(); } }
        {{Everyway}}
        """);

    [Test]
    public Task What_is_no_context() => Allows($$"""
        public class Store { public virtual int SaveChanges() => 0; public virtual int SaveChanges(bool accept) => 0; }
        public class Shop : Store { public override int SaveChanges() { Console.WriteLine(); return base.SaveChanges(); } }
        """);

    [Test]
    public Task A_project_without_the_framework() => Given.WithReferences(References.Net10).Allows("""
        public class DbContext { public virtual int SaveChanges() => 0; }
        public class Shop : DbContext { public override int SaveChanges() { Console.WriteLine(); return base.SaveChanges(); } }
        """);

    [Test]
    public Task Both_move_to_the_overloads_that_the_others_forward_to() => Fixes(
        Code("""
            public override int [|SaveChanges|]()
                {
                    Stamp(); // who and when
                    return base.SaveChanges();
                }

                public override Task<int> SaveChangesAsync(CancellationToken token = default)
                {
                    Stamp();
                    return base.SaveChangesAsync(token);
                }
            """) + Everyway,
        Code("""
            public override int SaveChanges(bool acceptAllChangesOnSuccess)
                {
                    Stamp(); // who and when
                    return base.SaveChanges(acceptAllChangesOnSuccess);
                }

                public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken token = default)
                {
                    Stamp();
                    return base.SaveChangesAsync(acceptAllChangesOnSuccess, token);
                }
            """) + Everyway);

    [TestCase(ShortAsync, TestName = "Nobody knows what the synchronous one shall do")]
    [TestCase(ShortSync + LongAsync, TestName = "One is long already")]
    [TestCase(
        """public override int SaveChanges() { Stamp(); return SaveChanges(true); } public override Task<int> SaveChangesAsync(CancellationToken token = default) { Stamp(); return base.SaveChangesAsync(token); }""",
        TestName = "One calls its sibling")]
    public Task What_is_not_moved(string members) => OffersNoFix(Code(Marked(members)) + Everyway);

    [Test]
    public async Task The_repaired_context_stamps_whoever_saves()
    {
        var (before, after) = await Running.Repairing<HalfOverriddenSave, HalfOverriddenSaveFix>(
            """
            using System;
            using System.Linq;
            using System.Threading;
            using System.Threading.Tasks;
            using Microsoft.EntityFrameworkCore;
            public class Row { public int Id { get; set; } public string Stamp { get; set; } = "none"; }
            public class Shop : DbContext
            {
                public DbSet<Row> Rows => Set<Row>();
                protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseInMemoryDatabase(Guid.NewGuid().ToString());
                public override int SaveChanges() { Stamp(); return base.SaveChanges(); }
                public override Task<int> SaveChangesAsync(CancellationToken token = default) { Stamp(); return base.SaveChangesAsync(token); }
                private void Stamp() { foreach (var entry in ChangeTracker.Entries<Row>()) entry.Entity.Stamp = "set"; }
            }
            public static class Proof
            {
                public static async Task<string> Run()
                {
                    var stamps = "";
                    foreach (var way in new Func<Shop, Task>[] { s => Task.FromResult(s.SaveChanges()), s => Task.FromResult(s.SaveChanges(true)), s => s.SaveChangesAsync(), s => s.SaveChangesAsync(true) })
                    {
                        using var shop = new Shop();
                        var row = new Row();
                        shop.Add(row);
                        await way(shop);
                        stamps += row.Stamp + " ";
                    }
                    return stamps.Trim();
                }
            }
            """,
            new Setting(References.EntityFrameworkCore));
        Assert.That((before, after), Is.EqualTo(("set none set none", "set set set set")));
    }

    private const string Usings = "using Microsoft.EntityFrameworkCore;";

    private const string Everyway = "public class Clerk { public async Task Save(Shop shop) { shop.SaveChanges(); "
        + "shop.SaveChanges(true); await shop.SaveChangesAsync(); await shop.SaveChangesAsync(true); } }";

    private static string Clerk(string call) =>
        $"public class Clerk {{ public object Save(Shop shop, CancellationToken token) => shop.{call}; }}";

    /// <summary>Marks the name of the first override.</summary>
    private static string Marked(string members)
    {
        var place = members.IndexOf(
            "SaveChanges", members.IndexOf("override", StringComparison.Ordinal), StringComparison.Ordinal);
        var end = members.IndexOf('(', place);
        return members[..place] + "[|" + members[place..end] + "|]" + members[end..];
    }

    private static string Code(string members) => $$"""
        {{Usings}}
        public class Shop : DbContext
        {
            {{members}}

            private void Stamp() { }
            private void Publish() { }
        }
        """;
}
