using AiAwareAnalyzers.AuthScope;

namespace AiAwareAnalyzers.Tests.AuthScope;

public sealed class DisabledTokenValidationTests : RuleTests<DisabledTokenValidation, DisabledTokenValidationFix>
{
    private protected override ReferenceSet Framework => References.Authentication;

    [Test]
    public Task Each_check_switched_off_in_the_setup_of_an_application_is_flagged() => Flags(Application("""
        options.TokenValidationParameters = new TokenValidationParameters
        {
            [|ValidateIssuer = false|],
            [|ValidateAudience = false|],
            [|ValidateLifetime = false|],
            [|RequireAudience = false|],
            [|RequireExpirationTime = false|],
            [|RequireSignedTokens = false|],
            ValidateIssuerSigningKey = true,
            IssuerSigningKey = key,
        };
        """));

    [Test]
    public Task Who_issued_a_token_is_told_by_a_key_that_both_sides_know() => Suggests(Application("""
        options.TokenValidationParameters = new TokenValidationParameters
        {
            [|ValidateIssuer = false|],
            [|ValidateAudience = false|],
            IssuerSigningKey = new SymmetricSecurityKey(new byte[64]),
        };
        """));

    [TestCase("new SecurityTokenDescriptor { Expires = DateTime.UtcNow }", TestName = "A description")]
    [TestCase("new JwtSecurityToken(expires: DateTime.UtcNow)", TestName = "A token")]
    public Task Tokens_of_ones_own_that_name_nobody_have_nothing_to_compare_with(string token) =>
        Allows(Issuing(token, "ValidateIssuer = false, ValidateAudience = false"));

    [TestCase("""new SecurityTokenDescriptor { Issuer = "shop" }""", TestName = "An issuer")]
    [TestCase("""new SecurityTokenDescriptor { Audience = "shop" }""", TestName = "An audience")]
    [TestCase("""new JwtSecurityToken(issuer: "shop")""", TestName = "An issuer by name")]
    [TestCase("""new JwtSecurityToken("shop", "orders")""", TestName = "Both by place")]
    [TestCase("new object()", TestName = "No token")]
    public Task Tokens_that_name_somebody_can_be_compared(string token) =>
        Suggests(Issuing(token, "[|ValidateIssuer = false|], [|ValidateAudience = false|]"));

    private static string Issuing(string token, string checks) => $$"""
        using System.IdentityModel.Tokens.Jwt;
        using Microsoft.IdentityModel.Tokens;
        public static class Keys
        {
            public static object Issue() => {{token}};
            public static TokenValidationParameters Read(byte[] key) => new TokenValidationParameters
            {
                IssuerSigningKey = new SymmetricSecurityKey(key), {{checks}}
            };
        }
        """;

    [Test]
    public Task How_long_a_token_lives_is_told_by_no_key() => Flags(Application("""
        options.TokenValidationParameters = new TokenValidationParameters
        {
            [|ValidateLifetime = false|],
            IssuerSigningKey = new SymmetricSecurityKey(new byte[64]),
        };
        """));

    [Test]
    public Task A_check_switched_off_through_the_options_is_flagged() => Flags(Application("""
        options.Authority = "https://identity.example";
        [|options.TokenValidationParameters.ValidateAudience = false|];
        """));

    [Test]
    public Task A_check_switched_off_by_a_constant_with_a_name_is_flagged() => Flags(Application("""
        const bool strict = false;
        [|options.TokenValidationParameters.ValidateIssuer = strict|];
        """));

    [Test]
    public Task A_service_that_validates_by_itself_is_flagged() => Flags(Service("""
        public ClaimsPrincipal Read(string token) =>
            new JwtSecurityTokenHandler().ValidateToken(
                token,
                new TokenValidationParameters { IssuerSigningKey = _key, [|ValidateIssuer = false|], [|ValidateAudience = false|] },
                out _);
        """));

    [Test]
    public Task Parameters_kept_in_a_field_are_flagged() => Flags(Service("""
        private readonly TokenValidationParameters _parameters = new() { ValidIssuer = "shop", [|ValidateLifetime = false|] };

        public ClaimsPrincipal Read(string token) => new JwtSecurityTokenHandler().ValidateToken(token, _parameters, out _);
        """));

