using AiAwareAnalyzers.Governance.Files;
using AiAwareAnalyzers.Knowledge;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Governance.Zoning;

/// <summary>What should be a zone of a project and is none, and the file that says so for all.</summary>
internal sealed class ZoneProposal
{
    private const int Longest = 6;

    private ZoneProposal(SyntaxTree? speaker, ImmutableArray<string> entries)
    {
        Speaker = speaker;
        Entries = entries;
    }

    /// <summary>The first file, by its path; null where there is nothing to propose.</summary>
    public SyntaxTree? Speaker { get; }

    /// <summary>As the option takes them: namespaces, and files where a namespace is mostly harmless.</summary>
    public ImmutableArray<string> Entries { get; }

    /// <summary>A code base that has no zone and keeps no ledger has not begun to govern.</summary>
    public static bool IsAskedFor(Compilation compilation, AnalyzerOptions options) =>
        LedgerFiles.AreKept(options)
        || compilation.SyntaxTrees.Any(tree => !Zones.HighRisk.In(tree, options, compilation).AreNone);

    public static ZoneProposal Of(
        Compilation compilation,
        AnalyzerOptions options,
        ImmutableHashSet<string> imports,
        CancellationToken cancellation)
    {
        var files = compilation.SyntaxTrees.OrderBy(static tree => tree.FilePath, StringComparer.Ordinal)
            .Select(tree => new File(tree, options, compilation, imports, cancellation))
            .Where(static file => file.Namespace is not null)
            .ToList();
        var risky = files.Where(static file => file.IsRisky).ToList();
        return new ZoneProposal(
            risky.FirstOrDefault()?.Tree,
            risky.Select(file => EntryFor(file, files)).Distinct()
                .OrderBy(static entry => entry, StringComparer.Ordinal)
                .Take(Longest)
                .ToImmutableArray());
    }

    /// <summary>A namespace whose files are mostly harmless would be too large a zone.</summary>
    private static string EntryFor(File risky, List<File> files)
    {
        var around = files.Where(file => IsInside(file.Namespace!, risky.Namespace!)).ToList();
        return 2 * around.Count(static file => file.IsRisky) >= around.Count
            ? risky.Namespace!
            : "**/" + risky.Tree.FilePath.Substring(risky.Tree.FilePath.LastIndexOfAny(new[] { '/', '\\' }) + 1);
    }

    private static bool IsInside(string space, string other) =>
        space == other || space.StartsWith(other + ".", StringComparison.Ordinal);

    /// <summary>What a file is about, and where.</summary>
    private sealed class File
    {
        public File(
            SyntaxTree tree,
            AnalyzerOptions options,
            Compilation compilation,
            ImmutableHashSet<string> imports,
            CancellationToken cancellation)
        {
            var root = tree.GetRoot(cancellation);
            Tree = tree;
            Namespace = root.DescendantNodes(static node => node is CompilationUnitSyntax)
                .OfType<BaseNamespaceDeclarationSyntax>()
                .FirstOrDefault()?.Name.ToString();
            IsRisky = RiskyCode.In(root, imports) is { } sign
                && !Zones.Hold(sign.Name.Parent!, options, compilation);
        }

        public SyntaxTree Tree { get; }

        public string? Namespace { get; }

        public bool IsRisky { get; }
    }
}
