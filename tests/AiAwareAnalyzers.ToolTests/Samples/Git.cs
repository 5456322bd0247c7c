namespace AiAwareAnalyzers.ToolTests.Samples;

/// <summary>A git repository in a folder, whose commits have the days that a test wants.</summary>
internal sealed class Git
{
    private readonly string _folder;

    public Git(string folder)
    {
        _folder = folder;
        Run("2026-01-01", "init", "-q", "-b", "main");
    }

    public void Commit(string day, string message, params (string Name, string Text)[] files)
    {
        Scratch.Write(_folder, files);
        Run(day, "add", "-A");
        Run(day, "commit", "-q", "--allow-empty", "-m", message);
    }

    public void Tag(string day, string name) => Run(day, "tag", "-a", "-m", name, name);

    public void Run(string day, params string[] arguments)
    {
        string[] quiet = ["-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null", "-c", "tag.gpgsign=false"];
        var output = Command.Run(
            _folder, "git", [.. quiet, .. arguments],
            ("GIT_AUTHOR_NAME", "Developer One"), ("GIT_AUTHOR_EMAIL", "one@example.com"),
            ("GIT_COMMITTER_NAME", "Developer One"), ("GIT_COMMITTER_EMAIL", "one@example.com"),
            ("GIT_AUTHOR_DATE", day + "T12:00:00Z"), ("GIT_COMMITTER_DATE", day + "T12:00:00Z"));
        Assert.That(output.ExitCode, Is.Zero, output.Text + output.Errors);
    }
}
