using AiAwareAnalyzers.AuthScope;

namespace AiAwareAnalyzers.Tests.AuthScope;

public sealed class UnlimitedGuessingTests : RuleTests<UnlimitedGuessing, UnlimitedGuessingFix>
{
    private protected override ReferenceSet Framework => References.Authentication;

    private const string Refuse = "return Unauthorized();";

    [TestCase("if (!await [|users.CheckPasswordAsync(user, password)|]) REFUSE return Ok(tokens.CreateToken(user));",
        TestName = "A token")]
    [TestCase("var fits = await [|users.CheckPasswordAsync(user, password)|]; if (!fits) REFUSE "
        + "var jwt = tokens.GenerateJwt(user); return Ok(jwt);", TestName = "A JWT behind a local")]
    [TestCase("if (await [|users.CheckPasswordAsync(user, password)|]) await signIn.SignInAsync(user, true); "
        + "return Ok();",
        TestName = "A sign-in")]
    [TestCase("if (!await [|users.CheckPasswordAsync(user, password)|]) REFUSE "
        + "await HttpContext.SignInAsync(new ClaimsPrincipal()); return Ok();", TestName = "A cookie")]
    [TestCase("if (!await [|users.CheckPasswordAsync(user, password)|]) REFUSE "
        + "var made = new JwtSecurityToken(); return Ok(new JwtSecurityTokenHandler().WriteToken(made));",
        TestName = "A token made in place")]
    [TestCase("if ([|hasher.VerifyHashedPassword(user, user.PasswordHash!, password)|] == "
        + "PasswordVerificationResult.Failed) REFUSE "
        + "return Ok(tokens.CreateToken(user));", TestName = "A hash")]
    [TestCase("if (![|BCrypt.Verify(password, user.PasswordHash!)|]) REFUSE return Ok(tokens.CreateToken(user));",
        TestName = "Another hash")]
    [TestCase("if (![|tokens.VerifyPassword(password, user.PasswordHash!)|]) REFUSE return "
        + "Ok(tokens.CreateToken(user));",
        TestName = "A method of the program")]
    [TestCase("if (!await [|tokens.ValidateUserPasswordAsync(user, password)|]) REFUSE return "
        + "Ok(tokens.CreateToken(user));",
        TestName = "An asynchronous method of the program")]
    [TestCase("var result = await signIn.PasswordSignInAsync(user, password, true, [|lockoutOnFailure: false|]); "
        + "return Ok(result);",
        TestName = "Failures that are not counted")]
    [TestCase("var result = await signIn.PasswordSignInAsync(\"ada\", password, true, [|false|]); return Ok(result);",
        TestName = "Without the name of the argument")]
    [TestCase("var result = await signIn.CheckPasswordSignInAsync(user, password, [|false|]); return Ok(result);",
        TestName = "A check that is not counted")]
    [TestCase("var result = await ours.PasswordSignInAsync(\"ada\", password, [|lockoutOnFailure: false|]); "
        + "return Ok(result);",
        TestName = "A wrapper of the program")]
    public Task A_password_may_be_tried_for_ever(string code) => Flags(Login(code));

    [TestCase("if (!await users.CheckPasswordAsync(user, password)) { await users.AccessFailedAsync(user); REFUSE } "
        + "return Ok(tokens.CreateToken(user));", TestName = "Failures are counted")]
    [TestCase("if (user.LockoutEnd > DateTimeOffset.UtcNow || !await users.CheckPasswordAsync(user, password)) REFUSE "
        + "return Ok(tokens.CreateToken(user));", TestName = "A lock is looked at")]
    [TestCase("var result = await signIn.PasswordSignInAsync(user, password, true, lockoutOnFailure: true); "
        + "return Ok(result);",
        TestName = "A sign-in that counts")]
    [TestCase("var result = await signIn.PasswordSignInAsync(user, password, true, lockoutOnFailure: strict); "
        + "return Ok(result);",
        TestName = "A setting decides")]
    [TestCase("var result = await signIn.CheckPasswordSignInAsync(user, password, true); return "
        + "Ok(tokens.CreateToken(user));",
        TestName = "A check that counts")]
    [TestCase("""
        // failures do not lead to a lockout here: the gateway limits them
        var result = await signIn.PasswordSignInAsync(user, password, true, false);
        return Ok(result);
        """, TestName = "A comment that says so")]
    [TestCase("if (!await users.CheckPasswordAsync(user, password)) REFUSE return Ok();", TestName = "Nothing follows")]
    [TestCase("if (!await users.CheckPasswordAsync(user, password)) REFUSE "
        + "return Ok(await users.GeneratePasswordResetTokenAsync(user));", TestName = "A token to set a password anew")]
    [TestCase("var token = tokens.CreateToken(user); return Ok(await users.CheckPasswordAsync(user, password) ? "
        + "token : null);",
        TestName = "The token was there before")]
    [TestCase("var currentPassword = password; if (!await users.CheckPasswordAsync(user, currentPassword)) REFUSE "
        + "return Ok(tokens.CreateToken(user));", TestName = "A password that is asked for again")]
    [TestCase("if (!tokens.VerifyPasswordStrength(password, 8)) REFUSE return Ok(tokens.CreateToken(user));",
        TestName = "How good a password is")]
    public Task What_counts_or_is_no_login_is_fine(string code) => Allows(Login(code));

