using AiAwareAnalyzers.AuthScope;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.AuthScope;

public sealed class PresenceOnlyAuthorizeTests : RuleTests<PresenceOnlyAuthorize, PresenceOnlyAuthorizeFix>
{
    private protected override ReferenceSet Framework => References.Authentication;

    [Test]
    public Task An_action_that_leans_on_its_class_is_flagged() => Suggests(Controllers("""
        [ApiController, Route("orders"), Authorize]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost, Authorize(Policy = "orders")] public IActionResult Create() => Ok();
            [HttpPut, Authorize(Policy = "orders")] public IActionResult Change() => Ok();
            [HttpDelete("{id}")] public IActionResult [|Delete|](int id) => Ok();
        }
        """));

    [Test]
    public Task An_action_with_a_bare_attribute_is_flagged() => Suggests(Controllers("""
        [ApiController, Route("orders")]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost, Authorize(Roles = "Clerk")] public IActionResult Create() => Ok();
            [HttpDelete("{id}"), Authorize] public IActionResult [|Delete|](int id) => Ok();
        }
        """));

    [Test]
    public Task One_that_is_guarded_more_closely_among_several_is_no_majority() => Allows(Controllers("""
        [ApiController, Route("orders"), Authorize]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost] public IActionResult Create() => Ok();
            [HttpPut] public IActionResult Change() => Ok();
            [HttpDelete("{id}"), Authorize(Roles = "Admin")] public IActionResult Delete(int id) => Ok();
        }
        """));

    [Test]
    public Task What_is_asked_of_a_picture_is_asked_of_nobody() => Allows(Controllers("""
        [ApiController, Route("orders"), Authorize]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost] public IActionResult Create(string name) => IsAllowedImage(name) ? Ok() : BadRequest();
            [HttpPut] public IActionResult Change(string name) => IsAllowedImage(name) ? Ok() : BadRequest();
            [HttpDelete("{id}")] public IActionResult Delete(int id) => Ok();
            private static bool IsAllowedImage(string name) => name.EndsWith(".png");
        }
        """));

    [Test]
    public Task A_scheme_says_how_to_sign_in_and_not_who_may() => Suggests(Controllers("""
        [ApiController, Route("orders")]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost, Authorize(Roles = "Clerk")] public IActionResult Create() => Ok();
            [HttpDelete("{id}"), Authorize(AuthenticationSchemes = "Bearer")] public IActionResult [|Delete|](int id) => Ok();
        }
        """));

    [Test]
    public Task A_role_asked_for_in_code_is_a_demand_too() => Suggests(Controllers("""
        [ApiController, Route("orders"), Authorize]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost]
            public IActionResult Create()
            {
                if (!User.IsInRole("Clerk")) return Forbid();
                return Ok();
            }

            [HttpDelete("{id}")] public IActionResult [|Delete|](int id) => Ok();
        }
        """));

    private static string Beside(string gate, string weaker) => Controllers($$"""
        public sealed class Answer { public string? Error { get; set; } public int OwnerId { get; set; } public bool Has(int id) => true; }

        [ApiController, Route("orders"), Authorize]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPut("{id}")]
            public IActionResult Change(Answer found, int me)
            {
                if ({{gate}}) return Forbid();
                return Ok();
            }

            [HttpPatch("{id}")]
            public IActionResult Move(Answer found, int me)
            {
                if ({{gate}}) return Forbid();
                return Ok();
            }

            {{weaker}}
        }
        """);

    [TestCase(
        "found.Error == \"NotAuthorized\"", "[HttpPost] public IActionResult Create() => Ok();",
        TestName = "Only an error is told")]
    [TestCase(
        "found.OwnerId != me", "[HttpPost] public IActionResult CreateOrder() => Ok();",
        TestName = "A new row has no owner yet")]
    public Task Siblings_that_are_no_stricter(string gate, string weaker) => Allows(Beside(gate, weaker));

    [TestCase(
        "found.OwnerId != me", "[HttpDelete(\"{id}\")] public IActionResult [|Delete|](int id) => Ok();",
        TestName = "A row that is there has an owner")]
    [TestCase(
        "found.OwnerId != me", "[HttpPost(\"{id}\")] public IActionResult [|CreateLine|](int id) => Ok();",
        TestName = "A new row below another")]
    [TestCase(
        "!User.IsInRole(\"Clerk\")", "[HttpPost] public IActionResult [|CreateOrder|]() => Ok();",
        TestName = "A role is asked for whatever is done")]
    [TestCase(
        "!found.Has(me)", "[HttpPost] public IActionResult [|CreateOrder|]() => Ok();",
        TestName = "What is asked is not known")]
    public Task Siblings_that_are_stricter(string gate, string weaker) => Suggests(Beside(gate, weaker));

