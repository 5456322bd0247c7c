using AiAwareAnalyzers.EdgeCases;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

public sealed class AwaitedNullTests : RuleTests<AwaitedNull, AwaitedNullFix>
{
    [TestCase(
        """Task<string> Load(bool there) { if (there) return Task.FromResult(""); return [|null|]; }""",
        TestName = "Null after a branch")]
    [TestCase(
        """Task<string> Load(bool there) { if (there) { return [|null|]; } else { return Task.FromResult(""); } }""",
        TestName = "Null in a branch")]
    [TestCase("Task<string> Load() => [|null|];", TestName = "Null as an expression")]
    [TestCase("Task Save() { return [|null|]; }", TestName = "Null for a task of nothing")]
    [TestCase("Task<int> Count() => [|default|];", TestName = "The default of a task")]
    [TestCase("Task<int> Count() => [|default(Task<int>)|];", TestName = "The default of a task by name")]
    [TestCase(
        """Task<string> Load(bool there) => there ? Task.FromResult("") : [|null|];""",
        TestName = "Null in a conditional")]
    [TestCase(
        """Task<string> Load(int kind) => kind switch { 1 => Task.FromResult(""), _ => [|null|] };""",
        TestName = "Null in an arm of a switch")]
    [TestCase("Task<string> Load(Task<string> first) => first ?? [|null|];", TestName = "Null behind a question")]
    [TestCase("void Do() { Func<Task> work = () => [|null|]; work(); }", TestName = "A lambda that gives null")]
    [TestCase("void Do() { Task Local() => [|null|]; Local(); }", TestName = "A local function that gives null")]
    [TestCase(
        """async Task Do(Reader reader) => await [|reader?.ReadAsync()|];""",
        TestName = """Awaiting what a question mark leaves out""")]
    [TestCase(
        """async Task<string> Do(Reader reader) { return await [|reader?.TextAsync()|]; }""",
        TestName = """Awaiting a result that a question mark leaves out""")]
    [TestCase(
        """async Task Do(Reader reader) => await ([|reader?.ReadAsync()|]).ConfigureAwait(false);""",
        TestName = "Awaiting it without the context")]
    [TestCase(
        """void Do(Reader reader) { foreach (var line in [|reader?.Lines|]) Console.WriteLine(line); }""",
        TestName = """A loop over what a question mark leaves out""")]
    [TestCase(
        """void Do(Reader reader) { foreach (var line in [|reader?.Lines.Where(l => l.Length > 0)|]) Console.WriteLine(line); }""",
        TestName = """A loop over a query that a question mark leaves out""")]
    public Task Where_the_compiler_says_nothing(string member) => Flags(Unaware(member));

    [TestCase("Task<string> Load() => [|null|]!;", TestName = "Null with a word of honour")]
    [TestCase("Task<string> Load() { return [|default|]!; }", TestName = "A default with a word of honour")]
    [TestCase(
        """async Task Do(Reader? reader) => await ([|reader?.ReadAsync()|])!;""",
        TestName = "Awaiting a word of honour")]
    [TestCase(
        """void Do(Reader? reader) { foreach (var line in ([|reader?.Lines|])!) Console.WriteLine(line); }""",
        TestName = "A loop over a word of honour")]
    public Task Where_the_compiler_was_silenced(string member) => Flags(Aware(member));

    [TestCase("Task<string> Load() => Task.FromResult<string>(null);", TestName = "A finished task of null")]
    [TestCase("Task Save() => Task.CompletedTask;", TestName = "A finished task")]
    [TestCase(
        """async Task<string> Load() { await Task.Yield(); return null; }""",
        TestName = "An async method wraps its null")]
    [TestCase("async Task<string> Load() => null;", TestName = "An async method as an expression")]
    [TestCase("ValueTask<string> Load() => default;", TestName = "A value task is never null")]
    [TestCase("string Load() => null;", TestName = "A null that is no task")]
    [TestCase("object Load() => null;", TestName = "A null that may be a task")]
    [TestCase("Task<string> _running; Task<string> Running => null;", TestName = "A property that keeps a task")]
    [TestCase(
        """void Do() { Func<string> text = () => null; text(); }""",
        TestName = """A lambda that gives a null that is no task""")]
    [TestCase(
        """void Do() { Func<Task<string>> text = async () => null; text(); }""",
        TestName = "An async lambda wraps its null")]
    [TestCase(
        """async Task Do(Reader reader) => await (reader?.ReadAsync() ?? Task.CompletedTask);""",
        TestName = "Something to await instead")]
    [TestCase(
        """async Task Do(Reader reader) { if (reader != null) await reader.ReadAsync(); }""",
        TestName = "A look before")]
    [TestCase("async Task Do(Reader reader) => await reader.ReadAsync();", TestName = "No question mark, no doubt")]
    [TestCase(
        """void Do(Reader reader) { foreach (var line in reader?.Lines ?? new List<string>()) Console.WriteLine(line); }""",
        TestName = "Something to loop over instead")]
    [TestCase(
        """void Do(Reader reader) { foreach (var line in reader.Lines) Console.WriteLine(line); }""",
        TestName = "A loop without doubt")]
    [TestCase(
        """Task<string> Load(Task<string> first) => first ?? Task.FromResult("");""",
        TestName = "A task behind a question")]
    [TestCase("IEnumerable<Task> All() { yield return null; }", TestName = "An element of a sequence")]
    [TestCase(
        """async ValueTask Do(Reader reader) => await (reader?.DisposeAsync() ?? default);""",
        TestName = "A value task behind a question")]
    [TestCase(
        """void Do(Reader reader) { var task = reader?.ReadAsync(); task?.Wait(); }""",
        TestName = "A task that is asked")]
    [TestCase("Task Throw() => throw new NotSupportedException();", TestName = "A method that only throws")]
    public Task What_is_never_null(string member) => Allows(Unaware(member));

