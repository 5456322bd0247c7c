using AiAwareAnalyzers.Concurrency;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.Concurrency;

public sealed class UnsynchronizedCaptureTests : RuleTests<UnsynchronizedCapture, UnsynchronizedCaptureFix>
{
    [TestCase("Parallel.ForEach(items, item => [|list.Add(item)|]);", TestName = "A list in a parallel loop")]
    [TestCase("Parallel.For(0, 9, i => { [|list.Add(i)|]; });", TestName = "A list in a counted parallel loop")]
    [TestCase(
        "await Parallel.ForEachAsync(items, async (item, stop) => { await Task.Yield(); [|list.Add(item)|]; });",
        TestName = "A list in an asynchronous parallel loop")]
    [TestCase("Parallel.ForEach(items, item => [|map[item] = 1|]);", TestName = "An element of a map")]
    [TestCase("Parallel.ForEach(items, item => [|map.TryAdd(item, 1)|]);", TestName = "An addition to a map")]
    [TestCase("Parallel.ForEach(items, item => [|seen.Add(item)|]);", TestName = "A set")]
    [TestCase("Parallel.ForEach(items, item => { [|text.Append(item)|]; });", TestName = "A text that grows")]
    [TestCase("Parallel.ForEach(items, item => [|count++|]);", TestName = "A counter")]
    [TestCase("Parallel.ForEach(items, item => { [|total += item|]; });", TestName = "A sum")]
    [TestCase("Parallel.ForEach(items, item => { [|total = total + item|]; });", TestName = "A sum in long")]
    [TestCase("Parallel.ForEach(items, item => { [|max = Math.Max(max, item)|]; });", TestName = "A maximum")]
    [TestCase("Parallel.ForEach(items, item => { [|_field++|]; });", TestName = "A field")]
    [TestCase("Parallel.ForEach(items, item => { [|Shared.Add(item)|]; });", TestName = "A static list")]
    [TestCase("Parallel.ForEach(items, item => { [|report.Done++|]; });", TestName = "A property of what is shared")]
    [TestCase(
        "Parallel.ForEach(items, item => { [|report.Errors.Add(item)|]; });",
        TestName = "A list in what is shared")]
    [TestCase("items.AsParallel().ForAll(item => [|list.Add(item)|]);", TestName = "For all at once")]
    [TestCase(
        "await Task.WhenAll(items.Select(async item => { await Task.Delay(1); [|list.Add(item)|]; }));",
        TestName = "Behind an await of tasks that are awaited together")]
    [TestCase(
        "await Task.WhenAll(items.Select(async item => [|list.Add(await Load(item))|]));",
        TestName = "An await in the addition itself")]
    [TestCase(
        """var tasks = items.Select(async item => { await Task.Delay(1); [|count++|]; }).ToList(); await Task.WhenAll(tasks);""",
        TestName = "Tasks that are kept in a list")]
    [TestCase(
        """var tasks = new List<Task>(); foreach (var item in items) tasks.Add(Task.Run(() => [|list.Add(item)|])); await Task.WhenAll(tasks);""",
        TestName = "Tasks of a loop")]
    [TestCase(
        "await Task.WhenAll(items.Select(item => Task.Run(() => [|list.Add(item)|])));",
        TestName = "A task for each element")]
    [TestCase(
        """var gate = new SemaphoreSlim(4); await Task.WhenAll(items.Select(async item => { await gate.WaitAsync(); [|list.Add(item)|]; gate.Release(); }));""",
        TestName = "A semaphore that lets several pass")]
    [TestCase(
        "IList<int> kept = new List<int>(); Parallel.ForEach(items, item => [|kept.Add(item)|]);",
        TestName = "A list behind its contract")]
    public Task What_several_threads_change(string body) => Flags(Class(body));

    [TestCase(
        "app.MapPost(\"/orders\", (string order) => { [|orders.Add(order)|]; });",
        TestName = "A list of an endpoint")]
    [TestCase(
        """app.MapPut("/orders", async (string order) => { await Task.Yield(); [|byName[order] = 1|]; return order; });""",
        TestName = "A map of an endpoint that waits")]
    [TestCase("app.MapGet(\"/next\", () => [|++next|]);", TestName = "A number of an endpoint")]
    [TestCase(
        "app.MapGroup(\"/shop\").MapDelete(\"/orders\", (string order) => [|orders.Remove(order)|]);",
        TestName = "A list of an endpoint in a group")]
    public Task What_each_request_changes(string map) => Endpoints.Flags(Program(map));

