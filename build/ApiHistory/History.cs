using System.Text;

namespace ApiHistory;

/// <summary>Which framework first had what.</summary>
internal sealed class History
{
    private readonly Dictionary<string, string> firstSeen = new(StringComparer.Ordinal);
    private readonly List<string> frameworks = [];
    private readonly HashSet<string> newTypes = [];
    private readonly SortedDictionary<string, SortedDictionary<int, SortedSet<string>>> news = new(
        StringComparer.Ordinal);

    public void Read(string framework, IEnumerable<Member> members)
    {
        frameworks.Add(framework);
        foreach (var member in members) Note(member, framework);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (type, brought) in news)
        {
            text.Append(type).Append('|');
            if (newTypes.Contains(type)) text.Append('+');
            text.AppendJoin('|', brought.Select(news => $"{frameworks[news.Key]}|{string.Join(' ', news.Value)}"));
            text.Append('\n');
        }

        return text.ToString();
    }

    private void Note(Member member, string framework)
    {
        var isNewName = firstSeen.TryAdd($"{member.Type}|{member.Name}", framework);
        var isNewOverload = member.Signature is not null
            && firstSeen.TryAdd($"{member.Type}|{member.Name}({member.Signature})", framework);
        if (frameworks.Count == 1) return;

        var since = firstSeen[$"{member.Type}|{member.Name}"];
        var typeSince = firstSeen[$"{member.Type}|"];
        if (member.Name.Length == 0 && isNewName) AddType(member.Type, framework);
        else if (typeSince == framework && member.Extends is null) return;
        else if (since == framework && (isNewName || isNewOverload))
            Add(member.Type, framework, member.Extends is null ? member.Name : $"{member.Name}<{member.Extends}");
        else if (isNewOverload) Add(member.Type, framework, $"{member.Name}({member.Signature})");
    }

    private void AddType(string type, string framework)
    {
        newTypes.Add(type);
        Add(type, framework, null);
    }

    private void Add(string type, string framework, string? name)
    {
        if (!news.TryGetValue(type, out var brought)) news[type] = brought = [];
        var order = frameworks.IndexOf(framework);
        if (!brought.TryGetValue(order, out var names)) brought[order] = names = new(StringComparer.Ordinal);
        if (name is not null) names.Add(name);
    }
}
