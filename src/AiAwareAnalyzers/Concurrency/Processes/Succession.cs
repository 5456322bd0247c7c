using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Concurrency.Processes;

/// <summary>What runs after what, in one function.</summary>
internal static class Succession
{
    /// <summary>Whether a place is reached when an earlier one has come to its end, and not instead of it.</summary>
    public static bool Follows(IOperation later, IOperation earlier)
    {
        if (later.IsInside(earlier)) return false;
        var part = earlier;
        foreach (var around in earlier.Ancestors())
        {
            if (later.IsInside(around)) return !AreAlternatives(around, part, later);
            if (Leaves(around)) return false;
            part = around;
        }

        return false;
    }

    private static bool Leaves(IOperation around) => around switch
    {
        IReturnOperation or IThrowOperation => true,
        IBlockOperation block => !Bodies.CanComplete(block),
        ISwitchCaseOperation section => section.Body.Any(static statement =>
            statement is not IBranchOperation && !Bodies.CanComplete(statement)),
        _ => false,
    };

    /// <summary>A loop comes back: what stands in its condition runs before its body, and after it.</summary>
    private static bool AreAlternatives(IOperation around, IOperation part, IOperation later) => around switch
    {
        IConditionalOperation choice => part != choice.Condition,
        ISwitchOperation => part is ISwitchCaseOperation,
        ISwitchExpressionOperation => part is ISwitchExpressionArmOperation,
        ITryOperation attempt => attempt.Finally is not { } end || !later.IsInside(end),
        ILoopOperation => true,
        _ => false,
    };
}
