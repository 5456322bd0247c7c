using AiAwareAnalyzers.Disclosure;

namespace AiAwareAnalyzers.Tests.Disclosure;

public sealed class TimingUnsafeComparisonTests : RuleTests<TimingUnsafeComparison, TimingUnsafeComparisonFix>
{
    private static string InMethod(string parameters, string body) =>
        $$"""
        using System.Security.Cryptography;
        using System.Text;
        class Options { public string ApiKey { get; set; } = ""; public string? WebhookSecret { get; set; } public byte[] PasswordHash { get; set; } = []; public string PasswordResetToken { get; set; } = ""; }
        class Api
        {
            readonly Options _options = new();
            bool Check({{parameters}}) { {{body}} }
        }
        """.Replace("= [];", "= new byte[0];");

    [TestCase("string apiKey", "return [|apiKey == _options.ApiKey|];")]
    [TestCase("string apiKey", "return !([|apiKey != _options.ApiKey|]);")]
    [TestCase("string key", "return [|key.Equals(_options.ApiKey)|];")]
    [TestCase("string key", "return [|string.Equals(key, _options.ApiKey)|];")]
    [TestCase("string key", "return [|string.Equals(key, _options.ApiKey, StringComparison.Ordinal)|];")]
    [TestCase("string? key", "if ([|key == _options?.WebhookSecret|]) return true; return false;")]
    [TestCase("string token", "return [|_options.PasswordResetToken == token|];")]
    [TestCase("byte[] hash", "return [|hash.SequenceEqual(_options.PasswordHash)|];")]
    [TestCase("byte[] hash", "return [|hash.AsSpan().SequenceEqual(_options.PasswordHash)|];")]
    [TestCase("string signature, string computed", "return [|computed == signature|];")]
    [TestCase(
        "string header, byte[] body, byte[] key",
        "var expected = Convert.ToHexString(HMACSHA256.HashData(key, body)).ToLowerInvariant(); return [|expected == "
        + "header|];")]
    [TestCase(
        "string header, byte[] body, byte[] key",
        "using var hmac = new HMACSHA256(key); return [|\"sha256=\" + Convert.ToHexString(hmac.ComputeHash(body)) == "
        + "header|];")]
    [TestCase("string header, byte[] body, byte[] key", "using var hmac = new HMACSHA1(key); var hash = "
        + "hmac.ComputeHash(body); return [|header == $\"sha1={BitConverter.ToString(hash).Replace(\"-\", \"\")}\"|];")]
    [TestCase(
        "byte[] given, byte[] body, byte[] key", "return [|HMACSHA256.HashData(key, body).SequenceEqual(given)|];")]
    [TestCase(
        "byte[] stored, string entered, byte[] salt",
        "var derived = Rfc2898DeriveBytes.Pbkdf2(entered, salt, 1000, HashAlgorithmName.SHA256, 32); return "
        + "[|derived.SequenceEqual(stored)|];")]
    [TestCase(
        "string password, string storedPasswordHash",
        "return [|Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(password))) == storedPasswordHash|];")]
    [TestCase("List<Options> all, string key", "return all.Any(o => [|o.ApiKey == key|]);")]
    public Task A_secret_that_is_compared_step_by_step(string parameters, string body) =>
        Flags(InMethod(parameters, body));

    [Test]
    public Task The_message_names_the_comparison_and_the_secret() => Says(
        InMethod("string apiKey", "return [|apiKey == _options.ApiKey|];"),
        "'apiKey == _options.ApiKey' stops at the first difference, so the time it takes reveals how much of 'apiKey' "
        + "was guessed right; compare with 'CryptographicOperations.FixedTimeEquals'");

    [Test]
    public Task Without_the_framework_method_the_message_says_what_to_do() =>
        Given.WithReferences(References.NetStandard20).Says(
            InMethod("string apiKey", "return [|apiKey == _options.ApiKey|];"),
            "'apiKey == _options.ApiKey' stops at the first difference, so the time it takes reveals how much of "
            + "'apiKey' was guessed right; compare all bytes, and answer only after the last one");

