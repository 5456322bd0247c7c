using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>Endpoints that are mapped on a builder of routes: <c>app.MapPost("/orders", …)</c>.</summary>
/// <remarks>Names are looked for, and not bound: to bind a call that maps, the compiler binds its handler, for every overload.</remarks>
internal sealed class MappedEndpoints
{
    public static readonly ImmutableArray<string> Maps = ImmutableArray.Create("MapPost", "MapPut", "MapPatch", "MapDelete", "MapMethods");

    private static readonly ImmutableArray<string> WritingVerbs = ImmutableArray.Create("POST", "PUT", "PATCH", "DELETE");

    private readonly WebApplication _application;
    private readonly AuthorizationAttributes _attributes;
    private readonly RouteBuilders _builders;
    private readonly Semantics _semantics;

    public MappedEndpoints(Compilation compilation, WebApplication application)
    {
        _application = application;
        _attributes = AuthorizationAttributes.Of(compilation);
        _builders = RouteBuilders.Of(compilation);
        _semantics = Semantics.Of(compilation);
    }

    /// <summary>A call of <c>MapPost</c> and kin.</summary>
    public static bool IsMap(IMethodSymbol method) => method.ContainingType.Name == "EndpointRouteBuilderExtensions" && Maps.Contains(method.Name);

    /// <summary>Null where the call maps nothing, as one of a mapper between objects.</summary>
    public Endpoint? Of(InvocationExpressionSyntax map)
    {
        if (map.Expression is not MemberAccessExpressionSyntax access || map.ArgumentList.Arguments.Count < 2 || !IsMap(map, access)) return null;

        var root = RouteChains.RootOf(access.Expression);
        var builder = _semantics.DeclarationOf(root);
        var endpoint = new Endpoint
        {
            Syntax = map,
            Place = access.Name.GetLocation(),
            Container = builder as object ?? RouteChains.HomeOf(map),
            ContainerName = root.ToString(),
            Namespace = map.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name.ToString() ?? "",
            Family = RouteChains.HomeOf(map),
            Inherited = _application.Fallback,
            Demand = RouteChains.DemandOf(map),
        };
        AddHandler(endpoint, map, RouteOf(map.ArgumentList.Arguments[0].Expression), PrefixOf(access.Expression, builder));
        return endpoint;
    }

    private void AddHandler(Endpoint endpoint, InvocationExpressionSyntax map, string route, string prefix)
    {
        var function = map.ArgumentList.Arguments[map.ArgumentList.Arguments.Count - 1].Expression;
        var handler = HandlerOf(function);
        var method = function is LambdaExpressionSyntax { AttributeLists.Count: > 0 } ? _semantics.Bound(function) as IMethodSymbol
            : function is AnonymousFunctionExpressionSyntax ? null
            : _semantics.MethodNamed(function);
        var name = handler switch
        {
            MethodDeclarationSyntax named => named.Identifier.ValueText,
            LocalFunctionStatementSyntax local => local.Identifier.ValueText,
            _ => method?.Name ?? "",
        };

        endpoint.Name = $"{Calls.NameOf(map)}(\"{route}\")";
        endpoint.Route = prefix + route;
        endpoint.Handler = handler;
        endpoint.IsWrite = IsWriting(map) && !(Calls.NameOf(map) == "MapPost" && EndpointNames.SaysLook(name, route));
        endpoint.IsForEverybody = EndpointNames.IsForEverybody(prefix + route) || EndpointNames.IsForEverybody(name);
        endpoint.Declared = _application.Bare(_builders.OfEndpoint(map).And(method is null ? Protection.None : _attributes.On(method)));
        endpoint.Checked = (handler is null ? Protection.Unknown : HandlerChecks.In(handler)).And(_attributes.OnInputs(InputsOf(handler, method)));
        endpoint.UsesCaller = handler is not null && CallerUse.In(handler);
    }

    private static bool IsWriting(InvocationExpressionSyntax map) =>
        Calls.NameOf(map) != "MapMethods" || WritingVerbs.Any(verb => map.ArgumentList.Arguments[1].ToString().ToUpperInvariant().Contains(verb));

    /// <summary>Called on a builder of routes. Only where this project has such a method too, the call itself must be bound, with its handler.</summary>
    private bool IsMap(InvocationExpressionSyntax map, MemberAccessExpressionSyntax access) => _semantics.Declares(Calls.NameOf(map))
        ? _semantics.Bound(map) is IMethodSymbol method && IsMap(method.ReducedFrom ?? method)
        : IsBuilder(RouteChains.RootOf(access.Expression));

