namespace AiAwareAnalyzers.Tests.HallucinatedApi;

/// <summary>A name that does not exist, where it stands, and what was meant.</summary>
internal sealed record NameCase(string Kind, string Target, string Snippet, string[] Answers)
{
    public const string Newest = "net10.0";

    private const string Arrow = " ==> ";

    public string Code { get; } = Snippet.Replace("[|", "", StringComparison.Ordinal)
        .Replace("|]", "", StringComparison.Ordinal);

    /// <summary>Where the wrong name begins in the snippet.</summary>
    public int Start { get; } = Snippet.IndexOf("[|", StringComparison.Ordinal);

    public bool IsImport { get; } = Snippet.StartsWith("using [|", StringComparison.Ordinal);

    /// <summary>Every case of a set, file by file.</summary>
    public static IEnumerable<NameCase> AllOf(string set) =>
        from file in Directory.EnumerateFiles(
            Repository.PathOf("tests", "AiAwareAnalyzers.Tests", "HallucinatedApi", set),
            "*.txt").Order(StringComparer.Ordinal)
        from line in File.ReadAllLines(file)
        where line.Contains(Arrow, StringComparison.Ordinal)
        select Read(Path.GetFileNameWithoutExtension(file), line);

    public override string ToString() => $"{Kind}: {Snippet} ==> {string.Join(" | ", Answers)}";

    private static NameCase Read(string kind, string line)
    {
        var sides = line.Split(Arrow);
        var colon = kind == "newer" ? sides[0].IndexOf(": ", StringComparison.Ordinal) : -1;
        return new NameCase(
            kind,
            colon < 0 ? Newest : sides[0][..colon],
            colon < 0 ? sides[0] : sides[0][(colon + 2)..],
            sides[1].Split(" | "));
    }
}
