using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Governance.Suppressions;

/// <summary>The migrations of Entity Framework: a tool writes them, and what it silences, it silences in all.</summary>
internal static class Migrations
{
    /// <summary>Whether a file holds a migration, or the model as of one: a look at names.</summary>
    public static bool AreIn(SyntaxNode file) =>
        file.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<ClassDeclarationSyntax>()
            .Any(static type => type.BaseList?.Types.Any(static parent => IsOfMigrations(parent.Type)) == true);

    private static bool IsOfMigrations(TypeSyntax type) =>
        (type is QualifiedNameSyntax { Right: var name } ? name : type)
            is IdentifierNameSyntax { Identifier.ValueText: "Migration" or "ModelSnapshot" };
}
