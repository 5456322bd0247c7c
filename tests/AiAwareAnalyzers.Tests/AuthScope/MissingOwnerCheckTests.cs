using AiAwareAnalyzers.AuthScope;

namespace AiAwareAnalyzers.Tests.AuthScope;

public sealed class MissingOwnerCheckTests : RuleTests<MissingOwnerCheck>
{
    private protected override ReferenceSet Framework => References.Authentication;

    private const string Careful = """
        public Order? Get(int id, string user) => _shop.Orders.FirstOrDefault(o => o.Id == id && o.UserId == user);

        public List<Order> List(string user) => _shop.Orders.Where(o => o.UserId == user).ToList();

        public int Count(string user) => _shop.Orders.Count(o => o.UserId == user);
        """;

    [Test]
    public Task A_lookup_that_forgets_the_owner_is_flagged() => Suggests(Service("""
        public void Cancel(int id)
        {
            var order = _shop.Orders.First([|o => o.Id == id|]);
            _shop.Remove(order);
        }
        """));

    [Test]
    public Task A_lookup_by_key_is_flagged() => Suggests(Service("""
        public int Peek(int id) => [|_shop.Orders.Find(id)|]!.Id;
        """));

    [Test]
    public Task An_asynchronous_lookup_is_flagged() => Suggests(Service("""
        public async Task Cancel(int id)
        {
            var order = await _shop.Orders.SingleOrDefaultAsync([|o => o.Id == id|]);
            if (order != null) _shop.Remove(order);
        }
        """));

    [Test]
    public Task A_filter_that_is_executed_is_flagged() => Suggests(Service("""
        public Task<int> Delete(int id) => _shop.Orders.Where([|o => o.Id == id|]).ExecuteDeleteAsync();
        """));

    [Test]
    public Task A_question_is_flagged() => Suggests(Service("""
        public bool Has(int id) => _shop.Orders.Any([|o => o.Id == id|]);
        """));

    [Test]
    public Task A_comparison_after_the_lookup_counts_as_careful() => Suggests(Service(
        """
        public void Cancel(int id) => _shop.Remove(_shop.Orders.First([|o => o.Id == id|]));
        """,
        """
        public Order? Get(int id, string user)
        {
            var order = _shop.Orders.Find(id);
            if (order is null || order.UserId != user) return null;
            return order;
        }

        public List<Order> List(string user) => _shop.Orders.Where(o => o.UserId == user).ToList();

        public int Count(string user) => _shop.Orders.Count(o => user == o.UserId);
        """));

    [Test]
    public Task A_controller_is_flagged() => Suggests("""
        using System.Security.Claims;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;

        public sealed class Note { public int Id { get; set; } public string OwnerId { get; set; } = ""; }

        public sealed class Notes : DbContext { public DbSet<Note> All => Set<Note>(); }

        [ApiController, Route("notes"), Authorize]
        public sealed class NotesController : ControllerBase
        {
            private readonly Notes _notes;

            public NotesController(Notes notes) => _notes = notes;

            private string Me => User.FindFirstValue("sub")!;

            [HttpGet] public List<Note> List() => _notes.All.Where(n => n.OwnerId == Me).ToList();
            [HttpGet("{id}")] public Note? Get(int id) => _notes.All.SingleOrDefault(n => n.Id == id && n.OwnerId == Me);
            [HttpPut("{id}")] public bool Touch(int id) => _notes.All.Any(n => n.OwnerId == Me && n.Id == id);
            [HttpDelete("{id}")] public bool Delete(int id) => _notes.Remove(_notes.All.Single([|n => n.Id == id|])) != null;
        }
        """);

    [Test]
    public Task A_tenant_is_an_owner() => Suggests(Repository("TenantId", "int tenant", "c.TenantId == tenant"));

    [Test]
    public Task A_household_is_an_owner() =>
        Suggests(Repository("HouseholdId", "int household", "c.HouseholdId == household"));

    [Test]
    public Task A_workspace_is_an_owner() =>
        Suggests(Repository(
            "WorkspaceId", "int workspace", "c.WorkspaceId.Equals(workspace) || c.WorkspaceId == workspace"));

