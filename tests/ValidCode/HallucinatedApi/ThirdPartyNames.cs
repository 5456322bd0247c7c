using System.Dynamic;
using System.Text;

namespace ValidCode.HallucinatedApi;

/// <summary>Names of other languages are fine where somebody has declared them.</summary>
public static class ThirdPartyNames
{
    public static char charAt(this string text, int index) => text[index];

    public static int Length(this StringBuilder builder) => builder.Length;

    public static string Use(string text, dynamic anything, StringBuilder builder)
    {
        anything.whatever(1).goes = 3;
        dynamic bag = new ExpandoObject();
        bag.Total = builder.Length();
        return $"{text.charAt(0)} {nameof(ThirdPartyNames.charAt)} {bag.Total}";
    }
}

/// <summary>Types that are called like those of other languages.</summary>
public sealed class PairMap<TKey, TValue> : Dictionary<TKey, TValue>
    where TKey : notnull
{
    public TValue? get(TKey key) => TryGetValue(key, out var value) ? value : default;
}
