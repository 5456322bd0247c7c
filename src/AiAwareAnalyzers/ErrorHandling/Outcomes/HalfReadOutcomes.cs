using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.ErrorHandling.Outcomes;

/// <summary>
/// Results that are kept in a local, and looked at for one further step only, while success is announced behind it
/// whatever they say.
/// </summary>
internal sealed class HalfReadOutcomes(Compilation compilation)
{
    private readonly FailureFlags _flags = FailureFlags.Of(compilation);

    /// <summary>
    /// Whether nobody ever looks at a local, or only one <c>if</c> that goes on where it failed, with a word of success
    /// behind.
    /// </summary>
    public bool IsForgotten(ILocalSymbol local, IOperation declarator)
    {
        var mentions = Locals.Around(declarator, compilation).MentionsOf(local);
        if (mentions.Count == 0) return true;

        var steps = mentions.Select(StepAround).Distinct().ToList();
        return steps.Count == 1
            && steps[0] is { } step
            && Values.Conjuncts(step.Condition).Any(part => IsAskedForSuccess(part, local))
            && AnnouncesSuccess(step);
    }

    /// <summary>The <c>if</c> without an <c>else</c> that a mention belongs to, and that can be passed.</summary>
    private static IConditionalOperation? StepAround(IOperation mention) =>
        mention.Ancestors().OfType<IConditionalOperation>().LastOrDefault(static choice => choice.Type is null)
            is { WhenFalse: null } step
        && Bodies.CanComplete(step.WhenTrue)
            ? step
            : null;

    private bool IsAskedForSuccess(IOperation part, ILocalSymbol local) =>
        _flags.TestedBy(part) is { SaysFailed: false, Subject: var subject }
        && subject.Bare() is ILocalReferenceOperation { Local: var asked }
        && SymbolEqualityComparer.Default.Equals(asked, local);

    private static bool AnnouncesSuccess(IOperation step) =>
        step.Parent is IBlockOperation block
        && block.Operations.Skip(block.Operations.IndexOf(step) + 1).SelectMany(Bodies.Own).Any(IsWordOfSuccess);

    private static bool IsWordOfSuccess(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => SaysSuccess(text),
        IFieldReferenceOperation { Field: { IsStatic: true, Name: var name } } => name == "Success",
        IInvocationOperation { TargetMethod.Name: var name } =>
            name is "Ok" or "NoContent" or "Created" or "CreatedAtAction" || SaysSuccess(name),
        _ => false,
    };

    private static bool SaysSuccess(string text) => text.IndexOf("success", StringComparison.OrdinalIgnoreCase) >= 0;
}
