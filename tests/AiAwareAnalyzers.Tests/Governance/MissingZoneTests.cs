using AiAwareAnalyzers.Governance;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.Governance;

public sealed class MissingZoneTests : RuleTests<MissingZone>
{
    /// <summary>What libraries would bring, by its names alone.</summary>
    private const string Libraries =
        """
        namespace Microsoft.AspNetCore.Identity { public class UserManager<T> { } public class SignInManager<T> { } public class IdentityResult { } }
        namespace Microsoft.AspNetCore.Authentication { public class AuthenticateResult { } public interface IClaimsTransformation { } }
        namespace Microsoft.AspNetCore.DataProtection { public interface IDataProtector { } }
        namespace Microsoft.IdentityModel.Tokens { public class TokenValidationParameters { } public class SymmetricSecurityKey { } }
        namespace System.IdentityModel.Tokens.Jwt { public class JwtSecurityTokenHandler { } }
        namespace Stripe { public class PaymentIntentService { public void Create() { } } public class StripeError { } }
        namespace Microsoft.AspNetCore.Authorization { public class AuthorizationHandler<T> { } }
        namespace Microsoft.AspNetCore.Http { public interface ISession { } }
        namespace Microsoft.IdentityModel.JsonWebTokens { public class JsonWebTokenHandler { } }
        namespace Azure.Security.KeyVault.Secrets { public class SecretClient { } }
        namespace BCrypt.Net { public static class BCrypt { public static string HashPassword(string a) => a; } }
        namespace Braintree { public interface IBraintreeGateway { } }
        """;

    private new RuleCase<MissingZone> Given =>
        base.Given.At("/0/Shop/Till.cs").WithFile("/0/Libraries.cs", Libraries)
            .WithAdditionalFile("/0/AiAware.reviews", "# nothing yet");

    [TestCase("Microsoft.AspNetCore.Identity", "[|SignInManager|]<int>? _door;")]
    [TestCase("Microsoft.AspNetCore.Identity", "void In([|SignInManager|]<int> to) { }", Description = "a parameter")]
    [TestCase("Microsoft.AspNetCore.Authentication", "[|AuthenticateResult|] In() => new();", Description = "a result")]
    [TestCase(
        "Microsoft.AspNetCore.Authentication",
        "class Inner : [|IClaimsTransformation|] { }",
        Description = "a base type")]
    [TestCase("Microsoft.AspNetCore.DataProtection", "[|IDataProtector|]? _protector;")]
    [TestCase(
        "Microsoft.IdentityModel.Tokens",
        "object Key => new [|SymmetricSecurityKey|]();",
        Description = "a new object")]
    [TestCase("Microsoft.IdentityModel.Tokens", "void Check([|TokenValidationParameters|] how) { }")]
    [TestCase("System.IdentityModel.Tokens.Jwt", "object Handler => new [|JwtSecurityTokenHandler|]();")]
    [TestCase(
        "System.Security.Cryptography",
        "byte[] Sign(byte[] a) => [|HMACSHA256|].HashData(a, a);",
        Description = "a static call")]
    [TestCase("System.Security.Cryptography", "byte[] Salt() => [|RandomNumberGenerator|].GetBytes(16);")]
    [TestCase(
        "System.Security.Cryptography",
        "void Hide() { using var aes = [|Aes|].Create(); }",
        Description = "a local")]
    [TestCase("System.Security.Cryptography", "object? Derive() => typeof([|Rfc2898DeriveBytes|]);")]
    [TestCase("Stripe", "void Pay() => new [|PaymentIntentService|]().Create();")]
    [TestCase("Braintree", "[|IBraintreeGateway|]? _gateway;")]
    [TestCase("Microsoft.AspNetCore.Authorization", "class Inner : [|AuthorizationHandler|]<int> { }")]
    [TestCase("Microsoft.AspNetCore.Http", "void Keep([|ISession|] session) { }", Description = "a session")]
    [TestCase("Microsoft.IdentityModel.JsonWebTokens", "object Handler => new [|JsonWebTokenHandler|]();")]
    [TestCase("System.Security.Cryptography", "void Hide() { using var des = [|TripleDES|].Create(); }")]
    [TestCase("Azure.Security.KeyVault.Secrets", "[|SecretClient|]? _vault;", Description = "a vault")]
    [TestCase("System", "string Hide(string a) => BCrypt.Net.[|BCrypt|].HashPassword(a);", Description = "in full")]
    [TestCase("System", "Stripe.[|PaymentIntentService|]? _service;", Description = "a type in full")]
    [TestCase("System", "void [|Refund|](decimal amount) { }", Description = "money that is moved")]
    [TestCase("System", "bool [|TransferFunds|](int to, decimal total) => total > 0;", Description = "two words")]
    [TestCase("System", "bool [|VerifyPassword|](string password, string hash) => password == hash;")]
    [TestCase(
        "Stripe",
        "[|PaymentIntentService|]? _a, _b; PaymentIntentService? _c;",
        Description = "told once a file")]
    public Task A_file_that_uses(string import, string member) =>
        Given.Flags($"using {import};\nnamespace Shop.Payments {{ class Till {{ {member} }} }}");

