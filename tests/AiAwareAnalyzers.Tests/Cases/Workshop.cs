using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Tests.Cases;

/// <summary>Compiles code, looks for findings and repairs them, with no expectation of its own.</summary>
internal sealed class Workshop(Setting setting)
{
    /// <summary>The first of the files, in a project with the others.</summary>
    public async Task<Document> DocumentOf(params (string Path, string Text)[] files)
    {
        var project = Furnished(await EmptyProjects.For(setting, KindOf(files)));
        DocumentId? first = null;
        foreach (var (path, text) in files)
        {
            var document = project.AddDocument(path, text, filePath: path);
            first ??= document.Id;
            project = document.Project;
        }

        if (setting.GlobalUsings.Length > 0)
            project = project.AddDocument(
                "/0/GlobalUsings.cs", setting.GlobalUsings, filePath: "/0/GlobalUsings.cs").Project;
        return project.GetDocument(first!)!;
    }

    public static async Task<ImmutableArray<Diagnostic>> Errors(Project project)
    {
        var compilation = await project.GetCompilationAsync();
        return [.. compilation!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
    }

    /// <summary>
    /// What the rules report, with those switched on that are off by default; in the order of the places.
    /// </summary>
    public static async Task<ImmutableArray<Diagnostic>> Findings(
        Project project, params IEnumerable<DiagnosticAnalyzer> rules)
    {
        var compilation = (await project.GetCompilationAsync())!;
        return await Findings(compilation, project.AnalyzerOptions, rules);
    }

    public static async Task<ImmutableArray<Diagnostic>> Findings(
        Compilation compilation, AnalyzerOptions options, params IEnumerable<DiagnosticAnalyzer> rules)
    {
        var found = await Analysis(compilation, options, rules).GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan)];
    }

    /// <summary>The rules at work, with those switched on that are off by default.</summary>
    public static CompilationWithAnalyzers Analysis(
        Compilation compilation, AnalyzerOptions options, params IEnumerable<DiagnosticAnalyzer> rules)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = [.. rules];
        var switched = analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .Where(descriptor => !descriptor.IsEnabledByDefault)
            .Select(descriptor => KeyValuePair.Create(descriptor.Id, ReportDiagnostic.Warn));
        // The oldest host asks the provider of tree options first, and takes its silence for an answer.
        var compiled = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(
            compilation.Options.SpecificDiagnosticOptions.SetItems(switched)).WithSyntaxTreeOptionsProvider(null));
        return compiled.WithAnalyzers(analyzers, options);
    }

    public static async Task<ImmutableArray<CodeAction>> Actions(
        CodeFixProvider fix, Document document, Diagnostic diagnostic)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        if (fix.FixableDiagnosticIds.Contains(diagnostic.Id) && diagnostic.Location.IsInSource)
            await fix.RegisterCodeFixesAsync(
                new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions.ToImmutable();
    }

    public static async Task<Document> Apply(CodeAction action, Document document)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
    }

    /// <summary>Applies the first action of the first finding that has one, until none is left.</summary>
    public static async Task<string> Repair(Rule rule, CodeFixProvider fix, Document document)
    {
        const int Enough = 50;
        for (var round = 0; round < Enough; round++)
        {
            if (await FirstAction(rule, fix, document) is not { } action) break;
            document = await Apply(action, document);
        }

        return (await document.GetTextAsync()).ToString();
    }

    private static async Task<CodeAction?> FirstAction(Rule rule, CodeFixProvider fix, Document document)
    {
        var tree = await document.GetSyntaxTreeAsync();
        foreach (var finding in await Findings(document.Project, rule))
            if (finding.Location.SourceTree == tree && await Actions(fix, document, finding) is [var action, ..])
                return action;
        return null;
    }

    private Project Furnished(Project project)
    {
        foreach (var (path, text) in setting.AdditionalFiles)
            project = project.AddAdditionalDocument(path, text, filePath: path).Project;
        if (setting.Options.Length > 0)
            project = project.AddAnalyzerConfigDocument(
                Setting.ConfigPath, SourceText.From(setting.EditorConfig), filePath: Setting.ConfigPath).Project;
        if (setting.Handed.IsEmpty) return project;

        foreach (var (path, text) in setting.Handed.Files)
            project = project.AddAdditionalDocument(path, text, filePath: path).Project;
        return project.AddAnalyzerConfigDocument(
            Handed.ConfigPath, SourceText.From(setting.Handed.Config), filePath: Handed.ConfigPath).Project;
    }

    private OutputKind KindOf((string Path, string Text)[] files) =>
        files.Any(file => setting.IsProgram(file.Text))
            ? OutputKind.ConsoleApplication
            : OutputKind.DynamicallyLinkedLibrary;
}
