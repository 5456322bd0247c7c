using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency.Retries;

/// <summary>What a handler asks of a failure before it tries again, itself or by a method beside it.</summary>
internal static class FailureLooks
{
    /// <summary>What is looked at by whoever knows that nothing has been done.</summary>
    private static readonly ImmutableHashSet<string> Certain = WordSet.Of(
        "HttpRequestError SocketErrorCode SocketError InnerException Number SqlState SqliteErrorCode");

    private static readonly ImmutableHashSet<string> Interruptions = WordSet.Of(
        "TaskCanceledException OperationCanceledException TimeoutException IOException");

    /// <summary>Answers that come also where the work was done: 408, 500, 502 and 504.</summary>
    private static readonly ImmutableHashSet<int> Unsettled = ImmutableHashSet.Create(408, 500, 502, 504);

    /// <summary>Whether a clause may go on after something has been done.</summary>
    public static bool LeaveOpen(ICatchClauseOperation clause)
    {
        var asked = clause.Descendants().Concat(AskedBeside(clause)).ToList();
        return !asked.Exists(static part => MemberOf(part) is { } member && Certain.Contains(member))
            && (!asked.Exists(static part => MemberOf(part) == "StatusCode") || asked.Exists(AcceptsUnsettled));
    }

    private static string? MemberOf(IOperation part) =>
        part is IMemberReferenceOperation { Member.Name: var name } ? name : null;

    /// <summary>What a filter asks by methods of its own type, such as <c>IsTransient(failure)</c>.</summary>
    private static IEnumerable<IOperation> AskedBeside(ICatchClauseOperation clause) =>
        clause.Filter is null
            ? []
            : clause.Filter.DescendantsAndSelf()
                .OfType<IInvocationOperation>()
                .Where(call => clause.SemanticModel is not null && IsBeside(call, clause))
                .Select(call => ReturnValues.BodyOf(call.TargetMethod, clause.SemanticModel!.Compilation))
                .SelectMany(static body => body?.DescendantsAndSelf() ?? []);

    /// <summary>In the same file, so that no other one has to be bound.</summary>
    private static bool IsBeside(IInvocationOperation call, IOperation clause) =>
        call.TargetMethod.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree == clause.Syntax.SyntaxTree;

    /// <summary>An answer that says nothing of the work, no answer at all, or an interruption.</summary>
    private static bool AcceptsUnsettled(IOperation part) => part switch
    {
        IConstantPatternOperation { Value: var value } => IsUnsettled(value),
        IRelationalPatternOperation { Value: var value, OperatorKind: BinaryOperatorKind.GreaterThan
            or BinaryOperatorKind.GreaterThanOrEqual } => IsUnsettled(value),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.GreaterThan
            or BinaryOperatorKind.GreaterThanOrEqual, RightOperand: var value } => IsUnsettled(value),
        ITypePatternOperation { MatchedType.Name: var type } => Interruptions.Contains(type),
        IDeclarationPatternOperation { MatchedType.Name: var type } => Interruptions.Contains(type),
        IIsTypeOperation { TypeOperand.Name: var type } => Interruptions.Contains(type),
        _ => false,
    } && !IsDenied(part);

    private static bool IsUnsettled(IOperation value) => value.Bare().ConstantValue switch
    {
        { HasValue: true, Value: null } => true,
        { HasValue: true, Value: int code } => Unsettled.Contains(code),
        _ => false,
    };

    /// <summary>Within the clause, or the method beside it: what is denied of the attempt says nothing here.</summary>
    private static bool IsDenied(IOperation part) =>
        part.Ancestors()
            .TakeWhile(static around => around is not (ICatchClauseOperation or IAnonymousFunctionOperation
                or ILocalFunctionOperation))
            .Any(static around => around is INegatedPatternOperation
                or IUnaryOperation { OperatorKind: UnaryOperatorKind.Not });
}
