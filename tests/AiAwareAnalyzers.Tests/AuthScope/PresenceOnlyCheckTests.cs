using AiAwareAnalyzers.AuthScope;

namespace AiAwareAnalyzers.Tests.AuthScope;

public sealed class PresenceOnlyCheckTests : RuleTests<PresenceOnlyCheck>
{
    private protected override ReferenceSet Framework => References.Authentication;

    [Test]
    public Task A_caller_who_is_only_signed_in_is_flagged() => Flags(Action("""
        if ([|!User.Identity!.IsAuthenticated|]) return Unauthorized();
        _orders.Delete(id);
        return NoContent();
        """));

    [Test]
    public Task A_nullable_identity_is_flagged() => Flags(Action("""
        if ([|User.Identity?.IsAuthenticated != true|]) return Forbid();
        _orders.Delete(id);
        return NoContent();
        """));

    [Test]
    public Task A_header_that_is_only_there_is_flagged() => Flags(Action("""
        if ([|!Request.Headers.ContainsKey("Authorization")|])
        {
            return Unauthorized();
        }

        _orders.Delete(id);
        return NoContent();
        """));

    [Test]
    public Task A_header_that_begins_like_one_is_flagged() => Flags(Action("""
        var header = Request.Headers["Authorization"].ToString();
        if ([|string.IsNullOrEmpty(header) || !header.StartsWith("Bearer ")|]) return Unauthorized();
        _orders.Delete(id);
        return NoContent();
        """));

    [Test]
    public Task A_key_that_is_only_not_empty_is_flagged() => Flags(Action("""
        if ([|!Request.Headers.TryGetValue("X-Api-Key", out var key) || string.IsNullOrWhiteSpace(key)|]) return Unauthorized();
        _orders.Delete(id);
        return NoContent();
        """));

    [Test]
    public Task A_claim_that_is_only_there_is_flagged() => Flags(Action("""
        if ([|User.FindFirst("scope") == null|]) return Forbid();
        _orders.Delete(id);
        return NoContent();
        """));

    [Test]
    public Task A_claim_of_a_type_without_a_value_is_flagged() => Flags(Action("""
        if ([|!User.HasClaim(c => c.Type == "scope")|]) return Forbid();
        _orders.Delete(id);
        return NoContent();
        """));

    [Test]
    public Task A_claim_in_a_local_that_nobody_uses_again_is_flagged() => Flags(Action("""
        var subject = User.FindFirstValue("sub");
        if ([|subject is null|]) throw new UnauthorizedAccessException();
        _orders.Delete(id);
        return NoContent();
        """));

    [Test]
    public Task A_user_that_is_only_logged_afterwards_is_flagged() => Flags(Action("""
        if ([|!User.Identity!.IsAuthenticated|]) return Unauthorized();
        Console.WriteLine($"{User.Identity.Name} deletes {id}");
        _orders.Delete(id);
        return NoContent();
        """));

    [Test]
    public Task A_refusal_at_the_end_is_flagged() => Flags(Action("""
        if ([|User.Identity!.IsAuthenticated|])
        {
            _orders.Delete(id);
            return NoContent();
        }

        return Unauthorized();
        """));

    [Test]
    public Task A_choice_of_results_is_flagged() => Flags("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddCookie();
        var app = builder.Build();
        app.MapDelete("/orders/{id}", (int id, HttpContext context) => [|context.User.Identity!.IsAuthenticated|] ? Results.Ok(id) : Results.Unauthorized());
        app.Run();
        """);

    [Test]
    public Task Middleware_that_only_looks_for_a_header_is_flagged() => Flags("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        var app = WebApplication.Create(args);
        app.UseMiddleware<ApiKeyMiddleware>();
        app.MapPost("/orders", (int id) => id);
        app.Run();

        public sealed class ApiKeyMiddleware
        {
            private readonly RequestDelegate _next;

            public ApiKeyMiddleware(RequestDelegate next) => _next = next;

            public async Task InvokeAsync(HttpContext context)
            {
                if ([|!context.Request.Headers.ContainsKey("X-Api-Key")|])
                {
                    context.Response.StatusCode = 401;
                    return;
                }

                await _next(context);
            }
        }
        """);

