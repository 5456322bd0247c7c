using AiAwareAnalyzers.Disclosure;

namespace AiAwareAnalyzers.Tests.Disclosure;

/// <summary>The secrets are put together here, so that a search for secrets in this repository finds none.</summary>
public sealed class HardcodedSecretTests : RuleTests<HardcodedSecret, HardcodedSecretFix>
{
    private const string Random = "a8Fq3ZkP0xWv7LmN2bTc9RdYh5JsGe4U";

    private protected override ReferenceSet Framework => References.AspNetCore;

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
    public Task A_shape_that_only_secrets_have(string secret) =>
        Flags($"class C {{ string Anything => [|\"{secret}\"|]; }}");

    [TestCaseSource(nameof(NoShapes))]
    public Task A_shape_that_others_have_too_is_fine(string text) =>
        Allows($"class C {{ string Anything => \"{text}\"; }}");

    [TestCase("""var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes([|"ThisIsMyLongSigningKey"|]));""")]
    [TestCase("""using var hmac = new HMACSHA256(Encoding.ASCII.GetBytes([|"the-webhook-key"|]));""")]
    [TestCase(
        """http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", [|"a8Fq3ZkP0xWv7LmN"|]);""")]
    [TestCase("""http.DefaultRequestHeaders.Add("X-Api-Key", [|"a8Fq3ZkP0xWv7LmN"|]);""")]
    [TestCase(
        """http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", [|"Bearer:a8Fq3ZkP0xWv7LmN"|]);""")]
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

    [TestCase("class UserErrors { const string PasswordRejected = \"US-001\"; }", TestName = "A list of errors")]
    [TestCase("class C { const string InvalidPassword = \"US-001\"; }", TestName = "A name that complains")]
    [TestCase("class C { static string WrongApiKey { get; } = \"US-001\"; }", TestName = "A property that complains")]
    [TestCase(
        "class C { const string ResetToken = \"US-014\"; const string EmailTooLong = \"US-013\"; }",
        TestName = "One of a row of codes")]
    public Task A_code_that_says_what_is_wrong_with_a_secret(string code) => Allows(code);

    [TestCase("class AccessCodes { const string AccessCode = [|\"US-001\"|]; }", TestName = "A list of secrets")]
    [TestCase(
        "class C { const string AdminPassword = [|\"Shop-1\"|]; const string GuestPassword = [|\"Shop-2\"|]; }",
        TestName = "A row of secrets")]
    [TestCase(
        "class C { const string ResetToken = [|\"US-014\"|]; const string Email = \"EU-013\"; }",
        TestName = "Beside another row")]
    public Task A_secret_that_looks_like_a_code_is_flagged(string code) => Flags(code);

    private const string Bytes = "0x3a, 0x91, 0x5c, 0x07, 0xe2, 0x48, 0xbd, 0x66, 0x1f, 0x83, 0xd4, 0x29, 0x70, 0xc5, "
        + "0x9e, 0x12";

    [TestCase("using var aes = Aes.Create(); aes.Key = [|new byte[] { ~ }|];", TestName = "The key of a cipher")]
    [TestCase(
        "using var aes = Aes.Create(); aes.Key = Encoding.UTF8.GetBytes([|\"0123456789abcdef\"|]);",
        TestName = "The key of a cipher as text")]
    [TestCase("var key = new SymmetricSecurityKey([|new byte[] { ~ }|]);", TestName = "The key of signatures")]
    [TestCase("using var hmac = new HMACSHA256([|new byte[] { ~ }|]);", TestName = "The key of a keyed hash")]
    [TestCase("byte[] encryptionKey = [|{ ~ }|]; return encryptionKey;", TestName = "A name that says so")]
    [TestCase(
        "var signingKey = [|\"the-signing-key-1\"u8|].ToArray(); return signingKey;", TestName = "UTF-8 in a name")]
    [TestCase("using var hmac = new HMACSHA256([|\"the-webhook-key\"u8|].ToArray());", TestName = "UTF-8 as a key")]
    [TestCase(
        "client.ApiKey = [|\"a8Fq3Zk\" + \"P0xWv7LmN\"|];", TestName = "Two halves, each too little to be seen")]
    [TestCase(
        "const string Head = \"a8Fq3Zk\"; client.ApiKey = [|Head + \"P0xWv7LmN\"|];", TestName = "A half by its name")]
    public Task A_key_in_another_spelling(string body) =>
        Flags(InMethod(body.Replace("~", Bytes, StringComparison.Ordinal)));