    [TestCase("app.MapPost(\"/orders\", (string order) => { lock (orders) orders.Add(order); });", TestName = "A lock")]
    [TestCase(
        "app.MapPost(\"/orders\", (List<string> given) => { given.Add(\"\"); });",
        TestName = "A list of the request")]
    [TestCase("app.MapGet(\"/orders\", () => orders.Count);", TestName = "Only read")]
    [TestCase("app.MapGet(\"/next\", () => Interlocked.Increment(ref next));", TestName = "Counted with Interlocked")]
    [TestCase("orders.Add(\"first\"); app.MapGet(\"/orders\", () => orders);", TestName = "Filled at the start")]
    public Task What_requests_do_not_disturb(string map) => Endpoints.Allows(Program(map));

    [Test]
    public Task Nobody_puts_together_what_requests_return() => Endpoints.Says(
        Program("app.MapPost(\"/orders\", (string order) => { [|orders.Add(order)|]; });"),
        """'orders.Add(order)' runs on several threads at once under 'MapPost', and a 'List' loses what is added then, or """
        + "breaks; use a concurrent collection, or a lock");

    private static RuleCase<UnsynchronizedCapture> Endpoints => new(new Setting(References.AspNetCore));

    private static string Program(string map) => $$"""
        using Microsoft.AspNetCore.Builder;

        var app = WebApplication.CreateBuilder(args).Build();
        var orders = new List<string>();
        var byName = new Dictionary<string, int>();
        var next = 0;
        {{map}}
        app.Run();

        """;

    [Test]
    public Task The_message_tells_what_happens_to_a_list() => Says(
        Class("Parallel.ForEach(items, item => [|list.Add(item)|]);"),
        "'list.Add(item)' runs on several threads at once under 'Parallel.ForEach', and a 'List' loses what is added "
        + "then, or breaks; let each run return its share, use a concurrent collection, or a lock");

    [Test]
    public Task The_message_tells_what_happens_to_a_number() => Says(
        Class("Parallel.ForEach(items, item => { [|total += item|]; });"),
        "'total += item' runs on several threads at once under 'Parallel.ForEach', and what one adds to 'total' is "
        + "overwritten by another; use 'Interlocked' or a lock, or add up what each run returns");

    [TestCase("Parallel.ForEach(items, item => { lock (list) list.Add(item); });", TestName = "A lock")]
    [TestCase("Parallel.ForEach(items, item => Interlocked.Increment(ref count));", TestName = "Interlocked")]
    [TestCase(
        """var bag = new System.Collections.Concurrent.ConcurrentBag<int>(); Parallel.ForEach(items, item => bag.Add(item));""",
        TestName = "A concurrent collection")]
    [TestCase(
        """IDictionary<int, int> bag = new System.Collections.Concurrent.ConcurrentDictionary<int, int>(); Parallel.ForEach(items, item => bag.Add(item, 1));""",
        TestName = "A concurrent collection behind a contract")]
    [TestCase(
        "Parallel.ForEach(items, item => { var own = new List<int>(); own.Add(item); });",
        TestName = "A list of its own")]
    [TestCase(
        "Parallel.ForEach(reports, each => { each.Done++; each.Errors.Add(1); });",
        TestName = "Each its own element")]
    [TestCase("Parallel.For(0, 9, i => array[i] = i);", TestName = "Each its own place")]
    [TestCase(
        "var found = false; Parallel.ForEach(items, item => { if (item == 3) found = true; });",
        TestName = "A flag that is only set")]
    [TestCase(
        "Parallel.ForEach(items, () => 0, (item, state, sum) => sum + item, sum => Interlocked.Add(ref count, sum));",
        TestName = "A sum for each thread")]
    [TestCase(
        "Parallel.ForEach(items, new ParallelOptions { MaxDegreeOfParallelism = 1 }, item => list.Add(item));",
        TestName = "One by one")]
    [TestCase("foreach (var item in items) list.Add(item);", TestName = "A plain loop")]
    [TestCase("items.ForEach(item => list.Add(item));", TestName = "A loop of the list")]
    [TestCase(
        "await Task.WhenAll(items.Select(async item => { list.Add(item); await Task.Delay(1); }));",
        TestName = "Before the first await one after the other")]
    [TestCase(
        "var loaded = await Task.WhenAll(items.Select(async item => await Load(item))); list.AddRange(loaded);",
        TestName = "Put together when all is there")]
    [TestCase(
        "foreach (var task in items.Select(async item => { await Task.Delay(1); list.Add(item); })) await task;",
        TestName = "Awaited one after the other")]
    [TestCase(
        "foreach (var item in items) await Task.Run(() => list.Add(item));",
        TestName = "A task that is awaited in its round")]
    [TestCase("await Task.Run(() => list.Add(1));", TestName = "One task")]
    [TestCase(
        """var gate = new SemaphoreSlim(1, 1); await Task.WhenAll(items.Select(async item => { await gate.WaitAsync(); list.Add(item); gate.Release(); }));""",
        TestName = "A semaphore for one")]
    [TestCase(
        "await Task.WhenAll(items.Select(async item => { await Gate.WaitAsync(); list.Add(item); Gate.Release(); }));",
        TestName = "A semaphore for one in a field")]
    [TestCase(
        "Parallel.ForEach(items, item => { Monitor.Enter(list); list.Add(item); Monitor.Exit(list); });",
        TestName = "A monitor")]
    [TestCase("Parallel.ForEach(items, item => { _local++; });", TestName = "A field of each thread")]
    [TestCase(
        "Parallel.ForEach(items, item => { Unknown.Add(item); });",
        TestName = "A contract that anything may stand behind")]
    [TestCase(
        "foreach (var each in reports) { var own = each; _ = Task.Run(() => own.Done++); }",
        TestName = "Each round its own local")]
    [TestCase(
        """var tasks = new List<Task>(); foreach (var each in reports) { var own = new List<int>(); tasks.Add(Task.Run(() => own.Add(1))); } await Task.WhenAll(tasks);""",
        TestName = "Each task its own list")]
    public Task What_one_thread_changes_or_all_may(string body) => Allows(Class(body));

