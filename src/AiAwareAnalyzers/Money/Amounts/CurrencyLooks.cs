using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Money.Amounts;

/// <summary>Whether a body tells currencies apart, or only hands one on.</summary>
internal static class CurrencyLooks
{
    /// <summary>Whether anything before or around a sum asks for a currency: a filter, a group, a conversion.</summary>
    public static bool AreTakenAt(IOperation sum) =>
        ScopeOf(sum).DescendantsAndSelf().Any(part => part is IInvocationOperation call
            ? Currencies.AreNamed(call.TargetMethod.Name)
            : IsCurrency(part) && !IsHandedOn(part, sum));

    /// <summary>Whether a currency is compared with anything around an amount that is written out.</summary>
    public static bool AreComparedAt(IOperation text) =>
        ScopeOf(text).DescendantsAndSelf().Any(static part => IsCurrency(part)
            && part.Ancestors().TakeWhile(static around => around is not IBlockOperation).Any(IsQuestion));

    /// <summary>The member; in top-level statements the handler of a route, which is one.</summary>
    private static IOperation ScopeOf(IOperation place) =>
        place.Ancestors().FirstOrDefault(static around => around is IAnonymousFunctionOperation
            && CallAround(around)?.TargetMethod.Name.StartsWith("Map", StringComparison.Ordinal) == true)
        ?? place.Root();

    private static bool IsCurrency(IOperation part) => part switch
    {
        IMemberReferenceOperation member => Currencies.AreNamed(member.Member.Name),
        ILocalReferenceOperation local => Currencies.AreNamed(local.Local.Name),
        IParameterReferenceOperation parameter => Currencies.AreNamed(parameter.Parameter.Name),
        _ => false,
    };

    /// <summary>Into a result, a text or a variable, whatever the amounts are in.</summary>
    private static bool IsHandedOn(IOperation mention, IOperation sum)
    {
        foreach (var around in mention.Ancestors())
            switch (around)
            {
                case IAnonymousFunctionOperation or ISwitchOperation: return false;
                case ISimpleAssignmentOperation or IVariableInitializerOperation or IReturnOperation:
                    return !IsKey(around);
                case IInterpolationOperation: return true;
                case IArgumentOperation { Parent: IObjectCreationOperation made }:
                    return made.Syntax.Span.End > sum.Syntax.SpanStart && !IsKey(made);
                case IArgumentOperation: return false;
                case var _ when IsQuestion(around): return false;
            }

        return true;
    }

    private static bool IsQuestion(IOperation around) => around switch
    {
        IBinaryOperation { Type.SpecialType: SpecialType.System_Boolean } => true,
        IInvocationOperation { TargetMethod.Name: "Equals" or "Contains" or "StartsWith" or "CompareTo" } => true,
        _ => around is IIsPatternOperation or ISwitchExpressionOperation or ISwitchOperation,
    };

    /// <summary>Inside of what groups, joins or keeps rows: <c>GroupBy(row => new { row.Currency })</c>.</summary>
    private static bool IsKey(IOperation made) =>
        made.Ancestors().OfType<IAnonymousFunctionOperation>().Any(static lambda =>
            CallAround(lambda)?.TargetMethod.Name is "GroupBy" or "GroupJoin" or "Join" or "DistinctBy" or "Where"
                or "ToLookup" or "ToDictionary" or "ToDictionaryAsync" or "OrderBy" or "ThenBy" or "AggregateBy"
                or "All" or "Any");

    private static IInvocationOperation? CallAround(IOperation lambda) =>
        lambda.Ancestors().OfType<IInvocationOperation>().FirstOrDefault();
}
