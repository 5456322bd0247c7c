using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency.Resources;

/// <summary>What becomes of an object that a local was given.</summary>
internal enum Ending
{
    /// <summary>It is given back, or somebody else has it now.</summary>
    CaredFor,

    /// <summary>It is given back, unless something fails before.</summary>
    OnSuccess,

    /// <summary>Nobody gives it back.</summary>
    Never,
}

/// <summary>Follows what a local was given, and what is made of it, until it is given back or leaves.</summary>
internal sealed class Ownership(Compilation compilation)
{
    /// <summary>How many locals hold what was made of it.</summary>
    private const int Patience = 4;

    private static readonly ImmutableHashSet<string> Closing = WordSet.Of("Dispose DisposeAsync Close CloseAsync");

    /// <summary>Types of which nothing has been read yet.</summary>
    private static readonly ImmutableHashSet<string> Lazy = WordSet.Of(
        "IQueryable IOrderedQueryable IEnumerable IOrderedEnumerable IAsyncEnumerable DbSet Task ValueTask");

    private static readonly ImmutableHashSet<string> Finished = WordSet.Of("List Dictionary HashSet");

    /// <summary>What becomes of the value of a local.</summary>
    public Ending Of(IVariableDeclaratorOperation declarator)
    {
        if (!Keeps(declarator)) return Ending.CaredFor;
        var closings = MentionsOf(declarator).Where(IsClosed).ToList();
        return closings.Count == 0 ? Ending.Never
            : closings.Exists(static closing => closing.Ancestors().Any(IsForFailure)) ? Ending.CaredFor
            : Ending.OnSuccess;
    }

    /// <summary>Whether nobody but the function around ever has what a local was given.</summary>
    public bool Keeps(IVariableDeclaratorOperation declarator) =>
        MentionsOf(declarator).All(mention =>
            Bodies.FunctionAround(mention)?.Syntax == Bodies.FunctionAround(declarator)?.Syntax
            && (IsClosed(mention) || !Leaves(mention, isItself: true, Trail.OfSteps(Patience))));

    /// <summary>Whether a local gives back what it was given at the end of its block.</summary>
    public static bool IsInUsing(IVariableDeclaratorOperation declarator) =>
        declarator.Ancestors().TakeWhile(static around => around is not IBlockOperation)
            .Any(static around => around is IUsingOperation or IUsingDeclarationOperation);

    private IEnumerable<IOperation> MentionsOf(IVariableDeclaratorOperation declarator) =>
        Locals.Around(declarator, compilation).MentionsOf(declarator.Symbol);

    private static bool IsClosed(IOperation mention) => mention.Outermost().Parent switch
    {
        IInvocationOperation call => Closing.Contains(call.TargetMethod.Name) && call.Instance == mention.Outermost(),
        IConditionalAccessOperation { WhenNotNull: IInvocationOperation call } =>
            Closing.Contains(call.TargetMethod.Name),
        _ => false,
    };

    /// <summary>A handler, or a <c>finally</c>.</summary>
    private static bool IsForFailure(IOperation around) =>
        around is ICatchClauseOperation || around.Parent is ITryOperation attempt && attempt.Finally == around;

    /// <summary>Whether a value, or something that needs it still, goes where nobody here sees it.</summary>
    private bool Leaves(IOperation mention, bool isItself, Trail trail)
    {
        var value = mention;
        while (StepFrom(value) is { } further)
        {
            isItself &= Unwrapping.Is(further, Wrappers.Parentheses | Wrappers.Casts)
                || further is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" };
            value = further;
        }

        return value.Parent switch
        {
            IUsingOperation => isItself,
            IExpressionStatementOperation => Tasks.IsTask(value.Type),
            IReturnOperation => isItself || !IsFinished(value),
            IArgumentOperation argument => isItself && !IsBorrowed(argument),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var other } } =>
                isItself || LeavesThrough(other, value, trail),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var other } } =>
                isItself || LeavesThrough(other, value, trail),
            null or IBinaryOperation or IIsPatternOperation or ILoopOperation => false,
            _ => isItself || !IsFinished(value),
        };
    }

    /// <summary>What is read from a value, or awaited, or made by a call on it.</summary>
    private static IOperation? StepFrom(IOperation value) => value.Parent switch
    {
        IConversionOperation or IParenthesizedOperation or IAwaitOperation or ICoalesceOperation => value.Parent,
        IInvocationOperation call when call.Instance == value => call,
        IMemberReferenceOperation member when member.Instance == value => member,
        IConditionalAccessOperation access when access.Operation == value => access,
        IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation
            { TargetMethod.IsExtensionMethod: true } call } => call,
        _ => null,
    };

    /// <summary>A local with what was made of it, such as a query or a service of a scope.</summary>
    private bool LeavesThrough(ILocalSymbol other, IOperation value, Trail trail)
    {
        if (IsFinished(value)) return false;
        return !trail.TryPass(other, out var further)
            || Locals.Around(value, compilation).MentionsOf(other).Any(mention =>
                Locals.Of(mention) != Mention.Reassigned
                && (Bodies.FunctionAround(mention)?.Syntax != Bodies.FunctionAround(value)?.Syntax
                    || IsHandedOut(mention)
                    || Leaves(mention, isItself: false, further)));
    }

    private static bool IsHandedOut(IOperation mention) =>
        mention.User() is IReturnOperation or IObjectCreationOperation;

    /// <summary>A result that needs nobody any more: a number, a text, a list, rows that were awaited.</summary>
    private static bool IsFinished(IOperation value) =>
        value.Type is not { } type
        || type.SpecialType is SpecialType.System_Void or SpecialType.System_String
        || (type.IsValueType && !Tasks.IsTask(type))
        || type is IArrayTypeSymbol
        || Finished.Contains(type.Name)
        || (value.AsWritten() is IAwaitOperation && !Lazy.Contains(type.Name))
        || (value.Bare() is IInvocationOperation { TargetMethod.ContainingType.Name: "Enumerable" or "Queryable" }
            && !Lazy.Contains(type.Name));

    private static bool IsBorrowed(IArgumentOperation argument) => argument.Parent switch
    {
        IInvocationOperation call => Borrowers.Contain(call.TargetMethod),
        IObjectCreationOperation { Type: { } made } => made.Name.EndsWith("Command", StringComparison.Ordinal),
        _ => false,
    };
}
