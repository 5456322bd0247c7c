using AiAwareAnalyzers.Materialization;
using static AiAwareAnalyzers.Tests.Materialization.ShopCode;

namespace AiAwareAnalyzers.Tests.Materialization;

public sealed class NeedlessListTests : RuleTests<NeedlessList, NeedlessListFix>
{
    private protected override ReferenceSet Framework => References.Sqlite;

    [Test]
    public Task A_filtered_list_is_enumerated() =>
        Flags(Statements("foreach (var o in orders.Where(o => o.Paid).[|ToList()|]) Console.WriteLine(o);"));

    [Test]
    public Task A_local_is_enumerated_once() =>
        Flags(Statements(
            "var paid = orders.Where(o => o.Paid).[|ToArray()|];\nforeach (var o in paid) Console.WriteLine(o);"));

    [Test]
    public Task Rows_are_enumerated() =>
        Flags(Statements("foreach (var o in db.Orders.[|ToList()|]) Console.WriteLine(o);"));

    [Test]
    public Task Rows_beside_which_another_query_runs_are_copied() =>
        Allows(Statements(
            "var lines = db.Lines.AsQueryable();\nforeach (var o in db.Orders.ToList()) "
            + "Console.WriteLine(lines.First(l => l.OrderId == o.Id).Quantity);"));

    [Test]
    public Task Awaited_rows_are_enumerated() =>
        Flags(Statements(
            "foreach (var o in await db.Orders.Where(o => o.Paid).[|ToListAsync(token)|]) Console.WriteLine(o);"));

    [Test]
    public Task Text_is_joined() =>
        Flags(Statements("Use(string.Join(\",\", orders.Select(o => o.Reference).[|ToList()|]));"));

    [Test]
    public Task Text_is_joined_from_an_array() =>
        Flags(Statements("Use(string.Join(\",\", orders.Select(o => o.Reference).[|ToArray()|]));"));

    [Test]
    public Task A_list_takes_a_copy() =>
        Flags(
            Statements("var all = new List<int>();\nall.AddRange(orders.Select(o => o.Id).[|ToList()|]);\nUse(all);"));

    [Test]
    public Task A_set_is_made_of_a_copy() =>
        Flags(Statements("Use(new HashSet<int>(orders.Select(o => o.Id).[|ToList()|]));"));

    [Test]
    public Task A_dictionary_is_made_of_a_copy() =>
        Flags(Statements("Use(orders.[|ToList()|].ToDictionary(o => o.Id));"));

    [Test]
    public Task A_dictionary_is_made_of_rows() =>
        Flags(Statements("Use((await db.Orders.[|ToListAsync(token)|]).ToDictionary(o => o.Id));"));

    [Test]
    public Task A_copy_of_a_copy() => Flags(Statements("Use(orders.Select(o => o.Id).[|ToList()|].ToArray());"));

    [Test]
    public Task Lines_are_read_to_be_enumerated() =>
        Flags(Statements("foreach (var line in File.ReadLines(path).[|ToList()|]) Console.WriteLine(line);"));

    [Test]
    public Task A_list_is_filled_by_one_loop_for_the_next() =>
        Flags(Statements(
            "var [|names = new List<string>()|];\nforeach (var o in orders) names.Add(o.Reference);\nforeach (var n in "
            + "names) Console.WriteLine(n);"));

    [CSharp(14)]
    public Task A_stream_is_listed_to_be_enumerated() =>
        Flags(Members(
            "public static async Task Run(IAsyncEnumerable<int> source) { foreach (var n in await "
            + "source.[|ToListAsync()|]) Console.WriteLine(n); }"));

    [Test]
    public Task A_constructor_copies_to_be_enumerated() =>
        Flags(Statements("foreach (var o in [|new List<Order>(orders.Where(o => o.Paid))|]) Console.WriteLine(o);"));

    [CSharp(12)]
    public Task A_spread_is_made_for_a_set() =>
        Flags(Statements("Use(new HashSet<int>([|[.. orders.Select(o => o.Id)]|]));"));

    [CSharp(12)]
    public Task A_spread_is_enumerated() =>
        Flags(Statements(
            "List<Order> paid = [|[.. orders.Where(o => o.Paid)]|];\nforeach (var o in paid) Console.WriteLine(o);"));

    [Test]
    public Task Query_syntax_is_listed_to_be_enumerated() =>
        Flags(Statements(
            "foreach (var o in (from o in orders where o.Paid select o).[|ToList()|]) Console.WriteLine(o);"));

    [Test]
    public Task Lines_of_a_helper_are_listed() =>
        Flags(Members("private static IEnumerable<string> Lines(string path) => File.ReadLines(path);\npublic static "
            + "void Run(string path) { foreach (var line in Lines(path).[|ToList()|]) Console.WriteLine(line); }"));

