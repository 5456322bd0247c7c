using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Tests.TestLibrary.Specimens;

/// <summary>Does what it should.</summary>
internal class CapitalizingFix : RenamingFix
{
    protected override string Rename(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}

/// <summary>Gives all classes the same name.</summary>
internal sealed class CollidingFix : RenamingFix
{
    protected override string Rename(string name) => "Fixed";
}

/// <summary>Leaves something to fix every time.</summary>
internal sealed class EndlessFix : RenamingFix
{
    protected override string Rename(string name) => name + "x";
}

/// <summary>Makes a single token of what are two.</summary>
internal sealed class MalformedFix : RenamingFix
{
    protected override string Rename(string name) => "Fixed : System.Object";
}

/// <summary>Leaves the place that is to be formatted to the code action.</summary>
internal sealed class UnformattedFix : CapitalizingFix
{
    protected override ClassDeclarationSyntax Repair(ClassDeclarationSyntax declaration) =>
        SyntaxFactory.ClassDeclaration(Rename(declaration.Identifier.Text))
            .WithAdditionalAnnotations(Microsoft.CodeAnalysis.Formatting.Formatter.Annotation);
}

/// <summary>Cannot fix all.</summary>
internal sealed class SingleFix : CapitalizingFix
{
    public override FixAllProvider? GetFixAllProvider() => null;
}

/// <summary>Fix All deletes the code.</summary>
internal sealed class DestructiveFixAll : CapitalizingFix
{
    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(static (context, document, _) =>
            Task.FromResult<Document?>(document.WithSyntaxRoot(SyntaxFactory.CompilationUnit())));
}

/// <summary>Fix All stops after the first document.</summary>
internal sealed class LazyFixAll : CapitalizingFix
{
    public override FixAllProvider GetFixAllProvider() => new FirstDocumentOnly();

    private sealed class FirstDocumentOnly : FixAllProvider
    {
        public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
            WellKnownFixAllProviders.BatchFixer.GetFixAsync(new FixAllContext(
                fixAllContext.Document!,
                fixAllContext.CodeFixProvider,
                FixAllScope.Document,
                fixAllContext.CodeActionEquivalenceKey!,
                fixAllContext.DiagnosticIds,
                new Diagnostics(fixAllContext),
                fixAllContext.CancellationToken));
    }

    private sealed class Diagnostics(FixAllContext context) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await context.GetAllDiagnosticsAsync(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            await context.GetDocumentDiagnosticsAsync(document);

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await context.GetProjectDiagnosticsAsync(project);
    }
}
