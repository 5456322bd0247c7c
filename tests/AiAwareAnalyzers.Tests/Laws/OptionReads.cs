using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>Which options a rule asks for while it looks at code.</summary>
internal sealed class OptionReads(AnalyzerConfigOptionsProvider real, ConcurrentDictionary<string, bool> keys)
    : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions => new Recording(real.GlobalOptions, keys);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Recording(real.GetOptions(tree), keys);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Recording(real.GetOptions(textFile), keys);

    /// <summary>The keys that the rule reads in one of the documents.</summary>
    public static async Task<ImmutableSortedSet<string>> Of(DiagnosticAnalyzer rule, IEnumerable<Document> documents)
    {
        var keys = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            var options = document.Project.AnalyzerOptions;
            var reads = new OptionReads(options.AnalyzerConfigOptionsProvider, keys);
            await Workshop.Findings(
                (await document.Project.GetCompilationAsync())!,
                new AnalyzerOptions(options.AdditionalFiles, reads),
                rule);
        }

        return [.. keys.Keys];
    }

    /// <summary>Notes what it is asked for, and answers as the real one.</summary>
    private sealed class Recording(AnalyzerConfigOptions real, ConcurrentDictionary<string, bool> keys)
        : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            if (key.StartsWith(Option.Prefix, StringComparison.Ordinal)) keys[key] = true;
            return real.TryGetValue(key, out value);
        }
    }
}