    [Test]
    public Task A_lookup_in_memory_is_flagged() => Suggests("""
        public sealed record Task1(int Id, int UserId);

        public sealed class Board
        {
            private readonly List<Task1> _tasks = new();

            public Task1? Get(int id, int user) => _tasks.Find(t => t.Id == id && t.UserId == user);
            public IEnumerable<Task1> Of(int user) => _tasks.Where(t => t.UserId == user);
            public int Open(int user) => _tasks.Count(t => t.UserId == user);
            public int Take(int id) => _tasks.First([|t => t.Id == id|]).UserId;
        }
        """);

    [TestCase(
        """{ var order = await shop.Orders.FindAsync(id); shop.Remove(order!); await shop.SaveChangesAsync(); }""",
        TestName = "Found and removed")]
    [TestCase(
        """{ var order = await shop.Orders.SingleAsync(o => o.Id == id); order.Open = false; await shop.SaveChangesAsync(); }""",
        TestName = "Found and changed")]
    [TestCase(
        """await shop.Orders.Where(o => o.Id == id).ExecuteDeleteAsync()""", TestName = "Deleted in place")]
    [TestCase(
        """await orders.CancelAsync(id)""", TestName = "A service does it")]
    [TestCase(
        """await plain.CancelAsync(id)""", TestName = "A service without a contract does it")]
    public Task An_endpoint_that_changes_what_others_compare_is_flagged(string cancel) =>
        Suggests(Area(
            $$"""owner.[|MapDelete|]("/orders/{id}", async (int id, Shop shop, IOrders orders, Orders plain) => {{cancel}});"""));

    [TestCase(
        """async (int id, ClaimsPrincipal user, Orders plain) => await plain.CancelAsync(id, user.Id())""",
        TestName = "The caller is handed on")]
    [TestCase(
        """async (int id, ClaimsPrincipal user, Shop shop) => { var order = await shop.Orders.FindAsync(id); if (order?.OwnerId == user.Id()) { shop.Remove(order); await shop.SaveChangesAsync(); } }""",
        TestName = "The owner is compared afterwards")]
    [TestCase(
        """async (int id, ICurrent current, Shop shop) => await shop.Orders.Where(o => o.Id == id && o.OwnerId == current.Id).ExecuteDeleteAsync()""",
        TestName = "A current user is asked")]
    [TestCase(
        """async (int id, Guarded orders) => await orders.CancelAsync(id)""", TestName = "The service asks who it is")]
    [TestCase(
        """async (int id, Shop shop) => await shop.Orders.CountAsync(o => o.Id == id)""",
        TestName = "Nothing is changed")]
    [TestCase(
        """async (int id, Shop shop) => await shop.Tags.Where(t => t.Id == id).ExecuteDeleteAsync()""",
        TestName = "Something that belongs to nobody")]
    public Task An_endpoint_that_asks_or_changes_nothing_of_others(string cancel) =>
        Allows(Area($"owner.MapDelete(\"/orders/{{id}}\", {cancel});"));

    [Test]
    public Task An_endpoint_that_demands_more_may_change_all() => Allows(Area(
        "owner.MapDelete(\"/orders/{id}\", async (int id, Orders plain) => await plain.CancelAsync(id))"
        + ".RequireAuthorization(\"staff\");"));

    [Test]
    public Task An_endpoint_of_those_who_run_the_place_may_change_all() => Allows(Area(
        "owner.MapDelete(\"/admin/orders/{id}\", async (int id, Orders plain) => await plain.CancelAsync(id));"));

    [Test]
    public Task Among_others_that_do_not_ask_it_is_no_custom() => Allows(Area(
        "owner.MapDelete(\"/orders/{id}\", async (int id, Orders plain) => await plain.CancelAsync(id)); "
        + "owner.MapPut(\"/orders/{id}\", async (int id, Orders plain) => await plain.CancelAsync(id));"));

    [Test]
    public Task The_message_says_what_other_endpoints_compare() => WithOption("ai_aware.high_risk", "*.cs").Says(
        Area("owner.[|MapDelete|](\"/orders/{id}\", async (int id, Orders plain) => await plain.CancelAsync(id));"),
        "'MapDelete(\"/orders/{id}\")' reaches every 'Order', while 3 of 3 endpoints beside it compare 'OwnerId', such "
        + "as 'MapGet(\"/orders\")'; compare it here as well");

