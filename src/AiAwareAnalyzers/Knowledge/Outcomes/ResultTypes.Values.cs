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

    /// <summary>
    /// Whether a Result that works out its flag by itself is made with what it is for, and without a word of failure.
    /// </summary>
    public bool IsFulfilled(IOperation value) =>
        value.Settled() is IObjectCreationOperation { Type: { } type, Initializer.Initializers: var members } creation
        && ShapeOf(type) is { Flag: IPropertySymbol { SetMethod: null }, Value: { } kept }
        && !SaysItFailed(creation)
        && members.OfType<ISimpleAssignmentOperation>().ToList() is var given
        && given.TrueForAll(static member => !Explaining.Contains(NameOf(member)))
        && given.Exists(member => NameOf(member) == kept.Name && IsThere(member.Value));

    private static string NameOf(ISimpleAssignmentOperation member) =>
        member.Target is IPropertyReferenceOperation { Property.Name: var name } ? name : "";

    /// <summary>True, or an object; of a bool that is worked out one cannot know.</summary>
    private static bool IsThere(IOperation value) =>
        value.Settled() is var given
        && (given.ConstantValue.HasValue
            ? given.ConstantValue.Value is true
            : given.Type is { SpecialType: not SpecialType.System_Boolean } and not { IsValueType: true }
                && !EmptyValues.IsEmpty(given)
                && given.SemanticModel?.GetTypeInfo(given.Syntax).Nullability.FlowState != NullableFlowState.MaybeNull);

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
        if (SaysItFailed(creation)) return Saying.Failure;
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

    /// <summary>
    /// <c>Success = false</c> in any type, and <c>Type = ResponseType.Error</c> in one that tells success from failure.
    /// </summary>
    private bool SaysItFailed(IObjectCreationOperation creation) =>
        creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Any(assignment =>
            assignment.Target is IPropertyReferenceOperation { Property: var property }
            && (Truth(assignment.Value) is { } truth
                ? SayingOfFlag(property.Name) is var meaning and not Saying.Nothing
                    && (truth ? meaning : Opposite(meaning)) == Saying.Failure
                : IsKindOfFailure(assignment.Value) && creation.Type is { } type && ShapeOf(type) is not null)) == true;

    private static bool IsKindOfFailure(IOperation value) =>
        value.Settled() is IFieldReferenceOperation
            { Field: { ContainingType.TypeKind: TypeKind.Enum, Name: var name } }
        && Words.Of(name).Any(static word => word is "error" or "fail" or "failed" or "failure" or "faulted");

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
