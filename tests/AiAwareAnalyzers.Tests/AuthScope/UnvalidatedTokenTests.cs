using AiAwareAnalyzers.AuthScope;

namespace AiAwareAnalyzers.Tests.AuthScope;

public sealed class UnvalidatedTokenTests : RuleTests<UnvalidatedToken>
{
    private protected override ReferenceSet Framework => References.Authentication;

    [Test]
    public Task A_user_id_read_from_a_token_is_flagged() => Flags(Service("""
        public string UserIdOf(string token)
        {
            var handler = new JwtSecurityTokenHandler();
            var jwt = [|handler.ReadJwtToken(token)|];
            return jwt.Claims.First(c => c.Type == "sub").Value;
        }
        """));

    [Test]
    public Task A_subject_returned_at_once_is_flagged() => Flags(Service("""
        public string UserIdOf(string token) => [|new JwtSecurityTokenHandler().ReadJwtToken(token)|].Subject;
        """));

    [Test]
    public Task When_a_token_was_issued_is_no_identity() => Allows(Service("""
        public string? IssuedAt(string token)
        {
            var jwt = new JwtSecurityTokenHandler().ReadJwtToken(token);
            return jwt.Payload.IssuedAt == DateTime.MinValue ? null : "known";
        }
        """));

    [Test]
    public Task A_principal_made_of_read_claims_is_flagged() => Flags(Service("""
        public ClaimsPrincipal PrincipalOf(string token)
        {
            var jwt = [|new JwtSecurityToken(token)|];
            var identity = new ClaimsIdentity(jwt.Claims, "jwt");
            return new ClaimsPrincipal(identity);
        }
        """));

    [Test]
    public Task A_token_cast_from_ReadToken_is_flagged() => Flags(Service("""
        public bool IsAdmin(string token)
        {
            var jwt = [|new JwtSecurityTokenHandler().ReadToken(token)|] as JwtSecurityToken;
            var role = jwt?.Claims.FirstOrDefault(c => c.Type == "role")?.Value;
            if (role == "admin") return true;
            return false;
        }
        """));

    [Test]
    public Task A_token_of_the_newer_handler_is_flagged() => Flags(Service("""
        public bool IsAdmin(string token)
        {
            var jwt = [|new JsonWebTokenHandler().ReadJsonWebToken(token)|];
            return jwt.Claims.Any(c => c.Type == "role" && c.Value == "admin");
        }
        """));

    [Test]
    public Task A_token_object_of_the_newer_handler_is_flagged() => Flags(Service("""
        public string TenantOf(string token)
        {
            var jwt = [|new JsonWebToken(token)|];
            return jwt.GetClaim("tenant").Value;
        }
        """));

    [Test]
    public Task A_middle_part_decoded_by_hand_is_flagged() => Flags(Service("""
        public string? UserIdOf(string token)
        {
            var payload = token.Split('.')[1];
            var padded = payload.Replace('-', '+').Replace('_', '/').PadRight(payload.Length + (4 - payload.Length % 4) % 4, '=');
            var bytes = [|Convert.FromBase64String(padded)|];
            var json = Encoding.UTF8.GetString(bytes);
            using var document = JsonDocument.Parse(json);
            return document.RootElement.GetProperty("sub").GetString();
        }
        """));

    [Test]
    public Task Parts_kept_in_a_local_are_followed() => Flags(Service("""
        public bool IsAdmin(string token)
        {
            string[] parts = token.Split('.');
            var json = Encoding.UTF8.GetString([|Convert.FromBase64String(parts[1])|]);
            return json.Contains("\"role\":\"admin\"");
        }
        """));

    [Test]
    public Task Middleware_that_sets_the_user_is_flagged() => Flags("""
        using System.IdentityModel.Tokens.Jwt;
        using System.Security.Claims;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        var app = WebApplication.Create(args);
        app.UseMiddleware<TokenMiddleware>();
        app.MapGet("/me", (ClaimsPrincipal user) => user.Identity?.Name);
        app.Run();

        public sealed class TokenMiddleware
        {
            private readonly RequestDelegate _next;

            public TokenMiddleware(RequestDelegate next) => _next = next;

            public async Task InvokeAsync(HttpContext context)
            {
                var token = context.Request.Headers["Authorization"].ToString().Replace("Bearer ", "");
                var jwt = [|new JwtSecurityTokenHandler().ReadJwtToken(token)|];
                context.User = new ClaimsPrincipal(new ClaimsIdentity(jwt.Claims, "Bearer"));
                await _next(context);
            }
        }
        """);

