using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>Which values say that something was done.</summary>
internal sealed class SuccessClaims
{
    private static readonly ImmutableHashSet<string> Done = WordSet.Of(
        "success succeeded successful successfully ok done complete completed approved accepted paid sent delivered",
        "shipped processed confirmed captured refunded authorized verified synced synchronized published settled",
        "created saved updated deleted imported exported charged scheduled");

    private static readonly ImmutableHashSet<string> NotDone = WordSet.Of(
        "not no fail failed failure error cannot invalid pending denied rejected unavailable unsupported unsuccessful");

    private readonly ResultTypes _results;

    private SuccessClaims(Compilation compilation) => _results = ResultTypes.Of(compilation);

    public static SuccessClaims Of(Compilation compilation) => Facts.Of(compilation, static c => new SuccessClaims(c));

    /// <summary>
    /// True, a Result that succeeded, an answer that all is well, a new identifier, an object with a status of success.
    /// </summary>
    public bool Says(IOperation value) => Says(value, Trail.Start);

    private bool Says(IOperation value, Trail trail)
    {
        if (CallStack.IsNearlyFull) return false;
        var inner = value.Settled();
        if (inner.ConstantValue is { HasValue: true } constant)
            return constant.Value is true || (constant.Value is string text && IsDone(text));
        if (_results.SayingOf(inner) is var saying and not ResultTypes.Saying.Nothing)
            return saying == ResultTypes.Saying.Success;

        return inner switch
        {
            IInvocationOperation call => IsGoodAnswer(call) || IsNewIdentifier(call),
            IFieldReferenceOperation { Field.ContainingType.TypeKind: TypeKind.Enum } member =>
                IsDone(member.Field.Name),
            IPropertyReferenceOperation { Property: { IsStatic: true, Name: "CompletedTask" } } => true,
            IObjectCreationOperation creation => MembersOf(creation).Any(SaysDone),
            IAnonymousObjectCreationOperation creation =>
                creation.Initializers.OfType<ISimpleAssignmentOperation>().Any(member => SaysDone(member.Value)),
            ITupleOperation tuple => tuple.Elements.Length > 0 && Says(tuple.Elements[0], trail),
            ILocalReferenceOperation local =>
                trail.TryPass(local.Local, out var further) && InitializerOf(local) is { } made && Says(made, further),
            IConditionalOperation { WhenFalse: { } otherwise } choice =>
                Says(choice.WhenTrue, trail) && Says(otherwise, trail),
            _ => false,
        };
    }

    /// <summary>What a local is declared with, if it stands for nothing else afterwards.</summary>
    public static IOperation? InitializerOf(ILocalReferenceOperation reference)
    {
        var root = reference.Root();
        foreach (var operation in Bodies.Own(root))
            if (operation is IVariableDeclaratorOperation declarator
                && SymbolEqualityComparer.Default.Equals(declarator.Symbol, reference.Local))
                return declarator.GetVariableInitializer()?.Value;
        return null;
    }

    private static IEnumerable<IOperation> MembersOf(IObjectCreationOperation creation) =>
        creation.Arguments.Select(argument => argument.Value).Concat(
            creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
                .Select(assignment => assignment.Value) ?? []);

    /// <summary>A status of success, as a text, as a member of an enumeration, or as the flag of it.</summary>
    private bool SaysDone(IOperation value) => value.Settled() switch
    {
        IFieldReferenceOperation { Field.ContainingType.TypeKind: TypeKind.Enum } member => IsDone(member.Field.Name),
        { ConstantValue: { HasValue: true, Value: string text } } => IsDone(text),
        { ConstantValue: { HasValue: true, Value: true } } => IsFlagOfSuccess(value),
        _ => false,
    };

    private static bool IsFlagOfSuccess(IOperation value)
    {
        var outer = value.Parent;
        while (outer is IConversionOperation) outer = outer.Parent;
        var name = outer switch
        {
            ISimpleAssignmentOperation { Target: IMemberReferenceOperation member } => member.Member.Name,
            IArgumentOperation { Parameter: { } parameter } => parameter.Name,
            _ => "",
        };
        return name.Length > 0 && IsDone(name);
    }

    /// <summary>A short text, or a name, with a word of success and none of failure.</summary>
    private static bool IsDone(string text)
    {
        var words = Words.Of(text);
        return words.Any(Done.Contains) && !words.Any(NotDone.Contains);
    }

    private static bool IsGoodAnswer(IInvocationOperation call) =>
        AspNetCore.MakesAnswers(call.TargetMethod.ContainingType)
        && call.TargetMethod.Name is "Ok" or "NoContent" or "Created" or "CreatedAtAction" or "CreatedAtRoute"
            or "Accepted" or "AcceptedAtAction";

    private static bool IsNewIdentifier(IInvocationOperation call) =>
        call.TargetMethod is { ContainingType.Name: "Guid", Name: "NewGuid" or "CreateVersion7" }
        || (call.TargetMethod.Name == "ToString"
            && !CallStack.IsNearlyFull
            && call.Instance is { } instance
            && instance.Settled() is IInvocationOperation inner
            && IsNewIdentifier(inner));
}
