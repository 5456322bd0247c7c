using System.Collections.Concurrent;
using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.AuthScope.Endpoints;

/// <summary>The endpoints of a web application. Learned as a whole, when the first of them is asked for.</summary>
internal sealed class WebApplication
{
    private readonly ApplicationSetup _setup;
    private readonly EndpointSearch _search;
    private readonly Lazy<ImmutableArray<Endpoint>> _endpoints;
    private readonly Lazy<ILookup<SyntaxTree, Endpoint>> _byFile;
    private readonly Lazy<Dictionary<SyntaxNode, Endpoint>> _byHandler;
    private readonly Lazy<ILookup<object, Endpoint>> _writesByFamily;
    private readonly ConcurrentDictionary<SyntaxTree, bool> _mayHold = new();

    private WebApplication(Compilation compilation)
    {
        IsPossible = AspNetCore.Of(compilation).IsThere;
        _setup = ApplicationSetup.Of(compilation);
        _search = new(compilation);
        _endpoints = new(_search.All);
        _byFile = new(() => Endpoints.ToLookup(endpoint => endpoint.Syntax.SyntaxTree));
        _byHandler = new(() => Endpoints.Where(endpoint => endpoint.Handler is not null)
            .GroupBy(endpoint => endpoint.Handler!)
            .ToDictionary(group => group.Key, group => group.First()));
        _writesByFamily = new(() =>
            Endpoints.Where(endpoint => endpoint is { IsWrite: true, IsForEverybody: false })
                .ToLookup(endpoint => endpoint.ComparedWith));
    }

    public static WebApplication Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new WebApplication(c));

    /// <summary>Whether the framework is there at all.</summary>
    public bool IsPossible { get; }

    public ImmutableArray<Endpoint> Endpoints => _endpoints.Value;

    /// <summary>The endpoints of a file, which is looked at before the application is: most files hold none.</summary>
    public IEnumerable<Endpoint> EndpointsIn(SemanticModel file) =>
        _mayHold.GetOrAdd(file.SyntaxTree, _ => _search.MayHold(file))
            ? _byFile.Value[file.SyntaxTree]
            : Enumerable.Empty<Endpoint>();

    /// <summary>The endpoint that a method or function answers; null where it answers none.</summary>
    public Endpoint? AnsweredBy(SyntaxNode handler) =>
        _byHandler.Value.TryGetValue(handler, out var endpoint) ? endpoint : null;

    /// <summary>The endpoints that change data beside one, and itself.</summary>
    public IEnumerable<Endpoint> WritesBeside(Endpoint endpoint) => _writesByFamily.Value[endpoint.ComparedWith];

    /// <summary>Whether anybody ever finds out who is asking.</summary>
    public bool Authenticates =>
        _setup.Authenticates
        || Endpoints.Any(endpoint => endpoint.Declared is Protection.Presence or Protection.Demand);
}
