using AiAwareAnalyzers.Materialization;

namespace AiAwareAnalyzers.Tests.Materialization;

/// <summary>
/// Queries of the oldest Entity Framework Core, of Entity Framework 6 and of NHibernate, and the operators of
/// System.Linq.Async: known by their names and interfaces.
/// </summary>
public sealed class OtherProvidersTests
{
    private const string EntityFramework6 = """
        using System.Data.Entity;
        public class Order { public int Id { get; set; } public bool Paid { get; set; } }
        public class Shop : DbContext { public DbSet<Order> Orders { get; set; } = null!; }
        public class Service
        {
            private readonly Shop db = new();
            public async Task<object?> Run(int id, List<int> ids, CancellationToken token)
            {
                await Task.Yield();
        """;

    private const string EntityFrameworkCore = """
        using Microsoft.EntityFrameworkCore;
        public class Order { public int Id { get; set; } public bool Paid { get; set; } }
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        public class Service
        {
            private readonly Shop db = new();
            public async Task<object?> Run(int id, List<int> ids, CancellationToken token)
            {
                await Task.Yield();
        """;

    private const string NHibernate = """
        using NHibernate;
        using NHibernate.Linq;
        public class Order { public virtual int Id { get; set; } public virtual bool Paid { get; set; } }
        public class Service
        {
            private readonly ISession session;
            public Service(ISession session) => this.session = session;
            public async Task<object?> Run(int id, List<int> ids, CancellationToken token)
            {
                await Task.Yield();
        """;

    [Test]
    public Task A_list_of_the_first_supported_Entity_Framework_Core_is_counted_in_the_database() =>
        Case<FilterAfterMaterialization, FilterAfterMaterializationFix>(EntityFrameworkCore6).Fixes(
            EntityFrameworkCore + "return (await db.Orders.[|ToListAsync(token)|]).Count(o => o.Paid);\n}\n}",
            EntityFrameworkCore + "return await db.Orders.CountAsync(o => o.Paid, token);\n}\n}");

    [Test]
    public Task The_first_supported_Entity_Framework_Core_cannot_delete_in_place() =>
        Case<LoadToDelete>(EntityFrameworkCore6).Allows(EntityFrameworkCore
            + "db.Orders.RemoveRange(db.Orders.Where(o => o.Paid));\nreturn db.SaveChanges();\n}\n}");

    [TestCase("return (await db.Orders.[|ToListAsync(token)|]).Where(o => o.Paid).ToList();")]
    [TestCase("return db.Orders.Include(\"Lines\").AsNoTracking().[|ToList()|].Count(o => o.Paid);")]
    public Task A_list_of_Entity_Framework_6_is_filtered(string statements) =>
        Case<FilterAfterMaterialization>(ForeignLibraries.EntityFramework6)
            .Flags(EntityFramework6 + statements + "\n}\n}");

    [Test]
    public Task A_view_of_Entity_Framework_6() =>
        Case<ClientSideQuery>(ForeignLibraries.EntityFramework6)
            .Flags(EntityFramework6 + "return db.Orders.[|AsEnumerable()|].Where(o => o.Paid).ToList();\n}\n}");

    [Test]
    public Task A_row_of_Entity_Framework_6_for_each_key() =>
        Case<QueryInLoop>(ForeignLibraries.EntityFramework6).Flags(
            EntityFramework6 + "foreach (var i in ids) Console.WriteLine(db.Orders.[|Find(i)|]);\nreturn null;\n}\n}");

    [Test]
    public Task Entity_Framework_6_cannot_delete_in_place() =>
        Case<LoadToDelete>(ForeignLibraries.EntityFramework6).Allows(
            EntityFramework6 + "db.Orders.RemoveRange(db.Orders.Where(o => o.Paid));\nreturn db.SaveChanges();\n}\n}");

