using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AiAwareAnalyzers.Tests;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Fuzz;

/// <summary>
/// All code in the repository that was written to interest a rule: pages, good code, and the code in tests.
/// </summary>
internal static partial class Corpus
{
    private const int ShortestSnippet = 30;

    public static ImmutableArray<Seed> Read() => [.. Pages(), .. ValidCode(), .. Snippets()];

    private static IEnumerable<Seed> Pages() =>
        from file in Directory.EnumerateFiles(Repository.PathOf("docs", "rules"), "*.md").Order(StringComparer.Ordinal)
        from fence in Fences().Matches(File.ReadAllText(file).ReplaceLineEndings("\n"))
        select new Seed(Path.GetFileNameWithoutExtension(file), fence.Groups["code"].Value);

    private static IEnumerable<Seed> ValidCode() =>
        Repository.SourcesIn("tests", "ValidCode").Select(file => new Seed(NameOf(file), File.ReadAllText(file)));

    private static IEnumerable<Seed> Snippets() =>
        from file in Repository.SourcesIn("tests", "AiAwareAnalyzers.Tests")
        let root = CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot()
        from snippet in root.DescendantTokens()
            .Where(IsSnippet)
            .Select(token => Markup.Strip(token.ValueText))
            .Distinct()
        select new Seed(NameOf(file), snippet);

    private static bool IsSnippet(SyntaxToken token) =>
        token.Kind() is SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
        && token.ValueText.Length >= ShortestSnippet;

    private static string NameOf(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');

    [GeneratedRegex(@"^```csharp [^\n]*\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();
}
