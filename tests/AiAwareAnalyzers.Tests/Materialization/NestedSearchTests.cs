using AiAwareAnalyzers.Materialization;
using static AiAwareAnalyzers.Tests.Materialization.ShopCode;

namespace AiAwareAnalyzers.Tests.Materialization;

public sealed class NestedSearchTests : RuleTests<NestedSearch, NestedSearchFix>
{
    private protected override ReferenceSet Framework => References.Sqlite;

    [Test]
    public Task A_list_is_searched_in_a_loop() =>
        Flags(Statements(
            "var known = orders.Select(o => o.Id).ToList();\nforeach (var i in ids) if (known.[|Contains(i)|]) "
            + "Use(i);"));

    [Test]
    public Task A_list_is_searched_in_a_filter() =>
        Flags(
            Statements("var known = orders.Select(o => o.Id).ToList();\nUse(ids.Where(i => known.[|Contains(i)|]));"));

    [Test]
    public Task An_array_is_searched_in_a_filter() =>
        Flags(
            Statements("var known = orders.Select(o => o.Id).ToArray();\nUse(ids.Count(i => known.[|Contains(i)|]));"));

    [Test]
    public Task A_customer_is_looked_for_by_its_key() =>
        Flags(Statements("var customers = await db.Customers.ToListAsync(token);\nforeach (var o in orders) "
            + "Use(customers.[|FirstOrDefault(c => c.Id == o.CustomerId)|]);"));

    [Test]
    public Task The_key_on_the_other_side() =>
        Flags(Statements(
            "var customers = await db.Customers.ToListAsync(token);\nforeach (var o in orders) Use(customers.[|Any(c "
            + "=> o.CustomerId == c.Id)|]);"));

    [Test]
    public Task Rows_are_filtered_for_each_key() =>
        Flags(Statements(
            "var all = orders.ToList();\nforeach (var i in ids) Use(all.[|Where(o => o.CustomerId == i)|].Sum(o => "
            + "o.Points));"));

    [Test]
    public Task A_list_finds_by_itself() =>
        Flags(Statements("var all = orders.ToList();\nforeach (var i in ids) Use(all.[|Find(o => o.Id == i)|]);"));

    [Test]
    public Task A_list_that_grows_in_the_loop_is_searched_for_duplicates() =>
        Flags(Statements(
            "var seen = new List<int>();\nforeach (var o in orders) if (!seen.[|Contains(o.Id)|]) seen.Add(o.Id);"));

    [Test]
    public Task Query_syntax_repeats_as_well() =>
        Flags(Statements(
            "var known = orders.Select(o => o.Id).ToList();\nUse(from i in ids where known.[|Contains(i)|] "
            + "select i);"));

    [Test]
    public Task A_projection_that_searches() =>
        Flags(Statements("var customers = await db.Customers.ToListAsync(token);\nUse(orders.Select(o => "
            + "customers.[|First(c => c.Id == o.CustomerId)|].Name).ToList());"));

    [Test]
    public Task A_search_behind_a_condition_still_grows() =>
        Flags(Statements("var known = orders.Select(o => o.Reference).ToList();\nforeach (var o in orders) { if "
            + "(o.Paid && known.[|IndexOf(o.Reference)|] >= 0) Use(o); }"));

    [Test]
    public Task Two_searches_of_one_list_are_one_finding() =>
        Flags(Statements("var known = orders.Select(o => o.Id).ToList();\nforeach (var i in ids) { if "
            + "(known.[|Contains(i)|]) Use(i); if (known.Contains(i + 1)) Use(i); }"));

    [Test]
    public Task A_list_of_the_caller_is_of_unknown_length() =>
        Suggests(Members(
            "public static List<Order> Get(List<Order> all, List<int> keys) => all.Where(o => "
            + "keys.[|Contains(o.Id)|]).ToList();"));

    [Test]
    public Task A_list_in_a_field_is_of_unknown_length() =>
        Suggests(Members(
            "private readonly List<int> _keys = new();\npublic List<Order> Get(List<Order> all) => all.Where(o => "
            + "_keys.[|Contains(o.Id)|]).ToList();"));

    [Test]
    public Task A_loop_by_index_searches() =>
        Flags(Statements(
            "var known = orders.Select(o => o.Id).ToList();\nfor (var i = 0; i < ids.Count; i++) if "
            + "(known.[|Contains(ids[i])|]) Use(i);"));

    [Test]
    public Task Lines_of_a_reader_are_searched_for() =>
        Flags(Statements(
            "var known = orders.Select(o => o.Reference).ToList();\nusing var reader = File.OpenText(path);\nstring? "
            + "line;\nwhile ((line = reader.ReadLine()) != null) Use(known.[|Contains(line)|]);"));

    [Test]
    public Task It_says_what_is_walked_for_what() => Says(
        Statements(
            "var customers = await db.Customers.ToListAsync(token);\nforeach (var o in orders) Use(customers.[|First(c "
            + "=> c.Id == o.CustomerId)|]);"),
        "'First' walks through 'customers' again for each element of 'orders', so the time grows with the product of "
        + "both; make a lookup by 'Id' before");

