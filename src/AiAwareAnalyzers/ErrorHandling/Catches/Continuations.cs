using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>Where control goes from a statement, and what was there before it.</summary>
internal static class Continuations
{
    /// <summary>
    /// What runs after a statement: the next one that does something, the loop whose next round it is, or null at the
    /// end of the function.
    /// </summary>
    public static IOperation? After(IOperation statement)
    {
        for (IOperation? current = statement; current is not null; current = current.Parent)
        {
            switch (current.Parent)
            {
                case null or IMethodBodyBaseOperation or IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return null;
                case ILoopOperation loop: return loop;
                case ISwitchCaseOperation: return current;
                case IBlockOperation block when FollowerIn(block, current) is { } follower: return follower;
            }
        }

        return null;
    }

    /// <summary>The loop that a <c>continue</c> or <c>break</c> at this place is for.</summary>
    public static ILoopOperation? LoopAround(IOperation statement)
    {
        for (var parent = statement.Parent;
            parent is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation or ISwitchOperation);
            parent = parent.Parent)
            if (parent is ILoopOperation loop) return loop;
        return null;
    }

    /// <summary>Whether a return or a jump leads out of a body, and is not one of a lambda or a loop inside.</summary>
    public static bool LeavesFrom(IOperation exit, IOperation body)
    {
        for (var parent = exit.Parent; parent is not null && parent != body; parent = parent.Parent)
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation
                || (exit is IBranchOperation && parent is ILoopOperation or ISwitchOperation))
                return false;
        return true;
    }

    /// <summary>A loop that ends by itself after so many rounds.</summary>
    public static bool IsCounted(ILoopOperation loop) => loop switch
    {
        IForLoopOperation { Condition: { } condition } => ComparesNumbers(condition),
        IWhileLoopOperation { Condition: { } condition } => ComparesNumbers(condition),
        _ => false,
    };

    /// <summary>The value that a local is declared with, in a block around the statement.</summary>
    public static IOperation? InitializerBefore(IOperation statement, ILocalSymbol local)
    {
        for (var current = statement; current.Parent is { } parent; current = parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation) return null;
            if (parent is not IBlockOperation block) continue;
            foreach (var declarator in block.Operations.OfType<IVariableDeclarationGroupOperation>()
                .SelectMany(static group => group.Declarations)
                .SelectMany(static declaration => declaration.Declarators))
                if (SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
                    return declarator.GetVariableInitializer()?.Value;
        }

        return null;
    }

    private static bool ComparesNumbers(IOperation condition) =>
        condition is IBinaryOperation comparison && comparison.OperatorKind switch
    {
        _ when CallStack.IsNearlyFull => false,
        BinaryOperatorKind.ConditionalAnd =>
            ComparesNumbers(comparison.LeftOperand) || ComparesNumbers(comparison.RightOperand),
        BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan
        or BinaryOperatorKind.GreaterThanOrEqual =>
            comparison.LeftOperand.Type?.SpecialType == SpecialType.System_Int32,
        _ => false,
    };

    private static IOperation? FollowerIn(IBlockOperation block, IOperation statement)
    {
        var place = block.Operations.IndexOf(statement);
        return block.Operations.Skip(place + 1).FirstOrDefault(static candidate => !IsSkipped(candidate));
    }

    /// <summary>Only a log call, or a pause.</summary>
    private static bool IsSkipped(IOperation statement) =>
        statement is IEmptyOperation or ILocalFunctionOperation
        || (statement is IExpressionStatementOperation { Operation: var expression }
            && expression.Settled() is IInvocationOperation call
            && (LogCalls.LoudnessOf(call) is not null || IsPause(call.TargetMethod)));

    private static bool IsPause(IMethodSymbol method) =>
        method is { Name: "Delay", ContainingType.Name: "Task" } or { Name: "Sleep", ContainingType.Name: "Thread" };
}
