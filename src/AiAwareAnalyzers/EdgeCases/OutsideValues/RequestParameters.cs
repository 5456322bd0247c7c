using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Follows a parameter back to the handler that a request fills, through the callers of a method.</summary>
internal sealed class RequestParameters(Compilation compilation)
{
    private const int MaxCallers = 3;

    private readonly Inputs _inputs = Inputs.Of(compilation);
    private readonly CallIndex _calls = CallIndex.Of(compilation);

    /// <summary>
    /// The handler whose request gives a parameter its value, at once or handed on; null where none does, or where a
    /// body on the way makes sure of it.
    /// </summary>
    public IMethodSymbol? HandlerOf(IParameterReferenceOperation reference, Func<Place, IOperation, bool> isSure) =>
        HandlerOf(reference, isSure, Trail.Start, MaxCallers);

    private IMethodSymbol? HandlerOf(
        IParameterReferenceOperation reference, Func<Place, IOperation, bool> isSure, Trail trail, int callers)
    {
        var parameter = reference.Parameter;
        if (parameter is not { ContainingSymbol: IMethodSymbol method, RefKind: RefKind.None }
            || isSure(Place.At(parameter), reference))
            return null;
        if (_inputs.Contains(parameter, reference.SemanticModel)) return method;
        if (callers == 0 || method.MethodKind != MethodKind.Ordinary || !trail.TryPass(method, out var further))
            return null;
        return _calls.Of(method)
            .Select(call => ArgumentFor(parameter, call))
            .OfType<IParameterReferenceOperation>()
            .Select(argument => HandlerOf(argument, isSure, further, callers - 1))
            .FirstOrDefault(handler => handler is not null);
    }

    private static IOperation? ArgumentFor(IParameterSymbol parameter, IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value.Bare();
}
