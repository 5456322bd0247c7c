using AiAwareAnalyzers.ErrorHandling;

namespace AiAwareAnalyzers.Tests.ErrorHandling;

public sealed class ForgottenTaskTests : RuleTests<ForgottenTask, ForgottenTaskFix>
{
    [Test]
    public Task What_is_done_when_it_returns_has_failed_before() => Allows(Shop.With("""
        public interface IBell { Task RingAsync(); }
        public sealed class Bell : IBell { public Task RingAsync() { Rung++; return Task.CompletedTask; } int Rung; }
        public void Ring(IBell bell) => _ = bell.RingAsync();
        """));

    [TestCase("ValueTask.FromResult(true)", TestName = "A result")]
    [TestCase("new ValueTask<bool>(true)", TestName = "A result in a new one")]
    [TestCase("new(true)", TestName = "A result without a name")]
    [TestCase("default", TestName = "Nothing else")]
    public Task What_has_its_result_when_it_returns_has_failed_before(string answer) => Allows(Queueing(answer));

    [TestCase("new(File.ReadAllTextAsync(\"a\").ContinueWith(t => t.Result == \"\"))", TestName = "A task inside")]
    public Task What_holds_a_task_may_fail_later(string answer) =>
        Flags(Queueing(answer).Replace("_ = queue.Put(1)", "_ = [|queue.Put(1)|]", StringComparison.Ordinal));

    private static string Queueing(string answer) => Shop.With($$"""
        public interface IQueue { ValueTask<bool> Put(int id); }
        public sealed class Queue : IQueue { public ValueTask<bool> Put(int id) { Count++; return {{answer}}; } int Count; }
        public void Fill(IQueue queue) => _ = queue.Put(1);
        """);

    [TestCase("_ = bell.RingAsync();", TestName = "Discarded")]
    [TestCase("var rung = bell.RingAsync();", TestName = "In a local")]
    [TestCase("_ = bell.TwiceAsync();", TestName = "By a method that only hands on")]
    [TestCase("_ = Task.Run(() => bell.RingAsync());", TestName = "Given to a task")]
    [TestCase("_ = Task.Run(bell.RingAsync);", TestName = "Given by its name")]
    public Task A_contract_whose_body_sees_its_failures(string statement) => Allows(Ringing(statement));

    [TestCase("_ = [|bell.LoudAsync()|];", TestName = "A body without a catch")]
    [TestCase("_ = [|far.RingAsync()|];", TestName = "A contract that nobody here implements")]
    public Task A_contract_whose_body_does_not(string statement) => Flags(Ringing(statement));

    private static string Ringing(string statement) => Shop.With($$"""
        public interface IFarBell { Task RingAsync(); }
        public interface IBell { Task RingAsync(); Task TwiceAsync(); Task LoudAsync(); }
        public sealed class Bell : IBell
        {
            private readonly ILogger _log;
            public async Task RingAsync()
            {
                try { await File.WriteAllTextAsync("bell", "rung"); }
                catch (Exception ex) { _log.LogError(ex, "no bell"); }
            }
            public Task TwiceAsync() => RingAsync();
            public async Task LoudAsync() => await File.WriteAllTextAsync("bell", "rung");
        }
        public async Task RunAsync(IBell bell, IFarBell far) { await Task.Yield(); {{statement}} }
        """);

    [TestCase("IBatch queue = db.CreateBatch(); _ = queue.SetAddAsync(key); queue.Execute();", TestName = "A batch")]
    [TestCase("var queue = db.CreateTransaction(); _ = queue.SetAddAsync(key); await queue.ExecuteAsync();",
        TestName = "A transaction")]
    [TestCase("var queue = db.CreateBatch(); var added = queue.SetAddAsync(key); queue.Execute();",
        TestName = "A task of a batch in a local")]
    public Task What_is_queued_ends_later(string statements) => Allows(Redis(statements));

