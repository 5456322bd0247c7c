using System.Runtime.CompilerServices;

namespace AiAwareAnalyzers.Knowledge.Flow;

/// <summary>What is left of the stack: an overflow would end the compiler without a word.</summary>
internal static class CallStack
{
    /// <summary>
    /// Whether another step into an operation is one too many. Trees may be deeper than any stack; where it ends,
    /// nothing is known, and so nothing is said.
    /// </summary>
    public static bool IsNearlyFull
    {
        get
        {
            try
            {
                RuntimeHelpers.EnsureSufficientExecutionStack();
                return false;
            }
            catch (InsufficientExecutionStackException)
            {
                return true;
            }
        }
    }
}
