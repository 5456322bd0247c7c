using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

public sealed class CacheKeyGapTests : RuleTests<CacheKeyGap, CacheKeyGapFix>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    [TestCase(
        "object F(int clinicId, int year) => cache.GetOrCreate([|$\"d:{year}\"|], entry => Load(clinicId, year));",
        TestName = "An argument of a call")]
    [TestCase("object F(int clinicId) => cache.GetOrCreate([|\"d\"|], entry => Load(clinicId));",
        TestName = "A constant key")]
    [TestCase(
        "object F(int clinicId) => cache.GetOrCreate([|\"d\"|], e => Rows.Where(r => r.Clinic == clinicId).ToList());",
        TestName = "A filter of a query")]
    [TestCase(
        "async Task<object> F(int clinicId) => await cache.GetOrCreateAsync([|\"d\"|], async e => "
        + "{ e.SlidingExpiration = TimeSpan.FromMinutes(1); return await LoadAsync(clinicId); });",
        TestName = "A lambda with statements")]
    [TestCase(
        "object F(int clinicId) { var from = clinicId * 10; return cache.GetOrCreate([|\"d\"|], e => Load(from)); }",
        TestName = "A local that was reckoned from it")]
    [TestCase(
        "object F(string lang, int id) { var key = \"d\" + id; return cache.GetOrCreate([|key|], e => Load(lang, "
        + "id)); }",
        TestName = "A key in a local")]
    [TestCase(
        "object F(int id, bool withInactive) => cache.GetOrCreate([|(\"d\", id)|], e => Load(id, withInactive));",
        TestName = "A tuple as key")]
    [TestCase(
        "object F(int id) { object Make() => Load(id); return cache.GetOrCreate([|\"d\"|], e => Make()); }",
        TestName = "A local function that captures it")]
    [TestCase(
        "object F(int id) { if (cache.TryGetValue(\"d\", out object found)) return found; var made = Load(id); "
        + "cache.Set([|\"d\"|], made); return made; }",
        TestName = "Asked and put in two steps")]
    [TestCase(
        "object F(int id) { if (!cache.TryGetValue(\"d\", out List<object> found)) { found = Load(id); "
        + "cache.Set([|\"d\"|], found, TimeSpan.FromHours(1)); } return found; }",
        TestName = "One local for both")]
    [TestCase(
        "async Task<string> F(int id, CancellationToken token) { var text = await store.GetStringAsync(\"d\", token); "
        + "if (text is not null) return text; text = string.Join(\",\", await LoadAsync(id)); "
        + "await store.SetStringAsync([|\"d\"|], text, token); return text; }",
        TestName = "A distributed cache")]
    [TestCase(
        "async Task<byte[]> F(string q) { var bytes = await store.GetAsync(\"q\"); if (bytes != null) return bytes; "
        + "var fresh = System.Text.Encoding.UTF8.GetBytes(Text(q)); await store.SetAsync([|\"q\"|], fresh); return "
        + "fresh; }",
        TestName = "Bytes of a distributed cache")]
    [TestCase(
        "async Task<object> F(int id, int year, CancellationToken token) => await hybrid.GetOrCreateAsync("
        + "[|$\"d:{year}\"|], async t => await LoadAsync(id, year), cancellationToken: token);",
        TestName = "A hybrid cache")]
    [TestCase(
        "async Task<object> F(int id, int year) => await hybrid.GetOrCreateAsync("
        + "[|\"d\" + year|], (this, id), static async (s, t) => await s.Item1.LoadAsync(s.id));",
        TestName = "The state of a hybrid cache")]
    [TestCase(
        "static readonly ConcurrentDictionary<int, List<object>> Known = new(); "
        + "object F(int year, string lang) => Known.GetOrAdd([|year|], y => Load(y, lang));",
        TestName = "A static dictionary")]
    [TestCase(
        "static readonly ConcurrentDictionary<int, Lazy<object>> Known = new(); "
        + "object F(int year, string lang) => Known.GetOrAdd([|year|], y => new Lazy<object>(() => Load(y, "
        + "lang))).Value;",
        TestName = "A lazy value")]
    [TestCase(
        "static readonly ConcurrentDictionary<int, object> Known = new(); "
        + "object F(int year, string lang) => Known.GetOrAdd([|year|], (y, l) => Load(y, l), lang);",
        TestName = "The argument of a dictionary")]
    [TestCase(
        "object F(DashboardQuery query) => cache.GetOrCreate([|$\"d:{query.Year}\"|], e => Load(query.ClinicId));",
        TestName = "Another member of a request")]
    [TestCase(
        "object F(ClaimsPrincipal user) => cache.GetOrCreate([|\"mine\"|], e => Text(user.FindFirst(\"sub\")!.Value));",
        TestName = "Who calls, by a claim")]
    [TestCase(
        "ICurrentUser current; object F() => cache.GetOrCreate([|\"mine\"|], e => Load(current.UserId));",
        TestName = "Who calls, by a service")]
    [TestCase(
        "int _tenantId; public Shop(ICurrentUser user) { _tenantId = user.TenantId; } "
        + "object F() => cache.GetOrCreate([|\"all\"|], e => Load(_tenantId));",
        TestName = "Who calls, in a field")]
    [TestCase(
        "void F(int[] ids) { foreach (var id in ids) cache.GetOrCreate([|\"d\"|], e => Load(id)); }",
        TestName = "The element of a loop")]
    [TestCase(
        "object F(string text) { if (!int.TryParse(text, out var id)) return null; "
        + "return cache.GetOrCreate([|\"d\"|], e => Load(id)); }",
        TestName = "What was parsed from it")]
    [TestCase(
        "object F(int id) { if (id <= 0) throw new ArgumentException(); return cache.GetOrCreate([|\"d\"|], e => "
        + "Load(id)); }",
        TestName = "Behind a guard")]
    [TestCase(
        "object F(int id) { if (id == 0) return null; return cache.GetOrCreate([|\"d\"|], e => Load(id)); }",
        TestName = "Behind a guard that gives nothing")]
    [TestCase(
        "object F(int customerId, int orderId) => cache.GetOrCreate([|$\"o:{orderId}\"|], e => "
        + "Load(customerId, orderId));",
        TestName = "The owner of a thing")]
    public Task What_the_key_does_not_tell(string members) => Flags(Code(members));

    [TestCase("object F(int id) => cache.GetOrCreate($\"d:{id}\", e => Load(id));", TestName = "In the key")]
    [TestCase(
        "object F(int id) { var n = id.ToString().Trim(); var key = \"d\" + n; return cache.GetOrCreate(key, e => "
        + "Load(id)); }",
        TestName = "In the key by locals")]
    [TestCase(
        "object F(int id) => cache.GetOrCreate(KeyOf(\"d\", id), e => Load(id)); string KeyOf(params object[] p) => "
        + "\"\";",
        TestName = "A helper that is given it")]
    [TestCase(
        "object F(DashboardQuery query) => cache.GetOrCreate(Hash(query), e => Load(query.ClinicId)); string "
        + "Hash(object o) => \"\";",
        TestName = "A hash of the whole")]
    [TestCase("object F(Order order) => cache.GetOrCreate($\"o:{order.Id}\", e => Load(order.CustomerId));",
        TestName = "The id of an object tells its members")]
    [TestCase("object F(int orderId, Order order) => cache.GetOrCreate($\"o:{orderId}\", e => Load(order.CustomerId));",
        TestName = "The id tells the object")]
    [TestCase("object F(string cacheKey, int id) => cache.GetOrCreate(cacheKey, e => Load(id));",
        TestName = "A key that was handed over")]
    [TestCase(
        "object F(string key, Func<object> make) => cache.GetOrCreate(key, e => make());",
        TestName = "A wrapper")]
    [TestCase(
        "async Task<object> F(CancellationToken token) => await cache.GetOrCreateAsync(\"d\", e => LoadAsync(token));",
        TestName = "A token")]
    [TestCase(
        "object F(IStock stock) => cache.GetOrCreate(\"d\", e => stock.All()); interface IStock { object All(); }",
        TestName = "A service")]
    [TestCase(
        "object F(TimeSpan maxAge, int minutes) => cache.GetOrCreate(\"d\", e => { e.SlidingExpiration = maxAge; "
        + "e.SetAbsoluteExpiration(TimeSpan.FromMinutes(minutes)); return Load(); });",
        TestName = "How long it is kept")]
    [TestCase(
        "object F(string caller) => cache.GetOrCreate(\"d\", e => { Console.WriteLine(caller); return Load(); });",
        TestName = "What is logged only")]
    [TestCase(
        "object F(bool forceRefresh) => cache.GetOrCreate(\"d\", e => Load(forceRefresh));",
        TestName = "Whether to cache")]
    [TestCase(
        "object F(bool all) { if (all) return Load(all); return cache.GetOrCreate(\"d\", e => Load(all)); }",
        TestName = "A bool that went another way")]
    [TestCase(
        "object F(int page) => page == 1 ? cache.GetOrCreate(\"first\", e => Load(page)) : Load(page);",
        TestName = "One value around the call")]
    [TestCase(
        "object F(string lang) { if (lang != \"en\") return Load(lang); return cache.GetOrCreate(\"d\", e => "
        + "Load(lang)); }",
        TestName = "One value behind an exit")]
    [TestCase(
        "object F(string q) { if (q is { Length: > 2 }) return Load(q); return cache.GetOrCreate(\"d\", e => "
        + "Load(q)); }",
        TestName = "Another way for rare values")]
    [TestCase(
        "object F(int userId, int id) { var order = cache.GetOrCreate($\"o:{id}\", e => Find(userId, id)); "
        + "return order.CustomerId != userId ? null : order; }",
        TestName = "Compared with what the cache has given")]
    [TestCase(
        "object F(string text) => cache.GetOrCreate(\"d\", e => Load()).Where(row => row.Equals(text)).ToList();",
        TestName = "Filtered behind the cache")]
    [TestCase(
        "void F(string ip, int weight) { cache.TryGetValue(\"n\", out int count); cache.Set(\"n\", count + weight); }",
        TestName = "A count")]
    [TestCase(
        "void F(string text) { var list = cache.Get<List<string>>(\"n\") ?? new(); list.Add(text); cache.Set(\"n\", "
        + "list); }",
        TestName = "A list that grows")]
    [TestCase("void F(Order order) => cache.Set(\"last\", order);", TestName = "Put in without a question")]
    [TestCase(
        "readonly ConcurrentDictionary<int, object> known = new(); object F(int y, string l) => known.GetOrAdd(y, k "
        + "=> Load(k, l));",
        TestName = "A dictionary of one object")]
    [TestCase(
        "static readonly ConcurrentDictionary<string, Order> Open = new(); "
        + "object F(string room, int id) => Open.GetOrAdd(room, r => new Order { Id = id });",
        TestName = "Objects that live on")]
    [TestCase(
        "static readonly ConcurrentDictionary<string, SemaphoreSlim> Locks = new(); "
        + "object F(string room, int count) => Locks.GetOrAdd(room, r => new SemaphoreSlim(count));",
        TestName = "Locks")]
    [TestCase(
        "void F(int[] ids) { var rows = Load(ids); foreach (var id in ids) "
        + "if (!cache.TryGetValue(id, out _)) cache.Set(id, rows[id]); }",
        TestName = "Loaded together, kept one by one")]
    [TestCase(
        "ICurrentUser current; object F() => cache.GetOrCreate($\"mine:{current.UserId}\", e => "
        + "Load(current.TenantId));",
        TestName = "Who calls is in the key")]
    [TestCase(
        "ICurrentUser current; object F() => cache.GetOrCreate(OwnKey(), e => Load(current.UserId)); string OwnKey() "
        + "=> \"\";",
        TestName = "A key of who calls by a helper")]
    [TestCase(
        "ICurrentUser current; object F(int userId) => cache.GetOrCreate($\"u:{userId}\", e => Load(current.UserId));",
        TestName = "A user who was handed over")]
    [TestCase(
        "int _size; public Shop(Settings settings) { _size = settings.Size; } "
        + "object F() => cache.GetOrCreate(\"d\", e => Load(_size)); public class Settings { public int Size { get; "
        + "set; } }",
        TestName = "A field of the settings")]
    [TestCase(
        "object F(int id) { var b = new System.Text.StringBuilder(); b.Append(\"d\"); b.Append(id); "
        + "return cache.GetOrCreate(b.ToString(), e => Load(id)); }",
        TestName = "A key that is put together")]
    [TestCase(
        "IRequestCache perRequest; object F(int id) => perRequest.GetOrAdd(\"d\", () => Load(id)); "
        + "interface IRequestCache { object GetOrAdd(string key, Func<object> make); }",
        TestName = "A cache of one request")]
    [TestCase(
        "object F(int id) { try { return cache.GetOrCreate(\"d\", e => Load() ?? throw new Exception($\"none for "
        + "{id}\")); } "
        + "finally { } }",
        TestName = "What an exception says")]
    public Task What_the_key_tells_or_need_not(string members) => Allows(Code(members));

    [Test]
    public Task A_cache_of_ones_own() => Flags(Code(
        "IReportCache own; object F(int id) => own.GetOrAdd([|\"d\"|], () => Load(id)); "
        + "interface IReportCache { object GetOrAdd(string key, Func<object> make); }"));

    [Test]
    public Task A_parameter_of_an_endpoint() => Flags("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Caching.Memory;

        var app = WebApplication.Create();
        app.MapGet("/reports/{clinic}", (int clinic, IMemoryCache cache) =>
            cache.GetOrCreate([|"report"|], entry => clinic * 2));
        """);

    [Test]
    public Task A_dictionary_of_a_class_that_is_one_object() => Flags("""
        using System.Collections.Concurrent;
        using Microsoft.Extensions.DependencyInjection;

        public static class Setup
        {
            public static void Add(IServiceCollection services) => services.AddSingleton<Rates>();
        }

        public class Rates
        {
            private readonly ConcurrentDictionary<string, decimal> _known = new();

            public decimal Of(string currency, DateTime day) => _known.GetOrAdd([|currency|], c => Load(c, day));

            private static decimal Load(string currency, DateTime day) => currency.Length * day.Day;
        }
        """);

    [Test]
    public Task Silent_in_a_test_project() => Given.WithReferences(References.Testing)
        .Allows(Code("object F(int clinicId) => cache.GetOrCreate(\"d\", entry => Load(clinicId));"));

    [Test]
    public Task The_message_names_what_is_missing() => Says(
        Code(
            "object F(int clinicId, int year) => cache.GetOrCreate([|$\"d:{year}\"|], e => Load(clinicId, year)); "
            + "object G(int clinicId, int year) => cache.GetOrCreate([|\"d\"|], e => Load(clinicId, year));"),
        "The value that is cached under '$\"d:{year}\"' is made from 'clinicId', which is not in the key, so one "
        + "caller "
        + "gets what was made for another; put it into the key",
        "The value that is cached under '\"d\"' is made from 'clinicId' and 'year', which are not in the key, so one "
        + "caller gets what was made for another; put them into the key");

    [TestCase(
        "object F(int id, int year) => cache.GetOrCreate([|$\"d:{year}\"|], e => Load(id, year));",
        "object F(int id, int year) => cache.GetOrCreate($\"d:{year}:{id}\", e => Load(id, year));",
        TestName = "Appends a number")]
    [TestCase(
        "object F(Guid id, string q, int year) { var key = $@\"d\\{year}\"; return cache.GetOrCreate([|key|], e => "
        + "Load(id, q, year)); }",
        "object F(Guid id, string q, int year) { var key = $@\"d\\{year}:{id}:{q}\"; return cache.GetOrCreate(key, e "
        + "=> "
        + "Load(id, q, year)); }",
        TestName = "Appends to a local")]
    public Task The_fix_appends(string members, string repaired) => Fixes(Code(members), Code(repaired));

    [TestCase("object F(int id) => cache.GetOrCreate([|\"d\"|], e => Load(id));", TestName = "A constant")]
    [TestCase("object F(DateTime day, int id) => cache.GetOrCreate([|$\"d:{id}\"|], e => Load(id, day));",
        TestName = "A date has many texts")]
    [TestCase(
        "object F(int id, int year) { if (cache.TryGetValue($\"d:{year}\", out object found)) return found; "
        + "return cache.Set([|$\"d:{year}\"|], Load(id, year)); }",
        TestName = "A key that is written twice")]
    public Task No_fix_for(string members) => OffersNoFix(Code(members));

    private static string Code(string members) => $$"""
        #nullable disable
        using System.Collections.Concurrent;
        using System.Security.Claims;
        using Microsoft.Extensions.Caching.Distributed;
        using Microsoft.Extensions.Caching.Hybrid;
        using Microsoft.Extensions.Caching.Memory;

        public class DashboardQuery { public int ClinicId { get; set; } public int Year { get; set; } }

        public class Order { public int Id { get; set; } public int CustomerId { get; set; } }

        public class Row { public int Clinic { get; set; } }

        public interface ICurrentUser { int UserId { get; } int TenantId { get; } }

        public class Shop
        {
            private readonly IMemoryCache cache;
            private readonly IDistributedCache store;
            private readonly HybridCache hybrid;
            private static IQueryable<Row> Rows;

            private static List<object> Load(params object[] by) => new();
            private Task<List<object>> LoadAsync(params object[] by) => Task.FromResult(Load(by));
            private static Order Find(int userId, int id) => new();
            private static string Text(string by) => by;

            {{members}}
        }
        """;
}
