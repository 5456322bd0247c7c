using AiAwareAnalyzers.AuthScope;

namespace AiAwareAnalyzers.Tests.AuthScope;

public sealed class TokenWithoutScopeTests : RuleTests<TokenWithoutScope>
{
    private protected override ReferenceSet Framework => References.Authentication;

    [Test]
    public Task A_token_that_is_only_valid_opens_a_delete() => Flags(Service("""
        public void Delete(string token, int id)
        {
            [|_handler.ValidateToken(token, _parameters, out _)|];
            _orders.DeleteOrder(id);
        }
        """));

    [Test]
    public Task A_principal_that_is_asked_for_its_name_only_is_flagged() => Flags(Service("""
        public void Cancel(string token, int id)
        {
            var principal = [|_handler.ValidateToken(token, _parameters, out var validated)|];
            var user = principal.FindFirst("sub")?.Value;
            _orders.CancelOrder(id, user);
        }
        """));

    [Test]
    public Task A_write_of_the_database_is_flagged() => Flags(Service("""
        public void Remove(string token, int id)
        {
            var principal = [|_handler.ValidateToken(token, _parameters, out _)|];
            if (principal.Identity?.IsAuthenticated != true) return;
            _orders.SaveChanges();
        }
        """));

    [Test]
    public Task The_newer_handler_is_flagged() => Flags(Service("""
        public void Refund(string token, int id)
        {
            var result = [|new JsonWebTokenHandler().ValidateToken(token, _parameters)|];
            if (!result.IsValid) throw new UnauthorizedAccessException();
            _orders.RefundOrder(id);
        }
        """));

    [Test]
    public Task A_validation_under_try_is_flagged() => Flags(Service("""
        public bool Publish(string token, int id)
        {
            try
            {
                [|_handler.ValidateToken(token, _parameters, out _)|];
            }
            catch (SecurityTokenException)
            {
                return false;
            }

            _orders.PublishOrder(id);
            return true;
        }
        """));

    [Test]
    public Task A_switched_off_audience_is_no_look_at_it() => Flags(Service("""
        public void Delete(string token, int id)
        {
            var parameters = new TokenValidationParameters { ValidIssuer = "shop", ValidateAudience = false };
            [|_handler.ValidateToken(token, parameters, out _)|];
            _orders.DeleteOrder(id);
        }
        """));

    [Test]
    public Task An_action_that_changes_data_is_flagged() => Flags("""
        using System.IdentityModel.Tokens.Jwt;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.IdentityModel.Tokens;

        [ApiController, Route("orders")]
        public sealed class OrdersController : ControllerBase
        {
            private readonly TokenValidationParameters _parameters = new() { ValidIssuer = "shop" };

            [HttpDelete("{id}")]
            public IActionResult Delete(int id)
            {
                var token = Request.Headers["Authorization"].ToString().Substring(7);
                [|new JwtSecurityTokenHandler().ValidateToken(token, _parameters, out _)|];
                return NoContent();
            }
        }
        """);

    [Test]
    public Task A_route_that_changes_data_is_flagged() => Flags("""
        using System.IdentityModel.Tokens.Jwt;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.IdentityModel.Tokens;

        var app = WebApplication.Create(args);
        var parameters = new TokenValidationParameters { ValidIssuer = "shop" };
        app.MapPost("/orders", (HttpRequest request) =>
        {
            try
            {
                [|new JwtSecurityTokenHandler().ValidateToken(request.Headers.Authorization, parameters, out _)|];
                return Results.Ok();
            }
            catch (SecurityTokenException)
            {
                return Results.Unauthorized();
            }
        });
        app.Run();
        """);

    [Test]
    public Task A_callee_that_does_not_look_either_is_flagged() => Flags(Service("""
        public void Ship(string token, int id)
        {
            [|_handler.ValidateToken(token, _parameters, out _)|];
            Note(id);
            _orders.ShipOrder(id);
        }

        private static void Note(int id) => Console.WriteLine(id);
        """));

