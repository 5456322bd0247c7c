using AiAwareAnalyzers.Concurrency;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.Concurrency;

public sealed class CheckThenActTests : RuleTests<CheckThenAct, CheckThenActFix>
{
    [TestCase(
        """if (!_lists.TryGetValue(key, out var list)) { list = new List<int>(); [|_lists.TryAdd(key, list)|]; } list.Add(1);""",
        TestName = "A list that may be another one's")]
    [TestCase(
        "if (!_lists.TryGetValue(key, out var list)) { list = new List<int>(); [|_lists[key]|] = list; } list.Add(1);",
        TestName = "A list that takes another one's place")]
    [TestCase(
        "if (!_lists.ContainsKey(key)) [|_lists[key]|] = new List<int>();",
        TestName = "A list without a look at the one there")]
    [TestCase(
        "if (!_lists.ContainsKey(key)) { [|_lists[key]|] = new(); } _lists[key].Add(1);",
        TestName = "A list that is found again")]
    [TestCase(
        """if (!_gates.TryGetValue(key, out var gate)) { gate = new SemaphoreSlim(1, 1); [|_gates.TryAdd(key, gate)|]; } gate.Wait();""",
        TestName = "A lock that does not lock out")]
    [TestCase(
        "if (!_locks.TryGetValue(key, out var gate)) { gate = new object(); [|_locks[key]|] = gate; } lock (gate) { }",
        TestName = "An object to lock")]
    [TestCase(
        "if (!_boxes.TryGetValue(key, out var box)) { box = new Box(); [|_boxes.TryAdd(key, box)|]; } box.Count++;",
        TestName = "An object of the project with a state")]
    [TestCase(
        """Box? box; if (!_boxes.TryGetValue(key, out box)) { box = new Box(); [|_boxes.TryAdd(key, box)|]; } box.Count++;""",
        TestName = "A local that was there")]
    [TestCase(
        """if (!this._boxes.TryGetValue(key, out var box)) { var made = new Box(); [|this._boxes.TryAdd(key, made)|]; made.Count++; }""",
        TestName = "A local of the branch")]
    [TestCase("[|_counts[key]|] = _counts[key] + 1;", TestName = "A count that is read and written")]
    [TestCase("[|_counts[key]|]++;", TestName = "A count that steps")]
    [TestCase("[|_counts[key]|] += 2;", TestName = "A count that grows")]
    [TestCase(
        "[|_counts[key]|] = _counts.TryGetValue(key, out var old) ? old + 1 : 1;",
        TestName = "A count that may be missing")]
    [TestCase("[|_counts[key]|] = _counts.GetValueOrDefault(key) + 1;", TestName = "A count that starts at nothing")]
    [TestCase("[|_counts[key]|] = Math.Max(_counts.GetOrAdd(key, 0), 3);", TestName = "A maximum")]
    [TestCase(
        "if (_counts.ContainsKey(key)) [|_counts[key]|]++; else _counts[key] = 1;",
        TestName = "A count behind a question")]
    [TestCase("[|Shared[key]|] = Shared[key] + 1;", TestName = "A static count")]
    [TestCase(
        """var own = new ConcurrentDictionary<string, int>(); Parallel.For(0, 9, i => { [|own[key]|] = own.GetValueOrDefault(key) + 1; });""",
        TestName = "A local that several threads have")]
    public Task What_another_thread_can_come_between(string body) => Flags(Class(body));

    [TestCase(
        "if (_counts.TryGetValue(key, out var count)) [|_counts[key]|] = count + 1; else _counts.TryAdd(key, 1);",
        TestName = "A count that was got")]
    [TestCase(
        "if (!_counts.TryGetValue(key, out var count)) count = 0; [|_counts[key]|] = count + 1;",
        TestName = "A count that was got, or none")]
    [TestCase("int count; _counts.TryGetValue(key, out count); [|_counts[key]|] = count + 1;",
        TestName = "A count that was got into a local")]
    [TestCase("var count = _counts.GetOrAdd(key, 0); [|_counts[key]|] = count + 1;",
        TestName = "A count that was kept")]
    [TestCase("var count = _counts[key]; Console.Write(count); [|_counts[key]|] = Math.Max(count, 3);",
        TestName = "A maximum of what was kept")]
    public Task What_was_kept_in_a_local_and_is_changed(string body) => Flags(Class(body));

