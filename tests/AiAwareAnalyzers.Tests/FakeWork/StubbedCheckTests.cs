using AiAwareAnalyzers.FakeWork;

namespace AiAwareAnalyzers.Tests.FakeWork;

public sealed class StubbedCheckTests : RuleTests<StubbedCheck>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    [Test]
    public Task A_validation_that_is_always_true_is_flagged() => Flags(Shop.With("""
        public bool [|ValidateCard|](string card) => true;
        """));

    [Test]
    public Task A_check_of_a_signature_that_is_always_true_is_flagged() => Flags(Shop.With("""
        public static bool [|VerifySignature|](string payload, string signature)
        {
            return true;
        }
        """));

    [Test]
    public Task An_is_that_asks_for_validity_is_flagged() => Flags(Shop.With("""
        private bool [|IsValidEmail|](string email) => true;
        """));

    [Test]
    public Task A_has_that_asks_for_permission_is_flagged() => Flags(Shop.With("""
        public bool [|HasPermission|](int user, string permission) => true;
        """));

    [Test]
    public Task A_can_that_asks_for_access_is_flagged() => Flags(Shop.With("""
        public bool [|CanAccess|](Order order) => true;
        """));

    [Test]
    public Task An_authorization_that_finishes_at_once_is_flagged() => Flags(Shop.With("""
        public Task<bool> [|AuthorizeAsync|](string user) => Task.FromResult(true);
        """));

    [Test]
    public Task An_awaited_constant_is_flagged() => Flags(Shop.With("""
        public async Task<bool> [|AuthenticateAsync|](string user, string password)
        {
            await Task.CompletedTask;
            return true;
        }
        """));

    [Test]
    public Task A_charge_that_always_succeeds_is_flagged() => Flags(Shop.With("""
        public Receipt [|ChargeCard|](decimal amount, string card) => Receipt.Ok();
        """));

    [Test]
    public Task A_refund_with_a_made_up_identifier_is_flagged() => Flags(Shop.With("""
        public async Task<Receipt> [|RefundAsync|](string id, decimal amount)
        {
            await Task.Delay(100);
            return new Receipt { Success = true, Id = Guid.NewGuid().ToString() };
        }
        """));

    [Test]
    public Task A_status_of_success_is_flagged() => Flags(Shop.With("""
        public Shipment [|Charge|](decimal amount) => new Shipment { Status = Status.Completed };
        """));

    [Test]
    public Task A_log_of_the_parameter_is_no_look_at_it() => Flags(Shop.With("""
        public bool [|VerifyCode|](string code)
        {
            _logger.LogInformation("Verifying {Code}", code);
            return true;
        }
        """));

    [Test]
    public Task A_token_is_no_input_that_a_check_looks_at() => Flags(Shop.With("""
        public Task<bool> [|CheckStockAsync|](int product, CancellationToken token) => Task.FromResult(true);
        """));

    [Test]
    public Task Several_answers_that_are_all_good_are_flagged() => Flags(Shop.With("""
        public bool [|ValidateToken|](string token)
        {
            if (DateTime.UtcNow.Year > 2020) return true;
            return true;
        }
        """));

    [Test]
    public Task A_tuple_of_success_is_flagged() => Flags(Shop.With("""
        public (bool Success, string? Error) [|ValidateOrder|](Order order) => (true, null);
        """));

    [Test]
    public Task A_local_function_is_flagged() => Flags(Shop.With("""
        public int Count(string[] cards)
        {
            return cards.Count(IsValid);

            static bool [|IsValid|](string card) => true;
        }
        """));

    [Test]
    public Task A_virtual_check_that_admits_it_is_flagged() => Flags(Shop.With("""
        public virtual bool [|Validate|](Order order)
        {
            // TODO: implement validation
            return true;
        }
        """));

    [Test]
    public Task A_block_is_as_an_arrow() => Flags(Shop.With("""
        public bool [|IsAuthorized|](string user, string role) { return true; }
        """));

    [Test]
    public Task A_vital_check_that_a_contract_asks_for_is_flagged() => Flags(Shop.Beside("""
        public interface ISigner { bool Verify(byte[] data, byte[] signature); }
        public class Signer : ISigner
        {
            public bool [|Verify|](byte[] data, byte[] signature) => true;
        }
        """));

    [Test]
    public Task A_charge_that_a_contract_asks_for_is_flagged() => Flags(Shop.Beside("""
        public abstract class CardPayments : IPayments
        {
            public Task<Receipt> [|ChargeAsync|](decimal amount, string card) => Task.FromResult(Receipt.Ok());

            public abstract bool IsValid(string card);

            public abstract Task SendAsync(Order order);
        }
        """));

    [Test]
    public Task A_check_of_a_contract_that_admits_it_is_flagged() => Flags(Shop.Beside("""
        public abstract class CardPayments : IPayments
        {
            public abstract Task<Receipt> ChargeAsync(decimal amount, string card);

            public bool [|IsValid|](string card) => true; // for now

            public abstract Task SendAsync(Order order);
        }
        """));

    [Test]
    public Task A_check_of_a_controller_is_flagged() => Flags(Shop.Beside("""
        using Microsoft.AspNetCore.Mvc;

        public class CardsController : ControllerBase
        {
            [HttpPost]
            public IActionResult [|VerifyCard|](string card) => Ok();
        }
        """));

    [CSharp(12)]
    public Task A_primary_constructor_does_not_hide_it() => Flags(Shop.With("""
        private sealed class Guard(IStore store)
        {
            public IStore Store => store;

            public bool [|IsAllowed|](string user) => true;
        }
        """));

    [Test]
    public Task The_message_names_what_is_not_looked_at() => Says(
        Shop.Beside("""
            public class Gate
            {
                public bool [|IsAuthorized|](string user, string role) => true;
            }
            """),
        "'IsAuthorized' never reads 'user', 'role' and always succeeds, so nothing is ever rejected; check them, or "
        + "throw 'NotImplementedException' until the check is written");

    [Test]
    public Task A_check_that_looks_is_silent() => Allows(Shop.With("""
        public bool ValidateCard(string card) => card.Length == 16;
        """));

    [Test]
    public Task A_check_that_hands_over_is_silent() => Allows(Shop.With("""
        public Task<bool> ValidateAsync(Order order) => CheckAsync(order.Id);

        private async Task<bool> CheckAsync(int id) => await _store.FindAsync(id) is not null;
        """));

    [Test]
    public Task A_check_that_looks_at_state_is_silent() => Allows(Shop.With("""
        public bool CheckOpen(string user) => _count > 0;
        """));

    [Test]
    public Task A_check_that_always_refuses_is_closed() => Allows(Shop.With("""
        public bool IsAuthorized(string user) => false;
        """));

    [Test]
    public Task A_failed_Result_is_a_refusal() => Allows(Shop.With("""
        public Receipt Charge(decimal amount) => Receipt.Fail("closed");
        """));

    [Test]
    public Task A_check_without_parameters_is_silent() => Allows(Shop.With("""
        public bool IsValid() => true;
        """));

    [Test]
    public Task An_honest_exception_is_silent() => Allows(Shop.With("""
        public bool VerifySignature(string payload) => throw new NotImplementedException();
        """));

    [Test]
    public Task Any_other_method_that_is_always_true_is_silent() => Allows(Shop.With("""
        public bool Supports(string format) => true;
        """));

    [Test]
    public Task A_question_of_another_kind_is_silent() => Allows(Shop.With("""
        public bool IsReadOnly(string name) => true;
        """));

    [Test]
    public Task A_negated_question_is_silent() => Allows(Shop.With("""
        public bool IsNotAllowed(string name) => true;
        """));

    [Test]
    public Task A_virtual_default_is_silent() => Allows(Shop.With("""
        public virtual bool Validate(Order order) => true;
        """));

    [Test]
    public Task An_explanation_is_believed() => Allows(Shop.With("""
        public bool CheckOrigin(string origin)
        {
            // Every origin is welcome: the feed is public.
            return true;
        }
        """));

    [Test]
    public Task A_name_that_says_that_nothing_is_refused_is_silent() => Allows(Shop.With("""
        public static bool ValidateNothing(string text) => true;
        """));

    [Test]
    public Task A_parameter_that_is_not_wanted_by_name_is_silent() => Allows(Shop.With("""
        public static bool Validate(object _) => true;
        """));

    [Test]
    public Task A_certificate_callback_is_the_business_of_another_rule() => Allows(Shop.With("""
        public static bool ValidateCertificate(object sender, System.Security.Cryptography.X509Certificates.X509Certificate? certificate) => true;
        """));

    [Test]
    public Task An_empty_check_of_its_own_is_flagged() => Flags(Shop.With("""
        public void Change(Order order, Order stored) => ValidateAgainstStored(order, stored);

        private static void [|ValidateAgainstStored|](Order order, Order stored) { }
        """));

    [Test]
    public Task An_empty_check_that_is_awaited_is_flagged() => Flags(Shop.With("""
        public Task Change(Order order) => VerifyOwnerAsync(order);

        private async Task [|VerifyOwnerAsync|](Order order)
        {
        }
        """));

    [TestCase("private static void ValidateAgainstStored(Order order) { /* all members may change */ }",
        TestName = "An empty check that says why")]
    [TestCase("private static void ValidateAgainstStored(Order order) => throw new NotImplementedException();",
        TestName = "A check that is honest")]
    [TestCase("private static void ValidateAgainstStored(Order order) { ArgumentNullException.ThrowIfNull(order); }",
        TestName = "A check that throws")]
    [TestCase("protected virtual void ValidateAgainstStored(Order order) { }", TestName = "A hook")]
    [TestCase("private static void ValidateNothing(Order order) { } private void ValidateAgainstStored(Order "
        + "order) { ValidateNothing(order); }",
        TestName = "A check that says that it is none")]
    public Task A_check_without_an_answer_may_be_silent(string check) => Allows(Shop.With($$"""
        public void Change(Order order) => ValidateAgainstStored(order);

        {{check}}
        """));

    [Test]
    public Task An_empty_check_that_is_never_called_promises_nothing() => Allows(Shop.With("""
        private static void ValidateAgainstStored(Order order) { }
        """));

    [Test]
    public Task A_void_check_is_silent() => Allows(Shop.With("""
        public void Validate(Order order) { }
        """));

    [Test]
    public Task A_check_that_guards_is_silent() => Allows(Shop.With("""
        public bool Validate(Order order)
        {
            if (order is null) return false;
            return true;
        }
        """));

    [Test]
    public Task A_check_that_throws_is_silent() => Allows(Shop.With("""
        public bool VerifyOrder(Order order) => order.Total > 0 ? true : throw new ArgumentException("order");
        """));

    [Test]
    public Task A_check_that_counts_is_silent() => Allows(Shop.With("""
        public bool CheckRate(string user)
        {
            _count++;
            return true;
        }
        """));

    [Test]
    public Task A_kind_of_thing_that_a_contract_asks_is_silent() => Allows(Shop.Beside("""
        public interface IRule { bool IsValid(Order order); }
        public class FreeShipping : IRule
        {
            public bool IsValid(Order order) => true;
        }
        """));

    [Test]
    public Task An_override_with_a_constant_answer_is_silent() => Allows(Shop.Beside("""
        public abstract class Shape { public abstract bool IsValid(int size); }
        public class Round : Shape
        {
            public override bool IsValid(int size) => true;
        }
        """));

    [Test]
    public Task A_null_object_is_silent() => Allows(Shop.Beside("""
        public class NullGate
        {
            public bool IsAuthorized(string user) => true;
        }
        """));

    [Test]
    public Task A_gate_that_allows_all_and_says_so_is_silent() => Allows(Shop.Beside("""
        public class AllowAllGate
        {
            public bool IsAuthorized(string user) => true;
        }
        """));

    [Test]
    public Task A_double_is_silent() => Allows(Shop.Beside("""
        public class StubGateway
        {
            public Receipt Charge(decimal amount) => Receipt.Ok();
        }
        """));

    [Test]
    public Task A_default_of_an_interface_is_silent() => Allows(Shop.Beside("""
        public interface IStep
        {
            bool IsValid(Order order) => true;
        }
        """));

    [Test]
    public Task A_lambda_that_is_always_true_is_silent() => Allows(Shop.With("""
        public Func<string, bool> Check() => card => true;
        """));

    [Test]
    public Task An_operator_and_an_indexer_are_silent() => Allows(Shop.With("""
        public bool this[string isValid] => true;
        """));

    [Test]
    public Task A_project_of_tests_is_silent() =>
        Given.WithReferences(Shop.TestProject).Allows(Shop.With("public bool ValidateCard(string card) => true;"));
}