    [TestCase("_ = [|db.SetAddAsync(key)|];", TestName = "A command that is sent at once")]
    [TestCase("var queue = db.CreateTransaction(); _ = [|queue.ExecuteAsync()|];", TestName = "The queue itself")]
    public Task What_is_sent_at_once(string statements) => Flags(Redis(statements));

    private static string Redis(string statements) => $$"""
        using StackExchange.Redis;
        namespace StackExchange.Redis
        {
            public interface IDatabaseAsync { Task<bool> SetAddAsync(string key); }
            public interface IBatch : IDatabaseAsync { void Execute(); }
            public interface ITransaction : IBatch { Task<bool> ExecuteAsync(); }
            public interface IDatabase : IDatabaseAsync { IBatch CreateBatch(); ITransaction CreateTransaction(); }
        }
        public class Presence
        {
            public async Task AddAsync(IDatabase db, string key) { await Task.Yield(); {{statements}} }
        }
        """;

    [TestCase("_ = [|_store.SaveAsync(order)|];", TestName = "A discarded task")]
    [TestCase("_ = [|_store.SaveAsync(order).ConfigureAwait(false)|];", TestName = "A discarded configured task")]
    [TestCase("_ = [|_store?.SaveAsync(order)|];", TestName = "A discarded task that may be null")]
    [TestCase("_ = [|Task.Run(() => File.ReadAllText(\"orders\"))|];", TestName = "A discarded Task.Run")]
    [TestCase(
        "_ = [|Task.Run(async () => await _store.SaveAsync(order))|];", TestName = "A discarded Task.Run of a task")]
    [TestCase("_ = [|Task.Factory.StartNew(() => File.ReadAllText(\"orders\"))|];", TestName = "A discarded StartNew")]
    [TestCase(
        "_ = [|Task.WhenAll(_store.SaveAsync(order), _store.SaveAsync(order))|];", TestName = "A discarded WhenAll")]
    [TestCase(
        "_ = [|_store.SaveAsync(order).ContinueWith(t => _log.LogInformation(\"saved\"))|];",
        TestName = "A continuation that does not look")]
    [TestCase("_ = [|SendAsync()|];", TestName = "A method without a catch")]
    [TestCase("_ = [|SendLoudlyAsync()|];", TestName = "A method whose catch rethrows")]
    [TestCase("_ = [|SendHalfAsync()|];", TestName = "A method that awaits outside of its try")]
    [TestCase("_ = [|SendSoonAsync(default)|];", TestName = "A method that awaits work before its try")]
    [TestCase(
        "_ = [|Task.Run(async () => { await SendSafelyAsync(); await SendAsync(); })|];",
        TestName = "A body that awaits what catches everything, and what does not")]
    [TestCase("var task = [|_store.SaveAsync(order)|];", TestName = "A local that nobody looks at")]
    [TestCase("_ = [|_store.SaveAsync(order)|]; // fire and forget", TestName = "A comment that says what one sees")]
    public Task In_an_async_method(string statement) => Flags(Shop.With($$"""
        public async Task RunAsync(Order order)
        {
            await Task.Yield();
            {{statement}}
        }
        {{Helpers}}
        """));

    [TestCase("[|_store.SaveAsync(order)|];", TestName = "A call where the compiler is silent")]
    [TestCase("[|_store?.SaveAsync(order)|];", TestName = "A conditional call where the compiler is silent")]
    [TestCase(
        "[|Task.Run(() => File.ReadAllText(\"orders\"))|];", TestName = "A Task.Run where the compiler is silent")]
    [TestCase(
        "[|_store.SaveAsync(order).ContinueWith(t => _log.LogInformation(\"saved\"))|];",
        TestName = "A continuation where the compiler is silent")]
    public Task In_a_method_that_is_not_async(string statement) => Flags(Shop.With($$"""
        public void Run(Order order)
        {
            {{statement}}
        }
        """));

