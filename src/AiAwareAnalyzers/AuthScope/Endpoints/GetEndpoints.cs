using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope.Endpoints;

/// <summary>What a browser runs by following a link: endpoints that answer to GET.</summary>
internal sealed class GetEndpoints
{
    private static readonly ImmutableArray<string> Verbs = ImmutableArray.Create(
        "HttpPost", "HttpPut", "HttpPatch", "HttpDelete", "HttpHead", "HttpOptions", "AcceptVerbs");

    private readonly Lazy<ILookup<SyntaxTree, Endpoint>> _byFile;

    private readonly Lazy<ILookup<object, Endpoint>> _byHome;

    private GetEndpoints(Compilation compilation)
    {
        var all = new Lazy<ImmutableArray<Endpoint>>(() =>
            WebApplication.Of(compilation).Endpoints.Where(IsGet).Concat(Mapped(compilation)).ToImmutableArray());
        _byFile = new(() => all.Value.ToLookup(endpoint => endpoint.Syntax.SyntaxTree));
        _byHome = new(() => all.Value.ToLookup(endpoint => endpoint.ComparedWith));
    }

    public static GetEndpoints Of(Compilation compilation) => Facts.Of(compilation, static c => new GetEndpoints(c));

    /// <summary>Shows a rule every endpoint that answers to GET, once per file.</summary>
    public static void Register(
        CompilationStartAnalysisContext start, Action<Endpoint, SemanticModelAnalysisContext> visit)
    {
        var application = WebApplication.Of(start.Compilation);
        if (!application.IsPossible || TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterSemanticModelAction(context =>
        {
            if (!Calls.AreMentioned(context.SemanticModel.SyntaxTree, "MapGet")
                && !application.EndpointsIn(context.SemanticModel).Any()) return;

            foreach (var endpoint in Of(context.SemanticModel.Compilation).In(context.SemanticModel.SyntaxTree))
                visit(endpoint, context);
        });
    }

    /// <summary>Those that have their home in common with another endpoint.</summary>
    public IEnumerable<Endpoint> Beside(Endpoint endpoint) => _byHome.Value[endpoint.ComparedWith];

    private IEnumerable<Endpoint> In(SyntaxTree file) => _byFile.Value[file];

    private static IEnumerable<Endpoint> Mapped(Compilation compilation)
    {
        var routes = new MappedEndpoints(compilation);
        return Calls.Of(compilation).To("MapGet").Select(routes.Of).OfType<Endpoint>();
    }

    /// <summary>An action with <c>[HttpGet]</c>, or with no verb at all; a page's <c>OnGet</c>.</summary>
    private static bool IsGet(Endpoint endpoint)
    {
        if (endpoint.Syntax is not MethodDeclarationSyntax method) return false;
        if (endpoint.IsGuardedByType)
            return method.Identifier.ValueText.StartsWith("OnGet", StringComparison.Ordinal);

        var attributes = method.AttributeLists.SelectMany(list => list.Attributes)
            .Select(attribute => Calls.NameOf(attribute.Name))
            .ToList();
        return attributes.Contains("HttpGet")
            || (endpoint.Container is INamedTypeSymbol type
                && IsConventional(type)
                && !attributes.Exists(Verbs.Contains));
    }

    /// <summary>A controller whose actions are reached by their names, with every verb.</summary>
    private static bool IsConventional(INamedTypeSymbol type) =>
        type.SelfAndBases().Any(self => self is
            { Name: "Controller", ContainingNamespace: { Name: "Mvc", ContainingNamespace.Name: "AspNetCore" } })
        && !type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ApiControllerAttribute");
}
