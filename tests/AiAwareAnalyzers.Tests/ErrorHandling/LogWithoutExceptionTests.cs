using AiAwareAnalyzers.ErrorHandling;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.ErrorHandling;

public sealed class LogWithoutExceptionTests : RuleTests<LogWithoutException, LogWithoutExceptionFix>
{
    [TestCase("_log.LogError(ex.Message)", TestName = "The message alone")]
    [TestCase("_log.LogError($\"not refreshed: {ex.Message}\")", TestName = "The message in an interpolated string")]
    [TestCase("_log.LogError(\"not refreshed: \" + ex.Message)", TestName = "The message in a sum")]
    [TestCase("_log.LogError(string.Format(\"not refreshed: {0}\", ex.Message))", TestName = "The message in a format")]
    [TestCase("_log.LogError(ex.Message ?? \"?\")", TestName = "The message or something else")]
    [TestCase("_log.LogError(ex.Message.Trim())", TestName = "A part of the message")]
    [TestCase("_log.LogError(ex.GetType().Name)", TestName = "The type alone")]
    [TestCase("_log.LogWarning(ex.Message)", TestName = "A warning")]
    [TestCase("_log.LogError(\"not refreshed\")", TestName = "Nothing of it at all")]
    public Task What_reaches_the_log(string call) => Flags(Refreshing($"[|{call}|];"));

    [TestCase(
        "private void LogFailure(string text) { _log.LogError(text); }",
        "LogFailure(ex.Message)",
        TestName = "A private function logs the message")]
    [TestCase(
        "private void LogFailure(string text) => _log.LogError(\"failed: \" + text);",
        "LogFailure($\"{ex.Message}\")",
        TestName = "A private arrow logs a text with the message")]
    [TestCase(
        "private void LogFailure(Exception failure) { _log.LogError(failure.Message); }",
        "LogFailure(ex)",
        TestName = "A private function takes the message out")]
    public Task A_log_behind_a_private_function(string function, string call) => Flags(Shop.With($$"""
        public void Read(string path)
        {
            try { File.ReadAllText(path); }
            catch (Exception ex) { [|{{call}}|]; }
        }
        {{function}}
        """));

    [TestCase(
        "private void LogFailure(Exception failure) { _log.LogError(failure, \"no file\"); }",
        "LogFailure(ex)",
        TestName = "A private function logs the exception")]
    [TestCase(
        "private void LogFailure(Exception failure) { var text = failure.ToString(); _log.LogError(text); }",
        "LogFailure(ex)",
        TestName = "A private function logs all of the text")]
    [TestCase(
        "private string? _last; private void Keep(Exception failure) { _log.LogError(failure.Message); _last = "
        + "failure.ToString(); }",
        "Keep(ex)",
        TestName = "A private function keeps all of the text")]
    [TestCase(
        "private int _left = 3; private void Handle(string text) { if (_left > 0) _left--; else _log.LogError(text); }",
        "Handle(ex.Message)",
        TestName = "A private function that does something about it")]
    public Task The_exception_reaches_a_private_function(string function, string call) => Allows(Shop.With($$"""
        public void Read(string path)
        {
            try { File.ReadAllText(path); }
            catch (Exception ex) { {{call}}; }
        }
        {{function}}
        """));

    [Test]
    public Task The_message_names_call_and_exception() => Says(
        Refreshing("[|_log.LogError(ex.Message)|];"),
        "'LogError' gets only a part of 'ex', so the log shows neither the kind of failure nor where it happened; "
        + "pass 'ex' "
        + "as the exception");

    [Test]
    public Task The_message_says_when_nothing_is_logged_of_it() => Says(
        Refreshing("[|_log.LogError(\"not refreshed\")|];"),
        "'LogError' gets nothing of the exception, so the log shows neither the kind of failure nor where it happened; "
        + "pass 'ex' as the exception");

    [Test]
    public Task A_local_on_the_way_hides_nothing() =>
        Flags(Refreshing("var text = ex.Message; [|_log.LogError(text)|];"));

    [Test]
    public Task One_of_two_logs_is_reported() =>
        Flags(Refreshing("_log.LogError(\"not refreshed\"); [|_log.LogError(ex.Message)|];"));

    [Test]
    public Task A_log_in_a_branch_is_a_log() =>
        Flags(Refreshing("if (ex.Message.Length > 0) { [|_log.LogError(ex.Message)|]; }"));

    [Test]
    public Task A_catch_without_a_variable_has_nothing_to_log() => Flags(Shop.With("""
        public async Task RefreshAsync()
        {
            try { await _store.AllAsync(); }
            catch (Exception) { [|_log.LogError("not refreshed")|]; }
        }
        """));