    [Test]
    public Task An_audience_validator_that_always_agrees_is_flagged() => Flags(Application("""
        options.TokenValidationParameters = new TokenValidationParameters { IssuerSigningKey = key, [|AudienceValidator = (audiences, token, parameters) => true|] };
        """));

    [Test]
    public Task A_lifetime_validator_that_agrees_on_every_path_is_flagged() => Flags(Application("""
        [|options.TokenValidationParameters.LifetimeValidator = (notBefore, expires, token, parameters) =>
        {
            if (expires is null) return true;
            return true;
        }|];
        """));

    [Test]
    public Task An_issuer_validator_that_hands_back_what_it_got_is_flagged() => Flags(Application("""
        [|options.TokenValidationParameters.IssuerValidator = (issuer, token, parameters) => issuer|];
        """));

    [Test]
    public Task A_signature_validator_that_only_parses_is_flagged() => Flags(Application("""
        [|options.TokenValidationParameters.SignatureValidator = (token, parameters) => new System.IdentityModel.Tokens.Jwt.JwtSecurityToken(token)|];
        """));

    [Test]
    public Task A_validator_that_is_a_method_is_looked_into() => Flags(Service("""
        public TokenValidationParameters Parameters => new() { IssuerSigningKey = _key, [|AudienceValidator = Accept|] };

        private static bool Accept(IEnumerable<string> audiences, SecurityToken token, TokenValidationParameters parameters) => true;
        """));

    [Test]
    public Task A_clock_that_may_be_a_day_off_is_flagged() => Flags(Application("""
        [|options.TokenValidationParameters.ClockSkew = TimeSpan.FromDays(1)|];
        """));

    [Test]
    public Task A_clock_that_may_be_hours_off_is_flagged_in_parts_as_well() => Flags(Application("""
        [|options.TokenValidationParameters.ClockSkew = new TimeSpan(12, 0, 0)|];
        """));

    [Test]
    public Task An_endless_clock_skew_is_flagged() => Flags(Application("""
        [|options.TokenValidationParameters.ClockSkew = TimeSpan.MaxValue|];
        """));

    [Test]
    public Task A_failure_that_is_turned_into_a_success_is_flagged() => Flags(Application("""
        options.Events = new JwtBearerEvents
        {
            [|OnAuthenticationFailed = context =>
            {
                context.Success();
                return Task.CompletedTask;
            }|],
        };
        """));

    [Test]
    public Task A_check_under_a_question_about_something_else_is_flagged() => Flags(Application("""
        if (builder.Configuration["Identity:Lenient"] == "true")
            [|options.TokenValidationParameters.ValidateAudience = false|];
        """));

    [Test]
    public Task The_message_names_the_harm_and_the_way_out() => Says(
        Application(
            "options.TokenValidationParameters = new TokenValidationParameters { [|ValidateAudience = false|] };"),
        "'ValidateAudience = false' accepts tokens that were issued for other services; name this service in "
        + "'ValidAudience'");

    [Test]
    public Task Full_validation_is_allowed() => Allows(Application("""
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidateIssuer = true,
            ValidIssuer = "https://identity.example",
            ValidateAudience = true,
            ValidAudience = "shop",
            ValidateLifetime = true,
            ValidateIssuerSigningKey = true,
            IssuerSigningKey = key,
            ClockSkew = TimeSpan.Zero,
        };
        """));

    [Test]
    public Task Checks_that_are_off_by_default_are_allowed_off() => Allows(Application("""
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidateIssuerSigningKey = false,
            ValidateActor = false,
            ValidateTokenReplay = false,
            ValidIssuer = "https://identity.example",
            ValidAudience = "shop",
        };
        """));

    [Test]
    public Task A_multi_tenant_issuer_with_its_own_validator_is_allowed() => Allows(Application("""
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidateIssuer = false,
            IssuerValidator = (issuer, token, parameters) => issuer.StartsWith("https://login.example/", StringComparison.Ordinal)
                ? issuer
                : throw new SecurityTokenInvalidIssuerException("unknown tenant"),
            ValidAudience = "shop",
        };
        """));

    [Test]
    public Task An_issuer_validator_that_asks_a_service_is_allowed() => Allows(Service("""
        private readonly HashSet<string> _tenants = new();

        public TokenValidationParameters Parameters => new() { IssuerValidator = Known, ValidAudience = "shop" };

        private string Known(string issuer, SecurityToken token, TokenValidationParameters parameters)
        {
            if (!_tenants.Contains(issuer)) throw new SecurityTokenInvalidIssuerException(issuer);
            return issuer;
        }
        """));

