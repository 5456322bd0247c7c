using AiAwareAnalyzers.Concurrency;

namespace AiAwareAnalyzers.Tests.Concurrency;

public sealed class AsyncVoidTests : RuleTests<AsyncVoid, AsyncVoidFix>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    [TestCase(
        "void Run() { Save(); } async void [|Save|]() { await Task.Delay(1); }",
        TestName = "A method that is called")]
    [TestCase(
        "async Task Run() { Save(1); await Task.Yield(); } async void [|Save|](int id) => await Task.Delay(id);",
        TestName = "A method that is called and not awaited")]
    [TestCase(
        "void Run(Service other) { other.Save(); } public async void [|Save|]() { await Task.Delay(1); }",
        TestName = "A method of another object")]
    [TestCase(
        """void Run(Service? other) { if (other is null) Save(); else other.Save(); } static void More(Service any) => any.Save(); internal async void [|Save|]() { await Task.Delay(1); }""",
        TestName = "A method that several call")]
    [TestCase(
        "void Run() { try { Save(); } catch (Exception) { } } async void [|Save|]() { await Task.Delay(1); }",
        TestName = "A handler that sees nothing")]
    [TestCase(
        "void Run() { Save(); } async void [|Save|]() { try { await Task.Delay(1); } catch (IOException) { } }",
        TestName = "A handler of something else")]
    [TestCase(
        "void Run() { Save(); } async void [|Save|]() { try { await Task.Delay(1); } catch (Exception) { throw; } }",
        TestName = "A handler that throws again")]
    [TestCase(
        """void Run() { Save(); } async void [|Save|]() { await Task.Yield(); try { await Task.Delay(1); } catch (Exception) { } }""",
        TestName = "An await before the handler")]
    [TestCase(
        "void Run(List<int> items) { items.ForEach([|async item => await Task.Delay(item)|]); }",
        TestName = "For each of a list")]
    [TestCase(
        "void Run(int[] items) { Array.ForEach(items, [|async item => { await Task.Delay(item); }|]); }",
        TestName = "For each of an array")]
    [TestCase(
        "void Run(int[] items) { Parallel.ForEach(items, [|async item => { await Task.Delay(item); }|]); }",
        TestName = "A parallel loop")]
    [TestCase(
        "void Run() { Parallel.For(0, 3, [|async item => await Task.Delay(item)|]); }",
        TestName = "A counted parallel loop")]
    [TestCase(
        "void Run() { Parallel.Invoke([|async () => await Task.Delay(1)|], [|async () => await Task.Delay(2)|]); }",
        TestName = "Two at once")]
    [TestCase(
        "void Run(int[] items) { items.AsParallel().ForAll([|async item => await Task.Delay(item)|]); }",
        TestName = "For all")]
    [TestCase(
        "void Run(List<int> items) { items.ForEach([|async delegate (int item) { await Task.Delay(item); }|]); }",
        TestName = "An anonymous method")]
    public Task What_nobody_can_wait_for(string members) => Flags($"public class Service {{ {members} }}");

    [TestCase(
        """public class Orders : Microsoft.AspNetCore.Mvc.ControllerBase { public async void [|Post|](string order) { await Task.Delay(1); } }""",
        TestName = "An action")]
    [TestCase(
        """public class Room : Microsoft.AspNetCore.SignalR.Hub { public async void [|Say|](string text) { await Task.Delay(1); } }""",
        TestName = "A method of a hub")]
    [TestCase(
        """public class Index : Microsoft.AspNetCore.Mvc.RazorPages.PageModel { public async void [|OnPost|]() { await Task.Delay(1); } }""",
        TestName = "A handler of a page")]
    [TestCase(
        """public class Box : Microsoft.AspNetCore.Components.ComponentBase { protected override async void [|OnInitialized|]() { await Task.Delay(1); } }""",
        TestName = "A component that begins")]
    [TestCase(
        """public class Box : Microsoft.AspNetCore.Components.ComponentBase { protected override async void [|OnAfterRender|](bool first) { await Task.Delay(1); } }""",
        TestName = "A component that was drawn")]
    public Task What_a_framework_would_wait_for(string code) => Flags(code);

    [Test]
    public Task The_message_names_the_twin() => Says(
        """public class Box : Microsoft.AspNetCore.Components.ComponentBase { protected override async void [|OnParametersSet|]() { await Task.Delay(1); } }""",
        "The renderer goes on before 'OnParametersSet' is done, and an exception of it ends the process; override "
        + "'OnParametersSetAsync'");

    [Test]
    public Task The_message_names_the_loop() => Says(
        """public class Service { void Run(int[] items) { Parallel.ForEach(items, [|async item => { await Task.Delay(item); }|]); } }""",
        "'Parallel.ForEach' goes on before the lambda is done, and an exception of it ends the process; use "
        + "'Parallel.ForEachAsync'");

    [TestCase("async Task Run() { await Save(); } async Task Save() { await Task.Delay(1); }", TestName = "A task")]
    [TestCase(
        """void Run(System.Timers.Timer timer) { timer.Elapsed += OnElapsed; } async void OnElapsed(object? sender, System.Timers.ElapsedEventArgs e) { await Task.Delay(1); }""",
        TestName = "A handler of an event")]
    [TestCase(
        "void Run() { Handle(this, 3); } async void Handle(object sender, int e) { await Task.Delay(1); }",
        TestName = "A handler by its shape")]
    [TestCase(
        "event Action? Changed; void Run() { Changed += Save; } async void Save() { await Task.Delay(1); }",
        TestName = "A handler of an event without a sender")]
    [TestCase(
        """void Run() { Take(Save); Save(); } async void Save() { await Task.Delay(1); } static void Take(Action action) { }""",
        TestName = "A method that is handed on, too")]
    [TestCase("async void Save() { await Task.Delay(1); }", TestName = "A method that nobody calls")]
    [TestCase(
        """void Run() { Save(); } async void Save() { try { await Task.Delay(1); } catch (Exception failure) { Console.Write(failure); } }""",
        TestName = "All is handled")]
    [TestCase(
        "void Run() { Save(); } async void Save() { try { await Task.Delay(1); } catch { Console.Write(1); } }",
        TestName = "All is handled, whatever it is")]
    [TestCase(
        """void Run() { Save(); } async void Save() { Console.Write(1); try { await Task.Delay(1); } catch (Exception) { } finally { Console.Write(2); } }""",
        TestName = "All that is awaited is handled")]
    [TestCase(
        """void Run(List<int> items) { items.ForEach(async item => { try { await Task.Delay(item); } catch (Exception) { } }); }""",
        TestName = "All is handled in a lambda")]
    [TestCase(
        "void Run(System.Timers.Timer timer) { timer.Elapsed += async (sender, e) => await Task.Delay(1); }",
        TestName = "A lambda of an event")]
    [TestCase(
        "void Run() { Take(async () => await Task.Delay(1)); } static void Take(Action action) { }",
        TestName = "A lambda that somebody takes")]
    [TestCase(
        """async Task Run(int[] items) { await Parallel.ForEachAsync(items, async (item, stop) => await Task.Delay(item, stop)); }""",
        TestName = "A loop that waits")]
    [TestCase(
        "async Task Run(int[] items) { await Task.WhenAll(items.Select(async item => await Task.Delay(item))); }",
        TestName = "Tasks that are awaited")]
    [TestCase(
        "void Run(List<int> items) { items.ForEach(item => Console.Write(item)); }",
        TestName = "A lambda that waits for nothing")]
    [TestCase("void Run() { Save(); } void Save() { _ = Task.Delay(1); }", TestName = "Void and not async")]
    [TestCase(
        "void Run() { var task = Task.Run(async () => await Task.Delay(1)); task.Wait(); }",
        TestName = "A lambda that is a task")]
    public Task What_somebody_waits_for_or_dictates(string members) => Allows($"public class Service {{ {members} }}");

    [TestCase(
        """public class Command : System.Windows.Input.ICommand { public event EventHandler? CanExecuteChanged { add { } remove { } } public bool CanExecute(object? x) => true; public async void Execute(object? x) { await Task.Delay(1); } void Run() => Execute(null); }""",
        TestName = "A member of a contract")]
    [TestCase(
        """public abstract class Page { public virtual void OnAppearing() { } } public class Home : Page { public override async void OnAppearing() { await Task.Delay(1); } }""",
        TestName = "An override")]
    [TestCase(
        "public class Orders : Microsoft.AspNetCore.Mvc.ControllerBase { async void Post() { await Task.Delay(1); } }",
        TestName = "A private method of a controller")]
    [TestCase(
        """public class Box : Microsoft.AspNetCore.Components.ComponentBase { protected override async Task OnInitializedAsync() { await Task.Delay(1); } }""",
        TestName = "The twin that is waited for")]
    public Task What_a_contract_says(string code) => Allows(code);

    [TestCase(
        """public class Box : Microsoft.AspNetCore.Components.ComponentBase { protected override async void [|OnInitialized|]() { await Task.Delay(1); } }""",
        """public class Box : Microsoft.AspNetCore.Components.ComponentBase { protected override async Task OnInitializedAsync() { await Task.Delay(1); } }""",
        TestName = "By its twin")]
    [TestCase(
        """public class Orders : Microsoft.AspNetCore.Mvc.ControllerBase { public async void [|Post|]() { await Task.Delay(1); } }""",
        """public class Orders : Microsoft.AspNetCore.Mvc.ControllerBase { public async Task Post() { await Task.Delay(1); } }""",
        TestName = "By its type")]
    public Task The_framework_is_given_a_task(string before, string after) => Fixes(before, after);

    [TestCase(
        """public class Box : Microsoft.AspNetCore.Components.ComponentBase { protected override async void [|OnInitialized|]() { await Task.Delay(1); base.OnInitialized(); } }""",
        TestName = "The base is called")]
    [TestCase(
        """public class Box : Microsoft.AspNetCore.Components.ComponentBase { protected override async void [|OnInitialized|]() { await Task.Delay(1); } protected override Task OnInitializedAsync() => Task.CompletedTask; }""",
        TestName = "The twin is there")]
    [TestCase(
        "public class Service { void Run() { Save(); } async void [|Save|]() { await Task.Delay(1); } }",
        TestName = "A caller has to await")]
    public Task What_others_have_to_follow_is_left_alone(string code) => OffersNoFix(code);
}
