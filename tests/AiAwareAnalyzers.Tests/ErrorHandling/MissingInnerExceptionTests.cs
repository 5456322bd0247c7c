using AiAwareAnalyzers.ErrorHandling;

namespace AiAwareAnalyzers.Tests.ErrorHandling;

public sealed class MissingInnerExceptionTests : RuleTests<MissingInnerException, MissingInnerExceptionFix>
{
    [TestCase("throw [|new InvalidOperationException(\"no orders\")|];", TestName = "A text instead of a cause")]
    [TestCase("throw [|new InvalidOperationException(ex.Message)|];", TestName = "The message is not the cause")]
    [TestCase(
        "throw [|new InvalidOperationException($\"no orders: {ex.Message}\")|];",
        TestName = "A text around the message is not the cause")]
    [TestCase("throw [|new Exception()|];", TestName = "An exception of nothing")]
    [TestCase(
        "_log.LogError(ex.Message); throw [|new Exception(\"no\")|];",
        TestName = "A log of the message keeps no trace")]
    [TestCase(
        "_log.LogError(\"no\"); throw [|new ApplicationException(\"no\")|];",
        TestName = "A log of something else keeps nothing")]
    [TestCase(
        "if (ex is TimeoutException) { throw [|new InvalidOperationException(\"slow\")|]; }",
        TestName = "A branch that throws")]
    [TestCase("throw ([|new InvalidOperationException(\"no orders\")|]);", TestName = "Parentheses")]
    [TestCase("throw [|new TimeoutException(\"no\", null)|];", TestName = "Null is no cause")]
    public Task What_is_thrown(string handler) => Flags(Loading(handler));

    [Test]
    public Task The_message_names_the_new_and_the_old() => Says(
        Loading("throw [|new InvalidOperationException(\"no orders\")|];"),
        "'InvalidOperationException' is thrown without the exception that was caught, so where it went wrong, and why, "
        + "is lost; pass 'ex' as its inner exception");

    [Test]
    public Task The_message_tells_what_else_is_lost() => Says(
        Shop.With("""
            public async Task<List<Order>> LoadAsync(CancellationToken token)
            {
                try { return await _store.LoadAsync(token); }
                catch { throw [|new InvalidOperationException("no orders")|]; }
            }
            """),
        "'InvalidOperationException' is thrown without the exception that was caught, so where it went wrong, and why, "
        + "is lost (cancellation is swallowed too); pass it as its inner exception");

    [Test]
    public Task A_bare_catch_has_a_cause_too() => Flags(Shop.With("""
        public async Task LoadAsync()
        {
            try { await _store.AllAsync(); }
            catch { throw [|new InvalidOperationException("no orders")|]; }
        }
        """));

    [Test]
    public Task A_broad_exception_of_io_has_many_causes() => Flags(Shop.With("""
        public async Task LoadAsync()
        {
            try { await _store.AllAsync(); }
            catch (HttpRequestException) { throw [|new InvalidOperationException("no orders")|]; }
        }
        """));

    [Test]
    public Task A_database_s_exception_has_many_causes() => Flags(Shop.With("""
        public async Task LoadAsync()
        {
            try { await _store.AllAsync(); }
            catch (System.Data.Common.DbException ex) { throw [|new InvalidOperationException(ex.Message)|]; }
        }
        """));

    [TestCase("ex.InnerException is System.Data.Common.DbException", TestName = "The cause is of a database")]
    [TestCase("ex is System.Data.Common.DbException", TestName = "It is of a database")]
    [TestCase("ex is System.Data.Common.DbException failure", TestName = "It is of a database and has a name")]
    public Task A_filter_that_asks_for_a_database_leaves_many_causes(string filter) => Flags(Shop.With($$"""
        public async Task LoadAsync()
        {
            try { await _store.AllAsync(); }
            catch (Exception ex) when ({{filter}}) { throw [|new InvalidOperationException("no orders")|]; }
        }
        """));

    [TestCase("ex is TimeoutException", TestName = "Another exception")]
    [TestCase("ex is System.Data.Common.DbException { IsTransient: true }", TestName = "One that is looked at")]
    public Task A_filter_that_asks_for_more_leaves_one_cause(string filter) => Allows(Shop.With($$"""
        public async Task LoadAsync()
        {
            try { await _store.AllAsync(); }
            catch (Exception ex) when ({{filter}}) { throw new InvalidOperationException("no orders"); }
        }
        """));