    [Test]
    public Task An_audience_validator_that_compares_is_allowed_beside_the_check_it_replaces() => Allows(Application("""
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidateAudience = false,
            AudienceValidator = (audiences, token, parameters) => audiences.Contains("shop"),
        };
        """));

    [Test]
    public Task An_audience_validator_that_throws_where_it_disagrees_is_allowed() => Allows(Application("""
        options.TokenValidationParameters.AudienceValidator = (audiences, token, parameters) =>
        {
            if (!audiences.Any(audience => audience == "shop")) throw new SecurityTokenInvalidAudienceException();
            return true;
        };
        """));

    [Test]
    public Task A_check_that_depends_on_the_environment_is_allowed() => Allows(Application("""
        options.TokenValidationParameters.ValidateLifetime = !builder.Environment.IsDevelopment();
        """));

    [Test]
    public Task A_check_switched_off_in_development_only_is_allowed() => Allows(Application("""
        if (builder.Environment.IsDevelopment())
        {
            options.TokenValidationParameters.ValidateAudience = false;
        }
        """));

    [Test]
    public Task An_expired_token_read_to_be_refreshed_is_allowed() => Allows(Service("""
        public ClaimsPrincipal PrincipalOfExpired(string token)
        {
            var parameters = new TokenValidationParameters
            {
                ValidIssuer = "shop", ValidAudience = "shop", IssuerSigningKey = _key, ValidateLifetime = false,
            };
            return new JwtSecurityTokenHandler().ValidateToken(token, parameters, out _);
        }
        """));

    [TestCase("RefreshAsync", TestName = "It refreshes")]
    [TestCase("RenewSession", TestName = "It renews")]
    public Task An_expired_token_that_a_private_method_reads_for_a_refresh(string caller) =>
        Allows(Service(Renewing("ValidateLifetime = false", $"public string? {caller}(string token) => Read(token);")));

    [TestCase("public string? Enter(string token) => Read(token);", TestName = "Whoever comes in")]
    [TestCase("public string? Refresh(string token) => Read(token); public string? Enter(string token) => Read(token);",
        TestName = "Not only for a refresh")]
    [TestCase("", TestName = "Nobody calls it")]
    public Task An_expired_token_that_is_read_for_more(string callers) =>
        Flags(Service(Renewing("[|ValidateLifetime = false|]", callers)));

    private static string Renewing(string setting, string callers) => $$"""
        {{callers}}
        private string? Read(string token)
        {
            var parameters = new TokenValidationParameters
            {
                ValidIssuer = "shop", ValidAudience = "shop", IssuerSigningKey = _key, {{setting}},
            };
            return new JwtSecurityTokenHandler().ValidateToken(token, parameters, out _).Identity?.Name;
        }
        """;

    [Test]
    public Task Usual_tolerances_are_allowed() => Allows(Service("""
        public TokenValidationParameters Strict => new() { ClockSkew = TimeSpan.FromSeconds(30) };

        public TokenValidationParameters Usual => new() { ClockSkew = TimeSpan.FromMinutes(5) };

        public TokenValidationParameters Parts => new() { ClockSkew = new TimeSpan(0, 2, 0) };
        """));

    [Test]
    public Task A_tolerance_from_the_configuration_is_allowed() => Allows(Application("""
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(int.Parse(builder.Configuration["Identity:Skew"]!));
        """));

    [Test]
    public Task A_lifetime_validator_that_looks_at_the_clock_is_allowed() => Allows(Application("""
        options.TokenValidationParameters.LifetimeValidator = (notBefore, expires, token, parameters) => expires > DateTime.UtcNow;
        """));

    [Test]
    public Task A_signature_validator_that_verifies_is_allowed() => Allows(Service("""
        public TokenValidationParameters Parameters => new() { SignatureValidator = Verify, ValidAudience = "shop", ValidIssuer = "shop" };

        private SecurityToken Verify(string token, TokenValidationParameters parameters)
        {
            if (!_signatures.Match(token)) throw new SecurityTokenInvalidSignatureException();
            return new JwtSecurityToken(token);
        }
        """));

