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
