namespace AiAwareAnalyzers.PackageTests;

/// <summary>
/// What the log of a real build says about names that do not exist, beside the errors of the compiler.
/// </summary>
public sealed class InventedNamesTests
{
    private static readonly Consumer Bodies = new("Names in bodies are explained")
    {
        Code = """
            using System.IO;
            using System.Net.Http;
            namespace Shop;
            public static class Reader
            {
                public static object Status(HttpResponseMessage response) => response.GetStatusMessage();
                public static string Empty() => string.Blank;
                public static void Copy(string a, string b) => File.Copy(a, b, overwriteExisting: true);
                public static object Map() => new HashMap<string, int>();
            }
            """,
    };

    private static readonly Consumer Imports = new("Imports are explained where no analyzer is asked")
    {
        Code = "using System.Text.Jsn;\nusing Dapper;\npublic sealed class Empty;\n",
    };

    private static readonly Consumer Declarations = new("Declarations are explained where no analyzer is asked")
    {
        Code = """
            using System;
            using System.Collections.Generic;
            using System.Text;
            namespace Shop;
            public interface IWords : IEnumarable<string> { }
            public abstract class Text
            {
                public abstract StringBuffer Of(HashMap<string, int> words);
                [Obsolet] public abstract System.Text.Jsn.JsonSerializer Json { get; }
            }
            """,
    };

    private static readonly Consumer OldDeclaration = new("A newer type in a declaration is called so")
    {
        Target = "<TargetFramework>netstandard2.0</TargetFramework>",
        Code = "using System;\npublic sealed class Opening { public DateOnly Day { get; set; } }\n",
    };

    /// <summary>A generator of types, as a project of its own, built on the SDK's own compiler.</summary>
    private static readonly Consumer Maker = new("Makes types")
    {
        Items = """<Reference Include="$(RoslynTargetsPath)/bincore/Microsoft.CodeAnalysis.dll" />""",
        Code = """"
            using Microsoft.CodeAnalysis;
            [Generator]
            public sealed class Maker : IIncrementalGenerator
            {
                public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterPostInitializationOutput(output => output.AddSource("Made.g.cs", """
                    namespace Shop.Made { public class Reader { public class Part { } } public interface IScheduler { } public class MadeAttribute : System.Attribute { } public struct OrderId { } }
                    namespace Shop { public class Routes { } public class StreamWriters { } public class DbContextBase { } }
                    """));
            }
            """",
    };

    private static readonly Consumer UsesMade = new("What another project generates is no invention")
    {
        Items = $"""{Consumer.Reference("""PrivateAssets="all" """)}<ProjectReference Include="../{Maker.Name}/{Maker.Name}.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />""",
        Properties = "ImplicitUsings=enable",
        Code = """
            using Shop.Made;
            namespace Shop;
            [Made] public class Scheduler : DbContextBase, IScheduler
            {
                public Reader.Part Part { get; } = new();
                public Routes Of(OrderId id, StreamWriters writers) => new();
            }
            """,
    };

    private static readonly Consumer OldTarget = new("A newer API is called so")
    {
        Target = "<TargetFramework>netstandard2.0</TargetFramework>",
        Code = "public static class Old { public static object Of(string text) => text.ReplaceLineEndings(); }\n",
    };

    private static readonly Consumer RunTime = new("Names that only the run time looks up are explained")
    {
        Code = """
            using System;
            using System.Reflection;
            namespace Shop;
            public sealed class Order { public decimal Total { get; set; } private void Close() { } }
            public static class Reader
            {
                public static object Total(Order order) => typeof(Order).GetProperty("Totl").GetValue(order);
                public static object Close(Order order) => typeof(Order).GetMethod("Close").Invoke(order, null);
                public static object Sum() { dynamic order = new Order(); return order.Sum; }
                public static object Probe(string text) => typeof(string).GetProperty("Words")?.GetValue(text);
            }
            """,
    };

    private static readonly Consumer Generated = new("What generators bring is no invention")
    {
        Properties = "RootNamespace=Shop Nullable=enable",
        Code = """
            using System.Text.Json.Serialization;
            using System.Text.RegularExpressions;
            namespace Shop.Words;
            public sealed record Price(decimal Amount);
            [JsonSerializable(typeof(Price))]
            internal sealed partial class Prices : JsonSerializerContext;
            public static partial class Patterns
            {
                public static object Types => (Prices.Default.Price, Digits().Match("1"));
                [GeneratedRegex("[0-9]+")]
                private static partial Regex Digits();
            }
            """,
    };

    private static readonly Lazy<(string Root, Output Output)> Build = new(() =>
    {
        var root = Scratch.Folder("invented");
        NuGet.Configure(root);
        Solution.Write(
            root,
            "all",
            new[] { Bodies, Imports, Declarations, OldDeclaration, Maker, UsesMade, OldTarget, RunTime, Generated }
                .Select(consumer => consumer.WriteTo(root)));
        return (root, DotNet.Run(root, "build", "all.slnx", "--nologo", "-v:q", "-tl:off", "-clp:NoSummary"));
    });

