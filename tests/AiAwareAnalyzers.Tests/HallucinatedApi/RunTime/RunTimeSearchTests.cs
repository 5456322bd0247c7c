using System.Reflection;
using System.Runtime.CompilerServices;
using AiAwareAnalyzers.HallucinatedApi;
using AiAwareAnalyzers.HallucinatedApi.RunTime;
using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.HallucinatedApi.RunTime;

/// <summary>What Knowledge believes of the run time is asked of the run time.</summary>
public sealed class RunTimeSearchTests
{
    private static readonly string[] Primitives =
    [
        "bool", "char", "sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "float", "double",
        "decimal", "string", "object", "DayOfWeek", "int?"
    ];

    [Test]
    public void The_flags_have_the_values_of_the_framework()
    {
        Assert.That(
            (BindingFlags)BindingRange.Default.Flags,
            Is.EqualTo(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public));
        Assert.That(
            (BindingFlags)BindingRange.Declared.Flags,
            Is.EqualTo(
                BindingFlags.Instance
                | BindingFlags.Static
                | BindingFlags.Public
                | BindingFlags.NonPublic
                | BindingFlags.DeclaredOnly));
        Assert.That(
            (BindingFlags)BindingRange.AnyStatic.IgnoringCase.Flags,
            Is.EqualTo(
                BindingFlags.Static
                | BindingFlags.Public
                | BindingFlags.NonPublic
                | BindingFlags.FlattenHierarchy
                | BindingFlags.IgnoreCase));
        Assert.That((int)UnsafeAccessorKind.StaticField, Is.EqualTo(4));
    }

    /// <summary>Every pair of a parameter's type and the type that is asked for.</summary>
    [Test]
    public async Task The_default_binder_widens_as_believed()
    {
        var methods = string.Concat(Primitives.Select((type, at) => $"public void M{at}({type} value) {{ }} "));
        var asked = from to in Enumerable.Range(0, Primitives.Length)
            from passed in Primitives
            select $"typeof(Wide).GetMethod(\"M{to}\", new[] {{ typeof({passed}) }})!";
        var code = $$"""
            public class Wide { {{methods}} }
            public static class Proof
            {
                public static Task<string> Run() => Task.FromResult(string.Join("\n", new object?[]
                {
            {{string.Join(",\n", asked)}}
                }.Select(found => found is null)));
            }
            """;
        var run = (await Running.Run(code, new Setting(References.Net10))).Split('\n').Select(bool.Parse).ToList();
        var workshop = new Workshop(new Setting(References.Net10));
        var document = await workshop.DocumentOf(("/0/Wide.cs", code));
        var first = code.Split('\n').ToList().FindIndex(line => line.StartsWith("typeof", StringComparison.Ordinal));
        var flagged = (await Workshop.Findings(document.Project, new MissingReflectionTarget()))
            .Select(finding => finding.Location.GetLineSpan().StartLinePosition.Line - first)
            .ToHashSet();
        Assert.That(asked.Where((_, at) => run[at] != flagged.Contains(at)), Is.Empty);
    }

    [Test]
    public async Task Assemblies_outside_the_core_library_have_no_type_in_it()
    {
        var workshop = new Workshop(new Setting(References.Net10));
        var compilation =
            (await (await workshop.DocumentOf(("/0/C.cs", "class C { }"))).Project.GetCompilationAsync())!;
        foreach (var name in TypeNameSearch.OutsideCore)
        {
            var assembly = compilation.SourceModule.ReferencedAssemblySymbols.SingleOrDefault(reference =>
                reference.Name == name);
            Assert.That(assembly, Is.Not.Null, name);
            Assert.That(TypesIn(assembly!.GlobalNamespace)
                .Select(TypeNameSearch.RunTimeName)
                .Where(type => typeof(object).Assembly.GetType(type) is not null), Is.Empty, name);
        }
    }

    [TestCase("Totl", "Total")]
    [TestCase("total", "Total")]
    [TestCase("CustomerName", "Customer")]
    [TestCase("Whatever", "")]
    public async Task A_name_in_a_text_is_ranked_by_its_words(string wanted, string best)
    {
        var workshop = new Workshop(new Setting(References.Net10));
        var compilation =
            (await (await workshop.DocumentOf(("/0/C.cs", "class C { }"))).Project.GetCompilationAsync())!;
        var suggestions = NameSuggestions.For(
            wanted, new[] { "Total", "Customer", "Id" }.Select(name => (name, (ISymbol?)null)), compilation);
        Assert.That(suggestions.FirstOrDefault()?.Text ?? "", Is.EqualTo(best));
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceSymbol space) =>
        space.GetTypeMembers()
            .Where(type => type.DeclaredAccessibility == Accessibility.Public)
            .Concat(space.GetNamespaceMembers().SelectMany(TypesIn));
}