    [TestCase(
        "new List<int>().ForEach([|async id =>|] await _store.FindAsync(id));",
        TestName = "An async lambda for each element")]
    [TestCase(
        "Action run = [|async () =>|] await _store.AllAsync(); run();", TestName = "An async lambda as an action")]
    [TestCase(
        "Parallel.ForEach(new[] { 1 }, [|async id =>|] { await _store.FindAsync(id); });",
        TestName = "An async lambda in parallel")]
    [TestCase(
        "new Timer([|async _ =>|] await _store.AllAsync(), null, 0, 1000);", TestName = "An async lambda of a timer")]
    [TestCase(
        "Enqueue([|async delegate|] { await _store.AllAsync(); });", TestName = "An async delegate of the old kind")]
    public Task Async_lambdas_that_become_async_void(string statement) => Flags(Shop.With($$"""
        private void Enqueue(Action action) => action();
        public void Run()
        {
            {{statement}}
        }
        """));

    [Test]
    public Task The_message_names_the_call() => Says(
        Shop.With("""
            public void Run(Order order)
            {
                [|_store.SaveAsync(order)|];
                _ = [|_store.SaveAsync(order)|];
                new List<int>().ForEach([|async id =>|] await _store.FindAsync(id));
            }
            """),
        "The task of 'SaveAsync' is never awaited, so a failure of 'SaveAsync' goes unnoticed; await it, return it, or "
        + "catch and log "
        + "inside",
        "The task of 'SaveAsync' is discarded, so a failure of 'SaveAsync' goes unnoticed; await it, return it, or "
        + "catch and log "
        + "inside",
        "'ForEach' takes no task, and this async lambda becomes async void, so a failure of 'FindAsync' goes "
        + "unnoticed; catch and log inside the lambda, or use an overload that takes a Func<Task>");

    [Test]
    public Task A_program_that_awaits_nothing() => Flags("""
        [|new HttpClient().GetStringAsync("http://shop")|];
        """);

    [TestCase("await _store.SaveAsync(order);", TestName = "An awaited task")]
    [TestCase("var task = _store.SaveAsync(order); await task;", TestName = "A task that is awaited later")]
    [TestCase("_pending = _store.SaveAsync(order);", TestName = "A task that is kept")]
    [TestCase("_store.SaveAsync(order).Wait();", TestName = "A task that is waited for")]
    [TestCase("_store.SaveAsync(order).GetAwaiter().GetResult();", TestName = "A task whose result is taken")]
    [TestCase("_ = Task.Delay(1);", TestName = "A pause cannot fail")]
    [TestCase("_ = _pending;", TestName = "A task that somebody else started")]
    [TestCase("_ = await _store.CountAsync();", TestName = "A discarded number")]
    [TestCase("_ = SendSafelyAsync();", TestName = "A method with its own catch of everything")]
    [TestCase("_ = SendEmptilyAsync();", TestName = "A method whose catch is empty, which is a fault of its own")]
    [TestCase(
        "_ = Task.Run(async () => { try { await _store.SaveAsync(order); } catch { } });",
        TestName = "A body whose catch is empty")]
    [TestCase("_ = Task.Run(() => SendLaterAsync(default));", TestName = "A pause that may be ended before the try")]
    [TestCase(
        "_ = Task.Run(async () => { await SendSafelyAsync(); _log.LogInformation(\"sent\"); });",
        TestName = "A body that awaits what catches everything")]
    [TestCase("_ = SendSafely2Async();", TestName = "A method that prepares outside of its try")]
    [TestCase(
        "_ = Task.Run(async () => { try { await _store.SaveAsync(order); } catch (Exception ex) { _log.LogError(ex, "
        + "\"no\"); } });",
        TestName = "A body with its own catch of everything")]
    [TestCase(
        "_ = _store.SaveAsync(order).ContinueWith(t => _log.LogError(t.Exception!, \"no\"));",
        TestName = "A continuation that looks at the exception")]
    [TestCase(
        "_ = _store.SaveAsync(order).ContinueWith(t => { if (t.IsFaulted) _log.LogError(\"no\"); });",
        TestName = "A continuation that looks at the fault")]
    [TestCase(
        "_ = _store.SaveAsync(order).ContinueWith(t => _log.LogError(\"no\"), TaskContinuationOptions.OnlyOnFaulted);",
        TestName = "A continuation for the fault")]
    [TestCase("_ = FireAndForgetAsync();", TestName = "A name that says it")]
    [TestCase(
        "_ = _store.SaveAsync(order); // SaveAsync reports its own failures to the console",
        TestName = "A reason behind the call")]
    [TestCase(
        "// The store logs what it cannot save.\n    _ = _store.SaveAsync(order);",
        TestName = "A reason above the call")]
    [TestCase("Add(_store.SaveAsync(order));", TestName = "A task that somebody gets")]
    [TestCase(
        "Func<Task> run = async () => await _store.AllAsync(); await run();",
        TestName = "An async lambda that is a task")]
    [TestCase("Changed += async (sender, e) => await _store.AllAsync();", TestName = "An event handler")]
    [TestCase(
        "EventHandler handler = async (sender, e) => await _store.AllAsync(); Changed += handler;",
        TestName = "An event handler with a name")]
    [TestCase(
        "Action run = async () => { try { await _store.AllAsync(); } catch (Exception ex) { _log.LogError(ex, \"no\"); "
        + "} }; run();",
        TestName = "An async action with its own catch of everything")]
    [TestCase("Action run = async () => await Task.Delay(1); run();", TestName = "An async action that only pauses")]
    [TestCase("_log.LogInformation(\"no task at all\");", TestName = "A call without a task")]
    public Task Somebody_sees_it(string statement) => Allows(Shop.With($$"""
        private Task? _pending;
        public event EventHandler? Changed;
        private void Add(Task task) { }
        private Task FireAndForgetAsync() => Task.CompletedTask;
        public async Task RunAsync(Order order)
        {
            await Task.Yield();
            {{statement}}
            Changed?.Invoke(this, EventArgs.Empty);
        }
        {{Helpers}}
        """));