    [Test]
    public Task A_handler_called_through_its_interface_is_flagged() => Flags(Service("""
        public void Approve(ISecurityTokenValidator validator, string token, int id)
        {
            [|validator.ValidateToken(token, _parameters, out _)|];
            _orders.ApproveOrder(id);
        }
        """));

    [Test]
    public Task A_local_function_is_flagged() => Flags("""
        using System.IdentityModel.Tokens.Jwt;
        using Microsoft.IdentityModel.Tokens;

        Import(args[0], new TokenValidationParameters());

        static void Import(string token, TokenValidationParameters parameters)
        {
            [|new JwtSecurityTokenHandler().ValidateToken(token, parameters, out _)|];
            File.Delete("orders.txt");
        }
        """);

    [Test]
    public Task A_validation_in_a_condition_is_flagged() => Flags(Service("""
        public void Archive(string token, int id)
        {
            if ([|_handler.ValidateToken(token, _parameters, out _)|] != null) _orders.ArchiveOrder(id);
        }
        """));

    [Test]
    public Task The_message_names_the_write() => Says(
        Service("""
            public void Delete(string token, int id)
            {
                [|_handler.ValidateToken(token, _parameters, out _)|];
                _orders.DeleteOrder(id);
            }
            """),
        "'ValidateToken' accepts every valid token for 'DeleteOrder', which changes data, without checking its scope, "
        + "role or audience; compare one of them first");

    [Test]
    public Task A_scope_that_is_compared_is_allowed() => Allows(Service("""
        public void Delete(string token, int id)
        {
            var principal = _handler.ValidateToken(token, _parameters, out _);
            if (!principal.HasClaim("scope", "orders")) throw new UnauthorizedAccessException();
            _orders.DeleteOrder(id);
        }
        """));

    [Test]
    public Task A_role_that_is_asked_for_is_allowed() => Allows(Service("""
        public void Delete(string token, int id)
        {
            if (!_handler.ValidateToken(token, _parameters, out _).IsInRole("Clerk")) return;
            _orders.DeleteOrder(id);
        }
        """));

    [Test]
    public Task The_claim_scp_is_a_scope() => Allows(Service("""
        public void Delete(string token, int id)
        {
            var principal = _handler.ValidateToken(token, _parameters, out _);
            var granted = principal.FindFirst("scp")?.Value.Split(' ') ?? Array.Empty<string>();
            if (granted.Contains("orders")) _orders.DeleteOrder(id);
        }
        """));

    [Test]
    public Task An_audience_that_is_named_is_allowed() => Allows(Service("""
        public void Delete(string token, int id)
        {
            var parameters = new TokenValidationParameters { ValidIssuer = "shop", ValidAudience = "orders" };
            _handler.ValidateToken(token, parameters, out _);
            _orders.DeleteOrder(id);
        }
        """));

    [Test]
    public Task A_method_of_the_project_that_looks_is_allowed() => Allows(Service("""
        public void Delete(string token, int id)
        {
            var principal = _handler.ValidateToken(token, _parameters, out _);
            Check(principal);
            _orders.DeleteOrder(id);
        }

        private static void Check(ClaimsPrincipal principal)
        {
            if (!principal.IsInRole("Clerk")) throw new UnauthorizedAccessException();
        }
        """));

    [Test]
    public Task A_method_that_makes_the_parameters_is_looked_into() => Allows(Service("""
        public void Delete(string token, int id)
        {
            _handler.ValidateToken(token, Parameters(), out _);
            _orders.DeleteOrder(id);
        }

        private static TokenValidationParameters Parameters() => new() { ValidAudience = "orders" };
        """));

    [Test]
    public Task A_read_is_allowed() => Allows(Service("""
        public string Get(string token, int id)
        {
            _handler.ValidateToken(token, _parameters, out _);
            return _orders.GetOrder(id);
        }
        """));

    [Test]
    public Task An_identity_for_others_to_judge_is_allowed() => Allows(Service("""
        public ClaimsPrincipal PrincipalOf(string token) => _handler.ValidateToken(token, _parameters, out _);
        """));

