using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope.Endpoints;

/// <summary>Endpoints that are mapped on a builder of routes: <c>app.MapPost("/orders", …)</c>.</summary>
/// <remarks>
/// Names are looked for, and not bound: to bind a call that maps, the compiler binds its handler, for every overload.
/// </remarks>
internal sealed class MappedEndpoints
{
    public static readonly ImmutableArray<string> Maps = ImmutableArray.Create(
        "MapPost", "MapPut", "MapPatch", "MapDelete", "MapMethods");

    private static readonly ImmutableArray<string> WritingVerbs = ImmutableArray.Create(
        "POST", "PUT", "PATCH", "DELETE");

    private readonly Compilation _compilation;
    private readonly ApplicationSetup _setup;
    private readonly AuthorizationAttributes _attributes;
    private readonly RouteBuilders _builders;
    private readonly Semantics _semantics;

    public MappedEndpoints(Compilation compilation)
    {
        _compilation = compilation;
        _setup = ApplicationSetup.Of(compilation);
        _attributes = AuthorizationAttributes.Of(compilation);
        _builders = RouteBuilders.Of(compilation);
        _semantics = Semantics.Of(compilation);
    }

    /// <summary>A call of <c>MapPost</c> and kin.</summary>
    public static bool IsMap(IMethodSymbol method) =>
        method.ContainingType.Name == "EndpointRouteBuilderExtensions" && Maps.Contains(method.Name);

    /// <summary>Null where the call maps nothing, as one of a mapper between objects.</summary>
    public Endpoint? Of(InvocationExpressionSyntax map)
    {
        if (map.Expression is not MemberAccessExpressionSyntax access
            || map.ArgumentList.Arguments.Count < 2
            || !IsMap(map, access))
            return null;

        var root = RouteChains.RootOf(access.Expression);
        var builder = _semantics.DeclarationOf(root);
        var written = RouteOf(map.ArgumentList.Arguments[0].Expression);
        var route = PrefixOf(access.Expression, Trail.Start) + written;
        var function = map.ArgumentList.Arguments[^1].Expression;
        var handler = HandlerOf(function);
        var method = MethodOf(function);
        var name = NameOf(handler, method);
        return new(
            $"{Calls.NameOf(map)}(\"{written}\")",
            map,
            access.Name.GetLocation(),
            builder as object ?? RouteChains.HomeOf(map),
            root.ToString(),
            ComparedWith: RouteChains.HomeOf(map))
        {
            Route = route,
            Handler = handler,
            Namespace = map.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name.ToString() ?? "",
            IsWrite = IsWriting(map) && !(Calls.NameOf(map) == "MapPost" && EndpointNames.SaysLook(name, written)),
            IsForEverybody = EndpointNames.IsForEverybody(route) || EndpointNames.IsForEverybody(name),
            Declared = _setup.Bare(
                _builders.OfEndpoint(map).Stronger(method is null ? Protection.None : _attributes.On(method))),
            Checked = (handler is null ? Protection.Unknown : HandlerChecks.In(handler))
                .Stronger(_attributes.OnInputs(InputsOf(handler, method))),
            Inherited = _setup.Fallback,
            UsesCaller = handler is not null && CallerUse.In(handler),
            Demand = RouteChains.DemandOf(map),
        };
    }

    /// <summary>The method of a handler: bound only where it may carry attributes.</summary>
    private IMethodSymbol? MethodOf(ExpressionSyntax function) => function switch
    {
        LambdaExpressionSyntax { AttributeLists.Count: > 0 } => _semantics.Bound(function) as IMethodSymbol,
        AnonymousFunctionExpressionSyntax => null,
        _ => _semantics.MethodNamed(function),
    };

    private static string NameOf(SyntaxNode? handler, IMethodSymbol? method) => handler switch
    {
        MethodDeclarationSyntax named => named.Identifier.ValueText,
        LocalFunctionStatementSyntax local => local.Identifier.ValueText,
        _ => method?.Name ?? "",
    };

    private static bool IsWriting(InvocationExpressionSyntax map) =>
        Calls.NameOf(map) != "MapMethods"
        || WritingVerbs.Any(verb => map.ArgumentList.Arguments[1].ToString().ToUpperInvariant().Contains(verb));

    /// <summary>
    /// Called on a builder of routes. Only where this project has such a method too, the call itself must be bound,
    /// with its handler.
    /// </summary>
    private bool IsMap(InvocationExpressionSyntax map, MemberAccessExpressionSyntax access) =>
        _semantics.Declares(Calls.NameOf(map))
            ? _semantics.Bound(map) is IMethodSymbol method && IsMap(method.ReducedFrom ?? method)
            : IsBuilder(RouteChains.RootOf(access.Expression));