    [Test]
    public Task In_an_async_method_the_compiler_speaks_itself() => Allows(Shop.With("""
        public async Task RunAsync(Order order)
        {
            await Task.Yield();
        #pragma warning disable CS4014
            _store.SaveAsync(order);
        }
        """));

    [Test]
    public Task A_component_that_is_drawn_again() => Given.WithReferences(References.AspNetCore).Allows("""
        using Microsoft.AspNetCore.Components;

        public class Clock : ComponentBase
        {
            public void Tick()
            {
                InvokeAsync(StateHasChanged);
                _ = InvokeAsync(() => StateHasChanged());
            }
        }
        """);

    [Test]
    public Task A_returned_task_is_the_callers() => Allows(Shop.With("""
        public Task Run(Order order) => _store.SaveAsync(order);
        """));

    [Test]
    public Task A_test_may_forget() => Allows(Shop.With("""
        [NUnit.Framework.Test]
        public void Saves()
        {
            _ = _store.SaveAsync(new Order());
        }
        """) + "\nnamespace NUnit.Framework { public class TestAttribute : Attribute { } }");

    [Test]
    public Task A_discarded_task_is_awaited() => Fixes(
        Shop.With("""
            public async Task RunAsync(Order order)
            {
                await Task.Yield();
                _ = [|_store.SaveAsync(order)|];
                var task = [|_store.SaveAsync(order)|];
            }
            """),
        Shop.With("""
            public async Task RunAsync(Order order)
            {
                await Task.Yield();
                await _store.SaveAsync(order);
                await _store.SaveAsync(order);
            }
            """));

    [Test]
    public Task A_statement_that_is_still_being_typed_is_awaited() => Given.ThatNeedNotCompile().Fixes(
        "class C { async Task SaveAsync() { await Task.Yield(); } async Task M() { await Task.Yield(); "
        + "var t = [|SaveAsync()|] } }",
        "class C { async Task SaveAsync() { await Task.Yield(); } async Task M() { await Task.Yield(); "
        + "await SaveAsync()} }");

