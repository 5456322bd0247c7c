namespace AiAwareAnalyzers.Knowledge.Flow;

/// <summary>
/// The way from a value back to where it comes from: no declaration is passed twice, and it ends somewhere.
/// </summary>
/// <remarks>
/// A value may be its own origin (<c>double price = price;</c>), if only for a moment while somebody types. Whoever
/// follows values hands the trail on. One that has not passed a declaration yet costs nothing.
/// </remarks>
internal readonly struct Trail
{
    /// <summary>A longer story is followed by no reader either.</summary>
    private const int Longest = 16;

    private readonly int _left;
    private readonly Passage? _last;

    private Trail(int left, Passage? last)
    {
        _left = left;
        _last = last;
    }

    /// <summary>A way that has not begun.</summary>
    public static Trail Start => OfSteps(Longest);

    /// <summary>Whether no further step is taken.</summary>
    public bool IsOver => _left <= 0;

    /// <summary>A way that has not begun, and is shorter or longer than others.</summary>
    public static Trail OfSteps(int steps) => new(steps, null);

    /// <summary>A step that passes no declaration, from an operation to its parts.</summary>
    public Trail Deeper() => new(_left - 1, _last);

    /// <summary>Takes a step through a declaration; false where it was passed before, or the way is over.</summary>
    /// <param name="declaration">A symbol, or the syntax that stands for it.</param>
    /// <param name="further">The way with that step.</param>
    public bool TryPass(object declaration, out Trail further)
    {
        further = this;
        if (IsOver || HasPassed(declaration)) return false;

        further = new(_left - 1, new(declaration, _last));
        return true;
    }

    /// <summary>What a local was given where it was declared; null where the way does not lead there.</summary>
    public IOperation? InitialValueOf(ILocalReferenceOperation reference, out Trail further) =>
        TryPass(reference.Local, out further) ? Values.InitialValueOf(reference) : null;

    private bool HasPassed(object declaration)
    {
        for (var passage = _last; passage is not null; passage = passage.Before)
            if (passage.Declaration.Equals(declaration)) return true;
        return false;
    }

    /// <summary>A declaration that was passed, and those before it.</summary>
    private sealed class Passage(object declaration, Passage? before)
    {
        public object Declaration { get; } = declaration;

        public Passage? Before { get; } = before;
    }
}
