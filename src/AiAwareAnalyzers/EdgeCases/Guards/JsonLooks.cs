using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.Guards;

/// <summary>Whether a body looks at a part of a JSON document before it relies on it.</summary>
internal static class JsonLooks
{
    /// <summary>
    /// Whether the body asks for what a step demands or for the kind of what it is taken from, or hands it to a check.
    /// </summary>
    public static bool Exist(JsonDemand demand, IOperation use) =>
        !demand.IsOfKind && AskFor(demand.Property, use)
        || Place.Of(demand.Part) is { } place
            && (AskForKind(place, use) || NullLooks.AskAbout(place.Root, use));

    /// <summary>Anywhere in the body, of whichever part: what it does then is its own business.</summary>
    private static bool AskFor(string property, IOperation use) => OperationTree.Around(use).Any(operation =>
        operation switch
        {
            IInvocationOperation
                { TargetMethod.Name: "TryGetProperty" or "TryGetPropertyValue" or "ContainsKey" or "TryGetValue"
                    or "NameEquals" or "Equals" } question =>
                question.Arguments.Any(argument => argument.Value.ConstantText() == property),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison =>
                comparison.RightOperand.ConstantText() == property || comparison.LeftOperand.ConstantText() == property,
            IPropertyReferenceOperation read =>
                JsonDemands.KeyOf(read) == property && !read.Syntax.Span.Contains(use.Syntax.Span) && IsAsked(read),
            _ => false,
        });

    /// <summary>A question mark, a comparison, a pattern or a fallback behind a value.</summary>
    private static bool IsAsked(IOperation value) => value.Outermost() is var outer && outer.Parent switch
    {
        IConditionalAccessOperation access => access.Operation == outer,
        ICoalesceOperation or IIsPatternOperation or IBinaryOperation or ISwitchExpressionOperation => true,
        _ => false,
    };

    private static bool AskForKind(Place place, IOperation use)
    {
        var kind = place.Member("ValueKind");
        return OperationTree.Around(use).Any(operation => operation switch
        {
            IPropertyReferenceOperation { Property.Name: "ValueKind" } asked => kind.IsReadBy(asked),
            IIsPatternOperation match =>
                place.IsReadBy(match.Value) || NullLooks.MentionsPattern(match.Value, match.Pattern, kind),
            IIsTypeOperation match => place.IsReadBy(match.ValueOperand),
            IInvocationOperation { TargetMethod.Name: "GetValueKind" or "TryGetValue", Instance: { } asked } =>
                place.IsReadBy(asked),
            _ => false,
        });
    }
}
