using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

[CSharp(12)]
public sealed class ThrowingParseTests : RuleTests<ThrowingParse>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    [TestCase("Ok([|int.Parse(Request.Query[\"page\"]!)|])", TestName = "A value of the query")]
    [TestCase("Ok([|int.Parse(Request.Query[\"page\"].ToString())|])", TestName = "A value of the query as text")]
    [TestCase("Ok([|int.Parse(Request.Headers[\"X-Page\"].First()!)|])", TestName = "A header")]
    [TestCase("Ok([|decimal.Parse(Request.Form[\"price\"]!)|])", TestName = "A field of a form")]
    [TestCase("Ok([|Guid.Parse(text)|])", TestName = "A parameter")]
    [TestCase("Ok([|new Guid(text)|])", TestName = "A parameter for a constructor")]
    [TestCase("Ok([|new Uri(text)|])", TestName = "An address")]
    [TestCase("Ok([|DateTime.Parse(text)|])", TestName = "A date")]
    [TestCase("Ok([|DateTime.ParseExact(text, \"yyyy\", null)|])", TestName = "A date by its form")]
    [TestCase("Ok([|Convert.ToInt32(text)|])", TestName = "A conversion")]
    [TestCase("Ok([|Enum.Parse<Kind>(text)|])", TestName = "An enum")]
    [TestCase("Ok((Kind)[|Enum.Parse(typeof(Kind), text)|])", TestName = "An enum by its type")]
    [TestCase("Ok([|TimeSpan.Parse(text.Trim())|])", TestName = "A trimmed text")]
    [TestCase("Ok([|Guid.Parse(model.Customer)|])", TestName = "A member of a model")]
    public Task Text_of_a_caller(string answer) => Flags(Code($"return {answer};"));

    [TestCase(
        """if (string.IsNullOrEmpty(text)) return BadRequest(); return Ok([|Guid.Parse(text)|]);""",
        TestName = "Only its emptiness is asked")]
    [TestCase(
        """try { return Ok([|Guid.Parse(text)|]); } catch (TimeoutException) { return Conflict(); }""",
        TestName = "A catch of something else")]
    public Task Text_that_is_not_looked_at(string body) => Flags(Code(body));

    [TestCase("return Ok(int.Parse(User.FindFirstValue(\"id\")!));", TestName = "A claim with a word of honour")]
    [TestCase("return Ok(Guid.Parse(User.FindFirst(\"id\")!.Value));", TestName = "The value of a claim")]
    [TestCase(
        """return Ok(Guid.Parse(User.FindFirst("id")?.Value!));""",
        TestName = """The value of a claim that may be missing""")]
    [TestCase(
        """return Ok(Guid.Parse(User.FindFirstValue("id") ?? string.Empty));""",
        TestName = "A fall-back that is no id either")]
    [TestCase(
        """return Ok(long.Parse(User.FindFirstValue("id") ?? ""));""", TestName = "An empty text as a fall-back")]
    [TestCase(
        """var user = User.FindFirstValue("id"); return Ok(int.Parse(user!));""", TestName = "By way of a local")]
    [TestCase(
        """var claim = User.FindFirst("id"); if (claim is null) return Unauthorized(); return Ok(int.Parse(claim.Value));""",
        TestName = "Only its presence is asked")]
    public Task A_claim_was_signed_by_somebody(string body) => Allows(Code(body));

    [Test]
    public Task The_message_names_the_source_and_the_sibling() => Says(
        Code("return Ok([|int.Parse(Request.Query[\"page\"]!)|]);"),
        "'int.Parse' throws where 'Query' of the request is missing or written otherwise, and the caller's mistake "
        + "becomes a failure of the server; use 'int.TryParse' and answer what is wrong");

    [TestCase(
        """return int.TryParse(User.FindFirstValue("id"), out var user) ? Ok(user) : Unauthorized();""",
        TestName = "Tried")]
    [TestCase(
        """if (!Guid.TryParse(text, out _)) return BadRequest(); return Ok(Guid.Parse(text));""",
        TestName = "Tried before")]
    [TestCase(
        """if (!Regex.IsMatch(text, "^[0-9]{1,5}$")) return BadRequest(); return Ok(int.Parse(text));""",
        TestName = "Matched before")]
    [TestCase(
        """if (!text.All(char.IsDigit)) return BadRequest(); return Ok(int.Parse(text));""",
        TestName = "Looked at character by character")]
    [TestCase(
        """try { return Ok(Guid.Parse(text)); } catch (FormatException) { return BadRequest(); }""",
        TestName = "A catch of just this")]
    [TestCase(
        """try { return Ok(Guid.Parse(text)); } catch { return BadRequest(); }""", TestName = "A catch of everything")]
    [TestCase(
        """try { return Ok(Guid.Parse(text)); } catch (Exception) when (text.Length > 3) { return BadRequest(); }""",
        TestName = "A catch of some")]
    [TestCase(
        """return Ok(Guid.Parse(User.FindFirstValue("id") ?? Guid.Empty.ToString()));""",
        TestName = "A fall-back that can be read")]
    [TestCase("return Ok(int.Parse(\"42\"));", TestName = "A text that is written here")]
    [TestCase("return Ok(int.Parse(_options));", TestName = "A setting")]
    [TestCase("return Ok(int.Parse(Environment.GetEnvironmentVariable(\"PORT\")!));", TestName = "The environment")]
    [TestCase("return Ok(int.Parse(System.IO.File.ReadAllText(\"count\")));", TestName = "A file of the program")]
    [TestCase("return Ok(text);", TestName = "A text that stays one")]
    [TestCase("return Ok(Convert.ToInt32(number));", TestName = "A number that is converted")]
    [TestCase("return Ok(new Uri(\"https://example.org\"));", TestName = "An address that is written here")]
    [TestCase("return Ok(Version.Parse(\"1.0\"));", TestName = "A parser that is not asked about")]
    [TestCase("return Ok(Convert.ToString(number));", TestName = "A number that becomes text")]
    [TestCase("return Ok(Guid.Parse(id.ToString()));", TestName = "An id that was read by the framework")]
    [TestCase("return Ok(Guid.Parse(matched));", TestName = "A parameter with a pattern")]
    [TestCase("return Ok(Guid.Parse(model.Matched));", TestName = "A member with a pattern")]
    [TestCase("return Ok(int.Parse(Own()));", TestName = "A text of its own")]
    public Task Text_that_is_sure(string body) => Allows(Code(body));

    [Test]
    public Task Text_of_a_program_that_answers_nobody() =>
        Given.WithReferences(References.Net10)
            .Allows("public class App { public Guid Read(string text) => Guid.Parse(text); }");

    [Test]
    public Task Text_of_a_method_that_is_no_handler() =>
        Allows(Code("return Ok();").Replace(
            "/* more */", "internal static Guid Read(string text) => Guid.Parse(text);", StringComparison.Ordinal));

    [Test]
    public Task A_mapped_lambda_is_a_handler() => Flags("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Routing;
        public static class Map
        {
            public static void Add(IEndpointRouteBuilder app) => app.MapGet("/orders", (string id) => Results.Ok([|Guid.Parse(id)|]));
        }
        """);

    private static string Code(string body) => $$"""
        using System.ComponentModel.DataAnnotations;
        using System.Security.Claims;
        using System.Text.RegularExpressions;
        using Microsoft.AspNetCore.Mvc;
        public enum Kind { Letter, Parcel }
        public class Model { public string Customer { get; set; } = ""; [RegularExpression("[0-9a-f-]+")] public string Matched { get; set; } = ""; }
        public class OrdersController(string options) : ControllerBase
        {
            private readonly string _options = options;
            [HttpPost]
            public IActionResult Act(string text, int number, Guid id, [FromBody] Model model, [RegularExpression("[0-9a-f-]+")] string matched)
            {
                {{body}}
            }
            private static string Own() => "1";
            /* more */
        }
        """;
}
