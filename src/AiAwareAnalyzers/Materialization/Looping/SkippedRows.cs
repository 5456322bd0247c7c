using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Materialization.Looping;

/// <summary>Loops that go over all rows to do something with some of them.</summary>
internal static class SkippedRows
{
    /// <summary>
    /// The condition of the only statement in a loop, as far as it looks at the row: what does not meet it is skipped.
    /// </summary>
    public static (IOperation Condition, ILocalSymbol Row)? In(IForEachLoopOperation loop) =>
        loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: var row }
        && Condition(loop.Body) is { } condition
        && ReadsRow(condition, row)
            ? (condition, row)
            : null;

    private static IOperation? Condition(IOperation body) => body switch
    {
        _ when CallStack.IsNearlyFull => null,
        IConditionalOperation { WhenFalse: null } only => only.Condition,
        IBlockOperation { Operations: { Length: 1 } statements } => Condition(statements[0]),
        _ => null,
    };

    private static bool ReadsRow(IOperation condition, ILocalSymbol row) =>
        condition.DescendantsAndSelf().Any(operation =>
            operation is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, row));
}
