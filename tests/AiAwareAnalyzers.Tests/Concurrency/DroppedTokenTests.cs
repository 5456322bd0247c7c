using AiAwareAnalyzers.Concurrency;

namespace AiAwareAnalyzers.Tests.Concurrency;

public sealed class DroppedTokenTests : RuleTests<DroppedToken>
{
    [TestCase("await Task.Delay(5, CancellationToken.None);", TestName = "None instead")]
    [TestCase("await Task.Delay(5, default);", TestName = "The default instead")]
    [TestCase("await Task.Delay(5, default(CancellationToken));", TestName = "The default in full")]
    [TestCase("await Task.Delay(5, new CancellationToken());", TestName = "A new one that nobody cancels")]
    [TestCase(
        "await client.GetStringAsync(\"a\", CancellationToken.None).ConfigureAwait(false);",
        TestName = "None in a request")]
    [TestCase("await client.GetStringAsync(\"a\", cancellationToken: default);", TestName = "The default by name")]
    [TestCase(
        "using var limit = new CancellationTokenSource(5); await client.GetStringAsync(\"a\", limit.Token);",
        TestName = "A time limit alone")]
    [TestCase("await client.GetStringAsync(\"a\", _stopping);", TestName = "Another one alone")]
    [TestCase("await HelpAsync();", TestName = "A method of its own that could be ended")]
    [TestCase("await files.LoadAsync(\"a\");", TestName = "A service that could be ended")]
    [TestCase("await _store.SaveAsync(\"a\");", TestName = "A service behind a contract")]
    [TestCase("await FarAsync();", TestName = "A method that calls one that could be ended")]
    [TestCase("foreach (var name in names) await files.LoadAsync(name);", TestName = "A loop over a service")]
    [TestCase(
        "if (names.Length > 0) { var text = await files.LoadAsync(names[0]); Console.Write(text); }",
        TestName = "A result that is used")]
    public Task What_could_be_ended_and_is_not(string body) => Flags(Class(body, "[|stop|]"));

    [Test]
    public Task A_task_that_is_handed_on_is_waited_for_too() => Flags(
        """
        public class Service
        {
            public Task<string> Run(HttpClient client, CancellationToken [|stop|]) => client.GetStringAsync("a", CancellationToken.None);
        }
        """);

    [Test]
    public Task An_explicit_implementation_is_a_method_too() => Flags(
        """
        public interface ILoader { Task<string> Load(HttpClient client, CancellationToken stop); }
        public class Service : ILoader
        {
            async Task<string> ILoader.Load(HttpClient client, CancellationToken [|stop|]) => await client.GetStringAsync("a", CancellationToken.None);
        }
        """);

    [Test]
    public Task The_message_names_what_is_given_instead() => Says(
        Class("await Task.Delay(5, CancellationToken.None);", "[|stop|]"),
        "'Run' takes 'stop' and never looks at it: 'Delay' is given 'CancellationToken.None', so a caller who cancels "
        + "still waits for all of it; pass 'stop' on");

    [Test]
    public Task The_message_names_who_takes_none() => Says(
        Class("await files.LoadAsync(\"a\");", "[|stop|]"),
        "'Run' takes 'stop' and never looks at it: 'LoadAsync' takes none, though what it waits for could be ended, so "
        + "a caller who cancels still waits for all of it; give 'LoadAsync' a token too, and pass 'stop' on");

    [Test]
    public Task The_message_names_the_way_to_link() => Says(
        Class("using var limit = new CancellationTokenSource(5); await Task.Delay(9, limit.Token);", "[|stop|]"),
        "'Run' takes 'stop' and never looks at it: 'Delay' is given another token, so a caller who cancels still waits "
        + "for all of it; link both with 'CancellationTokenSource.CreateLinkedTokenSource'");

