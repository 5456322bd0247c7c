using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace ValidCode.HallucinatedApi;

/// <summary>Requests to services whose documents nobody names: any path may be there, and any property.</summary>
public sealed class ServiceCalls(HttpClient client)
{
    public sealed record Shipment(Guid Id, string Carrier, DateOnly? Due);

    public Task<Shipment?> GetAsync(Guid id, CancellationToken token) =>
        client.GetFromJsonAsync<Shipment>($"api/shipmnets/{id}", token);

    public async Task<bool> AddAsync(Shipment shipment, CancellationToken token)
    {
        using var response = await client.PostAsJsonAsync("shipments", shipment, token);
        return response.StatusCode == HttpStatusCode.Created;
    }

    public async Task<JsonElement> TrackAsync(string number, CancellationToken token)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, $"track?number={Uri.EscapeDataString(number)}");
        using var response = await client.SendAsync(message, token);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(token);
    }
}
