namespace AiAwareAnalyzers.HallucinatedApi.Packages;

/// <summary>
/// The versions that a project takes from elsewhere: <c>PackageVersion</c>, as central package management has it.
/// </summary>
internal sealed class CentralVersions
{
    private readonly Dictionary<string, string> _versions = new(StringComparer.OrdinalIgnoreCase);

    private CentralVersions(IEnumerable<AdditionalText> files)
    {
        foreach (var file in files)
            foreach (var line in PackageLine.In(file.GetText()?.ToString() ?? ""))
                if (line is { Element: "PackageVersion", Version: { } version, IsConditional: false })
                    _versions[line.Id] = version;
    }

    public static CentralVersions Of(Compilation compilation, ImmutableArray<AdditionalText> files) =>
        Facts.Of(compilation, _ => new CentralVersions(files));

    public string? Find(string id) => _versions.TryGetValue(id, out var version) ? version : null;
}