    [Test]
    public Task An_exception_of_our_own_has_room_for_a_cause() => Flags(Shop.With("""
        public class StoreException : Exception
        {
            public StoreException(string message) : base(message) { }
            public StoreException(string message, Exception cause) : base(message, cause) { }
        }
        public async Task LoadAsync()
        {
            try { await _store.AllAsync(); }
            catch (Exception ex) { throw [|new StoreException(ex.Message)|]; }
        }
        """));

    [Test]
    public Task Computation_can_lose_its_cause_like_io() => Flags(Shop.With("""
        public int Ratio(int a, int b)
        {
            try { return a / b; }
            catch (Exception) { throw [|new InvalidOperationException("no ratio")|]; }
        }
        """));

    [Test]
    public Task A_lambda_loses_causes_too() => Flags(Shop.With("""
        public Func<string, string> Reader() => path =>
        {
            try { return File.ReadAllText(path); }
            catch (Exception ex) { throw [|new InvalidOperationException(ex.Message)|]; }
        };
        """));

    [Test]
    public Task A_target_typed_new_is_a_new() => Flags(Shop.With("""
        public void Load()
        {
            try { File.ReadAllText("orders"); }
            catch (Exception ex) { throw [|new(ex.Message)|]; }
        }
        """));

    [Test]
    public Task The_program_itself_can_lose_its_cause() => Flags("""
        try { File.ReadAllText("orders"); }
        catch (Exception ex) { throw [|new InvalidOperationException(ex.Message)|]; }
        """);

    [TestCase("throw;", TestName = "The caught one itself")]
    [TestCase("throw new InvalidOperationException(\"no orders\", ex);", TestName = "The cause is inside")]
    [TestCase(
        "throw new InvalidOperationException(\"no orders\", innerException: ex);",
        TestName = "The cause is inside by name")]
    [TestCase(
        "throw new InvalidOperationException(\"no orders\", ex.InnerException);",
        TestName = "The cause of the cause is inside")]
    [TestCase(
        "throw new InvalidOperationException(\"no orders\", ex.GetBaseException());",
        TestName = "The first cause is inside")]
    [TestCase("throw new AggregateException(ex, new TimeoutException());", TestName = "The cause is one of several")]
    [TestCase(
        "_log.LogError(ex, \"no orders\"); throw new InvalidOperationException(\"no orders\");",
        TestName = "The cause is in the log")]
    [TestCase(
        "_log.LogError(ex.ToString()); throw new InvalidOperationException(\"no orders\");",
        TestName = "The text of the cause is in the log")]
    [TestCase(
        "Note(ex); throw new InvalidOperationException(\"no orders\");", TestName = "Somebody else has the cause")]
    [TestCase("_last = ex; throw new InvalidOperationException(\"no orders\");", TestName = "The cause is kept")]
    [TestCase(
        "if (ex is TimeoutException) throw new InvalidOperationException(\"slow\"); throw;",
        TestName = "One path rethrows")]
    [TestCase("throw new InvalidOperationException(ex.ToString());", TestName = "The whole text is in the message")]
    [TestCase(
        "var wrapped = new InvalidOperationException(\"no orders\", ex); throw wrapped;",
        TestName = "The wrapping one has a name first")]
    [TestCase("throw Wrap(ex);", TestName = "A factory gets the cause")]
    [TestCase("throw new OperationCanceledException();", TestName = "A cancellation needs no cause")]
    [TestCase("throw new Silent();", TestName = "An exception without room for a cause")]
    [TestCase("_log.LogError(\"no\");", TestName = "Nothing is thrown")]
    [TestCase(
        "Action later = () => throw new InvalidOperationException(\"later\"); later();",
        TestName = "A lambda throws another time")]
    public Task What_keeps_the_cause(string handler) => Allows(Loading(handler));

    [Test]
    public Task A_missing_constructor_is_said_as_such() => Allows(Shop.With("""
        public T Make<T>()
        {
            try { return Activator.CreateInstance<T>(); }
            catch { throw new InvalidOperationException($"'{typeof(T)}' needs a constructor without parameters."); }
        }
        """));

