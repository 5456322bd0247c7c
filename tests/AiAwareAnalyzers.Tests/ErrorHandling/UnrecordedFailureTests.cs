using AiAwareAnalyzers.ErrorHandling;

namespace AiAwareAnalyzers.Tests.ErrorHandling;

[CSharp(12)]
public sealed class UnrecordedFailureTests : RuleTests<UnrecordedFailure>
{
    [TestCase("Error = failure.Message;", TestName = "In a property")]
    [TestCase("_error = failure.Message;", TestName = "In a field")]
    [TestCase("Error = $\"Could not save: {failure.Message}\";", TestName = "Interpolated")]
    [TestCase("Error = \"Could not save: \" + failure.Message;", TestName = "Joined")]
    [TestCase("Error = string.Format(\"{0}!\", failure.Message);", TestName = "Formatted")]
    [TestCase("Error = failure.InnerException?.Message ?? failure.Message;", TestName = "The innermost text")]
    [TestCase("Show(failure.Message);", TestName = "Shown")]
    [TestCase("var text = failure.Message; Show(text);", TestName = "By way of a local")]
    [TestCase("State = new State(\"failed\", failure.Message);", TestName = "In a record of the state")]
    [TestCase("State = State with { Text = failure.Message };", TestName = "In a copy of the state")]
    [TestCase("lock (_gate) { Error = failure.Message; }", TestName = "Under a lock")]
    public Task A_text_that_is_all_that_is_left(string handler) =>
        Flags(Saving($"[|catch (Exception failure)|] {{ {handler} }}"));

    [TestCase(
        "catch (Exception failure) { _log.LogError(failure, \"no\"); Error = failure.Message; }", TestName = "Logged")]
    [TestCase(
        "catch (Exception failure) { Write(failure); Error = failure.Message; }", TestName = "Logged by a method")]
    [TestCase("catch (Exception failure) { Error = failure.Message; throw; }", TestName = "Thrown on")]
    [TestCase("catch (Exception failure) { Error = failure.ToString(); }", TestName = "All of it kept as text")]
    [TestCase("catch (Exception failure) { Last = failure; }", TestName = "Kept itself")]
    [TestCase("catch (Exception failure) { Report(failure); Error = failure.Message; }", TestName = "Handed on itself")]
    [TestCase("catch (IOException failure) { Error = failure.Message; }", TestName = "What was expected")]
    [TestCase(
        "catch (Exception failure) when (failure is IOException) { Error = failure.Message; }",
        TestName = "A filter that looks at it")]
    [TestCase("catch (Exception) { Error = \"Could not save\"; }", TestName = "Not even its text")]
    [TestCase(
        "catch (Exception failure) { if (failure.Message == \"gone\") Error = null; }", TestName = "Only compared")]
    public Task What_is_recorded_or_expected(string clause) => Allows(Saving(clause));

    [Test]
    public Task A_caller_that_gets_the_text_only() => Flags(Shop.With("""
        public async Task<string> SaveAsync(Order order)
        {
            try { await _store.SaveAsync(order); return "saved"; }
            [|catch (Exception failure)|] { return $"not saved: {failure.Message}"; }
        }
        """));

    [Test]
    public Task A_logger_of_the_base_type() => Flags(Shop.Beside("""
        public abstract class Page { protected ILogger Log { get; } }

        public class Orders(IStore store) : Page
        {
            public string Error { get; private set; }

            public async Task SaveAsync(Order order)
            {
                try { await store.SaveAsync(order); }
                [|catch (Exception failure)|] { Error = failure.Message; }
            }
        }
        """));

    [Test]
    public Task A_logger_of_the_primary_constructor() => Flags(Shop.Beside("""
        public class Orders(IStore store, ILogger log)
        {
            public string Error { get; private set; }
            public void Open() => log.LogInformation("open");

            public async Task SaveAsync(Order order)
            {
                try { await store.SaveAsync(order); }
                [|catch (Exception failure)|] { Error = failure.Message; }
            }
        }
        """));

    [Test]
    public Task A_logger_that_is_passed() => Flags(Shop.Beside("""
        public static class Orders
        {
            public static async Task<string> SaveAsync(IStore store, Order order, ILogger log)
            {
                log.LogInformation("saving");
                try { await store.SaveAsync(order); return ""; }
                [|catch (Exception failure)|] { return failure.Message; }
            }
        }
        """));