    [Test]
    public Task A_component_takes_one_continuation_after_the_other() => Given.WithReferences(References.AspNetCore)
        .Allows("""
        public class Page : Microsoft.AspNetCore.Components.ComponentBase
        {
            readonly List<int> _list = new();
            public Task Load(List<int> items) => Task.WhenAll(items.Select(async item => { await Task.Delay(1); _list.Add(item); }));
        }
        """);

    [TestCase("{ [|count++|]; }", "{ Interlocked.Increment(ref count); }", TestName = "Counts up")]
    [TestCase("{ [|--count|]; }", "{ Interlocked.Decrement(ref count); }", TestName = "Counts down")]
    [TestCase("{ [|count += item|]; }", "{ Interlocked.Add(ref count, item); }", TestName = "Sums up")]
    [TestCase("[|count++|]", "Interlocked.Increment(ref count)", TestName = "Counts as the whole lambda")]
    [TestCase("{ [|_field++|]; }", "{ Interlocked.Increment(ref _field); }", TestName = "Counts in a field")]
    public Task A_counter_is_made_safe(string before, string after) =>
        Fixes(
            Class($"Parallel.ForEach(items, item => {before});"), Class($"Parallel.ForEach(items, item => {after});"));

    [TestCase("{ [|total += item|]; }", TestName = "No sum of decimals")]
    [TestCase("{ [|report.Done++|]; }", TestName = "No property")]
    [TestCase("{ var next = [|count++|]; }", TestName = "Nothing that is read")]
    [TestCase("[|list.Add(item)|]", TestName = "No list")]
    [TestCase("{ [|count -= item|]; }", TestName = "No difference")]
    public Task What_Interlocked_cannot_do_is_left_alone(string body) =>
        OffersNoFix(Class($"Parallel.ForEach(items, item => {body});"));

    /// <summary>Both threads have read the sum before either of them writes it: one share is lost, or none.</summary>
    [Test]
    public async Task The_repaired_sum_loses_nothing() => Assert.That(
        await Running.Repairing<UnsynchronizedCapture, UnsynchronizedCaptureFix>(
            """
            using System.Linq;
            using System.Threading;
            using System.Threading.Tasks;

            public static class Proof
            {
                static readonly Barrier Both = new(2);

                public static async Task<string> Run()
                {
                    var sum = 0;
                    await Task.WhenAll(Enumerable.Range(1, 2).Select(i => Task.Factory.StartNew(
                        () => { sum += Share(i); }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
                    return sum.ToString();
                }

                static int Share(int i) { Both.SignalAndWait(); return 5; }
            }
            """,
            new Setting(References.Net10)),
        Is.EqualTo(("5", "10")));

    private static string Class(string body) => $$"""
        public class Service
        {
            static readonly List<int> Shared = new();
            static readonly SemaphoreSlim Gate = new(1, 1);
            static readonly ICollection<int> Unknown = Make();
            [ThreadStatic] static int _local;
            int _field;
            public async Task Run(List<int> items, List<Report> reports, int[] array)
            {
                var list = new List<int>(); var map = new Dictionary<int, int>(); var seen = new HashSet<int>();
                var text = new System.Text.StringBuilder(); var count = 0; var total = 0m; var max = 0; var report = new Report();
                await Task.Yield();
                {{body}}
            }
            static Task<int> Load(int item) => Task.FromResult(item);
            static ICollection<int> Make() => new List<int>();
        }
        public class Report { public int Done { get; set; } public List<int> Errors { get; } = new(); }

        """;
}
