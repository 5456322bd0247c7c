namespace AiAwareAnalyzers.Concurrency.Locks;

/// <summary>What happens when another thread comes between a look and the write that relies on it.</summary>
internal enum Harm
{
    /// <summary>It finds the same, and both go on.</summary>
    BothGoOn,

    /// <summary>It finds nothing too, and both make an object.</summary>
    TwoAreMade,

    /// <summary>It takes the same number or place.</summary>
    SameNumber,

    /// <summary>It changes the state, and what it has done is overwritten.</summary>
    Overwritten,

    /// <summary>It takes away what was there.</summary>
    Taken,

    /// <summary>It adds what is then cleared away.</summary>
    Cleared,

    /// <summary>It has got the element, and goes on with an object that nobody finds any more.</summary>
    Orphaned,
}

/// <summary>A write that relies on what was looked at while a lock was held that was given back since.</summary>
/// <param name="Look">The look.</param>
/// <param name="Write">The write.</param>
/// <param name="Harm">What another thread can do in between.</param>
internal sealed record LateWrite(StateUse Look, StateUse Write, Harm Harm);
