using System.Diagnostics;

namespace AiAwareAnalyzers.Benchmarks;

/// <summary>Measures CPU time of the whole process, over all its threads, in milliseconds.</summary>
internal static class Cost
{
    /// <summary>Parsing and emitting, as a compiler without analyzers does it.</summary>
    public static double OfCompilation(MeasuredCode code) => Of(() =>
    {
        var result = code.Parsed().Emit(Stream.Null);
        if (!result.Success)
        {
            var error = result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            throw new InvalidOperationException($"The code does not compile: {error}");
        }
    });

    /// <summary>
    /// What the compiler spends on finding its own diagnostics: analysis is compared with it, as both bind every body
    /// once.
    /// </summary>
    public static double OfDiagnostics(MeasuredCode code)
    {
        var compilation = code.Parsed();
        return Of(() => compilation.GetDiagnostics());
    }

    public static double OfAnalysis(MeasuredCode code, Contender contender)
    {
        Compilation compilation = code.Parsed(contender.Ids);
        return Of(() =>
        {
            if (contender.Generators.Length > 0)
                CSharpGeneratorDriver.Create([.. contender.Generators])
                    .RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);
            var driver = Driver(compilation, code.Options, contender);
            var diagnostics = driver.GetAllDiagnosticsAsync().GetAwaiter().GetResult();
            if (diagnostics.FirstOrDefault(diagnostic => diagnostic.Id == "AD0001") is { } broken)
                throw new InvalidOperationException(broken.GetMessage());
        });
    }

    /// <summary>
    /// What each rule takes of one run by itself, without what the compiler does for it; one thread, by the clock: for
    /// comparing rules on an idle machine.
    /// </summary>
    public static Task<ILookup<string, double>> OfRulesAsync(MeasuredCode code, Contender contender) =>
        OfRulesAsync(code.Parsed(contender.Ids), code.Options, contender);

    public static async Task<ILookup<string, double>> OfRulesAsync(
        Compilation compilation, AnalyzerOptions options, Contender contender)
    {
        var driver = Driver(compilation, options, contender, timed: true);
        var result = await driver.GetAnalysisResultAsync(CancellationToken.None);
        return result.AnalyzerTelemetryInfo.ToLookup(
            info => info.Key.GetType().Name, info => info.Value.ExecutionTime.TotalMilliseconds);
    }

    private static CompilationWithAnalyzers Driver(
        Compilation compilation, AnalyzerOptions options, Contender contender, bool timed = false) =>
        compilation.WithAnalyzers(contender.Analyzers, new CompilationWithAnalyzersOptions(
            options,
            onAnalyzerException: null,
            concurrentAnalysis: !timed,
            logAnalyzerExecutionTime: timed));

    private static double Of(Action work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        work();
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
    }
}