    [Test]
    public Task A_set_answers_at_once() =>
        Allows(Statements(
            "var known = orders.Select(o => o.Id).ToHashSet();\nforeach (var i in ids) if (known.Contains(i)) "
            + "Use(i);"));

    [Test]
    public Task A_dictionary_answers_at_once() =>
        Allows(Statements(
            "var known = orders.ToDictionary(o => o.Id);\nforeach (var i in ids) if (known.ContainsKey(i)) "
            + "Use(known[i]);"));

    [Test]
    public Task A_sequence_may_be_a_set() =>
        Allows(Members(
            "public static List<Order> Get(List<Order> all, IReadOnlyCollection<int> keys) => all.Where(o => "
            + "keys.Contains(o.Id)).ToList();"));

    [Test]
    public Task A_query_is_the_databases_work() =>
        Allows(Statements("Use(db.Orders.Where(o => ids.Contains(o.Id)).ToList());"));

    [Test]
    public Task A_few_constants_are_few() =>
        Allows(Statements("var known = new[] { 1, 2, 3 };\nforeach (var i in ids) if (known.Contains(i)) Use(i);"));

    [Test]
    public Task A_static_table_is_few() =>
        Allows(Members("private static readonly string[] Known = { \"a\", \"b\" };\npublic static List<Order> "
            + "Get(List<Order> all) => all.Where(o => Known.Contains(o.Reference)).ToList();"));

    [Test]
    public Task Parameters_written_one_by_one_are_few() =>
        Allows(Members(
            "public static List<Order> Get(List<Order> all, params int[] keys) => all.Where(o => "
            + "keys.Contains(o.Id)).ToList();"));

    [Test]
    public Task Options_are_few() =>
        Allows("class ShopSettings { public List<string> Hosts { get; } = new(); }\nclass C { void M(ShopSettings "
            + "settings, List<string> all) { var hosts = settings.Hosts; foreach (var one in all) if "
            + "(hosts.Contains(one)) Console.WriteLine(one); } }");

    [Test]
    public Task A_loop_over_a_few_constants() =>
        Allows(Statements(
            "var known = orders.Select(o => o.Id).ToList();\nforeach (var i in new[] { 1, 2 }) if (known.Contains(i)) "
            + "Use(i);"));

    [Test]
    public Task A_search_outside_of_any_loop() =>
        Allows(Statements("var known = orders.Select(o => o.Id).ToList();\nif (known.Contains(id)) Use(id);"));

    [Test]
    public Task A_list_that_belongs_to_the_element() =>
        Allows(Statements("foreach (var o in orders) Use(o.Lines.FirstOrDefault(l => l.Id == id));"));

    [Test]
    public Task A_list_that_is_made_in_the_loop() =>
        Allows(
            Statements("foreach (var o in orders) { var lines = o.Lines.ToList(); Use(lines.Any(l => l.Id == id)); }"));

    [Test]
    public Task Text_that_contains_text() =>
        Allows(Statements("foreach (var o in orders) if (name.Contains(o.Reference)) Use(o);"));

    [Test]
    public Task A_search_by_something_else_than_a_key() =>
        Allows(Statements("var all = orders.ToList();\nforeach (var i in ids) Use(all.Any(o => o.Points > i));"));

    [Test]
    public Task A_count_without_a_search() =>
        Allows(Statements("var all = orders.ToList();\nforeach (var i in ids) Use(all.Any());"));

    [Test]
    public Task A_page_is_short() =>
        Allows(Statements(
            "var top = orders.Take(10).ToList();\nforeach (var i in ids) Use(top.Any(o => o.Id == i) ? 1 : 0);"));

    [Test]
    public Task A_lambda_that_runs_once() =>
        Allows(Statements(
            "var known = orders.Select(o => o.Id).ToList();\nFunc<int, bool> isKnown = i => known.Contains(i);\n"
            + "Use(isKnown(id));"));

    [Test]
    public Task A_list_becomes_a_set() => Fixes(
        Statements(
            "var known = orders.Select(o => o.Id).ToList();\n// Only these.\nforeach (var i in ids)\n    if "
            + "(known.[|Contains(i)|]) Use(i);"),
        Statements("var known = orders.Select(o => o.Id).ToList();\n// Only these.\nvar knownSet = new "
            + "HashSet<int>(known);\nforeach (var i in ids)\n    if (knownSet.Contains(i)) Use(i);"));

    [Test]
    public Task A_list_becomes_a_set_before_a_query() => Fixes(
        Statements(
            "var known = orders.Select(o => o.Reference).ToArray();\nUse(orders.Where(o => "
            + "known.[|Contains(o.Reference)|]).ToList());"),
        Statements("var known = orders.Select(o => o.Reference).ToArray();\nvar knownSet = new "
            + "HashSet<string>(known);\nUse(orders.Where(o => knownSet.Contains(o.Reference)).ToList());"));