    [Test]
    public Task Inline_middleware_and_filters_are_flagged() => Flags("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        var app = WebApplication.Create(args);
        app.Use(async (context, next) =>
        {
            if ([|string.IsNullOrEmpty(context.Request.Headers.Authorization)|])
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            await next(context);
        });
        app.MapPost("/orders", (int id) => id).AddEndpointFilter(async (context, next) =>
        {
            if ([|!context.HttpContext.Request.Headers.ContainsKey("X-Api-Key")|]) return Results.Unauthorized();
            return await next(context);
        });
        app.Run();
        """);

    [Test]
    public Task A_filter_of_the_project_is_flagged() => Flags("""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Filters;

        public sealed class ApiKeyFilter : IAuthorizationFilter
        {
            public void OnAuthorization(AuthorizationFilterContext context)
            {
                if ([|!context.HttpContext.Request.Headers.TryGetValue("X-Api-Key", out _)|]) context.Result = new UnauthorizedResult();
            }
        }
        """);

    [Test]
    public Task A_gate_that_answers_with_a_look_is_flagged() => Flags("""
        using Microsoft.AspNetCore.Http;

        public static class Access
        {
            public static bool IsAuthorized(HttpRequest request) => [|request.Headers.ContainsKey("Authorization")|];
        }
        """);

    [Test]
    public Task The_message_names_the_look_and_what_is_behind_it() => Says(
        Action("""
            if ([|User.FindFirst("scope") == null|]) return Forbid();
            _orders.Delete(id);
            return NoContent();
            """),
        """'User.FindFirst("scope") == null' is all that guards 'OrdersController.Delete', which changes data: it checks that a value is present, not that the caller is allowed; require a role, a scope or a policy""");

    [Test]
    public Task A_role_is_more_than_presence() => Allows(Action("""
        if (!User.Identity!.IsAuthenticated) return Unauthorized();
        if (!User.IsInRole("Clerk")) return Forbid();
        _orders.Delete(id);
        return NoContent();
        """));

    [Test]
    public Task A_claim_with_a_value_is_more_than_presence() => Allows(Action("""
        if (!User.HasClaim("scope", "orders") && !User.Claims.Any(c => c.Type == "role" && c.Value == "clerk")) return Forbid();
        _orders.Delete(id);
        return NoContent();
        """));

    [Test]
    public Task A_user_id_that_says_whose_things_are_meant_is_allowed() => Allows(Action("""
        var owner = User.FindFirstValue(ClaimTypes.NameIdentifier);
        if (owner == null) return Unauthorized();
        _orders.DeleteOf(owner, id);
        return NoContent();
        """));

    [Test]
    public Task A_key_that_is_compared_is_allowed() => Allows(Action("""
        if (!Request.Headers.TryGetValue("X-Api-Key", out var key)) return Unauthorized();
        if (!_orders.IsKey(key)) return Unauthorized();
        _orders.Delete(id);
        return NoContent();
        """));

    [Test]
    public Task A_caller_that_is_handed_on_is_allowed() => Allows(Action("""
        if (!User.Identity!.IsAuthenticated) return Unauthorized();
        _orders.DeleteFor(User, id);
        return NoContent();
        """));

    [Test]
    public Task A_policy_beside_the_look_is_allowed() => Allows(Action(
        """
        if (!User.Identity!.IsAuthenticated) return Unauthorized();
        _orders.Delete(id);
        return NoContent();
        """,
        "[Authorize(Policy = \"orders\")]"));

    [Test]
    public Task A_bare_attribute_is_another_rules_business() => Allows(Action(
        """
        if (!User.Identity!.IsAuthenticated) return Unauthorized();
        _orders.Delete(id);
        return NoContent();
        """,
        "[Authorize]"));

    [Test]
    public Task An_authorization_service_that_is_asked_is_allowed() => Allows(Action("""
        if (!User.Identity!.IsAuthenticated) return Unauthorized();
        if (!_orders.MayDelete(id)) return Forbid();
        _orders.Delete(id);
        return NoContent();
        """));

    [Test]
    public Task A_read_is_allowed() => Allows(Controller("""
        [HttpGet("{id}")]
        public IActionResult Get(int id)
        {
            if (!User.Identity!.IsAuthenticated) return Unauthorized();
            return Ok(id);
        }
        """));

    [Test]
    public Task A_different_view_for_people_who_are_signed_in_is_allowed() => Allows(Controller("""
        [HttpPost, AllowAnonymous]
        public IActionResult Contact(string text)
        {
            var name = User.Identity!.IsAuthenticated ? User.Identity.Name : "somebody";
            return Ok($"{name}: {text}");
        }
        """));

    [Test]
    public Task Signing_in_is_allowed() => Allows(Controller("""
        [HttpPost("login")]
        public IActionResult Login(string name)
        {
            if (User.Identity!.IsAuthenticated) return Forbid();
            return Ok(name);
        }
        """));

    [Test]
    public Task Middleware_that_looks_at_an_identity_is_allowed() => Allows("""
        using Microsoft.AspNetCore.Http;

        public sealed class OnlySignedIn
        {
            private readonly RequestDelegate _next;

            public OnlySignedIn(RequestDelegate next) => _next = next;

            public async Task InvokeAsync(HttpContext context)
            {
                if (context.User.Identity?.IsAuthenticated != true)
                {
                    context.Response.StatusCode = 401;
                    return;
                }

                await _next(context);
            }
        }
        """);

    [Test]
    public Task Middleware_that_compares_its_key_is_allowed() => Allows("""
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Configuration;

        public sealed class ApiKeyMiddleware
        {
            private readonly RequestDelegate _next;
            private readonly string _key;

            public ApiKeyMiddleware(RequestDelegate next, IConfiguration configuration)
            {
                _next = next;
                _key = configuration["Key"]!;
            }

            public async Task InvokeAsync(HttpContext context)
            {
                if (!context.Request.Headers.TryGetValue("X-Api-Key", out var key) || key != _key)
                {
                    context.Response.StatusCode = 401;
                    return;
                }

                await _next(context);
            }
        }
        """);

    [Test]
    public Task Middleware_that_requires_another_header_with_another_answer_is_allowed() => Allows("""
        using Microsoft.AspNetCore.Http;

        public sealed class CorrelationMiddleware
        {
            private readonly RequestDelegate _next;

            public CorrelationMiddleware(RequestDelegate next) => _next = next;

            public async Task InvokeAsync(HttpContext context)
            {
                if (!context.Request.Headers.ContainsKey("X-Correlation-Id")) context.Response.StatusCode = 400;
                else await _next(context);
            }
        }
        """);

    [Test]
    public Task Exceptions_turned_into_answers_are_allowed() => Allows("""
        using Microsoft.AspNetCore.Http;

        public sealed class ErrorMiddleware
        {
            private readonly RequestDelegate _next;

            public ErrorMiddleware(RequestDelegate next) => _next = next;

            public async Task InvokeAsync(HttpContext context)
            {
                try
                {
                    await _next(context);
                }
                catch (UnauthorizedAccessException)
                {
                    context.Response.StatusCode = context.Request.Headers.ContainsKey("Authorization") ? 403 : 401;
                }
            }
        }
        """);

    [Test]
    public Task A_question_whether_a_header_is_there_is_allowed() => Allows("""
        using Microsoft.AspNetCore.Http;

        public static class Requests
        {
            public static bool HasCredentials(HttpRequest request) => request.Headers.ContainsKey("Authorization");

            public static bool IsSignedIn(HttpContext context) => context.User.Identity?.IsAuthenticated == true;
        }
        """);

    [Test]
    public Task An_owner_who_is_compared_is_allowed() => Allows(Action("""
        var order = _orders.Find(id);
        if (order is null) return NotFound();
        if (order.Owner != User.Identity?.Name) return Forbid();
        _orders.Delete(id);
        return NoContent();
        """));

    [Test]
    public Task A_fallback_policy_behind_the_look_is_allowed() => Allows("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization(options => options.FallbackPolicy = options.DefaultPolicy);
        var app = builder.Build();
        app.MapDelete("/orders/{id}", (int id, HttpContext context) => context.User.Identity!.IsAuthenticated ? Results.Ok(id) : Results.Unauthorized());
        app.Run();
        """);

