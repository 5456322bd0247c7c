using System.CommandLine;
using AiAwareAnalyzers.Tool.Report;

namespace AiAwareAnalyzers.Tool.Commands;

/// <summary><c>aiaware report</c>: the evidence on one page.</summary>
internal static class ReportCommand
{
    private const int DefaultWeeks = 26;
    private const int MostWeeks = 520;

    public static Command Create()
    {
        var inputs = new Inputs();
        var output = new Option<string>("--out")
        {
            Description = "Where report.html, report.md, findings.sarif and evidence.json are written",
            Required = true,
            HelpName = "DIR",
        };
        var title = new Option<string?>("--title")
        {
            Description = "The name of the code base; its folder if not said",
        };
        var weeks = new Option<int>("--weeks")
        {
            Description = "How many weeks of history are shown",
            DefaultValueFactory = _ => DefaultWeeks,
        };
        weeks.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MostWeeks)
                result.AddError($"--weeks is from 1 to {MostWeeks}");
        });
        var tests = Files(
            "--tests", "TRX, Cobertura (.xml) and Stryker (.json) files; those below the folder if not said");
        var earlier = Files("--earlier", "evidence.json files of earlier reports; the one in DIR is always read");

        var command = new Command(
            "report", "Writes what is known of the code and its making: HTML, Markdown, SARIF, JSON")
        {
            output, title, weeks, tests, earlier,
        };
        inputs.AddTo(command);
        command.Does(request =>
        {
            var folder = Path.GetFullPath(request.GetValue(output)!);
            var last = Path.Combine(folder, Bundle.EvidenceName);
            string[] before = File.Exists(last) ? [last] : [];
            var asked = new ReportRequest(
                request.GetValue(title), request.GetValue(weeks), request.GetValue(tests) ?? [],
                [.. before, .. request.GetValue(earlier) ?? []]);
            var inspection = inputs.Inspect(request);
            Bundle.Write(Evidence.Gather(inspection, asked), folder);
            Console.Out.WriteLine(Path.Combine(folder, Bundle.PageName));
            return inspection.IsBuilt ? ExitCode.Fine : ExitCode.NotBuilt;
        });
        return command;
    }

    private static Option<string[]> Files(string name, string description) => new(name)
    {
        Description = description,
        AllowMultipleArgumentsPerToken = true,
        HelpName = "FILE",
    };
}
