namespace AiAwareAnalyzers.HallucinatedApi.Files;

/// <summary>The data that lies in this assembly as text: one entry a line, <c>#</c> begins a comment.</summary>
internal static class KnownText
{
    /// <summary>The lines of a text, without comments and blank ones.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(typeof(KnownText).Assembly.GetManifestResourceStream(name + ".txt")!);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#')
                yield return line;
    }
}
