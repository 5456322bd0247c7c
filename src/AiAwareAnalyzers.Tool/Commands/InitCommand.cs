using System.CommandLine;
using AiAwareAnalyzers.Tool.Findings;
using AiAwareAnalyzers.Tool.Ledgers;
using AiAwareAnalyzers.Tool.Setup;

namespace AiAwareAnalyzers.Tool.Commands;

/// <summary><c>aiaware init</c>: what a team needs to begin.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var path = new Argument<string?>("PATH")
        {
            Description = "The folder of the solution; the current folder if not said",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var mode = new Option<string>("--mode")
        {
            Description = "The preset: Advisory breaks no build, Recommended, Strict",
            DefaultValueFactory = _ => "Recommended",
        };
        mode.AcceptOnlyFromAmong("Advisory", "Recommended", "Strict");
        var ci = new Option<string>("--ci")
        {
            Description = "The CI step that is written",
            DefaultValueFactory = _ => "none",
        };
        ci.AcceptOnlyFromAmong("github", "azure", "gitlab", "none");
        var yes = new Option<bool>("--yes") { Description = "Changes files that are there without asking" };

        var command = new Command(
            "init", "Writes presets, .editorconfig, a zone proposal, a CI step, and what coding agents need")
        {
            path, mode, ci, yes,
        };
        command.Does(request =>
        {
            var workplace = Workplace.At(request.GetValue(path));
            var survey = ZoneSurvey.Of(workplace);
            var files = SetupFile.For(
                workplace.Root, request.GetValue(mode)!, request.GetValue(ci)!, survey);
            foreach (var file in files) Apply(file, workplace.Root, request.GetValue(yes));
            Console.Out.WriteLine("Next: aiaware check, and aiaware baseline to keep what is old quiet");
            return ExitCode.Fine;
        });
        return command;
    }

    private static void Apply(SetupFile file, string root, bool agrees)
    {
        var path = Path.Combine(root, file.Name);
        var before = LedgerFile.Text(path);
        var after = file.Merge(before);
        if (after is null)
            Console.Out.WriteLine($"as it is   {file.Name}: {file.Purpose}");
        else if (before.Length == 0 || agrees || Agrees(file))
        {
            LedgerFile.WriteAll(path, after);
            Console.Out.WriteLine($"{(before.Length == 0 ? "new      " : "added to ")}  {file.Name}: {file.Purpose}");
        }
        else
            Console.Out.WriteLine($"left out   {file.Name}: {file.Purpose} (--yes adds to it)");
    }

    /// <summary>Where nobody can answer, a file that is there stays as it is.</summary>
    private static bool Agrees(SetupFile file)
    {
        if (Console.IsInputRedirected) return false;
        Console.Out.Write($"Add to {file.Name} ({file.Purpose})? [y/N] ");
        return Console.In.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }
}
