using AiAwareAnalyzers.Disclosure;

namespace AiAwareAnalyzers.Tests.Disclosure;

/// <summary>The secrets are put together here, so that a search for secrets in this repository finds none.</summary>
public sealed class HardcodedSecretTests : RuleTests<HardcodedSecret, HardcodedSecretFix>
{
    private const string Random = "a8Fq3ZkP0xWv7LmN2bTc9RdYh5JsGe4U";

    private protected override ReferenceAssemblies Framework => References.AspNetCore;

    private static IEnumerable<string> Shapes =>
    [
        "sk_live_" + Random,
        "sk-proj-" + Random + Random,
        "ghp_" + Random + "1234",
        "github_pat_" + Random,
        "glpat-" + Random,
        "AKIA" + "QWERTYUIOP123456",
        "xoxb-" + Random,
        "AIza" + Random + "123",
        "SG." + Random + "." + Random,
        "eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiIxMjM0In0." + Random,
        "-----BEGIN RSA PRIVATE KEY-----" + Random + Random + Random + "-----END RSA PRIVATE KEY-----",
        "Server=db;Database=shop;User Id=sa;Password=" + "Tr0ub4dor",
        "AccountName=shop;AccountKey=" + Random + "==",
        "amqp://shop:" + "Tr0ub4dor@queue:5672",
    ];

    private static IEnumerable<string> NoShapes =>
    [
        "sk_live_" + "your_key_goes_here_1234",
        "AKIA" + "IOSFODNN7EXAMPLE",
        "pk_live_" + Random,
        "sk_live_",
        "Server=db;Database=shop;Password=<password>",
        "Server=db;Database=shop;Trusted_Connection=True",
        "Server=db;Password={password};User=x",
        "https://example.com/a@b:c",
        "https://localhost:5001/users",
        "-----BEGIN PUBLIC KEY-----" + Random + Random + Random + "-----END PUBLIC KEY-----",
        "-----BEGIN CERTIFICATE-----" + Random + Random + Random + "-----END CERTIFICATE-----",
        "-----BEGIN PRIVATE KEY-----",
        Random,
        "550e8400-e29b-41d4-a716-446655440000",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "eyJhbGciOiJIUzI1NiJ9",
        "key=value;other=thing",
    ];

    private static string InMethod(string body) =>
        $$"""
        using System.Net;
        using System.Net.Http.Headers;
        using System.Security.Cryptography;
        using System.Text;
        class SymmetricSecurityKey { public SymmetricSecurityKey(byte[] key) { } }
        class Client { public string? ApiKey { get; set; } public string? Name { get; set; } public void Connect(string host, string password) { } }
        class Code
        {
            object? Run(Client client, HttpClient http)
            {
                {{body}}
                return null;
            }
        }
        """;

    [TestCaseSource(nameof(Shapes))]
    public Task A_shape_that_only_secrets_have(string secret) => Flags($"class C {{ string Anything => [|\"{secret}\"|]; }}");

    [TestCaseSource(nameof(NoShapes))]
    public Task A_shape_that_others_have_too_is_fine(string text) => Allows($"class C {{ string Anything => \"{text}\"; }}");

