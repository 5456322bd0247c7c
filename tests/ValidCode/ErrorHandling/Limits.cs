using Microsoft.Extensions.Logging;

namespace ValidCode.ErrorHandling;

/// <summary>A default that has a name, and a refresh that is only late when it is cancelled.</summary>
public sealed class Limits(HttpClient client, ILogger<Limits> logger)
{
    private const int DefaultLimit = 0;

    private string _known = "";

    public async Task<int> LimitAsync(string name)
    {
        try
        {
            return int.Parse(await client.GetStringAsync($"limits/{name}"), null);
        }
        catch (Exception failure)
        {
            logger.LogWarning(failure, "No limit for {Name}", name);
            return DefaultLimit;
        }
    }

    public async Task RefreshAsync(CancellationToken token)
    {
        try
        {
            _known = await client.GetStringAsync("limits", token);
        }
        catch (Exception failure)
        {
            logger.LogWarning(failure, "Limits stay as they are: {Known}", _known);
        }
    }
}
