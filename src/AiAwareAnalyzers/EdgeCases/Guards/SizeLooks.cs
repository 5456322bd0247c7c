using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.Guards;

/// <summary>Whether a body asks if a sequence has any element, in whatever spelling.</summary>
internal static class SizeLooks
{
    /// <summary>
    /// Whether the body that a use stands in asks the sequence, or what it is made of, or the like-named member of
    /// another object; or fills it, or walks it around the use.
    /// </summary>
    public static bool Exist(IOperation sequence, IOperation use)
    {
        var root = Sequences.RootOf(sequence);
        return OperationTree.Around(use).Any(operation => IsLook(operation, root, use));
    }

    /// <summary>Whether an element was taken before, which throws where there is none.</summary>
    public static bool AreOvertaken(IOperation sequence, IOperation use)
    {
        var root = Sequences.RootOf(sequence);
        return OperationTree.Around(use).Any(operation =>
            operation is IInvocationOperation
                { TargetMethod.Name: "Average" or "First" or "Last" or "Single" or "Max" or "Min" } call
            && call.Syntax.SpanStart < use.Syntax.SpanStart
            && Sequences.SourceOf(call) is { } source
            && IsSame(source, root));
    }

    private static bool IsLook(IOperation operation, IOperation root, IOperation use) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Count" or "Length" or "IsEmpty" or "IsDefaultOrEmpty" } size =>
            size.Instance is { } sized && IsCompared(size) && IsSame(sized, root),
        IInvocationOperation { TargetMethod.Name: var name } call =>
            Sequences.SourceOf(call) is { } asked && Asks(name, call) && IsSame(asked, root),
        IIsPatternOperation match => SaysMoreThanNull(match.Pattern) && IsSame(match.Value, root),
        IArgumentOperation { Parent: IInvocationOperation
            { TargetMethod: { ReturnType.SpecialType: SpecialType.System_Boolean, IsStatic: true } } } argument =>
            IsSame(argument.Value, root),
        ISwitchExpressionOperation choice => IsSame(choice.Value, root),
        IForEachLoopOperation loop => use.IsInside(loop.Body) && IsSame(loop.Collection, root),
        IAnonymousFunctionOperation each => IsForEach(each, root) && use.IsInside(each.Body),
        _ => false,
    };

    /// <summary>What an operator does with each element, it does where there is one.</summary>
    private static bool IsForEach(IAnonymousFunctionOperation function, IOperation root) =>
        function.Parent is { Parent: IArgumentOperation { Parent: IInvocationOperation call } }
        && Sequences.IsOperator(call.TargetMethod)
        && Sequences.SourceOf(call) is { } walked
        && IsSame(walked, root);

    private static bool Asks(string name, IInvocationOperation call) => name switch
    {
        "Any" or "AnyAsync" or "Contains" or "Exists" or "TryGetNonEnumeratedCount" => true,
        "Add" or "AddRange" or "Insert" or "Push" or "Enqueue" => true,
        "Count" or "CountAsync" or "LongCount" => IsCompared(call),
        "FirstOrDefault" or "LastOrDefault" or "SingleOrDefault" or "FirstOrDefaultAsync" or "DefaultIfEmpty" => true,
        _ => false,
    };

    /// <summary>A size that is divided by is no look at it; one that is compared, kept or handed on may be.</summary>
    private static bool IsCompared(IOperation size)
    {
        var value = size.Outermost();
        while (value.Parent is IConditionalAccessOperation or IConversionOperation or ICoalesceOperation)
            value = value.Parent;
        return value.Parent switch
        {
            IBinaryOperation { OperatorKind: var kind } =>
                kind is >= BinaryOperatorKind.Equals and <= BinaryOperatorKind.GreaterThan,
            IIsPatternOperation or ISwitchExpressionOperation or ISwitchOperation or IArgumentOperation => true,
            IUnaryOperation or IConditionalOperation => true,
            _ => false,
        };
    }

    private static bool SaysMoreThanNull(IPatternOperation pattern) =>
        OperationTree.Of(pattern).Any(part => part is IPropertySubpatternOperation or IListPatternOperation);

    private static bool IsSame(IOperation sequence, IOperation root)
    {
        var other = Sequences.RootOf(sequence);
        return Place.Of(root) is { } place && place.IsReadBy(other)
            || root is IPropertyReferenceOperation { Property: var property }
                && other is IPropertyReferenceOperation { Property: var asked }
                && SymbolEqualityComparer.Default.Equals(property, asked);
    }
}
