using AiAwareAnalyzers.Concurrency;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.Concurrency;

public sealed class UsedAfterLockTests : RuleTests<UsedAfterLock>
{
    [TestCase("lock (_gate) { if (_running) return; } [|_running = true|]; Work();", TestName = "A flag in the open")]
    [TestCase(
        "lock (_gate) { if (_count >= 10) return; } Work(); lock (_gate) { [|_count++|]; }",
        TestName = "A limit in two locks")]
    [TestCase(
        "bool free; lock (_gate) { free = _count < 10; } if (free) { lock (_gate) { [|_count += 1|]; } }",
        TestName = "A limit in a local")]
    [TestCase(
        "bool free; lock (_gate) { free = _count < 10; } if (!free) return; Work(); lock (_gate) { [|_count++|]; }",
        TestName = "A limit that is left by")]
    [TestCase(
        "var may = false; lock (_gate) { if (!_running) may = true; } if (may) { [|_running = true|]; Work(); }",
        TestName = "A local that is set where a look allows it")]
    [TestCase(
        "int now; lock (_gate) { now = _count; } var full = now >= 10; if (full) return; lock (_gate) [|_count++|];",
        TestName = "A second local made of the first")]
    [TestCase(
        "lock (_gate) { if (!_running) return; } Work(); lock (_gate) { [|_running = false|]; }",
        TestName = "A mark that is taken off")]
    [TestCase(
        "lock (_gate) { if (_state != State.Idle) return; } Work(); lock (_gate) { [|_state = State.Busy|]; }",
        TestName = "A state")]
    [TestCase(
        "lock (_gate) { if (_state is not State.Idle) throw new Exception(); } lock (_gate) [|_state = State.Busy|];",
        TestName = "A pattern, and an exception")]
    [TestCase(
        "lock (_gate) { while (_recent.Count > 9) _recent.Dequeue(); if (_recent.Count > 5) return; } Work(); "
        + "lock (_gate) { [|_recent.Enqueue(key)|]; }",
        TestName = "A limit behind some tidying")]
    [TestCase(
        "lock (_gate) { if (_counts[key] > 9) return; } Work(); lock (_gate) { [|_counts[key]++|]; }",
        TestName = "A limit for each key")]
    [TestCase("lock (this) { if (_running) return; } [|_running = true|];", TestName = "The object itself")]
    [TestCase("lock (Shared) { if (_running) return; } [|_running = true|];", TestName = "A static lock")]
    [TestCase(
        "foreach (var name in _names) { lock (_gate) { if (_count > 9) continue; } Use(name); "
        + "lock (_gate) [|_count++|]; }",
        TestName = "A round of a loop")]
    [TestCase(
        "TimeSpan pause; lock (_gate) { pause = _last.AddSeconds(1) - DateTimeOffset.UtcNow; } "
        + "if (pause > TimeSpan.Zero) await Task.Delay(pause); lock (_gate) { [|_last = DateTimeOffset.UtcNow|]; }",
        TestName = "A pause of the same length")]
    [TestCase(
        "if (key != \"\") { lock (_gate) { if (_running) return; } } lock (_gate) { [|_running = true|]; }",
        TestName = "A look on some ways only")]
    public Task Both_go_on(string body) => Flags(Class(body));

    [TestCase(
        "Monitor.Enter(_gate); try { if (_running) return; } finally { Monitor.Exit(_gate); } [|_running = true|];",
        TestName = "Monitor")]
    [TestCase(
        "_turn.Wait(); try { if (_running) return; } finally { _turn.Release(); } [|_running = true|];",
        TestName = "A semaphore")]
    [TestCase(
        "await _turn.WaitAsync(); var free = _count < 9; _turn.Release(); if (!free) return; "
        + "await _turn.WaitAsync(); try { [|_count++|]; } finally { _turn.Release(); }",
        TestName = "A semaphore twice")]
    [TestCase(
        "if (!await _turn.WaitAsync(100)) return; try { if (_running) return; } finally { _turn.Release(); } "
        + "[|_running = true|];",
        TestName = "A semaphore with a limit of time")]
    [TestCase(
        "_sides.EnterReadLock(); try { if (_running) return; } finally { _sides.ExitReadLock(); } "
        + "_sides.EnterWriteLock(); try { [|_running = true|]; } finally { _sides.ExitWriteLock(); }",
        TestName = "Both sides of a lock for readers and writers")]
    public Task Whatever_the_lock_is(string body) => Flags(Class(body));

