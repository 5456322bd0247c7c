using System.Net;
using Microsoft.Extensions.Logging;

namespace ValidCode.ErrorHandling;

/// <summary>Responses whose status is looked at, and tasks that somebody sees fail.</summary>
public sealed class Answers
{
    private readonly HttpClient _client;
    private readonly ILogger<Answers> _logger;

    public Answers(HttpClient client, ILogger<Answers> logger) => (_client, _logger) = (client, logger);

    public async Task<string?> FindAsync(int id)
    {
        using var response = await _client.GetAsync($"answers/{id}");
        if (response.StatusCode == HttpStatusCode.NotFound) return null;

        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    public async Task<bool> PublishAsync(string answer)
    {
        using var response = await _client.PostAsync("answers", new StringContent(answer));
        return response.IsSuccessStatusCode;
    }

    public async Task<Outcome> RemoveAsync(int id)
    {
        using var response = await _client.DeleteAsync($"answers/{id}");
        if (!response.IsSuccessStatusCode) return Outcome.Fail($"The server said {(int)response.StatusCode}");
        return Outcome.Success;
    }

    public async Task<string?> HintAsync(int id)
    {
        using var response = await _client.GetAsync($"hints/{id}");
        if (!response.IsSuccessStatusCode)
        {
            _logger.LogWarning("No hint for {Id}: {Status}", id, response.StatusCode);
            return null;
        }

        return await response.Content.ReadAsStringAsync();
    }

    public void Start(CancellationToken token) => _ = WarmUpAsync(token);

    public void Begin(Task first) =>
        _ = first.ContinueWith(
            done => _logger.LogError(done.Exception, "The first answer failed"), TaskContinuationOptions.OnlyOnFaulted);

    private async Task WarmUpAsync(CancellationToken token)
    {
        try
        {
            await _client.GetStringAsync("answers", token);
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            _logger.LogWarning(ex, "Answers are cold");
        }
    }
}
