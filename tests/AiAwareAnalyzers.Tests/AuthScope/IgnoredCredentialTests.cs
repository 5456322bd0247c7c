using AiAwareAnalyzers.AuthScope;

namespace AiAwareAnalyzers.Tests.AuthScope;

public sealed class IgnoredCredentialTests : RuleTests<IgnoredCredential>
{
    private protected override ReferenceSet Framework => References.Authentication;

    [Test]
    public Task A_token_that_a_service_ignores_is_flagged() =>
        Flags(Service("public Invoice? Open(int id, string [|token|]) => _all.Find(i => i.Id == id);"));

    [Test]
    public Task The_message_names_the_contract() => Says(
        Service("public Invoice? Open(int id, string [|token|]) => _all.Find(i => i.Id == id);"),
        "Nothing ever reads 'token' of 'Open', so every value of it is accepted by 'IInvoices'; compare it with "
        + "what is expected and refuse everything else, or remove the parameter and guard the call otherwise");

    [Test]
    public Task Two_that_one_method_ignores_have_one_cause() => Says(
        Service("public Invoice? Open(int id, string [|token|], string password) => _all.Find(i => i.Id == id);")
            .Replace("Open(int id, string token);", "Open(int id, string token, string password);",
                StringComparison.Ordinal),
        "Nothing ever reads 'token' and 'password' of 'Open', so every value of them is accepted by 'IInvoices'; "
        + "compare them with what is expected and refuse everything else, or remove the parameters and guard the call "
        + "otherwise");

    [Test]
    public Task A_token_that_is_only_logged_is_flagged() => Flags(Service("""
        public Invoice? Open(int id, string [|token|])
        {
            Console.WriteLine("Opening {0} with {1}", id, token.Length);
            return _all.Find(i => i.Id == id);
        }
        """));

    [Test]
    public Task A_token_that_is_discarded_is_flagged() => Flags(Service("""
        public Invoice? Open(int id, string [|token|])
        {
            _ = token;
            return _all.Find(i => i.Id == id);
        }
        """));

    [Test]
    public Task A_token_that_is_only_named_is_flagged() => Flags(Service("""
        public Invoice? Open(int id, string [|token|]) => id < 0 ? throw new ArgumentException(nameof(token)) : _all.Find(i => i.Id == id);
        """));

    [Test]
    public Task An_endpoint_that_ignores_its_token_is_flagged() => Flags(Controller("""
        [HttpGet("{id}")] public Invoice? Get(int id, string [|token|]) => _all.Find(i => i.Id == id);
        """));

    [Test]
    public Task A_header_that_guards_nothing_is_flagged() => Flags(Controller("""
        [HttpPost("{id}")] public void Pay(int id, [FromHeader(Name = "X-Signature")] string [|signature|]) => _all.RemoveAll(i => i.Id == id);
        """));

    [Test]
    public Task From_endpoint_to_service_is_one_finding() => Flags(Controller(
        """
        [HttpGet("{id}")] public Invoice? Get(int id, string token, [FromServices] IInvoices invoices) => invoices.Open(id, token);
        """,
        Service("public Invoice? Open(int id, string [|token|]) => _all.Find(i => i.Id == id);", declare: false)));

    [Test]
    public Task Of_two_implementations_the_first_speaks() => Flags(Service(
        "public Invoice? Open(int id, string [|token|]) => _all.Find(i => i.Id == id);",
        more: """
        public sealed class Other : IInvoices
        {
            private readonly List<Invoice> _mine = new();

            public Invoice? Open(int id, string token) => _mine.Find(i => i.Id == id);
        }
        """));

    [Test]
    public Task A_password_of_a_private_method_is_flagged() => Flags("""
        public sealed class Door
        {
            private readonly Dictionary<string, string> _users = new();

            public bool Enter(string user, string password) => Knows(user, password);

            private bool Knows(string user, string [|password|]) => _users.ContainsKey(user);
        }
        """);

    [Test]
    public Task An_api_key_is_flagged() => Flags(Calling(
        "public int Count(string [|apiKey|]) => _all.Count;", """books.Count(given)"""));

    [Test]
    public Task Bytes_are_flagged() => Flags(Calling(
        "public int Count(byte[] [|signature|]) => _all.Count;", """books.Count(new byte[given.Length])"""));

    [Test]
    public Task A_token_that_is_a_guid_is_flagged() => Flags(Calling(
        "public int Count(Guid [|accessToken|]) => _all.Count;", """books.Count(Guid.Parse(given))"""));

    [Test]
    public Task A_code_of_a_verification_is_flagged() => Flags(Calling(
        "public bool Verify(string user, string [|code|]) => _all.Contains(user);", """books.Verify("a", given)"""));

    [Test]
    public Task A_one_time_code_is_flagged() => Flags(Calling(
        "public int Unlock(string [|otp|]) => _all.Count;", """books.Unlock(given)"""));

    [Test]
    public Task A_reset_token_is_flagged() => Flags(Calling(
        "public void Reset(string user, string [|resetToken|]) => _all.Remove(user);",
        """books.Reset("a", given)"""));

    [Test]
    public Task A_token_that_is_compared_is_allowed() =>
        Allows(
            Service("public Invoice? Open(int id, string token) => _all.Find(i => i.Id == id && i.Token == token);"));

