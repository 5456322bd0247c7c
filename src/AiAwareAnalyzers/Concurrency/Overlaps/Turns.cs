using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Concurrency.Overlaps;

/// <summary>What lets one caller after the other, or answers the one who came second.</summary>
internal static class Turns
{
    /// <summary>Exceptions by which a database says that a row is there already.</summary>
    private static readonly ImmutableHashSet<string> Violations = WordSet.Of(
        "DbUpdateException UniqueConstraintException DbException SqlException PostgresException NpgsqlException",
        "SqliteException MySqlException OracleException");

    /// <summary>Whether a body takes turns, or catches the violation.</summary>
    public static bool AreTakenIn(IOperation body) => body.DescendantsAndSelf().Any(IsTurn);

    /// <summary>Whether a place stands inside a lock, or behind a call that waits for one.</summary>
    public static bool AreTakenAround(IOperation place) =>
        place.Ancestors().Any(static around => around is ILockOperation)
        || Bodies.Own(Bodies.Around(place))
            .TakeWhile(operation => operation.Syntax.SpanStart <= place.Syntax.SpanStart)
            .Any(static operation => operation is IInvocationOperation call && AreWaitedForBy(call.TargetMethod));

    /// <summary>Whether a place in a function that overlaps is reached by one run at a time.</summary>
    public static bool AreTakenBefore(IOperation place, Overlap overlap) =>
        place.Ancestors().TakeWhile(around => around != overlap.Function).Any(static around => around is ILockOperation)
        || Bodies.Own(overlap.Function)
            .TakeWhile(operation => operation.Syntax.SpanStart <= place.Syntax.SpanStart)
            .OfType<IInvocationOperation>()
            .Any(static call => AreWaitedForBy(call.TargetMethod) && !LetsSeveralPass(call));

    /// <summary>A semaphore, a mutex, or a lock of whatever maker: <c>locks.AcquireLockAsync(…)</c>.</summary>
    public static bool AreWaitedForBy(IMethodSymbol method) =>
        method.ContainingType?.Name is "SemaphoreSlim" or "Semaphore" or "Mutex" or "Monitor"
        || SpeaksOfLock(method.Name)
        || (method.ContainingType is { } owner && SpeaksOfLock(owner.Name));

    /// <summary>A semaphore that counts more than one is a limit and no lock.</summary>
    public static bool LetsSeveralPass(IInvocationOperation call) =>
        call.Instance?.Bare() is { } semaphore
        && semaphore.Type?.Name is "SemaphoreSlim" or "Semaphore"
        && FirstValueOf(semaphore) is IObjectCreationOperation { Arguments: { Length: > 0 } counts }
        && counts[0].Value.ConstantValue is not { HasValue: true, Value: 1 };

    /// <summary>Whether a body lets one caller after the other: who came second is not answered, but waits.</summary>
    public static bool AreWaitedForIn(IOperation body) => body.DescendantsAndSelf().Any(IsWait);

    /// <summary>
    /// The method, or one of several functions that have nothing but it in common: the outermost of a program that is
    /// written without methods, a handler among other routes.
    /// </summary>
    public static IOperation WholeOf(IOperation place, ISymbol member) =>
        place.Ancestors().LastOrDefault(around =>
            around is IAnonymousFunctionOperation or ILocalFunctionOperation
            && (member.Name == WellKnownMemberNames.TopLevelStatementsEntryPointMethodName || IsHandler(around)))
        ?? place.Root();

    private static bool IsHandler(IOperation function) =>
        function.Parent is IDelegateCreationOperation creation
        && creation.User() is IInvocationOperation { TargetMethod.Name: var map }
        && map.StartsWith("Map", StringComparison.Ordinal);

    private static bool IsTurn(IOperation operation) =>
        IsWait(operation)
        || (operation is ICatchClauseOperation clause
            && (Violations.Contains(clause.ExceptionType.Name) || AsksForViolation(clause)));

    private static bool IsWait(IOperation operation) => operation switch
    {
        ILockOperation => true,
        IFieldReferenceOperation { Field: { Name: "Serializable", ContainingType.Name: "IsolationLevel" } } => true,
        IObjectCreationOperation { Type.Name: "TransactionScope" } => true,
        IInvocationOperation call => AreWaitedForBy(call.TargetMethod),
        _ => false,
    };

    private static bool AsksForViolation(ICatchClauseOperation clause) =>
        clause.Filter?.DescendantsAndSelf().OfType<IIsTypeOperation>().Any(static test =>
            Violations.Contains(test.TypeOperand.Name)) == true
        || clause.Filter?.Descendants().OfType<IPatternOperation>().Any(static pattern =>
            Violations.Contains(pattern.NarrowedType.Name)) == true;

    private static bool SpeaksOfLock(string name) =>
        name.IndexOf("lock", StringComparison.OrdinalIgnoreCase) >= 0 && Words.Of(name).Contains("lock");

    private static IOperation? FirstValueOf(IOperation semaphore) =>
        Values.VariableOf(semaphore)?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
            is VariableDeclaratorSyntax { Initializer.Value: { } value }
        && semaphore.SemanticModel is { } model
        && value.SyntaxTree == model.SyntaxTree
            ? model.GetOperation(value)?.Bare()
            : null;
}
