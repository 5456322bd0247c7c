using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace ValidCode.Disclosure;

public interface ILetters
{
    Task<Outcome> SendAsync(string text);
}

public sealed class Letters(HttpClient client, ILogger<Letters> logger) : ILetters
{
    public async Task<Outcome> SendAsync(string text)
    {
        try
        {
            var response = await client.PostAsync("letters", new StringContent(text));
            response.EnsureSuccessStatusCode();
            return new Outcome(true, text, null);
        }
        catch (OutOfStockException ex)
        {
            return new Outcome(false, null, ex.Message);
        }
        catch (HttpRequestException ex)
        {
            logger.LogError(ex, "A letter was not sent");
            return new Outcome(false, null, "The letter was not sent; please try again later.");
        }
    }
}

[Route("letters")]
public sealed class LettersController(ILetters letters) : ControllerBase
{
    /// <summary>The reason is one that the service wrote for whoever reads the answer.</summary>
    [HttpPost]
    [Microsoft.AspNetCore.Authorization.AllowAnonymous]
    public async Task<IActionResult> Send(string text)
    {
        var outcome = await letters.SendAsync(text);
        return outcome.IsSuccess ? Ok(outcome.Value) : BadRequest(outcome.Error);
    }
}
