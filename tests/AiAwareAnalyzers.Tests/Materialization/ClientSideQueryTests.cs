using AiAwareAnalyzers.Materialization;
using static AiAwareAnalyzers.Tests.Materialization.ShopCode;

namespace AiAwareAnalyzers.Tests.Materialization;

public sealed class ClientSideQueryTests : RuleTests<ClientSideQuery, ClientSideQueryFix>
{
    private protected override ReferenceSet Framework => References.Sqlite;

    [TestCase("Use(db.Orders.FromSqlRaw(\"EXEC dbo.GetOrders\").AsEnumerable().First(o => o.Points == id));")]
    [TestCase("Use(db.Database.SqlQueryRaw<int>(\"SELECT COUNT(*) FROM Orders\").AsEnumerable().First(c => c > id));")]
    [TestCase("Use(db.Orders.FromSql($\"CALL get_orders({id})\").AsEnumerable().Where(o => o.Paid).ToList());")]
    public Task A_statement_that_nothing_can_be_added_to_is_read_as_it_comes(string statement) =>
        Allows(Statements(statement));

    [TestCase("Use(repository.All().[|Where(o => o.Paid)|].ToList());", TestName = "A plain sequence of a repository")]
    [TestCase("Use(repository.All().[|Count(o => o.Paid)|]);", TestName = "A plain sequence, counted")]
    public Task A_plain_sequence_that_a_repository_makes_of_a_query(string code) => Flags(Layers(code));

    [TestCase("Use(repository.Arrow.[|Where(o => o.Paid)|].ToList());", TestName = "A property with an arrow")]
    [TestCase("Use(repository.Getter.[|Where(o => o.Paid)|].ToList());", TestName = "A property with a getter")]
    [TestCase("Use(repository.Short.[|First(o => o.Id == id)|]);", TestName = "A property with a short getter")]
    [TestCase("Use(repository.View.[|Any(o => o.Paid)|]);", TestName = "A property that makes a view")]
    [TestCase("Use(repository.Handed.[|Where(o => o.Paid)|]);", TestName = "A property that hands on a method")]
    [TestCase("Use(repository.Local.[|Where(o => o.Paid)|]);", TestName = "A property with a local")]
    [TestCase("Use(new OrderRepository().Arrow.[|Where(o => o.Paid)|]);", TestName = "A property of the type itself")]
    [TestCase("var all = repository.Arrow; Use(all.[|Where(o => o.Paid)|]);", TestName = "A property in a local")]
    [TestCase("Use((from o in repository.Arrow [|where o.Paid|] select o).ToList());",
        TestName = "A property in a query")]
    [TestCase("foreach (var o in [|repository.Arrow|]) { if (o.Paid) Use(o); }", TestName = "A loop over a property")]
    [TestCase("foreach (var o in [|repository.All()|]) { if (o.Paid) Use(o); }", TestName = "A loop over a method")]
    public Task A_plain_sequence_that_a_property_makes_of_a_query(string code) => Flags(Layers(code));

    [Test]
    public Task The_message_of_a_property_names_the_table() => Says(
        Layers("Use(repository.Arrow.[|Where(o => o.Paid)|].ToList());"),
        "'repository.Arrow' is declared as a plain sequence, so every row of '_db.Orders' is loaded to be examined in "
        + "memory; declare it as 'IQueryable'");

    [TestCase("Use(repository.Kept.Where(o => o.Paid).ToList());", TestName = "A property that holds a list")]
    [TestCase("Use(repository.Listed.Where(o => o.Paid).ToList());", TestName = "A property that loads")]
    [TestCase("Use(repository.Page.Where(o => o.Paid).ToList());", TestName = "A property that is a page")]
    [TestCase("Use(repository.Either.Where(o => o.Paid).ToList());", TestName = "A property with two values")]
    [TestCase("Use(repository.Set.Where(o => o.Paid).ToList());", TestName = "A property that stays a query")]
    [TestCase("Use(repository.Arrow.ToList());", TestName = "A property, all of it")]
    [TestCase("Use(cards.Arrow.Where(o => o.Paid).ToList());", TestName = "A property that two types fulfil")]
    [TestCase("foreach (var o in repository.Listed) { if (o.Paid) Use(o); }", TestName = "A loop over what is loaded")]
    [TestCase("foreach (var o in repository.Arrow) Use(o);", TestName = "A loop over all of them")]
    public Task A_property_that_has_or_leaves_its_rows_is_fine(string code) => Allows(Layers(code));

