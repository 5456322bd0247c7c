using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>Finds every way into an application: actions, page handlers, hub methods, gRPC services, functions and mapped routes.</summary>
internal sealed class EndpointSearch
{
    private readonly Compilation _compilation;
    private readonly MethodEndpoints _methods;
    private readonly MappedEndpoints _routes;

    public EndpointSearch(Compilation compilation, WebApplication application)
    {
        _compilation = compilation;
        _methods = new(compilation, application);
        _routes = new(compilation, application);
    }

    public ImmutableArray<Endpoint> All() =>
        Types(_compilation.Assembly.GlobalNamespace).SelectMany(_methods.Of)
            .Concat(Calls.Of(_compilation).To(MappedEndpoints.Maps).Select(_routes.Of).OfType<Endpoint>())
            .OrderBy(endpoint => endpoint.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(endpoint => endpoint.Syntax.SpanStart)
            .ToImmutableArray();

    /// <summary>A cheap look at a type: whether it may answer requests.</summary>
    public bool Holds(INamedTypeSymbol type) => _methods.AreIn(type);

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(member));
}
