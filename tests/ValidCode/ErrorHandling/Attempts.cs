using Microsoft.Extensions.Logging;

namespace ValidCode.ErrorHandling;

/// <summary>
/// Attempts that end with a failure, time limits that are told from a cancellation, and functions that do something
/// about what they catch.
/// </summary>
public sealed class Attempts
{
    private readonly HttpClient _client;
    private readonly ILogger<Attempts> _logger;
    private readonly Queue<string> _later = new();

    public Attempts(HttpClient client, ILogger<Attempts> logger) => (_client, _logger) = (client, logger);

    public string? Status { get; private set; }

    public async Task<string> ReadAsync(string name, CancellationToken token)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await _client.GetStringAsync(name, token);
            }
            catch (HttpRequestException ex) when (attempt < 3)
            {
                LogAttempt(ex, attempt);
                await Task.Delay(TimeSpan.FromSeconds(attempt), token);
            }
        }
    }

    public async Task<string> ReadPatientlyAsync(string name, CancellationToken token)
    {
        Exception? last = null;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                return await _client.GetStringAsync(name, token);
            }
            catch (Exception ex) when (ex is not OperationCanceledException)
            {
                last = ex;
            }
        }

        throw new ArchiveException($"'{name}' cannot be read", last!);
    }

    /// <summary>To wait until something is there is a question.</summary>
    public async Task<bool> WaitForArchiveAsync(CancellationToken token)
    {
        for (var round = 0; round < 10; round++)
        {
            try
            {
                await _client.GetStringAsync("alive", token);
                return true;
            }
            catch (Exception)
            {
                await Task.Delay(500, token);
            }
        }

        return false;
    }

    public async Task<string> ReadInTimeAsync(string name, CancellationToken token)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
        limit.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            return await _client.GetStringAsync(name, limit.Token);
        }
        catch (OperationCanceledException ex) when (!token.IsCancellationRequested)
        {
            throw new TimeoutException($"'{name}' did not come in time", ex);
        }
    }

    /// <summary>The pause ends with the token, so a cancellation comes out there.</summary>
    public async Task PollAsync(CancellationToken token)
    {
        for (;;)
        {
            try
            {
                await _client.GetStringAsync("jobs", token);
            }
            catch (Exception ex)
            {
                _logger.LogError(ex, "Nobody told of new jobs");
            }

            await Task.Delay(TimeSpan.FromSeconds(1), token);
        }
    }

    /// <summary>A private function tells the user.</summary>
    public async Task ShowAsync(string name, CancellationToken token)
    {
        try
        {
            Tell(await _client.GetStringAsync(name, token));
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            _logger.LogWarning(ex, "{Name} could not be shown", name);
            Tell("Nothing can be shown: " + ex.Message);
        }
    }

    /// <summary>A private function keeps what could not be sent.</summary>
    public async Task SendAsync(string text)
    {
        try
        {
            using var answer = await _client.PostAsync("inbox", new StringContent(text));
            answer.EnsureSuccessStatusCode();
        }
        catch (Exception ex)
        {
            Postpone(text, ex);
        }
    }

    public async Task CountAsync(string page)
    {
        try
        {
            await _client.PutAsync("pages/" + page, null);
        }
        catch (Exception)
        {
            // A page that was not counted is nothing that its reader should see.
        }
    }

    private void LogAttempt(Exception exception, int attempt) =>
        _logger.LogWarning(exception, "Attempt {Attempt} failed", attempt);

    private void Tell(string text) => Status = text;

    private void Postpone(string text, Exception exception)
    {
        _logger.LogWarning(exception, "Sent later");
        _later.Enqueue(text);
    }
}

/// <summary>Results whose error is passed on, whatever the spelling of the question.</summary>
public sealed class Answering
{
    private readonly Archive _archive;

    public Answering(Archive archive) => _archive = archive;

    public async Task<string> StoreAsync(string name, string text) => await _archive.StoreAsync(name, text) switch
    {
        { IsSuccess: true } => name,
        { Error: var error } => throw new ArchiveException(error ?? "not stored"),
    };

    public async Task<Outcome> StoreTwiceAsync(string name, string text)
    {
        var first = await _archive.StoreAsync(name, text);
        if (first is { IsSuccess: false }) return first;
        return await _archive.StoreAsync(name + ".copy", text);
    }

    public static string? Body(HttpResponseMessage answer) => answer switch
    {
        { IsSuccessStatusCode: true } => answer.ReasonPhrase,
        { StatusCode: System.Net.HttpStatusCode.NotFound } => null,
        _ => throw new HttpRequestException(null, null, answer.StatusCode),
    };
}
