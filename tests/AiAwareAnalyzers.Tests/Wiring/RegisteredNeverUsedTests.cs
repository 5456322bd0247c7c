using AiAwareAnalyzers.Wiring;

namespace AiAwareAnalyzers.Tests.Wiring;

[CSharp(12)]
public sealed class RegisteredNeverUsedTests : RuleTests<RegisteredNeverUsed>
{
    private const string Audit = """

        public interface IAudit { }
        public class Audit : IAudit { }
        public interface IPrices { }
        public class Till(IDesk desk) { public object D => desk; }

        """;

    private const string Desk = "app.MapGet(\"/\", (IDesk desk) => desk.ToString());";

    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase("[|builder.Services.AddScoped<IAudit, Audit>()|];", "", TestName = "An interface")]
    [TestCase("[|builder.Services.AddSingleton<Audit>()|];", "", TestName = "A class")]
    [TestCase("[|builder.Services.AddTransient(typeof(IAudit), typeof(Audit))|];", "", TestName = "By its type")]
    [TestCase("[|builder.Services.TryAddScoped<IAudit, Audit>()|];", "", TestName = "If nobody else did")]
    [TestCase("[|builder.Services.AddKeyedScoped<IAudit, Audit>(\"a\")|];", "", TestName = "Under a key")]
    [TestCase("[|builder.Services.AddScoped<IAudit>(_ => new Audit())|];", "", TestName = "Made by a factory")]
    [TestCase("[|builder.Services.AddSingleton<IAudit>(new Audit())|];", "", TestName = "Handed over")]
    [TestCase("[|builder.Services.AddHttpClient<Prices>()|];",
        "public class Prices(HttpClient http) { public object H => http; }", TestName = "A typed client")]
    [TestCase("[|builder.Services.AddHttpClient<IPrices, Prices>()|];",
        "public class Prices(HttpClient http) : IPrices { public object H => http; }",
        TestName = "A typed client behind an interface")]
    [TestCase("[|builder.Services.AddDbContext<Data>()|];",
        "public class Data(DbContextOptions<Data> options) : DbContext(options) { }", TestName = "A context")]
    [TestCase("[|builder.Services.AddScoped(typeof(IRows<>), typeof(Rows<>))|];",
        "public interface IRows<T> { } public class Rows<T> : IRows<T> { }", TestName = "An open kind")]
    [TestCase("[|builder.Services.AddScoped<Watch>()|];",
        "public class Watch(ILogger<Watch> log) { public object L => log; }", TestName = "A class that names itself")]
    [TestCase("[|builder.Services.AddScoped<IAudit, Audit>()|]; [|builder.Services.AddScoped<Till>()|];", "",
        TestName = "Two")]
    [TestCase(
        "builder.Services.AddScoped<Audit>(); [|builder.Services.AddScoped<IAudit>(sp => "
        + "sp.GetRequiredService<Audit>())|];",
        "", TestName = "The other name of what is used")]
    [TestCase("builder.Services.AddAudit();",
        "public static class Setup { public static void AddAudit(this IServiceCollection s) => [|s.AddScoped<IAudit, "
        + "Audit>()|]; }",
        TestName = "In a method of the program")]
    [TestCase("[|builder.Services.Replace(ServiceDescriptor.Scoped<IAudit, Audit>())|];", "",
        TestName = "Instead of another, by a descriptor")]
    public Task What_nothing_asks_for(string services, string types) =>
        Flags(Program.With(
            services.Replace(
                "[|builder.Services.Replace(ServiceDescriptor.Scoped<IAudit, Audit>())|]",
                "builder.Services.Replace([|ServiceDescriptor.Scoped<IAudit, Audit>()|])",
                StringComparison.Ordinal),
            Desk,
            Audit + types));

    [TestCase("", "public class ShopController(IAudit audit) : ControllerBase { public object A => audit; }",
        TestName = "A constructor")]
    [TestCase("", "public class Cart : ComponentBase { [Inject] public IAudit Audit { get; set; } = null!; }",
        TestName = "A component")]
    [TestCase("app.MapGet(\"/a\", (IAudit audit) => audit.ToString());", "", TestName = "A handler")]
    [TestCase("app.Services.GetRequiredService<IAudit>();", "", TestName = "A call")]
    [TestCase("app.Services.GetService(typeof(IAudit));", "", TestName = "A call with a type")]
    [TestCase(
        "", "public class All(IEnumerable<IAudit> audits) { public object A => audits; }",
        TestName = "All there are")]
    [TestCase("", "public class Late(Func<IAudit> audits) { public object A => audits; }", TestName = "A function")]
    [TestCase("", "public class Late(Lazy<IAudit> audits) { public object A => audits; }", TestName = "Later")]
    [TestCase(
        "", "public class Late { public IAudit? Found { get; set; } }",
        TestName = "A property that somebody fills")]
    [TestCase("", "public class Late { public void Use(object a) { if (a is IAudit) Console.Write(a); } }",
        TestName = "A question of type")]
    [TestCase("", "public class Gate { public Task Invoke(HttpContext c, IAudit a) => Task.FromResult(a); }",
        TestName = "A middleware")]
    [TestCase(
        "", "[ServiceFilter(typeof(IAudit))] public class ShopController : ControllerBase { }",
        TestName = "A filter")]
    [TestCase("", "public class Gate(IServiceProvider all) { public object A() => all.GetServices<IAudit>(); }",
        TestName = "A call for all")]
    [TestCase("", "public class Mock<T> { } public class Gate { public Mock<IAudit> A = new(); }",
        TestName = "Somewhere in a type")]
    public Task What_something_asks_for(string pipeline, string types) =>
        Allows(Program.With("builder.Services.AddScoped<IAudit, Audit>();", Desk + pipeline, Audit + types));

    [TestCase(
        "builder.Services.AddHostedService<Worker>();",
        "public class Worker : BackgroundService { protected override Task ExecuteAsync(CancellationToken t) => "
        + "Task.CompletedTask; }",
        TestName = "A hosted service")]
    [TestCase(
        "builder.Services.AddScoped<IClock, Clock>();",
        "public interface IClock : System.Collections.IEnumerable { } public abstract class Clock : IClock { public "
        + "abstract "
        + "System.Collections.IEnumerator GetEnumerator(); } public class C(IClock c) { public object A => c; }",
        TestName = "Asked for by another class")]
    [TestCase(
        "builder.Services.AddTransient<IValidateOptions<Till>, Check>();",
        "public class Check : IValidateOptions<Till> { public ValidateOptionsResult Validate(string? n, Till o) => "
        + "ValidateOptionsResult.Success; }",
        TestName = "A service of the framework")]
    [TestCase(
        "builder.Services.AddScoped<IAudit, Audit>(); builder.Host.UseServiceProviderFactory(new "
        + "DefaultServiceProviderFactory());",
        "", TestName = "Another container")]
    [TestCase(
        "builder.Services.AddScoped<Inner>(); ", "public class Inner { } public record Both(Inner One);",
        TestName = "A record that holds it")]
    [TestCase(
        "builder.Services.AddFor<IAudit, Audit>();",
        "public static class Setup { public static void AddFor<TS, TM>(this IServiceCollection s) where TS : class "
        + "where TM "
        + ": class, TS => s.AddScoped<TS, TM>(); }",
        TestName = "A generic method of the program")]
    public Task What_may_be_asked_for_elsewhere(string services, string types) =>
        Allows(Program.With(services, Desk, Audit + types));

    [Test]
    public Task A_library_registers_for_others() =>
        Allows(Program.Library("services.AddScoped<IAudit, Audit>();", "public interface IDesk { }" + Audit));

    [Test]
    public Task The_service_is_named() => Says(
        Program.With("[|builder.Services.AddScoped<IAudit, Audit>()|];", Desk, Audit),
        "'IAudit' is registered, and nothing in this program asks for it, so what it was written for never happens; "
        + "ask for "
        + "it where it belongs, or remove it");
}