    private static string Area(string more) => $$"""
        using System.Security.Claims;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.EntityFrameworkCore;

        public sealed class Order { public int Id { get; set; } public int OwnerId { get; set; } public bool Open { get; set; } }

        public sealed class Tag { public int Id { get; set; } public int OrderId { get; set; } }

        public sealed class Shop : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            public DbSet<Tag> Tags => Set<Tag>();
        }

        public interface ICurrent { int Id { get; } }

        public interface IOrders { Task CancelAsync(int id); }

        public sealed class Orders : IOrders
        {
            private readonly Shop _shop;

            public Orders(Shop shop) => _shop = shop;

            public Task ConfirmAsync(int id, int owner) =>
                _shop.Orders.Where(o => o.Id == id && o.OwnerId == owner).ExecuteDeleteAsync();

            public Task CancelAsync(int id) => _shop.Orders.Where(o => o.Id == id).ExecuteDeleteAsync();

            public Task CancelAsync(int id, int owner) => ConfirmAsync(id, owner);
        }

        public sealed class Guarded
        {
            private readonly Shop _shop;
            private readonly IHttpContextAccessor _context;

            public Guarded(Shop shop, IHttpContextAccessor context) => (_shop, _context) = (shop, context);

            public async Task CancelAsync(int id)
            {
                if (_context.HttpContext!.User.IsInRole("staff"))
                    await _shop.Orders.Where(o => o.Id == id).ExecuteDeleteAsync();
            }
        }

        public static class OwnArea
        {
            public static int Id(this ClaimsPrincipal user) => int.Parse(user.FindFirstValue("sub")!);

            public static void Map(IEndpointRouteBuilder app)
            {
                var owner = app.MapGroup("").RequireAuthorization("owner");
                owner.MapGet("/orders", (ClaimsPrincipal user, Shop shop) =>
                {
                    var id = user.Id();
                    return shop.Orders.Where(o => o.OwnerId == id).ToListAsync();
                });
                owner.MapGet("/orders/{id}", async (int id, ClaimsPrincipal user, Shop shop) =>
                {
                    var order = await shop.Orders.FindAsync(id);
                    return order is null || order.OwnerId != user.Id() ? null : order;
                });
                owner.MapPost("/orders/{id}/confirm", (int id, ClaimsPrincipal user, Orders orders) =>
                    orders.ConfirmAsync(id, user.Id()));
                {{more}}
            }
        }
        """;

    [Test]
    public Task In_a_zone_of_high_risk_it_is_a_warning() => WithOption("ai_aware.high_risk", "*.cs").Flags(Service("""
        public void Cancel(int id) => _shop.Remove(_shop.Orders.First([|o => o.Id == id|]));
        """));

    [Test]
    public Task The_message_says_what_the_others_compare() => WithOption("ai_aware.high_risk", "*.cs").Says(
        Service("public void Cancel(int id) => _shop.Remove(_shop.Orders.First([|o => o.Id == id|]));"),
        "'Cancel' reaches every 'Order', while 3 of 3 methods beside it compare 'UserId', such as 'Count'; compare it "
        + "here as well");

    private static string Plans(string lookup) => $$"""
        public sealed class Plan
        {
            public int Id { get; set; }
            public int OwnerId { get; set; }
            public int TeamId { get; set; }
            public int PlaceId { get; set; }
            public int UserLoginId { get; set; }
            public bool IsPublic { get; set; }
            public bool IsPaid { get; set; }
        }

        public sealed class Planner
        {
            private readonly List<Plan> _plans = new();

            public Plan? Get(int id, int owner) => _plans.Find(p => p.Id == id && p.OwnerId == owner);
            public IEnumerable<Plan> Of(int owner) => _plans.Where(p => p.OwnerId == owner);
            public int Open(int owner) => _plans.Count(p => p.OwnerId == owner);
            {{lookup}}
        }
        """;

