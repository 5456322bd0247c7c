using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>
/// All that stands in the house: what the laws are asked about. A test plants a violation into a copy.
/// </summary>
internal sealed record House
{
    public static House Real { get; } = new();

    public ImmutableArray<Type> Rules { get; init; } = [.. Concrete<Rule>(typeof(Rule))];

    public ImmutableArray<Type> Fixes { get; init; } = [.. Concrete<CodeFixProvider>(typeof(Fix))];

    public ImmutableArray<Type> Tests { get; init; } =
        [.. typeof(House).Assembly.GetTypes().Where(type => !type.IsNested && RuleOf(type) is not null)];

    /// <summary>The types of the shipped assemblies, without what the compiler and generators make up.</summary>
    public ImmutableArray<Type> Types { get; init; } =
    [
        .. new[] { typeof(Rule), typeof(Fix) }
            .SelectMany(type => type.Assembly.GetTypes())
            .Where(type => !type.Name.Contains('<') && type.Namespace?.StartsWith("AiAware") == true),
    ];

    /// <summary>Every page of a rule, by its id.</summary>
    public ImmutableSortedDictionary<string, Page> Pages { get; init; } = Directory
        .EnumerateFiles(Repository.PathOf("docs", "rules"), "*.md")
        .Select(Page.Read)
        .ToImmutableSortedDictionary(page => page.Id, page => page, StringComparer.Ordinal);

    /// <summary>The files of a tree, relative to the repository and with forward slashes.</summary>
    public ImmutableSortedSet<string> Files { get; init; } =
    [
        .. Repository.SourcesIn("src").Concat(Repository.SourcesIn("tests", "AiAwareAnalyzers.Tests")).Select(Relative),
    ];

    public IEnumerable<Rule> NewRules() => Rules.Select(NewRule);

    public static Rule NewRule(Type rule) => (Rule)Activator.CreateInstance(rule)!;

    public static CodeFixProvider NewFix(Type fix) => (CodeFixProvider)Activator.CreateInstance(fix)!;

    /// <summary>The fix of a rule stands at the same address with 'Fix' behind its name.</summary>
    public Type? FixOf(Type rule) => Fixes.SingleOrDefault(fix => fix.FullName == rule.FullName + "Fix");

    public static string FamilyOf(Type type) => type.Namespace!.Split('.')[^1];

    /// <summary>The rule that a class of tests is about; null for any other class.</summary>
    public static Type? RuleOf(Type tests)
    {
        for (var type = tests.BaseType; type is not null && !tests.IsAbstract; type = type.BaseType)
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(RuleTests<>))
                return type.GetGenericArguments()[0];
        return null;
    }

    public static string Relative(string path) => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');

    private static IEnumerable<Type> Concrete<T>(Type home) =>
        home.Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract)
            .OrderBy(type => type.FullName, StringComparer.Ordinal);
}