    [TestCase("""var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes([|"ThisIsMyLongSigningKey"|]));""")]
    [TestCase("""using var hmac = new HMACSHA256(Encoding.ASCII.GetBytes([|"the-webhook-key"|]));""")]
    [TestCase("""http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", [|"a8Fq3ZkP0xWv7LmN"|]);""")]
    [TestCase("""http.DefaultRequestHeaders.Add("X-Api-Key", [|"a8Fq3ZkP0xWv7LmN"|]);""")]
    [TestCase("""http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", [|"Bearer:a8Fq3ZkP0xWv7LmN"|]);""")]
    [TestCase("""var credential = new NetworkCredential("shop", [|"Tr0ub4dor"|]);""")]
    [TestCase("""client.Connect("db", [|"postgres"|]);""")]
    [TestCase("""client.Connect(password: [|"Tr0ub4dor"|], host: "db");""")]
    [TestCase("""client.ApiKey = [|"a8Fq3ZkP0xWv7LmN"|];""")]
    [TestCase("""var other = new Client { Name = "shop", ApiKey = [|"a8Fq3ZkP0xWv7LmN"|] };""")]
    [TestCase("""const string jwtSecret = [|"ThisIsMySuperSecretKeyForSigning"|]; return jwtSecret;""")]
    [TestCase("""var clientSecret = [|"a8Fq3ZkP0xWv7LmN"|]; return clientSecret;""")]
    [TestCase("""var encryptionKey = Encoding.UTF8.GetBytes([|"0123456789abcdef"|]); return encryptionKey;""")]
    [TestCase("""var dbPassword = [|"Tr0ub4dor"|]; return dbPassword;""")]
    public Task A_text_that_is_used_as_a_secret(string body) => Flags(InMethod(body));

    [Test]
    public Task A_constant() => Flags("class Keys { private const string JwtSigningKey = [|\"a8Fq3ZkP0xWv7LmN2bTc9R\"|]; }");

    [Test]
    public Task A_static_field() => Flags("class Keys { static readonly string AccessToken = [|\"a8Fq3ZkP0xWv7LmN2bTc9R\"|]; }");

    [Test]
    public Task The_message_tells_the_kind_and_not_the_secret() => Says(
        $"class C {{ string S => [|\"sk_live_{Random}\"|]; }}",
        "This is a Stripe secret key: it is written in the code, where it stays in the history for everybody who can read it; read it from configuration, and replace it by a new one");

    [Test]
    public Task The_message_tells_the_use_and_not_the_secret() => Says(
        InMethod("""client.ApiKey = [|"a8Fq3ZkP0xWv7LmN"|];"""),
        "The secret for 'ApiKey' is written in the code, where it stays in the history for everybody who can read it; read it from configuration, and replace it by a new one");

    [TestCase("""const string ApiKeyHeader = "X-Api-Key"; return ApiKeyHeader;""")]
    [TestCase("""const string AccessToken = "access_token"; return AccessToken;""")]
    [TestCase("""const string Password = "password"; return Password;""")]
    [TestCase("""const string ClientSecret = "client_secret"; return ClientSecret;""")]
    [TestCase("""const string InvalidPassword = "Wrong password, try again"; return InvalidPassword;""")]
    [TestCase("""const string ApiKey = "Shipping:ApiKey"; return ApiKey;""")]
    [TestCase("""client.ApiKey = "";""")]
    [TestCase("""client.ApiKey = "<your api key>";""")]
    [TestCase("""client.ApiKey = "YOUR_API_KEY_12345";""")]
    [TestCase("""client.ApiKey = Environment.GetEnvironmentVariable("API_KEY_1234");""")]
    [TestCase("""client.Name = "a8Fq3ZkP0xWv7LmN";""")]
    [TestCase("""http.DefaultRequestHeaders.Add("X-Request-Id", "a8Fq3ZkP0xWv7LmN");""")]
    [TestCase("""http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));""")]
    [TestCase("""var passwordHash = "9f86d081884c7d659a2feaa0c55ad015"; return passwordHash;""")]
    [TestCase("""var publicKey = "MIIBIjANBgkqhkiG9w0BAQEFAAOC"; return publicKey;""")]
    [TestCase("""var resourceId = "a8Fq3ZkP0xWv7LmN"; return resourceId;""")]
    [TestCase("""return client.ApiKey == "a8Fq3ZkP0xWv7LmN";""")]
    [TestCase("""if (Environment.GetEnvironmentVariable("X") is not { } apiKey) apiKey = "";""")]
    public Task Names_placeholders_and_public_values_are_fine(string body) => Allows(InMethod(body));

