using AiAwareAnalyzers.Tool.Ledgers;
using AiAwareAnalyzers.Tool.Printing;
using AiAwareAnalyzers.Tool.Report.Page;
using AiAwareAnalyzers.Tool.Terminal;

namespace AiAwareAnalyzers.Tool.Report;

/// <summary>The four files of a report.</summary>
internal static class Bundle
{
    public const string PageName = "report.html";
    public const string EvidenceName = "evidence.json";

    public static void Write(Evidence evidence, string folder) =>
        Progress.Show("Writing the report", () =>
        {
            LedgerFile.WriteAll(Path.Combine(folder, PageName), ReportPage.Of(evidence).ToString());
            LedgerFile.WriteAll(Path.Combine(folder, "report.md"), ReportMarkdown.Of(evidence));
            Stream(Path.Combine(folder, EvidenceName), stream => EvidenceJson.Write(evidence, stream));
            Stream(Path.Combine(folder, "findings.sarif"), stream => SarifFindings.Write(evidence.Inspection, stream));
            return folder;
        });

    private static void Stream(string path, Action<Stream> write)
    {
        try
        {
            using var stream = File.Create(path);
            write(stream);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new Complaint($"'{path}' cannot be written: {refused.Message}");
        }
    }
}
