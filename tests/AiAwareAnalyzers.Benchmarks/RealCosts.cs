namespace AiAwareAnalyzers.Benchmarks;

/// <summary>What the rules cost on projects that somebody has, beside what a build of theirs has anyway.</summary>
internal static class RealCosts
{
    public const string Switch = "--real";

    private const int Rounds = 5;

    public static void Print(IEnumerable<string> folders)
    {
        Console.WriteLine(
            $"{"KLOC",6}  {"analyzers",-34} {"CPU ms",9} {"times",6} {"least to most",14} {"MB",8}  project");
        foreach (var code in RealCode.Below(folders).Where(code => code.Compiles)) Print(code);
    }

    /// <summary>Rounds are interleaved, so that a machine that gets slower or busier does so for everybody.</summary>
    private static void Print(RealCode code)
    {
        var own = code.OwnAnalyzers().Where(Contender.RunsInBuilds).ToList();
        Contender[] contenders =
        [
            Contender.Empty,
            new("what the build has", [.. own], []),
            Contender.Default,
            Contender.Default.Beside("what the build has, and ours", own),
            Contender.Whole,
        ];
        var rounds = Enumerable.Range(0, Rounds + 1).Select(_ => Round(code, contenders)).Skip(1).ToList();
        Print(code, "none", [.. rounds.Select(round => round.Alone)], [.. rounds.Select(_ => 1.0)], 0);
        for (var i = 0; i < contenders.Length; i++)
            Print(
                code,
                contenders[i].Name,
                [.. rounds.Select(round => round.Analysis[i].Milliseconds)],
                [.. rounds.Select(round => round.Analysis[i].Milliseconds / round.Alone)],
                rounds[0].Analysis[i].Megabytes);
    }

    private static (double Alone, (double Milliseconds, double Megabytes)[] Analysis) Round(
        RealCode code, Contender[] contenders)
    {
        var alone = Cost.OfCompilation(code);
        var diagnostics = Cost.OfDiagnostics(code);
        var analysis = contenders.Select(contender =>
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var milliseconds = alone + Cost.OfAnalysis(code, contender) - diagnostics;
            return (milliseconds, (GC.GetTotalAllocatedBytes(precise: true) - before) / 1e6);
        });
        return (alone, [.. analysis]);
    }

    private static void Print(RealCode code, string name, double[] milliseconds, double[] times, double megabytes)
    {
        Array.Sort(milliseconds);
        Array.Sort(times);
        var spread = $"{times[0]:0.00} - {times[^1]:0.00}";
        Console.WriteLine(
            $"{code.KiloLines,6:0.0}  {name,-34} {Middle(milliseconds),9:0} "
            + $"{Middle(times),6:0.00} {spread,14} {megabytes,8:0}  {code.Name}");
    }

    private static double Middle(double[] sorted) => sorted[sorted.Length / 2];
}