    [Test]
    public Task What_stands_in_for_a_setting_is_another_finding() => Allows("""
        using Microsoft.Extensions.Configuration;
        class C { string Key(IConfiguration config) => config["Jwt:Key"] ?? "a8Fq3ZkP0xWv7LmN"; }
        """);

    private static string WithConfiguration(string body) =>
        $$"""
        using System.Net;
        using System.Text;
        using Microsoft.Extensions.Configuration;
        class SymmetricSecurityKey { public SymmetricSecurityKey(byte[] key) { } }
        class Client { public string? ApiKey { get; set; } public string? Name { get; set; } }
        class Code
        {
            object? Run(Client client, IConfiguration configuration)
            {
                {{body}}
                return null;
            }
        }
        """;

    [TestCase(
        """client.ApiKey = [|"a8Fq3ZkP0xWv7LmN"|]; // the shop""",
        """client.ApiKey = configuration["ApiKey"] ?? throw new InvalidOperationException("'ApiKey' is not configured."); // the shop""")]
    [TestCase(
        """var clientSecret = [|"a8Fq3ZkP0xWv7LmN"|];""",
        """var clientSecret = configuration["ClientSecret"] ?? throw new InvalidOperationException("'ClientSecret' is not configured.");""")]
    [TestCase(
        """var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes([|"ThisIsMyLongSigningKey"|]));""",
        """var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(configuration["SymmetricSecurityKey"] ?? throw new InvalidOperationException("'SymmetricSecurityKey' is not configured.")));""")]
    [TestCase(
        """var credential = new NetworkCredential("shop", [|"Tr0ub4dor"|]);""",
        """var credential = new NetworkCredential("shop", configuration["Password"] ?? throw new InvalidOperationException("'Password' is not configured."));""")]
    [TestCase(
        """var apiKey = [|"a8Fq3ZkP0xWv7LmN"|].Trim();""",
        """var apiKey = (configuration["ApiKey"] ?? throw new InvalidOperationException("'ApiKey' is not configured.")).Trim();""")]
    [TestCase(
        """return new Client { ApiKey = /* live */ [|"a8Fq3ZkP0xWv7LmN"|] };""",
        """return new Client { ApiKey = /* live */ configuration["ApiKey"] ?? throw new InvalidOperationException("'ApiKey' is not configured.") };""")]
    [TestCase(
        """client.ApiKey = [|"a8Fq3ZkP0xWv7LmN"|]; var accessToken = [|"a8Fq3ZkP0xWv7LmNx"|];""",
        """client.ApiKey = configuration["ApiKey"] ?? throw new InvalidOperationException("'ApiKey' is not configured."); var accessToken = configuration["AccessToken"] ?? throw new InvalidOperationException("'AccessToken' is not configured.");""")]
    public Task The_secret_is_read_from_the_configuration(string body, string repaired) => Fixes(WithConfiguration(body), WithConfiguration(repaired));

    [Test]
    public Task The_builder_of_an_application_has_a_configuration() => Fixes(
        """
        using Microsoft.AspNetCore.Builder;
        var builder = WebApplication.CreateBuilder(args);
        var apiKey = [|"a8Fq3ZkP0xWv7LmN"|];
        Console.WriteLine(apiKey.Length);
        """,
        """
        using Microsoft.AspNetCore.Builder;
        var builder = WebApplication.CreateBuilder(args);
        var apiKey = builder.Configuration["ApiKey"] ?? throw new InvalidOperationException("'ApiKey' is not configured.");
        Console.WriteLine(apiKey.Length);
        """);

    [TestCase("""client.ApiKey = [|"a8Fq3ZkP0xWv7LmN"|];""")]
    public Task No_fix_without_a_configuration_at_hand(string body) => OffersNoFix(InMethod(body));

    [Test]
    public Task No_fix_for_a_constant() => OffersNoFix(WithConfiguration("""const string apiKey = [|"a8Fq3ZkP0xWv7LmN"|]; return apiKey;"""));
}
