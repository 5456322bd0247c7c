using AiAwareAnalyzers.Disclosure;

namespace AiAwareAnalyzers.Tests.Disclosure;

public sealed class PredictableSecretTests : RuleTests<PredictableSecret, PredictableSecretFix>
{
    [Test]
    public Task A_password_drawn_letter_by_letter() => Flags("""
        class Accounts
        {
            private const string Letters = "abcdefghijklmnopqrstuvwxyz";
            public string GeneratePassword(int length)
            {
                var random = new Random();
                var text = new System.Text.StringBuilder();
                for (var i = 0; i < length; i++) text.Append(Letters[[|random.Next(Letters.Length)|]]);
                return text.ToString();
            }
        }
        """);

    [Test]
    public Task A_code_in_an_expression_body() =>
        Flags("class A { string CreateVerificationCode() => [|new Random().Next(100000, 999999)|].ToString(); }");

    [Test]
    public Task A_code_in_a_property_of_a_new_object() => Flags("""
        class User { public string? ResetCode { get; set; } public string? Name { get; set; } }
        class A { User Create() => new() { Name = "x", ResetCode = $"{[|Random.Shared.Next(1000, 9999)|]:D4}" }; }
        """);

    [Test]
    public Task A_local_in_a_method_of_another_name() => Flags("""
        class A { void Send(Action<string> mail) { var otp = [|Random.Shared.Next(0, 999999)|].ToString("D6"); mail(otp); } }
        """);

    [Test]
    public Task A_lambda_over_letters() => Flags("""
        class A
        {
            static readonly Random random = new();
            string NewApiKey() => new string(Enumerable.Repeat("ABCDEF0123456789", 32).Select(s => s[[|random.Next(s.Length)|]]).ToArray());
        }
        """);

    [Test]
    public Task Bytes_of_a_salt() => Flags(
        "class A { byte[] CreateSalt() { var salt = new byte[16]; [|new Random().NextBytes(salt)|]; return salt; } }");

    [Test]
    public Task An_argument_of_our_own() => Flags("""
        class A { void SetPassword(string password) { } void M() => SetPassword([|Random.Shared.Next()|].ToString()); }
        """);

    [Test]
    public Task An_index_on_the_way_is_no_excuse() => Flags("""
        class A { string GenerateToken(string letters) { var result = ""; for (var i = 0; i < 8; i++) { var index = [|Random.Shared.Next(letters.Length)|]; result += letters[index]; } return result; } }
        """);

    [Test]
    public Task The_clock() =>
        Flags("class A { string CreateSessionToken(string user) => user + [|DateTime.UtcNow.Ticks|]; }");

    [Test]
    public Task A_generator_that_is_handed_in() =>
        Flags("class A { string ResetToken(Random random) => [|random.Next()|].ToString(\"x\"); }");

    [Test]
    public Task A_local_function() => Flags("""
        class A { string M() { return Otp(); string Otp() => [|Random.Shared.Next(999999)|].ToString(); } }
        """);

    [Test]
    public Task Top_level_statements() =>
        Flags("""var apiKey = [|Random.Shared.NextInt64()|].ToString("x"); Console.WriteLine(apiKey);""");

    [Test]
    public Task An_element_of_an_array() =>
        Flags("class A { char[] M(string letters) { var password = new char[8]; for (var i = 0; i < 8; i++) "
            + "password[i] = letters[[|Random.Shared.Next(letters.Length)|]]; return password; } }");

    [Test]
    public Task A_field() => Flags("class A { string inviteCode = [|Random.Shared.Next(9999)|].ToString(); }");

    [TestCase("var random = new Random(); return new string(Enumerable.Range(0, length)"
        + ".Select(_ => Letters[random.Next(Letters.Length)]).ToArray());", TestName = "Drawn in a lambda")]
    [TestCase("var random = new Random(); var chars = Enumerable.Range(0, length)"
        + ".Select(_ => Letters[random.Next(Letters.Length)]).ToArray(); return new string(chars);",
        TestName = "Drawn into a local")]
    [TestCase("var text = new System.Text.StringBuilder(); for (var i = 0; i < length; i++) "
        + "{ var place = Random.Shared.Next(9); text.Append(Letters[place]); } return text.ToString();",
        TestName = "Drawn into a builder")]
    [TestCase("var bytes = new byte[length]; new Random().NextBytes(bytes); return Convert.ToHexString(bytes);",
        TestName = "Bytes that are filled")]
    [TestCase("var text = \"\"; while (text.Length < length) text += Random.Shared.Next(10); return text;",
        TestName = "A text that grows")]
    [TestCase(
        "var chars = new char[length]; for (var i = 0; i < length; i++) chars[i] = Letters[Random.Shared.Next(9)]; "
        + "return new string(chars);", TestName = "Drawn place by place")]
    public Task A_function_that_says_only_random(string body) => Flags($$"""
        class Login
        {
            const string Letters = "abcdefghijklmnopqrstuvwxyz";

            string Begin()
            {
                var codeVerifier = [|Draw(86)|];
                return codeVerifier;
            }

            static string Draw(int length) { {{body}} }
        }
        """);

