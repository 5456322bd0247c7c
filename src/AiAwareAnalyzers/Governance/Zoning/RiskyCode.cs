using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Governance.Zoning;

/// <summary>Code that signs people in, keeps secrets or takes money, by what it names.</summary>
internal static class RiskyCode
{
    /// <summary>The first name in a file that tells what its code is about; null where none does.</summary>
    /// <param name="root">The file.</param>
    /// <param name="shared">What the project imports for every file.</param>
    public static (SyntaxToken Name, string Work)? In(SyntaxNode root, ImmutableHashSet<string> shared)
    {
        var imports = ImportsOf(root).Concat(shared).SelectMany(static import => RiskSigns.ByImport[import]).ToList();
        foreach (var node in root.DescendantNodes(static node => node is not UsingDirectiveSyntax))
            if (node is SimpleNameSyntax name && WorkOf(name, imports) is { } work)
                return (name.Identifier, work);
            else if (node is MethodDeclarationSyntax method && TellingMethods.WorkOf(method) is { } done)
                return (method.Identifier, done);
        return null;
    }

    /// <summary>What one file imports for all files of its project.</summary>
    public static IEnumerable<string> SharedBy(SyntaxNode root) =>
        root is CompilationUnitSyntax unit
            ? unit.Usings.Where(static import => import.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
                .Select(NameOf)
                .Where(static name => name.Length > 0)
            : [];

    private static IEnumerable<string> ImportsOf(SyntaxNode root) =>
        root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>()
            .Select(NameOf);

    /// <summary>Empty for another name of one type, and for the members of one.</summary>
    private static string NameOf(UsingDirectiveSyntax import)
    {
        const string everywhere = "global::";
        var name = import.Alias is null && import.StaticKeyword.IsKind(SyntaxKind.None)
            ? import.Name?.ToString() ?? ""
            : "";
        return name.StartsWith(everywhere, StringComparison.Ordinal) ? name.Substring(everywhere.Length) : name;
    }

    private static string? WorkOf(SimpleNameSyntax name, List<RiskSign> imported)
    {
        if (!RiskSigns.Names.Contains(name.Identifier.ValueText)) return null;
        var signs = QualifierOf(name) is { } qualifier ? RiskSigns.ByImport[qualifier].Concat(imported) : imported;
        foreach (var sign in signs)
            if (sign.Names.Contains(name.Identifier.ValueText)) return sign.Work;
        return null;
    }

    /// <summary>The namespace that is written before a type; null where what stands there cannot be one.</summary>
    private static string? QualifierOf(SimpleNameSyntax name) =>
        name.Parent switch
        {
            QualifiedNameSyntax qualified when qualified.Right == name => qualified.Left.ToString(),
            MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax or IdentifierNameSyntax } access
                when access.Name == name => access.Expression.ToString(),
            _ => null,
        };
}
