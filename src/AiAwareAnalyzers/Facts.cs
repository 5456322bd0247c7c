using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace AiAwareAnalyzers;

/// <summary>What several rules want to know about one compilation: found out once, forgotten with it.</summary>
/// <remarks>
/// This table is the only static state of the assembly. A topic offers itself as
/// <c>public static Topic Of(Compilation compilation) => Facts.Of(compilation, static c => new Topic(c));</c>.
/// </remarks>
internal static class Facts
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<Type, Lazy<object>>> Known = new();

    /// <summary>The topic <typeparamref name="T"/> of a compilation, learned by whichever rule asks first.</summary>
    public static T Of<T>(Compilation compilation, Func<Compilation, T> learn)
        where T : class =>
        (T)Known.GetValue(compilation, static _ => new())
            .GetOrAdd(typeof(T), _ => new Lazy<object>(() => learn(compilation)))
            .Value;
}
