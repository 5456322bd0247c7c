using AiAwareAnalyzers.Disclosure;
using AiAwareAnalyzers.Disclosure.Secrets;

namespace AiAwareAnalyzers.Tests.Disclosure;

public sealed class SecretInLogTests : RuleTests<SecretInLog>
{
    private protected override ReferenceSet Framework => References.AspNetCore.And("Serilog", "NLog");

    private const string Types = """
        class Login { public string User { get; set; } = ""; public string Password { get; set; } = ""; public string PasswordHash { get; set; } = ""; public bool PasswordResetRequested { get; set; } }
        class Envelope { public Login Login { get; set; } = new(); }
        class Hidden { [System.Text.Json.Serialization.JsonIgnore] public string Password { get; set; } = ""; }
        record Credentials(string User, string ApiKey);
        record Row(Guid ApiKey, Guid? ParentApiKey);
        record Quiet(string User, string ApiKey) { public override string ToString() => User; }
        class Vault { public string GetApiKey() => ""; public Task<string> CreateRefreshTokenAsync() => Task.FromResult(""); public string HashPassword(string text) => text; public string Mask(string text) => text; public string Redact(string text) => text; }
        """;

    private static string Service(string statement) =>
        $$"""
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Logging;
        {{Types}}
        partial class Accounts
        {
            readonly ILogger<Accounts> _logger = null!;
            readonly Vault _vault = new();
            string _apiKey = "";
            async Task Work(Login login, Credentials credentials, Quiet quiet, string user, string password, string? accessToken, string token, string input, int otp, int tokenCount, string keyVaultName, string maskedToken,
                byte[] encryptionKey, HttpRequest request, IConfiguration configuration, IHostEnvironment environment, CancellationToken cancellationToken, string connectionString, List<Login> logins, string deviceToken)
            {
                await Task.Yield();
                {{statement}}
            }
        }
        """;

    [TestCase("var apiKey = Guid.NewGuid(); _logger.LogInformation(\"Key {ApiKey} made\", apiKey);",
        TestName = "The id of a row that is called a key")]
    public Task An_id_is_no_secret(string statement) => Allows(Service(statement));

