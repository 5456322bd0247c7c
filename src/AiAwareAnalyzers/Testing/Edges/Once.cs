using System.Collections.Concurrent;

namespace AiAwareAnalyzers.Testing.Edges;

/// <summary>What is found out once for each symbol, however many tests ask for it at the same time.</summary>
internal sealed class Once<TSymbol, TFound>(Func<TSymbol, TFound> find)
    where TSymbol : class, ISymbol
{
    private readonly ConcurrentDictionary<TSymbol, Lazy<TFound>> _found = new(SymbolEqualityComparer.Default);

    /// <summary>Whether somebody has asked before.</summary>
    public bool Has(TSymbol symbol) => _found.ContainsKey(symbol);

    public TFound Of(TSymbol symbol) => _found.GetOrAdd(symbol, one => new Lazy<TFound>(() => find(one))).Value;
}
