using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Materialization.Enumeration;
using AiAwareAnalyzers.Materialization.Streaming;

namespace AiAwareAnalyzers.Materialization.Looping;

/// <summary>
/// What repeats an operation for each element of a sequence: a loop, or a lambda that an operator calls.
/// </summary>
internal sealed class Repetition
{
    private readonly ImmutableArray<ISymbol> _elements;
    private readonly ISymbol? _indexed;

    private Repetition(IOperation scope, IOperation sequence, ImmutableArray<ISymbol> elements, ISymbol? indexed = null)
    {
        Scope = scope;
        Sequence = sequence;
        _elements = elements;
        _indexed = indexed;
    }

    /// <summary>The loop or lambda.</summary>
    public IOperation Scope { get; }

    public IOperation Sequence { get; }

    /// <summary>
    /// The innermost repetition around an operation; null where it runs once, or as often as nobody knows.
    /// </summary>
    public static Repetition? Of(IOperation operation, Compilation compilation)
    {
        var child = operation;
        foreach (var parent in operation.Ancestors())
        {
            if (parent is ILoopOperation loop && child == loop.Body) return OfLoop(loop, compilation);
            if (parent is ILocalFunctionOperation) return null;
            if (IsTranslated(parent)) return null;
            if (parent is IAnonymousFunctionOperation lambda)
                return IsPartOfQuery(lambda) ? null : OfLambda(lambda, Sequences.Of(compilation));
            child = parent;
        }

        return null;
    }

    /// <summary>A lambda inside one that becomes an expression tree: the database runs both as one query.</summary>
    private static bool IsPartOfQuery(IAnonymousFunctionOperation lambda) => lambda.Ancestors().Any(IsTranslated);

    private static bool IsTranslated(IOperation operation) =>
        operation is IConversionOperation { Type.Name: "Expression" }
            or IDelegateCreationOperation { Type.Name: "Expression" };

    /// <summary>
    /// Whether an operation is the current element: the loop's variable, the lambda's parameter, <c>keys[i]</c>, a
    /// column of the reader.
    /// </summary>
    public bool IsElement(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Arguments: { Length: 1 } index, Instance: { } instance } =>
            _indexed is not null && Is(instance, _indexed) && IsOne(index[0].Value),
        IArrayElementReferenceOperation { Indices: { Length: 1 } index, ArrayReference: var array } =>
            _indexed is not null && Is(array, _indexed) && IsOne(index[0]),
        ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation =>
            _indexed is null && IsOne(operation),
        _ => false,
    };

    private bool IsOne(IOperation operation) => _elements.Any(element => Is(operation, element));

    private static Repetition? OfLoop(ILoopOperation loop, Compilation compilation) => loop switch
    {
        IForEachLoopOperation each => new(each, each.Collection.Bare(), each.Locals.ToImmutableArray<ISymbol>()),
        IForLoopOperation counted => OfCount(counted),
        IWhileLoopOperation { Condition: { } condition, ConditionIsTop: true } =>
            OfReader(loop, condition, Streams.Of(compilation)),
        _ => null,
    };

    /// <summary>
    /// <c>for (var i = 0; i &lt; keys.Count; i++)</c>: one element after the other, no page after page.
    /// </summary>
    private static Repetition? OfCount(IForLoopOperation loop)
    {
        if (loop.Condition?.Bare() is not IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan } condition
            || condition.LeftOperand.Bare() is not ILocalReferenceOperation { Local: var index }
            || condition.RightOperand.Bare()
                is not IPropertyReferenceOperation { Property.Name: "Count" or "Length", Instance: { } sequence }
            || loop.AtLoopBottom.Length != 1
            || loop.AtLoopBottom[0]
                is not IExpressionStatementOperation
                    { Operation: IIncrementOrDecrementOperation { Kind: OperationKind.Increment } })
            return null;
        return Values.VariableOf(sequence.Bare()) is { } indexed
            ? new(loop, sequence.Bare(), ImmutableArray.Create<ISymbol>(index), indexed)
            : null;
    }

    /// <summary><c>while (reader.Read())</c>, <c>while ((line = reader.ReadLine()) != null)</c>.</summary>
    private static Repetition? OfReader(ILoopOperation loop, IOperation condition, Streams streams)
    {
        var read = condition.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault(streams.ReadsOn);
        if (read?.Instance?.Bare() is not { } reader || Values.VariableOf(reader) is not { } symbol) return null;
        var line = read.User() is ISimpleAssignmentOperation assignment
            ? Values.VariableOf(assignment.Target.Bare())
            : null;
        return new(loop, reader, line is null ? ImmutableArray.Create(symbol) : ImmutableArray.Create(symbol, line));
    }

    /// <summary>What a lambda is called for each element of, in memory: in a query the database joins.</summary>
    private static Repetition? OfLambda(IAnonymousFunctionOperation lambda, Sequences sequences) =>
        lambda is { Parent: IDelegateCreationOperation creation, Symbol.Parameters.Length: > 0 }
        && sequences.CallOf(creation.User()) is { } call
        && call.Lambda == lambda
        && !sequences.IsQuery(call.Source.Bare().Type)
            ? new(lambda, call.Source.Bare(), ImmutableArray.Create<ISymbol>(lambda.Symbol.Parameters[0]))
            : null;

    private static bool Is(IOperation operation, ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(Values.VariableOf(operation.Bare()), symbol);
}