    [TestCase(
        "_logger.LogInformation(\"{User} has {Password}\", user, [|password|]);",
        TestName = "A parameter in a template")]
    [TestCase(
        "_logger.LogInformation(\"{User} has {Password}\", login.User, [|login.Password|]);",
        TestName = "A property in a template")]
    [TestCase("_logger.LogDebug(\"Key {Key}\", [|_apiKey|]);", TestName = "A field in a template")]
    [TestCase("_logger.LogInformation($\"{user} has {[|password|]}\");", TestName = "An interpolated message")]
    [TestCase("_logger.LogInformation(\"Password: \" + [|password|]);", TestName = "A message that is put together")]
    [TestCase(
        "_logger.LogInformation(string.Format(\"Password: {0}\", [|password|]));", TestName = "A formatted message")]
    [TestCase(
        "_logger.LogError(new Exception(), \"Token {Token} is refused\", [|accessToken|]);",
        TestName = "Behind an exception")]
    [TestCase("_logger.Log(LogLevel.Information, \"Token {Token}\", [|accessToken|]);", TestName = "With a level")]
    [TestCase(
        "_logger.LogInformation(new EventId(1), \"Token {Token}\", [|accessToken|]);", TestName = "With an event id")]
    [TestCase("_logger.LogInformation(\"Token {Token}\", [|accessToken|] ?? \"none\");", TestName = "With a default")]
    [TestCase(
        "_logger.LogInformation(\"Token {Token}\", tokenCount > 0 ? [|accessToken|] : \"none\");",
        TestName = "By choice")]
    [TestCase("_logger.LogInformation(\"Token {Token}\", [|token|]);", TestName = "A mere token, where people log in")]
    [TestCase(
        "var current = login.User; _logger.LogInformation(\"Token {Token}\", [|current|]);",
        TestName = "A value that is called a token")]
    [TestCase(
        "foreach (var authToken in new[] { accessToken!, deviceToken }) "
        + "_logger.LogWarning(\"{Entry} is none\", [|authToken|]);",
        TestName = "One of several tokens")]
    [TestCase(
        "foreach (var oldPassword in input.Split(',')) _logger.LogWarning(\"{Password} is none\", [|oldPassword|]);",
        TestName = "One of several passwords in a text")]
    [TestCase(
        "_logger.LogInformation(\"Signing in with {Password}\", [|input|]);", TestName = "By the name of its place")]
    [TestCase("_logger.LogInformation(\"Code {Code}\", [|otp|]);", TestName = "A number that opens something")]
    [TestCase(
        "_logger.LogInformation(\"Key {Key}\", Convert.ToBase64String([|encryptionKey|]));",
        TestName = "Bytes written as text")]
    [TestCase("_logger.LogInformation(\"Key {Key}\", [|configuration[\"Stripe:ApiKey\"]|]);", TestName = "A setting")]
    [TestCase(
        "var value = configuration[\"Jwt:Key\"]; _logger.LogInformation(\"Using {Value}\", [|value|]);",
        TestName = "A local that holds a setting")]
    [TestCase(
        "_logger.LogInformation(\"Database {Database}\", [|configuration.GetConnectionString(\"Shop\")|]);",
        TestName = "A connection string from the settings")]
    [TestCase(
        "_logger.LogInformation(\"Database {Database}\", [|connectionString|]);",
        TestName = "A connection string by its name")]
    [TestCase(
        "_logger.LogInformation(\"Key {Key}\", [|Environment.GetEnvironmentVariable(\"OPENAI_API_KEY\")|]);",
        TestName = "A variable of the environment")]
    [TestCase(
        "_logger.LogInformation(\"Header {Header}\", [|request.Headers[\"Authorization\"]|].ToString());",
        TestName = "A header by its name")]
    [TestCase(
        "_logger.LogInformation(\"Header {Header}\", [|request.Headers.Authorization|]);",
        TestName = "A header by its property")]
    [TestCase(
        "_logger.LogDebug(\"Database {Database}\", "
        + "[|configuration.GetValue<string>(\"ConnectionStrings:Shop\")|] ?? \"none\");",
        TestName = "A connection string that is read as a value")]
    [TestCase(
        "_logger.LogDebug(\"Database {Database}\", [|configuration[\"ConnectionStrings:Shop\"]|]);",
        TestName = "A connection string that is read by its key")]
    [TestCase(
        "_logger.LogDebug(\"Database {Database}\", "
        + "[|configuration.GetSection(\"ConnectionStrings\")[\"Shop\"]|]);",
        TestName = "A connection string of a section")]
    [TestCase(
        "_logger.LogDebug(\"Database {Database}\", "
        + "[|Environment.GetEnvironmentVariable(\"ConnectionStrings__Shop\")|]);",
        TestName = "A connection string of the environment")]
    [TestCase(
        "var databaseName = \"shop\"; var master = connectionString.Replace(databaseName, \"master\"); "
        + "_logger.LogDebug(\"Database {Database}\", [|master|]);",
        TestName = "Another database, with the same password")]
    [TestCase(
        "_logger.LogDebug(\"Token {Token}\", [|accessToken|].Replace(\"Bearer \", \"\"));",
        TestName = "A token without what stands in front of it")]
    [TestCase("_logger.LogInformation(\"{Password}\", [|input ?? \"none\"|]);",
        TestName = "By its place in the template, with a default")]
    [TestCase("_logger.LogInformation(\"Key {Key}\", [|_vault.GetApiKey()|]);", TestName = "What a method hands out")]
    [TestCase(
        "_logger.LogInformation(\"Token {Value}\", await [|_vault.CreateRefreshTokenAsync()|]);",
        TestName = "What a method makes")]
    [TestCase(
        "var text = $\"{user}:{password}\"; _logger.LogInformation(\"Login {Login}\", [|text|]);",
        TestName = "A local that is put together")]
    [TestCase("_logger.LogInformation(\"Login {@Login}\", [|login|]);", TestName = "An object that is taken apart")]
    [TestCase("_logger.LogInformation(\"Logins {@Logins}\", [|logins|]);", TestName = "Objects that are taken apart")]
    [TestCase(
        "_logger.LogInformation(\"Message {@Message}\", [|new Envelope()|]);", TestName = "An object inside an object")]
    [TestCase(
        "_logger.LogInformation(\"Login {Login}\", System.Text.Json.JsonSerializer.Serialize([|login|]));",
        TestName = "An object as JSON")]
    [TestCase(
        "_logger.LogInformation(\"Login {Login}\", [|credentials|]);", TestName = "A record, whose text is all of it")]
    [TestCase(
        "_logger.LogInformation($\"Login {[|credentials|]}\");", TestName = "A record in an interpolated message")]
    [TestCase(
        "_logger.LogInformation(\"Login {@Login}\", new { user, Secret = [|password|] });",
        TestName = "An anonymous object")]
    [TestCase("using (_logger.BeginScope(\"{Password}\", [|password|])) { }", TestName = "A scope with a template")]
    [TestCase(
        "using (_logger.BeginScope(new Dictionary<string, object> { [\"User\"] = user, [\"Password\"] = [|password|] "
        + "})) { }",
        TestName = "A scope with properties")]
    [TestCase(
        "[|LoggerMessage.Define<string>(LogLevel.Information, new EventId(1), \"Signed in with "
        + "{Password}\")|](_logger, input, null);",
        TestName = "A delegate for a template")]
    [TestCase("Serilog.Log.Information(\"{User} has {Password}\", user, [|password|]);", TestName = "Serilog")]
    [TestCase(
        "Serilog.Log.ForContext(\"Password\", [|password|]).Information(\"Signed in\");",
        TestName = "A property of Serilog")]
    [TestCase(
        "using (Serilog.Context.LogContext.PushProperty(\"Token\", [|accessToken|])) { }",
        TestName = "A property in the context of Serilog")]
    [TestCase(
        "NLog.LogManager.GetCurrentClassLogger().Info(\"{User} has {Password}\", user, [|password|]);",
        TestName = "NLog")]
    [TestCase("Console.WriteLine($\"Password: {[|password|]}\");", TestName = "The console of a service")]
    [TestCase("System.Diagnostics.Trace.WriteLine(\"Password: \" + [|password|]);", TestName = "A trace")]
    [TestCase(
        "_logger.LogInformation(\"{Password} and {Token}\", [|password|], [|accessToken|]);",
        TestName = "Two secrets in one call")]
    public Task What_is_written_whole(string statement) => Flags(Service(statement));

