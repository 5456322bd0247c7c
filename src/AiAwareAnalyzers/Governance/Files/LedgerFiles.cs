using AiAwareAnalyzers.Governance.Ledgers;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Governance.Files;

/// <summary>The ledgers that the package's targets hand to the compiler, and the files that they speak of.</summary>
internal static class LedgerFiles
{
    /// <summary>The ledger of a name; the first, if a project hands over several.</summary>
    public static AdditionalText? Named(string name, AnalyzerOptions options) =>
        options.AdditionalFiles.FirstOrDefault(file => NameOf(file) == name);

    /// <summary>Whether a code base keeps any of them.</summary>
    public static bool AreKept(AnalyzerOptions options) =>
        options.AdditionalFiles.Any(static file =>
            NameOf(file) is Baseline.FileName or SignOffs.FileName or InvariantSentences.FileName);

    public static string NameOf(AdditionalText file) => file.Path.Substring(FolderOf(file).Length);

    /// <summary>A path as a ledger writes it: from its own folder on; null where the file stands elsewhere.</summary>
    public static string? PathFrom(AdditionalText ledger, string path)
    {
        var folder = FolderOf(ledger);
        return folder.Length > 0 && path.StartsWith(folder, StringComparison.OrdinalIgnoreCase)
            ? path.Substring(folder.Length).Replace('\\', '/')
            : null;
    }

    public static Location PlaceOf(AdditionalText ledger, SourceText text, TextSpan span) =>
        Location.Create(ledger.Path, span, text.Lines.GetLinePositionSpan(span));

    /// <summary>With the separator at its end.</summary>
    private static string FolderOf(AdditionalText file) =>
        file.Path.Substring(0, file.Path.LastIndexOfAny(new[] { '/', '\\' }) + 1);
}
