using System.Net;
using System.Net.Http.Json;

namespace ValidCode.Concurrency;

/// <summary>What is sent again, and may arrive twice, or certainly has not arrived.</summary>
public sealed class Retries(HttpClient client)
{
    private const int MaxAttempts = 3;

    /// <summary>A named thing is gone, however often it is deleted.</summary>
    public async Task WithdrawAsync(string number, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            try
            {
                using var response = await client.DeleteAsync($"declarations/{number}", cancellationToken);
                response.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (attempt < MaxAttempts)
            {
                await Task.Delay(attempt * 200, cancellationToken);
            }
        }
    }

    /// <summary>The server has said that it did nothing.</summary>
    public async Task DeclareAsync(string vessel, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var response = await client.PostAsJsonAsync("declarations", vessel, cancellationToken);
                response.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException failure) when (attempt < MaxAttempts && IsRefused(failure))
            {
                await Task.Delay(attempt * 200, cancellationToken);
            }
        }
    }

    /// <summary>A query that is too long for an address.</summary>
    public Task<string> FindAsync(string[] vessels, CancellationToken cancellationToken) =>
        RepeatAsync(async () =>
        {
            using var response = await client.PostAsJsonAsync("vessels/search", vessels, cancellationToken);
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadAsStringAsync(cancellationToken);
        });

    private static bool IsRefused(HttpRequestException failure) =>
        failure.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;

    private static async Task<string> RepeatAsync(Func<Task<string>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (HttpRequestException) when (attempt < MaxAttempts)
            {
                await Task.Delay(attempt * 200);
            }
        }
    }
}
