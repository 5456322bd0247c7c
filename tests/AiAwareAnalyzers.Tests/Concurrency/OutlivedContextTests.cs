using AiAwareAnalyzers.Concurrency;

namespace AiAwareAnalyzers.Tests.Concurrency;

[CSharp(12)]
public sealed class OutlivedContextTests : RuleTests<OutlivedContext>
{
    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase("_ = Task.Run(async () => { [|shop|].Add(visit); await shop.SaveChangesAsync(); });",
        TestName = "A task that is dropped")]
    [TestCase("Task.Run(() => [|_shop|].Remove(visit));", TestName = "A task in a statement of its own")]
    [TestCase("_ = Task.Factory.StartNew(() => [|_shop|].SaveChanges());", TestName = "A task of a factory")]
    [TestCase("ThreadPool.QueueUserWorkItem(_ => [|shop|].SaveChanges());", TestName = "The pool of threads")]
    [TestCase("await queue.EnqueueAsync(async token => await [|_shop|].Visits.ToListAsync(token));",
        TestName = "A queue")]
    [TestCase("queue.QueueWork(token => [|given|].SaveChangesAsync(token));", TestName = "A queue, and a parameter")]
    [TestCase("await channel.Writer.WriteAsync(token => [|_shop|].SaveChangesAsync(token));", TestName = "A channel")]
    [TestCase("channel.Writer.TryWrite(async token => { await Task.Yield(); await [|visits.CountAsync()|]; });",
        TestName = "A service with a context")]
    [TestCase(
        "_ = Task.Run([|SaveAsync|]); async Task SaveAsync() { await Task.Yield(); await _shop.SaveChangesAsync(); "
        + "}",
        TestName = "A local function")]
    [TestCase("queue.QueueWork([|StoreAsync|]);", TestName = "A method by its name")]
    public Task Work_for_later(string body) => Flags(Class(body));

    [TestCase("await Task.Run(() => shop.SaveChanges());", TestName = "An awaited task")]
    [TestCase("var saving = Task.Run(() => shop.SaveChanges()); await saving;", TestName = "A task that is kept")]
    [TestCase(
        "_ = Task.Run(async () => { await using var scope = scopes.CreateAsyncScope(); var own = "
        + "scope.ServiceProvider.GetRequiredService<Shop>(); await own.SaveChangesAsync(); });",
        TestName = "A scope of its own")]
    [TestCase(
        "_ = Task.Run(async () => { await using var own = await factory.CreateDbContextAsync(); await "
        + "own.SaveChangesAsync(); });",
        TestName = "A context of a factory")]
    [TestCase("await queue.EnqueueAsync(async token => await Task.Delay(visit.Id, token));",
        TestName = "Nothing of the context")]
    [TestCase("queue.Schedule<Visits>(job => job.CountAsync());", TestName = "An expression that is written down")]
    [TestCase("await limiter.QueueAsync(() => shop.SaveChangesAsync());", TestName = "A limiter, whose callers wait")]
    [TestCase("queue.QueueWork(WaitAsync);", TestName = "A method that needs no context")]
    [TestCase("await Retry(() => shop.SaveChangesAsync());", TestName = "A lambda that runs at once")]
    public Task Work_that_ends_in_time_or_has_its_own(string body) => Allows(Class(body));

    [Test]
    public Task The_message_says_what_to_open() => Says(
        Class("await queue.EnqueueAsync(token => [|_shop|].SaveChangesAsync(token));"),
        "What 'EnqueueAsync' is given runs when the request may be over, and then '_shop' is disposed of, or in use "
        + "twice; open a scope inside of the work with 'IServiceScopeFactory', and ask it for the context");

    [Test]
    public Task A_hosted_service_has_no_request() => Allows("""
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Hosting;
        public class Shop : DbContext { }
        public class Worker(Shop shop) : BackgroundService
        {
            protected override Task ExecuteAsync(CancellationToken stop)
            {
                _ = Task.Run(() => shop.SaveChanges());
                return Task.CompletedTask;
            }
        }
        """);

    private static string Class(string body) => $$"""
        using System.Linq.Expressions;
        using System.Threading.Channels;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;

        public class Service(Shop shop, IQueue queue, Visits visits, IServiceScopeFactory scopes, IDbContextFactory<Shop> factory)
        {
            readonly Shop _shop = shop;
            readonly Channel<Func<CancellationToken, Task>> channel = Channel.CreateUnbounded<Func<CancellationToken, Task>>();

            public async Task Run(Visit visit, Shop given, Limiter limiter) { await Task.Yield(); {{body}} }

            Task StoreAsync(CancellationToken token) => _shop.SaveChangesAsync(token);

            static Task WaitAsync(CancellationToken token) => Task.Delay(1, token);

            static Task Retry(Func<Task> work) => work();
        }
        public interface IQueue
        {
            ValueTask EnqueueAsync(Func<CancellationToken, Task> work);
            void QueueWork(Func<CancellationToken, Task> work);
            void Schedule<T>(Expression<Action<T>> work);
        }
        public class Limiter { public Task QueueAsync(Func<Task> work) => work(); }
        public class Visits(Shop db) { public Task<int> CountAsync() => db.Visits.CountAsync(); }
        public class Shop : DbContext { public DbSet<Visit> Visits { get; set; } = null!; }
        public class Visit { public int Id { get; set; } }

        """;
}
