using Microsoft.Extensions.Logging;

namespace ValidCode.ErrorHandling;

public interface IBell
{
    Task RingAsync(string door);
}

/// <summary>Rings a bell over the network, and sees to it itself when that fails.</summary>
public sealed class Bell(HttpClient client, ILogger<Bell> logger) : IBell
{
    public async Task RingAsync(string door)
    {
        try
        {
            using var response = await client.PostAsync(door, content: null);
            response.EnsureSuccessStatusCode();
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The bell at {Door} could not be rung", door);
        }
    }
}

/// <summary>Those who ring have nothing to catch, and nothing to wait for.</summary>
public sealed class Visitors(IBell bell)
{
    public async Task ArriveAsync(string door)
    {
        try
        {
            await bell.RingAsync(door);
        }
        catch
        {
        }
    }

    public void Pass(string door) => _ = bell.RingAsync(door);
}
