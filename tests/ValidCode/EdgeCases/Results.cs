using System.Net;

namespace ValidCode.EdgeCases;

/// <summary>Results that are asked before their value is taken.</summary>
public sealed class Results(IShelf shelf)
{
    public string Asked(int id)
    {
        var result = shelf.Find(id);
        return result.IsSuccess ? result.Data!.Title : throw new KeyNotFoundException($"There is no book {id}.");
    }

    public string Refused(int id)
    {
        var result = shelf.Find(id);
        if (!result.IsSuccess) throw new KeyNotFoundException($"There is no book {id}.");
        return result.Data!.Title;
    }

    public string Matched(int id) => shelf.Find(id) is { IsSuccess: true } result
        ? result.Data!.Title
        : throw new KeyNotFoundException($"There is no book {id}.");

    public string Looked(int id)
    {
        var result = shelf.Find(id);
        if (result.Data is null) throw new KeyNotFoundException($"There is no book {id}.");
        return result.Data!.Title;
    }

    public string Told(int id)
    {
        var result = shelf.Find(id);
        if (result.Errors.Count > 0) throw new KeyNotFoundException(result.Errors[0]);
        return result.Data!.Title;
    }

    /// <summary>The status is the same question under another name.</summary>
    public string OfStatus(int id)
    {
        var (result, status) = shelf.Ask(id);
        if (status != HttpStatusCode.OK) throw new KeyNotFoundException($"There is no book {id}.");
        return result!.Data!.Title;
    }

    public string Thrown(int id)
    {
        var result = shelf.Find(id);
        ThrowIfFailed(result);
        return result.Data!.Title;
    }

    /// <summary>Whoever gives it has asked.</summary>
    public string Given(Result<Volume> result) => result.Data!.Title;

    private static void ThrowIfFailed(Result<Volume> result)
    {
        if (!result.IsSuccess) throw new InvalidOperationException("It failed.");
    }
}

public interface IShelf
{
    Result<Volume> Find(int id);

    (Result<Volume>? Result, HttpStatusCode Status) Ask(int id);
}

public sealed record Volume(string Title);

public sealed class Result<T>
    where T : class
{
    public bool IsSuccess { get; init; }

    public T? Data { get; init; }

    public List<string> Errors { get; init; } = [];
}