    [TestCase(
        6,
        "CS1061",
        "AIA0101",
        "'HttpResponseMessage' has no 'GetStatusMessage' in System.Net.Http 10.0.0.0 (Microsoft.NETCore.App.Ref 10.",
        "did you mean 'ReasonPhrase' or 'StatusCode'?")]
    [TestCase(7, "CS0117", "AIA0101", "'string' has no 'Blank'", "'Empty'")]
    [TestCase(8, "CS1739", "AIA0102", "'File.Copy' has no parameter 'overwriteExisting'", "did you mean 'overwrite'?")]
    [TestCase(
        9, "CS0246", "AIA0103", "No reference of this net10.0 project has 'HashMap<,>'", "did you mean 'Dictionary'")]
    public void A_finding_stands_beside_the_error(int line, string error, string id, string begins, string contains)
    {
        var printed = Of(Bodies).Where(each => each.Line == line).ToList();
        Assert.That(printed.Select(each => each.Id), Is.EquivalentTo(new[] { error, id }), string.Join("\n", printed));
        Assert.That(printed.Single(each => each.Id == id).Message, Does.StartWith(begins).And.Contains(contains));
    }

    [TestCase(1, "did you mean 'System.Text.Json'")]
    [TestCase(2, "it comes with package Dapper")]
    public void An_import_is_explained(int line, string contains)
    {
        var finding = Of(Imports)
            .Single(each => each.Line == line && each.Id.StartsWith("AIA", StringComparison.Ordinal));
        Assert.That(finding.ToString(), Is.EqualTo("warning AIA0103"));
        Assert.That(finding.Message, Does.Contain(contains));
    }

    [TestCase(5, "'IEnumarable<>'; did you mean 'IEnumerable'")]
    [TestCase(8, "'StringBuffer'; did you mean 'StringBuilder'")]
    [TestCase(8, "'HashMap<,>'; did you mean 'Dictionary'")]
    [TestCase(9, "'Obsolet'; did you mean 'Obsolete'")]
    [TestCase(9, "'Jsn'; did you mean 'Json'")]
    public void A_declaration_is_explained(int line, string contains) => Assert.That(
        Of(Declarations)
            .Where(each => each.Line == line && each.ToString() == "warning AIA0103")
            .Select(each => each.Message), Has.One.Contains(contains));

    [Test]
    public void A_newer_type_in_a_declaration_is_named_with_its_framework() => Assert.That(
        Of(OldDeclaration).Single(each => each.Id.StartsWith("AIA", StringComparison.Ordinal)).Message,
        Does.StartWith("'DateOnly' exists from net6.0; this project targets netstandard2.0"));

    [Test]
    public void What_another_project_generates_is_left_alone() => Assert.That(Of(UsesMade), Is.Empty);

    [Test]
    public void A_newer_api_is_named_with_its_framework() =>
        Assert.That(
            Of(OldTarget).Single(each => each.Id.StartsWith("AIA", StringComparison.Ordinal)).Message,
            Does.StartWith("'string.ReplaceLineEndings' exists from net6.0; this project targets netstandard2.0"));

    [TestCase(
        7,
        "AIA0105",
        "'GetProperty' returns null at run time: 'Order' has no public property 'Totl'; did you mean 'Total'?")]
    [TestCase(8, "AIA0105", "'GetMethod' returns null at run time: 'Order.Close' is private, and only what is public "
        + "is looked at; pass 'BindingFlags.NonPublic | BindingFlags.Instance'")]
    [TestCase(9, "AIA0106", "'Sum' throws at run time: 'Order' has no 'Sum'; did you mean 'Total'?")]
    public void A_name_that_compiles_and_fails_is_explained(int line, string id, string message)
    {
        var printed = Of(RunTime).Single(each => each.Line == line);
        Assert.That((printed.Id, printed.Message), Is.EqualTo((id, message)));
        Assert.That(Of(RunTime).Count(), Is.EqualTo(3), "a probe is no finding");
    }

    [Test]
    public void What_generators_bring_is_left_alone() => Assert.That(Of(Generated), Is.Empty);

    [Test]
    public void The_fixes_work_on_a_project_that_does_not_compile()
    {
        var project = Path.Combine(Build.Value.Root, Bodies.Name, Bodies.Name + ".csproj");
        DotNet.Run(
            Build.Value.Root, "format", "analyzers", project, "--diagnostics", "AIA0101", "AIA0102", "--severity",
            "warn", "--no-restore");
        var code = File.ReadAllText(Path.Combine(Path.GetDirectoryName(project)!, "Code.cs"));
        Assert.That(
            code,
            Does.Contain("overwrite: true").And.Contain("response.GetStatusMessage();"),
            "what is certain is repaired, and what is only likely is left to its author");
    }

    [Test]
    public void The_fixes_work_where_only_the_generator_speaks()
    {
        var project = Path.Combine(Build.Value.Root, Declarations.Name, Declarations.Name + ".csproj");
        DotNet.Run(
            Build.Value.Root, "format", "analyzers", project, "--diagnostics", "AIA0103", "--severity", "warn",
            "--no-restore");
        var code = File.ReadAllText(Path.Combine(Path.GetDirectoryName(project)!, "Code.cs"));
        Assert.That(code, Does.Contain(": IEnumerable<string>").And
            .Contain("StringBuilder Of(Dictionary<string, int> words)").And
            .Contain("[Obsolete]"));
    }

    private static IEnumerable<Printed> Of(Consumer consumer) =>
        Build.Value.Output.Diagnostics.Where(printed => printed.Project == consumer.Name);
}
