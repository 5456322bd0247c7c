using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>Finds every way into an application: actions, page handlers, hub methods, gRPC services, functions and mapped routes.</summary>
internal sealed class EndpointSearch
{
    private static readonly ImmutableHashSet<string> WritingVerbs = Set("POST", "PUT", "PATCH", "DELETE");

    private static readonly ImmutableArray<string> Maps = ImmutableArray.Create("MapPost", "MapPut", "MapPatch", "MapDelete", "MapMethods");

    private readonly Compilation _compilation;
    private readonly WebApplication _application;
    private readonly AuthorizationAttributes _attributes;
    private readonly INamedTypeSymbol? _controller;
    private readonly INamedTypeSymbol? _page;
    private readonly INamedTypeSymbol? _hub;
    private readonly INamedTypeSymbol? _verb;
    private readonly bool _canHoldFunctions;

    public EndpointSearch(Compilation compilation, WebApplication application)
    {
        _compilation = compilation;
        _application = application;
        _attributes = AuthorizationAttributes.Of(compilation);
        _controller = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.ControllerBase");
        _page = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.RazorPages.PageModel");
        _hub = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.SignalR.Hub");
        _canHoldFunctions = compilation.GetTypeByMetadataName("Microsoft.Azure.Functions.Worker.FunctionAttribute") is not null
            || compilation.GetTypeByMetadataName("Microsoft.Azure.WebJobs.FunctionNameAttribute") is not null;
        _verb = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.Routing.HttpMethodAttribute");
    }

    public ImmutableArray<Endpoint> All() =>
        Types(_compilation.Assembly.GlobalNamespace).SelectMany(OfType)
            .Concat(Calls.Of(_compilation).To(Maps).Select(OfMap).OfType<Endpoint>())
            .OrderBy(endpoint => endpoint.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(endpoint => endpoint.Syntax.SpanStart)
            .ToImmutableArray();

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(member));

    /// <summary>A call of <c>MapPost</c> and kin.</summary>
    public static bool IsMap(IMethodSymbol method) => method.ContainingType.Name == "EndpointRouteBuilderExtensions" && Maps.Contains(method.Name);

    /// <summary>A cheap look at a type: whether it may answer requests.</summary>
    public bool Holds(INamedTypeSymbol type) => type.TypeKind == TypeKind.Class
        && (type.Inherits(_hub) || type.Inherits(_page) || IsController(type) || IsGrpcService(type) || HasFunctions(type));

    private IEnumerable<Endpoint> OfType(INamedTypeSymbol type)
    {
        if (!Holds(type)) return Enumerable.Empty<Endpoint>();
        if (type.Inherits(_hub)) return type.IsAbstract ? Enumerable.Empty<Endpoint>() : Methods(type).Select(method => OfHub(type, method));
        if (type.Inherits(_page)) return Methods(type).Where(method => method.Name.StartsWith("On", StringComparison.Ordinal)).Select(method => OfPage(type, method));
        if (IsController(type)) return type.IsAbstract ? Enumerable.Empty<Endpoint>() : Methods(type).Where(IsAction).Select(method => OfAction(type, method));
        if (IsGrpcService(type)) return Methods(type).Where(method => method.IsOverride).Select(method => OfGrpc(type, method));
        return Methods(type).Select(method => OfFunction(type, method)).OfType<Endpoint>();
    }

    private bool IsController(INamedTypeSymbol type) =>
        type.Inherits(_controller) || (_controller is not null && HasAttribute(type, "ApiControllerAttribute", "ControllerAttribute"));

    private static bool IsGrpcService(INamedTypeSymbol type) => type.BaseType is { SpecialType: not SpecialType.System_Object } service && HasAttribute(service, "BindServiceMethodAttribute");

    private bool HasFunctions(INamedTypeSymbol type) => _canHoldFunctions && type.GetMembers().Any(member => HasAttribute(member, "FunctionAttribute", "FunctionNameAttribute"));