    [Test]
    public Task A_task_is_returned_in_place_of_a_finished_one() => Fixes(
        Shop.With("""
            public Task Run(Order order)
            {
                _log.LogInformation("saving");
                [|_store.SaveAsync(order)|];
                return Task.CompletedTask;
            }
            """),
        Shop.With("""
            public Task Run(Order order)
            {
                _log.LogInformation("saving");
                return _store.SaveAsync(order);
            }
            """));

    [TestCase(
        "public void Run(Order order) { [|_store.SaveAsync(order)|]; }",
        TestName = "Nothing can be awaited in a method that is not async")]
    [TestCase(
        "public async Task Run(Order order) { await Task.Yield(); lock (_store) { _ = [|_store.SaveAsync(order)|]; } }",
        TestName = "Nothing can be awaited in a lock")]
    [TestCase(
        "public async Task Run(Order order) { await Task.Yield(); _ = [|_store?.SaveAsync(order)|]; }",
        TestName = "Null cannot be awaited")]
    public Task No_fix_is_certain(string method) => OffersNoFix(Shop.With(method));

    private const string Helpers = """
        private async Task SendAsync() => await _store.AllAsync();
        private async Task SendSafelyAsync() { try { await _store.AllAsync(); } catch (Exception ex) { _log.LogError(ex, "no"); } }
        private async Task SendSafely2Async() { var id = 1; try { await _store.FindAsync(id); } catch { _log.LogWarning("no"); } finally { _log.LogInformation("done"); } }
        private async Task SendLoudlyAsync() { try { await _store.AllAsync(); } catch (Exception) { throw; } }
        private async Task SendEmptilyAsync() { try { await _store.AllAsync(); } catch (Exception) { } }
        private async Task SendLaterAsync(CancellationToken token)
        {
            try { await Task.Delay(5, token); } catch (OperationCanceledException) { return; }
            var id = 1;
            try { await _store.FindAsync(id); } catch (Exception ex) { _log.LogError(ex, "no"); }
        }
        private async Task SendSoonAsync(CancellationToken token)
        {
            try { await _store.AllAsync(); } catch (OperationCanceledException) { return; }
            try { await _store.AllAsync(); } catch (Exception ex) { _log.LogError(ex, "no"); }
        }
        private async Task SendHalfAsync() { await _store.AllAsync(); try { await _store.AllAsync(); } catch (Exception ex) { _log.LogError(ex, "no"); } }
        """;

    [TestCase("_ = InvokeAsync(LoadAsync);", TestName = "A method that a wrapper is given")]
    [TestCase("_ = InvokeAsync(() => LoadAsync());", TestName = "A lambda that a wrapper is given")]
    public Task The_message_names_the_work(string statement) => Says(
        $$"""
        class Page
        {
            Task InvokeAsync(Func<Task> work) => work();
            async Task LoadAsync() { await Task.Yield(); throw new InvalidOperationException(); }
            void Show() { {{statement.Replace("_ = ", "[|_ = ", StringComparison.Ordinal).Replace("[|_ = ", "_ = [|", StringComparison.Ordinal).Replace(");", ")|];", StringComparison.Ordinal)}} }
        }
        """,
        "The task of 'InvokeAsync' is discarded, so a failure of 'LoadAsync' goes unnoticed; await it, return it, "
        + "or catch and log inside");

    [Test]
    public Task The_message_names_the_work_behind_a_pause() => Says(
        Shop.With("""
            void Run() { _ = [|Task.Run(async () => { await Task.Delay(TimeSpan.FromSeconds(3)); await _store.CountAsync(); })|]; }
            """),
        "The task of 'Run' is discarded, so a failure of 'CountAsync' goes unnoticed; await it, return it, "
        + "or catch and log inside");

    [Test]
    public Task What_a_delay_only_takes_out_of_memory_cannot_fail() => Allows(Expiring("_rows.Remove(key)"));

