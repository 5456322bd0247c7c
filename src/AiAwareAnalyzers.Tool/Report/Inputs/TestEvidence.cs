using System.Text.Json;
using AiAwareAnalyzers.Tool.Ledgers;
using AiAwareAnalyzers.Tool.Sarif;

namespace AiAwareAnalyzers.Tool.Report.Inputs;

/// <summary>What is known of the tests: results (TRX), coverage (Cobertura), mutation score (Stryker).</summary>
internal sealed class TestEvidence
{
    private readonly List<string> _gaps = [];

    public Share? Results { get; private set; }

    public Share? Coverage { get; private set; }

    public Share? Mutation { get; private set; }

    public IReadOnlyList<string> Gaps => _gaps;

    /// <summary>The files that are named, and else those that lie below the root.</summary>
    public static TestEvidence In(string root, IReadOnlyCollection<string> named)
    {
        var evidence = new TestEvidence();
        foreach (var missing in named.Where(file => !File.Exists(file)))
            throw new Complaint($"There is no file '{missing}'");
        var files = named.Count > 0 ? named : [.. Found(root)];
        evidence.Results = evidence.Sum(files.Where(IsResults), evidence.ReadResults);
        evidence.Coverage = evidence.Sum(files.Where(IsCoverage), evidence.ReadCoverage);
        evidence.Mutation = evidence.Sum(files.Where(IsMutation), evidence.ReadMutation);
        return evidence;
    }

    private static IEnumerable<string> Found(string root) =>
        SourceFile.Below(root, "*.trx")
            .Concat(SourceFile.Below(root, "*cobertura*.xml"))
            .Concat(SourceFile.Below(root, "mutation-report*.json"));

    private static bool IsResults(string file) => file.EndsWith(".trx", StringComparison.OrdinalIgnoreCase);

    private static bool IsCoverage(string file) => file.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static bool IsMutation(string file) => file.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private Share? Sum(IEnumerable<string> files, Func<string, Share?> read)
    {
        var shares = files.Select(read).OfType<Share>().ToList();
        return shares.Count == 0
            ? null
            : new Share(shares.Sum(share => share.Part), shares.Sum(share => share.Whole), shares.Count);
    }

    private Share? ReadResults(string file) => Attributes(file, "Counters", "passed", "total");

    private Share? ReadCoverage(string file) => Attributes(file, "coverage", "lines-covered", "lines-valid");

    private Share? Attributes(string file, string element, string part, string whole)
    {
        var numbers = XmlCounts.Of(file, element, out var gap);
        if (gap.Length > 0) _gaps.Add(gap);
        if (numbers is null) return null;
        if (numbers.TryGetValue(part, out var count) && numbers.TryGetValue(whole, out var all))
            return new Share((int)count, (int)all, 1);
        _gaps.Add($"'{file}' does not say '{part}' and '{whole}', and is left out");
        return null;
    }

    /// <summary>As Stryker counts: what tests noticed, of all mutants that could be tested.</summary>
    private Share? ReadMutation(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            using var json = JsonDocument.Parse(stream);
            var files = json.RootElement.Child("files");
            if (files.ValueKind != JsonValueKind.Object) throw new JsonException("there are no 'files' in it");
            var states = files.EnumerateObject()
                .SelectMany(source => source.Value.Child("mutants").Items())
                .Select(mutant => mutant.Text("status"))
                .ToList();
            var noticed = states.Count(state => state is "Killed" or "Timeout");
            return new Share(noticed, noticed + states.Count(state => state is "Survived" or "NoCoverage"), 1);
        }
        catch (Exception broken) when (broken is JsonException or IOException or UnauthorizedAccessException)
        {
            _gaps.Add($"'{file}' cannot be read, and is left out: {broken.Message}");
            return null;
        }
    }
}

/// <summary>A part of a whole, summed over so many files.</summary>
internal sealed record Share(int Part, int Whole, int Files)
{
    public double? Percent => Whole == 0 ? null : 100.0 * Part / Whole;
}
