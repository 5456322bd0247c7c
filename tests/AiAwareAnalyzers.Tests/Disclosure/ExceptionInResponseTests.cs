using AiAwareAnalyzers.Disclosure;

namespace AiAwareAnalyzers.Tests.Disclosure;

public sealed class ExceptionInResponseTests : RuleTests<ExceptionInResponse, ExceptionInResponseFix>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    private static string Controller(string handler, string caught = "Exception") =>
        $$"""
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Logging;
        class OutOfStockException : Exception { }
        record Refusal(string Text);
        class OrdersController : ControllerBase
        {
            readonly ILogger<OrdersController> _logger = null!;
            readonly IHostEnvironment _env = null!;
            void Work() { }
            async Task<object?> Get(IHubClients clients)
            {
                try { Work(); return null; }
                catch ({{caught}} ex)
                {
                    await Task.Yield();
                    {{handler}}
                }
            }
        }
        """;

    [TestCase("return StatusCode(500, [|ex.Message|]);")]
    [TestCase("return BadRequest([|ex.Message|]);")]
    [TestCase("return BadRequest([|ex|]);")]
    [TestCase("return Problem(detail: [|ex.ToString()|]);")]
    [TestCase("return Problem([|ex.StackTrace|], statusCode: 500);")]
    [TestCase("return StatusCode(500, $\"Failed: {[|ex.Message|]}\");")]
    [TestCase("return StatusCode(500, \"Failed: \" + [|ex.Message|]);")]
    [TestCase("return StatusCode(500, string.Format(\"Failed: {0}\", [|ex.Message|]));")]
    [TestCase("return StatusCode(500, new { error = [|ex.Message|] });")]
    [TestCase("return StatusCode(500, new { [|ex.Message|] });")]
    [TestCase("return StatusCode(500, new { [|ex.Message|], [|ex.StackTrace|] });")]
    [TestCase("return StatusCode(500, [|ex.InnerException|]?.Message);")]
    [TestCase("return StatusCode(500, [|ex.GetType().Name|]);")]
    [TestCase("var text = [|ex.Message|]; return StatusCode(500, text);")]
    [TestCase("var problem = new ProblemDetails { Title = \"Failed\", Detail = [|ex.Message|] }; return problem;")]
    [TestCase("var problem = new ProblemDetails(); problem.Extensions[\"trace\"] = [|ex.StackTrace|]; return problem;")]
    [TestCase("return Results.Problem([|ex.Message|]);")]
    [TestCase("return TypedResults.BadRequest([|ex.Message|]);")]
    [TestCase("await Response.WriteAsync([|ex.ToString()|]); return null;")]
    [TestCase("await Response.WriteAsJsonAsync(new { Error = [|ex.Message|] }); return null;")]
    [TestCase("return new ObjectResult([|ex.Message|]) { StatusCode = 500 };")]
    [TestCase("await clients.All.SendAsync(\"failed\", [|ex.Message|]); return null;")]
    [TestCase("throw new HubException([|ex.Message|]);")]
    [TestCase("_logger.LogError(ex, \"failed\"); return StatusCode(500, [|ex.Message|]);")]
    [TestCase("return BadRequest(new Refusal([|ex.Message|]));")]
    [TestCase("return StatusCode(500, [|ex.GetBaseException().Message|]);")]
    [TestCase("var inner = [|ex.InnerException|]; return StatusCode(500, inner!.Message);")]
    public Task What_the_client_is_told(string handler) => Flags(Controller(handler));

    [TestCase("return BadRequest([|ex.Message|]);", "IOException")]
    [TestCase("return BadRequest([|ex.Message|]);", "HttpRequestException")]
    [TestCase("return BadRequest([|ex.ToString()|]);", "OutOfStockException")]
    [TestCase("return BadRequest([|ex.StackTrace|]);", "ArgumentException")]
    public Task What_the_machinery_says_and_every_trace(string handler, string caught) =>
        Flags(Controller(handler, caught));

    [Test]
    public Task The_error_of_a_feature() => Flags("""
        using Microsoft.AspNetCore.Diagnostics;
        using Microsoft.AspNetCore.Http;
        class Errors { Task Answer(HttpContext context) => context.Response.WriteAsync([|context.Features.Get<IExceptionHandlerFeature>()!.Error.Message|]); }
        """);

    [Test]
    public Task An_exception_handler() => Flags("""
        using Microsoft.AspNetCore.Http;
        class Errors { Task Handle(HttpContext context, Exception exception) => context.Response.WriteAsJsonAsync(new { exception = [|exception.ToString()|] }); }
        """);

    [Test]
    public Task A_lambda_that_handles_an_exception() => Flags("""
        using Microsoft.AspNetCore.Http;
        class Errors { Func<HttpContext, Exception, Task> Handler { get; } = (context, error) => context.Response.WriteAsync([|error.Message|]); }
        """);

    [Test]
    public Task A_local_function_that_handles_an_exception() => Flags("""
        using Microsoft.AspNetCore.Http;
        class Errors { Task Run(HttpContext context) { return Answer(new Exception()); Task Answer(Exception error) => context.Response.WriteAsync([|error.Message|]); } }
        """);

    [Test]
    public Task The_exception_of_a_filter() => Flags("""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Filters;
        class Filter : IExceptionFilter { public void OnException(ExceptionContext context) => context.Result = new ObjectResult([|context.Exception.Message|]); }
        """);

    [Test]
    public Task The_status_of_a_gRPC_call() => Flags("""
        using Grpc.Core;
        using Microsoft.AspNetCore.Http;
        class Orders
        {
            void Get() { try { File.Delete("x"); } catch (Exception ex) { throw new RpcException(new Status(13, [|ex.Message|])); } }
        }
        namespace Grpc.Core
        {
            struct Status { public Status(int code, string detail) { } }
            class RpcException : Exception { public RpcException(Status status) { } }
        }
        """);

    [Test]
    public Task The_message_names_the_text_the_way_and_the_exception() => Says(
        Controller("return StatusCode(500, [|ex.Message|]);"),
        "'ex.Message' goes to the client through 'StatusCode' and reveals code, queries and paths; log 'ex', and "
        + "answer with a text of your own");

    [TestCase("return StatusCode(500, \"An unexpected error occurred.\");")]
    [TestCase("_logger.LogError(ex, ex.Message); return StatusCode(500);")]
    [TestCase("throw new InvalidOperationException(ex.Message, ex);")]
    [TestCase("throw;")]
    [TestCase("return _env.IsDevelopment() ? Problem(ex.ToString()) : Problem();")]
    [TestCase("return Problem(_env.IsDevelopment() ? ex.Message : null);")]
    [TestCase("if (_env.IsDevelopment()) return BadRequest(ex.ToString()); return BadRequest();")]
    [TestCase("if (ex.Message.Contains(\"timeout\")) return StatusCode(504); return StatusCode(500);")]
    [TestCase("return ex is TimeoutException ? StatusCode(504) : StatusCode(500);")]
    [TestCase("Console.WriteLine(ex.Message); return StatusCode(500);")]
    [TestCase("var id = Guid.NewGuid(); _logger.LogError(ex, \"{Id}\", id); return StatusCode(500, id);")]
    [TestCase("return StatusCode(ex.HResult == 1 ? 404 : 500);")]
    [TestCase("return StatusCode(500, ex.HResult);")]
    [TestCase("var length = ex.Message.Length; _logger.LogError(\"{Length}\", length); return null;")]
    public Task What_the_client_is_not_told_is_fine(string handler) => Allows(Controller(handler));

    [TestCase("return Conflict(ex.Message);", "OutOfStockException")]
    [TestCase("return BadRequest(ex.Message);", "ArgumentException")]
    [TestCase("return NotFound(ex.Message);", "KeyNotFoundException")]
    [TestCase("return BadRequest(new { ex.Message });", "FormatException")]
    public Task A_message_that_is_written_for_users_is_fine(string handler, string caught) =>
        Allows(Controller(handler, caught));

    [Test]
    public Task What_those_who_write_the_answer_are_told_is_not_sent() => Allows("""
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;

        public sealed class Failures
        {
            public ProblemDetailsContext Of(HttpContext http, Exception exception, string code)
            {
                var context = new ProblemDetailsContext { HttpContext = http, Exception = exception };
                context.ProblemDetails.Extensions["code"] = code;
                return context;
            }
        }
        """);

    [Test]
    public Task A_health_check_speaks_to_operators() => Allows("""
        using Microsoft.Extensions.Diagnostics.HealthChecks;
        class Disk : IHealthCheck
        {
            public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
            {
                try { File.Delete("x"); return Task.FromResult(HealthCheckResult.Healthy()); }
                catch (Exception ex) { return Task.FromResult(HealthCheckResult.Unhealthy(ex.Message)); }
            }
        }
        """);

    [Test]
    public Task A_console_is_no_client() =>
        Allows("try { File.Delete(\"x\"); } catch (Exception ex) { Console.Error.WriteLine(ex.ToString()); }");

    [Test]
    public Task A_base_class_that_takes_the_exception_chooses_what_it_sends() =>
        Allows(BehindBase("Exception", "ex"));

    [Test]
    public Task A_base_class_that_takes_a_text_sends_it() => Flags(BehindBase("string", "[|ex.Message|]"));

    private static string BehindBase(string type, string sent) =>
        $$"""
        using Microsoft.AspNetCore.Mvc;
        abstract class ShopController : ControllerBase
        {
            protected ObjectResult InternalServerError({{type}} error) => new(new { Code = error.GetHashCode() });
        }
        class OrdersController : ShopController
        {
            void Work() { }
            object? Get()
            {
                try { Work(); return null; }
                catch (Exception ex) { return InternalServerError({{sent}}); }
            }
        }
        """;

    [Test]
    public Task A_method_of_the_same_name_is_no_response() => Allows("""
        class Report { public void BadRequest(string text) { } }
        class C { void M(Report report) { try { } catch (Exception ex) { report.BadRequest(ex.Message); } } }
        """);

    [TestCase(
        "return StatusCode(500, [|ex.Message|]);",
        "_logger.LogError(ex, \"The request failed.\");\n            return StatusCode(500, \"An unexpected error "
        + "occurred.\");")]
    [TestCase(
        "_logger.LogError(ex, \"failed\"); return StatusCode(500, [|ex.Message|]);",
        "_logger.LogError(ex, \"failed\"); return StatusCode(500, \"An unexpected error occurred.\");")]
    [TestCase(
        "_logger.LogError(ex, \"failed\"); return StatusCode(500, $\"Failed: {[|ex.Message|]}\"); // sorry",
        "_logger.LogError(ex, \"failed\"); return StatusCode(500, \"Failed.\"); // sorry")]
    [TestCase(
        "_logger.LogError(ex, \"failed\"); return StatusCode(500, \"Failed: \" + [|ex.Message|]);",
        "_logger.LogError(ex, \"failed\"); return StatusCode(500, \"Failed.\");")]
    [TestCase(
        "_logger.LogError(ex, \"failed\"); return StatusCode(500, new { [|ex.Message|] });",
        "_logger.LogError(ex, \"failed\"); return StatusCode(500, new { Message = \"An unexpected error "
        + "occurred.\" });")]
    [TestCase(
        "_logger.LogError(ex, \"failed\"); return StatusCode(500, new { error = [|ex.Message|], trace = "
        + "[|ex.StackTrace|] });",
        "_logger.LogError(ex, \"failed\"); return StatusCode(500, new { error = \"An unexpected error occurred.\", "
        + "trace = \"An unexpected error occurred.\" });")]
    [TestCase(
        "_logger.LogError(ex, \"failed\"); return Problem(detail: [|ex.ToString()|], statusCode: 500);",
        "_logger.LogError(ex, \"failed\"); return Problem(detail: \"An unexpected error occurred.\", "
        + "statusCode: 500);")]
    [TestCase(
        "_logger.LogError(ex, \"failed\"); return StatusCode(500, [|ex.InnerException|]?.Message ?? \"none\");",
        "_logger.LogError(ex, \"failed\"); return StatusCode(500, \"An unexpected error occurred.\");")]
    public Task The_exception_is_logged_and_the_answer_says_nothing(string handler, string repaired) =>
        Fixes(Controller(handler), Controller(repaired));

    [TestCase("\"Could not load: \" + [|ex.Message|]", "\"Could not load.\"", TestName = "A colon goes too")]
    [TestCase(
        "$\"Order {id} was not saved ({[|ex.Message|]})\"", "$\"Order {id} was not saved.\"",
        TestName = "So do brackets")]
    [TestCase(
        "$\"Order '{id}': '{[|ex.Message|]}'\"", "$\"Order '{id}'.\"",
        TestName = "The quotes around another value stay")]
    [TestCase(
        "$\"Not saved. Details: {[|ex.Message|]}\"", "\"Not saved.\"", TestName = "Nothing is announced any more")]
    [TestCase("$\"Not saved because of an error: {[|ex.Message|]}\"", "\"Not saved.\"", TestName = "No half reason")]
    [TestCase(
        "$\"Not saved (error: {[|ex.Message|]}). Try again later.\"", "\"Not saved. Try again later.\"",
        TestName = "What is said after it stays")]
    [TestCase(
        "\"Order \" + id + \" was not saved: \" + [|ex.Message|]", "$\"Order {id} was not saved.\"",
        TestName = "A sum with values")]
    [TestCase(
        "\"Saved up to \" + (id + 1) + \": \" + [|ex.Message|]", "$\"Saved up to {(id + 1)}.\"",
        TestName = "A sum of numbers stays one")]
    [TestCase(
        "$\"Order {id:D5} was not saved: \" + [|ex.Message|] + \"\\n\" + [|ex.StackTrace|]",
        "$\"Order {id:D5} was not saved.\"", TestName = "All that is of the exception goes")]
    [TestCase("$\"{{{id}}} failed: {[|ex.Message|]}\"", "$\"{{{id}}} failed.\"", TestName = "Braces stay braces")]
    [TestCase("$@\"Not \"\"saved\"\": {[|ex.Message|]}\"", "\"Not \\\"saved\\\".\"", TestName = "Another spelling")]
    [TestCase(
        "$\"Error: {[|ex.Message|]}\"", "\"Error: An unexpected error occurred.\"",
        TestName = "A label is no sentence")]
    [TestCase(
        "$\"{id}: {[|ex.Message|]}\"", "$\"{id}: An unexpected error occurred.\"", TestName = "Nor is a value")]
    [TestCase(
        "$\"{[|ex.Message|]} while saving {id}\"", "$\"An unexpected error occurred while saving {id}\"",
        TestName = "Words that lean on the exception")]
    public Task The_words_of_the_author_stay(string text, string repaired) => Fixes(
        Controller($"var id = 1; _logger.LogError(ex, \"failed\"); return StatusCode(500, {text});"),
        Controller($"var id = 1; _logger.LogError(ex, \"failed\"); return StatusCode(500, {repaired});"));

    [Test]
    public Task A_comment_between_the_parts_of_a_text_keeps_it() => OffersNoFix(Controller("""
        _logger.LogError(ex, "failed");
        return StatusCode(500, "Not saved: " + // for support
            [|ex.Message|]);
        """));

    [Test]
    public Task No_fix_without_a_log() => OffersNoFix("""
        using Microsoft.AspNetCore.Mvc;
        class C : ControllerBase { IActionResult Get() { try { return Ok(); } catch (Exception ex) { return StatusCode(500, [|ex.Message|]); } } }
        """);

    [TestCase(
        "var refused = (OutOfStockException)ex; return Conflict(refused.Message);", TestName = "A cast in a local")]
    [TestCase("return Conflict(((OutOfStockException)ex).Message);", TestName = "A cast")]
    [TestCase(
        "return ex switch { OutOfStockException => Conflict(ex.Message), _ => StatusCode(500) };",
        TestName = "An arm for an exception of the program")]
    [TestCase("if (ex is OutOfStockException) return Conflict(ex.Message); return StatusCode(500);",
        TestName = "A condition")]
    [TestCase(
        "if (ex is OutOfStockException sold) { _logger.LogInformation(sold.HelpLink); return Conflict(ex.Message); } "
        + "return StatusCode(500);",
        TestName = "A condition with another name")]
    [TestCase(
        "if (ex is OutOfStockException or ArgumentException) return Conflict(ex.Message); return StatusCode(500);",
        TestName = "A choice of two")]
    [TestCase("if (ex is OutOfStockException || ex is ArgumentException) return Conflict(ex.Message); "
        + "return StatusCode(500);",
        TestName = "A choice of two, asked in turn")]
    [TestCase(
        "return StatusCode(ex switch { TimeoutException => 504, _ => 500 });",
        TestName = "A choice by the kind of the exception")]
    public Task An_exception_of_the_program_behind_a_broad_one(string handler) => Allows(Controller(handler));

    [TestCase("return ex switch { InvalidCastException => StatusCode(1), _ => StatusCode(500, [|ex.Message|]) };",
        TestName = "The arm for all the rest")]
    [TestCase("if (ex is OutOfStockException) return StatusCode(409); return StatusCode(500, [|ex.Message|]);",
        TestName = "Behind the condition")]
    [TestCase("if (ex is OutOfStockException) return StatusCode(409); else return StatusCode(500, [|ex.Message|]);",
        TestName = "The other branch")]
    [TestCase("if (ex is OutOfStockException or IOException) return Conflict([|ex.Message|]); return StatusCode(500);",
        TestName = "One of two speaks of paths")]
    [TestCase("if (ex is ApplicationException) return Conflict([|ex.Message|]); return StatusCode(500);",
        TestName = "A condition that leaves everything")]
    [TestCase("if (ex is OutOfStockException) return Conflict([|ex.ToString()|]); return StatusCode(500);",
        TestName = "All that is known of it")]
    public Task Any_exception_behind_a_broad_one(string handler) => Flags(Controller(handler));

    [TestCase("static object Of(Exception e) => new { Text = \"No\", Trace = e.StackTrace };", "Of([|ex|])",
        TestName = "A method that reads the trace")]
    [TestCase("static Refusal Of(Exception e) { var text = e.ToString(); return new Refusal(text); }", "Of([|ex|])",
        TestName = "A method that keeps the text in a local")]
    [TestCase("static Refusal Of(Exception e) => Of(e.Message); static Refusal Of(string text) => new(text);",
        "Of([|ex|])", TestName = "A method and the next")]
    [TestCase("static Refusal Of(string text) => new(text);", "Of([|ex.Message|])",
        TestName = "A method that is given the text")]
    [TestCase("string Tell(Exception e) => _dev.IsDevelopment() ? \"It failed\" : e.ToString();", "Tell([|ex|])",
        TestName = "A method that tells it in production only")]
    public Task An_answer_that_another_method_makes(string maker, string answer) => Flags(Made(maker, answer));

    [TestCase("static Refusal Of(Exception e) => new(\"No\");", "Of(ex)", TestName = "A text of its own")]
    [TestCase("static Refusal Of(Exception e) => new(e is TimeoutException ? \"Later\" : \"No\");", "Of(ex)",
        TestName = "A text by type")]
    [TestCase("static Refusal Of(Exception e) { Log(e.Message); return new(\"No\"); } static void Log(string s) { }",
        "Of(ex)", TestName = "A method that logs")]
    [TestCase("static Refusal Of(Exception e) => Of(e);", "Of(ex)", TestName = "A method that calls itself")]
    [TestCase("string Tell(Exception e) => _dev.IsDevelopment() ? e.ToString() : \"It failed\";", "Tell(ex)",
        TestName = "A method that tells it in development only")]
    [TestCase(
        "string Tell(Exception e) { if (!_dev.IsDevelopment()) return \"It failed\"; return e.Message; }", "Tell(ex)",
        TestName = "A method that has left before in production")]
    [TestCase(
        "Refusal Tell(Exception e) { var text = _dev.IsDevelopment() ? $\"Failed: {e}\" : \"Failed\"; "
        + "return new Refusal(text); }",
        "Tell(ex)",
        TestName = "A method that puts it into an object in development only")]
    public Task An_answer_that_says_nothing_of_it(string maker, string answer) => Allows(Made(maker, answer));

    private static string Made(string maker, string answer) => $$"""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Hosting;
        record Refusal(string Text);
        class OrdersController : ControllerBase
        {
            readonly IHostEnvironment _dev = null!;
            void Work() { }
            object? Get()
            {
                try { Work(); return null; }
                catch (Exception ex) { return StatusCode(500, {{answer}}); }
            }
            {{maker}}
        }
        """;

    [Test]
    public Task The_message_quotes_all_that_is_read() => Says(
        """
        using Microsoft.AspNetCore.Diagnostics;
        using Microsoft.AspNetCore.Http;
        class Errors
        {
            static Task Answer(HttpContext context)
            {
                var error = context.Features.Get<IExceptionHandlerFeature>()?[|.Error|];
                return context.Response.WriteAsJsonAsync(new { Trace = error?.StackTrace });
            }
        }
        """,
        "'context.Features.Get<IExceptionHandlerFeature>()?.Error' goes to the client through 'WriteAsJsonAsync' and "
        + "reveals code, queries and paths; log 'Error', and answer with a text of your own");

    private static string Service(string handler, string action, string more = "") =>
        $$"""
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Logging;
        class OutOfStockException : Exception { }
        class Failure { public string Code { get; set; } = ""; public string Text { get; set; } = ""; }
        class OrderResult
        {
            public bool IsSuccess { get; set; }
            public int Id { get; set; }
            public string? Error { get; set; }
            public List<string> Errors { get; } = new();
            public static OrderResult Ok() => new() { IsSuccess = true };
            public static OrderResult Fail(string error) => new() { Error = error };
        }
        interface IOrders { Task<OrderResult> SaveAsync(int id); }
        class Orders : IOrders
        {
            readonly ILogger<Orders> _logger = null!;
            void Work() { }
            public async Task<OrderResult> SaveAsync(int id)
            {
                var made = new OrderResult();
                try { await Task.Yield(); Work(); return OrderResult.Ok(); }
                {{handler}}
            }
        }
        {{more}}
        class OrdersController : ControllerBase
        {
            readonly IOrders _orders = null!;
            {{action}}
        }
        """;

    private const string Fails = "catch (Exception ex) { return OrderResult.Fail([|ex.Message|]); }";

    private const string Answers =
        "async Task<IActionResult> Add(int id) { var result = await _orders.SaveAsync(id); return result.IsSuccess ? "
        + "Ok() : BadRequest(result.Error); }";

    [TestCase(Fails)]
    [TestCase("catch (Exception ex) { return OrderResult.Fail($\"Not saved: {[|ex.Message|]}\"); }")]
    [TestCase("catch (Exception ex) { return new OrderResult { Error = [|ex.Message|] }; }")]
    [TestCase("catch (Exception ex) { made.Error = [|ex.Message|]; return made; }")]
    [TestCase("catch (Exception ex) { var no = OrderResult.Fail([|ex.Message|]); return no; }")]
    [TestCase("catch (Exception ex) { _logger.LogError(ex, \"no\"); return OrderResult.Fail([|ex.Message|]); }")]
    [TestCase("catch (OutOfStockException ex) { return OrderResult.Fail([|ex.StackTrace|] ?? \"\"); }")]
    public Task A_text_in_a_result_that_is_answered(string handler) => Flags(Service(handler, Answers));

    [TestCase("async Task<IActionResult> Add(int id) { var r = await _orders.SaveAsync(id); if (!r.IsSuccess) return "
        + "StatusCode(500, r.Error); return Ok(); }")]
    [TestCase("async Task<IActionResult> Add(int id) { var r = await _orders.SaveAsync(id); if (!r.IsSuccess) return "
        + "BadRequest(r); return Ok(r.Id); }")]
    [TestCase("async Task<IActionResult> Add(int id) { var r = await _orders.SaveAsync(id); if (!r.IsSuccess) return "
        + "BadRequest(new { message = r.Error }); return Ok(r.Id); }")]
    [TestCase("async Task<IActionResult> Add(int id) { var r = await _orders.SaveAsync(id); if (!r.IsSuccess) return "
        + "Problem($\"No: {r.Error}\"); return Ok(r.Id); }")]
    [TestCase("async Task<IActionResult> Add(int id) => Ok(await _orders.SaveAsync(id));")]
    [TestCase("async Task<IActionResult> Add(int id) { var r = await _orders.SaveAsync(id); return Ok(r); }")]
    public Task An_answer_with_the_text_of_a_result(string action) => Flags(Service(Fails, action));

    [Test]
    public Task Through_a_service_in_between() => Flags(Service(
        Fails,
        "readonly Desk _desk = null!; async Task<IActionResult> Add(int id) { var result = await _desk.AddAsync(id); "
        + "return result.IsSuccess ? Ok() : Conflict(result.Error); }",
        "class Desk { readonly IOrders _orders = null!; public Task<OrderResult> AddAsync(int id) => "
        + "_orders.SaveAsync(id); }"));

    [Test]
    public Task The_message_names_what_answers() => Says(
        Service(Fails, Answers),
        "'ex.Message' goes to the client through 'BadRequest' and reveals code, queries and paths; log 'ex', and "
        + "answer with a text of your own");

    [TestCase("async Task<IActionResult> Add(int id) { var r = await _orders.SaveAsync(id); return r.IsSuccess ? Ok() "
        + ": BadRequest(\"Not saved\"); }")]
    [TestCase("async Task<IActionResult> Add(int id) { var r = await _orders.SaveAsync(id); if (!r.IsSuccess) return "
        + "BadRequest(); return Ok(r); }")]
    [TestCase("async Task<IActionResult> Add(int id) { var r = await _orders.SaveAsync(id); return Ok(r.Id); }")]
    [TestCase("async Task<IActionResult> Add(int id) { var r = await _orders.SaveAsync(id); return Ok(r.IsSuccess); }")]
    [TestCase("async Task<IActionResult> Add(int id) { var r = await _orders.SaveAsync(id); return Ok(r.Error?.Length);"
        + " }")]
    [TestCase("async Task<IActionResult> Add(int id) { await _orders.SaveAsync(id); return Ok(); }")]
    public Task An_answer_without_the_text(string action) => Allows(Service(Unmarked(Fails), action));

    [TestCase("catch (OutOfStockException ex) { return OrderResult.Fail(ex.Message); }")]
    [TestCase("catch (Exception) { return OrderResult.Fail(\"Not saved\"); }")]
    [TestCase("catch (Exception ex) { _logger.LogError(ex, \"no\"); made.Error = ex.Message; return "
        + "OrderResult.Ok(); }")]
    [TestCase("catch (Exception ex) { made.Errors.Add(ex.Message); throw; }")]
    public Task A_result_without_the_text(string handler) => Allows(Service(handler, Answers));

    private static string Unmarked(string code) => code.Replace("[|", "").Replace("|]", "");

    [TestCase("return BadRequest(ex.Errors);", TestName = "What it lists")]
    [TestCase("return BadRequest(new { ex.Message, ex.Line });", TestName = "A line of the text that was read")]
    [TestCase("return BadRequest(ex.Hint);", TestName = "A text for users")]
    [TestCase("return BadRequest(string.Join(\";\", ex.Errors));", TestName = "All that it lists")]
    public Task What_an_exception_of_the_program_says_besides(string handler) => Allows(Parsing(handler));

    [TestCase("return BadRequest([|ex.ToString()|]);", TestName = "The whole of it")]
    [TestCase("return BadRequest([|ex.StackTrace|]);", TestName = "Its trace")]
    [TestCase("return BadRequest([|ex.ResponseBody|]);", TestName = "What another system has said")]
    [TestCase("return BadRequest([|ex.InnerException!.Message|]);", TestName = "Its cause")]
    [TestCase("return BadRequest([|ex.InnerException|]?.Message);", TestName = "Its cause, if there is one")]
    [TestCase("return BadRequest([|ex.Reason.Message|]);", TestName = "Its cause under another name")]
    public Task What_it_says_of_the_machinery(string handler) => Flags(Parsing(handler));

    private static string Parsing(string handler) => $$"""
        using Microsoft.AspNetCore.Mvc;
        class FormulaException : Exception
        {
            public FormulaException(string message, Exception reason) : base(message) { Reason = reason; }
            public string[] Errors { get; } = { "Unknown name" };
            public string Line { get; } = "";
            public string? Hint { get; set; }
            public string ResponseBody { get; } = "";
            public Exception Reason { get; }
        }
        class FormulasController : ControllerBase
        {
            void Parse() { }
            object? Get()
            {
                try { Parse(); return null; }
                catch (FormulaException ex) { {{handler}} }
            }
        }
        """;

    [TestCase("switch (ex) { case OutOfStockException: return Conflict(ex.Message); default: return StatusCode(500); }",
        TestName = "A case")]
    [TestCase("return Conflict((ex as OutOfStockException)?.Message);", TestName = "As one, or nothing")]
    public Task Other_ways_to_ask_for_the_exception_of_the_program(string handler) => Allows(Controller(handler));

    [TestCase("switch (ex) { case OutOfStockException: return Conflict(); "
        + "default: return StatusCode(500, [|ex.Message|]); }",
        TestName = "The default")]
    [TestCase("return Conflict(([|ex as IOException|])?.Message);", TestName = "As one that speaks of paths")]
    public Task Other_ways_to_ask_for_another(string handler) => Flags(Controller(handler));

    [TestCase("Exception ex) when (ex is OutOfStockException", TestName = "A filter")]
    public Task A_filter_for_an_exception_of_the_program(string caught) => Allows(Filtered(caught, "ex.Message"));

    [TestCase("Exception ex) when (ex is not OutOfStockException", TestName = "A filter for all others")]
    [TestCase("Exception ex) when (ex is OutOfStockException or IOException", TestName = "A filter for paths, too")]
    public Task A_filter_for_others(string caught) => Flags(Filtered(caught, "[|ex.Message|]"));

    private static string Filtered(string caught, string text) => $$"""
        using Microsoft.AspNetCore.Mvc;
        class OutOfStockException : Exception { }
        class OrdersController : ControllerBase
        {
            IActionResult Get() { try { return Ok(); } catch ({{caught}}) { return Conflict({{text}}); } }
        }
        """;

    [TestCase("TimerTrigger")]
    [TestCase("QueueTrigger")]
    public Task A_function_that_answers_nobody(string trigger) =>
        Allows(Function(trigger, "return new BadRequestObjectResult(ex.Message);"));

    [TestCase("HttpTrigger", "return new BadRequestObjectResult([|ex.Message|]);", TestName = "A request")]
    [TestCase("TimerTrigger", "await clients.All.SendAsync(\"failed\", [|ex.Message|]); throw;",
        TestName = "A timer that tells a hub's clients")]
    public Task A_function_that_answers_somebody(string trigger, string handler) => Flags(Function(trigger, handler));

    private static string Function(string trigger, string handler) => $$"""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.SignalR;
        class {{trigger}}Attribute : Attribute { }
        class Loader
        {
            public async Task<IActionResult> RunAsync([{{trigger}}] string started, IHubClients clients)
            {
                try { await File.WriteAllTextAsync("x", started); return new OkResult(); }
                catch (Exception ex) { {{handler}} }
            }
        }
        """;
}
