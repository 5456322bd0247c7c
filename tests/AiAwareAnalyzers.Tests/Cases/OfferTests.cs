using System.Text;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Tests.Cases;

/// <summary>
/// What every fix may rely on: an offer that does not compile is withdrawn, and what is written follows the style of
/// the file.
/// </summary>
public sealed class OfferTests
{
    [TestCase("2", true)]
    [TestCase("\"a\"", false)]
    [TestCase("missing", false)]
    public async Task What_brings_an_error_is_withdrawn(string written, bool isOffered)
    {
        var workshop = new Workshop(new Setting(References.Net10));
        var document =
            await workshop.DocumentOf(("/0/Test0.cs", "class C { int M() => 1; object N() => alreadyMissing; }"));
        Assert.That(
            await Workshop.Actions(new NumberFix(written), document, await NumberIn(document)),
            isOffered ? Has.Length.EqualTo(1) : Is.Empty);
    }

    [TestCase(
        "class C\r\n{\r\n\tint M() => 1;\r\n}",
        "class C\r\n{\r\n\tint M() => \r\n\t\t2;\r\n}",
        TestName = "Windows line ends and tabs")]
    [TestCase(
        "class C\n{\n    int M() => 1;\n}\n",
        "class C\n{\n    int M() => \n        2;\n}\n",
        TestName = "Unix line ends and spaces")]
    [TestCase(
        "class C\r\n{\n    int M() => 1;\r\n}\r\n",
        "class C\r\n{\n    int M() => \r\n        2;\r\n}\r\n",
        TestName = "Mixed line ends, which are nobody's business")]
    public async Task What_is_written_is_spelled_like_the_file(string code, string expected)
    {
        var workshop = new Workshop(new Setting(References.Net10));
        var plain = await workshop.DocumentOf(("/0/Test0.cs", code));
        var document = plain.WithText(SourceText.From(code, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)));
        var action = (await Workshop.Actions(new NumberFix("\n        2"), document, await NumberIn(document)))
            .Single();
        var text = await (await Workshop.Apply(action, document)).GetTextAsync();
        Assert.That(text.ToString(), Is.EqualTo(expected));
        Assert.That(text.Encoding!.GetPreamble(), Is.Not.Empty);
    }

    private static async Task<Diagnostic> NumberIn(Document document)
    {
        var number = (await document.GetSyntaxRootAsync())!.DescendantNodes().OfType<LiteralExpressionSyntax>().First();
        return Diagnostic.Create(
            new AiAwareAnalyzers.HallucinatedApi.MissingMember().SupportedDiagnostics[0], number.GetLocation());
    }

    /// <summary>Writes something in the place of a number, whatever comes of it.</summary>
    private sealed class NumberFix(string written) : Fix("AIA0101")
    {
        private protected override Task OfferAsync(Finding finding)
        {
            var leading = SyntaxFactory.ParseLeadingTrivia(written);
            var spaced = SyntaxFactory.ParseExpression(written.TrimStart()).WithLeadingTrivia(leading);
            finding.Offer("Write it", "Write", editor => editor.ReplaceNode(finding.Node, spaced));
            return Task.CompletedTask;
        }
    }
}
