using AiAwareAnalyzers.AuthScope;

namespace AiAwareAnalyzers.Tests.AuthScope;

public sealed class UnprotectedWriteTests : RuleTests<UnprotectedWrite, UnprotectedWriteFix>
{
    private protected override ReferenceSet Framework => References.Authentication;

    [Test]
    public Task An_action_without_an_attribute_is_flagged() => Flags(Controllers("""
        [ApiController, Route("orders")]
        public sealed class OrdersController : ControllerBase
        {
            [HttpGet] public IActionResult List() => Ok();

            [HttpDelete("{id}")] public IActionResult [|Delete|](int id) => NoContent();
        }
        """));

    [TestCase("[HttpGet, HttpPost] public IActionResult Search() => Ok();", TestName = "A look that may be posted too")]
    [TestCase(
        "[HttpPost] public IActionResult Create() => Ok(); public override void OnActionExecuting("
        + "Microsoft.AspNetCore.Mvc.Filters.ActionExecutingContext context) => Authenticate(context); "
        + "private static void Authenticate(object context) { }",
        TestName = "A controller that asks who is calling before each action")]
    public Task Actions_that_are_no_open_writes(string actions) => Allows(Controllers(
        $"[ApiController, Route(\"orders\")] public sealed class OrdersController : Controller {{ {actions} }}"));

    private static string Resolving(string action, string member) => Controllers($$"""
        public interface IOrderRepository { Task<string?> GetByNameAsync(string name); Task<string> GetOrAddAsync(string name); }

        public interface IOrderQuery { string Find(string name); }

        public sealed class OrderQuery : IOrderQuery
        {
            private int _count;
            public string Find(string name) { {{member}} }
        }

        [ApiController, Route("orders")]
        public sealed class OrdersController : ControllerBase
        {
            private string _last = "";
            {{action}}
        }
        """);

    private const string Resolve = "[HttpPost(\"resolve\")] public async Task<IActionResult> ";

    [TestCase(
        Resolve + "Resolve(string name, [FromServices] IOrderRepository orders) { var found = await "
        + "orders.GetByNameAsync(name); if (found is null) return NotFound(); return Ok(new { found }); }",
        "return name;",
        TestName = "A look at what is kept elsewhere")]
    [TestCase(
        Resolve + "Resolve(string name, [FromServices] IOrderQuery orders) { await Task.Yield(); return "
        + "Ok(orders.Find(name)); }", "var found = name.Trim(); return found;", TestName = "A look whose body is seen")]
    public Task What_is_posted_and_only_looks(string action, string member) => Allows(Resolving(action, member));

    [TestCase(
        Resolve + "[|Resolve|](string name, [FromServices] IOrderRepository orders) { var found = await "
        + "orders.GetByNameAsync(name); _last = name; return Ok(found); }", "return name;",
        TestName = "A look that is remembered")]
    [TestCase(
        Resolve + "[|Resolve|](string name, [FromServices] IOrderRepository orders) { return "
        + "Ok(await orders.GetOrAddAsync(name)); }", "return name;", TestName = "A look that may add")]
    [TestCase(
        Resolve + "[|Resolve|](string name, [FromServices] IOrderQuery orders) { await Task.Yield(); return "
        + "Ok(orders.Find(name)); }", "_count++; return name;", TestName = "A look whose body counts")]
    [TestCase(
        Resolve + "[|Resolve|](string name, [FromServices] IOrderRepository orders, [FromServices] Action<string> "
        + "tell) { tell(name); return Ok(await orders.GetByNameAsync(name)); }", "return name;",
        TestName = "A look, and something unknown")]
    public Task What_is_posted_and_may_change_something(string action, string member) =>
        Flags(Resolving(action, member));

    [TestCase("[HttpGet, HttpPost] public IActionResult [|Delete|]() => Ok();", TestName = "A change by either verb")]
    [TestCase(
        "[HttpPost] public IActionResult [|Create|]() => Ok(); public override void OnActionExecuting("
        + "Microsoft.AspNetCore.Mvc.Filters.ActionExecutingContext context) { }",
        TestName = "A controller that does something else before each action")]
    public Task Actions_that_are_open_writes(string actions) => Flags(Controllers(
        $"[ApiController, Route(\"orders\")] public sealed class OrdersController : Controller {{ {actions} }}"));

