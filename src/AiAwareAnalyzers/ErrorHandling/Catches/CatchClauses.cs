using System.Runtime.CompilerServices;
using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Outcomes;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>
/// Every catch clause that catches more than the expected: each is classified once, whichever rule asks first.
/// </summary>
/// <remarks>
/// What a try does is learned from one walk over it, and so is what a handler does; a try or a handler inside is only
/// added. So an operation is looked at twice at most, however deeply tries and handlers are nested. Clauses are kept by
/// their syntax, as long as that lives.
/// </remarks>
internal sealed class CatchClauses
{
    private readonly ConditionalWeakTable<SyntaxNode, TryBody> _attempts = new();
    private readonly ConditionalWeakTable<SyntaxNode, CatchClause> _caught = new();
    private readonly IoCalls _io;
    private readonly Promises _promises;
    private readonly FailureOutcomes _endings;
    private readonly HandlerEffectsTable _reactions;
    private readonly bool _hasExceptions;
    private int _visited;

    private CatchClauses(Compilation compilation)
    {
        _io = IoCalls.Of(compilation);
        _promises = Promises.Of(compilation);
        _endings = FailureOutcomes.Of(compilation);
        _reactions = new(compilation);
        _hasExceptions = compilation.GetTypeByMetadataName("System.Exception") is not null;
    }

    public static CatchClauses Of(Compilation compilation) => Facts.Of(compilation, static c => new CatchClauses(c));

    /// <summary>How many operations were looked at so far.</summary>
    public int Visited => _visited + _reactions.Visited;

    /// <summary>
    /// A clause in the body of a member; null where it catches only what is expected, and claims no log either.
    /// </summary>
    public CatchClause? Of(ICatchClauseOperation clause, ISymbol member)
    {
        if (_caught.TryGetValue(clause.Syntax, out var known)) return known;
        if (!_hasExceptions
            || clause.Parent is not ITryOperation statement
            || Bodies.FunctionOf(clause, member) is not { } function)
            return null;

        var breadth = BreadthOf(clause, out var filtersCancellation);
        return breadth == Breadth.Narrow && !Comments.ClaimLog(clause.Syntax)
            ? null
            : _caught.GetValue(
                clause.Syntax,
                _ => Classify(
                    clause,
                    statement,
                    function,
                    member,
                    breadth,
                    filtersCancellation || HasEarlierCancellation(statement, clause)));
    }

    /// <summary>The function around an operation, its body, and what it promises.</summary>
    public (IMethodSymbol Function, IOperation Body, Promise Promise)? FunctionOf(IOperation operation, ISymbol member)
    {
        return Bodies.FunctionOf(operation, member) is { } function
            ? (function, Bodies.Around(operation), PromiseOf(function, member))
            : null;
    }

    private CatchClause Classify(
        ICatchClauseOperation clause,
        ITryOperation statement,
        IMethodSymbol function,
        ISymbol member,
        Breadth breadth,
        bool letsCancellationThrough)
    {
        var attempt = AttemptOf(statement);
        var reaction = _reactions.Of(clause);
        var ending = _endings.After(statement, reaction, attempt, function);
        return new(clause, statement, function, PromiseOf(
            function, member), breadth, letsCancellationThrough, attempt, reaction, ending, IsDuringFailure(statement));
    }

    /// <summary>A function inside a member keeps what the member's name lets callers expect.</summary>
    private Promise PromiseOf(IMethodSymbol function, ISymbol member)
    {
        const Promise Inherited = Promise.Probe | Promise.Fallback | Promise.Gate | Promise.Cleanup | Promise.Test;
        var own = _promises.Of(function);
        return member is IMethodSymbol around && !SymbolEqualityComparer.Default.Equals(around, function)
            ? own | (_promises.Of(around) & Inherited)
            : own;
    }

    /// <summary>What a try does.</summary>
    public TryBody AttemptOf(ITryOperation statement) => _attempts.GetValue(statement.Syntax, _ =>
    {
        var attempt = new TryBody(statement, _io, AttemptOf);
        Interlocked.Add(ref _visited, attempt.Visited);
        return attempt;
    });