    [TestCase("Use(repository.Query().Where(o => o.Paid).ToList());", TestName = "It stays a query")]
    [TestCase("Use(repository.Known().Where(o => o.Paid).ToList());", TestName = "It is a list in disguise")]
    [TestCase("Use(repository.All().ToList());", TestName = "All of them")]
    public Task A_query_or_a_list_of_a_repository_is_fine(string code) => Allows(Layers(code));

    private static string Layers(string code) => Members($$"""
            public void Run(IOrders repository, ICards cards, int id) { {{code}} }

            public interface ICards { IEnumerable<Order> Arrow { get; } }
            public class Cards : ICards { private readonly Shop _db = new(); public IEnumerable<Order> Arrow => _db.Orders; }
            public class NoCards : ICards { public IEnumerable<Order> Arrow => new List<Order>(); }

            public interface IOrders
            {
                IEnumerable<Order> All();
                IEnumerable<Order> Known();
                IQueryable<Order> Query();
                IEnumerable<Order> Arrow { get; }
                IEnumerable<Order> Getter { get; }
                IEnumerable<Order> Short { get; }
                IEnumerable<Order> View { get; }
                IEnumerable<Order> Handed { get; }
                IEnumerable<Order> Local { get; }
                IEnumerable<Order> Kept { get; }
                IEnumerable<Order> Listed { get; }
                IEnumerable<Order> Page { get; }
                IEnumerable<Order> Either { get; }
                IQueryable<Order> Set { get; }
            }

            public class OrderRepository : IOrders
            {
                private readonly Shop _db = new();
                public IEnumerable<Order> All() => _db.Orders;
                public IEnumerable<Order> Known() => _db.Orders.ToList();
                public IQueryable<Order> Query() => _db.Orders;
                public IEnumerable<Order> Arrow => _db.Orders.AsNoTracking();
                public IEnumerable<Order> Getter { get { return _db.Orders.OrderBy(o => o.Id); } }
                public IEnumerable<Order> Short { get => _db.Orders; }
                public IEnumerable<Order> View => _db.Orders.AsEnumerable();
                public IEnumerable<Order> Handed => All();
                public IEnumerable<Order> Local { get { var all = _db.Orders.AsNoTracking(); return all; } }
                public IEnumerable<Order> Kept { get; } = new List<Order>();
                public IEnumerable<Order> Listed => _db.Orders.ToList();
                public IEnumerable<Order> Page => _db.Orders.Take(10);
                public IEnumerable<Order> Either { get { if (Kept.Any()) return Kept; return _db.Orders; } }
                public IQueryable<Order> Set => _db.Orders;
            }
        """);

    [Test]
    public Task AsEnumerable_before_a_filter() =>
        Flags(Statements("Use(db.Orders.[|AsEnumerable()|].Where(o => o.Paid).ToList());"));

    [Test]
    public Task AsEnumerable_before_a_count() =>
        Flags(Statements("Use(db.Orders.Where(o => o.Paid).[|AsEnumerable()|].Count());"));

    [Test]
    public Task AsEnumerable_before_First_reads_whole_rows_in_memory() =>
        Flags(Statements("Use(db.Orders.[|AsEnumerable()|].First(o => o.Points == id));"));

    [Test]
    public Task AsEnumerable_before_a_sort_of_which_a_few_are_taken() =>
        Flags(Statements("Use(db.Orders.[|AsEnumerable()|].OrderBy(o => o.Points).Take(3).ToList());"));

    [Test]
    public Task AsEnumerable_before_a_sum() =>
        Flags(Statements("Use(db.Orders.[|AsEnumerable()|].Sum(o => o.CustomerId));"));

