using AiAwareAnalyzers.HallucinatedApi.Files;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.HallucinatedApi.Settings;

/// <summary>The keys that the settings files of a project have, all files together.</summary>
internal sealed class SettingsKeys
{
    private SettingsKeys(IEnumerable<JsonValue> files)
    {
        foreach (var file in files) Root.Take(file);
        All = Root.Descendants(ImmutableArray<string>.Empty).ToImmutableArray();
    }

    public SettingsSection Root { get; } = new("");

    /// <summary>Every key in full, section by section, with what stands there.</summary>
    public ImmutableArray<(ImmutableArray<string> Path, SettingsSection Section)> All { get; }

    public static SettingsKeys Of(Compilation compilation, AnalyzerOptions options) => Facts.Of(
        compilation,
        _ => new SettingsKeys(ProjectFiles.Of(ProjectFiles.Settings, options)
            .Select(file => JsonValue.Read(file.GetText()?.ToString() ?? ""))));

    public static SettingsKeys Of(params string[] files) => new(files.Select(JsonValue.Read));
}

/// <summary>A key of the settings, with those that stand below it.</summary>
internal sealed class SettingsSection(string name)
{
    private readonly Dictionary<string, SettingsSection> _children = new(StringComparer.OrdinalIgnoreCase);

    public string Name => name;

    public IEnumerable<SettingsSection> Children => _children.Values;

    /// <summary>Whether keys stand below it; a section that is empty holds none.</summary>
    public bool HasChildren => _children.Count > 0;

    public SettingsSection? this[string child] => _children.TryGetValue(child, out var found) ? found : null;

    /// <summary>What stands at a path below this section; null where nothing does.</summary>
    public SettingsSection? Find(IEnumerable<string> path)
    {
        var found = this;
        foreach (var part in path)
        {
            if (found[part] is not { } next) return null;
            found = next;
        }

        return found;
    }

    public void Take(JsonValue value)
    {
        foreach (var (key, member) in value.Members)
        {
            var section = this;
            foreach (var part in ConfigurationReads.PartsOf(key)) section = section.Open(part);
            section.Take(member);
        }
    }

    public IEnumerable<(ImmutableArray<string> Path, SettingsSection Section)> Descendants(ImmutableArray<string> above)
    {
        foreach (var child in _children.Values)
        {
            var path = above.Add(child.Name);
            yield return (path, child);
            foreach (var below in child.Descendants(path)) yield return below;
        }
    }

    private SettingsSection Open(string child)
    {
        if (!_children.TryGetValue(child, out var section)) _children[child] = section = new SettingsSection(child);
        return section;
    }
}
