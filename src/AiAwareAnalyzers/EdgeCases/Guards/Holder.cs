using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.Guards;

/// <summary>The local that keeps the result of a call.</summary>
internal static class Holder
{
    /// <summary>A local that is declared with the result, or assigned it; null where there is none.</summary>
    public static ILocalSymbol? Of(IOperation call) => Taking(call.Outermost());

    /// <summary>As above, also behind <c>?? throw</c> or another object.</summary>
    public static ILocalSymbol? BehindFallback(IOperation call)
    {
        var value = call.Outermost();
        while (value.Parent is ICoalesceOperation or IConversionOperation or IParenthesizedOperation)
            value = value.Parent;
        return Taking(value);
    }

    private static ILocalSymbol? Taking(IOperation value) => value.Parent switch
    {
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => local,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } => local,
        _ => null,
    };
}