    [Test]
    public Task A_function_of_another_class() => Flags("""
        class User { public string? Password { get; set; } }
        static class Texts { public static string Random(int length) => new System.Random().Next(length).ToString(); }
        class Accounts { User Create() => new() { Password = [|Texts.Random(12)|] }; }
        """);

    [Test]
    public Task A_function_that_is_called_a_secret_is_reported_where_it_draws() => Flags("""
        class A
        {
            void M(Action<string> mail) { var password = NewPassword(); mail(password); }
            string NewPassword() => [|Random.Shared.Next(9999)|].ToString();
        }
        """);

    [TestCase("var name = Draw(8); return name;", "return Random.Shared.Next(length).ToString();",
        TestName = "What becomes no secret")]
    [TestCase("var password = Draw(8); return password;",
        "return Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(length));",
        TestName = "What is drawn securely")]
    [TestCase("var password = Draw(8); return password;",
        "if (Random.Shared.Next(9) == 0) Console.WriteLine(length); return Console.ReadLine()!;",
        TestName = "What is only decided by a draw")]
    [TestCase("var passwordLength = Draw(8).Length; return passwordLength.ToString();",
        "return Random.Shared.Next(length).ToString();", TestName = "How long a secret is")]
    public Task A_function_that_makes_no_secret_of_chance(string use, string body) => Allows($$"""
        class A { string M() { {{use}} } static string Draw(int length) { {{body}} } }
        """);

    [Test]
    public Task A_password_is_one_finding_however_many_draws_it_takes() => Flags("""
        class A
        {
            string GeneratePassword(Random random, string upper, string lower)
            {
                var letters = new[] { upper[[|random.Next(upper.Length)|]], lower[random.Next(lower.Length)] };
                return new string(letters);
            }
        }
        """);

    [Test]
    public Task A_Guid_is_a_suggestion() =>
        Suggests("class A { string CreatePasswordResetToken() => [|Guid.NewGuid()|].ToString(\"N\"); }");

    [Test]
    public Task In_a_high_risk_zone_it_is_a_warning() =>
        WithOption("ai_aware.high_risk", "*.cs")
            .Flags("class A { string CreatePasswordResetToken() => [|Guid.NewGuid()|].ToString(\"N\"); }");

    [Test]
    public Task The_message_names_the_draw_and_the_secret() => Says(
        "class A { string CreateOtp() => [|Random.Shared.Next(999999)|].ToString(); }",
        "'Random.Shared.Next(999999)' makes 'CreateOtp', but a few numbers of a 'Random' are enough to compute the "
        + "others; draw it from 'RandomNumberGenerator'");

    [TestCase("int RollDice() => Random.Shared.Next(1, 7);")]
    [TestCase("Guid Id { get; } = Guid.NewGuid();")]
    [TestCase("string Nonce { get; } = Guid.NewGuid().ToString();")]
    [TestCase("string CorrelationId() => Guid.NewGuid().ToString();")]
    [TestCase("int StatusCode() => Random.Shared.Next(200, 500);")]
    [TestCase("string ColorCode() => Random.Shared.Next(0xFFFFFF).ToString(\"X6\");")]
    [TestCase("string ZipCode() => Random.Shared.Next(10000, 99999).ToString();")]
    [TestCase("string ProductCode() => Random.Shared.Next(999).ToString();")]
    [TestCase(
        "void Jitter(CancellationToken cancellationToken) => Task.Delay(Random.Shared.Next(100), cancellationToken);")]
    [TestCase("string NextToken(string[] tokens) => tokens[Random.Shared.Next(tokens.Length)];")]
    [TestCase("int TokenCount() => Random.Shared.Next(9);")]
    [TestCase("int PasswordLength() => Random.Shared.Next(12, 20);")]
    [TestCase(
        "string Password() { var length = Random.Shared.Next(12, 20); return "
        + "Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(length)); }")]
    [TestCase(
        "string GenerateToken() => "
        + "Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));")]
    [TestCase("int Otp() => System.Security.Cryptography.RandomNumberGenerator.GetInt32(1000000);")]
    [TestCase("DateTime TokenExpiry() => DateTime.UtcNow.AddHours(1);")]
    [TestCase("bool IsTokenExpired(long ticks) => DateTime.UtcNow.Ticks > ticks;")]
    [TestCase("string PublicKey() => Random.Shared.Next().ToString();")]
    [TestCase("string CacheKey() => Guid.NewGuid().ToString();")]
    [TestCase("string Greeting(string password) => password.Length > Random.Shared.Next(9) ? \"a\" : \"b\";")]
    public Task What_nobody_must_keep_secret_is_fine(string member) => Allows($"class A {{ {member} }}");