    [Test]
    public Task A_view_held_in_a_local() =>
        Flags(Statements("var rows = db.Orders.[|AsEnumerable()|];\nUse(rows.Any(o => o.Paid));"));

    [CSharp(14)]
    public Task An_asynchronous_view_before_a_filter() =>
        Flags(Statements("await foreach (var o in db.Orders.[|AsAsyncEnumerable()|].Where(o => o.Paid)) Use(o);"));

    [Test]
    public Task Query_syntax_over_a_view() =>
        Flags(Statements("Use(from o in db.Orders.[|AsEnumerable()|] where o.Paid select o);"));

    [Test]
    public Task A_delegate_makes_a_query_run_here() =>
        Flags(Members("public List<Order> Get(Func<Order, bool> filter) => db.Orders.[|Where(filter)|].ToList();"));

    [Test]
    public Task A_delegate_given_to_a_count() =>
        Flags(Members("public int Get(Func<Order, bool> filter) => db.Orders.[|Count(filter)|];"));

    [Test]
    public Task A_query_in_a_variable_of_plain_sequence_type() =>
        Flags(Statements("IEnumerable<Order> all = db.Orders;\nUse(all.[|Where(o => o.Paid)|]);"));

    [Test]
    public Task A_loop_that_skips_rows() =>
        Flags(Statements("foreach (var o in [|db.Orders|]) { if (o.Paid) Use(o); }"));

    [Test]
    public Task A_loop_without_braces_that_skips_rows() =>
        Flags(Statements("foreach (var o in [|db.Orders.Include(o => o.Lines)|]) if (o.CustomerId == id) Use(o);"));

    [Test]
    public Task A_text_condition_is_flagged_too() =>
        Flags(Statements("Use(db.Customers.[|AsEnumerable()|].Where(c => c.Name.StartsWith(name)).ToList());"));

    [Test]
    public Task It_says_what_comes_too_late() => Says(
        Statements("Use(db.Orders.[|AsEnumerable()|].Where(o => o.Paid).ToList());"),
        "'Where' comes after 'AsEnumerable', so every row of 'db.Orders' is loaded to be examined in memory; put "
        + "'AsEnumerable' after what the database can do");

    [Test]
    public Task A_helper_that_hides_its_query() =>
        Flags(Members(
            "private IEnumerable<Order> All() => db.Orders;\npublic int Get() => All().[|Count(o => o.Paid)|];"));

    [Test]
    public Task A_field_that_hides_its_query() =>
        Flags(Members("private readonly IEnumerable<Order> _all;\npublic Service() { _all = db.Orders; }\npublic "
            + "Order? Get(int id) => _all.[|FirstOrDefault(o => o.CustomerId == id)|];"));

    [Test]
    public Task A_helper_that_gives_a_list() =>
        Allows(Members(
            "private IEnumerable<Order> All() => db.Orders.ToList();\npublic int Get() => All().Count(o => o.Paid);"));

    [Test]
    public Task A_helper_that_others_may_override() =>
        Allows(Members(
            "protected virtual IEnumerable<Order> All() => db.Orders;\npublic int Get() => All().Count(o => o.Paid);"));

    [Test]
    public Task A_helper_that_gives_a_page() =>
        Allows(Members(
            "private IEnumerable<Order> All() => db.Orders.Take(20);\npublic int Get() => All().Count(o => o.Paid);"));

    [Test]
    public Task A_helper_of_another_object() =>
        Flags(Members(
            "public int Get(Service other) => other.Other().[|Count(o => o.Paid)|];\n"
            + "public IEnumerable<Order> Other() => db.Orders;"));

    [Test]
    public Task A_filter_by_the_program_needs_the_view() =>
        Allows(Statements("Use(db.Orders.AsEnumerable().Where(o => IsOdd(o)).ToList());"));

    [Test]
    public Task A_filter_by_a_computed_property_needs_the_view() =>
        Allows(Statements("Use(db.Orders.AsEnumerable().Where(o => o.IsLarge).ToList());"));

