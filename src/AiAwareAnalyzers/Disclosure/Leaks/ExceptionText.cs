using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Disclosure.Leaks;

/// <summary>The way of an exception's text out of the handler: to a client, or into a result.</summary>
internal sealed class ExceptionText
{
    private const int Patience = 3;

    /// <summary>Calls that write a value down as text.</summary>
    private static readonly ImmutableHashSet<string> Writings = WordSet.Of(
        "ToString Format Concat Join Serialize SerializeObject Trim Replace Substring Add Append GetBytes");

    /// <summary>Calls on an exception that give its type or the one behind it.</summary>
    private static readonly ImmutableHashSet<string> Aspects = WordSet.Of(
        "GetType GetBaseException Flatten Demystify ToStringDemystified");

    private ExceptionText(IOperation text, string sink, bool isMessage)
    {
        Text = text;
        Sink = sink;
        IsMessage = isMessage;
    }

    /// <summary>What is read of the exception: its message, its trace, or the whole of it.</summary>
    public IOperation Text { get; }

    /// <summary>What takes it out.</summary>
    public string Sink { get; }

    /// <summary>Only the message, which an exception of the program may have written for its users.</summary>
    public bool IsMessage { get; }

    /// <summary>
    /// What the exception is known to be where it is read: by a cast, a condition, a filter, or the arm of a switch.
    /// </summary>
    public IReadOnlyList<ITypeSymbol> Thrown
    {
        get
        {
            var exception = Text switch
            {
                IMemberReferenceOperation { Instance: { } instance } => instance,
                IInvocationOperation { Instance: { } instance } => instance,
                _ => Text,
            };
            return NarrowedTypes.Of(exception) ?? [exception.Type!];
        }
    }

    /// <summary>The same text, taken out by something farther on.</summary>
    public ExceptionText TakenBy(string sink) => new(Text, sink, IsMessage);

    /// <summary>Follows a reference to an exception; null where it does not leave.</summary>
    /// <param name="exception">The reference.</param>
    /// <param name="sinkOf">The name of an operation that takes the text out; null for any other.</param>
    public static ExceptionText? From(IOperation exception, Func<IOperation, string?> sinkOf) =>
        Climb(exception, exception, isMessage: false, Trail.OfSteps(Patience), sinkOf);

    private static ExceptionText? Climb(
        IOperation value, IOperation text, bool isMessage, Trail trail, Func<IOperation, string?> sinkOf)
    {
        for (IOperation current = value, parent = value.Parent!;
            parent is not null;
            current = parent, parent = parent.Parent!)
        {
            if (sinkOf(parent) is { } sink) return new(text, sink, isMessage);
            switch (parent)
            {
                case IConversionOperation { Type: var type }
                    when ReferenceEquals(text, current) && ExceptionAudience.IsException(type):
                    text = parent;
                    break;
                case IMemberReferenceOperation member when member.Instance == current:
                    if (member.Type is { IsValueType: true }) return null;
                    if (!ReferenceEquals(text, current)) break;
                    text = member;
                    isMessage = ExceptionAudience.IsAddressed(member.Member);
                    break;
                case IConditionalAccessOperation access
                    when access.Operation == current && text is not IMemberReferenceOperation:
                    isMessage |= MemberBehind(access) is { } read && ExceptionAudience.IsAddressed(read);
                    break;
                case IInvocationOperation call when call.Instance == current:
                    if (!Writings.Contains(call.TargetMethod.Name) && !Aspects.Contains(call.TargetMethod.Name))
                        return null;
                    if (!isMessage) text = call;
                    break;
                case IArgumentOperation argument:
                    if (Carries(argument)) break;
                    if (MadeOf(argument, trail) is not { } made) return null;
                    isMessage |= ReferenceEquals(text, current) && made.IsMessage;
                    break;
                case ISimpleAssignmentOperation assignment when assignment.Value == current:
                    if (assignment.Target is ILocalReferenceOperation local)
                        return OfLocal(local.Local, assignment, text, isMessage, trail, sinkOf);
                    if (assignment.Parent
                        is not IObjectOrCollectionInitializerOperation and not IAnonymousObjectCreationOperation)
                        return null;
                    break;
                case IVariableDeclaratorOperation variable:
                    return OfLocal(variable.Symbol, variable, text, isMessage, trail, sinkOf);
                case IThrowOperation or IReturnOperation or IAnonymousFunctionOperation or IBlockOperation
                    or IExpressionStatementOperation or IIsPatternOperation or IIsTypeOperation or ISwitchOperation:
                    return null;
                case IBinaryOperation { OperatorKind: not BinaryOperatorKind.Add }:
                    return null;
                case IConditionalOperation choice when choice.Condition == current:
                case ISwitchExpressionOperation selection when selection.Value == current:
                    return null;
            }
        }

        return null;
    }

    /// <summary>What is read of the exception right behind <c>?.</c>.</summary>
    private static ISymbol? MemberBehind(IConditionalAccessOperation access) =>
        access.WhenNotNull.DescendantsAndSelf().OfType<IMemberReferenceOperation>()
            .FirstOrDefault(static read => read.Instance is IConditionalAccessInstanceOperation)?.Member;

    /// <summary>
    /// A call that writes text down, or an object of the program's own that keeps what it is made with; another
    /// exception is for other rules.
    /// </summary>
    private static bool Carries(IArgumentOperation argument) => argument.Parent switch
    {
        IInvocationOperation { TargetMethod.Name: var name } => Writings.Contains(name) || Aspects.Contains(name),
        IObjectCreationOperation { Type: { } type } =>
            type.Locations.Any(location => location.IsInSource)
            && !type.Name.EndsWith("Exception", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>
    /// What a method of the program reads of the exception that it is given, and puts into what it returns.
    /// </summary>
    private static ExceptionText? MadeOf(IArgumentOperation argument, Trail trail) =>
        argument is { Parameter: { } parameter, Parent: IInvocationOperation { TargetMethod: var maker } }
        && argument.SemanticModel?.Compilation is { } compilation
        && trail.TryPass(maker, out var further)
        && ReturnValues.BodyOf(maker, compilation) is { } body
            ? Bodies.Own(body)
                .Where(operation => operation is IParameterReferenceOperation mention
                    && mention.Parameter.Ordinal == parameter.Ordinal
                    && !EnvironmentGuard.Covers(mention.Syntax))
                .Select(mention => Climb(mention, mention, isMessage: false, further, AsReturned))
                .FirstOrDefault(static read => read is not null)
            : null;

    private static string? AsReturned(IOperation operation) => operation is IReturnOperation ? "return" : null;

    /// <summary>
    /// The other uses of a local that holds the text, in the block that declares it or gives it the value.
    /// </summary>
    private static ExceptionText? OfLocal(
        ILocalSymbol local,
        IOperation place,
        IOperation text,
        bool isMessage,
        Trail trail,
        Func<IOperation, string?> sinkOf)
    {
        if (trail.IsOver) return null;
        var block = place;
        while (block.Parent is not null && block is not IBlockOperation) block = block.Parent;
        return block.Descendants().OfType<ILocalReferenceOperation>()
            .Where(use =>
                use.Syntax.SpanStart > place.Syntax.Span.End && SymbolEqualityComparer.Default.Equals(use.Local, local))
            .Select(use =>
                Climb(use, text is not IMemberReferenceOperation && ExceptionAudience.IsException(use.Type)
                    ? use
                    : text, isMessage, trail.Deeper(), sinkOf))
            .FirstOrDefault(found => found is not null);
    }
}
