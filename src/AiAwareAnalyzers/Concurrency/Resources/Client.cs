using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Concurrency.Resources;

/// <summary>An object that keeps connections, and is made to be kept itself.</summary>
/// <param name="Name">Its type.</param>
/// <param name="Remedy">Where to take it from instead.</param>
internal sealed record Client(string Name, string Remedy)
{
    private const string Registered = "register it as a singleton and ask for it in the constructor";

    /// <summary>The host of Aspire runs on the machine of a developer, and what it offers there is clicked.</summary>
    public static bool IsForDevelopers(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Aspire.Hosting.IDistributedApplicationBuilder") is not null;

    /// <summary>The client that a value makes, with connections of its own; null where it makes none.</summary>
    public static Client? MadeBy(IOperation operation) => operation switch
    {
        IObjectCreationOperation { Type: { Name: "HttpClient", ContainingNamespace.Name: "Http" } } creation =>
            creation.Arguments.All(IsOwn)
                ? new("HttpClient", "take it from 'IHttpClientFactory'")
                : null,
        IObjectCreationOperation { Type: { Name: "CosmosClient" or "ServiceBusClient" or "EventHubProducerClient",
            ContainingNamespace: { } home, Name: var name } } when IsIn(home, "Azure") => new(name, Registered),
        IInvocationOperation { TargetMethod: { Name: "ForAddress", ContainingType.Name: "GrpcChannel" } } =>
            new("GrpcChannel", Registered),
        IInvocationOperation { TargetMethod: { Name: "Connect" or "ConnectAsync", ContainingType.Name:
            "ConnectionMultiplexer" } } => new("ConnectionMultiplexer", Registered),
        IInvocationOperation { TargetMethod: { Name: "CreateConnection" or "CreateConnectionAsync",
            ContainingType: { Name: "ConnectionFactory" or "IConnectionFactory", ContainingNamespace: { } home } } }
            when IsIn(home, "RabbitMQ") => new("IConnection", Registered),
        _ => null,
    };

    /// <summary>
    /// A handler that is kept elsewhere keeps the connections, too; and cookies or a certificate of the caller are a
    /// reason for a handler of its own.
    /// </summary>
    private static bool IsOwn(IArgumentOperation argument) =>
        argument.ArgumentKind == ArgumentKind.DefaultValue
        || argument.Value.Bare() is IObjectCreationOperation { Initializer: null, Arguments.IsEmpty: true }
            or { ConstantValue: { HasValue: true, Value: true } };

    private static bool IsIn(INamespaceSymbol space, string part)
    {
        for (var around = space; !around.IsGlobalNamespace; around = around.ContainingNamespace)
            if (around.Name == part) return true;
        return false;
    }
}
