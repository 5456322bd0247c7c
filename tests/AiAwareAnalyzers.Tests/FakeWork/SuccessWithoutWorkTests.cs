using AiAwareAnalyzers.FakeWork;

namespace AiAwareAnalyzers.Tests.FakeWork;

public sealed class SuccessWithoutWorkTests : RuleTests<SuccessWithoutWork>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    [Test]
    public Task True_beside_a_todo_is_flagged() => Flags(Shop.With("""
        public bool [|Save|](Order order)
        {
            // TODO: implement persistence
            return true;
        }
        """));

    private static string Guard(string comment, string condition) => Shop.With($$"""
        private bool _erased;

        // {{comment}}
        private void GuardNotErased(Order order)
        {
            if ({{condition}}) throw new InvalidOperationException();
        }
        """);

    [Test]
    public Task A_guard_that_speaks_of_what_is_made_up_elsewhere() =>
        Allows(Guard("Erased data must never be compared with the fabricated score", "_erased"));

    [TestCase("Fabricated for the demo", "order == null", TestName = "A guard of its argument")]
    [TestCase("TODO: implement, the score is fabricated", "_erased", TestName = "A guard that is left for later")]
    public Task A_guard_that_lacks_its_work_is_flagged(string comment, string condition) =>
        Suggests(Guard(comment, condition).Replace("GuardNotErased", "[|GuardNotErased|]", StringComparison.Ordinal));

    [Test]
    public Task A_simulated_wait_is_flagged() => Flags(Shop.With("""
        public async Task [|SendReceiptAsync|](Order order)
        {
            // Simulate sending the mail
            await Task.Delay(100);
        }
        """));

    [TestCase("""public async Task [|SendReceiptAsync|](Order order) { await Task.Delay(500); }""", TestName = "A wait alone")]
    [TestCase(
        """public async Task [|ProcessAsync|](Order order) { _logger.LogInformation("Processing"); await Task.Delay(TimeSpan.FromSeconds(2)); _logger.LogInformation("Processed"); }""",
        TestName = "A wait between logs")]
    [TestCase("public async Task<bool> [|PublishAsync|](Order order) { await Task.Delay(100); return true; }",
        TestName = "A wait and true")]
    [TestCase("public bool [|Submit|](Order order) { Thread.Sleep(250); return true; }", TestName = "A sleep and true")]
    [TestCase(
        "public async Task PayAsync(Order order) {\n// Simulate the gateway\n[|await Task.Delay(500)|]; _count++; }",
        TestName = "A wait that simulates, before a change")]
    [TestCase(
        "public async Task PayAsync(Order order) { [|await Task.Delay(500)|]; // simulated call\n _count++; }",
        TestName = "A wait that simulates, with the comment behind it")]
    public Task A_wait_in_place_of_work_is_flagged(string member) => Flags(Shop.With(Waiting(member)));

    [TestCase("public async Task SettleAsync(Order order) { while (_count > 0) await Task.Delay(100); }",
        TestName = "A wait for something")]
    [TestCase("""public async Task WaitAsync(Order order) { await Task.Delay(100); }""", TestName = "A wait that is called so")]
    [TestCase("""public async Task SendAsync(int pause) { await Task.Delay(pause); }""", TestName = "A wait that is asked for")]
    [TestCase("public async Task RetryAsync(Order order) {\n// back off\nawait Task.Delay(500); _count++; }",
        TestName = "A wait before another attempt")]
    [TestCase("public async Task PayAsync(Order order) {\n// let the queue drain\nawait Task.Delay(500); _count++; }",
        TestName = "A wait for a reason")]
    [TestCase("public async Task SimulateAsync(Order order) {\n// simulate load\nawait Task.Delay(500); _count++; }",
        TestName = "What simulates by its name")]
    [TestCase(
        "public async Task LoadAsync() {\n// Simulate loading to demonstrate it\nawait Task.Delay(5); _count++; }",
        TestName = "A demonstration")]
    [TestCase("public async Task<string> GetAsync() { await Task.Delay(10); return \"a\"; }", TestName = "A question")]
    public Task A_wait_for_a_reason_is_fine(string member) => Allows(Shop.With(member));

    /// <summary>The call is underlined, not the await.</summary>
    private static string Waiting(string member) => member.Replace("[|await ", "await [|", StringComparison.Ordinal);

    [Test]
    public Task An_admission_in_a_log_is_flagged() => Flags(Shop.With("""
        public Task [|SendReceiptAsync|](Order order)
        {
            _logger.LogInformation("Mock data: receipt {Id} sent", order.Id);
            return Task.CompletedTask;
        }
        """));

    [Test]
    public Task A_Result_with_its_flag_set_is_flagged() => Flags(Shop.With("""
        public Receipt [|Pay|](Order order)
        {
            // In a real implementation, this would call the bank.
            return new Receipt { Success = true };
        }
        """));

    [Test]
    public Task A_factory_of_success_behind_an_arrow_is_flagged() => Flags(Shop.With("""
        public Receipt [|Pay|](Order order) => Receipt.Ok(); // placeholder
        """));

    [Test]
    public Task An_admission_in_a_doc_comment_is_flagged() => Flags(Shop.With("""
        /// <summary>Placeholder: would call the bank in production.</summary>
        public Task<bool> [|PayAsync|](Order order) => Task.FromResult(true);
        """));

    [Test]
    public Task An_empty_void_method_that_admits_it_is_flagged() => Flags(Shop.With("""
        public void [|Archive|](Order order)
        {
            // Not implemented yet
        }
        """));

    [Test]
    public Task A_status_of_success_is_flagged() => Flags(Shop.With("""
        public async Task<Shipment> [|PayAsync|](Order order)
        {
            await Task.Delay(50); // simulate latency
            return new Shipment { Status = Status.Completed, Id = Guid.NewGuid().ToString() };
        }
        """));

    [Test]
    public Task A_new_identifier_of_nothing_is_flagged() => Flags(Shop.With("""
        public Guid [|PlaceOrder|](Order order)
        {
            // for now just make up an id
            return Guid.NewGuid();
        }
        """));

    [Test]
    public Task The_text_OK_is_flagged() => Flags(Shop.With("""
        public string [|SyncStock|](int id)
        {
            // TODO call the warehouse
            return "OK";
        }
        """));

    [Test]
    public Task A_name_that_admits_it_is_flagged() => Flags(Shop.With("""
        public bool [|SimulatePayment|](decimal sum)
        {
            return true;
        }
        """));

    [Test]
    public Task A_name_that_ends_in_the_admission_is_flagged() => Flags(Shop.With("""
        public Task [|SendMailStub|](string to) => Task.CompletedTask;
        """));

    [Test]
    public Task An_empty_list_where_the_query_is_missing_is_flagged() => Flags(Shop.With("""
        public List<Order> [|GetOrders|]()
        {
            // TODO: implement the query
            return new List<Order>();
        }
        """));

    [Test]
    public Task A_tuple_of_success_is_flagged() => Flags(Shop.With("""
        public (bool Success, string? Error) [|Return|](Order order)
        {
            /* In production you would call the gateway here */
            return (true, null);
        }
        """));

    [Test]
    public Task A_Result_held_in_a_local_is_flagged() => Flags(Shop.With("""
        public Receipt [|Pay|](Order order)
        {
            var receipt = new Receipt { Success = true };
            // would need the card here
            return receipt;
        }
        """));

    [Test]
    public Task A_guard_that_throws_is_no_work() => Flags(Shop.With("""
        public bool [|Delete|](int id)
        {
            if (id <= 0) throw new ArgumentException("id");
            // Hardcoded until the store is there
            return true;
        }
        """));

    [Test]
    public Task A_guard_that_refuses_is_no_work() => Flags(Shop.With("""
        public bool [|Delete|](int id)
        {
            if (id <= 0) return false;
            // stub
            return true;
        }
        """));

    [Test]
    public Task A_guard_of_the_base_library_is_no_work() => Flags(Shop.With("""
        public void [|Delete|](Order order)
        {
            ArgumentNullException.ThrowIfNull(order);
            // TODO: delete it
        }
        """));

    [Test]
    public Task A_local_function_is_flagged() => Flags(Shop.With("""
        public void Import()
        {
            bool [|SaveAll|](int[] ids)
            {
                // simulated
                return true;
            }

            _count += SaveAll(new[] { 1 }) ? 1 : 0;
        }
        """));

    [Test]
    public Task A_value_task_is_flagged() => Flags(Shop.With("""
        public async ValueTask<bool> [|PublishAsync|](Order order)
        {
            await Task.CompletedTask;
            return true; // mock implementation
        }
        """));

    [Test]
    public Task An_admission_in_a_constant_is_flagged() => Flags(Shop.With("""
        public bool [|Cancel|](int id)
        {
            const string note = "Not implemented";
            Console.WriteLine(note);
            return true;
        }
        """));

    [Test]
    public Task An_implementation_of_a_contract_is_flagged() => Flags(Shop.Beside("""
        public class CardPayments : IPayments
        {
            public Task<Receipt> ChargeAsync(decimal amount, string card) => throw new NotImplementedException();

            public bool IsValid(string card) => card.Length == 16;

            public Task [|SendAsync|](Order order)
            {
                // Would send the order to the shop here.
                return Task.CompletedTask;
            }
        }
        """));

    [Test]
    public Task An_explicit_implementation_is_flagged() => Flags(Shop.Beside("""
        public abstract class CardPayments : IPayments
        {
            public abstract Task<Receipt> ChargeAsync(decimal amount, string card);

            public abstract bool IsValid(string card);

            async Task IPayments.[|SendAsync|](Order order)
            {
                // simulate the network
                await Task.Delay(20).ConfigureAwait(false);
            }
        }
        """));

    [Test]
    public Task An_action_of_a_controller_is_flagged() => Flags(Shop.Beside("""
        using Microsoft.AspNetCore.Mvc;

        public class OrdersController : ControllerBase
        {
            [HttpPost]
            public IActionResult [|Create|](Order order)
            {
                // TODO: save the order
                return Ok(order);
            }
        }
        """));

    [Test]
    public Task An_endpoint_is_flagged_at_its_answer() => Flags(Shop.Beside("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        public static class Endpoints
        {
            public static void Map(WebApplication app) => app.MapPost("/orders", (Order order) =>
            {
                // In a real app, save to the database
                return [|Results.Ok(order)|];
            });
        }
        """));

    [Test]
    public Task A_static_class_with_a_file_of_its_own_is_flagged() => Flags(Shop.Beside("""
        public static class Backup
        {
            public static void [|Restore|](string file) => Console.WriteLine("Restored " + file); // not actually implemented, simulated
        }
        """));

    [CSharp(12)]
    public Task An_extension_of_a_collection_is_flagged() => Flags(Shop.With("""
        public static List<int> [|LoadIds|]()
        {
            // Placeholder - not implemented
            return [];
        }
        """));

    [Test]
    public Task A_private_part_without_an_answer_is_known_to_its_callers() => Suggests(Shop.With("""
        public void Close(Order order) => Archive(order);

        private void [|Archive|](Order order)
        {
            // Not implemented yet
        }
        """));

    [Test]
    public Task The_message_names_the_function_and_quotes_the_admission() => Says(
        Shop.Beside("""
            public class Mails
            {
                public void [|Send|](string to)
                {
                    // In a real implementation, this would send an email.
                }
            }
            """),
        "'Send' does nothing and reports success to its callers (\"In a real implementation, this would send an "
        + "email\"); do the work, or throw 'NotImplementedException' until it is done");

    [Test]
    public Task A_look_at_the_token_and_a_text_are_no_work() => Flags(Shop.With("""
        public Task<bool> [|SendConfirmationAsync|](Order order, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var subject = $"Your order {order.Id}";
            var body = $"The total is {order.Total:0.00}.";
            _logger.LogInformation("Confirmation '{Subject}' ({Length} characters) sent", subject, body.Length);
            return Task.FromResult(true);
        }
        """));

    [Test]
    public Task A_text_that_is_put_together_beside_it_is_no_work() => Flags(Shop.With("""
        public Task [|SendReceiptAsync|](Order order)
        {
            var body = Render(order);
            _logger.LogInformation("Receipt sent to {Email}: {Body}", order.Email, body);
            return Task.CompletedTask;
        }

        private static string Render(Order order) => string.Join(", ", order.Id.ToString(), $"{order.Total:0.00}".Trim());
        """));

    [Test]
    public Task A_text_of_a_builder_is_no_work() => Flags(Shop.With("""
        public void [|ExportOrder|](Order order)
        {
            var text = new System.Text.StringBuilder();
            text.Append(order.Id).Append(';').AppendLine(order.Email);
            _logger.LogInformation("Order exported: {Text}", text.ToString());
        }
        """));

    [Test]
    public Task A_message_that_goes_nowhere_is_flagged() => Flags(Shop.With("""
        public Task<bool> [|SendReceiptAsync|](Order order)
        {
            var body = $"The total is {order.Total:0.00}.";
            return Task.FromResult(body.Length > 0 ? true : true);
        }
        """));

    [Test]
    public Task A_mail_that_is_made_and_not_sent_is_flagged() => Flags(Shop.With("""
        public async Task<bool> [|SendReceiptAsync|](Order order)
        {
            using var message = new System.Net.Mail.MailMessage("shop@example.com", order.Email);
            message.Subject = "Your receipt";
            await Task.CompletedTask;
            return true;
        }
        """));

    [Test]
    public Task A_notification_of_which_only_the_status_is_left_is_flagged() => Flags(Shop.With("""
        public Receipt [|NotifyCustomer|](Order order)
        {
            var text = $"Order {order.Id} is on its way";
            return new Receipt { Success = true, Id = text };
        }
        """));

    [Test]
    public Task A_text_of_a_culture_is_no_work() => Flags(Shop.With("""
        public async Task<bool> [|SendReceiptAsync|](Order order)
        {
            var culture = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
            var body = string.Create(culture, $"The total is {order.Total:C}.");
            _logger.LogInformation("Sent a mail of {Length} characters", body.Length);
            return await Task.FromResult(true);
        }

        public Task<bool> [|SendReminderAsync|](Order order)
        {
            var body = FormattableString.Invariant($"The total is {order.Total:0.00}.");
            return Task.FromResult(true);
        }
        """));

    [TestCase(
        """using var mail = [|new System.Net.Mail.MailMessage("a@b.de", order.Email)|]; mail.Subject = "Hello"; mail.To.Add(order.Email); _logger.LogInformation("Mail sent to {Email}", order.Email); return true;""",
        TestName = "A mail")]
    [TestCase(
        """var request = [|new System.Net.Http.HttpRequestMessage()|]; request.Headers.Add("a", "b"); _logger.LogInformation("Order {Id} was published", order.Id); return true;""",
        TestName = "A request")]
    [TestCase(
        """var notification = [|new Notification { Text = "Hello" }|]; notification.Text += order.Id; _logger.LogInformation("Customer notified: {Text}", notification.Text); return true;""",
        TestName = "A notification of its own")]
    public Task A_message_beside_other_work_that_goes_nowhere_is_flagged(string body) => Flags(Shop.With($$"""
        public async Task<bool> ConfirmAsync(Order order)
        {
            await _store.SaveAsync(order);
            {{body}}
        }

        public class Notification { public string Text { get; set; } = ""; }
        """));

    [TestCase(
        """var message = new Notification(); await TakeAsync(message); _logger.LogInformation("Sent"); return true;""",
        TestName = "It is handed on")]
    [TestCase(
        """var message = new Notification(); _last = message; _logger.LogInformation("Sent"); return true;""",
        TestName = "It is kept")]
    [TestCase(
        """var message = new Notification(); await message.SendAsync(); _logger.LogInformation("Sent"); return true;""",
        TestName = "It sends itself")]
    [TestCase(
        """var message = new Notification(); await SendAsync(message.Text); _logger.LogInformation("Sent"); return true;""",
        TestName = "Its text is handed on")]
    [TestCase(
        """var message = new Notification(); _logger.LogInformation("Not sent to {Email}", order.Email); return true;""",
        TestName = "The log says no")]
    [TestCase(
        """var message = new Notification(); message.Text = "a"; _logger.LogInformation("Order {Id}", order.Id); return true;""",
        TestName = "Nothing is claimed")]
    [TestCase(
        """var message = new Notification(); _logger.LogInformation("Sent"); return message.Text.Length > 0;""",
        TestName = "It is looked at")]
    public Task A_message_beside_other_work_that_goes_somewhere(string body) => Allows(Shop.With($$"""
        private Notification? _last;

        public async Task<bool> ConfirmAsync(Order order)
        {
            await _store.SaveAsync(order);
            {{body}}
        }

        private Task SendAsync(string text) => _store.SaveAsync(new Order(1, text + _last, 1));

        private Task TakeAsync(Notification notification) => SendAsync(notification.Text);

        public class Notification
        {
            public string Text { get; set; } = "";

            public Task SendAsync() => System.IO.File.AppendAllTextAsync("outbox", Text);
        }
        """));

    [Test]
    public Task The_message_names_what_was_never_sent() => Says(
        Shop.With("""
            public async Task ConfirmAsync(Order order)
            {
                await _store.SaveAsync(order);
                using var mail = [|new System.Net.Mail.MailMessage()|];
                _logger.LogInformation("Receipt sent");
            }
            """),
        "'mail' is put together and handed to nobody, and the log says that it was sent (\"Receipt sent\"); do the "
        + "work, or throw 'NotImplementedException' until it is done");

    [TestCase("var body = $\"{order.Id}\"; _sent.Add(body); return Task.FromResult(true);", TestName = "It is kept")]
    [TestCase("var body = $\"{order.Id}\"; return _store.SaveAsync(order).ContinueWith(_ => body.Length > 0);",
        TestName = "It is stored")]
    [TestCase("var body = $\"{order.Id}\"; return Task.FromResult(false);", TestName = "It says that it was not sent")]
    [TestCase("var body = $\"{order.Id}\"; throw new NotSupportedException(body);",
        TestName = "It refuses with a text")]
    [TestCase("""var body = $"{order.Id}"; _logger.LogInformation("Not sent: {Body}", body); return Task.FromResult(false);""",
        TestName = "The log says no")]
    [TestCase("// only logged in development\n var body = $\"{order.Id}\"; return Task.FromResult(true);",
        TestName = "A comment says so")]
    [TestCase("var body = Queue(order); return Task.FromResult(body.Length > 0);",
        TestName = "A text that is put together and kept")]
    public Task A_message_that_goes_somewhere_or_says_that_it_does_not(string body) => Allows(Shop.With($$"""
        private readonly List<string> _sent = new();

        public Task<bool> SendReceiptAsync(Order order)
        {
            {{body}}
        }

        private string Queue(Order order)
        {
            _sent.Add($"{order.Id}");
            return _sent[0];
        }
        """));

    [Test]
    public Task A_text_that_is_the_answer_is_fine() => Allows(Shop.With("""
        public string ExportOrder(Order order)
        {
            var line = $"{order.Id};{order.Email}";
            return line;
        }
        """));

    [Test]
    public Task A_success_without_an_admission_is_silent() => Allows(Shop.With("""
        public bool Save(Order order) => true;
        """));

    [Test]
    public Task An_admission_beside_work_is_silent() => Allows(Shop.With("""
        public async Task<bool> SaveAsync(Order order)
        {
            // TODO: implement retries
            await _store.SaveAsync(order);
            return true;
        }
        """));

    [Test]
    public Task A_change_of_the_object_is_work() => Allows(Shop.With("""
        public void Cancel(int id)
        {
            // For now only counted, not implemented otherwise
            _count++;
        }
        """));

    [Test]
    public Task A_collection_that_is_kept_is_work() => Allows(Shop.With("""
        public void Add(Order order)
        {
            // In a real app this would go to a database
            _store.All.Add(order);
        }
        """));

    [Test]
    public Task An_exception_is_honest() => Allows(Shop.With("""
        public bool Save(Order order)
        {
            // TODO: implement
            throw new NotImplementedException();
        }
        """));

    [Test]
    public Task An_exception_in_one_branch_is_honest() => Allows(Shop.With("""
        public bool Save(Order order)
        {
            // TODO: implement deletion
            if (order.Total < 0) throw new NotSupportedException();
            return true;
        }
        """));

    [Test]
    public Task A_refusal_is_honest() => Allows(Shop.With("""
        public bool Save(Order order)
        {
            // TODO: implement
            return false;
        }
        """));

    [Test]
    public Task A_failed_Result_is_honest() => Allows(Shop.With("""
        public Receipt Pay(Order order)
        {
            // Not implemented yet
            return Receipt.Fail("Payments are not implemented");
        }
        """));

    [Test]
    public Task A_task_that_failed_is_honest() => Allows(Shop.With("""
        public Task PayAsync(Order order)
        {
            // Not implemented yet
            return Task.FromException(new InvalidOperationException("Not implemented"));
        }
        """));

    [Test]
    public Task Null_is_no_success() => Allows(Shop.With("""
        public Order? FindFirst()
        {
            // TODO: implement
            return null;
        }
        """));

    [Test]
    public Task A_question_that_a_todo_wants_to_be_configurable_is_silent() => Allows(Shop.With("""
        public bool ShouldRetry(int attempt)
        {
            // TODO: make this configurable
            return true;
        }
        """));

    [Test]
    public Task A_hook_is_silent() => Allows(Shop.With("""
        protected virtual Task OnSavedAsync(Order order)
        {
            // for now nothing here
            return Task.CompletedTask;
        }
        """));

    [Test]
    public Task A_later_beside_a_method_that_promises_no_deed_is_silent() => Allows(Shop.With("""
        public void Refine()
        {
            // TODO: colours
        }
        """));

    [Test]
    public Task An_explanation_is_no_admission() => Allows(Shop.With("""
        public Task SaveAsync(Order order)
        {
            // Nothing to do: the store saves by itself. TODO: drop the method.
            return Task.CompletedTask;
        }
        """));

    [Test]
    public Task A_denied_admission_is_none() => Allows(Shop.With("""
        public bool Save(Order order)
        {
            // This is not a stub: the caller has saved already.
            return true;
        }
        """));

    [Test]
    public Task The_handler_of_an_event_is_silent() => Allows(Shop.With("""
        private void OnClick(object sender, EventArgs args)
        {
            // not implemented
        }
        """));

    [Test]
    public Task Putting_away_nothing_is_silent() => Allows(Shop.With("""
        public void Dispose()
        {
            // TODO: nothing to release for now
        }
        """));

    [Test]
    public Task A_null_object_is_silent() => Allows(Shop.Beside("""
        public class NullMailer
        {
            // Does not actually send.
            public Task SendAsync(string to) => Task.CompletedTask;
        }
        """));

    [Test]
    public Task A_double_is_silent() => Allows(Shop.Beside("""
        public class FakePayments : IPayments
        {
            // Simulates a bank that always agrees.
            public Task<Receipt> ChargeAsync(decimal amount, string card) => Task.FromResult(Receipt.Ok());

            public bool IsValid(string card) => true; // stub

            public Task SendAsync(Order order) => Task.CompletedTask; // fake
        }
        """));

    [Test]
    public Task A_member_of_a_type_inside_a_double_is_silent() => Allows(Shop.Beside("""
        public class MockServer
        {
            public class Handler
            {
                public bool Save(Order order) => true; // mock implementation
            }
        }
        """));

    [Test]
    public Task A_folder_of_samples_is_silent() => Allows(Shop.Beside("""
        namespace Shop.Samples;

        public class Uploads
        {
            public bool Upload(string file) => true; // simulated
        }
        """));

    [Test]
    public Task An_interface_with_a_default_of_its_own_is_silent() => Allows(Shop.Beside("""
        public interface IObserver
        {
            // Not implemented by most.
            Task NotifyAsync(Order order) => Task.CompletedTask;
        }
        """));

    [Test]
    public Task An_abstract_method_has_no_body() => Allows(Shop.Beside("""
        public abstract class Importer
        {
            // Not implemented here.
            public abstract bool Import(string file);
        }
        """));

    [Test]
    public Task A_call_of_the_own_type_is_work() => Allows(Shop.With("""
        public bool Save(Order order)
        {
            // TODO: implement validation
            return Store(order);
        }

        private bool Store(Order order) => _store.All.Remove(order);
        """));

    [Test]
    public Task An_event_that_is_raised_is_work() => Allows(Shop.With("""
        public event Action? Saved;

        public bool Save(Order order)
        {
            // TODO: implement persistence
            Saved?.Invoke();
            return true;
        }
        """));

    [Test]
    public Task A_value_that_is_read_from_state_is_no_made_up_success() => Allows(Shop.With("""
        public Task<int> SaveCountAsync()
        {
            // placeholder
            return Task.FromResult(_count);
        }
        """));

    [Test]
    public Task A_predicate_is_silent() => Allows(Shop.With("""
        public IEnumerable<Order> Wanted()
        {
            // TODO: implement the filter
            return _store.All.Where(order => true);
        }
        """));

    [Test]
    public Task A_property_is_silent() => Allows(Shop.With("""
        public bool IsSaved => true; // TODO: implement
        """));

    [Test]
    public Task A_comment_in_another_method_is_silent() => Allows(Shop.With("""
        // TODO: implement Load

        public void Load() => _count = 1;

        public bool Save(Order order) => true;
        """));

    [Test]
    public Task A_project_of_tests_is_silent() =>
        Given.WithReferences(Shop.TestProject).Allows(Shop.With("public bool Save(Order order) => true; // stub"));

    [Test]
    public Task A_phrase_can_be_added() =>
        WithOption("ai_aware.fake_work.admissions", "+waits for ops")
            .Flags(Shop.With("public bool [|Save|](Order order) => true; // waits for ops"));

    [Test]
    public Task A_phrase_can_be_removed() =>
        WithOption("ai_aware.fake_work.admissions", "-todo")
            .Allows(Shop.With("public bool Save(Order order) => true; // TODO"));

    [TestCase("""public Task [|SendReceiptAsync|](Order order) { _logger.LogInformation("Receipt for {Id} sent", order.Id); return Task.CompletedTask; }""",
        TestName = "Sent, says the log")]
    [TestCase("""public void [|Notify|](Order order) { _logger.LogInformation("Sending a note about {Id}", order.Id); }""",
        TestName = "Sending, says the log")]
    [TestCase("""public Task<bool> [|SaveAsync|](Order order) { _logger.LogInformation("Order saved"); return Task.FromResult(true); }""",
        TestName = "Saved, says the log, and true the answer")]
    public Task A_log_that_claims_the_work_is_flagged(string member) => Flags(Shop.With(Waiting(member)));

    [TestCase("""public Task SendReceiptAsync(Order order) { _logger.LogInformation("No receipt is sent for {Id}", order.Id); return Task.CompletedTask; }""",
        TestName = "A log that says no")]
    [TestCase("""public Task SendReceiptAsync(Order order) { _logger.LogInformation("Mail is disabled, receipt not sent"); return Task.CompletedTask; }""",
        TestName = "A log that says why not")]
    [TestCase("""public void OnSent(Order order) { _logger.LogInformation("Receipt sent"); }""", TestName = "A hook")]
    [TestCase("""public void LogSent(Order order) { _logger.LogInformation("Receipt sent"); }""", TestName = "A method that logs")]
    [TestCase(
        "public void Send(Order order)\n{\n// in development the log is enough\n_logger.LogInformation(\"Receipt "
        + "sent\"); }",
        TestName = "A comment that says so")]
    [TestCase("""public Task SendAsync(Order order) { _count++; _logger.LogInformation("Receipt sent"); return Task.CompletedTask; }""",
        TestName = "Work beside the log")]
    public Task A_log_that_claims_nothing_more_is_allowed(string member) => Allows(Shop.With(Waiting(member)));

    [TestCase("LoggingReceiptSender", TestName = "A type that logs")]
    [TestCase("ConsoleMailer", TestName = "A type that writes to the console")]
    public Task A_type_that_says_that_it_writes_is_allowed(string type) => Allows($$"""
        using Microsoft.Extensions.Logging;
        public interface ISender { Task SendAsync(string text); }
        public class {{type}} : ISender
        {
            private readonly ILogger<{{type}}> _logger;
            public {{type}}(ILogger<{{type}}> logger) => _logger = logger;
            public Task SendAsync(string text) { _logger.LogInformation("Sent {Text}", text); return Task.CompletedTask; }
        }
        """);

    [TestCase("// Such files do not support covers\n// Others may keep some, but not implemented here",
        TestName = "Two comments")]
    [TestCase("// Covers are not supported by such files\n// TODO: call the other reader for them",
        TestName = "In other words")]
    public Task A_kind_that_has_nothing_to_give_is_fine(string comment) =>
        Allows(Covers(": IReader", "ReadCoversAsync", comment));

    [TestCase("", "// Such files do not support covers\n// Others may keep some, but not implemented here",
        TestName = "Behind no contract")]
    [TestCase(": IReader", "// Not implemented here", TestName = "Without a reason")]
    public Task An_empty_answer_without_contract_or_reason(string contract, string comment) =>
        Flags(Covers(contract, "[|ReadCoversAsync|]", comment));

    private static string Covers(string contract, string name, string comment) => Shop.Beside($$"""
        public interface IReader { Task<List<string>> ReadCoversAsync(string path); }
        public class Plain {{contract}}
        {
            public Task<List<string>> {{name}}(string path)
            {
                {{comment}}
                return Task.FromResult(new List<string>());
            }
        }
        """);

    private const string Component = """
        using Microsoft.AspNetCore.Components;
        using Microsoft.AspNetCore.Components.Rendering;
        public class Page : ComponentBase
        {
            protected override void BuildRenderTree(RenderTreeBuilder b) => b.AddMarkupContent(0, "TEXT");
            private void MARK()
            {
                // Coming soon
            }
        }
        """;

    [Test]
    public Task A_handler_of_a_page_that_says_the_same() => Given.WithReferences(References.AspNetCore).Allows(
        Component.Replace("TEXT", "<p>By hand: coming soon</p>").Replace("MARK", "Submit"));

    [Test]
    public Task A_handler_of_a_page_that_keeps_it_for_itself() => Given.WithReferences(References.AspNetCore).Flags(
        Component.Replace("TEXT", "<p>By hand</p>").Replace("MARK", "[|Submit|]"));
}
