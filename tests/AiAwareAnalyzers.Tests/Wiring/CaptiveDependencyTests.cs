using AiAwareAnalyzers.Wiring;

namespace AiAwareAnalyzers.Tests.Wiring;

[CSharp(12)]
public sealed class CaptiveDependencyTests : RuleTests<CaptiveDependency>
{
    private const string Shop = """

        public interface IStock { }
        public class Stock : IStock { }
        public interface IShop { }
        public class Data(DbContextOptions<Data> options) : DbContext(options) { }

        """;

    private const string Holder = "public class Shop(IStock [|stock|]) : IShop { public IStock S => stock; }";

    private const string Innocent = "public class Shop(IStock stock) : IShop { public IStock S => stock; }";

    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase(
        "builder.Services.AddScoped<IStock, Stock>(); builder.Services.AddSingleton<IShop, Shop>();",
        TestName = "A service of the program")]
    [TestCase(
        "builder.Services.AddSingleton(typeof(IShop), typeof(Shop)); builder.Services.AddScoped(typeof(IStock), "
        + "typeof(Stock));",
        TestName = "Both by their types, the holder first")]
    [TestCase(
        "builder.Services.TryAddScoped<IStock, Stock>(); builder.Services.TryAddSingleton<Shop>();",
        TestName = "Both if nobody else did")]
    [TestCase(
        "builder.Services.AddScoped<IStock>(_ => new Stock()); builder.Services.AddSingleton<IShop, Shop>();",
        TestName = "A scoped factory")]
    [TestCase(
        "builder.Services.AddScoped<IStock, Stock>(); builder.Services.Add(ServiceDescriptor.Singleton<IShop, "
        + "Shop>());",
        TestName = "By a descriptor")]
    [TestCase(
        "builder.Services.AddScoped<IStock, Stock>(); "
        + "builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IShop, "
        + "Shop>());",
        TestName = "One of many")]
    [TestCase(
        "builder.Services.AddScoped<IStock, Stock>(); builder.Services.Add(new ServiceDescriptor(typeof(IShop), "
        + "typeof(Shop), ServiceLifetime.Singleton));",
        TestName = "By a descriptor that is made by hand")]
    [TestCase(
        "builder.Services.AddKeyedSingleton<IShop, Shop>(\"main\"); builder.Services.AddScoped<IStock, Stock>();",
        TestName = "A holder with a key")]
    public async Task A_singleton_with_a_scoped_constructor_parameter(string services)
    {
        await Flags(Program.With(services, Shop + Holder));
        await Flags(Program.Library(services, Shop + Holder));
    }

    [TestCase(
        "builder.Services.AddDbContext<Data>(); builder.Services.AddSingleton<Shop>();",
        "public class Shop(Data [|data|]) { public Data D => data; }", TestName = "A context")]
    [TestCase(
        "builder.Services.AddDbContextPool<Data>(_ => { }); builder.Services.AddSingleton<Shop>();",
        "public class Shop(Data [|data|]) { public Data D => data; }", TestName = "A context of a pool")]
    [TestCase(
        "builder.Services.AddDbContext<Data>(); builder.Services.AddHostedService<Worker>();",
        """
        public class Worker(Data [|data|]) : BackgroundService
        {
            protected override Task ExecuteAsync(CancellationToken stop) => data.SaveChangesAsync(stop);
        }
        """,
        TestName = "A hosted service")]
    [TestCase(
        "builder.Services.AddScoped<IStock, Stock>(); builder.Services.AddExceptionHandler<Failures>();",
        """
        public class Failures(IStock [|stock|]) : IExceptionHandler
        {
            public ValueTask<bool> TryHandleAsync(HttpContext c, Exception e, CancellationToken t) =>
                new(stock is null);
        }
        """,
        TestName = "A handler of exceptions")]
    [TestCase(
        "builder.Services.AddSingleton<Shop>();",
        "public class Shop(IOptionsSnapshot<Stock> [|options|]) { public object D => options; }",
        TestName = "A snapshot of options")]
    [TestCase(
        "builder.Services.AddSingleton<Shop>();",
        "public class Shop(UserManager<IdentityUser> [|users|]) { public object D => users; }",
        TestName = "What the framework registers for a scope")]
    [TestCase(
        "builder.Services.AddScoped<IStock, Stock>(); builder.Services.AddTransient<Till>(); "
        + "builder.Services.AddSingleton<Shop>();",
        "public class Till(IStock stock) { public object D => stock; } public class Shop(Till [|till|]) { public "
        + "object D => "
        + "till; }",
        TestName = "Through what is transient")]
    [TestCase(
        "builder.Services.AddScoped<IStock, Stock>(); builder.Services.AddHttpClient<Prices>(); "
        + "builder.Services.AddSingleton<Shop>();",
        "public class Prices(HttpClient http, IStock stock) { public object D => (http, stock); } public class "
        + "Shop(Prices "
        + "[|prices|]) { public object D => prices; }",
        TestName = "Through a typed client")]
    [TestCase(
        "builder.Services.AddKeyedScoped<IStock, Stock>(\"a\"); builder.Services.AddSingleton<Shop>();",
        "public class Shop([FromKeyedServices(\"a\")] IStock [|stock|]) { public object D => stock; }",
        TestName = "By a key")]
    [TestCase(
        "builder.Services.AddScoped(typeof(IRows<>), typeof(Rows<>)); builder.Services.AddSingleton<Shop>();",
        "public interface IRows<T> { } public class Rows<T> : IRows<T> { } public class Shop(IRows<int> [|rows|]) { "
        + "public "
        + "object D => rows; }",
        TestName = "Of an open kind")]
    [TestCase(
        "builder.Services.AddScoped<IStock, Stock>(); builder.Services.AddSingleton<Shop>();",
        "public class Shop(IStock? [|stock|] = null) { public object? D => stock; }",
        TestName = "Optional, and yet filled")]
    [TestCase(
        "builder.Services.AddScoped<IStock, Stock>(); builder.Services.AddSingleton<Shop>();",
        "public class Shop(IEnumerable<IStock> [|all|]) { public object D => all; }", TestName = "All there are")]
    [TestCase(
        "builder.Services.AddScoped<IStock, Stock>(); builder.Services.AddSingleton<IShop>(sp => new "
        + "Shop([|sp.GetRequiredService<IStock>()|]));",
        Innocent, TestName = "What a factory asks for")]
    [TestCase(
        "builder.Services.AddScoped<IStock, Stock>(); builder.Services.AddSingleton<IShop>(sp => { var s = "
        + "[|sp.GetService<IStock>()|]; return new Shop(s!); });",
        Innocent, TestName = "What a factory with statements asks for")]
    public Task A_captive_of_another_kind(string services, string types) => Flags(Program.With(services, Shop + types));

    [Test]
    public Task A_middleware_is_made_once() => Flags(Program.With(
        "builder.Services.AddScoped<IStock, Stock>();",
        "[|app.UseMiddleware<Gate>()|];",
        Shop + "public class Gate(RequestDelegate next, IStock stock) { public Task InvokeAsync(HttpContext c) => "
        + "next(c); }"));

    [TestCase("builder.Services.AddSingleton<IStock, Stock>(); builder.Services.AddSingleton<IShop, Shop>();",
        TestName = "Singletons among themselves")]
    [TestCase("builder.Services.AddScoped<IStock, Stock>(); builder.Services.AddScoped<IShop, Shop>();",
        TestName = "Scoped among themselves")]
    [TestCase("builder.Services.AddScoped<IStock, Stock>(); builder.Services.AddTransient<IShop, Shop>();",
        TestName = "A transient holder")]
    [TestCase("builder.Services.AddTransient<IStock, Stock>(); builder.Services.AddSingleton<IShop, Shop>();",
        TestName = "What is transient and holds nothing")]
    [TestCase("builder.Services.AddSingleton<IStock, Stock>(); builder.Services.AddScoped<IShop, Shop>();",
        TestName = "A scoped holder")]
    [TestCase("builder.Services.AddSingleton<IShop, Shop>();", TestName = "Nobody knows")]
    [TestCase(
        "if (args.Length > 0) builder.Services.AddScoped<IStock, Stock>(); else builder.Services.AddSingleton<IStock, "
        + "Stock>(); builder.Services.AddSingleton<IShop, Shop>();",
        TestName = "Scoped in one case only")]
    [TestCase(
        "builder.Services.AddScoped<IStock, Stock>(); builder.Services.AddSingleton<IShop, Shop>(); "
        + "builder.Services.AddScoped<Shop>();",
        TestName = "A holder with two lifetimes")]
    [TestCase(
        "builder.Services.AddScoped<IStock, Stock>(); builder.Services.AddSingleton<IShop>(_ => new Shop(new "
        + "Stock()));",
        TestName = "A factory that asks for nothing")]
    [TestCase(
        "builder.Services.AddScoped<IStock, Stock>(); builder.Services.AddSingleton<IShop>(new Shop(new Stock()));",
        TestName = "Handed over")]
    [TestCase(
        "builder.Services.AddKeyedScoped<IStock, Stock>(\"a\"); builder.Services.AddSingleton<IStock, Stock>(); "
        + "builder.Services.AddSingleton<IShop, Shop>();",
        TestName = "Scoped under a key only")]
    [TestCase(
        "builder.Services.AddScoped<IStock, Stock>(); builder.Services.AddScoped<IShop>(sp => new "
        + "Shop(sp.GetRequiredService<IStock>()));",
        TestName = "A scoped factory that asks")]
    [TestCase(
        "builder.Services.AddScoped<IStock, Stock>(); builder.Services.AddSingleton<Func<IStock>>(sp => () => "
        + "sp.GetRequiredService<IStock>());",
        TestName = "A function that asks later")]
    [TestCase(
        "builder.Services.AddScoped<IStock, Stock>(); builder.Services.AddSingleton<IShop>(sp => { using var scope = "
        + "sp.CreateScope(); return new Shop(scope.ServiceProvider.GetRequiredService<IStock>()); });",
        TestName = "A factory with a scope of its own")]
    public Task What_no_singleton_holds(string services) => Allows(Program.With(services, Shop + Innocent));

    [TestCase(
        "builder.Services.AddScoped<IStock, Stock>(); builder.Services.AddSingleton<Shop>();",
        "public class Shop(IServiceScopeFactory scopes) { public object D => scopes; }",
        TestName = "A factory of scopes")]
    [TestCase(
        "builder.Services.AddDbContextFactory<Data>(_ => { }); builder.Services.AddSingleton<Shop>();",
        "public class Shop(IDbContextFactory<Data> contexts) { public object D => contexts; }",
        TestName = "A factory of contexts")]
    [TestCase(
        "builder.Services.AddDbContext<Data>(_ => { }, ServiceLifetime.Singleton); "
        + "builder.Services.AddSingleton<Shop>();",
        "public class Shop(Data data) { public object D => data; }", TestName = "A context that is a singleton")]
    [TestCase(
        "builder.Services.AddSingleton<Shop>();",
        "public class Shop(IOptionsMonitor<Stock> options) { public object D => options; }", TestName = "A monitor")]
    [TestCase(
        "builder.Services.AddScoped<IStock, Stock>(); builder.Services.AddSingleton<Shop>();",
        "public class Shop { public Shop() { } public Shop(IStock stock) { Console.Write(stock); } }",
        TestName = "Two constructors")]
    [TestCase(
        "builder.Services.AddScoped<IStock, Stock>(); builder.Services.AddTransient<Gate>();",
        "public class Gate(IStock stock) : IMiddleware { public Task InvokeAsync(HttpContext c, RequestDelegate next) "
        + "=> "
        + "stock is null ? Task.CompletedTask : next(c); }",
        TestName = "A middleware that is made for each request")]
    [TestCase(
        "builder.Services.AddTransient<Left>(); builder.Services.AddTransient<Right>(); "
        + "builder.Services.AddSingleton<Shop>();",
        "public class Left(Right r) { public object D => r; } public class Right(Left l) { public object D => l; } "
        + "public "
        + "class Shop(Left l) { public object D => l; }",
        TestName = "What holds each other")]
    public Task What_a_singleton_may_hold(string services, string types) =>
        Allows(Program.With(services, Shop + types));

    [Test]
    public Task A_middleware_is_given_more_with_each_request() => Allows(Program.With(
        "builder.Services.AddScoped<IStock, Stock>();",
        "app.UseMiddleware<Gate>();",
        Shop + "public class Gate(RequestDelegate next) { public Task InvokeAsync(HttpContext c, IStock s) => "
        + "next(c); }"));

    [Test]
    public Task A_singleton_that_another_project_declares() =>
        Given.WithReferences(Warehouse.WithAspNetCore).Flags(Program.WithWarehouse(
            "[|builder.Services.AddSingleton<IRacks, Racks>()|]; builder.Services.AddScoped<IForklift, Forklift>();"));

    [Test]
    public Task What_another_project_declares_with_two_lifetimes() =>
        Given.WithReferences(Warehouse.WithAspNetCore).Allows(Program.WithWarehouse(
            "builder.Services.AddSingleton<IRacks, Racks>(); builder.Services.AddScoped<IForklift, Forklift>(); "
            + "builder.Services.AddScoped<Racks>();"));

    [Test]
    public Task The_holder_and_the_captive_are_named() => Says(
        Program.With(
            "builder.Services.AddScoped<IStock, Stock>(); builder.Services.AddTransient<Till>(); "
            + "builder.Services.AddSingleton<Shop>();",
            Shop + "public class Till(IStock stock) { public object D => stock; } public class Shop(Till [|till|]) { "
            + "public "
            + "object D => till; }"),
        "'Shop' lives as long as the program and keeps the scoped 'IStock' through 'Till', which is meant for one "
        + "scope, so "
        + "all requests share one instance or the host does not start; ask for IServiceScopeFactory and open a scope "
        + "for "
        + "each piece of work");

    [TestCase("builder.Services.AddSingleton(sp => [|sp.CreateScope().ServiceProvider.GetRequiredService<Data>()|]);",
        TestName = "A context of a scope")]
    [TestCase(
        """builder.Services.AddSingleton<Till>(sp => new Till([|sp.CreateScope().ServiceProvider.GetRequiredService<Data>()|]));""",
        TestName = "What is made around it")]
    [TestCase(
        """builder.Services.AddSingleton<Till>(sp => { var scope = sp.CreateScope(); var data = [|scope.ServiceProvider.GetRequiredService<Data>()|]; return new Till(data); });""",
        TestName = "In locals")]
    [TestCase(
        """builder.Services.AddSingleton<Till>(sp => { var services = sp.CreateAsyncScope().ServiceProvider; return new Till([|services.GetService<Data>()|]!); });""",
        TestName = "An asynchronous one")]
    [TestCase(
        """builder.Services.AddSingleton<Till>(sp => [|ActivatorUtilities.CreateInstance<Till>(sp.CreateScope().ServiceProvider)|]);""",
        TestName = "What is made with its services")]
    [TestCase(
        """builder.Services.AddSingleton<Till>(sp => (Till)[|ActivatorUtilities.CreateInstance(sp.CreateScope().ServiceProvider, typeof(Till))|]);""",
        TestName = "By its type")]
    [TestCase("builder.Services.AddSingleton<Till>(sp => [|ActivatorUtilities.CreateInstance<Till>(sp)|]);",
        TestName = "With the services of the root")]
    [TestCase("builder.Services.AddSingleton<Keeper>();", TestName = "Kept in a field")]
    public Task A_scope_that_nobody_disposes_of(string services) => Flags(Program.With(
        "builder.Services.AddDbContext<Data>(); " + services, Shop + Tills(services.Contains("Keeper"))));

    [TestCase(
        """builder.Services.AddSingleton<object>(sp => { using var scope = sp.CreateScope(); return scope.ServiceProvider.GetRequiredService<Data>().Model.ToString()!; });""",
        TestName = "A scope that ends")]
    [TestCase(
        """builder.Services.AddSingleton<object>(sp => sp.CreateScope().ServiceProvider.GetRequiredService<Data>().Model.ToString()!);""",
        TestName = "What is read of it")]
    [TestCase("builder.Services.AddScoped<Till>(sp => ActivatorUtilities.CreateInstance<Till>(sp));",
        TestName = "A scoped factory")]
    [TestCase(
        """builder.Services.AddSingleton<IStock>(sp => sp.CreateScope().ServiceProvider.GetRequiredService<IDesk>() as IStock ?? new Stock());""",
        TestName = "A singleton of a scope")]
    [TestCase(
        """builder.Services.AddSingleton<Till>(sp => ActivatorUtilities.CreateInstance<Till>(sp, new Data(new())));""",
        TestName = "With values beside the services")]
    [TestCase("builder.Services.AddScoped<Keeper>();", TestName = "A field of what is scoped")]
    public Task A_scope_that_no_singleton_keeps(string services) => Allows(Program.With(
        "builder.Services.AddDbContext<Data>(); " + services, Shop + Tills(false)));

    private static string Tills(bool isKept) => $$"""
        public class Till(Data data) { public object D => data; }
        public class Keeper
        {
            private readonly Data _data;
            public Keeper(IServiceProvider all)
            {
                _data = {{(isKept ? "[|" : "")}}all.CreateScope().ServiceProvider.GetRequiredService<Data>(){{(isKept ? "|]" : "")}};
            }
            public object D => _data;
        }
        """;
}