    [TestCase("public int Take(int id) => _plans.First(p => p.Id == id && p.IsPublic).Id;", TestName = "Of everybody")]
    [TestCase("public int Count(int teamId) => _plans.Count(p => p.TeamId == teamId);", TestName = "Of a team")]
    [TestCase(
        "public List<int> Mine(int me) => _plans.Where(p => p.UserLoginId == me).Select(p => p.OwnerId).ToList();",
        TestName = "The owners that somebody belongs to")]
    public Task Rows_that_have_another_owner_or_none(string lookup) => Allows(Plans(lookup));

    [TestCase("public int Take(int id) => _plans.First([|p => p.Id == id && p.IsPaid|]).Id;",
        TestName = "Another flag")]
    [TestCase("public int Take(int id) => _plans.First([|p => p.Id == id && !p.IsPublic|]).Id;",
        TestName = "Not public")]
    [TestCase(
        "public int Take(int id) => _plans.First([|p => p.Id == id || p.IsPublic|]).Id;", TestName = "Or public")]
    [TestCase("public int Count(int placeId) => _plans.Count([|p => p.PlaceId == placeId|]);", TestName = "Of a place")]
    [TestCase(
        "public List<int> Mine(int id) => _plans.Where([|p => p.Id == id|]).Select(p => p.OwnerId).ToList();",
        TestName = "The owner of any row")]
    [TestCase(
        "public List<int> Mine(int me) => _plans.Where([|p => p.UserLoginId == me|]).Select(p => p.PlaceId).ToList();",
        TestName = "Something else of a person")]
    public Task Rows_that_have_an_owner_in_spite_of_all(string lookup) => Suggests(Plans(lookup));

    [Test]
    public Task Owners_everywhere_are_allowed() => Allows(Service("""
        public void Cancel(int id, string user) => _shop.Remove(_shop.Orders.First(o => o.Id == id && o.UserId == user));
        """));

    [Test]
    public Task Half_is_no_majority() => Allows(Service("""
        public void Cancel(int id) => _shop.Remove(_shop.Orders.First(o => o.Id == id));

        public void Ship(int id) => _shop.Update(_shop.Orders.First(o => o.Id == id));

        public void Pack(int id) => _shop.Update(_shop.Orders.First(o => o.Id == id));
        """));

    [Test]
    public Task One_careful_method_is_no_custom() => Allows(Service(
        "public void Cancel(int id) => _shop.Remove(_shop.Orders.First(o => o.Id == id));",
        """
        public Order? Get(int id, string user) => _shop.Orders.FirstOrDefault(o => o.Id == id && o.UserId == user);

        public void Nothing() { }

        public void More() { }
        """));

    [Test]
    public Task Another_entity_is_allowed() => Allows(Service("""
        public Product? Product(int id) => _shop.Products.FirstOrDefault(p => p.Id == id);
        """));

    [Test]
    public Task Who_sees_everything_says_so() => Allows(Service("""
        public List<Order> ListAll() => _shop.Orders.Where(o => o.Id > 0).ToList();

        public Order? GetForAdmin(int id) => _shop.Orders.Find(id);
        """));

    [Test]
    public Task Who_is_asked_for_a_role_sees_everything() => Allows(Service("""
        [Microsoft.AspNetCore.Authorization.Authorize(Roles = "Clerk")]
        public Order? Inspect(int id) => _shop.Orders.Find(id);
        """));

    [Test]
    public Task A_private_method_is_its_callers_business() => Allows(Service("""
        private Order? Load(int id) => _shop.Orders.Find(id);
        """));

    [Test]
    public Task A_query_of_an_own_method_is_constrained_there() => Allows(Service("""
        public Order Cancel(int id, string user) => Mine(user).First(o => o.Id == id);

        private IQueryable<Order> Mine(string user) => _shop.Orders.Where(o => o.UserId == user);
        """));

    [Test]
    public Task A_query_kept_in_a_local_is_allowed() => Allows(Service("""
        public Order Cancel(int id, string user)
        {
            var mine = _shop.Orders.Where(o => o.UserId == user);
            return mine.First(o => o.Id == id);
        }
        """));

    [Test]
    public Task A_filter_of_the_model_compares_everywhere() => Allows(Service(
        "public void Cancel(int id) => _shop.Remove(_shop.Orders.First(o => o.Id == id));",
        Careful,
        "protected override void OnModelCreating(ModelBuilder model) => model.Entity<Order>().HasQueryFilter(o => "
        + "o.UserId == \"me\");"));

