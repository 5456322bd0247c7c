using AiAwareAnalyzers.AuthScope;

namespace AiAwareAnalyzers.Tests.AuthScope;

public sealed class AlwaysOpenGateTests : RuleTests<AlwaysOpenGate>
{
    private protected override ReferenceSet Framework => References.Authentication;

    [Test]
    public Task A_handler_that_only_succeeds_is_flagged() => Flags("""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<IAuthorizationHandler, OwnerHandler>();
        builder.Services.AddAuthorization(options => options.AddPolicy("owner", policy => policy.AddRequirements(new OwnerRequirement())));
        var app = builder.Build();
        app.MapDelete("/orders/{id}", (int id) => id).RequireAuthorization("owner");
        app.Run();

        public sealed class OwnerRequirement : IAuthorizationRequirement { }

        public sealed class OwnerHandler : AuthorizationHandler<OwnerRequirement>
        {
            protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OwnerRequirement requirement)
            {
                [|context.Succeed(requirement)|];
                return Task.CompletedTask;
            }
        }
        """);

    [Test]
    public Task A_handler_that_logs_before_it_succeeds_is_flagged() => Flags(Handler("""
        var name = context.User.Identity?.Name;
        Console.WriteLine($"Checking {name}");
        [|context.Succeed(requirement)|];
        return Task.CompletedTask;
        """));

    [Test]
    public Task A_handler_that_grants_whatever_is_pending_is_flagged() => Flags("""
        using Microsoft.AspNetCore.Authorization;

        public sealed class PermissionHandler : IAuthorizationHandler
        {
            public Task HandleAsync(AuthorizationHandlerContext context)
            {
                foreach (var requirement in context.PendingRequirements.ToList())
                {
                    [|context.Succeed(requirement)|];
                }

                return Task.CompletedTask;
            }
        }
        """);

    [Test]
    public Task A_handler_that_succeeds_when_its_check_fails_is_flagged() => Flags(Handler("""
        try
        {
            if (Permissions.Allow(context.User)) context.Succeed(requirement);
        }
        catch (Exception)
        {
            [|context.Succeed(requirement)|];
        }

        return Task.CompletedTask;
        """));

    [Test]
    public Task An_assertion_that_is_always_true_is_flagged() => Flags("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy("admin", policy => policy.RequireAssertion([|_ => true|]))
            .AddPolicy("owner", policy => policy.RequireAuthenticatedUser().RequireAssertion([|context => Task.FromResult(true)|]));
        builder.Build().Run();
        """);

    [Test]
    public Task A_gate_that_opens_when_its_check_throws_is_flagged() => Flags(Service("""
        public async Task<bool> CanDeleteAsync(string userId, int orderId)
        {
            try
            {
                return await _permissions.HasAsync(userId, "delete");
            }
            catch (Exception ex)
            {
                Console.WriteLine(ex);
                return [|true|];
            }
        }
        """));

    [Test]
    public Task An_outage_lets_nobody_in() => Flags(Service("""
        public async Task<bool> VerifyCaptchaAsync(string response)
        {
            try
            {
                return await _permissions.HasAsync(response, "captcha");
            }
            catch (HttpRequestException)
            {
                return [|true|];
            }
        }
        """));

    [Test]
    public Task A_gate_that_opens_without_its_dependency_is_flagged() => Flags(Service("""
        public async Task<bool> IsAllowedAsync(string userId)
        {
            if (_permissions == null)
            {
                return [|true|];
            }

            return await _permissions.HasAsync(userId, "orders");
        }
        """));

    [Test]
    public Task A_gate_that_opens_without_its_input_is_flagged() => Flags(Service("""
        public bool ValidateToken(string? token)
        {
            if (string.IsNullOrEmpty(token)) return [|true|];
            return token.Length == 64 && _keys.Contains(token);
        }
        """));

    [Test]
    public Task A_missing_dependency_behind_a_question_mark_is_flagged() => Flags(Service("""
        public bool IsAuthorized(string userId) => _keyring?.Knows(userId) ?? [|true|];
        """));

    [Test]
    public Task A_missing_input_of_an_expression_is_flagged() => Flags(Service("""
        public bool HasPermission(string? userId) => userId == null ? [|true|] : _keys.Contains(userId);
        """));

    [Test]
    public Task A_refusal_that_is_forgotten_when_its_check_fails_is_flagged() => Flags(Service("""
        public async Task<bool> IsTokenRevokedAsync(string token)
        {
            try
            {
                return await _permissions.HasAsync(token, "revoked");
            }
            catch
            {
                return [|false|];
            }
        }
        """));

    [Test]
    public Task A_local_function_is_a_gate_as_well() => Flags("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        var app = WebApplication.Create(args);
        app.MapPost("/orders", (HttpRequest request) => IsValidSignature(request.Headers["X-Signature"]) ? Results.Ok() : Results.Unauthorized());
        app.Run();

        static bool IsValidSignature(string? signature)
        {
            if (signature is null || signature.Length == 0) return [|true|];
            return signature == "expected";
        }
        """);

