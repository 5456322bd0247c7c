using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency.Maps;

/// <summary>
/// A key that one caller alone may have: who finds it taken is refused, and who does not takes it, one step later.
/// </summary>
/// <param name="Look">The question whether the key is taken.</param>
/// <param name="Taking">The element that is set, or the addition with nobody asking if it was one.</param>
internal sealed record Claim(MapUse Look, MapUse Taking)
{
    private static readonly ImmutableHashSet<string> Refusals = WordSet.Of(
        "Conflict BadRequest Problem ValidationProblem UnprocessableEntity StatusCode Fail Failed Failure Error");

    /// <summary>The claim that a choice is the first step of.</summary>
    public static Claim? Behind(IConditionalOperation choice)
    {
        if (LookIn(choice.Condition) is { } taken && Refuses(choice.WhenTrue))
            return In(taken, [.. Behind(choice.WhenFalse, choice)]);
        return choice.Condition.Bare() is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var asked }
            && LookIn(asked) is { } free
            && Behind(choice.WhenFalse, choice).FirstOrDefault() is { } otherwise
            && Refuses(otherwise)
                ? In(free, [choice.WhenTrue])
                : null;
    }

    private static MapUse? LookIn(IOperation condition) =>
        Values.Conjuncts(condition)
            .Select(static part => MapUse.OfCall(part, "ContainsKey", "TryGetValue"))
            .FirstOrDefault(static look => look is not null);

    /// <summary>What is done where a choice was not: its other branch, or what stands behind it.</summary>
    private static IEnumerable<IOperation> Behind(IOperation? otherwise, IConditionalOperation choice) =>
        otherwise is not null ? [otherwise]
        : choice.Parent is IBlockOperation { Operations: var steps } ? steps.Skip(steps.IndexOf(choice) + 1)
        : [];

    private static Claim? In(MapUse look, IReadOnlyList<IOperation> steps)
    {
        var own = steps.SelectMany(Bodies.Own).ToList();
        var taking = own.Select(TakingBy).FirstOrDefault(use => use?.IsAboutSameAs(look) == true);
        return taking is null || own.Any(step => MapUse.OfCall(step, "TryRemove")?.IsAboutSameAs(look) == true)
            ? null
            : new(look, taking);
    }

    private static MapUse? TakingBy(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { Target: var target } => MapUse.OfElement(target),
        IExpressionStatementOperation { Operation: IInvocationOperation call } => MapUse.OfCall(call, "TryAdd"),
        _ => null,
    };

    /// <summary>The caller learns that the key is not for him.</summary>
    private static bool Refuses(IOperation branch)
    {
        var last = branch is IBlockOperation { Operations: var steps } ? steps.LastOrDefault() : branch;
        return last is IThrowOperation
            || last is IReturnOperation { ReturnedValue: { } answer } && IsRefusal(answer.Settled());
    }

    private static bool IsRefusal(IOperation answer) => answer switch
    {
        { ConstantValue: { HasValue: true, Value: false } } => true,
        IInvocationOperation { TargetMethod.Name: var name } => Refusals.Contains(name),
        _ => false,
    };
}