    [Test]
    public Task Work_in_the_background_is_allowed() => Allows(Service("""
        public List<Order> ExpiredOrders() => _shop.Orders.Where(o => o.Id < 100).ToList();

        public int SystemCount() => _shop.Orders.Count(o => o.Id > 0);
        """));

    [Test]
    public Task A_lambda_that_is_no_predicate_is_allowed() => Allows(Service("""
        public List<int> Ids(string user) => _shop.Orders.Where(o => o.UserId == user).Select(o => o.Id).ToList();

        public void Touch(Action<Order> change) => change(new Order());

        public void Tap() => Touch(o => o.Id = 7);
        """));

    [Test]
    public Task An_entity_of_nobody_is_allowed() => Allows("""
        public sealed record City(int Id, string Name, int Size);

        public sealed class Atlas
        {
            private readonly List<City> _cities = new();

            public City? Get(int id, int size) => _cities.Find(c => c.Id == id && c.Size == size);
            public IEnumerable<City> Of(int size) => _cities.Where(c => c.Size == size);
            public City Take(int id) => _cities.First(c => c.Id == id);
        }
        """);

    [TestCase("_tasks.Where(t => t.IsDone)", TestName = "By another property")]
    [TestCase("_tasks.Any(t => t.Matters())", TestName = "By a method of the part")]
    [TestCase("_tasks.Count(t => t.IsDone && t.Title != title)", TestName = "By what the caller gave, which is no key")]
    public Task A_thing_looks_through_its_own_parts(string question) => Allows($$"""
        public sealed record Task1(int Id, int UserId, bool IsDone, string Title) { public bool Matters() => !IsDone; }

        public sealed class Board
        {
            private readonly List<Task1> _tasks = new();

            public Task1? Get(int id, int user) => _tasks.Find(t => t.Id == id && t.UserId == user);
            public IEnumerable<Task1> Of(int user) => _tasks.Where(t => t.UserId == user);
            public int Open(int user) => _tasks.Count(t => t.UserId == user);
            public object Look(string title) => {{question}};
        }
        """);

    [Test]
    public Task The_row_that_was_just_made_is_the_callers() => Allows(Service("""
        public Order Create(string user)
        {
            var order = new Order { UserId = user };
            _shop.Add(order);
            _shop.SaveChanges();
            return _shop.Orders.First(o => o.Id == order.Id);
        }
        """));

    [Test]
    public Task A_row_like_one_that_was_passed_in_is_flagged() => Suggests(Service("""
        public int Reload(Order given)
        {
            var order = given;
            return _shop.Orders.First([|o => o.Id == order.Id|]).Id;
        }
        """));

    [TestCase("public Order? Look(int id) => _shop.Orders.Find(id);", TestName = "The thing itself")]
    [TestCase("public async Task<Order?> Look(int id) => await _shop.Orders.FindAsync(id);", TestName = "Awaited")]
    [TestCase(
        "public Shown Look(int id) => new(_shop.Orders.First(o => o.Id == id).UserId); "
        + "public record Shown(string UserId);",
        TestName = "A view with the owner")]
    public Task Who_is_given_the_owner_as_well_can_compare_it(string member) => Allows(Service(member));

    [TestCase(
        "public Shown Look(int id) => new(_shop.Orders.First([|o => o.Id == id|]).Id); public record Shown(int Id);",
        TestName = "A view without the owner")]
    [TestCase("public void Drop(int id) => _shop.Remove(_shop.Orders.First([|o => o.Id == id|]));",
        TestName = "A change")]
    public Task Who_is_not_given_the_owner_cannot_compare_it(string member) => Suggests(Service(member));

    [Test]
    public Task A_small_type_is_allowed() => Allows(Service(
        "public void Cancel(int id) => _shop.Remove(_shop.Orders.First(o => o.Id == id));",
        "public Order? Get(int id, string user) => _shop.Orders.FirstOrDefault(o => o.Id == id && o.UserId == user);"));