    [TestCase("string apiKey", "return apiKey == \"\";")]
    [TestCase("string? apiKey", "return apiKey == null;")]
    [TestCase("string apiKey", "return apiKey == string.Empty || apiKey.Length == 0;")]
    [TestCase("string password, string confirmPassword", "return password == confirmPassword;")]
    [TestCase("string newPassword, string oldPassword", "return newPassword == oldPassword;")]
    [TestCase("string previousApiKey", "return _options.ApiKey != previousApiKey;")]
    [TestCase("string fileHash, byte[] content", "return Convert.ToHexString(SHA256.HashData(content)) == fileHash;")]
    [TestCase("byte[] digest, byte[] content", "return SHA256.HashData(content).SequenceEqual(digest);")]
    [TestCase("string token, string[] tokens", "return tokens[0] == token;")]
    [TestCase("string sessionId, string other", "return sessionId == other;")]
    [TestCase("string verificationCode, string entered", "return verificationCode == entered;")]
    [TestCase("string key, KeyValuePair<string, string> pair", "return pair.Key == key;")]
    [TestCase("string secretName, string name", "return secretName == name;")]
    [TestCase("string apiKeyHeader, string name", "return apiKeyHeader == name;")]
    [TestCase(
        "string a, string apiKey",
        "return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(apiKey));")]
    [TestCase("IQueryable<Options> all, string key", "return all.Any(o => o.ApiKey == key);")]
    [TestCase("int apiKeyCount, int other", "return apiKeyCount == other;")]
    [TestCase("List<int> a, List<int> b", "return a.SequenceEqual(b);")]
    [TestCase("string etag, string other", "return etag == other;")]
    [TestCase("string privateKey, string publicKey", "return privateKey == publicKey;")]
    public Task What_tells_nothing_is_fine(string parameters, string body) => Allows(InMethod(parameters, body));

    [Test]
    public Task A_store_for_trying_out_is_fine() => Allows("""
        public class InMemoryUsers { public bool Check(string stored, string password) => stored == password; }
        """);

    [Test]
    public Task Equality_of_our_own_is_fine() => Allows("""
        sealed class Credentials { public string ApiKey = ""; public override bool Equals(object? other) => other is Credentials c && c.ApiKey == ApiKey; public override int GetHashCode() => 0; }
        """);

    [TestCase(
        "string apiKey",
        "return [|apiKey == _options.ApiKey|];",
        "return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(apiKey), "
        + "Encoding.UTF8.GetBytes(_options.ApiKey));")]
    [TestCase(
        "string apiKey",
        "if ([|apiKey != _options.ApiKey|]) return false; // wrong key\n return true;",
        "if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(apiKey), "
        + "Encoding.UTF8.GetBytes(_options.ApiKey))) return false; // wrong key\n return true;")]
    [TestCase(
        "string key",
        "return [|key.Equals(_options.ApiKey)|];",
        "return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), "
        + "Encoding.UTF8.GetBytes(_options.ApiKey));")]
    [TestCase(
        "string key",
        "return ![|string.Equals(key, _options.ApiKey, StringComparison.Ordinal)|];",
        "return !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), "
        + "Encoding.UTF8.GetBytes(_options.ApiKey));")]
    [TestCase(
        "byte[] hash",
        "return [|hash.SequenceEqual(_options.PasswordHash)|];",
        "return CryptographicOperations.FixedTimeEquals(hash, _options.PasswordHash);")]
    [TestCase(
        "string a, string b",
        "return [|a == _options.ApiKey|] && [|b == _options.PasswordResetToken|];",
        "return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(a), "
        + "Encoding.UTF8.GetBytes(_options.ApiKey)) && "
        + "CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(b), "
        + "Encoding.UTF8.GetBytes(_options.PasswordResetToken));")]
    [TestCase(
        "string? key",
        "return key is not null && [|key == _options.ApiKey|];",
        "return key is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), "
        + "Encoding.UTF8.GetBytes(_options.ApiKey));")]
    [TestCase(
        "List<Options> all, string key",
        "return all.Any(o => [|o.ApiKey == key|]);",
        "return all.Any(o => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(o.ApiKey), "
        + "Encoding.UTF8.GetBytes(key)));")]
    public Task The_time_no_longer_tells(string parameters, string body, string repaired) =>
        Fixes(InMethod(parameters, body), InMethod(parameters, repaired));