    [TestCase("static class Setting { static void Up(WebApplicationBuilder it) => "
        + "it.Services.AddRateLimiter(limits => limits.GlobalLimiter = null); }",
        TestName = "A rate limiter")]
    [TestCase("class RequestThrottling { }", TestName = "A throttle")]
    [TestCase("interface ICaptcha { }", TestName = "A captcha")]
    [TestCase("record LoginAttempt(string Name);", TestName = "A record of attempts")]
    public Task Another_limit_is_fine(string more) => Allows(Login(Issue, more));

    [Test]
    public Task The_words_of_the_template_decide_nothing() => Flags(Login("""
        // This doesn't count login failures towards account lockout
        // To enable password failures to trigger account lockout, set lockoutOnFailure: true
        var result = await signIn.PasswordSignInAsync(user, password, true, [|lockoutOnFailure: false|]);
        return Ok(result);
        """));

    [Test]
    public Task A_limiter_that_is_commented_out_limits_nothing() => Flags(
        Login(IssueMarked, more: "// builder.Services.AddRateLimiter(limits => { });"));

    [Test]
    public Task In_a_library_it_is_a_suggestion() => Suggests(Login(IssueMarked, setsUp: false));

    [Test]
    public Task In_a_library_of_a_high_risk_zone_it_is_a_warning() =>
        WithOption("ai_aware.high_risk", "*.cs").Flags(Login(IssueMarked, setsUp: false));

    [Test]
    public Task A_registration_is_fine() => Allows(Login(
        "if (!tokens.ValidatePassword(password, out var why)) return BadRequest(why); return "
        + "Ok(tokens.CreateToken(user));",
        more: "").Replace("public bool VerifyPasswordStrength", "public bool ValidatePassword(string password, "
        + "out string user) { user = password; return true; }\n    public bool VerifyPasswordStrength"));

    [Test]
    public Task A_change_of_the_password_is_fine() => Allows(Login(Issue).Replace("Enter", "ChangePassword"));

    [Test]
    public Task A_class_that_counts_itself_is_fine() => Allows(Login(Issue).Replace(
        "public sealed class Tokens", "public partial class DoorController { private int _attempts; }\npublic "
        + "sealed class Tokens"));

    [Test]
    public Task A_double_is_fine() => Allows(Login(Issue).Replace("DoorController", "FakeDoorController"));

    [Test]
    public Task The_message_names_check_and_token() => Says(
        Login(IssueMarked),
        "'CheckPasswordAsync' checks a password before 'CreateToken' without counting failures, and nothing limits "
        + "attempts, so passwords can be guessed as fast as the server answers (brute force, credential stuffing); "
        + "call 'SignInManager.CheckPasswordSignInAsync' with 'lockoutOnFailure: true', or put a rate limiter on the "
        + "endpoint");

    [Test]
    public Task The_message_names_the_argument() => Says(
        Login("var result = await signIn.PasswordSignInAsync(user, password, true, [|false|]); return Ok(result);"),
        "'PasswordSignInAsync' is told not to count failures, and nothing limits attempts, so passwords can be guessed "
        + "as fast as the server answers (brute force, credential stuffing); pass 'lockoutOnFailure: true', or put a "
        + "rate limiter on the endpoint");

    [Test]
    public Task Failures_are_counted() => Fixes(
        Login("var result = await signIn.PasswordSignInAsync(user, password, true, [|lockoutOnFailure: /* yet */ "
        + "false|]); return Ok(result);"),
        Login("var result = await signIn.PasswordSignInAsync(user, password, true, lockoutOnFailure: /* yet */ "
        + "true); return Ok(result);"));

