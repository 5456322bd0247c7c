using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace AiAwareAnalyzers.Field.Loading;

/// <summary>What a project file and the files above it say, read as text.</summary>
/// <remarks>
/// Conditions and functions are not evaluated. A path in the files above is meant as seen from the project.
/// </remarks>
internal sealed partial class ProjectText
{
    private readonly Dictionary<string, string> _properties = new(StringComparer.OrdinalIgnoreCase);

    private readonly List<XElement> _items = [];

    private ProjectText(string file)
    {
        File = file;
        _properties["MSBuildProjectDirectory"] = Folder;
        _properties["MSBuildProjectName"] = Name;
        foreach (var shared in ProjectFiles.Above(Folder, "Directory.Build.props")) Add(shared);
        Add(file);
        foreach (var shared in ProjectFiles.Above(Folder, "Directory.Build.targets")) Add(shared);
        foreach (var shared in ProjectFiles.Above(Folder, "Directory.Packages.props")) Add(shared);
    }

    public string File { get; }

    public string Folder => Path.GetDirectoryName(File)!;

    public string Name => Path.GetFileNameWithoutExtension(File);

    /// <summary>The files that it is made of, in the order in which they are read.</summary>
    public List<string> Parts { get; } = [];

    public string Sdk { get; private set; } = "";

    public static ProjectText Read(string file) => new(file);

    public string Property(string name, string otherwise = "") =>
        _properties.TryGetValue(name, out var value) && value.Length > 0 ? value : otherwise;

    public bool Says(string property, params IEnumerable<string> values) =>
        values.Contains(Property(property), StringComparer.OrdinalIgnoreCase);

    public IEnumerable<XElement> Elements(string kind) => _items.Where(item => item.Name.LocalName == kind);

    /// <summary>The values of an attribute of all items of a kind.</summary>
    public IEnumerable<string> Items(string kind, string attribute = "Include") =>
        Elements(kind).SelectMany(item => Values((string?)item.Attribute(attribute) ?? ""));

    /// <summary>As <see cref="Items"/>, made whole paths; what cannot be told without the build is left out.</summary>
    public IEnumerable<string> Paths(string kind, string attribute = "Include") =>
        Items(kind, attribute)
            .Where(value => !value.Contains("$(", StringComparison.Ordinal))
            .Select(value => Path.GetFullPath(Path.Combine(Folder, value.Replace('\\', '/'))));

    private void Add(string file)
    {
        if (Parse(file) is not { } root) return;
        Parts.Add(file);
        if (file == File) Sdk = SdkOf(root);
        foreach (var property in GroupsOf(root, "PropertyGroup")) Set(property);
        _items.AddRange(GroupsOf(root, "ItemGroup"));
    }

    private void Set(XElement property)
    {
        var name = property.Name.LocalName;
        var condition = (string?)property.Attribute("Condition") ?? "";
        var isDefault = condition.Contains($"'$({name})' == ''", StringComparison.OrdinalIgnoreCase);
        if (!isDefault || Property(name).Length == 0) _properties[name] = Expand(property.Value.Trim());
    }

    private IEnumerable<string> Values(string list) =>
        Expand(list).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string Expand(string text) =>
        Reference().Replace(text, found => _properties.GetValueOrDefault(found.Groups[1].Value, found.Value));

    private static IEnumerable<XElement> GroupsOf(XElement root, string kind) =>
        root.Elements().Where(group => group.Name.LocalName == kind).Elements();

    private static string SdkOf(XElement root)
    {
        var element = root.Elements().FirstOrDefault(inner => inner.Name.LocalName == "Sdk");
        return ((string?)root.Attribute("Sdk") ?? (string?)element?.Attribute("Name") ?? "").Split('/')[0];
    }

    /// <summary>A file that is no XML says nothing.</summary>
    private static XElement? Parse(string file)
    {
        try
        {
            return XDocument.Load(file).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\$\((\w+)\)")]
    private static partial Regex Reference();
}