    [Test]
    public Task An_action_that_was_forgotten_among_others_is_flagged() => Flags(Controllers("""
        [ApiController, Route("orders")]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost, Authorize(Policy = "orders")] public IActionResult Create() => Ok();

            [HttpPut("{id}"), Authorize(Policy = "orders")] public IActionResult Change(int id) => Ok();

            [HttpPatch("{id}")] public IActionResult [|Correct|](int id) => Ok();
        }
        """));

    [Test]
    public Task A_controller_without_any_guard_is_one_finding() => Flags(Controllers("""
        [ApiController, Route("orders")]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost] public IActionResult [|Create|]() => Ok();

            [HttpPut("{id}")] public IActionResult Change(int id) => Ok();

            [HttpDelete("{id}")] public IActionResult Delete(int id) => Ok();
        }
        """));

    [Test]
    public Task The_message_names_the_endpoint_and_the_way_out() => Says(
        Routes("""app.[|MapPost|]("/orders", (Order order) => order);"""),
        """Nothing authorizes 'MapPost("/orders")', which changes data, in an application that authenticates its callers; require a policy with RequireAuthorization, or allow everyone with AllowAnonymous""");

    [Test]
    public Task Conventional_actions_are_known_by_their_verb() => Flags(Controllers("""
        public sealed class OrdersController : Controller
        {
            public IActionResult Index() => View();

            public IActionResult [|DeleteOrder|](int id) => RedirectToAction("Index");
        }
        """));

    [Test]
    public Task A_route_without_a_guard_is_flagged() => Flags(Routes("""
        app.MapGet("/orders", () => new[] { 1 });
        app.[|MapPost|]("/orders", (Order order) => Results.Created("/orders/1", order));
        """));

    [Test]
    public Task A_group_without_a_guard_is_one_finding() => Flags(Routes("""
        var orders = app.MapGroup("/orders").WithTags("orders");
        orders.[|MapPost|]("/", (Order order) => order);
        orders.MapPut("/{id}", (int id, Order order) => order);
        orders.MapDelete("/{id}", (int id) => id);
        app.MapPost("/reports/archive", () => "done").RequireAuthorization("reports");
        app.MapPost("/reports/purge", () => "done").RequireAuthorization("reports");
        """));

    [Test]
    public Task A_group_given_to_a_method_is_followed_to_where_it_comes_from() => Flags("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddCookie();
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.MapGroup("/orders").MapOrders();
        app.Run();

        public static class OrderEndpoints
        {
            public static RouteGroupBuilder MapOrders(this RouteGroupBuilder group)
            {
                group.[|MapDelete|]("/{id}", (int id) => id);
                return group;
            }
        }
        """);

    [Test]
    public Task A_route_mapped_in_one_guarded_and_one_open_group_is_flagged() => Flags("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddCookie();
        var app = builder.Build();
        Map(app.MapGroup("/v1"));
        Map(app.MapGroup("/v2").RequireAuthorization("orders"));
        app.Run();

        static void Map(IEndpointRouteBuilder routes) => routes.[|MapDelete|]("/orders/{id}", (int id) => id);
        """);

    [Test]
    public Task Several_verbs_at_once_are_flagged() => Flags(Routes("""
        app.[|MapMethods|]("/orders/{id}", new[] { "PUT", "PATCH" }, (int id) => id);
        """));

