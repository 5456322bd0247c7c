using AiAwareAnalyzers.Materialization;
using static AiAwareAnalyzers.Tests.Materialization.ShopCode;

namespace AiAwareAnalyzers.Tests.Materialization;

public sealed class QueryInLoopTests : RuleTests<QueryInLoop>
{
    private protected override ReferenceSet Framework => References.All;

    [Test]
    public Task A_row_is_asked_for_each_element() =>
        Flags(Statements(
            "foreach (var o in orders) Use(await db.Customers.[|FirstOrDefaultAsync(c => c.Id == o.CustomerId, "
            + "token)|]);"));

    [Test]
    public Task A_row_is_found_for_each_key() =>
        Flags(Statements("foreach (var i in ids) Use(await db.Orders.[|FindAsync(i)|]);"));

    [Test]
    public Task A_count_for_each_element() =>
        Flags(Statements(
            "foreach (var o in await db.Orders.ToListAsync(token)) Use(db.Lines.[|Count(l => l.OrderId == o.Id)|]);"));

    [Test]
    public Task A_list_for_each_element() =>
        Flags(Statements(
            "foreach (var o in orders) Use(await db.Lines.Where(l => l.OrderId == o.Id).[|ToListAsync(token)|]);"));

    [Test]
    public Task An_inner_loop_over_a_query() =>
        Flags(Statements(
            "foreach (var o in orders) foreach (var l in [|db.Lines.Where(l => l.OrderId == o.Id)|]) Use(l);"));

    [Test]
    public Task A_projection_that_asks() =>
        Flags(Statements("Use(orders.Select(o => db.Customers.[|First(c => c.Id == o.CustomerId)|].Name).ToList());"));

    [Test]
    public Task An_asynchronous_projection_that_asks() =>
        Flags(Statements("Use(await Task.WhenAll(ids.Select(async i => await db.Orders.[|FindAsync(i)|])));"));

    [TestCase("foreach (var o in orders) Use(await [|repository.GetByIdAsync(o.CustomerId)|]);",
        TestName = "A repository behind an interface")]
    [TestCase("foreach (var o in orders) Use(await new Customers(db).[|GetByIdAsync(o.CustomerId)|]);",
        TestName = "A repository")]
    [TestCase("foreach (var o in orders) { if (await repository.[|ExistsAsync(o.CustomerId)|]) Use(o); }",
        TestName = "A question to a repository")]
    [TestCase("foreach (var i in ids) Use(repository.[|GetLines(i)|]);", TestName = "A list of a repository")]
    [TestCase("Use(await Task.WhenAll(ids.Select(i => repository.[|GetByIdAsync(i)|])));",
        TestName = "In a projection")]
    [TestCase("foreach (var i in ids) Use(await repository.[|FindNamedAsync(i)|]);", TestName = "Two methods deep")]
    [TestCase("foreach (var i in ids) Use(repository.[|ListSince(i)|]);",
        TestName = "A query of a set that is asked for")]
    public Task A_query_that_a_repository_hides(string code) => Flags(Layers(Marked(code)));

    [TestCase("foreach (var i in ids) Use(await repository.GetCachedAsync(i));", TestName = "A cache answers")]
    [TestCase("foreach (var i in ids) Use(repository.GetName(i));", TestName = "No query behind it")]
    [TestCase("foreach (var o in orders) await repository.SaveAsync(o.CustomerId);",
        TestName = "It does more than ask")]
    [TestCase("foreach (var o in orders) Use(await repository.GetByIdAsync(id));", TestName = "Not of the element")]
    [TestCase("Use(await repository.GetByIdAsync(id));", TestName = "Once")]
    [TestCase("foreach (var i in new[] { 1, 2 }) Use(await repository.GetByIdAsync(i));", TestName = "A few by name")]
    public Task A_repository_that_asks_once_or_not_at_all_is_fine(string code) => Allows(Layers(code));

    private static string Marked(string code) =>
        code.Replace("[|repository.", "repository.[|", StringComparison.Ordinal);