    [Test]
    public Task A_shape_that_is_cut_in_two() =>
        Flags($"class C {{ string Anything => [|\"sk_live_\" + \"{Random}\"|]; }}");

    [Test]
    [CSharp(12)]
    public Task A_key_in_brackets() => Flags(InMethod($"byte[] signingKey = [|[{Bytes}]|]; return signingKey;"));

    [TestCase("byte[] signature = { ~ }; return signature;", TestName = "The signature of a kind of file")]
    [TestCase("byte[] publicKey = { ~ }; return publicKey;", TestName = "A key for everybody")]
    [TestCase("byte[] encryptionKey = new byte[32]; return encryptionKey;", TestName = "Room for a key")]
    [TestCase("byte[] encryptionKey = { 1, 2, 3 }; return encryptionKey;", TestName = "Too few")]
    [TestCase(
        "byte[] encryptionKey = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }; return encryptionKey;",
        TestName = "All alike")]
    [TestCase("int[] passwordLengths = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8 }; return passwordLengths;",
        TestName = "Numbers")]
    [TestCase("var header = \"a8Fq3ZkP0xWv7LmN\"u8.ToArray(); return header;", TestName = "UTF-8 that is no key")]
    [TestCase("client.Name = \"a8Fq3Zk\" + \"P0xWv7LmN\";", TestName = "Two halves of a name")]
    [TestCase("client.ApiKey = \"<your \" + \"api key>\";", TestName = "Two halves of a placeholder")]
    [TestCase("using var aes = Aes.Create(); aes.IV = new byte[] { ~ };", TestName = "Where a cipher starts")]
    [TestCase(
        "const string Section = \"Shipping:\"; const string ApiKey = Section + \"ApiKey\"; return ApiKey;",
        TestName = "The name of a setting, joined")]
    public Task What_is_no_key_in_another_spelling(string body) =>
        Allows(InMethod(body.Replace("~", Bytes, StringComparison.Ordinal)));

    [TestCase("using var hmac = new HMACSHA256([|\"the-webhook-key\"u8|].ToArray());", TestName = "UTF-8")]
    [TestCase("client.ApiKey = [|\"a8Fq3Zk\" + \"P0xWv7LmN\"|];", TestName = "Joined")]
    [TestCase("byte[] encryptionKey = [|{ ~ }|]; return encryptionKey;", TestName = "Byte by byte")]
    public Task No_fix_for_another_spelling(string body) => OffersNoFix(
        WithConfiguration(body.Replace("~", Bytes, StringComparison.Ordinal))
            .Replace(
                "using System.Text;",
                "using System.Security.Cryptography;\nusing System.Text;",
                StringComparison.Ordinal));

    [Test]
    public Task A_constant() =>
        Flags("class Keys { private const string JwtSigningKey = [|\"a8Fq3ZkP0xWv7LmN2bTc9R\"|]; }");

    [Test]
    public Task A_static_field() =>
        Flags("class Keys { static readonly string AccessToken = [|\"a8Fq3ZkP0xWv7LmN2bTc9R\"|]; }");

    [Test]
    public Task The_message_tells_the_kind_and_not_the_secret() => Says(
        $"class C {{ string S => [|\"sk_live_{Random}\"|]; }}",
        "This is a Stripe secret key: it is hard-coded, so everyone who can read the repository or its history knows "
        + "it; read it from configuration, and rotate it");

    [Test]
    public Task The_message_tells_the_use_and_not_the_secret() => Says(
        InMethod("""client.ApiKey = [|"a8Fq3ZkP0xWv7LmN"|];"""),
        "The secret for 'ApiKey' is hard-coded, so everyone who can read the repository or its history knows it; read "
        + "it from configuration, and rotate it");

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
    public Task The_secret_is_read_from_the_configuration(string body, string repaired) =>
        Fixes(WithConfiguration(body), WithConfiguration(repaired));

