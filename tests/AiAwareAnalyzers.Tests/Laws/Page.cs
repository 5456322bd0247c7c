using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>A rule's page, taken apart.</summary>
internal sealed partial record Page(string Id, string Text)
{
    public const string HeadStart = "<!-- head -->";
    public const string HeadEnd = "<!-- /head -->";

    public static readonly ImmutableArray<string> RequiredHeadings =
        ["What it flags", "Why assistants write it", "Bad", "Good", "When to suppress", "Options"];

    public static Page Read(string path) =>
        new(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path).ReplaceLineEndings("\n"));

    public string Title => Text.Split('\n')[0];

    public IEnumerable<string> Headings => HeadingLines().Matches(Text).Select(match => match.Groups[1].Value);

    public string Head => Between(HeadStart, HeadEnd);

    /// <summary>The first sentence of the first paragraph behind the head.</summary>
    public string FirstSentence
    {
        get
        {
            var start = Text.IndexOf(HeadEnd, StringComparison.Ordinal);
            if (start < 0) return "";
            var paragraph = Text[(start + HeadEnd.Length)..].Trim().Split("\n\n")[0].Replace('\n', ' ');
            return SentenceEnd().Match(paragraph) is { Success: true } end ? paragraph[..(end.Index + 1)] : paragraph;
        }
    }

    public ImmutableArray<Fence> Fences =>
        [.. FencedBlocks()
            .Matches(Text)
            .Select(match => new Fence(Id, match.Groups["info"].Value, match.Groups["code"].Value))];

    /// <summary>Files that an example needs beside its code: <c>```json appsettings.json</c>.</summary>
    public ImmutableArray<(string Path, string Text)> FilesBeside =>
        [.. FencedFiles().Matches(Text).Where(match => match.Groups["verdict"].Value.Length == 0)
            .Select(match => ("/0/" + match.Groups["path"].Value, match.Groups["code"].Value))];

    /// <summary>Examples that are no code: <c>```xml Shop.csproj bad</c>.</summary>
    public ImmutableArray<FileFence> FileFences =>
        [.. FencedFiles().Matches(Text).Where(match => match.Groups["verdict"].Value.Length > 0)
            .Select(match => new FileFence(Id, "/0/" + match.Groups["path"].Value, match.Groups["code"].Value))];

    public Page WithHead(string head)
    {
        var start = Text.IndexOf(HeadStart, StringComparison.Ordinal) + HeadStart.Length;
        var end = Text.IndexOf(HeadEnd, StringComparison.Ordinal);
        return this with { Text = $"{Text[..start]}\n{head}{Text[end..]}" };
    }

    /// <summary>What stands under a heading, up to the next.</summary>
    public string Section(string heading)
    {
        var start = Text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        if (start < 0) return "";
        start = Text.IndexOf('\n', start + 1) + 1;
        var end = Text.IndexOf("\n## ", start, StringComparison.Ordinal);
        return (end < 0 ? Text[start..] : Text[start..end]).Trim();
    }

    private string Between(string opening, string closing)
    {
        var start = Text.IndexOf(opening, StringComparison.Ordinal);
        var end = Text.IndexOf(closing, StringComparison.Ordinal);
        return start < 0 || end < start ? "" : Text[(start + opening.Length)..end].TrimStart('\n');
    }

    [GeneratedRegex(@"^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex HeadingLines();

    [GeneratedRegex(
        @"^```(?<info>csharp (?:bad|good)[a-z0-9. ]*)\n(?<code>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FencedBlocks();

    [GeneratedRegex(
        @"^```(?:json|xml|text|ini) (?<path>[\w.-]+)(?: (?<verdict>bad|good))?\n(?<code>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FencedFiles();

    [GeneratedRegex(@"\.(?= |$)")]
    private static partial Regex SentenceEnd();
}

/// <summary>An example on a page that is a file beside the code, with its lines marked where it is bad.</summary>
internal sealed record FileFence(string Id, string Path, string Marked)
{
    public string Text => Marked.Replace($" <!-- {Id} -->", "", StringComparison.Ordinal);

    public IEnumerable<int> MarkedLines => Marked.Split('\n')
        .Select((line, index) => (line, index))
        .Where(pair => pair.line.EndsWith($" <!-- {Id} -->", StringComparison.Ordinal))
        .Select(pair => pair.index + 1);
}

/// <summary>An example on a page: bad code with its lines marked, or good code.</summary>
internal sealed record Fence(string Id, string Info, string Marked)
{
    public bool IsBad => Info.StartsWith("csharp bad", StringComparison.Ordinal);

    /// <summary>Code that does not compile, on the pages of rules about such code.</summary>
    public bool IsBroken => Info.Split(' ').Contains("broken");

    /// <summary>The framework that the example is compiled for, where it is an older one.</summary>
    public string? Target => Info.Split(' ').FirstOrDefault(word => word.StartsWith("net", StringComparison.Ordinal));

    public string Code => Regex.Replace(Marked, $@"[ \t]*// {Id}$", "", RegexOptions.Multiline);

    public IEnumerable<int> MarkedLines => Marked.Split('\n')
        .Select((line, index) => (line, index))
        .Where(pair => pair.line.EndsWith($"// {Id}", StringComparison.Ordinal))
        .Select(pair => pair.index + 1);
}
