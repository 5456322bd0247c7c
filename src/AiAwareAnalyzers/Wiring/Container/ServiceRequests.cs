using AiAwareAnalyzers.Knowledge.Container;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Wiring.Container;

/// <summary>Calls that ask the container for something: by name, for a handler, for a middleware.</summary>
internal static class ServiceRequests
{
    private static readonly ImmutableHashSet<string> Providers = WordSet.Of(
        "ServiceProviderServiceExtensions ServiceProviderKeyedServiceExtensions IKeyedServiceProvider");

    private static readonly ImmutableHashSet<string> Mappings = WordSet.Of(
        "Map MapGet MapPost MapPut MapPatch MapDelete MapMethods MapFallback");

    /// <summary>A cheap look at the name: most calls ask for nothing.</summary>
    public static bool MayAsk(IMethodSymbol method) =>
        method.Name is "GetRequiredService" or "GetRequiredKeyedService" or "UseMiddleware" or "AddHttpMessageHandler"
        || Mappings.Contains(method.Name);

    /// <summary>What certainly has to be there when the call, or what it sets up, runs.</summary>
    public static IEnumerable<Demand> Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!IsOfFramework(method)) return [];
        if (Providers.Contains(method.ContainingType.Name)) return OfProvider(call);
        return method.Name switch
        {
            "UseMiddleware" => OfMiddleware(call),
            "AddHttpMessageHandler" when method.Arity == 1 => [Required(method.TypeArguments[0], call)],
            _ when Mappings.Contains(method.Name) && HandlerOf(call) is { } handler => OfHandler(handler),
            _ => [],
        };
    }

    private static bool IsOfFramework(IMethodSymbol method) =>
        method.ContainingAssembly?.Name.StartsWith("Microsoft.", StringComparison.Ordinal) ?? false;

    private static Demand Required(ITypeSymbol service, IInvocationOperation call) =>
        new(service, null, call.Syntax.GetLocation(), IsOptional: false);

    /// <summary>
    /// As <see cref="OfProvider" />, or what a type asks for that is made with the services of a provider alone.
    /// </summary>
    public static IEnumerable<Demand> ByHand(IInvocationOperation call) =>
        !IsMaking(call.TargetMethod) ? OfProvider(call)
        : HasMore(call) || MadeBy(call) is not INamedTypeSymbol made ? []
        : Demand.OfConstructor(made);

    private static bool IsMaking(IMethodSymbol method) => method.ContainingType.Name == "ActivatorUtilities";

    private static ITypeSymbol? MadeBy(IInvocationOperation call) =>
        call.TargetMethod.TypeArguments.FirstOrDefault()
        ?? RegistrationCalls.TypeIn(RegistrationCalls.Argument(call.Arguments, "instanceType", "type"));

    /// <summary>Whether a type is made with values beside the services.</summary>
    private static bool HasMore(IInvocationOperation call) =>
        RegistrationCalls.Argument(call.Arguments, "parameters") is { } more
        && more is not IArrayCreationOperation { Initializer: null or { ElementValues.IsEmpty: true } };

    public static IEnumerable<Demand> OfProvider(IInvocationOperation call)
    {
        var service = call.TargetMethod.TypeArguments.FirstOrDefault()
            ?? RegistrationCalls.TypeIn(RegistrationCalls.Argument(call.Arguments, "serviceType"));
        var key = RegistrationCalls.Argument(call.Arguments, "serviceKey");
        if (service is not null)
            yield return Required(service, call) with { Key = key is null ? null : RegistrationCalls.KeyIn(key) };
    }

    /// <summary>
    /// One that is a service itself, or one by convention, whose constructor is filled from the container where nobody
    /// hands it arguments.
    /// </summary>
    private static IEnumerable<Demand> OfMiddleware(IInvocationOperation call)
    {
        if (call.TargetMethod.TypeArguments.FirstOrDefault() is not INamedTypeSymbol middleware) return [];
        if (middleware.AllInterfaces.Any(static contract => contract.Name == "IMiddleware"))
            return [Required(middleware, call)];
        var isHandedMore = RegistrationCalls.Argument(call.Arguments, "args")
            is not IArrayCreationOperation { Initializer: null or { ElementValues.IsEmpty: true } };
        var asked = isHandedMore ? [] : Demand.OfConstructor(middleware);
        return asked.Concat(OfInvocation(middleware))
            .Where(static demand => demand is { IsOptional: false, Service.Name: not "RequestDelegate" })
            .Select(demand => demand with { Place = call.Syntax.GetLocation() });
    }

    /// <summary>What a middleware by convention asks for with each request, behind the context.</summary>
    private static IEnumerable<Demand> OfInvocation(INamedTypeSymbol middleware) =>
        middleware.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(static method => method is { Name: "Invoke" or "InvokeAsync", IsStatic: false })
            .SelectMany(static method => method.Parameters.Skip(1))
            .Select(Demand.Of)
            .OfType<Demand>();

    private static IAnonymousFunctionOperation? HandlerOf(IInvocationOperation call) =>
        RegistrationCalls.Argument(call.Arguments, "handler")?.Lambda();

    /// <summary>
    /// An interface can come from nowhere else; a class may be the body, unless its parameter says that it is none.
    /// </summary>
    private static IEnumerable<Demand> OfHandler(IAnonymousFunctionOperation handler) =>
        DemandsOf(handler.Symbol.Parameters
            .Where(static parameter => IsFromServices(parameter)
                || (parameter.Type.TypeKind == TypeKind.Interface
                    && parameter.GetAttributes().IsEmpty
                    && parameter.Type.GetMembers("BindAsync").IsEmpty)));

    /// <summary>
    /// What the methods that a framework calls for requests ask for: <c>[FromServices] IOrders orders</c>.
    /// </summary>
    public static IEnumerable<Demand> OfActions(INamedTypeSymbol type) =>
        DemandsOf(type.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(static method => AspNetCore.CanBeAction(method) && !AspNetCore.IsNoAction(method))
            .SelectMany(static method => method.Parameters)
            .Where(IsFromServices));

    /// <summary>A handler does without what may be null.</summary>
    private static IEnumerable<Demand> DemandsOf(IEnumerable<IParameterSymbol> parameters) =>
        parameters.Where(static parameter => parameter.NullableAnnotation != NullableAnnotation.Annotated)
            .Select(Demand.Of)
            .OfType<Demand>();

    private static bool IsFromServices(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(static attribute =>
            attribute.AttributeClass?.Name is "FromServicesAttribute" or "FromKeyedServicesAttribute");
}
