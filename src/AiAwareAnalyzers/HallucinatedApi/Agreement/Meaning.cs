using AiAwareAnalyzers.HallucinatedApi.Documents;
using AiAwareAnalyzers.HallucinatedApi.Requests;

namespace AiAwareAnalyzers.HallucinatedApi.Agreement;

/// <summary>What the documents of a project say of one request.</summary>
internal sealed class Meaning
{
    private readonly ImmutableArray<(Contract Contract, PathMatch Match)> _matches;
    private readonly ImmutableArray<Contract> _asked;
    private readonly HttpRequest _request;

    public Meaning(HttpRequest request, RequestPath path, Contracts contracts)
    {
        _request = request;
        Path = path;
        _asked = contracts.All.Where(contract => MayServe(contract.Document, path)).ToImmutableArray();
        _matches = _asked
            .SelectMany(contract => PathMatch.In(contract.Document, path).Select(match => (contract, match)))
            .OrderByDescending(pair => pair.match.Score)
            .ToImmutableArray();
        Found = Best(_matches.SelectMany(pair => pair.Match.Path.Operations
            .Where(operation => operation.Method == request.Method)
            .Select(operation => (pair.Contract, pair.Match, operation))));
    }

    public RequestPath Path { get; }

    /// <summary>The operation that is meant; null where there is none, or several.</summary>
    public (Contract Contract, ApiOperation Operation)? Found { get; }

    /// <summary>The operation and its document, for a message.</summary>
    public string Where => Found is var (contract, operation) ? $"'{operation.Name}' of {contract.Name}" : "";

    /// <summary>A path or a method that no document has.</summary>
    public Flaw? Missing(Harms harms)
    {
        if (_matches.IsEmpty) return MissingPath(harms);
        var (contract, match) = _matches[0];
        if (Found is not null || !match.IsCertain || !contract.Document.IsWhole || Path.HasOpenEnd) return null;
        var same = _matches.TakeWhile(pair => pair.Match.Score == match.Score).ToList();
        if (same.Count > 1 || IsKnown(_request.Method)) return null;
        var methods = match.Path.Operations.Select(operation => operation.Method).ToList();
        return methods.Count == 0 ? null : new(
            _request.Place,
            $"{contract.Name} has no {_request.Method} for '{match.Path.Template}'",
            harms.OfMethod,
            $"it has {string.Join(" and ", methods)}");
    }

    private bool IsKnown(string method) =>
        method is "HEAD" or "OPTIONS" or "TRACE"
        || _matches.Any(pair => pair.Match.Path.Operations.Any(operation => operation.Method == method));

    private Flaw? MissingPath(Harms harms)
    {
        var near = _asked
            .Select(contract => (Contract: contract, Path: PathMisses.NearestIn(contract.Document, Path)))
            .Where(pair => pair.Path is not null)
            .ToList();
        return near.Count != 1 ? null : new(
            _request.Place,
            $"{near[0].Contract.Name} has no path '{Path.Text}'",
            harms.OfPath,
            $"the nearest is '{near[0].Path!.Template}'");
    }

    /// <summary>Whether the document speaks of the host that the address names; this machine may be any.</summary>
    private static bool MayServe(ApiDocument document, RequestPath path) =>
        path.Host is null or "localhost" or "127.0.0.1" || document.Hosts.Contains(path.Host);

    private static (Contract Contract, ApiOperation Operation)? Best(
        IEnumerable<(Contract Contract, PathMatch Match, ApiOperation Operation)> found)
    {
        var best = found.Take(2).ToList();
        return best.Count == 0 || (best.Count == 2 && best[0].Match.Score == best[1].Match.Score)
            ? null
            : (best[0].Contract, best[0].Operation);
    }
}

/// <summary>What comes of a request that no document has.</summary>
internal sealed record Harms(string OfPath, string OfMethod)
{
    public static readonly Harms OfClient = new("the request is answered with 404", "the request is answered with 405");

    public static readonly Harms OfServer = new("no client knows of it", "no client knows of it");
}