    [Test]
    public Task An_expected_exception_is_translated() => Allows(Shop.With("""
        public int Read(string text)
        {
            try { return int.Parse(text); }
            catch (FormatException) { throw new ArgumentException("no number"); }
        }
        """));

    [Test]
    public Task A_filtered_exception_is_expected() => Allows(Shop.With("""
        public async Task LoadAsync()
        {
            try { await _store.AllAsync(); }
            catch (HttpRequestException ex) when (ex.StatusCode == System.Net.HttpStatusCode.NotFound) { throw new KeyNotFoundException("no orders"); }
        }
        """));

    [Test]
    public Task A_client_must_not_see_the_cause() => Allows(Shop.With("""
        public class RpcException : Exception
        {
            public RpcException(string message) : base(message) { }
            public RpcException(string message, Exception cause) : base(message, cause) { }
        }
        public async Task LoadAsync()
        {
            try { await _store.AllAsync(); }
            catch (Exception) { throw new RpcException("internal"); }
        }
        """));

    [Test]
    public Task A_throw_outside_of_a_catch_has_no_cause() => Allows(Shop.With("""
        public void Load() => throw new InvalidOperationException("no");
        """));

    [Test]
    public Task The_cause_becomes_the_last_argument() => Fixes(
        Loading("throw [|new InvalidOperationException(\"no orders\")|]; // loudly"),
        Loading("throw new InvalidOperationException(\"no orders\", ex); // loudly"));

    [Test]
    public Task A_variable_is_declared_for_the_cause() => Fixes(
        Shop.With("""
            public async Task LoadAsync()
            {
                try { await _store.AllAsync(); }
                catch (HttpRequestException)
                {
                    throw [|new InvalidOperationException("no orders")|];
                }
            }
            """),
        Shop.With("""
            public async Task LoadAsync()
            {
                try { await _store.AllAsync(); }
                catch (HttpRequestException ex)
                {
                    throw new InvalidOperationException("no orders", ex);
                }
            }
            """));

    [Test]
    public Task A_bare_catch_gets_a_type_and_a_variable() => Fixes(
        Shop.With("""
            public async Task LoadAsync()
            {
                try { await _store.AllAsync(); }
                catch { throw [|new ArgumentException("no orders", "id")|]; }
            }
            """),
        Shop.With("""
            public async Task LoadAsync()
            {
                try { await _store.AllAsync(); }
                catch (Exception ex) { throw new ArgumentException("no orders", "id", ex); }
            }
            """));

    [Test]
    public Task A_constructor_that_would_take_the_text_for_something_else_is_left() =>
        OffersNoFix(Loading("throw [|new ArgumentNullException(\"id\")|];"));

    [Test]
    public Task Without_a_text_there_is_no_constructor_to_choose() =>
        OffersNoFix(Loading("throw [|new InvalidOperationException()|];"));

    private static string Loading(string handler) => Shop.With($$"""
        private Exception _last = new Exception();
        private void Note(Exception exception) { }
        private Exception Wrap(Exception exception) => new InvalidOperationException("", exception);
        private class Silent : Exception { }
        public async Task LoadAsync(int id)
        {
            try { await _store.AllAsync(); }
            catch (Exception ex)
            {
                {{handler}}
            }
        }
        """);

    [Test]
    public Task Two_causes_are_passed_at_once() => Fixes(
        Shop.With("""
            public async Task ReadAsync()
            {
                try { await _store.AllAsync(); }
                catch (Exception) { throw [|new InvalidOperationException("Read")|]; } // for callers
            }

            public async Task LookAsync()
            {
                try { await _store.AllAsync(); }
                catch (Exception) { throw [|new InvalidOperationException("Look")|]; } // for callers
            }
            """),
        Shop.With("""
            public async Task ReadAsync()
            {
                try { await _store.AllAsync(); }
                catch (Exception ex) { throw new InvalidOperationException("Read", ex); } // for callers
            }

            public async Task LookAsync()
            {
                try { await _store.AllAsync(); }
                catch (Exception ex) { throw new InvalidOperationException("Look", ex); } // for callers
            }
            """));
}
