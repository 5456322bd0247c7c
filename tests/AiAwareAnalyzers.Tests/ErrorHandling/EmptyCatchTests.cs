using AiAwareAnalyzers.ErrorHandling;

namespace AiAwareAnalyzers.Tests.ErrorHandling;

public sealed class EmptyCatchTests : RuleTests<EmptyCatch, EmptyCatchFix>
{
    [TestCase("[|catch|] { }", TestName = "A bare catch")]
    [TestCase("[|catch (Exception)|] { }", TestName = "A catch of Exception")]
    [TestCase("[|catch (Exception ex)|] { }", TestName = "A catch with a variable")]
    [TestCase("[|catch (SystemException)|] { }", TestName = "A catch of SystemException")]
    [TestCase("[|catch (Exception)|] when (true) { }", TestName = "A filter that always holds")]
    [TestCase("[|catch|] { ; }", TestName = "An empty statement")]
    [TestCase("[|catch (Exception ex)|] { _ = ex; }", TestName = "A discard against a warning")]
    [TestCase("[|catch|] { /* ignore */ }", TestName = "A comment that says ignore")]
    [TestCase("[|catch|] { /* do nothing */ }", TestName = "A comment that says what one sees")]
    [TestCase("[|catch|] { /* TODO: handle the exception */ }", TestName = "A comment that puts it off")]
    [TestCase(
        "[|catch (Exception ex)|] when (ex is not OperationCanceledException) { }",
        TestName = "A filter that spares cancellation")]
    public Task What_does_nothing(string clause) => Flags(Refreshing(clause));

    [TestCase("try { await bell.RingAsync(order.Id); } catch { }", TestName = "An interface, awaited")]
    [TestCase("try { await bell.RingAsync(order.Id).ConfigureAwait(false); } catch (Exception) { }",
        TestName = "An interface, configured")]
    [TestCase("try { bell.Ring(); } catch (Exception) { }", TestName = "An interface that does not wait")]
    [TestCase("try { _log.LogInformation(\"ring\"); await bell.TwiceAsync(order.Id); } catch { }",
        TestName = "A method that only hands on, after a log")]
    public Task What_sees_its_own_failures_brings_none(string attempt) => Allows(Belled(attempt));

    [TestCase("try { await bell.LoudAsync(order.Id); } [|catch|] { }", TestName = "A catch that lets some through")]
    [TestCase("try { await bell.HalfAsync(order.Id); } [|catch|] { }", TestName = "A call before the try")]
    [TestCase("try { await bell.RingAsync(order.Id); await _store.SaveAsync(order); } [|catch|] { }",
        TestName = "Another call beside it")]
    [TestCase("try { await bell.RingAsync(int.Parse(\"1\")); } [|catch|] { }", TestName = "A call in its arguments")]
    [TestCase("try { await far.RingAsync(); } [|catch|] { }", TestName = "Nobody here implements it")]
    [TestCase("try { await either.RingAsync(); } [|catch|] { }", TestName = "One of two fails")]
    public Task What_does_not_see_all_of_them(string attempt) => Flags(Belled(attempt));