    [Test]
    public Task An_own_attribute_is_a_demand_too() => Suggests(Controllers("""
        public sealed class RequireScopeAttribute : AuthorizeAttribute
        {
            public RequireScopeAttribute(string scope) => Policy = scope;
        }

        [ApiController, Route("orders"), Authorize]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost, RequireScope("orders")] public IActionResult Create() => Ok();
            [HttpDelete("{id}")] public IActionResult [|Delete|](int id) => Ok();
        }
        """));

    [Test]
    public Task A_user_that_is_only_logged_does_not_own_anything() => Suggests(Controllers("""
        [ApiController, Route("orders"), Authorize]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost, Authorize(Policy = "orders")] public IActionResult Create() => Ok();

            [HttpDelete("{id}")]
            public IActionResult [|Delete|](int id)
            {
                Console.WriteLine(User.Identity?.Name);
                return Ok();
            }
        }
        """));

    [Test]
    public Task A_route_that_demands_less_than_its_neighbours_is_flagged() => Suggests(Routes("""
        app.MapPost("/orders", (int id) => id).RequireAuthorization("orders");
        app.MapPut("/orders/{id}", (int id) => id).RequireAuthorization("orders");
        app.[|MapDelete|]("/orders/{id}", (int id) => id).RequireAuthorization();
        """));

    [Test]
    public Task A_group_that_demands_less_than_its_neighbours_is_flagged() => Suggests(Routes("""
        var orders = app.MapGroup("/orders").RequireAuthorization("orders");
        orders.MapPost("/", (int id) => id);
        orders.MapPut("/{id}", (int id) => id);
        var stock = app.MapGroup("/stock").RequireAuthorization();
        stock.[|MapDelete|]("/{id}", (int id) => id);
        """));

    [Test]
    public Task A_policy_built_in_place_that_wants_no_more_than_somebody_is_flagged() => Suggests(Routes("""
        app.MapPost("/orders", (int id) => id).RequireAuthorization(policy => policy.RequireRole("Clerk"));
        app.[|MapDelete|]("/orders/{id}", (int id) => id).RequireAuthorization(policy => policy.RequireAuthenticatedUser());
        """));

    [Test]
    public Task A_fallback_policy_asks_for_presence() => Suggests("""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddCookie();
        builder.Services.AddAuthorization(options => options.FallbackPolicy = options.DefaultPolicy);
        var app = builder.Build();
        app.MapPost("/orders", (int id) => id).RequireAuthorization("orders");
        app.[|MapDelete|]("/orders/{id}", (int id) => id);
        app.Run();
        """);

    [Test]
    public Task A_hub_method_is_flagged() => Suggests("""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.SignalR;

        [Authorize]
        public sealed class BoardHub : Hub
        {
            [Authorize(Roles = "Moderator")] public Task RemoveUser(string name) => Clients.All.SendAsync("removed", name);

            public Task [|DeleteCard|](int id) => Clients.All.SendAsync("deleted", id);
        }
        """);

    [Test]
    public Task A_page_beside_others_that_demand_more_is_flagged() => Suggests("""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;

        namespace Shop.Pages.Stock;

        [Authorize(Roles = "Clerk")]
        public sealed class CreateModel : PageModel
        {
            public IActionResult OnPost() => Page();
        }

        [Authorize]
        public sealed class EditModel : PageModel
        {
            public IActionResult [|OnPost|]() => Page();
        }
        """);

    [Test]
    public Task In_a_namespace_of_high_risk_it_is_a_warning() =>
        WithOption("ai_aware.high_risk", "Shop.Payments, Shop.Identity").Flags(InNamespace("Shop.Payments.Api"));

    [Test]
    public Task In_a_path_of_high_risk_it_is_a_warning() => WithOption("ai_aware.high_risk", "src/**/Payments/*.cs")
        .At("/repo/src/Shop/Payments/Refunds.cs")
        .Flags(InNamespace("Shop"));

    [Test]
    public Task Elsewhere_it_stays_a_suggestion() =>
        WithOption("ai_aware.high_risk", "Shop.Pay, Payments/*").Suggests(InNamespace("Shop.Payments"));

    [Test]
    public Task The_message_says_what_others_demand() => WithOption("ai_aware.high_risk", "Shop").Says(
        InNamespace("Shop"),
        "'RefundsController.Delete' changes data for any signed-in user, while the other endpoint beside it requires "
        + "more, as 'RefundsController.Create' does; require it here as well");

    [Test]
    public Task Presence_everywhere_is_allowed() => Allows(Controllers("""
        [ApiController, Route("orders"), Authorize]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost] public IActionResult Create() => Ok();
            [HttpDelete("{id}")] public IActionResult Delete(int id) => Ok();
        }
        """));

