using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.EdgeCases.Guards;

/// <summary>
/// Floating-point numbers that a framework reads from the text of an address, a header or a form for a handler: of
/// "NaN" it makes one. JSON has no word for that.
/// </summary>
internal static class BoundNumbers
{
    public static bool Contain(IParameterReferenceOperation number) =>
        number is { SemanticModel: { Compilation: var compilation } model,
            Parameter: { ContainingSymbol: IMethodSymbol handler } parameter }
        && Inputs.Of(compilation).IsHandler(handler, model)
        && !AspNetCore.Of(compilation).IsHub(handler.ContainingType)
        && !RequestRules.Of(compilation).Limit(parameter)
        && !parameter.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "FromBodyAttribute"
            or "FromServicesAttribute" or "FromKeyedServicesAttribute");
}
