namespace AiAwareAnalyzers.Money.Amounts;

/// <summary>The types whose values are money whatever they are called.</summary>
internal sealed class MoneyTypes
{
    private readonly ImmutableHashSet<string> _names;

    private MoneyTypes(ImmutableHashSet<string> names) => _names = names;

    /// <summary>Reads <c>Money, Shop.Price</c>: names of types, with or without their namespaces.</summary>
    public static bool TryRead(string raw, out MoneyTypes types)
    {
        var names = raw.Split(',').Select(name => name.Trim()).Where(name => name.Length > 0)
            .ToImmutableHashSet(StringComparer.Ordinal);
        types = new(names);
        return names.All(name => name.Split('.').All(SyntaxFacts.IsValidIdentifier));
    }

    public bool Contains(ITypeSymbol? type) =>
        type is INamedTypeSymbol
        && (_names.Contains(type.Name)
            || _names.Contains(type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat)));
}
