using System.CommandLine;
using AiAwareAnalyzers.Tool.Findings;
using AiAwareAnalyzers.Tool.Ledgers;
using AiAwareAnalyzers.Tool.Terminal;

namespace AiAwareAnalyzers.Tool.Commands;

/// <summary>
/// <c>aiaware zones</c>: the high-risk parts, who has signed them, and what looks as if it should be one.
/// </summary>
internal static class ZonesCommand
{
    public static Command Create()
    {
        var path = new Argument<string?>("PATH")
        {
            Description = "A solution or folder; the current folder if not said",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("zones", "Lists the high-risk zones, their sign-offs, and code that stands in none")
        {
            path,
        };
        command.Does(request =>
        {
            Print(ZoneSurvey.Of(Workplace.At(request.GetValue(path))));
            return ExitCode.Fine;
        });
        return command;
    }

    private static void Print(ZoneSurvey survey)
    {
        if (survey.Zones.Count == 0)
            Console.Out.WriteLine("No .editorconfig names a high-risk zone (ai_aware.high_risk)");
        else
            Screen.Table(
                ["Zone", "Files", "Members", "Signed", "Stale"],
                survey.Zones.Select(zone => (string[])
                    [zone.Text, $"{zone.Files}", $"{zone.Members}", $"{zone.Signed}", $"{zone.Stale}"]));
        if (survey.Proposals.Count == 0) return;

        Console.Out.WriteLine("In no zone, and it looks like one:");
        foreach (var proposal in survey.Proposals)
            Console.Out.WriteLine($"  {proposal.Namespace}: {string.Join(", ", proposal.Reasons)}");
        Console.Out.WriteLine("As a line of .editorconfig below [*.cs]:");
        Console.Out.WriteLine($"  {survey.ProposedLine}");
    }
}
