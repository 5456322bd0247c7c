using System.Collections;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using AiAwareAnalyzers.HallucinatedApi;
using AiAwareAnalyzers.HallucinatedApi.Files;
using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

/// <summary>What the fixes write in the place of invented members is run beside what the names plainly say.</summary>
public sealed class PlainMeaningTests
{
    /// <summary>Every offer compiles what stands beside it, so many texts of one project cost their square.</summary>
    private const int Few = 20;

    private static readonly string Folder = Directory.CreateTempSubdirectory().FullName;

    private static readonly Dictionary<Type, Func<object>[]> Values = new()
    {
        [typeof(string)] = [.. Texts.Select(text => (Func<object>)(() => text))],
        [typeof(int)] = [.. new[] { -4, -1, 0, 1, 2, 3, 20 }.Select(number => (Func<object>)(() => number))],
        [typeof(double)] = [.. new[] { -2.5, -1, 0, 0.25, 1.5, 7 }.Select(number => (Func<object>)(() => number))],
        [typeof(char)] = [() => '-', () => ','],
        [typeof(DateTime)] =
        [
            () => new DateTime(2024, 2, 29, 13, 5, 6),
            () => new DateTime(2023, 12, 31, 0, 0, 0, DateTimeKind.Utc),
            () => new DateTime(2025, 5, 31, 23, 59, 59)
        ],
        [typeof(TimeSpan)] = [() => TimeSpan.FromMinutes(90), () => TimeSpan.Zero, () => TimeSpan.FromDays(-10.5)],
        [typeof(Guid)] = [() => Guid.Empty, () => new Guid("0f8fad5b-d9cb-469f-a165-70867728950e")],
        [typeof(StringBuilder)] = [() => new StringBuilder(), () => new StringBuilder("abc")],
        [typeof(List<int>)] = [() => new List<int>(), () => new List<int> { 4 }, () => new List<int> { 3, 1, 2, 3 }],
        [typeof(List<string>)] = [() => new List<string> { "a" }, () => new List<string> { "a", "", "b" }],
        [typeof(IEnumerable<int>)] =
            [() => Enumerable.Empty<int>(), () => new[] { 3, 1, 2, 3 }.Select(number => number)],
        [typeof(int[])] = [() => Array.Empty<int>(), () => new[] { 3, 1, 2 }],
        [typeof(Dictionary<string, int>)] =
        [
            () => new Dictionary<string, int>(),
            () => new Dictionary<string, int> { ["a"] = 1, ["Hello, World"] = 20 }
        ],
        [typeof(HashSet<int>)] = [() => new HashSet<int>(), () => new HashSet<int> { 3, 1, 2 }],
        [typeof(Queue<int>)] = [() => new Queue<int>(), () => new Queue<int>([3, 1, 2])],
        [typeof(Stack<int>)] = [() => new Stack<int>(), () => new Stack<int>([3, 1, 2])],
        [typeof(Predicate<int>)] = [() => (Predicate<int>)(x => x > 1)],
        [typeof(Func<int, bool>)] = [() => (Func<int, bool>)(x => x > 2), () => (Func<int, bool>)(_ => true)],
        [typeof(Func<int, int>)] = [() => (Func<int, int>)(x => x * 3)],
        [typeof(Func<int, int[]>)] = [() => (Func<int, int[]>)(x => [x, -x])],
        [typeof(Exception)] =
            [() => new InvalidOperationException("a"), () => new InvalidOperationException("a", new IOException("b"))],
        // A text is an object that two makers make alike; a bare object is equal to itself alone.
        [typeof(object)] = [() => "an object", () => 7],
        [typeof(JsonElement)] = [() => JsonDocument.Parse("""{ "a": 1, "Hello": [2] }""").RootElement],
    };

    private static IEnumerable<string> Texts =>
        [
            "",
            "a",
            "A",
            "Hello",
            "Hello, World",
            "  x\t",
            "lo",
            "12",
            "-7",
            "<b> & c",
            "&lt;",
            "0f8fad5b-d9cb-469f-a165-70867728950e",
            "report.final.txt",
            Folder,
            Path.Combine(
                Folder, "one.txt"), "shop/orders"];