    [Test]
    public Task A_method_whose_body_is_generated() => Flags("""
        using Microsoft.Extensions.Logging;
        static partial class Messages
        {
            [LoggerMessage(1, LogLevel.Information, "{User} signs in with {Password}")]
            public static partial void SignsIn(ILogger logger, string user, string password);
            public static partial void SignsIn(ILogger logger, string user, string password) { }
        }
        class Accounts { void Work(ILogger logger, string user, string text) => Messages.SignsIn(logger, user, [|text|]); }
        """);

    [Test]
    public Task The_message_names_the_secret() => Says(
        Service("_logger.LogInformation(\"{User} has {Password}\", user, [|password|]);"),
        "'password' goes into a log, where people who must not see it can read it; leave it out, or log only that it "
        + "is present");

    [Test]
    public Task The_message_names_the_object_and_its_members() => Says(
        Service("_logger.LogInformation(\"Login {@Login}\", [|login|]);"),
        "'login' takes 'Password' into a log, where people who must not see it can read it; log the "
        + "members that are meant");

    [TestCase("_logger.LogInformation(\"{Length}\", password.Length);", TestName = "Its length")]
    [TestCase(
        "_logger.LogInformation(\"Token is there: {HasToken}\", accessToken is not null);",
        TestName = "Its presence, by a pattern")]
    [TestCase(
        "_logger.LogInformation(\"Token is missing: {NoToken}\", string.IsNullOrEmpty(accessToken));",
        TestName = "Its presence, by a call")]
    [TestCase(
        "_logger.LogInformation(\"Token {Token}\", accessToken is null ? \"missing\" : \"present\");",
        TestName = "Its presence, in words")]
    [TestCase("_logger.LogInformation(\"Token {Token}\", token[..4] + \"***\");", TestName = "Its first letters")]
    [TestCase(
        "foreach (string authToken in input.Split(',')) _logger.LogWarning(\"{Entry} is none\", authToken);",
        TestName = "What stands between two separators")]
    [TestCase(
        "foreach (var aToken in input.Split(new[] { ' ', ',' }, StringSplitOptions.RemoveEmptyEntries)) "
        + "_logger.LogWarning(\"Invalid {Token}\", aToken);",
        TestName = "What stands between two separators, as a token")]
    [TestCase("_logger.LogInformation(\"Token {Token}\", token.Substring(0, 4));", TestName = "A piece cut out")]
    [TestCase("_logger.LogInformation(\"Token {Token}\", _vault.Mask(token));", TestName = "Masked")]
    [TestCase(
        "var shown = connectionString.Replace(\"Password=abc\", \"Password=***\"); _logger.LogInformation(shown);",
        TestName = "The password is replaced by stars")]
    [TestCase(
        "_logger.LogInformation(connectionString.Replace(password, \"\").Replace(\";\", \" \"));",
        TestName = "The password is taken out, and more is replaced")]
    [TestCase(
        "_logger.LogInformation(connectionString.Replace(_vault.GetApiKey(), \"redacted\"));",
        TestName = "A text that says that something is missing")]
    [TestCase(
        "_logger.LogInformation(\"{Database}\", configuration[\"Database:ConnectionStringsFile\"]);",
        TestName = "A setting about connection strings")]
    [TestCase(
        "var shown = _vault.Redact(password); _logger.LogInformation(\"{Password}\", shown);",
        TestName = "Redacted before")]
    [TestCase("password = \"***\"; _logger.LogInformation(\"{Password}\", password);", TestName = "Overwritten before")]
    [TestCase(
        "password = _vault.Mask(password); _logger.LogInformation(\"{Password}\", password);",
        TestName = "Masked in its place")]
    [TestCase("_logger.LogInformation(\"Token {Token}\", maskedToken);", TestName = "Masked by its name")]
    [TestCase("_logger.LogInformation(\"Hash {Hash}\", login.PasswordHash);", TestName = "A hash")]
    [TestCase("_logger.LogInformation(\"Hash {Hash}\", _vault.HashPassword(password));", TestName = "Hashed")]
    [TestCase("_logger.LogInformation(\"{Count} tokens\", tokenCount);", TestName = "A count of tokens")]
    [TestCase("_logger.LogInformation(\"Vault {KeyVaultName}\", keyVaultName);", TestName = "The name of a vault")]
    [TestCase(
        "_logger.LogInformation(\"{Requested}\", login.PasswordResetRequested);", TestName = "A flag about a password")]
    [TestCase("_logger.LogInformation(\"{Token}\", cancellationToken);", TestName = "A token of cancellation")]
    [TestCase(
        "var continuationToken = login.User; _logger.LogInformation(\"{Token}\", continuationToken);",
        TestName = "A place among pages")]
    [TestCase(
        "var nextPageToken = login.User; _logger.LogInformation(\"{Token}\", nextPageToken);",
        TestName = "The next page")]
    [TestCase("_logger.LogInformation(\"Device {Device}\", deviceToken);", TestName = "The address of a phone")]
    [TestCase("_logger.LogInformation(\"The password was changed\");", TestName = "Only words about it")]
    [TestCase("_logger.LogInformation(\"Parameter {Name}\", nameof(password));", TestName = "Its name")]
    [TestCase(
        "const string ApiKey = \"ab12cd34ef56\"; _logger.LogInformation(\"{Key}\", ApiKey);",
        TestName = "A constant: another rule speaks where it is written")]
    [TestCase(
        "_logger.LogInformation(\"{Issuer}\", configuration[\"Jwt:Issuer\"]);", TestName = "A setting that is none")]
    [TestCase(
        "_logger.LogInformation(\"{Header}\", request.Headers[\"Accept\"].ToString());",
        TestName = "A header that is none")]
    [TestCase("_logger.LogInformation(\"Login {Login}\", login);", TestName = "An object by its type's name")]
    [TestCase("_logger.LogInformation(\"Login {@Login}\", login.User);", TestName = "The member that is meant")]
    [TestCase(
        "_logger.LogInformation(\"Login {@Login}\", new { login.User });", TestName = "The members that are meant")]
    [TestCase("var row = new Row(Guid.Empty, null); _logger.LogInformation(\"Row {Row}\", row);",
        TestName = "A record whose keys are ids")]
    [TestCase("_logger.LogInformation(\"Login {Login}\", quiet);", TestName = "A record with a text of its own")]
    [TestCase("_logger.LogInformation(\"{@Hidden}\", new Hidden());", TestName = "A member that an attribute hides")]
    [TestCase(
        "if (environment.IsDevelopment()) _logger.LogDebug(\"Code {Code}\", otp);",
        TestName = "Developers alone see it")]
    [TestCase("throw new InvalidOperationException(password);", TestName = "No log")]
    [TestCase("System.Diagnostics.Debug.WriteLine(password);", TestName = "Only debug builds have it")]
    [TestCase("string.Format(\"{0}\", password);", TestName = "A text that goes nowhere")]
    public Task What_shows_only_a_trace_is_fine(string statement) => Allows(Service(statement));

