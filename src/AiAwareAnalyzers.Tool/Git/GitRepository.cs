using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace AiAwareAnalyzers.Tool.Git;

/// <summary>A repository, asked by git's own executable; nothing in it is run and nothing is changed.</summary>
internal sealed class GitRepository
{
    /// <summary>What a repository's own configuration could start.</summary>
    private static readonly string[] Harmless =
    [
        "--no-pager", "-c", "core.quotepath=false", "-c", "core.fsmonitor=false", "-c", "diff.external=",
        "-c", "log.showSignature=false", "-c", "color.ui=false",
    ];

    /// <summary>A pack is looked at through a window: it may be larger than the memory that a CI step has.</summary>
    private static readonly string[] Frugal = ["-c", "core.packedGitWindowSize=16m", "-c", "core.packedGitLimit=128m"];

    /// <summary>What helps where a clone does not reach far enough.</summary>
    public const string DeepenIt = "git fetch --unshallow, or fetch-depth: 0 in CI";

    private readonly Lazy<bool> _isShallow;

    private GitRepository(string root)
    {
        Root = root;
        _isShallow = new Lazy<bool>(() => Text("rev-parse", "--is-shallow-repository").Trim() == "true");
    }

    public string Root { get; }

    /// <summary>Whether the clone ends somewhere: what came before cannot be known.</summary>
    public bool IsShallow => _isShallow.Value;

    public string Head => Text("rev-parse", "HEAD").Trim();

    /// <summary>How many commits this branch has, as far as the clone reaches.</summary>
    public int Commits => int.Parse(Text("rev-list", "--count", "HEAD"), CultureInfo.InvariantCulture);

    public static GitRepository Holding(string folder) =>
        TryHolding(folder, out var reason) ?? throw new Complaint(reason);

    /// <summary>Null, with the reason, where there is no git, no repository or no commit.</summary>
    public static GitRepository? TryHolding(string folder, out string reason)
    {
        reason = "";
        try
        {
            var root = new GitRepository(folder).Run(["rev-parse", "--show-toplevel"]);
            if (root.Code != 0)
                reason = $"'{folder}' is in no git repository";
            else if (new GitRepository(root.Text.Trim()) is var repository
                && repository.Run(["rev-parse", "--verify", "-q", "HEAD"]).Code == 0)
                return repository;
            else
                reason = $"The git repository of '{folder}' has no commit";
        }
        catch (Win32Exception)
        {
            reason = "'git' is not installed, or not on the PATH";
        }

        return null;
    }

    /// <summary>What git prints; a failure is a complaint.</summary>
    public string Text(params string[] arguments)
    {
        var (code, text, error) = Run(arguments);
        return code == 0 ? text : throw new Complaint($"git {arguments[0]}: {error.Trim()}");
    }

    public bool Succeeds(params string[] arguments) => Run(arguments).Code == 0;

    /// <summary>The commit that a name stands for.</summary>
    public string Resolve(string reference)
    {
        var (code, text, _) = Run(["rev-parse", "--verify", "-q", "--end-of-options", reference + "^{commit}"]);
        if (code == 0) return text.Trim();
        throw new Complaint(IsShallow
            ? $"'{reference}' is not in this clone, which is shallow: {DeepenIt}"
            : $"There is no branch, tag or commit '{reference}'");
    }

    /// <summary>A file as it was; empty where there was none.</summary>
    public string TextAt(string reference, string path)
    {
        var name = $"{Resolve(reference)}:{Path.GetRelativePath(Root, path).Replace('\\', '/')}";
        return Succeeds("cat-file", "-e", name) ? Text("cat-file", "blob", name) : "";
    }

    /// <summary>Where files have gone that had another name at a commit: full paths, the old one first.</summary>
    public IReadOnlyDictionary<string, string> RenamesSince(string reference)
    {
        string[] question =
            ["diff", "-M", "--name-status", "--diff-filter=R", "-z", "--no-ext-diff", Resolve(reference), "--"];
        return Pieces('\0', question).Chunk(3)
            .Where(rename => rename.Length == 3)
            .ToDictionary(
                rename => Path.GetFullPath(rename[1], Root), rename => Path.GetFullPath(rename[2], Root),
                StringComparer.Ordinal);
    }

    /// <summary>What git prints, cut at a sign, while it prints it.</summary>
    public IEnumerable<string> Pieces(char end, params string[] arguments)
    {
        using var process = Start(arguments);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var piece = new StringBuilder();
        var buffer = new char[1 << 15];
        while (process.StandardOutput.Read(buffer) is > 0 and var count)
            for (var at = 0; at < count;)
            {
                var next = Array.IndexOf(buffer, end, at, count - at);
                var stop = next < 0 ? count : next;
                piece.Append(buffer, at, stop - at);
                at = stop + 1;
                if (next < 0) break;
                yield return piece.ToString();
                piece.Clear();
            }

        if (piece.Length > 0) yield return piece.ToString();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new Complaint($"git {arguments[0]} ended with {process.ExitCode}");
    }

    private (int Code, string Text, string Error) Run(string[] arguments)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, text, error.GetAwaiter().GetResult());
    }

    private Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var argument in Harmless.Concat(Frugal).Concat(arguments)) start.ArgumentList.Add(argument);
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["LC_ALL"] = "C";
        return Process.Start(start) ?? throw new Complaint("'git' does not start");
    }
}