    [Test]
    public Task A_count_of_Entity_Framework_6_goes_into_the_query() =>
        Case<FilterAfterMaterialization, FilterAfterMaterializationFix>(ForeignLibraries.EntityFramework6)
            .Fixes(
                EntityFramework6 + "return (await db.Orders.[|ToListAsync(token)|]).Any(o => o.Paid);\n}\n}",
                EntityFramework6 + "return await db.Orders.AnyAsync(o => o.Paid, token);\n}\n}");

    [TestCase("return (await session.Query<Order>().[|ToListAsync(token)|]).FirstOrDefault(o => o.Paid);")]
    [TestCase("return session.Query<Order>().WithOptions().[|ToList()|].Where(o => o.Paid);")]
    public Task A_list_of_NHibernate_is_filtered(string statements) =>
        Case<FilterAfterMaterialization>(ForeignLibraries.NHibernate)
            .Flags(NHibernate + statements + "\n}\n}");

    [TestCase("foreach (var i in ids) Console.WriteLine(await session.[|GetAsync<Order>(i, token)|]);")]
    [TestCase("foreach (var i in ids) Console.WriteLine(session.Query<Order>().[|Count(o => o.Id == i)|]);")]
    public Task A_row_of_NHibernate_for_each_key(string statements) =>
        Case<QueryInLoop>(ForeignLibraries.NHibernate)
            .Flags(NHibernate + statements + "\nreturn null;\n}\n}");

    [Test]
    public Task A_page_of_NHibernate_is_bounded() =>
        Case<FilterAfterMaterialization>(ForeignLibraries.NHibernate)
            .Allows(NHibernate + "return session.Query<Order>().Take(20).ToList().Where(o => o.Paid);\n}\n}");

    [TestCase("async Task<int> M(IAsyncEnumerable<int> source) => (await source.[|ToListAsync()|]).Count(n => n > 3);")]
    [TestCase(
        "async Task<bool> M(IAsyncEnumerable<int> source) => (await source.Where(n => n > "
        + "3).[|ToArrayAsync()|]).Any();")]
    public Task A_stream_of_System_Linq_Async_is_listed(string member) =>
        Case<FilterAfterMaterialization>(LinqAsync).Flags($"class C {{ {member} }}");

    [Test]
    public Task A_count_of_System_Linq_Async_goes_to_the_stream() =>
        Case<FilterAfterMaterialization, FilterAfterMaterializationFix>(LinqAsync).Fixes(
            "class C { async Task<int> M(IAsyncEnumerable<int> source, CancellationToken token) => (await "
            + "source.[|ToListAsync(token)|].ConfigureAwait(false)).Count(n => n > 3); }",
            "class C { async Task<int> M(IAsyncEnumerable<int> source, CancellationToken token) => await "
            + "source.CountAsync(n => n > 3, token).ConfigureAwait(false); }");

    [Test]
    public Task A_stream_of_System_Linq_Async_is_listed_to_be_enumerated() =>
        Case<NeedlessList, NeedlessListFix>(LinqAsync).Fixes(
            "class C { async Task M(IAsyncEnumerable<int> source) { foreach (var n in await source.[|ToListAsync()|]) "
            + "Console.WriteLine(n); } }",
            "class C { async Task M(IAsyncEnumerable<int> source) { await foreach (var n in source) "
            + "Console.WriteLine(n); } }");

    private static ReferenceSet EntityFrameworkCore6 { get; } = References.Of("net6.0").InVersion(
        "6.",
        "Microsoft.EntityFrameworkCore",
        "Microsoft.EntityFrameworkCore.Abstractions",
        "Microsoft.EntityFrameworkCore.Relational");

    private static ReferenceSet LinqAsync { get; } = References.Of("net8.0").And("System.Linq.Async");

    private static Cases.RuleCase<TRule> Case<TRule>(ReferenceSet references)
        where TRule : Rule, new() => new(new Cases.Setting(references));

    private static Cases.FixCase<TRule, TFix> Case<TRule, TFix>(ReferenceSet references)
        where TRule : Rule, new()
        where TFix : Fix, new() => new(new Cases.Setting(references));
}
