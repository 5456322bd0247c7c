using AiAwareAnalyzers.Concurrency;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.Concurrency;

/// <summary>
/// What is flagged about locks goes wrong when two threads meet between the look and the write, and what the messages
/// tell to do goes well: each runs on a thread of its own, and they meet at a barrier.
/// </summary>
public sealed class LockRacesTests
{
    private static readonly Setting Setting = new(References.Net10);

    [TestCase(
        "lock (_gate) { if (_count >= 1) return false; } Meeting.Meet(); lock (_gate) { [|_count++|]; } return true;",
        "2 succeeded, count 2, 0 names",
        TestName = "A limit is passed by two")]
    [TestCase(
        "lock (_gate) { if (_running) return false; } Meeting.Meet(); [|_running = true|]; return true;",
        "2 succeeded, count 0, 0 names",
        TestName = "A flag stops nobody")]
    [TestCase(
        "int old; lock (_gate) { old = _count; } Meeting.Meet(); lock (_gate) { [|_count = old + 1|]; } return true;",
        "2 succeeded, count 1, 0 names",
        TestName = "One of two sums is lost")]
    [TestCase(
        "_turn.Wait(); var old = _count; _turn.Release(); Meeting.Meet(); _turn.Wait(); [|_count = old + 1|]; "
        + "_turn.Release(); return true;",
        "2 succeeded, count 1, 0 names",
        TestName = "A semaphore loses one as well")]
    [TestCase(
        "bool known; lock (_gate) { known = _names.Contains(\"a\"); } Meeting.Meet(); if (known) return false; "
        + "lock (_gate) { [|_names.Add(\"a\")|]; } return true;",
        "2 succeeded, count 0, 2 names",
        TestName = "An element is added twice")]
    [TestCase(
        "lock (_gate) { _names.Add(\"a\"); } Meeting.Meet(); int last; lock (_gate) { last = _names.Count - 1; } "
        + "Meeting.Meet(); lock (_gate) { [|_names[last] = \"b\"|]; } lock (_gate) { return _names[0] == \"b\"; }",
        "0 succeeded, count 0, 2 names",
        TestName = "Two have the same index")]
    public async Task Another_thread_comes_between(string body, string told)
    {
        await new RuleCase<UsedAfterLock>(Setting).Flags(Program(body));
        Assert.That(await Running.Run(Markup.Strip(Program(body)), Setting), Is.EqualTo(told));
    }

    [TestCase(
        "Meeting.Meet(); lock (_gate) { if (_count >= 1) return false; _count++; } return true;",
        "1 succeeded, count 1, 0 names",
        TestName = "A limit in one lock")]
    [TestCase(
        "lock (_gate) { if (_count >= 1) return false; } Meeting.Meet(); "
        + "lock (_gate) { if (_count >= 1) return false; _count++; } return true;",
        "1 succeeded, count 1, 0 names",
        TestName = "A limit with a second look")]
    [TestCase(
        "Meeting.Meet(); lock (_gate) { if (_running) return false; _running = true; } return true;",
        "1 succeeded, count 0, 0 names",
        TestName = "A flag in one lock")]
    [TestCase(
        "Meeting.Meet(); lock (_gate) { _count = _count + 1; } return true;",
        "2 succeeded, count 2, 0 names",
        TestName = "A sum in one lock")]
    [TestCase(
        "Meeting.Meet(); lock (_gate) { if (_names.Contains(\"a\")) return false; _names.Add(\"a\"); } return true;",
        "1 succeeded, count 0, 1 names",
        TestName = "An element in one lock")]
    public async Task One_lock_or_a_second_look_lets_nobody_between(string body, string told)
    {
        await new RuleCase<UsedAfterLock>(Setting).Allows(Program(body));
        Assert.That(await Running.Run(Program(body), Setting), Is.EqualTo(told));
    }

    [Test]
    public async Task What_came_since_a_copy_is_cleared_away()
    {
        var code = Sender("", "lock (_gate) { [|_names.Clear()|]; }");
        await new RuleCase<UsedAfterLock>(Setting).Flags(code);
        Assert.That(await Running.Run(Markup.Strip(code), Setting), Is.EqualTo("0 left, 1 sent"));
    }

