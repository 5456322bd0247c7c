using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace ValidCode.ErrorHandling;

/// <summary>Functions that ask or try: a failure is one of their answers.</summary>
public sealed class Probes
{
    private readonly HttpClient _client;
    private readonly ILogger<Probes> _logger;

    public Probes(HttpClient client, ILogger<Probes> logger) => (_client, _logger) = (client, logger);

    public async Task<bool> IsReachableAsync(string address)
    {
        try
        {
            using var response = await _client.GetAsync(address);
            return response.IsSuccessStatusCode;
        }
        catch (Exception)
        {
            return false;
        }
    }

    public bool TryRead(string path, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = File.ReadAllText(path);
            return true;
        }
        catch (Exception)
        {
            text = null;
            return false;
        }
    }

    public async Task<string?> DetectEncodingAsync(string path)
    {
        try
        {
            using var reader = new StreamReader(path, detectEncodingFromByteOrderMarks: true);
            await reader.ReadLineAsync();
            return reader.CurrentEncoding.WebName;
        }
        catch (Exception)
        {
            return null;
        }
    }

    public async Task<bool> ProfileExistsAsync(string name)
    {
        try
        {
            await _client.GetStringAsync("profiles/" + name);
            return true;
        }
        catch
        {
            return false;
        }
    }

    public async Task<JsonDocument?> ReadOrNullAsync(string path)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            return await JsonDocument.ParseAsync(stream);
        }
        catch (Exception ex)
        {
            _logger.LogDebug(ex, "No document at {Path}", path);
            return null;
        }
    }

    /// <summary>Fail-closed: who cannot be checked is not let in.</summary>
    public async Task<bool> AuthorizeAsync(string user)
    {
        try
        {
            return await _client.GetStringAsync("permits/" + user) == "yes";
        }
        catch (Exception ex)
        {
            _logger.LogError(ex, "Nobody could say whether {User} may enter", user);
            return false;
        }
    }

    /// <summary>Fail-closed the other way round.</summary>
    public async Task<bool> IsExpiredAsync(string token)
    {
        try
        {
            return await _client.GetStringAsync("tokens/" + token) == "expired";
        }
        catch (Exception ex)
        {
            _logger.LogError(ex, "Nobody could say how old the token is");
            return true;
        }
    }
}
