namespace ValidCode.EdgeCases;

/// <summary>Tasks that are never null, and tasks that say that they may be.</summary>
public sealed class Tasks(IReader? reader)
{
    private Task<string>? _running;

    public Task<string?> NothingAsync() => Task.FromResult<string?>(null);

    public Task DoneAsync(bool skip) => skip ? Task.CompletedTask : Task.Delay(1);

    public async Task<string?> FoundAsync(bool there)
    {
        await Task.Yield();
        if (!there) return null;
        return "there";
    }

    /// <summary>The type says it: whoever calls asks.</summary>
    public Task<string>? Running() => _running;

    public Task<string>? Started(bool started) => started ? _running : null;

    public ValueTask<string> EmptyAsync() => default;

    public async Task ReadAsync()
    {
        await (reader?.ReadAsync() ?? Task.CompletedTask);
        if (reader is not null) await reader.ReadAsync();
        _running ??= Task.FromResult("started");
        await _running;
    }

    public async Task<string?> TextAsync() => reader is null ? null : await reader.TextAsync();

    public int Count()
    {
        var count = 0;
        foreach (var line in reader?.Lines ?? []) count += line.Length;
        if (reader is not null)
            foreach (var line in reader.Lines) count += line.Length;
        return count;
    }

    public Func<Task<string?>> Later() => () => Task.FromResult<string?>(null);
}

public interface IReader
{
    IReadOnlyList<string> Lines { get; }

    Task ReadAsync();

    Task<string> TextAsync();
}
