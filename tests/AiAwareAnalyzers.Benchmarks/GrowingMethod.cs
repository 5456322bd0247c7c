using System.Text;

namespace AiAwareAnalyzers.Benchmarks;

/// <summary>
/// One method of any length, as generators write them: what a rule takes for it must grow with its length and no
/// faster.
/// </summary>
internal static class GrowingMethod
{
    /// <summary>What is repeated, by what the walk over templates has to do for it; <c>$N$</c> counts.</summary>
    private static readonly (string Shape, string Before, string Repeated, string After)[] Shapes =
    [
        ("a sum", "var sql = \"\"; ", "sql += \" OR name = '\" + name + \"'\";", "connection.Execute(sql);"),
        (
            "a builder",
            "var sql = new System.Text.StringBuilder();",
            "sql.Append(\" OR name = '\").Append(name).Append('\\'');",
            "connection.Execute(sql.ToString());"),
        ("statements", "", "connection.Execute($\"DELETE FROM t$N$ WHERE name = '{name}'\");", ""),
        (
            "one local, many statements",
            "var sql = \"\";",
            "sql = $\"DELETE FROM t$N$ WHERE name = '{name}'\"; connection.Execute(sql);",
            ""),
        (
            "a growing local, many statements",
            "var sql = \"\";",
            "sql += $\" OR name$N$ = '{name}'\"; connection.Execute(sql);",
            ""),
        (
            "branches",
            "var sql = \"SELECT 1\";",
            "if (name.Length > $N$) sql += \" AND a$N$ = '\" + name + \"'\"; else sql += \" AND b$N$ = 1\";",
            "connection.Execute(sql);"),
        ("checks and paths", "", "if (name.Length > $N$) File.Delete(\"/data/$N$/\" + name);", ""),
        ("guards and paths", "", "var full$N$ = Path.GetFullPath(name + $N$); if (!full$N$.StartsWith(\"/data/$N$/\")) "
            + "return; File.Delete(full$N$);", ""),
        ("pages", "", "response.ContentType = \"text/html\"; response.WriteAsync($\"<p>{name}</p>\");", ""),
        ("commands", "", "Start(new System.Diagnostics.ProcessStartInfo { FileName = \"tool\", Arguments = $\"--name "
            + "{name} $N$\" });", ""),
        ("helpers", "", "connection.Execute(Statement(name));", ""),
        ("a private helper with many callers", "", "Run(name + \"$N$\");", ""),
    ];

    public static async Task PrintAsync()
    {
        var references = Tests.References.All.Metadata;
        var rules = Contender.Families.Single(family => family.Name == "Injection");
        Console.WriteLine(
            $"{"statements",-36}{string.Concat(Sizes.Select(size => $"{size,9}"))}  per statement, against a quarter "
            + "of the length");
        foreach (var shape in Shapes)
        {
            var times = new List<double>();
            foreach (var size in Sizes) times.Add(await TimeOf(Code(shape, size), references, rules));
            Console.WriteLine(
                $"{shape.Shape,-36}{string.Concat(times.Select(time => $"{time,9:0.0}"))}  "
                + $"{times[^1] / Sizes[^1] / (times[^3] / Sizes[^3]),6:0.00}");
        }
    }

    private static int[] Sizes => [500, 1000, 2000, 4000, 8000];

    /// <summary>
    /// Milliseconds of the family's own work, the least of five; each time on a compilation that nobody has asked
    /// anything.
    /// </summary>
    private static async Task<double> TimeOf(string code, IEnumerable<MetadataReference> references, Contender rules)
    {
        var least = double.MaxValue;
        for (var run = 0; run < 5; run++)
        {
            var compilation = CSharpCompilation.Create(
                "Growing",
                [CSharpSyntaxTree.ParseText(code)],
                references,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
            if (compilation.GetDiagnostics()
                .FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
                throw new InvalidOperationException($"The generated code does not compile: {error}");
            var times = await Cost.OfRulesAsync(compilation, new AnalyzerOptions([]), rules);
            least = Math.Min(least, times.Sum(rule => rule.Sum()));
        }

        return least;
    }

    private static string Code((string Shape, string Before, string Repeated, string After) shape, int size)
    {
        var code = new StringBuilder("""
            using System; using System.Data; using System.IO; using System.Threading.Tasks; using Dapper; using Microsoft.AspNetCore.Http;
            class Generated
            {
                static string Statement(string name) => "DELETE FROM t WHERE name = '" + name + "'";
                static void Start(System.Diagnostics.ProcessStartInfo start) { }
                private void Run(string sql) { Connection.Execute(sql); }
                IDbConnection Connection;
                public void Method(IDbConnection connection, HttpResponse response, string name)
                {

            """);
        code.AppendLine(shape.Before);
        for (var statement = 0; statement < size; statement++)
            code.AppendLine(shape.Repeated.Replace("$N$", $"{statement}", StringComparison.Ordinal));
        return code.AppendLine(shape.After).Append("}\n}\n").ToString();
    }
}
