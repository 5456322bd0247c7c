using AiAwareAnalyzers.AuthScope;

namespace AiAwareAnalyzers.Tests.AuthScope;

public sealed class CallerSuppliedIdentityTests : RuleTests<CallerSuppliedIdentity>
{
    private protected override ReferenceSet Framework => References.Authentication;

    [Test]
    public Task A_user_in_a_header_is_flagged() => Flags(Controller("""
        [HttpGet]
        public IActionResult Mine()
        {
            var userId = [|Request.Headers["X-User-Id"]|].ToString();
            return Ok(_orders.Of(userId));
        }
        """));

    [Test]
    public Task A_tenant_in_a_header_of_middleware_is_flagged() => Flags(Routes("""
        app.Use(async (context, next) =>
        {
            if ([|context.Request.Headers.TryGetValue("X-Tenant-Id", out var tenant)|]) context.Items["tenant"] = tenant.ToString();
            await next(context);
        });
        """));

    [Test]
    public Task A_role_in_a_header_is_flagged() => Flags(Routes("""
        app.MapDelete("/orders/{id}", (int id, HttpRequest request) =>
        {
            if ([|request.Headers["X-User-Role"]|] != "admin") return Results.Forbid();
            return Results.NoContent();
        }).RequireAuthorization();
        """));

    [Test]
    public Task A_user_in_the_header_of_a_parameter_is_flagged() => Flags(Controller("""
        [HttpPost]
        public IActionResult Create([|[FromHeader(Name = "X-User-Id")] string sender|], Order order) => Ok(_orders.Create(sender, order.Item));
        """));

    [TestCase("X-Customer-Id")]
    [TestCase("X-Merchant-Id")]
    [TestCase("X-Org-Id")]
    public Task Another_party_in_a_header_is_flagged(string header) => Flags(Controller($$"""
        [HttpPost]
        public IActionResult Create([|[FromHeader(Name = "{{header}}")] string sender|], Order order) => Ok(_orders.Create(sender, order.Item));
        """));

    [TestCase("X-Request-Id")]
    [TestCase("X-Correlation-Id")]
    [TestCase("X-Customer-Name")]
    public Task What_is_no_id_of_a_party_is_allowed(string header) => Allows(Controller($$"""
        [HttpPost]
        public IActionResult Create([FromHeader(Name = "{{header}}")] string sender, Order order) => Ok(_orders.Create(sender, order.Item));
        """));

    [Test]
    public Task A_user_in_the_body_that_is_written_is_flagged() => Flags(Controller("""
        [HttpPost]
        public IActionResult Create(CreateOrder request)
        {
            var order = new Order { OwnerId = [|request.UserId|], Item = request.Item };
            return Ok(order);
        }
        """));

    [Test]
    public Task A_tenant_in_the_body_that_is_assigned_is_flagged() => Flags(Controller("""
        [HttpPut("{id}")]
        public IActionResult Change(int id, CreateOrder request)
        {
            var order = _orders.Find(id);
            order.TenantId = [|request.TenantId|];
            return Ok();
        }
        """));

    [Test]
    public Task A_user_in_the_body_that_is_handed_on_is_flagged() => Flags(Routes("""
        app.MapPost("/orders", (CreateOrder request, IOrders orders) => orders.Create([|request.UserId|], request.Item)).RequireAuthorization();
        """));

    [Test]
    public Task An_owner_in_the_body_that_is_compared_is_flagged() => Flags(Controller("""
        [HttpDelete("{id}")]
        public IActionResult Delete(int id, CreateOrder request)
        {
            var order = _orders.Find(id);
            if (order.OwnerId != [|request.UserId|]) return NotFound();
            return NoContent();
        }
        """));

    [Test]
    public Task A_flag_in_the_body_that_decides_is_flagged() => Flags(Controller("""
        [HttpPost("{id}/cancel")]
        public IActionResult Cancel(int id, CreateOrder request)
        {
            if ([|request.IsAdmin|]) _orders.Create("", "all");
            return Ok();
        }
        """));

    [Test]
    public Task A_flag_in_the_query_that_decides_is_flagged() => Flags(Controller("""
        [HttpDelete("{id}")]
        public IActionResult Delete(int id, bool isAdmin)
        {
            if (![|isAdmin|]) return Forbid();
            return NoContent();
        }
        """));