    [Test]
    public Task The_messages_name_the_gate_and_the_way_out() => Says(
        Service("""
            public async Task<bool> CanPay(string userId)
            {
                if (_permissions is null) return [|true|];
                try { return await _permissions.HasAsync(userId, "pay"); } catch { return [|true|]; }
            }
            """),
        "'CanPay' lets every caller in when '_permissions' is missing; return false there",
        "'CanPay' lets every caller in when the check fails; return false from the catch, or let the exception "
        + "through");

    [Test]
    public Task A_handler_that_compares_is_allowed() => Allows(Handler("""
        if (context.User.HasClaim("scope", "orders")) context.Succeed(requirement);
        return Task.CompletedTask;
        """));

    [Test]
    public Task A_handler_that_leaves_early_is_allowed() => Allows(Handler("""
        if (!context.User.IsInRole("Admin")) return Task.CompletedTask;
        context.Succeed(requirement);
        return Task.CompletedTask;
        """));

    [Test]
    public Task A_handler_whose_check_throws_is_allowed() => Allows(Handler("""
        Permissions.EnsureAllowed(context.User);
        context.Succeed(requirement);
        return Task.CompletedTask;
        """));

    [Test]
    public Task A_handler_that_walks_through_grants_is_allowed() => Allows(Handler("""
        foreach (var claim in context.User.Claims)
        {
            if (claim.Type == "scope" && claim.Value == "orders") context.Succeed(requirement);
        }
        return Task.CompletedTask;
        """));

    [Test]
    public Task A_handler_that_says_by_its_name_that_it_is_open_is_allowed() => Allows("""
        using Microsoft.AspNetCore.Authorization;

        public sealed class AllowAnonymousHandler : IAuthorizationHandler
        {
            public Task HandleAsync(AuthorizationHandlerContext context)
            {
                foreach (var requirement in context.PendingRequirements.ToList()) context.Succeed(requirement);
                return Task.CompletedTask;
            }
        }
        """);

    [Test]
    public Task Assertions_that_look_at_the_caller_are_allowed() => Allows("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization(options =>
        {
            options.AddPolicy("adult", policy => policy.RequireAssertion(context => context.User.HasClaim("age", "18")));
            options.AddPolicy("Public", policy => policy.RequireAssertion(_ => true));
            if (builder.Environment.IsDevelopment())
                options.AddPolicy("admin", policy => policy.RequireAssertion(_ => true));
        });
        builder.Build().Run();
        """);

    [Test]
    public Task A_gate_that_closes_when_its_check_fails_is_allowed() => Allows(Service("""
        public async Task<bool> CanDeleteAsync(string userId)
        {
            try
            {
                return await _permissions.HasAsync(userId, "delete");
            }
            catch (Exception)
            {
                return false;
            }
        }
        """));

    [Test]
    public Task A_refusal_that_holds_when_its_check_fails_is_allowed() => Allows(Service("""
        public async Task<bool> IsTokenExpiredAsync(string? token)
        {
            if (token == null) return true;
            try
            {
                return await _permissions.HasAsync(token, "expired");
            }
            catch (Exception)
            {
                return true;
            }
        }
        """));

    [Test]
    public Task An_exception_that_is_the_answer_is_allowed() => Allows(Service("""
        public bool CanRegister(string name)
        {
            try
            {
                _ = _keys.Single(key => key == name);
                return false;
            }
            catch (Exception)
            {
                return true;
            }
        }