    /// <summary>A variable is a builder because of its type, or because of what it was made of.</summary>
    private bool IsBuilder(ExpressionSyntax root) => _semantics.DeclarationOf(root) switch
    {
        VariableDeclaratorSyntax { Initializer.Value: InvocationExpressionSyntax made } when MakesBuilder(made) => true,
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: { IsVar: false } type } } => IsBuilderType(type),
        VariableDeclaratorSyntax { Initializer.Value: var value } => IsBuilder(_semantics.Bound(value)),
        ParameterSyntax { Type: { } type } => IsBuilderType(type),
        PropertyDeclarationSyntax property => IsBuilderType(property.Type),
        _ => IsBuilder(_semantics.Bound(root)),
    };

    /// <summary><c>app.MapGroup(…)</c>, <c>WebApplication.CreateBuilder(args).Build()</c> in one or several steps.</summary>
    private bool MakesBuilder(InvocationExpressionSyntax made) =>
        RouteChains.CallsOf(made).Any(call => Calls.NameOf(call) == "MapGroup")
        || (Calls.NameOf(made) is "Build" or "Create" && IsMadeByApplication(RouteChains.RootOf(made)));

    private bool IsMadeByApplication(ExpressionSyntax root) => root is IdentifierNameSyntax { Identifier.ValueText: "WebApplication" }
        || (root is IdentifierNameSyntax name && LocalNames.DeclarationOf(name) is VariableDeclaratorSyntax { Initializer.Value: var value } && IsMadeByApplication(RouteChains.RootOf(value)));

    private bool IsBuilderType(TypeSyntax type) => IsBuilder(_semantics.TypeNamed(type));

    private static bool IsBuilder(ISymbol? symbol) => symbol switch
    {
        IMethodSymbol method => IsBuilder(method.ReturnType),
        ILocalSymbol local => IsBuilder(local.Type),
        IParameterSymbol parameter => IsBuilder(parameter.Type),
        IFieldSymbol field => IsBuilder(field.Type),
        IPropertySymbol property => IsBuilder(property.Type),
        ITypeSymbol type => type.SelfAndBases().Concat(type.AllInterfaces).Any(known => known.Name == "IEndpointRouteBuilder"),
        _ => false,
    };

    private string RouteOf(ExpressionSyntax route) => route is LiteralExpressionSyntax literal ? literal.Token.ValueText : _semantics.DeclarationOf(route) switch
    {
        VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax value } => value.Token.ValueText,
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field => (_semantics.ModelOf(field.SyntaxTree)?.GetDeclaredSymbol(field) as IFieldSymbol)?.ConstantValue as string ?? "",
        _ => "",
    };

    /// <summary>A lambda, the method that is named in its place, or the lambda in the variable that is.</summary>
    private SyntaxNode? HandlerOf(ExpressionSyntax function) => function is AnonymousFunctionExpressionSyntax ? function : _semantics.DeclarationOf(function) switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value as AnonymousFunctionExpressionSyntax,
        var method => method as MethodDeclarationSyntax ?? (SyntaxNode?)(method as LocalFunctionStatementSyntax),
    };

    private IEnumerable<ITypeSymbol> InputsOf(SyntaxNode? handler, IMethodSymbol? method) => method is not null
        ? method.Parameters.Select(parameter => parameter.Type)
        : handler is null ? Enumerable.Empty<ITypeSymbol>()
        : Functions.ParametersOf(handler).Select(parameter => parameter.Type).OfType<TypeSyntax>().Select(_semantics.TypeNamed).OfType<ITypeSymbol>();

    /// <summary>The routes of the groups that an endpoint is mapped in, as far as they are written beside it.</summary>
    private static string PrefixOf(ExpressionSyntax builder, SyntaxNode? declaration)
    {
        var made = declaration is VariableDeclaratorSyntax { Initializer.Value: var value } ? value : null;
        return string.Concat(new[] { made, builder }.OfType<ExpressionSyntax>().Select(RouteChains.CallsOf).SelectMany(calls => calls.Reverse())
            .Where(call => Calls.NameOf(call) == "MapGroup")
            .Select(call => call.ArgumentList.Arguments.FirstOrDefault()?.Expression).OfType<LiteralExpressionSyntax>().Select(literal => literal.Token.ValueText + "/"));
    }
}