    [TestCase(
        "using (_modern.EnterScope()) { if (_running) return; } [|_running = true|];",
        TestName = "The scope of a lock")]
    [TestCase(
        "{ using var held = _modern.EnterScope(); if (_running) return; } [|_running = true|];",
        TestName = "A scope to the end of its block")]
    [TestCase(
        "using (new HttpClient()) using (_modern.EnterScope()) { if (_running) return; } [|_running = true|];",
        TestName = "A scope in a using of something else")]
    [TestCase(
        "using (new HttpClient()) { using (_modern.EnterScope()) { if (_running) return; } [|_running = true|]; }",
        TestName = "A scope inside a using of something else")]
    [TestCase(
        "_modern.Enter(); try { if (_running) return; } finally { _modern.Exit(); } [|_running = true|];",
        TestName = "A lock that is entered and left")]
    public Task The_newer_lock(string body) => Flags(Class("", $"public void Enter() {{ {body} }}"));

    [TestCase(
        "lock (_gate) { if (_client is not null) return; } var made = new HttpClient(); "
        + "lock (_gate) { [|_client = made|]; }",
        TestName = "A client")]
    [TestCase(
        "lock (_gate) { if (_lists.TryGetValue(key, out var list)) return; } Work(); "
        + "lock (_gate) { [|_lists[key] = new List<string>()|]; }",
        TestName = "A list for a key")]
    [TestCase(
        "HttpClient? known; lock (_gate) { known = _client; } if (known == null) { known = new HttpClient(); "
        + "lock (_gate) { [|_client = known|]; } }",
        TestName = "A client in one local")]
    public Task Two_are_made(string body) => Flags(Class(body));

    [TestCase(
        "lock (_gate) { if (_counts.ContainsKey(key)) return; } Work(); lock (_gate) { [|_counts.Add(key, 1)|]; }",
        TestName = "An element of a map")]
    [TestCase(
        "bool known; lock (_gate) { known = _names.Contains(key); } if (!known) lock (_gate) [|_names.Add(key)|];",
        TestName = "An element of a list")]
    [TestCase(
        "lock (_gate) { if (_names.Any(name => name == key)) return; } Work(); lock (_gate) { [|_names.Add(key)|]; }",
        TestName = "A search with a condition")]
    [TestCase(
        "lock (_gate) { if (_seen.Contains(key)) return; } Work(); lock (_gate) { [|_seen.Add(key)|]; }",
        TestName = "A set whose answer is ignored")]
    public Task Both_add(string body) => Flags(Class(body));

    [TestCase(
        "int total; lock (_gate) { total = _count; } Work(); lock (_gate) { [|_count = total + 1|]; }",
        TestName = "A sum")]
    [TestCase(
        "int total; lock (_gate) { total = _count; } total += 5; lock (_gate) { [|_count = total|]; }",
        TestName = "A local that is counted on")]
    [TestCase(
        "int total; lock (_gate) { total = _count + 1; } Work(); [|_count = total|];",
        TestName = "A sum that was made under the lock")]
    [TestCase(
        "int max; lock (_gate) { max = _count; } var next = Math.Max(max, key.Length); lock (_gate) [|_count = next|];",
        TestName = "A maximum")]
    [TestCase(
        "int n; lock (_gate) { _counts.TryGetValue(key, out n); } Work(); lock (_gate) { [|_counts[key] = n + 1|]; }",
        TestName = "An element")]
    [TestCase(
        "bool on; lock (_gate) { on = _running; } lock (_gate) { [|_running = !on|]; }",
        TestName = "A switch")]
    [TestCase(
        "var all = _frozen; lock (_gate) { all = _frozen; } var more = all.Add(key); lock (_gate) [|_frozen = more|];",
        TestName = "A list that cannot be changed")]
    [TestCase(
        "Entry entry; lock (_gate) { entry = _entry; } lock (_gate) { [|_entry = entry with { Hits = 1 }|]; }",
        TestName = "A record")]
    [TestCase(
        "await _turn.WaitAsync(); if (_entry is not { } seen) { _turn.Release(); return; } _turn.Release(); "
        + "await _turn.WaitAsync(); [|_entry = seen with { Hits = seen.Hits + 1 }|]; _turn.Release();",
        TestName = "A value that a denied pattern names")]
    public Task One_change_is_lost(string body) => Flags(Class(body));

