using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.EdgeCases.Guards;

/// <summary>
/// Floating-point numbers that a framework reads for a handler. Of the text "NaN" it makes one, also in JSON: ASP.NET
/// Core is set up to read numbers from text there.
/// </summary>
internal static class BoundNumbers
{
    public static bool Contain(IOperation number) => number switch
    {
        IParameterReferenceOperation { Parameter: var parameter } => IsBound(parameter, parameter, number),
        IPropertyReferenceOperation { Property: var member, Instance: IParameterReferenceOperation model } =>
            IsBound(model.Parameter, member, number)
            && !RequestRules.Of(number.SemanticModel!.Compilation).AreAskedAbout(model.Parameter, number)
            && !ReadsNumbersOnly(number.SemanticModel.Compilation),
        _ => false,
    };

    private static bool IsBound(IParameterSymbol parameter, ISymbol declared, IOperation use) =>
        use.SemanticModel is { Compilation: var compilation } model
        && parameter.ContainingSymbol is IMethodSymbol handler
        && Inputs.Of(compilation).IsHandler(handler, model)
        && !AspNetCore.Of(compilation).IsHub(handler.ContainingType)
        && !RequestRules.Of(compilation).Limit(declared)
        && !parameter.GetAttributes().Any(static attribute =>
            attribute.AttributeClass?.Name is "FromServicesAttribute" or "FromKeyedServicesAttribute");

    private static bool ReadsNumbersOnly(Compilation compilation) =>
        compilation.SyntaxTrees.Any(static tree => Calls.AreMentioned(tree, "JsonNumberHandling.Strict"));
}
