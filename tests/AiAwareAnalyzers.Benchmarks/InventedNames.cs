using System.Collections.Immutable;
using AiAwareAnalyzers.Tests;

namespace AiAwareAnalyzers.Benchmarks;

/// <summary>What it takes to explain a name that does not exist, in a project with hundreds of references.</summary>
internal static class InventedNames
{
    public const string Switch = "--invented";

    private const int Files = 50;

    /// <summary>
    /// A name of each kind: members, statics, extensions, arguments, enums, types, imports that are missing, contracts.
    /// </summary>
    private const string Code =
        """
        using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Net.Http; using System.Threading.Tasks; using Microsoft.EntityFrameworkCore;
        namespace App.N$N$;
        public class Order { public decimal TotalAmount { get; set; } }
        public class Shop : IDisposable
        {
            public async Task Run(HttpResponseMessage response, string text, List<string> list, Order order, IQueryable<Order> orders, DbContext db)
            {
                _ = response.GetStatusMessage();
                _ = text.charAt(0);
                _ = list.lengthOf();
                _ = order.Amount;
                _ = Guid.Generate();
                _ = File.Join(text, text);
                _ = DayOfWeek.Wed;
                File.Copy(text, text, overwriteExisting: true);
                text.Substring("a");
                HashMap<string, int> map = null;
                _ = new StringBuffer();
                _ = await orders.GetAllAsync();
                db.CommitAsync();
                _ = ordr.TotalAmount;
                _ = Console.Frobnicate(text);
                _ = text.Zqxjkvbw;
            }

            public void Disposed() { }
        }
        """;

    public static async Task PrintAsync()
    {
        var references = References.All.Metadata;
        var trees = Enumerable.Range(0, Files)
            .Select(number =>
                CSharpSyntaxTree.ParseText(
                    Code.Replace("$N$", $"{number}", StringComparison.Ordinal), path: $"/app/File{number}.cs"))
            .ToList();
        for (var run = 0; run < 3; run++)
        {
            var (first, none) = await MeasureAsync(trees.Take(1), references);
            var (all, found) = await MeasureAsync(trees, references);
            Console.WriteLine($"{references.Length} references: {first / none:0.0} ms for each of the first {none} "
                + $"findings, {(all - first) / (found - none):0.00} ms for each of the next {found - none}");
        }
    }

    /// <summary>
    /// The time that the rules take beyond what the compiler takes for its own errors, on one thread, and their
    /// findings.
    /// </summary>
    private static async Task<(double Milliseconds, int Findings)> MeasureAsync(
        IEnumerable<SyntaxTree> trees, ImmutableArray<MetadataReference> references)
    {
        var compilation = CSharpCompilation.Create(
            "App", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        compilation.GetDiagnostics();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: null,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: true);
        var result = await compilation.WithAnalyzers(Contender.Names.Analyzers, options)
            .GetAnalysisResultAsync(CancellationToken.None);
        return (
            result.AnalyzerTelemetryInfo.Values.Sum(info => info.ExecutionTime.TotalMilliseconds),
            result.GetAllDiagnostics().Length);
    }
}
