using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>The parts of a code base where a mistake costs most: named by namespaces or by paths.</summary>
internal sealed class Zones
{
    internal static readonly Option<Zones> HighRisk = new(
        "ai_aware.high_risk",
        "namespaces (Shop.Payments) or path globs (src/Billing/**), separated by commas",
        "",
        "The high-risk parts of the code: what a rule lowers to a suggestion elsewhere is a warning there.",
        TryRead);

    private static readonly Regex Namespace = new(
        @"^[\p{L}_][\p{L}\p{Nd}_]*(\.[\p{L}_][\p{L}\p{Nd}_]*)*$", RegexOptions.CultureInvariant);

    private readonly ImmutableArray<string> _namespaces;
    private readonly ImmutableArray<Regex> _paths;

    private Zones(ImmutableArray<string> namespaces, ImmutableArray<Regex> paths)
    {
        _namespaces = namespaces;
        _paths = paths;
    }

    /// <summary>A warning inside the zones, a suggestion outside.</summary>
    public static DiagnosticSeverity SeverityIn(
        Location place, string containingNamespace, AnalyzerOptions options, Compilation compilation) =>
        place.SourceTree is { } tree
        && HighRisk.In(tree, options, compilation).Contain(tree.FilePath, containingNamespace)
            ? DiagnosticSeverity.Warning
            : DiagnosticSeverity.Info;

    /// <summary>What a rule lowers to a suggestion stays a warning inside the zones.</summary>
    public static DiagnosticSeverity Raised(DiagnosticSeverity lowered, OperationAnalysisContext context) =>
        lowered == DiagnosticSeverity.Info
            ? SeverityIn(
                context.Operation.Syntax.GetLocation(),
                context.ContainingSymbol.ContainingNamespace?.ToDisplayString() ?? "",
                context.Options,
                context.Compilation)
            : lowered;

    /// <summary>Whether a place of the code stands in the zones that its file names.</summary>
    public static bool Hold(SyntaxNode place, AnalyzerOptions options, Compilation compilation) =>
        HighRisk.In(place.SyntaxTree, options, compilation).Contain(place.SyntaxTree.FilePath, NamespaceAround(place));

    public bool AreNone => _namespaces.IsEmpty && _paths.IsEmpty;

    public bool Contain(string path, string containingNamespace) =>
        _namespaces.Any(zone =>
            containingNamespace == zone || containingNamespace.StartsWith(zone + ".", StringComparison.Ordinal))
        || _paths.Any(zone => zone.IsMatch(path.Replace('\\', '/')));

    /// <summary>Null where a text is no list of zones.</summary>
    public static Zones? Read(string raw) => TryRead(raw, out var zones) ? zones : null;

    private static string NamespaceAround(SyntaxNode place) =>
        string.Join(".", place.AncestorsAndSelf().OfType<BaseNamespaceDeclarationSyntax>()
            .Reverse()
            .Select(static space => space.Name.ToString()));

    private static bool TryRead(string raw, out Zones zones)
    {
        var entries = raw.Split(',').Select(entry => entry.Trim()).Where(entry => entry.Length > 0).ToList();
        var namespaces = entries.Where(entry => Namespace.IsMatch(entry)).ToImmutableArray();
        var paths = entries.Where(IsGlob).Select(Pattern).ToImmutableArray();
        zones = new Zones(namespaces, paths);
        return namespaces.Length + paths.Length == entries.Count;
    }

    private static bool IsGlob(string entry) =>
        entry.IndexOfAny(new[] { '/', '*' }) >= 0 && entry.IndexOfAny(new[] { '\\', '|', '<', '>', '"' }) < 0;

    /// <summary>A glob matches from any folder on: <c>**</c> crosses folders, <c>*</c> and <c>?</c> do not.</summary>
    private static Regex Pattern(string glob)
    {
        var pattern = Regex.Escape(glob.TrimStart('/'))
            .Replace(@"\*\*/", "(?:[^/]+/)*")
            .Replace(@"\*\*", ".*")
            .Replace(@"\*", "[^/]*")
            .Replace(@"\?", "[^/]");
        return new Regex("(?:^|/)" + pattern + "$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    }
}