    private static string Layers(string code) => Members($$"""
            public async Task Run(int id, List<int> ids, IEnumerable<Order> orders, ICustomers repository)
            {
                await Task.Yield();
                {{code}}
            }

            public interface ICustomers
            {
                Task<Customer?> GetByIdAsync(int id);
                Task<Customer?> FindNamedAsync(int id);
                Task<Customer?> GetCachedAsync(int id);
                Task<bool> ExistsAsync(int id);
                Task SaveAsync(int id);
                List<Line> GetLines(int id);
                List<Order> ListSince(int days);
                string GetName(int id);
            }

            public class Customers : ICustomers
            {
                private readonly Shop db;
                private static readonly Dictionary<int, Customer> Known = new();

                public Customers(Shop db) => this.db = db;

                public async Task<Customer?> GetByIdAsync(int id) => await db.Customers.FirstOrDefaultAsync(c => c.Id == id);
                public async Task<Customer?> FindNamedAsync(int id) => await GetByIdAsync(id) is { Name: "" } ? null : await GetByIdAsync(id);
                public Task<bool> ExistsAsync(int id) => db.Customers.AnyAsync(c => c.Id == id);
                public List<Line> GetLines(int id) => db.Lines.Where(l => l.OrderId == id).ToList();
                public List<Order> ListSince(int days)
                {
                    var start = DateTime.UtcNow.AddDays(-days);
                    return db.Set<Order>().Where(o => o.PlacedAt > start).ToList();
                }

                public string GetName(int id) => id.ToString();

                public async Task<Customer?> GetCachedAsync(int id) =>
                    Known.TryGetValue(id, out var known) ? known : await db.Customers.FindAsync(id);

                public async Task SaveAsync(int id)
                {
                    var found = await db.Customers.FindAsync(id);
                    found!.Name = "";
                    await db.SaveChangesAsync();
                }
            }
        """);

    [Test]
    public Task A_relation_is_loaded_for_each_row() =>
        Flags(Statements("foreach (var o in orders) await db.Entry(o).Collection(x => x.Lines).[|LoadAsync(token)|];"));

    [Test]
    public Task A_statement_for_each_element() =>
        Flags(Members(
            "public void Run(System.Data.IDbConnection connection, List<int> ids) { foreach (var i in ids) "
            + "Use(Dapper.SqlMapper.[|Query<Order>(connection, \"select * from orders where id = @i\", new { i "
            + "})|]); }"));

    [Test]
    public Task A_request_for_each_row_of_a_query() =>
        Flags(Statements(
            "foreach (var o in await db.Orders.ToListAsync(token)) Use(await "
            + "client.[|GetStringAsync($\"orders/{o.Id}\", token)|]);"));

    [Test]
    public Task A_request_for_each_element_of_a_response() =>
        Flags(Statements("var found = await client.GetFromJsonAsync<List<Order>>(\"orders\", token);\nforeach (var o "
            + "in found!) Use(await client.[|GetFromJsonAsync<Customer>($\"customers/{o.CustomerId}\", token)|]);"));

    [Test]
    public Task A_key_that_is_taken_out_first() =>
        Flags(Statements(
            "foreach (var o in orders) { var key = o.CustomerId; Use(await db.Customers.[|FindAsync(key)|]); }"));

    [Test]
    public Task A_query_behind_a_condition() =>
        Flags(Statements(
            "foreach (var o in orders) { if (o.Paid) Use(db.Customers.[|Single(c => c.Id == o.CustomerId)|]); }"));

    [Test]
    public Task A_loop_by_index() =>
        Flags(Statements("for (var i = 0; i < ids.Count; i++) Use(await db.Orders.[|FindAsync(ids[i])|]);"));

    [Test]
    public Task A_loop_by_index_that_takes_the_element_out_first() =>
        Flags(Members("public void Run(Order[] all) { for (int i = 0; i < all.Length; i++) { var o = all[i]; "
            + "Use(db.Customers.[|First(c => c.Id == o.CustomerId)|]); } }"));

