using AiAwareAnalyzers.Governance.Ledgers;
using AiAwareAnalyzers.Tool.Ledgers;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Tool.Findings;

/// <summary>Finds the member and the zone of each finding: by syntax, file by file, so that nothing is built.</summary>
internal sealed class SourcePlaces(string root, HighRiskZones zones)
{
    public IEnumerable<Finding> Locate(IEnumerable<Finding> findings) =>
        findings.GroupBy(finding => finding.File, StringComparer.Ordinal).SelectMany(LocateInFile);

    private IEnumerable<Finding> LocateInFile(IGrouping<string, Finding> file)
    {
        var path = Path.GetFullPath(file.Key, root);
        if (SourceFile.Parse(path) is not { } source) return file;
        return file.Select(finding => LocateIn(source, path, finding));
    }

    private Finding LocateIn(SyntaxTree source, string path, Finding finding)
    {
        var position = PositionOf(source.GetText(), finding);
        var syntax = source.GetRoot();
        return finding with
        {
            Member = MemberAddress.At(syntax, position),
            Zone = zones.Of(path, NamespaceAt(syntax, position)).FirstOrDefault(),
        };
    }

    private static int PositionOf(SourceText text, Finding finding)
    {
        var line = Math.Clamp(finding.Region.Line - 1, 0, text.Lines.Count - 1);
        return Math.Min(text.Lines[line].Start + Math.Max(0, finding.Region.Column - 1), text.Lines[line].End);
    }

    private static string NamespaceAt(SyntaxNode root, int position) =>
        root.FullSpan.Contains(position) ? SourceFile.NamespaceOf(root.FindToken(position).Parent) : "";
}
