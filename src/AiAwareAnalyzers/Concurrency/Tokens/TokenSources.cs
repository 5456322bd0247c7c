using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.Concurrency.Tokens;

/// <summary>What a source of tokens is made for, the plainest last.</summary>
internal enum Purpose
{
    /// <summary>It is out of sight where the source comes from, or somebody else may know of it.</summary>
    Unknown,

    /// <summary>Nothing is ended by it but by hand.</summary>
    None,

    /// <summary>It is over when one of several tokens is.</summary>
    Link,

    /// <summary>It is over after a time.</summary>
    Limit,
}

/// <summary>Sources of tokens that a function makes for itself, and whether anybody is given what they hold.</summary>
internal sealed class TokenSources(Compilation compilation)
{
    /// <summary>How many helpers are followed to where a source is made.</summary>
    private const int Patience = 3;

    /// <summary>What ends nothing as long as nobody has the token.</summary>
    private static readonly ImmutableHashSet<string> Quiet = WordSet.Of(
        "CancelAfter Cancel CancelAsync Dispose");

    private readonly MethodSummaries _summaries = MethodSummaries.Of(compilation);

    public static bool Are(ITypeSymbol? type) =>
        type is { Name: "CancellationTokenSource", ContainingNamespace.Name: "Threading" };

    /// <summary>What a source is made for that stays in a local, and whose token nobody is given.</summary>
    public Purpose PurposeOf(ILocalSymbol source, IOperation place) =>
        PurposeOf(source, place, static _ => false, Trail.OfSteps(Patience));

    private Purpose PurposeOf(ILocalSymbol source, IOperation place, Func<IOperation, bool> isKnown, Trail trail)
    {
        var locals = Locals.Around(place, compilation);
        var mentions = locals.MentionsOf(source);
        if (!mentions.All(mention => isKnown(mention) || IsQuiet(mention, locals))) return Purpose.Unknown;

        var made = Together(mentions.Select(AssignedTo).Append(locals.InitializerOf(source)), trail);
        return made != Purpose.Unknown && mentions.Any(static mention => CallOn(mention) == "CancelAfter")
            ? Purpose.Limit
            : made;
    }

    private Purpose Together(IEnumerable<IOperation?> values, Trail trail)
    {
        var purpose = Purpose.None;
        foreach (var value in values.OfType<IOperation>())
        {
            var made = MadeBy(value.Bare(), trail);
            if (made == Purpose.Unknown) return made;
            if (made > purpose) purpose = made;
        }

        return purpose;
    }

    private Purpose MadeBy(IOperation value, Trail trail) => value switch
    {
        _ when CallStack.IsNearlyFull => Purpose.Unknown,
        { ConstantValue: { HasValue: true, Value: null } } => Purpose.None,
        IConditionalOperation choice => Together([choice.WhenTrue, choice.WhenFalse], trail),
        IObjectCreationOperation made when Are(made.Type) =>
            made.Arguments.FirstOrDefault() is { Value: var time } && !IsEndless(time) ? Purpose.Limit : Purpose.None,
        IInvocationOperation { TargetMethod.Name: "CreateLinkedTokenSource" } link when Are(link.Type) =>
            LinkedBy(link).Skip(1).Any() ? Purpose.Link : Purpose.None,
        IInvocationOperation helper when Are(helper.Type) => MadeBehind(helper, trail),
        _ => Purpose.Unknown,
    };

    /// <summary>The tokens that a source is linked to.</summary>
    public static IEnumerable<IOperation> LinkedBy(IInvocationOperation link) =>
        link.Arguments.SelectMany(static argument => Elements.Of(argument.Value));

    /// <summary>A method of this project that makes the source, and keeps nothing of it.</summary>
    private Purpose MadeBehind(IInvocationOperation helper, Trail trail)
    {
        if (!trail.TryPass(helper.TargetMethod.OriginalDefinition, out var further)
            || _summaries.Behind(helper.TargetMethod) is not { Length: 1 } bodies)
            return Purpose.Unknown;

        var made = bodies[0].Answers.Select(answer => AnswerOf(answer.Bare(), further)).ToList();
        return made.Count == 0 || made.Contains(Purpose.Unknown) ? Purpose.Unknown : made.Max();
    }

    private Purpose AnswerOf(IOperation answer, Trail trail) =>
        answer is ILocalReferenceOperation { Local: var source }
            ? PurposeOf(source, answer, static mention => Locals.Of(mention) == Mention.Returned, trail)
            : MadeBy(answer, trail);

    private static bool IsEndless(IOperation time) =>
        time.Bare() is { ConstantValue: { HasValue: true, Value: -1 } }
            or IFieldReferenceOperation { Field.ContainingType.Name: "Timeout" };

    private static IOperation? AssignedTo(IOperation mention) =>
        mention.Parent is ISimpleAssignmentOperation assignment && assignment.Target == mention
            ? assignment.Value
            : null;

    /// <summary>The name of the method that is called on a source, also behind <c>?.</c>.</summary>
    private static string? CallOn(IOperation mention) => mention.Parent switch
    {
        IInvocationOperation call when call.Instance == mention => call.TargetMethod.Name,
        IConditionalAccessOperation { WhenNotNull: IInvocationOperation
            { Instance: IConditionalAccessInstanceOperation } call } access when access.Operation == mention =>
            call.TargetMethod.Name,
        _ => null,
    };

    /// <summary>Whether nobody learns by a mention when the source is over, but for a handler that comes too late.
    /// </summary>
    private bool IsQuiet(IOperation mention, Locals locals) =>
        IsInOwnFunction(mention, locals)
        && (CallOn(mention) is { } call ? Quiet.Contains(call) : Values.UserOf(mention) switch
        {
            IUsingOperation => true,
            ISimpleAssignmentOperation assignment => assignment.Target == mention && Replaces(assignment),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } => true,
            IIsPatternOperation { Pattern: not IDeclarationPatternOperation } => true,
            IPropertyReferenceOperation { Property.Name: "Token" } token => IsUnread(token, locals),
            IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" } asked => IsInHandler(asked),
            _ => false,
        });

    /// <summary>As a statement of its own; within an expression the source may go on from there.</summary>
    private static bool Replaces(ISimpleAssignmentOperation assignment) =>
        assignment.Parent is IExpressionStatementOperation;

    private static bool IsInOwnFunction(IOperation mention, Locals locals) =>
        mention is ILocalReferenceOperation { Local: var source }
        && locals.DeclarationOf(source) is { } declaration
        && Bodies.FunctionAround(mention) == Bodies.FunctionAround(declaration);

    /// <summary>A token that is thrown away, put into a local that nobody reads, or asked by a handler.</summary>
    private static bool IsUnread(IOperation token, Locals locals) => Values.UserOf(token) switch
    {
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var kept } } =>
            locals.MentionsOf(kept).Count == 0,
        ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
        IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" } asked => IsInHandler(asked),
        _ => false,
    };

    /// <summary>What a catch clause asks ends nothing any more.</summary>
    private static bool IsInHandler(IOperation asked) =>
        asked.Ancestors()
            .TakeWhile(static around => around is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            .Any(static around => around is ICatchClauseOperation);
}
