using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAwareAnalyzers.Tests.Cases;

/// <summary>Runs a fix's case again for netstandard2.0 in C# 7.3: what a fix writes there compiles, or the fix is not offered.</summary>
internal static class OldTarget
{
    private static readonly CSharpParseOptions Syntax = new(LanguageVersion.CSharp7_3);

    public static async Task Accepts<TRule, TFix>(string code, Setting setting)
        where TRule : Rule, new()
        where TFix : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        var document = await DocumentOf(workspace, Markup.Strip(code));
        if (await HasErrors(document)) return;

        foreach (var diagnostic in await Findings(new TRule(), document.Project))
            foreach (var action in await Actions(new TFix(), document, diagnostic))
                await AssertCompiles(action, document);
    }

    /// <summary>Implicit usings are newer than C# 7.3: the case gets them written out.</summary>
    private static async Task<Document> DocumentOf(AdhocWorkspace workspace, string code)
    {
        var references = await References.NetStandard20.ResolveAsync(LanguageNames.CSharp, CancellationToken.None);
        var usings = string.Concat(Setting.ImplicitUsings.Select(import => $"using {import};\n"));
        return workspace.CurrentSolution
            .AddProject("Old", "Old", LanguageNames.CSharp)
            .WithParseOptions(Syntax)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddMetadataReferences(references)
            .AddDocument("Old.cs", usings + code);
    }

    private static async Task<bool> HasErrors(Document document)
    {
        var compilation = await document.Project.GetCompilationAsync();
        return compilation!.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    private static async Task<ImmutableArray<Diagnostic>> Findings(Rule rule, Project project)
    {
        var compilation = await project.GetCompilationAsync();
        return await compilation!.WithAnalyzers([rule]).GetAnalyzerDiagnosticsAsync();
    }

    private static async Task<List<CodeAction>> Actions(CodeFixProvider fix, Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        if (fix.FixableDiagnosticIds.Contains(diagnostic.Id) && diagnostic.Location.IsInSource)
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private static async Task AssertCompiles(CodeAction action, Document document)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        var compilation = await changed.Project.GetCompilationAsync();
        var errors = compilation!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.That(errors, Is.Empty, $"'{action.Title}' for netstandard2.0 in C# 7.3 gives\n{await changed.GetTextAsync()}");
    }
}
