using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Concurrency.Resources;

/// <summary>Clients for an address that only the caller knows: none of them can be made beforehand.</summary>
internal static class GivenAddresses
{
    /// <summary>Whether a client is made with an address that its method is given or finds out.</summary>
    public static bool Lead(IOperation client) => Lead(client, Trail.Start);

    private static bool Lead(IOperation value, Trail trail) => !trail.IsOver && value.DescendantsAndSelf().Any(part =>
        part switch
        {
            IParameterReferenceOperation { Parameter: var given } => IsAddress(given.Type) && IsGiven(given),
            IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.Length: > 0 } call =>
                IsAddress(call.Type) && call.Arguments.Any(IsGiven),
            ILocalReferenceOperation local when IsAddress(local.Type) =>
                trail.InitialValueOf(local, out var further) is not { } initial || Lead(initial, further),
            _ => false,
        });

    /// <summary>A part of the call, and nothing that the object has from the start.</summary>
    private static bool IsGiven(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.Constructor };

    private static bool IsGiven(IArgumentOperation argument) =>
        argument.Value.Bare() is IParameterReferenceOperation { Parameter: var parameter } && IsGiven(parameter);

    private static bool IsAddress(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_String } or { Name: "Uri" or "ConfigurationOptions" };
}