    [OneTimeSetUp]
    public static void Write_the_files_that_are_read() =>
        File.WriteAllText(Path.Combine(Folder, "one.txt"), "first\nsecond\n");

    [OneTimeTearDown]
    public static void Remove_the_files() => Directory.Delete(Folder, recursive: true);

    /// <summary>A line that nobody runs would be trusted without a reason.</summary>
    [Test]
    public void Every_name_is_run()
    {
        var run = PlainSayings.All.SelectMany(saying =>
            Names(saying).Select(name =>
                (saying.Type, Name: name.TrimStart('.'), Arguments: ArgumentsOf(saying, name)?.Length))).ToHashSet();
        var topic = "";
        var forgotten = new List<string>();
        foreach (var line in KnownText.Lines("PlainMeanings"))
        {
            if (line[0] == '[')
            {
                topic = line.Trim('[', ']');
                continue;
            }

            var meaning = PlainMeaning.Read(line);
            if (!meaning.IsAmbiguous)
                forgotten.AddRange(
                    meaning.Names.Where(name =>
                        !TypesOf(topic).Any(type => run.Contains((type, name, meaning.Parameters?.Length))))
                        .Select(name => $"[{topic}] {name}"));
        }

        Assert.That(forgotten, Is.Empty);
    }

    [Test]
    public async Task Every_fix_does_what_the_name_says() =>
        Assert.That(await Differences(new Setting(References.Net10), mayLack: false), Is.Empty);

    [Test]
    public async Task Every_fix_for_an_old_target_does_what_the_name_says() =>
        Assert.That(await Differences(
            new Setting(References.NetStandard20) { Language = LanguageVersion.CSharp7_3 }, mayLack: true), Is.Empty);

    private static async Task<List<string>> Differences(Setting setting, bool mayLack)
    {
        var uses = PlainSayings.All.SelectMany(saying => Names(saying).Select(name => (Saying: saying, Name: name)))
            .ToList();
        var texts = uses.Select((use, index) => (Index: index, Text: TextOf(use.Saying, use.Name, index))).ToList();
        var repaired = new Dictionary<int, string>();
        foreach (var few in texts.Chunk(Few)) await Repair(setting, few, repaired);

        var differences = mayLack
            ? []
            : texts.Where(each => !repaired.ContainsKey(each.Index)).Select(each => $"{each.Text} has no fix").ToList();
        differences.AddRange(await Run(setting, repaired, uses));
        return differences;
    }

    /// <summary>Adds what the fixes make of a few texts, as files of one project.</summary>
    private static async Task Repair(
        Setting setting, (int Index, string Text)[] few, Dictionary<int, string> repaired)
    {
        var document = await new Workshop(setting).DocumentOf([.. few.Select(each => (FileOf(each.Index), each.Text))]);
        var findings = (await Workshop.Findings(document.Project, new MissingMember(), new MissingOverload()))
            .ToLookup(finding => finding.Location.SourceTree!.FilePath);
        foreach (var (index, _) in few)
            if (await Repaired(document.Project, findings[FileOf(index)].FirstOrDefault()) is { } text)
                repaired[index] = text;
    }

    private static async Task<string?> Repaired(Project project, Diagnostic? finding)
    {
        if (finding is null || NameSetTests.FixOf(finding.Id) is not { } fix) return null;
        var document = project.GetDocument(finding.Location.SourceTree)!;
        return await Workshop.Actions(fix, document, finding) is [var first, ..]
            ? (await (await Workshop.Apply(first, document)).GetTextAsync()).ToString()
            : null;
    }

