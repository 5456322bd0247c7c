using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Knowledge.Frameworks;

/// <summary>
/// Endpoints that answer GET: actions of controllers, functions that a request triggers, and handlers of minimal APIs.
/// A write is often better finished than cut off.
/// </summary>
internal sealed class ReadingEndpoints
{
    private readonly AspNetCore _web;
    private readonly bool _hasFunctions;

    private ReadingEndpoints(Compilation compilation)
    {
        _web = AspNetCore.Of(compilation);
        _hasFunctions =
            compilation.GetTypeByMetadataName("Microsoft.Azure.Functions.Worker.FunctionAttribute") is not null;
    }

    public static ReadingEndpoints Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new ReadingEndpoints(c));

    public bool ArePossible => _web.IsThere || _hasFunctions;

    /// <summary>Whether a type may have such methods, by what it is at first sight.</summary>
    public bool MayBeIn(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Class && (_hasFunctions || _web.IsController(type));

    public bool Contain(IMethodSymbol method) =>
        method is { DeclaredAccessibility: Accessibility.Public, MethodKind: MethodKind.Ordinary, IsOverride: false }
        && (_web.IsController(method.ContainingType)
            ? method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "HttpGetAttribute")
            : _hasFunctions && method.Parameters.Any(IsTriggeredByGet));

    /// <summary>The lambda that a call of <c>MapGet</c> is given.</summary>
    public static IAnonymousFunctionOperation? HandlerOf(IInvocationOperation call) =>
        call.TargetMethod is { Name: "MapGet", ContainingType.Name: "EndpointRouteBuilderExtensions" }
            ? call.Arguments.Select(static argument => argument.Value.Lambda())
                .FirstOrDefault(static lambda => lambda is not null)
            : null;

    /// <summary>Whether a method is handed to <c>MapGet</c> by its name. Asked only after a hit.</summary>
    public static bool AreMappedTo(IMethodSymbol method, Compilation compilation) =>
        Calls.Of(compilation).To("MapGet").Any(map =>
            map.ArgumentList.Arguments is { Count: > 1 } given && Calls.NameOf(given[^1].Expression) == method.Name);

    /// <summary><c>[HttpTrigger(AuthorizationLevel.Function, "get", Route = "sessions")]</c>.</summary>
    private static bool IsTriggeredByGet(IParameterSymbol parameter) =>
        parameter.GetAttributes()
            .FirstOrDefault(static attribute => attribute.AttributeClass?.Name == "HttpTriggerAttribute")
            is { ConstructorArguments: var given }
        && given.SelectMany(static argument =>
                argument.Kind == TypedConstantKind.Array ? argument.Values : ImmutableArray.Create(argument))
            .Any(static argument => argument.Value is string verb
                && verb.Equals("get", StringComparison.OrdinalIgnoreCase));
}