    [Test]
    public Task A_Next_of_another_type_is_fine() =>
        Allows("class Dice { public int Next(int max) => 4; } class A { int CreateOtp(Dice dice) => dice.Next(6); }");

    [Test]
    public Task Numbers_become_secure_numbers_and_the_generator_goes() => Fixes(
        """
        using System.Security.Cryptography;

        class Accounts
        {
            public string CreateVerificationCode()
            {
                var random = new Random();
                return [|random.Next(100000, 1000000)|].ToString();
            }
        }
        """,
        """
        using System.Security.Cryptography;

        class Accounts
        {
            public string CreateVerificationCode()
            {
                return RandomNumberGenerator.GetInt32(100000, 1000000).ToString();
            }
        }
        """);

    [Test]
    public Task Every_draw_of_a_password() => Fixes(
        """
        using System.Security.Cryptography;

        class A
        {
            string GeneratePassword(Random random, string upper, string lower)
            {
                // one of each
                var letters = new[] { upper[[|random.Next(upper.Length)|]], lower[random.Next(lower.Length)] };
                return new string(letters);
            }
        }
        """,
        """
        using System.Security.Cryptography;

        class A
        {
            string GeneratePassword(Random random, string upper, string lower)
            {
                // one of each
                var letters = new[] { upper[RandomNumberGenerator.GetInt32(upper.Length)], lower[RandomNumberGenerator.GetInt32(lower.Length)] };
                return new string(letters);
            }
        }
        """);

    [Test]
    public Task Bytes_are_filled() => Fixes(
        """
        class A
        {
            byte[] CreateSalt()
            {
                var salt = new byte[16];
                [|new Random().NextBytes(salt)|];
                return salt;
            }
        }
        """,
        """
        class A
        {
            byte[] CreateSalt()
            {
                var salt = new byte[16];
                System.Security.Cryptography.RandomNumberGenerator.Fill(salt);
                return salt;
            }
        }
        """);

    [Test]
    public Task Several_functions_at_once() => Fixes(
        """
        using System.Security.Cryptography;

        class A
        {
            string Otp() => [|Random.Shared.Next(1000000)|].ToString("D6");
            string Pin() => "";
            string InviteCode() => [|Random.Shared.Next(1000)|].ToString();
        }
        """,
        """
        using System.Security.Cryptography;

        class A
        {
            string Otp() => RandomNumberGenerator.GetInt32(1000000).ToString("D6");
            string Pin() => "";
            string InviteCode() => RandomNumberGenerator.GetInt32(1000).ToString();
        }
        """);

    [Test]
    public Task A_generator_that_others_use_stays() => Fixes(
        """
        using System.Security.Cryptography;

        class A
        {
            string Otp()
            {
                var random = new Random();
                Log(random);
                return [|random.Next(10)|].ToString();
            }

            void Log(object o) { }
        }
        """,
        """
        using System.Security.Cryptography;

        class A
        {
            string Otp()
            {
                var random = new Random();
                Log(random);
                return RandomNumberGenerator.GetInt32(10).ToString();
            }

            void Log(object o) { }
        }
        """);

    [Test]
    public Task Items_are_drawn_from_the_generator() => Fixes(
        """
        using System.Security.Cryptography;

        class A
        {
            string Password() => new([|Random.Shared.GetItems<char>("abc", 8)|]);
        }
        """,
        """
        using System.Security.Cryptography;

        class A
        {
            string Password() => new(RandomNumberGenerator.GetItems<char>("abc", 8));
        }
        """);

