using AiAwareAnalyzers.Knowledge;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.HallucinatedApi.Documents;

/// <summary>The documents of one kind that a project names; none is opened before somebody asks.</summary>
internal sealed class Contracts
{
    /// <summary>A document is read once, however often the code changes.</summary>
    public static readonly SourceTextValueProvider<ApiDocument?> Readings = new(static text =>
        ApiDocument.Read(text.ToString()));

    private readonly Lazy<ImmutableArray<Contract>> _all;

    public Contracts(string kind, AnalyzerOptions options, Func<SourceText, ApiDocument?> read)
    {
        var files = ProjectFiles.Of(kind, options).ToImmutableArray();
        IsEmpty = files.IsEmpty;
        _all = new(() => files.Select(file => Read(file, read)).OfType<Contract>().ToImmutableArray());
    }

    /// <summary>Whether the project names none, readable or not.</summary>
    public bool IsEmpty { get; }

    public ImmutableArray<Contract> All => _all.Value;

    private static Contract? Read(AdditionalText file, Func<SourceText, ApiDocument?> read) =>
        file.GetText() is { } text && read(text) is { } document
            ? new(Path.GetFileName(file.Path), document)
            : null;
}

/// <summary>A document under the name of its file.</summary>
internal sealed record Contract(string Name, ApiDocument Document);
