using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Testing.Edges;

/// <summary>What a value is by its spelling alone: nothing is followed.</summary>
internal static class Spelled
{
    /// <summary>Null where that is not known.</summary>
    public static Fed? Of(IOperation value)
    {
        if (value.ConstantValue is { HasValue: true, Value: var constant }) return Fed.Of(constant);
        var bare = value.Bare();
        if (bare.ConstantValue is { HasValue: true, Value: var known }) return Fed.Of(known);
        return bare switch
        {
            IDefaultValueOperation { Type: { } type } => CanBeNull(type) ? Fed.Null : null,
            IFieldReferenceOperation field when Questions.IsEmptyText(field) => Fed.Of(""),
            IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.Name: nameof(ImmutableArray) } } =>
                Fed.OfSize(0),
            IArrayCreationOperation array => Fed.OfSize(SizeOf(array)),
            IArrayInitializerOperation { ElementValues.Length: var size } => Fed.OfSize(size),
            IObjectCreationOperation made => OfNew(made),
            IInvocationOperation call => OfCall(call),
            IInterpolatedStringOperation text => HasWords(text.Parts) ? new(HasWords: true) : null,
            IBinaryOperation { Type.SpecialType: SpecialType.System_String } sum =>
                HasWords(sum.ChildOperations) ? new(HasWords: true) : null,
            IAnonymousFunctionOperation or ITypeOfOperation or ITupleOperation or IAnonymousObjectCreationOperation =>
                Fed.Made,
            { Kind: NewerSyntax.CollectionExpression } list => Fed.OfSize(SizeOf(list)),
            _ => null,
        };
    }

    /// <summary>The elements of an array or a list that is written out; null where there may be others.</summary>
    public static IEnumerable<IOperation>? ElementsOf(IOperation value) => value.Bare() switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
        IArrayInitializerOperation { ElementValues: var elements } => elements,
        { Kind: NewerSyntax.CollectionExpression } list when SizeOf(list) is not null => list.ChildOperations,
        IObjectCreationOperation { Arguments.IsEmpty: true, Initializer.Initializers: var added }
            when added.All(static one => one is IInvocationOperation { Arguments.Length: 1 }) =>
            added.Select(static one => ((IInvocationOperation)one).Arguments[0].Value),
        _ => null,
    };

    private static bool CanBeNull(ITypeSymbol type) =>
        type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static int? SizeOf(IArrayCreationOperation array) =>
        array is { DimensionSizes: { Length: 1 } sizes }
        && sizes[0].ConstantValue is { HasValue: true, Value: int size }
            ? size
            : null;

    private static int? SizeOf(IOperation list) =>
        list.ChildOperations.All(static element => element.Kind != NewerSyntax.Spread)
            ? list.ChildOperations.Count
            : null;

    private static Fed? OfNew(IObjectCreationOperation made)
    {
        if (made.Type is not { } type) return null;
        if (type.SpecialType == SpecialType.System_String) return OfRepeated(made.Arguments);
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T) return null;
        return IsCollection(type) && made.Arguments.IsEmpty
            ? Fed.OfSize(made.Initializer?.Initializers.Length ?? 0)
            : Fed.Made;
    }

    private static bool IsCollection(ITypeSymbol type) => type.AllInterfaces.Any(static contract =>
        contract.SpecialType == SpecialType.System_Collections_IEnumerable);

    /// <summary><c>new string('a', 300)</c></summary>
    private static Fed? OfRepeated(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.Length == 2
        && arguments[0].Value.ConstantValue is { HasValue: true, Value: char letter }
        && arguments[1].Value.ConstantValue is { HasValue: true, Value: int times }
            ? new(Size: times, HasWords: times > 0 && !char.IsWhiteSpace(letter))
            : null;

    private static Fed? OfCall(IInvocationOperation call) => call switch
    {
        { TargetMethod: { Name: "Empty", ContainingType.Name: nameof(Array) or nameof(Enumerable) } } => Fed.OfSize(0),
        { TargetMethod.Name: nameof(Enumerable.Range) or nameof(Enumerable.Repeat), Arguments: { Length: 2 } arguments }
            when Measure.IsOfLinq(call)
            && arguments[1].Value.ConstantValue is { HasValue: true, Value: int count } => Fed.OfSize(count),
        { TargetMethod.Name: "ToList" or "ToArray", Arguments: { Length: 1 } list }
            when Measure.IsOfLinq(call) && ElementsOf(list[0].Value) is { } elements =>
            Fed.OfSize(elements.Count()),
        _ => null,
    };

    private static bool HasWords(IEnumerable<IOperation> parts) => parts.Any(static part =>
        (part is IInterpolatedStringTextOperation text ? text.Text : part).ConstantText() is { } words
        && !string.IsNullOrWhiteSpace(words));
}
