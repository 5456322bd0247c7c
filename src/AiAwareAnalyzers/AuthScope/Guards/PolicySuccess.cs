using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.AuthScope.Guards;

/// <summary>Where an authorization handler says that a requirement is met.</summary>
internal static class PolicySuccess
{
    private static readonly ImmutableHashSet<string> ThrowingVerbs = WordSet.Of(
        "assert authorize check demand ensure require throw validate verify");

    public static bool IsInCatch(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
            if (outer is ICatchClauseOperation clause) return GateFailures.Is(clause.ExceptionType);
            else if (outer is IConditionalOperation) return false;
        return false;
    }

    /// <summary>Nothing before or around it decides.</summary>
    public static bool IsUnconditional(IOperation success)
    {
        IOperation inner = success;
        for (var outer = success.Parent; outer is not null; inner = outer, outer = outer.Parent)
            switch (outer)
            {
                case IBlockOperation block
                    when !block.Operations.TakeWhile(statement => statement != inner).All(IsIndifferent):
                case IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ICoalesceOperation
                    or IConditionalAccessOperation or IWhileLoopOperation or IForLoopOperation:
                case IForEachLoopOperation { Collection.Syntax: var items }
                    when !items.ToString().Contains("equirements"):
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return false;
            }

        return true;
    }

    /// <summary>A statement that neither leaves the method nor throws because of the caller.</summary>
    private static bool IsIndifferent(IOperation statement) =>
        Bodies.Own(statement).All(operation => operation switch
        {
            IReturnOperation or IThrowOperation => false,
            IInvocationOperation call =>
                Words.Of(call.TargetMethod.Name) is var words
                && !(words.Length > 0 && ThrowingVerbs.Contains(words[0])),
            _ => true,
        });
}
