using AiAwareAnalyzers.Concurrency;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.Concurrency;

public sealed class LockedOutTests : RuleTests<LockedOut>
{
    [TestCase(
        "await _gate.WaitAsync(); try { await [|TakeAsync()|]; } finally { _gate.Release(); }",
        TestName = "Awaited")]
    [TestCase("await _gate.WaitAsync(); await [|TakeAsync()|]; _gate.Release();", TestName = "Without a finally")]
    [TestCase(
        "await _gate.WaitAsync(); try { await [|TakeAsync()|].ConfigureAwait(false); } finally { _gate.Release(); }",
        TestName = "Without the context")]
    [TestCase("_gate.Wait(); try { [|TakeAsync()|].Wait(); } finally { _gate.Release(); }", TestName = "Blocked")]
    [TestCase(
        "_gate.Wait(); try { Use([|CountAsync()|].Result); } finally { _gate.Release(); }",
        TestName = "Blocked for a result")]
    [TestCase(
        "_gate.Wait(); try { [|TakeAsync()|].GetAwaiter().GetResult(); } finally { _gate.Release(); }",
        TestName = "Blocked by the awaiter")]
    [TestCase(
        "_gate.Wait(); try { [|Take()|]; } finally { _gate.Release(); }",
        TestName = "A wait that is not awaited")]
    [TestCase(
        "await _gate.WaitAsync(); try { await [|ThroughAsync()|]; } finally { _gate.Release(); }",
        TestName = "Through another method")]
    [TestCase(
        "await _gate.WaitAsync(); try { await [|LateAsync()|]; } finally { _gate.Release(); }",
        TestName = "Behind a way out and other work")]
    [TestCase(
        "await _gate.WaitAsync(); try { if (key == \"\") { await [|TakeAsync()|]; } } finally { _gate.Release(); }",
        TestName = "On some ways")]
    [TestCase(
        "await _gate.WaitAsync(); try { foreach (var c in key) await [|TakeAsync()|]; } finally { _gate.Release(); }",
        TestName = "In a loop")]
    [TestCase(
        "if (!await _gate.WaitAsync(100)) return; try { await [|TakeAsync()|]; } finally { _gate.Release(); }",
        TestName = "The first wait has an end")]
    [TestCase(
        "await Shared.WaitAsync(); try { await [|SharedAsync()|]; } finally { Shared.Release(); }",
        TestName = "A static one")]
    [TestCase("lock (_sync) { [|LoadAsync()|].Wait(); }", TestName = "A lock behind an await")]
    [TestCase("lock (_sync) { Use([|LoadAsync()|].Result); }", TestName = "The result of a lock behind an await")]
    [TestCase("lock (_sync) { [|LoadAsync()|].GetAwaiter().GetResult(); }", TestName = "The awaiter in a lock")]
    [TestCase(
        "await _gate.WaitAsync(); try { await this.TakeAgainAsync(); await [|this.TakeAsync()|]; } "
        + "finally { _gate.Release(); }",
        TestName = "Another call before")]
    public Task What_never_ends(string body) => Flags(Class(body));

    [Test]
    public Task The_message_of_a_semaphore() => Says(
        Class("await _gate.WaitAsync(); try { await [|TakeAsync()|]; } finally { _gate.Release(); }"),
        "'TakeAsync()' waits for '_gate', which is held here and given back only afterwards, so that neither ever goes "
        + "on; take it in one of the two only, or give it back first");

    [Test]
    public Task The_message_of_a_lock() => Says(
        Class("lock (_sync) { [|LoadAsync()|].Wait(); }"),
        "'LoadAsync()' waits for '_sync', which is held here and given back only afterwards, so that neither ever goes "
        + "on; await it outside of the lock");

