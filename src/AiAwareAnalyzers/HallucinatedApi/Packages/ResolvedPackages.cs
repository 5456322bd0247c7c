using AiAwareAnalyzers.HallucinatedApi.Files;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.HallucinatedApi.Packages;

/// <summary>A package as NuGet has resolved it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">The version that is used.</param>
/// <param name="Assemblies">What the compiler is given of it: <c>lib/net8.0/Dapper.dll</c>.</param>
/// <param name="Dependencies">The ids of the packages that it asks for.</param>
/// <param name="IsProject">Whether it is another project, and no package.</param>
internal sealed record ResolvedPackage(
    string Id, string Version, ImmutableArray<string> Assemblies, ImmutableArray<string> Dependencies, bool IsProject);

/// <summary>The packages of a project for one framework: which it asks for, and which only come along.</summary>
internal sealed class ResolvedPackages
{
    /// <summary>Owners of many libraries: the second name says which.</summary>
    private static readonly ImmutableHashSet<string> Owners = WordSet.IgnoringCase(
        "Microsoft System Azure Google AWSSDK Amazon");

    /// <summary>What a provider of Entity Framework speaks to its database with: who asks for one gets both.</summary>
    private static readonly ImmutableHashSet<string> Drivers = WordSet.IgnoringCase(
        "Microsoft.Data.SqlClient Microsoft.Data.Sqlite Npgsql MySqlConnector MySql.Data Oracle.ManagedDataAccess",
        "Microsoft.Azure.Cosmos MongoDB.Driver");

    private readonly Dictionary<string, ResolvedPackage> _all = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _central = new(StringComparer.OrdinalIgnoreCase);

    private ResolvedPackages(JsonValue assets, string framework)
    {
        foreach (var (name, value) in Of(assets["targets"], framework).Members)
            if (Read(name, value) is { } package) _all[package.Id] = package;

        var project = Of(assets["project"]["frameworks"], framework);
        Direct = project["dependencies"].Members
            .Where(dependency => dependency.Value["target"].Text == "Package")
            .Select(dependency => Find(dependency.Name))
            .OfType<ResolvedPackage>()
            .ToImmutableArray();
        IsCentral = assets["project"]["restore"]["centralPackageVersionsManagementEnabled"].Text == "true";
        _central.UnionWith(project["centralPackageVersions"].Members.Select(member => member.Name));
        Uninvited = FindUninvited().ToImmutableArray();
    }

    /// <summary>Those that the project file asks for.</summary>
    public ImmutableArray<ResolvedPackage> Direct { get; }

    /// <summary>
    /// Those that only come along with another package, and that neither belong to it nor are asked for by another
    /// project.
    /// </summary>
    public ImmutableArray<ResolvedPackage> Uninvited { get; }

    /// <summary>Whether versions stand in one place for many projects.</summary>
    public bool IsCentral { get; }

    /// <summary>
    /// Reads what the package's targets have kept of a restore. Text that is none has no packages. Never throws.
    /// </summary>
    public static ResolvedPackages Read(string text, string framework) => new(JsonValue.Read(text), framework);

    /// <summary>Whether the version of a package stands in that place already.</summary>
    public bool HasCentralVersion(string id) => _central.Contains(id);

    /// <summary>The package of the project file that another comes with.</summary>
    public ResolvedPackage? BringerOf(ResolvedPackage package) =>
        Direct.FirstOrDefault(direct => Closure([direct.Id]).Contains(package.Id));

    /// <summary>The packages that ask for another.</summary>
    public IEnumerable<ResolvedPackage> DependentsOf(ResolvedPackage package) =>
        _all.Values.Where(other => other.Dependencies.Contains(package.Id, StringComparer.OrdinalIgnoreCase));

    private ResolvedPackage? Find(string id) => _all.TryGetValue(id, out var package) ? package : null;