    [Test]
    public Task A_demand_of_the_class_is_allowed() => Allows(Controllers("""
        [ApiController, Route("orders"), Authorize(Policy = "orders")]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost, Authorize(Roles = "Boss")] public IActionResult Create() => Ok();
            [HttpDelete("{id}"), Authorize] public IActionResult Delete(int id) => Ok();
        }
        """));

    [Test]
    public Task A_read_is_allowed() => Allows(Controllers("""
        [ApiController, Route("orders"), Authorize]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost, Authorize(Policy = "orders")] public IActionResult Create() => Ok();
            [HttpGet] public IActionResult List() => Ok();
            [HttpPost("search")] public IActionResult Search() => Ok();
        }
        """));

    [Test]
    public Task What_somebody_does_with_their_own_things_is_allowed() => Allows(Controllers("""
        [ApiController, Route("orders"), Authorize]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost("{id}/ship"), Authorize(Policy = "orders")] public IActionResult Ship(int id) => Ok();

            [HttpPost]
            public IActionResult Place()
            {
                var buyer = User.FindFirstValue(ClaimTypes.NameIdentifier);
                return Ok(buyer);
            }

            [HttpDelete("{id}")]
            public IActionResult Cancel(int id) => Ok(Find(id, CurrentUserId));

            private string? CurrentUserId => User.Identity?.Name;

            private static string Find(int id, string? owner) => $"{id} of {owner}";
        }
        """));

    [Test]
    public Task One_demand_among_many_is_the_exception() => Allows(Controllers("""
        [ApiController, Route("orders"), Authorize]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost] public IActionResult Create() => Ok();
            [HttpPut] public IActionResult Change() => Ok();
            [HttpPatch] public IActionResult Correct() => Ok();
            [HttpDelete, Authorize(Roles = "Boss")] public IActionResult Delete() => Ok();
        }
        """));

    [Test]
    public Task A_default_policy_that_demands_makes_the_bare_attribute_a_demand() => Allows("""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization(options => options.DefaultPolicy = new AuthorizationPolicyBuilder().RequireClaim("scope", "shop").Build());
        builder.Services.AddControllers();
        builder.Build().Run();

        [ApiController, Route("orders"), Authorize]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost, Authorize(Policy = "orders")] public IActionResult Create() => Ok();
            [HttpDelete] public IActionResult Delete() => Ok();
        }
        """);

    [Test]
    public Task An_open_endpoint_is_open_on_purpose() => Allows(Controllers("""
        [ApiController, Route("orders"), Authorize]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost, Authorize(Policy = "orders")] public IActionResult Create() => Ok();
            [HttpPost("ideas"), AllowAnonymous] public IActionResult Propose() => Ok();
        }
        """));

    [Test]
    public Task Signing_out_needs_no_policy() => Allows(Controllers("""
        [ApiController, Route("account"), Authorize]
        public sealed class AccountController : ControllerBase
        {
            [HttpPost("invite"), Authorize(Policy = "orders")] public IActionResult Invite() => Ok();
            [HttpPost("logout")] public IActionResult Logout() => Ok();
        }
        """));

    [Test]
    public Task Another_type_is_no_neighbour() => Allows(Controllers("""
        [ApiController, Route("orders"), Authorize]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost] public IActionResult Create() => Ok();
        }

        [ApiController, Route("stock"), Authorize]
        public sealed class StockController : ControllerBase
        {
            [HttpPost, Authorize(Policy = "stock")] public IActionResult Create() => Ok();
        }
        """));