    [Test]
    public Task A_policy_that_asks_for_any_scope_is_flagged() => Flags(Policy("""
        policy.RequireAuthenticatedUser().[|RequireClaim("scope")|]
        """));

    [TestCase("\"scp\"")]
    [TestCase("\"permissions\"")]
    [TestCase("\"roles\"")]
    [TestCase("\"user_roles\"")]
    [TestCase("System.Security.Claims.ClaimTypes.Role")]
    [TestCase("\"http://schemas.microsoft.com/identity/claims/scope\"")]
    [TestCase("ScopeClaim")]
    public Task A_policy_that_asks_for_any_value_of_a_claim_that_entitles_is_flagged(string claim) =>
        Flags(Policy($"policy.[|RequireClaim({claim})|]"));

    [Test]
    public Task An_empty_list_of_values_is_flagged() => Flags(Policy("""
        policy.[|RequireClaim("scope", Array.Empty<string>())|]
        """));

    [Test]
    public Task A_subject_beside_the_scope_compares_nothing_and_is_flagged() => Flags(Policy("""
        policy.RequireClaim("sub").[|RequireClaim("scope")|]
        """));

    [Test]
    public Task Statements_of_a_policy_are_flagged() => Flags(Policy("""
        {
            policy.AddAuthenticationSchemes("Bearer");
            policy.RequireAuthenticatedUser();
            policy.[|RequireClaim("scope")|];
        }
        """));

