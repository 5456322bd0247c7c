using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace ValidCode.EdgeCases;

/// <summary>JSON of others, read with a look at its shape.</summary>
public sealed class Documents(HttpClient client, ILogger<Documents> log)
{
    public async Task<decimal> AskedAsync(CancellationToken token)
    {
        await using var stream = await client.GetStreamAsync("prices", token);
        using var document = await JsonDocument.ParseAsync(stream, cancellationToken: token);
        if (!document.RootElement.TryGetProperty("amount", out var amount) || !amount.TryGetDecimal(out var price))
            throw new InvalidOperationException("The answer of 'prices' has no amount.");
        return price;
    }

    public async Task<string> KindAsync(CancellationToken token)
    {
        var root = await client.GetFromJsonAsync<JsonElement>("prices", token);
        return root.ValueKind == JsonValueKind.Object ? root.GetProperty("currency").ToString() : "";
    }

    public async Task<int> RescuedAsync(CancellationToken token)
    {
        try
        {
            return CountOf(await client.GetFromJsonAsync<JsonElement>("prices", token));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException)
        {
            log.LogWarning(exception, "The prices cannot be read");
            throw new InvalidOperationException("The prices cannot be read.", exception);
        }
    }

    public async Task<string?> NodeAsync(CancellationToken token)
    {
        var root = await client.GetFromJsonAsync<JsonNode>("prices", token);
        return root?["currency"]?.ToString();
    }

    /// <summary>What the program wrote itself a line before.</summary>
    public static int Copied() =>
        JsonSerializer.SerializeToElement(new { Amount = 1 }).GetProperty("Amount").GetInt32();

    /// <summary>Values of any type: both are asked for, an element and what the program put there itself.</summary>
    public static string? Loose(string json, string key)
    {
        var values = JsonSerializer.Deserialize<Dictionary<string, object?>>(json) ?? [];
        return values.GetValueOrDefault(key) switch
        {
            JsonElement { ValueKind: JsonValueKind.String } element => element.GetString(),
            string text => text,
            _ => null,
        };
    }

    private static int CountOf(JsonElement answer) => answer.GetProperty("prices").GetArrayLength();
}