    [TestCase("await _gate.WaitAsync(); _gate.Release(); await TakeAsync();", TestName = "Given back before")]
    [TestCase("await TakeAsync(); await _gate.WaitAsync(); _gate.Release();", TestName = "Called before")]
    [TestCase(
        "await _gate.WaitAsync(); try { if (key == \"\") { _gate.Release(); await TakeAsync(); } } "
        + "finally { if (key != \"\") _gate.Release(); }",
        TestName = "Given back on one way")]
    [TestCase(
        "await _gate.WaitAsync(); try { await OtherAsync(); } finally { _gate.Release(); }",
        TestName = "Another semaphore")]
    [TestCase(
        "await Several.WaitAsync(); try { await SeveralAsync(); } finally { Several.Release(); }",
        TestName = "A semaphore for several")]
    [TestCase(
        "await _gate.WaitAsync(); try { await TakeAgainAsync(); } finally { _gate.Release(); }",
        TestName = "A wait that has an end")]
    [TestCase(
        "await _gate.WaitAsync(); try { await MaybeAsync(false); } finally { _gate.Release(); }",
        TestName = "A wait that a parameter decides about")]
    [TestCase(
        "await _gate.WaitAsync(); Task later; try { later = TakeAsync(); } finally { _gate.Release(); } await later;",
        TestName = "A task that is awaited afterwards")]
    [TestCase(
        "await _gate.WaitAsync(); try { _ = TakeAsync(); } finally { _gate.Release(); }",
        TestName = "A task that nobody waits for")]
    [TestCase(
        "await _gate.WaitAsync(); try { Use(() => TakeAsync()); } finally { _gate.Release(); }",
        TestName = "A lambda for later")]
    [TestCase(
        "await _gate.WaitAsync(); try { await new Store().TakeAsync(); } finally { _gate.Release(); }",
        TestName = "Another object")]
    [TestCase(
        "await _gate.WaitAsync(); try { await OpenAsync(); } finally { _gate.Release(); }",
        TestName = "A method that others may replace")]
    [TestCase("lock (_sync) { Enter(); }", TestName = "A lock inside a lock")]
    [TestCase("lock (_sync) { EnterAsync().Wait(); }", TestName = "A lock before the first await")]
    [TestCase("lock (_sync) { OtherAsync().Wait(); }", TestName = "A task that needs no lock")]
    [TestCase("lock (_sync) { LoadLater(LoadAsync()); }", TestName = "A task that is handed on")]
    [TestCase(
        "Task load; lock (_sync) { load = LoadAsync(); } load.Wait(); await load;",
        TestName = "Blocked afterwards")]
    [TestCase("await LoadAsync(); lock (_sync) { Use(1); }", TestName = "Loaded before")]
    [TestCase(
        "_gate.Wait(); try { LoadAsync().Wait(); } finally { _gate.Release(); }",
        TestName = "A lock and a semaphore")]
    [TestCase(
        "var own = new SemaphoreSlim(1); await own.WaitAsync(); try { await TakeAsync(); } finally { own.Release(); }",
        TestName = "A semaphore of its own")]
    public Task What_ends(string body) => Allows(Class(body));

    [Test]
    public Task A_test_project() => new RuleCase<LockedOut>(new Setting(References.Testing)).Allows(
        Class("await _gate.WaitAsync(); try { await TakeAsync(); } finally { _gate.Release(); }"));

    [TestCase("await TakeAsync();", "False", TestName = "Held by the caller, it never comes")]
    [TestCase("await OtherAsync();", "True", TestName = "Taken in one of the two, it comes")]
    public async Task What_is_flagged_never_ends(string call, string isDone)
    {
        var body = $"await _gate.WaitAsync(); try {{ {call} }} finally {{ _gate.Release(); }}";
        Assert.That(await Running.Run(Class(body) + Proof, new Setting(References.Net10)), Is.EqualTo(isDone));
    }

    /// <summary>None of the methods waits for anything else, so that what has not ended at once never will.</summary>
    private const string Proof = """

        public static class Proof
        {
            public static Task<string> Run() => Task.FromResult(new Store().RunAsync("").IsCompleted.ToString());
        }
        """;

    private static string Class(string body) => $$"""
        using System;
        using System.Threading;
        using System.Threading.Tasks;

        public class Store
        {
            private static readonly SemaphoreSlim Shared = new(1, 1);
            private static readonly SemaphoreSlim Several = new(4);
            private readonly SemaphoreSlim _gate = new(1, 1);
            private readonly SemaphoreSlim _other = new(1, 1);
            private readonly object _sync = new();
            private int _count;

            public async Task RunAsync(string key)
            {
                {{body}}
            }

            public async Task TakeAsync()
            {
                await _gate.WaitAsync();
                try { _count++; } finally { _gate.Release(); }
            }

            public async Task<int> CountAsync()
            {
                await _gate.WaitAsync();
                try { return _count; } finally { _gate.Release(); }
            }

            public void Take()
            {
                _gate.Wait();
                _count++;
                _gate.Release();
            }

            public async Task TakeAgainAsync()
            {
                if (!await _gate.WaitAsync(10)) return;
                _gate.Release();
            }

            public async Task LateAsync()
            {
                if (_count > 9) return;
                await Task.Yield();
                await TakeAsync();
            }

            public async Task MaybeAsync(bool isFree)
            {
                if (isFree) await _gate.WaitAsync();
                _count++;
                if (isFree) _gate.Release();
            }

            public async Task OtherAsync()
            {
                await _other.WaitAsync();
                _other.Release();
            }

            public virtual async Task OpenAsync()
            {
                await _gate.WaitAsync();
                _gate.Release();
            }

            public async Task<int> LoadAsync()
            {
                await Task.Yield();
                lock (_sync) return _count;
            }

            public async Task EnterAsync()
            {
                Enter();
                await Task.Yield();
            }

            public void Enter()
            {
                lock (_sync) _count++;
            }

            private Task ThroughAsync() => LateAsync();

            private static async Task SharedAsync()
            {
                await Shared.WaitAsync();
                Shared.Release();
            }

            private static async Task SeveralAsync()
            {
                await Several.WaitAsync();
                Several.Release();
            }

            private static void Use(object value) { }

            private static void LoadLater(Task load) { }
        }
        """;
}
