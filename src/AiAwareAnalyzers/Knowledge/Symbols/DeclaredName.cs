using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.Symbols;

/// <summary>Where a declaration says its name.</summary>
internal static class DeclaredName
{
    public static SyntaxToken Of(SyntaxNode declaration) =>
        declaration switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier,
            DelegateDeclarationSyntax type => type.Identifier,
            MethodDeclarationSyntax method => method.Identifier,
            ConstructorDeclarationSyntax constructor => constructor.Identifier,
            PropertyDeclarationSyntax property => property.Identifier,
            EventDeclarationSyntax happening => happening.Identifier,
            EnumMemberDeclarationSyntax value => value.Identifier,
            BaseFieldDeclarationSyntax { Declaration.Variables: { Count: > 0 } variables } => variables[0].Identifier,
            IndexerDeclarationSyntax indexer => indexer.ThisKeyword,
            OperatorDeclarationSyntax sign => sign.OperatorToken,
            _ => declaration.GetFirstToken(),
        };
}