    [TestCase("if (_names.ContainsKey(key)) return false; [|_names[key]|] = \"me\"; return true;",
        TestName = "False where it is taken")]
    [TestCase(
        "if (_names.ContainsKey(key)) { Log(key); return false; } [|_names.TryAdd(key, \"me\")|]; return true;",
        TestName = "An addition that nobody asks")]
    [TestCase(
        "if (_names.ContainsKey(key)) throw new InvalidOperationException(); [|_names[key]|] = \"me\"; return true;",
        TestName = "An exception where it is taken")]
    [TestCase(
        """if (_names.TryGetValue(key, out var who) && who != "me") throw new InvalidOperationException(); [|_names[key]|] = "me"; return true;""",
        TestName = "An exception where another one has it")]
    [TestCase("if (!_names.ContainsKey(key)) { [|_names[key]|] = \"me\"; return true; } return false;",
        TestName = "False behind the branch")]
    [TestCase("if (!_names.ContainsKey(key)) { [|_names[key]|] = \"me\"; return true; } else { return false; }",
        TestName = "False in the other branch")]
    [TestCase("if (_names.ContainsKey(key)) return false; else { [|_names[key]|] = \"me\"; return true; }",
        TestName = "Taken in the other branch")]
    [TestCase("if (_names.ContainsKey(key)) return Fail(); if (key.Length > 3) [|_names[key]|] = \"me\"; return true;",
        TestName = "A failure where it is taken")]
    public Task A_key_that_two_can_take(string body) => Flags(Claiming(body));

    [TestCase("if (!_names.TryAdd(key, \"me\")) return false; return true;", TestName = "One call")]
    [TestCase("if (_names.ContainsKey(key)) return false; return _names.TryAdd(key, \"me\");",
        TestName = "An addition whose answer is the answer")]
    [TestCase("if (_names.ContainsKey(key)) return true; _names[key] = key.Trim(); return true;",
        TestName = "The same answer where it is there")]
    [TestCase("if (_names.ContainsKey(key)) return false; _names[key + 1] = \"me\"; return true;",
        TestName = "Another key")]
    [TestCase("if (!_names.ContainsKey(key)) return false; _names[key] = \"me\"; return true;",
        TestName = "A change of what has to be there")]
    [TestCase(
        "if (_names.ContainsKey(key)) return false; _names.TryRemove(key, out _); _names[key] = \"me\"; return true;",
        TestName = "Removed in between")]
    [TestCase("lock (_names) { if (_names.ContainsKey(key)) return false; _names[key] = \"me\"; } return true;",
        TestName = "A claim under a lock")]
    [TestCase("if (_names.TryGetValue(key, out var who)) _names[key] = \"me\"; return who is not null;",
        TestName = "A new value beside the old one")]
    public Task A_key_that_one_takes(string body) => Allows(Claiming(body));

    [TestCase("if (_names.ContainsKey(key)) return false; [|_names[key]|] = \"me\"; return true;",
        "if (!_names.TryAdd(key, \"me\")) return false; return true;", TestName = "The question before it")]
    [TestCase("if (_names.ContainsKey(key)) return false; [|_names.TryAdd(key, \"me\")|]; return true;",
        "if (!_names.TryAdd(key, \"me\")) return false; return true;", TestName = "An addition")]
    [TestCase("if (!_names.ContainsKey(key)) { [|_names[key]|] = \"me\"; return true; } return false;",
        "if (_names.TryAdd(key, \"me\")) { return true; } return false;", TestName = "The branch around it")]
    public Task A_claim_becomes_one_call(string body, string repaired) => Fixes(Claiming(body), Claiming(repaired));

    [TestCase("if (_names.ContainsKey(key)) return false; Console.Write(key); [|_names[key]|] = \"me\"; return true;",
        TestName = "Something in between")]
    [TestCase("if (_names.ContainsKey(key)) return false; [|_names[key]|] = /* mine */ \"me\"; return true;",
        TestName = "A comment")]
    public Task No_fix_for_a_claim(string body) => OffersNoFix(Claiming(body));

    [Test]
    public Task The_message_tells_of_two_who_have_it() => Says(
        Claiming("if (_names.ContainsKey(key)) return false; [|_names[key]|] = \"me\"; return true;"),
        "Between '_names.ContainsKey(key)' and '_names[key]' another thread can take the same key, and both callers "
        + "are told that it is theirs; use 'TryAdd', which does both at once");

    [CSharp(12)]
    public Task A_list_in_brackets_takes_another_ones_place() =>
        Flags(Class("if (!_lists.TryGetValue(key, out var list)) { list = []; [|_lists[key]|] = list; } list.Add(1);"));

    [Test]
    public Task The_message_tells_of_two_objects() => Says(
        Class(
            """if (!_gates.TryGetValue(key, out var gate)) { gate = new SemaphoreSlim(1, 1); [|_gates.TryAdd(key, gate)|]; } gate.Wait();"""),
        "Between '_gates.TryGetValue(key, out var gate)' and '_gates.TryAdd(key, gate)' another thread can put its own "
        + "object there, so that the two go on with different ones; use 'GetOrAdd', which does both at once");

