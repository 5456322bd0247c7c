using AiAwareAnalyzers.Materialization;
using AiAwareAnalyzers.Tests.Cases;
using static AiAwareAnalyzers.Tests.Materialization.ShopCode;

namespace AiAwareAnalyzers.Tests.Materialization;

public sealed class LoadToDeleteTests : RuleTests<LoadToDelete, LoadToDeleteFix>
{
    private protected override ReferenceSet Framework => References.Sqlite;

    [Test]
    public Task Rows_are_listed_and_removed() =>
        Flags(Statements(
            "var old = await db.Orders.Where(o => o.Paid).ToListAsync(token);\ndb.Orders.[|RemoveRange(old)|];\nawait "
            + "db.SaveChangesAsync(token);"));

    [Test]
    public Task A_query_is_removed() =>
        Flags(Statements("db.Orders.[|RemoveRange(db.Orders.Where(o => o.Paid))|];\ndb.SaveChanges();"));

    [Test]
    public Task A_whole_table_is_removed() =>
        Flags(Statements("db.Orders.[|RemoveRange(db.Orders)|];\nawait db.SaveChangesAsync();"));

    [Test]
    public Task The_context_removes() =>
        Flags(Statements("db.[|RemoveRange(db.Orders.Where(o => o.Paid))|];\ndb.SaveChanges();"));

    [Test]
    public Task A_list_is_removed_in_one_expression() =>
        Flags(Statements(
            "db.Orders.[|RemoveRange(await db.Orders.Where(o => o.Points == id).ToListAsync(token))|];\nawait "
            + "db.SaveChangesAsync(token);"));

    [Test]
    public Task A_loop_removes_each_row() =>
        Flags(Statements(
            "foreach (var o in [|db.Orders.Where(o => o.Paid).ToList()|]) db.Orders.Remove(o);\ndb.SaveChanges();"));

    [Test]
    public Task A_loop_over_a_query_removes_each_row() =>
        Flags(Statements("foreach (var o in [|db.Orders|]) { db.Remove(o); }\ndb.SaveChanges();"));

    [Test]
    public Task A_loop_over_a_held_list_removes_each_row() =>
        Flags(Statements("var old = await db.Orders.Where(o => o.Paid).ToListAsync(token);\nforeach (var o in [|old|]) "
            + "db.Orders.Remove(o);\nawait db.SaveChangesAsync(token);"));

    [Test]
    public Task A_loop_gives_each_row_the_same_value() =>
        Flags(Statements(
            "foreach (var o in [|await db.Orders.Where(o => o.CustomerId == id).ToListAsync(token)|]) o.Paid = true;\n"
            + "await db.SaveChangesAsync(token);"));

    [Test]
    public Task Another_row_is_changed_before_the_same_save() =>
        Allows(Statements(
            "var chosen = await db.Orders.FirstAsync(o => o.Id == id, token);\n"
            + "foreach (var o in await db.Orders.Where(o => o.Paid).ToListAsync(token)) o.Paid = false;\n"
            + "chosen.Paid = true;\nawait db.SaveChangesAsync(token);"));

    [Test]
    public Task Another_row_is_changed_behind_the_save() =>
        Flags(Statements(
            "var chosen = await db.Orders.FirstAsync(o => o.Id == id, token);\n"
            + "foreach (var o in [|await db.Orders.Where(o => o.Paid).ToListAsync(token)|]) o.Paid = false;\n"
            + "await db.SaveChangesAsync(token);\nchosen.Paid = true;"));

    [Test]
    public Task A_test_project() => new RuleCase<LoadToDelete>(new Setting(References.Sqlite.And("NUnit")))
        .Allows(Statements("db.Orders.RemoveRange(db.Orders);\nawait db.SaveChangesAsync();"));

    [Test]
    public Task A_loop_gives_each_row_two_values() =>
        Flags(Statements(
            "foreach (var o in [|db.Orders.Where(o => o.CustomerId == id)|]) { o.Paid = true; o.Note = name; }\n"
            + "db.SaveChanges();"));

    [Test]
    public Task A_set_of_the_context_by_type() =>
        Flags(Statements("db.Set<Order>().[|RemoveRange(db.Set<Order>().Where(o => o.Paid))|];\ndb.SaveChanges();"));

    [Test]
    public Task A_save_a_little_later_still_saves() =>
        Flags(Statements("db.Orders.[|RemoveRange(db.Orders.Where(o => o.Paid))|];\nUse(id);\ndb.SaveChanges();"));

    [Test]
    public Task It_says_what_is_loaded_and_what_does_it_in_place() => Says(
        Statements(
            "var old = await db.Orders.Where(o => o.Paid).ToListAsync(token);\ndb.Orders.[|RemoveRange(old)|];\nawait "
            + "db.SaveChangesAsync(token);"),
        "Every row of 'db.Orders' is loaded only to be deleted; 'ExecuteDeleteAsync' does it in the database with one "
        + "statement");