    private static string Belled(string attempt) => Shop.With($$"""
        public interface IFarBell { Task RingAsync(); }
        public interface IEitherBell { Task RingAsync(); }
        public sealed class Careful : IEitherBell
        {
            private readonly ILogger _log;
            public async Task RingAsync()
            {
                try { await Task.Delay(1); } catch (Exception ex) { _log.LogError(ex, "no bell"); }
            }
        }
        public sealed class Careless : IEitherBell { public Task RingAsync() => File.WriteAllTextAsync("bell", "rung"); }
        public interface IBell
        {
            void Ring();
            Task RingAsync(int id);
            Task TwiceAsync(int id);
            Task LoudAsync(int id);
            Task HalfAsync(int id);
        }
        public sealed class Bell : IBell
        {
            private readonly ILogger _log;
            public void Ring()
            {
                try { File.WriteAllText("bell", "rung"); }
                catch (Exception ex) { _log.LogError(ex, "no bell"); }
            }
            public async Task RingAsync(int id)
            {
                _log.LogInformation("ringing");
                try { await File.WriteAllTextAsync("bell", "rung"); }
                catch (Exception ex) { _log.LogError(ex, "no bell"); }
            }
            public Task TwiceAsync(int id) => RingAsync(id);
            public async Task LoudAsync(int id)
            {
                try { await File.WriteAllTextAsync("bell", "rung"); }
                catch (IOException ex) { _log.LogError(ex, "no bell"); }
            }
            public async Task HalfAsync(int id)
            {
                var text = File.ReadAllText("text");
                try { await File.WriteAllTextAsync("bell", text); }
                catch (Exception ex) { _log.LogError(ex, "no bell"); }
            }
        }
        public async Task RunAsync(IBell bell, IFarBell far, IEitherBell either, Order order)
        {
            await Task.Yield();
            {{attempt}}
        }
        """);

    [Test]
    public Task A_catch_that_makes_another_attempt_possible_is_left_alone() => OffersNoFix(Shop.With("""
        public async Task<string> GetAsync()
        {
            for (var attempt = 0; attempt < 3; attempt++)
            {
                try { return await _client.GetStringAsync("/"); }
                [|catch (Exception)|] { }
            }

            throw new TimeoutException();
        }
        """));

    [Test]
    public Task The_message_names_the_call() => Says(
        Refreshing("[|catch|] { }"),
        "This catch drops every exception of 'AllAsync', unexpected ones included; let them through, catch only what "
        + "is expected, or explain in a comment why there is nothing to do");

    [Test]
    public Task Computation_is_no_excuse() => Flags(Shop.With("""
        private int _ratio;
        public void Compute(string a, string b)
        {
            try { _ratio = int.Parse(a) / int.Parse(b); }
            [|catch|] { }
        }
        """));

    [Test]
    public Task A_loop_that_goes_on_without_a_word() => Flags(Shop.With("""
        public async Task RefreshAsync(Func<Task>[] plugins)
        {
            foreach (var plugin in plugins)
            {
                try { await plugin(); }
                [|catch|] { }
            }
        }
        """));

    [Test]
    public Task A_lambda() => Flags(Shop.With("""
        public Action Refresher() => () =>
        {
            try { File.ReadAllText("orders"); }
            [|catch|] { }
        };
        """));

    [Test]
    public Task A_program() => Flags("""
        try { Console.WriteLine(File.ReadAllText("orders")); }
        [|catch|] { }
        """);

    [Test]
    public Task A_finally_does_not_help() =>
        Flags(Refreshing("[|catch|] { } finally { _log.LogInformation(\"done\"); }"));

    [Test]
    public Task An_earlier_clause_does_not_help() =>
        Flags(Refreshing("catch (HttpRequestException) { throw; } [|catch|] { }"));

    [Test]
    public Task Cleanup_among_other_work_is_work() => Flags(Shop.With("""
        public async Task RefreshAsync(IDisposable lease)
        {
            try { await _store.AllAsync(); lease.Dispose(); }
            [|catch|] { }
        }
        """));

    [TestCase("catch { /* best effort: the next refresh comes in a minute */ }", TestName = "A reason in the block")]
    [TestCase("catch { } // the cache may be cold", TestName = "A reason behind the block")]
    [TestCase("catch (HttpRequestException) { }", TestName = "An expected exception")]
    [TestCase("catch (OperationCanceledException) { }", TestName = "A cancellation")]
    [TestCase("catch (Exception ex) when (ex is TimeoutException) { }", TestName = "A filter that names the expected")]
    [TestCase("catch (Exception ex) { _log.LogError(ex, \"no\"); }", TestName = "A log")]
    [TestCase("catch { throw; }", TestName = "A rethrow")]
    [TestCase("catch { return; }", TestName = "A return")]
    [TestCase("catch (Exception) { _failed = true; }", TestName = "A flag")]
    public Task What_does_something_or_says_why(string clause) => Allows(Refreshing(clause));

