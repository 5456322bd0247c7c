namespace AiAwareAnalyzers.Testing.Mutants;

/// <summary>Which class a test of a report stands in.</summary>
internal sealed class TestClasses(JsonView testFiles)
{
    private readonly Lazy<Dictionary<string, string>> _classes = new(() => Read(testFiles));

    /// <summary>The class that most of some tests stand in; null where the report does not know any of them.</summary>
    public string? NearestTo(IEnumerable<string> tests) =>
        tests.Select(test => _classes.Value.TryGetValue(test, out var name) ? name : "")
            .Where(static name => name.Length > 0)
            .GroupBy(static name => name, StringComparer.Ordinal)
            .OrderByDescending(static tests => tests.Count())
            .ThenBy(static tests => tests.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;

    private static Dictionary<string, string> Read(JsonView testFiles)
    {
        var classes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in testFiles.Members)
            foreach (var test in file.Value["tests"].Items)
                classes[test["id"].Text] = ClassOf(test["name"].Text) ?? StemOf(file.Name);
        return classes;
    }

    /// <summary>
    /// <c>OrdersTests</c> of <c>Shop.Tests.OrdersTests.Adds(1, 2)</c>; null where no class is named, or one that takes
    /// arguments itself.
    /// </summary>
    private static string? ClassOf(string test)
    {
        if (test.IndexOf(").", StringComparison.Ordinal) >= 0) return null;
        var arguments = test.IndexOf('(');
        var parts = (arguments < 0 ? test : test.Substring(0, arguments)).Split('.');
        return parts.Length > 1 && parts.All(SyntaxFacts.IsValidIdentifier) ? parts[^2] : null;
    }

    /// <summary>A file is called as the class that stands in it.</summary>
    private static string StemOf(string path) => SourcePaths.NameOf(path).Split('.')[0];
}