    [Test]
    public Task An_assertion_that_asks_for_any_scope_is_flagged() => Flags(Policy("""
        policy.[|RequireAssertion(context => context.User.HasClaim(claim => claim.Type == "scope"))|]
        """));

    [Test]
    public Task An_assertion_with_locals_is_flagged() => Flags(Policy("""
        policy.[|RequireAssertion(context =>
        {
            var scope = context.User.FindFirst("scope");
            return scope != null;
        })|]
        """));

    [Test]
    public Task An_assertion_by_a_method_is_flagged() => Flags(Policy("""
        policy.[|RequireAssertion(Checks.HasSome)|]
        """));

    [Test]
    public Task A_policy_that_is_built_by_itself_is_flagged() => Flags(Program("""
        var policy = new AuthorizationPolicyBuilder("Bearer").RequireAuthenticatedUser().[|RequireClaim("scope")|].Build();
        builder.Services.AddAuthorization(options => options.AddPolicy("orders", policy));
        """));

    [Test]
    public Task A_builder_in_a_local_is_flagged() => Flags(Program("""
        var policy = new AuthorizationPolicyBuilder();
        policy.RequireAuthenticatedUser();
        policy.[|RequireClaim("scope")|];
        builder.Services.AddAuthorization(options => options.AddPolicy("orders", policy.Build()));
        """));

    [Test]
    public Task A_policy_of_an_endpoint_is_flagged() => Flags(Program("""
        var app = builder.Build();
        app.MapGet("/orders", () => 1).RequireAuthorization(policy => policy.[|RequireClaim("scope")|]);
        app.Run();
        """));

    [Test]
    public Task One_of_two_policies_is_flagged() => Flags(Program("""
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy("read", policy => policy.RequireClaim("scope", "orders.read"))
            .AddPolicy("write", policy => policy.[|RequireClaim("scope")|]);
        """));

    [Test]
    public Task The_message_names_the_policy() => Says(
        Policy("""policy.[|RequireClaim("scope")|]"""),
        """
        'RequireClaim("scope")' is all that guards policy 'orders': it checks that a value is present, not that the caller is allowed; compare its value with the one that is needed
        """);

    [Test]
    public Task A_handler_that_asks_for_any_scope_is_flagged() => Flags(Handler("""
        if ([|context.User.HasClaim(claim => claim.Type == "scope")|]) context.Succeed(requirement);
        return Task.CompletedTask;
        """));

    [Test]
    public Task A_handler_that_leaves_early_is_flagged() => Flags(Handler("""
        if (context.User.Identity?.IsAuthenticated != true) return Task.CompletedTask;
        var scope = context.User.FindFirst("scope");
        if ([|scope is null|])
        {
            context.Fail();
            return Task.CompletedTask;
        }

        context.Succeed(requirement);
        return Task.CompletedTask;
        """));

    [TestCase("policy.RequireClaim(\"scope\", \"orders.write\")")]
    [TestCase("policy.RequireClaim(\"scope\", Checks.Scopes)")]
    [TestCase("policy.RequireClaim(\"sub\")")]
    [TestCase("policy.RequireClaim(\"edit_permission\")")]
    [TestCase("policy.RequireClaim(\"scope\").RequireRole(\"Clerk\")")]
    [TestCase("policy.RequireClaim(\"scope\").RequireClaim(\"office\", \"north\", \"south\")")]
    [TestCase("policy.RequireClaim(\"scope\").RequireAssertion(context => Checks.Has(context.User, \"orders.write\"))")]
    [TestCase("policy.RequireClaim(\"scope\").AddRequirements(new OrdersRequirement())")]
    [TestCase("policy.RequireAssertion(context => context.User.HasClaim(\"scope\", \"orders.write\"))")]
    [TestCase("""policy.RequireAssertion(context => context.User.HasClaim(c => c.Type == "scope" && c.Value == "orders.write"))""")]
    [TestCase("policy.RequireAssertion(context => context.User.HasClaim(c => c.Type == \"sub\"))")]
    [TestCase("""policy.RequireAssertion(context => context.User.FindFirst("scope")!.Value.Split(' ').Contains("orders.write"))""")]
    [TestCase("Checks.Demand(policy.RequireClaim(\"scope\"))")]
    [TestCase("{ policy.RequireClaim(\"scope\"); Checks.Demand(policy); }")]
    [TestCase("{ policy.RequireClaim(\"scope\"); policy.Requirements.Add(new OrdersRequirement()); }")]
    public Task A_policy_that_asks_more_or_for_less_is_allowed(string policy) => Allows(Policy(policy));