    [Test]
    public Task All_that_a_request_can_fail_with_is_as_broad() => Flags(Shop.With("""
        public async Task RefreshAsync()
        {
            try { await _store.AllAsync(); }
            catch (HttpRequestException ex) { [|_log.LogError(ex.Message)|]; }
        }
        """));

    [Test]
    public Task The_framework_s_logger_is_known() => Given.WithReferences(References.AspNetCore).Flags("""
        using Microsoft.Extensions.Logging;

        public class Orders
        {
            private readonly ILogger<Orders> _logger = null!;
            public void Read(string path)
            {
                try { File.ReadAllText(path); }
                catch (Exception ex) { [|_logger.LogError("no {Path}: {Message}", path, ex.Message)|]; }
            }
        }
        """);

    [Test]
    public Task A_static_logger_is_a_logger() => Flags("""
        namespace Serilog
        {
            public static class Log
            {
                public static void Error(string template) { }
                public static void Error(Exception exception, string template) { }
            }
        }

        public class Orders
        {
            public void Read(string path)
            {
                try { File.ReadAllText(path); }
                catch (Exception ex) { [|Serilog.Log.Error("no file " + ex.Message)|]; }
            }
        }
        """);

    [Test]
    public Task A_log_of_the_program_s_own_is_a_suggestion() => Suggests("""
        public interface IAuditLogger { void Error(string message, Exception? exception = null); }
        public class Orders
        {
            private readonly IAuditLogger _log = null!;
            public void Read(string path)
            {
                try { File.ReadAllText(path); }
                catch (Exception ex) { [|_log.Error("no file " + ex.Message)|]; }
            }
        }
        """);

    [Test]
    public Task An_exception_behind_the_message_is_another_order() => Flags("""
        public interface ILog { void Error(object message); void Error(object message, Exception exception); }
        public class Orders
        {
            private readonly ILog _log = null!;
            public void Read(string path)
            {
                try { File.ReadAllText(path); }
                catch (Exception ex) { [|_log.Error("no file " + ex.Message)|]; }
            }
        }
        """);

    [Test]
    public Task A_failed_result_for_the_caller_does_not_complete_the_log() => Flags(Shop.Beside("""
        public class Result { public bool IsSuccess { get; set; } public static Result Fail(string error) => new(); }
        public class Orders
        {
            private readonly IStore _store = null!;
            private readonly ILogger _log = null!;
            public async Task<Result> RefreshAsync()
            {
                try { await _store.AllAsync(); return new Result { IsSuccess = true }; }
                catch (Exception ex) { [|_log.LogError(ex.Message)|]; return Result.Fail(ex.Message); }
            }
        }
        """));

    [Test]
    public Task A_loop_logs_too() => Flags(Shop.With("""
        public void ReadAll(string[] paths)
        {
            foreach (var path in paths)
            {
                try { File.ReadAllText(path); }
                catch (IOException ex) { [|_log.LogWarning(path + ": " + ex.Message)|]; continue; }
            }
        }
        """));

    [TestCase("_log.LogError(ex, \"not refreshed\");", TestName = "The exception itself")]
    [TestCase("_log.LogError(ex, ex.Message);", TestName = "The exception and its message")]
    [TestCase("_log.LogError(ex.ToString());", TestName = "All of its text")]
    [TestCase("_log.LogError($\"not refreshed: {ex}\");", TestName = "All of its text in an interpolated string")]
    [TestCase("_log.LogError(\"not refreshed: \" + ex);", TestName = "All of its text in a sum")]
    [TestCase("var text = ex.ToString(); _log.LogError(text);", TestName = "All of its text in a local")]
    [TestCase("_log.LogError(ex.Message); _log.LogError(ex, \"details\");", TestName = "Another log has it")]
    [TestCase("_log.LogInformation(ex.Message);", TestName = "A quiet log expects it")]
    [TestCase("Console.WriteLine(ex.Message);", TestName = "A console is no log")]
    [TestCase("Console.Error.WriteLine(ex.Message);", TestName = "The console's error is no log")]
    [TestCase("System.Diagnostics.Debug.WriteLine(ex.Message);", TestName = "A debugger is no log")]
    [TestCase("_log.LogError(ex.Message); throw;", TestName = "It goes on to somebody who logs")]
    [TestCase(
        "_log.LogError(ex.Message); throw new InvalidOperationException(\"no\", ex);",
        TestName = "It goes on inside another")]
    [TestCase("_log.LogError(ex.Message); Note(ex);", TestName = "Somebody else gets it")]
    [TestCase("_log.LogError(ex.Message); _last = ex;", TestName = "It is kept")]
    [TestCase("_log.LogError(ex.InnerException, \"no\");", TestName = "Its cause has the trace")]
    public Task What_is_enough(string handler) => Allows(Refreshing(handler));