    [Test]
    public Task The_key_that_is_read_already_is_the_one() => Fixes(
        WithConfiguration("var found = configuration[\"Jwt:SigningKey\"]; var signingKey = [|\"a8Fq3ZkP0xWv7LmN\"|];"),
        WithConfiguration(
            "var found = configuration[\"Jwt:SigningKey\"]; var signingKey = configuration[\"Jwt:SigningKey\"] ?? "
            + "throw new InvalidOperationException(\"'Jwt:SigningKey' is not configured.\");"));

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
    public Task No_fix_for_a_constant() =>
        OffersNoFix(WithConfiguration("""const string apiKey = [|"a8Fq3ZkP0xWv7LmN"|]; return apiKey;"""));

    [TestCase("class Design : IDesignTimeDbContextFactory { string Connect() => \"Host=db;Password=Tr0ub4dor&3x\"; }",
        TestName = "A factory of the design time")]
    [TestCase("class Local { string connection = \"Host=localhost;Username=me;Password=Tr0ub4dor&3x\"; }",
        TestName = "A server on this machine")]
    public Task What_never_leaves_the_machine(string code) =>
        Allows(code + " interface IDesignTimeDbContextFactory { }");

    [Test]
    public Task A_server_elsewhere() =>
        Flags("class Remote { string connection = [|\"Host=db.shop;Username=me;Password=Tr0ub4dor&3x\"|]; }");

    [TestCase("if (isDevelopment) { Seed(); Fill(); }", TestName = "The question stands in the caller")]
    [TestCase("if (isDevelopment) { Fill(); }", TestName = "The question stands in the caller of the caller")]
    public Task A_question_about_the_environment_in_the_caller_covers(string call) =>
        Allows(Seeder("private", call, "\"Tr0ub4dor&3x\""));

    [TestCase("Seed(); if (isDevelopment) Seed();", TestName = "One caller of two asks")]
    [TestCase("if (!isDevelopment) Fill();", TestName = "The other side of the question")]
    public Task Accounts_that_are_made_everywhere(string call) =>
        Flags(Seeder("private", call, "[|\"Tr0ub4dor&3x\"|]"));

    [Test]
    public Task Accounts_of_a_seeder_that_another_project_calls() =>
        Suggests(Seeder("public", "", "[|\"Tr0ub4dor&3x\"|]"));

    [Test]
    public Task An_account_that_no_seeder_makes_and_another_project_asks_for() => Flags(
        "public class Door { public string Open() { var password = [|\"Tr0ub4dor&3x\"|]; return password; } }");

    /// <summary>A method that makes an account, and one that calls it.</summary>
    private static string Seeder(string access, string call, string secret) => $$"""
        public class Users
        {
            public void Start(bool isDevelopment) { {{call}} }
            {{access}} void Fill() => Seed();
            {{access}} void Seed() => Add("admin", {{secret}});
            private void Add(string name, string password) => Console.WriteLine(name + password.Length);
        }
        """;

    [TestCase("DevelopmentUsers")]
    [TestCase("DemoAccounts")]
    public Task An_account_of_a_type_for_developers(string type) =>
        Allows(Seeder("public", "", "\"Tr0ub4dor&3x\"").Replace("class Users", $"class {type}"));

    [Test]
    public Task An_account_of_such_a_type_that_is_made_everywhere() => Flags(
        Seeder("private", "Fill();", "[|\"Tr0ub4dor&3x\"|]").Replace("class Users", "class DemoAccounts")
        + " public class Begin { static Begin() => new DemoAccounts().Start(true); }");

    [TestCase("if (environment.IsEnvironment(\"Testing\")) key = testingJwtKey;", TestName = "Asked for its name")]
    [TestCase("if (key is null && isTesting) key = testingJwtKey;", TestName = "Asked by a variable")]
    [TestCase("var other = isTesting ? testingJwtKey : null; key = other;", TestName = "The side of a choice")]
    public Task A_key_that_only_tests_take(string use) =>
        Allows(Signing("\"integration-test-signing-key-0123456789\"", use));

    [TestCase("if (environment.IsEnvironment(\"Testing\")) key = testingJwtKey; key ??= testingJwtKey;",
        TestName = "And all others, where none is set")]
    [TestCase("if (!isTesting) key = testingJwtKey;", TestName = "The other side")]
    [TestCase("key = testingJwtKey;", TestName = "Nobody asks")]
    public Task A_key_that_not_only_tests_take(string use) =>
        Flags(Signing("[|\"integration-test-signing-key-0123456789\"|]", use));

