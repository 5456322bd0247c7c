using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>
/// A repair keeps what somebody wrote beside the code; what is said of a line may go only with the line.
/// </summary>
public sealed class CommentLaws
{
    private static IEnumerable<TestCaseData> Repaired =>
        from page in House.Real.Pages.Values
        let rule = PageLaws.RuleOf(page.Id).GetType()
        where House.Real.FixOf(rule) is { } fix && House.NewFix(fix).FixableDiagnosticIds.Contains(page.Id)
        from example in page.Fences.Select((fence, index) => (fence, index))
        where example.fence.IsBad && PageExamples.IsForThisHost(example.fence)
        select new TestCaseData(example.fence).SetArgDisplayNames(page.Id, example.index.ToString());

    [TestCaseSource(nameof(Repaired))]
    public async Task A_repair_keeps_what_stands_behind_a_line(object example) =>
        Assert.That(await Lost((Fence)example, Behind, lines => lines), Is.Empty);

    [TestCaseSource(nameof(Repaired))]
    public async Task A_repair_keeps_what_stands_above_a_line(object example) =>
        Assert.That(await Lost((Fence)example, Above, lines => lines.Skip(1)), Is.Empty);

    [Test]
    public void Every_line_of_code_is_given_a_word() => Assert.Multiple(() =>
    {
        const string Code = "class C\n{\n    string s = @\"\n    \";\n}\n";
        Assert.That(
            Behind(Code),
            Is.EqualTo("class C // word 0\n{ // word 1\n    string s = @\"\n    \"; // word 2\n} // word 3\n"));
        Assert.That(
            Above(Code),
            Is.EqualTo(
                "// word 0\nclass C\n// word 1\n{\n    // word 2\n    string s = @\"\n    \";\n// word 3\n}\n"));
    });

    /// <summary>The words that are gone, while the lines that they speak of are there.</summary>
    private static async Task<IEnumerable<string>> Lost(
        Fence fence, Func<string, string> comment, Func<IEnumerable<string>, IEnumerable<string>> spokenOf)
    {
        var rule = PageLaws.RuleOf(fence.Id);
        var commented = comment(fence.Code);
        var document = await new Workshop(PageExamples.Around(fence)).DocumentOf(("/0/Page.cs", commented));
        var fix = House.NewFix(House.Real.FixOf(rule.GetType())!);
        var repaired = (await Workshop.Repair(rule, fix, document)).Split('\n');
        var stays = repaired.Select(CodeOf).ToHashSet();
        var lines = commented.Split('\n');
        return lines.Zip(spokenOf(lines), (line, spoken) => (Word: WordOf(line), Code: CodeOf(spoken)))
            .Where(line => line.Word.Length > 0 && stays.Contains(line.Code))
            .Select(line => line.Word)
            .Except(repaired.Select(WordOf));
    }

    private static string Behind(string code)
    {
        var count = 0;
        var root = CSharpSyntaxTree.ParseText(code).GetRoot();
        return root.ReplaceTokens(
            root.DescendantTokens().Where(EndsLine),
            (token, _) => token.WithTrailingTrivia(
                token.TrailingTrivia.InsertRange(
                    token.TrailingTrivia.Count - 1, [SyntaxFactory.Space, Word(count++)]))).ToFullString();
    }

    private static string Above(string code)
    {
        var count = 0;
        var root = CSharpSyntaxTree.ParseText(code).GetRoot();
        return root.ReplaceTokens(
            root.DescendantTokens().Where(token => token.Span.Length > 0 && EndsLine(token.GetPreviousToken())),
            (token, _) => token.WithLeadingTrivia(
                token.LeadingTrivia.AddRange([Word(count++), SyntaxFactory.LineFeed, .. Margin(token)])))
            .ToFullString();
    }

    private static SyntaxTrivia Word(int number) => SyntaxFactory.Comment($"// word {number}");

    private static bool EndsLine(SyntaxToken token) =>
        token.RawKind == 0 || token.TrailingTrivia is [.., var last] && last.IsKind(SyntaxKind.EndOfLineTrivia);

    private static IEnumerable<SyntaxTrivia> Margin(SyntaxToken token) =>
        token.LeadingTrivia.Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));

    private static string CodeOf(string line) => line[..StartOfWord(line)].Trim();

    private static string WordOf(string line) => line[StartOfWord(line)..];

    private static int StartOfWord(string line) =>
        line.IndexOf("// word", StringComparison.Ordinal) is >= 0 and var start ? start : line.Length;
}