    [TestCase(
        "int id; lock (_gate) { id = _nextId; } Use(id); lock (_gate) { [|_nextId++|]; }",
        TestName = "An id that is counted on later")]
    [TestCase(
        "int id; lock (_gate) { id = _entries.Count + 1; } lock (_gate) { [|_entries.Add(new Entry { Hits = id })|]; }",
        TestName = "A count that becomes an id")]
    [TestCase(
        "int last; lock (_gate) { last = _names.Count - 1; } Work(); lock (_gate) { [|_names.RemoveAt(last)|]; }",
        TestName = "An index of what is removed")]
    [TestCase(
        "int at; lock (_gate) { at = _names.IndexOf(key); } Work(); lock (_gate) { [|_names[at] = \"\"|]; }",
        TestName = "An index of what is set")]
    [TestCase(
        "int at; lock (_gate) { at = _names.Count / 2; } Work(); lock (_gate) { [|_names.Insert(at, key)|]; }",
        TestName = "An index of what is put in between")]
    public Task Two_take_the_same_number(string body) => Flags(Class(body));

    [TestCase(
        "bool any; lock (_gate) { any = _recent.Count > 0; } if (any) lock (_gate) { Use([|_recent.Dequeue()|]); }",
        TestName = "What was there is gone")]
    [TestCase(
        "string first; lock (_gate) { first = _recent.Peek(); } Use(first); lock (_gate) { [|_recent.Dequeue()|]; }",
        TestName = "Another one than was looked at")]
    [TestCase(
        "string[] batch; lock (_gate) { batch = _names.ToArray(); } Use(batch); lock (_gate) { [|_names.Clear()|]; }",
        TestName = "A copy, and what came since")]
    [TestCase(
        "List<string> batch; lock (_gate) { batch = new List<string>(_names); } Use(batch); lock (_gate) "
        + "[|_names.Clear()|];",
        TestName = "A copy by a constructor")]
    [TestCase(
        "List<string> batch; lock (_gate) { batch = _batch; } Use(batch); lock (_gate) { [|_batch = new()|]; }",
        TestName = "A list that is replaced")]
    public Task Something_is_taken_or_lost(string body) => Flags(Class(body));

    [TestCase(
        "foreach (var pair in _live) { bool old; lock (pair.Value) { old = pair.Value.Count == 0; } "
        + "if (old) [|_live.TryRemove(pair.Key, out _)|]; }",
        TestName = "Removed in its round")]
    [TestCase(
        "foreach (var (name, list) in _lists) { bool old; lock (list) { list.Remove(key); old = list.Count == 0; } "
        + "if (old) [|_lists.Remove(name)|]; }",
        TestName = "Taken apart, and tidied before")]
    [TestCase(
        "var old = new List<string>(); foreach (var pair in _live) { lock (pair.Value) { if (!pair.Value.Any()) "
        + "old.Add(pair.Key); } } foreach (var name in old) { [|_live.TryRemove(name, out _)|]; }",
        TestName = "Removed by a list of keys")]
    public Task An_element_that_somebody_else_has_got(string body) => Flags(Class(body));