    [Test]
    public Task It_says_what_is_filled_for_what() => Says(
        Statements("foreach (var o in orders.Where(o => o.Paid).[|ToList()|]) Console.WriteLine(o);"),
        "'ToList' is filled with every element of 'orders.Where(o => o.Paid)' only to be enumerated once; drop "
        + "'ToList' and enumerate the sequence itself");

    [Test]
    public Task A_copy_protects_what_the_body_changes() =>
        Allows(Members(
            "public static void Run(Dictionary<int, Order> all) { foreach (var key in all.Keys.Where(k => k > "
            + "3).ToList()) all.Remove(key); }"));

    [Test]
    public Task A_copy_of_a_field_may_be_a_snapshot() =>
        Allows(Members(
            "private readonly List<Order> _all = new();\npublic void Run() { foreach (var o in _all.Where(o => "
            + "o.Paid).ToList()) Console.WriteLine(o); }"));

    [Test]
    public Task A_body_that_calls_the_program_may_change_the_source() =>
        Allows(Statements("foreach (var o in orders.Where(o => o.Paid).ToList()) Use(o);"));

    [Test]
    public Task A_body_that_uses_the_context_needs_the_reader_closed() =>
        Allows(Statements(
            "foreach (var o in await db.Orders.ToListAsync(token)) { o.Paid = true; await "
            + "db.SaveChangesAsync(token); }"));

    [Test]
    public Task A_body_that_calls_a_service_may_use_the_connection() =>
        Allows(Statements("foreach (var o in db.Orders.ToList()) Use(o);"));

    [Test]
    public Task A_body_that_deletes_the_files_it_lists() =>
        Allows(Statements("foreach (var file in Directory.EnumerateFiles(path).ToList()) File.Delete(file);"));

    [Test]
    public Task A_body_that_changes_what_the_filter_reads() =>
        Allows(Statements(
            "var best = 0;\nforeach (var o in orders.Where(o => o.Points > best).ToList()) best = o.Points;"));

    [Test]
    public Task A_list_that_is_returned() =>
        Allows(Members("public static List<Order> Get(IEnumerable<Order> all) => all.Where(o => o.Paid).ToList();"));

    [Test]
    public Task A_list_that_is_counted_and_enumerated() =>
        Allows(Statements(
            "var paid = orders.Where(o => o.Paid).ToList();\nConsole.WriteLine(paid.Count);\nforeach (var o in paid) "
            + "Console.WriteLine(o);"));

    [Test]
    public Task A_list_that_is_enumerated_twice() =>
        Allows(Statements("var paid = orders.Where(o => o.Paid).ToList();\nforeach (var o in paid) "
            + "Console.WriteLine(o);\nforeach (var o in paid) Console.WriteLine(o);"));

    [Test]
    public Task A_list_that_is_enumerated_in_a_loop() =>
        Allows(Statements(
            "var paid = orders.Where(o => o.Paid).ToList();\nforeach (var i in ids) foreach (var o in paid) "
            + "Console.WriteLine(o);"));

    [Test]
    public Task A_body_that_waits_leaves_time_for_changes() =>
        Allows(Statements(
            "foreach (var o in await db.Orders.Where(o => o.Paid).ToListAsync(token)) await Task.Delay(o.Points, "
            + "token);"));

    [Test]
    public Task A_list_outlives_the_context_it_came_from() =>
        Allows(Statements("List<Order> all;\nusing (var shop = new Shop()) all = shop.Orders.Where(o => "
            + "o.Paid).ToList();\nforeach (var o in all) Console.WriteLine(o);"));

    [Test]
    public Task A_list_that_is_locked_over() =>
        Allows(Statements(
            "var paid = orders.Where(o => o.Paid).ToList();\nlock (paid) foreach (var o in paid) "
            + "Console.WriteLine(o);"));

    [Test]
    public Task A_list_that_is_indexed() =>
        Allows(Statements(
            "var paid = orders.Where(o => o.Paid).ToList();\nConsole.WriteLine(paid[0]);\nforeach (var o in paid) "
            + "Console.WriteLine(o);"));

    [Test]
    public Task Rows_that_are_changed_are_kept_to_be_saved() =>
        Allows(Statements(
            "foreach (var o in await db.Orders.Where(o => o.Paid).ToListAsync(token)) o.Note = o.Reference;\nawait "
            + "db.SaveChangesAsync(token);"));

    [Test]
    public Task An_index_without_an_asynchronous_form() =>
        Allows(Statements("Use((await db.Orders.ToListAsync(token)).ToLookup(o => o.CustomerId));"));

