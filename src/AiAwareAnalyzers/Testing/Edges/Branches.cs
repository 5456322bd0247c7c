using AiAwareAnalyzers.Knowledge.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Testing.Edges;

/// <summary>A way through a method that only an edge of one parameter leads to.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="IsEntered">Whether a value leads there; null where that is not known.</param>
/// <param name="Edge">Which values do.</param>
/// <param name="Does">What the method does there, as a part of a sentence.</param>
internal sealed record Branch(IParameterSymbol Parameter, Func<Fed, bool?> IsEntered, Edge Edge, string Does);

/// <summary>Finds the branches of a method, in the order of the text.</summary>
internal static class Branches
{
    private const string Elsewhere = "goes another way";

    /// <summary>Those on its parameters; one that gets another value is no longer what was handed over.</summary>
    public static IEnumerable<Branch> Of(IMethodSymbol method, IOperation body, Locals locals) =>
        Bodies.Own(body).SelectMany(In).Where(branch =>
            branch.Parameter is { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol owner }
            && owner.MethodKind == method.MethodKind
            && !locals.MentionsOf(branch.Parameter).Any(static mention => Locals.Of(mention) == Mention.Reassigned));

    /// <summary>Whether there can be one by the syntax alone.</summary>
    public static bool MayBeIn(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().DescendantNodes().Any(static node => node
            is IfStatementSyntax or ConditionalExpressionSyntax or SwitchStatementSyntax or SwitchExpressionSyntax
            || node.IsKind(SyntaxKind.CoalesceExpression)) == true;

    private static IEnumerable<Branch> In(IOperation part) => part switch
    {
        IConditionalOperation choice => OfChoice(choice),
        ICoalesceOperation { Value: var value, WhenNull: var instead }
            when Measure.Of(value) is { IsSize: false } about =>
            Sides(Questions.IsNull(about), instead, null),
        ISwitchExpressionOperation { Value: var value } choice => OfArms(
            value, choice.Arms.Select(static arm => (Pattern(arm.Pattern), arm.Guard, (IOperation?)arm.Value))),
        ISwitchOperation { Value: var value } choice => OfArms(value, choice.Cases.SelectMany(ArmsOf)),
        _ => Enumerable.Empty<Branch>(),
    };

    private static IEnumerable<Branch> OfChoice(IConditionalOperation choice) =>
        Questions.In(choice.Condition).SelectMany(question => Sides(question, choice.WhenTrue, choice.WhenFalse));

    private static IEnumerable<Branch> Sides(Question question, IOperation whenTrue, IOperation? whenFalse)
    {
        if (question.IfTrue is { } edge && !IsNullGuard(whenTrue, edge, question.About))
            yield return new(question.About, question.Answer, edge, DoneIn(whenTrue));
        if (question.IfFalse is { } other && !IsNullGuard(whenFalse, other, question.About))
            yield return new(question.About, question.Denied.Answer, other, DoneIn(whenFalse));
    }

    /// <summary>The arms that are an edge each, where no guard makes it another question.</summary>
    private static IEnumerable<Branch> OfArms(
        IOperation value, IEnumerable<(Func<Measure, Question?> Ask, IOperation? Guard, IOperation? Body)> arms)
    {
        if (Measure.Of(value) is not { } measure) yield break;

        var answers = new List<Func<Fed, bool?>>();
        foreach (var (ask, guard, body) in arms)
        {
            if (guard is not null || ask(measure) is not { } question) yield break;
            answers.Add(question.Answer);
            var place = answers.Count - 1;
            if (question.IfTrue is { } edge && !IsNullGuard(body, edge, measure.About))
                yield return new(question.About, fed => IsFirst(answers, place, fed), edge, DoneIn(body));
        }
    }

    /// <summary>Whether an arm is taken, and none of those before it.</summary>
    private static bool? IsFirst(List<Func<Fed, bool?>> answers, int place, Fed fed)
    {
        var isFirst = answers[place](fed);
        for (var before = 0; before < place && isFirst != false; before++) isFirst &= !answers[before](fed);
        return isFirst;
    }

    private static IEnumerable<(Func<Measure, Question?> Ask, IOperation? Guard, IOperation? Body)> ArmsOf(
        ISwitchCaseOperation section)
    {
        var body = section.Body.FirstOrDefault();
        foreach (var clause in section.Clauses)
            switch (clause)
            {
                case ISingleValueCaseClauseOperation { Value: var constant }:
                    yield return (measure => Questions.IsConstant(measure, constant), null, body);
                    break;
                case IPatternCaseClauseOperation { Pattern: var pattern, Guard: var guard }:
                    yield return (Pattern(pattern), guard, body);
                    break;
            }
    }

    private static Func<Measure, Question?> Pattern(IPatternOperation pattern) =>
        measure => Questions.Of(pattern, measure);

    /// <summary>
    /// That null is refused is written everywhere, and tested where it matters: where the signature takes it.
    /// </summary>
    private static bool IsNullGuard(IOperation? branch, Edge edge, IParameterSymbol parameter) =>
        Last(branch) is IThrowOperation { Exception: { } thrown }
        && (thrown.Bare().Type?.Name == nameof(ArgumentNullException)
            || (edge.IsNull && parameter.NullableAnnotation != NullableAnnotation.Annotated));

    private static string DoneIn(IOperation? branch) => Last(branch) switch
    {
        IThrowOperation => "throws",
        IReturnOperation => "returns early",
        _ => Elsewhere,
    };

    private static IOperation? Last(IOperation? branch) =>
        (branch is IBlockOperation block ? block.Operations.LastOrDefault() : branch)?.Bare() switch
        {
            IExpressionStatementOperation { Operation: IThrowOperation thrown } => thrown,
            var last => last,
        };
}
