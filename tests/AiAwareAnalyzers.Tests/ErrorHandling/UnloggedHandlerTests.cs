using AiAwareAnalyzers.ErrorHandling;

namespace AiAwareAnalyzers.Tests.ErrorHandling;

[CSharp(12)]
public sealed class UnloggedHandlerTests : RuleTests<UnloggedHandler>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    [TestCase("await httpContext.Response.WriteAsync(\"Sorry\"); return true;", TestName = "An answer")]
    [TestCase("await httpContext.Response.WriteAsync(exception.Message); return true;", TestName = "Its text is shown")]
    [TestCase("await Answer(httpContext, exception); return true;", TestName = "A method of its own answers")]
    [TestCase("await _answers[exception.GetType()](httpContext, exception); return true;",
        TestName = "A table of answers")]
    [TestCase("if (exception is TimeoutException) { await Task.Yield(); return true; } return true;",
        TestName = "Two answers")]
    public Task A_handler_that_takes_everything_and_logs_nothing(string body) =>
        Flags(Handler("[|TryHandleAsync|]", "async", body));

    [Test]
    public Task Without_async() => Flags(Handler("[|TryHandleAsync|]", "", "return ValueTask.FromResult(true);"));

    [TestCase("logger.LogError(exception, \"Failed\"); await Task.Yield(); return true;", TestName = "A log")]
    [TestCase("if (exception is TimeoutException) return true; await Task.Yield(); return false;",
        TestName = "What it does not know goes on")]
    [TestCase("_errors.Keep(exception); await Task.Yield(); return true;", TestName = "Another object is given it")]
    [TestCase("System.Diagnostics.Activity.Current?.AddException(exception); await Task.Yield(); return true;",
        TestName = "A trace is given it")]
    [TestCase("await Task.Yield(); throw exception;", TestName = "It is thrown again")]
    public Task A_handler_that_tells_or_lets_go(string body) => Allows(Handler("TryHandleAsync", "async", body));

    [Test]
    public Task A_setting_that_lets_the_framework_log_is_fine() => Allows(
        Handler("TryHandleAsync", "", "return ValueTask.FromResult(true);")
        + "class Setting { void Up(Microsoft.AspNetCore.Builder.ExceptionHandlerOptions it) => "
        + "it.SuppressDiagnosticsCallback = _ => false; }");

    [Test]
    public Task A_base_class_that_logs_is_fine() => Allows(
        Handler("TryHandleAsync", "", "return ValueTask.FromResult(true);")
            .Replace(": IExceptionHandler", ": LoggingBase, IExceptionHandler")
        + "public class LoggingBase { protected ILogger? Logger { get; set; } }");

    [Test]
    public Task Another_interface_of_that_name_is_fine() => Allows(
        Handler("TryHandleAsync", "", "return ValueTask.FromResult(true);")
            .Replace(": IExceptionHandler", ": Ours.IExceptionHandler")
        + "namespace Ours { public interface IExceptionHandler { } }");

    [TestCase("[|catch (Exception exception)|] { context.Response.StatusCode = 500; await "
        + "context.Response.WriteAsync(exception.Message); }",
        TestName = "Its text is all that is left")]
    [TestCase("[|catch (Exception)|] { context.Response.StatusCode = 500; }", TestName = "Only a status is left")]
    [TestCase("[|catch|] { context.Response.StatusCode = 500; }", TestName = "Without a name")]
    [TestCase("[|catch (Exception exception)|] when (exception is not OperationCanceledException) { await "
        + "Answer(context, exception); }",
        TestName = "Cancellation passes")]
    public Task A_middleware_that_logs_nothing(string clause) => Flags(Middleware(clause));

    [TestCase("catch (Exception exception) { _logger.LogError(exception, \"Failed\"); "
        + "context.Response.StatusCode = 500; }",
        TestName = "The middleware logs")]
    [TestCase("catch (TimeoutException) { context.Response.StatusCode = 504; }", TestName = "What is expected")]
    [TestCase("catch (Exception) { context.Response.StatusCode = 500; throw; }", TestName = "The failure goes on")]
    [TestCase("catch (Exception exception) { _errors.Keep(exception); context.Response.StatusCode = 500; }",
        TestName = "An object is given it")]
    public Task A_middleware_that_tells_or_lets_go(string clause) => Allows(Middleware(clause));

    [Test]
    public Task A_try_beside_the_pipeline_is_fine() => Allows(Middleware(
        "catch (TimeoutException) { }").Replace("await next(context);", "await next(context); try { Work(); } "
        + "catch (Exception) { }"));

    [Test]
    public Task The_message_names_type_and_exception() => Says(
        Handler("[|TryHandleAsync|]", "", "return ValueTask.FromResult(true);"),
        "'Answers' answers every exception of the application and logs none, and since .NET 10 the framework logs none "
        + "that is handled, either, so an outage leaves no trace on the server; log 'exception' with its stack trace "
        + "before the answer");

    private static string Handler(string name, string modifier, string body) => $$"""
        using Microsoft.AspNetCore.Diagnostics;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Logging;

        public interface IErrors { void Keep(Exception exception); }

        public class Answers{{(body.Contains("logger", StringComparison.Ordinal) ? "(ILogger<Answers> logger)" : "")}} : IExceptionHandler
        {
            private readonly Dictionary<Type, Func<HttpContext, Exception, Task>> _answers = new();
            private readonly IErrors _errors = null!;

            public {{modifier}} ValueTask<bool> {{name}}(
                HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
            {
                {{body}}
            }

            private Task Answer(HttpContext context, Exception exception) => Task.CompletedTask;
        }

        """;

    private static string Middleware(string clause) => $$"""
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Logging;

        public interface IErrors { void Keep(Exception exception); }

        public class Guard(RequestDelegate next)
        {
            {{(clause.Contains("_logger", StringComparison.Ordinal) ? "private readonly ILogger _logger = "
        + "null!;" : "")}}
            private readonly IErrors _errors = null!;

            public async Task InvokeAsync(HttpContext context)
            {
                try
                {
                    await next(context);
                }
                {{clause}}
            }

            private Task Answer(HttpContext context, Exception exception) => Task.CompletedTask;

            private void Work() { }
        }
        """;

    private const string Mediator = """

        namespace MediatR
        {
            public interface IPipelineBehavior<TRequest, TResponse> { }
        }
        public class NAME<TRequest, TResponse>(LOGGER) : MediatR.IPipelineBehavior<TRequest, TResponse> { }
        """;

    [TestCase("UnhandledExceptionBehaviour", TestName = "Named after what nobody handles")]
    [TestCase("ExceptionLogging", TestName = "Named after exceptions")]
    public Task Behind_a_behaviour_that_logs_it_is_a_suggestion(string name) => Suggests(
        Handler("[|TryHandleAsync|]", "", "return ValueTask.FromResult(true);")
        + Mediator.Replace("NAME", name).Replace("LOGGER", "ILogger<TRequest> logger"));

    [TestCase("ValidationBehaviour", "ILogger<TRequest> logger", TestName = "One for something else")]
    [TestCase("UnhandledExceptionBehaviour", "string text", TestName = "One without a logger")]
    public Task A_behaviour_that_logs_no_exception_changes_nothing(string name, string logger) => Flags(
        Handler("[|TryHandleAsync|]", "", "return ValueTask.FromResult(true);")
        + Mediator.Replace("NAME", name).Replace("LOGGER", logger));
}