    private static async Task<List<string>> Run(
        Setting setting, Dictionary<int, string> repaired, List<(PlainSaying Saying, string Name)> uses)
    {
        var workshop = new Workshop(setting);
        using var image = new MemoryStream();
        var document = await workshop.DocumentOf([.. repaired.Select(pair => (FileOf(pair.Key), pair.Value))]);
        var emitted = (await document.Project.GetCompilationAsync())!.Emit(image);
        Assert.That(emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
        image.Position = 0;
        var context = new AssemblyLoadContext("PlainMeanings", isCollectible: true);
        try
        {
            var code = context.LoadFromStream(image);
            return [.. repaired.SelectMany(pair =>
                Compare(code.GetType($"Case{pair.Key}")!.GetMethod("M")!, uses[pair.Key].Saying, pair.Value).Take(1))];
        }
        finally
        {
            context.Unload();
        }
    }

    private static IEnumerable<string> Compare(MethodInfo written, PlainSaying saying, string text)
    {
        foreach (var makers in Combinations(
            [.. saying.Oracle.Method.GetParameters().Select(parameter => Values[parameter.ParameterType])]))
        {
            var said = Result(() => saying.Oracle.DynamicInvoke([.. makers.Select(make => make())]));
            var done = Result(() => written.Invoke(null, [.. makers.Select(make => make())]));
            var agrees = said is Func<object?, bool> holds
                ? holds(done)
                : said is Exception || Shown(said) == Shown(done);
            if (!agrees)
            {
                var given = string.Join("; ", makers.Select(make => Shown(make())));
                yield return $"{text} of ({given}) gives {Shown(done)}, and says {Shown(said)}";
            }
        }
    }

    private static IEnumerable<Func<object>[]> Combinations(Func<object>[][] pools) =>
        pools.Aggregate<Func<object>[], IEnumerable<Func<object>[]>>(
            [[]], (all, pool) => all.SelectMany(some => pool.Select(value => (Func<object>[])[.. some, value])));

    private static object? Result(Func<object?> run)
    {
        try
        {
            var result = run();
            return result is IEnumerable items and not string ? items.Cast<object?>().ToList() : result;
        }
        catch (Exception exception)
        {
            return (exception as TargetInvocationException)?.InnerException ?? exception;
        }
    }

    private static string Shown(object? value) => value switch
    {
        null => "null",
        Exception exception => exception.GetType().Name,
        string text => $"\"{text}\"",
        double number => number.ToString("G12", System.Globalization.CultureInfo.InvariantCulture),
        DateTime date => date.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Shown))}]",
        _ => value.ToString()!,
    };

    private static string[] Names(PlainSaying saying) => saying.Names.Split(' ');

    private static string[] TypesOf(string topic) =>
        topic.StartsWith("static ", StringComparison.Ordinal)
            ? [.. topic.Split(' ').Skip(1).Select(type => "static " + type)]
            : topic.Split(' ');

    /// <summary>Null where the name is read and not called.</summary>
    private static string[]? ArgumentsOf(PlainSaying saying, string name)
    {
        if (name[0] == '.') return null;
        var parameters = saying.Oracle.Method.GetParameters().Select(parameter => parameter.Name!);
        return [.. saying.Type.StartsWith("static ", StringComparison.Ordinal) ? parameters : parameters.Skip(1)];
    }

    private static string FileOf(int index) => $"/0/Case{index:000}.cs";

    private static string TextOf(PlainSaying saying, string name, int index)
    {
        var parameters = string.Join(", ", saying.Oracle.Method.GetParameters()
            .Select(parameter => $"{Written(parameter.ParameterType)} {parameter.Name}"));
        var use = Use(saying, name);
        var body = saying.IsDeed ? $"{{ {use}; return it; }}" : $"{{ return {use}; }}";
        var json = saying.Type == nameof(JsonElement) ? "using System.Text.Json; " : "";
        return $"using System; using System.Collections.Generic; using System.IO; using System.Linq; using "
            + $"System.Text; {json}public static class Case{index} {{ public static object M({parameters}) {body} }}\n";
    }

    private static string Use(PlainSaying saying, string name)
    {
        var receiver = saying.Type.StartsWith("static ", StringComparison.Ordinal)
            ? saying.Type["static ".Length..]
            : "it";
        if (ArgumentsOf(saying, name) is not { } arguments) return receiver + name;
        return name == "this"
            ? $"{receiver}[{string.Join(", ", arguments)}]"
            : $"{receiver}.{name}({string.Join(", ", arguments)})";
    }

    private static string Written(Type type) =>
        type.IsArray ? Written(type.GetElementType()!) + "[]"
        : type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Written))}>"
        : type.Name;
}
