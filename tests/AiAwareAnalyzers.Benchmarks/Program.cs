using System.Globalization;
using AiAwareAnalyzers.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [PeakMemory.Switch, ..])
{
    await PeakMemory.RunAsync(args);
    return;
}

Contender[] contenders = [Contender.Empty, .. Contender.Families, Contender.Default, Contender.Whole];
var generate = await GeneratedCode.GeneratorAsync();

if (args is ["--rules"])
{
    await PrintRulesAsync();
    return;
}

var sizes = args.Length > 0 ? [.. args.Select(int.Parse)] : new[] { 5, 50, 200 };
WarmUp();

Console.WriteLine($"{"KLOC",5}  {"analyzers",-26} {"CPU ms",9} {"times",7} {"extra ms per KLOC",18}");
var extras = sizes.Select(Measure).ToArray();
Console.WriteLine();
Console.WriteLine($"Growth of the extra cost per KLOC of every rule, from {sizes[0]} to {sizes[^1]} KLOC: {extras[^1] / extras[0]:0.00} (aim: at most 1.10; every rule at most 1.30 times)");

double Measure(int kiloLines)
{
    var code = generate(kiloLines * 1000);
    var runs = kiloLines switch { <= 5 => 7, <= 50 => 3, _ => 2 };
    var alone = Cost.OfCompilation(code, runs);
    var diagnostics = Cost.OfDiagnostics(code, runs);
    Print(kiloLines, "none", alone, 1, 0);

    var extraPerKiloLine = 0.0;
    foreach (var contender in contenders)
    {
        var extra = Cost.OfAnalysis(code, contender, runs) - diagnostics;
        extraPerKiloLine = extra / code.KiloLines;
        Print(kiloLines, contender.Name, alone + extra, (alone + extra) / alone, extraPerKiloLine);
    }

    return extraPerKiloLine;
}

void WarmUp()
{
    var code = generate(5000);
    Cost.OfCompilation(code, 3);
    foreach (var contender in contenders) Cost.OfAnalysis(code, contender, 3);
}

async Task PrintRulesAsync()
{
    WarmUp();
    var code = generate(50_000);
    await Cost.OfRulesAsync(code, Contender.Whole);
    foreach (var (rule, time) in await Cost.OfRulesAsync(code, Contender.Whole))
        Console.WriteLine($"{rule,-40} {time.TotalMilliseconds / code.KiloLines,8:0.000} ms per KLOC");
}

static void Print(int kiloLines, string name, double milliseconds, double times, double extra) =>
    Console.WriteLine($"{kiloLines,5}  {name,-26} {milliseconds,9:0} {times,7:0.00} {extra,18:0.00}");