    [Test]
    public Task A_loop_over_the_rows_of_a_reader() =>
        Flags(Members("public async Task Run(System.Data.Common.DbDataReader reader) { while (await "
            + "reader.ReadAsync()) Use(await db.Orders.[|FindAsync(reader.GetInt32(0))|]); }"));

    [Test]
    public Task A_loop_over_the_lines_of_a_file() =>
        Flags(Members("public void Run(TextReader reader) { string? line; while ((line = reader.ReadLine()) != null) "
            + "Use(db.Customers.[|FirstOrDefault(c => c.Name == line)|]); }"));

    [Test]
    public Task It_names_the_loop_the_query_and_the_remedy() => Says(
        Statements("foreach (var o in orders) Use(await db.Customers.[|FindAsync(o.CustomerId)|]);"),
        "'FindAsync' waits for the database once for each element of 'orders' (N+1); collect the keys and query once "
        + "with 'Where(row => keys.Contains(row.Id))' before the loop");

    [Test]
    public Task A_relation_is_included() => Says(
        Statements("foreach (var o in orders) await db.Entry(o).Collection(x => x.Lines).[|LoadAsync(token)|];"),
        "'LoadAsync' waits for the database once for each element of 'orders' (N+1); load it with 'Include' in the "
        + "query of "
        + "'orders'");

    [Test]
    public Task Keys_are_asked_for_at_once() => Says(
        Statements("for (var i = 0; i < ids.Count; i++) Use(await db.Orders.[|FindAsync(ids[i])|]);"),
        "'FindAsync' waits for the database once for each element of 'ids' (N+1); collect the keys and query once with "
        + "'Where(row => keys.Contains(row.Id))' before the loop");

    [Test]
    public Task A_request_needs_an_endpoint_for_many() => Says(
        Statements(
            "foreach (var o in await db.Orders.ToListAsync(token)) Use(await "
            + "client.[|GetStringAsync($\"orders/{o.Id}\", token)|]);"),
        "'GetStringAsync' waits for another machine once for each element of 'db.Orders.ToListAsync(token)' (N+1); "
        + "send one request, to an endpoint that takes all the keys");

    [Test]
    public Task Rows_are_counted_by_group() => Says(
        Statements("foreach (var o in orders) Use(db.Lines.[|Count(l => l.OrderId == o.Id)|]);"),
        "'Count' waits for the database once for each element of 'orders' (N+1); group the rows by their key in one "
        + "query "
        + "before the loop");

    [Test]
    public Task A_query_before_the_loop() =>
        Allows(Statements("var all = await db.Customers.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, "
            + "token);\nforeach (var o in orders) Use(all[o.CustomerId]);"));

    [Test]
    public Task A_query_as_the_sequence_of_the_loop() =>
        Allows(Statements("foreach (var o in await db.Orders.ToListAsync(token)) Use(o);"));

    [Test]
    public Task A_query_that_is_only_composed() =>
        Allows(Statements(
            "var query = db.Orders.AsQueryable();\nforeach (var i in ids) query = query.Where(o => o.Id != i);\n"
            + "Use(await query.ToListAsync(token));"));

    [Test]
    public Task A_query_for_each_batch() =>
        Allows(Statements(
            "foreach (var batch in ids.Chunk(500)) Use(await db.Orders.Where(o => "
            + "batch.Contains(o.Id)).ToListAsync(token));"));

    [Test]
    public Task A_query_for_a_few_constants() =>
        Allows(Statements("foreach (var i in new[] { 1, 2 }) Use(await db.Orders.FindAsync(i));"));

    [Test]
    public Task A_page_after_a_page() =>
        Allows(Statements(
            "for (var page = 0; ; page++) { var rows = await db.Orders.Skip(page * 100).Take(100).ToListAsync(token); "
            + "if (rows.Count == 0) break; }"));

