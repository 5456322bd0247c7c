using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;

namespace AiAwareAnalyzers.ErrorHandling.Failures;

/// <summary>Judges what a value says to callers who get it in place of a failure.</summary>
internal sealed class FailureValues
{
    /// <summary>Words of flags that say whether something works.</summary>
    private static readonly ImmutableHashSet<string> Workings = WordSet.Of(
        "alive available connected healthy online reachable ready running success successful succeeded");

    private readonly ResultTypes _results;
    private readonly MadeUpAnswers _madeUp;
    private readonly PrivateFunctions _functions;

    private FailureValues(Compilation compilation)
    {
        _results = ResultTypes.Of(compilation);
        _madeUp = MadeUpAnswers.Of(compilation);
        _functions = PrivateFunctions.Of(compilation);
    }

    public static FailureValues Of(Compilation compilation) => Facts.Of(compilation, static c => new FailureValues(c));

    /// <summary>What a returned value says about a failure, also where a private function makes it.</summary>
    public FailureOutcome Judge(IOperation value) =>
        Judge(value, static value => value) is { Outcome: not OutcomeKind.Unclear } judged
            ? judged
            : OfPrivateFunction(value);

    /// <summary>
    /// All that a private function may return says the same, as seen by its caller; a parameter is what was passed.
    /// </summary>
    private FailureOutcome OfPrivateFunction(IOperation value)
    {
        if (value.Settled() is not IInvocationOperation call || _functions.BodyOf(call) is not { } body)
            return FailureOutcome.Unclear;

        var judged = ReturnValues.In(body).Select(answer => Judge(answer, inner => PassedFor(inner, call))).ToList();
        return judged.Count > 0
            && judged.TrueForAll(ending => ending.Outcome != OutcomeKind.Unclear && ending.Outcome == judged[0].Outcome)
            ? judged[0] with { Value = value }
            : FailureOutcome.Unclear;
    }

    private static IOperation PassedFor(IOperation value, IInvocationOperation call) =>
        value is IParameterReferenceOperation { Parameter: var parameter }
            && call.Arguments.FirstOrDefault(argument =>
                SymbolEqualityComparer.Default.Equals(argument.Parameter?.OriginalDefinition, parameter))
                    is { Value: var passed }
            ? passed.Settled()
            : value;

    private FailureOutcome Judge(IOperation value, Func<IOperation, IOperation> meant)
    {
        var inner = meant(value.Settled());
        if (inner is ISwitchExpressionOperation or IConditionalOperation && !EmptyValues.IsEmpty(inner))
            return FailureOutcome.Unclear;
        if (OfAnswer(inner) is { } answer) return answer;

        switch (_results.SayingOf(inner))
        {
            case ResultTypes.Saying.Failure: return FailureOutcome.Unclear;
            case ResultTypes.Saying.Success: return new(OutcomeKind.Success, value);
        }

        if (SaysFalseFirst(inner) || IsDefaultOfResult(inner) || IsNamedDefault(inner) || SaysNo(inner))
            return FailureOutcome.Unclear;
        if (EmptyValues.IsEmpty(inner) || _madeUp.Are(inner)) return new(OutcomeKind.EmptyValue, value);
        return inner.ConstantValue is { HasValue: true, Value: true }
            ? new(OutcomeKind.Success, value)
            : FailureOutcome.Unclear;
    }

    /// <summary>
    /// The default of a Result that is a struct says that it failed, unless its flag means the opposite.
    /// </summary>
    private bool IsDefaultOfResult(IOperation value) =>
        value is IDefaultValueOperation { Type: { IsValueType: true } type }
        && _results.ShapeOf(type) is { Meaning: ResultTypes.Saying.Success };

    /// <summary>What a setting is where nobody has set it: somebody has thought of that, and given it a name.</summary>
    public static bool IsNamedDefault(IOperation value) =>
        value is IMemberReferenceOperation { Instance: null, Member.Name: var name }
        && Words.Of(name) is { Length: > 1 } words
        && words[0] is "default" or "fallback";

    /// <summary><c>new Health { IsReachable = false }</c>: whoever writes that out means it.</summary>
    private static bool SaysNo(IOperation value) =>
        value is IObjectCreationOperation { Initializer.Initializers: var members }
        && members.Any(static member =>
            member is ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation { Property.Name: var name },
                Value.ConstantValue: { HasValue: true, Value: false },
            }
            && Words.StemsOf(name).Any(Workings.Contains));

    /// <summary><c>(false, null)</c>: by custom the first says whether it worked.</summary>
    private static bool SaysFalseFirst(IOperation value) =>
        value is ITupleOperation { Elements: { Length: > 1 } elements }
        && elements[0].Settled().ConstantValue is { HasValue: true, Value: false };

    /// <summary>Answers of an endpoint: <c>NotFound()</c> for what is broken, <c>Ok()</c> with nothing in it.</summary>
    private static FailureOutcome? OfAnswer(IOperation value)
    {
        if (value is not IInvocationOperation { TargetMethod: var method } call
            || !AspNetCore.MakesAnswers(method.ContainingType))
            return null;
        return method.Name switch
        {
            "NotFound" => new(OutcomeKind.NotFound, value),
            "NoContent" => new(OutcomeKind.Success, value),
            "Ok" or "Json" or "Accepted" when call.Arguments.All(static argument =>
                argument.IsImplicit || EmptyValues.IsEmpty(argument.Value)) =>
                new(OutcomeKind.Success, value),
            _ => FailureOutcome.Unclear,
        };
    }
}
