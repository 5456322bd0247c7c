using System.Collections.Concurrent;
using System.Text;

namespace ValidCode.Materialization;

/// <summary>Copies, searches and collections that are right as they are.</summary>
public sealed class Lists
{
    private static readonly string[] Extensions = [".jpg", ".png", ".gif"];
    private static readonly ConcurrentDictionary<Type, string> Names = new();
    private static readonly Dictionary<string, DateTime> Seen = [];
    private readonly List<string> _log = [];

    /// <summary>The copy freezes the keys, which the body removes.</summary>
    public static void Expire(Dictionary<string, DateTime> entries, DateTime now)
    {
        foreach (var key in entries.Keys.ToList())
            if (entries[key] < now) entries.Remove(key);
    }

    public static List<int> Sorted(IEnumerable<int> numbers)
    {
        var list = numbers.ToList();
        list.Sort();
        return list;
    }

    public static IEnumerable<string> Images(IEnumerable<string> files) =>
        files.Where(file => Extensions.Contains(Path.GetExtension(file)));

    public static IEnumerable<DayOfWeek> Weekend() =>
        Enum.GetValues<DayOfWeek>().ToList().Where(day => day is DayOfWeek.Saturday or DayOfWeek.Sunday);

    public static List<Order> Known(IEnumerable<Order> orders, IEnumerable<int> customers)
    {
        var known = customers.ToHashSet();
        return orders.Where(order => known.Contains(order.CustomerId)).ToList();
    }

    public static string Joined(IEnumerable<string> words)
    {
        var text = new StringBuilder();
        foreach (var word in words) text.Append(word).Append(' ');
        return text.ToString();
    }

    /// <summary>Three parts never grow.</summary>
    public static string Stars()
    {
        var stars = "";
        for (var i = 0; i < 3; i++) stars += "*";
        return stars;
    }

    public static string NameOf(Type type) => Names.GetOrAdd(type, static key => key.Name);

    public static void Remember(string key)
    {
        lock (Seen)
        {
            if (Seen.Count > 1_000) Seen.Clear();
            Seen[key] = DateTime.UtcNow;
        }
    }

    public void Log(string line)
    {
        _log.Add(line);
        foreach (var entry in _log.ToArray()) Console.WriteLine(entry);
    }

    public static (int Count, int Largest) Summary(IEnumerable<int> numbers)
    {
        var list = numbers.Where(number => number > 0).ToList();
        return (list.Count, list.DefaultIfEmpty().Max());
    }

    public static IReadOnlyList<string> Upper(IEnumerable<string> names) =>
        names.Select(name => name.ToUpperInvariant()).ToList();
}
