using AiAwareAnalyzers.Tests.Cases;
using AiAwareAnalyzers.Wiring;

namespace AiAwareAnalyzers.Tests.Wiring;

public sealed class OverwrittenContentTypeTests : RuleTests<OverwrittenContentType, OverwrittenContentTypeFix>
{
    private const string Set = "[|context.Response.ContentType = \"application/problem+json\"|]; ";

    private const string Write = "await context.Response.WriteAsJsonAsync(problem); ";

    private protected override ReferenceSet Framework => References.AspNetCore;

    [TestCase(Set + Write, TestName = "The value alone")]
    [TestCase(Set + "await context.Response.WriteAsJsonAsync(problem, token);", TestName = "A token")]
    [TestCase(Set + "await context.Response.WriteAsJsonAsync(problem, options);", TestName = "Options")]
    [TestCase(Set + "await context.Response.WriteAsJsonAsync(problem, options, token);", TestName = "Both of them")]
    [TestCase(
        Set + "await context.Response.WriteAsJsonAsync((object)problem, problem.GetType(), options, token);",
        TestName = "A type of the value")]
    [TestCase(
        Set + "await HttpResponseJsonExtensions.WriteAsJsonAsync(context.Response, problem);",
        TestName = "Called by its own name")]
    [TestCase(Set + "await context.Response.WriteAsJsonAsync(problem).ConfigureAwait(false);", TestName = "Configured")]
    [TestCase(
        "[|context.Response.ContentType = System.Net.Mime.MediaTypeNames.Application.ProblemJson|]; " + Write,
        TestName = "A constant of the framework")]
    [TestCase("[|context.Response.ContentType = \"text/json\"|]; " + Write, TestName = "Another name of JSON")]
    [TestCase(
        "[|context.Response.ContentType = \"application/problem+json; charset=utf-8\"|]; " + Write,
        TestName = "With a character set")]
    [TestCase(
        "[|context.Response.Headers.ContentType = \"application/problem+json\"|]; " + Write,
        TestName = "By way of the headers")]
    [TestCase(
        "var response = context.Response; [|response.ContentType = \"application/problem+json\"|]; "
        + "await response.WriteAsJsonAsync(problem);",
        TestName = "A local that holds the response")]
    [TestCase(Set + "context.Response.StatusCode = 500; " + Write, TestName = "Something else is set in between")]
    [TestCase(Set + "Prepare(context); " + Write, TestName = "Somebody is given the context in between")]
    [TestCase(Set + "await Task.Delay(1, context.RequestAborted); " + Write, TestName = "Somebody is waited for")]
    [TestCase(Set + "if (problem.Status == 500) { " + Write + "return; }", TestName = "In a branch")]
    [TestCase(Set + "try { " + Write + "} finally { }", TestName = "In a try")]
    [TestCase(
        "context.Response.ContentType = \"text/plain\"; " + Set + Write, TestName = "The last of two is never sent")]
    [TestCase(
        Set + "context.Response.OnStarting(() => Task.CompletedTask); " + Write, TestName = "Work for later")]
    public Task A_type_that_is_never_sent(string body) => Flags(Handler(body));

