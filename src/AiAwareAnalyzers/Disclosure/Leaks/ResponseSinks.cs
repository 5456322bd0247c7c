using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Disclosure.Leaks;

/// <summary>
/// Where values leave for a client: results of controllers and endpoints, responses, calls of hubs and of gRPC.
/// </summary>
internal static class ResponseSinks
{
    private static readonly ImmutableHashSet<string> Results = WordSet.Of(
        "StatusCode BadRequest Problem Ok NotFound Conflict UnprocessableEntity Unauthorized Content Json Accepted",
        "ValidationProblem Text InternalServerError");

    private static readonly ImmutableHashSet<string> ResultOwners = WordSet.Of(
        "ControllerBase Controller Results TypedResults PageModel");

    private static readonly ImmutableHashSet<string> Writes = WordSet.Of("WriteAsync WriteAsJsonAsync");

    private static readonly ImmutableHashSet<string> ResultTypes = WordSet.Of(
        "ObjectResult JsonResult ContentResult BadRequestObjectResult NotFoundObjectResult ConflictObjectResult",
        "UnprocessableEntityObjectResult OkObjectResult RpcException HubException");

    /// <summary>Assemblies without which nothing here can be called.</summary>
    public static bool AreThere(Compilation compilation) =>
        compilation.ReferencedAssemblyNames.Any(assembly =>
            assembly.Name is "Microsoft.AspNetCore.Http.Abstractions" or "Microsoft.AspNetCore.Mvc.Core"
                or "Grpc.Core.Api");

    /// <summary>
    /// The name of what sends an argument or an assigned value to a client; null for any other operation.
    /// </summary>
    public static string? Of(IOperation operation) => operation switch
    {
        IArgumentOperation argument => OfArgument(argument),
        ISimpleAssignmentOperation assignment => OfAssignment(assignment),
        _ => null,
    };

    /// <summary>Whether a sink makes a result, which reaches nobody where nobody asked.</summary>
    public static bool AreReturned(string sink) => Results.Contains(sink) || ResultTypes.Contains(sink);

    private static string? OfArgument(IArgumentOperation argument) => argument.Parent switch
    {
        IInvocationOperation { TargetMethod: var method }
            when IsSent(method) && !ChoosesWhatToSend(method, argument.Parameter) => method.Name,
        IObjectCreationOperation { Type: { } type } when ResultTypes.Contains(type.Name)
            || type is { Name: "Status", ContainingNamespace.Name: "Core" } => type.Name,
        _ => null,
    };

    private static string? OfAssignment(ISimpleAssignmentOperation assignment) => assignment.Target switch
    {
        IPropertyReferenceOperation
            { Property: { ContainingType.Name: "ProblemDetails" or "HttpValidationProblemDetails" or "ContentResult"
                or "ObjectResult" } property } =>
            $"{property.ContainingType.Name}.{property.Name}",
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: IPropertyReferenceOperation
            { Property: { Name: "Extensions", ContainingType.Name: "ProblemDetails" } } } =>
            "ProblemDetails.Extensions",
        _ => null,
    };

    private static bool IsSent(IMethodSymbol method)
    {
        if (Results.Contains(method.Name)) return IsOwnedBy(method.ContainingType, ResultOwners);
        return Writes.Contains(method.Name)
            ? method.ContainingType.Name is "HttpResponseWritingExtensions" or "HttpResponseJsonExtensions"
            : method.Name is "SendAsync" or "SendCoreAsync"
                && method.ContainingType.Name is "ClientProxyExtensions" or "IClientProxy";
    }

    /// <summary>
    /// A base class that asks for the exception itself knows that it is none of the client's business as a whole.
    /// </summary>
    private static bool ChoosesWhatToSend(IMethodSymbol method, IParameterSymbol? parameter) =>
        parameter?.Type.SelfAndBases().Any(static type => type.Name == nameof(Exception)) == true
        && !ResultOwners.Contains(method.ContainingType.Name);

    private static bool IsOwnedBy(INamedTypeSymbol? type, ImmutableHashSet<string> owners) =>
        type.SelfAndBases().Any(current =>
            owners.Contains(current.Name)
            && current.ContainingNamespace.ToDisplayString()
                .StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
}