    [Test]
    public Task What_a_delay_is_followed_by_otherwise_can() =>
        Flags(Expiring("File.Delete(key)").Replace("_ = ", "_ = [|").Replace(");\n    }", ")|];\n    }"));

    private static string Expiring(string then) => $$"""
        class Rows
        {
            private readonly Dictionary<string, int> _rows = new();
            public void Keep(string key)
            {
                _rows[key] = 1;
                _ = Task.Delay(1000).ContinueWith(_ => {{then}});
            }
        }
        """.ReplaceLineEndings("\n");

    [TestCase("_ = Task.Run(TidyAsync);", TestName = "A method that catches everything")]
    [TestCase("_ = Task.Run(ForwardAsync);", TestName = "A method that forwards to one")]
    [TestCase("_ = Task.Run(() => TidyAsync());", TestName = "A lambda that forwards to one")]
    [TestCase("_ = Task.Run(() => _host.StopAsync());", TestName = "An end that is out of sight")]
    [TestCase("_ = InvokeAsync(() => { _passed += TimeSpan.FromSeconds(1); _last = _last.Add(_passed); });",
        TestName = "Values that are only set")]
    [TestCase("_ = InvokeAsync(() => _count++);", TestName = "A count")]
    [TestCase(
        "InvokeAsync(async () => { await TidyAsync(); StateHasChanged(); });", TestName = "What catches, and a view")]
    [TestCase("_ = TidyAndShowAsync();", TestName = "A method that calls what catches, and draws")]
    [TestCase("_ = TidyInTurnAsync();", TestName = "A method that takes its turn, and calls what catches")]
    [TestCase("_ = InvokeAsync(TidyAndShowAsync);", TestName = "Such a method, given by its name")]
    [TestCase(
        "Task.Delay(9).ContinueWith(_ => { InvokeAsync(() => { _count = 0; StateHasChanged(); }); });",
        TestName = "Values that are set after a pause")]
    [TestCase(
        "_ = Task.Delay(9).ContinueWith(_ => InvokeAsync(() => { _count = 0; StateHasChanged(); }));",
        TestName = "Values that are set after a pause, in an expression")]
    [TestCase("_ = Task.Run(async () => await _js.InvokeVoidAsync(\"open\", $\"{_count}\"));",
        TestName = "The page of a browser, in the background")]
    public Task What_is_given_cannot_fail(string statement) =>
        Given.WithReferences(References.AspNetCore).Allows(Component(statement));

    [TestCase("_ = [|Task.Run(LoadAsync)|];", TestName = "A method that catches nothing")]
    [TestCase("_ = [|LoadAndShowAsync()|];", TestName = "A method that calls what catches nothing, and draws")]
    [TestCase("_ = [|Task.Run(ForwardLoadAsync)|];", TestName = "A method that forwards to one that catches nothing")]
    [TestCase("_ = [|Task.Run(_files.LoadAsync)|];", TestName = "Work that is out of sight")]
    [TestCase(
        "[|InvokeAsync(async () => { await LoadAsync(); StateHasChanged(); })|];",
        TestName = "What catches nothing, and a view")]
    [TestCase(
        "[|Task.Delay(9).ContinueWith(_ => { File.Delete(_text); })|];", TestName = "Work after a pause")]
    [TestCase("_ = [|InvokeAsync(() => { _last = DateTime.Parse(_text); })|];", TestName = "A text that is read")]
    [TestCase("_ = [|InvokeAsync(() => { _count = _rows[_text]; })|];", TestName = "A key that may be missing")]
    [TestCase("_ = [|InvokeAsync(() => { _count = Count(); })|];", TestName = "A function of the component")]
    [TestCase("_ = [|Task.Run(async () => { await LoadAsync(); await _js.InvokeVoidAsync(\"open\"); })|];",
        TestName = "Work before the page of a browser")]
    public Task What_is_given_can_fail(string statement) =>
        Given.WithReferences(References.AspNetCore).Flags(Component(statement));