    [Test]
    public Task The_console_of_a_tool_is_fine() =>
        Given.WithReferences(References.Net10)
            .Allows("class Tool { void Run(string password) => Console.WriteLine(password); }");

    [Test]
    public Task A_token_of_a_parser_is_fine() => Allows("""
        using Microsoft.Extensions.Logging;
        class QueryParser { void Read(ILogger logger, string token) => logger.LogDebug("Token {Token}", token); }
        """);

    [Test]
    public Task A_token_where_nobody_logs_in_is_fine() => Given.WithReferences(References.Net10).Allows("""
        class Logger { public void Info(string template, params object?[] values) { } }
        class Counter { void Read(Logger logger, string token) => logger.Info("Token {Token}", token); }
        """);

    [Test]
    public Task A_logger_of_ones_own() => Given.WithReferences(References.Net10).Flags("""
        class Logger { public void Info(string template, params object?[] values) { } }
        class Counter { void Read(Logger logger, string password) => logger.Info("Password {Password}", [|password|]); }
        """);

    [TestCase("plain", "")]
    [TestCase("{A} and {B}", "A B")]
    [TestCase("{{A}} {B}", "B")]
    [TestCase("{@A:j} {$B,10}", "@A B")]
    [TestCase("{0} {1}", " ")]
    [TestCase("{A} {", "A")]
    [TestCase("{A} {{", "A")]
    public void A_template_has_places(string template, string places) =>
        Assert.That(
            string.Join(
                " ", LogTemplate.PlacesOf(template).Select(place => (place.IsTakenApart ? "@" : "") + place.Name)),
            Is.EqualTo(places));