    [TestCase(
        "foreach (var pair in _all) { bool old; lock (pair.Value) { old = pair.Value.Funds == 0; "
        + "if (old) pair.Value.IsClosed = true; } if (old) _all.TryRemove(pair.Key, out _); }",
        TestName = "Marked under the lock")]
    [TestCase(
        "foreach (var pair in _live) { lock (pair.Value) { if (pair.Value.Count == 0) "
        + "_live.TryRemove(pair.Key, out _); } }",
        TestName = "Removed under the lock")]
    [TestCase(
        "lock (_gate) { foreach (var pair in _lists) { bool old; lock (pair.Value) { old = pair.Value.Count == 0; } "
        + "if (old) _lists.Remove(pair.Key); } }",
        TestName = "A lock around all")]
    [TestCase(
        "foreach (var pair in _live) { lock (pair.Value) { pair.Value.Clear(); } "
        + "if (pair.Key == key) _live.TryRemove(pair.Key, out _); }",
        TestName = "Removed for its key")]
    [TestCase(
        "foreach (var pair in _live) { bool old; lock (pair.Value) { old = pair.Value.Count == 0; } "
        + "if (old) _lists.Remove(pair.Key); }",
        TestName = "Removed from another map")]
    public Task An_element_that_nobody_misses(string body) => Allows(
        Class(body, "private readonly ConcurrentDictionary<string, Account> _all = new();"));

    [TestCase("_all.AddOrUpdate(name, _ => new Account(), (_, old) => { lock (old) { old.Funds++; return old; } });",
        TestName = "Changed by the map")]
    [TestCase("_all.AddOrUpdate(name, new Account(), Earn); if (_all.IsEmpty) return;", TestName = "And counted")]
    public Task An_element_that_the_map_itself_changes(string use) =>
        Allows(Swept(use, "_all.TryRemove(pair.Key, out _)"));

    [TestCase("var one = _all.GetOrAdd(name, _ => new Account()); lock (one) { one.Funds++; }", TestName = "Got")]
    [TestCase("var one = _all.AddOrUpdate(name, new Account(), Earn); lock (one) { one.Funds++; }",
        TestName = "Got from the map that has changed it")]
    public Task An_element_that_comes_out_of_the_map(string use) =>
        Flags(Swept(use, "[|_all.TryRemove(pair.Key, out _)|]"));

    private static string Swept(string use, string removal) => Class(
        "foreach (var pair in _all) { bool old; lock (pair.Value) { old = pair.Value.Funds == 0; } "
        + $"if (old) {removal}; }}",
        "private readonly ConcurrentDictionary<string, Account> _all = new(); "
        + "private static Account Earn(string name, Account old) { lock (old) { old.Funds++; return old; } } "
        + "public void Earn(string name) { " + use + " }");

    [Test]
    public Task The_message_of_an_element() => Says(
        Class(
            "foreach (var pair in _live) { bool old; lock (pair.Value) { old = pair.Value.Count == 0; } "
            + "if (old) [|_live.TryRemove(pair.Key, out _)|]; }"),
        "Between the look at 'pair.Value.Count' under the lock on 'pair.Value' and '_live.TryRemove(pair.Key, out _)' "
        + "another thread can get the element and change it, which is then lost with it; mark it as removed under the "
        + "lock, and ask for the mark wherever it is locked");

    [Test]
    public Task A_member_of_what_is_locked() => Flags(
        Class(
            "",
            "public bool Pay(Account account, int sum) { lock (account) { if (account.Funds < sum) return false; } "
            + "Work(); lock (account) { [|account.Funds -= sum|]; } return true; }"));

    [Test]
    public Task A_list_that_is_locked_itself() => Flags(
        Class(
            "",
            "public void Join(List<string> room, string name) { lock (room) { if (room.Count > 9) return; } "
            + "Work(); lock (room) { [|room.Add(name)|]; } }"));

