using System.CommandLine;
using AiAwareAnalyzers.Tool.Building;
using AiAwareAnalyzers.Tool.Findings;

namespace AiAwareAnalyzers.Tool.Commands;

/// <summary>What every command asks that needs findings: where the code is, and which logs there are.</summary>
internal sealed class Inputs
{
    private readonly Argument<string?> _path = new("PATH")
    {
        Description = "A solution, a project or a folder; the current folder if not said",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string[]> _logs = new("--logs")
    {
        Description = "SARIF 2.1 logs of the compiler, or folders of them: nothing is built then",
        AllowMultipleArgumentsPerToken = true,
        HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_path);
        command.Options.Add(_logs);
    }

    public Workplace WorkplaceIn(ParseResult request) => Workplace.At(request.GetValue(_path));

    public Inspection Inspect(ParseResult request)
    {
        var workplace = WorkplaceIn(request);
        if (request.GetValue(_logs) is { Length: > 0 } logs)
            return Inspection.Of(workplace, LogFiles.In(logs), []);

        using var build = SolutionBuild.Run(workplace);
        if (build.Logs.Count == 0)
            throw new Complaint(
                $"The build of '{workplace.Asked}' wrote no log:\n{string.Join('\n', build.Errors)}",
                ExitCode.NotBuilt);
        return Inspection.Of(workplace, build.Logs, GapsOf(build)) with { IsBuilt = build.Errors.Count == 0 };
    }

    private static IEnumerable<string> GapsOf(SolutionBuild build) =>
        build.Errors.Count == 0
            ? []
            : [$"The build failed, so findings may be missing:\n  {string.Join("\n  ", build.Errors)}"];
}
