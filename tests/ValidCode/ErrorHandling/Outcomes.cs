namespace ValidCode.ErrorHandling;

/// <summary>Calls that tell whether they worked, to somebody who looks, or who need not.</summary>
public sealed class Outcomes(HttpClient client)
{
    private readonly HashSet<string> _seen = [];
    private Outcome _last = new(true, null);

    public sealed record Outcome(bool IsSuccess, string? Error)
    {
        public Outcome Then(Action next)
        {
            if (IsSuccess) next();
            return this;
        }
    }

    public void Remember(string name)
    {
        _seen.Add(name);
        _seen.Remove("");
        Accept(name).Then(() => _seen.Clear());
    }

    /// <summary>What is there already may stay, and what is full is told.</summary>
    public void Take(string name)
    {
        TryRemember(name);
        if (!TryReserve(name)) throw new InvalidOperationException("Nothing is left.");
    }

    private bool TryRemember(string name) => name.Length > 0 && _seen.Add(name);

    private bool TryReserve(string name)
    {
        if (!_seen.Contains(name)) return false;
        _seen.Remove(name);
        return true;
    }

    public async Task<Outcome> SendAsync(string text)
    {
        using var response = await client.PostAsync("orders", new StringContent(text));
        response.EnsureSuccessStatusCode();
        _last = Accept(text);
        return _last;
    }

    public async Task SendTwiceAsync(string text)
    {
        var first = await SendAsync(text);
        if (!first.IsSuccess) throw new InvalidOperationException(first.Error);
        _ = await SendAsync(text);
    }

    /// <summary>A limit of time and a wish of the caller are told apart.</summary>
    public async Task<string> ReadAsync(CancellationToken token)
    {
        try
        {
            return await client.GetStringAsync("orders", token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return "";
        }
    }

    private Outcome Accept(string name) => new(name.Length > 0, null);
}
