using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Testing.Assertions;

/// <summary>An expected value that is worked out in the very steps of the code under test.</summary>
internal sealed class Mirror
{
    private readonly IInvocationOperation _call;
    private readonly Locals _test;
    private readonly Locals _subject;

    private Mirror(IInvocationOperation call, Locals test, Locals subject)
    {
        _call = call;
        _test = test;
        _subject = subject;
    }

    /// <summary>
    /// Whether a call answers by one expression, and the expected value is the same with the call's arguments in it.
    /// </summary>
    public static bool Shows(
        IOperation expected, IInvocationOperation call, Locals test, IOperation body, Compilation compilation)
    {
        if (!IsWorkedOut(test.Follow(expected))) return false;

        var answers = ReturnValues.In(body).Take(2).ToList();
        return answers.Count == 1
            && new Mirror(call, test, Locals.Around(body, compilation)).AreAlike(answers[0], expected, Trail.Start);
    }

    private static bool IsWorkedOut(IOperation expected) =>
        expected is { ConstantValue.HasValue: false }
            and (IBinaryOperation or IInvocationOperation or IInterpolatedStringOperation or IConditionalOperation);

    private bool AreAlike(IOperation done, IOperation expected, Trail trail)
    {
        if (trail.IsOver || CallStack.IsNearlyFull) return false;
        var further = trail.Deeper();
        return (_subject.Follow(done), _test.Follow(expected)) switch
        {
            (IParameterReferenceOperation parameter, var value) => IsGivenFor(parameter.Parameter, value),
            ({ ConstantValue.HasValue: true } one, { ConstantValue.HasValue: true } same) =>
                Equals(one.ConstantValue.Value, same.ConstantValue.Value),
            (IBinaryOperation one, IBinaryOperation same) => one.OperatorKind == same.OperatorKind
                && AreAlike(one.LeftOperand, same.LeftOperand, further)
                && AreAlike(one.RightOperand, same.RightOperand, further),
            (IConditionalOperation one, IConditionalOperation same) =>
                AreAllAlike(one.ChildOperations.ToList(), same.ChildOperations.ToList(), further),
            (IInvocationOperation one, IInvocationOperation same) =>
                SymbolEqualityComparer.Default.Equals(one.TargetMethod, same.TargetMethod)
                && AreAllAlike(one.ChildOperations.ToList(), same.ChildOperations.ToList(), further),
            (IPropertyReferenceOperation one, IPropertyReferenceOperation same) =>
                SymbolEqualityComparer.Default.Equals(one.Property, same.Property)
                && AreAllAlike(one.ChildOperations.ToList(), same.ChildOperations.ToList(), further),
            (IInterpolatedStringOperation one, IInterpolatedStringOperation same) =>
                AreAllAlike(one.ChildOperations.ToList(), same.ChildOperations.ToList(), further),
            (IInterpolationOperation one, IInterpolationOperation same) =>
                AreAllAlike(one.ChildOperations.ToList(), same.ChildOperations.ToList(), further),
            (IInterpolatedStringTextOperation one, IInterpolatedStringTextOperation same) =>
                SyntaxFactory.AreEquivalent(one.Syntax, same.Syntax),
            _ => false,
        };
    }

    private bool AreAllAlike(List<IOperation> done, List<IOperation> expected, Trail trail)
    {
        if (done.Count != expected.Count) return false;
        for (var at = 0; at < done.Count; at++)
            if (!AreAlike(done[at], expected[at], trail)) return false;
        return true;
    }

    private bool IsGivenFor(IParameterSymbol parameter, IOperation value) =>
        _call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal) is { } argument
        && _test.Follow(argument.Value) is var given
        && (given.ConstantValue is { HasValue: true, Value: var constant }
            ? value.ConstantValue.HasValue && Equals(constant, value.ConstantValue.Value)
            : SameValue.AreWrittenAlike(given, value));
}