    [Test]
    public Task Attributes_are_few() =>
        Allows(Statements(
            "foreach (var a in typeof(Order).GetCustomAttributes(true).Where(a => a is ObsoleteAttribute).ToList()) "
            + "Console.WriteLine(a);"));

    [Test]
    public Task Members_of_a_type_are_few() =>
        Allows(Statements("Use(string.Join(\",\", typeof(Order).GetProperties().Select(p => p.Name).ToList()));"));

    [Test]
    public Task Options_are_few() =>
        Allows("class ShopOptions { public List<string> Hosts { get; } = new(); }\nclass C { void M(ShopOptions "
            + "options) { foreach (var host in options.Hosts.Where(h => h.Length > 3).ToList()) "
            + "Console.WriteLine(host); } }");

    [Test]
    public Task A_page_is_short() =>
        Allows(Statements("foreach (var o in await db.Orders.Take(10).ToListAsync(token)) Console.WriteLine(o);"));

    [Test]
    public Task A_list_that_is_passed_on() => Allows(Statements("Use(orders.Where(o => o.Paid).ToList());"));

    [TestCase("var all = new List<Order>(); all.AddRange(await db.Orders.ToListAsync(token)); Use(all);",
        TestName = "Rows that are added to a list")]
    [TestCase("Use(string.Join(\",\", await db.Orders.Select(o => o.Reference).ToListAsync(token)));",
        TestName = "Rows that are joined")]
    [TestCase("Use(new HashSet<int>(await db.Orders.Select(o => o.Id).ToListAsync(token)));",
        TestName = "Rows that a set takes")]
    public Task What_reads_at_once_cannot_wait(string statements) => Allows(Statements(statements));

    [Test]
    public Task A_list_whose_growth_a_condition_would_see() =>
        Allows(Statements("var seen = new HashSet<int>();\nseen.UnionWith(orders.Select(o => o.Id).Where(i => "
            + "!seen.Contains(i - 1)).ToList());\nUse(seen);"));

    [Test]
    public Task A_list_that_is_added_to_itself() => Allows(Statements("ids.AddRange(ids.Where(i => i > 3).ToList());"));

    [Test]
    public Task A_list_that_a_lambda_keeps() =>
        Allows(Statements(
            "var paid = orders.Where(o => o.Paid).ToList();\nConsole.WriteLine(new Func<int>(() => paid.Count));"));

    [Test]
    public Task A_plain_copy_of_a_parameter_may_be_a_snapshot() =>
        Allows(Statements("foreach (var i in ids.ToList()) Console.WriteLine(i);"));

    [Test]
    public Task A_list_that_is_filled_in_two_places() =>
        Allows(Statements("var names = new List<string>();\nnames.Add(name);\nforeach (var o in orders) "
            + "names.Add(o.Reference);\nforeach (var n in names) Console.WriteLine(n);"));

    [Test]
    public Task A_list_that_uses_ForEach() =>
        Allows(Statements("orders.Where(o => o.Paid).ToList().ForEach(o => Console.WriteLine(o));"));

    [Test]
    public Task The_copy_goes() => Fixes(
        Statements("foreach (var o in orders.Where(o => o.Paid).[|ToList()|]) // paid\n    Console.WriteLine(o);"),
        Statements("foreach (var o in orders.Where(o => o.Paid)) // paid\n    Console.WriteLine(o);"));

    [Test]
    public Task The_copy_in_a_local_goes() => Fixes(
        Statements(
            "var paid = orders.Where(o => o.Paid).[|ToList()|]; // paid\nforeach (var o in paid) "
            + "Console.WriteLine(o);"),
        Statements("var paid = orders.Where(o => o.Paid); // paid\nforeach (var o in paid) Console.WriteLine(o);"));

    [Test]
    public Task Rows_are_streamed_with_their_token() => Fixes(
        Statements(
            "foreach (var o in await db.Orders.Where(o => o.Paid).[|ToListAsync(token)|].ConfigureAwait(false)) "
            + "Console.WriteLine(o);"),
        Statements("await foreach (var o in db.Orders.Where(o => "
            + "o.Paid).AsAsyncEnumerable().WithCancellation(token).ConfigureAwait(false)) Console.WriteLine(o);"));

    [Test]
    public Task A_join_reads_the_sequence() => Fixes(
        Statements("Use(string.Join(\",\", orders.Select(o => o.Reference).[|ToArray()|]));"),
        Statements("Use(string.Join(\",\", orders.Select(o => o.Reference)));"));

    [Test]
    public Task A_dictionary_reads_the_rows() => Fixes(
        Statements("Use((await db.Orders.[|ToListAsync(token)|]).ToDictionary(o => o.Id, o => o.Reference));"),
        Statements("Use(await db.Orders.ToDictionaryAsync(o => o.Id, o => o.Reference, token));"));

