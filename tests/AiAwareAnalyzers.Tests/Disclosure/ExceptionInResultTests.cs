using AiAwareAnalyzers.Disclosure;

namespace AiAwareAnalyzers.Tests.Disclosure;

public sealed class ExceptionInResultTests : RuleTests<ExceptionInResult, ExceptionInResultFix>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    private const string Types = """
        class OutOfStockException : Exception { }
        class Error { public Error(string code, string text) { } public static Error Failure(string code, string description) => new Error(code, description); }
        class Result
        {
            public bool IsSuccess { get; set; }
            public string? Error { get; set; }
            public List<string> Errors { get; } = new();
            public Exception? Cause { get; set; }
            public static Result Ok(string? text = null) => new Result { IsSuccess = true };
            public static Result Fail(string error) => new Result { Error = error };
            public static Result Fail(Error error) => new Result();
            public static Result Fail(Exception error) => new Result { Cause = error };
        }
        class OrderResponse { public string? Message { get; set; } public string? Trace { get; set; } }
        class OrderDto { public OrderDto(int id, string? error) { } }
        class Entity { public string? Note { get; set; } }
        class HealthCheckResult { public bool IsHealthy { get; set; } public string? Message { get; set; } public static HealthCheckResult Unhealthy(string text) => new(); }
        """;

    private static string Service(string handler, string caught = "Exception", string returns = "object?") =>
        $$"""
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Logging;
        {{Types}}
        class Orders : ControllerBase
        {
            readonly ILogger<Orders> _logger = null!;
            readonly IHostEnvironment _env = null!;
            public string? ErrorMessage { get; set; }
            void Work() { }
            void Report(Exception ex) { }
            {{returns}} Place(Result result, string id)
            {
                try { Work(); return default!; }
                catch ({{caught}} ex)
                {
                    {{handler}}
                }
            }
        }
        """;

    [TestCase("return Result.Fail([|ex.Message|]);")]
    [TestCase("return Result.Fail([|ex.ToString()|]);")]
    [TestCase("return Result.Fail($\"Order {id} failed: {[|ex.Message|]}\");")]
    [TestCase("return Result.Fail(\"Order failed: \" + [|ex.Message|]);")]
    [TestCase("return Result.Fail(string.Format(\"Order failed: {0}\", [|ex.Message|]));")]
    [TestCase("return Result.Fail($\"Order failed: {[|ex|]}\");")]
    [TestCase("return Result.Fail([|ex.InnerException|]?.Message ?? \"none\");")]
    [TestCase("return Result.Fail([|ex.GetBaseException().Message|]);")]
    [TestCase("return Result.Fail(new Error(\"order\", [|ex.Message|]));")]
    [TestCase("return Error.Failure(\"order\", [|ex.Message|]);")]
    [TestCase("return new Result { IsSuccess = false, Error = [|ex.Message|] };")]
    [TestCase("return new OrderResponse { Message = [|ex.Message|] };")]
    [TestCase("return new OrderDto(0, [|ex.Message|]);")]
    [TestCase("result.Error = [|ex.Message|]; return result;")]
    [TestCase("result.Errors.Add([|ex.Message|]); return result;")]
    [TestCase("var response = new OrderResponse(); response.Trace = [|ex.StackTrace|]; return response;")]
    [TestCase("var text = [|ex.Message|]; return Result.Fail(text);")]
    [TestCase("return new { ok = false, error = [|ex.Message|] };")]
    [TestCase("_logger.LogError(\"Order {Id} failed\", id); return Result.Fail([|ex.Message|]);")]
    public Task What_the_caller_is_told_and_the_log_is_not(string handler) => Flags(Service(handler));

    [Test]
    public Task One_handler_is_one_report() =>
        Flags(Service("return new OrderResponse { Message = [|ex.Message|], Trace = ex.StackTrace };"));

    [Test]
    public Task A_tuple_that_says_no() => Flags(Service("return (false, [|ex.Message|]);", returns: "(bool, string?)"));

    [Test]
    public Task A_task_of_a_result() => Flags(Service("return Task.FromResult(Result.Fail([|ex.Message|]));"));

    [Test]
    public Task What_the_machinery_says() => Flags(Service("return Result.Fail([|ex.Message|]);", "IOException"));

    [Test]
    public Task The_trace_of_an_exception_of_the_program() =>
        Flags(Service("return Result.Fail([|ex.ToString()|]);", "OutOfStockException"));

    [Test]
    public Task The_message_names_the_text_the_result_and_the_exception() => Says(
        Service("return Result.Fail([|ex.Message|]);"),
        "'ex.Message' is returned in 'Result.Fail' and 'ex' is never logged: users read about code, queries and paths, "
        + "and the team never learns where it broke; log 'ex', and give the result a text of your own");

    [TestCase("_logger.LogError(ex, \"failed\"); return Result.Fail(ex.Message);", TestName = "It is logged")]
    [TestCase(
        "_logger.LogError(ex.Message); return Result.Fail(ex.Message);",
        TestName = "A log has at least its text: another rule speaks")]
    [TestCase("Console.Error.WriteLine(ex); return Result.Fail(ex.Message);", TestName = "A console has it")]
    [TestCase("Report(ex); return Result.Fail(ex.Message);", TestName = "Somebody else has it")]
    [TestCase("return Result.Fail(ex);", TestName = "The result carries the exception itself")]
    [TestCase(
        "return new Result { Error = ex.Message, Cause = ex };", TestName = "The exception travels beside its text")]
    [TestCase("return Result.Fail(\"The order cannot be placed.\");", TestName = "A text of its own")]
    [TestCase(
        "return StatusCode(500, new OrderResponse { Message = ex.Message });",
        TestName = "A response: another rule speaks")]
    [TestCase("if (id == \"\") throw; return Result.Fail(ex.Message);", TestName = "It is thrown on")]
    [TestCase("throw new InvalidOperationException(ex.Message, ex);", TestName = "It is the cause of another")]
    [TestCase("return Result.Fail(_env.IsDevelopment() ? ex.Message : \"failed\");", TestName = "Developers are told")]
    [TestCase(
        "if (_env.IsDevelopment()) return Result.Fail(ex.Message); return Result.Fail(\"failed\");",
        TestName = "Developers alone are told")]
    [TestCase("ErrorMessage = ex.Message; return null;", TestName = "A state of its own, for a page to show")]
    [TestCase("return HealthCheckResult.Unhealthy(ex.Message);", TestName = "A health check speaks to operators")]
    [TestCase(
        "return new HealthCheckResult { Message = ex.Message };", TestName = "So does the object of a health check")]
    [TestCase(
        "return ex.Message.Contains(\"timeout\") ? Result.Fail(\"timeout\") : Result.Fail(\"failed\");",
        TestName = "The message is only looked at")]
    [TestCase(
        "return ex.HResult == 1 ? Result.Ok() : Result.Fail(\"failed\");", TestName = "The code is only looked at")]
    [TestCase(
        "var length = ex.Message.Length; return Result.Fail(\"failed\" + length);",
        TestName = "Only its length leaves")]
    [TestCase("return new Entity { Note = ex.Message };", TestName = "A record of one's own is no answer")]
    [TestCase("return ex.Message;", TestName = "A bare text may be what is asked for")]
    [TestCase("return null;", TestName = "Nothing leaves")]
    [TestCase("return Task.FromException(ex);", TestName = "A task that fails")]
    public Task What_is_kept_or_stays_is_fine(string handler) => Allows(Service(handler));

    [TestCase("OutOfStockException")]
    [TestCase("ArgumentException")]
    [TestCase("FormatException")]
    [TestCase("OperationCanceledException")]
    public Task A_message_that_is_written_for_users_is_fine(string caught) =>
        Allows(Service("return Result.Fail(ex.Message);", caught));

    [Test]
    public Task A_tuple_that_says_yes_is_fine() =>
        Allows(Service("return (true, ex.Message);", returns: "(bool, string?)"));

    [Test]
    public Task An_out_parameter_of_a_probe_is_fine() => Allows("""
        class Reader { bool TryRead(string path, out string error) { try { File.ReadAllText(path); error = ""; return true; } catch (Exception ex) { error = ex.Message; return false; } } }
        """);

    [TestCase(
        "return Result.Fail([|ex.Message|]);",
        "_logger.LogError(ex, \"The request failed.\");\n            return Result.Fail(\"An unexpected error "
        + "occurred.\");")]
    [TestCase(
        "return Result.Fail($\"Order {id} failed: {[|ex.Message|]}\"); // sorry",
        "_logger.LogError(ex, \"The request failed.\");\n            return Result.Fail($\"Order {id} failed.\"); "
        + "// sorry")]
    [TestCase(
        "result.Errors.Add([|ex.Message|]); return result;",
        "_logger.LogError(ex, \"The request failed.\");\n            result.Errors.Add(\"An unexpected error "
        + "occurred.\"); return result;")]
    [TestCase(
        "return new OrderResponse { Message = [|ex.Message|], Trace = ex.StackTrace };",
        "_logger.LogError(ex, \"The request failed.\");\n            return new OrderResponse { Message = \"An "
        + "unexpected error occurred.\", Trace = \"An unexpected error occurred.\" };")]
    [TestCase(
        "if (id == \"\") { return Result.Fail([|ex.Message|]); } return Result.Fail(\"failed\");",
        "_logger.LogError(ex, \"The request failed.\");\n            if (id == \"\") { return Result.Fail(\"An "
        + "unexpected error occurred.\"); } return Result.Fail(\"failed\");")]
    public Task The_exception_is_logged_and_the_result_says_nothing(string handler, string repaired) =>
        Fixes(Service(handler), Service(repaired));

    [Test]
    public Task No_fix_without_a_log() => OffersNoFix($$"""
        {{Types}}
        class Orders { Result Place() { try { return Result.Ok(); } catch (Exception ex) { return Result.Fail([|ex.Message|]); } } }
        """);

    [Test]
    public Task No_fix_where_the_text_is_no_string() => OffersNoFix($$"""
        using Microsoft.Extensions.Logging;
        {{Types}}
        class Failure { public object? Kind { get; set; } }
        class Orders { ILogger _logger = null!; object Place() { try { return 1; } catch (Exception ex) { return new Failure { Kind = [|ex.Data|] }; } } }
        """);

    [Test]
    public Task What_a_caller_answers_a_client_with_is_for_the_rule_about_responses() => Allows("""
        using Microsoft.AspNetCore.Mvc;
        record Outcome(bool IsSuccess, string? Error);
        class Orders
        {
            void Work() { }
            public Outcome Place()
            {
                try { Work(); return new(true, null); }
                catch (Exception ex) { return new(false, ex.Message); }
            }
        }
        class OrdersController : ControllerBase
        {
            IActionResult Add(Orders orders)
            {
                var outcome = orders.Place();
                return outcome.IsSuccess ? Ok() : BadRequest(outcome.Error);
            }
        }
        """);
}
