using AiAwareAnalyzers.ErrorHandling.Catches;
using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.ErrorHandling.Outcomes;

/// <summary>
/// Methods of this compilation that answer null because something failed, and for no other reason: it is not there, or
/// there is nothing to do.
/// </summary>
internal sealed class FailedNulls(Compilation compilation)
{
    /// <summary>How many methods hand the answer on.</summary>
    private const int Depth = 2;

    /// <summary>Words of calls that may find nothing, and have not failed then.</summary>
    private static readonly ImmutableHashSet<string> Finding = WordSet.Of(
        "default find lookup maybe null peek search try");

    /// <summary>Annotated, for <c>null</c> is a value of JSON; nobody sends it.</summary>
    private static readonly ImmutableHashSet<string> Reading = WordSet.Of(
        "GetFromJsonAsync ReadFromJsonAsync Deserialize DeserializeAsync DeserializeObject");

    private readonly MethodSummaries _summaries = MethodSummaries.Of(compilation);
    private readonly CatchClauses _clauses = CatchClauses.Of(compilation);
    private readonly FailedSides _sides = new(FailureFlags.Of(compilation));

    /// <summary>What is tried, where its failure is all that the null of a method means; null for any other.</summary>
    public TryBody? WorkBehind(IMethodSymbol method) => WorkBehind(method, Trail.OfSteps(Depth));

    private TryBody? WorkBehind(IMethodSymbol method, Trail trail)
    {
        if (!trail.TryPass(method.OriginalDefinition, out var further)
            || method.DeclaringSyntaxReferences.IsEmpty
            || _summaries.Behind(method) is not [{ Body: { } body } summary])
            return null;

        var answers = summary.Answers.SelectMany(static answer => Choices(answer)).ToList();
        if (answers is [IInvocationOperation { TargetMethod: var inner }] && WorkBehind(inner, further) is { } handedOn)
            return handedOn;

        var failed = new HashSet<SyntaxNode>(
            Bodies.Own(body).SelectMany(_sides.Of).Select(static side => side.Value.Settled().Syntax));
        var handlers = new List<ICatchClauseOperation>();
        foreach (var answer in answers)
        {
            var leaving = HandlersLeavingNull(answer);
            if (leaving.IsEmpty && !failed.Contains(answer.Syntax) && MayBeAbsent(answer, Trail.Start)) return null;
            handlers.AddRange(leaving);
        }

        return handlers.Exists(clause => IsTold(clause, summary.Method))
            ? null
            : handlers.Select(clause => clause.Parent is ITryOperation attempt ? _clauses.AttemptOf(attempt) : null)
                .FirstOrDefault(static work => work is { ReachesOut: true });
    }

    /// <summary>The handlers after which an answer is null; none where it is null for another reason.</summary>
    private ImmutableArray<ICatchClauseOperation> HandlersLeavingNull(IOperation answer) =>
        IsNull(answer)
            ? HandlerAround(answer) is { } handler
                ? ImmutableArray.Create(handler)
                : ImmutableArray<ICatchClauseOperation>.Empty
            : FillOf(answer)?.Catches ?? ImmutableArray<ICatchClauseOperation>.Empty;

    private static IEnumerable<IOperation> Choices(IOperation answer) => answer.Settled() switch
    {
        IConditionalOperation { WhenFalse: { } otherwise } choice =>
            [choice.WhenTrue.Settled(), otherwise.Settled()],
        var value => [value],
    };

    private static bool IsNull(IOperation answer) =>
        answer.ConstantValue is { HasValue: true, Value: null }
        || answer is IDefaultValueOperation { Type: var type }
            && (type?.IsReferenceType == true
                || type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T);

    private static ICatchClauseOperation? HandlerAround(IOperation answer) =>
        answer.Ancestors()
            .TakeWhile(static around => around is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            .OfType<ICatchClauseOperation>()
            .FirstOrDefault();

    /// <summary>A local that is null until a try gives it its value: null is left where the try fails.</summary>
    private ITryOperation? FillOf(IOperation answer)
    {
        if (answer is not ILocalReferenceOperation { Local: var local }) return null;
        var locals = Locals.Around(answer, compilation);
        var given = locals.MentionsOf(local).Select(static mention => mention.Parent)
            .OfType<ISimpleAssignmentOperation>()
            .Where(assignment => assignment.Target is ILocalReferenceOperation target
                && SymbolEqualityComparer.Default.Equals(target.Local, local))
            .ToList();
        return locals.InitializerOf(local) is { } first
            && IsNull(first.Settled())
            && given.TrueForAll(assignment =>
                TryAround(assignment) is not null && !MayBeAbsent(assignment.Value.Settled(), Trail.Start))
                ? given.Select(TryAround).FirstOrDefault()
                : null;
    }

    private static ITryOperation? TryAround(IOperation operation) =>
        operation.Ancestors().OfType<ITryOperation>().FirstOrDefault(attempt =>
            operation.IsInside(attempt.Body)
            && attempt.Catches.Any(static clause => Bodies.CanComplete(clause.Handler)));

    /// <summary>
    /// It may be null although nothing has failed: by what was called, or by what a caller is told of that.
    /// </summary>
    private bool MayBeAbsent(IOperation answer, Trail trail) => answer.Settled() switch
    {
        _ when CallStack.IsNearlyFull => true,
        IConditionalAccessOperation or IDefaultValueOperation => true,
        ICoalesceOperation coalesce => MayBeAbsent(coalesce.WhenNull, trail),
        IInvocationOperation { TargetMethod: var method } => MayFindNothing(method),
        ILocalReferenceOperation local => trail.TryPass(local.Local, out var further)
            && (Locals.Around(answer, compilation).InitializerOf(local.Local) is not { } first
                || MayBeAbsent(first, further)),
        IObjectCreationOperation or IThrowOperation or ITupleOperation or IBinaryOperation => false,
        { ConstantValue.HasValue: true } value => IsNull(value),
        IPropertyReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation => answer.Type
            is { NullableAnnotation: NullableAnnotation.Annotated },
        _ => false,
    };

    private static bool MayFindNothing(IMethodSymbol method) =>
        !Reading.Contains(method.Name)
        && (Words.Of(method.Name).Any(Finding.Contains)
            || method.ContainingNamespace?.ToDisplayString().Contains("Caching") == true
            || Tasks.Unwrap(method.ReturnType) is { NullableAnnotation: NullableAnnotation.Annotated });

    /// <summary>
    /// The handler keeps or shows what happened; it only speaks of what is not there; or it is reported for itself.
    /// </summary>
    private bool IsTold(ICatchClauseOperation clause, IMethodSymbol method) =>
        clause.Filter?.DescendantsAndSelf().Any(static part => part is IFieldReferenceOperation
            { Field.Name: "NotFound" or "NoContent" }) == true
        || clause.ExceptionType.Name.Contains("NotFound")
        || Bodies.Own(clause.Handler).Any(static part => part switch
        {
            IAssignmentOperation { Target: IFieldReferenceOperation or IPropertyReferenceOperation } => true,
            IInvocationOperation call =>
                LogCalls.LoudnessOf(call) is null && NotifyingCalls.IsNamedIn(call.TargetMethod),
            _ => false,
        })
        || (_clauses.Of(clause, method) is { } caught
            && caught.HidesFailure()
            && HiddenFailureReport.IsReported(caught));
}