    [TestCase("global using Stripe;")]
    [TestCase("global using global::Stripe;")]
    public Task An_import_for_all_files(string import) =>
        Given.WithFile("/0/Usings.cs", import)
            .Flags("namespace Shop { class Till { [|PaymentIntentService|]? _service; } }");

    [Test]
    public Task An_import_inside_of_the_namespace() =>
        Given.Flags("namespace Shop { using Stripe; class Till { [|PaymentIntentService|]? _service; } }");

    [Test]
    public Task The_first_file_speaks_for_all() =>
        Given.WithFile(
            "/0/Shop/Zoo.cs", "using Braintree;\nnamespace Shop.Refunds { class Zoo { IBraintreeGateway? _a; } }")
            .Says(
                "using Stripe;\nnamespace Shop.Payments { class Till { {|#0:PaymentIntentService|}? _service; } }",
                "Code with 'PaymentIntentService' takes money, and stands in no high-risk zone; write "
                + "'ai_aware.high_risk = Shop.Payments, Shop.Refunds' into .editorconfig, so that what is a suggestion "
                + "elsewhere is a warning there");

    [Test]
    public Task A_namespace_that_is_mostly_harmless_is_no_zone() =>
        Given.WithFile("/0/A.cs", "namespace Shop { class A { } }")
            .WithFile("/0/B.cs", "namespace Shop.Orders { class B { } }")
            .Says(
                "using Stripe;\nnamespace Shop { class Till { {|#0:PaymentIntentService|}? _service; } }",
                "Code with 'PaymentIntentService' takes money, and stands in no high-risk zone; write "
                + "'ai_aware.high_risk = **/Till.cs' into .editorconfig, so that what is a suggestion elsewhere is a "
                + "warning there");

