using AiAwareAnalyzers.AuthScope;

namespace AiAwareAnalyzers.Tests.AuthScope;

public sealed class MessageAsSchemeTests : RuleTests<MessageAsScheme, MessageAsSchemeFix>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    [TestCase("return Forbid([|\"You may not edit this album\"|]);", TestName = "A sentence")]
    [TestCase("return Forbid([|$\"Album {id} is locked\"|]);", TestName = "A sentence with holes")]
    [TestCase("return Forbid([|\"Album \" + id + \" is locked\"|]);", TestName = "A sentence of pieces")]
    [TestCase("return Forbid([|Locked|]);", TestName = "A constant of the class")]
    [TestCase("const string why = \"Not your album\"; return Forbid([|why|]);", TestName = "A constant of the method")]
    [TestCase("return this.Forbid([|\"Not your album\"|]);", TestName = "With a receiver")]
    [TestCase("return Challenge([|\"Please sign in first\"|]);", TestName = "A challenge")]
    [TestCase("return Forbid([|_albums.Ask(id).Reason|]);", TestName = "The reason of an answer")]
    [TestCase("return Forbid([|_albums.Ask(id).ErrorMessage|]);", TestName = "The error of an answer")]
    [TestCase("var reason = _albums.Tell(id); return Forbid([|reason|]);",
        TestName = "A local that is called a reason")]
    [TestCase("try { _albums.Tell(id); } catch (Exception e) { return Forbid([|e.Message|]); } return Ok();",
        TestName = "The message of an exception")]
    [TestCase("return Forbid(new AuthenticationProperties(), [|\"Not your album\"|]);", TestName = "Behind properties")]
    [TestCase("return Forbid(\"Cookies\", [|\"Not your album\"|]);", TestName = "Behind a scheme")]
    [TestCase("return Forbid(new[] { [|\"Not your album\"|] });", TestName = "In an array")]
    [TestCase("return new ForbidResult([|\"Not your album\"|]);", TestName = "In a result")]
    [TestCase("return new ChallengeResult([|\"Please sign in\"|]);", TestName = "In a result that challenges")]
    [TestCase("await HttpContext.ForbidAsync([|\"Not your album\"|]); return Ok();", TestName = "Of the context")]
    [TestCase("await HttpContext.ChallengeAsync([|\"Please sign in\"|]); return Ok();",
        TestName = "A challenge of the context")]
    [TestCase("return (IActionResult)Results.Forbid(null, new[] { [|\"Not your album\"|] });",
        TestName = "Of a minimal API")]
    [TestCase("return id > 0 ? Ok() : Forbid([|\"Not your album\"|]);", TestName = "One of two answers")]
    public Task A_message_makes_it_throw(string code) => Flags(Controller(code));

    [TestCase("return Forbid();", TestName = "Without anything")]
    [TestCase("return Forbid(\"Cookies\");", TestName = "A scheme")]
    [TestCase("return Forbid(\"Identity.Application\");", TestName = "A scheme with a dot")]
    [TestCase("return Forbid(\"Bearer\", \"Cookies\");", TestName = "Two schemes")]
    [TestCase("return Forbid(Scheme);", TestName = "A constant that is a scheme")]
    [TestCase("var scheme = _albums.Tell(id); return Forbid(scheme);", TestName = "A local that is called a scheme")]
    [TestCase("return Forbid(_albums.Scheme);", TestName = "A setting")]
    [TestCase("return Forbid(new AuthenticationProperties());", TestName = "Properties")]
    [TestCase("return Forbid(new AuthenticationProperties { RedirectUri = \"/not your album\" });",
        TestName = "Properties with a text")]
    [TestCase("return Unauthorized(\"Please sign in first\");", TestName = "A refusal that takes a body")]
    [TestCase("return StatusCode(403, \"Not your album\");", TestName = "The status and a body")]
    [TestCase("return Problem(\"Not your album\", statusCode: 403);", TestName = "A problem")]
    [TestCase("return BadRequest(\"Not your album\");", TestName = "Another answer")]
    [TestCase("return Challenge(\"Google\");", TestName = "A challenge of a provider")]
    [TestCase("return new Doorman().Challenge(\"Not your album\");", TestName = "A method of the same name")]
    [TestCase("_albums.Forbid(\"Not your album\"); return Ok();", TestName = "A method of the program")]
    [TestCase("await HttpContext.ForbidAsync(); return Ok();", TestName = "Of the context, without anything")]
    [TestCase("await HttpContext.ForbidAsync(\"Cookies\"); return Ok();", TestName = "Of the context, a scheme")]
    [TestCase("return new ForbidResult();", TestName = "A result without anything")]
    [TestCase("return new ForbidResult(new[] { \"Bearer\", \"Cookies\" });", TestName = "A result of schemes")]
    [TestCase("return (IActionResult)Results.Forbid();", TestName = "Of a minimal API, without anything")]
    [TestCase("return SignOut(\"Cookies\");", TestName = "A sign-out")]
    public Task A_scheme_and_other_answers_are_fine(string code) => Allows(Controller(code));

    [Test]
    public Task The_message_names_status_and_way_out() => Says(
        Controller("return Forbid([|\"Not your album\"|]);"),
        "'Forbid' takes names of authentication schemes, and 'Not your album' is none, so it throws and the caller "
        + "gets 500 instead of 403; answer with 'StatusCode(403, …)', or with 'Problem'");

    [Test]
    public Task A_message_of_an_exception_is_for_the_log() => Says(
        Controller("try { _albums.Tell(id); } catch (Exception e) { return Forbid([|e.Message|]); } return Ok();"),
        "'Forbid' takes names of authentication schemes, and 'e.Message' is none, so it throws and the caller "
        + "gets 500 instead of 403; call 'Forbid' without it, and log it");

    [TestCase("return [|Forbid(\"Not your album\")|];", "return StatusCode(403, \"Not your album\");",
        TestName = "A sentence, repaired")]
    [TestCase("return [|Forbid($\"Album {id} is locked\")|];", "return StatusCode(403, $\"Album {id} is locked\");",
        TestName = "A sentence with holes, repaired")]
    [TestCase("return this.Forbid(\"Not your album\" /* yet */);", """return this.StatusCode(403, "Not your album" /* yet */);""",
        TestName = "A comment stays")]
    [TestCase("return Challenge(\"Please sign in first\");", "return StatusCode(401, \"Please sign in first\");",
        TestName = "A challenge, repaired")]
    public Task The_message_is_put_into_the_answer(string code, string repaired) => Fixes(
        Controller(Marked(code)), Controller(repaired));

    [TestCase("try { _albums.Tell(id); } catch (Exception e) { return Forbid([|e.Message|]); } return Ok();",
        TestName = "An exception is not shown")]
    [TestCase("return Forbid(\"Cookies\", [|\"Not your album\"|]);", TestName = "Two arguments")]
    [TestCase("return new ForbidResult([|\"Not your album\"|]);", TestName = "A result, left alone")]
    public Task No_repair_is_certain(string code) => OffersNoFix(Controller(code));

    /// <summary>The text is what is underlined.</summary>
    private static string Marked(string code)
    {
        code = code.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        var start = code.IndexOf("(", StringComparison.Ordinal) + 1;
        var end = code.LastIndexOf('"') + 1;
        return $"{code[..start]}[|{code[start..end]}|]{code[end..]}";
    }

    private static string Controller(string code) =>
        $$"""
        using Microsoft.AspNetCore.Authentication;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;

        public record Answer(string Reason, string ErrorMessage);

        public interface IAlbums
        {
            string Scheme { get; }
            Answer Ask(int id);
            string Tell(int id);
            void Forbid(string reason);
        }

        public class AlbumsController : ControllerBase
        {
            private const string Locked = "The album is locked";
            private const string Scheme = "Cookies";
            private readonly IAlbums _albums = null!;

            public async Task<IActionResult> Edit(int id)
            {
                await Task.Yield();
                {{code}}
            }
        }

        public class Doorman : ControllerBase
        {
            public IActionResult Challenge(string message, int times = 0) => Ok();
        }
        """;
}
