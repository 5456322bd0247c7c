using AiAwareAnalyzers.Materialization;

namespace AiAwareAnalyzers.Tests.Materialization;

public sealed class UnboundedCacheTests : RuleTests<UnboundedCache>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    [Test]
    public Task A_static_dictionary_is_set_by_key() =>
        Flags(In("static readonly Dictionary<string, int> [|Cache|] = new();\npublic int Get(string key) { if "
            + "(!Cache.TryGetValue(key, out var n)) Cache[key] = n = key.Length; return n; }"));

    [Test]
    public Task A_concurrent_dictionary_gets_or_adds() =>
        Flags(In("static readonly ConcurrentDictionary<string, int> [|Cache|] = new();\npublic int Get(string key) => "
            + "Cache.GetOrAdd(key, k => k.Length);"));

    [Test]
    public Task A_static_list_is_added_to() =>
        Flags(In("static readonly List<string> [|Log|] = new();\npublic void Write(string line) => Log.Add(line);"));

    [Test]
    public Task A_static_set_is_added_to() =>
        Flags(In("private static HashSet<Guid> [|Seen|] = new();\npublic bool IsNew(Guid id) => Seen.Add(id);"));

    [Test]
    public Task A_bag_collects_from_many_threads() =>
        Flags(In("static readonly ConcurrentBag<Exception> [|Errors|] = new();\npublic void Note(Exception e) => "
            + "Errors.Add(e);"));

    [Test]
    public Task A_queue_that_nobody_empties() =>
        Flags(In(
            "static readonly Queue<int> [|Last|] = new();\npublic void Note(int n) { lock (Last) Last.Enqueue(n); }"));

    [Test]
    public Task A_dictionary_tries_to_add() =>
        Flags(In("static readonly Dictionary<int, string> [|Names|] = new();\npublic void Note(int id, string name) => "
            + "Names.TryAdd(id, name);"));

    [Test]
    public Task A_dictionary_adds_or_updates() =>
        Flags(In("static readonly ConcurrentDictionary<string, int> [|Hits|] = new();\npublic void Hit(string page) => "
            + "Hits.AddOrUpdate(page, 1, (_, n) => n + 1);"));

    [Test]
    public Task A_list_is_added_many_at_once() =>
        Flags(In("static readonly List<string> [|Log|] = new();\npublic void Write(string[] lines) => "
            + "Log.AddRange(lines);"));

    [Test]
    public Task A_background_service_is_there_once() =>
        Flags("class Worker : Microsoft.Extensions.Hosting.BackgroundService { private readonly Dictionary<string, "
            + "int> [|_seen|] = new(); protected override Task ExecuteAsync(CancellationToken token) { "
            + "_seen[Guid.NewGuid().ToString()] = 1; return Task.CompletedTask; } }");

    [Test]
    public Task A_type_that_holds_its_only_instance() =>
        Flags(In("public static readonly C Instance = new();\nprivate readonly Dictionary<string, int> [|_cache|] = "
            + "new();\npublic void Put(string key) => _cache[key] = 1;"));

    [Test]
    public Task A_dictionary_behind_an_interface() =>
        Flags(In("static readonly IDictionary<string, int> [|Cache|] = new Dictionary<string, int>();\npublic void "
            + "Put(string key) => Cache.Add(key, 1);"));

    [Test]
    public Task A_lock_is_no_limit() =>
        Flags(In("static readonly Dictionary<string, int> [|Cache|] = new();\npublic void Put(string key) { lock "
            + "(Cache) { if (!Cache.ContainsKey(key)) Cache.Add(key, 1); } }"));

    [Test]
    public Task It_says_who_adds_and_what_is_missing() => Says(
        In("static readonly Dictionary<string, int> [|Cache|] = new();\npublic void Put(string key) => "
            + "Cache[key] = 1;"),
        "'Cache' lives as long as the process, 'Put' adds to it, and nothing in 'C' ever removes, limits or expires an "
        + "element; use a 'MemoryCache' with a size limit, or remove what is old");

    [Test]
    public Task An_element_is_removed() =>
        Allows(In("static readonly Dictionary<string, int> Cache = new();\npublic void Put(string key) => Cache[key] = "
            + "1;\npublic void Forget(string key) => Cache.Remove(key);"));

    [Test]
    public Task The_whole_is_cleared() =>
        Allows(In(
            "static readonly List<string> Log = new();\npublic void Write(string line) { Log.Add(line); if (line == "
            + "\"\") Log.Clear(); }"));

    [Test]
    public Task The_size_is_looked_at() =>
        Allows(In(
            "static readonly Dictionary<string, int> Cache = new();\npublic void Put(string key) { if (Cache.Count < "
            + "100) Cache[key] = 1; }"));

    [Test]
    public Task A_new_one_takes_its_place() =>
        Allows(In(
            "static Dictionary<string, int> _cache = new();\npublic void Put(string key) => _cache[key] = 1;\npublic "
            + "void Reset() => _cache = new();"));

    [Test]
    public Task A_queue_is_emptied() =>
        Allows(In("static readonly ConcurrentQueue<int> Work = new();\npublic void Put(int n) => Work.Enqueue(n);\n"
            + "public bool Take(out int n) => Work.TryDequeue(out n);"));

    [Test]
    public Task There_are_only_so_many_types() =>
        Allows(In(
            "static readonly ConcurrentDictionary<Type, string> Names = new();\npublic string Name(Type type) => "
            + "Names.GetOrAdd(type, t => t.Name);"));

    [Test]
    public Task There_are_only_so_many_values_of_an_enum() =>
        Allows(In(
            "static readonly Dictionary<DayOfWeek, int> Days = new();\npublic void Put(DayOfWeek day) => "
            + "Days[day] = 1;"));

    [Test]
    public Task A_table_is_filled_once() =>
        Allows(In(
            "static readonly Dictionary<string, int> Table = new() { [\"a\"] = 1 };\npublic int Get(string key) => "
            + "Table[key];"));

    [Test]
    public Task A_static_constructor_fills_a_table() =>
        Allows(In("static readonly Dictionary<string, int> Table = new();\nstatic C() { foreach (var name in "
            + "Environment.GetCommandLineArgs()) Table[name] = 1; }\npublic int Get(string key) => Table[key];"));

    [Test]
    public Task Parts_of_a_program_register_when_it_starts() =>
        Allows(In(
            "static readonly List<Action> Handlers = new();\npublic static void Register(Action handler) => "
            + "Handlers.Add(handler);"));

    [Test]
    public Task A_key_that_stands_in_the_code() =>
        Allows(In(
            "static readonly Dictionary<string, int> Flags = new();\npublic void Set(int n) => Flags[\"ready\"] = n;"));

    [Test]
    public Task A_field_of_an_object_goes_with_it() =>
        Allows(In(
            "private readonly Dictionary<string, int> _cache = new();\npublic void Put(string key) => "
            + "_cache[key] = 1;"));

    [Test]
    public Task Others_can_remove_from_a_public_field() =>
        Allows(
            In("public static readonly List<string> Log = new();\npublic void Write(string line) => Log.Add(line);"));

    [Test]
    public Task Somebody_else_is_given_the_collection() =>
        Allows(In("static readonly List<string> Log = new();\npublic void Write(string line) { Log.Add(line); "
            + "Trim(Log); }\nstatic void Trim(List<string> log) => log.RemoveAt(0);"));

    [Test]
    public Task A_nested_type_may_remove() =>
        Allows(In(
            "static readonly List<string> Log = new();\npublic void Write(string line) => Log.Add(line);\nclass "
            + "Trimmer { void Trim() => Log.Clear(); }"));

    [Test]
    public Task A_thread_has_its_own() =>
        Allows(In(
            "[ThreadStatic] static List<string>? _log;\npublic void Write(string line) => (_log ??= "
            + "new()).Add(line);"));

    [Test]
    public Task Elements_are_replaced_in_place() =>
        Allows(In("static readonly List<int> Slots = new() { 0, 0 };\npublic void Set(int i) => Slots[i] = 1;"));

    private static string In(string members) => $$"""
        using System.Collections.Concurrent;
        class C
        {
            {{members.ReplaceLineEndings("\n    ")}}
        }
        """;
}