    [Test]
    public Task A_private_method_that_others_lead_to() => Flags(
        Class("Begin();", "private void Begin() { lock (_gate) { if (_running) return; } [|_running = true|]; }"));

    [Test]
    public Task A_protected_method_that_others_lead_to() => Flags(
        Class("Begin();", "protected void Begin() { lock (_gate) { if (_running) return; } [|_running = true|]; }"));

    [Test]
    public Task A_property_that_looks() => Flags(
        Class(
            "lock (_gate) { if (IsFull) return; } Work(); lock (_gate) { [|_count++|]; }",
            "private bool IsFull => _count >= 10;"));

    [Test]
    public Task A_method_that_looks_for_a_key() => Flags(
        Class(
            "lock (_gate) { if (Knows(key)) return; } Work(); lock (_gate) { [|_counts.Add(key, 1)|]; }",
            "private bool Knows(string name) => _counts.ContainsKey(name);"));

    [Test]
    public Task The_body_of_a_lambda() => Flags(
        Class("await Task.Run(() => { lock (_gate) { if (_running) return; } [|_running = true|]; });"));

    [Test]
    public Task What_others_ask_of_a_hosted_service() => Hosting.Flags(
        Hosted("public void Pause() { lock (_gate) { if (_paused) return; } [|_paused = true|]; }"));

    [Test]
    public Task One_decision_is_said_once() => Flags(
        Class("lock (_gate) { if (_count > 9) return; } lock (_gate) { [|_count++|]; _count++; } _count = 3;"));

    [Test]
    public Task The_message_of_a_look_and_a_write_in_the_open() => Says(
        Class("lock (_gate) { if (_running) return; } [|_running = true|];"),
        "Between the look at '_running' under the lock on '_gate' and '_running = true' another thread can find the "
        + "same, so that both go on; do both in one lock");

    [Test]
    public Task The_message_of_two_locks() => Says(
        Class("lock (_gate) { if (_count >= 10) return; } Work(); lock (_gate) { [|_count++|]; }"),
        "Between the look at '_count' under the lock on '_gate' and '_count++' another thread can find the same, so "
        + "that both go on; do both in one lock, or look again in the second");

    [Test]
    public Task The_message_of_an_object() => Says(
        Class(
            "lock (_gate) { if (_client is not null) return; } var made = new HttpClient(); "
            + "lock (_gate) { [|_client = made|]; }"),
        "Between the look at '_client' under the lock on '_gate' and '_client = made' another thread can find nothing "
        + "there too, so that two are made and one is lost; do both in one lock, or look again in the second");

    [Test]
    public Task The_message_of_a_copy() => Says(
        Class(
            "string[] batch; lock (_gate) { batch = _names.ToArray(); } Use(batch); "
            + "lock (_gate) [|_names.Clear()|];"),
        "Between the look at '_names' under the lock on '_gate' and '_names.Clear()' another thread can add something, "
        + "which is then lost; copy and clear in one lock");

    [Test]
    public Task The_messages_of_numbers_and_elements() => Says(
        Class(
            "int id; lock (_gate) { id = _nextId; } Use(id); lock (_gate) { [|_nextId++|]; } "
            + "string first; lock (_gate) { first = _recent.Peek(); } lock (_gate) { [|_recent.Dequeue()|]; } "
            + "int total; lock (_gate) { total = _count; } lock (_gate) { [|_count = total + 1|]; }"),
        "Between the look at '_nextId' under the lock on '_gate' and '_nextId++' another thread can take the same "
        + "number; do both in one lock",
        "Between the look at '_recent' under the lock on '_gate' and '_recent.Dequeue()' another thread can take what "
        + "was there; do both in one lock",
        "Between the look at '_count' under the lock on '_gate' and '_count = total + 1' another thread can change it, "
        + "and that change is then overwritten; do both in one lock");