    [Test]
    public Task A_page_that_posts_is_flagged() => Flags("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddCookie();
        builder.Services.AddRazorPages(options => options.Conventions.AuthorizeFolder("/Admin"));
        var app = builder.Build();
        app.MapRazorPages();
        app.Run();

        public sealed class EditModel : PageModel
        {
            public void OnGet() { }

            public IActionResult [|OnPost|]() => RedirectToPage("Index");
        }
        """);

    [Test]
    public Task A_hub_method_that_changes_something_is_flagged() => Flags("""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddCookie();
        builder.Services.AddSignalR();
        var app = builder.Build();
        app.MapHub<BoardHub>("/board");
        app.Run();

        public sealed class BoardHub : Hub
        {
            public Task Watch(string board) => Groups.AddToGroupAsync(Context.ConnectionId, board);

            public Task [|DeleteCard|](int id) => Clients.All.SendAsync("deleted", id);
        }
        """);

    [Test]
    public Task A_function_that_asks_for_no_key_is_flagged() => Flags("""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Azure.Functions.Worker;

        public sealed class OrderFunctions
        {
            [Function("cancel")]
            public IActionResult [|Cancel|]([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request) => new OkResult();

            [Function("purge")]
            public IActionResult Purge([HttpTrigger(AuthorizationLevel.Function, "post")] HttpRequest request) => new OkResult();

            [Function("list"), Authorize]
            public IActionResult List([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => new OkResult();
        }

        namespace Microsoft.Azure.Functions.Worker
        {
            public enum AuthorizationLevel { Anonymous, User, Function, System, Admin }

            public sealed class FunctionAttribute : System.Attribute
            {
                public FunctionAttribute(string name) { }
            }

            public sealed class HttpTriggerAttribute : System.Attribute
            {
                public HttpTriggerAttribute(AuthorizationLevel level, params string[] methods) { }
            }
        }
        """);

    [Test]
    public Task A_grpc_method_that_changes_something_is_flagged() => Flags("""
        using Grpc.Core;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddCookie();
        builder.Build().Run();

        public sealed class OrdersService : Orders.OrdersService
        {
            public override Task<string> GetOrder(string request, ServerCallContext context) => Task.FromResult(request);

            public override Task<string> [|CancelOrder|](string request, ServerCallContext context) => Task.FromResult(request);
        }

        public static class Orders
        {
            [BindServiceMethod(typeof(Orders), "Bind")]
            public abstract class OrdersService
            {
                public virtual Task<string> GetOrder(string request, ServerCallContext context) => Task.FromResult("");
                public virtual Task<string> CancelOrder(string request, ServerCallContext context) => Task.FromResult("");
            }
        }

        namespace Grpc.Core
        {
            public abstract class ServerCallContext { }

            public sealed class BindServiceMethodAttribute : System.Attribute
            {
                public BindServiceMethodAttribute(System.Type type, string name) { }
            }
        }
        """);

    [Test]
    public Task A_webhook_that_looks_at_no_signature_is_flagged() => Flags(Routes("""
        app.[|MapPost|]("/webhooks/payments", (Order order) => Results.Ok());
        app.MapPost("/orders", (Order order) => order).RequireAuthorization("orders");
        """));

    [Test]
    public Task Authorization_that_is_set_up_but_nowhere_demanded_is_one_finding() => Says(
        Controllers("""
            [ApiController, Route("orders")]
            public sealed class OrdersController : ControllerBase
            {
                [HttpPost] public IActionResult [|Create|]() => Ok();
            }

            [ApiController, Route("invoices")]
            public sealed class InvoicesController : ControllerBase
            {
                [HttpPost] public IActionResult Create() => Ok();
            }
            """),
        "Nothing authorizes 'OrdersController.Create' and 'InvoicesController.Create', which change data, in an "
        + "application that authenticates its callers; set a fallback policy, and mark public endpoints with "
        + "AllowAnonymous");

    [Test]
    public Task Options_of_a_passkey_are_asked_for_before_signing_in() => Allows(Routes("""
        app.MapPost("/Account/PasskeyCreationOptions", () => "{}");
        app.MapPost("/Account/PasskeyRequestOptions", () => "{}");
        """));

    [Test]
    public Task The_first_three_of_many_are_named() => Says(
        Controllers("""
            [ApiController, Route("orders")]
            public sealed class OrdersController : ControllerBase
            {
                [HttpPost] public IActionResult [|Create|]() => Ok();
                [HttpPut] public IActionResult Change() => Ok();
                [HttpPatch] public IActionResult Ship() => Ok();
                [HttpDelete] public IActionResult Cancel() => Ok();
            }

            [ApiController, Route("refunds")]
            public sealed class RefundsController : ControllerBase
            {
                [HttpPost] public IActionResult Create() => Ok();
                [HttpDelete] public IActionResult Cancel() => Ok();
            }
            """),
        "Nothing authorizes 'OrdersController.Create', 'OrdersController.Change', 'OrdersController.Ship', "
        + "'OrdersController.Cancel' and 2 more, which change data, in an application that authenticates its callers; "
        + "set a fallback policy, and mark public endpoints with AllowAnonymous");

    [Test]
    public Task An_application_that_authenticates_nobody_is_told_once_and_softly() => Suggests("""
        using Microsoft.AspNetCore.Builder;

        var app = WebApplication.Create(args);
        app.[|MapPost|]("/notes", (string note) => note);
        app.MapDelete("/notes/{id}", (int id) => id);
        app.Run();
        """);

    [Test]
    public Task An_application_that_only_looks_needs_nobody() => Allows("""
        using Microsoft.AspNetCore.Builder;

        var app = WebApplication.Create(args);
        app.MapGet("/notes", () => "none");
        app.MapPost("/notes/search", (string note) => note);
        app.Run();
        """);

    [Test]
    public Task A_call_into_a_shared_project_may_authenticate() => Allows("""
        using Microsoft.AspNetCore.Builder;

        var app = WebApplication.Create(args);
        app.AddDefaultAuthentication();
        app.MapPost("/notes", (string note) => note);
        app.Run();

        public static class Shared { public static void AddDefaultAuthentication(this WebApplication app) { } }
        """);

    [Test]
    public Task A_library_of_endpoints_is_authenticated_by_its_host() => Allows("""
        using Microsoft.AspNetCore.Mvc;

        [ApiController, Route("orders")]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost] public IActionResult Create() => Ok();
        }
        """);

    [Test]
    public Task The_message_of_a_broker_is_no_call_of_a_user() => Allows(Controllers("""
        public sealed class TopicAttribute : Attribute { public TopicAttribute(string broker, string topic) { } }

        [ApiController, Route("orders")]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost("paid"), Topic("broker", "paid")] public IActionResult Paid(int id) => Ok();

            [HttpPost("unpaid"), Topic("broker", "unpaid")] public IActionResult Cancel(int id) => Ok();
        }
        """));

    [Test]
    public Task An_action_beside_the_messages_of_a_broker_is_flagged() => Flags(Controllers("""
        public sealed class TopicAttribute : Attribute { public TopicAttribute(string broker, string topic) { } }