    [TestCase("AnyScope")]
    [TestCase("DelegatedUser")]
    [TestCase("Public")]
    public Task A_policy_that_says_so_is_allowed(string name) => Allows(Program($"""
        builder.Services.AddAuthorizationBuilder().AddPolicy("{name}", policy => policy.RequireClaim("scope"));
        """));

    [Test]
    public Task What_stands_below_every_endpoint_is_allowed() => Allows(Program("""
        builder.Services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireClaim("scope").Build());
        builder.Services.AddAuthorizationBuilder().SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireClaim("scope").Build());
        """));

    [Test]
    public Task A_helper_to_which_callers_add_is_allowed() => Allows("""
        using Microsoft.AspNetCore.Authorization;

        public static class Policies
        {
            public static AuthorizationPolicyBuilder RequireApi(this AuthorizationPolicyBuilder policy) => policy.RequireClaim("scope");
        }
        """);

    [Test]
    public Task A_handler_that_compares_the_value_is_allowed() => Allows(Handler("""
        if (context.User.HasClaim(claim => claim.Type == "scope" && claim.Value == requirement.Scope)) context.Succeed(requirement);
        return Task.CompletedTask;
        """));

    [Test]
    public Task A_handler_that_compares_afterwards_is_allowed() => Allows(Handler("""
        if (!context.User.HasClaim(claim => claim.Type == "scope")) return Task.CompletedTask;
        var scopes = context.User.FindFirst("scope")!.Value.Split(' ');
        if (scopes.Contains(requirement.Scope)) context.Succeed(requirement);
        return Task.CompletedTask;
        """));

    [Test]
    public Task A_handler_that_asks_a_service_is_allowed() => Allows(Handler("""
        if (!context.User.HasClaim(claim => claim.Type == "scope")) return Task.CompletedTask;
        if (Checks.Has(context.User, requirement.Scope)) context.Succeed(requirement);
        return Task.CompletedTask;
        """));

    [Test]
    public Task A_handler_of_a_subject_is_allowed() => Allows(Handler("""
        if (context.User.HasClaim(claim => claim.Type == "sub")) context.Succeed(requirement);
        return Task.CompletedTask;
        """));

    private static string Policy(string policy) => Program($"""
        const string ScopeClaim = "scope";
        builder.Services.AddAuthorization(options => options.AddPolicy("orders", policy => {policy}));
        """);

    private static string Program(string program) => $$"""
        using System.Security.Claims;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        {{program}}

        public sealed class OrdersRequirement : IAuthorizationRequirement
        {
            public string Scope => "orders.write";
        }

        public static class Checks
        {
            public static readonly string[] Scopes = { "orders.write" };

            public static bool HasSome(AuthorizationHandlerContext context) => context.User.HasClaim(claim => claim.Type == "scope");

            public static bool Has(ClaimsPrincipal user, string scope) => user.HasClaim("scope", scope);

            public static void Demand(AuthorizationPolicyBuilder policy) => policy.RequireRole("Clerk");
        }
        """;

    private static string Handler(string body) => Program($$"""
        builder.Services.AddSingleton<IAuthorizationHandler, OrdersHandler>();

        public sealed class OrdersHandler : AuthorizationHandler<OrdersRequirement>
        {
            protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OrdersRequirement requirement)
            {
                {{body.ReplaceLineEndings("\n        ")}}
            }
        }
        """);

    private static string Action(string body, string attribute = "") => Controller($$"""
        [HttpDelete("{id}")] {{attribute}}
        public IActionResult Delete(int id)
        {
            {{body.ReplaceLineEndings("\n    ")}}
        }
        """);

    private static string Controller(string action) => $$"""
        using System.Security.Claims;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers();
        builder.Services.AddAuthentication().AddCookie();
        var app = builder.Build();
        app.UseAuthentication();
        app.MapControllers();
        app.Run();

        public sealed record Order(int Id, string Owner);

        public interface IOrders
        {
            Order? Find(int id);
            void Delete(int id);
            void DeleteOf(string owner, int id);
            void DeleteFor(ClaimsPrincipal user, int id);
            bool IsKey(string? key);
            bool MayDelete(int id);
        }

        [ApiController, Route("orders")]
        public sealed class OrdersController : ControllerBase
        {
            private readonly IOrders _orders;

            public OrdersController(IOrders orders) => _orders = orders;

            {{action.ReplaceLineEndings("\n    ")}}
        }
        """;
}
