using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Follows a text back to the request that gives it, until somebody asks how long it is.</summary>
internal sealed class RequestTexts(Compilation compilation)
{
    private readonly RequestRules _rules = RequestRules.Of(compilation);
    private readonly RequestParameters _parameters = new(compilation);

    /// <summary>
    /// The reading of a request that a text is, trimmed or in other letters perhaps; null where it is something else,
    /// or its length is limited.
    /// </summary>
    public IOperation? Behind(IOperation text) => Behind(text, Trail.Start);

    private IOperation? Behind(IOperation text, Trail trail)
    {
        if (trail.IsOver) return null;
        var value = Place.Inside(text);
        if (Place.Of(value) is { } place && TextLooks.Exist(place, value)) return null;
        return value switch
        {
            ILocalReferenceOperation local =>
                trail.InitialValueOf(local, out var further) is { } initial ? Behind(initial, further) : null,
            ICoalesceOperation choice => Behind(choice.Value, trail.Deeper()),
            IConditionalOperation { WhenFalse: { } otherwise } choice =>
                Behind(choice.WhenTrue, trail.Deeper()) ?? Behind(otherwise, trail.Deeper()),
            IInvocationOperation { Instance: { } receiver, TargetMethod: var method } when KeepsLength(method) =>
                Behind(receiver, trail.Deeper()),
            IParameterReferenceOperation parameter => IsOpen(parameter) ? parameter : null,
            IPropertyReferenceOperation { Arguments.IsEmpty: true } property => IsOpen(property) ? property : null,
            _ => null,
        };
    }

    private bool IsOpen(IParameterReferenceOperation text) =>
        text.Type?.SpecialType == SpecialType.System_String
        && _parameters.HandlerOf(text, IsMeasured) is not null;

    /// <summary>A member of a model that a request is bound to, in whichever body on the way to here.</summary>
    private bool IsOpen(IPropertyReferenceOperation text) =>
        text.Instance is { } instance
        && Place.Inside(instance) is IParameterReferenceOperation model
        && !_rules.LimitLength(text.Property)
        && _parameters.HandlerOf(model, (place, use) => IsChecked(place.Member(text.Property.Name), use)) is not null;

    private bool IsMeasured(Place place, IOperation use) =>
        TextLooks.Exist(place, use) || place.Root is IParameterSymbol parameter && _rules.LimitLength(parameter);

    private bool IsChecked(Place member, IOperation use) =>
        TextLooks.Exist(member, use) || member.Root is IParameterSymbol model && _rules.AreAskedAbout(model, use);

    private static bool KeepsLength(IMethodSymbol method) =>
        method is { ContainingType.SpecialType: SpecialType.System_String,
            Name: "Trim" or "TrimStart" or "TrimEnd" or "ToLower" or "ToUpper" or "ToLowerInvariant"
                or "ToUpperInvariant" or "ToString" };
}
