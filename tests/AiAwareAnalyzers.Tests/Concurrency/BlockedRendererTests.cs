using AiAwareAnalyzers.Concurrency;

namespace AiAwareAnalyzers.Tests.Concurrency;

public sealed class BlockedRendererTests : RuleTests<BlockedRenderer>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    [TestCase("protected override void BuildRenderTree(RenderTreeBuilder b) => b.AddContent(0, [|Load().Result|]);",
        TestName = "While it is rendered")]
    [TestCase("protected override void OnInitialized() { _text = [|Load().Result|]; }", TestName = "At the start")]
    [TestCase("protected override void OnParametersSet() { _text = [|Load().GetAwaiter().GetResult()|]; }",
        TestName = "By the awaiter")]
    [TestCase("""protected override void OnParametersSet() { _text = [|Load().ConfigureAwait(false).GetAwaiter().GetResult()|]; }""",
        TestName = "By an awaiter that is configured")]
    [TestCase("protected override void OnInitialized() => [|Save().Wait()|];", TestName = "Waited for")]
    [TestCase("private string Text => [|Load().Result|];", TestName = "In a property")]
    [TestCase("private string Text() => [|Load().Result|] + \"!\";", TestName = "In a method that is rendered")]
    [TestCase("""private string Css => [|Load().Result|].Length > 3 ? "long" : "short";""", TestName = "In a condition")]
    [TestCase("void Click() { [|Save().GetAwaiter().GetResult()|]; }", TestName = "In a handler")]
    [TestCase("void Click() { var task = Load(); _text = [|task.Result|]; }", TestName = "By way of a local")]
    [TestCase("public void Dispose() => [|Save().Wait()|];", TestName = "At the end")]
    [TestCase("private string Text => [|Service.Load().Result|];", TestName = "A service")]
    [TestCase("private string Text => [|Quick().Result|]; private ValueTask<string> Quick() => new(Load());",
        TestName = "A ValueTask")]
    [TestCase("""private string Text => [|Both().Result|]; private async Task<string> Both() => await Load() + await Late.Now();""",
        TestName = "One of two has ended")]
    [TestCase("""private string Text => [|Mixed().Result|]; private Task<string> Mixed() => _text is null ? Load() : Task.FromResult(_text);""",
        TestName = "Of two ways only one has ended")]
    [TestCase("[Inject] public IMixed Two { get; set; } = null!; private string Text => [|Two.Load().Result|];",
        TestName = "One of two who stand behind a contract waits")]
    [TestCase("private RenderFragment Part => b => b.AddContent(0, [|Load().Result|]);", TestName = "In a fragment")]
    [TestCase("""private IEnumerable<string> All => new[] { 1 }.Select(n => [|Load().Result|]);""", TestName = "In a query")]
    [TestCase("private string Text => [|Load().Result|] ?? [|Load().Result|];", TestName = "Twice")]
    public Task Who_waits_on_the_renderer(string members) => Flags(Component(members));

    [TestCase("protected override async Task OnInitializedAsync() => _text = await Load();", TestName = "Awaited")]
    [TestCase("async Task Click() { var task = Load(); await Task.WhenAll(task); _text = task.Result; }",
        TestName = "Awaited before")]
    [TestCase("async Task Click() { var task = Load(); await task; _text = task.Result; }", TestName = "It has ended")]
    [TestCase("""private Task<string>? _load; private string? Text => _load is { IsCompletedSuccessfully: true } ? _load.Result : null;""",
        TestName = "Asked by a pattern")]
    [TestCase("private Task<string> _load = null!; private string? Text => _load.IsCompleted ? _load.Result : null;",
        TestName = "Asked")]
    [TestCase("private string Text => Task.FromResult(\"\").Result;", TestName = "A task that has ended")]
    [TestCase("void Click() { var task = Task.FromResult(\"\"); _text = task.Result; }",
        TestName = "A task that has ended in a local")]
    [TestCase("void Click() => Load().ContinueWith(task => _text = task.Result);", TestName = "A continuation")]
    [TestCase("void Click() => Task.Run(() => Save().Wait());", TestName = "On another thread")]
    [TestCase("private string Text => new Answer().Result;", TestName = "A property of that name")]
    [TestCase("void Click() => new Answer().Wait();", TestName = "A method of that name")]
    [TestCase("private Task<string> Again() => Load();", TestName = "Handed on")]
    [TestCase("private string Text => Late.Now().GetAwaiter().GetResult();",
        TestName = "Whoever stands behind the contract hands out a task that has ended")]
    [TestCase("""private string Text => Through().Result; private async Task<string> Through() => await Late.Now() + "!";""",
        TestName = "An async method that awaits only what has ended")]
    [TestCase("""private string Text => Either(1).Result; private Task<string> Either(int way) { if (way > 0) return Task.FromResult(""); return way switch { 0 => Task.FromResult("0"), _ => Late.Now() }; }""",
        TestName = "Each way hands out one that has ended")]
    [TestCase("private string Text => Quick().Result; private ValueTask<string> Quick() => new(\"\");",
        TestName = "A ValueTask of a value")]
    [TestCase("void Click() => Nothing().Wait(); private Task Nothing() { _text = null; return Task.CompletedTask; }",
        TestName = "A task without a result that has ended")]
    public Task Who_does_not(string members) => Allows(Component(members));

    [TestCase("public class Worker { public string Text => Task.Run(() => \"\").Result; }", TestName = "A class")]
    [TestCase("public class Startup { public void Run() { Task.Delay(1).Wait(); } }", TestName = "A start")]
    [TestCase("public static class Program { public static void Main() => Task.Delay(1).GetAwaiter().GetResult(); }",
        TestName = "A program")]
    [TestCase("""public class View { public Task<string> Load() => Task.FromResult(""); public string Text => Load().Result; }""",
        TestName = "A view of another framework")]
    public Task What_is_no_component(string code) => Allows(code);

    [Test]
    public Task The_message_says_where_to_await() => Says(
        Component("private string Text => [|Load().Result|];"),
        """'Load().Result' blocks the renderer, which the task may need to go on: then neither ever ends, and WebAssembly """
        + """cannot wait at all; await it in 'OnInitializedAsync', 'OnParametersSetAsync' or an async handler and keep the """
        + "result");

    [Test]
    public Task The_message_names_the_method() => Says(
        Component("protected override void OnParametersSet() { [|Save().Wait()|]; }"),
        """'Save().Wait()' blocks the renderer, which the task may need to go on: then neither ever ends, and WebAssembly """
        + "cannot wait at all; await it in an async 'OnParametersSet' and keep the result");

    private static string Component(string members) => $$"""
        using Microsoft.AspNetCore.Components;
        using Microsoft.AspNetCore.Components.Rendering;
        public interface IService { Task<string> Load(); }
        public interface ILate { Task<string> Now(); }
        public class Late : ILate { public Task<string> Now() { var text = "now"; return Task.FromResult(text); } }
        public interface IMixed { Task<string> Load(); }
        public class First : IMixed { public Task<string> Load() => Task.FromResult(""); }
        public class Second : IMixed { public async Task<string> Load() { await Task.Yield(); return ""; } }
        public class Answer { public string Result => ""; public void Wait() { } }
        public class Page : ComponentBase
        {
            private string? _text;
            [Inject] public IService Service { get; set; } = null!;
            [Inject] public ILate Late { get; set; } = null!;
            {{members}}
            private async Task<string> Load() { await Task.Yield(); return _text ?? ""; }
            private async Task Save() { await Task.Yield(); }
        }
        """;
}
