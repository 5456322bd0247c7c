using AiAwareAnalyzers.AuthScope;

namespace AiAwareAnalyzers.Tests.AuthScope;

public sealed class ScopeBySubstringTests : RuleTests<ScopeBySubstring, ScopeBySubstringFix>
{
    private protected override ReferenceSet Framework => References.Authentication;

    [Test]
    public Task The_claim_of_a_token_searched_in_a_handler_is_flagged() => Flags("""
        using System.Security.Claims;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        var app = WebApplication.Create(args);
        app.MapDelete("/orders/{id}", (int id, ClaimsPrincipal user) =>
        {
            if (![|user.FindFirst("scope")!.Value.Contains("orders.write")|]) return Results.Forbid();
            return Results.NoContent();
        });
        app.Run();
        """);

    [Test]
    public Task A_claim_that_may_be_missing_is_flagged() => Flags(Controller("""
        var isAllowed = User.FindFirst("scp")?[|.Value.Contains("write")|] ?? false;
        return isAllowed ? NoContent() : Forbid();
        """));

    [Test]
    public Task A_claim_followed_through_a_local_is_flagged() => Flags(Controller("""
        var granted = User.FindFirstValue("scope") ?? "";
        if ([|granted.Contains("write")|]) return NoContent();
        return Forbid();
        """));

    [Test]
    public Task A_claim_found_by_its_type_is_flagged() => Flags(Controller("""
        var claim = User.Claims.FirstOrDefault(c => c.Type == "http://schemas.microsoft.com/identity/claims/scope");
        if (claim is null || ![|claim.Value.Contains("write", StringComparison.OrdinalIgnoreCase)|]) return Forbid();
        return NoContent();
        """));

    [Test]
    public Task A_claim_looked_at_in_a_predicate_is_flagged() => Flags(Controller("""
        if (!User.HasClaim(c => c.Type == "scope" && [|c.Value.Contains("write")|])) return Forbid();
        return NoContent();
        """));

    [Test]
    public Task A_claim_of_a_loop_is_flagged() => Flags(Controller("""
        foreach (var claim in User.Claims)
        {
            if (claim.Type == "scp" && [|claim.Value.IndexOf("write")|] >= 0) return NoContent();
        }
        return Forbid();
        """));

    [Test]
    public Task A_role_claim_named_by_a_constant_of_the_framework_is_flagged() => Flags(Controller("""
        if (!([|User.FindFirstValue(ClaimTypes.Role)!.Contains("Admin")|])) return Forbid();
        return NoContent();
        """));

    [Test]
    public Task Lower_case_does_not_make_a_search_whole() => Flags(Controller("""
        var scopes = User.FindFirstValue("scope");
        if (scopes == null || ![|scopes.ToLower().Contains("write")|]) return Forbid();
        return NoContent();
        """));

    [Test]
    public Task A_list_joined_to_be_searched_is_flagged() => Flags(Controller("""
        var roles = User.FindAll(ClaimTypes.Role).Select(c => c.Value);
        if (![|string.Join(",", roles).Contains("admin")|]) return Forbid();
        return NoContent();
        """));

    [Test]
    public Task A_pattern_without_anchors_is_flagged() => Flags(Controller("""
        var scope = User.FindFirstValue("scope") ?? "";
        if (![|System.Text.RegularExpressions.Regex.IsMatch(scope, "orders.write")|]) return Forbid();
        return NoContent();
        """));

    [Test]
    public Task A_text_is_known_by_its_name() => Flags("""
        public sealed record AccessToken(string Subject, string Scopes);

        public sealed class Gate
        {
            public bool CanWrite(AccessToken token) => [|token.Scopes.Contains("write")|];

            public bool CanRefund(string permissions) => [|permissions.Contains("refund")|];
        }
        """);

    [Test]
    public Task The_beginning_of_a_scope_text_is_flagged() => Flags("""
        public sealed class Gate
        {
            public bool CanWrite(string scope) => [|scope.StartsWith("write")|];
        }
        """);

    [Test]
    public Task A_required_scope_is_as_much_a_demand_as_a_literal() => Flags("""
        using Microsoft.AspNetCore.Authorization;

        public sealed class ScopeRequirement : IAuthorizationRequirement
        {
            public string RequiredScope { get; set; } = "";
        }

        public sealed class ScopeHandler : AuthorizationHandler<ScopeRequirement>
        {
            protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
            {
                var scope = context.User.FindFirst("scope");
                if (scope != null && [|scope.Value.Contains(requirement.RequiredScope)|]) context.Succeed(requirement);
                return Task.CompletedTask;
            }
        }
        """);

    [Test]
    public Task A_part_of_one_role_of_a_list_is_flagged() => Flags("""
        public sealed class Gate
        {
            public bool IsAdmin(IEnumerable<string> roles) => roles.Any(role => [|role.Contains("admin")|]);
        }
        """);

