using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>
/// No line is wider than two of them side by side on a screen; tables and data are as wide as they are.
/// </summary>
[SourceOnly]
public sealed class WidthLaws
{
    /// <summary>As <c>max_line_length</c> in .editorconfig.</summary>
    private const int Widest = 120;

    private static readonly string[] Homes = ["src", "tests", "build"];

    private static readonly CSharpParseOptions Newest = new(LanguageVersion.Preview, DocumentationMode.None);

    private static readonly string TooWide = new('x', Widest);

    [Test]
    public void No_line_of_code_is_too_wide() =>
        Assert.That(
            Homes.SelectMany(home => Repository.SourcesIn(home))
                .SelectMany(file => WideLinesOfCode(File.ReadAllText(file)).Select(line => Place(file, line))),
            Is.Empty);

    [Test]
    public void No_line_of_prose_is_too_wide() =>
        Assert.That(
            Documents().SelectMany(file => WideLinesOfProse(File.ReadAllText(file)).Select(line => Place(file, line))),
            Is.Empty);

    [Test]
    public void A_wide_line_of_code_is_seen() =>
        Assert.That(WideLinesOfCode($"class C;\nclass {TooWide};\n"), Is.EqualTo(new[] { 2 }));

    [Test]
    public void A_wide_comment_is_seen() =>
        Assert.That(WideLinesOfCode($"// {TooWide}\nclass C;"), Is.EqualTo(new[] { 1 }));

    [Test]
    public void A_wide_text_is_seen() =>
        Assert.That(WideLinesOfCode($"class C {{ string s = \"{TooWide}\"; }}"), Is.EqualTo(new[] { 1 }));

    [TestCase("class C { string s = \"\"\"TEXT\"\"\"; }", TestName = "A raw text in one line")]
    [TestCase("class C { string s = \"\"\"\n    TEXT\n    \"\"\"; }", TestName = "A raw text")]
    [TestCase("class C { string s = $$\"\"\"\n    TEXT {{1}}\n    \"\"\"; }", TestName = "A raw text with a hole")]
    [TestCase("class C { string s = @\"\nTEXT\"; }", TestName = "A verbatim text")]
    public void Data_may_be_wide(string code) =>
        Assert.That(WideLinesOfCode(code.Replace("TEXT", TooWide, StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Code_beside_data_may_not() =>
        Assert.That(WideLinesOfCode($"class {TooWide} {{ string s = \"\"\"data\"\"\"; }}"), Is.EqualTo(new[] { 1 }));

    [Test]
    public void A_wide_line_of_prose_is_seen() =>
        Assert.That(WideLinesOfProse($"# Title\n\n- {TooWide}\n"), Is.EqualTo(new[] { 3 }));

    [TestCase("| {0} | |", TestName = "A table may be wide")]
    [TestCase("```\n{0}\n```", TestName = "Code in a document may be wide")]
    public void Tables_and_code_in_documents_may_be_wide(string document) =>
        Assert.That(WideLinesOfProse(string.Format(document, "wide " + TooWide)), Is.Empty);

    private static string Place(string file, int line) => $"{House.Relative(file)}:{line}";

    private static IEnumerable<string> Documents() =>
        Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Append(Repository.PathOf("README.md"))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<int> WideLinesOfCode(string code)
    {
        var source = SourceText.From(code);
        if (source.Lines.All(line => line.Span.Length <= Widest)) return [];
        var root = CSharpSyntaxTree.ParseText(source, Newest).GetRoot();
        var data = root.DescendantNodes().Where(IsData).Select(text => text.Span).ToList();
        return source.Lines
            .Where(line => line.Span.Length - data.Sum(text => text.Intersection(line.Span)?.Length ?? 0) > Widest)
            .Select(line => line.LineNumber + 1);
    }

    /// <summary>A text that means every blank and line break in it.</summary>
    private static bool IsData(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal => IsRaw(literal.Token) || literal.Token.Text.StartsWith('@'),
        InterpolatedStringExpressionSyntax text => text.StringStartToken.Text is not "$\"",
        _ => false,
    };

    private static bool IsRaw(SyntaxToken token) =>
        token.Kind() is SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken;

    private static IEnumerable<int> WideLinesOfProse(string document)
    {
        var isCode = false;
        var number = 0;
        foreach (var line in document.Split('\n'))
        {
            number++;
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal)) isCode = !isCode;
            else if (!isCode && line.Length > Widest && !line.StartsWith('|')) yield return number;
        }
    }
}
