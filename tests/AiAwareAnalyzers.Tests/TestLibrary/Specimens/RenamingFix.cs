using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Tests.TestLibrary.Specimens;

/// <summary>Gives the class another name, only where it is declared.</summary>
internal abstract class RenamingFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [LowerCaseClass.Id];

    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken);
        var declaration = root!.FindToken(context.Span.Start).Parent!.FirstAncestorOrSelf<ClassDeclarationSyntax>()!;
        var renamed = context.Document.WithSyntaxRoot(root.ReplaceNode(declaration, Repair(declaration)));
        context.RegisterCodeFix(
            CodeAction.Create("Rename", _ => Task.FromResult(renamed), equivalenceKey: "rename"),
            context.Diagnostics);
    }

    protected abstract string Rename(string name);

    protected virtual ClassDeclarationSyntax Repair(ClassDeclarationSyntax declaration) =>
        declaration.WithIdentifier(SyntaxFactory
            .Identifier(Rename(declaration.Identifier.Text))
            .WithTriviaFrom(declaration.Identifier));
}
