using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Concurrency.Locks;

/// <summary>Code that runs while a lock is held.</summary>
/// <param name="Opening">The statement that locks, or the call that waits for the lock.</param>
/// <param name="Gate">What is locked; null where nobody can say.</param>
/// <param name="Name">How the code names that.</param>
/// <param name="Span">From the first to the last place that is inside.</param>
/// <param name="Outer">The region around it.</param>
internal sealed record LockedRegion(
    IOperation Opening, Place? Gate, SyntaxNode Name, TextSpan Span, LockedRegion? Outer)
{
    public bool Holds(IOperation operation) => Span.Contains(operation.Syntax.Span);

    /// <summary>It, and those around it.</summary>
    public IEnumerable<LockedRegion> SelfAndOuter()
    {
        for (var region = this; region is not null; region = region.Outer) yield return region;
    }

    /// <summary>The innermost that holds a piece of code, from this one outwards.</summary>
    public LockedRegion? Around(TextSpan code) =>
        SelfAndOuter().FirstOrDefault(region => region.Span.Contains(code));
}