    [Test]
    public Task A_failure_that_is_only_logged_is_allowed() => Allows(Application("""
        options.Events = new JwtBearerEvents
        {
            OnAuthenticationFailed = context =>
            {
                Console.WriteLine(context.Exception.Message);
                return Task.CompletedTask;
            },
        };
        """));

    [Test]
    public Task A_property_of_the_same_name_elsewhere_is_allowed() => Allows("""
        var importing = new ImportOptions { ValidateAudience = false, ValidateLifetime = false, ClockSkew = TimeSpan.FromDays(2) };
        Console.WriteLine(importing.ValidateAudience);

        class ImportOptions
        {
            public bool ValidateAudience { get; set; }
            public bool ValidateLifetime { get; set; }
            public TimeSpan ClockSkew { get; set; }
        }
        """);

    [Test]
    public Task Parameters_that_are_only_read_are_allowed() => Allows(Service("""
        public bool IsLenient(TokenValidationParameters parameters) => parameters.ValidateAudience == false;
        """));

    [Test]
    public Task A_check_that_has_something_to_compare_with_is_switched_on() => Fixes(
        Application("""
            options.TokenValidationParameters = new TokenValidationParameters
            {
                ValidAudience = "shop",
                [|ValidateAudience = false|], // TODO
                [|ValidateLifetime = false|],
            };
            """),
        Application("""
            options.TokenValidationParameters = new TokenValidationParameters
            {
                ValidAudience = "shop",
                ValidateAudience = true, // TODO
                ValidateLifetime = true,
            };
            """));

    [Test]
    public Task A_check_whose_value_is_configured_outside_the_initializer_is_switched_on() => Fixes(
        Application("""
            options.Authority = "https://identity.example";
            options.Audience = "shop";
            options.TokenValidationParameters = new TokenValidationParameters { [|ValidateIssuer = false|], [|ValidateAudience = false|] };
            """),
        Application("""
            options.Authority = "https://identity.example";
            options.Audience = "shop";
            options.TokenValidationParameters = new TokenValidationParameters { ValidateIssuer = true, ValidateAudience = true };
            """));

    [Test]
    public Task A_validator_that_accepts_everything_goes() => Fixes(
        Application("""
            // Who may call.
            [|options.TokenValidationParameters.AudienceValidator = (audiences, token, parameters) => true|];
            options.TokenValidationParameters.ValidAudience = "shop";
            """),
        Application("""
            options.TokenValidationParameters.ValidAudience = "shop";
            """));

    [Test]
    public Task A_clock_gets_its_usual_tolerance() => Fixes(
        Application("[|options.TokenValidationParameters.ClockSkew = TimeSpan.FromHours(6)|];"),
        Application("options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(5);"));

    [Test]
    public Task A_check_with_nothing_to_compare_with_is_left_to_its_author() => OffersNoFix(
        Application(
            "options.TokenValidationParameters = new TokenValidationParameters { IssuerSigningKey = key, "
            + "[|ValidateAudience = false|] };"));

    [Test]
    public Task A_failure_turned_into_success_is_left_to_its_author() => OffersNoFix(
        Application(
            "options.Events = new JwtBearerEvents { [|OnAuthenticationFailed = context => { context.Success(); return "
            + "Task.CompletedTask; }|] };"));

    /// <summary>An application that configures the validation of its tokens.</summary>
    private static string Application(string configuration) => $$"""
        using System.Text;
        using Microsoft.AspNetCore.Authentication.JwtBearer;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.IdentityModel.Tokens;

        var builder = WebApplication.CreateBuilder(args);
        var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(builder.Configuration["Identity:Key"]!));

        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            {{configuration.ReplaceLineEndings("\n    ")}}
        });
        builder.Services.AddAuthorization();

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/orders", () => new[] { 1, 2 }).RequireAuthorization();
        app.Run();
        """;

    /// <summary>A service that validates tokens by itself.</summary>
    private static string Service(string members) => $$"""
        using System.IdentityModel.Tokens.Jwt;
        using System.Security.Claims;
        using Microsoft.IdentityModel.Tokens;

        public interface ISignatures
        {
            bool Match(string token);
        }

        public sealed class TokenService
        {
            private readonly SecurityKey _key;
            private readonly ISignatures _signatures;

            public TokenService(SecurityKey key, ISignatures signatures)
            {
                _key = key;
                _signatures = signatures;
            }

            {{members.ReplaceLineEndings("\n    ")}}
        }
        """;
}
