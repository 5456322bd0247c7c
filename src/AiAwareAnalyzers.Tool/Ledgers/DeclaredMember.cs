using AiAwareAnalyzers.Governance.Ledgers;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Tool.Ledgers;

/// <summary>A member of a file, with the hash of its tokens.</summary>
/// <param name="Home">The address of the type around it: a sign-off of a type is one of all that it holds.</param>
/// <param name="DoesSomething">Whether there is code to be read: a file is signed by these members.</param>
internal sealed record DeclaredMember(
    string Address, string Hash, string File, string Namespace, string Home, bool DoesSomething)
{
    /// <summary>The members of a file; none where it cannot be read.</summary>
    public static IEnumerable<DeclaredMember> In(string file) =>
        SourceFile.Parse(file) is { } source ? In(source, file) : [];

    public static IEnumerable<DeclaredMember> In(SyntaxTree source, string file) =>
        MemberAddress.In(source.GetRoot())
            .GroupBy(member => member.Address, member => member.Declaration, StringComparer.Ordinal)
            .Select(member => new DeclaredMember(
                member.Key, TokenHash.Of(member), file, SourceFile.NamespaceOf(member.First()),
                MemberAddress.Of(member.First().Parent), member.Any(HoldsCode)));

    /// <summary>By its address, or by the end of it, with or without the types of its parameters.</summary>
    public bool IsCalled(string name)
    {
        if (Address == name) return true;
        var full = Address[2..];
        var bare = full.Split('(')[0];
        return EndsWith(full, name) || EndsWith(bare, name);
    }

    private static bool HoldsCode(SyntaxNode declaration) => declaration switch
    {
        GlobalStatementSyntax => true,
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        PropertyDeclarationSyntax { ExpressionBody: not null } => true,
        IndexerDeclarationSyntax { ExpressionBody: not null } => true,
        BasePropertyDeclarationSyntax property =>
            property.AccessorList?.Accessors.Any(
                accessor => accessor.Body is not null || accessor.ExpressionBody is not null)
            ?? false,
        _ => false,
    };

    private static bool EndsWith(string address, string name) =>
        address == name || address.EndsWith("." + name, StringComparison.Ordinal);
}
