using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>Endpoints that are methods of a type: actions, page handlers, hub methods, gRPC services, functions.</summary>
internal sealed class MethodEndpoints
{
    private static readonly ImmutableHashSet<string> WritingVerbs = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "POST", "PUT", "PATCH", "DELETE");

    private readonly Compilation _compilation;
    private readonly WebApplication _application;
    private readonly AuthorizationAttributes _attributes;
    private readonly INamedTypeSymbol? _controller;
    private readonly INamedTypeSymbol? _page;
    private readonly INamedTypeSymbol? _hub;
    private readonly INamedTypeSymbol? _verb;

    public MethodEndpoints(Compilation compilation, WebApplication application)
    {
        _compilation = compilation;
        _application = application;
        _attributes = AuthorizationAttributes.Of(compilation);
        _controller = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.ControllerBase");
        _page = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.RazorPages.PageModel");
        _hub = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.SignalR.Hub");
        _verb = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.Routing.HttpMethodAttribute");
        CanBeFunctions = compilation.GetTypeByMetadataName("Microsoft.Azure.Functions.Worker.FunctionAttribute") is not null
            || compilation.GetTypeByMetadataName("Microsoft.Azure.WebJobs.FunctionNameAttribute") is not null;
    }

    /// <summary>Functions stand in types without base or attribute.</summary>
    public bool CanBeFunctions { get; }

    /// <summary>A cheap look at a type: whether it may answer requests.</summary>
    public bool AreIn(INamedTypeSymbol type) => type.TypeKind == TypeKind.Class
        && (type.Inherits(_hub) || type.Inherits(_page) || IsController(type) || IsGrpcService(type) || HasFunctions(type));

    public IEnumerable<Endpoint> Of(INamedTypeSymbol type)
    {
        if (!AreIn(type)) return Enumerable.Empty<Endpoint>();
        if (type.Inherits(_hub)) return type.IsAbstract ? Enumerable.Empty<Endpoint>() : Methods(type).Select(method => OfHub(type, method));
        if (type.Inherits(_page)) return Methods(type).Where(method => method.Name.StartsWith("On", StringComparison.Ordinal)).Select(method => OfPage(type, method));
        if (IsController(type)) return type.IsAbstract ? Enumerable.Empty<Endpoint>() : Methods(type).Where(IsAction).Select(method => OfAction(type, method));
        if (IsGrpcService(type)) return Methods(type).Where(method => method.IsOverride).Select(method => OfGrpc(type, method));
        return Methods(type).Select(method => OfFunction(type, method)).OfType<Endpoint>();
    }

    private bool IsController(INamedTypeSymbol type) =>
        type.Inherits(_controller) || (_controller is not null && HasAttribute(type, "ApiControllerAttribute", "ControllerAttribute"));

    private static bool IsGrpcService(INamedTypeSymbol type) => type.BaseType is { SpecialType: not SpecialType.System_Object } service && HasAttribute(service, "BindServiceMethodAttribute");

    private bool HasFunctions(INamedTypeSymbol type) => CanBeFunctions && type.GetMembers().Any(member => HasAttribute(member, "FunctionAttribute", "FunctionNameAttribute"));

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
        : argument.Value is string verb && WritingVerbs.Contains(verb);

    private static string RouteOf(AttributeData attribute) =>
        attribute.ConstructorArguments.Select(argument => argument.Kind == TypedConstantKind.Primitive ? argument.Value as string : null).FirstOrDefault(text => text is not null) ?? "";

    private Endpoint OfPage(INamedTypeSymbol type, IMethodSymbol method)
    {
        var isWriting = method.Name.StartsWith("OnPost", StringComparison.Ordinal) || method.Name.StartsWith("OnPut", StringComparison.Ordinal)
            || method.Name.StartsWith("OnDelete", StringComparison.Ordinal) || method.Name.StartsWith("OnPatch", StringComparison.Ordinal);
        var endpoint = OfMethod(type, method, isWriting && !EndpointNames.SaysLook(method.Name.Substring("On".Length), ""), "");
        endpoint.Declared = _application.Bare(_attributes.OnWhole(type)).And(PageConventions.Of(_compilation, endpoint.Syntax.SyntaxTree.FilePath));
        endpoint.Inherited = _application.OfMapped("MapRazorPages").And(_application.OfFilters).And(_application.Fallback);
        endpoint.Demand = _attributes.DemandOn(type);
        endpoint.Family = type.ContainingNamespace;
        endpoint.IsGuardedByType = true;
        return endpoint;
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
            Checked = HandlerChecks.In(handler).And(_attributes.OnInputs(method.Parameters.Select(parameter => parameter.Type))),
            UsesCaller = CallerUse.In(handler),
            Demand = _attributes.DemandOn(method),
        };
    }

    private Protection OfWhole(INamedTypeSymbol type, IMethodSymbol method)
    {
        var own = _attributes.On(method);
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod) own = own.And(_attributes.On(overridden));
        return _application.Bare(own.And(_attributes.OnWhole(type)));
    }

    private static bool HasAttribute(ISymbol symbol, params string[] names) => symbol.GetAttributes().Any(attribute => names.Contains(attribute.AttributeClass?.Name));
}