    /// <summary>A variable is a builder because of its type, or because of what it was made of.</summary>
    private bool IsBuilder(ExpressionSyntax root) => _semantics.DeclarationOf(root) switch
    {
        VariableDeclaratorSyntax { Initializer.Value: InvocationExpressionSyntax made } when MakesBuilder(made) => true,
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: { IsVar: false } type } } =>
            IsBuilderType(type),
        VariableDeclaratorSyntax { Initializer.Value: var value } => IsBuilder(_semantics.Bound(value)),
        ParameterSyntax { Type: { } type } => IsBuilderType(type),
        PropertyDeclarationSyntax property => IsBuilderType(property.Type),
        _ => IsBuilder(_semantics.Bound(root)),
    };

    /// <summary>
    /// <c>app.MapGroup(…)</c>, <c>WebApplication.CreateBuilder(args).Build()</c> in one or several steps.
    /// </summary>
    private static bool MakesBuilder(InvocationExpressionSyntax made) =>
        RouteChains.CallsOf(made).Any(call => Calls.NameOf(call) == "MapGroup")
        || (Calls.NameOf(made) is "Build" or "Create" && IsMadeByApplication(RouteChains.RootOf(made), Trail.Start));

    private static bool IsMadeByApplication(ExpressionSyntax root, Trail trail) =>
        root is IdentifierNameSyntax { Identifier.ValueText: "WebApplication" }
        || (root is IdentifierNameSyntax name
            && LocalNames.DeclarationOf(name) is VariableDeclaratorSyntax { Initializer.Value: var value } declaration
            && trail.TryPass(declaration, out var further) && IsMadeByApplication(RouteChains.RootOf(value), further));

    private bool IsBuilderType(TypeSyntax type) => IsBuilder(_semantics.TypeNamed(type));

    private static bool IsBuilder(ISymbol? symbol) => symbol switch
    {
        IMethodSymbol method => IsBuilder(method.ReturnType),
        ILocalSymbol local => IsBuilder(local.Type),
        IParameterSymbol parameter => IsBuilder(parameter.Type),
        IFieldSymbol field => IsBuilder(field.Type),
        IPropertySymbol property => IsBuilder(property.Type),
        ITypeSymbol type =>
            type.SelfAndBases().Concat(type.AllInterfaces).Any(known => known.Name == "IEndpointRouteBuilder"),
        _ => false,
    };

    private string RouteOf(ExpressionSyntax route) =>
        route is LiteralExpressionSyntax literal ? literal.Token.ValueText : _semantics.DeclarationOf(route) switch
        {
            VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax value } => value.Token.ValueText,
            VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field =>
                (_semantics.ModelOf(field.SyntaxTree)?.GetDeclaredSymbol(field) as IFieldSymbol)?.ConstantValue
                as string
                ?? "",
            _ => "",
        };

    /// <summary>A lambda, the method that is named in its place, or the lambda in the variable that is.</summary>
    private SyntaxNode? HandlerOf(ExpressionSyntax function) =>
        function is AnonymousFunctionExpressionSyntax ? function : _semantics.DeclarationOf(function) switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value as AnonymousFunctionExpressionSyntax,
            var method => method as MethodDeclarationSyntax ?? (SyntaxNode?)(method as LocalFunctionStatementSyntax),
        };

    private IEnumerable<ITypeSymbol> InputsOf(SyntaxNode? handler, IMethodSymbol? method) => method is not null
        ? method.Parameters.Select(parameter => parameter.Type)
        : handler is null ? Enumerable.Empty<ITypeSymbol>()
        : Bodies.ParametersOf(handler)
            .Select(parameter => parameter.Type)
            .OfType<TypeSyntax>()
            .Select(_semantics.TypeNamed)
            .OfType<ITypeSymbol>();

    /// <summary>
    /// The routes of the groups that an endpoint is mapped in, also those of the one caller that hands the group on.
    /// </summary>
    private string PrefixOf(ExpressionSyntax builder, Trail trail)
    {
        var own = string.Concat(RouteChains.CallsOf(builder).Reverse()
            .Where(call => Calls.NameOf(call) == "MapGroup" && call.ArgumentList.Arguments.Count > 0)
            .Select(call => RouteOf(call.ArgumentList.Arguments[0].Expression))
            .Where(route => route.Length > 0)
            .Select(route => route + "/"));
        return _semantics.DeclarationOf(RouteChains.RootOf(builder)) is { } declaration
            && trail.TryPass(declaration, out var further)
            && MakingOf(declaration) is { } made
            ? PrefixOf(made, further) + own
            : own;
    }

    /// <summary>What a local was made of, or what the only call of a method gives for its parameter.</summary>
    private ExpressionSyntax? MakingOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var value } => value,
        ParameterSyntax { Parent.Parent: MethodDeclarationSyntax method } parameter
            when Calls.Of(_compilation).To(method.Identifier.ValueText).Take(2).ToList() is [var only] =>
            _builders.Given(only, method.ParameterList, parameter),
        _ => null,
    };
}
