namespace AiAwareAnalyzers.Field.Loading;

/// <summary>What a build would tell the compiler about one project.</summary>
internal sealed record BuildAnswer(
    string ProjectFile, ImmutableArray<string> References, ImmutableArray<string> Arguments)
{
    public static BuildAnswer Read(string file)
    {
        var lines = File.ReadLines(file).Select(line => line.Split('=', 2));
        var told = lines.ToLookup(parts => parts[0], parts => parts[^1]);
        return new BuildAnswer(told["project"].Single(), [.. told["reference"]], [.. told["argument"]]);
    }
}
