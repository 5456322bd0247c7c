using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope.Reach;

/// <summary>Who else may look at the values of a route: filters, authorization handlers, middleware, helpers.</summary>
internal sealed class RouteReaders
{
    private static readonly ImmutableArray<string> Reads = ImmutableArray.Create(
        "RouteValues", "RouteData", "GetRouteValue", "GetRouteData", "ActionArguments", "GetArgument", "BindingData");

    private const string EndpointFilter = "EndpointFilter";

    /// <summary>Pages and components speak of routes to write links.</summary>
    private static readonly ImmutableArray<string> Views = ImmutableArray.Create("_cshtml.g.cs", "_razor.g.cs");

    private static readonly ImmutableHashSet<string> Contexts = WordSet.Of(
        "ActionContext ControllerContext DefaultHttpContext HttpContext HttpRequest HttpRequestData");

    private readonly Lazy<bool> _areThere;

    private RouteReaders(Compilation compilation) =>
        _areThere = new(() => compilation.SyntaxTrees.Any(IsReader));

    public static RouteReaders Of(Compilation compilation) => Facts.Of(compilation, static c => new RouteReaders(c));

    /// <summary>Whether any code of the project reads values of routes by name: it may be about each of them.</summary>
    public bool AreThere => _areThere.Value;

    /// <summary>Whether something outside of its body may look at a value of an endpoint's route.</summary>
    public static bool Guard(Endpoint endpoint, IMethodSymbol method, string name) =>
        AttributesAround(endpoint, method).Any(attribute => Names(attribute, name) || IsForeignFilter(attribute))
        || (endpoint.Syntax is InvocationExpressionSyntax map && IsGuardedElsewhere(map));

    /// <summary>
    /// A body that hands the request on, or itself with it, or reads the path: what is looked at there is not in sight.
    /// </summary>
    public static bool AreIn(IOperation body) => body.Descendants().Any(static operation => operation switch
    {
        IInvocationOperation { TargetMethod: var called } call when !IsOfFramework(called) =>
            call.Arguments.Any(static argument => CarriesRequest(argument.Value)),
        IObjectCreationOperation creation => creation.Arguments.Any(static argument => CarriesRequest(argument.Value)),
        IPropertyReferenceOperation { Property: { Name: "Path" or "PathBase", ContainingType.Name: "HttpRequest" } } =>
            true,
        IPropertyReferenceOperation { Property: { Name: "Url", ContainingType.Name: "HttpRequestData" } } => true,
        _ => false,
    });

    private static bool CarriesRequest(IOperation value)
    {
        while (value is IConversionOperation conversion) value = conversion.Operand;
        return value is IInstanceReferenceOperation || value.Type.SelfAndBases().Any(static type =>
            Contexts.Contains(type.Name));
    }

    private static IEnumerable<AttributeData> AttributesAround(Endpoint endpoint, IMethodSymbol method) =>
        method.GetAttributes()
            .Concat((endpoint.Container as INamedTypeSymbol).SelfAndBases()
                .SelectMany(static type => type.GetAttributes()));

    /// <summary><c>[RequireAccess("sessionId")]</c>.</summary>
    private static bool Names(AttributeData attribute, string name) =>
        attribute.AttributeClass?.AllInterfaces.Any(static face => face.Name == "IRouteTemplateProvider") != true
        && attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(static named => named.Value))
            .SelectMany(static argument => argument.Kind == TypedConstantKind.Array
                ? argument.Values.AsEnumerable()
                : [argument])
            .Any(argument => argument.Kind == TypedConstantKind.Primitive
                && argument.Value is string text
                && string.Equals(text, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A filter whose code is in another project or library.</summary>
    private static bool IsForeignFilter(AttributeData attribute) =>
        attribute.AttributeClass is { } type
        && (IsForeign(type) && type.AllInterfaces.Any(static face =>
                face.Name is "IFilterMetadata" or "IAuthorizeData" or "IAuthorizationRequirementData")
            || attribute.ConstructorArguments.Any(static argument =>
                argument is { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol filter } && IsForeign(filter)
                && filter.AllInterfaces.Any(static face => face.Name == "IFilterMetadata")));

    private static bool IsForeign(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.IsEmpty && !IsOfFramework(type);

    private static bool IsOfFramework(ISymbol symbol) =>
        symbol.ContainingNamespace.ToDisplayString() is var space
        && (space == "System" || space.StartsWith("Microsoft.", StringComparison.Ordinal)
            || space.StartsWith("System.", StringComparison.Ordinal));

    /// <summary>A demand behind the mapping that the framework does not make: <c>.RequireSession()</c>.</summary>
    private static bool IsGuardedElsewhere(InvocationExpressionSyntax map) =>
        RouteChains.CallsOf(RouteChains.Outermost(map))
            .Select(Calls.NameOf)
            .Any(static name => name.StartsWith("Require", StringComparison.Ordinal)
                && name is not ("RequireAuthorization" or "RequireCors" or "RequireRateLimiting" or "RequireHost"));

    private static bool IsReader(SyntaxTree file) =>
        !Views.Any(ending => file.FilePath.EndsWith(ending, StringComparison.Ordinal))
        && (Calls.AreMentioned(file, Reads) || Calls.AreMentioned(file, EndpointFilter))
        && file.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
            .Any(name => Reads.Contains(name.Identifier.ValueText)
                || (name.Identifier.ValueText == "Arguments" && Calls.AreMentioned(file, EndpointFilter)));
}
