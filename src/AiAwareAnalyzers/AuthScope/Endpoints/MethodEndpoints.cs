using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope.Endpoints;

/// <summary>
/// Endpoints that are methods of a type: actions, page handlers, hub methods, gRPC services, functions.
/// </summary>
internal sealed class MethodEndpoints
{
    private static readonly ImmutableHashSet<string> WritingVerbs = WordSet.IgnoringCase("POST PUT PATCH DELETE");

    /// <summary>Words by which a filter says that it is about who is calling.</summary>
    private static readonly ImmutableHashSet<string> AboutCallers = WordSet.Of(
        "auth authenticate authenticated authentication authorization authorize authorized jwt login");

    private readonly Compilation _compilation;
    private readonly ApplicationSetup _setup;
    private readonly AuthorizationAttributes _attributes;
    private readonly AspNetCore _framework;
    private readonly INamedTypeSymbol? _verb;

    public MethodEndpoints(Compilation compilation)
    {
        _compilation = compilation;
        _setup = ApplicationSetup.Of(compilation);
        _attributes = AuthorizationAttributes.Of(compilation);
        _framework = AspNetCore.Of(compilation);
        _verb = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.Routing.HttpMethodAttribute");
        CanBeFunctions =
            compilation.GetTypeByMetadataName("Microsoft.Azure.Functions.Worker.FunctionAttribute") is not null
            || compilation.GetTypeByMetadataName("Microsoft.Azure.WebJobs.FunctionNameAttribute") is not null;
    }

    /// <summary>Functions stand in types without base or attribute.</summary>
    public bool CanBeFunctions { get; }

    /// <summary>A cheap look at a type: whether it may answer requests.</summary>
    public bool AreIn(INamedTypeSymbol type) => type.TypeKind == TypeKind.Class
        && (_framework.IsHub(type)
            || _framework.IsPage(type)
            || _framework.IsController(type)
            || IsGrpcService(type)
            || HasFunctions(type));

    public IEnumerable<Endpoint> Of(INamedTypeSymbol type)
    {
        if (!AreIn(type)) return Enumerable.Empty<Endpoint>();
        if (_framework.IsHub(type))
            return type.IsAbstract ? Enumerable.Empty<Endpoint>() : Methods(type).Select(method => OfHub(type, method));
        if (_framework.IsPage(type))
            return Methods(type)
                .Where(method => method.Name.StartsWith("On", StringComparison.Ordinal))
                .Select(method => OfPage(type, method));
        if (_framework.IsController(type)) return type.IsAbstract
            ? Enumerable.Empty<Endpoint>()
            : Methods(type).Where(IsAction).Select(method => OfAction(type, method));
        if (IsGrpcService(type))
            return Methods(type).Where(method => method.IsOverride).Select(method => OfGrpc(type, method));
        return Methods(type).Select(method => OfFunction(type, method)).OfType<Endpoint>();
    }

    private static bool IsGrpcService(INamedTypeSymbol type) =>
        type.BaseType is { SpecialType: not SpecialType.System_Object } service
        && HasAttribute(service, "BindServiceMethodAttribute");

    private bool HasFunctions(INamedTypeSymbol type) =>
        CanBeFunctions
        && type.GetMembers().Any(member => HasAttribute(member, "FunctionAttribute", "FunctionNameAttribute"));

