using AiAwareAnalyzers.Wiring;

namespace AiAwareAnalyzers.Tests.Wiring;

[CSharp(12)]
public sealed class UnregisteredServiceTests : RuleTests<UnregisteredService>
{
    private const string Shop = """

        public interface IStock { }
        public class Stock : IStock { }
        public interface IShop { }
        public class Order { }
        public class Item { }

        """;

    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase(
        "builder.Services.AddScoped<IShop, Shop>();",
        "public class Shop(IStock [|stock|]) : IShop { public IStock S => stock; }",
        TestName = "A constructor of what is registered")]
    [TestCase(
        "builder.Services.AddScoped(typeof(IShop), typeof(Shop));",
        "public class Shop(IStock [|stock|]) : IShop { public IStock S => stock; }",
        TestName = "Registered by its type")]
    [TestCase(
        "builder.Services.TryAddSingleton<Shop>();",
        "public class Shop(IStock [|stock|]) { public IStock S => stock; }",
        TestName = "Registered if nobody else did, as itself")]
    [TestCase(
        "builder.Services.Add(ServiceDescriptor.Transient<IShop, Shop>());",
        "public class Shop(IStock [|stock|]) : IShop { public IStock S => stock; }",
        TestName = "Registered by a descriptor")]
    [TestCase(
        "builder.Services.Add(new ServiceDescriptor(typeof(IShop), typeof(Shop), ServiceLifetime.Scoped));",
        "public class Shop(IStock [|stock|]) : IShop { public IStock S => stock; }",
        TestName = "Registered by a descriptor that is made by hand")]
    [TestCase(
        "builder.Services.AddKeyedScoped<IShop, Shop>(\"main\");",
        "public class Shop(IStock [|stock|]) : IShop { public IStock S => stock; }",
        TestName = "Registered under a key")]
    [TestCase(
        "builder.Services.AddShop();",
        """
        public class Shop(IStock [|stock|]) : IShop { public IStock S => stock; }
        public static class Setup
        {
            public static IServiceCollection AddShop(this IServiceCollection s) => s.AddScoped<IShop, Shop>();
        }
        """,
        TestName = "Registered by a method of the program")]
    [TestCase(
        "", "public class ShopController(IStock [|stock|]) : ControllerBase { public IStock S => stock; }",
        TestName = "A controller")]
    [TestCase("", "public class ShopHub(IStock [|stock|]) : Hub { public IStock S => stock; }", TestName = "A hub")]
    [TestCase(
        "",
        "public class IndexModel(IStock [|stock|]) : Microsoft.AspNetCore.Mvc.RazorPages.PageModel { public IStock S "
        + "=> "
        + "stock; }",
        TestName = "A page")]
    [TestCase(
        "", "public class Basket(IStock [|stock|]) : ViewComponent { public IStock S => stock; }",
        TestName = "A view component")]
    [TestCase(
        "", "public class Cart : ComponentBase { [Inject] public IStock [|Stock|] { get; set; } = null!; }",
        TestName = "A property of a component")]
    [TestCase(
        "builder.Services.AddHostedService<Worker>();",
        """
        public class Worker(IStock [|stock|]) : BackgroundService
        {
            protected override Task ExecuteAsync(CancellationToken stop) => Task.Delay(stock.GetHashCode(), stop);
        }
        """,
        TestName = "A hosted service")]
    [TestCase(
        "builder.Services.AddHttpClient<Prices>();",
        "public class Prices(HttpClient http, IStock [|stock|]) { public object S => (http, stock); }",
        TestName = "A typed client that asks for more than its client")]
    [TestCase(
        "builder.Services.AddDbContext<Data>();",
        "public class Data(DbContextOptions<Data> options, IStock [|stock|]) : DbContext(options) { public IStock S => "
        + "stock; }",
        TestName = "A context")]
    [TestCase(
        "builder.Services.AddExceptionHandler<Failures>();",
        """
        public class Failures(IStock [|stock|]) : IExceptionHandler
        {
            public ValueTask<bool> TryHandleAsync(HttpContext c, Exception e, CancellationToken t) =>
                new(stock is null);
        }
        """,
        TestName = "A handler of exceptions")]
    [TestCase(
        "builder.Services.AddScoped<IShop, Shop>();",
        "public class Shop : IShop { public Shop(string [|path|]) { Console.Write(path); } }",
        TestName = "A text that nobody hands over")]
    [TestCase(
        "builder.Services.AddScoped<IShop, Shop>(); builder.Services.AddScoped<Stock>();",
        "public class Shop(IStock [|stock|]) : IShop { public IStock S => stock; }",
        TestName = "An interface whose class alone is registered")]
    [TestCase(
        "builder.Services.AddScoped<IShop, Shop>(); builder.Services.AddScoped<IStock, Stock>();",
        "public class Shop(Stock [|stock|]) : IShop { public Stock S => stock; }",
        TestName = "A class whose interface alone is registered")]
    [TestCase(
        "builder.Services.AddScoped<IShop, Shop>(); builder.Services.Configure<Settings>(_ => { });",
        "public class Settings { } public class Shop(Settings [|s|]) : IShop { public Settings S => s; }",
        TestName = "Options that are asked for without their wrapper")]
    [TestCase(
        "builder.Services.AddScoped<IShop, Shop>(); builder.Services.AddKeyedScoped<IStock, Stock>(\"a\");",
        "public class Shop([FromKeyedServices(\"b\")] IStock [|stock|]) : IShop { public IStock S => stock; }",
        TestName = "Another key")]
    [TestCase(
        "builder.Services.AddScoped<IShop, Shop>(); builder.Services.AddKeyedScoped<IStock, Stock>(\"a\");",
        "public class Shop(IStock [|stock|]) : IShop { public IStock S => stock; }",
        TestName = "A key that is forgotten")]
    [TestCase(
        "builder.Services.AddScoped<IShop, Shop>(); builder.Services.AddScoped<IRows<Item>, Rows<Item>>();",
        "public interface IRows<T> { } public class Rows<T> : IRows<T> { } public class Shop(IRows<Order> [|rows|]) : "
        + "IShop "
        + "{ public object S => rows; }",
        TestName = "The same kind for other rows")]
    [TestCase(
        "builder.Services.AddScoped<IShop, Shop>();",
        """
        public class Shop : IShop
        {
            public Shop(IStock stock) { Console.Write(stock); }
            public Shop(IStock [|stock|], Item [|item|]) { Console.Write((stock, item)); }
        }
        """,
        TestName = "Two constructors, neither of which can be filled")]
    public Task A_constructor_that_asks_in_vain(string services, string types) =>
        Flags(Program.With(services, Shop + types));

    [TestCase("[|app.Services.GetRequiredService<IStock>()|].ToString();", "", TestName = "By a call")]
    [TestCase(
        "[|app.Services.GetRequiredService(typeof(IStock))|].ToString();", "",
        TestName = "By a call with a type")]
    [TestCase(
        "[|app.Services.GetRequiredKeyedService<IDesk>(\"left\")|].ToString();", "", TestName = "By a call with a key")]
    [TestCase("app.MapGet(\"/\", (IStock [|stock|]) => stock.ToString());", "", TestName = "By a handler")]
    [TestCase(
        "app.MapPost(\"/\", ([FromServices] Stock [|stock|], Item item) => $\"{stock} {item}\");", "",
        TestName = "By a handler, for a class")]
    [TestCase(
        "[|app.UseMiddleware<Gate>()|];",
        "public class Gate(RequestDelegate next, IStock stock) { public Task InvokeAsync(HttpContext c) => next(c); }",
        TestName = "By the constructor of a middleware")]
    [TestCase(
        "[|app.UseMiddleware<Gate>()|];",
        "public class Gate(RequestDelegate next) { public Task Invoke(HttpContext c, IStock stock) => next(c); }",
        TestName = "By a middleware with each request")]
    [TestCase(
        "[|app.UseMiddleware<Gate>()|];",
        "public class Gate : IMiddleware { public Task InvokeAsync(HttpContext c, RequestDelegate next) => next(c); }",
        TestName = "A middleware that is a service itself")]
    public Task What_is_asked_for_in_vain(string pipeline, string types) =>
        Flags(Program.With("", pipeline, Shop + types));

    [Test]
    public Task A_handler_of_messages_that_a_client_needs() => Flags(Program.With(
        "[|builder.Services.AddHttpClient(\"prices\").AddHttpMessageHandler<Signing>()|];",
        "public class Signing : DelegatingHandler { }"));

    [TestCase("builder.Services.AddScoped<IStock, Stock>();", TestName = "Registered")]
    [TestCase("builder.Services.AddScoped(typeof(IStock), typeof(Stock));", TestName = "Registered by its type")]
    [TestCase("builder.Services.AddScoped<IStock>(_ => new Stock());", TestName = "Made by a factory")]
    [TestCase("builder.Services.AddSingleton<IStock>(new Stock());", TestName = "Handed over")]
    [TestCase("builder.Services.TryAddScoped<IStock, Stock>();", TestName = "Registered if nobody else did")]
    [TestCase(
        "builder.Services.TryAddEnumerable(ServiceDescriptor.Scoped<IStock, Stock>());",
        TestName = "One of many")]
    [TestCase("builder.Services.Replace(ServiceDescriptor.Scoped<IStock, Stock>());", TestName = "Instead of another")]
    [TestCase(
        "builder.Services.Add(new ServiceDescriptor(typeof(IStock), _ => new Stock(), ServiceLifetime.Scoped));",
        TestName = "Registered by a descriptor that is made by hand")]
    [TestCase("builder.Services.AddHttpClient<IStock, Stock>();", TestName = "A typed client")]
    [TestCase("if (args.Length > 0) builder.Services.AddScoped<IStock, Stock>();", TestName = "Registered sometimes")]
    [TestCase("builder.Services.AddStock();", TestName = "Registered by a method of the program")]
    [TestCase("builder.Services.AddFor<IStock, Stock>();", TestName = "Registered by a generic method of the program")]
    [TestCase("builder.Host.ConfigureServices((_, s) => s.AddScoped<IStock, Stock>());", TestName = "At the host")]
    [TestCase(
        "foreach (var type in typeof(Stock).Assembly.GetTypes()) builder.Services.AddScoped(type);",
        TestName = "Whatever an assembly has")]
    [TestCase(
        "ServiceDescriptor[] more = []; foreach (var one in more) builder.Services.Add(one);",
        TestName = "Descriptors from somewhere")]
    [TestCase(
        "builder.Host.UseServiceProviderFactory(new DefaultServiceProviderFactory());", TestName = "Another container")]
    [TestCase("builder.Services.AddIdentityCore<Stock>();", TestName = "A type that a library is given")]
    [TestCase("builder.Services.AddSingleton<IStock>(Setup.Empty);", TestName = "Handed over from a field")]
    public Task A_service_that_is_or_may_be_registered(string services) => Allows(Program.With(
        "builder.Services.AddScoped<IShop, Shop>(); " + services,
        Shop + """
        public class Shop(IStock stock) : IShop { public IStock S => stock; }
        public static class Setup
        {
            public static readonly Stock Empty = new();
            public static IServiceCollection AddStock(this IServiceCollection s) => s.AddScoped<IStock, Stock>();
            public static IServiceCollection AddFor<TService, TMade>(this IServiceCollection s)
                where TService : class where TMade : class, TService => s.AddScoped<TService, TMade>();
        }
        """));

    [TestCase(
        "public class Shop(IEnumerable<IStock> all) : IShop { public object S => all; }",
        TestName = "All there are")]
    [TestCase("public class Shop(IStock? stock = null) : IShop { public object? S => stock; }", TestName = "Optional")]
    [TestCase("public class Shop(int size = 3) : IShop { public object S => size; }", TestName = "An optional number")]
    [TestCase(
        "public class Shop(ILogger<Shop> log, IServiceProvider all) : IShop { public object S => (log, all); }",
        TestName = "What the framework has")]
    [TestCase(
        "public class Shop(IOptions<Item> options) : IShop { public object S => options; }", TestName = "Options")]
    [TestCase(
        "public class Shop([ServiceKey] string key) : IShop { public object S => key; }",
        TestName = "The own key")]
    [TestCase(
        "public class Shop : IShop { public Shop(IStock s) { Console.Write(s); } public Shop(IDesk d) { "
        + "Console.Write(d); } }",
        TestName = "Another constructor can be filled")]
    [TestCase("public class Shop(Func<IStock> later) : IShop { public object S => later; }", TestName = "A function")]
    [TestCase("public class Shop : IShop { } public class Till(IStock s) { public object S => s; }",
        TestName = "A class that the container does not make")]
    [TestCase(
        "public class Shop : IShop { } public abstract class BasisController(IStock s) : ControllerBase { public "
        + "object S "
        + "=> s; }",
        TestName = "A controller that nobody makes")]
    [TestCase(
        "public class Shop : IShop { } public class Cart : ComponentBase { [Parameter] public IStock? Stock { get; "
        + "set; } }",
        TestName = "A parameter of a component")]
    public Task What_needs_no_registration(string types) =>
        Allows(Program.With("builder.Services.AddScoped<IShop, Shop>();", Shop + types));

    [TestCase("app.MapPost(\"/\", (Item item) => item.ToString());", TestName = "A body")]
    [TestCase("app.MapGet(\"/\", (IDesk desk) => desk.ToString());", TestName = "A service that is registered")]
    [TestCase("app.MapGet(\"/\", (HttpContext context) => context.ToString());", TestName = "The request")]
    [TestCase("Console.Write(app.Services.GetService<IStock>());", TestName = "A question")]
    [TestCase("app.UseMiddleware<Gate>(new Stock());", TestName = "A middleware with arguments")]
    public Task What_comes_from_elsewhere(string pipeline) => Allows(Program.With(
        "",
        pipeline,
        Shop + """
        public class Gate(RequestDelegate next, IStock stock)
        {
            public Task InvokeAsync(HttpContext c) => stock is null ? Task.CompletedTask : next(c);
        }
        """));

    [TestCase("""public class ShopController : ControllerBase { public string Get([FromServices] IStock [|stock|]) => $"{stock}"; }""",
        TestName = "An action")]
    [TestCase("""public class ShopController : ControllerBase { [HttpPost] public string Buy(Item item, [FromServices] Stock [|stock|]) => $"{stock}{item}"; }""",
        TestName = "An action, for a class")]
    [TestCase("""public class ShopController : ControllerBase { public string Get([FromKeyedServices("left")] IStock [|stock|]) => $"{stock}"; }""",
        TestName = "An action, with a key")]
    [TestCase("public class ShopHub : Hub { public string Get([FromServices] IStock [|stock|]) => $\"{stock}\"; }",
        TestName = "A method of a hub")]
    [TestCase("""public class IndexModel : Microsoft.AspNetCore.Mvc.RazorPages.PageModel { public void OnGet([FromServices] IStock [|stock|]) => ViewData["a"] = stock; }""",
        TestName = "A method of a page")]
    public Task What_a_request_asks_for_is_not_there(string type) => Flags(Program.With("", "", Shop + type));

    [TestCase("", """public class ShopController : ControllerBase { public string Get([FromServices] IStock? stock) => $"{stock}"; }""",
        TestName = "An action does without what may be null")]
    [TestCase("", """public class ShopController : ControllerBase { [NonAction] public string Get([FromServices] IStock stock) => $"{stock}"; }""",
        TestName = "No action")]
    [TestCase("", """public class ShopController : ControllerBase { [HttpPost] public string Buy(Item item) => $"{item}"; }""",
        TestName = "A body")]
    [TestCase("", "public class ShopTool { public string Get([FromServices] IStock stock) => $\"{stock}\"; }",
        TestName = "A method that no framework calls")]
    [TestCase("builder.Services.AddScoped<IStock, Stock>();",
        """public class ShopController : ControllerBase { public string Get([FromServices] IStock stock) => $"{stock}"; }""",
        TestName = "An action, with what is registered")]
    [TestCase("", """public class ShopController : ControllerBase { public string Get([FromServices] ILogger<Stock> log) => $"{log}"; }""",
        TestName = "An action, with what the framework brings")]
    public Task What_a_request_asks_for_is_there(string services, string type) =>
        Allows(Program.With(services, "", Shop + type));

    [Test]
    public Task A_library_registers_only_its_part() => Allows(Program.Library(
        "services.AddScoped<IShop, Shop>();", Shop + "public class Shop(IStock s) : IShop { public object S => s; }"));

    [Test]
    public Task An_open_kind_fits_all_rows() => Allows(Program.With(
        "builder.Services.AddScoped<IShop, Shop>(); builder.Services.AddScoped(typeof(IRows<>), typeof(Rows<>));",
        Shop + """
        public interface IRows<T> { }
        public class Rows<T> : IRows<T> { }
        public class Shop(IRows<Order> rows) : IShop { public object S => rows; }
        """));

    [Test]
    public Task A_key_that_only_shows_at_run_time() => Allows(Program.With(
        "builder.Services.AddScoped<IShop, Shop>(); foreach (var key in args) builder.Services.AddKeyedScoped<IStock, "
        + "Stock>(key);",
        Shop + "public class Shop([FromKeyedServices(\"b\")] IStock s) : IShop { public object S => s; }"));

    [TestCase("[|builder.Services.AddScoped<IRacks, Racks>()|];", "", TestName = "Made by what it declares")]
    [TestCase("", "[|app.Services.GetRequiredService<IForklift>()|].ToString();", TestName = "A call for it")]
    [TestCase("", "app.MapGet(\"/\", (IRacks [|racks|]) => racks.ToString());", TestName = "A handler that takes it")]
    public Task What_another_project_declares_and_nobody_registers(string services, string pipeline) =>
        Given.WithReferences(Warehouse.WithAspNetCore).Flags(Program.WithWarehouse(services, pipeline));

    [TestCase("builder.Services.AddScoped<IRacks, Racks>(); builder.Services.AddScoped<IForklift, Forklift>();",
        TestName = "All that it declares is registered")]
    [TestCase("builder.Services.AddScoped<IRacks, Racks>(); builder.Services.AddWarehouse();",
        TestName = "It may register the rest itself")]
    [TestCase("builder.Services.AddScoped<IRacks, Racks>(); builder.UseWarehouse();",
        TestName = "It may register the rest where it is given the builder")]
    public Task What_another_project_declares_and_may_be_registered(string services) =>
        Given.WithReferences(Warehouse.WithAspNetCore).Allows(Program.WithWarehouse(services));

    [Test]
    public Task The_one_implementation_is_named() => Says(
        Program.With(
            "builder.Services.AddScoped<IShop, Shop>();",
            Shop + "public class Shop(IStock [|stock|]) : IShop { public IStock S => stock; }"),
        "'Shop' asks the container for 'IStock', which is not registered, so it fails as soon as it "
        + "is "
        + "needed; register it: AddScoped<IStock, Stock>()");

    [Test]
    public Task What_nobody_implements_is_said() => Says(
        Program.With("", "app.MapGet(\"/\", (IRates [|rates|]) => rates.ToString());", "public interface IRates { }"),
        "'MapGet' asks the container for 'IRates', which is not registered, so it fails as soon as it is needed; "
        + "nothing "
        + "implements it either: write what is missing and register it");
}