    [Test]
    public Task An_endpoint_that_nothing_covers_is_flagged() => Flags("""
        using System.IdentityModel.Tokens.Jwt;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        var app = WebApplication.Create(args);
        app.MapDelete("/orders/{id}", (int id, HttpRequest request) =>
        {
            var token = request.Headers.Authorization.ToString()["Bearer ".Length..];
            var jwt = [|new JwtSecurityTokenHandler().ReadJwtToken(token)|];
            if (!jwt.Claims.Any(c => c.Type == "scope" && c.Value == "orders")) return Results.Forbid();
            return Results.NoContent();
        });
        app.Run();
        """);

    [Test]
    public Task A_property_of_the_request_that_is_set_is_flagged() => Flags(Service("""
        public sealed class Session { public string? UserId { get; set; } }

        public void Fill(Session session, string token)
        {
            var jwt = [|new JwtSecurityTokenHandler().ReadJwtToken(token)|];
            session.UserId = jwt.Subject;
        }
        """));

    [Test]
    public Task A_loop_over_read_claims_is_flagged() => Flags(Service("""
        public IEnumerable<string> RolesOf(string token)
        {
            foreach (var claim in [|new JwtSecurityTokenHandler().ReadJwtToken(token)|].Claims)
            {
                if (claim.Type == "role") yield return claim.Value;
            }
        }
        """));

    [Test]
    public Task Looking_at_the_expiry_does_not_make_the_subject_true() => Flags(Service("""
        public string? UserIdOf(string token)
        {
            var jwt = [|new JwtSecurityTokenHandler().ReadJwtToken(token)|];
            if (jwt.ValidTo < DateTime.UtcNow) return null;
            return jwt.Subject;
        }
        """));

    [Test]
    public Task The_message_says_who_chose() => Says(
        Service(
            "public string UserIdOf(string token) => [|new JwtSecurityTokenHandler().ReadJwtToken(token)|].Subject;"),
        "'new JwtSecurityTokenHandler().ReadJwtToken(token)' only reads the token, so its sender chose what this "
        + "returns; validate it with 'ValidateToken' first");

    [Test]
    public Task A_token_validated_in_the_same_method_is_allowed() => Allows(Service("""
        public string UserIdOf(string token, TokenValidationParameters parameters)
        {
            var handler = new JwtSecurityTokenHandler();
            handler.ValidateToken(token, parameters, out _);
            return handler.ReadJwtToken(token).Subject;
        }
        """));

    [Test]
    public Task A_token_validated_by_a_method_of_the_project_is_allowed() => Allows(Service("""
        public string? UserIdOf(string token)
        {
            if (!VerifyTokenSignature(token)) return null;
            return new JwtSecurityTokenHandler().ReadJwtToken(token).Subject;
        }

        private static bool VerifyTokenSignature(string token) => token.Length == 80;
        """));

    [Test]
    public Task A_client_that_decides_about_a_refresh_is_allowed() => Allows(Service("""
        public bool NeedsRefresh(string token)
        {
            var jwt = new JwtSecurityTokenHandler().ReadJwtToken(token);
            if (jwt.ValidTo < DateTime.UtcNow.AddMinutes(1)) return true;
            return false;
        }

        public DateTime ExpiryOf(string token) => new JwtSecurityTokenHandler().ReadJwtToken(token).ValidTo;
        """));

    [Test]
    public Task The_claim_exp_is_allowed() => Allows(Service("""
        public bool IsOver(string token)
        {
            var jwt = new JsonWebTokenHandler().ReadJsonWebToken(token);
            var exp = long.Parse(jwt.Claims.First(c => c.Type == "exp").Value);
            if (exp < DateTimeOffset.UtcNow.ToUnixTimeSeconds()) return true;
            return false;
        }
        """));

    [Test]
    public Task The_header_that_chooses_a_key_is_allowed() => Allows(Service("""
        public string KeyOf(string token) => new JwtSecurityTokenHandler().ReadJwtToken(token).Header.Kid;

        public string SchemeOf(string token)
        {
            var jwt = new JsonWebToken(token);
            return jwt.Issuer == "https://one.example" ? "One" : "Two";
        }
        """));

    [Test]
    public Task An_action_behind_the_framework_is_allowed() => Allows("""
        using System.IdentityModel.Tokens.Jwt;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;

        [ApiController, Route("me"), Authorize]
        public sealed class MeController : ControllerBase
        {
            [HttpGet]
            public string Get()
            {
                var token = Request.Headers["Authorization"].ToString().Substring(7);
                return new JwtSecurityTokenHandler().ReadJwtToken(token).Subject;
            }
        }
        """);