    [Test]
    public Task A_projection_by_the_program_needs_the_view() =>
        Allows(Statements("Use(db.Orders.Where(o => o.Paid).AsEnumerable().Select(o => Describe(o)));"));

    [Test]
    public Task A_grouping_may_need_the_view() =>
        Allows(Statements("Use(db.Orders.AsEnumerable().GroupBy(o => o.PlacedAt.DayOfWeek));"));

    [Test]
    public Task A_page_is_bounded() => Allows(Statements("Use(db.Orders.Take(20).AsEnumerable().Where(o => o.Paid));"));

    [Test]
    public Task A_row_by_key_is_bounded() =>
        Allows(Statements("Use(db.Orders.Where(o => o.Id == id).AsEnumerable().FirstOrDefault());"));

    [Test]
    public Task A_view_that_is_only_enumerated() =>
        Allows(Statements("foreach (var o in db.Orders.AsEnumerable()) Use(o);"));

    [Test]
    public Task A_view_of_a_list_is_no_query() => Allows(Statements("Use(ids.AsEnumerable().Where(i => i > 3));"));

    [Test]
    public Task An_expression_stays_a_query() =>
        Allows(Members(
            "public List<Order> Get(System.Linq.Expressions.Expression<Func<Order, bool>> filter) => "
            + "db.Orders.Where(filter).ToList();"));

    [Test]
    public Task A_delegate_on_a_list_is_right() =>
        Allows(Members("public int Get(List<Order> all, Func<Order, bool> filter) => all.Count(filter);"));

    [Test]
    public Task A_loop_that_does_something_for_every_row() =>
        Allows(Statements("foreach (var o in db.Orders) { Use(o); if (o.Paid) Use(o.Id); }"));

    [Test]
    public Task A_loop_with_an_alternative_uses_every_row() =>
        Allows(Statements("foreach (var o in db.Orders) if (o.Paid) Use(o); else Use(null);"));

    [Test]
    public Task A_loop_whose_condition_is_the_programs() =>
        Allows(Statements("foreach (var o in db.Orders) if (IsOdd(o)) Use(o);"));

    [Test]
    public Task A_loop_over_filtered_rows_of_a_key() =>
        Allows(Statements("foreach (var o in db.Orders.Where(o => o.Id == id)) if (o.Paid) Use(o);"));

    [Test]
    public Task A_condition_about_something_else_than_the_row() =>
        Allows(Statements("foreach (var o in db.Orders) if (name.Length > 3) Use(o);"));

    [Test]
    public Task A_count_of_a_plain_sequence_of_the_caller() =>
        Allows(Members("public static int Count(IEnumerable<Order> all) => all.Count(o => o.Paid);"));

    [Test]
    public Task A_list_is_the_business_of_another_rule() =>
        Allows(Statements("Use(db.Orders.ToList().Where(o => o.Paid));"));

    [Test]
    public Task A_dictionary_is_made_in_memory_anyway() =>
        Allows(Statements("Use(db.Orders.AsEnumerable().ToDictionary(o => o.Id));"));

    [Test]
    public Task The_view_goes_where_everything_translates() => Fixes(
        Statements("Use(db.Orders.[|AsEnumerable()|].Where(o => o.Paid).ToList());"),
        Statements("Use(db.Orders.Where(o => o.Paid).ToList());"));

    [Test]
    public Task The_view_moves_behind_what_translates() => Fixes(
        Statements("Use(db.Orders.[|AsEnumerable()|].Where(o => o.Paid).Where(o => IsOdd(o)));"),
        Statements("Use(db.Orders.Where(o => o.Paid).AsEnumerable().Where(o => IsOdd(o)));"));

    [Test]
    public Task The_condition_of_a_loop_goes_into_the_query() => Fixes(
        Statements("foreach (var o in [|db.Orders|])\n{\n    if (o.Paid)\n    {\n        Use(o); // paid\n    }\n}"),
        Statements("foreach (var o in db.Orders.Where(o => o.Paid))\n{\n    Use(o); // paid\n}"));