    private IEnumerable<ResolvedPackage> FindUninvited()
    {
        var asked = Expanded(Direct);
        var families = new HashSet<string>(
            asked.Select(package => FamilyOf(package.Id)), StringComparer.OrdinalIgnoreCase);
        var throughProjects = Closure(_all.Values.Where(package => package.IsProject).Select(project => project.Id));
        return _all.Values.Where(package =>
            !package.IsProject
            && !package.Assemblies.IsEmpty
            && !families.Contains(FamilyOf(package.Id))
            && !(IsDriver(package.Id) && asked.Exists(provider => IsProvider(provider, package)))
            && !throughProjects.Contains(package.Id));
    }

    private static bool IsDriver(string id) =>
        Drivers.Contains(id)
        || id.EndsWith(".Core", StringComparison.OrdinalIgnoreCase) && Drivers.Contains(id[..^".Core".Length]);

    private bool IsProvider(ResolvedPackage package, ResolvedPackage driver) =>
        package.Id.IndexOf("EntityFrameworkCore", StringComparison.OrdinalIgnoreCase) >= 0
        && Closure([package.Id]).Contains(driver.Id);

    /// <summary>A package without anything to compile against stands for those that it brings.</summary>
    private List<ResolvedPackage> Expanded(IEnumerable<ResolvedPackage> packages)
    {
        var expanded = new List<ResolvedPackage>(packages);
        var met = new HashSet<ResolvedPackage>(expanded);
        for (var at = 0; at < expanded.Count; at++)
            if (expanded[at].Assemblies.IsEmpty)
                expanded.AddRange(expanded[at].Dependencies.Select(Find).OfType<ResolvedPackage>().Where(met.Add));
        return expanded;
    }

    /// <summary>The packages, and all that they bring.</summary>
    private HashSet<string> Closure(IEnumerable<string> ids)
    {
        var closure = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var left = new Stack<string>(ids);
        while (left.Count > 0)
            if (left.Pop() is var id && closure.Add(id) && Find(id) is { } package)
                foreach (var dependency in package.Dependencies) left.Push(dependency);
        return closure;
    }

    private static ResolvedPackage? Read(string name, JsonValue value)
    {
        var slash = name.IndexOf('/');
        return slash <= 0 ? null : new ResolvedPackage(
            name[..slash],
            name[(slash + 1)..],
            value["compile"].Members
                .Select(member => member.Name)
                .Where(path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
                .ToImmutableArray(),
            value["dependencies"].Members.Select(member => member.Name).ToImmutableArray(),
            value["type"].Text == "project");
    }

    /// <summary>
    /// The part of a framework, whose name is long in files of an older SDK; of several runtimes the first, which is
    /// none.
    /// </summary>
    private static JsonValue Of(JsonValue frameworks, string framework) =>
        frameworks.Members.Count == 1 ? frameworks.Members[0].Value
        : frameworks.Members.FirstOrDefault(member => Shortened(member.Name) == framework).Value
            ?? frameworks.Members.FirstOrDefault(member =>
                Shortened(member.Name).StartsWith(framework, StringComparison.OrdinalIgnoreCase)).Value
            ?? JsonValue.Nothing;

    /// <summary><c>.NETCoreApp,Version=v8.0</c> is <c>net8.0</c>.</summary>
    private static string Shortened(string framework)
    {
        var parts = framework.Split([",Version=v"], StringSplitOptions.None);
        return parts.Length < 2 ? framework : parts[0] switch
        {
            ".NETStandard" => "netstandard" + parts[1],
            ".NETFramework" => "net" + parts[1].Replace(".", ""),
            _ => (parts[1].Length > 3 || parts[1][0] > '4' ? "net" : "netcoreapp") + parts[1],
        };
    }

    private static string FamilyOf(string id)
    {
        var parts = id.Split('.');
        return parts.Length > 1 && Owners.Contains(parts[0]) ? parts[0] + "." + parts[1] : parts[0];
    }
}
