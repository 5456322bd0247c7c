using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

/// <summary>Code in which a string names a member: one that is not there, between marks, or one that is.</summary>
internal sealed record NamedMemberCase(string Topic, string Title, string Code)
{
    private const string Head = "### ";
    private const string Found = "found ";
    private const string Scene = "scene";

    private static readonly string Folder = Repository.PathOf(
        "tests", "AiAwareAnalyzers.Tests", "HallucinatedApi", "NamedMembers");

    /// <summary>What the cases import, and how they are run.</summary>
    public static string Prelude { get; } = File.ReadAllText(Path.Combine(Folder, "Prelude.txt"));

    /// <summary>The member that is meant; null where the name is right.</summary>
    public string? Meant => Title.StartsWith(Found, StringComparison.Ordinal) ? Title[Found.Length..] : null;

    public bool IsRun => Code.Contains("class Proof { public static Task<string> Run()", StringComparison.Ordinal);

    public string Text => Imports + Markup.Strip(Code);

    private static string Imports { get; } = string.Concat(Prelude.Split('\n')
        .TakeWhile(line => line.StartsWith("using ", StringComparison.Ordinal))
        .Select(line => line + "\n"));

    public static IEnumerable<NamedMemberCase> All =>
        from file in Directory.EnumerateFiles(Folder, "*.txt").Order(StringComparer.Ordinal)
        where Path.GetFileName(file) != "Prelude.txt"
        from each in In(file)
        select each;

    /// <summary>The place of the wrong name.</summary>
    public int Start => Imports.Length + Code.IndexOf("[|", StringComparison.Ordinal);

    public override string ToString() => $"{Topic}, {Title}: {Code.Trim().Split('\n').Last()}";

    private static IEnumerable<NamedMemberCase> In(string file)
    {
        var scene = "";
        foreach (var block in ("\n" + File.ReadAllText(file)).Split("\n" + Head, StringSplitOptions.RemoveEmptyEntries))
        {
            var end = block.IndexOf('\n', StringComparison.Ordinal);
            var (title, code) = (block[..end], block[(end + 1)..]);
            if (title == Scene) scene = code;
            else yield return new NamedMemberCase(Path.GetFileNameWithoutExtension(file), title, code + scene);
        }
    }
}