    [Test]
    public Task A_user_in_the_query_that_is_written_is_flagged() => Flags(Controller("""
        [HttpPost]
        public IActionResult Create([FromQuery] string userId, [FromBody] string item) => Ok(_orders.Create([|userId|], item));
        """));

    [Test]
    public Task A_hidden_field_of_a_page_is_flagged() => Flags("""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;

        public interface IOrders { void Create(string user, string item); }

        [Authorize]
        public sealed class OrderModel : PageModel
        {
            private readonly IOrders _orders;

            public OrderModel(IOrders orders) => _orders = orders;

            [BindProperty] public string OwnerId { get; set; } = "";

            [BindProperty] public string Item { get; set; } = "";

            public IActionResult OnPost()
            {
                _orders.Create([|OwnerId|], Item);
                return RedirectToPage();
            }
        }
        """);

    [Test]
    public Task The_message_says_what_the_caller_chooses() => Says(
        Routes("""app.MapPost("/orders", (CreateOrder request, IOrders orders) => orders.Create([|request.UserId|], request.Item)).RequireAuthorization();"""),
        "'request.UserId' is what the caller sent, so every caller chooses the user; take it from the claims of the "
        + "authenticated user");

    [Test]
    public Task A_claim_is_allowed() => Allows(Controller("""
        [HttpPost]
        public IActionResult Create(CreateOrder request) => Ok(_orders.Create(User.FindFirstValue("sub")!, request.Item));
        """));

    [Test]
    public Task A_body_that_is_compared_with_the_claims_is_allowed() => Allows(Controller("""
        [HttpPost]
        public IActionResult Create(CreateOrder request)
        {
            if (request.UserId != User.FindFirstValue("sub")) return Forbid();
            return Ok(_orders.Create(request.UserId, request.Item));
        }
        """));

    [Test]
    public Task A_header_that_is_compared_with_the_claims_is_allowed() => Allows(Controller("""
        [HttpGet]
        public IActionResult Mine()
        {
            var tenant = Request.Headers["X-Tenant-Id"].ToString();
            if (!User.HasClaim("tenant", tenant)) return Forbid();
            return Ok(_orders.Of(tenant));
        }
        """));

    [Test]
    public Task A_header_of_a_trusted_gateway_is_allowed() =>
        WithOption("ai_aware.auth_scope.trusted_headers", "X-User-Id, X-Tenant-Id").Allows(Controller("""
            [HttpGet]
            public IActionResult Mine() => Ok(_orders.Of(Request.Headers["X-User-Id"].ToString()));
            """));

    [Test]
    public Task A_star_trusts_every_header() =>
        WithOption("ai_aware.auth_scope.trusted_headers", "*").Allows(Controller("""
            [HttpPost]
            public IActionResult Create([FromHeader(Name = "X-User-Id")] string sender, Order order) => Ok(_orders.Create(sender, order.Item));
            """));

    [Test]
    public Task An_administrator_acts_for_others() => Allows(Controller("""
        [HttpPost("for-customer"), Authorize(Roles = "Clerk")]
        public IActionResult CreateFor(CreateOrder request) => Ok(_orders.Create(request.UserId, request.Item));

        [HttpPost("assign")]
        public IActionResult AssignUser(CreateOrder request) => Ok(_orders.Create(request.UserId, request.Item));
        """));

    [Test]
    public Task A_service_that_decides_may_know_its_caller() => Allows(Controller("""
        [HttpPost]
        public IActionResult Create(CreateOrder request)
        {
            if (!MayActFor(request.UserId)) return Forbid();
            return Ok(_orders.Create(request.UserId, request.Item));
        }

        private bool MayActFor(string name) => User.Identity?.Name == name;
        """));

    [Test]
    public Task A_part_of_the_route_is_the_address_of_a_thing() => Allows("""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;

        public interface IOrders { string Create(string user, string item); }

        [ApiController, Route("people/{ownerId}/orders"), Authorize]
        public sealed class OrdersController : ControllerBase
        {
            private readonly IOrders _orders;

            public OrdersController(IOrders orders) => _orders = orders;

            [HttpPost("{userId}")]
            public IActionResult Create(string ownerId, string userId, [FromBody] string item) => Ok(_orders.Create(ownerId + userId, item) + _orders.Create(userId, item));
        }
        """);

    [Test]
    public Task A_read_by_a_filter_is_allowed() => Allows(Controller("""
        [HttpGet]
        public IActionResult Search([FromQuery] string userId) => Ok(_orders.Of(userId));

        [HttpPost("search")]
        public IActionResult SearchPosted(CreateOrder request) => Ok(_orders.Of(request.UserId));
        """));

