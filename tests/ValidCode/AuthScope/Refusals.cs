using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace ValidCode.AuthScope;

/// <summary>Refusals with schemes, with a body, and with nothing.</summary>
public sealed class RefusalsController : ControllerBase
{
    public IActionResult Leave(bool mayLeave) => mayLeave ? NoContent() : Forbid();

    public IActionResult SignInAgain() => Challenge(CookieAuthenticationDefaults.AuthenticationScheme);

    public IActionResult Both() => Forbid("Cookies", "Identity.Application");

    public IActionResult Tell() => Problem("Only the owner may do that", statusCode: 403);

    public IActionResult Anonymous() => Unauthorized("Sign in first");

    public IActionResult BackTo(string scheme) =>
        Challenge(new AuthenticationProperties { RedirectUri = "/album list" }, scheme);
}

/// <summary>Texts are translated by a method whose name has no word in it.</summary>
[Route("greetings")]
public sealed class GreetingsController : ControllerBase
{
    [HttpGet]
    public IActionResult Greet() => Ok(_("Good morning"));

    private static string _(string text) => text.Trim();
}
