using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Tool.Ledgers;

/// <summary>C# files of a code base, as syntax.</summary>
internal static class SourceFile
{
    private static readonly CSharpParseOptions Newest = new(LanguageVersion.Preview, DocumentationMode.None);

    /// <summary>A link may lead in a circle; a file whose name begins with a dot counts.</summary>
    private static readonly EnumerationOptions Patient = new()
    {
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>Null where a file is no C#, or cannot be read.</summary>
    public static SyntaxTree? Parse(string path)
    {
        if (!path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) || !File.Exists(path)) return null;
        try
        {
            using var stream = File.OpenRead(path);
            return CSharpSyntaxTree.ParseText(SourceText.From(stream), Newest, path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The C# files below a folder, in a fixed order, without what a build or a tool has put there.</summary>
    public static IEnumerable<string> Below(string folder) => Below(folder, "*.cs");

    public static IEnumerable<string> Below(string folder, string pattern)
    {
        foreach (var file in Directory.EnumerateFiles(folder, pattern, Patient).Order(StringComparer.Ordinal))
            yield return file;
        foreach (var inner in Directory.EnumerateDirectories(folder, "*", Patient).Order(StringComparer.Ordinal))
            if (!IsMade(Path.GetFileName(inner)))
                foreach (var file in Below(inner, pattern))
                    yield return file;
    }

    public static string NamespaceOf(SyntaxNode? node) =>
        string.Join(
            ".",
            (node?.AncestorsAndSelf() ?? []).OfType<BaseNamespaceDeclarationSyntax>().Reverse()
                .Select(space => space.Name.ToString()));

    /// <summary>What a path is called in ledgers and reports.</summary>
    public static string Relative(string root, string path)
    {
        if (path.Length == 0) return "";
        var relative = Path.GetRelativePath(root, Path.GetFullPath(path, root));
        return (relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace('\\', '/');
    }

    private static bool IsMade(string folder) => folder is "bin" or "obj" or "node_modules" || folder.StartsWith('.');
}
