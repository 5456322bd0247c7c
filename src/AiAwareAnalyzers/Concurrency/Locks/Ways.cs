using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Concurrency.Locks;

/// <summary>Which code comes after which.</summary>
internal static class Ways
{
    /// <summary>Whether control that has been at one place can come to a later one, when nothing has failed.</summary>
    public static bool Lead(IOperation from, IOperation to)
    {
        var inner = from;
        foreach (var around in from.Ancestors())
        {
            if (to.IsInside(around)) return !ArePartedBy(around, inner) && !IsForFailures(to, around);
            if (around is IConditionalOperation or ISwitchCaseOperation && !Bodies.CanComplete(inner)) return false;
            inner = around;
        }

        return false;

        bool ArePartedBy(IOperation around, IOperation side) => around switch
        {
            IConditionalOperation { WhenFalse: { } otherwise } choice =>
                side == choice.WhenTrue && to.IsInside(otherwise),
            ISwitchOperation choice => side != choice.Value,
            _ => false,
        };
    }

    /// <summary>Whether a place inside a region is left for good before the region ends.</summary>
    public static bool EndBefore(IOperation place, LockedRegion region)
    {
        var inner = place;
        foreach (var around in place.Ancestors().TakeWhile(region.Holds))
        {
            if (around is IConditionalOperation choice && inner != choice.Condition && !Bodies.CanComplete(inner))
                return true;
            inner = around;
        }

        return false;
    }

    /// <summary>Whether control comes out of one side of a choice only.</summary>
    public static bool EndIn(IConditionalOperation choice) =>
        !Bodies.CanComplete(choice.WhenTrue) || !Bodies.CanComplete(choice.WhenFalse);

    /// <summary>Whether such a choice ends more than a loop inside of the region that it stands in.</summary>
    public static bool LeadOutBy(IConditionalOperation exit, LockedRegion region) =>
        !exit.Ancestors().TakeWhile(region.Holds).Any(static around => around is ILoopOperation or ISwitchOperation)
        || Bodies.Own(exit).Any(static part => part is IReturnOperation or IThrowOperation);

    /// <summary>What a catch or a finally writes says that something is over, whatever was seen before.</summary>
    private static bool IsForFailures(IOperation to, IOperation around) =>
        to.Ancestors().TakeWhile(outer => outer != around).Any(static outer =>
            outer is ICatchClauseOperation || (outer.Parent is ITryOperation attempt && attempt.Finally == outer));
}
