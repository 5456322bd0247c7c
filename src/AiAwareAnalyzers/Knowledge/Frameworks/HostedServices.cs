namespace AiAwareAnalyzers.Knowledge.Frameworks;

/// <summary>Services that the host starts with itself, and keeps until it stops.</summary>
internal static class HostedServices
{
    /// <summary>Whether a type is one, by <c>BackgroundService</c> or by hand.</summary>
    public static bool Contain(ITypeSymbol? type) =>
        type?.AllInterfaces.Any(static face =>
            face is { Name: "IHostedService", ContainingNamespace.Name: "Hosting" }) == true;
}
