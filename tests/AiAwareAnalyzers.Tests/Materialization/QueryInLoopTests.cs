using AiAwareAnalyzers.Materialization;
using static AiAwareAnalyzers.Tests.Materialization.ShopCode;

namespace AiAwareAnalyzers.Tests.Materialization;

public sealed class QueryInLoopTests : RuleTests<QueryInLoop>
{
    private protected override ReferenceAssemblies Framework => References.All;

    [Test]
    public Task A_row_is_asked_for_each_element() => Flags(Statements("foreach (var o in orders) Use(await db.Customers.[|FirstOrDefaultAsync(c => c.Id == o.CustomerId, token)|]);"));

    [Test]
    public Task A_row_is_found_for_each_key() => Flags(Statements("foreach (var i in ids) Use(await db.Orders.[|FindAsync(i)|]);"));

    [Test]
    public Task A_count_for_each_element() => Flags(Statements("foreach (var o in await db.Orders.ToListAsync(token)) Use(db.Lines.[|Count(l => l.OrderId == o.Id)|]);"));

    [Test]
    public Task A_list_for_each_element() => Flags(Statements("foreach (var o in orders) Use(await db.Lines.Where(l => l.OrderId == o.Id).[|ToListAsync(token)|]);"));

    [Test]
    public Task An_inner_loop_over_a_query() => Flags(Statements("foreach (var o in orders) foreach (var l in [|db.Lines.Where(l => l.OrderId == o.Id)|]) Use(l);"));

    [Test]
    public Task A_projection_that_asks() => Flags(Statements("Use(orders.Select(o => db.Customers.[|First(c => c.Id == o.CustomerId)|].Name).ToList());"));

    [Test]
    public Task An_asynchronous_projection_that_asks() => Flags(Statements("Use(await Task.WhenAll(ids.Select(async i => await db.Orders.[|FindAsync(i)|])));"));

    [Test]
    public Task A_relation_is_loaded_for_each_row() => Flags(Statements("foreach (var o in orders) await db.Entry(o).Collection(x => x.Lines).[|LoadAsync(token)|];"));

    [Test]
    public Task A_statement_for_each_element() =>
        Flags(Members("public void Run(System.Data.IDbConnection connection, List<int> ids) { foreach (var i in ids) Use(Dapper.SqlMapper.[|Query<Order>(connection, \"select * from orders where id = @i\", new { i })|]); }"));

    [Test]
    public Task A_request_for_each_row_of_a_query() => Flags(Statements("foreach (var o in await db.Orders.ToListAsync(token)) Use(await client.[|GetStringAsync($\"orders/{o.Id}\", token)|]);"));

    [Test]
    public Task A_request_for_each_element_of_a_response() =>
        Flags(Statements("var found = await client.GetFromJsonAsync<List<Order>>(\"orders\", token);\nforeach (var o in found!) Use(await client.[|GetFromJsonAsync<Customer>($\"customers/{o.CustomerId}\", token)|]);"));

    [Test]
    public Task A_key_that_is_taken_out_first() => Flags(Statements("foreach (var o in orders) { var key = o.CustomerId; Use(await db.Customers.[|FindAsync(key)|]); }"));

    [Test]
    public Task A_query_behind_a_condition() => Flags(Statements("foreach (var o in orders) { if (o.Paid) Use(db.Customers.[|Single(c => c.Id == o.CustomerId)|]); }"));

    [Test]
    public Task A_loop_by_index() => Flags(Statements("for (var i = 0; i < ids.Count; i++) Use(await db.Orders.[|FindAsync(ids[i])|]);"));

    [Test]
    public Task A_loop_by_index_that_takes_the_element_out_first() =>
        Flags(Members("public void Run(Order[] all) { for (int i = 0; i < all.Length; i++) { var o = all[i]; Use(db.Customers.[|First(c => c.Id == o.CustomerId)|]); } }"));

    [Test]
    public Task A_loop_over_the_rows_of_a_reader() =>
        Flags(Members("public async Task Run(System.Data.Common.DbDataReader reader) { while (await reader.ReadAsync()) Use(await db.Orders.[|FindAsync(reader.GetInt32(0))|]); }"));

    [Test]
    public Task A_loop_over_the_lines_of_a_file() =>
        Flags(Members("public void Run(TextReader reader) { string? line; while ((line = reader.ReadLine()) != null) Use(db.Customers.[|FirstOrDefault(c => c.Name == line)|]); }"));

    [Test]
    public Task It_names_the_loop_the_query_and_the_remedy() => Says(
        Statements("foreach (var o in orders) Use(await db.Customers.[|FindAsync(o.CustomerId)|]);"),
        "'FindAsync' waits for the database once for each element of 'orders'; collect the keys and ask once with 'Where(row => keys.Contains(row.Id))' before the loop");

    [Test]
    public Task A_relation_is_included() => Says(
        Statements("foreach (var o in orders) await db.Entry(o).Collection(x => x.Lines).[|LoadAsync(token)|];"),
        "'LoadAsync' waits for the database once for each element of 'orders'; load it with 'Include' in the query of 'orders'");

