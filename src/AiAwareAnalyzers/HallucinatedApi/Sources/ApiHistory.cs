using AiAwareAnalyzers.HallucinatedApi.Files;

namespace AiAwareAnalyzers.HallucinatedApi.Sources;

/// <summary>
/// Which framework first had a type, a member or an overload. Read from the assembly's own data, and only when a lookup
/// has failed.
/// </summary>
/// <remarks>
/// build/ApiHistory writes the text and explains it. What is not there has always been there, or never was.
/// </remarks>
internal sealed class ApiHistory
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _spaces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Extension>> _extensions = new(StringComparer.Ordinal);

    private ApiHistory()
    {
        foreach (var line in KnownText.Lines(nameof(ApiHistory))) Read(line);
    }

    /// <summary>An extension method that a framework brought.</summary>
    private readonly record struct Extension(string Extended, string Owner, string Since);

    public static ApiHistory Of(Compilation compilation) => Facts.Of(compilation, static _ => new ApiHistory());

    /// <summary>The framework that brought a type of this namespace-qualified metadata name.</summary>
    public string? SinceOfType(string fullName) =>
        _types.TryGetValue(fullName, out var news) && IsNewType(news) ? FrameworksOf(news).First().Framework : null;

    /// <summary>The namespace-qualified names of new types with this metadata name.</summary>
    public IReadOnlyList<string> TypesNamed(string metadataName) =>
        _spaces.TryGetValue(metadataName, out var names) ? names : [];

    /// <summary>The framework that brought a member of this name to a type.</summary>
    public string? SinceOfMember(string typeName, string member) =>
        Find(typeName, news => news == member || IsExtensionOf(news, member));

    /// <summary>The framework that brought an overload with as many parameters, and how the overload reads.</summary>
    public string? SinceOfOverload(string typeName, string member, Func<string[], bool> takes) =>
        Find(typeName, news => news.StartsWith(member + "(", StringComparison.Ordinal) && takes(ParametersOf(news)));

    /// <summary>
    /// The framework that brought an extension method for a type that goes by one of these metadata names.
    /// </summary>
    public (string Owner, string Since)? SinceOfExtension(string member, ISet<string> extendedNames)
    {
        if (!_extensions.TryGetValue(member, out var extensions)) return null;
        foreach (var extension in extensions)
            if (extendedNames.Contains(extension.Extended)) return (extension.Owner, extension.Since);
        return null;
    }

    private void Read(string line)
    {
        var bar = line.IndexOf('|');
        var type = line[..bar];
        _types[type] = line[(bar + 1)..];
        if (IsNewType(_types[type])) AddTo(_spaces, type.Substring(type.LastIndexOf('.') + 1), type);
        if (line.IndexOf('<') < 0) return;

        foreach (var (framework, news) in FrameworksOf(_types[type]))
            foreach (var name in news)
                if (name.IndexOf('<') is var mark and >= 0)
                    AddTo(
                        _extensions, name[..mark], new Extension(name[(mark + 1)..], type, framework));
    }

    private static void AddTo<T>(Dictionary<string, List<T>> table, string key, T value)
    {
        if (!table.TryGetValue(key, out var values)) table[key] = values = [];
        values.Add(value);
    }

    private string? Find(string typeName, Func<string, bool> isIt)
    {
        if (!_types.TryGetValue(typeName, out var history)) return null;
        foreach (var (framework, news) in FrameworksOf(history))
            if (news.Any(isIt)) return framework;
        return null;
    }

    /// <summary>
    /// A type's line begins with an empty list of news in the framework that brought the type itself.
    /// </summary>
    private static bool IsNewType(string history) => history.StartsWith("+", StringComparison.Ordinal);

    private static IEnumerable<(string Framework, string[] News)> FrameworksOf(string history)
    {
        var parts = history.TrimStart('+').Split('|');
        for (var i = 0; i + 1 < parts.Length; i += 2) yield return (parts[i], parts[i + 1].Split(' '));
    }

    private static bool IsExtensionOf(string news, string member) =>
        news.Length > member.Length && news[member.Length] == '<' && news.StartsWith(member, StringComparison.Ordinal);

    private static string[] ParametersOf(string overload)
    {
        var list = overload.Substring(overload.IndexOf('(') + 1).TrimEnd(')');
        return list.Length == 0 ? [] : list.Split(',');
    }
}
