using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Outcomes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>How much a catch clause catches.</summary>
internal enum Breadth
{
    /// <summary>What is expected: a certain type, or a filter that looks at the exception.</summary>
    Narrow,

    /// <summary>All that can go wrong with some kind of I/O.</summary>
    Broad,

    /// <summary>Everything.</summary>
    All,
}

/// <summary>
/// A catch clause of more than the expected, classified once: what it catches, what was tried, how it reacts, what its
/// function promises.
/// </summary>
/// <param name="Clause">The clause.</param>
/// <param name="Statement">The try that it belongs to.</param>
/// <param name="Function">The member, local function or lambda that it stands in.</param>
/// <param name="Promise">What that promises its callers.</param>
/// <param name="Breadth">How much it catches.</param>
/// <param name="LetsCancellationThrough">An earlier clause or the filter takes cancellation away.</param>
/// <param name="Attempt">What was tried.</param>
/// <param name="Reaction">What the handler does.</param>
/// <param name="Ending">What callers get after a failure.</param>
/// <param name="IsDuringFailure">In a finally, or in a handler that does not go on, another failure is on its way
/// already.</param>
internal sealed record CatchClause(
    ICatchClauseOperation Clause,
    ITryOperation Statement,
    IMethodSymbol Function,
    Promise Promise,
    Breadth Breadth,
    bool LetsCancellationThrough,
    TryBody Attempt,
    HandlerEffects Reaction,
    FailureOutcome Ending,
    bool IsDuringFailure)
{
    /// <summary>Catches everything, also what nobody thought of.</summary>
    public bool IsCatchAll => Breadth == Breadth.All;

    /// <summary>A comment says that the failure is logged, and nothing logs it.</summary>
    public bool OnlyClaimsLog => !Reaction.IsLogged && Comments.ClaimLog(Clause.Syntax);

    /// <summary>The words <c>catch (Exception ex)</c>, without filter and block.</summary>
    public Location Place => PlaceOf(Clause);

    /// <summary>As above, of a clause that is not classified.</summary>
    public static Location PlaceOf(ICatchClauseOperation clause)
    {
        var syntax = (CatchClauseSyntax)clause.Syntax;
        var end = syntax.Declaration?.Span.End ?? syntax.CatchKeyword.Span.End;
        return Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(syntax.SpanStart, end));
    }

    /// <summary>It stands in an endpoint, which answers a client.</summary>
    public bool Answers =>
        Promises(Promise.Boundary)
        || Knowledge.Outcomes.Promises.Returned(Function).Name is "IResult" or "IActionResult";

    /// <summary>
    /// Its function only ever says whether it worked, true at the end of the work and false after a failure that is
    /// logged: callers can tell. A question that is answered by what was found cannot be told from a failure.
    /// </summary>
    public bool SaysWhetherItWorked =>
        Reaction.IsLogged
        && !Promises(Promise.Gate)
        && Ending.Value is { } refusal
        && ReturnValues.Is(refusal, false)
        && ReturnValues.In(Bodies.Around(Clause)).ToList() is { Count: > 1 } answers
        && answers.Exists(ReturnValues.IsTrue)
        && answers.TrueForAll(answer =>
            ReturnValues.IsTrue(answer) || ReturnValues.Is(answer, false) || IsOfNamesake(answer));

    /// <summary>It leaves the work to a function of the same name, which answers in the same way.</summary>
    private bool IsOfNamesake(IOperation answer) =>
        answer.Settled() is IInvocationOperation { TargetMethod.Name: var name } && name == Function.Name;

    public bool Promises(Promise any) => (Promise & any) != 0;
}
