using System.Diagnostics;

namespace AiAwareAnalyzers.Benchmarks;

/// <summary>Measures CPU time of the whole process, over all its threads: the least of several runs.</summary>
internal static class Cost
{
    /// <summary>Parsing and emitting, as a compiler without analyzers does it.</summary>
    public static double OfCompilation(GeneratedCode code, int runs) => Least(runs, () => code, generated =>
    {
        var result = generated.Compile(generated.Parse()).Emit(Stream.Null);
        if (!result.Success) throw new InvalidOperationException($"The generated code does not compile: {result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}");
    });

    /// <summary>What the compiler spends on finding its own diagnostics: analysis is compared with it, as both bind every body once.</summary>
    public static double OfDiagnostics(GeneratedCode code, int runs) =>
        Least(runs, () => code.Compile(code.Parse()), compilation => compilation.GetDiagnostics());

    public static double OfAnalysis(GeneratedCode code, Contender contender, int runs) =>
        Least(runs, () => code.Compile(code.Parse(), contender.Ids), compilation => Analyze(compilation, contender));

    /// <summary>What each analyzer of a contender takes of one run.</summary>
    public static async Task<IEnumerable<(string Rule, TimeSpan Time)>> OfRulesAsync(GeneratedCode code, Contender contender)
    {
        var result = await Driver(code.Compile(code.Parse(), contender.Ids), contender).GetAnalysisResultAsync(CancellationToken.None);
        return result.AnalyzerTelemetryInfo
            .Select(info => (info.Key.GetType().Name, info.Value.ExecutionTime))
            .OrderByDescending(info => info.ExecutionTime);
    }

    private static void Analyze(Compilation compilation, Contender contender)
    {
        if (contender.Generators.Length > 0)
            CSharpGeneratorDriver.Create([.. contender.Generators]).RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);
        var diagnostics = Driver(compilation, contender).GetAllDiagnosticsAsync().GetAwaiter().GetResult();
        if (diagnostics.FirstOrDefault(diagnostic => diagnostic.Id == "AD0001") is { } broken) throw new InvalidOperationException(broken.GetMessage());
    }

    private static CompilationWithAnalyzers Driver(Compilation compilation, Contender contender) =>
        compilation.WithAnalyzers(contender.Analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));

    private static double Least<T>(int runs, Func<T> prepare, Action<T> work) =>
        Enumerable.Range(0, runs).Min(_ =>
        {
            var subject = prepare();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            work(subject);
            return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
        });
}