    [Test]
    public Task A_token_that_one_implementation_compares_is_allowed() => Allows(Service(
        "public Invoice? Open(int id, string token) => _all.Find(i => i.Id == id);",
        more: """
        public sealed class Other : IInvoices
        {
            private readonly List<Invoice> _mine = new();

            public Invoice? Open(int id, string token) => _mine.Find(i => i.Token == token);
        }
        """));

    [Test]
    public Task A_token_that_is_passed_on_is_allowed() => Allows(Service("""
        public Invoice? Open(int id, string token) => Check(token) ? _all.Find(i => i.Id == id) : null;

        private static bool Check(string token) => token.Length == 32;
        """));

    [Test]
    public Task A_token_that_is_stored_is_allowed() => Allows(Service("""
        private string _last = "";

        public Invoice? Open(int id, string token)
        {
            _last = token;
            return _all.Find(i => i.Id == id && i.Token == _last);
        }
        """));

    [Test]
    public Task A_token_read_in_a_lambda_is_allowed() => Allows(Service(
        "public Invoice? Open(int id, string token) => _all.Where(i => i.Token == token).FirstOrDefault(i => i.Id "
        + "== id);"));

    [Test]
    public Task A_null_object_is_allowed() => Allows(Service(
        "public Invoice? Open(int id, string token) => null;"));

    [Test]
    public Task A_method_that_does_nothing_yet_is_allowed() => Allows(Service(
        "public Invoice? Open(int id, string token) => throw new NotImplementedException();"));

    [Test]
    public Task A_double_is_allowed() => Allows(Service(
        "public Invoice? Open(int id, string token) => _all.Find(i => i.Id == id);")
            .Replace("class Invoices", "class FakeInvoices"));

    [Test]
    public Task What_a_library_dictates_is_allowed() => Allows("""
        using Microsoft.AspNetCore.Identity;

        public sealed class User { public string Name { get; set; } = ""; }

        public sealed class Plain : IPasswordHasher<User>
        {
            public string HashPassword(User user, string password) => user.Name.ToUpperInvariant();

            public PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword) =>
                user.Name.Length > 3 ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;
        }
        """);

    [Test]
    public Task An_override_is_allowed() => Allows("""
        public abstract class Store
        {
            public abstract int Open(int id, string token);

            public int Twice(int id, string token) => Open(id, token) + Open(id, token);
        }

        public sealed class Plain : Store
        {
            public override int Open(int id, string token) => Math.Abs(id);
        }
        """);

    [Test]
    public Task A_cancellation_token_is_none() => Allows(Calling(
        "public int Count(CancellationToken token) => _all.Count;", """books.Count(CancellationToken.None)"""));

    [Test]
    public Task A_token_of_a_page_is_none() => Allows(Calling(
        "public int Count(string pageToken) => _all.Count;", """books.Count(given)"""));

    [Test]
    public Task A_continuation_is_none() => Allows(Calling(
        "public int Count(string continuationToken) => _all.Count;", """books.Count(given)"""));

    [Test]
    public Task A_key_of_a_dictionary_is_none() => Allows(Calling(
        "public int Count(string key) => _all.Count;", """books.Count(given)"""));

    [Test]
    public Task A_code_of_a_country_is_none() => Allows(Calling(
        "public int Count(string code) => _all.Count;", """books.Count(given)"""));

    [Test]
    public Task A_number_is_none() => Allows(Calling(
        "public int Count(int token) => _all.Count;", """books.Count(given.Length)"""));

    [Test]
    public Task A_method_that_nobody_calls_is_allowed() => Allows(Calling(
        "public int Count(string password) => _all.Count;", "1"));

    [Test]
    public Task A_constant_is_no_credential() => Allows(Calling(
        "public int Count(string? password) => _all.Count;", """books.Count(null)"""));

    [Test]
    public Task A_header_that_an_attribute_has_read_is_allowed() => Allows(Controller("""
        [HttpPost("{id}"), Authorize] public void Pay(int id, [FromHeader(Name = "X-Api-Key")] string apiKey) => _all.RemoveAll(i => i.Id == id);
        """));

    [Test]
    public Task An_out_parameter_is_given_and_not_taken() => Allows(Calling(
        "public bool TryIssue(string user, out string token) { token = user + _all.Count; return true; }",
        """books.TryIssue(given, out _) ? 1 : 0"""));

    private static string Service(string members, string more = "", bool declare = true) => $$"""
        {{(declare ? "public sealed record Invoice(int Id, string Token);" : "")}}

        public interface IInvoices { Invoice? Open(int id, string token); }

        public sealed class Invoices : IInvoices
        {
            private readonly List<Invoice> _all = new();

            {{members}}
        }
        {{more}}
        """;

    private static string Controller(string members, string more = "") => $$"""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;

        public sealed record Invoice(int Id, string Token);

        [ApiController, Route("invoices")]
        public sealed class InvoicesController : ControllerBase
        {
            private readonly List<Invoice> _all = new();

            {{members}}
        }
        {{more}}
        """;

    private static string Calling(string member, string call) => $$"""
        public sealed class Books
        {
            private readonly List<string> _all = new();

            {{member}}
        }

        public sealed class Reader
        {
            public object Read(Books books, string given) { {{(call.StartsWith("books.Reset", StringComparison.Ordinal) ? call + "; return 1;" : "return " + call + ";")}} }
        }
        """;
}
