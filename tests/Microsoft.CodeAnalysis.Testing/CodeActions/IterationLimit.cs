namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How often a fix is to be applied: a number, or, written as a negative one, at most that number.</summary>
internal readonly record struct IterationLimit(int Value)
{
    /// <summary>More than any test needs: reached only by a fix whose result is fixed again and again.</summary>
    internal static readonly IterationLimit Any = new(-100);

    internal bool IsReachedBy(int count) => count >= Math.Abs(Value);

    internal void Verify(int count, IVerifier verifier)
    {
        if (Value >= 0)
            verifier.Equal(Value, count, $"Expected '{Value}' iterations, but found '{count}' iterations.");
    }

    internal void VerifyFurther(int count, IVerifier verifier) =>
        verifier.False(IsReachedBy(count), $"The upper limit of {Math.Abs(Value)} iterations is reached, and the fix is still offered.");
}