    [Test]
    public Task Rows_that_are_looked_at_must_be_loaded() =>
        Allows(Statements("var old = await db.Orders.Where(o => o.Paid).ToListAsync(token);\nforeach (var o in old) "
            + "Use(o);\ndb.Orders.RemoveRange(old);\nawait db.SaveChangesAsync(token);"));

    [Test]
    public Task Rows_that_are_counted_are_used() =>
        Allows(Statements("var old = await db.Orders.Where(o => o.Paid).ToListAsync(token);\n"
            + "db.Orders.RemoveRange(old);\nawait db.SaveChangesAsync(token);\nUse(old.Count);"));

    [Test]
    public Task A_row_by_its_key_is_one() =>
        Allows(Statements("db.Orders.RemoveRange(db.Orders.Where(o => o.Id == id));\ndb.SaveChanges();"));

    [Test]
    public Task A_batch_is_bounded() =>
        Allows(Statements("db.Orders.RemoveRange(db.Orders.Where(o => o.Paid).Take(500));\ndb.SaveChanges();"));

    [Test]
    public Task A_change_that_somebody_else_saves() =>
        Allows(Statements("db.Orders.RemoveRange(db.Orders.Where(o => o.Paid));"));

    [Test]
    public Task A_context_with_a_save_of_its_own_needs_the_rows() =>
        Allows(Model("public override int SaveChanges() { return base.SaveChanges(); }"));

    [Test]
    public Task A_context_whose_saves_are_intercepted_needs_the_rows() =>
        Allows(Model(
            "protected override void OnConfiguring(DbContextOptionsBuilder options) => options.AddInterceptors(new "
            + "Audit());\nclass Audit : Microsoft.EntityFrameworkCore.Diagnostics.SaveChangesInterceptor { }"));

    [Test]
    public Task Rows_of_the_caller_are_loaded_already() =>
        Allows(Statements("db.Orders.RemoveRange(orders);\ndb.SaveChanges();"));

    [Test]
    public Task A_loop_that_does_more_than_remove() =>
        Allows(
            Statements("foreach (var o in db.Orders.ToList()) { Use(o.Id); db.Orders.Remove(o); }\ndb.SaveChanges();"));

    [Test]
    public Task A_loop_that_removes_some() =>
        Allows(Statements(
            "foreach (var o in db.Orders.ToList()) { if (IsOdd(o)) db.Orders.Remove(o); }\ndb.SaveChanges();"));

    [Test]
    public Task A_value_that_each_row_decides() =>
        Allows(Statements("foreach (var o in db.Orders.ToList()) o.Note = Describe(o);\ndb.SaveChanges();"));

    [Test]
    public Task An_entity_as_value_is_a_relation() =>
        Allows(Statements(
            "var customer = new Customer();\nforeach (var o in db.Orders.ToList()) o.Customer = customer;\n"
            + "db.SaveChanges();"));

    [Test]
    public Task A_list_removes_from_itself() =>
        Allows(Statements("var all = db.Orders.ToList();\nall.RemoveRange(0, 3);\ndb.SaveChanges();\nUse(all);"));

    [Test]
    public Task Another_context_saves() =>
        Allows(Statements(
            "var other = new Shop();\ndb.Orders.RemoveRange(db.Orders.Where(o => o.Paid));\nother.SaveChanges();"));

    [Test]
    public Task Rows_of_somebodys_query_have_no_context_here() =>
        Allows(Members("public void Run(IQueryable<Order> old) { db.Orders.RemoveRange(old); db.SaveChanges(); }"));

    [Test]
    public Task One_row_is_removed() =>
        Allows(Statements(
            "var o = await db.Orders.FirstAsync(o => o.Paid);\ndb.Orders.Remove(o);\nawait "
            + "db.SaveChangesAsync(token);"));

    [Test]
    public Task A_held_list_is_deleted_in_place() => Fixes(
        Statements("// Old ones.\nvar old = await db.Orders.Where(o => o.Paid).ToListAsync(token);\n"
            + "db.Orders.[|RemoveRange(old)|];\nawait db.SaveChangesAsync(token).ConfigureAwait(false);\nUse(id);"),
        Statements("// Old ones.\nawait db.Orders.Where(o => o.Paid).ExecuteDeleteAsync(token).ConfigureAwait(false);\n"
            + "await db.SaveChangesAsync(token).ConfigureAwait(false);\nUse(id);"));

    [Test]
    public Task A_context_of_ones_own_needs_no_save() => Fixes(
        Statements(
            "using var shop = new Shop();\nshop.Orders.[|RemoveRange(shop.Orders.Where(o => o.Paid))|];\n"
            + "shop.SaveChanges();\nUse(id);"),
        Statements("using var shop = new Shop();\nshop.Orders.Where(o => o.Paid).ExecuteDelete();\nUse(id);"));

    [Test]
    public Task A_loop_is_deleted_in_place() => Fixes(
        Statements(
            "foreach (var o in [|db.Orders.Where(o => o.Paid).ToList()|])\n{\n    db.Orders.Remove(o);\n}\n"
            + "db.SaveChanges();"),
        Statements("db.Orders.Where(o => o.Paid).ExecuteDelete();\ndb.SaveChanges();"));

