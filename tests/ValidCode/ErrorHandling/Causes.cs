using Microsoft.Extensions.Logging;

namespace ValidCode.ErrorHandling;

public sealed class ArchiveException : Exception
{
    public ArchiveException(string message)
        : base(message)
    {
    }

    public ArchiveException(string message, Exception cause)
        : base(message, cause)
    {
    }
}

public sealed record Outcome(bool IsSuccess, string? Error)
{
    public static readonly Outcome Success = new(true, null);

    public static Outcome Fail(string error) => new(false, error);
}

/// <summary>Exceptions that keep their cause, and failures that travel in a type made for them.</summary>
public sealed class Archive
{
    private readonly HttpClient _client;
    private readonly ILogger<Archive> _logger;

    public Archive(HttpClient client, ILogger<Archive> logger) => (_client, _logger) = (client, logger);

    public async Task<string> ReadAsync(string name, CancellationToken token)
    {
        try
        {
            return await _client.GetStringAsync("archive/" + name, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception ex)
        {
            throw new ArchiveException($"'{name}' cannot be read", ex);
        }
    }

    public async Task<Outcome> StoreAsync(string name, string text)
    {
        try
        {
            using var answer = await _client.PutAsync("archive/" + name, new StringContent(text));
            answer.EnsureSuccessStatusCode();
            return Outcome.Success;
        }
        catch (Exception ex)
        {
            _logger.LogError(ex, "'{Name}' was not stored", name);
            return Outcome.Fail("The archive does not answer.");
        }
    }

    public int NumberOf(string name)
    {
        try
        {
            return int.Parse(name);
        }
        catch (FormatException)
        {
            throw new ArchiveException($"'{name}' is no number");
        }
    }

    /// <summary>Read at night; by day the old numbers are good enough.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(IReadOnlyList<string> known)
    {
        try
        {
            return (await _client.GetStringAsync("archive")).Split('\n');
        }
        catch (Exception ex)
        {
            _logger.LogWarning(ex, "The archive does not answer; {Count} names are from yesterday", known.Count);
            return known;
        }
    }
}