    private static string Component(string statement) => $$"""
        using Microsoft.AspNetCore.Components;
        using Microsoft.JSInterop;

        public interface IFiles { Task LoadAsync(); }
        public class Clock : ComponentBase
        {
            private readonly IJSRuntime _js;
            private readonly IFiles _files;
            private readonly Microsoft.Extensions.Hosting.IHost _host;
            private readonly Dictionary<string, int> _rows = new();
            private TimeSpan _passed;
            private DateTime _last;
            private string _text = "";
            private int _count;
            public Clock(IJSRuntime js, IFiles files, Microsoft.Extensions.Hosting.IHost host) { _js = js; _files = files; _host = host; }
            private int Count() => File.ReadAllLines(_text).Length;
            private async Task LoadAsync() => await File.ReadAllTextAsync(_text);
            private Task ForwardLoadAsync() => LoadAsync();
            private Task ForwardAsync() => TidyAsync();
            private async Task TidyAsync() { try { await LoadAsync(); } catch (Exception) { /* The next round tidies up */ } }
            private async Task TidyAndShowAsync() { if (_count > 3) return; await TidyAsync(); await InvokeAsync(StateHasChanged); }
            private readonly SemaphoreSlim _gate = new SemaphoreSlim(1);
            private async Task TidyInTurnAsync() { await _gate.WaitAsync(); try { await TidyAsync(); } finally { _gate.Release(); } }
            private async Task LoadAndShowAsync() { await LoadAsync(); await InvokeAsync(StateHasChanged); }
            public void Tick() { {{statement}} }
        }
        """;

    [Test]
    public Task A_property_that_a_form_is_bound_to_cannot_await() =>
        Given.WithReferences(References.AspNetCore).Allows(Rating("LoadAsync").Replace(
            "public void Rate() { _ = [|OnRated.InvokeAsync()|]; }",
            "public int Bound { get => 1; set => _ = OnRated.InvokeAsync(); }",
            StringComparison.Ordinal));

    [TestCase("LoadAsync", TestName = "An async receiver")]
    [TestCase("() => LoadAsync()", TestName = "A lambda that hands a task on")]
    [TestCase("async () => { await LoadAsync(); }", TestName = "An async lambda")]
    public Task A_callback_whose_receiver_awaits(string receiver) =>
        Given.WithReferences(References.AspNetCore).Says(
            Rating(receiver),
            "The task of 'OnRated.InvokeAsync' is discarded, so a failure of the receiver of 'OnRated' goes unnoticed; "
            + "await it, or return it from a method that returns a Task");

    [TestCase("Load", TestName = "A receiver that is done when it returns")]
    [TestCase("() => { _count++; }", TestName = "A lambda that is done when it returns")]
    [TestCase("DoneAsync", TestName = "A receiver whose task is finished")]
    public Task A_callback_whose_receiver_may_await_some_day(string receiver) =>
        Given.WithReferences(References.AspNetCore).Suggests(Rating(receiver));

    private static string Rating(string receiver) => $$"""
        using Microsoft.AspNetCore.Components;
        using Microsoft.AspNetCore.Components.Rendering;

        public class Rating : ComponentBase
        {
            [Parameter] public EventCallback OnRated { get; set; }
            [Parameter] public EventCallback OnOther { get; set; }
            public void Rate() { _ = [|OnRated.InvokeAsync()|]; }
        }
        public class Page : ComponentBase
        {
            private int _count;
            private void Load() => _count++;
            private Task DoneAsync() { _count++; return Task.CompletedTask; }
            private async Task LoadAsync() => await File.ReadAllTextAsync("x");
            protected override void BuildRenderTree(RenderTreeBuilder builder)
            {
                builder.OpenComponent<Rating>(0);
                builder.AddComponentParameter(1, nameof(Rating.OnRated), EventCallback.Factory.Create(this, {{receiver}}));
                builder.AddComponentParameter(2, nameof(Rating.OnOther), EventCallback.Factory.Create(this, LoadAsync));
                builder.CloseComponent();
            }
        }
        """;
}
