using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Files by path and content.</summary>
public class SourceFileCollection : List<(string filename, SourceText content)>
{
    public void Add((string filename, string content) file) => Add((file.filename, ToText(file.content)));

    /// <summary>A file that a source generator is expected to add.</summary>
    public void Add((Type sourceGeneratorType, string filename, string content) file) =>
        Add((file.sourceGeneratorType, file.filename, ToText(file.content)));

    /// <summary>A file that a source generator is expected to add.</summary>
    public void Add((Type sourceGeneratorType, string filename, SourceText content) file) =>
        Add((
            Path.Combine(
                file.sourceGeneratorType.Assembly.GetName().Name ?? "",
                file.sourceGeneratorType.FullName ?? "",
                file.filename),
            file.content));

    internal bool HasSameContent(SourceFileCollection other) =>
        Count == other.Count
        && this.Zip(other).All(pair =>
            pair.First.filename == pair.Second.filename && pair.First.content.ContentEquals(pair.Second.content));

    private protected static SourceText ToText(string content) => SourceText.From(content);
}
