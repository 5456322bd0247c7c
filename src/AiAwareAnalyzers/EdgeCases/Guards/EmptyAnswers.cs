using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.EdgeCases.Guards;

/// <summary>Whether what stands before a question mark can be there and have no element.</summary>
internal enum Emptiness
{
    /// <summary>Nothing says that it cannot.</summary>
    Possible,

    /// <summary>It is made out of sight, and may be null instead.</summary>
    OutOfSight,

    /// <summary>It is null where it has no element.</summary>
    Impossible,
}

/// <summary>What members and calls answer instead of an empty sequence.</summary>
internal static class EmptyAnswers
{
    /// <summary>
    /// <c>text.Nullify()?.First()</c>, and a property of which one reads, or may suspect, that it answers null where it
    /// has nothing to answer.
    /// </summary>
    public static Emptiness BeforeQuestionMarks(IOperation value, Compilation compilation) =>
        value.DescendantsAndSelf()
            .OfType<IConditionalAccessOperation>()
            .Select(access => Of(access.Operation.Unconverted(), compilation))
            .DefaultIfEmpty(Emptiness.Possible)
            .Max();

    private static Emptiness Of(IOperation asked, Compilation compilation) => asked switch
    {
        IInvocationOperation { TargetMethod.Name: var name } =>
            Words.Of(name).Any(static word => word is "null" or "nullify")
                ? Emptiness.Impossible
                : Emptiness.Possible,
        IPropertyReferenceOperation { Property: { GetMethod: { } getter } property } =>
            property.IsAutomatic() ? Emptiness.Possible
            : ReturnValues.BodyOf(getter, compilation) is { } body
                ? AnswersNull(body) ? Emptiness.Impossible : Emptiness.Possible
            : Emptiness.OutOfSight,
        _ => Emptiness.Possible,
    };

    private static bool AnswersNull(IOperation body) =>
        body.DescendantsAndSelf().Any(static part =>
            part.ConstantValue is { HasValue: true, Value: null }
            && part.Outermost().Parent is IReturnOperation or IConditionalOperation or ISwitchExpressionArmOperation);
}