    [Test]
    public Task Keys_are_asked_for_at_once() => Says(
        Statements("for (var i = 0; i < ids.Count; i++) Use(await db.Orders.[|FindAsync(ids[i])|]);"),
        "'FindAsync' waits for the database once for each element of 'ids'; collect the keys and ask once with 'Where(row => keys.Contains(row.Id))' before the loop");

    [Test]
    public Task A_request_needs_an_endpoint_for_many() => Says(
        Statements("foreach (var o in await db.Orders.ToListAsync(token)) Use(await client.[|GetStringAsync($\"orders/{o.Id}\", token)|]);"),
        "'GetStringAsync' waits for another machine once for each element of 'db.Orders.ToListAsync(token)'; ask once, with an endpoint that takes all the keys");

    [Test]
    public Task Rows_are_counted_by_group() => Says(
        Statements("foreach (var o in orders) Use(db.Lines.[|Count(l => l.OrderId == o.Id)|]);"),
        "'Count' waits for the database once for each element of 'orders'; group the rows by their key in one query before the loop");

    [Test]
    public Task A_query_before_the_loop() => Allows(Statements("var all = await db.Customers.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, token);\nforeach (var o in orders) Use(all[o.CustomerId]);"));

    [Test]
    public Task A_query_as_the_sequence_of_the_loop() => Allows(Statements("foreach (var o in await db.Orders.ToListAsync(token)) Use(o);"));

    [Test]
    public Task A_query_that_is_only_composed() => Allows(Statements("var query = db.Orders.AsQueryable();\nforeach (var i in ids) query = query.Where(o => o.Id != i);\nUse(await query.ToListAsync(token));"));

    [Test]
    public Task A_query_for_each_batch() => Allows(Statements("foreach (var batch in ids.Chunk(500)) Use(await db.Orders.Where(o => batch.Contains(o.Id)).ToListAsync(token));"));

    [Test]
    public Task A_query_for_a_few_constants() => Allows(Statements("foreach (var i in new[] { 1, 2 }) Use(await db.Orders.FindAsync(i));"));

    [Test]
    public Task A_page_after_a_page() => Allows(Statements("for (var page = 0; ; page++) { var rows = await db.Orders.Skip(page * 100).Take(100).ToListAsync(token); if (rows.Count == 0) break; }"));

    [Test]
    public Task An_attempt_after_an_attempt() => Allows(Statements("for (var attempt = 0; attempt < 3; attempt++) Use(await client.GetStringAsync(\"x\", token));"));

    [Test]
    public Task A_query_inside_a_query_is_one() => Allows(Statements("Use(db.Orders.Select(o => db.Customers.First(c => c.Id == o.CustomerId).Name).ToList());"));

    [Test]
    public Task The_first_that_fits_is_asked_for_once() => Allows(Statements("foreach (var o in orders) { Use(await db.Customers.FindAsync(o.CustomerId)); break; }"));

    [Test]
    public Task A_query_that_is_the_same_in_each_round() => Allows(Statements("foreach (var o in orders) Use(await db.Customers.CountAsync(token));"));

    [Test]
    public Task A_request_for_each_address_of_the_caller() => Allows(Members("public async Task Run(IEnumerable<string> urls) { foreach (var url in urls) Use(await client.GetStringAsync(url)); }"));

    [Test]
    public Task A_search_in_memory() => Allows(Statements("var customers = await db.Customers.ToListAsync(token);\nforeach (var o in orders) Use(customers.First(c => c.Id == o.CustomerId));"));

    [Test]
    public Task A_page_of_keys_by_index() =>
        Allows(Statements("for (var i = 0; i < ids.Count; i += 500) { var some = ids.Skip(i).Take(500).ToList(); Use(await db.Orders.Where(o => some.Contains(o.Id)).ToListAsync(token)); }"));

    [Test]
    public Task A_number_that_counts_rounds_is_no_element() => Allows(Statements("for (var i = 0; i < ids.Count; i++) Use(await db.Orders.CountAsync(o => o.Points > i, token));"));

    [Test]
    public Task A_worker_that_waits_for_work() =>
        Allows(Members("public async Task Run(System.Collections.Concurrent.ConcurrentQueue<int> work) { while (work.TryDequeue(out var i)) Use(await db.Orders.FindAsync(i)); }"));

    [Test]
    public Task A_list_finds_by_itself() => Allows(Statements("var all = orders.ToList();\nforeach (var i in ids) Use(all.Find(o => o.Id == i));"));

    [Test]
    public Task A_row_that_is_added() => Allows(Statements("foreach (var o in orders) db.Orders.Add(o);\nawait db.SaveChangesAsync(token);"));

    [Test]
    public Task A_loop_that_polls() => Allows(Statements("while (!token.IsCancellationRequested) Use(await db.Orders.FirstOrDefaultAsync(o => o.Paid, token));"));

    [Test]
    public Task A_function_that_is_called_later() => Allows(Statements("foreach (var i in ids) Use(new Func<object?>(() => db.Orders.Find(i)));"));

    [Test]
    public Task Headers_of_a_client_are_no_request() => Allows(Statements("foreach (var i in ids) client.DefaultRequestHeaders.Add(\"x\", i.ToString());"));
}