    [Test]
    public Task A_list_becomes_a_lookup() => Fixes(
        Statements("var customers = await db.Customers.ToListAsync(token);\nforeach (var o in orders) "
            + "Use(customers.[|FirstOrDefault(c => c.Id == o.CustomerId)|]);"),
        Statements("var customers = await db.Customers.ToListAsync(token);\nvar customersById = customers.ToLookup(c "
            + "=> c.Id);\nforeach (var o in orders) Use(customersById[o.CustomerId].FirstOrDefault());"));

    [Test]
    public Task A_filter_becomes_a_lookup() => Fixes(
        Statements(
            "var all = orders.ToList();\nforeach (var i in ids) Use(all.[|Where(o => i == o.CustomerId)|].Sum(o => "
            + "o.Points));"),
        Statements("var all = orders.ToList();\nvar allByCustomerId = all.ToLookup(o => o.CustomerId);\nforeach (var i "
            + "in ids) Use(allByCustomerId[i].Sum(o => o.Points));"));

    [Test]
    public Task A_loop_by_index_is_left_to_a_person() =>
        OffersNoFix(
            Statements(
                "var known = orders.Select(o => o.Id).ToList();\nfor (var i = 0; i < ids.Count; i++) if "
                + "(known.[|Contains(ids[i])|]) Use(i);"));

    [Test]
    public Task All_searches_are_indexed_at_once() => Fixes(
        Statements(
            "var known = orders.Select(o => o.Id).ToList();\nvar customers = await db.Customers.ToListAsync(token);\n"
            + "foreach (var i in ids)\n    if (known.[|Contains(i)|]) Use(i);\nforeach (var o in orders)\n    "
            + "Use(customers.[|First(c => c.Id == o.CustomerId)|]);"),
        Statements(
            "var known = orders.Select(o => o.Id).ToList();\nvar customers = await db.Customers.ToListAsync(token);\n"
            + "var knownSet = new HashSet<int>(known);\nforeach (var i in ids)\n    if (knownSet.Contains(i)) Use(i);\n"
            + "var customersById = customers.ToLookup(c => c.Id);\nforeach (var o in orders)\n    "
            + "Use(customersById[o.CustomerId].First());"));

    [Test]
    public Task A_list_that_grows_is_left_to_a_person() =>
        OffersNoFix(Statements(
            "var seen = new List<int>();\nforeach (var o in orders) if (!seen.[|Contains(o.Id)|]) seen.Add(o.Id);"));

    [Test]
    public Task Elements_with_an_equality_of_their_own_are_left_to_a_person() =>
        OffersNoFix(
            Statements("var all = orders.ToList();\nforeach (var o in orders) if (all.[|Contains(o)|]) Use(o);"));

    [Test]
    public Task A_name_that_is_taken_is_left_alone() =>
        OffersNoFix(
            Statements("var knownSet = 1;\nUse(knownSet);\nvar known = orders.Select(o => o.Id).ToList();\nforeach "
                + "(var i in ids) if (known.[|Contains(i)|]) Use(i);"));

    [Test]
    public Task A_nullable_key_is_left_to_a_person() =>
        OffersNoFix(
            Statements("var all = orders.ToList();\nforeach (var i in ids) Use(all.[|Any(o => o.Priority == i)|]);"));

    [TestCase("foreach (var n in input) if (known.Contains(n)) found.Add(n);")]
    [TestCase("found.AddRange(input.Where(n => !known.Contains(n)).ToList());")]
    [TestCase("foreach (var n in input) found.Add(pairs.FirstOrDefault(p => p.Key == n).Value);")]
    [TestCase("foreach (var n in input) found.Add(pairs.Count(p => n == p.Key));")]
    [TestCase("foreach (var n in input) if (pairs.Any(p => p.Key == n)) found.Add(n);")]
    [TestCase("foreach (var n in input) found.AddRange(pairs.Where(p => p.Key == n).Select(p => p.Value));")]
    [TestCase("foreach (var n in input) found.Add(singles.Single(p => p.Key == n).Value);")]
    [TestCase("foreach (var n in input) if (names.Contains(n % 3 == 0 ? null : n.ToString())) found.Add(n);")]
    [TestCase("foreach (var n in input) found.Add(pairs.FirstOrDefault(p => p.Value == n).Key);")]
    [TestCase("foreach (var n in input) found.Add(pairs.SingleOrDefault(p => p.Key == n).Value);")]
    public Task A_search_gives_the_same(string loop) => KeepsBehaviour($$"""
        public static class Subject
        {
            public static object Run(int[] input)
            {
                var found = new List<int>();
                var known = input.Where(n => n % 2 == 0).Select(n => n / 2).ToList();
                var names = input.Select(n => n % 2 == 0 ? null : n.ToString()).ToList();
                var pairs = input.Select((n, index) => new KeyValuePair<int, int>(n / 2, index)).ToList();
                var singles = input.Distinct().Select((n, index) => new KeyValuePair<int, int>(n, index)).ToList();
                {{loop}}
                return found;
            }
        }
        """);
}
