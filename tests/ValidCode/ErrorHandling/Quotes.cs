using System.Net.Http.Json;
using Microsoft.Extensions.Logging;

namespace ValidCode.ErrorHandling;

/// <summary>A null that a failure leaves, and callers who own up to it.</summary>
public sealed class Quotes(HttpClient client, ILogger<Quotes> logger)
{
    public sealed record Quote(decimal Rate);

    public sealed record Price(decimal Amount, bool IsEstimated);

    public async Task<decimal> RateAsync(CancellationToken token) =>
        (await LatestAsync(token))?.Rate ?? throw new InvalidOperationException("There is no rate.");

    public async Task<Price> PriceAsync(decimal amount, CancellationToken token)
    {
        var quote = await LatestAsync(token);
        return quote is null
            ? new Price(amount, IsEstimated: true)
            : new Price(amount * quote.Rate, IsEstimated: false);
    }

    private async Task<Quote?> LatestAsync(CancellationToken token)
    {
        try
        {
            return await client.GetFromJsonAsync<Quote>("rates/latest", token);
        }
        catch (HttpRequestException failure)
        {
            logger.LogWarning(failure, "There is no latest rate");
            return null;
        }
    }
}
