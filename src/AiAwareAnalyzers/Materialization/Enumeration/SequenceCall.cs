using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Materialization.Enumeration;

/// <summary>A call of a sequence operator.</summary>
internal sealed class SequenceCall(IInvocationOperation invocation, Verb verb, IOperation source)
{
    public IInvocationOperation Invocation => invocation;

    public Verb Verb => verb;

    /// <summary>The sequence that the operator works on.</summary>
    public IOperation Source => source;

    public string Name => invocation.TargetMethod.Name;

    public bool IsAsync => Name.EndsWith("Async", StringComparison.Ordinal);

    /// <summary>Whether the call is evaluated only when somebody enumerates it.</summary>
    public bool IsDeferred =>
        verb is Verb.View or Verb.Filter or Verb.Project or Verb.Order or Verb.Page or Verb.Combine;

    /// <summary>The first function that the call was given.</summary>
    public IAnonymousFunctionOperation? Lambda =>
        Arguments.Select(argument => argument.Lambda()).FirstOrDefault(lambda => lambda is not null);

    /// <summary>What was passed besides the source and what the caller left out.</summary>
    public IEnumerable<IOperation> Arguments =>
        invocation.Arguments
            .Where(argument =>
                argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Value.Bare() != source.Bare())
            .Select(argument => argument.Value);
}