    [TestCase("lock (_gate) { if (_running) return; _running = true; } Work();", TestName = "Both in one lock")]
    [TestCase(
        "lock (_gate) { if (_client is not null) return; } var made = new HttpClient(); "
        + "lock (_gate) { if (_client is not null) return; _client = made; }",
        TestName = "A second look")]
    [TestCase(
        "lock (_gate) { if (_client is not null) return; } var made = new HttpClient(); lock (_gate) _client ??= made;",
        TestName = "A second look by an operator")]
    [TestCase(
        "int seen; lock (_gate) { seen = _version; if (_count > 9) return; } Work(); "
        + "lock (_gate) { if (seen != _version) return; _count++; }",
        TestName = "A version that is compared")]
    [TestCase(
        "lock (_gate) { if (IsFull) return; } Work(); lock (_gate) { if (IsFull) return; _count++; }",
        TestName = "A second look by a property")]
    [TestCase(
        "lock (_gate) { if (_count > 9) return; } Work(); lock (_gate) { Check(); _count++; }",
        TestName = "A second look by a method")]
    [TestCase(
        "lock (_gate) { if (_running) return; _running = true; } try { Work(); } finally { lock (_gate) "
        + "{ _running = false; } }",
        TestName = "Claimed, and given back")]
    [TestCase(
        "lock (_gate) { if (_running) return; _running = true; } Work(); lock (_gate) { _running = false; }",
        TestName = "Claimed, and given back at the end")]
    [TestCase(
        "lock (_gate) { if (_client != null || _running) return; _running = true; } var made = new HttpClient(); "
        + "lock (_gate) { _client = made; }",
        TestName = "Claimed by another member")]
    [TestCase(
        "string[] all; lock (_gate) { all = _names.ToArray(); } foreach (var name in all) Use(name);",
        TestName = "A copy that is gone through")]
    [TestCase(
        "int before; lock (_gate) { before = _count; } Use(before); lock (_gate) { _count++; }",
        TestName = "A number that is told to others")]
    [TestCase(
        "lock (_gate) { if (_counts.TryGetValue(key, out var n)) return; } var made = key.Length; "
        + "lock (_gate) { _counts[key] = made; }",
        TestName = "A value of which two are as good as one")]
    [TestCase(
        "lock (_gate) { if (_lists.ContainsKey(key)) return; } lock (_gate) { _lists.TryAdd(key, new()); }",
        TestName = "An addition that looks itself")]
    [TestCase(
        "lock (_gate) { if (_seen.Contains(key)) return; } lock (_gate) { if (!_seen.Add(key)) return; } Work();",
        TestName = "A set whose answer is asked")]
    [TestCase(
        "lock (_gate) { if (_ticks > 9) return; } Interlocked.Increment(ref _ticks);",
        TestName = "Interlocked")]
    [TestCase(
        "lock (_gate) { if (_running) return; } lock (_gate) { _count++; }",
        TestName = "Another state")]
    [TestCase(
        "lock (_gate) { if (_counts.ContainsKey(key)) return; } lock (_gate) { _counts.Add(key + \"2\", 1); }",
        TestName = "Another key")]
    [TestCase(
        "lock (Shared) { lock (_gate) { if (_running) return; } Work(); lock (_gate) { _running = true; } }",
        TestName = "A lock around both")]
    [TestCase(
        "await _turn.WaitAsync(); try { lock (_gate) { if (_running) return; } await Task.Yield(); _running = true; } "
        + "finally { _turn.Release(); }",
        TestName = "A semaphore around both")]
    [TestCase(
        "_sides.EnterUpgradeableReadLock(); try { if (_running) return; _sides.EnterWriteLock(); _running = true; "
        + "_sides.ExitWriteLock(); } finally { _sides.ExitUpgradeableReadLock(); }",
        TestName = "A lock that is upgraded")]
    [TestCase(
        "using (await AcquireLockAsync(key)) { lock (_gate) { if (_running) return; } lock (_gate) _running = true; }",
        TestName = "A lock of another maker")]
    [TestCase(
        "try { lock (_gate) { if (_state != State.Idle) return; } Work(); } "
        + "catch { lock (_gate) { _state = State.Busy; } throw; }",
        TestName = "What is written down when it has failed")]
    [TestCase(
        "if (key == \"\") { lock (_gate) { if (_running) return; } Work(); } else { lock (_gate) _running = true; }",
        TestName = "Either one or the other")]
    [TestCase(
        "if (key == \"\") { lock (_gate) { if (_count > 9) return; } Work(); return; } lock (_gate) { _count++; }",
        TestName = "A way that ends before")]
    [TestCase(
        "string? found; lock (_gate) { found = _names.Find(name => name == key); } if (found is null) return; "
        + "Use(found); lock (_gate) { _names.Remove(found); }",
        TestName = "An element that is removed")]
    [TestCase(
        "lock (_gate) { if (_names.Count == 0) return; } Work(); lock (_gate) { _names.Add(key); }",
        TestName = "Nothing to do, and no limit")]
    [TestCase(
        "await Slots.WaitAsync(); var busy = _running; Slots.Release(); if (busy) return; _running = true;",
        TestName = "A semaphore for several")]
    [TestCase(
        "lock (_gate) { if (_live.ContainsKey(key)) return; } _live[key] = new List<string>();",
        TestName = "A concurrent collection")]
    [TestCase(
        "bool old; lock (_gate) { old = _running; } Work(); lock (_gate) { _running = old; }",
        TestName = "A value that is put back")]
    [TestCase(
        "var count = 0; lock (_gate) { if (count > 9) return; } lock (_gate) { count++; }",
        TestName = "A local")]
    [TestCase(
        "lock (_gate) { foreach (var name in _names) if (_count > 9) break; } Work(); lock (_gate) { _count++; }",
        TestName = "The end of a loop inside")]
    [TestCase(
        "var done = false; lock (_gate) { done = _running; } if (done) Use(1); lock (_gate) { _running = true; }",
        TestName = "A condition of something else")]
    [TestCase(
        "lock (_gate) { if (_count > 9) return; _count++; } Work(); lock (_gate) { _count--; }",
        TestName = "Counted up and down")]
    [TestCase(
        "DateTimeOffset last; lock (_gate) { last = _last; } await Task.Delay(100); Use(last); "
        + "lock (_gate) { _last = DateTimeOffset.UtcNow; }",
        TestName = "A pause of a length of its own")]
    [TestCase(
        "int total; lock (_gate) { total = _count; } var loaded = await LoadAsync(total); "
        + "lock (_gate) _count = loaded;",
        TestName = "What somebody else has answered")]
    [TestCase(
        "int n; lock (_gate) { n = _names.Count; } Work(); lock (_gate) { _names.Add($\"{n} items\"); }",
        TestName = "A text that speaks of a number")]
    [TestCase(
        "int n; lock (_gate) { n = _names.Count; } Work(); lock (_gate) { _names.Add(Convert.ToString(n)); }",
        TestName = "What a call makes of a number")]
    [TestCase(
        "lock (_gate) { if (_tree.Count == 0) return; } _tree.Insert();",
        TestName = "A method of one's own that is named like that of a list, and takes nothing")]
    public Task What_nobody_can_come_between(string body) => Allows(
        Class(
            body,
            "private bool IsFull => _count >= 10; "
            + "private void Check() { if (_count > 9) throw new Exception(); }"));