    private const string TokenAnswer = """
        using System.Text.Json;
        using Microsoft.Extensions.Logging;
        public class Answer { public string? AccessToken { get; set; } public string? RefreshToken { get; set; } public string? ApiKey { get; set; } }
        public class Weather { public int Degrees { get; set; } }
        public class Logon
        {
            public async Task Run(ILogger logger, HttpResponseMessage response)
            {
                var json = await response.Content.ReadAsStringAsync();
                BODY
            }
        }
        """;

    [TestCase("""logger.LogInformation("Raw: {Json}", [|json|]); var answer = JsonSerializer.Deserialize<Answer>(json);""",
        TestName = "The text of tokens")]
    [TestCase("""var answer = JsonSerializer.Deserialize<Answer>(json); if (answer?.ApiKey is null) logger.LogWarning("{@Answer}", [|answer|]);""",
        TestName = "Another secret is absent")]
    [TestCase("""var answer = JsonSerializer.Deserialize<Answer>(json); if (answer?.AccessToken is not null) logger.LogWarning("{@Answer}", [|answer|]);""",
        TestName = "It is there")]
    public Task The_answer_to_a_logon(string body) => Flags(TokenAnswer.Replace("BODY", body));

    [TestCase("""if (!response.IsSuccessStatusCode) { logger.LogError("{Json}", json); return; } JsonSerializer.Deserialize<Answer>(json);""",
        TestName = "The text of a failure")]
    [TestCase("logger.LogInformation(\"{Json}\", json); JsonSerializer.Deserialize<Weather>(json);",
        TestName = "A text without secrets")]
    [TestCase("""try { JsonSerializer.Deserialize<Answer>(json); } catch (JsonException) { logger.LogError("{Json}", json); }""",
        TestName = "A text that cannot be read")]
    public Task Another_text(string body) => Allows(TokenAnswer.Replace("BODY", body));

    [TestCase("answer?.AccessToken is null", TestName = "By a pattern")]
    [TestCase("answer?.AccessToken == null", TestName = "By a comparison")]
    [TestCase("string.IsNullOrEmpty(answer?.AccessToken)", TestName = "By a method")]
    public Task Who_was_given_no_token_was_given_none_of_its_kind(string question) => Allows(
        TokenAnswer.Replace(" public string? ApiKey { get; set; }", "")
            .Replace(
                "BODY",
                "var answer = JsonSerializer.Deserialize<Answer>(json); "
                + $"if ({question}) logger.LogWarning(\"{{@Answer}}\", answer);"));
}
