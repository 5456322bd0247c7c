using System.Diagnostics;

namespace AiAwareAnalyzers.Benchmarks;

/// <summary>Measures CPU time of the whole process, over all its threads, in milliseconds.</summary>
internal static class Cost
{
    /// <summary>Parsing and emitting, as a compiler without analyzers does it.</summary>
    public static double OfCompilation(GeneratedCode code) => Of(() =>
    {
        var result = code.Compile(code.Parse()).Emit(Stream.Null);
        if (!result.Success) throw new InvalidOperationException($"The generated code does not compile: {result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}");
    });

    /// <summary>What the compiler spends on finding its own diagnostics: analysis is compared with it, as both bind every body once.</summary>
    public static double OfDiagnostics(GeneratedCode code)
    {
        var compilation = code.Compile(code.Parse());
        return Of(() => compilation.GetDiagnostics());
    }

    public static double OfAnalysis(GeneratedCode code, Contender contender)
    {
        Compilation compilation = code.Compile(code.Parse(), contender.Ids);
        return Of(() =>
        {
            if (contender.Generators.Length > 0)
                CSharpGeneratorDriver.Create([.. contender.Generators]).RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);
            var diagnostics = Driver(compilation, contender).GetAllDiagnosticsAsync().GetAwaiter().GetResult();
            if (diagnostics.FirstOrDefault(diagnostic => diagnostic.Id == "AD0001") is { } broken) throw new InvalidOperationException(broken.GetMessage());
        });
    }

    /// <summary>What each rule takes of one run by itself, without what the compiler does for it; one thread, by the clock: for comparing rules on an idle machine.</summary>
    public static Task<ILookup<string, double>> OfRulesAsync(GeneratedCode code, Contender contender) => OfRulesAsync(code.Compile(code.Parse(), contender.Ids), contender);

    public static async Task<ILookup<string, double>> OfRulesAsync(Compilation compilation, Contender contender)
    {
        var result = await Driver(compilation, contender, timed: true).GetAnalysisResultAsync(CancellationToken.None);
        return result.AnalyzerTelemetryInfo.ToLookup(info => info.Key.GetType().Name, info => info.Value.ExecutionTime.TotalMilliseconds);
    }

    private static CompilationWithAnalyzers Driver(Compilation compilation, Contender contender, bool timed = false) =>
        compilation.WithAnalyzers(contender.Analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: !timed, logAnalyzerExecutionTime: timed));

    private static double Of(Action work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        work();
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
    }
}
