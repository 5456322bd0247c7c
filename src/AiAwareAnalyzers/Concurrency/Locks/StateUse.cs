using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Concurrency.Locks;

/// <summary>What is done with a piece of state at one place.</summary>
internal enum UseKind
{
    /// <summary>It is read, or asked something.</summary>
    Look,

    /// <summary>It gets another value.</summary>
    Set,

    /// <summary>It is counted up or down, or added to.</summary>
    Step,

    /// <summary>The element of a key or an index gets another value.</summary>
    SetElement,

    /// <summary>The element of a key or an index is counted up or down.</summary>
    StepElement,

    /// <summary>A collection is changed by a call.</summary>
    Change,

    /// <summary>Somebody else has it by reference, or a method of the type changes it.</summary>
    Handed,
}

/// <summary>One use of a piece of state.</summary>
/// <param name="Place">The state.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Reference">Where the state is named; the call where a method of the type names it.</param>
/// <param name="Whole">The assignment or call that does it.</param>
/// <param name="Region">The innermost region that it stands in; null in the open.</param>
internal sealed record StateUse(
    Place Place, UseKind Kind, IOperation Reference, IOperation Whole, LockedRegion? Region)
{
    /// <summary>The key or the element that it is about; null where it is about all of it.</summary>
    public IOperation? Key { get; init; }

    /// <summary>What the state or the element is set to.</summary>
    public IOperation? Value { get; init; }

    public bool IsLook => Kind == UseKind.Look;

    /// <summary>What is called to change a collection.</summary>
    public IInvocationOperation? Call => Kind == UseKind.Change ? Whole as IInvocationOperation : null;

    public int Start => Whole.Syntax.SpanStart;

    /// <summary>Whether both are about the same element, or this one about all.</summary>
    public bool Covers(StateUse other) =>
        Key is null
        || (other.Key is not null
            && SyntaxFactory.AreEquivalent(Key.AsWritten().Syntax, other.Key.AsWritten().Syntax));
}