        public bool CanCreate(string name)
        {
            try
            {
                return _keys.Single(key => key == name).Length == 0;
            }
            catch (KeyNotFoundException)
            {
                return true;
            }
        }
        """));

    [Test]
    public Task An_optional_field_of_a_form_is_allowed() => Allows("""
        public sealed record Form(string? Phone, string? Website);

        public sealed class FormValidator
        {
            public bool ValidatePhone(string? phone)
            {
                if (string.IsNullOrEmpty(phone)) return true;
                return phone.All(char.IsDigit);
            }

            public bool ValidateWebsite(Form form) => form.Website == null ? true : form.Website.StartsWith("https://");
        }
        """);

    [Test]
    public Task Where_nothing_is_demanded_everybody_may() => Allows(Service("""
        private readonly string[]? _allowedAddresses;

        public bool IsAllowed(string user, string? requiredRole)
        {
            if (requiredRole == null) return true;
            return user == requiredRole;
        }

        public bool IsAddressAllowed(string address)
        {
            if (_allowedAddresses == null) return true;
            return _allowedAddresses.Contains(address);
        }
        """));

    [Test]
    public Task A_question_about_what_a_thing_is_able_to_do_is_allowed() => Allows("""
        public sealed class Command
        {
            private readonly Func<object?, bool>? _test;

            public Command(Func<object?, bool>? test) => _test = test;

            public bool CanExecute(object? parameter)
            {
                if (_test == null) return true;
                return _test(parameter);
            }
        }
        """);

    [Test]
    public Task A_method_that_is_no_gate_is_allowed() => Allows(Service("""
        public async Task<bool> ExistsAsync(string userId)
        {
            if (_permissions == null) return true;
            try { return await _permissions.HasAsync(userId, "x"); } catch { return true; }
        }

        public bool IsCacheExpired(string path)
        {
            try { return File.GetLastWriteTimeUtc(path) < DateTime.UtcNow.AddDays(-1); } catch (Exception) { return false; }
        }
        """));

    [Test]
    public Task A_double_is_allowed() => Allows("""
        public interface IGate { bool IsAllowed(string? user); }

        public sealed class AllowAllGate : IGate
        {
            public bool IsAllowed(string? user)
            {
                if (user == null) return true;
                return true;
            }
        }
        """);

    [Test]
    public Task A_gate_that_is_open_in_development_is_allowed() => Allows(Service("""
        private readonly bool _isDevelopment;

        public bool IsAuthorized(string? user)
        {
            if (_isDevelopment)
            {
                if (user == null) return true;
            }

            return user != null && _keys.Contains(user);
        }
        """));

    [Test]
    public Task A_gate_that_throws_on_is_allowed() => Allows(Service("""
        public async Task<bool> IsAuthorizedAsync(string user)
        {
            try { return await _permissions.HasAsync(user, "x"); }
            catch (Exception exception) { throw new InvalidOperationException("No permissions.", exception); }
        }
        """));

    private static string Handler(string body) => $$"""
        using System.Security.Claims;
        using Microsoft.AspNetCore.Authorization;

        public sealed class OrderRequirement : IAuthorizationRequirement { }

        public static class Permissions
        {
            public static bool Allow(ClaimsPrincipal user) => user.HasClaim("orders", "write");

            public static void EnsureAllowed(ClaimsPrincipal user)
            {
                if (!Allow(user)) throw new UnauthorizedAccessException();
            }
        }

        public sealed class OrderHandler : AuthorizationHandler<OrderRequirement>
        {
            protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OrderRequirement requirement)
            {
                {{body.ReplaceLineEndings("\n        ")}}
            }
        }
        """;

    private static string Service(string members) => $$"""
        public interface IPermissions
        {
            Task<bool> HasAsync(string user, string permission);
        }

        public sealed class Keyring
        {
            public bool Knows(string name) => name.Length == 12;
        }

        public sealed class AccessService
        {
            private readonly IPermissions _permissions;
            private readonly Keyring? _keyring;
            private readonly HashSet<string> _keys = new();

            public AccessService(IPermissions permissions, Keyring? keyring)
            {
                _permissions = permissions;
                _keyring = keyring;
            }

            {{members.ReplaceLineEndings("\n    ")}}
        }
        """;
}
