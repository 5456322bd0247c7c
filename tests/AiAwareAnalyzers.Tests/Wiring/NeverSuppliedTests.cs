using AiAwareAnalyzers.Wiring;

namespace AiAwareAnalyzers.Tests.Wiring;

[CSharp(12)]
public sealed class NeverSuppliedTests : RuleTests<NeverSupplied>
{
    private const string Shop = """

        public interface IAudit { void Note(string what); }
        public class Audit : IAudit { public void Note(string what) { } }
        public interface IRates { }
        public interface IShop { }

        """;

    private const string Noting =
        "public class Shop(IAudit? [|audit|] = null) : IShop { public void Sell() => audit?.Note(\"sold\"); }";

    private const string Silent =
        "public class Shop(IAudit? audit = null) : IShop { public void Sell() => audit?.Note(\"sold\"); }";

    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase("builder.Services.AddScoped<IShop, Shop>();", TestName = "Nobody registers it")]
    [TestCase(
        "builder.Services.AddScoped<IShop, Shop>(); builder.Services.AddScoped<Audit>();",
        TestName = "Registered as its class only")]
    [TestCase("builder.Services.AddSingleton(typeof(Shop));", TestName = "A holder that is registered by its type")]
    [TestCase("builder.Services.AddHttpClient<Shop>();", TestName = "A typed client")]
    [TestCase("builder.Services.TryAddTransient<IShop, Shop>();", TestName = "Registered if nobody else did")]
    [TestCase("builder.Services.Add(ServiceDescriptor.Scoped<IShop, Shop>());", TestName = "By a descriptor")]
    [TestCase("builder.Services.AddKeyedScoped<IShop, Shop>(\"a\");", TestName = "Under a key")]
    [TestCase(
        "builder.Services.AddScoped<IShop, Shop>(); builder.Services.AddKeyedScoped<IAudit, Audit>(\"a\");",
        TestName = "Registered under a key, and asked for without")]
    public Task A_service_of_the_program_with_an_optional_parameter(string services) =>
        Flags(Program.With(services, Shop + Noting));

    [TestCase(
        "",
        "public class ShopController(IAudit? [|audit|] = null) : ControllerBase { public object? A => audit; }",
        TestName = "A controller")]
    [TestCase(
        "", "public class ShopHub(IAudit? [|audit|] = null) : Hub { public object? A => audit; }", TestName = "A hub")]
    [TestCase(
        "",
        "public class IndexModel(IAudit? [|audit|] = null) : Microsoft.AspNetCore.Mvc.RazorPages.PageModel { public "
        + "object? "
        + "A => audit; }",
        TestName = "A page")]
    [TestCase(
        "builder.Services.AddHostedService<Worker>();",
        """
        public class Worker(IAudit? [|audit|] = null) : BackgroundService
        {
            protected override Task ExecuteAsync(CancellationToken t) { audit?.Note(""); return Task.CompletedTask; }
        }
        """,
        TestName = "A hosted service")]
    [TestCase(
        "builder.Services.AddHostedService<Sweeper>(); builder.Services.AddScoped<IShop, Shop>();",
        """
        public class Sweeper : BackgroundService
        {
            protected override Task ExecuteAsync(CancellationToken t) => Task.CompletedTask;
        }
        public class Keeper { }
        public class Shop(IDesk desk, Keeper? [|keeper|] = null) : IShop { public object? A => (desk, keeper); }
        """,
        TestName = "A class that nobody registers")]
    [TestCase(
        "builder.Services.AddScoped<IShop, Shop>();",
        "public class Shop(IAudit? [|audit|] = null, IRates? [|rates|] = null) : IShop { public object? A => (audit, "
        + "rates); }",
        TestName = "Two at once")]
    [TestCase(
        "builder.Services.AddScoped<IShop, Shop>();",
        """
        public class Shop : IShop
        {
            private readonly IAudit? _audit;
            public Shop(IAudit? [|audit|] = null) { _audit = audit; }
            public void Sell() { if (_audit != null) _audit.Note("sold"); }
        }
        """,
        TestName = "Kept in a field")]
    public Task Another_type_that_the_container_makes(string services, string types) =>
        Flags(Program.With(services, Shop + types));

    [TestCase("builder.Services.AddScoped<IAudit, Audit>();", TestName = "Registered")]
    [TestCase("builder.Services.AddScoped<IAudit>(_ => new Audit());", TestName = "Made by a factory")]
    [TestCase("if (args.Length > 0) builder.Services.AddSingleton<IAudit>(new Audit());", TestName = "In one case")]
    [TestCase("builder.Services.AddHttpClient<IAudit, Audit>();", TestName = "A typed client")]
    [TestCase(
        "foreach (var type in typeof(Audit).Assembly.GetTypes()) builder.Services.AddScoped(type);",
        TestName = "Whatever an assembly has")]
    [TestCase(
        "builder.Host.UseServiceProviderFactory(new DefaultServiceProviderFactory());", TestName = "Another container")]
    [TestCase("builder.Services.AddIdentityCore<Audit>();", TestName = "A type that a library is given")]
    [TestCase(
        "builder.Services.TryAddEnumerable(ServiceDescriptor.Scoped<IAudit, Audit>());",
        TestName = "One of many")]
    public Task What_may_be_filled(string services) =>
        Allows(Program.With("builder.Services.AddScoped<IShop, Shop>(); " + services, Shop + Silent));

    [TestCase(
        "public class Shop(IAudit? audit = null) : IShop { private readonly IAudit _audit = audit ?? new Audit(); "
        + "public "
        + "object A => _audit; }",
        TestName = "A default that is as good")]
    [TestCase(
        "public class Shop : IShop { public Shop(IAudit? audit = null) { audit ??= new Audit(); audit.Note(\"\"); } }",
        TestName = "A default that is assigned")]
    [TestCase("public class Shop(IAudit audit) : IShop { public object A => audit; }", TestName = "Not optional")]
    [TestCase("public class Shop(int size = 3, string? name = null) : IShop { public object? A => (size, name); }",
        TestName = "Values")]
    [TestCase(
        "public class Shop(TimeProvider? time = null, ILogger<Shop>? log = null) : IShop { public object? A => (time, "
        + "log); }",
        TestName = "What the framework may have")]
    [TestCase(
        "public class Shop : IShop { } public class Till(IAudit? audit = null) { public object? A => audit; }",
        TestName = "A class that the container does not make")]
    [TestCase(
        "public class Shop(IAudit? audit = null) : IShop { public object? A => audit; } public static class Made { "
        + "public "
        + "static Shop Here() => new Shop(new Audit()); }",
        TestName = "A class that is also made by hand")]
    [TestCase(
        "public class Shop : IShop { public Shop() { } public Shop(IAudit? audit = null) { Console.Write(audit); } }",
        TestName = "Two constructors")]
    [TestCase(
        "public class Shop(IEnumerable<IAudit>? all = null) : IShop { public object? A => all; }",
        TestName = "All there are")]
    [TestCase(
        "public class Shop(Func<IAudit>? audit = null) : IShop { public object? A => audit; }",
        TestName = "A function")]
    [TestCase(
        "public class Shop([FromKeyedServices(\"desk\")] object? audit = null) : IShop { public object? A => audit; }",
        TestName = "Any object")]
    public Task What_is_not_lost(string types) =>
        Allows(Program.With("builder.Services.AddScoped<IShop, Shop>();", Shop + types));

    [Test]
    public Task A_library_registers_only_its_part() =>
        Allows(Program.Library("services.AddScoped<IShop, Shop>();", Shop + Silent));

    [Test]
    public Task What_the_container_knows_instead_is_named() => Says(
        Program.With("builder.Services.AddScoped<IShop, Shop>(); builder.Services.AddScoped<Audit>();", Shop + Noting),
        "The container makes 'Shop' and never fills the optional 'audit', because 'IAudit' is not registered ('Audit' "
        + "is registered as 'Audit' only), so what depends on it is silently off; register 'IAudit', or remove the "
        + "parameter");
}
