using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace ValidCode.ErrorHandling;

/// <summary>Responses that are asked whether the request has worked, each in its own way.</summary>
public sealed class Receipts(HttpClient client, ILogger<Receipts> logger)
{
    public sealed record Receipt(string Number, string? Problem);

    public async Task<Receipt> OrderAsync(string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "orders") { Content = new StringContent(name) };
        using var response = await client.SendAsync(request);
        logger.LogInformation("The shop said {Status}", response.StatusCode);
        return await ReadAsync<Receipt>(response);
    }

    /// <summary>The other side says in its answer what is wrong, whatever the status.</summary>
    public async Task<string> PayAsync(string number)
    {
        using var response = await client.PostAsync("payments", new StringContent(number));
        var receipt = await response.Content.ReadFromJsonAsync<Receipt>();
        if (receipt is not { Problem: null }) throw new InvalidOperationException(receipt?.Problem);
        return receipt.Number;
    }

    public async Task<bool> CancelAsync(string number)
    {
        using var response = await client.DeleteAsync("orders/" + number);
        var status = response.StatusCode;
        logger.LogInformation("The shop said {Status}", status);
        return status is HttpStatusCode.OK or HttpStatusCode.NotFound;
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<T>()
            ?? throw new JsonException("The answer is empty.");
    }
}