    private static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>()
            .Where(method =>
                method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public,
                    IsImplicitlyDeclared: false }
                && method.DeclaringSyntaxReferences.Length > 0);

    private static bool IsAction(IMethodSymbol method) =>
        !method.IsStatic
        && !AspNetCore.IsNoAction(method)
        && !(method.IsOverride && method.Name is "Dispose" or "ToString");

    private Endpoint OfAction(INamedTypeSymbol type, IMethodSymbol method)
    {
        var verbs = method.GetAttributes().Where(attribute => attribute.AttributeClass.Inherits(_verb)).ToList();
        var route = string.Concat(
            verbs.Concat(method.GetAttributes().Where(attribute => attribute.AttributeClass?.Name == "RouteAttribute"))
                .Select(RouteOf)
                .Select(part => "/" + part));
        var isWriting = verbs.Count > 0
            ? verbs.Exists(IsWritingVerb) && (verbs.TrueForAll(IsWritingVerb) || EndpointNames.SaysChange(method.Name))
            : method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "AcceptVerbsAttribute"
                && attribute.ConstructorArguments.Any(SaysWrite))
                || EndpointNames.SaysChange(method.Name);
        var isWrite = isWriting && !IsPostedLook(verbs, method.Name, route) && !IsSubscription(method);
        return OfMethod(type, method, isWrite, route) with
        {
            Declared = OfWhole(type, method),
            Inherited = _setup.OfMapped(
                "MapControllers", "MapControllerRoute", "MapDefaultControllerRoute", "MapAreaControllerRoute")
                .Stronger(_setup.OfFilters).Stronger(_setup.Fallback)
                .Stronger(FiltersCallers(type) ? Protection.Unknown : Protection.None),
        };
    }

    /// <summary>One of several verbs may be a mere look: <c>[HttpGet, HttpPost]</c>.</summary>
    private static bool IsWritingVerb(AttributeData verb) =>
        verb.AttributeClass!.Name is "HttpPostAttribute" or "HttpPutAttribute" or "HttpPatchAttribute"
            or "HttpDeleteAttribute";

    /// <summary>
    /// What a controller, or one that it derives from, does before each action, and what is said there of callers.
    /// </summary>
    private static bool FiltersCallers(INamedTypeSymbol type) =>
        type.SelfAndBases()
            .SelectMany(static owner =>
                owner.GetMembers("OnActionExecuting").Concat(owner.GetMembers("OnActionExecutionAsync")))
            .Where(static member => member.IsOverride)
            .SelectMany(static filter => filter.DeclaringSyntaxReferences)
            .SelectMany(static filter => filter.GetSyntax().DescendantTokens())
            .Any(static token => Words.Of(token.ValueText).Any(AboutCallers.Contains));

    private static bool IsPostedLook(List<AttributeData> verbs, string name, string route) =>
        verbs.TrueForAll(verb => verb.AttributeClass!.Name is "HttpPostAttribute")
        && EndpointNames.SaysLook(name, route);

    /// <summary>A message of a broker comes by way of the program beside this one, and no user calls for it.</summary>
    private static bool IsSubscription(IMethodSymbol method) => HasAttribute(method, "TopicAttribute");

    private static bool SaysWrite(TypedConstant argument) => argument.Kind == TypedConstantKind.Array
        ? argument.Values.Any(SaysWrite)
        : argument.Value is string verb && WritingVerbs.Contains(verb);

    private static string RouteOf(AttributeData attribute) =>
        attribute.ConstructorArguments.Select(argument =>
            argument.Kind == TypedConstantKind.Primitive ? argument.Value as string : null)
            .FirstOrDefault(text => text is not null)
        ?? "";

    private Endpoint OfPage(INamedTypeSymbol type, IMethodSymbol method)
    {
        var isWriting = method.Name.StartsWith("OnPost", StringComparison.Ordinal)
            || method.Name.StartsWith("OnPut", StringComparison.Ordinal)
            || method.Name.StartsWith("OnDelete", StringComparison.Ordinal)
            || method.Name.StartsWith("OnPatch", StringComparison.Ordinal);
        var endpoint = OfMethod(
            type, method, isWriting && !EndpointNames.SaysLook(method.Name.Substring("On".Length), ""), "");
        return endpoint with
        {
            Declared = _setup.Bare(_attributes.OnWhole(type))
                .Stronger(PageConventions.Of(_compilation, endpoint.Syntax.SyntaxTree.FilePath)),
            Inherited = _setup.OfMapped("MapRazorPages").Stronger(_setup.OfFilters).Stronger(_setup.Fallback),
            Demand = _attributes.DemandOn(type),
            ComparedWith = type.ContainingNamespace,
            IsGuardedByType = true,
        };
    }

    private Endpoint OfHub(INamedTypeSymbol type, IMethodSymbol method) =>
        OfMethod(type, method, EndpointNames.SaysChange(method.Name) && !method.IsOverride, "") with
        {
            Declared = OfWhole(type, method),
            Inherited = _setup.OfMapped("MapHub").Stronger(_setup.Fallback),
        };

    private Endpoint OfGrpc(INamedTypeSymbol type, IMethodSymbol method) =>
        OfMethod(type, method, EndpointNames.SaysChange(method.Name), "") with
        {
            Declared = OfWhole(type, method),
            Inherited = _setup.OfMapped("MapGrpcService").Stronger(_setup.Fallback),
        };

    /// <summary>A function with an HTTP trigger that asks for no key.</summary>
    private Endpoint? OfFunction(INamedTypeSymbol type, IMethodSymbol method)
    {
        var trigger = method.Parameters.SelectMany(parameter => parameter.GetAttributes())
            .FirstOrDefault(attribute => attribute.AttributeClass?.Name == "HttpTriggerAttribute");
        if (trigger is null) return null;

        var isWriting = trigger.ConstructorArguments.Any(SaysWrite);
        var isAnonymous =
            trigger.ApplicationSyntaxReference?.GetSyntax().ToString().Contains("AuthorizationLevel.Anonymous") == true;
        return OfMethod(type, method, isWriting && !EndpointNames.SaysLook(method.Name, ""), "") with
        {
            Route = trigger.NamedArguments.FirstOrDefault(static named => named.Key == "Route").Value.Value as string
                ?? "",
            Declared = isAnonymous ? OfWhole(type, method) : Protection.Demand,
            Inherited = _setup.Fallback == Protection.Unknown ? Protection.Unknown : Protection.None,
        };
    }

    private Endpoint OfMethod(INamedTypeSymbol type, IMethodSymbol method, bool isWriting, string route)
    {
        var handler = method.DeclaringSyntaxReferences[0].GetSyntax();
        return new(
            $"{type.Name}.{method.Name}",
            handler,
            (handler as MethodDeclarationSyntax)?.Identifier.GetLocation() ?? handler.GetLocation(),
            type,
            type.Name,
            ComparedWith: type)
        {
            Route = string.Concat(type.GetAttributes()
                .Where(attribute => attribute.AttributeClass?.Name == "RouteAttribute")
                .Select(RouteOf))
                + route,
            Handler = handler,
            Namespace = type.ContainingNamespace.ToDisplayString(),
            IsWrite = isWriting,
            IsForEverybody = !EndpointNames.SaysModification(method.Name)
                && EndpointNames.IsForEverybody($"{type.Name}/{method.Name}/{route}"),
            Checked = HandlerChecks.In(handler)
                .Stronger(_attributes.OnInputs(method.Parameters.Select(parameter => parameter.Type))),
            UsesCaller = CallerUse.In(handler),
            Demand = _attributes.DemandOn(method),
        };
    }

    private Protection OfWhole(INamedTypeSymbol type, IMethodSymbol method)
    {
        var own = _attributes.On(method);
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            own = own.Stronger(_attributes.On(overridden));
        return _setup.Bare(own.Stronger(_attributes.OnWhole(type)));
    }

    private static bool HasAttribute(ISymbol symbol, params string[] names) =>
        symbol.GetAttributes().Any(attribute => names.Contains(attribute.AttributeClass?.Name));
}