    [Test]
    public Task A_word_about_the_work_is_no_reason() => Flags(Shop.With("""
        public void Refresh()
        {
            // Read the orders
            try { File.ReadAllText("orders"); }
            [|catch|] { }
        }
        """));

    [TestCase("Dispose", TestName = "Disposal")]
    [TestCase("Close", TestName = "Closing")]
    [TestCase("Stop", TestName = "Stopping")]
    [TestCase("Cleanup", TestName = "Cleaning up")]
    [TestCase("TearDown", TestName = "Tearing down")]
    [TestCase("TryRefresh", TestName = "Trying")]
    [TestCase("IsFresh", TestName = "Asking")]
    public Task Where_nothing_else_can_be_done(string name) => Allows(Shop.With($$"""
        public void {{name}}()
        {
            try { File.ReadAllText("orders"); }
            catch { }
        }
        """));

    [Test]
    public Task A_finalizer() => Allows("""
        public class Lease
        {
            ~Lease()
            {
                try { File.ReadAllText("lease"); }
                catch { }
            }
        }
        """);

    [Test]
    public Task Inside_a_finally() => Allows(Shop.With("""
        public void Refresh()
        {
            try { File.ReadAllText("orders"); }
            finally
            {
                try { File.WriteAllText("lock", ""); }
                catch { }
            }
        }
        """));

    [Test]
    public Task Just_before_a_rethrow() => Allows(Shop.With("""
        public void Refresh()
        {
            try { File.ReadAllText("orders"); }
            catch (Exception)
            {
                try { File.WriteAllText("lock", ""); }
                catch { }
                throw;
            }
        }
        """));

    [Test]
    public Task Only_cleaning_up() => Allows(Shop.With("""
        public void Refresh(string path, IDisposable lease)
        {
            try { File.Delete(path); }
            catch { }
            try { lease.Dispose(); }
            catch { }
        }
        """));

    [Test]
    public Task A_process_may_be_gone_already() => Allows(Shop.With("""
        public void Refresh(System.Diagnostics.Process process)
        {
            try { process.Kill(); process.WaitForExit(); }
            catch { }
        }
        """));

    [Test]
    public Task A_page_may_be_gone_already() => Given.WithReferences(References.AspNetCore).Allows("""
        using Microsoft.JSInterop;

        public class Theme
        {
            private readonly IJSRuntime _js = null!;
            public async Task SetAsync()
            {
                try { await _js.InvokeVoidAsync("theme"); }
                catch { }
            }
        }
        """);

    [Test]
    public Task Nothing_is_tried() => Allows(Shop.With("""
        public void Refresh()
        {
            try { }
            catch { }
        }
        """));

    [Test]
    public Task A_change_that_is_lost_is_graver() => Allows(Shop.With("""
        public async Task SaveAsync(Order order)
        {
            try { await _store.SaveAsync(order); }
            catch { }
        }
        """));

    [Test]
    public Task A_value_behind_the_try_is_graver() => Allows(Shop.With("""
        public async Task<Order?> GetAsync(int id)
        {
            try { return await _store.FindAsync(id); }
            catch { }
            return null;
        }
        """));

    [Test]
    public Task The_try_goes_and_its_work_stays() => Fixes(
        Shop.With("""
            public async Task RefreshAsync()
            {
                // every minute
                try
                {
                    await _store.AllAsync(); // all of them
                }
                [|catch|]
                {
                    // ignore
                }

                _log.LogInformation("refreshed");
            }
            """),
        Shop.With("""
            public async Task RefreshAsync()
            {
                // every minute
                await _store.AllAsync(); // all of them

                _log.LogInformation("refreshed");
            }
            """));

    [Test]
    public Task A_comment_beside_the_try_is_not_lost() => OffersNoFix(Shop.With("""
        public async Task RefreshAsync()
        {
            try
            {
                await _store.AllAsync();
            } // until the end of the month
            [|catch|]
            {
            }
        }
        """));