    [TestCase("public Store(int start) { lock (_gate) { if (_running) return; } _running = true; }",
        TestName = "A constructor")]
    [TestCase("public void Dispose() { lock (_gate) { if (!_running) return; } _running = false; }",
        TestName = "The end of the object")]
    [TestCase("private void Begin() { lock (_gate) { if (_running) return; } _running = true; }",
        TestName = "A private method that nobody calls")]
    [TestCase("protected void Begin() { lock (_gate) { if (_running) return; } _running = true; }",
        TestName = "A protected method that nobody calls")]
    [TestCase(
        """
        public void Enter() { lock (_gate) Begin(); }
        private void Begin() { lock (_gate) { if (_running) return; } _running = true; }
        """,
        TestName = "A caller with the lock")]
    [TestCase(
        """
        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)]
        public void Begin() { lock (_gate) { if (_running) return; } _running = true; }
        """,
        TestName = "A synchronized method")]
    public Task Where_nobody_else_is(string member) => Allows(Class("", member));

    [TestCase(
        "using (new HttpClient()) { var scope = _modern.EnterScope(); try { Work(); } finally { scope.Dispose(); } "
        + "if (_count > 9) return; } using (_modern.EnterScope()) { _count++; }",
        TestName = "A look after the scope")]
    [TestCase(
        "Lock.Scope scope; using (new HttpClient()) { scope = _modern.EnterScope(); if (_running) return; } "
        + "_running = true; scope.Dispose();",
        TestName = "A scope that is longer")]
    public Task A_using_of_something_else_is_no_scope(string body) =>
        Allows(Class("", $"public void Enter() {{ {body} }}"));

