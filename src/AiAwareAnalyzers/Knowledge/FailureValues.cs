namespace AiAwareAnalyzers.Knowledge;

/// <summary>Judges what a value says to callers who get it in place of a failure.</summary>
internal sealed class FailureValues
{
    private readonly ResultTypes _results;
    private readonly PrivateFunctions _functions;

    private FailureValues(Compilation compilation)
    {
        _results = ResultTypes.Of(compilation);
        _functions = PrivateFunctions.Of(compilation);
    }

    public static FailureValues Of(Compilation compilation) => Facts.Of(compilation, static c => new FailureValues(c));

    /// <summary>What a returned value says about a failure, also where a private function makes it.</summary>
    public Ending Judge(IOperation value) => Judge(value, static value => value) is { Outcome: not Outcome.Unclear } judged ? judged : OfPrivateFunction(value);

    /// <summary>All that a private function may return says the same, as seen by its caller; a parameter is what was passed.</summary>
    private Ending OfPrivateFunction(IOperation value)
    {
        if (EmptyValues.Inside(value) is not IInvocationOperation call || _functions.BodyOf(call) is not { } body) return Ending.Unclear;

        var judged = Answers.In(body).Select(answer => Judge(answer, inner => PassedFor(inner, call))).ToList();
        return judged.Count > 0 && judged.TrueForAll(ending => ending.Outcome != Outcome.Unclear && ending.Outcome == judged[0].Outcome) ? judged[0] with { Value = value } : Ending.Unclear;
    }

    private static IOperation PassedFor(IOperation value, IInvocationOperation call) =>
        value is IParameterReferenceOperation { Parameter: var parameter }
            && call.Arguments.FirstOrDefault(argument => SymbolEqualityComparer.Default.Equals(argument.Parameter?.OriginalDefinition, parameter)) is { Value: var passed }
            ? EmptyValues.Inside(passed)
            : value;

    private Ending Judge(IOperation value, Func<IOperation, IOperation> meant)
    {
        var inner = meant(EmptyValues.Inside(value));
        if (inner is ISwitchExpressionOperation or IConditionalOperation && !EmptyValues.IsEmpty(inner)) return Ending.Unclear;
        if (OfAnswer(inner) is { } answer) return answer;

        switch (_results.SayingOf(inner))
        {
            case ResultTypes.Saying.Failure: return Ending.Unclear;
            case ResultTypes.Saying.Success: return new(Outcome.Success, value);
        }

        if (SaysFalseFirst(inner) || IsDefaultOfResult(inner)) return Ending.Unclear;
        if (EmptyValues.IsEmpty(inner)) return new(Outcome.EmptyValue, value);
        return inner.ConstantValue is { HasValue: true, Value: true } ? new(Outcome.Success, value) : Ending.Unclear;
    }

    /// <summary>The default of a Result that is a struct says that it failed, unless its flag means the opposite.</summary>
    private bool IsDefaultOfResult(IOperation value) =>
        value is IDefaultValueOperation { Type: { IsValueType: true } type } && _results.ShapeOf(type) is { Meaning: ResultTypes.Saying.Success };

    /// <summary><c>(false, null)</c>: by custom the first says whether it worked.</summary>
    private static bool SaysFalseFirst(IOperation value) =>
        value is ITupleOperation { Elements: { Length: > 1 } elements } && EmptyValues.Inside(elements[0]).ConstantValue is { HasValue: true, Value: false };

    /// <summary>Answers of an endpoint: <c>NotFound()</c> for what is broken, <c>Ok()</c> with nothing in it.</summary>
    private static Ending? OfAnswer(IOperation value)
    {
        if (value is not IInvocationOperation { TargetMethod: { ContainingType.Name: "ControllerBase" or "Controller" or "Results" or "TypedResults" } method } call) return null;
        return method.Name switch
        {
            "NotFound" => new(Outcome.NotFound, value),
            "NoContent" => new(Outcome.Success, value),
            "Ok" or "Json" or "Accepted" when call.Arguments.All(static argument => argument.IsImplicit || EmptyValues.IsEmpty(argument.Value)) => new(Outcome.Success, value),
            _ => Ending.Unclear,
        };
    }
}