    [Test]
    public Task A_draw_within_a_draw() => Fixes(
        """
        using System.Security.Cryptography;

        class A
        {
            string Token() => [|Random.Shared.Next(Random.Shared.Next(5, 10))|].ToString();
        }
        """,
        """
        using System.Security.Cryptography;

        class A
        {
            string Token() => RandomNumberGenerator.GetInt32(RandomNumberGenerator.GetInt32(5, 10)).ToString();
        }
        """);

    [Test]
    public Task No_fix_for_a_generator_that_is_drawn() => OffersNoFix("""
        class A
        {
            Random Made(int seed) => new(seed);
            string Token() => [|Made(Random.Shared.Next(9)).Next(10)|].ToString();
        }
        """);

    [Test]
    public Task No_fix_for_a_draw_without_counterpart() =>
        OffersNoFix("class A { string Token() => [|Random.Shared.NextDouble()|].ToString(); }");

    [Test]
    public Task No_fix_for_the_clock() =>
        OffersNoFix("class A { string ResetToken() => [|DateTime.Now.Ticks|].ToString(); }");

    [TestCase("var jti = Guid.NewGuid().ToString(); return jti;", TestName = "The id of a signed token")]
    [TestCase("return new Claim(\"jti\", Guid.NewGuid().ToString()).Value;", TestName = "A claim")]
    [TestCase("var session = new Upload { SessionId = Guid.NewGuid() }; return session.ToString()!;",
        TestName = "The key of a row")]
    public Task What_only_has_to_be_unique(string statements) => Allows($$"""
        using System.Security.Claims;
        class Upload { public Guid SessionId { get; set; } }
        class Tokens { public string GenerateToken() { {{statements}} } }
        """);

    [Test]
    public Task A_password_in_an_example_of_a_document_is_none() => Allows(
        "public class LoginExample { public string Password() { var password = \"p\" + Guid.NewGuid(); return "
        + "password; } "
        + "}");

    [TestCase("public Guid ApiKey { get; set; } = Guid.NewGuid();", TestName = "Kept as a Guid")]
    [TestCase("public string KeyId { get; set; } = Guid.NewGuid().ToString();", TestName = "The id of a key")]
    public Task What_tells_rows_and_keys_apart_is_no_secret(string member) =>
        Allows($"public class Row {{ {member} }}");

    [TestCase("string _currentSessionId = Guid.NewGuid().ToString();", TestName = "A conversation")]
    [TestCase("string ConfirmationCode { get; } = $\"Manual_{Guid.NewGuid()}\";", TestName = "A label")]
    [TestCase("string ConfirmationCode { get; } = \"Manual_\" + Guid.NewGuid();", TestName = "A label that is added")]
    [TestCase("string RefreshToken() { var state = Guid.NewGuid().ToString(); return Go(state); } "
        + "string Go(string state) => state;", TestName = "A state")]
    public Task What_a_Guid_is_made_for(string member) => Allows($"public class Row {{ {member} }}");

    [TestCase("string _sessionToken = [|Guid.NewGuid()|].ToString();", TestName = "A token")]
    [TestCase("string ConfirmationCode { get; } = $\"{[|Guid.NewGuid()|]}\";", TestName = "A bare code")]
    [TestCase("string ApiKey { get; } = $\"sk_{[|Guid.NewGuid()|]}\";", TestName = "A key behind a word")]
    public Task What_is_a_secret_all_the_same(string member) => Suggests($"public class Row {{ {member} }}");

    [Test]
    public Task A_draw_for_a_session_is_a_secret() =>
        Flags("public class Row { string _sessionId = [|new Random().Next()|].ToString(); }");

    [Test]
    public Task A_Guid_with_a_date_has_fewer_random_bits() => Given.WithOption("ai_aware.high_risk", "**/*.cs").Says(
        "public class Row { string _token = [|Guid.CreateVersion7()|].ToString(); }",
        "'Guid.CreateVersion7()' makes '_token', which has 74 random bits today behind the time, but a Guid is only "
        + "promised to be unique, not secret; draw it from 'RandomNumberGenerator'");

    [Test]
    public Task A_key_that_becomes_text_is_one() =>
        Suggests("public class Row { public string ApiKey { get; set; } = [|Guid.NewGuid()|].ToString(); }");
}