    [Test]
    public Task Outside_of_the_zones_nothing_is_a_warning() =>
        WithOption("ai_aware.high_risk", "Elsewhere").Suggests(Service("""
            public int Peek(int id) => [|_shop.Orders.Find(id)|]!.Id;
            """));

    private const string ThroughStore = """
        public async Task<Order?> Get(int id, string user)
        {
            var order = await _store.GetByIdAsync(id);
            return order is null || order.UserId != user ? null : order;
        }

        public async Task Ship(int id, string user)
        {
            var order = await _store.GetByIdAsync(id);
            if (order?.UserId == user) _store.Save(order);
        }

        public bool Has(int id, string user) => _store.Load(id).UserId == user;
        """;

    [TestCase("public async Task Cancel(int id) => _store.Save(await [|_store.GetByIdAsync(id)|]);",
        TestName = "What a repository gives")]
    [TestCase("""public async Task Cancel(int orderId) { var order = await [|_store.FindAsync(orderId)|]; _store.Save(order); }""",
        TestName = "Another method of it")]
    [TestCase("public void Cancel(int id) => _store.Save([|_store.Load(id)|]);", TestName = "At once")]
    public Task What_a_repository_gives_is_compared_beside_it(string member) =>
        Suggests(Service(member + Store, ThroughStore));

    [TestCase("""public async Task Cancel(int id, string user) { var order = await _store.GetByIdAsync(id); if (order?.UserId == user) _store.Save(order); }""",
        TestName = "Compared here as well")]
    [TestCase("public async Task Cancel(int id, string userId) => _store.Save(await _store.GetOwnAsync(id, userId));",
        TestName = "The repository is told the owner")]
    [TestCase("""public async Task Cancel(int id) { var order = await _store.GetByIdAsync(id); EnsureOwner(order); _store.Save(order); }""",
        TestName = "Handed to a check")]
    [TestCase("public async Task AdminCancel(int id) => _store.Save(await _store.GetByIdAsync(id));",
        TestName = "Of those who see everything")]
    [TestCase("private async Task Cancel(int id) => _store.Save(await _store.GetByIdAsync(id));",
        TestName = "For the class itself")]
    [TestCase("public async Task<Product?> Show(int id) => await _store.GetProductAsync(id);",
        TestName = "Nobody owns it")]
    [TestCase("public void Cancel(int page) => _store.Save(_store.LoadPage(page));", TestName = "By no key")]
    public Task What_is_compared_or_nobodys_is_fine(string member) =>
        Allows(Service(member + Store, ThroughStore));

    private const string Store = """

        private static void EnsureOwner(Order? order) { }

        private readonly IOrderStore _store = null!;

        public interface IOrderStore
        {
            Task<Order?> GetByIdAsync(int id);
            Task<Order?> FindAsync(int orderId);
            Task<Order?> GetOwnAsync(int id, string userId);
            Task<Product?> GetProductAsync(int id);
            Order Load(int id);
            Order LoadPage(int page);
            void Save(Order? order);
        }
        """;

    private static string Repository(string owner, string parameter, string comparison) => $$"""
        using Microsoft.EntityFrameworkCore;

        public sealed class Chore
        {
            public int Id { get; set; }
            public int {{owner}} { get; set; }
        }

        public sealed class Home : DbContext
        {
            public DbSet<Chore> Chores => Set<Chore>();
        }

        public sealed class ChoreRepository
        {
            private readonly Home _home;

            public ChoreRepository(Home home) => _home = home;

            public Task<Chore?> Get(int id, {{parameter}}) => _home.Chores.FirstOrDefaultAsync(c => c.Id == id && ({{comparison}}));
            public Task<List<Chore>> List({{parameter}}) => _home.Chores.Where(c => {{comparison}}).ToListAsync();
            public Task<int> Count({{parameter}}) => _home.Chores.CountAsync(c => {{comparison}});
            public Task<int> Delete(int id) => _home.Chores.Where([|c => c.Id == id|]).ExecuteDeleteAsync();
        }
        """;

