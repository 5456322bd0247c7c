using Microsoft.Extensions.Logging;

namespace ValidCode.ErrorHandling;

/// <summary>Cancellation that ends inside, causes that were chosen, and promises that stand in the name.</summary>
public sealed class Revalidation(HttpClient client, ILogger<Revalidation> logger)
{
    private Task<string>? _rates;

    public async Task<string> ReadAsync(string address, CancellationToken token)
    {
        try
        {
            string answer;
            try
            {
                answer = await client.GetStringAsync(address, token);
            }
            catch (OperationCanceledException) when (token.IsCancellationRequested)
            {
                return "cancelled";
            }

            return answer.Trim();
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "{Address} did not answer", address);
            throw new InvalidOperationException(address, exception);
        }
    }

    public void Publish(string body, Exception earlier)
    {
        try
        {
            File.WriteAllText("published.txt", body);
        }
        catch (Exception)
        {
            throw new InvalidOperationException("Nothing could be published after the first failure.", earlier);
        }
    }

    public string[] GetFilesSafe(string folder)
    {
        try
        {
            return Directory.GetFiles(folder);
        }
        catch (Exception)
        {
            return [];
        }
    }

    public void Warm() => LazyInitializer.EnsureInitialized(ref _rates, () => client.GetStringAsync("rates"));
}
