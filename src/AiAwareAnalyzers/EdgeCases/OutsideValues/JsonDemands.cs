using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>The steps into JSON that throw, in both models of the framework and in the older library.</summary>
internal static class JsonDemands
{
    /// <summary>Null for any other operation.</summary>
    public static JsonDemand? Read(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "GetProperty", ContainingType: var owner }, Instance: { } element,
            Arguments: [{ Value: var name }] }
            when JsonTypes.IsElement(owner) && name.ConstantText() is { } property =>
            new(
                element, property, "GetProperty", "KeyNotFoundException",
                "use 'TryGetProperty' and fail with the name of what is missing"),
        IInvocationOperation { TargetMethod: var method, Instance: { } value } when ReadsKind(method) =>
            new(value, NameOf(value), method.Name, "InvalidOperationException", "ask which kind it is first")
            {
                IsOfKind = true,
            },
        IPropertyReferenceOperation read when KeyOf(read) is { } key =>
            Dereference.Needs(read) && Dereference.IsUnwarned(read)
                ? new(
                    read.Instance!, key, StepAfter(read), "NullReferenceException",
                    "ask for null and fail with the name of what is missing")
                : null,
        _ => null,
    };

    /// <summary>The name by which an indexer looks into an object; null for any other reading.</summary>
    public static string? KeyOf(IPropertyReferenceOperation read) =>
        read is { Property.IsIndexer: true, Instance: not null, Arguments: [{ Value: var key }] }
        && JsonTypes.IsNode(read.Property.ContainingType)
            ? key.Unconverted().ConstantText()
            : null;

    /// <summary>A reading that throws for null and for another kind; that of a text lets null pass.</summary>
    private static bool ReadsKind(IMethodSymbol method) => JsonTypes.IsElement(method.ContainingType)
        ? method.Name is "GetInt32" or "GetInt64" or "GetInt16" or "GetByte" or "GetDouble" or "GetSingle"
            or "GetDecimal" or "GetBoolean" or "GetGuid" or "GetDateTime" or "GetDateTimeOffset" or "GetArrayLength"
            or "EnumerateArray" or "EnumerateObject" or "TryGetInt32" or "TryGetInt64" or "TryGetDouble"
            or "TryGetDecimal"
        : method.Name is "GetValue" or "AsArray" or "AsObject" && JsonTypes.IsNode(method.ContainingType);

    /// <summary>The property that a value was read as, where that is in sight.</summary>
    private static string NameOf(IOperation value)
    {
        var part = Place.Inside(value);
        if (part is ILocalReferenceOperation local && LocalOrigins.Of(local) is { } origin) part = Place.Inside(origin);
        return part switch
        {
            IInvocationOperation { TargetMethod.Name: "GetProperty" or "TryGetProperty" or "TryGetPropertyValue",
                Arguments: [{ Value: var name }, ..] } when name.ConstantText() is { } property => property,
            IPropertyReferenceOperation read when KeyOf(read) is { } key => key,
            _ => Quote.Of(part.Syntax),
        };
    }

    private static string StepAfter(IPropertyReferenceOperation read) => read.User() switch
    {
        IInvocationOperation call => call.TargetMethod.Name,
        IPropertyReferenceOperation { Property.IsIndexer: true } next => $"[{Quote.Of(next.Arguments[0].Syntax)}]",
        IMemberReferenceOperation next => next.Member.Name,
        _ => "the loop",
    };
}
