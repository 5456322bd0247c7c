using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiAwareAnalyzers.Tests.Cases;

/// <summary>A piece of code before and after its fix, both loaded, so that they can be asked the same.</summary>
/// <remarks>
/// The code has a class <c>Subject</c> with a static method <c>Run(int[] input)</c>; what it returns or throws is the
/// result.
/// </remarks>
internal sealed class Twins : IDisposable
{
    /// <summary>
    /// What a fix writes may differ in the oldest host, what that does when it runs does not: a part of the inputs
    /// tells.
    /// </summary>
    private static readonly int Share = Host.IsNewest ? 1 : 5;

    /// <summary>Some code throws for most inputs: they are drawn again until one gives a result.</summary>
    private const int Rounds = 40;

    private readonly AssemblyLoadContext _original;
    private readonly AssemblyLoadContext _repaired;
    private readonly MethodInfo _runsOriginal;
    private readonly MethodInfo _runsRepaired;
    private int _results;

    private Twins(Libraries libraries, Stream original, Stream repaired)
    {
        _original = libraries.NewRoom("original");
        _repaired = libraries.NewRoom("repaired");
        _runsOriginal = EntryOf(_original, original);
        _runsRepaired = EntryOf(_repaired, repaired);
    }

    /// <summary>The fix changes the code, and the changed code gives the same for every input.</summary>
    public static async Task BehaveAlike<TRule, TFix>(string code, Setting setting, int inputs = 100)
        where TRule : Rule, new()
        where TFix : CodeFixProvider, new()
    {
        var workshop = new Workshop(setting);
        var original = await workshop.DocumentOf(("/0/Subject.cs", code));
        var repaired = await Workshop.Repair(new TRule(), new TFix(), original);
        Assert.That(repaired, Is.Not.EqualTo(code), "the fix applies");

        using var twins = new Twins(
            Libraries.Of(setting.References),
            await Emit(original),
            await Emit(await workshop.DocumentOf(("/0/Subject.cs", repaired))));
        var alike = Prop.ForAll<int[]>(input => twins.GiveTheSame(input).Label(repaired));
        var config = Config.QuickThrowOnFailure.WithMaxTest(inputs / Share).WithQuietOnSuccess(true);
        for (var round = 0; round < Rounds && twins._results == 0; round++) Check.One(config, alike);
        Assert.That(twins._results, Is.Positive, "some input gives a result: two failures prove nothing");
    }

    public void Dispose()
    {
        _original.Unload();
        _repaired.Unload();
    }

    private bool GiveTheSame(int[] input)
    {
        var expected = ResultOf(_runsOriginal, input);
        var actual = ResultOf(_runsRepaired, input);
        return expected == actual
            ? true
            : throw new InvalidOperationException(
                $"For [{string.Join(", ", input)}] it was {expected} and is {actual}.");
    }

    /// <summary>What a run gives as text: its value, or the type of what it throws.</summary>
    private string ResultOf(MethodInfo run, int[] input)
    {
        try
        {
            var result = run.Invoke(null, [input.ToArray()]);
            var text = JsonSerializer.Serialize(result is Task task ? ValueOf(task) : result);
            _results++;
            return text;
        }
        catch (Exception exception)
        {
            return exception.GetBaseException().GetType().ToString();
        }
    }

    private static object? ValueOf(Task task)
    {
        task.GetAwaiter().GetResult();
        return task.GetType().GetProperty("Result")?.GetValue(task);
    }

    private static MethodInfo EntryOf(AssemblyLoadContext context, Stream image) =>
        context.LoadFromStream(image).GetType("Subject", throwOnError: true)!.GetMethod("Run")!;

    private static async Task<Stream> Emit(Document document)
    {
        var image = new MemoryStream();
        var compilation = (await document.Project.GetCompilationAsync())!;
        var emitted = compilation.WithAssemblyName("Subject" + Guid.NewGuid().ToString("N")).Emit(image);
        Assert.That(emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
        image.Position = 0;
        return image;
    }
}