    [Test]
    public Task The_message_tells_of_a_lost_change() => Says(
        Class("[|_counts[key]|] = _counts.GetValueOrDefault(key) + 1;"),
        "Between '_counts.GetValueOrDefault(key)' and '_counts[key]' another thread can change the element, and its "
        + "change is then overwritten; use 'AddOrUpdate', which does both at once");

    [TestCase("var list = _lists.GetOrAdd(key, _ => new List<int>()); list.Add(1);", TestName = "Got or added")]
    [TestCase("_counts.AddOrUpdate(key, 1, (_, old) => old + 1);", TestName = "Added or updated")]
    [TestCase(
        """if (!_lists.TryGetValue(key, out var list)) { list = new List<int>(); if (!_lists.TryAdd(key, list)) list = _lists[key]; } list.Add(1);""",
        TestName = "An addition that is asked if it was one")]
    [TestCase(
        "if (!_lists.ContainsKey(key)) _lists.TryAdd(key, new List<int>());",
        TestName = "An addition whose object nobody goes on with")]
    [TestCase("_counts.TryAdd(key, 1);", TestName = "An addition as to a set")]
    [TestCase(
        "if (!_names.TryGetValue(key, out var name)) { name = key.Trim(); _names[key] = name; } Console.Write(name);",
        TestName = "A text that is computed from the key")]
    [TestCase(
        """if (!_names.TryGetValue(key, out var name)) { name = Compute(key); _names.TryAdd(key, name); } Console.Write(name);""",
        TestName = "A text that somebody computes")]
    [TestCase(
        """if (!_facts.TryGetValue(key, out var fact)) { fact = new Fact(key); _facts[key] = fact; } Console.Write(fact);""",
        TestName = "A value without a state")]
    [TestCase(
        "if (!_facts.ContainsKey(key)) _facts[key] = new Fact(key);",
        TestName = "A value without a state, at once")]
    [TestCase("lock (_lists) { if (!_lists.ContainsKey(key)) _lists[key] = new List<int>(); }", TestName = "A lock")]
    [TestCase("lock (_lists) { _counts[key] = _counts[key] + 1; }", TestName = "A lock around a count")]
    [TestCase("Gate.Wait(); _counts[key]++;", TestName = "A semaphore")]
    [TestCase("if (!_plain.ContainsKey(key)) _plain[key] = new List<int>();", TestName = "A plain dictionary")]
    [TestCase(
        "var own = new ConcurrentDictionary<string, int>(); own[key] = own.GetValueOrDefault(key) + 1;",
        TestName = "A local of one thread")]
    [TestCase("if (!_lists.ContainsKey(key)) _lists[key + 1] = new List<int>();", TestName = "Another key")]
    [TestCase("if (!_lists.ContainsKey(key)) _others[key] = new List<int>();", TestName = "Another dictionary")]
    [TestCase("_counts[key] = _counts[key + 1] + 1;", TestName = "A count of another key")]
    [TestCase("_counts[key] = 1;", TestName = "A value that is only set")]
    [TestCase(
        "if (_lists.ContainsKey(key)) _lists[key] = new List<int>();",
        TestName = "A new list where there was one")]
    [TestCase(
        "if (_counts.TryGetValue(key, out var old)) _counts.TryUpdate(key, old + 1, old);",
        TestName = "Compared and exchanged")]
    [TestCase("if (!_lists.TryGetValue(key, out var list)) return; list.Add(1);", TestName = "Nothing is added")]
    [TestCase(
        "if (!_lists.TryGetValue(key, out var list)) throw new KeyNotFoundException(); list.Add(1);",
        TestName = "A failure")]
    public Task What_is_safe_or_as_good(string body) => Allows(Class(body));

    [Test]
    public Task A_constructor_is_alone() => Allows(
        """
        public class Service
        {
            readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> _counts = new();
            public Service(string[] keys) { foreach (var key in keys) _counts[key] = _counts.GetValueOrDefault(key) + 1; }
        }
        """);

