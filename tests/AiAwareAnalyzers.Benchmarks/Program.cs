using System.Globalization;
using AiAwareAnalyzers.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [PeakMemory.Switch, ..])
{
    await PeakMemory.RunAsync(args);
    return;
}

if (args is ["--templates"])
{
    await GrowingMethod.PrintAsync();
    return;
}

if (args is [InventedNames.Switch])
{
    await InventedNames.PrintAsync();
    return;
}

if (args is [RealCosts.Switch, .. var folders])
{
    RealCosts.Print(folders);
    return;
}

Contender[] contenders = args is [Contender.NamesSwitch, ..]
    ? [Contender.Empty, Contender.Names]
    : [Contender.Empty, Contender.Names, .. Contender.Families, Contender.Default, Contender.Whole];
var generate = GeneratedCode.Generator();
WarmUp();

if (args is ["--rules"])
{
    await PrintRulesAsync(50);
    return;
}

if (args is ["--nesting"])
{
    await PrintNestingAsync(1024);
    return;
}

if (args is [Contender.NamesSwitch, ..]) args = args[1..];
var sizes = args.Length > 0 ? [.. args.Select(int.Parse)] : new[] { 5, 50, 200 };
Console.WriteLine($"{"KLOC",5}  {"analyzers",-26} {"CPU ms",9} {"times",7}");
var times = sizes.Select(PrintCosts).ToArray();
if (contenders.Contains(Contender.Whole))
    Console.WriteLine($"\nEvery rule, from {sizes[0]} to {sizes[^1]} KLOC: {times[^1]:0.00} times (aim: at most 1.30), "
        + $"growth per KLOC {times[^1] / times[0]:0.00} (aim: at most 1.10)");

// Runs are interleaved, so that a machine that gets slower or busier does so for everybody. Returns how many times the
// CPU every rule takes.
double PrintCosts(int kiloLines)
{
    var code = generate(kiloLines * 1000);
    double alone = double.MaxValue, diagnostics = double.MaxValue;
    var analysis = contenders.Select(_ => double.MaxValue).ToArray();
    for (var run = 0; run < RunsOf(kiloLines); run++)
    {
        alone = Math.Min(alone, Cost.OfCompilation(code));
        diagnostics = Math.Min(diagnostics, Cost.OfDiagnostics(code));
        for (var i = 0; i < contenders.Length; i++)
            analysis[i] = Math.Min(analysis[i], Cost.OfAnalysis(code, contenders[i]));
    }

    Print(kiloLines, "none", alone, 1);
    foreach (var (contender, cost) in contenders.Zip(analysis))
        Print(kiloLines, contender.Name, alone + cost - diagnostics, (alone + cost - diagnostics) / alone);
    if (contenders.Contains(Contender.Whole)) PrintOwnCosts(kiloLines, code.KiloLines, analysis);
    return (alone + analysis[^1] - diagnostics) / alone;
}

// AuthScope must know the whole application, and may not cost more than a family that looks at single places.
void PrintOwnCosts(int kiloLines, double exactly, double[] analysis)
{
    double OwnOf(string family) =>
        (analysis[Array.FindIndex(contenders, contender => contender.Name == family)] - analysis[0]) / exactly;
    Console.WriteLine($"{kiloLines,5}  beyond an empty analyzer: "
        + $"AuthScope {OwnOf("AuthScope"):0.0}, Money {OwnOf("Money"):0.0} ms per KLOC (aim: AuthScope at most Money)");
}

async Task PrintRulesAsync(int kiloLines)
{
    var code = generate(kiloLines * 1000);
    await Cost.OfRulesAsync(code, Contender.Whole);
    foreach (var rule in (await Cost.OfRulesAsync(code, Contender.Whole)).OrderByDescending(rule => rule.Sum()))
        Console.WriteLine($"{rule.Key,-40} {rule.Sum() / code.KiloLines,8:0.000} ms per KLOC");
}

// As many tries each time: what is walked once costs the same, however deep it stands.
async Task PrintNestingAsync(int tries)
{
    var errors = Contender.Families.Single(family => family.Name == "ErrorHandling");
    foreach (var depth in new[] { 1, 1, 4, 16, 32 })
    {
        var rules = await Cost.OfRulesAsync(generate(5000).Nested(tries, depth), errors);
        Console.WriteLine(
            $"{tries} tries, {depth,3} deep: {rules.Sum(rule => rule.Sum()),8:0.0} ms in the rules about failures");
    }
}

void WarmUp()
{
    var code = generate(5000);
    for (var run = 0; run < 3; run++)
    {
        Cost.OfCompilation(code);
        Cost.OfDiagnostics(code);
        foreach (var contender in contenders) Cost.OfAnalysis(code, contender);
    }
}

static int RunsOf(int kiloLines) => kiloLines switch { <= 5 => 5, <= 50 => 2, _ => 1 };

static void Print(int kiloLines, string name, double milliseconds, double times) =>
    Console.WriteLine($"{kiloLines,5}  {name,-26} {milliseconds,9:0} {times,7:0.00}");
