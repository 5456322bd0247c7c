using AiAwareAnalyzers.HallucinatedApi;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

public sealed class InventedApiTests : RuleTests<InventedApi>
{
    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    private static string InServices(string type) =>
        "using Microsoft.Extensions.DependencyInjection;\nnamespace Microsoft.Extensions.DependencyInjection { "
        + type
        + " }";

    [TestCase(
        "public static class [|SmartCache|] { public static IServiceCollection AddSmartCache(this IServiceCollection "
        + "services) => services; }")]
    [TestCase(
        "public static class [|SmartCache|] { public static IServiceCollection AddSmartCache(this IServiceCollection "
        + "services) { return services; } }")]
    [TestCase("public static class [|SmartCache|] { public static IServiceCollection AddSmartCache(this "
        + "IServiceCollection services) { ArgumentNullException.ThrowIfNull(services); return services; } }")]
    [TestCase(
        "public static class [|SmartCache|] { public static IServiceCollection AddSmartCache(this IServiceCollection "
        + "services) => throw new NotImplementedException(); }")]
    [TestCase(
        "public static class [|SmartCache|] { public static void UseSmartCache(this IServiceProvider provider) { } }")]
    [TestCase(
        "public class [|ServiceGraph|] { public object? Find(string name) => null; public bool Has(string name) => "
        + "false; }")]
    [TestCase(
        "public class [|ServiceGraph|] { private readonly string _name; public ServiceGraph(string name) { _name = "
        + "name; } public Task SaveAsync() => Task.CompletedTask; }")]
    [TestCase("public class [|ServiceGraph|] { public Task<int> CountAsync() => Task.FromResult(0); }")]
    [TestCase(
        "public class [|ServiceGraph|] { public string Name { get; set; } = \"\"; public string Render() => \"\"; }")]
    [TestCase("public struct [|ServiceGraph|] { public int[] Ports() => Array.Empty<int>(); }")]
    [TestCase("public class [|ServiceGraph|] { public ServiceGraph With(string name) => this; }")]
    [TestCase(
        "public class [|ServiceGraph|] : IDisposable { public void Dispose() => throw new "
        + "NotImplementedException(); }")]
    public Task What_does_nothing_in_the_name_of_a_library_is_flagged(string type) => Flags(InServices(type));

    [TestCase("public static class Shop { public static IServiceCollection AddShop(this IServiceCollection services) { "
        + "services.AddSingleton<object>(); return services; } }", TestName = "The convention")]
    [TestCase(
        "public static class Shop { public static IServiceCollection AddShop(this IServiceCollection services) => "
        + "services.AddSingleton<object>(); }",
        TestName = "The convention in short")]
    [TestCase(
        "public static class Shop { public static IServiceCollection AddShop(this IServiceCollection services) => "
        + "services.AddSingleton<object>(); public static IServiceCollection AddMore(this IServiceCollection services) "
        + "=> services; }",
        TestName = "One of them works")]
    [TestCase(
        "public class ShopOptions { public string Name { get; set; } = \"\"; public ShopOptions() { } }",
        TestName = "Data")]
    [TestCase("public partial class ServiceGraph { public object? Find(string name) => null; }", TestName = "Partial")]
    [TestCase("public interface IServiceGraph { object? Find(string name); }", TestName = "An interface")]
    [TestCase(
        "public abstract class ServiceGraph { public abstract object? Find(string name); public virtual bool "
        + "Has(string name) => false; }",
        TestName = "Abstract")]
    [TestCase("public enum ServiceGraph { None }", TestName = "An enum")]
    [TestCase(
        "public class ServiceGraphAttribute : Attribute { public override bool Match(object? other) => false; }",
        TestName = "An attribute")]
    [TestCase(
        "public class NullServiceGraph { public object? Find(string name) => null; }", TestName = "A null object")]
    [TestCase(
        "public class FakeServiceGraph { public object? Find(string name) => null; }", TestName = "A test double")]
    [TestCase(
        "public class ServiceGraph : IServiceProvider { public object? GetService(Type type) => null; }",
        TestName = "A contract that is kept by doing nothing")]
    [TestCase("public class ServiceGraph { public int Port() => 8080; }", TestName = "A value of its own")]
    [TestCase("public class ServiceGraph { public static bool IsOn => false; }", TestName = "A switch")]
    [TestCase(
        "public class ServiceGraph { public ServiceGraph() { Console.WriteLine(); } public object? Find(string name) "
        + "=> null; }",
        TestName = "A constructor that works")]
    [TestCase(
        "public class ServiceGraph { public object? Find(string name) => throw new PlatformNotSupportedException(); }",
        TestName = "Not on this platform")]
    [TestCase(
        "public class ServiceGraph { private class Part { public object? Find() => null; } public int Port() => 80; }",
        TestName = "A nested type")]
    [TestCase(
        "[Obsolete] public static class SmartCache { public static IServiceCollection AddSmartCache(this "
        + "IServiceCollection services) => services; }",
        TestName = "An old name that stays")]
    public Task What_works_or_means_to_do_nothing_is_allowed(string type) => Allows(InServices(type));

