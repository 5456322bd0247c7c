using AiAwareAnalyzers.ErrorHandling.Catches;
using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.ErrorHandling.Outcomes;

/// <summary>
/// Knows the methods of this compilation whose null says that something failed, and never that there was nothing to do.
/// </summary>
internal sealed class NullAnswers(Compilation compilation)
{
    /// <summary>How many methods an answer is followed through.</summary>
    private const int Depth = 3;

    private readonly MethodSummaries _summaries = MethodSummaries.Of(compilation);
    private readonly FailedSides _sides = new(FailureFlags.Of(compilation));

    /// <summary>Whether a null is all that is left of a failure, in each body that may run.</summary>
    public bool TellFailure(IMethodSymbol method) => TellFailure(method, Trail.OfSteps(Depth));

    /// <summary>Whether one of the bodies makes a call of such a kind, itself or by what it calls.</summary>
    public bool Make(IMethodSymbol method, Func<IInvocationOperation, bool> isWanted) =>
        Make(method, isWanted, Trail.OfSteps(Depth));

    private bool Make(IMethodSymbol method, Func<IInvocationOperation, bool> isWanted, Trail trail) =>
        trail.TryPass(method.OriginalDefinition, out var further)
        && _summaries.Behind(method).Any(body => body.Body is { } inside && Bodies.Own(inside)
            .OfType<IInvocationOperation>()
            .Any(call => isWanted(call) || Make(call.TargetMethod, isWanted, further)));

    private bool TellFailure(IMethodSymbol method, Trail trail) =>
        trail.TryPass(method.OriginalDefinition, out var further)
        && _summaries.Behind(method) is { IsEmpty: false } bodies
        && bodies.All(body => TellsFailure(body, further));

    private bool TellsFailure(MethodSummary summary, Trail trail)
    {
        if (summary.Body is not { } body) return false;

        var answers = summary.Answers.SelectMany(static answer => Choices(answer)).ToList();
        var nulls = answers.FindAll(static answer => answer.ConstantValue is { HasValue: true, Value: null });
        if (nulls.Count == 0)
            return answers.OfType<IInvocationOperation>().Any(call => TellFailure(call.TargetMethod, trail));

        var failed = Bodies.Own(body).SelectMany(_sides.Of).Select(static side => side.Value.Settled().Syntax).ToList();
        return nulls.TrueForAll(answer => failed.Contains(answer.Syntax) || IsInHandler(answer));
    }

    /// <summary>The values that an expression may have.</summary>
    private static IEnumerable<IOperation> Choices(IOperation answer) => answer.Settled() switch
    {
        IConditionalOperation { WhenFalse: { } otherwise } choice =>
            [choice.WhenTrue.Settled(), otherwise.Settled()],
        var value => [value],
    };

    /// <summary>In a catch that tells nobody else; what was looked for and is not there has not failed.</summary>
    private static bool IsInHandler(IOperation answer) =>
        answer.Ancestors()
            .TakeWhile(static around => around is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            .OfType<ICatchClauseOperation>()
            .FirstOrDefault() is { } clause
        && (clause.Filter is null || !SpeaksOfAbsence(clause.Filter))
        && !Bodies.Own(clause.Handler).OfType<IInvocationOperation>().Any(Tells);

    private static bool SpeaksOfAbsence(IOperation filter) =>
        filter.DescendantsAndSelf().Any(static part => part is IFieldReferenceOperation { Field.Name: "NotFound" });

    private static bool Tells(IInvocationOperation call) =>
        LogCalls.LoudnessOf(call) is null && NotifyingCalls.IsNamedIn(call.TargetMethod);
}
