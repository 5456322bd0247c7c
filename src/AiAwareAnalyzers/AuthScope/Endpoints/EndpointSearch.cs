using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope.Endpoints;

/// <summary>
/// Finds every way into an application: actions, page handlers, hub methods, gRPC services, functions and mapped
/// routes.
/// </summary>
internal sealed class EndpointSearch
{
    private readonly Compilation _compilation;
    private readonly MethodEndpoints _methods;
    private readonly MappedEndpoints _routes;

    public EndpointSearch(Compilation compilation)
    {
        _compilation = compilation;
        _methods = new(compilation);
        _routes = new(compilation);
    }

    public ImmutableArray<Endpoint> All() =>
        _compilation.Assembly.GlobalNamespace.AllTypes().SelectMany(_methods.Of)
            .Concat(Calls.Of(_compilation).To(MappedEndpoints.Maps).Select(_routes.Of).OfType<Endpoint>())
            .InOrderOfText(static endpoint => endpoint.Syntax)
            .ToImmutableArray();

    /// <summary>A cheap look at a file: whether one of its types may answer requests, or a call may map one.</summary>
    public bool MayHold(SemanticModel file) => Calls.AreMentioned(file.SyntaxTree, ".Map")
        || file.SyntaxTree.GetRoot()
            .DescendantNodes(node =>
                node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<TypeDeclarationSyntax>()
            .Any(type => (IsMoreThanItself(type) || _methods.CanBeFunctions)
                && file.GetDeclaredSymbol(type) is { } symbol
                && _methods.AreIn(symbol));

    private static bool IsMoreThanItself(TypeDeclarationSyntax type) =>
        type.BaseList is not null || type.AttributeLists.Count > 0 || type.Modifiers.Any(SyntaxKind.PartialKeyword);
}
