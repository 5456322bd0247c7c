using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>Which file of src uses which, and where each stands; the fixes stand in the rooms of their rules.</summary>
internal sealed class FloorPlan
{
    private readonly ImmutableSortedSet<string> _files;
    private readonly ImmutableSortedSet<string> _rules;
    private readonly ImmutableSortedDictionary<string, ImmutableSortedSet<string>> _uses;

    private FloorPlan(IEnumerable<string> files, IEnumerable<string> rules, IEnumerable<(string From, string To)> uses)
    {
        _files = files.ToImmutableSortedSet(StringComparer.Ordinal);
        _rules = rules.ToImmutableSortedSet(StringComparer.Ordinal);
        _uses = uses.Where(use => use.From != use.To).GroupBy(use => use.From, use => use.To)
            .ToImmutableSortedDictionary(
                group => group.Key,
                group => group.ToImmutableSortedSet(StringComparer.Ordinal),
                StringComparer.Ordinal);
    }

    /// <summary>Binds every name; a use is a name of a member or type that another file declares.</summary>
    public static FloorPlan Of(CSharpCompilation compilation, string root)
    {
        var files = compilation.SyntaxTrees.Where(tree => IsIn(root, tree))
            .ToImmutableDictionary(tree => tree, tree => AddressOf(root, tree));
        var rules = files.Where(file => IsRule(file.Key)).Select(file => file.Value);
        var uses =
            from file in files
            let model = compilation.GetSemanticModel(file.Key)
            from name in file.Key.GetRoot()
                .DescendantNodes(node => node is not UsingDirectiveSyntax)
                .OfType<SimpleNameSyntax>()
            from declared in OwnerOf(model.GetSymbolInfo(name))?.DeclaringSyntaxReferences ?? []
            where files.ContainsKey(declared.SyntaxTree)
            select (file.Value, files[declared.SyntaxTree]);
        return new(files.Values, rules, uses);
    }

    /// <summary>A topic whose readers stand together in a folder that does not hold it.</summary>
    public IEnumerable<string> OutOfPlace() =>
        from topic in Topics()
        let readers = _uses.Where(use => use.Value.Contains(topic)).Select(use => FolderOf(use.Key)).ToArray()
        where readers.Length > 0
        let room = readers.Aggregate(Shared)
        where !Holds(room, FolderOf(topic))
        select $"{topic} is read in {room} alone";

    public IEnumerable<string> TopicsAmongRules() =>
        _files.Where(file =>
            !_rules.Contains(file)
            && FolderOf(file) is { Length: > 0 } folder
            && folder == WingOf(file)
            && !IsCommon(folder));

    /// <summary>From a family to another, from what all share to a family, and from the frame to anything.</summary>
    public IEnumerable<string> StrayArrows() =>
        from use in _uses
        from target in use.Value
        let home = WingOf(target)
        where home.Length > 0 && home != WingOf(use.Key) && (WingOf(use.Key).Length == 0 || !IsCommon(home))
        select $"{use.Key} -> {target}";

    /// <summary>Groups of files each of which is reached from each other one, by their names.</summary>
    public IEnumerable<string> Circles()
    {
        var reach = _files.ToDictionary(file => file, ReachOf, StringComparer.Ordinal);
        return reach.Where(file => file.Value.Contains(file.Key))
            .Select(file =>
                string.Join(" ", file.Value.Where(other => reach[other].Contains(file.Key))
                    .Select(NameOf)
                    .Order(StringComparer.Ordinal)))
            .Distinct();
    }

    /// <summary>The folders that hold topics.</summary>
    public IEnumerable<string> Rooms() => Topics().Select(FolderOf).Distinct();

    private IEnumerable<string> Topics() => _files.Where(file => !_rules.Contains(file) && file.Contains('/'));

    private HashSet<string> ReachOf(string file)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([file]);
        while (open.TryPop(out var next))
            foreach (var used in _uses.GetValueOrDefault(next) ?? [])
                if (reached.Add(used)) open.Push(used);
        return reached;
    }

    private static INamedTypeSymbol? OwnerOf(SymbolInfo info)
    {
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
        while (type?.ContainingType is { } outer) type = outer;
        return type?.OriginalDefinition;
    }

    /// <summary>'Money/Amounts/MoneyFacts' for every part of that type, in whichever of the two assemblies.</summary>
    private static string AddressOf(string root, SyntaxTree tree)
    {
        var path = Path.GetRelativePath(root, tree.FilePath).Replace('\\', '/');
        var inside = path[(path.IndexOf('/') + 1)..];
        var name = inside[(inside.LastIndexOf('/') + 1)..];
        return inside[..^name.Length] + name.Split('.')[0];
    }

    private static bool IsIn(string root, SyntaxTree tree) =>
        tree.FilePath.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static bool IsRule(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<BaseTypeSyntax>()
            .Any(parent => parent.Type.ToString() is "Rule" or "Fix" or "IIncrementalGenerator");

    private static bool IsCommon(string wing) => wing is "Knowledge" or "Editing";

    private static bool Holds(string folder, string inner) =>
        folder.Length == 0 || inner == folder || inner.StartsWith(folder + "/", StringComparison.Ordinal);

    private static string FolderOf(string file) => file.LastIndexOf('/') is var slash and > 0 ? file[..slash] : "";

    private static string NameOf(string file) => file[(file.LastIndexOf('/') + 1)..];

    private static string WingOf(string file) => file.IndexOf('/') is var slash and > 0 ? file[..slash] : "";

    private static string Shared(string one, string other) =>
        string.Join('/', one.Split('/').Zip(other.Split('/')).TakeWhile(pair => pair.First == pair.Second)
            .Select(pair => pair.First));
}