    [TestCase("Task<string>? Load() => null;", TestName = "A type that says so")]
    [TestCase("Task<string?> Load() => Task.FromResult<string?>(null);", TestName = "A result that says so")]
    public Task What_the_type_says(string member) => Allows(Aware(member));

    [Test]
    public Task What_the_compiler_says_is_left_to_it() =>
        Allows(Aware("Task<string> Load() => {|CS8603:null|};")
            .Replace("{|CS8603:null|}", "Found()", StringComparison.Ordinal));

    [Test]
    public Task The_message_names_the_method_and_the_way() => Says(
        Unaware("Task<string> Load() => [|null|];"),
        "'Load' returns null instead of a task, so awaiting it throws a NullReferenceException; return "
        + "'Task.FromResult<string>(null)', or make it async");

    [Test]
    public Task The_message_names_what_may_be_missing() => Says(
        Unaware("async Task Do(Reader reader) => await [|reader?.ReadAsync()|];"),
        "'reader?.ReadAsync()' is null where 'reader' is, and awaiting null throws; await it only where it is there, "
        + "or '?? Task.CompletedTask'");

    [Test]
    public Task A_null_becomes_a_finished_task() => Fixes(
        Unaware("Task<string> Load() => [|null|];"),
        Unaware("Task<string> Load() => Task.FromResult<string>(null);"));

    [Test]
    public Task A_null_of_a_bare_task_becomes_a_finished_one() => Fixes(
        Unaware("Task Save() { return [|null|]; /* nothing to do */ }"),
        Unaware("Task Save() { return Task.CompletedTask; /* nothing to do */ }"));

    [Test]
    public Task A_default_of_numbers_keeps_its_type() => Fixes(
        Unaware("Task<int> Count() => [|default|];"),
        Unaware("Task<int> Count() => Task.FromResult(default(int));"));

    [Test]
    public Task A_word_of_honour_moves_inside() => Fixes(
        Aware("Task<string> Load() => [|null|]!;"),
        Aware("Task<string> Load() => Task.FromResult<string>(null!);"));

    [Test]
    public Task An_await_has_no_certain_repair() =>
        OffersNoFix(Unaware("async Task Do(Reader reader) => await [|reader?.ReadAsync()|];"));

    [Test]
    public async Task The_repaired_method_can_be_awaited()
    {
        var (before, after) = await Running.Repairing<AwaitedNull, AwaitedNullFix>(
            """
            #nullable disable
            using System;
            using System.Threading.Tasks;
            public static class Proof
            {
                public static async Task<string> Run()
                {
                    try { return await Load() ?? "nothing"; }
                    catch (NullReferenceException) { return "thrown"; }
                }
                private static Task<string> Load() => null;
            }
            """,
            new Setting(References.Net10));
        Assert.That((before, after), Is.EqualTo(("thrown", "nothing")));
    }

    private static string Unaware(string member) => "#nullable disable\n" + Class(member);

    private static string Aware(string member) => "#nullable enable\n" + Class(member);

    private static string Class(string member) => $$"""
        public class Reader
        {
            public List<string> Lines = new List<string>();
            public Task ReadAsync() => Task.CompletedTask;
            public Task<string> TextAsync() => Task.FromResult("");
            public ValueTask DisposeAsync() => default;
            public Task<string> Found() => Task.FromResult("");
        }
        public class Service : Reader
        {
            {{member}}
        }
        """;
}
