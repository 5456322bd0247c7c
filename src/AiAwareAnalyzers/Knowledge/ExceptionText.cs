namespace AiAwareAnalyzers.Knowledge;

/// <summary>The way of an exception's text to a client.</summary>
internal sealed class ExceptionText
{
    private const int Patience = 3;

    /// <summary>Calls that write a value down as text.</summary>
    private static readonly ImmutableHashSet<string> Writings = ImmutableHashSet.Create(
        StringComparer.Ordinal, "ToString", "Format", "Concat", "Join", "Serialize", "SerializeObject", "Trim", "Replace", "Substring", "Add", "Append", "GetBytes");

    private ExceptionText(IOperation text, string sink, bool isMessage)
    {
        Text = text;
        Sink = sink;
        IsMessage = isMessage;
    }

    /// <summary>What is read of the exception: its message, its trace, or the whole of it.</summary>
    public IOperation Text { get; }

    /// <summary>What sends it.</summary>
    public string Sink { get; }

    /// <summary>Only the message, which an exception of the program may have written for its users.</summary>
    public bool IsMessage { get; }

    /// <summary>Follows a reference to an exception; null where it does not leave.</summary>
    public static ExceptionText? From(IOperation exception) => Climb(exception, exception, isMessage: false, Patience);

    private static ExceptionText? Climb(IOperation value, IOperation text, bool isMessage, int patience)
    {
        for (IOperation current = value, parent = value.Parent!; parent is not null; current = parent, parent = parent.Parent!)
        {
            switch (parent)
            {
                case IMemberReferenceOperation member when member.Instance == current:
                    if (!ReferenceEquals(text, current)) break;
                    text = member;
                    isMessage = member.Member.Name == "Message";
                    break;
                case IInvocationOperation call when call.Instance == current:
                    if (!Writings.Contains(call.TargetMethod.Name) && call.TargetMethod.Name != "GetType") return null;
                    if (!isMessage) text = call;
                    break;
                case IArgumentOperation argument:
                    if (ResponseSinks.Of(argument) is { } sink) return new(text, sink, isMessage);
                    if (argument.Parent is not IInvocationOperation { TargetMethod.Name: var name } || !Writings.Contains(name)) return null;
                    break;
                case ISimpleAssignmentOperation assignment when assignment.Value == current:
                    if (ResponseSinks.Of(assignment) is { } target) return new(text, target, isMessage);
                    if (assignment.Target is ILocalReferenceOperation local) return OfLocal(local.Local, assignment, text, isMessage, patience);
                    if (assignment.Parent is not IObjectOrCollectionInitializerOperation and not IAnonymousObjectCreationOperation) return null;
                    break;
                case IVariableDeclaratorOperation variable:
                    return OfLocal(variable.Symbol, variable, text, isMessage, patience);
                case IThrowOperation or IReturnOperation or IAnonymousFunctionOperation or IBlockOperation or IExpressionStatementOperation or IIsPatternOperation or IIsTypeOperation or ISwitchOperation:
                    return null;
                case IBinaryOperation { OperatorKind: not BinaryOperatorKind.Add }:
                    return null;
                case IConditionalOperation choice when choice.Condition == current:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The other uses of a local that holds the text, in the block that declares it or gives it the value.</summary>
    private static ExceptionText? OfLocal(ILocalSymbol local, IOperation place, IOperation text, bool isMessage, int patience)
    {
        if (patience == 0) return null;
        var block = place;
        while (block.Parent is not null && block is not IBlockOperation) block = block.Parent;
        return block.Descendants().OfType<ILocalReferenceOperation>()
            .Where(use => use.Syntax.SpanStart > place.Syntax.Span.End && SymbolEqualityComparer.Default.Equals(use.Local, local))
            .Select(use => Climb(use, text, isMessage, patience - 1))
            .FirstOrDefault(found => found is not null);
    }
}
