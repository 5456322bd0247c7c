using AiAwareAnalyzers.Disclosure;

namespace AiAwareAnalyzers.Tests.Disclosure;

public sealed class SecretFallbackTests : RuleTests<SecretFallback, SecretFallbackFix>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    private static string InMethod(string body) =>
        $$"""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Hosting;
        class JwtOptions { public string? SigningKey { get; set; } public string? Issuer { get; set; } }
        class Setup
        {
            object Configure(IConfiguration config, IHostEnvironment env, JwtOptions options, string? given)
            {
                {{body}}
            }
        }
        """;

    [TestCase("""return config["Jwt:Key"] ?? [|"super-secret-key-that-is-long"|];""")]
    [TestCase("""var key = config["Jwt:Secret"] ?? [|"fallback-signing-secret"|]; return key;""")]
    [TestCase("""var key = config["Jwt:Key"]; return key ?? [|"fallback-signing-secret"|];""")]
    [TestCase("""var key = config["ApiKey"]; key ??= [|"sk_live_12345678"|]; return key;""")]
    [TestCase("""return Environment.GetEnvironmentVariable("DB_PASSWORD") ?? [|"postgres"|];""")]
    [TestCase("""return Environment.GetEnvironmentVariable("JWT__KEY") ?? [|"changeme"|];""")]
    [TestCase("""return config.GetValue("Auth:ClientSecret", [|"abc123def"|])!;""")]
    [TestCase("""return config.GetValue<string>("Auth:ClientSecret", [|"abc123def"|])!;""")]
    [TestCase("""return config.GetSection("Jwt")["Key"] ?? [|"abc123def"|];""")]
    [TestCase("""return config.GetSection("Jwt:Secret").Value ?? [|"abc123def"|];""")]
    [TestCase(
        """return config.GetConnectionString("Shop") ?? [|"Server=db;Database=shop;User Id=sa;Password=Pa55word"|];""")]
    [TestCase("""return config["Db"] ?? [|"Host=db;Username=shop;Password=Pa55word"|];""")]
    [TestCase("""var key = config["Api:Token"]; return string.IsNullOrEmpty(key) ? [|"abc123def"|] : key;""")]
    [TestCase("""var key = config["Api:Token"]; return !string.IsNullOrWhiteSpace(key) ? key! : [|"abc123def"|];""")]
    [TestCase("""return options.SigningKey ?? [|"abc123def"|];""")]
    [TestCase("""const string Default = "abc123def"; return config["Jwt:Key"] ?? [|Default|];""")]
    [TestCase("""return System.Text.Encoding.UTF8.GetBytes(config["Jwt:Key"] ?? [|"abc123def"|]);""")]
    [TestCase(
        """var key = config["Api:Token"]; if (string.IsNullOrEmpty(key)) key = [|"abc123def"|]; return key;""")]
    [TestCase(
        """var key = config["Api:Token"]; if (key is null || key.Length < 32) { Console.WriteLine("short"); key = [|"abc123def"|]; } return key;""")]
    [TestCase("""if (options.SigningKey == null) options.SigningKey = [|"abc123def"|]; return options;""")]
    public Task A_secret_with_a_default(string body) => Flags(InMethod(body));

    [Test]
    public Task A_default_in_the_class_that_settings_are_bound_to() =>
        Flags("""class JwtSettings { public string Secret { get; set; } = [|"my-default-secret"|]; public string Issuer { get; set; } = "shop"; }""");

    [Test]
    public Task The_message_names_the_setting_and_not_the_secret() => Says(
        InMethod("""return config["Jwt:Key"] ?? [|"super-secret"|];"""),
        "'Jwt:Key' falls back to a hard-coded value, so a deployment that forgets to set it runs with a secret that "
        + "everyone with the code knows; refuse to start without it");

    [TestCase("""return config["Jwt:Issuer"] ?? "shop";""")]
    [TestCase("""return config["Jwt:Key"] ?? "";""")]
    [TestCase("""return config["Jwt:Key"] ?? throw new InvalidOperationException();""")]
    [TestCase("""return config["Jwt:Key"] ?? Guid.NewGuid().ToString();""")]
    [TestCase("""return config["Jwt:Key"] ?? config["Jwt:OldKey"] ?? "";""")]
    [TestCase("""return given ?? "anonymous";""")]
    [TestCase("""return config["Cache:Key"] ?? "products";""")]
    [TestCase("""return config["Auth:TokenLifetime"] ?? "60minutes";""")]
    [TestCase("""return config["Auth:SecretName"] ?? "shop-secret";""")]
    [TestCase("""return config.GetConnectionString("Shop") ?? "Data Source=shop.db";""")]
    [TestCase("""return config.GetConnectionString("Shop") ?? "Server=.;Database=shop;Trusted_Connection=True";""")]
    [TestCase("""return config.GetConnectionString("Shop") ?? "Server=.;Database=shop;Password=<password>";""")]
    [TestCase("""return config.GetValue("Auth:RequireToken", true);""")]
    [TestCase("""Console.WriteLine(config["Jwt:Key"] ?? "(not set)"); return 1;""")]
    [TestCase("""Console.WriteLine(config["Jwt:Key"] ?? "no key was set"); return 1;""")]
    [TestCase("""return env.IsDevelopment() ? config["Jwt:Key"] ?? "for developers only" : config["Jwt:Key"]!;""")]
    [TestCase(
        """if (env.IsDevelopment()) return config["Jwt:Key"] ?? "for-developers-only"; return config["Jwt:Key"]!;""")]
    [TestCase(
        """var key = config["Jwt:Key"] ?? "for-developers-only"; if (env.IsProduction() && key == "for-developers-only") throw new InvalidOperationException(); return key;""")]
    [TestCase("""return options.Issuer ?? "shop-issuer";""")]
    [TestCase("""var key = config["Api:Token"]; if (string.IsNullOrEmpty(given)) given = "abc123def"; return key!;""")]
    [TestCase("""var key = config["Api:Token"]; if (given is null) key = "abc123def"; return key!;""")]
    [TestCase("""if (options.Issuer == null) options.Issuer = "shop-issuer"; return options;""")]
    public Task What_is_no_secret_or_only_for_developers_is_fine(string body) => Allows(InMethod(body));

    [TestCase("if (key == Start.Unsafe) throw new InvalidOperationException();", "Start.Unsafe",
        TestName = "A constant")]
    [TestCase("if (key == \"dev-signing-key\") throw new InvalidOperationException();", "\"dev-signing-key\"",
        TestName = "The same text")]
    [TestCase("if (Start.All.Contains(key)) throw new InvalidOperationException();", "\"dev-signing-key\"",
        TestName = "A list with the same text")]
    public Task A_default_that_the_start_refuses_is_fine(string check, string fallback) =>
        Allows(Starting(check, fallback));

    [TestCase("if (key.Length < 5) throw new InvalidOperationException();", TestName = "Another check")]
    [TestCase("if (key != \"dev-signing-key\") throw new InvalidOperationException();", TestName = "All others")]
    public Task A_default_that_the_start_lets_pass_is_flagged(string check) =>
        Flags(Starting(check, "[|\"dev-signing-key\"|]"));

    private static string Starting(string check, string fallback) => $$"""
        using Microsoft.Extensions.Configuration;
        static class Start
        {
            public const string Unsafe = "dev-signing-key";
            public static readonly string[] All = { "dev-signing-key" };
            public static void Check(string key) { {{check}} }
        }
        class Tokens { public string Key(IConfiguration config) => config["Jwt:Key"] ?? {{fallback}}; }
        """;

    private static string Login(string assignment) => $$"""
        using Microsoft.AspNetCore.Authentication.OAuth;
        using Microsoft.Extensions.Configuration;
        class Registration { public string ClientSecret { get; set; } = ""; }
        class Start
        {
            void Configure(OAuthOptions options, Registration known, IConfigurationSection section)
            {
                {{assignment}}
            }
        }
        """;

    [TestCase("""options.ClientSecret = section["ClientSecret"] ?? "disabled-shop-secret";""", TestName = "Disabled")]
    [TestCase(
        """options.ClientSecret = string.IsNullOrEmpty(section["ClientSecret"]) ? "not-configured" : section["ClientSecret"]!;""",
        TestName = "Not configured")]
    public Task The_secret_of_a_login_elsewhere_that_says_it_is_absent(string assignment) => Allows(Login(assignment));

    [TestCase("""options.ClientSecret = section["ClientSecret"] ?? [|"shop-secret-1"|];""", TestName = "Not absent")]
    [TestCase("""known.ClientSecret = section["ClientSecret"] ?? [|"disabled-shop-secret"|];""", TestName = "Its own client")]
    [TestCase("""var jwtKey = section["Jwt:Key"] ?? [|"placeholder-signing-key"|];""", TestName = "A key that signs")]
    public Task Another_secret_that_says_it_is_absent_is_flagged(string assignment) => Flags(Login(assignment));

    [Test]
    public Task A_default_that_is_empty_is_fine() =>
        Allows("""class JwtSettings { public string Secret { get; set; } = ""; public string? Key { get; set; } }""");

    [Test]
    public Task A_default_of_a_class_that_nothing_is_bound_to_is_fine() =>
        Allows("""class Question { public string Password { get; set; } = "asked-later"; }""");

    [Test]
    public Task Options_for_tests_are_fine() =>
        Allows("""class TestOptions { public string Secret { get; set; } = "my-default-secret"; }""");

    [TestCase(
        """return config["Jwt:Key"] ?? [|"abc123def"|];""",
        """return config["Jwt:Key"] ?? throw new InvalidOperationException("'Jwt:Key' is not configured.");""")]
    [TestCase(
        """var key = config["Api:Token"]; return key ?? /* for now */ [|"abc123def"|];""",
        """var key = config["Api:Token"]; return key ?? /* for now */ throw new InvalidOperationException("'Api:Token' is not configured.");""")]
    [TestCase(
        """return Environment.GetEnvironmentVariable("DB_PASSWORD") ?? ([|"postgres"|]);""",
        """return Environment.GetEnvironmentVariable("DB_PASSWORD") ?? throw new InvalidOperationException("'DB_PASSWORD' is not configured.");""")]
    [TestCase(
        """var key = config["Api:Token"]; return string.IsNullOrEmpty(key) ? [|"abc123def"|] : key;""",
        """var key = config["Api:Token"]; return string.IsNullOrEmpty(key) ? throw new InvalidOperationException("'Api:Token' is not configured.") : key;""")]
    [TestCase(
        """return config.GetValue("Auth:ClientSecret", [|"abc123def"|])!;""",
        """return (config.GetValue<string>("Auth:ClientSecret") ?? throw new InvalidOperationException("'Auth:ClientSecret' is not configured."))!;""")]
    [TestCase(
        """var secret = config.GetValue<string>("Auth:ClientSecret", [|"abc123def"|]); return secret!;""",
        """var secret = config.GetValue<string>("Auth:ClientSecret") ?? throw new InvalidOperationException("'Auth:ClientSecret' is not configured."); return secret!;""")]
    [TestCase(
        """return (config["A:ApiKey"] ?? [|"abc123def"|]) + (config["B:ApiKey"] ?? [|"abc123def"|]);""",
        """return (config["A:ApiKey"] ?? throw new InvalidOperationException("'A:ApiKey' is not configured.")) + (config["B:ApiKey"] ?? throw new InvalidOperationException("'B:ApiKey' is not configured."));""")]
    [TestCase(
        """return config.GetConnectionString("Shop") ?? [|"Server=db;Password=Pa55word"|]; // the shop""",
        """return config.GetConnectionString("Shop") ?? throw new InvalidOperationException("'ConnectionStrings:Shop' is not configured."); // the shop""")]
    [TestCase(
        """var key = config["Api:Token"]; if (string.IsNullOrEmpty(key)) key = [|"abc123def"|]; return key;""",
        """var key = config["Api:Token"]; if (string.IsNullOrEmpty(key)) throw new InvalidOperationException("'Api:Token' is not configured."); return key;""")]
    public Task What_is_missing_is_refused(string body, string repaired) => Fixes(InMethod(body), InMethod(repaired));

    [Test]
    public Task No_fix_where_nothing_can_be_thrown() =>
        OffersNoFix(InMethod("""var key = config["ApiKey"]; key ??= [|"sk_live_12345678"|]; return key;"""));
}
