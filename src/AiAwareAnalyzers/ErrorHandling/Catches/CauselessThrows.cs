using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>Exceptions that a handler throws without the one that it caught.</summary>
internal static class CauselessThrows
{
    /// <summary>The first that could carry its cause; null where there is none.</summary>
    public static IObjectCreationOperation? In(HandlerEffects reaction) =>
        reaction.Thrown.FirstOrDefault(CouldCarryCause);

    /// <summary>An exception that has room for another one, and is not made for the eyes of a client.</summary>
    private static bool CouldCarryCause(IObjectCreationOperation thrown) =>
        thrown.Type is INamedTypeSymbol type
        && !IsMeantForClients(type)
        && thrown.Initializer is null
        && !thrown.Arguments.Any(IsOtherCause)
        && type.InstanceConstructors.Any(constructor =>
            constructor.DeclaredAccessibility == Accessibility.Public && constructor.Parameters.Any(IsCause));

    /// <summary>An inner exception was chosen already, if not the one at hand.</summary>
    private static bool IsOtherCause(IArgumentOperation argument) =>
        argument
            is { ArgumentKind: ArgumentKind.Explicit, Value.ConstantValue.HasValue: false, Parameter: { } parameter }
        && IsCause(parameter);

    private static bool IsCause(IParameterSymbol parameter) =>
        parameter.Type is { Name: "Exception", ContainingNamespace.Name: "System" };

    /// <summary>
    /// What a client is told must not say what went wrong inside; and there is nothing to say about a cancellation.
    /// </summary>
    private static bool IsMeantForClients(INamedTypeSymbol type) =>
        Cancellations.IsException(type)
        || type.Name is "RpcException" or "HubException" or "FaultException" or "HttpResponseException"
            or "BadHttpRequestException" or "McpException" or "GraphQLException";
}
