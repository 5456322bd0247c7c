using AiAwareAnalyzers.HallucinatedApi.Documents;

namespace AiAwareAnalyzers.HallucinatedApi.Agreement;

/// <summary>A type beside a schema.</summary>
/// <param name="Type">As the code has it.</param>
/// <param name="Schema">What the document says.</param>
/// <param name="Member">The property that holds it; null where it is the whole, or an element.</param>
/// <param name="Property">The name that the document has for it.</param>
internal sealed record Pair(ITypeSymbol Type, ApiSchema Schema, ISymbol? Member, string Property)
{
    private static readonly SymbolDisplayFormat Short = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>How a message names the value: <c>Order.Total</c>, <c>List&lt;Order&gt;</c>.</summary>
    public string Quoted => Member switch
    {
        null => Type.IsAnonymousType ? "the anonymous object" : $"'{Type.ToDisplayString(Short)}'",
        { ContainingType: { IsAnonymousType: false, Name: var owner } } => $"'{owner}.{Member.Name}'",
        _ => $"'{Member.Name}'",
    };

    /// <summary>Whether the document demands it.</summary>
    public bool IsRequired { get; init; }
}
