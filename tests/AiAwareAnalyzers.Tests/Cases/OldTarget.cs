using Microsoft.CodeAnalysis.CodeFixes;

namespace AiAwareAnalyzers.Tests.Cases;

/// <summary>
/// Runs a fix's case again for netstandard2.0 in C# 7.3: what a fix writes there compiles, or the fix is not offered.
/// </summary>
internal static class OldTarget
{
    private static readonly Setting Old = new(References.NetStandard20) { Language = LanguageVersion.CSharp7_3 };

    // Implicit usings are newer than C# 7.3: the case gets them written out.
    private static readonly string Usings =
        string.Concat(Setting.ImplicitUsings.Select(import => $"using {import};\n"));

    public static async Task Accepts<TRule, TFix>(string code)
        where TRule : Rule, new()
        where TFix : CodeFixProvider, new()
    {
        var workshop = new Workshop(Old);
        var document = await workshop.DocumentOf(("/0/Test0.cs", Usings + Markup.Strip(code)));
        if ((await Workshop.Errors(document.Project)).Any()) return;

        foreach (var finding in await Workshop.Findings(document.Project, new TRule()))
            foreach (var action in await Workshop.Actions(new TFix(), document, finding))
            {
                var changed = await Workshop.Apply(action, document);
                Assert.That(
                    await Workshop.Errors(changed.Project),
                    Is.Empty,
                    $"'{action.Title}' for netstandard2.0 in C# 7.3 gives\n{await changed.GetTextAsync()}");
            }
    }
}
