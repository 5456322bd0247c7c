using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.HallucinatedApi.Agreement;

/// <summary>Whether an answer is read that tells of a failure: it looks otherwise than the one of success.</summary>
internal static class FailureReads
{
    private static readonly ImmutableHashSet<string> Failures = WordSet.Of(
        "error errors problem failure fault exception validation rejection");

    public static bool MayBe(IOperation read, ITypeSymbol type) =>
        Words.Of(type.Name).Any(Failures.Contains) || IsBehindFailure(read);

    private static bool IsBehindFailure(IOperation read)
    {
        var inner = read;
        foreach (var outer in read.Ancestors())
        {
            switch (outer)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return false;
                case ICatchClauseOperation:
                case ISwitchOperation { Value: var value } when AsksForStatus(value):
                case ISwitchExpressionOperation { Value: var question } when AsksForStatus(question):
                case IConditionalOperation choice when MayFailIn(inner, choice):
                case IBlockOperation block when block.Operations.TakeWhile(each => each != inner).Any(EndsOnSuccess):
                    return true;
            }

            inner = outer;
        }

        return false;
    }

    private static bool MayFailIn(IOperation branch, IConditionalOperation choice) =>
        branch != choice.Condition
        && AsksForStatus(choice.Condition)
        && SaysSuccess(choice.Condition) != (branch == choice.WhenTrue);

    /// <summary>What follows <c>if (response.IsSuccessStatusCode) return …;</c> is about a failure.</summary>
    private static bool EndsOnSuccess(IOperation statement) =>
        statement is IConditionalOperation { WhenFalse: null } choice
        && SaysSuccess(choice.Condition) == true
        && !Bodies.CanComplete(choice.WhenTrue);

    /// <summary>Null where it is asked for something else besides.</summary>
    private static bool? SaysSuccess(IOperation condition) => condition.AsWritten() switch
    {
        IPropertyReferenceOperation { Property.Name: "IsSuccessStatusCode" } => true,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not
            when not.Operand.AsWritten() is IPropertyReferenceOperation { Property.Name: "IsSuccessStatusCode" } =>
            false,
        var question => !StatusClaim.Of(question)?.IsDenied,
    };

    private static bool AsksForStatus(IOperation condition) =>
        condition.DescendantsAndSelf().Any(static part =>
            part is IPropertyReferenceOperation { Property.Name: "IsSuccessStatusCode" or "StatusCode" });
}