    [Test]
    public Task All_copies_go_at_once() => Fixes(
        Statements(
            "foreach (var o in orders.Where(o => o.Paid).[|ToList()|]) Console.WriteLine(o);\nvar large = "
            + "orders.Where(o => o.Points > 3).[|ToArray()|];\nforeach (var o in large) Console.WriteLine(o);\n"
            + "Use(string.Join(\",\", orders.Select(o => o.Reference).[|ToList()|]));"),
        Statements(
            "foreach (var o in orders.Where(o => o.Paid)) Console.WriteLine(o);\nvar large = orders.Where(o => "
            + "o.Points > 3);\nforeach (var o in large) Console.WriteLine(o);\nUse(string.Join(\",\", orders.Select(o "
            + "=> o.Reference)));"));

    [Test]
    public Task All_rows_are_streamed_at_once() => Fixes(
        Statements("foreach (var o in await db.Orders.[|ToListAsync(token)|]) Console.WriteLine(o);\nforeach (var c in "
            + "await db.Customers.[|ToListAsync()|].ConfigureAwait(false)) Console.WriteLine(c);"),
        Statements(
            "await foreach (var o in db.Orders.AsAsyncEnumerable().WithCancellation(token)) Console.WriteLine(o);\n"
            + "await foreach (var c in db.Customers.AsAsyncEnumerable().ConfigureAwait(false)) Console.WriteLine(c);"));

    [Test]
    public Task A_function_with_effects_is_left_to_a_person() =>
        OffersNoFix(
            Statements("foreach (var o in orders.Select(o => Describe(o)).[|ToList()|]) Console.WriteLine(o);"));

    [Test]
    public Task Two_loops_are_left_to_a_person() =>
        OffersNoFix(
            Statements(
                "var [|names = new List<string>()|];\nforeach (var o in orders) names.Add(o.Reference);\nforeach (var "
                + "n in names) Console.WriteLine(n);"));

    [TestCase("foreach (var n in input.Where(n => n > 1).Select(n => n * 2).ToList()) found.Add(n); return found;")]
    [TestCase(
        "var some = input.OrderBy(n => n).Distinct().ToArray(); foreach (var n in some) found.Add(n); return found;")]
    [TestCase("return string.Join(\",\", input.Where(n => n % 2 == 0).ToList());")]
    [TestCase("found.AddRange(input.Skip(1).ToList()); return found;")]
    [TestCase("return input.Select(n => n / 2 * 2).ToList().ToDictionary(n => n, n => n + 1);")]
    [TestCase("return input.Where(n => n > 0).ToArray().ToHashSet().Count;")]
    public Task A_sequence_gives_the_same(string statements) =>
        KeepsBehaviour(
            $"public static class Subject {{ public static object Run(int[] input) {{ var found = new "
            + $"List<int>(); {statements} }} }}");

    [TestCase(
        "var found = new List<int>(); foreach (var o in await shop.Orders.Where(o => o.Paid).ToListAsync()) "
        + "found.Add(o.Id); return found;")]
    [TestCase("return (await shop.Orders.ToListAsync()).ToDictionary(o => o.CustomerId, o => o.Points);")]
    [TestCase("var found = 0; foreach (var o in shop.Orders.ToList()) found += o.Points; return found;")]
    [TestCase(
        "var found = 0; foreach (var o in await shop.Orders.OrderBy(o => "
        + "o.Points).ToArrayAsync(CancellationToken.None).ConfigureAwait(false)) found = found * 3 + o.Points; return "
        + "found;")]
    [TestCase("return (await shop.Orders.Select(o => o.Points).ToListAsync()).ToHashSet().OrderBy(p => p).ToList();")]
    [TestCase("return string.Join(\",\", shop.Orders.Where(o => o.Paid).Select(o => o.Points).ToList());")]
    public Task A_query_gives_the_same(string statements) => KeepsBehaviour(QuerySubjectWith(statements), inputs: 25);

    [Test]
    public Task Rows_that_a_loop_changes_by_a_call() => Allows("""
        using Microsoft.EntityFrameworkCore;
        public class Token { public int Id { get; set; } public bool Revoked { get; private set; } public void Revoke() => Revoked = true; }
        public class Store : DbContext { public DbSet<Token> Tokens => Set<Token>(); }
        public class Sessions
        {
            public async Task End(Store db)
            {
                var tokens = await db.Tokens.Where(t => !t.Revoked).ToListAsync();
                foreach (var token in tokens) token.Revoke();
                await db.SaveChangesAsync();
            }
        }
        """);
}
