using AiAwareAnalyzers.Governance.Ledgers;

namespace AiAwareAnalyzers.Tool.Findings;

/// <summary>The folder that paths are relative to, and the files of the team that stand in it.</summary>
internal sealed class Workplace
{
    private static readonly string[] Ledgers =
    [
        Governance.Ledgers.Baseline.FileName, SignOffs.FileName, InvariantSentences.FileName,
    ];

    private Workplace(string asked, string root)
    {
        Asked = asked;
        Root = root;
    }

    /// <summary>What the command line names: a solution, a project or a folder.</summary>
    public string Asked { get; }

    public string Root { get; }

    public string Baseline => Path.Combine(Root, Governance.Ledgers.Baseline.FileName);

    public string Reviews => Path.Combine(Root, SignOffs.FileName);

    public string Invariants => Path.Combine(Root, InvariantSentences.FileName);

    public string Marks => Path.Combine(Root, Git.Marks.FileName);

    /// <summary>The nearest folder upwards with a ledger, else with a solution, else with a repository.</summary>
    public static Workplace At(string? path)
    {
        var asked = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path ?? "."));
        if (!File.Exists(asked) && !Directory.Exists(asked))
            throw new Complaint($"There is no file or folder '{path}'");
        var folder = Directory.Exists(asked) ? asked : Path.GetDirectoryName(asked)!;
        var root = Upwards(folder, HoldsLedger) ?? Upwards(folder, HoldsSolution) ?? Upwards(folder, HoldsRepository);
        return new Workplace(asked, root ?? folder);
    }

    private static string? Upwards(string start, Func<string, bool> isFound)
    {
        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
            if (isFound(folder))
                return folder;
            else if (HoldsRepository(folder))
                return null;
        return null;
    }

    private static bool HoldsLedger(string folder) => Ledgers.Any(name => File.Exists(Path.Combine(folder, name)));

    private static bool HoldsSolution(string folder) =>
        Directory.EnumerateFiles(folder, "*.sln").Concat(Directory.EnumerateFiles(folder, "*.slnx")).Any();

    private static bool HoldsRepository(string folder) => Path.Exists(Path.Combine(folder, ".git"));
}