    private static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>()
        .Where(method => method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false } && method.DeclaringSyntaxReferences.Length > 0);

    private static bool IsAction(IMethodSymbol method) => !method.IsStatic && !HasAttribute(method, "NonActionAttribute") && !(method.IsOverride && method.Name is "Dispose" or "ToString");

    private Endpoint OfAction(INamedTypeSymbol type, IMethodSymbol method)
    {
        var verbs = method.GetAttributes().Where(attribute => attribute.AttributeClass.Inherits(_verb)).ToList();
        var route = string.Concat(verbs.Concat(method.GetAttributes().Where(attribute => attribute.AttributeClass?.Name == "RouteAttribute")).Select(RouteOf).Select(part => "/" + part));
        var isWriting = verbs.Count > 0
            ? verbs.Exists(attribute => attribute.AttributeClass!.Name is "HttpPostAttribute" or "HttpPutAttribute" or "HttpPatchAttribute" or "HttpDeleteAttribute")
            : method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "AcceptVerbsAttribute" && attribute.ConstructorArguments.Any(SaysWrite)) || EndpointNames.SaysChange(method.Name);
        var endpoint = OfMethod(type, method, isWriting && !IsPostedLook(verbs, method.Name, route), route);
        endpoint.Declared = OfWhole(type, method);
        endpoint.Inherited = _application.OfMapped("MapControllers", "MapControllerRoute", "MapDefaultControllerRoute", "MapAreaControllerRoute")
            .And(_application.OfFilters).And(_application.Fallback);
        return endpoint;
    }

    private static bool IsPostedLook(List<AttributeData> verbs, string name, string route) =>
        verbs.TrueForAll(verb => verb.AttributeClass!.Name is "HttpPostAttribute") && EndpointNames.SaysLook(name, route);

    private static bool SaysWrite(TypedConstant argument) => argument.Kind == TypedConstantKind.Array
        ? argument.Values.Any(SaysWrite)
        : argument.Value is string verb && WritingVerbs.Contains(verb.ToUpperInvariant());

    private static string RouteOf(AttributeData attribute) =>
        attribute.ConstructorArguments.Select(argument => argument.Kind == TypedConstantKind.Primitive ? argument.Value as string : null).FirstOrDefault(text => text is not null) ?? "";

    private Endpoint OfPage(INamedTypeSymbol type, IMethodSymbol method)
    {
        var isWriting = method.Name.StartsWith("OnPost", StringComparison.Ordinal) || method.Name.StartsWith("OnPut", StringComparison.Ordinal)
            || method.Name.StartsWith("OnDelete", StringComparison.Ordinal) || method.Name.StartsWith("OnPatch", StringComparison.Ordinal);
        var endpoint = OfMethod(type, method, isWriting && !EndpointNames.SaysLook(method.Name.Substring("On".Length), ""), "");
        endpoint.Declared = Bare(_attributes.OnWhole(type)).And(OfPageConventions(endpoint.Syntax.SyntaxTree.FilePath));
        endpoint.Inherited = _application.OfMapped("MapRazorPages").And(_application.OfFilters).And(_application.Fallback);
        endpoint.Demand = _attributes.DemandOn(type);
        endpoint.Family = type.ContainingNamespace;
        endpoint.IsGuardedByType = true;
        return endpoint;
    }

    /// <summary>Folders and pages that the setup names; their paths begin below the folder <c>Pages</c>.</summary>
    private Protection OfPageConventions(string file)
    {
        var path = file.Replace('\\', '/');
        return OfConventions("AuthorizeFolder", path, Protection.Presence).And(OfConventions("AuthorizePage", path, Protection.Presence))
            .And(OfConventions("AuthorizeAreaFolder", path, Protection.Presence)).And(OfConventions("AuthorizeAreaPage", path, Protection.Presence))
            .And(OfConventions("AllowAnonymousToFolder", path, Protection.Open)).And(OfConventions("AllowAnonymousToPage", path, Protection.Open));
    }

    private Protection OfConventions(string name, string file, Protection meaning) => _application.Conventions(name)
        .Where(call => Covers(call, file, isArea: name.Contains("Area")))
        .Select(call => meaning == Protection.Presence && call.ArgumentList.Arguments.Count > (name.Contains("Area") ? 2 : 1) ? Protection.Demand : meaning)
        .Aggregate(Protection.None, Protections.And);

    private static bool Covers(InvocationExpressionSyntax call, string file, bool isArea)
    {
        if (call.ArgumentList.Arguments.ElementAtOrDefault(isArea ? 1 : 0)?.Expression is not LiteralExpressionSyntax literal) return true;
        var path = literal.Token.ValueText.TrimEnd('/');
        return path.Length == 0 || file.IndexOf("/Pages" + path + "/", StringComparison.OrdinalIgnoreCase) >= 0 || file.IndexOf("/Pages" + path + ".", StringComparison.OrdinalIgnoreCase) >= 0;
    }

    private Endpoint OfHub(INamedTypeSymbol type, IMethodSymbol method)
    {
        var endpoint = OfMethod(type, method, EndpointNames.SaysChange(method.Name) && !method.IsOverride, "");
        endpoint.Declared = OfWhole(type, method);
        endpoint.Inherited = _application.OfMapped("MapHub").And(_application.Fallback);
        return endpoint;
    }

    private Endpoint OfGrpc(INamedTypeSymbol type, IMethodSymbol method)
    {
        var endpoint = OfMethod(type, method, EndpointNames.SaysChange(method.Name), "");
        endpoint.Declared = OfWhole(type, method);
        endpoint.Inherited = _application.OfMapped("MapGrpcService").And(_application.Fallback);
        return endpoint;
    }

    /// <summary>A function with an HTTP trigger that asks for no key.</summary>
    private Endpoint? OfFunction(INamedTypeSymbol type, IMethodSymbol method)
    {
        var trigger = method.Parameters.SelectMany(parameter => parameter.GetAttributes()).FirstOrDefault(attribute => attribute.AttributeClass?.Name == "HttpTriggerAttribute");
        if (trigger is null) return null;

        var isWriting = trigger.ConstructorArguments.Any(SaysWrite);
        var endpoint = OfMethod(type, method, isWriting && !EndpointNames.SaysLook(method.Name, ""), "");
        var isAnonymous = trigger.ApplicationSyntaxReference?.GetSyntax().ToString().Contains("AuthorizationLevel.Anonymous") == true;
        endpoint.Declared = isAnonymous ? OfWhole(type, method) : Protection.Demand;
        endpoint.Inherited = _application.Fallback == Protection.Unknown ? Protection.Unknown : Protection.None;
        return endpoint;
    }

    private Endpoint OfMethod(INamedTypeSymbol type, IMethodSymbol method, bool isWriting, string route)
    {
        var handler = method.DeclaringSyntaxReferences[0].GetSyntax();
        return new Endpoint
        {
            Name = $"{type.Name}.{method.Name}",
            Route = string.Concat(type.GetAttributes().Where(attribute => attribute.AttributeClass?.Name == "RouteAttribute").Select(RouteOf)) + route,
            Syntax = handler,
            Place = (handler as MethodDeclarationSyntax)?.Identifier.GetLocation() ?? handler.GetLocation(),
            Handler = handler,
            Container = type,
            ContainerName = type.Name,
            Namespace = type.ContainingNamespace.ToDisplayString(),
            Family = type,
            IsWrite = isWriting,
            IsForEverybody = !EndpointNames.SaysModification(method.Name) && EndpointNames.IsForEverybody($"{type.Name}/{method.Name}/{route}"),
            Checked = HandlerChecks.In(handler).And(method.Parameters.Select(parameter => OfInput(parameter.Type)).Aggregate(Protection.None, Protections.And)),
            UsesCaller = HandlerChecks.UseCaller(handler),
            Demand = _attributes.DemandOn(method),
        };
    }

    /// <summary>A command that carries its own demand, for the pipeline that runs it.</summary>
    private Protection OfInput(ITypeSymbol input) => input.TypeKind == TypeKind.Class && input.ContainingAssembly is { } home
        && SymbolEqualityComparer.Default.Equals(home, _compilation.Assembly) && _attributes.On(input) is Protection.Presence or Protection.Demand
            ? Protection.Demand
            : Protection.None;

    private Protection OfWhole(INamedTypeSymbol type, IMethodSymbol method)
    {
        var own = _attributes.On(method);
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod) own = own.And(_attributes.On(overridden));
        return Bare(own.And(_attributes.OnWhole(type)));
    }

    private Protection Bare(Protection protection) => protection == Protection.Presence ? _application.OfBareAuthorize : protection;

    private Endpoint? OfMap(InvocationExpressionSyntax map)
    {
        if (map.Expression is not MemberAccessExpressionSyntax access || map.ArgumentList.Arguments.Count < 2 || !IsMap(map, access)) return null;

        var semantics = Semantics.Of(_compilation);
        var name = Calls.NameOf(map);
        var route = RouteOf(map.ArgumentList.Arguments[0].Expression);
        var function = map.ArgumentList.Arguments[map.ArgumentList.Arguments.Count - 1].Expression;
        var symbol = Named(function);
        var handler = function is AnonymousFunctionExpressionSyntax ? function : symbol?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        var isWriting = name != "MapMethods" || WritingVerbs.Any(verb => map.ArgumentList.Arguments[1].ToString().ToUpperInvariant().Contains(verb));
        var root = RouteBuilders.RootOf(access.Expression);
        var prefix = Prefixes(access.Expression);
        var home = semantics.SymbolOf(root);
        var declared = Bare(RouteBuilders.Of(_compilation).OfEndpoint(map).And(symbol is null ? Protection.None : _attributes.On(symbol)));
        return new Endpoint
        {
            Name = $"{name}(\"{route}\")",
            Route = prefix + route,
            Syntax = map,
            Place = access.Name.GetLocation(),
            Handler = handler,
            Container = home is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol ? home : Home(map),
            ContainerName = root.ToString(),
            Namespace = map.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name.ToString() ?? "",
            Family = Home(map),
            IsWrite = isWriting && !(name == "MapPost" && EndpointNames.SaysLook(symbol?.Name ?? "", route)),
            IsForEverybody = EndpointNames.IsForEverybody(prefix + route) || EndpointNames.IsForEverybody(function is AnonymousFunctionExpressionSyntax ? "" : symbol?.Name ?? ""),
            Checked = (handler is null ? Protection.Unknown : HandlerChecks.In(handler))
                .And(InputsOf(function, symbol).Select(OfInput).Aggregate(Protection.None, Protections.And)),
            UsesCaller = handler is not null && HandlerChecks.UseCaller(handler),
            Declared = declared,
            Inherited = _application.Fallback,
            Demand = RouteBuilders.DemandOf(map),
        };
    }

    /// <summary>Called on a builder of routes. Only where this project has such a method too, the call itself must be bound, with its handler.</summary>
    private bool IsMap(InvocationExpressionSyntax map, MemberAccessExpressionSyntax access)
    {
        var semantics = Semantics.Of(_compilation);
        return semantics.Declares(Calls.NameOf(map))
            ? semantics.ModelOf(map.SyntaxTree)?.GetSymbolInfo(map).Symbol is IMethodSymbol method && IsMap(method.ReducedFrom ?? method)
            : IsBuilder(RouteBuilders.RootOf(access.Expression));
    }

    /// <summary>A group is a builder because it was made of one; to bind its chain of calls would cost more than all the rest.</summary>
    private bool IsBuilder(ExpressionSyntax root)
    {
        var semantics = Semantics.Of(_compilation);
        if (semantics.SymbolOf(root) is ILocalSymbol local && GroupOf(local) is { } group) return IsBuilder(RouteBuilders.RootOf(group));
        return semantics.TypeOf(root) is { } type && (type.Name == "IEndpointRouteBuilder" || type.AllInterfaces.Any(implemented => implemented.Name == "IEndpointRouteBuilder"));
    }

    private static ExpressionSyntax? GroupOf(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: InvocationExpressionSyntax value }
        && value.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(call => Calls.NameOf(call) == "MapGroup")
            ? value
            : null;

    private string RouteOf(ExpressionSyntax route) =>
        route is LiteralExpressionSyntax literal ? literal.Token.ValueText
        : Semantics.Of(_compilation).SymbolOf(route) is IFieldSymbol { HasConstantValue: true, ConstantValue: string text } ? text
        : Semantics.Of(_compilation).SymbolOf(route) is ILocalSymbol { HasConstantValue: true, ConstantValue: string local } ? local
        : "";

    /// <summary>The method that is named as a handler, or a lambda with attributes: any other lambda says all in its syntax.</summary>
    private IMethodSymbol? Named(ExpressionSyntax function)
    {
        var semantics = Semantics.Of(_compilation);
        if (function is not AnonymousFunctionExpressionSyntax) return semantics.SymbolOf(function) as IMethodSymbol;
        return function is LambdaExpressionSyntax { AttributeLists.Count: > 0 } ? semantics.ModelOf(function.SyntaxTree)?.GetSymbolInfo(function).Symbol as IMethodSymbol : null;
    }

    private IEnumerable<ITypeSymbol> InputsOf(ExpressionSyntax function, IMethodSymbol? symbol) => symbol is not null
        ? symbol.Parameters.Select(parameter => parameter.Type)
        : HandlerChecks.ParametersOf(function).Select(parameter => parameter.Type).OfType<TypeSyntax>().Select(Semantics.Of(_compilation).TypeNamed).OfType<ITypeSymbol>();

    /// <summary>The routes of the groups that an endpoint is mapped in, as far as they are written beside it.</summary>
    private string Prefixes(ExpressionSyntax builder)
    {
        var value = RouteBuilders.RootOf(builder) is IdentifierNameSyntax name
            && Semantics.Of(_compilation).SymbolOf(name)?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var initializer }
                ? initializer
                : builder;
        return string.Concat(value.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Where(call => Calls.NameOf(call) == "MapGroup")
            .Select(call => call.ArgumentList.Arguments.FirstOrDefault()?.Expression).OfType<LiteralExpressionSyntax>().Select(literal => literal.Token.ValueText + "/"));
    }

    /// <summary>The method that maps; all top-level statements are one.</summary>
    private static SyntaxNode Home(SyntaxNode map) =>
        map.FirstAncestorOrSelf<SyntaxNode>(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax) ?? map.SyntaxTree.GetRoot();

    private static bool HasAttribute(ISymbol symbol, params string[] names) => symbol.GetAttributes().Any(attribute => names.Contains(attribute.AttributeClass?.Name));

    private static ImmutableHashSet<string> Set(params string[] words) => ImmutableHashSet.Create(StringComparer.Ordinal, words);
}
