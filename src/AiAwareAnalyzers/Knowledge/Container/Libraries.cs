namespace AiAwareAnalyzers.Knowledge.Container;

/// <summary>Libraries that leave the types and the pipeline of a program alone.</summary>
internal static class Libraries
{
    /// <summary>
    /// Beginnings of the names of libraries that register nothing of a program but what they are given, or what derives
    /// from a type of theirs, and that put no middleware into a pipeline but their own.
    /// </summary>
    private static readonly ImmutableArray<string> Known = ImmutableArray.Create(
        "Microsoft.", "System.", "netstandard", "mscorlib", "Serilog", "NLog", "OpenTelemetry", "Swashbuckle.",
        "NSwag.", "Scalar.", "Asp.Versioning", "AspNetCore.HealthChecks", "HealthChecks.", "MediatR",
        "AutoMapper", "FluentValidation", "Npgsql", "Pomelo.", "MySql", "Oracle.", "MongoDB.", "StackExchange.",
        "Dapr.", "Azure.", "Amazon.", "AWSSDK.", "Google.", "Grpc.", "Polly", "Refit", "MassTransit", "Quartz",
        "Hangfire", "MudBlazor", "Blazored.", "Radzen.", "Sentry", "Stripe", "Aspire.", "OpenIddict", "Duende.",
        "Yarp.", "ModelContextProtocol", "Syncfusion.", "Telerik.", "SendGrid", "Minio", "Elastic", "RabbitMQ.",
        "Confluent.", "EFCore.", "EntityFrameworkCore.", "prometheus-net", "Prometheus.");

    public static bool AreKnown(IAssemblySymbol? home) =>
        home is not null && Known.Any(beginning => home.Name.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>The framework, whose types are inherited without a thought of the container.</summary>
    public static bool AreOfFramework(IAssemblySymbol? home) =>
        home is { Name: var name }
        && (name is "netstandard" or "mscorlib"
            || name.StartsWith("System.", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.", StringComparison.Ordinal));
}