    private static string Service(string members, string others = Careful, string model = "") => $$"""
        using Microsoft.EntityFrameworkCore;

        public sealed class Order
        {
            public int Id { get; set; }
            public string UserId { get; set; } = "";
        }

        public sealed class Product
        {
            public int Id { get; set; }
        }

        public sealed class Shop : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            public DbSet<Product> Products => Set<Product>();
            {{model}}
        }

        public sealed class OrderService
        {
            private readonly Shop _shop;

            public OrderService(Shop shop) => _shop = shop;

            {{others.ReplaceLineEndings("\n    ")}}

            {{members.ReplaceLineEndings("\n    ")}}
        }
        """;

    [Test]
    public Task Handlers_that_are_handed_to_routes_are_flagged() => Suggests(Routes("o.SkipperId == me.Id"));

    [Test]
    public Task The_message_names_the_id_that_the_others_compare() => WithOption("ai_aware.high_risk", "*.cs").Says(
        Routes("o.SkipperId == me.Id"),
        "'Cancel' reaches every 'Order', while 3 of 3 methods beside it compare 'SkipperId', such as 'Get'; compare it "
        + "here as well");

    [Test]
    public Task An_id_that_is_compared_with_a_key_is_no_owner() =>
        Allows(Routes("o.SkipperId == number", marked: false));

    [Test]
    public Task A_private_helper_that_only_its_class_calls_is_allowed() =>
        Allows(Routes("o.SkipperId == me.Id", marked: false, cancel: "(int id, Shop shop) => Cancel(id, shop)"));

    private const string Unmarked = "c => c.Id == id";

    [Test]
    public Task What_an_endpoint_hands_on_is_flagged() => Suggests(Archive("[|c => c.Id == id|]"));

    [TestCase("public async Task<IActionResult> Get(int id) => Ok(await claims.GetAsync(id));",
        TestName = "Put into Ok")]
    [TestCase(
        "public async Task<ActionResult<Claim>> Get(int id) { var claim = await claims.GetAsync(id); "
        + "if (claim is null) return NotFound(); return claim; }",
        TestName = "Where there is one")]
    public Task However_an_endpoint_hands_it_on(string action) =>
        Suggests(Archive("[|c => c.Id == id|]", action: action));

    [Test]
    public Task Two_of_three_are_enough_beside_an_endpoint() => Suggests(Archive(
        "[|c => c.Id == id|]", approve: "public Task Approve(int id) => Task.CompletedTask;"));

    [Test]
    public Task Those_who_leave_it_to_a_careful_method_are_careful() => Suggests("""
        using Microsoft.EntityFrameworkCore;

        public interface ICurrentUser { int HolderId { get; } }

        public sealed class Claim { public int Id { get; set; } public int HolderId { get; set; } }

        public sealed class Claims : DbContext { public DbSet<Claim> All => Set<Claim>(); }

        public sealed class ClaimService
        {
            private readonly Claims _db = new();
            private readonly ICurrentUser _user = null!;

            public async Task Approve(int id) => _db.Update(await LoadOwnedAsync(id));

            public async Task Cancel(int id) => _db.Remove(await LoadOwnedAsync(id));

            public async Task Drop(int id) => _db.Remove(await _db.All.SingleAsync([|c => c.Id == id|]));

            private Task<Claim> LoadOwnedAsync(int id) =>
                _db.All.SingleAsync(c => c.Id == id && c.HolderId == _user.HolderId);
        }
        """);

    [TestCase("[Authorize(Roles = \"Clerk\")]", TestName = "A role")]
    [TestCase("[Authorize(Policy = \"Clerks\")]", TestName = "A policy")]
    [TestCase("[AllowAnonymous]", TestName = "Nobody at all")]
    public Task An_endpoint_that_is_not_for_everybody_may_see_more(string attribute) =>
        Allows(Archive(Unmarked, attribute: attribute));

    [TestCase(
        "public async Task<ActionResult<Claim>> Get(int id) { var claim = await claims.GetAsync(id); "
        + "if (claim?.HolderId != user.HolderId) return NotFound(); return claim; }",
        TestName = "It compares the owner")]
    [TestCase(
        "public async Task<ActionResult<Claim>> Get(int id) { var claim = await claims.GetAsync(id); "
        + "EnsureOwner(claim); return claim!; } private static void EnsureOwner(Claim? claim) { }",
        TestName = "It has the owner checked")]
    public Task An_endpoint_that_compares_the_owner_is_allowed(string action) =>
        Allows(Archive(Unmarked, action: action));