    [Test]
    public Task A_namespace_of_ones_own_is_allowed() =>
        Allows("namespace Shop.Caching { public static class SmartCache { public static string AddSmartCache(this "
            + "string text) => text; } }");

    [Test]
    public Task The_base_library_is_filled_up_for_older_targets() =>
        Allows("namespace System.Runtime.CompilerServices { internal static class Intrinsics { public static bool "
            + "IsKnown(int value) => false; } }");

    [Test]
    public Task What_a_later_framework_brings_is_declared_for_the_older() =>
        Given.WithReferences(References.Of("net6.0"))
            .Allows("namespace Microsoft.Win32.SafeHandles { public static class Registry2 { public static int Open() "
                + "=> 8; } }");

    [Test]
    public Task Code_for_several_targets_is_allowed() => Allows("""
        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class SmartCache
            {
        #if REAL
                public static IServiceCollection AddSmartCache(this IServiceCollection services) => services.AddSingleton<object>();
        #else
                public static IServiceCollection AddSmartCache(this IServiceCollection services) => services;
        #endif
            }
        }
        """);

    [Test]
    public Task A_test_project_may_pretend() =>
        Given.WithReferences(References.EntityFrameworkCore.AndFile(typeof(TestAttribute).Assembly.Location))
            .Allows(InServices(
                "public static class SmartCache { public static IServiceCollection AddSmartCache(this "
                + "IServiceCollection services) => services; }"));

    [Test]
    public Task A_namespace_of_another_library_counts_too() => Flags("""
        namespace Microsoft.EntityFrameworkCore
        {
            public static class [|BulkExtensions|]
            {
                public static Task BulkMergeAsync<T>(this DbContext context, IEnumerable<T> items) => Task.CompletedTask;
            }
        }
        """);

    [TestCase(
        "public static class [|SmartCache|] { public static IServiceCollection AddSmartCache(this IServiceCollection "
        + "services) => services; }",
        "it only returns what it is given")]
    [TestCase("public static class [|SmartCache|] { public static IServiceCollection AddSmartCache(this "
        + "IServiceCollection services) => throw new NotImplementedException(); }", "it only throws")]
    [TestCase(
        "public static class [|SmartCache|] { public static void UseSmartCache(this IServiceProvider provider) { } }",
        "it does nothing")]
    public async Task The_message_says_what_it_does(string type, string does)
    {
        var workshop = new Cases.Workshop(new Cases.Setting(Framework));
        var document = await workshop.DocumentOf(("/0/Code.cs", Cases.Markup.Strip(InServices(type))));
        var message = (await Cases.Workshop.Findings(document.Project, new InventedApi())).Single().GetMessage();
        Assert.That(
            message,
            Does.StartWith("'SmartCache' looks like a part of Microsoft.Extensions.DependencyInjection").And
                .Contain($"but is declared here, and {does};"));
    }
}