    [Test]
    public Task The_loop_of_a_hosted_service() => Hosting.Allows(
        Hosted("private void Turn() { lock (_gate) { if (_paused) return; } _paused = true; }"));

    [Test]
    public Task A_change_in_the_open_that_another_rule_finds() => Hosting.Allows(
        Class("lock (Shared) { if (s_all > 9) return; } s_all++;", "private static int s_all;"));

    [Test]
    public Task A_test_project() => new RuleCase<UsedAfterLock>(new Setting(References.Testing)).Allows(
        Class("lock (_gate) { if (_running) return; } _running = true;"));

    private static RuleCase<UsedAfterLock> Hosting => new(new Setting(References.AspNetCore));

    private static string Hosted(string member) => $$"""
        using Microsoft.Extensions.Hosting;

        public class Loop : BackgroundService
        {
            private readonly object _gate = new();
            private bool _paused;

            protected override Task ExecuteAsync(CancellationToken stoppingToken)
            {
                Turn();
                return Task.CompletedTask;
            }

            {{(member.Contains("Turn()", StringComparison.Ordinal) ? "" : "private static void Turn() { }")}}

            {{member}}
        }
        """;

    private static string Class(string body, string member = "") => $$"""
        using System.Collections.Concurrent;
        using System.Collections.Immutable;

        public enum State { Idle, Busy }

        public record Entry { public int Hits { get; init; } }

        public class Tree { public int Count => 1; public void Insert() { } }

        public class Account { public int Funds { get; set; } public bool IsClosed { get; set; } }

        public class Store
        {
            private static readonly object Shared = new();
            private static readonly SemaphoreSlim Slots = new(4);
            private readonly object _gate = new();
            private readonly Lock _modern = new();
            private readonly SemaphoreSlim _turn = new(1, 1);
            private readonly ReaderWriterLockSlim _sides = new();
            private readonly List<string> _names = new();
            private readonly List<Entry> _entries = new();
            private readonly HashSet<string> _seen = new();
            private readonly Queue<string> _recent = new();
            private readonly Dictionary<string, int> _counts = new();
            private readonly Dictionary<string, List<string>> _lists = new();
            private readonly ConcurrentDictionary<string, List<string>> _live = new();
            private ImmutableList<string> _frozen = ImmutableList<string>.Empty;
            private readonly Tree _tree = new();
            private List<string> _batch = new();
            private DateTimeOffset _last;
            private Entry _entry = new();
            private HttpClient? _client;
            private State _state;
            private bool _running;
            private int _count;
            private int _nextId;
            private int _version;
            private int _ticks;

            {{member}}

            public async Task RunAsync(string key)
            {
                await Task.Yield();
                {{body}}
            }

            private static void Work() { }

            private static void Use(object value) { }

            private static Task<int> LoadAsync(int start) => Task.FromResult(start);

            private static Task<IDisposable> AcquireLockAsync(string key) => throw new NotSupportedException(key);
        }
        """;
}
