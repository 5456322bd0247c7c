namespace AiAwareAnalyzers.Knowledge;

/// <summary>What a value that is made here says of success and failure.</summary>
internal sealed class ResultValues(ResultTypes types)
{
    private static readonly ImmutableHashSet<string> WordsOfSuccess = ImmutableHashSet.Create(StringComparer.Ordinal, "success", "ok", "succeed", "succeeded", "successful", "done", "accepted", "completed", "created");

    private static readonly ImmutableHashSet<string> WordsOfFailure = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "fail", "failure", "failed", "error", "errors", "invalid", "problem", "exception", "unsuccessful", "faulted", "rejected", "denied", "unavailable", "notfound", "conflict",
        "bad", "unauthorized", "forbidden", "timeout");

    /// <summary>What a value of a Result type, as it is made here, says: success, failure, or nothing that one can see.</summary>
    public ResultTypes.Saying SayingOf(IOperation value)
    {
        var made = EmptyValues.Inside(value);
        return made switch
        {
            IInvocationOperation { TargetMethod.IsStatic: true } call when types.IsResult(Tasks.Unwrap(call.Type ?? call.TargetMethod.ReturnType)) => SayingOfName(call.TargetMethod.Name),
            IPropertyReferenceOperation { Property.IsStatic: true } property when types.IsResult(property.Property.Type) => SayingOfName(property.Property.Name),
            IFieldReferenceOperation { Field.IsStatic: true } field when types.IsResult(field.Field.Type) => SayingOfName(field.Field.Name),
            IObjectCreationOperation creation => OfCreation(creation),
            ITupleOperation tuple => OfTuple(tuple),
            _ => ResultTypes.Saying.Nothing,
        };
    }

    /// <summary>What the name of a factory says: <c>Ok</c>, <c>Fail</c>, <c>NotFound</c>.</summary>
    public static ResultTypes.Saying SayingOfName(string name)
    {
        var words = Words.Of(name);
        if (words.Any(WordsOfFailure.Contains) || (words.Length > 1 && words[0] == "not")) return ResultTypes.Saying.Failure;
        return words.Any(WordsOfSuccess.Contains) ? ResultTypes.Saying.Success : ResultTypes.Saying.Nothing;
    }

    private ResultTypes.Saying OfCreation(IObjectCreationOperation creation)
    {
        if (creation.Type is not { } type || types.ShapeOf(type) is not { } shape) return ResultTypes.Saying.Nothing;

        foreach (var argument in creation.Arguments)
            if (argument.Parameter is { Name.Length: > 0 } parameter && Truth(argument.Value) is { } passed && ResultTypes.SayingOfFlag(parameter.Name) is var meaning and not ResultTypes.Saying.Nothing)
                return passed ? meaning : Opposite(meaning);

        foreach (var assignment in creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
            if (assignment.Target is IPropertyReferenceOperation { Property.Name: var name } && name == shape.Flag.Name)
                return Truth(assignment.Value) is not { } set ? ResultTypes.Saying.Nothing : set ? shape.Meaning : Opposite(shape.Meaning);

        return creation.Arguments.Length == 0 && shape.Flag is IPropertySymbol { SetMethod: not null } ? Opposite(shape.Meaning) : ResultTypes.Saying.Nothing;
    }

    private static ResultTypes.Saying OfTuple(ITupleOperation tuple)
    {
        if ((tuple.Type ?? tuple.NaturalType) is not INamedTypeSymbol { IsTupleType: true } type) return ResultTypes.Saying.Nothing;

        for (var place = 0; place < tuple.Elements.Length && place < type.TupleElements.Length; place++)
            if (Truth(tuple.Elements[place]) is { } passed && ResultTypes.SayingOfFlag(type.TupleElements[place].Name) is var meaning and not ResultTypes.Saying.Nothing)
                return passed ? meaning : Opposite(meaning);
        return ResultTypes.Saying.Nothing;
    }

    private static bool? Truth(IOperation value) => EmptyValues.Inside(value).ConstantValue is { HasValue: true, Value: bool truth } ? truth : null;

    private static ResultTypes.Saying Opposite(ResultTypes.Saying saying) => saying == ResultTypes.Saying.Success ? ResultTypes.Saying.Failure : ResultTypes.Saying.Success;
}
