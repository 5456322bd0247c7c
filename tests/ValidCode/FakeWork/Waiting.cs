namespace Good.FakeWork.Waiting;

public interface ISource
{
    Task<int> CountAsync();

    IAsyncEnumerable<int> AllAsync();
}

public class Source(HttpClient client) : ISource
{
    public Task<int> CountAsync() => Task.FromResult(3);

    public async IAsyncEnumerable<int> AllAsync()
    {
        await Task.CompletedTask;
        yield return 1;
    }

    public async Task<string> PollAsync(string address, CancellationToken token)
    {
        while (true)
        {
            var text = await client.GetStringAsync(address, token);
            if (text.Length > 0) return text;
            await Task.Delay(1000, token);
        }
    }

    public async Task DebounceAsync(Action action)
    {
        await Task.Delay(300);
        action();
    }

    public async Task<int> BackOffAsync(int attempt)
    {
        await Task.Delay(attempt * 100);
        return attempt + 1;
    }

    public async Task SendWhenQuietAsync(Func<bool> isBusy, Action send)
    {
        while (isBusy()) await Task.Delay(50);
        // leave the line to others for a moment
        await Task.Delay(200);
        send();
    }

    public async Task YieldAsync() => await Task.Yield();
}