    [Test]
    public Task Other_clauses_stay() => Fixes(
        Refreshing("""
            catch (HttpRequestException)
                {
                    _log.LogInformation("offline");
                }
                [|catch|]
                {
                }
            """),
        Refreshing("""
            catch (HttpRequestException)
                {
                    _log.LogInformation("offline");
                }
            """));

    [Test]
    public Task Only_the_documented_may_be_dropped() => Given.ByAction(1).Fixes(
        Shop.With("""
            public async Task RefreshAsync()
            {
                try { await _client.GetAsync("http://shop"); }
                [|catch|] { }
            }
            """),
        Shop.With("""
            public async Task RefreshAsync()
            {
                try { await _client.GetAsync("http://shop"); }
                catch (HttpRequestException) { }
            }
            """));

    /// <summary>No name can be shortened in a function of this name: only what writes none is offered.</summary>
    [Test]
    public Task A_program_with_a_function_that_is_called_Main() => Fixes(
        """
        await Main();

        static async Task Main()
        {
            try { await new HttpClient().GetStringAsync("http://shop"); }
            [|catch|] { }
        }
        """,
        """
        await Main();

        static async Task Main()
        {
            await new HttpClient().GetStringAsync("http://shop");
        }
        """);

    private static string Refreshing(string clauses) => Shop.With($$"""
        private bool _failed;
        public async Task RefreshAsync()
        {
            try { await _store.AllAsync(); }
            {{clauses}}
        }
        """);

    [Test]
    public Task Two_empty_catches_go_at_once() => Fixes(
        Shop.With("""
            public void Read(string path)
            {
                // Read
                try
                {
                    File.ReadAllText(path); // all of it
                }
                [|catch|]
                {
                }
            }

            public void Look(string path)
            {
                // Look
                try
                {
                    File.ReadAllText(path); // all of it
                }
                [|catch|]
                {
                }
            }
            """),
        Shop.With("""
            public void Read(string path)
            {
                // Read
                File.ReadAllText(path); // all of it
            }

            public void Look(string path)
            {
                // Look
                File.ReadAllText(path); // all of it
            }
            """));

    [TestCase("Numbers", "int? ToNumber", TestName = "A conversion that may have no answer")]
    [TestCase("Numbers", "string? ConvertNumber", TestName = "Another")]
    [TestCase("SafeNumbers", "int Number", TestName = "A type of safe functions")]
    [TestCase("NumberParser", "int Number", TestName = "A parser")]
    [TestCase("NumberConverter", "int Number", TestName = "A converter")]
    public Task A_conversion_that_is_tried(string type, string function) => Allows(Converting(
        type, function, $"return ({function.Split(' ')[0]})Convert.ChangeType(text, typeof(int));", "catch"));

    [TestCase("Numbers", "int ToNumber", "return int.Parse(text);",
        TestName = "A conversion that always has an answer")]
    [TestCase("Numbers", "int? Number", "return int.Parse(text);", TestName = "A name that says nothing")]
    [TestCase("NumberParsers", "int Tomorrow", "return int.Parse(text);", TestName = "A word that begins with to")]
    [TestCase("SafeNumbers", "int Number", "text += \"0\"; _last = text; return int.Parse(text);",
        TestName = "More than a conversion")]
    public Task What_is_no_conversion(string type, string function, string body) =>
        Flags(Converting(type, function, body, "[|catch|]"));

    [Test]
    public Task A_conversion_with_nothing_to_fall_back_on() => Flags("""
        public class NumberParser
        {
            private int? _last;
            public int? ToNumber(string text)
            {
                if (text.Length > 0)
                {
                    try { _last = int.Parse(text); }
                    [|catch|] { }
                }

                return _last;
            }
        }
        """);

    private static string Converting(string type, string function, string body, string clause) => $$"""
        public class {{type}}
        {
            private string? _last;
            public {{function}}(string text)
            {
                try { {{body}} }
                {{clause}} { }
                return default;
            }
        }
        """;
}
