using System.Collections.Immutable;
using System.Diagnostics;

namespace AiAwareAnalyzers.Fuzz;

/// <summary>
/// What the rules take for code that grows: twice the code may cost twice as much, and not four times.
/// </summary>
internal static class Growth
{
    /// <summary>The larger piece of code against the smaller one.</summary>
    private const int Times = 4;

    /// <summary>Four times the code costs four times as much; a quadratic place would make it sixteen.</summary>
    private const double Allowed = 2 * Times;

    /// <summary>Less is lost among the compiler's own work.</summary>
    private static readonly Cost Visible = new(Milliseconds: 200, Bytes: 20_000_000);

    /// <summary>A bad measurement is repeated, because a machine has other things to do.</summary>
    private const int Repeats = 3;

    public static async Task<int> Print(Order order)
    {
        var references = Tests.References.All.Metadata;
        var bench = new Bench(references, House.RulesFor(order));
        var shapes = Shape.All.Where((_, index) => index % order.Shapes.Of == order.Shapes.First).ToArray();
        foreach (var shape in shapes) await bench.Measure(shape.Code(10));

        var failures = 0;
        foreach (var shape in shapes) failures += await Print(bench, shape, shape.Size / order.Growth!.Value) ? 0 : 1;
        Console.WriteLine($"{shapes.Length} shapes, {failures} grow too fast");
        return failures == 0 ? 0 : 1;
    }

    private static async Task<bool> Print(Bench bench, Shape shape, int size)
    {
        var (small, large) = (await bench.Measure(shape.Code(size / Times)), await bench.Measure(shape.Code(size)));
        for (var again = 0; again < Repeats && !Holds(small, large); again++)
            (small, large) = (
                small.Most(await bench.Measure(shape.Code(size / Times))),
                large.Least(await bench.Measure(shape.Code(size))));

        var holds = Holds(small, large);
        Console.WriteLine(
            $"{(holds ? "" : "TOO FAST ")}{shape.Name}, {size}: "
            + $"compiler {large.Compiler}, rules {small.Rules} -> {large.Rules}");
        foreach (var (rule, time) in large.ByRule.Where(rule => rule.Value > 50)
            .OrderByDescending(rule => rule.Value)
            .Take(6))
            Console.WriteLine($"    {rule,-36} {small.ByRule.GetValueOrDefault(rule),8:0} -> {time,8:0} ms");
        return holds;
    }

    private static bool Holds(Measured small, Measured large) =>
        large.Rules.GrowsWith(small.Rules, Allowed * OwnGrowth(small, large), Visible);

    /// <summary>
    /// How much faster than the code the compiler's own work grows: rules have it bind a body once more. The oldest
    /// compiler binds many lambdas in one method in quadratic time.
    /// </summary>
    private static double OwnGrowth(Measured small, Measured large) =>
        Math.Max(1, large.Compiler.Bytes / Math.Max(1, small.Compiler.Bytes) / Times);
}

/// <summary>Processor time and memory of all threads.</summary>
internal sealed record Cost(double Milliseconds, double Bytes)
{
    public static Cost operator -(Cost one, Cost other) =>
        new(Math.Max(0, one.Milliseconds - other.Milliseconds), Math.Max(0, one.Bytes - other.Bytes));

    public bool GrowsWith(Cost smaller, double factor, Cost visible) =>
        (Milliseconds < visible.Milliseconds || Milliseconds <= smaller.Milliseconds * factor)
        && (Bytes < visible.Bytes || Bytes <= smaller.Bytes * factor);

    public override string ToString() => $"{Milliseconds:0} ms {Bytes / 1e6:0.0} MB";
}

/// <summary>What a piece of code cost the compiler alone, and what the rules took on top of that.</summary>
internal sealed record Measured(Cost Compiler, Cost Rules, ImmutableDictionary<string, double> ByRule)
{
    public Measured Least(Measured other) => other.Rules.Milliseconds < Rules.Milliseconds ? other : this;

    /// <summary>Of a small piece too little may be left by chance, beside the work of the compiler.</summary>
    public Measured Most(Measured other) => other.Rules.Milliseconds > Rules.Milliseconds ? other : this;
}

/// <summary>Measures one compilation at a time, on one thread.</summary>
internal sealed class Bench(IEnumerable<MetadataReference> references, ImmutableArray<DiagnosticAnalyzer> rules)
{
    private readonly CSharpCompilation _empty = CSharpCompilation.Create(
        "Growing", null, references, new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Enable,
            specificDiagnosticOptions: rules.SelectMany(rule => rule.SupportedDiagnostics)
                .Where(descriptor => !descriptor.IsEnabledByDefault)
                .Select(descriptor => KeyValuePair.Create(descriptor.Id, ReportDiagnostic.Warn))));

    public async Task<Measured> Measure(string code)
    {
        var compiler = await Of(code, [new Onlooker()]);
        var all = await Of(code, rules);
        return new Measured(compiler.Cost, all.Cost - compiler.Cost, all.ByRule);
    }

    private async Task<(Cost Cost, ImmutableDictionary<string, double> ByRule)> Of(
        string code, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var compilation = _empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code));
        var before = Spent();
        var result = await compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: null,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: true))
            .GetAnalysisResultAsync(CancellationToken.None);
        var cost = Spent() - before;
        return (cost, result.AnalyzerTelemetryInfo.ToImmutableDictionary(
            info => info.Key.GetType().Name, info => info.Value.ExecutionTime.TotalMilliseconds));
    }

    private static Cost Spent() => new(
        Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds, GC.GetTotalAllocatedBytes(precise: true));
}
