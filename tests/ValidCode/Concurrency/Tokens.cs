namespace ValidCode.Concurrency;

/// <summary>Tokens that are passed on, asked, linked, or left alone for a reason.</summary>
public sealed class Tokens(HttpClient client)
{
    public Task<string> LoadAsync(Uri page, CancellationToken cancellationToken) =>
        client.GetStringAsync(page, cancellationToken);

    public async Task<string> LoadInTimeAsync(Uri page, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(10));
        return await client.GetStringAsync(page, limit.Token);
    }

    /// <summary>What was begun is put down, whoever has left.</summary>
    public async Task FinishAsync(string path, string text, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await File.WriteAllTextAsync(path, text, CancellationToken.None);
    }

    public async Task NoteAsync(string path, string text, CancellationToken cancellationToken)
    {
        // A note is written even if the request has been cancelled.
        await File.WriteAllTextAsync(path, text, CancellationToken.None);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The limit is for one page only; what was loaded is noted without it.</summary>
    public async Task LoadAllAsync(Uri[] pages, string path, CancellationToken cancellationToken)
    {
        foreach (var page in pages)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
            var text = await client.GetStringAsync(page, both.Token);
            await File.AppendAllTextAsync(path, text, cancellationToken);
        }
    }

    /// <summary>The time is looked at between the pages, so that none is left half done.</summary>
    public async Task LoadForAsync(TimeSpan time, Queue<Uri> pages, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(time);
        while (!limit.IsCancellationRequested && pages.TryDequeue(out var page))
        {
            await client.GetStringAsync(page, cancellationToken);
        }
    }
}