    [Test]
    public Task Registration_is_allowed() => Allows(Controller("""
        [HttpPost("register"), AllowAnonymous]
        public IActionResult Register(CreateOrder request) => Ok(_orders.Create(request.UserId, request.Item));
        """));

    [Test]
    public Task Other_headers_are_allowed() => Allows(Controller("""
        [HttpGet]
        public IActionResult Mine()
        {
            var correlation = Request.Headers["X-Correlation-Id"].ToString();
            var agent = Request.Headers["User-Agent"].ToString();
            var forwarded = Request.Headers["X-Forwarded-For"].ToString();
            return Ok(_orders.Of(correlation + agent + forwarded));
        }
        """));

    [Test]
    public Task A_header_that_is_only_logged_is_allowed() => Allows(Controller("""
        [HttpGet]
        public IActionResult Mine()
        {
            Console.WriteLine(Request.Headers["X-User-Id"]);
            return Ok();
        }
        """));

    [Test]
    public Task A_header_that_a_client_sends_is_allowed() => Allows(Controller("""
        [HttpGet]
        public async Task<IActionResult> Ask()
        {
            using var client = new HttpClient();
            client.DefaultRequestHeaders.Add("X-User-Id", "7");
            Response.Headers["X-Tenant-Id"] = "one";
            return Ok(await client.GetStringAsync("/"));
        }
        """));

    [Test]
    public Task An_application_that_authenticates_nobody_has_no_claims() => Allows("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        var app = WebApplication.Create(args);
        app.MapGet("/orders", (HttpRequest request) => request.Headers["X-User-Id"].ToString());
        app.Run();
        """);

    [Test]
    public Task Other_members_of_a_body_are_allowed() => Allows(Controller("""
        [HttpPost]
        public IActionResult Create(Order order)
        {
            var product = order.Item;
            return Ok(_orders.Create("shop", product));
        }
        """));

    [Test]
    public Task Validation_of_a_body_is_allowed() => Allows(Controller("""
        [HttpPost]
        public IActionResult Create(CreateOrder request)
        {
            if (request.UserId == null) return BadRequest();
            Console.WriteLine(request.UserId);
            return Ok();
        }
        """));

    [Test]
    public Task An_open_endpoint_is_another_rules_business() => Allows(Routes("""
        app.MapPost("/orders", (CreateOrder request, IOrders orders) => orders.Create(request.UserId, request.Item));
        """));

    private const string Types = """
        public sealed record CreateOrder(string UserId, string TenantId, string Item, bool IsAdmin);

        public sealed class Order
        {
            public int Id { get; set; }
            public string OwnerId { get; set; } = "";
            public string TenantId { get; set; } = "";
            public string Item { get; set; } = "";
        }

        public interface IOrders
        {
            Order Find(int id);
            string Of(string user);
            string Create(string user, string item);
        }
        """;

    private const string Access = """

        public record Access(string PrincipalId, string Role, string Note);
        public interface IAccess { string Set(string who, string role); string Note(string role, string note); }
        """;

    [Test]
    public Task A_role_for_somebody_who_is_named_is_a_grant() => Allows(Controller("""
        [HttpPost]
        public IActionResult Set([FromServices] IAccess service, Access dto) => Ok(service.Set(dto.PrincipalId, dto.Role));
        """) + Access);

    [Test]
    public Task A_role_for_nobody_else_is_that_of_the_caller() => Flags(Controller("""
        [HttpPost]
        public IActionResult Set([FromServices] IAccess service, Access dto) => Ok(service.Note([|dto.Role|], dto.Note));
        """) + Access);

    private static string Controller(string members) => $$"""
        using System.Security.Claims;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers();
        builder.Services.AddAuthentication().AddCookie();
        var app = builder.Build();
        app.MapControllers();
        app.Run();

        {{Types}}

        [ApiController, Route("orders"), Authorize]
        public sealed class OrdersController : ControllerBase
        {
            private readonly IOrders _orders;

            public OrdersController(IOrders orders) => _orders = orders;

            {{members.ReplaceLineEndings("\n    ")}}
        }
        """;

    private static string Routes(string routes) => $$"""
        using System.Security.Claims;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddCookie();
        var app = builder.Build();
        app.UseAuthentication();
        {{routes}}
        app.Run();

        {{Types}}
        """;
}
