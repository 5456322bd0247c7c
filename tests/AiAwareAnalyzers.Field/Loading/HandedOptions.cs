using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Field.Loading;

/// <summary>The options of a project and of its additional files.</summary>
/// <remarks>What foreign .editorconfig files say about rules is not heard.</remarks>
internal sealed class HandedOptions(CompilerInput input) : AnalyzerConfigOptionsProvider
{
    private static readonly Values Nothing = new(ImmutableDictionary<string, string>.Empty);

    private readonly Dictionary<string, Values> _files = input.AdditionalFiles
        .DistinctBy(file => file.Path)
        .ToDictionary(file => file.Path, file => new Values(file.Metadata));

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(input.Properties);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Nothing;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        _files.GetValueOrDefault(textFile.Path, Nothing);

    private sealed class Values(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }
}

/// <summary>An additional file on disk; one that is not there has no text, as in the compiler.</summary>
internal sealed class FileOnDisk(string path) : AdditionalText
{
    private readonly Lazy<SourceText?> _text = new(() =>
        File.Exists(path) ? SourceText.From(File.ReadAllText(path)) : null);

    public override string Path => path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => _text.Value;
}
