using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>
/// Questions that a table answers: <c>return await context.Users.AnyAsync();</c>. Whether a database can be reached is
/// another question, and there no is an answer.
/// </summary>
internal static class RowQuestions
{
    private static readonly ImmutableHashSet<string> Operators = WordSet.Of(
        "All AllAsync Any AnyAsync Contains ContainsAsync Count CountAsync LongCount LongCountAsync");

    /// <summary>Whether what is tried returns what a query says about rows.</summary>
    public static bool AreIn(CatchClause caught) =>
        caught.Statement.Body.Descendants().Any(static part =>
            part is IReturnOperation { ReturnedValue: { } answer } && IsOfQuery(answer));

    private static bool IsOfQuery(IOperation answer) =>
        (answer.Settled() is IBinaryOperation { LeftOperand: var count } ? count : answer).Settled()
            is IInvocationOperation { TargetMethod: { ContainingType.Name: var type, Name: var name } }
        && type is "Queryable" or "EntityFrameworkQueryableExtensions"
        && Operators.Contains(name);
}