    [TestCase("await Task.Delay(5, stop);", TestName = "Passed on")]
    [TestCase("stop.ThrowIfCancellationRequested(); await HelpAsync();", TestName = "Asked")]
    [TestCase(
        "using var both = CancellationTokenSource.CreateLinkedTokenSource(stop); await Task.Delay(5, both.Token);",
        TestName = "Linked")]
    [TestCase(
        "await client.GetStringAsync(\"a\"); await Task.Delay(5, CancellationToken.None);",
        TestName = "The SDK says it")]
    [TestCase("await Task.Delay(5);", TestName = "The SDK says it of a pause")]
    [TestCase("await Task.CompletedTask;", TestName = "Nothing to end")]
    [TestCase("await Task.Yield();", TestName = "A pause of no length")]
    [TestCase("await QuickAsync();", TestName = "A method that could not be ended")]
    [TestCase("await _foreign.RunAsync();", TestName = "A contract that nobody here fulfils")]
    [TestCase("Console.Write(1);", TestName = "Nothing is awaited")]
    [TestCase(
        "/* this must not be cancelled */ await Task.Delay(5, CancellationToken.None);",
        TestName = "A comment says why")]
    [TestCase("_ = HelpAsync();", TestName = "Nobody waits for it")]
    [TestCase(
        "Func<Task> later = async () => await Task.Delay(5, CancellationToken.None); Keep(later);",
        TestName = "Only something later")]
    [TestCase("await Task.WhenAll(names.Select(name => Task.FromResult(name)));", TestName = "Tasks that are finished")]
    [TestCase("await files.FinishedAsync();", TestName = "A service that is finished at once")]
    [TestCase("await files.EndableAsync(\"a\", stop);", TestName = "A service that is given it")]
    [TestCase(
        "foreach (var name in names) { if (stop.IsCancellationRequested) break; await HelpAsync(); }",
        TestName = "Asked in each round")]
    public Task What_listens_or_cannot_end(string body) => Allows(Class(body, "stop"));

    [TestCase("CancellationToken _", TestName = "A parameter without a name")]
    [TestCase("CancellationToken _stop", TestName = "A parameter that says it is not used")]
    [TestCase("bool stop", TestName = "No token")]
    public Task What_promises_nothing_is_allowed(string parameter) => Allows(
        $$"""
        public class Service { public async Task Run({{parameter}}) => await Task.Delay(5, CancellationToken.None); }
        """);

    [Test]
    public Task A_method_that_others_override_is_allowed() => Allows(
        """
        public class Service { public virtual async Task Run(CancellationToken stop) => await Task.Delay(5, CancellationToken.None); }
        """);

    [Test]
    public Task A_contract_of_a_library_that_wants_the_token_is_allowed() => Given.WithReferences(References.AspNetCore)
        .Allows("""
        public class Service : Microsoft.Extensions.Hosting.IHostedService
        {
            public async Task StartAsync(CancellationToken stop) => await HelpAsync();
            public Task StopAsync(CancellationToken stop) => Task.CompletedTask;
            static async Task HelpAsync() => await Task.Delay(5);
        }
        """);

    [Test]
    public Task A_contract_of_a_library_does_not_excuse_another_token() => Given.WithReferences(References.AspNetCore)
        .Flags("""
        public class Service : Microsoft.Extensions.Hosting.IHostedService
        {
            public async Task StartAsync(CancellationToken [|stop|]) => await Task.Delay(5, CancellationToken.None);
            public Task StopAsync(CancellationToken stop) => Task.CompletedTask;
        }
        """);

    [Test]
    public Task A_fake_is_allowed() => Allows(
        """
        public class FakeService { public async Task Run(CancellationToken stop) => await Task.Delay(5, CancellationToken.None); }
        """);