    [TestCase("public override Task TokenValidated(TokenValidatedContext context)", TestName = "An override")]
    [TestCase("public Task CheckScopeAsync(TokenValidatedContext context)", TestName = "A method that is named")]
    public Task A_token_that_the_framework_hands_on_is_allowed(string head) =>
        Allows(Events(head, "new JwtSecurityTokenHandler().ReadJwtToken(Raw(context.HttpContext))"));

    [TestCase("public override Task MessageReceived(MessageReceivedContext context)", TestName = "Before that")]
    [TestCase("public Task CheckScopeAsync(AuthenticationFailedContext context)", TestName = "When that failed")]
    public Task A_token_that_it_has_not_validated_is_flagged(string head) =>
        Flags(Events(head, "[|new JwtSecurityTokenHandler().ReadJwtToken(Raw(context.HttpContext))|]"));

    private static string Events(string head, string read) => $$"""
        using System.IdentityModel.Tokens.Jwt;
        using Microsoft.AspNetCore.Authentication.JwtBearer;
        using Microsoft.AspNetCore.Http;

        public sealed class Events : JwtBearerEvents
        {
            {{head}}
            {
                var token = {{read}};
                if (!token.Claims.Any(claim => claim.Type == "scope" && claim.Value == "orders")) context.Fail("scope");
                return Task.CompletedTask;
            }
            private static string Raw(HttpContext http) => http.Items["raw"]!.ToString()!;
        }
        """;

    [Test]
    public Task A_token_that_a_caller_has_validated_is_allowed() => Allows(Service("""
        public bool MayOrder(string token)
        {
            if (!ValidateToken(token)) return false;
            return ScopeOf(token) == "orders";
        }
        private bool ValidateToken(string token) => token.Length > 0;
        private static string ScopeOf(string token) => new JwtSecurityTokenHandler().ReadJwtToken(token).Claims.First(c => c.Type == "scope").Value;
        """));

    [Test]
    public Task A_token_that_no_caller_has_validated_is_flagged() => Flags(Service("""
        public bool MayOrder(string token) => ScopeOf(token) == "orders";
        private static string ScopeOf(string token) => [|new JwtSecurityTokenHandler().ReadJwtToken(token)|].Claims.First(c => c.Type == "scope").Value;
        """));

    [Test]
    public Task A_token_that_all_callers_were_issued_is_allowed() => Allows(Handed(
        "(await context.GetTokenAsync(\"id_token\"))!", "new JwtSecurityTokenHandler().ReadJwtToken(token)"));

    [TestCase("new JwtSecurityTokenHandler().WriteToken(new JwtSecurityToken())", TestName = "By the library")]
    [TestCase("Made()", TestName = "By a method")]
    [TestCase("await MadeLaterAsync()", TestName = "By a method that is awaited")]
    public Task A_token_that_all_callers_have_made(string token) => Allows(Handed(
        token, "new JwtSecurityTokenHandler().ReadJwtToken(token)"));

    [Test]
    public Task A_token_that_a_method_was_given() =>
        Flags(Handed("Given(context)", "[|new JwtSecurityTokenHandler().ReadJwtToken(token)|]"));

    [Test]
    public Task A_token_that_a_caller_took_from_the_query_is_flagged() =>
        Flags(Handed("context.Request.Query[\"t\"]!", "[|new JwtSecurityTokenHandler().ReadJwtToken(token)|]"));

    private static string Handed(string token, string read) => $$"""
        using System.IdentityModel.Tokens.Jwt;
        using Microsoft.AspNetCore.Authentication;
        using Microsoft.AspNetCore.Http;

        public static class Subjects
        {
            public static string Of(string token) => {{read}}.Subject;
        }

        public sealed class Sessions
        {
            public async Task<string?> SessionOf(HttpContext context)
            {
                await Task.Yield();
                string token = {{token}};
                return Subjects.Of(token);
            }
            private static string Made() => new JwtSecurityTokenHandler().WriteToken(new JwtSecurityToken());
            private static Task<string> MadeLaterAsync()
            {
                var token = new JwtSecurityToken(issuer: "shop");
                return Task.FromResult(new JwtSecurityTokenHandler().WriteToken(token));
            }
            private static string Given(HttpContext context) => context.Request.Query["t"]!;
        }
        """;

    [Test]
    public Task A_token_that_the_framework_keeps_is_allowed() => Allows("""
        using System.IdentityModel.Tokens.Jwt;
        using Microsoft.AspNetCore.Authentication;
        using Microsoft.AspNetCore.Http;

        public sealed class Sessions
        {
            public async Task<string?> SessionOf(HttpContext context)
            {
                var token = await context.GetTokenAsync("id_token");
                return new JwtSecurityTokenHandler().ReadJwtToken(token).Subject;
            }
        }
        """);

