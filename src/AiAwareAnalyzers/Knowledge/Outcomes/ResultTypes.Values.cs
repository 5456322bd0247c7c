using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Knowledge.Outcomes;

internal sealed partial class ResultTypes
{
    private static readonly ImmutableHashSet<string> WordsOfSuccess = WordSet.Of(
        "success ok succeed succeeded successful done accepted completed created");

    private static readonly ImmutableHashSet<string> WordsOfFailure = WordSet.Of(
        "fail failure failed error errors invalid problem exception unsuccessful faulted rejected denied unavailable",
        "notfound conflict bad unauthorized forbidden timeout");

    /// <summary>
    /// What a value of a Result type, as it is made here, says: success, failure, or nothing that one can see.
    /// </summary>
    public Saying SayingOf(IOperation value)
    {
        var made = value.Settled();
        return made switch
        {
            IInvocationOperation { TargetMethod.IsStatic: true } call
                when IsResult(Tasks.Unwrap(call.Type ?? call.TargetMethod.ReturnType)) =>
                SayingOfName(call.TargetMethod.Name),
            IPropertyReferenceOperation { Property.IsStatic: true } property
                when IsResult(property.Property.Type) => SayingOfName(property.Property.Name),
            IFieldReferenceOperation { Field.IsStatic: true } field when IsResult(field.Field.Type) =>
                SayingOfName(field.Field.Name),
            IObjectCreationOperation creation => OfCreation(creation),
            ITupleOperation tuple => OfTuple(tuple),
            _ => Saying.Nothing,
        };
    }

    /// <summary>What the name of a factory says: <c>Ok</c>, <c>Fail</c>, <c>NotFound</c>.</summary>
    public static Saying SayingOfName(string name)
    {
        var words = Words.Of(name);
        if (words.Any(WordsOfFailure.Contains) || (words.Length > 1 && words[0] == "not"))
            return Saying.Failure;
        return words.Any(WordsOfSuccess.Contains) ? Saying.Success : Saying.Nothing;
    }

    private Saying OfCreation(IObjectCreationOperation creation)
    {
        if (creation.Type is not { } type || ShapeOf(type) is not { } shape) return Saying.Nothing;

        foreach (var argument in creation.Arguments)
            if (argument.Parameter is { Name.Length: > 0 } parameter
                && Truth(argument.Value) is { } passed
                && SayingOfFlag(parameter.Name) is var meaning and not Saying.Nothing)
                return passed ? meaning : Opposite(meaning);

        foreach (var assignment in creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
            if (assignment.Target is IPropertyReferenceOperation { Property.Name: var name } && name == shape.Flag.Name)
                return Truth(assignment.Value) is not { } set
                    ? Saying.Nothing
                    : set ? shape.Meaning : Opposite(shape.Meaning);

        return creation.Arguments.Length == 0 && shape.Flag is IPropertySymbol { SetMethod: not null }
            ? Opposite(shape.Meaning)
            : Saying.Nothing;
    }

    private static Saying OfTuple(ITupleOperation tuple)
    {
        if ((tuple.Type ?? tuple.NaturalType) is not INamedTypeSymbol { IsTupleType: true } type)
            return Saying.Nothing;

        for (var place = 0; place < tuple.Elements.Length && place < type.TupleElements.Length; place++)
            if (Truth(tuple.Elements[place]) is { } passed
                && SayingOfFlag(
                    type.TupleElements[place].Name) is var meaning and not Saying.Nothing)
                return passed ? meaning : Opposite(meaning);
        return Saying.Nothing;
    }

    private static bool? Truth(IOperation value) =>
        value.Settled().ConstantValue is { HasValue: true, Value: bool truth } ? truth : null;

    private static Saying Opposite(Saying saying) =>
        saying == Saying.Success ? Saying.Failure : Saying.Success;
}
