using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.ErrorHandling.Outcomes;

/// <summary>
/// A change of the one row that a request names, made by an endpoint that answers with success whether there is such a
/// row or not: only the number of rows tells.
/// </summary>
internal static class RowCounts
{
    private static readonly ImmutableHashSet<string> Successes = WordSet.Of("Accepted NoContent Ok");

    /// <summary>Other ways to find out: a search before, a refusal, an exception.</summary>
    private static readonly ImmutableHashSet<string> Looks = WordSet.Of(
        "Any AnyAsync Count CountAsync Find FindAsync First FirstAsync FirstOrDefault FirstOrDefaultAsync Forbid",
        "NotFound Problem Single SingleAsync SingleOrDefault SingleOrDefaultAsync");

    public static Outcome? Of(IInvocationOperation call) =>
        call.TargetMethod is { ContainingNamespace.Name: "EntityFrameworkCore", Name: var name }
        && name.StartsWith("Execute", StringComparison.Ordinal)
        && call.SemanticModel is { } model
        && model.GetEnclosingSymbol(call.Syntax.SpanStart) is IMethodSymbol handler
        && AnswerBehind(call) is { } answer
        && (answer == "Ok" || name.StartsWith("ExecuteUpdate", StringComparison.Ordinal))
        && IsOfOneRow(call, handler)
        && Inputs.Of(model.Compilation).IsHandler(handler, model)
        && !Bodies.Own(Bodies.Around(call)).Any(IsLook)
            ? new("the number of rows it returns", "it", IsUnlikely: true)
            : null;

    /// <summary>
    /// The success that the handler answers with right behind the call; to delete what is gone already, and to have
    /// nothing to say of it, is no mistake.
    /// </summary>
    private static string? AnswerBehind(IOperation call) =>
        call.Statement() is { Parent: IBlockOperation block } statement
        && block.Operations.Skip(block.Operations.IndexOf(statement) + 1).FirstOrDefault()
            is IReturnOperation { ReturnedValue: { } returned }
        && returned.Bare() is IInvocationOperation { TargetMethod: { ContainingType: var maker, Name: var answer } }
        && AspNetCore.MakesAnswers(maker)
        && Successes.Contains(answer)
            ? answer
            : null;

    /// <summary><c>db.Orders.Where(order => order.Id == id)</c>, with a parameter of the handler.</summary>
    private static bool IsOfOneRow(IInvocationOperation call, IMethodSymbol handler)
    {
        var step = call;
        while (step.Arguments.FirstOrDefault()?.Value.Bare() is IInvocationOperation before)
        {
            step = before;
            if (before.TargetMethod.Name == "Where"
                && before.Arguments[^1].Lambda() is { } filter
                && filter.Result() is { } condition
                && Values.Conjuncts(condition).Any(part => IsKey(part, filter.Symbol, handler)))
                return true;
        }

        return false;
    }

    private static bool IsKey(IOperation part, IMethodSymbol filter, IMethodSymbol handler) =>
        part.Bare() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality
        && equality.LeftOperand.Bare() is IPropertyReferenceOperation { Property: var key, Instance: { } row }
        && row.Bare() is IParameterReferenceOperation { Parameter: var element }
        && SymbolEqualityComparer.Default.Equals(element.ContainingSymbol, filter)
        && (key.Name == "Id" || key.Name == key.ContainingType.Name + "Id")
        && equality.RightOperand.Bare() is IParameterReferenceOperation { Parameter: var id }
        && SymbolEqualityComparer.Default.Equals(id.ContainingSymbol, handler);

    private static bool IsLook(IOperation operation) => operation switch
    {
        IThrowOperation => true,
        IInvocationOperation { TargetMethod.Name: var name } => Looks.Contains(name),
        IObjectCreationOperation { Type.Name: "NotFoundResult" or "NotFoundObjectResult" } => true,
        _ => false,
    };
}