    [TestCase("string? key", "return [|key == _options.ApiKey|];")]
    [TestCase("string key", "return [|key == _options.WebhookSecret|];")]
    public Task No_fix_where_a_side_may_be_null(string parameters, string body) =>
        OffersNoFix(InMethod(parameters, body));

    [Test]
    public Task Who_wants_to_be_a_user_may_come_as_one() => Flags("""
        public class User { public string Name { get; set; } = ""; public string Password { get; set; } = ""; }
        public class Door { public bool Opens(User known, User login) => [|known.Password == login.Password|]; }
        """);

    [TestCase("return kind == Resources.CardSecret;", TestName = "A text of a resource file")]
    [TestCase("return kind == _options.SecretPath;", TestName = "A path")]
    [TestCase("return kind == _local.ApiKey;", TestName = "A setting on this machine")]
    [TestCase("return kind == RememberedPassword;", TestName = "What a program has remembered for its user")]
    public Task What_is_no_secret_of_others(string body) => Allows(Cards(body));

    [TestCase("return [|kind == Keys.CardSecret|];", TestName = "A static member that comes from elsewhere")]
    [TestCase("return [|kind == _options.ApiKey|];", TestName = "A setting of the server")]
    public Task What_is_one(string body) => Flags(Cards(body));

    private static string Cards(string body) => $$"""
        public static class Resources { public static object ResourceManager => new(); public static string CardSecret => ResourceManager.ToString()!; }
        public static class Keys { public static string CardSecret => Environment.MachineName; }
        public class Settings { public string ApiKey { get; set; } = ""; public string SecretPath { get; set; } = ""; }
        public class LocalSettings { public string ApiKey { get; set; } = ""; }
        public class Card
        {
            private readonly Settings _options = new();
            private readonly LocalSettings _local = new();
            private string RememberedPassword => Environment.MachineName;
            public bool Is(string kind) { {{body}} }
        }
        """;

    [TestCase("return Open(sealedText) == _options.PasswordResetToken;",
        "string Open(string text) => new Protector().Unprotect(text);", TestName = "By a method of the type")]
    [TestCase("return new Protector().Unprotect(sealedText) == _options.ApiKey;", "", TestName = "At once")]
    [TestCase("var parts = new Protector().Unprotect(sealedText).Split(':'); return parts[1] == _options.ApiKey;", "",
        TestName = "A part of it")]
    [TestCase(
        "var ticket = new Reader().Read(sealedText); return ticket != null && ticket.Stamp == _options.ApiKey;",
        "",
        TestName = "A member of what a reader made of it")]
    public Task Text_that_was_sealed_by_the_program_is_silent(string body, string member) =>
        Allows(InMethod("string sealedText", body + " } " + member + " bool Other() { return true;") + Sealed);

    [Test]
    public Task Text_that_anybody_may_have_written_is_flagged() =>
        Flags(
            InMethod(
                "string text",
                "var parts = new Opener().Open(text).Split(':'); return [|parts[1] == _options.ApiKey|];")
            + " class Opener { public string Open(string text) => text.Trim(); }");

    private const string Sealed = """

        class Protector { public string Unprotect(string text) => text; }
        class Ticket { public string Stamp { get; set; } = ""; }
        class Reader { public Ticket? Read(string text) { var open = new Protector().Unprotect(text); return open.Length == 0 ? null : new Ticket { Stamp = open }; } }
        """;

    [TestCase("string tokenHash, string storedTokenHash", "return tokenHash == storedTokenHash;")]
    [TestCase("string givenTokenHash, string shareTokenHash", "return shareTokenHash.Equals(givenTokenHash);")]
    public Task Hashes_of_tokens_are_silent(string parameters, string body) => Allows(InMethod(parameters, body));

    [TestCase("string passwordHash, string storedPasswordHash", "return [|passwordHash == storedPasswordHash|];")]
    [TestCase("string given, string storedTokenHash", "return [|given == storedTokenHash|];")]
    public Task A_hash_of_something_shorter_or_unknown_is_flagged(string parameters, string body) =>
        Flags(InMethod(parameters, body));
}