    private static string Signing(string text, string use) => $$"""
        using Microsoft.Extensions.Hosting;
        public class Tokens
        {
            public string? Make(IHostEnvironment environment, string? key, bool isTesting)
            {
                const string testingJwtKey = {{text}};
                {{use}}
                return Sign(key);
            }
            private static string? Sign(string? signingKey) => signingKey;
        }
        """;

    [Test]
    public Task A_table_of_accounts_is_one_finding() => Flags($$"""
        class Account { public Account(string name, string password) { } }
        class Accounts
        {
            static readonly Account[] All = new[]
            {
                new Account("anna", [|"{{Random}}"|]), new Account("bert", "{{Random}}x"), new Account("carl", "{{Random}}y"),
            };
            static readonly Account One = new Account("dora", [|"{{Random}}z"|]);
        }
        """);

    [TestCase("static readonly string[] Secrets = { \"Jwt:Key2\", \"Smtp:Password1\" };", TestName = "With colons")]
    [TestCase("static readonly string[] SecretKeys = { \"OAUTH2_CLIENT_SECRET\", \"DB_PASSWORD_1\" };",
        TestName = "Variables of the environment")]
    [TestCase("record Row(string Title, string Password); "
        + "static readonly Row[] Rows = { new(\"mail\", \"Smtp__Password1\") };",
        TestName = "A table")]
    [TestCase("static readonly (string Name, string Key)[] ApiKeys = { (\"maps\", \"MAPS2_API_KEY\") };",
        TestName = "A list of pairs")]
    public Task Names_of_settings_in_a_list(string list) => Allows($$"""class Names { {{list}} }""");

    [TestCase("static readonly string[] Secrets = { [|\"Tr0ub4dor3x\"|], [|\"c0rrecthorse\"|] };",
        TestName = "A list")]
    [TestCase("static readonly (string Name, string Key)[] ApiKeys = { (\"Maps:Key\", [|\"Tr0ub4dor3x\"|]) };",
        TestName = "A table of settings and values")]
    public Task Secrets_in_a_list(string list) => Flags($$"""class Names { {{list}} }""");

    [TestCase("if (key == InsecureApiKey) throw new InvalidOperationException();", TestName = "Compared")]
    [TestCase("if (string.Equals(key, InsecureApiKey)) throw new InvalidOperationException();", TestName = "By a call")]
    [TestCase("if (key is InsecureApiKey) throw new InvalidOperationException();", TestName = "By a pattern")]
    [TestCase("if (key.StartsWith(InsecureApiKey)) return \"refused\";", TestName = "By its beginning")]
    public Task A_secret_that_is_known_to_be_bad(string use) =>
        Allows(Refusing("InsecureApiKey", "\"dev-signing-key-1234\"", use));

    [TestCase("if (key == JwtKey) throw new InvalidOperationException();", TestName = "Thrown")]
    [TestCase("if (JwtKey.Equals(key)) { failures.Add(\"key\"); }", TestName = "Noted")]
    public Task A_secret_that_is_refused(string use) =>
        Allows(Refusing("JwtKey", "\"dev-signing-key-1234\"", use));

    [TestCase("if (key != JwtKey) throw new InvalidOperationException();", TestName = "All others are refused")]
    [TestCase("if (key == JwtKey) return \"welcome\";", TestName = "It lets in")]
    [TestCase("if (key == JwtKey) throw new InvalidOperationException(); key ??= JwtKey;", TestName = "And is used")]
    public Task A_secret_that_is_not_refused(string use) =>
        Flags(Refusing("JwtKey", "[|\"dev-signing-key-1234\"|]", use));

    private static string Refusing(string name, string text, string use) => $$"""
        class Start
        {
            const string {{name}} = {{text}};
            string? Check(string key, List<string> failures) { {{use}} return key; }
        }
        """;

    [TestCase("if (BadSecrets.Contains(key)) throw new InvalidOperationException();", TestName = "Asked")]
    [TestCase("if (BadSecrets.Any(bad => key.Contains(bad))) failures.Add(\"key\");", TestName = "Searched")]
    public Task A_list_of_secrets_that_are_refused(string use) => Allows($$"""
        class Start
        {
            static readonly string[] BadSecrets = { "dev-signing-key-1234", "ch4ngeme-please" };
            string? Check(string key, List<string> failures) { {{use}} return key; }
        }
        """);
}