    [Test]
    public Task Nobody_has_a_logger() => Allows(Shop.Beside("""
        public class Orders(IStore store)
        {
            public string Error { get; private set; }

            public async Task SaveAsync(Order order)
            {
                try { await store.SaveAsync(order); }
                catch (Exception failure) { Error = failure.Message; }
            }
        }
        """));

    [TestCase("Microsoft.AspNetCore.Components.ComponentBase", TestName = "A component")]
    [TestCase("Microsoft.AspNetCore.Mvc.RazorPages.PageModel", TestName = "A page")]
    public Task What_has_only_to_ask_for_a_logger(string parent) => Given.WithReferences(References.AspNetCore).Says(
        Registration(parent),
        "All that is left of 'failure' is its text in '_error', so no one who runs the program finds out what failed "
        + "and where; write 'failure' to an injected 'ILogger<Register>' too");

    [Test]
    public Task A_component_that_was_given_a_logger() => Given.WithReferences(References.AspNetCore).Says(
        Registration(
            "Microsoft.AspNetCore.Components.ComponentBase",
            "[Microsoft.AspNetCore.Components.Inject] public Microsoft.Extensions.Logging.ILogger<Register> Log { get; "
            + "set; }"),
        "All that is left of 'failure' is its text in '_error', so no one who runs the program finds out what failed "
        + "and where; write 'failure' to 'Log' too");

    [TestCase("Microsoft.AspNetCore.Mvc.ViewFeatures.TemplateInfo", TestName = "Any other class")]
    public Task What_cannot_simply_ask(string parent) =>
        Given.WithReferences(References.AspNetCore).Allows(Registration(parent).Replace("[|", "").Replace("|]", ""));

    private static string Registration(string parent, string more = "") => $$"""
        public class Register : {{parent}}
        {
            private string _error;
            private readonly HttpClient _client = new();
            {{more}}

            public async Task SaveAsync()
            {
                try { (await _client.GetAsync("terms")).EnsureSuccessStatusCode(); }
                [|catch (Exception failure)|] { _error = failure.Message; }
            }
        }
        """;

    [Test]
    public Task A_private_logger_of_the_base_type_is_out_of_reach() => Allows(Shop.Beside("""
        public abstract class Page { private ILogger _log; }

        public class Orders(IStore store) : Page
        {
            public string Error { get; private set; }

            public async Task SaveAsync(Order order)
            {
                try { await store.SaveAsync(order); }
                catch (Exception failure) { Error = failure.Message; }
            }
        }
        """));

    [Test]
    public Task Somebody_who_tries_says_why_not() => Allows(Shop.With("""
        public bool TryRead(string path, out string error)
        {
            try { File.ReadAllText(path); error = ""; return true; }
            catch (Exception failure) { error = failure.Message; return false; }
        }
        """));

    [Test]
    public Task A_computation_of_its_own() => Allows(Shop.With("""
        public string Error { get; private set; }

        public int Sum(int left, int right)
        {
            try { return checked(left + right); }
            catch (Exception failure) { Error = failure.Message; return 0; }
        }
        """));

    [Test]
    public Task What_puts_things_away() => Allows(Shop.With("""
        public string Error { get; private set; }

        public void Dispose()
        {
            try { File.Delete("lock"); }
            catch (Exception failure) { Error = failure.Message; }
        }
        """));

    [Test]
    public Task The_message_names_the_text_and_the_log() => Says(
        Saving("[|catch (Exception failure)|] { Error = failure.Message; }"),
        "All that is left of 'failure' is its text in 'Error', so no one who runs the program finds out what failed "
        + "and where; write 'failure' to '_log' too");

    private static string Saving(string clause) => Shop.With($$"""
        private readonly object _gate = new();
        private string _error;
        public string Error { get; set; }
        public Exception Last { get; set; }
        public State State { get; set; }

        public async Task SaveAllAsync(Order order)
        {
            try { await _store.SaveAsync(order); }
            {{clause}}
        }

        private void Write(Exception failure) => _log.LogError(failure, "failed");
        private void Report(Exception failure) => Last = failure;
        private void Show(string text) => _error = text;
        """) + "\npublic record State(string Name, string Text);";
}