    private bool IsDuringFailure(IOperation statement)
    {
        for (var child = statement;
            child.Parent is { } parent and not (IAnonymousFunctionOperation or ILocalFunctionOperation);
            child = parent)
            if ((parent is ITryOperation around && child == around.Finally)
                || (parent is ICatchClauseOperation handler && !_reactions.Of(handler).CanComplete))
                return true;
        return false;
    }

    private static Breadth BreadthOf(ICatchClauseOperation clause, out bool filtersCancellation)
    {
        filtersCancellation = false;
        if (clause.Filter is { } filter && !FilterLetsAllPass(filter, ref filtersCancellation))
            return IsListOfFailures(filter) ? Breadth.Broad : Breadth.Narrow;
        return BreadthOf(clause.ExceptionType);
    }

    private static Breadth BreadthOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Object }
        or { Name: "Exception" or "SystemException", ContainingNamespace.Name: "System" } => Breadth.All,
        { Name: "IOException" or "HttpRequestException" or "SocketException" or "WebException"
            or "AggregateException" } => Breadth.Broad,
        _ => IsOfDatabase(type) ? Breadth.Broad : Breadth.Narrow,
    };

    private static bool IsOfDatabase(ITypeSymbol type) =>
        type.Name == "DbUpdateException"
        || type.SelfAndBases().Any(static one =>
            one is { Name: "DbException", ContainingNamespace.Name: "Common" });

    /// <summary>Whether a filter keeps nothing away but cancellation.</summary>
    private static bool FilterLetsAllPass(IOperation filter, ref bool filtersCancellation)
    {
        if (CallStack.IsNearlyFull) return false;
        switch (filter.Settled())
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both:
                return FilterLetsAllPass(both.LeftOperand, ref filtersCancellation)
                    && FilterLetsAllPass(both.RightOperand, ref filtersCancellation);
            case { ConstantValue: { HasValue: true, Value: true } }:
                return true;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand }
                when NamesCancellation(operand):
            case IIsPatternOperation { Pattern: INegatedPatternOperation pattern } when NamesCancellation(pattern):
                return filtersCancellation = true;
            default:
                return false;
        }
    }

    /// <summary>
    /// The one type that a filter asks for, of the exception or of its cause; null where it asks for more.
    /// </summary>
    public static ITypeSymbol? AskedBy(IOperation? filter) => filter?.Settled() switch
    {
        IIsTypeOperation test => test.TypeOperand,
        IIsPatternOperation { Pattern: ITypePatternOperation pattern } => pattern.MatchedType,
        IIsPatternOperation { Pattern: IDeclarationPatternOperation pattern } => pattern.MatchedType,
        _ => null,
    };

    /// <summary>
    /// <c>when (ex is HttpRequestException or JsonException)</c>: several clauses in one; or
    /// <c>when (ex.InnerException is SqlException)</c>: whatever a database has said.
    /// </summary>
    private static bool IsListOfFailures(IOperation filter) =>
        filter.Settled() switch
        {
            { } question when AskedBy(question) is { } asked => IsOfDatabase(asked),
            IIsPatternOperation { Pattern: IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } list } =>
                list.Descendants().OfType<ITypePatternOperation>()
                    .Any(static each => BreadthOf(each.MatchedType) == Breadth.Broad),
            _ => false,
        };

    private static bool NamesCancellation(IOperation operation) =>
        operation.DescendantsAndSelf().Any(static part => part switch
        {
            IIsTypeOperation test => Cancellations.IsException(test.TypeOperand),
            ITypePatternOperation pattern => Cancellations.IsException(pattern.MatchedType),
            IDeclarationPatternOperation pattern => Cancellations.IsException(pattern.MatchedType),
            _ => Cancellations.IsAskedBy(part),
        });

    private static bool HasEarlierCancellation(ITryOperation statement, ICatchClauseOperation clause) =>
        statement.Catches.TakeWhile(other => other != clause)
            .Any(static other => Cancellations.IsException(other.ExceptionType));
}