    [Test]
    public Task A_member_of_the_type_is_looked_into() => Flags("""
        using System.Security.Claims;

        public sealed class Gate
        {
            private readonly ClaimsPrincipal _user;

            public Gate(ClaimsPrincipal user) => _user = user;

            private string Granted => _user.FindFirst("scope")?.Value ?? "";

            public bool CanWrite => [|Granted.Contains("write")|];
        }
        """);

    [Test]
    public Task The_message_says_what_else_would_pass() => Says(
        Controller("""
            var scope = User.FindFirstValue("scope") ?? "";
            return [|scope.Contains("write")|] ? NoContent() : Forbid();
            """),
        """'scope.Contains("write")' also accepts every longer name that contains "write"; split the text on spaces and compare whole values""");

    [Test]
    public Task A_list_is_asked_for_a_whole_value() => Allows(Controller("""
        var roles = User.FindAll(ClaimTypes.Role).Select(c => c.Value).ToList();
        string[] scopes = User.FindFirstValue("scope")!.Split(' ');
        if (!roles.Contains("admin") && !scopes.Contains("write")) return Forbid();
        return NoContent();
        """));

    [Test]
    public Task A_set_of_scopes_is_asked_for_a_whole_value() => Allows("""
        public sealed class Gate
        {
            private readonly HashSet<string> _scopes = new();

            public bool CanWrite(string scope) => _scopes.Contains(scope);
        }
        """);

    [Test]
    public Task A_text_split_and_compared_is_allowed() => Allows(Controller("""
        var granted = User.FindFirstValue("scope")?.Split(' ') ?? Array.Empty<string>();
        return granted.Any(scope => scope == "write") ? NoContent() : Forbid();
        """));

    [Test]
    public Task The_framework_compares_whole_values() => Allows(Controller("""
        if (!User.IsInRole("Admin") && !User.HasClaim("scope", "write")) return Forbid();
        return NoContent();
        """));

    [Test]
    public Task Another_claim_is_allowed() => Allows(Controller("""
        if (!User.FindFirstValue(ClaimTypes.Email)!.Contains("@example.org")) return Forbid();
        return NoContent();
        """));

    [Test]
    public Task A_separator_is_no_name() => Allows("""
        public sealed class Gate
        {
            public bool HasSeveral(string scope) => scope.Contains(" ");

            public bool IsQualified(string permission) => permission.Contains(':') || permission.IndexOf('.') >= 0;

            public bool IsUrl(string scope) => scope.StartsWith("api://");
        }
        """);

    [Test]
    public Task The_prefix_of_one_permission_is_allowed() => Allows("""
        public sealed class Menu
        {
            public IEnumerable<string> OfOrders(IEnumerable<string> permissions) => permissions.Where(permission => permission.StartsWith("orders"));
        }
        """);

    [Test]
    public Task A_search_for_what_somebody_typed_is_allowed() => Allows("""
        public sealed class RoleList
        {
            private readonly List<string> _roles = new();

            public IEnumerable<string> Find(string text) => _roles.Where(role => role.Contains(text, StringComparison.OrdinalIgnoreCase));
        }
        """);

    [Test]
    public Task A_search_in_the_database_is_allowed() => Allows("""
        using Microsoft.EntityFrameworkCore;

        public sealed class User
        {
            public int Id { get; set; }
            public string Role { get; set; } = "";
        }

        public sealed class Users : DbContext
        {
            public DbSet<User> All => Set<User>();

            public Task<List<User>> Staff() => All.Where(user => user.Role.Contains("staff")).ToListAsync();
        }
        """);

    [Test]
    public Task The_name_of_a_role_is_a_name() => Allows("""
        public sealed record Role(string Name);

        public sealed class Menu
        {
            public bool IsTemporary(Role role, string roleName) => role.Name.Contains("temp") || roleName.Contains("temp");
        }
        """);

    [Test]
    public Task A_pattern_with_word_boundaries_is_allowed() => Allows(Controller("""
        var scope = User.FindFirstValue("scope") ?? "";
        return System.Text.RegularExpressions.Regex.IsMatch(scope, @"(^|\s)write($|\s)") ? NoContent() : Forbid();
        """));

    [Test]
    public Task A_position_used_to_cut_a_text_is_allowed() => Allows("""
        public sealed class Parser
        {
            public string After(string scope)
            {
                var start = scope.IndexOf("write");
                return scope.Substring(start);
            }
        }
        """);

    [Test]
    public Task A_scope_of_another_kind_is_allowed() => Allows("""
        public sealed class Scope
        {
            private readonly List<string> _names = new();
            public bool Contains(string name) => _names.Contains(name);
        }

        public sealed class Compiler
        {
            public bool IsDeclared(Scope scope) => scope.Contains("name");
        }
        """);

    [Test]
    public Task A_setting_is_not_the_scope_of_a_token() => Allows("""
        using Microsoft.Extensions.Configuration;

        public sealed class Setup
        {
            public bool IsInternal(IConfiguration configuration) => configuration["Audience:Url"]!.Contains("internal");
        }
        """);

    [Test]
    public Task Words_padded_with_blanks_are_compared_whole() => Allows(Controller("""
        var scope = User.FindFirstValue("scope") ?? "";
        return $" {scope} ".Contains(" write ") ? NoContent() : Forbid();
        """));