    [Test]
    public Task Middleware_that_sets_the_user_is_allowed() => Allows("""
        using System.IdentityModel.Tokens.Jwt;
        using Microsoft.AspNetCore.Http;
        using Microsoft.IdentityModel.Tokens;

        public sealed class TokenMiddleware
        {
            private readonly RequestDelegate _next;
            private readonly TokenValidationParameters _parameters = new();

            public TokenMiddleware(RequestDelegate next) => _next = next;

            public async Task InvokeAsync(HttpContext context)
            {
                context.User = new JwtSecurityTokenHandler().ValidateToken(context.Request.Headers.Authorization, _parameters, out _);
                await _next(context);
            }
        }
        """);

    [Test]
    public Task A_token_made_for_one_thing_is_allowed() => Allows(Service("""
        public void ConfirmEmail(string token)
        {
            var principal = _handler.ValidateToken(token, _parameters, out _);
            _orders.SaveChanges();
        }

        public void RefreshSession(string token)
        {
            _handler.ValidateToken(token, _parameters, out _);
            _orders.UpdateOrder(1);
        }

        public void Unsubscribe(string token)
        {
            _handler.ValidateToken(token, _parameters, out _);
            _orders.DeleteOrder(1);
        }
        """));

    [Test]
    public Task A_purpose_that_is_compared_is_allowed() => Allows(Service("""
        public void Delete(string token, int id)
        {
            var principal = _handler.ValidateToken(token, _parameters, out _);
            if (!principal.HasClaim("purpose", "delete-order")) return;
            _orders.DeleteOrder(id);
        }
        """));

    [Test]
    public Task A_write_before_the_validation_is_not_opened_by_it() => Allows(Service("""
        public ClaimsPrincipal Read(string token)
        {
            _orders.UpdateOrder(1);
            return _handler.ValidateToken(token, _parameters, out _);
        }
        """));

    [Test]
    public Task A_list_of_claims_is_no_data() => Allows(Service("""
        public List<Claim> ClaimsOf(string token)
        {
            var claims = new List<Claim>();
            foreach (var claim in _handler.ValidateToken(token, _parameters, out _).Claims) claims.Add(claim);
            claims.Clear();
            return claims;
        }
        """));

    [Test]
    public Task An_action_that_reads_is_allowed() => Allows("""
        using System.IdentityModel.Tokens.Jwt;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.IdentityModel.Tokens;

        [ApiController, Route("orders")]
        public sealed class OrdersController : ControllerBase
        {
            [HttpGet("{id}")]
            public IActionResult Get(int id, string token)
            {
                new JwtSecurityTokenHandler().ValidateToken(token, new TokenValidationParameters(), out _);
                return Ok(id);
            }
        }
        """);

    [Test]
    public Task Another_validation_is_allowed() => Allows("""
        public sealed class Captcha
        {
            public bool ValidateToken(string token) => token.Length == 6;

            public void Delete(string token)
            {
                if (ValidateToken(token)) DeleteOrder();
            }

            private void DeleteOrder() { }
        }
        """);

    private static string Service(string members) => $$"""
        using System.IdentityModel.Tokens.Jwt;
        using System.Security.Claims;
        using Microsoft.IdentityModel.JsonWebTokens;
        using Microsoft.IdentityModel.Tokens;

        public interface IOrders
        {
            string GetOrder(int id);
            void ApproveOrder(int id);
            void ArchiveOrder(int id);
            void CancelOrder(int id, string? user);
            void DeleteOrder(int id);
            void PublishOrder(int id);
            void RefundOrder(int id);
            void ShipOrder(int id);
            void UpdateOrder(int id);
            void SaveChanges();
        }

        public sealed class OrderService
        {
            private readonly JwtSecurityTokenHandler _handler = new();
            private readonly TokenValidationParameters _parameters;
            private readonly IOrders _orders;

            public OrderService(TokenValidationParameters parameters, IOrders orders)
            {
                _parameters = parameters;
                _orders = orders;
            }

            {{members.ReplaceLineEndings("\n    ")}}
        }
        """;
}
