using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.ErrorHandling.Outcomes;

/// <summary>
/// Calls that nobody asks whether they worked, because the next statement finds it out by itself, or because what is
/// answered has been settled before.
/// </summary>
internal sealed class LaterLooks(Compilation compilation)
{
    /// <summary>How many methods a text is handed on by before it is sent.</summary>
    private const int Patience = 3;

    /// <summary>First words of what brings a text to people.</summary>
    private static readonly ImmutableHashSet<string> Telling = WordSet.Of(
        "announce inform notify post publish send tell write");

    private readonly MethodSummaries _summaries = MethodSummaries.Of(compilation);

    /// <summary>Whether it is of no account here that a call may have failed.</summary>
    public bool Settle(IInvocationOperation call) =>
        call.Statement() is { Parent: IBlockOperation block } statement
        && NextTo(statement, block) is { } next
        && (IsAskedAgain(call, block, next) || IsHalfOfPair(call, next) || IsLastNotice(call, next));

    private static IOperation? NextTo(IOperation statement, IBlockOperation block)
    {
        var place = block.Operations.IndexOf(statement);
        if (place < block.Operations.Length - 1) return block.Operations[place + 1];
        return block.Parent is IConditionalOperation { Parent: IBlockOperation around } choice
            ? NextTo(choice, around)
            : null;
    }

    /// <summary>
    /// <c>if (!state.IsValid) { Repair(); state = Check(); }</c>: what was asked before is asked anew, by the same
    /// check.
    /// </summary>
    private bool IsAskedAgain(IOperation call, IBlockOperation block, IOperation next) =>
        block.Parent is IConditionalOperation { Type: null, Condition: var question }
        && next is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation
            { Target: ILocalReferenceOperation { Local: var state }, Value: var renewed } }
        && question.DescendantsAndSelf().Any(part =>
            part is ILocalReferenceOperation asked && SymbolEqualityComparer.Default.Equals(asked.Local, state))
        && Locals.Around(call, compilation).InitializerOf(state)?.Bare() is IInvocationOperation first
        && renewed.Bare() is IInvocationOperation second
        && SymbolEqualityComparer.Default.Equals(first.TargetMethod, second.TargetMethod);

    /// <summary>
    /// Two calls of one kind with the same arguments, of which the second decides: <c>await it.SendIcon(x); if (await
    /// it.SendText(x)) …</c>.
    /// </summary>
    private static bool IsHalfOfPair(IInvocationOperation call, IOperation next) =>
        next is IConditionalOperation { Condition: var question }
        && question.Bare() is IInvocationOperation other
        && SymbolEqualityComparer.Default.Equals(other.Type, call.Type)
        && Values.SymbolOf(call.Instance ?? call) is { } receiver
        && SymbolEqualityComparer.Default.Equals(receiver, Values.SymbolOf(other.Instance ?? other))
        && Words.Of(call.TargetMethod.Name)[0] == Words.Of(other.TargetMethod.Name)[0]
        && ArgumentsOf(call) is { Count: > 0 } given
        && given.SequenceEqual(ArgumentsOf(other), SymbolEqualityComparer.Default);

    private static List<ISymbol?> ArgumentsOf(IInvocationOperation call) =>
        call.Arguments.Select(static argument => Values.SymbolOf(argument.Value)).ToList();

    /// <summary>
    /// A text to people, right before an answer that was known without it, from a method that logs what keeps it from
    /// being sent.
    /// </summary>
    private bool IsLastNotice(IInvocationOperation call, IOperation next) =>
        next is IReturnOperation
        && Tasks.Unwrap(call.Type!).SpecialType == SpecialType.System_Boolean
        && Words.Of(call.TargetMethod.Name) is [var verb, ..]
        && Telling.Contains(verb)
        && call.Arguments.Where(static argument => argument.Parameter?.Type.Name != "CancellationToken").ToList()
            is [{ Value: var text }]
        && IsWritten(text.Unconverted())
        && LogsFailures(call.TargetMethod, Trail.OfSteps(Patience));

    private static bool IsWritten(IOperation text) =>
        text is IInterpolatedStringOperation || text.ConstantText() is not null;

    private bool LogsFailures(IMethodSymbol method, Trail trail) =>
        trail.TryPass(method.OriginalDefinition, out var further)
        && _summaries.Behind(method) is { IsEmpty: false } bodies
        && bodies.All(body => body.Body is { } inside
            && Bodies.Own(inside).OfType<IInvocationOperation>().Any(step =>
                LogCalls.LoudnessOf(step) == Loudness.Loud || LogsFailures(step.TargetMethod, further)));
}
