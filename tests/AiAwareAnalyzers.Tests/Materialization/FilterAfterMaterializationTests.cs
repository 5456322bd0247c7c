using AiAwareAnalyzers.Materialization;
using AiAwareAnalyzers.Tests.Cases;
using static AiAwareAnalyzers.Tests.Materialization.ShopCode;

namespace AiAwareAnalyzers.Tests.Materialization;

public sealed class FilterAfterMaterializationTests
    : RuleTests<FilterAfterMaterialization, FilterAfterMaterializationFix>
{
    private protected override ReferenceSet Framework => References.Sqlite;

    [Test]
    public Task A_query_is_listed_and_then_filtered() =>
        Flags(Statements("Use(db.Orders.[|ToList()|].Where(o => o.Paid));"));

    [Test]
    public Task A_test_project() =>
        new RuleCase<FilterAfterMaterialization>(new Setting(References.Sqlite.And("NUnit")))
            .Allows(Statements("Use(db.Orders.ToList().Where(o => o.Paid));"));

    [Test]
    public Task An_awaited_list_in_parentheses_is_filtered() =>
        Flags(Statements("Use((await db.Orders.[|ToListAsync(token)|]).Where(o => o.Paid));"));

    [Test]
    public Task An_awaited_list_with_ConfigureAwait_is_counted() =>
        Flags(Statements("Use((await db.Orders.[|ToListAsync()|].ConfigureAwait(false)).Count);"));

    [Test]
    public Task A_local_that_is_used_once_is_looked_through() =>
        Flags(
            Statements("var all = await db.Orders.[|ToListAsync(token)|];\nUse(all.FirstOrDefault(o => o.Id == id));"));

    [TestCase("""Use((await repository.[|GetAllAsync()|]).Where(o => o.Paid));""", TestName = "All of a repository, filtered")]
    [TestCase("var all = await repository.[|GetAllAsync()|]; Use(all.FirstOrDefault(o => o.Id == id));",
        TestName = "All of a repository, for one")]
    [TestCase("Use((await repository.[|GetAllAsync()|]).Count);", TestName = "All of a repository, counted")]
    [TestCase("Use(repository.[|List()|].Skip(10).Take(5));", TestName = "All of a repository, for a page")]
    [TestCase("Use(repository.[|Live()|].Any(o => o.Id == id));", TestName = "All but those that are gone")]
    [TestCase("Use((await repository.[|HandOnAsync()|]).Where(o => o.Paid));", TestName = "Two methods deep")]
    [TestCase("foreach (var o in await repository.[|GetAllAsync()|]) if (o.Id == id) Use(o);",
        TestName = "All of a repository, for one that a loop looks for")]
    [TestCase("var all = await repository.[|GetAllAsync()|]; foreach (var o in all) { if (o.CustomerId == id) { "
        + "Use(o); return; } }", TestName = "All of a repository, until a loop has found one")]
    [TestCase("Use((await repository.[|BetweenAsync(DateTime.MinValue, DateTime.MaxValue)|]).Where(o => o.Paid));",
        TestName = "From the beginning to the end of time")]
    [TestCase("var all = await repository.[|BetweenAsync(DateTime.MinValue, DateTime.MaxValue)|]; "
        + "Use(all.Count(o => o.Paid));", TestName = "All times, counted")]
    public Task A_list_that_a_repository_makes_is_filtered(string code) => Flags(Layers(code));

    [TestCase("Use(await repository.GetAllAsync());", TestName = "All are wanted")]
    [TestCase("Use((await repository.GetAllAsync()).OrderBy(o => o.Points));", TestName = "All are wanted in order")]
    [TestCase("Use((await repository.OfAsync(id)).Where(o => o.Paid));", TestName = "Some that somebody asked for")]
    [TestCase("Use(repository.Page().Where(o => o.Paid));", TestName = "A page of them")]
    [TestCase("Use(repository.Remembered().Where(o => o.Paid));", TestName = "What is in memory anyway")]
    [TestCase("Use((await repository.GetAllAsync()).Where(o => Describe(o) == name));",
        TestName = "By what no database knows")]
    [TestCase("var all = await repository.GetAllAsync(); Use(all.Where(o => o.Paid)); Use(all);",
        TestName = "Used for more than that")]
    [TestCase("foreach (var o in await repository.GetAllAsync()) Use(o);", TestName = "A loop that wants all")]
    [TestCase("foreach (var o in await repository.GetAllAsync()) if (o.Paid) Use(o); else Use(name);",
        TestName = "A loop that does something with each")]
    [TestCase("foreach (var o in await repository.GetAllAsync()) { Use(o.Id); if (o.Paid) Use(o); }",
        TestName = "A loop that looks at all")]
    [TestCase("foreach (var o in await repository.GetAllAsync()) if (Describe(o) == name) Use(o);",
        TestName = "A loop that asks what no database knows")]
    [TestCase("foreach (var o in await repository.OfAsync(id)) if (o.Paid) Use(o);",
        TestName = "A loop over some that somebody asked for")]
    [TestCase("Use((await repository.BetweenAsync(DateTime.MinValue, until)).Where(o => o.Paid));",
        TestName = "Up to some time")]
    [TestCase("Use((await repository.BetweenAsync(DateTime.Today, DateTime.MaxValue)).Where(o => o.Paid));",
        TestName = "From some time on")]
    [TestCase("Use(await repository.BetweenAsync(DateTime.MinValue, DateTime.MaxValue));",
        TestName = "All times are wanted")]
    public Task A_list_of_which_all_or_some_are_wanted_is_fine(string code) => Allows(Layers(code));

    [Test]
    public Task The_message_speaks_of_the_loop() => Says(
        Layers("foreach (var o in await repository.[|GetAllAsync()|]) if (o.Id == id) Use(o);"),
        "'GetAllAsync' loads all of 'db.Orders' before 'foreach' keeps some of them; add a method beside 'GetAllAsync' "
        + "that does that in its query");

    private static string Layers(string code) => Members($$"""
            public async Task Run(int id, string name, DateTime until, IOrders repository)
            {
                await Task.Yield();
                {{code}}
            }

            public interface IOrders
            {
                Task<List<Order>> GetAllAsync();
                Task<List<Order>> HandOnAsync();
                Task<List<Order>> OfAsync(int customer);
                Task<List<Order>> BetweenAsync(DateTime from, DateTime to);
                IReadOnlyList<Order> List();
                List<Order> Live();
                List<Order> Page();
                List<Order> Remembered();
            }

            public class OrderRepository : IOrders
            {
                private readonly Shop db = new();
                private readonly List<Order> _known = new();

                public async Task<List<Order>> GetAllAsync() => await db.Orders.AsNoTracking().ToListAsync();
                public async Task<List<Order>> HandOnAsync() { var all = await GetAllAsync(); return all; }
                public Task<List<Order>> OfAsync(int customer) => db.Orders.Where(o => o.CustomerId == customer).ToListAsync();
                public Task<List<Order>> BetweenAsync(DateTime from, DateTime to) =>
                    db.Orders.Where(o => o.PlacedAt >= from && o.PlacedAt <= to).ToListAsync();
                public IReadOnlyList<Order> List() => db.Orders.OrderBy(o => o.Id).ToList();
                public List<Order> Live() => db.Orders.Where(o => !o.Paid).ToList();
                public List<Order> Page() => db.Orders.Take(20).ToList();
                public List<Order> Remembered() => _known.ToList();
            }
        """);

    [TestCase("MaxBy", "sort with 'OrderByDescending' in the query and take the first")]
    [TestCase("MinBy", "sort with 'OrderBy' in the query and take the first")]
    public Task An_operator_that_no_provider_translates_is_rewritten(string name, string remedy) =>
        Says(
            Statements($"Use(db.Orders.[|ToList()|].{name}(o => o.Points));"),
            $"'ToList' loads all of 'db.Orders' before '{name}' makes one value of them; {remedy}");

    [Test]
    public Task A_condition_that_asks_an_object_of_the_program_stays_in_memory() =>
        Allows(Statements(
            "var shape = new System.Text.RegularExpressions.Regex(path);\n"
            + "Use(db.Orders.ToList().Where(o => shape.IsMatch(o.Id.ToString())));"));

    [Test]
    public Task Query_syntax_over_a_list_is_a_filter_too() =>
        Flags(Statements("Use(from o in db.Orders.[|ToList()|] where o.Paid select o.Id);"));

    [Test]
    public Task An_array_is_no_better_than_a_list() => Flags(Statements("Use(db.Orders.[|ToArray()|].Length);"));

    [Test]
    public Task The_first_element_by_index_is_one_of_all() => Flags(Statements("Use(db.Orders.[|ToList()|][0]);"));

    [Test]
    public Task Sorting_in_memory_to_take_a_few_loads_all() =>
        Flags(Statements("Use(db.Orders.[|ToList()|].OrderByDescending(o => o.PlacedAt).Take(10));"));

    [Test]
    public Task A_list_constructor_copies_like_ToList() =>
        Flags(Statements("Use([|new List<Order>(db.Orders)|].Any(o => o.Paid));"));

    [CSharp(12)]
    public Task A_spread_copies_like_ToList() =>
        Flags(Statements("List<Order> all = [|[.. db.Orders]|];\nUse(all.Any(o => o.Paid));"));

    [Test]
    public Task An_earlier_filter_does_not_excuse_a_later_one() =>
        Flags(Statements("Use(db.Orders.Where(o => o.Paid).[|ToList()|].Where(o => o.CustomerId == id));"));

    [Test]
    public Task A_query_in_a_local_is_followed_to_the_database() =>
        Flags(Statements("var query = db.Orders.Include(o => o.Lines);\nUse(query.[|ToList()|].Sum(o => o.Points));"));

    [Test]
    public Task A_file_that_is_read_lazily_is_listed_for_nothing() =>
        Flags(Statements("Use(File.ReadLines(path).[|ToList()|].Count(line => line.Length > 0));"));

    [Test]
    public Task A_parameter_of_query_type_is_a_database() =>
        Flags(Members("public static int Count(IQueryable<Order> source) => source.[|ToList()|].Count;"));

    [Test]
    public Task Text_comparison_is_flagged_as_well() =>
        Flags(Statements(
            "Use(db.Orders.[|ToList()|].Where(o => o.Reference.Contains(name, StringComparison.OrdinalIgnoreCase)));"));

    [TestCase("o.Reference.Equals(name, StringComparison.OrdinalIgnoreCase)", "StringComparison")]
    [TestCase("o.Reference.ToLowerInvariant() == name", "ToLowerInvariant")]
    public Task What_providers_leave_to_a_collation_goes(string condition, string what) => Says(
        Statements($"Use(db.Orders.[|ToList()|].Where(o => {condition}));"),
        $"'ToList' loads all of 'db.Orders' before 'Where' keeps some of them; providers do not translate '{what}': "
        + "where the collation of the database gives the same meaning, do that in the query without it, and call "
        + "'ToList' last");

    [TestCase("o.Reference.ToLower() == name", TestName = "Letters")]
    [TestCase("o.Lines.Any(l => l.Quantity > id)", TestName = "The lines of a row")]
    [TestCase("o.Customer!.Name == name", TestName = "A column of another table")]
    [TestCase("o.PlacedAt.Year == id", TestName = "A part of a date")]
    [TestCase("o.PlacedAt.AddDays(3) < DateTime.UtcNow", TestName = "A later date")]
    [TestCase("Math.Abs(o.Points) > id", TestName = "A number without its sign")]
    [TestCase("o.Points + id > 3", TestName = "A sum")]
    [TestCase("o.Points.ToString() == name", TestName = "A number as text")]
    public Task What_providers_know_belongs_into_the_query(string condition) =>
        Flags(Statements($"Use(db.Orders.[|ToList()|].Where(o => {condition}));"));

    [TestCase("o.PlacedAt.ToString(\"yyyy-MM\") == name", TestName = "A format")]
    [TestCase("o.Reference.ToUpper(System.Globalization.CultureInfo.InvariantCulture) == name", TestName = "A culture")]
    [TestCase("string.Compare(o.Reference, name, true) == 0", TestName = "A comparison that ignores case")]
    [TestCase("(DateTime.UtcNow - o.PlacedAt).TotalDays > id", TestName = "A time between two dates")]
    [TestCase("DateTime.UtcNow - o.PlacedAt > TimeSpan.FromDays(id)", TestName = "A duration")]
    [TestCase("o.PlacedAt.DayOfWeek == DayOfWeek.Monday", TestName = "A day of the week")]
    [TestCase("o.Reference.Split('-').Length > id", TestName = "Parts of a text")]
    [TestCase("o.Reference.Any(char.IsDigit)", TestName = "Letters of a text")]
    [TestCase("char.IsDigit(o.Reference[0])", TestName = "A letter of a text")]
    [TestCase("int.Parse(o.Reference) > id", TestName = "A number in a text")]
    [TestCase("Path.GetExtension(o.Reference) == name", TestName = "A part of a path")]
    [TestCase("System.Text.RegularExpressions.Regex.IsMatch(o.Reference, name)", TestName = "A pattern")]
    [TestCase("o.Lines.Any(l => l.ToString() == Describe(o))", TestName = "Lines that the program describes")]
    [TestCase("o.Customer!.Orders[0].IsLarge", TestName = "A computed property of another row")]
    [TestCase("ids.Exists(key => key == o.CustomerId)", TestName = "A list that is searched by a method of its own")]
    [TestCase("ids.Any(key => key == o.CustomerId)", TestName = "A list that is searched by a function")]
    public Task What_providers_do_not_know_stays_in_memory(string condition) =>
        Allows(Statements($"Use(db.Orders.ToList().Where(o => {condition}));"));

    [TestCase("db.Orders.ToList().Any(IsOdd)", TestName = "A method by its name")]
    [TestCase("db.Orders.Select(o => o.Reference).ToList().Contains(name, StringComparer.OrdinalIgnoreCase)",
        TestName = "A comparer")]
    public Task Code_that_is_handed_over_runs_in_memory(string query) => Allows(Statements($"Use({query});"));

    [Test]
    public Task A_copy_in_memory_before_a_count_is_a_suggestion() =>
        Suggests(Statements("Use(orders.Where(o => o.Paid).[|ToList()|].Any());"));

    [Test]
    public Task In_a_high_risk_zone_it_is_a_warning() =>
        WithOption("ai_aware.high_risk", "*.cs")
            .Flags(Statements("Use(orders.Where(o => o.Paid).[|ToList()|].Any());"));

    [Test]
    public Task A_part_of_each_row_is_a_suggestion() =>
        Suggests(Statements("Use(db.Orders.[|ToList()|].Select(o => o.Reference));"));

    [CSharp(14)]
    public Task An_asynchronous_stream_is_listed_for_a_count() =>
        Flags(Members(
            "public static async Task<int> Count(IAsyncEnumerable<int> source) => (await "
            + "source.[|ToListAsync()|]).Count(n => n > 3);"));

    [Test]
    public Task It_says_what_is_loaded_and_why_not() => Says(
        Statements("Use(db.Orders.[|ToList()|].Where(o => o.Paid));"),
        "'ToList' loads all of 'db.Orders' before 'Where' keeps some of them; do that in the query, "
        + "so that the database sends only what is used");

    [Test]
    public Task It_warns_of_another_meaning_of_text() => Says(
        Statements("Use(db.Orders.[|ToList()|].Where(o => o.Reference == name));"),
        "'ToList' loads all of 'db.Orders' before 'Where' keeps some of them; do that in the query "
        + "where the provider gives it the same meaning (text and order can differ), and call 'ToList' last");

    [Test]
    public Task A_query_of_a_helper_is_listed() =>
        Flags(Members("private IQueryable<Order> Paid() => db.Orders.Where(o => o.Paid);\npublic int Get(int id) => "
            + "Paid().[|ToList()|].Count(o => o.CustomerId == id);"));

    [Test]
    public Task A_helper_that_hides_its_query_is_listed() =>
        Flags(Members(
            "private IEnumerable<Order> All { get { return db.Orders; } }\npublic int Get(int id) => "
            + "All.[|ToList()|].Count(o => o.CustomerId == id);"));

    [Test]
    public Task A_query_in_a_field_is_listed() =>
        Flags(Members("private readonly IQueryable<Order> _paid;\npublic Service() => _paid = db.Orders.Where(o => "
            + "o.Paid);\npublic int Get() => _paid.[|ToArray()|].Length;"));

    [Test]
    public Task A_new_list_takes_the_rows_to_be_filtered() =>
        Flags(Statements("var all = new List<Order>();\nall.[|AddRange(db.Orders)|];\nUse(all.Where(o => o.Paid));"));

    [Test]
    public Task A_dictionary_is_made_for_one_of_its_rows() =>
        Flags(Statements("Use(db.Orders.[|ToDictionary(o => o.CustomerId)|][id]);"));

    [Test]
    public Task A_set_is_made_to_be_asked_once() =>
        Flags(Statements(
            "var known = await db.Orders.Select(o => o.CustomerId).[|ToHashSetAsync(token)|];\n"
            + "Use(known.Contains(id));"));

    [Test]
    public Task A_dictionary_is_asked_for_one_key() =>
        Flags(Statements(
            "var byId = await db.Orders.[|ToDictionaryAsync(o => o.CustomerId, token)|];\nif (byId.TryGetValue(id, out "
            + "var o)) Use(o);"));

    [Test]
    public Task Query_syntax_is_listed_and_then_counted() =>
        Flags(Statements("Use((from o in db.Orders where o.Paid select o).[|ToList()|].Count);"));

    [Test]
    public Task A_stream_of_a_response_is_listed_for_a_count() =>
        Flags(Statements(
            "Use((await client.GetFromJsonAsAsyncEnumerable<Order>(path, token).[|ToListAsync(token)|]).Count(o => "
            + "o!.Paid));"));

    [Test]
    public Task A_page_of_a_helper_is_bounded() =>
        Allows(Members(
            "private IQueryable<Order> Top() => db.Orders.Take(10);\npublic int Get(int id) => Top().ToList().Count(o "
            + "=> o.CustomerId == id);"));

    [Test]
    public Task A_key_in_query_syntax_is_bounded() =>
        Allows(Statements("Use((from o in db.Orders where o.Id == id select o).ToList().FirstOrDefault());"));

    [Test]
    public Task A_dictionary_that_a_loop_asks_is_an_index() =>
        Allows(Statements(
            "var byId = await db.Orders.ToDictionaryAsync(o => o.Id, token);\nforeach (var i in ids) Use(byId[i]);"));

    [Test]
    public Task A_lookup_that_is_asked_twice_is_an_index() =>
        Allows(Statements(
            "var byCustomer = db.Orders.ToLookup(o => o.CustomerId);\nUse(byCustomer[id]);\nUse(byCustomer[3]);"));

    [Test]
    public Task An_index_by_the_program_must_be_made_here() =>
        Allows(Statements("Use(db.Orders.ToDictionary(o => Describe(o))[name]);"));

    [Test]
    public Task A_list_with_something_in_it_takes_more() =>
        Allows(Statements(
            "var all = new List<Order> { new Order() };\nall.AddRange(db.Orders);\nUse(all.Where(o => o.Paid));"));

    [Test]
    public Task A_list_that_takes_two_tables_is_needed() =>
        Allows(Statements(
            "var all = new List<Order>();\nall.AddRange(db.Orders);\nall.AddRange(orders);\nUse(all.Where(o => "
            + "o.Paid));"));

    [Test]
    public Task A_list_that_is_locked_over_is_right() =>
        Allows(Statements("var all = db.Orders.ToList();\nlock (all) Use(all.Count(o => o.Paid));"));

    [Test]
    public Task A_filter_by_a_method_of_the_program_must_run_here() =>
        Allows(Statements("Use(db.Orders.ToList().Where(o => IsOdd(o)).ToList());"));

    [Test]
    public Task A_filter_by_a_computed_property_must_run_here() =>
        Allows(Statements("Use(db.Orders.ToList().Where(o => o.IsLarge).ToList());"));

    [Test]
    public Task A_filter_with_a_body_of_statements_must_run_here() =>
        Allows(Statements("Use(db.Orders.ToList().Where(o => { Use(o); return o.Paid; }).ToList());"));

    [Test]
    public Task A_filter_of_one_statement_is_no_expression() =>
        Allows(Statements("Use(db.Orders.ToList().Where(o => { return o.Paid; }).ToList());"));

    [Test]
    public Task A_filter_given_as_a_delegate_must_run_here() =>
        Allows(Members(
            "public List<Order> Get(Func<Order, bool> filter) => db.Orders.ToList().Where(o => filter(o)).ToList();"));

    [Test]
    public Task A_page_is_bounded() =>
        Allows(Statements("Use(db.Orders.OrderBy(o => o.Id).Take(50).ToList().Where(o => o.Paid));"));

    [Test]
    public Task A_row_found_by_its_key_is_bounded() =>
        Allows(Statements("Use(db.Orders.Where(o => o.Id == id).ToList().FirstOrDefault());"));

    [Test]
    public Task Rows_found_by_their_keys_are_bounded() =>
        Allows(
            Statements("Use((await db.Orders.Where(o => ids.Contains(o.Id)).ToListAsync(token)).Count(o => o.Paid));"));

    [Test]
    public Task A_list_that_is_enumerated_twice_is_right() =>
        Allows(
            Statements("var all = db.Orders.ToList();\nUse(all.Where(o => o.Paid));\nUse(all.Where(o => !o.Paid));"));

    [Test]
    public Task A_list_that_is_changed_is_right() =>
        Allows(Statements("var all = db.Orders.ToList();\nall.Add(new Order());\nUse(all.Count(o => o.Paid));"));

    [Test]
    public Task A_list_that_is_filtered_in_a_loop_is_read_more_than_once() =>
        Allows(Statements(
            "var all = db.Orders.ToList();\nforeach (var key in ids) Use(all.Where(o => o.CustomerId == key));"));

    [Test]
    public Task A_list_that_a_closure_keeps_is_right() =>
        Allows(Statements("var all = db.Orders.ToList();\nFunc<int> count = () => all.Count;\nUse(count);"));

    [Test]
    public Task A_mapping_by_the_program_is_no_filter() =>
        Allows(Statements("Use(db.Orders.ToList().Select(o => Describe(o)));"));

    [Test]
    public Task Sorting_all_rows_in_memory_needs_them_all() =>
        Allows(Statements("Use(db.Orders.ToList().OrderBy(o => o.Reference).ToList());"));

    [Test]
    public Task A_copy_of_keys_protects_the_loop_that_removes_them() =>
        Allows(Members(
            "public static void Clean(Dictionary<int, Order> all) { foreach (var key in all.Keys.ToList().Where(k => k "
            + "> 3)) all.Remove(key); }"));

    [Test]
    public Task A_deferred_filter_over_a_copy_in_memory_keeps_a_snapshot() =>
        Allows(Members("public static IEnumerable<Order> Get(List<Order> all) => all.ToList().Where(o => o.Paid);"));

    [Test]
    public Task A_copy_of_a_field_may_be_a_snapshot_for_other_threads() =>
        Allows(Members(
            "private readonly List<Order> _cache = new();\npublic int Count() => _cache.ToList().Count(o => o.Paid);"));

    [Test]
    public Task Values_of_an_enum_are_few() =>
        Allows("class C { int M() => Enum.GetValues(typeof(DayOfWeek)).Cast<DayOfWeek>().ToList().Count(d => d > "
            + "DayOfWeek.Monday); }");

    [Test]
    public Task Arguments_of_a_program_are_few() =>
        Allows("class P { static int Main(string[] args) => args.ToList().Count(a => a.Length > 3); }");

    [Test]
    public Task A_set_drops_duplicates_and_is_no_copy() =>
        Allows(Statements("Use(db.Orders.Select(o => o.CustomerId).ToHashSet().Count);"));

    [Test]
    public Task A_function_with_effects_runs_for_each_element_before_it_is_counted() =>
        Allows(Statements("Use(orders.Select(o => Describe(o)).ToList().Count());"));

    [Test]
    public Task A_filter_goes_into_the_query() => Fixes(
        Statements("Use(db.Orders.[|ToList()|].Where(o => o.Paid));"),
        Statements("Use(db.Orders.Where(o => o.Paid).ToList());"));

    [Test]
    public Task A_filter_that_is_listed_again_loses_the_first_list() => Fixes(
        Statements("Use(db.Orders.[|ToList()|].Where(o => o.Paid && o.Points > id).ToList());"),
        Statements("Use(db.Orders.Where(o => o.Paid && o.Points > id).ToList());"));

    [Test]
    public Task An_awaited_list_keeps_its_token_and_its_context() => Fixes(
        Statements(
            "Use((await db.Orders.[|ToListAsync(token)|].ConfigureAwait(false)).Where(o => "
            + "ids.Contains(o.CustomerId)).ToArray());"),
        Statements(
            "Use(await db.Orders.Where(o => ids.Contains(o.CustomerId)).ToArrayAsync(token).ConfigureAwait(false));"));

    [Test]
    public Task A_count_of_a_list_becomes_a_count_in_the_database() => Fixes(
        Statements("var n = (await db.Orders.[|ToListAsync(token)|]).Count;\nUse(n);"),
        Statements("var n = await db.Orders.CountAsync(token);\nUse(n);"));

    [Test]
    public Task A_predicate_goes_with_its_call() => Fixes(
        Statements("Use((await db.Orders.[|ToListAsync(token)|]).FirstOrDefault(o => o.Points == id)!.Reference);"),
        Statements("Use((await db.Orders.FirstOrDefaultAsync(o => o.Points == id, token))!.Reference);"));

    [Test]
    public Task A_local_is_written_out_and_its_comment_stays() => Fixes(
        Statements("// All of them.\nvar all = await db.Orders.[|ToListAsync(token)|];\nUse(all.Any(o => o.Paid));"),
        Statements("// All of them.\nUse(await db.Orders.AnyAsync(o => o.Paid, token));"));

    [Test]
    public Task What_does_not_translate_stays_behind_the_list() => Fixes(
        Statements("Use(db.Orders.[|ToList()|].Where(o => o.Paid).Where(o => IsOdd(o)));"),
        Statements("Use(db.Orders.Where(o => o.Paid).ToList().Where(o => IsOdd(o)));"));

    [Test]
    public Task A_chain_over_several_lines_keeps_its_shape() => Fixes(
        Statements(
            "var some = db.Orders\n    .[|ToList()|]\n    .Where(o => o.Paid) // only these\n    .ToList();\n"
            + "Use(some);"),
        Statements("var some = db.Orders\n    .Where(o => o.Paid) // only these\n    .ToList();\nUse(some);"));

    [Test]
    public Task A_lazily_read_file_is_counted_as_it_comes() => Fixes(
        "class C { int M(string path) => File.ReadLines(path).[|ToList()|].Count(line => line.Length > 0); }",
        "class C { int M(string path) => File.ReadLines(path).Count(line => line.Length > 0); }");

    [Test]
    public Task A_copy_in_memory_is_dropped() => FixesSuggestion(
        "class C { int M(List<int> xs) => xs.Where(x => x > 1).[|ToArray()|].Length; }",
        "class C { int M(List<int> xs) => xs.Where(x => x > 1).Count(); }");

    [Test]
    public Task All_copies_of_a_method_go_at_once() => Fixes(
        Statements(
            "Use(db.Orders.[|ToList()|].Where(o => o.Paid).ToList());\nvar n = await db.Orders.[|ToListAsync(token)|];"
            + "\nUse(n.Count(o => o.Paid));\nUse((await db.Orders.[|ToListAsync(token)|].ConfigureAwait(false)).Any(o "
            + "=> o.Points > id));"),
        Statements("Use(db.Orders.Where(o => o.Paid).ToList());\nUse(await db.Orders.CountAsync(o => o.Paid, token));\n"
            + "Use(await db.Orders.AnyAsync(o => o.Points > id, token).ConfigureAwait(false));"));

    [Test]
    public Task Text_is_left_to_a_person() =>
        OffersNoFix(Statements("Use(db.Orders.[|ToList()|].Where(o => o.Reference == name));"));

    [Test]
    public Task A_navigation_that_may_be_null_is_left_to_a_person() =>
        OffersNoFix(Statements("Use(db.Orders.[|ToList()|].Where(o => o.Customer!.Id == id));"));

    [Test]
    public Task Query_syntax_is_left_to_a_person() =>
        OffersNoFix(Statements("Use(from o in db.Orders.[|ToList()|] where o.Paid select o.Id);"));

    [Test]
    public Task A_local_that_is_used_later_is_left_to_a_person() =>
        OffersNoFix(Statements("var all = db.Orders.[|ToList()|];\ndb.SaveChanges();\nUse(all.Count(o => o.Paid));"));

    [Test]
    public Task A_sequence_variable_that_changes_is_left_to_a_person() =>
        OffersNoFix(
            Statements("var some = db.Orders.[|ToList()|].Where(o => o.Paid);\nsome = some.Skip(1);\nUse(some);"));

    [TestCase("shop.Orders.ToList().Where(o => o.Paid && o.Points > 3).Select(o => o.Id).ToList()")]
    [TestCase("(await shop.Orders.ToListAsync()).Where(o => o.Priority != null).ToList().Count")]
    [TestCase("(await shop.Orders.ToListAsync()).Count(o => o.Points <= 3)")]
    [TestCase(
        "(await shop.Orders.ToListAsync()).Where(o => keys.Contains(o.Points)).Select(o => o.Points).Where(p => p > "
        + "1).ToArray()")]
    [TestCase("(await shop.Orders.ToListAsync()).Any(o => !o.Paid)")]
    [TestCase("shop.Orders.ToArray().All(o => o.Priority == null || o.Points != 0)")]
    [TestCase("(await shop.Orders.ToListAsync()).FirstOrDefault(o => o.Points == 2)?.Id")]
    [TestCase("shop.Orders.ToList().Sum(o => o.Points)")]
    [TestCase("shop.Orders.ToList().Single(o => o.Points == 2).Id")]
    [TestCase("(await shop.Orders.ToListAsync()).SingleOrDefault(o => o.Points == 5)?.Id")]
    [TestCase("(await shop.Orders.ToArrayAsync()).First(o => o.Points > 1).Id")]
    [TestCase("(await shop.Orders.ToListAsync()).LongCount(o => o.Points > o.CustomerId)")]
    [TestCase("(await shop.Orders.ToListAsync()).All(o => o.Paid == (o.Points == 4))")]
    [TestCase("(await shop.Orders.OrderBy(o => o.Id).ToListAsync()).Skip(1).Take(3).Select(o => o.Id).ToList()")]
    [TestCase("(await shop.Orders.OrderBy(o => o.Id).ToArrayAsync()).Length")]
    [TestCase("shop.Orders.ToList().Where(o => o.Priority > 3).Select(o => o.Id).ToArray()")]
    [TestCase("shop.Orders.ToList().Count(o => o.Priority != 3)")]
    [TestCase("shop.Orders.ToList().Count(o => o.Priority == o.Points)")]
    [TestCase("shop.Orders.ToList().Count(o => o.Priority.HasValue && !(o.Points > 4))")]
    [TestCase("shop.Orders.ToList().Where(o => o.Total >= 3.5m || o.Note != null).Select(o => o.Total).ToList()")]
    [TestCase("shop.Orders.ToList().Count(o => o.PlacedAt < limit)")]
    [TestCase(
        "shop.Orders.ToList().Where(o => o.Points > 2).Select(o => new { o.Id, o.Paid }).Where(o => o.Paid).ToList()")]
    [TestCase("shop.Orders.ToList().Where(o => keys.Contains(o.CustomerId) && o.Paid).Sum(o => o.Points)")]
    public Task A_query_gives_the_same(string query) => KeepsBehaviour(QuerySubject(query), inputs: 25);

    [TestCase("input.Where(n => n > 1).ToList().Count(n => n < 9)")]
    [TestCase("input.Select(n => n * 2).ToArray().Where(n => n > 4).ToList()")]
    [TestCase("input.OrderBy(n => n).ToList().First()")]
    [TestCase("input.Where(n => n > 1).ToList().Skip(1).Take(3).Max()")]
    public Task A_sequence_gives_the_same(string sequence) =>
        KeepsBehaviour($"public static class Subject {{ public static object Run(int[] input) => {sequence}; }}");

    [TestCase("(await Numbers(input).ToListAsync()).Count(n => n > 3)")]
    [TestCase("(await Numbers(input).Where(n => n > 1).ToArrayAsync()).Skip(1).Take(2).ToList()")]
    [TestCase("(await Numbers(input).ToListAsync(CancellationToken.None).ConfigureAwait(false)).Any(n => n == 2)")]
    [TestCase("(await Numbers(input).ToListAsync()).FirstOrDefault(n => n > 4)")]
    public Task A_stream_gives_the_same(string stream) => KeepsBehaviour($$"""
        public static class Subject
        {
            public static async Task<object> Run(int[] input) => {{stream}};

            private static async IAsyncEnumerable<int> Numbers(int[] input)
            {
                foreach (var n in input)
                {
                    await Task.Yield();
                    yield return n;
                }
            }
        }
        """, inputs: 50);

    [Test]
    public Task A_lazily_read_file_gives_the_same() => KeepsBehaviour("""
        public static class Subject
        {
            public static object Run(int[] input)
            {
                var path = Path.GetTempFileName();
                File.WriteAllLines(path, input.Select(n => n.ToString()));
                try { return File.ReadLines(path).ToList().Where(line => line.Length > 1).ToList(); }
                finally { File.Delete(path); }
            }
        }
        """, inputs: 30);

    [Test]
    public Task A_null_check_for_the_compiler_behind_a_condition_of_the_query() => Allows(Statements(
        "Use((await db.Orders.Where(o => o.Priority != null).ToListAsync(token)).Where(o => o.Priority.HasValue));"));

    [Test]
    public Task A_null_check_behind_the_whole_table_is_a_filter() => Flags(Statements(
        "Use((await db.Orders.[|ToListAsync(token)|]).Where(o => o.Priority.HasValue));"));

    [Test]
    public Task A_variable_that_the_condition_declares() => Allows(Statements(
        "Use(db.Orders.ToList().Where(o => int.TryParse(o.Reference, out var number) && number > id));"));

    [TestCase("db.Visits.ToList().Where(v => v.At >= since)", TestName = "A moment that SQLite cannot compare")]
    [TestCase("db.Visits.ToList().OrderBy(v => v.At).Take(3)", TestName = "A moment that SQLite cannot sort by")]
    public Task What_the_provider_refuses(string query) => Allows(Visits(query));

    [TestCase("db.Visits.ToList().Where(v => v.At.Year == 2020)", TestName = "A part of such a moment")]
    public Task What_SQLite_cannot_read(string query) => Allows(Visits(query));

    [TestCase("db.Visits.ToList().Where(v => v.At >= since)", TestName = "A moment in a database out of sight")]
    public Task What_a_database_out_of_sight_may_refuse(string query) =>
        Given.WithReferences(References.EntityFrameworkCore).Allows(Visits(query));

    [Test]
    public Task What_the_provider_can_compare() => Flags(Visits("db.Visits.[|ToList()|].Where(v => v.Seen)"));

    [TestCase("db.Bills.Select(b => b.Total).ToList().Sum()", TestName = "A sum of decimals that were read")]
    [TestCase("db.Bills.Where(b => b.Paid).Select(b => b.Total).ToList().Average()", TestName = "Their average")]
    [TestCase("db.Bills.Select(b => b.Rest).ToArray().Max()", TestName = "The greatest of those that may be missing")]
    [TestCase("db.Bills.ToList().Sum(b => b.Total)", TestName = "A sum of a column")]
    [TestCase("db.Bills.ToList().Sum(b => b.Total * b.Count)", TestName = "A sum of products")]
    [TestCase("db.Bills.ToList().MinBy(b => b.Total)", TestName = "The row of the smallest")]
    [TestCase("db.Bills.ToList().OrderBy(b => b.Total).Take(3)", TestName = "A sort by a decimal")]
    [TestCase("db.Bills.ToList().OrderBy(b => b.Count).ThenByDescending(b => b.Rest).First()",
        TestName = "A second key")]
    [TestCase("db.Bills.Select(b => b.At).ToList().Max()", TestName = "The latest moment")]
    [TestCase("db.Bills.Select(b => b.Span).ToList().Min()", TestName = "The shortest span")]
    [TestCase("db.Bills.Select(b => b.Mark).ToList().Max()", TestName = "The largest of large numbers")]
    [TestCase("db.Bills.ToList().Where(b => b.Mark > 3)", TestName = "A large number that is compared")]
    [TestCase("db.Bills.ToList().Where(b => b.Parts.Sum(p => p.Total) > 3)", TestName = "A sum inside a condition")]
    [TestCase("db.Bills.ToList().Where(b => b.Parts.Max(p => p.At) == b.At)", TestName = "A moment inside a condition")]
    public Task What_SQLite_cannot_sort_or_add_up(string query) => Allows(Bills(query));

    [TestCase("db.Bills.Select(b => b.Count).[|ToList()|].Sum()", TestName = "A sum of whole numbers")]
    [TestCase("db.Bills.[|ToList()|].Sum(b => (double)b.Total)", TestName = "A sum of what a decimal is turned into")]
    [TestCase("db.Bills.[|ToList()|].OrderBy(b => (double)b.Total).Take(3)", TestName = "A sort by such a number")]
    [TestCase("db.Bills.[|ToList()|].Where(b => b.Total > 3).Sum(b => b.Total)", TestName = "A filter before a sum")]
    [TestCase("db.Bills.[|ToList()|].Where(b => b.Parts.Sum(p => p.Count) > 3)", TestName = "A sum of small numbers")]
    [TestCase("db.Bills.Select(b => b.Total).[|ToList()|].Count", TestName = "How many decimals there are")]
    public Task What_SQLite_can_do(string query) => Flags(Bills(query));

    [TestCase("db.Bills.Select(b => b.Total).[|ToList()|].Sum()", TestName = "A sum of decimals")]
    [TestCase("db.Bills.[|ToList()|].OrderBy(b => b.Total).Take(3)", TestName = "A sort by decimals")]
    public Task What_other_databases_can_do(string query) =>
        Given.WithReferences(References.EntityFrameworkCore).Flags(Bills(query));

    private static string Bills(string query) => $$"""
        using Microsoft.EntityFrameworkCore;
        public class Bill
        {
            public int Id { get; set; }
            public decimal Total { get; set; }
            public decimal? Rest { get; set; }
            public int Count { get; set; }
            public ulong Mark { get; set; }
            public bool Paid { get; set; }
            public DateTimeOffset At { get; set; }
            public TimeSpan Span { get; set; }
            public List<Bill> Parts { get; set; } = new();
        }
        public class Till : DbContext { public DbSet<Bill> Bills => Set<Bill>(); }
        public class Reader
        {
            public object? Read(Till db) => {{query}};
        }
        """;

    private static string Visits(string query) => $$"""
        using Microsoft.EntityFrameworkCore;
        public class Visit { public int Id { get; set; } public DateTimeOffset At { get; set; } public bool Seen { get; set; } }
        public class Diary : DbContext { public DbSet<Visit> Visits => Set<Visit>(); }
        public class Reader
        {
            public object Read(Diary db, DateTimeOffset since) => {{query}};
        }
        """;

    [TestCase("Use(db.Orders.[|ToList()|].FindAll(o => o.Paid));", TestName = "Some are kept")]
    [TestCase("var all = await db.Orders.[|ToListAsync(token)|]; Use(all.Find(o => o.Id == id));",
        TestName = "One is taken")]
    [TestCase("if (db.Orders.[|ToList()|].Exists(o => o.Id == id)) return;", TestName = "It is asked about")]
    public Task A_method_of_the_list_filters(string statements) => Flags(Statements(statements));

    [TestCase("var all = db.Orders.ToList(); Use(all.FindAll(o => o.Paid)); Use(all);",
        TestName = "All are used as well")]
    [TestCase("var all = db.Orders.ToList(); all.RemoveAll(o => o.Paid); Use(all);", TestName = "The rest is used")]
    public Task A_list_that_is_used_for_more(string statements) => Allows(Statements(statements));

    [Test]
    public Task A_query_of_several_lines_is_not_written_into_a_call() => OffersNoFix(Statements("""
        var paid = await db.Orders
            .Where(o => o.Paid)
            .[|ToListAsync(token)|];
        Use(paid.Count);
        """));
}