    [Test]
    public Task A_method_that_maps_other_routes_is_no_neighbour() => Allows("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddCookie();
        var app = builder.Build();
        app.MapOrders();
        app.MapStock();
        app.Run();

        public static class Endpoints
        {
            public static void MapOrders(this IEndpointRouteBuilder routes) => routes.MapPost("/orders", (int id) => id).RequireAuthorization("orders");

            public static void MapStock(this IEndpointRouteBuilder routes) => routes.MapPost("/stock", (int id) => id).RequireAuthorization();
        }
        """);

    [Test]
    public Task A_route_that_works_for_its_caller_is_allowed() => Allows(Routes("""
        app.MapPost("/orders", (int id) => id).RequireAuthorization("orders");
        app.MapPut("/me/address", (string address, ClaimsPrincipal user) => $"{user.FindFirst("sub")} lives at {address}").RequireAuthorization();
        """));

    [Test]
    public Task A_service_that_is_asked_is_a_demand() => Allows(Controllers("""
        public interface IAccess { bool MayDelete(int id); void EnsureOwner(int id); }

        [ApiController, Route("orders"), Authorize]
        public sealed class OrdersController : ControllerBase
        {
            private readonly IAccess _access;

            public OrdersController(IAccess access) => _access = access;

            [HttpPost, Authorize(Policy = "orders")] public IActionResult Create() => Ok();

            [HttpDelete("{id}")]
            public IActionResult Delete(int id)
            {
                if (!_access.MayDelete(id)) return Forbid();
                return Ok();
            }

            [HttpPut("{id}")]
            public IActionResult Change(int id)
            {
                _access.EnsureOwner(id);
                return Ok();
            }
        }
        """));

    [Test]
    public Task Nothing_at_all_is_another_rules_business() => Allows(Controllers("""
        [ApiController, Route("orders")]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost, Authorize(Policy = "orders")] public IActionResult Create() => Ok();
            [HttpDelete] public IActionResult Delete() => Ok();
        }
        """));

    [Test]
    public Task A_bare_attribute_gets_what_others_demand() => Inside.Fixes(
        Controllers("""
            [ApiController, Route("orders")]
            public sealed class OrdersController : ControllerBase
            {
                [HttpPost, Authorize(Policy = "orders")] public IActionResult Create() => Ok();

                [HttpDelete("{id}")]
                [Authorize] // for clerks
                public IActionResult [|Delete|](int id) => Ok();
            }
            """),
        Controllers("""
            [ApiController, Route("orders")]
            public sealed class OrdersController : ControllerBase
            {
                [HttpPost, Authorize(Policy = "orders")] public IActionResult Create() => Ok();

                [HttpDelete("{id}")]
                [Authorize(Policy = "orders")] // for clerks
                public IActionResult Delete(int id) => Ok();
            }
            """));

    [Test]
    public Task An_action_that_leans_on_its_class_gets_its_own_demand() => Inside.Fixes(
        Controllers("""
            [ApiController, Route("orders"), Authorize]
            public sealed class OrdersController : ControllerBase
            {
                [HttpPost]
                [Authorize(Roles = "Clerk")]
                public IActionResult Create() => Ok();

                [HttpDelete("{id}")]
                public IActionResult [|Delete|](int id) => Ok();
            }
            """),
        Controllers("""
            [ApiController, Route("orders"), Authorize]
            public sealed class OrdersController : ControllerBase
            {
                [HttpPost]
                [Authorize(Roles = "Clerk")]
                public IActionResult Create() => Ok();

                [HttpDelete("{id}")]
                [Authorize(Roles = "Clerk")]
                public IActionResult Delete(int id) => Ok();
            }
            """));

    [Test]
    public Task A_route_gets_what_others_demand() => Inside.Fixes(
        Routes("""
            app.MapPost("/orders", (int id) => id).RequireAuthorization("orders");
            app.[|MapDelete|]("/orders/{id}", (int id) => id).WithName("delete").RequireAuthorization();
            """),
        Routes("""
            app.MapPost("/orders", (int id) => id).RequireAuthorization("orders");
            app.MapDelete("/orders/{id}", (int id) => id).WithName("delete").RequireAuthorization("orders");
            """));

    [Test]
    public Task Different_demands_are_left_to_the_author() => Inside.OffersNoFix(Controllers("""
        [ApiController, Route("orders"), Authorize]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost, Authorize(Policy = "orders")] public IActionResult Create() => Ok();
            [HttpPut, Authorize(Roles = "Clerk")] public IActionResult Change() => Ok();
            [HttpDelete("{id}")] public IActionResult [|Delete|](int id) => Ok();
        }
        """));

    [Test]
    public void No_endpoint_is_closed_in_bulk() =>
        Assert.That(new PresenceOnlyAuthorizeFix().GetFixAllProvider(), Is.Null);

    /// <summary>Everything is of high risk: what a fix is shown is a warning.</summary>
    private FixCase<PresenceOnlyAuthorize, PresenceOnlyAuthorizeFix> Inside => WithOption("ai_aware.high_risk", "*.cs");

    private static string InNamespace(string name) => $$"""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;

        namespace {{name}};

        [ApiController, Route("refunds"), Authorize]
        public sealed class RefundsController : ControllerBase
        {
            [HttpPost, Authorize(Policy = "refunds")] public IActionResult Create() => Ok();
            [HttpDelete("{id}")] public IActionResult [|Delete|](int id) => Ok();
        }
        """;

    private static string Controllers(string types) => $$"""
        using System.Security.Claims;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers();
        builder.Services.AddAuthentication().AddCookie();
        builder.Services.AddAuthorization(options => options.AddPolicy("orders", policy => policy.RequireRole("Clerk")));
        var app = builder.Build();
        app.MapControllers();
        app.Run();

        {{types}}
        """;

    private static string Routes(string routes) => $$"""
        using System.Security.Claims;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddCookie();
        builder.Services.AddAuthorization();
        var app = builder.Build();
        {{routes}}
        app.Run();
        """;
}
