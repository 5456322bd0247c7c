using System.Globalization;

namespace ValidCode.ErrorHandling;

public sealed record Sounding(string Buoy, double Depth, DateTimeOffset Seen);

public sealed record Estimate(string Buoy, double Depth, bool IsEstimated);

/// <summary>Answers to a failure that say that they are none.</summary>
public sealed class Soundings
{
    private readonly HttpClient _client;

    public Soundings(HttpClient client) => _client = client;

    /// <summary>Nothing can be said of the depth.</summary>
    public async Task<Sounding?> ReadAsync(string buoy)
    {
        try
        {
            return new Sounding(buoy, await DepthOf(buoy), DateTimeOffset.UtcNow);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>No number is the answer of an instrument that is silent.</summary>
    public async Task<Sounding> ReadOrUnknownAsync(string buoy)
    {
        try
        {
            return new Sounding(buoy, await DepthOf(buoy), DateTimeOffset.UtcNow);
        }
        catch (HttpRequestException)
        {
            return new Sounding(buoy, double.NaN, DateTimeOffset.UtcNow);
        }
    }

    public async Task<Estimate> EstimateAsync(string buoy)
    {
        try
        {
            return new Estimate(buoy, await DepthOf(buoy), IsEstimated: false);
        }
        catch (HttpRequestException)
        {
            return new Estimate(buoy, 12.5, IsEstimated: true);
        }
    }

    private async Task<double> DepthOf(string buoy) =>
        double.Parse(await _client.GetStringAsync(buoy), CultureInfo.InvariantCulture);
}
