using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Templates;
using AiAwareAnalyzers.HallucinatedApi.RunTime;

namespace AiAwareAnalyzers.HallucinatedApi.Requests;

/// <summary>The requests that code makes with <c>HttpClient</c>.</summary>
internal sealed class HttpRequests
{
    private const int Patience = 8;

    private readonly Compilation _compilation;
    private readonly TextTemplates _templates;
    private readonly INamedTypeSymbol? _client;
    private readonly INamedTypeSymbol? _message;
    private readonly INamedTypeSymbol? _json;

    private HttpRequests(Compilation compilation)
    {
        _compilation = compilation;
        _templates = TextTemplates.Of(compilation);
        _client = compilation.GetTypeByMetadataName("System.Net.Http.HttpClient");
        _message = compilation.GetTypeByMetadataName("System.Net.Http.HttpRequestMessage");
        _json = compilation.GetTypeByMetadataName("System.Net.Http.Json.HttpClientJsonExtensions");
    }

    public bool ArePossible => _client is not null;

    public static HttpRequests Of(Compilation compilation) => Facts.Of(compilation, static c => new HttpRequests(c));

    /// <summary>The request that a call or a message makes; null where it makes none.</summary>
    public HttpRequest? Made(IOperation operation) =>
        MethodIn(operation) is { } method && AddressIn(operation) is { } address
            ? new(method, PathOf(AddressOf(address)), address.Syntax)
            : null;

    /// <summary>Where a request is told to go.</summary>
    public static IOperation? AddressIn(IOperation operation) => operation switch
    {
        IInvocationOperation call => ArgumentOf(call.Arguments, "requestUri"),
        IObjectCreationOperation creation => ArgumentOf(creation.Arguments, "requestUri"),
        _ => null,
    };

    public Template AddressOf(IOperation address) => _templates.Read(address);

    public RequestPath? PathOf(Template address) =>
        RequestPath.Of(address, hole => KnownValues.TextOf(hole.Value, _compilation));

    /// <summary>The request whose response, content or text a value is; null where nobody sees it.</summary>
    public HttpRequest? Behind(IOperation value)
    {
        var locals = Locals.Around(value, _compilation);
        for (var steps = 0; steps < Patience; steps++)
        {
            value = locals.Follow(value);
            if (Made(value) is { } request) return request;
            switch (value)
            {
                case IPropertyReferenceOperation { Property.Name: "Content" or "StatusCode", Instance: { } response }:
                    value = response;
                    break;
                case IInvocationOperation
                {
                    TargetMethod.Name: "ReadAsStringAsync" or "ReadAsStreamAsync" or "EnsureSuccessStatusCode",
                    Instance: { } content
                }:
                    value = content;
                    break;
                case IInvocationOperation { TargetMethod.Name: "SendAsync" or "Send", Arguments: { Length: > 0 } sent }
                    when IsOurs((IInvocationOperation)value):
                    value = sent[0].Value;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    public bool IsMessage(ITypeSymbol? type) => Is(type, _message);

    public bool IsOurs(IInvocationOperation call) =>
        Is(call.TargetMethod.ContainingType, _client) || Is(call.TargetMethod.ContainingType, _json);

    public static IOperation? ArgumentOf(ImmutableArray<IArgumentOperation> arguments, string name) =>
        arguments.FirstOrDefault(argument =>
            argument.Parameter?.Name == name && argument.ArgumentKind == ArgumentKind.Explicit)?.Value;

    private string? MethodIn(IOperation operation) => operation switch
    {
        IInvocationOperation call when IsOurs(call) => MethodOf(call.TargetMethod.Name),
        IObjectCreationOperation creation when Is(creation.Type, _message) =>
            MethodOf(ArgumentOf(creation.Arguments, "method")),
        _ => null,
    };

    /// <summary><c>GetFromJsonAsync</c>, <c>PostAsync</c>, <c>DeleteFromJsonAsync</c>.</summary>
    private static string? MethodOf(string name) =>
        name.StartsWith("Get", StringComparison.Ordinal) ? "GET"
        : name.StartsWith("Post", StringComparison.Ordinal) ? "POST"
        : name.StartsWith("Put", StringComparison.Ordinal) ? "PUT"
        : name.StartsWith("Patch", StringComparison.Ordinal) ? "PATCH"
        : name.StartsWith("Delete", StringComparison.Ordinal) ? "DELETE"
        : null;

    private static string? MethodOf(IOperation? method) => method?.AsWritten() switch
    {
        IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType.Name: "HttpMethod" } known } =>
            known.Name.ToUpperInvariant(),
        IObjectCreationOperation { Type.Name: "HttpMethod", Arguments: { Length: 1 } name } =>
            name[0].Value.ConstantText()?.ToUpperInvariant(),
        _ => null,
    };

    private static bool Is(ITypeSymbol? type, INamedTypeSymbol? known) =>
        known is not null && SymbolEqualityComparer.Default.Equals(type, known);
}