    [Test]
    public Task An_attempt_after_an_attempt() =>
        Allows(Statements(
            "for (var attempt = 0; attempt < 3; attempt++) Use(await client.GetStringAsync(\"x\", token));"));

    [Test]
    public Task A_query_inside_a_query_is_one() =>
        Allows(Statements("Use(db.Orders.Select(o => db.Customers.First(c => c.Id == o.CustomerId).Name).ToList());"));

    [Test]
    public Task The_first_that_fits_is_asked_for_once() =>
        Allows(Statements("foreach (var o in orders) { Use(await db.Customers.FindAsync(o.CustomerId)); break; }"));

    [Test]
    public Task A_query_that_is_the_same_in_each_round() =>
        Allows(Statements("foreach (var o in orders) Use(await db.Customers.CountAsync(token));"));

    [Test]
    public Task A_request_for_each_address_of_the_caller() =>
        Allows(Members(
            "public async Task Run(IEnumerable<string> urls) { foreach (var url in urls) Use(await "
            + "client.GetStringAsync(url)); }"));

    [Test]
    public Task A_search_in_memory() =>
        Allows(Statements(
            "var customers = await db.Customers.ToListAsync(token);\nforeach (var o in orders) Use(customers.First(c "
            + "=> c.Id == o.CustomerId));"));

    [Test]
    public Task A_page_of_keys_by_index() =>
        Allows(Statements("for (var i = 0; i < ids.Count; i += 500) { var some = ids.Skip(i).Take(500).ToList(); "
            + "Use(await db.Orders.Where(o => some.Contains(o.Id)).ToListAsync(token)); }"));

    [Test]
    public Task A_number_that_counts_rounds_is_no_element() =>
        Allows(Statements(
            "for (var i = 0; i < ids.Count; i++) Use(await db.Orders.CountAsync(o => o.Points > i, token));"));

    [Test]
    public Task A_worker_that_waits_for_work() =>
        Allows(Members("public async Task Run(System.Collections.Concurrent.ConcurrentQueue<int> work) { while "
            + "(work.TryDequeue(out var i)) Use(await db.Orders.FindAsync(i)); }"));

    [Test]
    public Task A_list_finds_by_itself() =>
        Allows(Statements("var all = orders.ToList();\nforeach (var i in ids) Use(all.Find(o => o.Id == i));"));

    [Test]
    public Task A_row_that_is_added() =>
        Allows(Statements("foreach (var o in orders) db.Orders.Add(o);\nawait db.SaveChangesAsync(token);"));

    [Test]
    public Task A_loop_that_polls() =>
        Allows(Statements(
            "while (!token.IsCancellationRequested) Use(await db.Orders.FirstOrDefaultAsync(o => o.Paid, token));"));

    [Test]
    public Task A_function_that_is_called_later() =>
        Allows(Statements("foreach (var i in ids) Use(new Func<object?>(() => db.Orders.Find(i)));"));

    [Test]
    public Task Headers_of_a_client_are_no_request() =>
        Allows(Statements("foreach (var i in ids) client.DefaultRequestHeaders.Add(\"x\", i.ToString());"));

    [TestCase("var wanted = new[] { 1, 2, 3 }; foreach (var i in wanted) Use(await db.Orders.FindAsync(i));",
        TestName = "A few that the code names, in a local")]
    [TestCase("foreach (var i in ids.Take(20)) Use(await db.Orders.FindAsync(i));", TestName = "A page of keys")]
    [TestCase(
        "Use(db.Customers.Select(c => c.Orders.Count(o => db.Lines.Any(l => l.OrderId == o.Id))).ToList());",
        TestName = "A part of a query that the database runs as one")]
    public Task Not_once_for_each_of_many(string statements) => Allows(Statements(statements));

    [Test]
    public Task One_loop_is_one_report() => Flags(Statements("""
        foreach (var o in orders)
        {
            Use(await db.Customers.[|FindAsync(o.CustomerId)|]);
            Use(await db.Lines.CountAsync(l => l.OrderId == o.Id));
        }
        """));
}
