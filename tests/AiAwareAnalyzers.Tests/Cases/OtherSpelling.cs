using System.Text;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Tests.Cases;

/// <summary>
/// Runs a fix's case again in files as another editor writes them: Windows line ends, tabs, a byte-order mark, no line
/// end after the last line.
/// </summary>
/// <remarks>
/// The rule's own findings are not looked at again: each is repaired in turn, and what comes out is the expected text
/// in that spelling.
/// </remarks>
internal static class OtherSpelling
{
    private const int Enough = 50;
    private const int Indentation = 4;

    public static async Task Keeps<TRule, TFix>(
        Setting setting, int action, string code, string repaired, (string Path, string Text)[] others)
        where TRule : Rule, new()
        where TFix : CodeFixProvider, new()
    {
        // A file of one line does not show how its lines end.
        if (code == repaired || !code.Contains('\n', StringComparison.Ordinal)) return;
        var tabs = new[] { code, repaired }.Concat(others.Select(other => other.Text)).All(IsEvenlyIndented);
        var workshop = new Workshop(setting);
        var plain = await workshop.DocumentOf([
            (setting.Path, Markup.Strip(code)),
            .. setting.OtherFiles.Select(file => (file.Path, Markup.Strip(file.Text)))
        ]);
        var project = plain.Project;
        foreach (var document in project.Documents.ToList())
            project = project.Solution.WithDocumentText(
                document.Id, Respelled((await document.GetTextAsync()).ToString(), tabs)).GetProject(project.Id)!;

        project = await Repaired(project, new TRule(), new TFix(), action);
        await Compare(project.GetDocument(plain.Id)!, code, repaired, tabs);
        foreach (var (path, text) in others)
            if (project.Documents.FirstOrDefault(document => document.FilePath == path) is { } other)
                await Compare(other, text, text, tabs);
    }

    private static async Task Compare(Document document, string code, string expected, bool tabs)
    {
        var text = await document.GetTextAsync();
        var (actual, wanted) = (text.ToString(), Respelled(Markup.Strip(expected), tabs).ToString());
        // Where the last line goes, the one above it keeps its end.
        if (LastLineOf(code) != LastLineOf(expected)) (actual, wanted) = (actual.TrimEnd(), wanted.TrimEnd());
        Assert.That(
            Visible(actual),
            Is.EqualTo(Visible(wanted)),
            "in a file with Windows line ends" + (tabs ? " and tabs" : ""));
        Assert.That(text.Encoding?.GetPreamble(), Is.Not.Empty, "the byte-order mark is kept");
    }

    private static string LastLineOf(string code) => Markup.Strip(code).TrimEnd().Split('\n')[^1];

    private static async Task<Project> Repaired(Project project, Rule rule, CodeFixProvider fix, int action)
    {
        for (var round = 0; round < Enough; round++)
        {
            if (await Next(project, rule, fix, action) is not { } next) break;
            var operations = await next.GetOperationsAsync(CancellationToken.None);
            project = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(project.Id)!;
        }

        return project;
    }

    private static async Task<CodeAction?> Next(Project project, Rule rule, CodeFixProvider fix, int action)
    {
        foreach (var finding in await Workshop.Findings(project, rule))
            if (project.GetDocument(finding.Location.SourceTree) is { } document
                && await Workshop.Actions(fix, document, finding) is { } actions
                && actions.Length > action)
                return actions[action];
        return null;
    }

    private static SourceText Respelled(string text, bool tabs)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        if (tabs) lines = [.. lines.Select(Tabbed)];
        var spelled = string.Join("\r\n", lines);
        return SourceText.From(
            spelled.EndsWith("\r\n", StringComparison.Ordinal) ? spelled[..^2] : spelled,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
    }

    private static string Tabbed(string line)
    {
        var margin = line.Length - line.TrimStart(' ').Length;
        return new string('\t', margin / Indentation) + line[margin..];
    }

    /// <summary>Whether all margins can be told in tabs.</summary>
    private static bool IsEvenlyIndented(string text) =>
        text.Split('\n').All(line =>
            line.TrimEnd().Length == 0
                ? line.TrimEnd('\r').Length == 0
                : (line.Length - line.TrimStart(' ').Length) % Indentation == 0);

    private static string Visible(string text) =>
        text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
}
