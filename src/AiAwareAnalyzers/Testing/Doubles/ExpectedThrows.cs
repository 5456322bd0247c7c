using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Testing.Assertions;

namespace AiAwareAnalyzers.Testing.Doubles;

/// <summary>Assertions that wait for an exception, in whatever library, and the one call that is to throw it.</summary>
internal static class ExpectedThrows
{
    /// <summary>How many calls lie between an assertion and its lambda: <c>Should()</c>, <c>Invoking(…)</c>.</summary>
    private const int Patience = 4;

    private static readonly ImmutableHashSet<string> Expecting = WordSet.Of("catch exception throw throws");

    private static readonly ImmutableHashSet<string> Denying = WordSet.Of("not no never");

    /// <summary>All that the lambda of such an assertion does, if that is one call or one look at a property.</summary>
    public static IOperation? CallIn(IOperation assertion, Locals locals) =>
        locals.Follow(assertion) is IInvocationOperation call && Expects(call)
            ? TriedBy(call, locals, Trail.OfSteps(Patience))
            : null;

    private static bool Expects(IInvocationOperation call) =>
        Libraries.IsOfAssertions(call.TargetMethod.ContainingType)
        && (call.TargetMethod.Name == "That"
            ? call.Arguments.Any(static argument => argument.Parameter?.Ordinal == 1 && IsOfThrows(argument.Value))
            : Words.Of(call.TargetMethod.Name) is var words
                && words.Any(Expecting.Contains)
                && !words.Any(Denying.Contains));

    /// <summary><c>Throws.TypeOf&lt;Expired>()</c>; <c>Throws.Nothing</c> expects none.</summary>
    private static bool IsOfThrows(IOperation constraint) =>
        constraint.DescendantsAndSelf().Any(static part => part switch
        {
            IPropertyReferenceOperation { Property: { ContainingType.Name: "Throws", Name: not "Nothing" } } => true,
            IInvocationOperation { TargetMethod.ContainingType.Name: "Throws" } => true,
            _ => false,
        });

    private static IOperation? TriedBy(IInvocationOperation call, Locals locals, Trail trail)
    {
        if (trail.IsOver) return null;
        foreach (var part in call.Arguments.Select(static argument => argument.Value).Prepend(call.Instance))
            switch (part is null ? null : locals.Follow(part))
            {
                case IAnonymousFunctionOperation lambda:
                    return Forwards.OnlyValueOf(lambda.Body);
                case IInvocationOperation inner when Libraries.IsOfAssertions(inner.TargetMethod.ContainingType):
                    return TriedBy(inner, locals, trail.Deeper());
            }

        return null;
    }
}
