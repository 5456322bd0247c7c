using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.Concurrency.Retries;

/// <summary>Methods of this project that are given work, and do it again after it has failed.</summary>
internal sealed class Repeaters(Compilation compilation)
{
    private readonly MethodSummaries _summaries = MethodSummaries.Of(compilation);

    /// <summary>The method that is given the lambda around a call, and makes it again; null where none does.</summary>
    public string? RepeatedBy(IOperation call) =>
        Bodies.FunctionAround(call) is IAnonymousFunctionOperation { Parent: IDelegateCreationOperation work }
        && Values.UserOf(work) is IArgumentOperation
            { Parameter: { } taken, Parent: IInvocationOperation { TargetMethod: var helper } }
        && !helper.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty
        && _summaries.Behind(helper) is { Length: 1 } bodies
        && bodies[0].Body is { } body
        && Bodies.Own(body).OfType<IInvocationOperation>().Any(run =>
            IsRunOf(run, taken.Ordinal) && RetryLoops.RepeatAfter(run) is not null)
            ? helper.Name
            : null;

    private static bool IsRunOf(IInvocationOperation run, int ordinal) =>
        run.TargetMethod.MethodKind == MethodKind.DelegateInvoke
        && run.Instance?.Bare() is IParameterReferenceOperation { Parameter: var work }
        && work.Ordinal == ordinal
        && work.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.LambdaMethod };
}
