using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.CachedValues;

/// <summary>
/// Variables that have one value wherever the entry is made, or are compared with what came out of the cache.
/// </summary>
internal sealed class SettledValues(CacheEntry entry)
{
    /// <summary>Whether a variable needs no place in the key.</summary>
    public bool Contain(Dependency variable) =>
        IsPinnedAround(variable) || IsPinnedBefore(variable) || IsComparedLater(variable);

    /// <summary><c>if (page == 1) return cache.GetOrCreate(…)</c>.</summary>
    private bool IsPinnedAround(Dependency variable)
    {
        IOperation child = entry.Call;
        foreach (var parent in entry.Call.Ancestors())
        {
            if (parent is IConditionalOperation choice
                && child != choice.Condition
                && IsPinnedBy(choice.Condition, child == choice.WhenTrue, variable))
                return true;
            if (parent is ISwitchOperation sections && IsMentioned(sections.Value, variable)
                || parent is ISwitchExpressionOperation arms && IsMentioned(arms.Value, variable))
                return true;
            child = parent;
        }

        return false;
    }

    /// <summary>
    /// <c>if (language != "en") return Load(language);</c>: who goes on has that value, or wants no cache.
    /// </summary>
    private bool IsPinnedBefore(Dependency variable) =>
        entry.Call.Ancestors().OfType<IBlockOperation>()
            .SelectMany(static block => block.Operations)
            .TakeWhile(statement => statement.Syntax.Span.End <= entry.Call.Syntax.SpanStart || Holds(statement))
            .OfType<IConditionalOperation>()
            .Any(exit => !Holds(exit)
                && !Bodies.CanComplete(exit.WhenTrue)
                && (IsPinnedBy(exit.Condition, isTrue: false, variable)
                    || IsMentioned(exit.Condition, variable) && IsHandedOn(exit.WhenTrue, variable)));

    private bool Holds(IOperation statement) => entry.Call.IsInside(statement);

    private static bool IsPinnedBy(IOperation condition, bool isTrue, Dependency variable) =>
        condition.DescendantsAndSelf().Where(part => IsOne(part, variable)).Any(mention =>
            mention.Type?.SpecialType == SpecialType.System_Boolean
            || Values.UserOf(mention) switch
            {
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } => isTrue,
                IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } => !isTrue,
                IIsPatternOperation { Pattern: INegatedPatternOperation } => !isTrue,
                IIsPatternOperation => isTrue,
                IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: var name } call } =>
                    isTrue != (call.Parent is IUnaryOperation)
                    && name is "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "Equals",
                IPropertyReferenceOperation { Property.Name: "HasValue" } asked =>
                    isTrue == (asked.Parent is IUnaryOperation),
                _ => false,
            });

    /// <summary>Another way to make the value, and no word that the variable is wrong.</summary>
    private static bool IsHandedOn(IOperation exit, Dependency variable) =>
        exit.Descendants().Any(part =>
            IsOne(part, variable)
            && part.Ancestors().TakeWhile(around => around != exit).ToList() is var around
            && around.Exists(static each => each is IArgumentOperation { Parent: IInvocationOperation })
            && !around.Exists(static each => each is IThrowOperation));

    /// <summary>What the cache has given is compared: <c>if (order.UserId != userId) return Forbid();</c>.</summary>
    private bool IsComparedLater(Dependency variable) =>
        Bodies.Own(Bodies.Around(entry.Call)).Any(part =>
            part.Syntax.SpanStart > entry.Call.Syntax.Span.End
            && IsOne(part, variable)
            && Values.UserOf(part) is IBinaryOperation
                { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals });

    private static bool IsMentioned(IOperation around, Dependency variable) =>
        around.DescendantsAndSelf().Any(part => IsOne(part, variable));

    private static bool IsOne(IOperation part, Dependency variable) =>
        variable.Member is { } member
            ? part is IMemberReferenceOperation read && SymbolEqualityComparer.Default.Equals(read.Member, member)
            : Values.VariableOrPropertyOf(part) is { } symbol
                && SymbolEqualityComparer.Default.Equals(symbol, variable.Source);
}
