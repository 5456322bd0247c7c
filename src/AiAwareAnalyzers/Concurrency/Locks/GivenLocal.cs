using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Concurrency.Locks;

/// <summary>A local that gets a value.</summary>
/// <param name="Local">The local.</param>
/// <param name="Value">What it gets, the call that fills it, or the step by which it is counted on.</param>
/// <param name="Place">Where.</param>
internal sealed record GivenLocal(ILocalSymbol Local, IOperation Value, IOperation Place)
{
    public int Start => Place.Syntax.SpanStart;

    /// <summary>All of some code, in the order of the source.</summary>
    public static List<GivenLocal> In(IReadOnlyList<IOperation> code) =>
        code.Select(Of).OfType<GivenLocal>().OrderBy(static given => given.Start).ToList();

    private static GivenLocal? Of(IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation { Symbol: var local } declarator
            when declarator.GetVariableInitializer() is { Value: var value } => new(local, value, operation),
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, Value: var value } =>
            new(local, value, operation),
        ICompoundAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } =>
            new(local, operation, operation),
        IIncrementOrDecrementOperation { Target: ILocalReferenceOperation { Local: var local } } =>
            new(local, operation, operation),
        IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: IInvocationOperation call, Value: var filled }
            when LocalIn(filled) is { } local => new(local, call, operation),
        IIsPatternOperation { Value: var tested, Pattern: var pattern }
            when Values.NamedBy(pattern) is ILocalSymbol local => new(local, tested, operation),
        _ => null,
    };

    /// <summary><c>out var local</c>, <c>out local</c>.</summary>
    private static ILocalSymbol? LocalIn(IOperation filled) =>
        (filled is IDeclarationExpressionOperation { Expression: var declared } ? declared : filled)
            is ILocalReferenceOperation { Local: var local }
                ? local
                : null;
}
