using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>
/// Text that a caller wrote: parts of a request, members of a bound model. A claim is none: whoever issued the token
/// has signed it, and it is what was agreed.
/// </summary>
internal sealed class OutsideText(Compilation compilation)
{
    private readonly Inputs _inputs = Inputs.Of(compilation);
    private readonly RequestRules _rules = RequestRules.Of(compilation);

    /// <summary>Where a text comes from, as one speaks of it; null where it is the program's own or unknown.</summary>
    public string? SourceOf(IOperation text) => SourceOf(text, Trail.Start);

    private string? SourceOf(IOperation text, Trail trail)
    {
        if (trail.IsOver) return null;
        var value = Place.InsideText(text);
        return value switch
        {
            ILocalReferenceOperation local =>
                trail.InitialValueOf(local, out var further) is { } initial ? SourceOf(initial, further) : null,
            ICoalesceOperation { WhenNull: var otherwise } choice =>
                IsNoText(otherwise) ? SourceOf(choice.Value, trail.Deeper()) : null,
            IInvocationOperation call => OfCall(call, trail),
            IParameterReferenceOperation
                { Parameter: { Type.SpecialType: SpecialType.System_String } parameter } reference =>
                _inputs.Contains(parameter, reference.SemanticModel) && !_rules.Limit(parameter)
                    ? $"'{parameter.Name}'"
                    : null,
            IPropertyReferenceOperation property => OfProperty(property),
            _ => null,
        };
    }

    private string? OfCall(IInvocationOperation call, Trail trail) => call.TargetMethod switch
    {
        { Name: "GetRouteValue" } method when _inputs.Contains(method) => "a route value",
        { Name: "ToString" or "Trim" or "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" }
            when (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } receiver =>
            SourceOf(receiver, trail.Deeper()),
        _ => null,
    };

    private string? OfProperty(IPropertyReferenceOperation property)
    {
        if (property.Instance is not { } instance) return null;
        if (property.Property.IsIndexer)
            return Place.InsideText(instance) is IPropertyReferenceOperation { Property: var member }
                && _inputs.Contains(member)
                ? $"'{member.Name}' of the request"
                : null;
        return property.Type?.SpecialType == SpecialType.System_String
            && Place.InsideText(instance) is IParameterReferenceOperation { Parameter: var model } reference
            && _inputs.Contains(model, reference.SemanticModel)
            && !_rules.Limit(property.Property)
            && !_rules.AreAskedAbout(model, reference)
                ? $"'{model.Name}.{property.Property.Name}'"
                : null;
    }

    /// <summary>A fall-back that cannot be parsed either.</summary>
    private static bool IsNoText(IOperation value) =>
        value is IThrowOperation == false
        && (value.Bare().ConstantValue is { HasValue: true, Value: null or "" }
            || value.Bare()
                is IFieldReferenceOperation
                    { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } });
}
