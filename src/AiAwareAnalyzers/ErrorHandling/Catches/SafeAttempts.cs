using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>
/// Tries that only call what sees its own failures: nothing comes to the catch, and what is wrong with the failure is
/// wrong there.
/// </summary>
internal static class SafeAttempts
{
    public static bool AreIn(CatchClause caught) =>
        caught.Statement.SemanticModel is { Compilation: var compilation }
        && Bodies.Own(caught.Statement.Body).ToList() is var attempted
        && attempted.TrueForAll(IsPlain)
        && attempted.OfType<IInvocationOperation>().Where(static call => !IsAside(call)).ToList()
            is { Count: > 0 } calls
        && calls.TrueForAll(call => SafeFunctions.NeverThrow(call.TargetMethod, compilation));

    /// <summary>Nothing that throws without being called; what is made is made of this program's own types.</summary>
    private static bool IsPlain(IOperation operation) => operation switch
    {
        IAwaitOperation awaited => awaited.Settled() is IInvocationOperation,
        IObjectCreationOperation { Type: var type } => type?.DeclaringSyntaxReferences.IsEmpty == false,
        IThrowOperation or IArrayElementReferenceOperation or IDynamicInvocationOperation
            or IPropertyReferenceOperation { Arguments.Length: > 0 } or IForEachLoopOperation or IUsingOperation
            or IConversionOperation { IsImplicit: false, IsTryCast: false } => false,
        _ => true,
    };

    private static bool IsAside(IInvocationOperation call) =>
        call.TargetMethod.Name == "ConfigureAwait" || LogCalls.LoudnessOf(call) is not null;
}
