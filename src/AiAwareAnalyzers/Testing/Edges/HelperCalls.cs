using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Testing.Edges;

/// <summary>The calls in the helpers of tests: a helper is read once, however many tests call it.</summary>
internal sealed class HelperCalls
{
    private readonly Once<IMethodSymbol, ImmutableArray<IInvocationOperation>> _calls;

    private HelperCalls(Compilation compilation) => _calls = new(helper =>
        ReturnValues.BodyOf(helper, compilation)?.Descendants().OfType<IInvocationOperation>().ToImmutableArray()
        ?? ImmutableArray<IInvocationOperation>.Empty);

    public static HelperCalls Of(Compilation compilation) => Facts.Of(compilation, static c => new HelperCalls(c));

    public ImmutableArray<IInvocationOperation> In(IMethodSymbol helper) => _calls.Of(helper);
}
