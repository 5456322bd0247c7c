using System.Text;
using AiAwareAnalyzers.Tests.Cases;
using AiAwareAnalyzers.Wiring;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAwareAnalyzers.Tests.Knowledge.Container;

/// <summary>What is said of a container, against the container itself.</summary>
public sealed class ServicesTests
{
    private const int Programs = 60;

    private static readonly Setting Setting = new(References.AspNetCore);

    private static readonly string[] Lifetimes = ["Singleton", "Scoped", "Transient"];

    /// <summary>
    /// Programs of a few services that ask for each other: what cannot be resolved is said where the container refuses
    /// to be built, and nowhere else; and what it refuses to put into a singleton is said, too.
    /// </summary>
    [CSharp(12)]
    public void What_is_said_is_what_the_container_says()
    {
        var told = new HashSet<string>();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Programs).WithQuietOnSuccess(true),
            Prop.ForAll<int>(seed => told.Add(Agreed(WrittenFrom(new Random(seed))).GetAwaiter().GetResult()) || true));
        Assert.That(told, Is.SupersetOf(new[] { "fine", "unresolved", "captive" }), "all of it has been seen");
    }

    [TestCase("services.AddSingleton<I0, S0>();", "class S0 : I0 { public S0(I1 one) { } }", "unresolved")]
    [TestCase(
        "services.AddSingleton<I0, S0>(); services.AddScoped<I1, S1>();",
        "class S0 : I0 { public S0(I1 one) { } } class S1 : I1 { }",
        "captive")]
    [TestCase(
        "services.AddSingleton<I0, S0>(); services.AddTransient<I1, S1>();",
        "class S0 : I0 { public S0(I1 one) { } } class S1 : I1 { }",
        "fine")]
    public async Task The_container_tells(string registrations, string types, string expected) =>
        Assert.That(
            await Running.Run(Whole(registrations, "interface I0 { } interface I1 { } " + types), Setting),
            Is.EqualTo(expected));

    [TestCase("builder.AddServiceDefaults();", 1, TestName = "A service of the program's own")]
    [TestCase("", 2, TestName = "Also one of another project, without its defaults")]
    public async Task What_another_project_may_register_with_its_defaults_is_unknown(string registration, int missing)
    {
        var defaults = CSharpCompilation.Create(
            "Shop.ServiceDefaults",
            [CSharpSyntaxTree.ParseText(
                """
                public interface ICaller { }
                public static class Defaults
                {
                    public static T AddServiceDefaults<T>(this T builder)
                        where T : Microsoft.Extensions.Hosting.IHostApplicationBuilder => builder;
                }
                """,
                Setting.ParseOptions)],
            References.AspNetCore.Metadata,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var program = CSharpCompilation.Create(
            "Shop.Api",
            [CSharpSyntaxTree.ParseText(
                $$"""
                using Microsoft.AspNetCore.Builder;
                using Microsoft.Extensions.DependencyInjection;
                var builder = WebApplication.CreateBuilder(args);
                {{registration}}
                builder.Services.AddScoped<Notes>();
                builder.Services.AddScoped<Pages>();
                public class Notes { public Notes(ICaller caller) { } }
                public class Pages { public Pages(IPaper paper) { } }
                public interface IPaper { }
                """,
                Setting.ParseOptions)],
            References.AspNetCore.Metadata.Add(defaults.ToMetadataReference()),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        Assert.That(
            program.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error), Is.Empty);
        Assert.That(
            await Workshop.Findings(program, new AnalyzerOptions([]), new UnregisteredService()),
            Has.Length.EqualTo(missing));
    }

    /// <summary>What the container tells of a program, if the rules say the same.</summary>
    private static async Task<string> Agreed((string Registrations, string Types) program)
    {
        var code = Whole(program.Registrations, program.Types);
        var document = await new Workshop(Setting).DocumentOf(("/0/Proof.cs", code));
        var findings = await Workshop.Findings(
            document.Project, new UnregisteredService(), new CaptiveDependency());
        var saysUnresolved = findings.Any(finding => finding.Id == "AIA1301");
        var saysCaptive = findings.Any(finding => finding.Id == "AIA1302");
        var told = await Running.Run(document);
        var agree = saysUnresolved == told.Contains("unresolved", StringComparison.Ordinal)
            && (saysCaptive || !told.Contains("captive", StringComparison.Ordinal))
            && (!saysCaptive || told != "fine");
        return agree
            ? told
            : throw new InvalidOperationException(
                $"The container says '{told}' of\n{code}\n{string.Join('\n', findings)}");
    }

    /// <summary>A few services, each of which asks for some of those before it, and how they are registered.</summary>
    private static (string Registrations, string Types) WrittenFrom(Random random)
    {
        var (registrations, types) = (new StringBuilder(), new StringBuilder());
        var count = random.Next(2, 6);
        for (var number = 0; number < count; number++)
        {
            var asked = Enumerable.Range(0, number).Where(_ => random.Next(3) == 0)
                .Select(other => Parameter(random, other))
                .OrderBy(parameter => parameter.Contains('=', StringComparison.Ordinal));
            types.AppendLine($"interface I{number} {{ }}");
            types.AppendLine(
                $"class S{number} : I{number} {{ public S{number}({string.Join(", ", asked)}) {{ }} }}");
            if (random.Next(6) > 0) registrations.AppendLine(Registration(random, number));
        }

        return (registrations.ToString(), types.ToString());
    }

    private static string Parameter(Random random, int other) => random.Next(6) switch
    {
        0 => $"I{other}? a{other} = null",
        1 => $"IEnumerable<I{other}> a{other}",
        2 => $"S{other} a{other}",
        _ => $"I{other} a{other}",
    };

    private static string Registration(Random random, int number)
    {
        var lifetime = Lifetimes[random.Next(Lifetimes.Length)];
        return random.Next(8) switch
        {
            0 => $"services.Add{lifetime}(typeof(I{number}), typeof(S{number}));",
            1 => $"services.TryAdd{lifetime}<I{number}, S{number}>();",
            2 => $"services.Add(ServiceDescriptor.{lifetime}<I{number}, S{number}>());",
            3 => $"services.Add(new ServiceDescriptor(typeof(I{number}), typeof(S{number}), "
                + $"ServiceLifetime.{lifetime}));",
            4 => $"services.Add{lifetime}<S{number}>(); services.Add{lifetime}<I{number}, S{number}>();",
            5 => $"services.TryAddEnumerable(ServiceDescriptor.{lifetime}<I{number}, S{number}>());",
            6 => $"services.AddKeyed{lifetime}<I{number}, S{number}>(\"key\");",
            _ => $"services.Add{lifetime}<I{number}, S{number}>();",
        };
    }

    private static string Whole(string registrations, string types) => $$"""
        #nullable enable
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.DependencyInjection.Extensions;

        System.Console.Write(await Proof.Run());

        {{types}}
        public static class Proof
        {
            public static Task<string> Run()
            {
                var services = new ServiceCollection();
                {{registrations}}
                try
                {
                    services.BuildServiceProvider(
                        new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
                    return Task.FromResult("fine");
                }
                catch (AggregateException exception)
                {
                    var told = new HashSet<string>();
                    foreach (var inner in exception.InnerExceptions)
                        told.Add(
                            inner.Message.Contains("Unable to resolve") ? "unresolved"
                            : inner.Message.Contains("scoped service") ? "captive"
                            : inner.Message);
                    return Task.FromResult(string.Join(", ", told.Order()));
                }
            }
        }
        """;
}
