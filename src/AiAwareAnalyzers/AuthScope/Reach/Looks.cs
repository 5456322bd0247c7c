using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.AuthScope.Reach;

/// <summary>
/// Functions that look something up, answer with what they found, and certainly change nothing: a search that is
/// posted. What is not known is no look.
/// </summary>
internal sealed class Looks
{
    /// <summary>How many calls deep a body is followed.</summary>
    private const int Depth = 2;

    private static readonly ImmutableHashSet<string> Looking = WordSet.Of(
        "count exist fetch find get has list load read");

    /// <summary>Words that make a look more than one: <c>GetOrCreate</c>, <c>FindAndLock</c>.</summary>
    private static readonly ImmutableHashSet<string> Joining = WordSet.Of("and or then with");

    /// <summary>What keeps rows, and is taken at its word where its body stands elsewhere.</summary>
    private static readonly ImmutableHashSet<string> Keepers = WordSet.Of("query reader repository store");

    /// <summary>Types of the frameworks whose methods only compute, ask and answer.</summary>
    private static readonly ImmutableHashSet<string> Harmless = WordSet.Of(
        "String Guid Math Enumerable Queryable EntityFrameworkQueryableExtensions Results TypedResults ControllerBase",
        "ArgumentException ArgumentNullException Task ValueTask");

    private readonly Compilation _compilation;
    private readonly CallTargets _targets;

    private Looks(Compilation compilation)
    {
        _compilation = compilation;
        _targets = CallTargets.Of(compilation);
    }

    /// <summary>Whether an endpoint looks something up, and does nothing else.</summary>
    public static bool AreAllOf(Endpoint endpoint, Compilation compilation) =>
        HandlerFunction.Of(endpoint, compilation) is { Body: var body }
        && body.Descendants().OfType<IInvocationOperation>().Any(IsCalledLook)
        && new Looks(compilation).AreAllOf(body, Trail.OfSteps(Depth));

    private bool AreAllOf(IOperation body, Trail trail) =>
        body.DescendantsAndSelf().All(part => part switch
        {
            IInvocationOperation call => IsAnswer(call) || IsLook(call, trail),
            IAssignmentOperation assignment => IsOwn(assignment.Target),
            IIncrementOrDecrementOperation step => IsOwn(step.Target),
            IEventAssignmentOperation or IDynamicInvocationOperation or IDynamicMemberReferenceOperation => false,
            IOperation { Kind: OperationKind.None or OperationKind.Invalid } => false,
            _ => true,
        });

    /// <summary>A local, or a member of what is being made.</summary>
    private static bool IsOwn(IOperation target) => target.Unconverted() switch
    {
        ILocalReferenceOperation or IDiscardOperation or IDeclarationExpressionOperation => true,
        IMemberReferenceOperation { Instance: IInstanceReferenceOperation made } =>
            made.ReferenceKind == InstanceReferenceKind.ImplicitReceiver,
        _ => false,
    };

    private static bool IsAnswer(IInvocationOperation call) =>
        LogCalls.LoudnessOf(call) is not null
        || Harmless.Contains(call.TargetMethod.ContainingType.Name)
            && call.TargetMethod.DeclaringSyntaxReferences.IsEmpty
            && !call.TargetMethod.Name.StartsWith("Execute", StringComparison.Ordinal)
            && !call.TargetMethod.Name.StartsWith("TryUpdate", StringComparison.Ordinal);

    private static bool IsCalledLook(IInvocationOperation call) =>
        Words.StemsOf(call.TargetMethod.Name) is { Length: > 0 } words
        && Looking.Contains(words[0])
        && !words.Any(Joining.Contains)
        && !call.TargetMethod.ReturnsVoid;

    private bool IsLook(IInvocationOperation call, Trail trail)
    {
        if (!IsCalledLook(call)) return false;
        var targets = _targets.Of(call);
        return targets.IsEmpty
            ? IsSet(call) || IsKeptElsewhere(call)
            : targets.All(target =>
                trail.TryPass(target, out var further)
                && ReturnValues.BodyOf(target, _compilation) is { } body
                && AreAllOf(body, further));
    }

    private static bool IsSet(IInvocationOperation call) =>
        EntityFramework.EntityOf(call.TargetMethod.ContainingType) is not null;

    private static bool IsKeptElsewhere(IInvocationOperation call) =>
        Words.StemsOf(call.TargetMethod.ContainingType.Name) is { Length: > 0 } words && Keepers.Contains(words[^1]);
}
