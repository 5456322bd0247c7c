using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>
/// Follows a number back to the request that gives it, through locals, arithmetic and the callers of a method, until
/// somebody limits it.
/// </summary>
/// <param name="compilation">The project whose endpoints and callers are looked at.</param>
/// <param name="isGuarded">Whether a body makes sure of the number at a place.</param>
/// <param name="sides">The sides from which a route has to limit a number for it to be sure.</param>
internal sealed class RequestNumbers(
    Compilation compilation, Func<Place, IOperation, bool> isGuarded, Sides sides = Sides.None)
{
    private const int MaxCallers = 3;

    private readonly Inputs _inputs = Inputs.Of(compilation);
    private readonly RequestRules _rules = RequestRules.Of(compilation);
    private readonly RouteLimits _routes = RouteLimits.Of(compilation);
    private readonly CallIndex _calls = CallIndex.Of(compilation);

    /// <summary>The function of two numbers that is no limit on the side that is asked about.</summary>
    private readonly string _open = sides == Sides.Below ? nameof(Math.Min) : nameof(Math.Max);

    private readonly RequestParameters _parameters = new(compilation);

    /// <summary>
    /// The number of a request that a value is, or is computed from; null where it is something else, limited or
    /// unknown.
    /// </summary>
    public RequestNumber? Behind(IOperation value) => Behind(value, Trail.Start, MaxCallers);

    private RequestNumber? Behind(IOperation value, Trail trail, int callers)
    {
        if (trail.IsOver) return null;
        var inner = value.Without(Wrappers.Parentheses | Wrappers.Conversions);
        if (Place.Of(inner) is { } place && isGuarded(place, inner)) return null;
        return inner switch
        {
            ILocalReferenceOperation local =>
                trail.InitialValueOf(local, out var further) is { } initial ? Behind(initial, further, callers) : null,
            IParameterReferenceOperation parameter => OfParameter(parameter, trail, callers),
            IPropertyReferenceOperation { Property.Name: "Value", Instance: { } nullable }
                when IsNullable(nullable.Type) => Behind(nullable, trail.Deeper(), callers),
            IPropertyReferenceOperation { Instance: { } model } property => OfModel(property, model),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply or BinaryOperatorKind.Add
                or BinaryOperatorKind.Subtract } both =>
                Behind(both.LeftOperand, trail.Deeper(), callers) ?? Behind(both.RightOperand, trail.Deeper(), callers),
            ICoalesceOperation choice => Behind(choice.Value, trail.Deeper(), callers),
            IConditionalOperation { WhenFalse: { } other } choice =>
                Behind(choice.WhenTrue, trail.Deeper(), callers) ?? Behind(other, trail.Deeper(), callers),
            IInvocationOperation { TargetMethod: { ContainingType.Name: "Math" } method } one
                when method.Name == _open =>
                one.Arguments.Select(argument => Behind(argument.Value, trail.Deeper(), callers))
                    .FirstOrDefault(number => number is not null),
            IInvocationOperation { TargetMethod.Name: "GetValueOrDefault", Instance: { } nullable }
                when IsNullable(nullable.Type) => Behind(nullable, trail.Deeper(), callers),
            _ => null,
        };
    }

    private RequestNumber? OfParameter(IParameterReferenceOperation reference, Trail trail, int callers)
    {
        if (reference.Parameter is not { ContainingSymbol: IMethodSymbol method, RefKind: RefKind.None } parameter
            || _rules.Limit(parameter))
            return null;
        if (_inputs.IsHandler(method, reference.SemanticModel) && !IsService(parameter))
            return _routes.Hold(parameter, method, sides) ? null : new(parameter.Name, parameter.Type, method);
        if (callers == 0 || method.MethodKind != MethodKind.Ordinary || !trail.TryPass(method, out var further))
            return null;
        return OfCaller(method, parameter, further, callers - 1);
    }

    private RequestNumber? OfCaller(IMethodSymbol method, IParameterSymbol parameter, Trail trail, int callers) =>
        _calls.Of(method)
            .Select(call =>
                call.Arguments.FirstOrDefault(argument =>
                    argument.Parameter?.Ordinal == parameter.Ordinal && argument.ArgumentKind == ArgumentKind.Explicit))
            .Select(argument => argument is null ? null : Behind(argument.Value, trail, callers))
            .FirstOrDefault(number => number is not null);

    /// <summary>
    /// A member of what a handler is given, or hands on, if that is bound from the request and nobody limits it.
    /// </summary>
    private RequestNumber? OfModel(IPropertyReferenceOperation property, IOperation model) =>
        model.Bare() is IParameterReferenceOperation { Parameter: var parameter } reference
        && !_rules.Limit(property.Property)
        && _parameters.HandlerOf(reference, (place, use) => IsSure(place.Member(property.Property.Name), use))
            is { } handler
            ? new($"{parameter.Name}.{property.Property.Name}", property.Property.Type, handler)
            : null;

    private bool IsSure(Place member, IOperation use) =>
        isGuarded(member, use) || member.Root is IParameterSymbol model && _rules.AreAskedAbout(model, use);

    private static bool IsService(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(attribute =>
            attribute.AttributeClass?.Name is "FromServicesAttribute" or "FromKeyedServicesAttribute");

    private static bool IsNullable(ITypeSymbol? type) =>
        type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