        [ApiController, Route("orders")]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost("paid"), Topic("broker", "paid")] public IActionResult Paid(int id) => Ok();

            [HttpDelete("{id}")] public IActionResult [|Cancel|](int id) => Ok();
        }
        """));

    [Test]
    public Task A_policy_of_the_class_covers_its_actions() => Allows(Controllers("""
        [ApiController, Route("orders"), Authorize(Roles = "Clerk")]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost] public IActionResult Create() => Ok();
        }
        """));

    [Test]
    public Task A_base_class_covers_its_actions() => Allows(Controllers("""
        [Authorize]
        public abstract class SecureController : ControllerBase { }

        [ApiController, Route("orders")]
        public sealed class OrdersController : SecureController
        {
            [HttpPost] public IActionResult Create() => Ok();
        }
        """));

    [Test]
    public Task An_attribute_of_the_project_that_authorizes_covers() => Allows(Controllers("""
        public sealed class RequirePermissionAttribute : AuthorizeAttribute
        {
            public RequirePermissionAttribute(string permission) => Policy = permission;
        }

        public sealed class ApiKeyAttribute : Attribute, Microsoft.AspNetCore.Mvc.Filters.IAuthorizationFilter
        {
            public void OnAuthorization(Microsoft.AspNetCore.Mvc.Filters.AuthorizationFilterContext context) => context.Result = new UnauthorizedResult();
        }

        [ApiController, Route("orders")]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost, RequirePermission("orders")] public IActionResult Create() => Ok();

            [HttpPut, ApiKey] public IActionResult Change() => Ok();
        }
        """));

    [Test]
    public Task A_fallback_policy_covers_everything() => Allows("""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddCookie();
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.Services.AddControllers();
        var app = builder.Build();
        app.MapControllers();
        app.MapPost("/notes", (string note) => note);
        app.Run();

        [ApiController, Route("orders")]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost] public IActionResult Create() => Ok();
        }
        """);

    [Test]
    public Task A_convention_of_the_mapping_covers_controllers() => Allows("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddCookie();
        builder.Services.AddControllers();
        var app = builder.Build();
        app.MapControllers().RequireAuthorization();
        app.Run();

        [ApiController, Route("orders")]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost] public IActionResult Create() => Ok();
        }
        """);

    [Test]
    public Task A_global_filter_covers_controllers() => Allows("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Authorization;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddCookie();
        builder.Services.AddControllers(options => options.Filters.Add(new AuthorizeFilter()));
        var app = builder.Build();
        app.MapControllers();
        app.Run();

        [ApiController, Route("orders")]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost] public IActionResult Create() => Ok();
        }
        """);

    [Test]
    public Task A_group_kept_in_a_local_covers_its_routes() => Allows(Routes("""
        var api = app.MapGroup("/api").RequireAuthorization();
        var orders = api.MapGroup("/orders");
        orders.MapPost("/", (Order order) => order);
        var later = app.MapGroup("/later");
        later.RequireAuthorization("later");
        later.MapDelete("/{id}", (int id) => id);
        var kept = app.MapPut("/kept", () => 1);
        kept.RequireAuthorization();
        """));

    [Test]
    public Task A_group_from_a_method_of_the_project_covers_its_routes() => Allows("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddCookie();
        var app = builder.Build();
        app.SecureGroup("/orders").MapPost("/", (int id) => id);
        app.MapPut("/prices", (int id) => id).ForClerks();
        new Module(app.MapGroup("/stock").RequireAuthorization("stock")).Map();
        app.Run();

        public static class Groups
        {
            public static RouteGroupBuilder SecureGroup(this IEndpointRouteBuilder routes, string prefix)
            {
                var group = routes.MapGroup(prefix);
                group.RequireAuthorization("clerk");
                return group;
            }

            public static RouteHandlerBuilder ForClerks(this RouteHandlerBuilder route) => route.RequireAuthorization("clerk");
        }

        public sealed class Module
        {
            private readonly IEndpointRouteBuilder _routes;

            public Module(IEndpointRouteBuilder routes) => _routes = routes;

            public void Map() => _routes.MapDelete("/{id}", (int id) => id);
        }
        """);

    [Test]
    public Task Attributes_of_a_lambda_and_of_a_method_cover_a_route() => Allows("""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddCookie();
        var app = builder.Build();
        app.MapPost("/orders", [Authorize(Roles = "Clerk")] (int id) => id);
        app.MapDelete("/orders/{id}", Orders.Delete);
        app.MapPut("/orders/{id}", (int id) => id).WithMetadata(new AuthorizeAttribute("orders"));
        app.Run();

        public static class Orders
        {
            [Authorize]
            public static int Delete(int id) => id;
        }
        """);

    [Test]
    public Task A_filter_of_the_project_that_refuses_covers_a_route() => Allows("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddCookie();
        var app = builder.Build();
        app.MapPost("/stock", (int id) => id).AddEndpointFilter<Door>();
        app.MapPost("/prices", (int id) => id).AddEndpointFilter(async (context, next) =>
        {
            if (!context.HttpContext.User.IsInRole("Clerk")) return Results.Forbid();
            return await next(context);
        });
        app.Run();

        public sealed class Door : IEndpointFilter
        {
            public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
            {
                if (context.HttpContext.Request.Headers["X-Door"] != "open sesame") return Results.Unauthorized();
                return await next(context);
            }
        }
        """);

    [Test]
    public Task Middleware_of_the_project_that_refuses_covers_everything() => Allows("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddCookie();
        var app = builder.Build();
        app.UseMiddleware<Door>();
        app.MapPost("/stock", (int id) => id);
        app.Run();

        public sealed class Door
        {
            private readonly RequestDelegate _next;

            public Door(RequestDelegate next) => _next = next;

            public async Task InvokeAsync(HttpContext context)
            {
                if (!context.User.IsInRole("Clerk"))
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return;
                }

                await _next(context);
            }
        }
        """);

    [Test]
    public Task A_handler_that_authorizes_in_its_first_statements_is_allowed() => Allows(Controllers("""
        [ApiController, Route("orders")]
        public sealed class OrdersController : ControllerBase
        {
            private readonly IAuthorizationService _authorization;

            public OrdersController(IAuthorizationService authorization) => _authorization = authorization;

            [HttpPost]
            public async Task<IActionResult> Create()
            {
                var verdict = await _authorization.AuthorizeAsync(User, "orders");
                if (!verdict.Succeeded) return Forbid();
                return Ok();
            }

            [HttpPut]
            public IActionResult Change()
            {
                if (!User.IsInRole("Clerk")) return Forbid();
                return Ok();
            }

            [HttpDelete("{owner}")]
            public IActionResult Delete(string owner)
            {
                if (owner != User.Identity?.Name) throw new UnauthorizedAccessException();
                return Ok();
            }

            [HttpPatch]
            public IActionResult Correct()
            {
                EnsureClerk();
                return Ok();
            }

            private void EnsureClerk()
            {
                if (!User.IsInRole("Clerk")) throw new UnauthorizedAccessException();
            }
        }
        """));

    [Test]
    public Task What_people_do_who_are_nobody_yet_is_allowed() => Allows(Controllers("""
        [ApiController, Route("account")]
        public sealed class AccountController : ControllerBase
        {
            [HttpPost("login")] public IActionResult Login() => Ok();
            [HttpPost("register")] public IActionResult Register() => Ok();
            [HttpPost("forgot-password")] public IActionResult ForgotPassword() => Ok();
            [HttpPost("confirm-email")] public IActionResult ConfirmEmail() => Ok();
            [HttpPost("token")] public IActionResult Issue() => Ok();
        }

        [ApiController, Route("auth")]
        public sealed class AuthController : ControllerBase
        {
            [HttpPost] public IActionResult Post() => Ok();
        }
        """));

    [Test]
    public Task What_is_deliberately_open_is_allowed() => Allows(Controllers("""
        [ApiController, Route("ideas")]
        public sealed class IdeasController : ControllerBase
        {
            [HttpPost, AllowAnonymous] public IActionResult Submit() => Ok();
        }

        [ApiController, Route("votes"), AllowAnonymous]
        public sealed class VotesController : ControllerBase
        {
            [HttpPost] public IActionResult Vote() => Ok();
        }
        """));

    [Test]
    public Task A_post_that_only_looks_is_allowed() => Allows(Controllers("""
        [ApiController, Route("products")]
        public sealed class ProductsController : ControllerBase
        {
            [HttpPost("search")] public IActionResult Search(string[] words) => Ok();
            [HttpPost] public IActionResult CalculatePrice(int[] ids) => Ok();
            [HttpPost("{id}/preview")] public IActionResult Show(int id) => Ok();
        }
        """));

    [Test]
    public Task A_webhook_that_checks_a_signature_is_allowed() => Allows(Routes("""
        app.MapPost("/webhooks/payments", (HttpRequest request, string body) =>
        {
            var signature = request.Headers["Stripe-Signature"];
            if (!Signatures.Match(body, signature)) return Results.BadRequest();
            return Results.Ok();
        });
        """, "public static class Signatures { public static bool Match(string body, string? signature) => body == "
            + "signature; }"));

    [Test]
    public Task A_class_that_is_no_controller_is_allowed() => Allows(Controllers("""
        [NonController]
        public class OrdersController : ControllerBase
        {
            [HttpPost] public IActionResult Delete(int id) => Ok();
        }
        """));

    [Test]
    public Task A_method_that_is_no_action_is_allowed() => Allows(Controllers("""
        [ApiController, Route("orders")]
        public sealed class OrdersController : ControllerBase
        {
            [NonAction] public void DeleteAll() { }

            private void Delete(int id) { }

            [HttpGet] public IActionResult List() => Ok();
        }

        public abstract class CrudController : ControllerBase
        {
            [HttpDelete] public virtual IActionResult Delete(int id) => Ok();
        }
        """));

    [Test]
    public Task Routes_that_somebody_else_maps_are_allowed() => Allows("""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Routing;

        public static class LibraryEndpoints
        {
            public static void MapNotes(this IEndpointRouteBuilder routes) => routes.MapPost("/notes", (string note) => note);
        }

        [Authorize]
        public sealed class NotesController : ControllerBase
        {
            [HttpPost] public IActionResult Create() => Ok();
        }
        """);

    [Test]
    public Task A_command_that_carries_its_demand_is_allowed() => Allows(Routes(
        """app.MapPost("/orders/cancel", (CancelOrder command) => command.Id);""",
        """[Microsoft.AspNetCore.Authorization.Authorize(Roles = "Clerk")] public sealed record CancelOrder(int Id);"""));

    [Test]
    public Task A_controller_in_a_test_project_is_not_judged_without_the_framework() =>
        Given.WithReferences(References.Net10).Allows("""
            public class Controller { }

            public class OrdersController : Controller
            {
                public void DeleteOrder(int id) { }
            }
            """);

    [Test]
    public Task An_action_gets_what_its_neighbours_demand() => Fixes(
        Controllers("""
            [ApiController, Route("orders")]
            public sealed class OrdersController : ControllerBase
            {
                [HttpPost]
                [Authorize(Policy = "orders")]
                public IActionResult Create() => Ok();

                // Cancelled orders stay in the books.
                [HttpDelete("{id}")]
                public IActionResult [|Cancel|](int id) => Ok();
            }
            """),
        Controllers("""
            [ApiController, Route("orders")]
            public sealed class OrdersController : ControllerBase
            {
                [HttpPost]
                [Authorize(Policy = "orders")]
                public IActionResult Create() => Ok();

                // Cancelled orders stay in the books.
                [HttpDelete("{id}")]
                [Authorize(Policy = "orders")]
                public IActionResult Cancel(int id) => Ok();
            }
            """));

    [Test]
    public Task All_open_actions_of_a_controller_are_closed_together() => Fixes(
        Controllers("""
            [ApiController, Route("orders")]
            public sealed class OrdersController : ControllerBase
            {
                [HttpPost]
                public IActionResult [|Create|]() => Ok();

                public IActionResult DeleteAll() => Ok();
            }
            """),
        Controllers("""
            [ApiController, Route("orders")]
            public sealed class OrdersController : ControllerBase
            {
                [HttpPost]
                [Authorize]
                public IActionResult Create() => Ok();

                [Authorize]
                public IActionResult DeleteAll() => Ok();
            }
            """));

    [Test]
    public Task A_route_demands_an_authorized_caller() => Fixes(
        Routes("""
            app.[|MapPost|]("/orders", (Order order) => order).WithName("create"); // new orders
            app.MapDelete("/orders/{id}", (int id) =>
            {
                return id;
            });
            """),
        Routes("""
            app.MapPost("/orders", (Order order) => order).RequireAuthorization().WithName("create"); // new orders
            app.MapDelete("/orders/{id}", (int id) =>
            {
                return id;
            }).RequireAuthorization();
            """));

    [Test]
    public Task A_page_is_guarded_as_a_whole() => Fixes(
        Pages("""
            public sealed class EditModel : PageModel
            {
                public IActionResult [|OnPostSave|]() => Page();

                public IActionResult OnPostDelete() => Page();
            }
            """),
        Pages("""
            [Microsoft.AspNetCore.Authorization.Authorize]
            public sealed class EditModel : PageModel
            {
                public IActionResult OnPostSave() => Page();

                public IActionResult OnPostDelete() => Page();
            }
            """));

    [Test]
    public Task An_application_that_is_open_everywhere_is_left_to_its_author() => OffersNoFix(Controllers("""
        [ApiController, Route("orders")]
        public sealed class OrdersController : ControllerBase
        {
            [HttpPost] public IActionResult [|Create|]() => Ok();
        }

        [ApiController, Route("invoices")]
        public sealed class InvoicesController : ControllerBase
        {
            [HttpPost] public IActionResult Create() => Ok();
        }
        """));

    [Test]
    public void No_endpoint_is_closed_in_bulk() => Assert.That(new UnprotectedWriteFix().GetFixAllProvider(), Is.Null);

    private static string Controllers(string types) => $$"""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllersWithViews();
        builder.Services.AddAuthentication().AddCookie();
        builder.Services.AddAuthorization(options => options.AddPolicy("orders", policy => policy.RequireRole("Clerk")));
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapControllers();
        app.Run();

        {{types}}
        """;

    private static string Pages(string types) => $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddCookie();
        var app = builder.Build();
        app.MapRazorPages();
        app.Run();

        {{types}}
        """;

    private static string Routes(string routes, string types = "") => $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddCookie();
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        {{routes}}
        app.Run();

        public sealed record Order(int Id, string Item);
        {{types}}
        """;

    private static string OfNoOne(string statement) => $$"""
        using Microsoft.AspNetCore.Builder;
        using System.Net.Http.Headers;

        var app = WebApplication.Create(args);
        var http = new HttpClient();
        {{statement}}
        app.[|MapPost|]("/notes", (string note) => note);
        app.Run();
        """;

    [TestCase("http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(\"Bearer\", \"key\");",
        TestName = "A header of a request")]
    [TestCase(
        "try { http.Send(new()); } catch (System.Security.Authentication.AuthenticationException) { }",
        TestName = "A connection that is refused")]
    [TestCase("var mail = new SmtpClient(); await mail.AuthenticateAsync(\"a\", \"b\");",
        TestName = "A mail server")]
    public Task The_program_that_proves_itself_to_others_knows_no_caller(string statement) =>
        Suggests(OfNoOne(statement)
            + " public class SmtpClient { public Task AuthenticateAsync(string name, string word) => "
            + "Task.CompletedTask; }");

    [TestCase("""[Topic("bus", "notes")] public void Receive(string note) { }""", TestName = "An action with a topic")]
    [TestCase(
        """public void Add(Route route) => route.WithTopic("bus", "notes");""", TestName = "A route with a topic")]
    public Task A_service_beside_its_proxy_is_called_by_that_one_only(string member) =>
        Allows(Subscribing(member).Replace("[|MapPost|]", "MapPost"));

    [Test]
    public Task A_service_of_Dapr_is_called_by_its_proxy_only() => Allows(
        OfNoOne("").Replace("[|MapPost|]", "MapPost")
        + " namespace Dapr { public class TopicAttribute : Attribute { } }");

    [TestCase("""[Name("Topic")] public void Receive(string note) { }""", TestName = "Another attribute")]
    [TestCase("public void Add(string Topic) { }", TestName = "Another topic")]
    public Task A_service_that_no_broker_calls_is_open(string member) => Suggests(Subscribing(member));

    private static string Subscribing(string member) => OfNoOne("") + $$"""

        public class Notes { {{member}} }
        public class Route { public void WithTopic(string bus, string topic) { } }
        public class TopicAttribute : Attribute { public TopicAttribute(string bus, string topic) { } }
        public class NameAttribute : Attribute { public NameAttribute(string name) { } }
        """;

    [TestCase("app.Use(async (context, next) => { /* Authenticates */ await next(); });",
        TestName = "A word about callers")]
    [TestCase(
        "var header = new AuthenticationHeaderValue(\"Bearer\"); Authenticate(app); "
        + "static void Authenticate(object o) { }",
        TestName = "A word about callers behind one about requests")]
    public Task A_program_with_a_word_about_callers_may_know_them(string statement) =>
        Allows(OfNoOne(statement).Replace("[|MapPost|]", "MapPost"));
}