    [TestCase(
        """if (!_lists.TryGetValue(key, out var list)) { list = new List<int>(); [|_lists.TryAdd(key, list)|]; } list.Add(1);""",
        "var list = _lists.GetOrAdd(key, _ => new List<int>()); list.Add(1);",
        TestName = "Tried and added")]
    [TestCase(
        "if (!_lists.TryGetValue(key, out var list)) { list = new List<int>(); [|_lists[key]|] = list; } list.Add(1);",
        "var list = _lists.GetOrAdd(key, _ => new List<int>()); list.Add(1);",
        TestName = "Tried and set")]
    [TestCase(
        """Box box; if (!_boxes.TryGetValue(key, out box)) { box = new Box(); [|_boxes.TryAdd(key, box)|]; } box.Count++;""",
        "Box box; box = _boxes.GetOrAdd(key, _ => new Box()); box.Count++;",
        TestName = "Into a local that was there")]
    [TestCase(
        "if (!_lists.ContainsKey(key)) [|_lists[key]|] = new List<int>();",
        "_lists.GetOrAdd(key, _ => new List<int>());",
        TestName = "Only to be there")]
    [TestCase(
        "[|_counts[key]|] = _counts.TryGetValue(key, out var old) ? old + 1 : 1;",
        "_counts.AddOrUpdate(key, 1, (_, old) => old + 1);",
        TestName = "Counted")]
    public Task Two_calls_become_one(string before, string after) =>
        Fixes(Class(before), Class(after));

    [TestCase(
        """if (!_lists.TryGetValue(key, out var list)) { list = new List<int>(); Log(key); [|_lists.TryAdd(key, list)|]; } list.Add(1);""",
        TestName = "Something else happens")]
    [TestCase(
        """if (!_lists.TryGetValue(key, out var list)) { list = new List<int>(); /* why */ [|_lists.TryAdd(key, list)|]; } list.Add(1);""",
        TestName = "A comment")]
    [TestCase("if (!_lists.ContainsKey(key)) [|_lists[key]|] = new List<int>(); else Log(key);", TestName = "An else")]
    [TestCase("[|_counts[key]|]++;", TestName = "A step that throws where there is none")]
    public Task What_is_more_than_that_is_left_alone(string body) => OffersNoFix(Class(body));

    /// <summary>Both threads have found nothing before either of them adds its own.</summary>
    [Test]
    public async Task After_the_repair_both_threads_hold_one_object() => Assert.That(
        await Running.Repairing<CheckThenAct, CheckThenActFix>(
            Proof("""
                if (!Boxes.TryGetValue("key", out var box))
                {
                    box = new Box { Name = Meet() };
                    Boxes.TryAdd("key", box);
                }

                return box;
                """),
            new Setting(References.Net10)),
        Is.EqualTo(("2 objects", "1 objects")));

    private static string Proof(string body) => $$"""
        using System.Collections.Concurrent;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;

        public class Box { public string Name { get; set; } = ""; public int Count { get; set; } }

        public static class Proof
        {
            static readonly ConcurrentDictionary<string, Box> Boxes = new();
            static readonly Barrier Both = new(2);

            public static async Task<string> Run()
            {
                var boxes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(
                    Get, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
                return boxes.Distinct().Count() + " objects";
            }

            static Box Get() { {{body}} }

            static string Meet() { Both.SignalAndWait(); return ""; }
        }
        """;

    private static string Claiming(string body) => $$"""
        using System.Collections.Concurrent;

        public class Seats
        {
            readonly ConcurrentDictionary<string, string> _names = new ConcurrentDictionary<string, string>();
            public bool Take(string key) { {{body}} }
            static bool Fail() => Environment.HasShutdownStarted;
            static void Log(string key) { }
        }

        """;

    private static string Class(string body) => $$"""
        using System.Collections.Concurrent;

        public class Service
        {
            static readonly SemaphoreSlim Gate = new SemaphoreSlim(1, 1);
            static readonly ConcurrentDictionary<string, int> Shared = new ConcurrentDictionary<string, int>();
            readonly ConcurrentDictionary<string, List<int>> _lists = new ConcurrentDictionary<string, List<int>>();
            readonly ConcurrentDictionary<string, List<int>> _others = new ConcurrentDictionary<string, List<int>>();
            readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new ConcurrentDictionary<string, SemaphoreSlim>();
            readonly ConcurrentDictionary<string, object> _locks = new ConcurrentDictionary<string, object>();
            readonly ConcurrentDictionary<string, Box> _boxes = new ConcurrentDictionary<string, Box>();
            readonly ConcurrentDictionary<string, int> _counts = new ConcurrentDictionary<string, int>();
            readonly ConcurrentDictionary<string, string> _names = new ConcurrentDictionary<string, string>();
            readonly ConcurrentDictionary<string, Fact> _facts = new ConcurrentDictionary<string, Fact>();
            readonly Dictionary<string, List<int>> _plain = new Dictionary<string, List<int>>();
            public void Run(string key) { {{body}} }
            static string Compute(string key) => key;
            static void Log(string key) { }
        }
        public class Box { public int Count { get; set; } }
        public class Fact { public Fact(string key) { Key = key; } public string Key { get; } }

        """;
}
