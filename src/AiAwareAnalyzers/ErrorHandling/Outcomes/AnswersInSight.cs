using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.ErrorHandling.Outcomes;

/// <summary>What the one body behind a call can answer.</summary>
internal enum Prospect
{
    /// <summary>A failure, or one cannot say.</summary>
    Failure,

    /// <summary>Nothing but that what was looked for is not there.</summary>
    Absence,

    /// <summary>That it worked, or that nothing had to change.</summary>
    Success,
}

/// <summary>
/// Looks into the only body behind a call for what it can answer, and whether this caller can meet it.
/// </summary>
internal sealed class AnswersInSight(Compilation compilation)
{
    /// <summary>Words of a local that tells whether there was something to do.</summary>
    private static readonly ImmutableHashSet<string> Changes = WordSet.Of("changed dirty modified updated");

    /// <summary>What becomes of an object of the caller's, so that it is there.</summary>
    private static readonly ImmutableHashSet<string> Keeping = WordSet.Of("Add AddAsync Attach Update");

    private readonly MethodSummaries _summaries = MethodSummaries.Of(compilation);
    private readonly ResultTypes _results = ResultTypes.Of(compilation);

    /// <summary>Whether no failure can come of a call.</summary>
    public bool CannotFail(IMethodSymbol method) => ProspectOf(method) == Prospect.Success;

    /// <summary>
    /// Whether all that a call can miss is a thing that its caller has loaded or saved itself.
    /// </summary>
    public bool MissesOnlyOwn(IInvocationOperation call) =>
        ProspectOf(call.TargetMethod) == Prospect.Absence
        && call.Arguments.Where(static argument =>
            argument is { IsImplicit: false, Parameter.Type.Name: not "CancellationToken" }).ToList()
                is { Count: > 0 } given
        && given.TrueForAll(argument => IsOwn(argument.Value, call));

    private Prospect ProspectOf(IMethodSymbol method)
    {
        if (_summaries.Behind(method) is not [{ Body: not null } body]) return Prospect.Failure;

        var answers = body.Answers.ToList();
        if (answers.Count == 0) return Prospect.Failure;
        if (answers.Exists(answer => IsOfChange(answer, method)) && answers.TrueForAll(answer =>
            IsOfChange(answer, method) || IsSuccess(answer) || IsOfAbsence(answer)))
            return Prospect.Success;
        return answers.TrueForAll(IsSuccess) ? Prospect.Success
            : answers.TrueForAll(answer => IsSuccess(answer) || IsOfAbsence(answer)) ? Prospect.Absence
            : Prospect.Failure;
    }

    private bool IsSuccess(IOperation answer) =>
        ReturnValues.IsTrue(answer)
        || _results.SayingOf(answer) == ResultTypes.Saying.Success
        || _results.IsFulfilled(answer);

    /// <summary>
    /// <c>Data = updated</c>, or <c>AlreadyDeleted</c> in a method that marks as deleted: there was nothing to do.
    /// </summary>
    private static bool IsOfChange(IOperation answer, IMethodSymbol method) =>
        answer.DescendantsAndSelf().Any(part => part switch
        {
            ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Boolean, Local.Name: var name } =>
                Words.Of(name).Any(Changes.Contains),
            IInvocationOperation { TargetMethod.Name: var name } => IsAlreadyDone(name, method),
            IMemberReferenceOperation { Member.Name: var name } => IsAlreadyDone(name, method),
            _ => false,
        });

    private static bool IsAlreadyDone(string name, IMethodSymbol method) =>
        Words.Of(name) is ["already", _, ..] words && words.Skip(1).Intersect(Words.Of(method.Name)).Any();

    /// <summary><c>if (library is null) return …;</c></summary>
    private static bool IsOfAbsence(IOperation answer) =>
        answer.Ancestors()
            .TakeWhile(static around => around is not ICatchClauseOperation)
            .OfType<IConditionalOperation>()
            .FirstOrDefault() is { } choice
        && answer.IsInside(choice.WhenTrue)
        && NullTests.Is(choice.Condition);

    /// <summary>
    /// Something that was read, or made, in the calling function, or that it has saved: no wish of a client.
    /// </summary>
    private bool IsOwn(IOperation value, IOperation call)
    {
        var root = value.Bare();
        while (root is IMemberReferenceOperation { Instance: { } owner }) root = owner.Bare();
        return root switch
        {
            ILocalReferenceOperation { Local: var local } => LoopOf(local, call) is { } loop
                ? IsOwnList(loop.Collection)
                : Locals.Around(call, compilation).InitializerOf(local)?.Bare()
                    is IInvocationOperation or IObjectCreationOperation,
            IParameterReferenceOperation { Parameter: var parameter } => IsKept(parameter, call),
            _ => false,
        };
    }

    private static IForEachLoopOperation? LoopOf(ILocalSymbol local, IOperation call) =>
        call.Ancestors().OfType<IForEachLoopOperation>().FirstOrDefault(loop =>
            loop.Locals.Contains(local, SymbolEqualityComparer.Default));

    private static bool IsOwnList(IOperation list) =>
        list.DescendantsAndSelf().Any(static part => part is ILocalReferenceOperation)
        && !list.DescendantsAndSelf().Any(static part => part is IParameterReferenceOperation);

    private static bool IsKept(IParameterSymbol parameter, IOperation call) =>
        Bodies.Own(Bodies.Around(call)).OfType<IInvocationOperation>().Any(keeping =>
            Keeping.Contains(keeping.TargetMethod.Name)
            && keeping.Arguments.Any(argument =>
                argument.Value.Bare() is IParameterReferenceOperation { Parameter: var kept }
                && SymbolEqualityComparer.Default.Equals(kept, parameter)));
}