    [Test]
    public Task No_fix_for_a_check_alone() => OffersNoFix(Login(IssueMarked));

    private const string Issue =
        "if (!await users.CheckPasswordAsync(user, password)) REFUSE return Ok(tokens.CreateToken(user));";

    private const string IssueMarked =
        "if (!await [|users.CheckPasswordAsync(user, password)|]) REFUSE return Ok(tokens.CreateToken(user));";

    private static string Login(string code, string more = "", bool setsUp = true) => $$"""
        using System.IdentityModel.Tokens.Jwt;
        using System.Security.Claims;
        using Microsoft.AspNetCore.Authentication;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Identity;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;

        {{more}}

        public static class Pipeline
        {
            public static void Build(WebApplication app) { {{(setsUp ? "app.MapControllers();" : "")}} }
        }

        public interface IOurSignIn { Task<bool> PasswordSignInAsync(string name, string password, bool lockoutOnFailure); }

        public static class BCrypt { public static bool Verify(string text, string hash) => text == hash; }

        public sealed class Tokens
        {
            public string CreateToken(IdentityUser user) => user.Id;
            public string GenerateJwt(IdentityUser user) => user.Id;
            public bool VerifyPassword(string password, string hash) => password == hash;
            public bool VerifyPasswordStrength(string password, int length) => password.Length > length;
            public Task<bool> ValidateUserPasswordAsync(IdentityUser user, string password) => Task.FromResult(true);
        }

        public partial class DoorController : ControllerBase
        {
            [HttpPost("enter")]
            public async Task<IActionResult> Enter(
                IdentityUser user, string password, bool strict, UserManager<IdentityUser> users,
                SignInManager<IdentityUser> signIn, IOurSignIn ours, IPasswordHasher<IdentityUser> hasher, Tokens tokens)
            {
                await Task.Yield();
                {{code.Replace("REFUSE", Refuse, StringComparison.Ordinal)}}
            }
        }
        """;

    private const string Limiter = """
        public static class Setting
        {
            public static void Up(IServiceCollection services, WebApplication app)
            {
                services.AddRateLimiter(options => { GLOBAL });
                app.UseRateLimiter();
                ROUTES
            }
        }
        MORE
        """;

    private const string Uncounted =
        "var result = await signIn.CheckPasswordSignInAsync(user, password, [|false|]); return Ok(result);";

    private const string Partition =
        "options.GlobalLimiter = System.Threading.RateLimiting.PartitionedRateLimiter.Create<Microsoft.AspNetCore.Http"
        + ".HttpContext, string>(it => it.Request.Path.StartsWithSegments(\"/PATH\") "
        + "? System.Threading.RateLimiting.RateLimitPartition.GetConcurrencyLimiter(\"a\", _ => new()) "
        + ": System.Threading.RateLimiting.RateLimitPartition.GetNoLimiter(\"b\"));";

    [TestCase("", "", "", TestName = "Without policies")]
    [TestCase("GLOBAL/orders", "", "", TestName = "One that lets all but some pass")]
    [TestCase("", "", """[Microsoft.AspNetCore.RateLimiting.EnableRateLimiting("a")] public class OrderController : ControllerBase { }""",
        TestName = "One of another controller")]
    public Task A_limiter_that_does_not_reach_the_login(string global, string routes, string more) =>
        Flags(Login(Uncounted, Limited(global, routes, more)));

    [TestCase("GLOBAL/login", "", "", TestName = "One that asks for the login")]
    [TestCase("options.GlobalLimiter = null;", "", "", TestName = "One for all")]
    [TestCase("", "app.MapControllers().RequireRateLimiting(\"a\");", "", TestName = "By a convention")]
    [TestCase("", "", """[Microsoft.AspNetCore.RateLimiting.EnableRateLimiting("a")] public partial class DoorController { }""",
        TestName = "By an attribute")]
    [TestCase("", "", "public interface ICaptcha { }", TestName = "Beside another limit")]
    public Task A_limiter_that_may_reach_it(string global, string routes, string more) =>
        Allows(Login(Uncounted.Replace("[|", "").Replace("|]", ""), Limited(global, routes, more)));

    private static string Limited(string global, string routes, string more) =>
        Limiter.Replace(
                "GLOBAL",
                global.StartsWith("GLOBAL/", StringComparison.Ordinal)
                    ? Partition.Replace("PATH", global[7..])
                    : global)
            .Replace("ROUTES", routes)
            .Replace("MORE", more);
}