    [Test]
    public Task The_header_of_an_application_that_validates_bearer_tokens_is_allowed() => Allows("""
        using System.IdentityModel.Tokens.Jwt;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddJwtBearer();
        builder.Services.AddHttpContextAccessor();
        builder.Build().Run();

        public sealed class CurrentUser
        {
            private readonly IHttpContextAccessor _accessor;

            public CurrentUser(IHttpContextAccessor accessor) => _accessor = accessor;

            public string Id
            {
                get
                {
                    var header = _accessor.HttpContext!.Request.Headers["Authorization"].ToString();
                    return new JwtSecurityTokenHandler().ReadJwtToken(header.Substring(7)).Subject;
                }
            }
        }
        """);

    [Test]
    public Task A_user_interface_that_shows_its_own_token_is_allowed() => Allows("""
        using System.IdentityModel.Tokens.Jwt;
        using System.Security.Claims;

        public abstract class AuthenticationStateProvider { }

        public sealed class TokenStateProvider : AuthenticationStateProvider
        {
            public ClaimsPrincipal PrincipalOf(string token)
            {
                var jwt = new JwtSecurityTokenHandler().ReadJwtToken(token);
                return new ClaimsPrincipal(new ClaimsIdentity(jwt.Claims, "jwt"));
            }
        }
        """);

    [Test]
    public Task A_token_that_is_only_shown_is_allowed() => Allows("""
        using System.IdentityModel.Tokens.Jwt;

        var jwt = new JwtSecurityTokenHandler().ReadJwtToken(args[0]);
        Console.WriteLine(jwt.Subject);
        foreach (var claim in jwt.Claims) Console.WriteLine($"{claim.Type}: {claim.Value}");
        """);

    [Test]
    public Task A_signature_validator_that_parses_is_another_rules_business() => Allows("""
        using System.IdentityModel.Tokens.Jwt;
        using Microsoft.IdentityModel.Tokens;

        public static class Setup
        {
            public static void Fill(TokenValidationParameters parameters) => parameters.SignatureValidator = (token, _) => new JwtSecurityToken(token);
        }
        """);

    [Test]
    public Task A_token_that_is_written_is_allowed() => Allows(Service("""
        public string Issue(string user)
        {
            var jwt = new JwtSecurityToken("shop", "shop", new[] { new Claim("sub", user) });
            return new JwtSecurityTokenHandler().WriteToken(jwt);
        }
        """));

    [Test]
    public Task A_token_that_is_parsed_for_somebody_else_is_allowed() => Allows(Service("""
        public JwtSecurityToken Parse(string token) => new JwtSecurityTokenHandler().ReadJwtToken(token);

        public bool CanRead(string token) => new JwtSecurityTokenHandler().CanReadToken(token);
        """));

    [Test]
    public Task Another_text_decoded_is_allowed() => Allows(Service("""
        public string Decode(string text)
        {
            var part = text.Split(',')[1];
            return Encoding.UTF8.GetString(Convert.FromBase64String(part));
        }

        public bool IsPdf(string text) => Convert.FromBase64String(text)[0] == 37;
        """));

    [Test]
    public Task A_token_that_is_logged_and_sent_on_is_allowed() => Allows("""
        using System.IdentityModel.Tokens.Jwt;
        using Microsoft.Extensions.Logging;

        public sealed class Client
        {
            private readonly ILogger<Client> _logger;

            public Client(ILogger<Client> logger) => _logger = logger;

            public async Task Call(HttpClient http, string token)
            {
                var jwt = new JwtSecurityTokenHandler().ReadJwtToken(token);
                _logger.LogInformation("Calling as {Subject}", jwt.Subject);
                await http.GetAsync("/orders");
            }
        }
        """);

    [Test]
    public Task A_method_that_reads_something_else_is_allowed() => Allows("""
        public sealed class Lexer
        {
            private int _position;

            public string ReadToken(string text) => text.Split(' ')[_position++];

            public bool IsKeyword(string text)
            {
                var token = ReadToken(text);
                if (token == "if") return true;
                return false;
            }
        }
        """);

    private static string Service(string members) => $$"""
        using System.IdentityModel.Tokens.Jwt;
        using System.Security.Claims;
        using System.Text;
        using System.Text.Json;
        using Microsoft.IdentityModel.JsonWebTokens;
        using Microsoft.IdentityModel.Tokens;

        public sealed class TokenReader
        {
            {{members.ReplaceLineEndings("\n    ")}}
        }
        """;
}
