using AiAwareAnalyzers.Materialization;
using AiAwareAnalyzers.Tests.Cases;
using static AiAwareAnalyzers.Tests.Materialization.ShopCode;

namespace AiAwareAnalyzers.Tests.Materialization;

public sealed class UnboundedQueryTests : RuleTests<UnboundedQuery>
{
    private protected override ReferenceSet Framework => References.Sqlite;

    /// <summary>Off by default: switched on as a project would do it.</summary>
    private RuleCase<UnboundedQuery> SwitchedOn => WithOption("dotnet_diagnostic.AIA0402.severity", "warning");

    [Test]
    public Task A_table_is_listed_and_returned() =>
        SwitchedOn.Flags(Members("public List<Order> Get() => db.Orders.[|ToList()|];"));

    [Test]
    public Task An_awaited_table_is_returned() =>
        SwitchedOn.Flags(Members("public async Task<List<Order>> Get() { return await db.Orders.[|ToListAsync()|]; }"));

    [Test]
    public Task A_task_of_a_table_is_returned() =>
        SwitchedOn.Flags(Members("public Task<List<Order>> Get() => db.Orders.[|ToListAsync()|];"));

    [Test]
    public Task A_table_in_a_local_is_returned() =>
        SwitchedOn.Flags(Members(
            "public async Task<List<Order>> Get() { var all = await db.Orders.[|ToListAsync()|]; return all; }"));

    [Test]
    public Task A_sorted_table_is_as_long() =>
        SwitchedOn.Flags(Members("public List<Order> Get() => db.Orders.OrderBy(o => o.Id).[|ToList()|];"));

    [Test]
    public Task A_projected_table_is_as_long() =>
        SwitchedOn.Flags(Members("public List<string> Get() => db.Orders.Select(o => o.Reference).[|ToList()|];"));

    [Test]
    public Task A_table_with_its_relations_is_longer() =>
        SwitchedOn.Flags(
            Members("public List<Order> Get() => db.Orders.Include(o => o.Lines).AsNoTracking().[|ToList()|];"));

    [Test]
    public Task A_table_is_returned_as_a_sequence() =>
        SwitchedOn.Flags(Members("public IEnumerable<Order> Get() => [|db.Orders|];"));

    [Test]
    public Task A_set_by_type_is_a_table() =>
        SwitchedOn.Flags(Members("public Order[] Get() => db.Set<Order>().[|ToArray()|];"));

    [Test]
    public Task A_table_is_the_body_of_a_result() =>
        SwitchedOn.Flags(
            Members("public async Task<Microsoft.AspNetCore.Http.IResult> Get() => "
                + "Microsoft.AspNetCore.Http.Results.Ok(await db.Orders.[|ToListAsync()|]);"));

    [Test]
    public Task An_endpoint_returns_a_table() =>
        SwitchedOn.Flags(
            "using Microsoft.AspNetCore.Builder;\n"
            + Members(
                "public static void Map(WebApplication app) => app.MapGet(\"/orders\", async (Shop shop) => await "
                + "shop.Orders.[|ToListAsync()|]);"));

    [Test]
    public Task A_query_in_a_local_is_followed() =>
        SwitchedOn.Flags(
            Members("public List<Order> Get() { var query = db.Orders.AsNoTracking(); return query.[|ToList()|]; }"));

    [Test]
    public Task It_names_the_method_and_the_table() => SwitchedOn.Says(
        Members("public List<Order> Get() => db.Orders.[|ToList()|];"),
        "'Get' returns every row of 'db.Orders', however many there will be; add a filter, or a page with 'Skip' and "
        + "'Take'");

    [Test]
    public Task A_filter_is_a_bound() =>
        SwitchedOn.Allows(
            Members("public List<Order> Get(int id) => db.Orders.Where(o => o.CustomerId == id).ToList();"));

    [Test]
    public Task A_page_is_a_bound() =>
        SwitchedOn.Allows(Members(
            "public List<Order> Get(int page) => db.Orders.OrderBy(o => o.Id).Skip(page * 50).Take(50).ToList();"));

    [Test]
    public Task A_query_can_still_be_narrowed() =>
        SwitchedOn.Allows(Members("public IQueryable<Order> Get() => db.Orders;"));

    [Test]
    public Task A_private_method_is_the_types_own_business() =>
        SwitchedOn.Allows(Members("private List<Order> Get() => db.Orders.ToList();"));

    [Test]
    public Task A_count_is_one_number() => SwitchedOn.Allows(Members("public int Get() => db.Orders.Count();"));

    [Test]
    public Task One_row_is_one() => SwitchedOn.Allows(Members("public Order? Get() => db.Orders.FirstOrDefault();"));

    [Test]
    public Task A_list_that_is_used_here() =>
        SwitchedOn.Allows(
            Members("public int Get() { var all = db.Orders.ToList(); return all.Sum(o => o.Points) + all.Count; }"));

    [Test]
    public Task A_list_that_is_cut_afterwards() =>
        SwitchedOn.Allows(Members("public List<Order> Get() => db.Orders.ToList().Take(5).ToList();"));

    [Test]
    public Task A_grouping_is_shorter() =>
        SwitchedOn.Allows(
            Members("public List<int> Get() => db.Orders.GroupBy(o => o.CustomerId).Select(g => g.Key).ToList();"));

    [Test]
    public Task Distinct_values_are_fewer() =>
        SwitchedOn.Allows(
            Members("public List<int> Get() => db.Orders.Select(o => o.CustomerId).Distinct().ToList();"));

    [Test]
    public Task A_list_of_the_caller() =>
        SwitchedOn.Allows(Members("public List<Order> Get(IEnumerable<Order> all) => all.ToList();"));

    [Test]
    public Task A_query_of_the_caller_may_be_narrowed_already() =>
        SwitchedOn.Allows(Members("public List<Order> Get(IQueryable<Order> some) => some.ToList();"));

    [Test]
    public Task A_stream_holds_one_row() =>
        SwitchedOn.Allows(Members("public IAsyncEnumerable<Order> Get() => db.Orders.AsAsyncEnumerable();"));

    [Test]
    public Task A_lambda_that_is_no_endpoint() =>
        SwitchedOn.Allows(Members("public Func<List<Order>> Get() => () => db.Orders.ToList();"));

    [Test]
    public Task A_dictionary_is_a_deliberate_index() =>
        SwitchedOn.Allows(Members("public Dictionary<int, Order> Get() => db.Orders.ToDictionary(o => o.Id);"));

    [Test]
    public Task A_query_that_takes_the_first_elsewhere() =>
        SwitchedOn.Allows(
            Members("public List<Order> Get(int n) { var query = db.Orders.Take(n); return query.ToList(); }"));
}