    [TestCase(
        "await context.Response.WriteAsJsonAsync(problem, options, \"application/problem+json\");",
        TestName = "It is given to the call")]
    [TestCase(
        Unmarked + "await context.Response.WriteAsJsonAsync(problem, options: null, contentType: "
        + "\"application/problem+json\", token);",
        TestName = "It is set and given")]
    [TestCase("context.Response.ContentType = \"application/json\"; " + Write, TestName = "Plain JSON")]
    [TestCase(
        "context.Response.ContentType = \"Application/JSON; charset=utf-8\"; " + Write,
        TestName = "Plain JSON with a character set")]
    [TestCase("context.Response.ContentType = null; " + Write, TestName = "None")]
    [TestCase("context.Response.ContentType = Chosen(); " + Write, TestName = "A type that somebody chooses")]
    [TestCase(Unmarked + "await context.Response.WriteAsync(\"{}\");", TestName = "A text is written")]
    [TestCase(
        Unmarked + "await JsonSerializer.SerializeAsync(context.Response.Body, problem); " + Write,
        TestName = "The body is written to before")]
    [TestCase(
        Unmarked + "await context.Response.StartAsync(); " + Write, TestName = "The response is started before")]
    [TestCase(
        Unmarked + "if (problem.Status == 1) { await context.Response.WriteAsync(\"{}\"); return; } " + Write,
        TestName = "A branch writes a text")]
    [TestCase(Unmarked + "await Answer(context.Response); " + Write, TestName = "Somebody is given the response")]
    [TestCase(
        Unmarked + "await AnswerAll(context); " + Write, TestName = "Somebody who is given the context is waited for")]
    [TestCase(
        "var response = context.Response; " + Unmarked + "await Answer(response); " + Write,
        TestName = "Somebody is given the response by another name")]
    [TestCase(
        "RequestDelegate next = AnswerAll; " + Unmarked + "await next(context); " + Write,
        TestName = "The next one is given the context")]
    [TestCase(Unmarked + "await other.Response.WriteAsJsonAsync(problem);", TestName = "Another response")]
    [TestCase(Write + Unmarked, TestName = "Set after the call")]
    [TestCase(
        "if (problem.Status == 1) { " + Unmarked + "} " + Write, TestName = "Set in a branch")]
    [TestCase(
        Unmarked + "Func<Task> later = () => context.Response.WriteAsJsonAsync(problem); await later();",
        TestName = "Written by a function")]
    [TestCase(
        "context.Response.OnStarting(() => { " + Unmarked + "return Task.CompletedTask; }); " + Write,
        TestName = "Set when the answer starts")]
    [TestCase(Unmarked + "await context.Request.ReadFromJsonAsync<string>();", TestName = "Read and not written")]
    [TestCase(
        "context.Request.ContentType = \"application/problem+json\"; " + Write, TestName = "The type of the request")]
    [TestCase(
        "var sent = new System.Net.Http.StringContent(\"\"); sent.Headers.ContentType = null; " + Write,
        TestName = "The type of something else")]
    [TestCase(Unmarked + "await new Own().WriteAsJsonAsync(problem);", TestName = "A method of that name")]
    [TestCase(
        Unmarked + "context.Response.ContentType = \"application/json\"; " + Write,
        TestName = "The second is plain JSON")]
    public Task What_is_sent_or_not_set(string body) => Allows(Handler(body));

    [Test]
    public Task In_a_controller() => Flags("""
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;

        public class ShopController : ControllerBase
        {
            [HttpGet]
            public Task Get()
            {
                [|Response.ContentType = "application/vnd.shop+json"|];
                return Response.WriteAsJsonAsync(new { Name = "shop" });
            }
        }
        """);

    [Test]
    public Task The_message_names_the_type() => Says(
        Handler(Set + Write),
        "'application/problem+json' is never sent: 'WriteAsJsonAsync' sets 'application/json; charset=utf-8' whatever "
        + "stood there before; give it to the call as 'contentType'");

    [TestCase("problem", "problem, options: null, contentType: \"application/problem+json\"", TestName = "A value")]
    [TestCase(
        "problem, token",
        "problem, options: null, contentType: \"application/problem+json\", token",
        TestName = "A value and a token")]
    [TestCase(
        "problem, options",
        "problem, options, contentType: \"application/problem+json\"",
        TestName = "A value and options")]
    [TestCase(
        "problem, options, token",
        "problem, options, contentType: \"application/problem+json\", token",
        TestName = "A value, options and a token")]
    [TestCase(
        "problem, cancellationToken: token",
        "problem, options: null, contentType: \"application/problem+json\", cancellationToken: token",
        TestName = "A token that is named")]
    [TestCase(
        "problem, problem.GetType(), options, token",
        "problem, problem.GetType(), options, contentType: \"application/problem+json\", token",
        TestName = "A type")]
    [TestCase(
        "new ProblemDetails { Status = 1 }",
        "new ProblemDetails { Status = 1 }, options: null, contentType: \"application/problem+json\"",
        TestName = "A value that is made there")]
    public Task The_type_is_given_to_the_call(string before, string after) => Fixes(
        Handler($"""
            context.Response.StatusCode = 500;
                [|context.Response.ContentType = "application/problem+json"|];

                await context.Response.WriteAsJsonAsync({before});
            """),
        Handler($"""
            context.Response.StatusCode = 500;

                await context.Response.WriteAsJsonAsync({after});
            """));

