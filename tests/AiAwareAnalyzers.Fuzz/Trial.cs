using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiAwareAnalyzers.Fuzz;

/// <summary>What one compilation of inputs came to.</summary>
internal sealed record Outcome(int Findings, int Fixes, ImmutableArray<string> Failures);

/// <summary>Runs the compiler, the generators, the rules and the fixes over inputs.</summary>
internal sealed class Trial
{
    private const string Crash = "AD0001";

    private static readonly string GlobalUsings = string.Concat(new[]
    {
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
        "System.Threading.Tasks",
    }.Select(import => $"global using {import};\n"));

    private readonly ImmutableArray<DiagnosticAnalyzer> _rules;
    private readonly Project _library;
    private readonly Project _program;

    private Trial(Project library, Project program, ImmutableArray<DiagnosticAnalyzer> rules) =>
        (_library, _program, _rules) = (library, program, rules);

    /// <summary>The projects are kept: what is added to them shares the symbols of all that they refer to.</summary>
    public static async Task<Trial> Prepare(ImmutableArray<DiagnosticAnalyzer> rules)
    {
        var references = Tests.References.All.Metadata;
        return new Trial(
            await ProjectOf(OutputKind.DynamicallyLinkedLibrary, references, rules),
            await ProjectOf(OutputKind.ConsoleApplication, references, rules),
            rules);
    }

    /// <summary>The compiler alone, with every operation built.</summary>
    public async Task Compile(ImmutableArray<Input> inputs)
    {
        var compilation = (await With(inputs).GetCompilationAsync())!;
        compilation.GetDiagnostics();
        await compilation.WithAnalyzers(
            [new Onlooker()], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, true, false))
            .GetAnalyzerDiagnosticsAsync();
    }

    public async Task<Outcome> Run(ImmutableArray<Input> inputs)
    {
        var project = With(inputs);
        var compilation = (await project.GetCompilationAsync())!;
        var generated = CSharpGeneratorDriver.Create([.. House.Generators]).RunGenerators(compilation).GetRunResult();
        var found = await compilation.WithAnalyzers(_rules, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
        var (fixes, failures) = await Repair(project, found);
        return new Outcome(found.Length, fixes,
        [
            .. found.Where(finding => finding.Id == Crash).Select(finding => finding.GetMessage()),
            .. generated.Results.Select(result => result.Exception)
                .OfType<Exception>()
                .Select(exception => exception.ToString()),
            .. failures,
        ]);
    }

    /// <summary>Every fix looks at a few findings of each of its ids.</summary>
    private static async Task<(int Count, ImmutableArray<string> Failures)> Repair(
        Project project, ImmutableArray<Diagnostic> found)
    {
        const int Few = 4;
        var (count, failures) = (0, ImmutableArray.CreateBuilder<string>());
        foreach (var finding in found.Where(finding => finding.Location.IsInSource)
            .GroupBy(finding => finding.Id)
            .SelectMany(alike => alike.Take(Few)))
        foreach (var fix in House.Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(finding.Id)))
        {
            try
            {
                count += await Apply(fix, project.GetDocument(finding.Location.SourceTree)!, finding);
            }
            catch (Exception exception)
            {
                failures.Add($"the fix of {finding.Id}: {exception}");
            }
        }

        return (count, failures.ToImmutable());
    }

    private static async Task<int> Apply(CodeFixProvider fix, Document document, Diagnostic finding)
    {
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(
            new CodeFixContext(document, finding, (action, _) => actions.Add(action), CancellationToken.None));
        foreach (var action in actions) await action.GetOperationsAsync(CancellationToken.None);
        return actions.Count;
    }

    private Project With(ImmutableArray<Input> inputs)
    {
        var project = inputs.Any(input => input.IsProgram) ? _program : _library;
        foreach (var input in inputs)
            project = project.AddDocument(
                $"/0/Input{input.Number}.cs", input.Text, filePath: $"/0/Input{input.Number}.cs").Project;
        return project;
    }

    private static async Task<Project> ProjectOf(
        OutputKind kind, IEnumerable<MetadataReference> references, ImmutableArray<DiagnosticAnalyzer> rules)
    {
        var switched = rules.SelectMany(rule => rule.SupportedDiagnostics)
            .Where(descriptor => !descriptor.IsEnabledByDefault)
            .Select(descriptor => KeyValuePair.Create(descriptor.Id, ReportDiagnostic.Warn));
        var options = new CSharpCompilationOptions(
            kind, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
        var project = new AdhocWorkspace().CurrentSolution.AddProject("Code", "Code", LanguageNames.CSharp)
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose))
            .WithCompilationOptions(options.WithSpecificDiagnosticOptions(switched))
            .AddMetadataReferences(references)
            .AddDocument("/0/GlobalUsings.cs", GlobalUsings, filePath: "/0/GlobalUsings.cs").Project;
        await project.GetCompilationAsync();
        return project;
    }
}
