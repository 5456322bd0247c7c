using System.Runtime.Loader;

namespace AiAwareAnalyzers.Tests.Cases;

/// <summary>Runs test code: what a fix promises of behaviour is seen, not believed.</summary>
internal static class Running
{
    /// <summary>Calls <c>static Task&lt;string&gt; Proof.Run()</c> of the code.</summary>
    public static async Task<string> Run(string code, Setting setting)
    {
        var workshop = new Workshop(setting);
        var document = await workshop.DocumentOf(("/0/Proof.cs", code));
        return await Run(document);
    }

    /// <summary>The same, with the packages that the code is compiled against.</summary>
    public static async Task<string> RunWithPackages(string code, Setting setting) =>
        await Run(
            await new Workshop(setting).DocumentOf(("/0/Proof.cs", code)),
            Libraries.Of(setting.References).NewRoom("Proof"));

    /// <summary>The same, with the web framework that is installed beside the runtime.</summary>
    public static async Task<string> RunOnTheWeb(string code, Setting setting) =>
        await Run(await new Workshop(setting).DocumentOf(("/0/Proof.cs", code)), new WebFramework("Proof"));

    /// <summary>The same, before and after a fix has repaired all there is.</summary>
    public static Task<(string Before, string After)> Repairing<TRule, TFix>(string code, Setting setting)
        where TRule : Rule, new()
        where TFix : Fix, new() =>
        Repairing<TRule, TFix>(code, setting, Run);

    /// <summary>The same, where somebody knows how to run it.</summary>
    public static async Task<(string Before, string After)> Repairing<TRule, TFix>(
        string code, Setting setting, Func<string, Setting, Task<string>> run)
        where TRule : Rule, new()
        where TFix : Fix, new()
    {
        var workshop = new Workshop(setting);
        var document = await workshop.DocumentOf(("/0/Proof.cs", code));
        var repaired = await Workshop.Repair(new TRule(), new TFix(), document);
        Assert.That(repaired, Is.Not.EqualTo(code), "something was repaired");
        return (await run(code, setting), await run(repaired, setting));
    }

    /// <summary>The same, of a document with all that its project holds.</summary>
    public static Task<string> Run(Document document) =>
        Run(document, new AssemblyLoadContext("Proof", isCollectible: true));

    private static async Task<string> Run(Document document, AssemblyLoadContext context)
    {
        using var image = new MemoryStream();
        var emitted = (await document.Project.GetCompilationAsync())!.Emit(image);
        Assert.That(emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
        image.Position = 0;
        try
        {
            var run = context.LoadFromStream(image).GetType("Proof", throwOnError: true)!.GetMethod("Run")!;
            return await (Task<string>)run.Invoke(null, null)!;
        }
        finally
        {
            context.Unload();
        }
    }
}