    [Test]
    public Task Arguments_stay_on_lines_of_their_own() => Fixes(
        Handler("""
            [|context.Response.ContentType = "application/problem+json"|];

                await context.Response.WriteAsJsonAsync(
                    problem,
                    token);
            """),
        Handler("""
            await context.Response.WriteAsJsonAsync(
                    problem,
                    options: null,
                    contentType: "application/problem+json",
                    token);
            """));

    [Test]
    public Task Comments_are_kept() => Fixes(
        Handler("""
            context.Response.StatusCode = 500;
                // As the RFC says.
                [|context.Response.ContentType = "application/problem+json"|];
                // Nobody waits for it.
                await context.Response.WriteAsJsonAsync(problem); // the end
            """),
        Handler("""
            context.Response.StatusCode = 500;
                // As the RFC says.
                // Nobody waits for it.
                await context.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json"); // the end
            """));

    [Test]
    public Task A_statement_in_between_stays() => Fixes(
        Handler("""
            [|context.Response.ContentType = "application/problem+json"|];
                context.Response.StatusCode = 500;
                await context.Response.WriteAsJsonAsync(problem);
            """),
        Handler("""
            context.Response.StatusCode = 500;
                await context.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json");
            """));

    [TestCase(Set + "Prepare(context); " + Write, TestName = "Somebody may ask for it")]
    [TestCase(Set + "await context.Response.WriteAsJsonAsync(Told(context));", TestName = "The value may ask for it")]
    [TestCase(Set + "if (problem.Status == 500) { " + Write + "}", TestName = "In a branch")]
    [TestCase(
        "[|context.Response.ContentType = /* RFC */ \"application/problem+json\"|]; " + Write,
        TestName = "A comment would be lost")]
    public Task What_may_change_is_left_alone(string body) => OffersNoFix(Handler(body));

    [TestCase("")]
    [TestCase(", CancellationToken.None")]
    [TestCase(", (System.Text.Json.JsonSerializerOptions?)null")]
    public async Task What_was_never_sent_is_sent(string rest)
    {
        var (before, after) = await Running.Repairing<OverwrittenContentType, OverwrittenContentTypeFix>(
            Program(rest), new Setting(References.AspNetCore), Running.RunOnTheWeb);
        Assert.That(before, Is.EqualTo("application/json; charset=utf-8 {\"a\":1}"));
        Assert.That(after, Is.EqualTo("application/problem+json {\"a\":1}"));
    }

    private static string Program(string rest) => $$"""
        using Microsoft.AspNetCore.Http;

        public static class Proof
        {
            public static async Task<string> Run()
            {
                var context = new DefaultHttpContext();
                var body = new MemoryStream();
                context.Response.Body = body;
                context.Response.ContentType = "application/problem+json";
                await context.Response.WriteAsJsonAsync(new Dictionary<string, int> { ["a"] = 1 }{{rest}});
                return context.Response.ContentType + " " + System.Text.Encoding.UTF8.GetString(body.ToArray());
            }
        }
        """;

    private const string Unmarked = "context.Response.ContentType = \"application/problem+json\"; ";

    private static string Handler(string body) => $$"""
        using System.Text.Json;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;

        public class Own { public Task WriteAsJsonAsync(object value) => Task.CompletedTask; }

        public class Answers
        {
            public async Task AnswerAsync(HttpContext context, HttpContext other, ProblemDetails problem, JsonSerializerOptions options, CancellationToken token)
            {
                {{body}}
                await Task.Yield();
            }

            private static string Chosen() => "application/problem+json";
            private static void Prepare(HttpContext context) { }
            private static string Told(HttpContext context) => "";
            private static Task AnswerAll(HttpContext context) => Task.CompletedTask;
            private static Task Answer(HttpResponse response) => Task.CompletedTask;
        }
        """;
}