    [Test]
    public Task All_views_and_loops_go_at_once() => Fixes(
        Statements(
            "Use(db.Orders.[|AsEnumerable()|].Where(o => o.Paid).ToList());\nUse(db.Orders.[|AsEnumerable()|].Count(o "
            + "=> o.Points > id));"),
        Statements("Use(db.Orders.Where(o => o.Paid).ToList());\nUse(db.Orders.Count(o => o.Points > id));"));

    [Test]
    public Task All_loops_go_at_once() => Fixes(
        Statements("foreach (var o in [|db.Orders|])\n    if (o.Paid)\n        Use(o);\nforeach (var o in "
            + "[|db.Orders.Where(o => o.Paid)|])\n    if (o.Points > id)\n        Use(o);"),
        Statements("foreach (var o in db.Orders.Where(o => o.Paid))\n    Use(o);\nforeach (var o in db.Orders.Where(o "
            + "=> o.Paid).Where(o => o.Points > id))\n    Use(o);"));

    [Test]
    public Task A_text_condition_is_left_to_a_person() =>
        OffersNoFix(Statements("Use(db.Customers.[|AsEnumerable()|].Where(c => c.Name == name).ToList());"));

    [Test]
    public Task A_delegate_is_left_to_a_person() =>
        OffersNoFix(Members("public int Get(Func<Order, bool> filter) => db.Orders.[|Count(filter)|];"));

    [TestCase(
        "return await shop.Orders.AsAsyncEnumerable().Where(o => o.Paid && o.Points > 1).Select(o => "
        + "o.Id).ToListAsync();")]
    [TestCase(
        "var sum = 0;\nawait foreach (var o in shop.Orders.AsAsyncEnumerable().Where(o => "
        + "keys.Contains(o.CustomerId))) sum += o.Points;\nreturn sum;")]
    [TestCase(
        "return shop.Orders.AsEnumerable().Where(o => o.Points > 2 && keys.Contains(o.Points)).Select(o => "
        + "o.Id).ToList();")]
    [TestCase("return shop.Orders.AsEnumerable().Count(o => o.Priority == null);")]
    [TestCase("return shop.Orders.AsEnumerable().FirstOrDefault(o => o.Priority == 3)?.Id;")]
    [TestCase("return shop.Orders.OrderBy(o => o.Id).AsEnumerable().Skip(2).Take(2).Select(o => o.Id).ToList();")]
    [TestCase("return shop.Orders.AsNoTracking().AsEnumerable().Any(o => o.Total > 4m && o.Points != 7);")]
    [TestCase("var paid = shop.Orders.AsEnumerable().Where(o => o.Paid);\nreturn paid.Select(o => o.Id).ToList();")]
    [TestCase(
        "var sum = 0;\nforeach (var o in shop.Orders.Where(o => o.Paid))\n    if (o.Points > 3 || "
        + "keys.Contains(o.CustomerId))\n        sum += o.Points;\nreturn sum;")]
    [TestCase(
        "var ids = new List<int>();\nforeach (var o in shop.Orders)\n{\n    if (!o.Paid) ids.Add(o.Id);\n}\n"
        + "return ids;")]
    public Task A_query_gives_the_same(string statements) => KeepsBehaviour(QuerySubjectWith(statements), inputs: 25);

    [TestCase("db.Bills.Select(b => b.Total).AsEnumerable().Sum()", TestName = "A sum of decimals on SQLite")]
    [TestCase("db.Bills.AsEnumerable().OrderBy(b => b.Total).Take(3)", TestName = "A sort by decimals on SQLite")]
    [TestCase("db.Bills.AsEnumerable().Max(b => b.Total)", TestName = "The greatest decimal on SQLite")]
    public Task What_SQLite_cannot_sort_or_add_up(string query) => Given.WithReferences(References.Sqlite).Allows($$"""
        using Microsoft.EntityFrameworkCore;
        public class Bill { public int Id { get; set; } public decimal Total { get; set; } }
        public class Till : DbContext { public DbSet<Bill> Bills => Set<Bill>(); }
        public class Reader { public object Read(Till db) => {{query}}; }
        """);
}