    [Test]
    public async Task What_came_since_a_copy_stays_where_one_lock_clears()
    {
        var code = Sender("_names.Clear();", "");
        await new RuleCase<UsedAfterLock>(Setting).Allows(code);
        Assert.That(await Running.Run(code, Setting), Is.EqualTo("1 left, 1 sent"));
    }

    [TestCase(
        "lock (pair.Value) isOld = pair.Value.Count == 0;", "", "if (isOld) [|_hits.TryRemove(pair.Key, out _)|];",
        "0 hits",
        TestName = "A hit is lost with its element")]
    [TestCase(
        "lock (pair.Value) { isOld = pair.Value.Count == 0; if (isOld) { pair.Value.IsGone = true; "
        + "_hits.TryRemove(pair.Key, out _); } }",
        "if (hits.IsGone) continue;",
        "",
        "1 hits",
        TestName = "A mark sends it to another one")]
    public async Task An_element_and_who_has_got_it(string look, string question, string removal, string told)
    {
        var code = Counter(look, question, removal);
        var rule = new RuleCase<UsedAfterLock>(Setting);
        await (removal.Length > 0 ? rule.Flags(code) : rule.Allows(code));
        Assert.That(await Running.Run(Markup.Strip(code), Setting), Is.EqualTo(told));
    }

    /// <summary>One has got the element, the other looks at it and removes it, the first one goes on.</summary>
    private static string Counter(string look, string question, string removal) => $$"""
        using System;
        using System.Collections.Concurrent;
        using System.Threading.Tasks;

        public class Hits
        {
            public int Count { get; set; }

            public bool IsGone { get; set; }
        }

        public class Counter
        {
            private readonly ConcurrentDictionary<string, Hits> _hits = new();

            public int Count => _hits.TryGetValue("a", out var hits) ? hits.Count : 0;

            public void Hit(Action got)
            {
                while (true)
                {
                    var hits = _hits.GetOrAdd("a", _ => new Hits());
                    got();
                    lock (hits)
                    {
                        {{question}}
                        hits.Count++;
                        return;
                    }
                }
            }

            public void Sweep()
            {
                foreach (var pair in _hits)
                {
                    bool isOld;
                    {{look}}
                    {{removal}}
                }
            }
        }

        public static class Proof
        {
            public static Task<string> Run()
            {
                var counter = new Counter();
                var isFirst = true;
                counter.Hit(() =>
                {
                    if (isFirst) counter.Sweep();
                    isFirst = false;
                });
                return Task.FromResult($"{counter.Count} hits");
            }
        }
        """;

    /// <summary>One adds while the other sends.</summary>
    private static string Sender(string first, string second) => $$"""
        using System.Collections.Generic;
        using System.Threading.Tasks;

        public class Outbox
        {
            private readonly object _gate = new();
            private readonly List<string> _names = new();

            public int Left { get { lock (_gate) return _names.Count; } }

            public void Add(string name)
            {
                lock (_gate) _names.Add(name);
            }

            public async Task<int> SendAsync(Task sending)
            {
                string[] batch;
                lock (_gate)
                {
                    batch = _names.ToArray();
                    {{first}}
                }

                await sending;
                {{second}}
                return batch.Length;
            }
        }

        public static class Proof
        {
            public static async Task<string> Run()
            {
                var outbox = new Outbox();
                outbox.Add("before");
                var sending = new TaskCompletionSource();
                var sent = outbox.SendAsync(sending.Task);
                outbox.Add("meanwhile");
                sending.SetResult();
                var count = await sent;
                return $"{outbox.Left} left, {count} sent";
            }
        }
        """;

    private static string Program(string body) => $$"""
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;

        public static class Meeting
        {
            private static readonly Barrier Both = new(2);

            public static void Meet() => Both.SignalAndWait();
        }

        public class Service
        {
            private readonly object _gate = new();
            private readonly SemaphoreSlim _turn = new(1, 1);
            private readonly List<string> _names = new();
            private bool _running;
            private int _count;

            public string Told => $"count {_count}, {_names.Count} names";

            public bool Call()
            {
                {{body}}
            }
        }

        public static class Proof
        {
            public static async Task<string> Run()
            {
                var service = new Service();
                var calls = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(
                    service.Call, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
                return $"{calls.Count(static succeeded => succeeded)} succeeded, {service.Told}";
            }
        }
        """;
}
