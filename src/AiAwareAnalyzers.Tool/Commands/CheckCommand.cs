using System.CommandLine;
using AiAwareAnalyzers.Tool.Findings;
using AiAwareAnalyzers.Tool.Git;
using AiAwareAnalyzers.Tool.Printing;

namespace AiAwareAnalyzers.Tool.Commands;

/// <summary><c>aiaware check</c>: what is new.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var inputs = new Inputs();
        var since = new Option<string?>("--since")
        {
            Description = "Only what stands on lines that were changed since this branch, tag or commit",
            HelpName = "REF",
        };
        var format = new Option<string>("--format")
        {
            Description = "text; json; markdown for a pull request; sarif; "
                + "agent: what to repair, in the order in which it helps",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "markdown", "sarif", "agent");
        var failOn = new Option<string>("--fail-on")
        {
            Description = "The lowest level of a new finding that ends with exit code 1",
            DefaultValueFactory = _ => "warning",
        };
        failOn.AcceptOnlyFromAmong("error", "warning", "note", "never");

        var command = new Command("check", "Builds, and prints findings in groups, new ones first")
        {
            since, format, failOn,
        };
        inputs.AddTo(command);
        command.Does(request =>
        {
            var inspection = inputs.Inspect(request);
            if (request.GetValue(since) is { } reference) inspection = Since(inspection, reference);
            Print(inspection, request.GetValue(format)!);
            return CodeOf(inspection, request.GetValue(failOn)!);
        });
        return command;
    }

    private static Inspection Since(Inspection inspection, string reference)
    {
        var changed = ChangedLines.Since(GitRepository.Holding(inspection.Workplace.Root), reference);
        return inspection.Only(
            finding => changed.Touch(Path.GetFullPath(finding.File, inspection.Workplace.Root), finding.Region));
    }

    private static void Print(Inspection inspection, string format)
    {
        foreach (var gap in inspection.Gaps) Console.Error.WriteLine($"aiaware: {gap}");
        switch (format)
        {
            case "json": JsonFindings.Write(inspection, Console.OpenStandardOutput()); break;
            case "sarif": SarifFindings.Write(inspection, Console.OpenStandardOutput()); break;
            case "markdown": MarkdownFindings.Write(inspection, Console.Out); break;
            case "agent": AgentFindings.Write(inspection, Console.Out); break;
            default: TextFindings.Write(inspection, Console.Out); break;
        }
    }

    private static int CodeOf(Inspection inspection, string failOn)
    {
        if (!inspection.IsBuilt) return ExitCode.NotBuilt;
        if (failOn == "never") return ExitCode.Fine;
        var lowest = Levels.Parse(failOn);
        return inspection.New.Any(finding => finding.Level >= lowest) ? ExitCode.Found : ExitCode.Fine;
    }
}