    [Test]
    public Task Equality_of_the_whole_text_is_allowed() => Allows("""
        public sealed class Gate
        {
            public bool IsAdmin(string role) => string.Equals(role, "admin", StringComparison.Ordinal) || role == "owner";
        }
        """);

    [Test]
    public Task A_scope_text_is_split() => Fixes(
        Controller("""
            var granted = User.FindFirstValue("scope") ?? "";
            return [|granted.Contains("write")|] ? NoContent() : Forbid(); // who may write
            """),
        Controller("""
            var granted = User.FindFirstValue("scope") ?? "";
            return granted.Split(' ').Contains("write", StringComparer.Ordinal) ? NoContent() : Forbid(); // who may write
            """));

    [Test]
    public Task A_claim_that_may_be_missing_is_split_where_it_is() => Fixes(
        Controller("""
            var mayWrite = User.FindFirst("scp")?[|.Value.Contains("write", StringComparison.OrdinalIgnoreCase)|] ?? false;
            return mayWrite ? NoContent() : Forbid();
            """),
        Controller("""
            var mayWrite = User.FindFirst("scp")?.Value.Split(' ').Contains("write", StringComparer.Ordinal) ?? false;
            return mayWrite ? NoContent() : Forbid();
            """));

    [Test]
    public Task A_text_called_under_a_question_mark_is_split() => Fixes(
        """
        public sealed class Gate
        {
            public bool CanWrite(string? scope) => scope?[|.Contains("write")|] == true;
        }
        """,
        """
        public sealed class Gate
        {
            public bool CanWrite(string? scope) => scope?.Split(' ').Contains("write", StringComparer.Ordinal) == true;
        }
        """);

    [Test]
    public Task A_comparison_of_the_position_becomes_a_question() => Fixes(
        """
        public sealed class Gate
        {
            public bool CanWrite(string scope) => [|scope.ToLowerInvariant().IndexOf("write")|] >= 0;

            public bool CannotRead(string scope) => [|scope.IndexOf("read")|] == -1;
        }
        """,
        """
        public sealed class Gate
        {
            public bool CanWrite(string scope) => scope.Split(' ').Contains("write", StringComparer.Ordinal);

            public bool CannotRead(string scope) => !scope.Split(' ').Contains("read", StringComparer.Ordinal);
        }
        """);

    [Test]
    public Task A_list_that_was_joined_is_asked_itself() => Fixes(
        """
        public sealed class Gate
        {
            public bool IsAdmin(IReadOnlyList<string> roles) => [|string.Join(" ", roles).Contains("admin")|];
        }
        """,
        """
        public sealed class Gate
        {
            public bool IsAdmin(IReadOnlyList<string> roles) => roles.Contains("admin", StringComparer.Ordinal);
        }
        """);

    [Test]
    public Task One_value_is_compared() => Fixes(
        """
        public sealed class Gate
        {
            public bool IsAdmin(IEnumerable<string> roles) => roles.Any(role => [|role.Contains("admin")|]);

            public bool IsGuest(IEnumerable<string> roles) => roles.All(role => ![|role.Contains("member")|]);
        }
        """,
        """
        public sealed class Gate
        {
            public bool IsAdmin(IEnumerable<string> roles) => roles.Any(role => role == "admin");

            public bool IsGuest(IEnumerable<string> roles) => roles.All(role => !(role == "member"));
        }
        """);

    [Test]
    public Task A_text_whose_separator_is_unknown_is_left_to_its_author() => OffersNoFix("""
        public sealed class Gate
        {
            public bool CanRefund(string permissions) => [|permissions.Contains("refund")|];
        }
        """);

    /// <summary>A controller that decides by the claims of its caller.</summary>
    private static string Controller(string body) => $$"""
        using System.Security.Claims;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;

        [ApiController]
        [Authorize]
        [Route("orders")]
        public sealed class OrdersController : ControllerBase
        {
            [HttpDelete("{id}")]
            public IActionResult Delete(int id)
            {
                {{body.ReplaceLineEndings("\n        ")}}
            }
        }
        """;

    [TestCase("return parts.Any(part => part.Role.Contains(\"lead\"));", TestName = "Asked by a lambda")]
    [TestCase("foreach (var part in parts) if (part.Role.Contains(\"lead\")) return true; return false;",
        TestName = "Asked in a loop")]
    public Task The_role_of_a_thing_in_a_list_is_fine(string code) => Allows(Cast(code));

    [TestCase("return memberships.Any(part => [|part.Role.Contains(\"lead\")|]);", TestName = "Of a membership")]
    [TestCase("return [|caller.Role.Contains(\"lead\")|];", TestName = "Of the caller")]
    public Task The_role_of_somebody_is_flagged(string code) => Flags(Cast(code));

    private static string Cast(string code) => $$"""
        public class Part { public string Role { get; set; } = ""; }
        public class Play
        {
            public bool HasLead(List<Part> parts, List<Part> memberships, Part caller) { {{code}} }
        }
        """;
}
