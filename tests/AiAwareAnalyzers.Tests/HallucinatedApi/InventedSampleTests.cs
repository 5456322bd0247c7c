using AiAwareAnalyzers.HallucinatedApi;
using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

/// <summary>Whoever does what the messages about the sample say first gets a project that compiles.</summary>
[CSharp(12)]
public sealed class InventedSampleTests
{
    private const int Enough = 40;

    [Test]
    public async Task What_is_said_first_leaves_code_that_compiles()
    {
        var code = await File.ReadAllTextAsync(Repository.PathOf("docs", "sample", "invented", "PriceFeed.cs"));
        var document = await new Workshop(new Setting(References.Net10)).DocumentOf(("/0/PriceFeed.cs", code));
        for (var round = 0; round < Enough && await FirstFindingIn(document) is { } finding; round++)
            document = await Obeying(document, finding);
        Assert.That(await Workshop.Errors(document.Project), Is.Empty, (await document.GetTextAsync()).ToString());
    }

    private static async Task<Diagnostic?> FirstFindingIn(Document document) => (await Workshop.Findings(
        document.Project, new MissingMember(), new MissingOverload(), new MissingType(), new NewerApi()))
        .FirstOrDefault();

    /// <summary>Of the forms in which a name can stand there, the first that the compiler takes.</summary>
    private static async Task<Document> Obeying(Document document, Diagnostic finding)
    {
        var text = await document.GetTextAsync();
        var imports = Imports(finding).ToList();
        var shift = imports.Sum(import => import.NewText!.Length);
        foreach (var (place, form) in Forms(finding))
        {
            var changed = document.WithText(text.WithChanges(imports.Append(new TextChange(place, form))));
            var written = new TextSpan(place.Start + shift, form.Length);
            var errors = await Workshop.Errors(changed.Project);
            if (!errors.Any(error => written.Contains(error.Location.SourceSpan.Start))) return changed;
        }

        throw new AssertionException($"{finding.GetMessage()}: nothing that can be written there is right\n{text}");
    }

    private static IEnumerable<TextChange> Imports(Diagnostic finding) =>
        finding.Properties.GetValueOrDefault(SuggestionText.Imports)?.Split('\n')[0] is { Length: > 0 } import
        && import != MemberSuggestions.Awaited
            ? [new TextChange(new TextSpan(0, 0), $"using {import};\n")]
            : [];

    private static IEnumerable<(TextSpan Place, string Form)> Forms(Diagnostic finding)
    {
        var said = finding.Properties[SuggestionText.Suggestions]!.Split('\n')[0];
        var node = finding.Location.SourceTree!.GetRoot().FindNode(finding.Location.SourceSpan);
        yield return (finding.Location.SourceSpan, said);
        if (node.FirstAncestorOrSelf<MemberAccessExpressionSyntax>() is not { } access) yield break;
        var receiver = access.Expression.ToString();
        if (access.Parent is not InvocationExpressionSyntax call)
        {
            yield return (access.Span, said);
            yield break;
        }

        var arguments = call.ArgumentList.Arguments.ToString();
        if (said.Contains('(', StringComparison.Ordinal))
            yield return (call.Span, $"{receiver}.{said}");
        yield return (call.Span, $"{receiver}.{said}");
        yield return (call.Span, $"{receiver}.{said} = {arguments}");
        yield return (call.Span, $"{said}({arguments})");
        yield return (call.Span, $"{said}({receiver}, {arguments})");
    }
}
