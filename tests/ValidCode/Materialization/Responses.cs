using System.Net.Http.Json;
using System.Text.Json;

namespace ValidCode.Materialization;

/// <summary>Responses that are streamed, and error bodies that are small and are read whole.</summary>
public sealed class Responses(HttpClient client)
{
    public Task<Settings?> SettingsAsync(CancellationToken token) =>
        client.GetFromJsonAsync<Settings>("settings", token);

    public async Task<Settings?> CheckedAsync(CancellationToken token)
    {
        using var response = await client.GetAsync("settings", HttpCompletionOption.ResponseHeadersRead, token);
        if (!response.IsSuccessStatusCode)
        {
            var problem = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(token));
            throw new HttpRequestException(problem.ToString());
        }

        return await response.Content.ReadFromJsonAsync<Settings>(token);
    }

    /// <summary>The text is logged and parsed: it is needed as text.</summary>
    public async Task<Settings?> LoggedAsync(CancellationToken token)
    {
        var text = await client.GetStringAsync("settings", token);
        Console.WriteLine(text);
        return JsonSerializer.Deserialize<Settings>(text);
    }

    /// <summary>One thing of a few fields is small.</summary>
    public async Task<State?> StateAsync(CancellationToken token)
    {
        using var response = await client.GetAsync("state", token);
        response.EnsureSuccessStatusCode();
        return JsonSerializer.Deserialize<State>(await response.Content.ReadAsStringAsync(token));
    }

    public async Task DownloadAsync(string path, CancellationToken token)
    {
        await using var body = await client.GetStreamAsync("export.csv", token);
        await using var file = File.Create(path);
        await body.CopyToAsync(file, token);
    }
}

public sealed record State(string Name, DateTimeOffset Since, int? Load);
