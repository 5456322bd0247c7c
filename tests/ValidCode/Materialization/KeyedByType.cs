using System.Collections.Concurrent;

namespace ValidCode.Materialization;

/// <summary>A cache that is full when every type of the program was seen.</summary>
public static class KeyedByType
{
    private static readonly ConcurrentDictionary<(Type From, Type To), bool> Convertible = new();

    public static bool IsConvertible(Type from, Type to) =>
        Convertible.GetOrAdd((from, to), static pair => pair.To.IsAssignableFrom(pair.From));
}