    [TestCase("Task PauseAsync() => [|Task.Delay(TimeSpan.FromMinutes(5))|];", TestName = "Minutes")]
    [TestCase("async Task PauseAsync() => await [|Task.Delay(60_000)|];", TestName = "Milliseconds that are a minute")]
    [TestCase("async Task PauseAsync() { await [|Task.Delay(_time)|].ConfigureAwait(false); }",
        TestName = "A field of hours")]
    [TestCase("async Task PauseAsync() => await [|Task.Delay(Timeout.InfiniteTimeSpan)|];", TestName = "For ever")]
    [TestCase("async Task PauseAsync() => await [|Task.Delay(new TimeSpan(0, 1, 30))|];", TestName = "A new time")]
    [TestCase("async Task PauseAsync() => await [|Task.Delay(options.Interval)|];", TestName = "A setting")]
    [TestCase("async Task PauseAsync() => await [|Task.Delay(TimeSpan.FromSeconds(options.Seconds))|];",
        TestName = "Seconds of a setting")]
    [TestCase("async Task PauseAsync() => await [|Task.Delay(TimeSpan.FromHours(_hours))|];",
        TestName = "Hours, however many")]
    [TestCase("Task PauseAsync() => DeepAsync(); Task DeepAsync() => [|Task.Delay(_time)|];",
        TestName = "Further down")]
    [TestCase(
        "Task PauseAsync() => LongAsync(TimeSpan.FromHours(1)); async Task LongAsync(TimeSpan time) => "
        + "await [|Task.Delay(time)|];",
        TestName = "As long as the caller says")]
    [TestCase(
        "async Task PauseAsync() { using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1)); "
        + "while (await [|timer.WaitForNextTickAsync()|]) { } }",
        TestName = "A timer")]
    [TestCase(
        "readonly PeriodicTimer _timer = new(TimeSpan.FromHours(1)); "
        + "async Task PauseAsync() { await [|_timer.WaitForNextTickAsync()|]; }",
        TestName = "A timer in a field")]
    [TestCase("async Task PauseAsync() => await [|Task.Delay(_time, CancellationToken.None)|];",
        TestName = "A token that nobody cancels")]
    public Task A_long_pause_of_a_hosted_service_that_nothing_ends(string members) =>
        Given.WithReferences(References.AspNetCore).Flags(Hosted("await PauseAsync();", members));

    [TestCase("await [|Task.Delay(_time, CancellationToken.None)|];", TestName = "With a token that nobody cancels")]
    [TestCase("Func<Task> pause = async () => await [|Task.Delay(_time)|]; await pause();", TestName = "In a lambda")]
    [TestCase("await Pause(); static async Task Pause() => await [|Task.Delay(TimeSpan.FromHours(1))|];",
        TestName = "In a static function inside")]
    public Task A_long_pause_in_the_run_itself(string loop) =>
        Given.WithReferences(References.AspNetCore).Flags(Hosted(loop, ""));

    [TestCase("await Task.Delay(_time);", "", TestName = "The SDK says it where the token is at hand")]
    [TestCase("await Pause(); async Task Pause() => await Task.Delay(_time);", "",
        TestName = "The SDK says it in a function inside")]
    [TestCase("await PauseAsync(stop);", "async Task PauseAsync(CancellationToken stop) => await Task.Delay(_time);",
        TestName = "The SDK says it where the helper takes one")]
    [TestCase("await PauseAsync(stop);", "Task PauseAsync(CancellationToken stop) => Task.Delay(_time, stop);",
        TestName = "Passed on")]
    [TestCase("await PauseAsync();", "Task PauseAsync() => Task.Delay(TimeSpan.FromSeconds(5));", TestName = "Seconds")]
    [TestCase("await PauseAsync();", "Task PauseAsync() => Task.Delay(200);", TestName = "Milliseconds")]
    [TestCase("await PauseAsync();", "Task PauseAsync() => Task.Delay(options.RetryDelay);",
        TestName = "Before a retry")]
    [TestCase("await PauseAsync(2);",
        "Task PauseAsync(int attempt) => Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, attempt)));",
        TestName = "Computed")]
    [TestCase("await PauseAsync(TimeSpan.FromSeconds(1));", "Task PauseAsync(TimeSpan time) => Task.Delay(time);",
        TestName = "As short as the caller says")]
    [TestCase("await PauseAsync(Task.CompletedTask);",
        "async Task PauseAsync(Task work) => await Task.WhenAny(work, Task.Delay(_time));",
        TestName = "Beside other work")]
    [TestCase("await PauseAsync();",
        "readonly PeriodicTimer _timer = new(TimeSpan.FromHours(1)); async Task PauseAsync() "
        + "{ await _timer.WaitForNextTickAsync(); } public override Task StopAsync(CancellationToken stop) "
        + "{ _timer.Dispose(); return base.StopAsync(stop); }",
        TestName = "A timer that is given back")]
    [TestCase("await Task.Yield();", "public Task PauseAsync() => Task.Delay(_time);", TestName = "For others")]
    [TestCase("await PauseAsync();",
        "async Task PauseAsync() { /* a shutdown waits */ await Task.Delay(_time); }",
        TestName = "A comment says why")]
    public Task A_pause_that_a_stop_ends_or_can_wait_for(string loop, string members) =>
        Given.WithReferences(References.AspNetCore).Allows(Hosted(loop, members));