    [Test]
    public Task A_change_that_only_clerks_can_ask_for_is_allowed() => Allows(Archive(
        "c => c.Id == id && c.HolderId == user.HolderId",
        approve: "public async Task Approve(int id) { var claim = await db.Claims.FindAsync(id); db.Remove(claim!); }",
        attribute: "[Authorize(Roles = \"Clerk\")]",
        action: "public Task Get(int id) => claims.Approve(id);"));

    [Test]
    public Task A_change_that_anybody_can_ask_for_is_flagged() => Suggests(Archive(
        "c => c.Id == id && c.HolderId == user.HolderId",
        approve: "public async Task Approve(int id) => db.Remove((await [|db.Claims.FindAsync(id)|])!);",
        action: "public Task Get(int id) => claims.Approve(id);"));

    [Test]
    public Task A_service_whose_callers_are_not_in_sight_is_allowed() =>
        Allows(Archive(Unmarked, action: "public string Get(int id) => \"\";"));

    private static string Archive(
        string condition,
        string attribute = "",
        string action = "public Task<Claim?> Get(int id) => claims.GetAsync(id);",
        string approve = "public async Task Approve(int id) => db.Update(await LoadOwnedAsync(id));") => $$"""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;

        public interface ICurrentUser { int HolderId { get; } }

        public sealed class Claim { public int Id { get; set; } public int HolderId { get; set; } }

        public sealed class ClaimContext : DbContext { public DbSet<Claim> Claims => Set<Claim>(); }

        public interface IClaimService { Task<Claim?> GetAsync(int id); Task Approve(int id); Task<List<Claim>> ListOwn(); }

        public sealed class ClaimService : IClaimService
        {
            private readonly ClaimContext db;
            private readonly ICurrentUser user;

            public ClaimService(ClaimContext db, ICurrentUser user) { this.db = db; this.user = user; }

            public async Task<Claim?> GetAsync(int id) => await db.Claims.SingleOrDefaultAsync({{condition}});

            public Task<List<Claim>> ListOwn() => db.Claims.Where(c => c.HolderId == user.HolderId).ToListAsync();

            {{approve}}

            private Task<Claim> LoadOwnedAsync(int id) =>
                db.Claims.SingleAsync(c => c.Id == id && c.HolderId == user.HolderId);
        }

        [ApiController, Route("claims"), Authorize]
        public sealed class ClaimsController : ControllerBase
        {
            private readonly IClaimService claims;
            private readonly ICurrentUser user;

            public ClaimsController(IClaimService claims, ICurrentUser user) { this.claims = claims; this.user = user; }

            {{attribute}} [HttpGet("{id}")] {{action}}
        }
        """;

    private static string Routes(string comparison, bool marked = true, string cancel = "Cancel") => $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.EntityFrameworkCore;

        public interface ICurrentSkipper { int Id { get; } }

        public sealed class Order { public int Id { get; set; } public int SkipperId { get; set; } }

        public sealed class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }

        public static class OrderEndpoints
        {
            public static void Map(IEndpointRouteBuilder app)
            {
                app.MapGet("/orders", List);
                app.MapGet("/orders/{id}", Get);
                app.MapGet("/orders/{id}/items", Peek);
                app.MapDelete("/orders/{id}", {{cancel}});
            }

            private static Task<List<Order>> List(Shop shop, ICurrentSkipper me, int number) =>
                shop.Orders.Where(o => {{comparison}}).ToListAsync();

            private static Task<Order?> Get(int id, Shop shop, ICurrentSkipper me, int number) =>
                shop.Orders.SingleOrDefaultAsync(o => o.Id == id && {{comparison}});

            private static Task<int> Peek(int id, Shop shop, ICurrentSkipper me, int number) =>
                shop.Orders.CountAsync(o => o.Id == id && {{comparison}});

            private static async Task Cancel(int id, Shop shop)
            {
                var order = await shop.Orders.FirstOrDefaultAsync({{(marked ? "[|o => o.Id == id|]" : "o => o.Id == id")}});
                if (order != null) shop.Remove(order);
            }
        }
        """;
}
