using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Materialization.Looping;

/// <summary>What runs again and again, and whether it runs often.</summary>
internal static class Loops
{
    /// <summary>So many rounds that are written in the code do no harm.</summary>
    private const int Few = 100;

    /// <summary>The innermost loop that repeats an operation, in the same function.</summary>
    public static ILoopOperation? Around(IOperation operation)
    {
        var child = operation;
        foreach (var parent in operation.Ancestors())
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation) return null;
            if (parent is ILoopOperation loop && Repeats(loop, child)) return loop;
            child = parent;
        }

        return null;
    }

    /// <summary>
    /// Whether the number of rounds grows with data: not a few that the code itself names, and no attempt after
    /// attempt.
    /// </summary>
    public static bool IsOverData(ILoopOperation loop) => loop switch
    {
        IForEachLoopOperation each => !IsSmall(each.Collection),
        IForLoopOperation { Condition: { } condition } => HasOpenBound(condition),
        IWhileLoopOperation { Condition: { } condition } => Reads(condition),
        _ => false,
    };

    /// <summary>A sequence whose few elements stand in the code, or are those of an enum.</summary>
    public static bool IsSmall(IOperation sequence)
    {
        if (CallStack.IsNearlyFull) return false;
        var value = sequence.Bare();
        return value switch
        {
            IArrayCreationOperation { Initializer: not null } => true,
            IObjectCreationOperation { Initializer: not null } => true,
            { Kind: NewerSyntax.CollectionExpression } =>
                !value.ChildOperations.Any(element => element.Kind == NewerSyntax.Spread),
            IInvocationOperation { TargetMethod: { Name: "GetValues" or "GetNames",
                ContainingType: { Name: "Enum", ContainingNamespace.Name: "System" } } } =>
                true,
            IInvocationOperation { TargetMethod.ContainingType: var type } when IsReflection(type) => true,
            IPropertyReferenceOperation { Property.ContainingType.Name: var owner } when IsSettings(owner) => true,
            IInvocationOperation
                { TargetMethod: { Name: "Range" or "Repeat", ContainingType.Name: "Enumerable" } } range =>
                range.Arguments.All(argument => argument.Value.ConstantValue is { HasValue: true }),
            IInvocationOperation { Arguments.Length: > 0 } call
                when call.TargetMethod.ContainingType.Name == "Enumerable" => IsSmall(call.Arguments[0].Value),
            IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } } => true,
            IFieldReferenceOperation { Field: { IsReadOnly: true, Type: IArrayTypeSymbol } } => true,
            IPropertyReferenceOperation { Property: { IsStatic: true, SetMethod: null } } => true,
            IParameterReferenceOperation { Parameter.IsParams: true } => true,
            IParameterReferenceOperation { Parameter: { Name: "args",
                Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } } } =>
                true,
            _ => false,
        };
    }

    /// <summary>Attributes and members of a type are as many as somebody has written.</summary>
    private static bool IsReflection(ITypeSymbol type) =>
        type is { ContainingNamespace: { Name: "Reflection", ContainingNamespace.Name: "System" } }
            or { Name: "Type", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>What stands in a configuration was written by hand.</summary>
    private static bool IsSettings(string type) =>
        type.EndsWith("Options", StringComparison.Ordinal)
        || type.EndsWith("Settings", StringComparison.Ordinal)
        || type.EndsWith("Configuration", StringComparison.Ordinal);

    /// <summary>Whether control leaves the loop behind an operation, so that it runs once.</summary>
    public static bool IsLastRound(IOperation operation, ILoopOperation loop)
    {
        for (var current = operation; current.Parent is { } parent && current != loop; current = parent)
            if (parent is IBlockOperation block && block.Operations.Length > 0
                && block.Operations[^1] is IBranchOperation { BranchKind: BranchKind.Break }
                    or IReturnOperation { Kind: OperationKind.Return }
                    or IThrowOperation
                    or IExpressionStatementOperation { Operation: IThrowOperation })
                return true;
        return false;
    }

    private static bool Repeats(ILoopOperation loop, IOperation child) => loop switch
    {
        IForEachLoopOperation each => child == each.Body,
        IForLoopOperation { Before: var before } => !before.Contains(child),
        _ => true,
    };

    private static bool HasOpenBound(IOperation condition) =>
        condition is not IBinaryOperation binary
        || !(IsFew(binary.LeftOperand) || IsFew(binary.RightOperand));

    private static bool IsFew(IOperation bound) =>
        bound.Bare().ConstantValue is { HasValue: true, Value: int value } && value is > 1 and <= Few;

    /// <summary>A loop that reads on until there is nothing left.</summary>
    private static bool Reads(IOperation condition) =>
        condition.DescendantsAndSelf()
            .Any(operation => operation is IInvocationOperation { TargetMethod.Name: var name }
                && (name.StartsWith("Read", StringComparison.Ordinal)
                    || name.StartsWith("MoveNext", StringComparison.Ordinal)
                    || name.StartsWith("Try", StringComparison.Ordinal)
                    || name.StartsWith("WaitToRead", StringComparison.Ordinal))
                || operation is IPropertyReferenceOperation { Property.Name: "Count" or "EndOfStream" });
}