    [Test]
    public Task The_message_names_the_run_of_the_service() => Given.WithReferences(References.AspNetCore).Says(
        Hosted("await PauseAsync();", "Task PauseAsync() => [|Task.Delay(_time)|];"),
        "'PauseAsync' pauses by 'Task.Delay(_time)' without the token of 'ExecuteAsync', so a host that stops waits "
        + "for that until its own time is up; give 'PauseAsync' the token too, and pass it on");

    [Test]
    public Task A_service_by_hand_that_waits_for_its_loop() => Given.WithReferences(References.AspNetCore).Flags(
        ByHand("async Task StopAsync(CancellationToken stop) => await _loop;", "[|Task.Delay(60_000)|]"));

    [Test]
    public Task A_service_by_hand_that_leaves_its_loop_alone() => Given.WithReferences(References.AspNetCore).Allows(
        ByHand("Task StopAsync(CancellationToken stop) => Task.CompletedTask;", "Task.Delay(60_000)"));

    private static string ByHand(string stop, string pause) => $$"""
        public class Service : Microsoft.Extensions.Hosting.IHostedService
        {
            Task _loop = Task.CompletedTask;
            public Task StartAsync(CancellationToken stop) { _loop = Task.Run(LoopAsync); return Task.CompletedTask; }
            public {{stop}}
            async Task LoopAsync() { while (true) await {{pause}}; }
        }
        """;

    [Test]
    public Task A_pause_elsewhere_is_allowed() => Given.WithReferences(References.AspNetCore).Allows("""
        public class Service
        {
            public Task ExecuteAsync(CancellationToken stop) { stop.ThrowIfCancellationRequested(); return PauseAsync(); }
            static Task PauseAsync() => Task.Delay(60_000);
        }
        """);

    private static string Hosted(string loop, string members) => $$"""
        public class Options { public TimeSpan Interval { get; set; } public TimeSpan RetryDelay { get; set; } public int Seconds { get; set; } }
        public class Service : Microsoft.Extensions.Hosting.BackgroundService
        {
            static readonly TimeSpan _time = TimeSpan.FromHours(6);
            readonly int _hours;
            readonly Options options;
            public Service(Options options, int hours) { this.options = options; _hours = hours; }
            protected override async Task ExecuteAsync(CancellationToken stop)
            {
                while (!stop.IsCancellationRequested) { {{loop}} }
            }
            {{members}}
        }
        """;

    private static string Class(string body, string token) => $$"""
        public class Service
        {
            readonly CancellationToken _stopping = new(false);
            readonly IStore _store = new Store();
            readonly IForeign _foreign = null!;
            public async Task Run(HttpClient client, Files files, string[] names, CancellationToken {{token}}) { {{body}} }
            static async Task HelpAsync() => await Task.Delay(5);
            static async Task FarAsync() => await HelpAsync();
            static async Task QuickAsync() => await Task.Yield();
            static void Keep(Func<Task> later) { }
        }
        public interface IForeign { Task RunAsync(); }
        public interface IStore { Task SaveAsync(string name); }
        public class Store : IStore { public Task SaveAsync(string name) => File.WriteAllTextAsync(name, ""); }
        public class Files
        {
            public Task<string> LoadAsync(string name) => File.ReadAllTextAsync(name);
            public Task<string> EndableAsync(string name, CancellationToken stop) => File.ReadAllTextAsync(name, stop);
            public Task FinishedAsync() => Task.CompletedTask;
        }

        """;
}