    [TestCase(
        "using Stripe;\nnamespace Shop { class Till { StripeError? _error; } }",
        Description = "another type of it")]
    [TestCase(
        "using Stripe;\nnamespace Shop { class Till { int PaymentService => 1; } }",
        Description = "another name")]
    [TestCase("using Stripe;\nnamespace Shop { class Till { } }", Description = "the import alone")]
    [TestCase("using Stripe;\nclass Till { PaymentIntentService? _service; }", Description = "no namespace to name")]
    [TestCase(
        "namespace Shop { class UserManager { } class Till { UserManager? _users; } }",
        Description = "a namesake")]
    [TestCase(
        "using System.Security.Cryptography;\nnamespace Shop { class Till { byte[] Sum(byte[] a) => "
        + "SHA256.HashData(a); } }",
        Description = "a sum of bytes")]
    [TestCase(
        "using System.Security.Cryptography;\nnamespace Shop { class Till { byte[] Sum(byte[] a) => "
        + "MD5.HashData(a); } }",
        Description = "an old sum")]
    [TestCase(
        "using Microsoft.AspNetCore.Identity;\nnamespace Shop { class Till { IdentityResult? _last; } }",
        Description = "an outcome")]
    [TestCase(
        "using Stripe;\nnamespace Shop { class Till { string A => \"PaymentIntentService\"; } }",
        Description = "a text")]
    [TestCase("using Stripe;\nnamespace Shop { class Till { /* PaymentIntentService */ } }", Description = "a comment")]
    [TestCase(
        "using Microsoft.AspNetCore.Identity;\nnamespace Shop { class Till { UserManager<int>? _users; } }",
        Description = "who is signed in is read in many places")]
    [TestCase(
        "using System.Net.Http;\nnamespace Shop { class Till { HttpClient? _client; } }",
        Description = "another library")]
    [TestCase("namespace Shop { class Till { int Price; } }", Description = "money by its name alone")]
    [TestCase("namespace Shop { class Till { void Refund(int days) { } } }", Description = "no amount")]
    [TestCase(
        "namespace Shop { class Till { decimal Refund(decimal paid, decimal fee) => paid - fee; } }",
        Description = "reckoned, not moved")]
    [TestCase("namespace Shop { class Till { void Show(decimal amount) { } } }", Description = "nothing is moved")]
    [TestCase(
        "namespace Shop { interface ITill { void Refund(decimal amount); } }",
        Description = "a contract does nothing")]
    [TestCase(
        "namespace Shop { class Till { bool Verify(string title) => title != null; } }",
        Description = "no secret")]
    public Task Code_that_is_of_no_high_risk(string code) => Given.Allows(code);

    [TestCase("Shop")]
    [TestCase("Shop.Payments")]
    [TestCase("**/Till.cs")]
    [TestCase("Other, Shop.Payments")]
    public Task Code_in_a_zone(string zone) =>
        Given.WithOption("ai_aware.high_risk", zone)
            .Allows("using Stripe;\nnamespace Shop.Payments { class Till { PaymentIntentService? _service; } }");

    [Test]
    public Task What_stands_in_no_zone_beside_one_that_does() =>
        Given.WithOption("ai_aware.high_risk", "Shop.Payments")
            .WithFile(
                "/0/Shop/A.cs", "using Stripe;\nnamespace Shop.Payments { class A { PaymentIntentService? _a; } }")
            .Flags("using Braintree;\nnamespace Shop.Refunds { class Till { [|IBraintreeGateway|]? _gateway; } }");

    [Test]
    public Task Generated_code_does_not_speak() =>
        Given.Allows(
            "// <auto-generated/>\nusing Stripe;\nnamespace Shop { class Till { PaymentIntentService? _a; } }");

    [Test]
    public Task A_code_base_that_has_no_zone_and_keeps_no_ledger_is_not_asked() =>
        base.Given.WithFile("/0/Libraries.cs", Libraries)
            .Allows("using Stripe;\nnamespace Shop { class Till { PaymentIntentService? _service; } }");

    [TestCase("AiAware.baseline")]
    [TestCase("AiAware.invariants")]
    public Task Any_ledger_will_do(string ledger) =>
        base.Given.WithFile("/0/Libraries.cs", Libraries).WithAdditionalFile("/0/" + ledger, "# nothing yet")
            .Flags("using Stripe;\nnamespace Shop { class Till { [|PaymentIntentService|]? _service; } }");

    [Test]
    public Task A_zone_elsewhere_will_do() =>
        base.Given.WithFile("/0/Libraries.cs", Libraries).WithOption("ai_aware.high_risk", "Shop.Payments")
            .Flags("using Stripe;\nnamespace Shop.Refunds { class Till { [|PaymentIntentService|]? _service; } }");
}