    [Test]
    public Task An_expected_exception_needs_no_trace() => Allows(Shop.With("""
        public void Read(string text)
        {
            try { int.Parse(text); File.ReadAllText(text); }
            catch (FormatException ex) { _log.LogWarning(ex.Message); }
        }
        """));

    [Test]
    public Task A_filtered_exception_is_expected() => Allows(Shop.With("""
        public async Task RefreshAsync()
        {
            try { await _store.AllAsync(); }
            catch (Exception ex) when (ex is TimeoutException) { _log.LogWarning(ex.Message); }
        }
        """));

    [Test]
    public Task A_word_about_an_expected_request_without_its_message_is_a_decision() => Allows(Shop.With("""
        public async Task RefreshAsync()
        {
            try { await _store.AllAsync(); }
            catch (HttpRequestException) { _log.LogWarning("offline"); }
        }
        """));

    [Test]
    public Task A_logger_that_takes_no_exception_can_do_no_better() => Allows("""
        public interface ILogger { void LogError(string message); }
        public class Orders
        {
            private readonly ILogger _log = null!;
            public void Read(string path)
            {
                try { File.ReadAllText(path); }
                catch (Exception ex) { _log.LogError(ex.Message); }
            }
        }
        """);

    [Test]
    public Task A_test_logs_what_it_likes() => Allows(Shop.With("""
        [NUnit.Framework.Test]
        public async Task Loads()
        {
            try { await _store.FindAsync(1); }
            catch (Exception ex) { _log.LogError(ex.Message); }
        }
        """) + "\nnamespace NUnit.Framework { public class TestAttribute : Attribute { } }");

    [Test]
    public Task A_hidden_failure_is_the_graver_defect() => Allows(Shop.With("""
        public async Task<int> CountAsync()
        {
            try { return await _store.CountAsync(); }
            catch (Exception ex) { _log.LogError(ex.Message); return 0; }
        }
        """));

    [Test]
    public Task A_log_outside_of_a_catch_has_no_exception() => Allows(Shop.With("""
        public void Warn() => _log.LogError("careful");
        """));

    [Test]
    public Task The_exception_becomes_the_first_argument() => Fixes(
        Refreshing("[|_log.LogError($\"not refreshed: {ex.Message}\")|]; // again"),
        Refreshing("_log.LogError(ex, $\"not refreshed: {ex.Message}\"); // again"));

    [Test]
    public Task A_variable_is_declared_for_it() => Fixes(
        Shop.With("""
            public async Task RefreshAsync()
            {
                try { await _store.AllAsync(); }
                catch { [|_log.LogError("not refreshed")|]; }
            }
            """),
        Shop.With("""
            public async Task RefreshAsync()
            {
                try { await _store.AllAsync(); }
                catch (Exception ex) { _log.LogError(ex, "not refreshed"); }
            }
            """));

    [Test]
    public Task A_name_that_is_taken_is_not_taken_again() => Fixes(
        Shop.With("""
            public async Task RefreshAsync(string ex)
            {
                try { await _store.AllAsync(); }
                catch (Exception) { [|_log.LogError("not refreshed")|]; }
            }
            """),
        Shop.With("""
            public async Task RefreshAsync(string ex)
            {
                try { await _store.AllAsync(); }
                catch (Exception exception) { _log.LogError(exception, "not refreshed"); }
            }
            """));

    [Test]
    public Task The_exception_becomes_the_last_argument_where_its_place_is_there() => Fixes(
        """
        public interface ILog { void Error(object message); void Error(object message, Exception exception); }
        public class Orders
        {
            private readonly ILog _log;
            public void Read(string path)
            {
                try { File.ReadAllText(path); }
                catch (Exception ex) { [|_log.Error("no file " + ex.Message)|]; }
            }
        }
        """,
        """
        public interface ILog { void Error(object message); void Error(object message, Exception exception); }
        public class Orders
        {
            private readonly ILog _log;
            public void Read(string path)
            {
                try { File.ReadAllText(path); }
                catch (Exception ex) { _log.Error("no file " + ex.Message, ex); }
            }
        }
        """);

    [Test]
    public Task The_framework_s_logger_takes_it_before_the_template() =>
        Given.WithReferences(References.AspNetCore).Fixes(
            """
            using Microsoft.Extensions.Logging;

            public class Orders
            {
                private readonly ILogger<Orders> _logger = null!;
                public void Read(string path)
                {
                    try { File.ReadAllText(path); }
                    catch (Exception ex)
                    {
                        [|_logger.LogError("no {Path}: {Message}", path, ex.Message)|];
                    }
                }
            }
            """,
            """
            using Microsoft.Extensions.Logging;

            public class Orders
            {
                private readonly ILogger<Orders> _logger = null!;
                public void Read(string path)
                {
                    try { File.ReadAllText(path); }
                    catch (Exception ex)
                    {
                        _logger.LogError(ex, "no {Path}: {Message}", path, ex.Message);
                    }
                }
            }
            """);