    [Test]
    public Task All_deletions_are_done_in_place_at_once() => Fixes(
        Statements(
            "db.Orders.[|RemoveRange(db.Orders.Where(o => o.Paid))|];\nawait db.SaveChangesAsync(token);\nvar old = "
            + "await db.Lines.Where(l => l.Quantity == id).ToListAsync(token);\ndb.Lines.[|RemoveRange(old)|];\nawait "
            + "db.SaveChangesAsync(token).ConfigureAwait(false);"),
        Statements(
            "await db.Orders.Where(o => o.Paid).ExecuteDeleteAsync(token);\nawait db.SaveChangesAsync(token);\nawait "
            + "db.Lines.Where(l => l.Quantity == id).ExecuteDeleteAsync(token).ConfigureAwait(false);\nawait "
            + "db.SaveChangesAsync(token).ConfigureAwait(false);"));

    [Test]
    public Task A_save_that_does_not_follow_at_once_is_left_to_a_person() =>
        OffersNoFix(
            Statements("db.Orders.[|RemoveRange(db.Orders.Where(o => o.Paid))|];\nUse(id);\ndb.SaveChanges();"));

    [Test]
    public Task A_count_of_saved_rows_is_left_to_a_person() =>
        OffersNoFix(Statements("db.Orders.[|RemoveRange(db.Orders.Where(o => o.Paid))|];\nUse(db.SaveChanges());"));

    [Test]
    public Task Included_rows_are_left_to_a_person() =>
        OffersNoFix(Statements(
            "db.Orders.[|RemoveRange(db.Orders.Include(o => o.Lines).Where(o => o.Paid))|];\ndb.SaveChanges();"));

    [Test]
    public Task An_update_is_left_to_a_person() =>
        OffersNoFix(Statements(
            "foreach (var o in [|db.Orders.Where(o => o.CustomerId == id)|]) o.Paid = true;\ndb.SaveChanges();"));

    [TestCase("shop.Orders.RemoveRange(shop.Orders.Where(o => o.Paid || o.Points > 5)); shop.SaveChanges();")]
    [TestCase(
        "var old = await shop.Orders.Where(o => keys.Contains(o.Points)).ToListAsync(); shop.Orders.RemoveRange(old); "
        + "await shop.SaveChangesAsync();")]
    [TestCase(
        "foreach (var o in shop.Orders.Where(o => o.Priority == null)) shop.Orders.Remove(o); shop.SaveChanges();")]
    [TestCase("var old = shop.Orders.AsNoTracking().Where(o => o.Total > 3m).ToArray(); shop.RemoveRange(old); await "
        + "shop.SaveChangesAsync(CancellationToken.None).ConfigureAwait(false);")]
    [TestCase(
        "foreach (var o in await shop.Orders.Where(o => !o.Paid).Where(o => o.PlacedAt > limit).ToListAsync()) "
        + "shop.Remove(o); await shop.SaveChangesAsync();")]
    [TestCase("shop.Set<Order>().RemoveRange(shop.Set<Order>()); shop.SaveChanges();")]
    [TestCase(
        "shop.Orders.Add(new Order { Points = 99 }); shop.SaveChanges(); shop.Orders.RemoveRange(shop.Orders.Where(o "
        + "=> o.Points < 9)); shop.SaveChanges();")]
    public Task The_same_rows_are_left(string statements) =>
        KeepsBehaviour(
            QuerySubjectWith($"{statements} return await shop.Orders.Select(o => o.CustomerId).ToListAsync();"),
            inputs: 25);

    private static string Model(string members) => $$"""
        using Microsoft.EntityFrameworkCore;
        class Order { public int Id { get; set; } public bool Paid { get; set; } }
        class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); {{members}} }
        class C { void M(Shop db) { db.Orders.RemoveRange(db.Orders.Where(o => o.Paid)); db.SaveChanges(); } }
        """;

    [TestCase("db.Orders.Add(new Order());", TestName = "One that is added")]
    [TestCase("foreach (var i in ids) db.Orders.Add(new Order { Id = i });", TestName = "One for each")]
    [TestCase("db.Orders.AddRange(orders);", TestName = "Several at once")]
    [TestCase("await db.AddAsync(new Order(), token);", TestName = "One that the context takes")]
    public Task Rows_that_are_replaced_in_one_save_are_one_change(string addition) =>
        Allows(Statements(
            $"db.Orders.RemoveRange(db.Orders.Where(o => o.Paid));\n{addition}\nawait db.SaveChangesAsync(token);"));

    [Test]
    public Task Rows_of_another_table_replace_nothing() =>
        Flags(Statements(
            "db.Orders.[|RemoveRange(db.Orders.Where(o => o.Paid))|];\ndb.Lines.Add(new Line());\ndb.SaveChanges();"));

    [Test]
    public Task Rows_that_are_added_after_the_save_are_another_change() =>
        Flags(Statements(
            "db.Orders.[|RemoveRange(db.Orders.Where(o => o.Paid))|];\ndb.SaveChanges();\n"
            + "db.Orders.Add(new Order());"));
}
