using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>Which cancellation tokens came from the caller, seen from a piece of code.</summary>
internal sealed class CallerTokens(SyntaxNode body)
{
    /// <summary>How many locals and linked sources are followed.</summary>
    private const int Patience = 3;

    /// <summary>
    /// The token that somebody else gave us, directly, in a local, or linked into a source of our own; null for a mere
    /// time limit, which is a failure when one runs into it.
    /// </summary>
    public IOperation? Behind(IOperation value) => Behind(value, Trail.OfSteps(Patience));

    /// <summary>A pause or a call that is given a token ends with it: there a cancellation comes out.</summary>
    public static bool End(IAwaitOperation awaited) =>
        awaited.Settled() is IInvocationOperation call
        && call.Arguments.Any(static argument =>
            argument.ArgumentKind == ArgumentKind.Explicit && AreLive(argument.Value));

    /// <summary>
    /// The next thing to be awaited behind a try is given a token too: there the cancellation comes out.
    /// </summary>
    public static bool EndBehind(IOperation statement) =>
        statement.Parent is IBlockOperation block
        && block.Operations.Skip(block.Operations.IndexOf(statement) + 1)
            .SelectMany(Bodies.Own)
            .OfType<IAwaitOperation>()
            .FirstOrDefault() is { } next
        && End(next);

    /// <summary>
    /// A loop that runs until the token is cancelled, or looks at it first in each round, ends in the next one: only
    /// a log line is wrong. A loop around it that does so comes too late: the other rounds of the inner one go on.
    /// </summary>
    public static bool EndLoopAround(IOperation place) =>
        place.Ancestors().FirstOrDefault(static outer =>
            outer is ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation) is ILoopOperation loop
        && (loop is IWhileLoopOperation { Condition: { } condition } && AreAskedIn(condition)
            || loop.Body is IBlockOperation round && BeginWithLook(round, place));

    private static bool AreAskedIn(IOperation condition) =>
        condition.DescendantsAndSelf().Any(static part =>
            Cancellations.IsAskedBy(part) || Cancellations.IsToken(part.Type));

    /// <summary>What stands in front of a place in a round throws or leaves when the token is cancelled.</summary>
    private static bool BeginWithLook(IBlockOperation round, IOperation place) =>
        round.Operations.TakeWhile(each => each.Syntax.SpanStart < place.Syntax.SpanStart)
            .Any(each => each switch
            {
                IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod.Name:
                    "ThrowIfCancellationRequested" } } => true,
                IConditionalOperation { Condition: var condition } => AreAskedIn(condition),
                _ => Bodies.Own(each).OfType<IAwaitOperation>().Any(other => !place.IsInside(other) && End(other)),
            });

    /// <summary>A token that may be cancelled one day.</summary>
    public static bool AreLive(IOperation value) =>
        value is { ConstantValue.HasValue: false } and not IDefaultValueOperation
            and not IPropertyReferenceOperation { Property.IsStatic: true }
        && Cancellations.IsToken(value.Type);

    private IOperation? Behind(IOperation value, Trail trail) =>
        trail.IsOver
        || value.ConstantValue.HasValue
        || value.Type is not { Name: "CancellationToken", ContainingNamespace.Name: "Threading" } ? null : value switch
        {
            IParameterReferenceOperation { Parameter: var parameter } => IsDeclaredInside(parameter) ? null : value,
            IFieldReferenceOperation { Field.IsStatic: false } => IsKnownOutside(value) ? value : null,
            IPropertyReferenceOperation { Property: { Name: "Token", ContainingType.Name: "CancellationTokenSource" },
                Instance: ILocalReferenceOperation source } =>
                BehindLink(source, trail),
            IPropertyReferenceOperation
                { Property: { IsStatic: false, ContainingType.Name: not "CancellationTokenSource" } } =>
                IsKnownOutside(value) ? value : null,
            ILocalReferenceOperation local when trail.InitialValueOf(local, out var further) is { } initializer =>
                Behind(initializer, further),
            _ => null,
        };

    /// <summary>The first of the caller's tokens among those that a source is linked to.</summary>
    private IOperation? BehindLink(ILocalReferenceOperation source, Trail trail) =>
        trail.InitialValueOf(
            source, out var further) is IInvocationOperation { TargetMethod.Name: "CreateLinkedTokenSource" } link
            ? link.Arguments.SelectMany(static argument => Elements.Of(argument.Value))
                .Select(token => Behind(token, further))
                .FirstOrDefault(static token => token is not null)
            : null;

    private bool IsKnownOutside(IOperation value) =>
        !value.DescendantsAndSelf().Any(part =>
            Values.VariableOrPropertyOf(part) is { Kind: SymbolKind.Local or SymbolKind.Parameter } local
            && IsDeclaredInside(local));

    private bool IsDeclaredInside(ISymbol local) =>
        local.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration
        && declaration.SyntaxTree == body.SyntaxTree
        && body.Span.Contains(declaration.Span);
}
