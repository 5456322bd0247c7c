using AiAwareAnalyzers.Knowledge.Container;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.EdgeCases.CachedValues;

/// <summary>A value that one call puts into a cache which all callers share, where it was not there yet.</summary>
/// <param name="Call">The call.</param>
/// <param name="Cache">The cache.</param>
/// <param name="Key">The key.</param>
/// <param name="Makers">What makes the value: a function and its state, or the value itself.</param>
/// <param name="Reads">The calls of the same body that ask for the key before; none where the call itself asks.</param>
internal sealed record CacheEntry(
    IInvocationOperation Call,
    IOperation Cache,
    IOperation Key,
    IReadOnlyList<IOperation> Makers,
    IReadOnlyList<IInvocationOperation> Reads)
{
    /// <summary>Calls that ask, and make where nothing was found.</summary>
    private static readonly ImmutableHashSet<string> Makes = WordSet.Of(
        "GetOrCreate GetOrCreateAsync GetOrAdd GetOrAddAsync GetOrSet GetOrSetAsync");

    /// <summary>Calls that only put something in.</summary>
    private static readonly ImmutableHashSet<string> Puts = WordSet.Of("Set SetAsync SetString SetStringAsync");

    private static readonly ImmutableHashSet<string> Asks = WordSet.Of(
        "TryGetValue Get GetAsync GetString GetStringAsync");

    /// <summary>The caches of the framework that are asked and filled in two steps.</summary>
    private static readonly ImmutableHashSet<string> Stores = WordSet.Of(
        "IMemoryCache MemoryCache ObjectCache IDistributedCache");

    /// <summary>Parameters that a value, or what a function makes it from, is passed by.</summary>
    private static readonly ImmutableHashSet<string> Givers = WordSet.Of(
        "value state arg args factoryArgument factoryState");

    /// <summary>Words of a cache that one request has for itself.</summary>
    private static readonly ImmutableHashSet<string> Scopes = WordSet.Of("request scoped scope session circuit local");

    /// <summary>The entry that a call makes; null where it makes none, or not for all.</summary>
    public static CacheEntry? Of(IInvocationOperation call, Compilation compilation)
    {
        var name = call.TargetMethod.Name;
        if (!Makes.Contains(name) && !Puts.Contains(name)) return null;
        if (GivenTo(call) is not [var cache, var key, ..] || !IsCache(cache, name) || key.Type is null) return null;
        var makers = MakersIn(call).ToList();
        if (makers.Count == 0 || !IsShared(cache, compilation)) return null;
        if (Makes.Contains(name)) return new(call, cache, key, makers, []);
        var entry = new CacheEntry(call, cache, key, makers, []);
        return entry.ReadsBefore().ToList() is { Count: > 0 } reads ? entry with { Reads = reads } : null;
    }

    /// <summary>Whether a call asks the same cache, by whatever key.</summary>
    public bool IsReadBy(IInvocationOperation call) =>
        Asks.Contains(call.TargetMethod.Name)
        && GivenTo(call) is [var cache, _, ..]
        && SyntaxFactory.AreEquivalent(cache.Syntax, Cache.Syntax);

    private IEnumerable<IInvocationOperation> ReadsBefore() =>
        Bodies.Own(Bodies.Around(Call)).OfType<IInvocationOperation>().Where(read =>
            read.Syntax.SpanStart < Call.Syntax.SpanStart
            && IsReadBy(read)
            && GivenTo(read) is [_, var key, ..]
            && SyntaxFactory.AreEquivalent(key.Syntax, Key.Syntax));

    /// <summary>The receiver and the arguments, as they are written.</summary>
    private static IReadOnlyList<IOperation> GivenTo(IInvocationOperation call)
    {
        var given = call.Arguments.OrderBy(static argument => argument.Parameter?.Ordinal ?? 0)
            .Select(static argument => argument.Value.AsWritten());
        return (call.Instance is { } instance ? given.Prepend(instance.AsWritten()) : given).ToList();
    }

    /// <summary>The functions, and the values by the names of their parameters.</summary>
    private static IEnumerable<IOperation> MakersIn(IInvocationOperation call) =>
        call.Arguments
            .Where(static argument => argument is { IsImplicit: false, Parameter: { } parameter }
                && (parameter.Type.TypeKind == TypeKind.Delegate || Givers.Contains(parameter.Name)))
            .Select(static argument => argument.Value);

    private static bool IsCache(IOperation cache, string name) =>
        cache.Type is { Name: var type }
        && (Stores.Contains(type)
            || Makes.Contains(name) && (type == "ConcurrentDictionary" || IsNamedCache(cache.Type)));

    /// <summary><c>HybridCache</c>, <c>IFusionCache</c>, <c>IAppCache</c>, <c>ICacheService</c>.</summary>
    private static bool IsNamedCache(ITypeSymbol type) =>
        Words.Of(type.Name) is var words && words.Contains("cache") && !words.Any(Scopes.Contains);

    /// <summary>
    /// A dictionary or a cache that a class makes itself is shared where it is static, or where there is one object of
    /// the class; others come from the container, which has one for all.
    /// </summary>
    private static bool IsShared(IOperation cache, Compilation compilation) =>
        cache.Type?.Name is not ("ConcurrentDictionary" or "MemoryCache")
        || cache is IMemberReferenceOperation { Member: var member }
        && (member.IsStatic || IsOne(member.ContainingType, compilation));

    private static bool IsOne(INamedTypeSymbol type, Compilation compilation) =>
        HostedServices.Contain(type)
        || Services.Of(compilation).Making(type).Select(static told => told.Lifetime).ToList()
            is { Count: > 0 } lifetimes
        && lifetimes.TrueForAll(static lifetime => lifetime == Lifetime.Singleton);
}