    [Test]
    public Task An_overload_that_means_something_else_is_no_place_for_it() => OffersNoFix("""
        public interface ILogger { void LogError(string message); void LogError(int number, Exception exception); }
        public class Orders
        {
            private readonly ILogger _log;
            public void Read(string path)
            {
                try { File.ReadAllText(path); }
                catch (Exception ex) { [|_log.LogError(ex.Message)|]; }
            }
        }
        """);

    [Test]
    public async Task The_log_gets_the_trace()
    {
        var outcome = await Running.Repairing<LogWithoutException, LogWithoutExceptionFix>(
            """
            public static class Log
            {
                public static string Last = "";
                public static void Error(string message) => Last = message;
                public static void Error(Exception exception, string message) => Last = message + " at " + exception.StackTrace!.Contains("ReadText");
            }

            public static class Proof
            {
                private static void ReadText() => throw new IOException("no disk");

                public static Task<string> Run()
                {
                    try { ReadText(); }
                    catch (Exception ex) { Log.Error(ex.Message); }
                    return Task.FromResult(Log.Last);
                }
            }
            """,
            new Setting(References.Net10));
        Assert.That(outcome, Is.EqualTo(("no disk", "no disk at True")));
    }

    private static string Refreshing(string handler) => Shop.With($$"""
        private Exception _last;
        private void Note(Exception exception) { }
        public async Task RefreshAsync()
        {
            try { await _store.AllAsync(); }
            catch (Exception ex)
            {
                {{handler}}
            }
        }
        """);

    [Test]
    public Task Two_logs_get_their_exceptions_at_once() => Fixes(
        Shop.With("""
            public void Read(string path)
            {
                try { File.ReadAllText(path); }
                catch (Exception ex)
                {
                    // Read
                    [|_log.LogError(ex.Message)|]; // for the night shift
                }
            }

            public void Look(string path)
            {
                try { File.ReadAllText(path); }
                catch (Exception ex)
                {
                    // Look
                    [|_log.LogError(ex.Message)|]; // for the night shift
                }
            }
            """),
        Shop.With("""
            public void Read(string path)
            {
                try { File.ReadAllText(path); }
                catch (Exception ex)
                {
                    // Read
                    _log.LogError(ex, ex.Message); // for the night shift
                }
            }

            public void Look(string path)
            {
                try { File.ReadAllText(path); }
                catch (Exception ex)
                {
                    // Look
                    _log.LogError(ex, ex.Message); // for the night shift
                }
            }
            """));

    [TestCase("LogLost(1);", "LogLevel.Error, \"lost {Id}\"", "int id", TestName = "A level in the constructor")]
    [TestCase("LogLost(1);", "Level = LogLevel.Warning", "int id", TestName = "A level by name")]
    public Task A_log_method_that_is_written_for_its_attribute(string call, string level, string parameters) =>
        Flags(Generated($"[|{call[..^1]}|];", level, parameters));

    [TestCase("LogLost(1);", "LogLevel.Information, \"lost {Id}\"", "int id", TestName = "A quiet level")]
    [TestCase(
        "LogLost(1, gone);",
        "LogLevel.Error, \"lost {Id}\"",
        "int id, Exception gone",
        TestName = "With the exception")]
    public Task A_log_method_that_is_told_or_quiet(string call, string level, string parameters) =>
        Allows(Generated(call, level, parameters));

    [Test]
    public Task The_message_asks_for_a_parameter() => Says(
        Generated("[|LogLost(1)|];", "LogLevel.Error, \"lost {Id}\"", "int id"),
        "'LogLost' gets nothing of the exception, so the log shows neither the kind of failure nor where it "
        + "happened; pass 'gone' as a parameter of type Exception");

    private static string Generated(string call, string level, string parameters) => Shop.Beside($$"""
        public enum LogLevel { Trace, Debug, Information, Warning, Error, Critical }

        public class LoggerMessageAttribute : Attribute
        {
            public LoggerMessageAttribute() { }
            public LoggerMessageAttribute(LogLevel level, string message) => Level = level;
            public LogLevel Level { get; set; }
        }

        public partial class Orders
        {
            private readonly IStore store;

            public Orders(IStore store) => this.store = store;

            public async Task<string> SaveAsync(Order order)
            {
                try { await store.SaveAsync(order); return "saved"; }
                catch (Exception gone) { {{call}} return "lost"; }
            }

            [LoggerMessage({{level}})]
            partial void LogLost({{parameters}});

            partial void LogLost({{parameters}}) { }
        }
        """);
}
