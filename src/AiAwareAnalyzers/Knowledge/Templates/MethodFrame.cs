namespace AiAwareAnalyzers.Knowledge.Templates;

/// <summary>The method that is being read: the one that was asked about, or a helper that it calls.</summary>
internal sealed class MethodFrame(TextFlow body, MethodFrame? caller, IInvocationOperation? call)
{
    public TextFlow Body => body;

    public MethodFrame? Caller => caller;

    public IInvocationOperation? Call => call;

    /// <summary>Where the helper's own statements start, if that is not the whole body: a local function.</summary>
    public IOperation? Root { get; init; }

    /// <summary>What the caller passes for a parameter of this helper.</summary>
    public IOperation? ArgumentFor(IParameterSymbol parameter) =>
        call is not null
        && SymbolEqualityComparer.Default.Equals(
            parameter.ContainingSymbol.OriginalDefinition, call.TargetMethod.OriginalDefinition)
            ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value
            : null;
}
